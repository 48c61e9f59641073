package readback

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// tsaConfig is what OpenSSL wants to know of a server for time stamps; DIR is the folder with its numbers.
const tsaConfig = `[tsa]
default_tsa = one
[one]
serial = DIR/tsaserial
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha384, sha512
accuracy = secs:1
signer_digest = sha256
ess_cert_id_alg = sha256
ess_cert_id_chain = yes
`

// TSA starts a server for time stamps (RFC 3161) of this authority that OpenSSL answers for, and returns its
// address and its certificate. It goes down with the test. The time in the stamps is the machine's.
func (c *CA) TSA() (url string, cert *x509.Certificate) {
	c.t.Helper()
	key := RSAKey(c.t, 2048)
	template := c.template(pkix.Name{Country: []string{"VN"}, CommonName: "Dấu thời gian Thử Nghiệm"})
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtraExtensions = []pkix.Extension{timeStamping(c)}
	cert = c.certify(template, c.Issuer, key.Public(), c.issuerKey)
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		c.t.Fatal(err)
	}
	args := []string{
		"ts", "-reply", "-section", "one",
		"-config", c.file("tsa.cnf", []byte(strings.ReplaceAll(tsaConfig, "DIR", c.dir))),
		"-signer", c.file("tsa.pem", pemOf(cert)),
		"-inkey", c.file("tsa.key", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})),
		"-chain", c.file("tsachain.pem", pemOf(c.Issuer)),
	}
	c.file("tsaserial", []byte("01\n"))
	var one sync.Mutex // OpenSSL counts in a file
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		one.Lock()
		defer one.Unlock()
		reply, err := c.stamp(r, args)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/timestamp-reply")
		w.Write(reply)
	}))
	c.t.Cleanup(server.Close)
	return server.URL, cert
}

// stamp lets OpenSSL answer one query.
func (c *CA) stamp(r *http.Request, args []string) ([]byte, error) {
	query, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	if err != nil {
		return nil, err
	}
	in, out := filepath.Join(c.dir, "query.tsq"), filepath.Join(c.dir, "reply.tsr")
	if err := os.WriteFile(in, query, 0o600); err != nil {
		return nil, err
	}
	if _, complaint, err := command(limit, "openssl", append(args, "-queryfile", in, "-out", out)...); err != nil {
		return nil, fmt.Errorf("openssl ts: %w: %s", err, short(complaint))
	}
	return os.ReadFile(out)
}

// timeStamping is the extended key usage of a server for time stamps: it alone, and critical (RFC 3161, 2.3).
func timeStamping(c *CA) pkix.Extension {
	value, err := asn1.Marshal([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
	if err != nil {
		c.t.Fatal(err)
	}
	return pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: value}
}
