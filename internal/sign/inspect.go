package sign

import (
	"fmt"
	"regexp"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// Inspect is the gate before a finished PDF is signed: it tells all that speaks
// against signing or keeping it, and what waits to be filled in. name is the name
// of the file. A file of another maker is judged as far as it can be; what could
// not be judged says so (Judged is false). Errors are what must not be signed.
func Inspect(name string, data []byte) []diag.Finding {
	f, finding := open(name, data)
	if finding != nil {
		return []diag.Finding{*finding}
	}
	p, err := f.past(data)
	if err != nil {
		return []diag.Finding{unreadable(name, err)}
	}
	in := inspector{past: p, name: name, meta: f.meta(), left: mostLooked, seen: map[visit]bool{}}
	in.version()
	in.archive()
	in.edits()
	in.draft()
	in.fields()
	in.blanksKept()
	if err := in.pages(); err != nil {
		return []diag.Finding{unreadable(name, err)}
	}
	if in.Over() {
		return []diag.Finding{unreadable(name, cos.ErrTooBig)}
	}
	if in.left <= 0 {
		in.note("PDF-INVOLVED", diag.M("tệp quá phức tạp, chưa xét hết phông chữ, ghi chú và lệnh", "the file is so involved that not all of its fonts, comments and actions were looked at"),
			diag.M("lập lại tệp PDF bằng kehoach build", "make the PDF again with kehoach build").
				OnPage(diag.M("ghi lại tệp PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất", "write the PDF again with “Write into the folder” under Finish")))
	}
	return in.findings
}

// mostLooked bounds how many objects are looked at.
const mostLooked = 100_000

// inspector looks at a file and keeps what it found.
type inspector struct {
	*past
	name     string
	meta     meta
	left     int // objects that may still be looked at
	seen     map[visit]bool
	findings []diag.Finding
}

// visit is an object that was looked at as something: a file may let one be two.
type visit struct {
	ref cos.Ref
	as  string
}

// pages goes once through all pages.
func (in *inspector) pages() error {
	sizes := sizeWalk{inspector: in}
	fonts := fontWalk{inspector: in, missing: map[string]int{}}
	actions := actionWalk{inspector: in, active: map[int]map[string]bool{}}
	words := newWordReader(in)
	actions.whole()
	n := 0
	err := in.EachPage(func(_ cos.Ref, d cos.Dict) bool {
		n++
		if !in.look() {
			return true
		}
		annots := in.annots(d)
		sizes.page(d, n)
		fonts.on(d, annots, n)
		actions.on(d, annots, n)
		in.annotations(annots, n)
		words.on(d, n)
		return true
	})
	if err != nil {
		return err
	}
	sizes.tellAll(n)
	fonts.tellAll()
	actions.tellAll()
	words.tellAll()
	return nil
}

// annots gives the annotations of a page. One that stood on a page before it is
// left out: it belongs to one page.
func (in *inspector) annots(page cos.Dict) []cos.Dict {
	var out []cos.Dict
	for _, v := range in.array(page["Annots"]) {
		if in.again("annotation", v) {
			continue
		}
		if d := in.dict(v); d != nil {
			out = append(out, d)
		}
	}
	return out
}

// again counts an object and tells whether it was looked at as this before, or
// there were too many.
func (in *inspector) again(as string, v cos.Value) bool {
	if !in.look() {
		return true
	}
	ref, ok := v.(cos.Ref)
	if !ok {
		return false
	}
	before := in.seen[visit{ref, as}]
	in.seen[visit{ref, as}] = true
	return before
}

func (in *inspector) tell(code string, sev diag.Severity, where string, message, hint diag.Msg) {
	in.findings = append(in.findings, diag.New(code, sev, GroupID, diag.Place{File: in.name, Where: where}, message, hint))
}

// note tells what could not be judged.
func (in *inspector) note(code string, message, hint diag.Msg) {
	f := diag.New(code, diag.Info, GroupID, diag.Place{File: in.name}, message, hint)
	f.Judged = false
	in.findings = append(in.findings, f)
}

// look counts an object; false: there were too many.
func (in *inspector) look() bool {
	in.left--
	return in.left > 0
}

// whereIs is the place of a finding on a page, from 1; "" for none.
func whereIs(page int) string {
	if page == 0 {
		return ""
	}
	return fmt.Sprint("trang ", page)
}

var hintBuild = diag.M("lập PDF bằng kehoach build rồi ký bản đó", "make the PDF with kehoach build and sign that").
	OnPage(diag.M("ghi PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất rồi ký bản đó", "write the PDF with “Write into the folder” under Finish and sign that"))

// version: what is kept for years must be PDF 1.4 at least, which the decree
// asks of scans.
func (in *inspector) version() {
	if v := in.Version(); len(v) < 3 || v[0] < '1' || v[:2] == "1." && v < "1.4" {
		in.tell("PDF-VERSION", diag.Error, "", diag.M("tệp là PDF %s, cần PDF 1.4 trở lên", "the file is PDF %s, it must be PDF 1.4 or later", v), hintBuild)
	}
}

// aboutArchive is what the metadata of a PDF/A file hold (ISO 19005-2, 6.6.4).
var aboutArchive = regexp.MustCompile(`pdfaid:part\s*(?:>|=\s*["'])\s*[1-4]`)

func (in *inspector) archive() {
	_, root := in.root()
	if s, ok := in.Get(root["Metadata"]).(*cos.Stream); ok {
		if data, err := in.Decode(s, maxMeta); err == nil && aboutArchive.Match(data) {
			return
		}
	}
	in.tell("PDF-ARCHIVE", diag.Info, "", diag.M("tệp không phải PDF/A, dạng PDF dành cho lưu trữ lâu dài", "the file is no PDF/A, the kind of PDF that is made to be kept"), hintBuild)
}

// edits: what was done to the file since it was made.
func (in *inspector) edits() {
	sev := diag.Warning
	if len(in.signatures) > 0 {
		sev = diag.Error
	}
	hint := diag.M("lập lại PDF từ kế hoạch đã sửa rồi ký bản đó", "change the plan, make the PDF again and sign that")
	for _, c := range in.changes() {
		in.tell("PDF-EDITED", sev, whereIs(c.page), follow(diag.M("tệp bị sửa sau khi lập hoặc sau khi ký", "the file was changed after it was made or signed"), c.what), hint)
	}
	for _, p := range in.problems {
		in.tell("PDF-EDITED", sev, "", p.what, hint)
	}
	switch {
	case in.ours && !in.sealed:
		in.tell("PDF-EDITED", sev, "", diag.M("nội dung tệp không còn như khi kehoach lập ra", "the file is no longer as kehoach made it"), hint)
	case !in.ours:
		in.note("PDF-FOREIGN", diag.M("tệp không do kehoach lập: chưa xét được có bị sửa sau khi lập hay không", "kehoach did not make this file: whether it was edited since is not judged"),
			diag.M("so với bản đã duyệt bằng mắt trước khi ký", "compare it by eye with what was approved before signing"))
	}
	if !in.ours && len(in.signatures) == 0 && in.amended() {
		in.tell("PDF-PENDING", diag.Warning, "", diag.M("tệp đã được sửa và lưu nối thêm %d lần sau khi lập", "the file was edited and saved onto %d times since it was made", in.Revisions()-1),
			diag.M("xuất lại PDF từ bản gốc để tệp chỉ còn một bản", "export the PDF again from its original"))
	}
	if v, _ := in.Get(in.form.dict["NeedAppearances"]).(bool); v {
		in.tell("PDF-PENDING", diag.Warning, "", diag.M("tệp bảo chương trình vẽ lại các ô khi mở (NeedAppearances): chữ có thể đổi sau khi ký", "the file asks programs to draw its fields anew when it is opened (NeedAppearances): what is seen may change after it was signed"), hintBuild)
	}
}

// amended tells whether a later revision changed anything; some programs write
// one that does not.
func (in *inspector) amended() bool {
	for n := 1; n < in.Revisions(); n++ {
		if len(in.Changed(n)) > 0 {
			return true
		}
	}
	return false
}

// draft: a draft is not signed. Of files of others wordReader tells.
func (in *inspector) draft() {
	if in.meta.draft() {
		in.tell("PDF-DRAFT", diag.Error, "", diag.M("văn bản còn mang dấu DỰ THẢO", "a mark DỰ THẢO says that this is a draft"),
			diag.M("bỏ dấu dự thảo trong kế hoạch rồi lập lại PDF", "take the mark out of the plan and make the PDF again"))
	}
}
