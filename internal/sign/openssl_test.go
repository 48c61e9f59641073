package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// content is the document of tests that need none.
var content = []byte("kế hoạch thử nghiệm\n")

// openssl runs a command of OpenSSL that has to succeed.
func openssl(t testing.TB, args ...string) []byte {
	t.Helper()
	out, complaint, err := tryOpenssl(args...)
	if err != nil {
		t.Fatalf("openssl %v: %v: %s", args, err, complaint)
	}
	return out
}

func tryOpenssl(args ...string) (out []byte, complaint string, err error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("openssl", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	return stdout.Bytes(), stderr.String(), err
}

// onDisk writes a file and gives its path.
func onDisk(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// pemKey writes the private key of somebody for OpenSSL.
func pemKey(t testing.TB, key crypto.Signer) string {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return onDisk(t, "key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
}

// pemCerts writes certificates for OpenSSL.
func pemCerts(t testing.TB, certs ...*x509.Certificate) string {
	t.Helper()
	var all []byte
	for _, c := range certs {
		all = append(all, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})...)
	}
	return onDisk(t, "certs.pem", all)
}

// keyOf opens the P12 of somebody.
func keyOf(t testing.TB, who *readback.Identity) *Key {
	t.Helper()
	key, found := OpenP12("khoa.p12", who.P12, who.Passphrase)
	if key == nil || len(found) > 0 {
		t.Fatalf("%s: %v", who.Name, found)
	}
	return key
}

// digestOf gives digests of a document.
func digestOf(doc []byte) func(crypto.Hash) []byte {
	return func(h crypto.Hash) []byte {
		sum := h.New()
		sum.Write(doc)
		return sum.Sum(nil)
	}
}

// codes lists the codes of findings, sorted.
func codes(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code)
	}
	slices.Sort(out)
	return out
}
