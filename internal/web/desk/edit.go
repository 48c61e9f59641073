package desk

import (
	"maps"
	"slices"

	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
)

// An Edit is one thing that a clerk did.
type Edit struct {
	Op   string `json:"op"`   // set (typed), put (a step of its own), text, add, remove, move, drop, undo, redo, fix, ignore
	Path string `json:"path"` // the key of the field, or of the list or row
	Was  string `json:"was"`  // what the tab showed before
	Now  string `json:"now"`
	At   int    `json:"at"` // of a new row, -1 for the end; how far a row moves; the line of a finding

	Code   string `json:"code"`   // of a finding
	Column int    `json:"column"` // of a finding
	No     int64  `json:"no"`     // counted up by the tab: one that was made is not made again; 0 for what may be
}

// Edit makes the edits of a tab in order, all or nothing, and tells the tab what it lacks
// then. The journal has them when it returns. An error is a *Refusal, or that of keep
// which did not take the text.
func (k *Desk) Edit(w Wish, edits []Edit) (*State, error) {
	d, made, before := k.draft(), k.made(w.Tab, edits), k.paper.values
	for i, one := range edits[made:] {
		if no := d.do(w.Tab, one); no != nil {
			no.Failed = made + i
			if no.Kind == Conflict || no.Kind == Gone {
				no.Theirs = k.theirs(one)
			}
			return nil, no
		}
	}
	if err := d.keep(w.Tab); err != nil {
		return nil, err
	}
	said := typedIn(edits)
	st := k.state(w, said)
	st.Added = k.paper.added(d.added, d.addedAt)
	switch {
	case !slices.ContainsFunc(edits, Edit.takesBack):
	case made > 0: // in a request before
		st.Back = slices.Sorted(maps.Keys(st.Values))
	default:
		st.Back = others(k.paper.values, typedOn(before, said))
	}
	return st, nil
}

// typedIn are the values that edits type.
func typedIn(edits []Edit) map[string]string {
	out := map[string]string{}
	for _, one := range edits {
		if one.typed() {
			out[one.Path] = one.Now
		}
	}
	return out
}

// typedOn are values with those that a request typed: they stood there when it undid
// something.
func typedOn(before, said map[string]string) map[string]string {
	out := maps.Clone(before)
	for key, v := range said {
		out[key] = build.FieldValue(v)
	}
	return out
}

// others are the keys of values that were not the same before.
func others(now, before map[string]string) (keys []string) {
	for key, v := range now {
		if old, ok := before[key]; !ok || old != v {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// made is how many of the first edits were made already, and the answer was lost: all
// up to the last numbered one that was. They came in one request.
func (k *Desk) made(tab string, edits []Edit) int {
	for i, one := range slices.Backward(edits) {
		if one.No > 0 && one.No <= k.done[tab] {
			return i + 1
		}
	}
	return 0
}

// theirs is what stands in the place of an edit.
func (k *Desk) theirs(one Edit) string {
	if one.Op == "text" {
		return forPage(k.text)
	}
	return k.paper.values[one.Path]
}

// typed tells whether an edit puts letters where a tab shows them already.
func (one Edit) typed() bool { return one.Op == "set" || one.Op == "text" }

// takesBack tells whether an edit undoes or redoes others.
func (one Edit) takesBack() bool { return one.Op == "undo" || one.Op == "redo" }

// what groups the steps of a history: letters typed in one field are one step.
func (one Edit) what() string {
	if one.typed() {
		return one.Op + " " + one.Path
	}
	return ""
}

// why is how a change is written down in the journal.
func (one Edit) why() keep.Why {
	switch one.Op {
	case "set", "put", "text":
		return keep.Typing
	case "fix", "ignore":
		return keep.Fix
	}
	return keep.Format
}
