package build

import (
	"cmp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/roll"
	"kehoach.example/internal/write"
)

// RollChoice is what a person decides about one entry of the lists of a
// roll-over. The zero choice takes it as it is told.
type RollChoice struct {
	Keep bool   // the old text stays
	Text string // what is to stand there instead of the old text and of the new one; "" for none
}

// Typed tells whether another text can be put in the place of an entry: where it
// stands in one piece on one line.
func (r *Rolled) Typed(i int) bool {
	_, ok := standing(now(r.Changes[i]), r.Changes[i].At)
	return ok
}

// Choose makes the plan of the new year anew, with other choices than those of
// the roll-over; an entry without one is taken as it is told. Entries are named
// by their index in Changes, whose places must be those of a plan without notes
// (RollOptions.Mark). With no choices it gives Data again, with every entry kept
// the old plan, byte for byte. Findings of severity error mean that there is no
// plan.
func (o *Office) Choose(in Input, r *Rolled, choices map[int]RollChoice) ([]byte, []diag.Finding) {
	var put []write.Edit
	var back []roll.Edit // from Data to what was chosen
	for i, c := range r.Changes {
		if own, _ := editsOf(r.from, c.Edits); !choices[i].Keep {
			put = append(put, own...)
			continue
		}
		for _, e := range c.Edits {
			back = append(back, roll.Edit{At: e.At, Old: e.New, New: e.Old})
		}
	}
	text, _ := write.Edits(r.from.Text, put)
	for _, w := range r.wishes(choices, r.places(back), strings.Split(text, "\n")) {
		var found []diag.Finding
		if text, found = typed(text, w); found != nil {
			return nil, found
		}
	}
	in.Data = r.from.Encode(text)
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil, found
	}
	return in.Data, nil
}

// places puts edits that lead back to the old plan where they stand in Data.
func (r *Rolled) places(back []roll.Edit) []roll.Edit {
	var done []roll.Edit
	for _, c := range r.Changes {
		done = append(done, c.Edits...)
	}
	inOrder(done)
	for i, e := range back {
		back[i].At = movedPlace(e.At, done, nil)
	}
	inOrder(back)
	return back
}

// A wish is a text that a person types in the place of an entry.
type wish struct {
	at        diag.Place
	was, text string
}

// wishes are the texts that are typed, the last one of the file first, so that
// none moves the place of the next.
func (r *Rolled) wishes(choices map[int]RollChoice, back []roll.Edit, lines []string) []wish {
	var out []wish
	for i, c := range r.Changes {
		text := strings.Join(strings.Fields(choices[i].Text), " ")
		if text == "" {
			continue
		}
		w := wish{movedPlace(c.At, back, lines), now(c), text}
		if choices[i].Keep {
			w.was = c.Old
		}
		if marked, ok := standing(w.was, w.at); ok {
			w.was = marked
		}
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b wish) int {
		return cmp.Or(cmp.Compare(b.at.Line, a.at.Line), cmp.Compare(b.at.Column, a.at.Column))
	})
	return out
}

// now is what stands in the new plan for an entry.
func now(c roll.Change) string {
	if len(c.Edits) > 0 {
		return c.New
	}
	return c.Old
}

// standing gives the words that stand at a place as the file has them, with marks
// of bold and italics, if they are those of an entry as one piece; quotation marks
// of YAML around them are left out.
func standing(words string, at diag.Place) (string, bool) {
	there := strings.Trim(columns(at), `"'`)
	return there, strings.ReplaceAll(there, "*", "") == words
}
