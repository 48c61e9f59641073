package readback

import (
	"bytes"
	"crypto/sha256"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

// TestCA: OpenSSL finds the chain from a person to the root, opens the P12 with the passphrase, and accepts the
// answer of the server for time stamps.
func TestCA(t *testing.T) {
	ca := NewCA(t)
	person, dir := ca.Person("Nguyễn Thị Thử"), t.TempDir()
	openssl := func(args ...string) []byte {
		t.Helper()
		out, complaint, err := command(limit, "openssl", args...)
		if err != nil {
			t.Fatalf("openssl %v: %v: %s", args, err, complaint)
		}
		return out
	}
	issuer := ca.file("issuer.pem", pemOf(ca.Issuer))
	openssl("verify", "-CAfile", ca.Root, "-untrusted", issuer, ca.file("person.pem", pemOf(person.Cert)))
	out := openssl("pkcs12", "-in", person.File, "-passin", "pass:"+person.Passphrase, "-nodes")
	if n := bytes.Count(out, []byte("BEGIN CERTIFICATE")); n != 3 || !bytes.Contains(out, []byte("BEGIN PRIVATE KEY")) {
		t.Errorf("the P12 holds %d certificates: %s", n, out)
	}

	url, _ := ca.TSA()
	data, query, reply := filepath.Join(dir, "data"), filepath.Join(dir, "q"), filepath.Join(dir, "r")
	sum := sha256.Sum256([]byte("kế hoạch"))
	if err := os.WriteFile(data, sum[:], 0o600); err != nil {
		t.Fatal(err)
	}
	openssl("ts", "-query", "-data", data, "-sha256", "-cert", "-out", query)
	asked, err := os.ReadFile(query)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.Post(url, "application/timestamp-query", bytes.NewReader(asked))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	got, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v: %s", answer.Status, err, got)
	}
	if err := os.WriteFile(reply, got, 0o600); err != nil {
		t.Fatal(err)
	}
	openssl("ts", "-verify", "-queryfile", query, "-in", reply, "-CAfile", ca.Root, "-untrusted", issuer)
}
