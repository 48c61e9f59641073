package sign

import (
	"cmp"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// role is what an object is there for, as people are told when it is changed.
type role struct {
	page int // from 1; 0: of no page
	what diag.Msg
}

var whatInfo = diag.M("thông tin về tệp (tên, người lập, thời gian) đã bị sửa", "what the file says about itself (title, author, dates) was changed")

// pageRole is the role of a key of a page.
func pageRole(page int, key cos.Name) role {
	what := diag.M("trang bị sửa (%s)", "the page was changed (%s)", string(key))
	switch key {
	case "Contents":
		what = diag.M("nội dung đã bị sửa", "the content was changed")
	case "Resources":
		what = diag.M("phông chữ, hình hoặc màu của trang đã bị sửa", "fonts, pictures or colours of the page were changed")
	case "Annots":
		what = diag.M("có chú thích, ô hoặc hình đè lên trang được thêm, bớt hay sửa", "comments, fields or things that lie over the page were added, taken away or changed")
	case "MediaBox", "CropBox", "Rotate", "UserUnit":
		what = diag.M("khổ giấy hoặc phần hiện ra của trang đã bị sửa", "the size or the visible part of the page was changed")
	}
	return role{page, what}
}

// catalogRole is the role of a key of the catalog.
func catalogRole(key cos.Name) role {
	what := diag.M("thiết lập chung của tệp bị sửa (%s)", "a setting of the whole file was changed (%s)", string(key))
	switch key {
	case "Metadata":
		what = diag.M("siêu dữ liệu (XMP) đã bị sửa", "the metadata (XMP) were changed")
	case "Names":
		what = diag.M("danh mục tên, tệp kèm hoặc mã lệnh bên trong đã bị sửa", "names, attached files or scripts inside were changed")
	case "OpenAction", "AA":
		what = diag.M("có lệnh tự chạy khi mở tệp", "an action that runs when the file is opened was changed")
	case "StructTreeRoot", "MarkInfo":
		what = diag.M("thẻ cấu trúc (chữ máy đọc) đã bị sửa", "the tags (what machines read) were changed")
	case "Outlines":
		what = diag.M("dấu trang đã bị sửa", "the bookmarks were changed")
	case "OutputIntents":
		what = diag.M("bảng màu của tệp đã bị sửa", "the colours of the file were changed")
	case "OCProperties":
		what = diag.M("các lớp ẩn, hiện đã bị sửa", "layers that are shown or hidden were changed")
	case "Pages":
		what = diag.M("danh sách trang đã bị sửa", "the list of pages was changed")
	case "AcroForm":
		what = diag.M("các ô điền, ô chữ ký đã bị sửa", "fields were changed")
	}
	return role{what: what}
}

// standing is what leads to the objects of a file.
type standing struct {
	roles map[cos.Ref]role // what each is there for
	twice map[cos.Ref]role // parts of the form that are something else too
}

// roles tells what every object is there for that a page or the catalog leads
// to. Left out are data to judge signatures by, permissions, and what only
// values and appearances of some fields or widgets lead to: free. Of parts of
// the form it also tells which are met where none belongs.
func (f file) roles(free, parts map[cos.Ref]bool) standing {
	w := walker{file: f, free: free, parts: parts, out: standing{map[cos.Ref]role{}, map[cos.Ref]role{}}}
	root, catalog := f.root()
	w.out.roles[root] = catalogRole("Type")
	pages, _ := f.Pages()
	for i, page := range pages {
		w.out.roles[page] = pageRole(i+1, "Type")
	}
	for i, page := range pages {
		dict := f.dict(page)
		for _, key := range []cos.Name{"Contents", "Resources", "Annots"} {
			w.walk(key, dict[key], pageRole(i+1, key))
		}
		for _, key := range sortedKeys(dict) {
			if key != "Parent" {
				w.walk(key, dict[key], pageRole(i+1, key))
			}
		}
	}
	for _, key := range sortedKeys(catalog) {
		if key != "DSS" && key != "Perms" {
			w.walk(key, catalog[key], catalogRole(key))
		}
	}
	w.walk("Info", f.Trailer()["Info"], role{what: whatInfo})
	return w.out
}

type walker struct {
	file
	out         standing
	free, parts map[cos.Ref]bool
}

// toForms are the keys under which pages, forms, tags and actions lead to parts
// of a form.
var toForms = []cos.Name{"AcroForm", "Annots", "Fields", "Kids", "Parent", "Obj", "CO", "T", "Popup", "IRT"}

// walk gives everything below a value one role; an object has the first that it
// got. It goes by a list of its own, because chains of objects may be long.
func (w *walker) walk(key cos.Name, v cos.Value, r role) {
	todo := []entry{{key, v}}
	for len(todo) > 0 {
		e := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		ref, ok := e.value.(cos.Ref)
		if !ok {
			todo = append(todo, e.below()...)
			continue
		}
		if w.parts[ref] && !slices.Contains(toForms, e.key) {
			w.out.twice[ref] = r
		}
		if _, seen := w.out.roles[ref]; seen {
			continue
		}
		w.out.roles[ref] = r
		e.value = w.Get(ref)
		if d, ok := e.value.(cos.Dict); ok && w.free[ref] {
			delete(d, "V")
			delete(d, "AP")
		}
		todo = append(todo, e.below()...)
	}
}

// entry is a value with the key of the dictionary that it stands in, be it in
// arrays within.
type entry struct {
	key   cos.Name
	value cos.Value
}

// below gives the values that a value holds.
func below(v cos.Value) []entry { return entry{value: v}.below() }

func (e entry) below() []entry {
	var out []entry
	switch x := e.value.(type) {
	case cos.Array:
		for _, v := range x {
			out = append(out, entry{e.key, v})
		}
	case cos.Dict:
		for _, key := range sortedKeys(x) {
			out = append(out, entry{key, x[key]})
		}
	case *cos.Stream:
		return entry{value: x.Dict}.below()
	}
	return out
}

func sortedKeys(d cos.Dict) []cos.Name {
	out := make([]cos.Name, 0, len(d))
	for key := range d {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

func sorted(refs map[cos.Ref]bool) []cos.Ref {
	out := make([]cos.Ref, 0, len(refs))
	for ref := range refs {
		out = append(out, ref)
	}
	slices.SortFunc(out, func(a, b cos.Ref) int {
		return cmp.Or(cmp.Compare(a.Num, b.Num), cmp.Compare(a.Gen, b.Gen))
	})
	return out
}
