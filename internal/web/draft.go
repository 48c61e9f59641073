package web

import (
	"net/http"
	"slices"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// A draft is what the edits of a request make of a plan: all of them or nothing.
type draft struct {
	desk    *desk
	text    string
	history history
	why     keep.Why
}

func (k *desk) draft() *draft {
	d := &draft{desk: k, text: k.text, history: k.history}
	d.history.steps = slices.Clone(d.history.steps) // only what the plan became is history
	return d
}

// done makes the draft the text of the plan.
func (d *draft) done() *trouble {
	k := d.desk
	if d.text == k.text {
		k.history = d.history
		return nil
	}
	err := k.put(d.text, d.why)
	if k.text == d.text {
		k.history = d.history
	}
	if err != nil {
		t := known(err)
		return &t
	}
	return nil
}

// do makes one edit.
func (d *draft) do(tab string, one edit) *trouble {
	if d.why == "" || d.why == keep.Typing {
		d.why = why(one)
	}
	if one.Op == "undo" || one.Op == "redo" {
		return d.takeBack(tab, one.Op == "redo")
	}
	before := d.text
	after, t := d.edited(one)
	if t != nil || after == before {
		return t
	}
	d.text = after
	d.history.add(tab, what(one), before, after, d.desk.server.Now())
	return nil
}

func (d *draft) input() build.Input {
	in := d.desk.input()
	in.Data = []byte(d.text)
	return in
}

// values are those of the fields as the edits before have left them.
func (d *draft) values() map[string]string {
	if d.text == d.desk.text {
		return d.desk.paper.values
	}
	p := &paper{form: d.desk.server.Office.Form(d.input())}
	p.fields()
	return p.values
}

// edited is the text with an edit made.
func (d *draft) edited(one edit) (string, *trouble) {
	in, office := d.input(), d.desk.server.Office
	var (
		out   []byte
		found []diag.Finding
	)
	switch one.Op {
	case "set", "put":
		return d.set(in, one)
	case "text":
		out, ok := mergeText(one.Was, one.Now, d.text)
		if !ok {
			return "", same409()
		}
		return out, nil
	case "add":
		out, found = office.AddItem(in, one.Path, one.At)
	case "remove":
		out, found = office.RemoveItem(in, one.Path)
	case "move":
		out, found = office.MoveItem(in, one.Path, one.At)
	case "drop":
		out, found = office.DropField(in, one.Path)
	case "fix":
		return d.fix(in, one)
	default:
		return "", &trouble{http.StatusBadRequest, diag.M("không rõ thao tác %q", "unknown edit %q", one.Op), diag.M("tải lại trang", "load the page anew")}
	}
	return checked(out, found)
}

// set puts a value, merged with what others did to the same field.
func (d *draft) set(in build.Input, one edit) (string, *trouble) {
	theirs, ok := d.values()[one.Path]
	value := build.FieldValue(one.Now)
	if ok {
		if value, ok = merge(build.FieldValue(one.Was), value, theirs); !ok {
			return "", same409()
		}
	}
	out, found := d.desk.server.Office.SetField(in, one.Path, value)
	return checked(out, found)
}

// fix mends one finding, by its code and place: it was told of the text as it stands,
// or is gone.
func (d *draft) fix(in build.Input, one edit) (string, *trouble) {
	for _, f := range d.desk.paper.Findings {
		if f.Code != one.Now || f.At.Line != one.At || f.At.Column != one.Column {
			continue
		}
		if out := d.desk.server.Office.FixOne(in, f, build.CheckOptions{Stage: build.Draft}); out != nil {
			return string(out), nil
		}
	}
	return "", &trouble{http.StatusUnprocessableEntity, diag.M("chỗ này không sửa giúp được", "this cannot be mended"), diag.M("sửa bằng tay theo lời nhắc", "mend it by hand as it says")}
}

func checked(out []byte, found []diag.Finding) (string, *trouble) {
	for _, f := range found {
		if f.Severity == diag.Error {
			return "", &trouble{http.StatusUnprocessableEntity, f.Message, f.Hint}
		}
	}
	return string(out), nil
}

// takeBack undoes or redoes what a tab did.
func (d *draft) takeBack(tab string, redo bool) *trouble {
	do := d.history.undo
	if redo {
		do = d.history.redo
	}
	text, done, free := do(tab, d.text, d.desk.server.Now())
	switch {
	case !free:
		return &trouble{http.StatusUnprocessableEntity, diag.M("không hoàn tác được: chỗ này đã được sửa tiếp ở nơi khác", "cannot be undone: it was changed elsewhere since"), diag.M("xem các bản đã lưu", "see the versions")}
	case done:
		d.text, d.why = text, keep.Undo
	}
	return nil
}

// takeBack undoes or redoes what a tab did, and nothing else.
func (k *desk) takeBack(tab string, redo bool) *trouble {
	d := k.draft()
	if t := d.takeBack(tab, redo); t != nil {
		return t
	}
	return d.done()
}
