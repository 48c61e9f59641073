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

// roles tells what every object is there for that a page or the catalog leads
// to. Signatures and data to judge them by are left out, and what only the
// fields of without lead to.
func (f file) roles(without map[cos.Ref]cos.Ref) map[cos.Ref]role {
	w := walker{file: f, out: map[cos.Ref]role{}}
	for ref := range without {
		w.out[ref] = role{}
	}
	pages, _ := f.Pages()
	for i, page := range pages {
		w.out[page] = pageRole(i+1, "Type")
	}
	for i, page := range pages {
		dict := f.dict(page)
		for _, key := range []cos.Name{"Contents", "Resources", "Annots"} {
			w.walk(dict[key], pageRole(i+1, key))
		}
		for _, key := range sortedKeys(dict) {
			if key != "Parent" {
				w.walk(dict[key], pageRole(i+1, key))
			}
		}
	}
	root, catalog := f.root()
	w.out[root] = catalogRole("Type")
	for _, key := range sortedKeys(catalog) {
		if key != "DSS" && key != "Perms" {
			w.walk(catalog[key], catalogRole(key))
		}
	}
	w.walk(f.Trailer()["Info"], role{what: whatInfo})
	return w.out
}

type walker struct {
	file
	out map[cos.Ref]role
}

// walk gives everything below a value one role; an object has the first that it
// got. It goes by a list of its own, because chains of objects may be long.
func (w *walker) walk(v cos.Value, r role) {
	todo := []cos.Value{v}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if ref, ok := v.(cos.Ref); ok {
			if _, seen := w.out[ref]; seen {
				continue
			}
			w.out[ref] = r
			v = w.Get(ref)
		}
		if field, ok := v.(cos.Dict); ok && field["FT"] == cos.Name("Sig") {
			delete(field, "V")
		}
		todo = append(todo, below(v)...)
	}
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
