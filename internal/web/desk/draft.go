package desk

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// A draft is what the edits of a request make of a plan: all of them or nothing.
type draft struct {
	desk    *Desk
	text    string
	history history
	why     keep.Why
	no      int64  // of the last numbered edit
	added   string // the list to which a row was added last
	addedAt int

	numbers numbering
	rows    *row              // of the text in which they were looked at last
	values  map[string]string // of that text, by key
	done    *shift            // what the edit since did to them
	late    bool              // the text has changed since
}

func (k *Desk) draft() *draft {
	d := &draft{desk: k, text: k.text, history: k.history, numbers: k.numbers, rows: k.paper.rows, values: k.paper.values}
	d.history.steps = slices.Clone(d.history.steps) // only what the plan became is history
	d.numbers.gone = slices.Clone(d.numbers.gone)
	return d
}

// keep makes the draft the text of the plan.
func (d *draft) keep(tab string) error {
	k := d.desk
	if d.text == k.text {
		k.history = d.history
		k.noted(tab, d.no)
		return nil
	}
	numbers, was := k.numbers, k.text
	k.numbers = d.numbers
	err := k.put(d.text, d.why, d.rows, d.done)
	if k.text == d.text {
		k.history = d.history
		k.noted(tab, d.no)
	} else if k.text == was { // else another text was taken, and its rows counted on
		k.numbers = numbers
	}
	return err
}

// noted remembers the last numbered edit of a tab: where the answer was lost and the
// tab asks again, it is not made twice.
func (k *Desk) noted(tab string, no int64) {
	for other := range k.done {
		if len(k.done) >= maxTabs && other != tab {
			delete(k.done, other)
		}
	}
	k.done[tab] = max(k.done[tab], no)
}

// maxTabs is how many tabs are remembered.
const maxTabs = 1000

// do makes one edit.
func (d *draft) do(tab string, one Edit) *Refusal {
	d.no = max(d.no, one.No)
	if d.why == "" || d.why == keep.Typing {
		d.why = one.why()
	}
	if one.takesBack() {
		return d.takeBack(tab, one.Op == "redo")
	}
	before := d.text
	after, done, no := d.edited(one)
	if no != nil || after == before {
		return no
	}
	d.text, d.done, d.late = after, done, true
	d.history.add(tab, one.what(), before, after, d.desk.desks.opt.Now())
	return nil
}

func (d *draft) input() build.Input {
	in := d.desk.Input()
	in.Data = []byte(d.text)
	return in
}

// look brings rows and values to the text as it stands.
func (d *draft) look() {
	if !d.late {
		return
	}
	p := &Paper{Form: d.desk.desks.opt.Office.Form(d.input())}
	p.rows = rowOf(p.Form)
	d.numbers.follow(p.rows, d.rows, d.done)
	p.fields()
	d.rows, d.values, d.done, d.late = p.rows, p.values, nil, false
}

// edited is the text with an edit made, and what that did to the rows of a list.
func (d *draft) edited(one Edit) (string, *shift, *Refusal) {
	d.look()
	if one.Op == "text" {
		out, ok := mergeText(one.Was, one.Now, d.text)
		if !ok {
			return "", nil, conflict()
		}
		return out, nil, nil
	}
	path, ok := d.rows.path(one.Path)
	if !ok {
		return "", nil, rowGone()
	}
	in := d.input()
	switch one.Op {
	case "set", "put":
		out, no := d.set(in, path, one)
		return out, nil, no
	case "drop":
		out, no := checked(d.desk.desks.opt.Office.DropField(in, path))
		return out, nil, no
	case "fix", "ignore":
		out, no := d.fix(in, one)
		return out, nil, no
	case "add", "remove", "move":
		return d.shifted(in, path, one)
	}
	return "", nil, &Refusal{Kind: Unknown, Why: diag.M("không rõ thao tác %q", "unknown edit %q", one.Op), Hint: diag.M("tải lại trang", "load the page anew")}
}

// shifted is the text with rows of a list added, taken out or moved.
func (d *draft) shifted(in build.Input, path string, one Edit) (string, *shift, *Refusal) {
	office := d.desk.desks.opt.Office
	if one.Op == "add" {
		n, at := len(d.rows.list(path)), one.At
		if at < 0 {
			at = math.MaxInt32 // behind the last one
		}
		d.added, d.addedAt = path, one.At
		out, refused := checked(office.AddItem(in, path, at))
		return out, added(path, n, min(at, n)), refused
	}
	list, no := path, 0
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		list = path[:i]
		no, _ = strconv.Atoi(path[i+1:])
	}
	n := len(d.rows.list(list))
	if one.Op == "move" {
		out, refused := checked(office.MoveItem(in, path, one.At))
		if refused != nil || n == 0 {
			return out, nil, refused
		}
		return out, moved(list, n, no, one.At), nil
	}
	out, refused := checked(office.RemoveItem(in, path))
	if refused != nil || no >= n { // of a map
		return out, nil, refused
	}
	return out, removed(list, n, no), nil
}

// set puts a value, merged with what others did to the same field.
func (d *draft) set(in build.Input, path string, one Edit) (string, *Refusal) {
	theirs, ok := d.values[one.Path]
	value := build.FieldValue(one.Now)
	if ok {
		if value, ok = merge(build.FieldValue(one.Was), value, theirs); !ok {
			return "", conflict()
		}
	}
	return checked(d.desk.desks.opt.Office.SetField(in, path, value))
}

// fix mends one finding, by its code and place, or silences it with a reason. What the
// tab saw is the finding of the text before this request.
func (d *draft) fix(in build.Input, one Edit) (string, *Refusal) {
	for _, f := range d.desk.paper.checked.Findings {
		if f.Code != one.Code || f.At.Line != one.At || f.At.Column != one.Column {
			continue
		}
		if one.Op == "ignore" {
			return checked(d.desk.desks.opt.Office.Ignore(in, f, one.Now))
		}
		if out := d.desk.desks.opt.Office.FixOne(in, f, build.CheckOptions{Stage: build.Draft}); out != nil {
			return string(out), nil
		}
	}
	return "", impossible(diag.M("chỗ này không sửa giúp được", "this cannot be mended"), diag.M("sửa bằng tay theo lời nhắc", "mend it by hand as it says"))
}

func checked(out []byte, found []diag.Finding) (string, *Refusal) {
	for _, f := range found {
		if f.Severity == diag.Error {
			return "", impossible(f.Message, f.Hint)
		}
	}
	return string(out), nil
}

// takeBack undoes or redoes what a tab did.
func (d *draft) takeBack(tab string, redo bool) *Refusal {
	do := d.history.undo
	if redo {
		do = d.history.redo
	}
	text, done, free := do(tab, d.text, d.desk.desks.opt.Now())
	switch {
	case !free:
		return impossible(diag.M("không hoàn tác được: chỗ này đã được sửa tiếp ở nơi khác", "cannot be undone: it was changed elsewhere since"), diag.M("xem các bản đã lưu", "see the versions"))
	case done:
		d.look()
		d.text, d.why, d.late = text, keep.Undo, true
	}
	return nil
}

// canTakeBack tells whether there is something that a tab can undo or redo.
func (k *Desk) canTakeBack(tab string, redo bool) bool {
	h := k.history // what it does is done to copies
	do := h.undo
	if redo {
		do = h.redo
	}
	_, done, free := do(tab, k.text, k.desks.opt.Now())
	return done && free
}
