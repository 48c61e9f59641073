package desk

import (
	"slices"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// A State is what a tab is told of a plan.
type State struct {
	Rev      int               `json:"rev"`
	Shape    string            `json:"shape"`  // the form must be asked for anew where it differs
	Values   map[string]string `json:"values"` // of fields that changed since the revision that the tab has
	Text     *string           `json:"text,omitempty"`
	Findings []Mark            `json:"findings"`
	Pages    []Page            `json:"pages"`             // none where an error stops the drawing
	Opened   int64             `json:"opened"`            // the opening of the plan that the revision belongs to: behind another one it tells nothing
	Disk     string            `json:"disk"`              // what happened to the file: "", "changed" by another program, "gone", "failed" to be written
	Refused  []string          `json:"refused,omitempty"` // why the disk does, and what to do
	Saved    bool              `json:"saved"`
	Added    string            `json:"added,omitempty"` // the key of the row that was added last
	Back     []string          `json:"back,omitempty"`  // the fields in which the request undid or redid something
	Undo     bool              `json:"undo"`            // there is something that the tab can undo
	Redo     bool              `json:"redo"`
	Seen     string            `json:"seen"` // the place that is to be seen, such as "muc.@1.noi_dung:3"; "" for none
	Page     int               `json:"page"` // on which it stands, from 0; -1 for none
}

// A Mark is a finding at its field.
type Mark struct {
	diag.Record
	Path    string `json:"path"`       // the key of the field, "" for none
	From    int    `json:"field_line"` // line of the field's value, from 1
	Col     int    `json:"field_column"`
	Fixable string `json:"fixable"` // "safe", "asked", "suggested", ""
	Silence bool   `json:"silence"` // the plan may silence it, with a reason
}

// A Page is one of the paper as it is shown: the picture is there where the tab lacks it.
type Page struct {
	ID  string  `json:"id"`
	W   float64 `json:"w"` // mm
	H   float64 `json:"h"`
	SVG string  `json:"svg,omitempty"`
}

// A Wish is what a tab has and wants to see.
type Wish struct {
	Tab    string   `json:"tab"`
	Rev    int      `json:"rev"`
	Opened int64    `json:"opened"` // of the state from which it has the revision
	Has    []string `json:"has"`    // pages that it has
	From   int      `json:"from"`   // pages that are in view, from 0
	To     int      `json:"to"`
	YAML   bool     `json:"yaml"` // it shows the text
	See    string   `json:"see"`  // a place that is to be seen, such as "muc.@1.noi_dung:3"; of the text ":12:5"
}

// maxSent is how many pages are sent with a state at most; others are asked for
// when they come into view.
const maxSent = 6

// State tells a tab what it lacks.
func (k *Desk) State(w Wish) *State { return k.state(w, nil) }

// state tells a tab what it lacks. said are the values that it just gave itself.
func (k *Desk) state(w Wish, said map[string]string) *State {
	p := k.paper
	seen := p.seen(w.See)
	st := &State{Rev: k.rev, Shape: p.shape, Values: k.changed(w, said), Pages: []Page{}, Opened: k.opened, Disk: k.disk, Saved: k.plan.Unsaved() == 0, Undo: k.canTakeBack(w.Tab, false), Redo: k.canTakeBack(w.Tab, true), Seen: seen, Page: p.pageOf(seen)}
	if k.disk == diskFailed {
		st.Refused = []string{k.refused.why.In(k.desks.opt.Lang), k.refused.hint.In(k.desks.opt.Lang)}
	}
	if w.YAML {
		text := forPage(k.text)
		st.Text = &text
	}
	st.Findings = k.marks()
	sent := 0
	for i, pg := range p.pages {
		ps := Page{ID: pg.id, W: pg.w, H: pg.h}
		wanted := i >= w.From && i <= w.To && sent < maxSent || i == st.Page
		if wanted && !slices.Contains(w.Has, pg.id) {
			ps.SVG, sent = string(pg.svg), sent+1
		}
		st.Pages = append(st.Pages, ps)
	}
	return st
}

// changed are the values that were set since the revision that a tab has; all, where
// that is of another opening: another program may have changed the file without a new
// revision.
func (k *Desk) changed(w Wish, said map[string]string) map[string]string {
	known := w.Opened == k.opened && w.Rev <= k.rev
	out := map[string]string{}
	for path, v := range k.paper.values {
		mine, isMine := said[path]
		if isMine && build.FieldValue(mine) == v || !isMine && known && k.since[path] <= w.Rev {
			continue
		}
		out[path] = v
	}
	return out
}

// marks are the findings with the fields in which they stand.
func (k *Desk) marks() []Mark {
	out := []Mark{}
	found := diag.Sort(k.paper.checked.Findings) // the order of records
	for i, r := range diag.Records(found, k.desks.opt.Lang) {
		m := Mark{Record: r, Fixable: k.desks.opt.Office.Fixable(found[i]), Silence: found[i].Severity == diag.Warning && k.desks.opt.Office.Ignorable(found[i])}
		path, line, column := k.paper.Form.FieldOf(found[i].At)
		m.Path, m.From, m.Col = k.paper.Key(path), line, column
		m.Message, m.Hint = k.paper.Form.Said(found[i].Message, path).In(k.desks.opt.Lang), k.paper.Form.Said(found[i].Hint, path).In(k.desks.opt.Lang)
		out = append(out, m)
	}
	return out
}
