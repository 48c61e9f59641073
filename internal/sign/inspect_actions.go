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
	active map[int]map[string]bool // kinds of action by page; 0: of the file
	links  int
}

// whole looks at what belongs to no page: a paper does nothing.
func (w *actionWalk) whole() {
	_, root := w.root()
	w.action(root["OpenAction"], 0, 0)
	w.triggers(root["AA"], 0)
	names := w.dict(root["Names"])
	if w.holds(names["JavaScript"]) {
		w.found(0, "JavaScript")
	}
	if w.form.dict["XFA"] != nil {
		w.found(0, "XFA")
	}
	if w.holds(names["EmbeddedFiles"]) || len(w.array(root["AF"])) > 0 || root["Collection"] != nil {
		w.attached(0)
	}
	w.bookmarks(w.dict(root["Outlines"])["First"])
	for _, d := range w.form.fields {
		w.triggers(d.dict["AA"], d.place().page)
	}
}

// holds tells whether a tree of names has any (7.9.6); some programs write an
// empty one.
func (w *actionWalk) holds(tree cos.Value) bool {
	d := w.dict(tree)
	return len(w.array(d["Names"])) > 0 || len(w.array(d["Kids"])) > 0
}

// on looks at a page and its annotations.
func (w *actionWalk) on(page cos.Dict, annots []cos.Dict, n int) {
	w.triggers(page["AA"], n)
	for _, d := range annots {
		if kind := w.file.name(d["Subtype"]); slices.Contains(activeAnnots, kind) {
			w.found(n, kind)
		}
		w.action(d["A"], n, 0)
		w.triggers(d["AA"], n)
	}
}

func (w *actionWalk) tellAll() {
	for _, page := range slices.Sorted(maps.Keys(w.active)) {
		kinds := strings.Join(slices.Sorted(maps.Keys(w.active[page])), ", ")
		w.tell("PDF-ACTIVE", diag.Error, whereIs(page), diag.M("tệp có lệnh tự chạy hoặc nội dung động: %s", "the file has actions or moving content: %s", kinds),
			diag.M("văn bản ký và lưu trữ không được có lệnh; lập lại PDF bằng kehoach build", "what is signed and kept may do nothing; make the PDF again with kehoach build").
				OnPage(diag.M("văn bản ký và lưu trữ không được có lệnh; ghi lại PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất", "what is signed and kept may do nothing; write the PDF again with “Write into the folder” under Finish")))
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

// triggers goes through actions that happen by themselves (12.6.3).
func (w *actionWalk) triggers(v cos.Value, page int) {
	if v == nil || w.again("triggers", v) {
		return
	}
	d := w.dict(v)
	for _, key := range sortedKeys(d) {
		w.action(d[key], page, 0)
	}
}

// action judges an action and those that follow it. What stands in place of an
// action and is none leads to a place.
func (w *actionWalk) action(v cos.Value, page, depth int) {
	if v == nil || depth > maxDepth || w.again("action", v) {
		return
	}
	d, ok := w.Get(v).(cos.Dict)
	if !ok {
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
	for todo := []cos.Value{first}; len(todo) > 0; {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if _, ok := v.(cos.Ref); !ok || w.again("bookmark", v) {
			continue
		}
		d := w.dict(v)
		w.action(d["A"], 0, 0)
		todo = append(todo, d["Next"], d["First"])
	}
}
