package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// verified tells for people what was found out about a file.
func (a *app) verified(r *build.Verified) string {
	v := verifiedText{app: a}
	v.line("", "%s: %s", r.File, v.conclusion(r).In(a.lang))
	for _, s := range r.Signatures {
		v.signature(r, s)
	}
	v.filled(r)
	v.since(r)
	return v.String()
}

// verifiedText is the text about one file, as it grows.
type verifiedText struct {
	*app
	strings.Builder
}

// line writes a line; what the file says in it is made fit for a terminal.
func (v *verifiedText) line(indent, format string, args ...any) {
	fmt.Fprintln(v, diag.Legible(fmt.Sprintf(indent+format, args...)))
}

// row is a line with a name before it.
func (v *verifiedText) row(name diag.Msg, text string) {
	if text != "" {
		v.line("      ", "%s: %s", name.In(v.lang), text)
	}
}

// conclusion is what it all comes to.
func (v *verifiedText) conclusion(r *build.Verified) diag.Msg {
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
	if slices.ContainsFunc(r.Signatures, func(s build.VerifiedSignature) bool { return s.Trusted == nil }) {
		open = diag.M(" (chưa xét chứng thư gốc)", " (root certificates were not judged)")
	}
	return diag.Msg{
		Vi: fmt.Sprintf("%d chữ ký, tất cả đều đúng%s", n, open.Vi),
		En: fmt.Sprintf("signatures: %d, all of them hold%s", n, open.En),
	}
}

// signature tells of one signature.
func (v *verifiedText) signature(r *build.Verified, s build.VerifiedSignature) {
	state := diag.M("đúng", "holds")
	if !s.Valid {
		state = diag.M("KHÔNG ĐÚNG", "DOES NOT HOLD")
	}
	v.line("  ", "%s (%s): %s", diag.Word(s.Field), kindWords(s).In(v.lang), state.In(v.lang))
	v.row(diag.M("người ký", "signer"), withOrganisation(s))
	if s.Issuer != "" {
		v.row(diag.M("chứng thư", "certificate"), diag.M("do %s cấp, số sê-ri %s", "issued by %s, serial %s", diag.Word(s.Issuer), s.Serial).In(v.lang))
	}
	v.row(diag.M("lúc", "at"), v.when(s))
	v.row(diag.M("dấu thời gian", "time stamp"), v.stamp(s))
	v.row(diag.M("phần được ký", "covers"), v.part(r, s))
	if len(s.Filled) > 0 {
		v.row(diag.M("điền cùng lúc", "filled in with it"), build.BlankWords(s.Filled).In(v.lang))
	}
	v.row(diag.M("chứng thư gốc", "root"), v.trust(s))
}

// kindWords tells as what somebody signed.
func kindWords(s build.VerifiedSignature) diag.Msg {
	if s.Kind == "time" {
		return diag.M("dấu thời gian trên cả tệp", "time stamp over the file")
	}
	return build.PlaceWords(s.Field)
}

func withOrganisation(s build.VerifiedSignature) string {
	signer, body := diag.Word(s.Signer), diag.Word(s.Organisation)
	if body == "" || body == signer {
		return signer
	}
	return strings.TrimPrefix(signer+", "+body, ", ")
}

// when tells the time of a signature, in the time of Vietnam.
func (v *verifiedText) when(s build.VerifiedSignature) string {
	at, err := time.Parse(time.RFC3339, s.SignedAt)
	if err != nil {
		return v.text("không ghi", "not told")
	}
	if s.TimeStamped {
		return clock(at) + v.text(" (có dấu thời gian)", " (time-stamped)")
	}
	return clock(at) + v.text(" (theo lời người ký)", " (as the signer says)")
}

// clock tells a time of a report, which is in the time of Vietnam already.
func clock(t time.Time) string { return t.Format("2006-01-02 15:04:05 -07:00") }

// stamp tells whose time stamp there is, and what it says where that does not
// count.
func (v *verifiedText) stamp(s build.VerifiedSignature) string {
	at, err := time.Parse(time.RFC3339, s.StampedAt)
	switch {
	case err != nil:
		return ""
	case s.TimeStamped:
		return diag.M("của máy chủ %s, dẫn về gốc đã cho", "of the server %s, leads to a root that was given", diag.Word(s.StampedBy)).In(v.lang)
	case s.Trusted == nil:
		return diag.M("%s, của máy chủ %s, chưa xét (cần --roots)", "%s, of the server %s, not judged (needs --roots)", clock(at), diag.Word(s.StampedBy)).In(v.lang)
	}
	return diag.M("%s, của máy chủ %s, KHÔNG dẫn về gốc đã cho nên không tính", "%s, of the server %s, DOES NOT lead to a root that was given and does not count", clock(at), diag.Word(s.StampedBy)).In(v.lang)
}

// part tells which part of a file is signed.
func (v *verifiedText) part(r *build.Verified, s build.VerifiedSignature) string {
	switch {
	case s.CoversWholeFile:
		return diag.M("toàn bộ tệp (số trang: %d)", "the whole file (pages: %d)", r.Pages).In(v.lang)
	case s.Revision == 0:
		return v.text("không trọn một bản nào của tệp", "no revision of the file as a whole")
	}
	after := ""
	for _, other := range r.Signatures {
		if other.Revision > s.Revision {
			after = diag.Word(other.Field)
			break
		}
	}
	if after != "" {
		return diag.M("toàn bộ bản trước khi ký ô %s (bản %d trong %d)", "all of the file before %s was signed (revision %d of %d)", after, s.Revision, r.Revisions).In(v.lang)
	}
	return diag.M("toàn bộ bản %d trong %d", "all of revision %d of %d", s.Revision, r.Revisions).In(v.lang)
}

// trust tells whether the chain of a signature leads to a root that was given.
func (v *verifiedText) trust(s build.VerifiedSignature) string {
	switch {
	case s.Trusted == nil:
		return v.text("chưa xét (cần --roots)", "not judged (needs --roots)")
	case *s.Trusted:
		return v.text("dẫn về gốc đã cho", "leads to a root that was given")
	}
	return v.text("KHÔNG dẫn về gốc đã cho", "DOES NOT lead to a root that was given")
}

// filled tells what stands in the places that were kept, and what is open.
func (v *verifiedText) filled(r *build.Verified) {
	var filled []string
	for _, f := range r.Filled {
		filled = append(filled, build.BlankWords([]string{f.Field}).In(v.lang)+" "+diag.Word(f.Value))
	}
	if len(filled) > 0 {
		v.line("  ", "%s: %s", v.text("đã điền", "filled in"), strings.Join(filled, ", "))
	}
	if len(r.Blanks) > 0 {
		v.line("  ", "%s: %s", v.text("còn để trống", "still blank"), build.BlankWords(r.Blanks).In(v.lang))
	}
	empty := slices.DeleteFunc(slices.Clone(r.EmptyFields), build.SignedByNameAlone)
	for i, name := range empty {
		empty[i] = diag.Word(name)
	}
	if len(empty) > 0 {
		v.line("  ", "%s: %s", v.text("chỗ ký còn trống", "not signed yet"), strings.Join(empty, ", "))
	}
}

// since tells whether anything else was changed; what it was stands among the
// findings.
func (v *verifiedText) since(r *build.Verified) {
	switch {
	case r.UnchangedSinceBuild == nil:
	case *r.UnchangedSinceBuild:
		v.line("  ", "%s", v.text("từ khi lập, không có gì khác bị sửa", "since it was made, nothing else was changed"))
	default:
		v.line("  ", "%s", v.text("ĐÃ BỊ SỬA từ khi lập", "CHANGED since it was made"))
	}
}
