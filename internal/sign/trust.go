package sign

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"slices"

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
