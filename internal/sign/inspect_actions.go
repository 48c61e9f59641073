package sign

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// Actions that only move the view, and those that lead out of the file (ISO
// 32000-1, 12.6.4). All others do something, which PDF/A forbids (ISO 19005-2,
// 6.5.1).
var (
	quietActions = []string{"GoTo", "Named", "Thread"}
	linkActions  = []string{"URI", "GoToR"}
)

// actionWalk goes through all that a program may do by itself.
type actionWalk struct {
	*inspector
	seen   map[cos.Ref]bool
	active map[int]map[string]bool // kinds of action by page; 0: of the file
	links  int
}

// actions: a paper does nothing.
func (in *inspector) actions() {
	w := actionWalk{inspector: in, seen: map[cos.Ref]bool{}, active: map[int]map[string]bool{}}
	_, root := in.root()
	w.action(root["OpenAction"], 0, 0)
	w.triggers(root["AA"], 0)
	names := in.dict(root["Names"])
	if names["JavaScript"] != nil {
		w.found(0, "JavaScript")
	}
	if in.form.dict["XFA"] != nil {
		w.found(0, "XFA")
	}
	if names["EmbeddedFiles"] != nil || len(in.array(root["AF"])) > 0 || root["Collection"] != nil {
		in.attached(0)
	}
	w.bookmarks(in.dict(root["Outlines"])["First"])
	for i, page := range in.pages {
		d := in.dict(page)
		w.triggers(d["AA"], i+1)
		for _, v := range in.array(d["Annots"]) {
			w.annotation(v, i+1)
		}
	}
	for _, d := range in.form.fields {
		w.triggers(d.dict["AA"], d.place().page)
	}
	w.tellAll()
}

func (w *actionWalk) tellAll() {
	for _, page := range slices.Sorted(maps.Keys(w.active)) {
		kinds := strings.Join(slices.Sorted(maps.Keys(w.active[page])), ", ")
		w.tell("PDF-ACTIVE", diag.Error, whereIs(page), diag.M("tệp có lệnh tự chạy hoặc nội dung động: %s", "the file has actions or moving content: %s", kinds),
			diag.M("văn bản ký và lưu trữ không được có lệnh; lập lại PDF bằng kehoach build", "what is signed and kept may do nothing; make the PDF again with kehoach build"))
	}
	if w.links > 0 {
		w.tell("PDF-LINK", diag.Info, "", diag.M("tệp có %d liên kết ra ngoài", "the file has %d links that lead out of it", w.links), diag.Msg{})
	}
}

func (w *actionWalk) found(page int, kind string) {
	if w.active[page] == nil {
		w.active[page] = map[string]bool{}
	}
	w.active[page][clip(kind)] = true
}

func (w *actionWalk) annotation(v cos.Value, page int) {
	if !w.look() {
		return
	}
	d := w.dict(v)
	if kind := w.file.name(d["Subtype"]); slices.Contains(activeAnnots, kind) {
		w.found(page, kind)
	}
	w.action(d["A"], page, 0)
	w.triggers(d["AA"], page)
}

// triggers goes through actions that happen by themselves (12.6.3).
func (w *actionWalk) triggers(v cos.Value, page int) {
	d := w.dict(v)
	for _, key := range sortedKeys(d) {
		w.action(d[key], page, 0)
	}
}

// action judges an action and those that follow it. What stands in place of an
// action and is none leads to a place.
func (w *actionWalk) action(v cos.Value, page, depth int) {
	if ref, ok := v.(cos.Ref); ok {
		if w.seen[ref] {
			return
		}
		w.seen[ref] = true
	}
	d, ok := w.Get(v).(cos.Dict)
	if !ok || depth > maxDepth || !w.look() {
		return
	}
	switch kind := w.file.name(d["S"]); {
	case slices.Contains(quietActions, kind):
	case slices.Contains(linkActions, kind):
		w.links++
	default:
		w.found(page, kind)
	}
	if next := w.array(d["Next"]); next != nil {
		for _, v := range next {
			w.action(v, page, depth+1)
		}
		return
	}
	w.action(d["Next"], page, depth+1)
}

// bookmarks goes through the outline (12.3.3), whatever its shape.
func (w *actionWalk) bookmarks(first cos.Value) {
	seen := map[cos.Ref]bool{}
	for todo := []cos.Value{first}; len(todo) > 0; {
		ref, ok := todo[len(todo)-1].(cos.Ref)
		todo = todo[:len(todo)-1]
		if !ok || seen[ref] || !w.look() {
			continue
		}
		seen[ref] = true
		d := w.dict(ref)
		w.action(d["A"], 0, 0)
		todo = append(todo, d["Next"], d["First"])
	}
}
