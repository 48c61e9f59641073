package build

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"kehoach.example/internal/diag"
)

// VerifiedWords tells people what Verify found out about a file.
type VerifiedWords struct {
	Conclusion diag.Msg
	Good       bool // nothing is wrong
	Signatures []SignatureWords
	More       []VerifiedRow // of the file as a whole; a name alone is a sentence
}

// SignatureWords tell of one signature.
type SignatureWords struct {
	Title diag.Msg
	Valid bool
	Rows  []VerifiedRow
}

// VerifiedRow is a text with a name before it.
type VerifiedRow struct{ Name, Text diag.Msg }

// InWords puts a report into words. What a file says in them is made fit to be
// shown. roots tells what people have to add where no roots were given: "--roots".
func InWords(r *Verified, roots diag.Msg) *VerifiedWords {
	v := &verifiedWords{roots: roots, report: r, out: &VerifiedWords{Conclusion: conclusion(r), Good: !r.Broken()}}
	for _, s := range r.Signatures {
		v.signature(s)
	}
	v.filled()
	v.since()
	return v.out
}

type verifiedWords struct {
	roots  diag.Msg
	report *Verified
	out    *VerifiedWords
}

// conclusion is what it all comes to.
func conclusion(r *Verified) diag.Msg {
	n := len(r.Signatures)
	switch {
	case n == 0 && len(r.Problems) > 0 && r.UnchangedSinceBuild == nil && len(r.Changes) == 0:
		return diag.M("không có chữ ký nào xét được, CÓ VẤN ĐỀ", "no signature that can be judged, THERE ARE PROBLEMS")
	case n == 0 && r.Broken():
		return diag.M("chưa ký, và đã bị sửa từ khi lập", "not signed, and changed since it was made")
	case n == 0:
		return diag.M("chưa ký", "not signed")
	case r.Broken():
		return diag.M("%d chữ ký, CÓ VẤN ĐỀ", "signatures: %d, THERE ARE PROBLEMS", n)
	}
	open := diag.Msg{}
	if slices.ContainsFunc(r.Signatures, func(s VerifiedSignature) bool { return s.Trusted == nil }) {
		open = diag.M(" (chưa xét chứng thư gốc)", " (root certificates were not judged)")
	}
	return diag.Msg{
		Vi: fmt.Sprintf("%d chữ ký, tất cả đều đúng%s", n, open.Vi),
		En: fmt.Sprintf("signatures: %d, all of them hold%s", n, open.En),
	}
}

// signature tells of one signature.
func (v *verifiedWords) signature(s VerifiedSignature) {
	state := diag.M("đúng", "holds")
	if !s.Valid {
		state = diag.M("KHÔNG ĐÚNG", "DOES NOT HOLD")
	}
	as, field := kindWords(s), diag.Word(s.Field)
	w := SignatureWords{Valid: s.Valid, Title: diag.Msg{
		Vi: field + " (" + as.Vi + "): " + state.Vi,
		En: field + " (" + as.En + "): " + state.En,
	}}
	row := func(name, text diag.Msg) {
		if text != (diag.Msg{}) {
			w.Rows = append(w.Rows, VerifiedRow{name, text})
		}
	}
	row(diag.M("người ký", "signer"), plainWords(withOrganisation(s)))
	if s.Issuer != "" {
		row(diag.M("chứng thư", "certificate"), diag.M("do %s cấp, số sê-ri %s", "issued by %s, serial %s", diag.Word(s.Issuer), s.Serial))
	}
	row(diag.M("lúc", "at"), signedWhen(s))
	row(diag.M("dấu thời gian", "time stamp"), v.stamp(s))
	row(diag.M("phần được ký", "covers"), v.part(s))
	if len(s.Filled) > 0 {
		row(diag.M("điền cùng lúc", "filled in with it"), BlankWords(s.Filled))
	}
	row(diag.M("chứng thư gốc", "root"), v.trust(s))
	v.out.Signatures = append(v.out.Signatures, w)
}

// plainWords are the same in both languages.
func plainWords(s string) diag.Msg { return diag.Msg{Vi: s, En: s} }

// kindWords tells as what somebody signed.
func kindWords(s VerifiedSignature) diag.Msg {
	if s.Kind == "time" {
		return diag.M("dấu thời gian trên cả tệp", "time stamp over the file")
	}
	return PlaceWords(s.Field)
}

func withOrganisation(s VerifiedSignature) string {
	signer, body := diag.Word(s.Signer), diag.Word(s.Organisation)
	if body == "" || body == signer {
		return signer
	}
	return strings.TrimPrefix(signer+", "+body, ", ")
}

// signedWhen tells the time of a signature, in the time of Vietnam.
func signedWhen(s VerifiedSignature) diag.Msg {
	at, err := time.Parse(time.RFC3339, s.SignedAt)
	switch {
	case err != nil:
		return diag.M("không ghi", "not told")
	case s.TimeStamped:
		return diag.M("%s (có dấu thời gian)", "%s (time-stamped)", clock(at))
	}
	return diag.M("%s (theo lời người ký)", "%s (as the signer says)", clock(at))
}

// clock tells a time of a report, which is in the time of Vietnam already.
func clock(t time.Time) string { return t.Format("2006-01-02 15:04:05 -07:00") }

// stamp tells whose time stamp there is, and what it says where that does not
// count.
func (v *verifiedWords) stamp(s VerifiedSignature) diag.Msg {
	at, err := time.Parse(time.RFC3339, s.StampedAt)
	by := diag.Word(s.StampedBy)
	switch {
	case err != nil:
		return diag.Msg{}
	case s.TimeStamped:
		return diag.M("của máy chủ %s, dẫn về gốc đã cho", "of the server %s, leads to a root that was given", by)
	case s.Trusted == nil:
		return diag.Msg{
			Vi: fmt.Sprintf("%s, của máy chủ %s, chưa xét (cần %s)", clock(at), by, v.roots.Vi),
			En: fmt.Sprintf("%s, of the server %s, not judged (needs %s)", clock(at), by, v.roots.En),
		}
	}
	return diag.M("%s, của máy chủ %s, KHÔNG dẫn về gốc đã cho nên không tính", "%s, of the server %s, DOES NOT lead to a root that was given and does not count", clock(at), by)
}

// part tells which part of a file is signed.
func (v *verifiedWords) part(s VerifiedSignature) diag.Msg {
	switch {
	case s.CoversWholeFile:
		return diag.M("toàn bộ tệp (số trang: %d)", "the whole file (pages: %d)", v.report.Pages)
	case s.Revision == 0:
		return diag.M("không trọn một bản nào của tệp", "no revision of the file as a whole")
	}
	for _, other := range v.report.Signatures {
		if other.Revision > s.Revision {
			return diag.M("toàn bộ bản trước khi ký ô %s (bản %d trong %d)", "all of the file before %s was signed (revision %d of %d)", diag.Word(other.Field), s.Revision, v.report.Revisions)
		}
	}
	return diag.M("toàn bộ bản %d trong %d", "all of revision %d of %d", s.Revision, v.report.Revisions)
}

// trust tells whether the chain of a signature leads to a root that was given.
func (v *verifiedWords) trust(s VerifiedSignature) diag.Msg {
	switch {
	case s.Trusted == nil:
		return diag.Msg{Vi: "chưa xét (cần " + v.roots.Vi + ")", En: "not judged (needs " + v.roots.En + ")"}
	case *s.Trusted:
		return diag.M("dẫn về gốc đã cho", "leads to a root that was given")
	}
	return diag.M("KHÔNG dẫn về gốc đã cho", "DOES NOT lead to a root that was given")
}

// filled tells what stands in the places that were kept, and what is open.
func (v *verifiedWords) filled() {
	r := v.report
	more := func(name, text diag.Msg) { v.out.More = append(v.out.More, VerifiedRow{name, text}) }
	var vi, en []string
	for _, f := range r.Filled {
		of, value := BlankWords([]string{f.Field}), " "+diag.Word(f.Value)
		vi, en = append(vi, of.Vi+value), append(en, of.En+value)
	}
	if len(vi) > 0 {
		more(diag.M("đã điền", "filled in"), diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")})
	}
	if len(r.Blanks) > 0 {
		more(diag.M("còn để trống", "still blank"), BlankWords(r.Blanks))
	}
	empty := slices.DeleteFunc(slices.Clone(r.EmptyFields), SignedByNameAlone)
	for i, name := range empty {
		empty[i] = diag.Word(name)
	}
	if len(empty) > 0 {
		more(diag.M("chỗ ký còn trống", "not signed yet"), plainWords(strings.Join(empty, ", ")))
	}
}

// since tells whether anything else was changed; what it was stands among the
// findings.
func (v *verifiedWords) since() {
	name := diag.M("từ khi lập, không có gì khác bị sửa", "since it was made, nothing else was changed")
	switch {
	case v.report.UnchangedSinceBuild == nil:
		return
	case !*v.report.UnchangedSinceBuild:
		name = diag.M("ĐÃ BỊ SỬA từ khi lập", "CHANGED since it was made")
	}
	v.out.More = append(v.out.More, VerifiedRow{Name: name})
}
