package diff

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
)

// paragraph lays the runs of two paragraphs into one, which is as the new one.
func (r *redliner) paragraph(before, after *doc.Paragraph) *doc.Paragraph {
	p := *after
	p.Runs = r.runs(before.Runs, after.Runs)
	return &p
}

// A word is a piece of a run: of runs that are no text, the run.
type word struct {
	key string
	run doc.Run
}

// words cuts runs into words. Two notes have one key where one became the
// other.
func (r *redliner) words(runs []doc.Run, c doc.Change) []word {
	var out []word
	for _, run := range runs {
		switch {
		case run.Note != 0:
			out = append(out, word{fmt.Sprintf("[^%d]", r.notes.class(run.Note, c)), run})
		case run.Blank != "":
			out = append(out, word{"{" + run.Blank + "}", run})
		case run.Break:
			out = append(out, word{"\n", run})
		default:
			for _, t := range tokens(run.Text) {
				piece := run
				piece.Text = t
				out = append(out, word{t, piece})
			}
		}
	}
	return out
}

// runs gives the new runs, and among them, deleted, what the old ones had
// besides.
func (r *redliner) runs(before, after []doc.Run) []doc.Run {
	a, b := r.words(before, doc.Deleted), r.words(after, doc.Inserted)
	ka, kb := keysOfWords(a), keysOfWords(b)
	if slices.Equal(ka, kb) {
		return slices.Clone(after)
	}
	var out []doc.Run
	add := func(list []word, c doc.Change) {
		for _, w := range list {
			run := w.run
			run.Change = c
			run.Note = r.notes.of(w.run.Note, c)
			out = append(out, run)
		}
	}
	for _, e := range readable(edits(ka, kb), ka, kb) {
		if e.same {
			add(b[e.b0:e.b1], doc.Same)
			continue
		}
		add(a[e.a0:e.a1], doc.Deleted)
		add(b[e.b0:e.b1], doc.Inserted)
	}
	return merge(out)
}

func keysOfWords(list []word) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.key)
	}
	return out
}

// marked marks runs that stand in one paper alone.
func (r *redliner) marked(runs []doc.Run, c doc.Change) []doc.Run {
	var out []doc.Run
	for _, run := range runs {
		run.Change, run.Note = c, r.notes.of(run.Note, c)
		out = append(out, run)
	}
	return out
}

// merge joins neighbours of one look and one change.
func merge(runs []doc.Run) []doc.Run {
	var out []doc.Run
	for i := 0; i < len(runs); {
		n := i + 1
		for n < len(runs) && joinable(runs[i], runs[n]) {
			n++
		}
		var text strings.Builder // a paragraph may have many words
		for _, r := range runs[i:n] {
			text.WriteString(r.Text)
		}
		r := runs[i]
		r.Text = text.String()
		out = append(out, r)
		i = n
	}
	return out
}

func joinable(a, b doc.Run) bool {
	a.Text, b.Text = "", ""
	return a == b && a.Blank == "" && !a.Break && a.Note == 0
}
