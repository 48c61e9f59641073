package compose

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// runsOf turns a plan's text into the runs of a paragraph.
func runsOf(t plan.Chu) []doc.Run {
	var out []doc.Run
	for _, r := range t.Runs {
		if r.Note != "" {
			out = markOf(r.Note, out)
			continue
		}
		if r.Text == "" {
			continue
		}
		shift := map[plan.Shift]int{plan.Sub: -1, plan.Sup: 1}[r.Shift]
		out = append(out, doc.Run{Text: r.Text, Bold: r.Bold, Italic: r.Italic, Shift: shift})
	}
	return out
}

// orBlank gives a text's runs, or the open room of that name.
func orBlank(t plan.Chu, blank string) []doc.Run {
	if t.Blank() {
		return []doc.Run{{Blank: blank}}
	}
	return runsOf(t)
}

func textOrBlank(s, blank string) []doc.Run {
	if s == "" {
		return []doc.Run{{Blank: blank}}
	}
	return []doc.Run{{Text: s}}
}

// fill puts runs into the holes of a form's words; *…* in the words is italic.
func fill(words string, values map[string][]doc.Run) []doc.Run {
	var out []doc.Run
	italic := false
	for len(words) > 0 {
		i := strings.IndexAny(words, "{*")
		if i < 0 {
			i = len(words)
		}
		if i > 0 {
			out = append(out, doc.Run{Text: words[:i], Italic: italic})
			words = words[i:]
			continue
		}
		if words[0] == '*' {
			italic, words = !italic, words[1:]
			continue
		}
		end := strings.IndexByte(words, '}')
		if end < 0 { // loading a form refuses this
			return merge(append(out, doc.Run{Text: words, Italic: italic}))
		}
		for _, r := range values[words[1:end]] {
			r.Italic = r.Italic != italic
			out = append(out, r)
		}
		words = words[end+1:]
	}
	return merge(out)
}

// merge joins neighbours of one look.
func merge(runs []doc.Run) []doc.Run {
	var out []doc.Run
	for _, r := range runs {
		if n := len(out); n > 0 {
			prev := &out[n-1]
			a, b := *prev, r
			a.Text, b.Text = "", ""
			if a == b && r.Blank == "" && !r.Break {
				prev.Text += r.Text
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

func letters(s string) int { return utf8.RuneCountInString(s) }

func plain(runs []doc.Run) string {
	p := doc.Paragraph{Runs: runs}
	return p.Text()
}

// withMark completes a line with a mark, unless it ends with one of these.
func withMark(runs []doc.Run, mark, unless string) []doc.Run {
	s := strings.TrimRight(plain(runs), " ")
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || mark == "" || strings.ContainsRune(unless, last) {
		return runs
	}
	return append(runs, doc.Run{Text: mark})
}

// cutPrefix takes a typed sign off the head of a line. Behind a sign that stands in
// words too there must be a blank; a bullet is never a part of them.
func cutPrefix(runs []doc.Run, signs string) ([]doc.Run, bool) {
	if len(runs) == 0 {
		return runs, false
	}
	text := strings.TrimLeft(runs[0].Text, blanks)
	first, size := utf8.DecodeRuneInString(text)
	rest := text[size:]
	body := strings.TrimLeft(rest, blanks)
	if !strings.ContainsRune(signs, first) || body == "" && len(runs) == 1 || body == rest && !strings.ContainsRune(bullets, first) {
		return runs, false
	}
	out := append([]doc.Run(nil), runs...)
	out[0].Text = body
	return out, true
}

const (
	blanks  = " \t\u00a0"
	dashes  = "-–"
	bullets = "•·" // as Word pastes them
)
