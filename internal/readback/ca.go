package readback

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The days between which the certificates of a [CA] hold; what is read by other programs is judged by the
// machine's clock, so they hold for long.
var (
	caFrom  = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	caUntil = time.Date(2049, 12, 31, 23, 59, 59, 0, time.UTC)
)

// CA is an authority that nobody trusts: a root, an issuer under it, and whom it certifies. Its files lie in a
// folder of the test. Root is the path of the root's certificate (PEM), which is what a verifier is given.
type CA struct {
	Root     string
	RootCert *x509.Certificate
	Issuer   *x509.Certificate

	t         testing.TB
	dir       string
	rootKey   crypto.Signer
	issuerKey crypto.Signer
	serial    int64
}

// Identity is somebody with a key. P12 holds the key, its certificate, the issuer and the root, locked with the
// passphrase, as OpenSSL packs them; File is the same on disk.
type Identity struct {
	Name       string
	Cert       *x509.Certificate
	Key        crypto.Signer
	P12        []byte
	File       string
	Passphrase string
}

// NewCA makes an authority with fresh keys. It calls [Need] for openssl.
func NewCA(t testing.TB) *CA {
	t.Helper()
	Need(t, "openssl")
	c := &CA{t: t, dir: t.TempDir(), rootKey: caKey(t), issuerKey: caKey(t)}
	authority := func(cert *x509.Certificate) {
		cert.IsCA, cert.BasicConstraintsValid = true, true
		cert.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	}
	root := c.template(pkix.Name{Country: []string{"VN"}, Organization: []string{"Cơ quan chứng thực Thử Nghiệm"}, CommonName: "Gốc Thử Nghiệm"})
	authority(root)
	c.RootCert = c.certify(root, root, c.rootKey.Public(), c.rootKey)
	issuer := c.template(pkix.Name{Country: []string{"VN"}, Organization: []string{"Cơ quan chứng thực Thử Nghiệm"}, CommonName: "Cấp phát Thử Nghiệm"})
	authority(issuer)
	issuer.MaxPathLenZero = true
	c.Issuer = c.certify(issuer, c.RootCert, c.issuerKey.Public(), c.rootKey)
	c.Root = c.file("root.pem", pemOf(c.RootCert))
	return c
}

// Renew certifies the key of the issuer once more, under the same name. change makes the certificate another.
func (c *CA) Renew(change func(*x509.Certificate)) *x509.Certificate {
	c.t.Helper()
	cert := *c.Issuer
	c.serial++
	cert.SerialNumber = big.NewInt(0x10000 + c.serial)
	change(&cert)
	return c.certify(&cert, c.RootCert, c.issuerKey.Public(), c.rootKey)
}

// Person certifies a person, with a key of the kind that most tokens hold: RSA of 2048 bits.
func (c *CA) Person(name string) *Identity {
	c.t.Helper()
	return c.Issue(name, RSAKey(c.t, 2048), func(cert *x509.Certificate) {
		cert.Subject.OrganizationalUnit = []string{"Ban Thường vụ"}
	})
}

// Body certifies an organisation, with a key over the curve P-256.
func (c *CA) Body(name string) *Identity {
	c.t.Helper()
	return c.Issue(name, caKey(c.t), func(cert *x509.Certificate) { cert.Subject.Organization = []string{name} })
}

// Expired certifies a person until the end of 2021.
func (c *CA) Expired() *Identity {
	c.t.Helper()
	return c.Issue("Người Hết Hạn", caKey(c.t), func(cert *x509.Certificate) {
		cert.NotAfter = time.Date(2021, 12, 31, 23, 59, 59, 0, time.UTC)
	})
}

// NotYet certifies a person from 2048 on.
func (c *CA) NotYet() *Identity {
	c.t.Helper()
	return c.Issue("Người Chưa Đến Hạn", caKey(c.t), func(cert *x509.Certificate) {
		cert.NotBefore = time.Date(2048, 1, 1, 0, 0, 0, 0, time.UTC)
	})
}

// NoSigning certifies a person for the exchange of keys only.
func (c *CA) NoSigning() *Identity {
	c.t.Helper()
	return c.Issue("Người Không Được Ký", caKey(c.t), func(cert *x509.Certificate) { cert.KeyUsage = x509.KeyUsageKeyAgreement })
}

// Issue certifies a key. change may turn the certificate into anything before it is signed; nil leaves it fit
// for signatures (digitalSignature and contentCommitment).
func (c *CA) Issue(name string, key crypto.Signer, change func(*x509.Certificate)) *Identity {
	c.t.Helper()
	cert := c.template(pkix.Name{Country: []string{"VN"}, CommonName: name})
	cert.KeyUsage = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if change != nil {
		change(cert)
	}
	who := &Identity{Name: name, Key: key, Passphrase: "Mật khẩu thử nghiệm 7"}
	who.Cert = c.certify(cert, c.Issuer, key.Public(), c.issuerKey)
	who.File, who.P12 = c.pack(who)
	return who
}

// RSAKey makes a key of so many bits.
func RSAKey(t testing.TB, bits int) crypto.Signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// caKey makes a key over P-256.
func caKey(t testing.TB) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func (c *CA) template(name pkix.Name) *x509.Certificate {
	c.serial++
	return &x509.Certificate{SerialNumber: big.NewInt(0x10000 + c.serial), Subject: name, NotBefore: caFrom, NotAfter: caUntil}
}

func (c *CA) certify(cert, parent *x509.Certificate, public any, key crypto.Signer) *x509.Certificate {
	c.t.Helper()
	der, err := x509.CreateCertificate(rand.Reader, cert, parent, public, key)
	if err != nil {
		c.t.Fatal(err)
	}
	made, err := x509.ParseCertificate(der)
	if err != nil {
		c.t.Fatal(err)
	}
	return made
}

// pack writes the P12 of an identity.
func (c *CA) pack(who *Identity) (file string, p12 []byte) {
	c.t.Helper()
	base := who.Cert.SerialNumber.Text(16)
	key, err := x509.MarshalPKCS8PrivateKey(who.Key)
	if err != nil {
		c.t.Fatal(err)
	}
	file = filepath.Join(c.dir, base+".p12")
	_, complaint, err := command(limit, "openssl", "pkcs12", "-export", "-name", who.Name, "-out", file,
		"-inkey", c.file(base+".key", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key})),
		"-in", c.file(base+".pem", pemOf(who.Cert)),
		"-certfile", c.file("chain.pem", append(pemOf(c.Issuer), pemOf(c.RootCert)...)),
		"-passout", "file:"+c.file("passphrase", []byte(who.Passphrase+"\n")))
	if err != nil {
		c.t.Fatalf("openssl pkcs12: %v: %s", err, short(complaint))
	}
	if p12, err = os.ReadFile(file); err != nil {
		c.t.Fatal(err)
	}
	return file, p12
}

// file writes a file into the folder of the authority and returns its path.
func (c *CA) file(name string, content []byte) string {
	c.t.Helper()
	path := filepath.Join(c.dir, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		c.t.Fatal(err)
	}
	return path
}

func pemOf(cert *x509.Certificate) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert.Raw})
}
