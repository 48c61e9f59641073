package sign

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"slices"
	"time"

	"kehoach.example/internal/diag"
)

// maxRoots bounds the file of roots; all those of a browser together have 250 KB.
const maxRoots = 4 << 20

// OpenRoots reads the certificates that somebody trusts from a PEM file (RFC
// 7468). name is how findings call it. There is at least one certificate, or an
// error.
func OpenRoots(name string, data []byte) ([]*x509.Certificate, []diag.Finding) {
	var roots []*x509.Certificate
	bad := func() ([]*x509.Certificate, []diag.Finding) {
		return nil, one(diag.New("ROOTS-FILE", diag.Error, GroupID, diag.Place{File: name},
			diag.M("%q không phải tệp chứng thư gốc đọc được", "%q is no file of root certificates that can be read", name),
			diag.M("dùng tệp văn bản dạng PEM, có dòng -----BEGIN CERTIFICATE-----; từ tệp .cer, .crt dạng nhị phân thì xuất lại kiểu Base-64", "use a text file in PEM, with lines -----BEGIN CERTIFICATE-----; export a binary .cer or .crt again as Base-64")))
	}
	if len(data) > maxRoots {
		return bad()
	}
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			break
		}
		if block.Type != "CERTIFICATE" {
			continue
		}
		cert, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return bad()
		}
		roots = append(roots, cert)
	}
	if len(roots) == 0 {
		return bad()
	}
	return roots, nil
}

// trusted tells whether the certificate of a signature leads to one of the roots,
// nil if so; [words] tells the reason else. The day that counts is that of the
// time stamp, if it holds and leads to a root itself, else at. Whether a
// certificate was revoked is not asked: a report has to say so.
func trusted(j *Judged, roots []*x509.Certificate, at time.Time) error {
	if trustedStamp(j, roots, at) == nil {
		at = j.Stamp.Time
	}
	return leads(j.Cert, j.Chain, roots, at, x509.ExtKeyUsageAny)
}

// trustedStamp tells the same of the time stamp; one that does not hold, or is
// missing, is an error.
func trustedStamp(j *Judged, roots []*x509.Certificate, at time.Time) error {
	if j.Stamp == nil || !j.Stamp.Valid {
		return said(diag.M("không có dấu thời gian hợp lệ", "there is no time stamp that holds"))
	}
	above := slices.Concat(j.Stamp.Chain, j.Chain)
	return leads(j.Stamp.Cert, above, roots, at, x509.ExtKeyUsageTimeStamping)
}

// leads tells whether a certificate leads to a root on a day.
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
	_, err := cert.Verify(opt)
	var invalid x509.CertificateInvalidError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return said(diag.M("chứng thư %q không có hiệu lực vào ngày %s", "the certificate %q does not hold on %s", invalid.Cert.Subject.CommonName, day(at)))
	}
	return said(diag.M("chứng thư %q không dẫn tới chứng thư gốc nào đã cho", "the certificate %q leads to none of the given roots", cert.Subject.CommonName))
}

// unsound tells which certificates were not signed as they stand by another of
// those that are at hand. The highest above the signer may have nobody there.
func unsound(j *Judged, certs, known []*x509.Certificate) []diag.Msg {
	top := j.Cert
	if len(j.Chain) > 0 {
		top = j.Chain[len(j.Chain)-1]
	}
	pool := slices.Concat(certs, known)
	var out []diag.Msg
	for _, cert := range certs {
		above := false
		vouched := slices.ContainsFunc(pool, func(by *x509.Certificate) bool {
			above = above || issued(by, cert)
			return issued(by, cert) && vouches(by, cert)
		})
		if !vouched && (above || !cert.Equal(top)) {
			out = append(out, diag.M("chứng thư kèm theo không kiểm được hoặc đã bị sửa: %q", "a certificate that lies there was changed or cannot be judged: %q", cert.Subject.CommonName))
		}
	}
	return out
}

// vouches tells whether a certificate was signed with the key of another. Old
// roots signed themselves with SHA-1; that is no reason to think that they were
// changed.
func vouches(by, cert *x509.Certificate) bool {
	err := by.CheckSignature(cert.SignatureAlgorithm, cert.RawTBSCertificate, cert.Signature)
	var old x509.InsecureAlgorithmError
	if err == nil || !errors.As(err, &old) {
		return err == nil
	}
	key, ok := by.PublicKey.(*rsa.PublicKey)
	return ok && cert.SignatureAlgorithm == x509.SHA1WithRSA && bytes.Equal(cert.RawSubject, cert.RawIssuer) &&
		rsa.VerifyPKCS1v15(key, crypto.SHA1, sumOf(crypto.SHA1, cert.RawTBSCertificate), cert.Signature) == nil
}
