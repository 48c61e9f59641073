package sign

import (
	"crypto/x509"
	"slices"
	"time"

	"kehoach.example/internal/diag"
)

// person fills in who signed, and when by his own words.
func (v *verifier) person(s *signature, out *Signature) {
	if t, ok := pdfTime(v.text(s.dict["M"])); ok {
		out.SignedAt = t.Format(time.RFC3339)
	}
	j := s.judged
	if j == nil || j.Cert == nil {
		return
	}
	out.Signer, out.Issuer = j.Cert.Subject.CommonName, j.Cert.Issuer.CommonName
	if len(j.Cert.Subject.Organization) > 0 {
		out.Organisation = j.Cert.Subject.Organization[0]
	}
	if j.Cert.SerialNumber != nil {
		out.Serial = j.Cert.SerialNumber.Text(16)
	}
	if out.SignedAt == "" && j.Claimed != nil {
		out.SignedAt = moment(*j.Claimed)
	}
	if j.Stamp != nil && j.Stamp.Valid {
		out.StampedAt, out.StampedBy = moment(j.Stamp.Time), j.Stamp.Cert.Subject.CommonName
	}
}

// moment writes a time for a report.
func moment(t time.Time) string { return t.In(vietnam).Format(time.RFC3339) }

// trust asks whether the chain leads to a root, where roots were given, and lets
// the time of a stamp count whose own chain does.
func (v *verifier) trust(s *signature, out *Signature) {
	if v.opt.Roots == nil {
		return
	}
	why, hint := diag.M("không đọc được chứng thư của người ký", "the certificate of the signer cannot be read"), hintRoots
	ok := false
	if j := s.judged; j != nil && j.Cert != nil {
		all := *j
		all.Certs = slices.Concat(j.Certs, v.kept())
		stamped := trustedStamp(&all, v.opt.Roots, v.opt.Now)
		v.stamp(stamped, s.stamped(v.file), out)
		err := stamped
		if !s.stamped(v.file) {
			err = trusted(&all, v.opt.Roots, v.opt.Now)
		}
		if ok = err == nil; !ok {
			why, hint = words(err), advice(err)
		}
	}
	out.Trusted = &ok
	if !ok {
		out.Problems = append(out.Problems, wordsOf(why))
		v.tell("VERIFY-UNTRUSTED", diag.Error, whereField(out.Field), why, hint)
	}
}

// stamp takes the time of a stamp that is trusted, and tells of one that holds but
// is not. Of a stamp over the file, alone, trust tells.
func (v *verifier) stamp(err error, alone bool, out *Signature) {
	switch {
	case out.StampedAt == "":
	case err == nil:
		out.SignedAt, out.TimeStamped = out.StampedAt, true
	case !alone:
		v.tell("VERIFY-STAMP", diag.Warning, whereField(out.Field),
			follow(diag.M("dấu thời gian không tin được, không tính; giờ ký chỉ theo lời người ký", "the time stamp is not trusted and does not count; the time is what the signer says"), words(err)), advice(err))
	}
}

// certificate tells, with roots or without, what in the certificate of the signer
// itself speaks against its use. What it may not be used for by its key usage is
// a problem of the signature already; a stamp over the file was judged as one.
func (v *verifier) certificate(s *signature, out *Signature) {
	j := s.judged
	if j == nil || j.Cert == nil || s.stamped(v.file) {
		return
	}
	note := func(m, hint diag.Msg) { v.tell("VERIFY-CERT", diag.Warning, whereField(out.Field), m, hint) }
	c := j.Cert
	name := c.Subject.CommonName
	if c.IsCA {
		note(diag.M("chứng thư %q là của nơi cấp chứng thư, không phải của người ký", "the certificate %q is that of an authority, not of a signer", name), hintAsk)
	}
	if !documentsAllowed(c) {
		note(diag.M("chứng thư %q ghi mục đích khác (như máy chủ web), không ghi ký tài liệu", "the certificate %q names other purposes (such as a web server), not the signing of documents", name), hintAsk)
	}
	at, err := time.Parse(time.RFC3339, out.SignedAt)
	switch stamped := j.Stamp != nil && j.Stamp.Valid; {
	case err == nil && outside(c, at):
		note(diag.M("chứng thư %q không có hiệu lực vào lúc ký ghi trong tệp (%s); hiệu lực từ %s đến %s", "the certificate %q did not hold at the time that the file tells (%s); it holds from %s to %s", name, day(at), day(c.NotBefore), day(c.NotAfter)), hintAsk)
	case v.opt.Roots == nil && stamped && outside(c, j.Stamp.Time):
		note(diag.M("chứng thư %q không có hiệu lực vào lúc ghi ở dấu thời gian (%s); hiệu lực từ %s đến %s", "the certificate %q did not hold at the time of the time stamp (%s); it holds from %s to %s", name, day(j.Stamp.Time), day(c.NotBefore), day(c.NotAfter)), hintAsk)
	case v.opt.Roots == nil && !v.opt.Now.IsZero() && outside(c, v.opt.Now):
		note(diag.M("chứng thư %q không có hiệu lực vào ngày kiểm tra (%s); hiệu lực từ %s đến %s", "the certificate %q does not hold on the day of this check (%s); it holds from %s to %s", name, day(v.opt.Now), day(c.NotBefore), day(c.NotAfter)), hintDays)
	}
}

var hintAsk = diag.M("hỏi nơi phát hành vì sao ký bằng chứng thư này", "ask the issuer of the paper why it was signed with this certificate")

// outside tells whether a time is not within the days of a certificate.
func outside(c *x509.Certificate, at time.Time) bool {
	return at.Before(c.NotBefore) || at.After(c.NotAfter)
}
