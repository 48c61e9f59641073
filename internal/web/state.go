package web

import (
	"slices"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// A state is what a tab is told of a plan.
type state struct {
	Rev      int               `json:"rev"`
	Shape    string            `json:"shape"`  // the form must be asked for anew where it differs
	Values   map[string]string `json:"values"` // of fields that changed since the revision that the tab has
	Text     *string           `json:"text,omitempty"`
	Findings []mark            `json:"findings"`
	Pages    []pageState       `json:"pages"`  // none where an error stops the drawing
	Opened   int64             `json:"opened"` // the opening of the plan that the revision belongs to: behind another one it tells nothing
	Disk     string            `json:"disk"`
	Refused  []string          `json:"refused,omitempty"` // why the disk does, and what to do
	Saved    bool              `json:"saved"`
	Added    string            `json:"added,omitempty"` // the key of the row that was added last
	Undo     bool              `json:"undo"`            // there is something that the tab can undo
	Redo     bool              `json:"redo"`
	Page     int               `json:"page"` // on which the place stands that is to be seen, from 0; -1 for none
}

// A mark is a finding at its field.
type mark struct {
	diag.Record
	Path    string `json:"path"`       // the key of the field, "" for none
	From    int    `json:"field_line"` // line of the field's value, from 1
	Col     int    `json:"field_column"`
	Fixable string `json:"fixable"` // "safe", "asked", "suggested", ""
	Silence bool   `json:"silence"` // the plan may silence it, with a reason
}

type pageState struct {
	ID  string  `json:"id"`
	W   float64 `json:"w"` // mm
	H   float64 `json:"h"`
	SVG string  `json:"svg,omitempty"`
}

// A wish is what a tab has and wants to see.
type wish struct {
	Tab    string   `json:"tab"`
	Rev    int      `json:"rev"`
	Opened int64    `json:"opened"` // of the state from which it has the revision
	Has    []string `json:"has"`    // pages that it has
	From   int      `json:"from"`   // pages that are in view, from 0
	To     int      `json:"to"`
	YAML   bool     `json:"yaml"` // it shows the text
	See    string   `json:"see"`  // a place that is to be seen, such as "muc.@1.noi_dung:3"
}

// maxSent is how many pages are sent with a state at most; others are asked for
// when they come into view.
const maxSent = 6

// state tells a tab what it lacks. said are the values that it just gave itself.
func (k *desk) state(w wish, said map[string]string) *state {
	p := k.paper
	st := &state{Rev: k.rev, Shape: p.shape, Values: k.changed(w, said), Pages: []pageState{}, Opened: k.opened, Disk: k.disk, Saved: k.plan.Unsaved() == 0, Undo: k.canTakeBack(w.Tab, false), Redo: k.canTakeBack(w.Tab, true), Page: p.pageOf(w.See)}
	if k.disk == diskFailed {
		st.Refused = []string{k.refused.Why.In(k.server.Lang), k.refused.Hint.In(k.server.Lang)}
	}
	if w.YAML {
		text := forPage(k.text)
		st.Text = &text
	}
	st.Findings = k.marks()
	sent := 0
	for i, pg := range p.pages {
		ps := pageState{ID: pg.ID, W: pg.W, H: pg.H}
		wanted := i >= w.From && i <= w.To && sent < maxSent || i == st.Page
		if wanted && !slices.Contains(w.Has, pg.ID) {
			ps.SVG, sent = string(pg.SVG), sent+1
		}
		st.Pages = append(st.Pages, ps)
	}
	return st
}

// changed are the values that were set since the revision that a tab has; all, where
// that is of another opening: another program may have changed the file without a new
// revision.
func (k *desk) changed(w wish, said map[string]string) map[string]string {
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
func (k *desk) marks() []mark {
	out := []mark{}
	found := diag.Sort(k.paper.Findings) // the order of records
	for i, r := range diag.Records(found, k.server.Lang) {
		m := mark{Record: r, Fixable: k.server.Office.Fixable(found[i]), Silence: found[i].Severity == diag.Warning && k.server.Office.Ignorable(found[i])}
		path, line, column := k.paper.form.FieldOf(found[i].At)
		m.Path, m.From, m.Col = k.paper.rows.key(path), line, column
		m.Message, m.Hint = k.paper.form.Said(found[i].Message, path).In(k.server.Lang), k.paper.form.Said(found[i].Hint, path).In(k.server.Lang)
		out = append(out, m)
	}
	return out
}
