package sign

import (
	"crypto/x509"
	"errors"
	"slices"
	"time"

	"kehoach.example/internal/diag"
)

// distrust is why a certificate leads to no root, and what to do about it.
type distrust struct{ what, hint diag.Msg }

// Error gives the English text.
func (d *distrust) Error() string { return d.what.En }

// Unwrap gives what [words] reads.
func (d *distrust) Unwrap() error { return said(d.what) }

// advice gives the hint of an error of [trusted].
func advice(err error) diag.Msg {
	var d *distrust
	if errors.As(err, &d) {
		return d.hint
	}
	return hintRoots
}

// What to do about a certificate that is not trusted, by the reason.
var (
	hintRoots = diag.M("kiểm tra lại tệp chứng thư gốc sau --roots (gốc của Ban Cơ yếu hoặc của nhà cung cấp chứng thực chữ ký số), hoặc thêm chứng thư của nơi cấp vào tệp đó", "check the root certificates behind --roots (of the government's or the provider's authority), or add the certificate of the issuer to that file").
			OnPage(diag.M("kiểm tra lại tệp ở “Chứng thư gốc” (gốc của Ban Cơ yếu hoặc của nhà cung cấp chứng thực chữ ký số), hoặc thêm chứng thư của nơi cấp vào tệp đó", "check the file under “Root certificates” (of the government's or the provider's authority), or add the certificate of the issuer to that file"))
	hintDays    = diag.M("chữ ký không có dấu thời gian tin được thì chỉ xét được khi chứng thư còn hạn; hỏi nơi phát hành bản có dấu thời gian", "without a time stamp that is trusted a signature can only be judged while its certificate holds; ask the issuer for a file with a time stamp")
	hintNoCA    = diag.M("không dùng bản này; báo cho nơi phát hành và nơi cấp chứng thư", "do not use this copy; tell who issued it and who issued the certificate")
	hintForeign = diag.M("hỏi nơi cấp chứng thư; kiểm tra tệp bằng phần mềm của nơi đó", "ask who issued the certificate; verify the file with their program")
)

// trusted tells whether the certificate of a signature leads to one of the roots,
// nil if so; [words] tells the reason else, [advice] what to do. The day that
// counts is that of the time stamp, if it holds and leads to a root itself, else
// at. Whether a certificate was revoked is not asked: a report has to say so.
func trusted(j *Judged, roots []*x509.Certificate, at time.Time) error {
	if trustedStamp(j, roots, at) == nil {
		at = j.Stamp.Time
	}
	return leads(j.Cert, j.Certs, roots, at, x509.ExtKeyUsageAny)
}

// trustedStamp tells the same of the time stamp; one that does not hold, or is
// missing, is an error.
func trustedStamp(j *Judged, roots []*x509.Certificate, at time.Time) error {
	if j.Stamp == nil || !j.Stamp.Valid {
		return said(diag.M("không có dấu thời gian hợp lệ", "there is no time stamp that holds"))
	}
	above := slices.Concat(j.Stamp.Certs, j.Certs)
	return leads(j.Stamp.Cert, above, roots, at, x509.ExtKeyUsageTimeStamping)
}

// leads tells whether a certificate leads to a root on a day, by way of any of
// those above it.
func leads(cert *x509.Certificate, above, roots []*x509.Certificate, at time.Time, usage x509.ExtKeyUsage) error {
	opt := x509.VerifyOptions{
		Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(),
		CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{usage},
	}
	for _, c := range roots {
		opt.Roots.AddCert(c)
	}
	for _, c := range above {
		opt.Intermediates.AddCert(c)
	}
	if _, err := cert.Verify(opt); err != nil {
		return reason(err, cert, slices.Concat(above, roots), at)
	}
	return nil
}

// reason puts into words why a certificate leads to no root.
func reason(err error, cert *x509.Certificate, above []*x509.Certificate, at time.Time) error {
	var (
		invalid  x509.CertificateInvalidError
		critical x509.UnhandledCriticalExtension
		unknown  x509.UnknownAuthorityError
	)
	switch {
	case errors.As(err, &critical):
		return &distrust{diag.M("chứng thư %q hoặc của nơi cấp nó có điều kiện bắt buộc mà chương trình không hiểu", "the certificate %q or one above it has a condition that must be understood, and is not", cert.Subject.CommonName), hintForeign}
	case errors.As(err, &unknown):
		return unissued(cert, above)
	case !errors.As(err, &invalid):
		return &distrust{diag.M("không xét được chứng thư %q", "the certificate %q cannot be judged", cert.Subject.CommonName), hintForeign}
	}
	name := cert.Subject.CommonName
	if invalid.Cert != nil {
		name = invalid.Cert.Subject.CommonName
	}
	switch invalid.Reason {
	case x509.Expired:
		return &distrust{diag.M("chứng thư %q không có hiệu lực vào ngày %s", "the certificate %q does not hold on %s", name, day(at)), hintDays}
	case x509.NotAuthorizedToSign, x509.TooManyIntermediates:
		return noAuthority(name)
	case x509.IncompatibleUsage:
		return &distrust{diag.M("chứng thư %q hoặc của nơi cấp nó không được dùng vào việc này", "the certificate %q or one above it may not be used for this", name), hintForeign}
	}
	return &distrust{diag.M("nơi cấp không được phép cấp chứng thư %q (giới hạn ghi trong chứng thư của nơi cấp)", "the issuer may not issue the certificate %q (a limit in its own certificate)", name), hintForeign}
}

func noAuthority(name string) error {
	return &distrust{diag.M("chứng thư %q không phải của nơi cấp chứng thư, không được cấp chứng thư cho người khác", "the certificate %q is not that of an authority and may not issue others", name), hintNoCA}
}

// unissued tells whose issuer is missing, or is no authority.
func unissued(cert *x509.Certificate, above []*x509.Certificate) error {
	chain := append([]*x509.Certificate{cert}, chainOf(cert, above)...)
	for _, c := range chain {
		for _, by := range above {
			var bound x509.ConstraintViolationError
			if issued(by, c) && !by.Equal(c) && errors.As(c.CheckSignatureFrom(by), &bound) {
				return noAuthority(by.Subject.CommonName)
			}
		}
	}
	top := chain[len(chain)-1]
	return &distrust{diag.M("chứng thư %q không dẫn tới chứng thư gốc nào đã cho (chuỗi dừng ở nơi cấp %q)", "the certificate %q leads to none of the given roots (the chain ends at the issuer %q)", cert.Subject.CommonName, top.Issuer.CommonName), hintRoots}
}
