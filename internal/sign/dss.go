package sign

import (
	"crypto/rsa"
	"crypto/x509"

	"kehoach.example/internal/cos"
)

// maxCert bounds a certificate in a file, in bytes; one has 1 to 3 KB.
const maxCert = 64 << 10

// kept gives the certificates that lie in the file to judge signatures by
// (/DSS /Certs: ETSI EN 319 142-1, 5.4.2), a bounded number of them. Nobody vouches
// for them but who issued them: they only help to find the way to a root.
func (f file) kept() []*x509.Certificate {
	_, root := f.root()
	dss, _ := f.Get(root["DSS"]).(cos.Dict)
	all := f.array(dss["Certs"])
	var out []*x509.Certificate
	for _, v := range all[:min(len(all), maxList)] {
		s, ok := f.Get(v).(*cos.Stream)
		if !ok {
			continue
		}
		der, err := f.Decode(s, maxCert)
		if err != nil {
			continue
		}
		if cert := readCert(der); cert != nil {
			out = append(out, cert)
		}
	}
	return out
}

// readCert reads a certificate; nil: it is none, or has a key beyond all bounds.
func readCert(der []byte) *x509.Certificate {
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil
	}
	if k, ok := cert.PublicKey.(*rsa.PublicKey); ok && k.N.BitLen() > maxRSA {
		return nil
	}
	return cert
}
