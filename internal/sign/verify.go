package sign

import (
	"crypto/x509"
	"errors"
	"strconv"
	"time"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// VerifyOptions is what a judgement needs besides the file. With Roots the chain
// of every signature must lead to one of them. Now is the time at which a
// certificate must be good where no time stamp tells when it was used.
type VerifyOptions struct {
	Roots []*x509.Certificate
	Now   time.Time
}

// Verify reads a file, judges its signatures and tells what else was done to it.
// There is no report on what is no PDF, encrypted or broken; the findings say so.
// Everything that makes a report [Report.Broken] is a finding of severity error.
func Verify(name string, data []byte, opt VerifyOptions) (*Report, []diag.Finding) {
	f, finding := open(name, data)
	if finding != nil {
		return nil, []diag.Finding{*finding}
	}
	p, err := f.past(data)
	if err != nil {
		return nil, []diag.Finding{unreadable(name, err)}
	}
	v := verifier{past: p, name: name, opt: opt, size: len(data)}
	r := v.report()
	if v.Over() {
		return nil, []diag.Finding{unreadable(name, cos.ErrTooBig)}
	}
	return r, v.findings
}

// open opens a file; the finding tells why it cannot be read.
func open(name string, data []byte) (file, *diag.Finding) {
	f, err := cos.Open(data)
	if err != nil {
		finding := unreadable(name, err)
		return file{}, &finding
	}
	return file{f.Bounded(mostValues, mostDecoded)}, nil
}

// Bounds on what is read of a file in all, so that none keeps the machine busy.
const (
	mostValues  = 20_000_000
	mostDecoded = 64 << 20 // bytes
)

// unreadable is the finding of a file that cannot be read.
func unreadable(name string, err error) diag.Finding {
	at := diag.Place{File: name}
	switch {
	case errors.Is(err, cos.ErrNotPDF):
		return diag.New("PDF-KIND", diag.Error, GroupID, at,
			diag.M("%q không phải tệp PDF", "%q is no PDF file", name),
			diag.M("chọn tệp PDF do kehoach build lập ra; tệp Word thì lập lại thành PDF", "take the PDF that kehoach build made; a Word file must be made a PDF first").
				OnPage(diag.M("chọn tệp PDF do chương trình này ghi; tệp Word thì ghi lại thành PDF", "choose a PDF that this program wrote; a Word file must be made a PDF first")))
	case errors.Is(err, cos.ErrEncrypted):
		return diag.New("PDF-ENCRYPTED", diag.Error, GroupID, at,
			diag.M("%q được đặt mật khẩu hoặc mã hóa, không đọc được", "%q is encrypted or has a password, it cannot be read", name),
			diag.M("văn bản ký số không được mã hóa; lập lại tệp PDF không đặt mật khẩu", "a file to be signed may not be encrypted; make the PDF again without a password"))
	case errors.Is(err, cos.ErrTooBig), errors.Is(err, errFields):
		return diag.New("PDF-SIZE", diag.Error, GroupID, at,
			diag.M("%q quá lớn hoặc quá phức tạp, không đọc", "%q is too large or too involved to be read", name),
			diag.M("lập lại tệp PDF bằng kehoach build", "make the PDF again with kehoach build").
				OnPage(diag.M("ghi lại tệp PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất", "write the PDF again with “Write into the folder” under Finish")))
	}
	return diag.New("PDF-BROKEN", diag.Error, GroupID, at,
		diag.M("tệp PDF %q bị hỏng: bảng đối tượng không khớp với nội dung", "the PDF file %q is damaged: its tables do not fit what it holds", name),
		diag.M("chép hoặc gửi lại từ bản gốc; nếu đã ký thì tệp này không còn giá trị", "copy or send it again from the original; if it was signed, this copy is worth nothing"))
}

// verifier makes a report and its findings.
type verifier struct {
	*past
	name     string
	size     int
	opt      VerifyOptions
	findings []diag.Finding
}

func (v *verifier) tell(code string, sev diag.Severity, where string, message, hint diag.Msg) {
	v.findings = append(v.findings, diag.New(code, sev, GroupID, diag.Place{File: v.name, Where: where}, message, hint))
}

func (v *verifier) report() *Report {
	pages, _ := v.Pages()
	r := &Report{
		Version: 1, File: v.name, Ours: v.ours, Revisions: v.Revisions(), Pages: len(pages),
		Filled: []Filled{}, Blanks: []string{}, EmptyFields: []string{},
		Signatures: []Signature{}, Changes: []Change{}, Problems: []Words{},
	}
	filled, open := v.blanks()
	r.Filled, r.Blanks = append(r.Filled, filled...), append(r.Blanks, open...)
	for _, d := range inOrder(v.form.signatures()) {
		if v.Get(d.value) == nil {
			r.EmptyFields = append(r.EmptyFields, d.name)
		}
	}
	for _, s := range v.signatures {
		r.Signatures = append(r.Signatures, v.signature(s))
	}
	for _, c := range v.changes() {
		r.Changes = append(r.Changes, v.change(c))
	}
	for _, p := range v.problems {
		r.Problems = append(r.Problems, wordsOf(p.what))
		v.tell(p.code, diag.Error, "", p.what, hintNew)
	}
	v.whole(r)
	return r
}

var hintNew = diag.M("không dùng bản này; lấy lại bản đã ký từ nơi phát hành", "do not use this copy; ask the issuer for the signed file again")

// whole tells what concerns the file as a whole.
func (v *verifier) whole(r *Report) {
	if v.ours {
		same := v.sealed && len(r.Changes) == 0
		r.UnchangedSinceBuild = &same
		if !v.sealed {
			v.tell("VERIFY-CHANGED", diag.Error, "", diag.M("nội dung tệp không còn như khi kehoach lập ra", "the file is no longer as kehoach made it"),
				diag.M("lập lại bản PDF từ kế hoạch, hoặc so hai bản bằng mắt", "make the PDF from the plan again, or compare both by eye"))
		}
	} else {
		v.tell("VERIFY-FOREIGN", diag.Info, "", diag.M("tệp không do kehoach lập: không xét được có bị sửa trước khi ký hay không", "kehoach did not make this file: whether it was changed before it was signed is not judged"), diag.Msg{})
	}
	if len(v.signatures) == 0 && !v.stray {
		v.tell("VERIFY-NONE", diag.Warning, "", diag.M("tệp chưa có chữ ký số nào", "the file has no digital signature"), diag.Msg{})
	}
	if last := v.last(); last >= 0 && last < v.Revisions()-1 && len(v.problems) == 0 {
		v.tell("VERIFY-ADDED", diag.Info, "", diag.M("sau chữ ký cuối có thêm dữ liệu để xác minh chữ ký (DSS), không ảnh hưởng văn bản", "behind the last signature stand data to judge signatures by (DSS); the paper is not touched"), diag.Msg{})
	}
}

// change tells of one change.
func (v *verifier) change(c change) Change {
	what := c.on()
	after := v.before(c.revision)
	hint := hintNew
	if after == "" {
		hint = diag.M("lập lại bản PDF từ kế hoạch rồi ký bản đó", "make the PDF from the plan again and sign that")
	}
	v.tell("VERIFY-CHANGED", diag.Error, whereField(after), what, hint)
	return Change{Revision: c.revision + 1, After: after, Page: c.page, What: wordsOf(what)}
}

// whereField is the place of a finding about a field.
func whereField(name string) string {
	if name == "" {
		return ""
	}
	return "ô " + diag.Word(name)
}

// signature tells of one signature.
func (v *verifier) signature(s *signature) Signature {
	out := Signature{Field: s.field.name, Filled: []string{}, Problems: []Words{}, Revision: s.revision + 1}
	out.Kind, _ = kindOf(s.field.name)
	if s.stamped(v.file) {
		out.Kind = kindTime
	}
	if s.revision > 0 {
		out.Filled = append(out.Filled, v.revisions[s.revision-1].filled...)
	}
	out.CoversWholeFile = s.revision >= 0 && s.end == v.size
	v.person(s, &out)
	out.Valid = len(s.problems) == 0
	for _, p := range s.problems {
		out.Problems = append(out.Problems, wordsOf(p.what))
		v.tell(p.code, diag.Error, whereField(out.Field), p.what, hintNew)
	}
	if s.judged != nil {
		for _, m := range s.judged.Notes {
			v.tell("VERIFY-NOTE", diag.Info, whereField(out.Field), m, diag.Msg{})
		}
	}
	v.trust(s, &out)
	v.certificate(s, &out)
	return out
}

// pdfDate writes a date (ISO 32000-1, 7.9.4), as of Vietnam.
func pdfDate(t time.Time) string {
	return t.In(vietnam).Format("D:20060102150405") + "+07'00'"
}

// pdfTime reads a date with seconds and a time zone.
func pdfTime(text string) (time.Time, bool) {
	const local = "D:20060102150405"
	if len(text) < len(local) {
		return time.Time{}, false
	}
	t, err := time.Parse(local, text[:len(local)])
	if err != nil {
		return time.Time{}, false
	}
	zone := text[len(local):]
	if zone == "" || zone[0] == 'Z' {
		return t, true
	}
	var hours, minutes int
	if len(zone) >= 3 {
		hours, err = strconv.Atoi(zone[1:3])
	}
	if len(zone) >= 6 && err == nil {
		minutes, err = strconv.Atoi(zone[4:6])
	}
	if err != nil || hours < 0 || minutes < 0 || hours > 23 || minutes > 59 {
		return time.Time{}, false
	}
	seconds := hours*3600 + minutes*60
	if zone[0] == '-' {
		seconds = -seconds
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.FixedZone("", seconds)), true
}
