package sign

import (
	"crypto/x509"
	"encoding/asn1"
	"slices"
	"time"

	"kehoach.example/internal/diag"
)

// vietnam is the time zone in which days are told.
var vietnam = time.FixedZone("+07:00", 7*60*60)

// forDocuments are extended key usages under which documents are signed: that of
// RFC 9336, and those of Microsoft and Adobe from before it.
var forDocuments = []asn1.ObjectIdentifier{
	{1, 3, 6, 1, 5, 5, 7, 3, 36},
	{1, 3, 6, 1, 4, 1, 311, 10, 3, 12},
	{1, 2, 840, 113583, 1, 1, 5},
}

// fit tells why a key may not sign at a time; errors stop the signing. What is
// looked at stands in the certificate: its days, and what it may be used for
// (RFC 5280, 4.1.2.5, 4.2.1.3, 4.2.1.9, 4.2.1.12). Whether it was revoked is not
// asked.
func (k *Key) fit(now time.Time) []diag.Finding {
	found := k.fitDays(now)
	at, c := diag.Place{File: k.name}, k.Cert
	if c.KeyUsage != 0 && c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) == 0 {
		found = append(found, diag.New("KEY-USAGE", diag.Error, GroupID, at,
			diag.M("chứng thư trong %q không được cấp để ký", "the certificate in %q was not issued for signing", k.name),
			diag.M("dùng chứng thư có digitalSignature hoặc nonRepudiation ở mục Key Usage", "use one whose key usage has digitalSignature or nonRepudiation")))
	}
	if c.IsCA {
		found = append(found, diag.New("KEY-CA", diag.Error, GroupID, at,
			diag.M("chứng thư trong %q là của nơi cấp chứng thư, không phải của người ký", "the certificate in %q is that of an authority, not of a signer", k.name),
			diag.M("dùng khóa đã cấp cho người hoặc cơ quan ký", "use the key that was issued to the person or the organisation")))
	}
	if !documentsAllowed(c) {
		found = append(found, diag.New("KEY-PURPOSE", diag.Info, GroupID, at,
			diag.M("chứng thư trong %q ghi mục đích khác, không ghi ký tài liệu", "the certificate in %q names other purposes, not the signing of documents", k.name),
			diag.M("vẫn ký được; có phần mềm kiểm tra sẽ nhắc điều này", "it signs all the same; some programs will mention it")))
	}
	return found
}

// fitDays looks at the days of the certificate.
func (k *Key) fitDays(now time.Time) []diag.Finding {
	at, c := diag.Place{File: k.name}, k.Cert
	switch {
	case now.Before(c.NotBefore):
		return one(diag.New("KEY-NOT-YET", diag.Error, GroupID, at,
			diag.M("chứng thư trong %q chỉ có hiệu lực từ %s, còn %d ngày nữa", "the certificate in %q is valid from %s on, in %d days", k.name, day(c.NotBefore), days(now, c.NotBefore)),
			diag.M("xem lại ngày giờ của máy, hoặc đợi đến ngày đó", "look whether the clock of the machine is right, or wait for that day")))
	case now.After(c.NotAfter):
		return one(diag.New("KEY-EXPIRED", diag.Error, GroupID, at,
			diag.M("chứng thư trong %q đã hết hạn ngày %s, %d ngày trước", "the certificate in %q expired on %s, %d days ago", k.name, day(c.NotAfter), days(c.NotAfter, now)),
			diag.M("gia hạn chứng thư ở nơi cấp rồi ký bằng chứng thư mới", "have it renewed and sign with the new one")))
	}
	return nil
}

// documentsAllowed tells whether the extended key usage speaks of documents or
// mail, or of nothing.
func documentsAllowed(c *x509.Certificate) bool {
	if len(c.ExtKeyUsage) == 0 && len(c.UnknownExtKeyUsage) == 0 {
		return true
	}
	if slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageAny) || slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageEmailProtection) {
		return true
	}
	return slices.ContainsFunc(c.UnknownExtKeyUsage, func(id asn1.ObjectIdentifier) bool {
		return slices.ContainsFunc(forDocuments, id.Equal)
	})
}

// day writes a day as people in Vietnam do, in their time.
func day(t time.Time) string { return t.In(vietnam).Format("02/01/2006") }

// days counts the days from one time to another as a calendar in Vietnam does.
func days(from, to time.Time) int {
	midnight := func(t time.Time) time.Time {
		y, m, d := t.In(vietnam).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(to).Sub(midnight(from)) / (24 * time.Hour))
}
