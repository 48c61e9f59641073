package docx

import (
	"strings"

	"kehoach.example/internal/diag"
)

// shared looks over the parts that a paper writes into besides the body: their
// elements have to have the prefix that ours have.
func (r *reading) shared() {
	for _, kind := range []string{"styles", "settings"} {
		name := r.bundle.related(r.main, kind)
		src, foreign := r.bundle.get(name), false
		_ = scan(src, func(stack []node) {
			n := &stack[len(stack)-1]
			foreign = foreign || len(stack) == 1 && n.name != "w:"+kind || foreignPrefix(src, n)
			if kind == "settings" && len(stack) == 2 {
				r.setting(n)
			}
		}, nil, nil) // read before, so it is XML
		if foreign {
			r.found = append(r.found, strange(name))
		}
	}
}

// foreignPrefix tells whether an element of Word's main namespace has another
// prefix than w.
func foreignPrefix(src string, n *node) bool {
	return strings.HasPrefix(n.name, "w:") && !strings.HasPrefix(src[n.start:], "<w:")
}

// foreignSpace tells whether an element binds a prefix that a paper needs to
// another namespace.
func foreignSpace(n *node) bool {
	for _, a := range n.attrs {
		if space := spaces[a.Name.Local]; a.Name.Space == "xmlns" && a.Name.Local != "m" && space != "" && space != a.Value {
			return true
		}
	}
	return false
}

func strange(part string) diag.Finding {
	return *brokenFile(diag.M("phần %q không do Word ghi (tên phần tử lạ)", "the part %q was not written by Word (strange names of elements)", part))
}

// setting tells of a setting that serves the office alone: papers do not take it
// over, or they do and whoever gets them is hindered.
func (r *reading) setting(n *node) {
	tell := func(message, hint diag.Msg) {
		r.found = append(r.found, finding("LETTERHEAD-SETTINGS", diag.Warning, "", message, hint))
	}
	switch n.name {
	case "w:mailMerge":
		tell(diag.M("giấy tiêu đề còn gắn với danh sách trộn thư (Mail Merge); văn bản in trên đó không mang theo", "the letterhead is tied to a list of a mail merge, which the papers on it do not carry"),
			diag.M("trong Word vào Mailings → Start Mail Merge → Normal Word Document rồi lưu lại", "in Word choose Mailings → Start Mail Merge → Normal Word Document and save it"))
	case "w:trackRevisions":
		tell(diag.M("giấy tiêu đề đang bật theo dõi sửa đổi (Track Changes); văn bản in trên đó được tắt đi", "the letterhead has Track Changes on, which is off in the papers on it"),
			diag.M("trong Word vào Xem lại (Review), tắt Theo dõi sửa đổi (Track Changes) rồi lưu lại", "in Word choose Review, turn Track Changes off and save it"))
	case "w:attachedTemplate":
		tell(diag.M("giấy tiêu đề gắn với một tệp mẫu ở ngoài (attached template); văn bản in trên đó không mang theo", "the letterhead is tied to a template in another file, which the papers on it do not carry"),
			diag.M("trong Word vào Developer → Document Template, xóa tên tệp mẫu rồi lưu lại", "in Word choose Developer → Document Template, delete the name of the template and save it"))
	case "w:documentProtection":
		tell(diag.M("giấy tiêu đề bị hạn chế chỉnh sửa (Restrict Editing): mọi văn bản in trên đó cũng vậy", "the letterhead restricts editing, and so will every paper on it"),
			diag.M("trong Word vào Xem lại (Review) → Hạn chế chỉnh sửa (Restrict Editing) → Stop Protection rồi lưu lại", "in Word choose Review → Restrict Editing → Stop Protection and save it"))
	case "w:writeProtection":
		tell(diag.M("giấy tiêu đề được đặt chỉ đọc hoặc mật khẩu ghi: mọi văn bản in trên đó cũng vậy", "the letterhead is read-only or has a password for writing, and so will every paper on it"),
			diag.M("trong Word vào Tệp → Lưu dưới dạng → Tools → General Options, bỏ mật khẩu và dấu chọn Read-only recommended rồi lưu lại", "in Word choose File → Save As → Tools → General Options, take the password and Read-only recommended away and save it"))
	}
}
