//go:build pkcs11

package main

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ThalesGroup/crypto11"

	"kehoach.example/internal/readback"
)

// TestSignWithToken: the key stays in the token; the PIN comes from a file, and a
// wrong one opens nothing and is told to nobody.
func TestSignWithToken(t *testing.T) {
	readback.Need(t, "softhsm2-util")
	ca := readback.NewCA(t)
	who := ca.Person("Trần Thị Mẫu")
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	library := softToken(t, dir, who, ca.Issuer)
	putFile(t, path("pin.txt"), "824613\r\n")
	putFile(t, path("sai.txt"), "111999\r\n")
	putFile(t, path("k.yaml"), smallPlan)
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"build", path("k.yaml"), "-o", dir, "--format", "pdf"}, 0, ""},
		{[]string{"sign", path("k.pdf"), "--token", library, "--passphrase-file", path("sai.txt"), "-o", path("ra.pdf")}, 1, "lỗi KEY-"},
		{[]string{"sign", path("k.pdf"), "--token", library, "--token-label", "Không có", "--passphrase-file", path("pin.txt"), "-o", path("ra.pdf")}, 1, "Văn thư"},
		{[]string{"sign", path("k.pdf"), "--token", library, "--token-label", "Văn thư", "--passphrase-file", path("pin.txt"), "-o", path("ký.pdf")}, 0, "đã ký ô ky_1"},
		{[]string{"verify", path("ký.pdf"), "--roots", ca.Root}, 0, "dẫn về gốc đã cho"},
	} {
		var out bytes.Buffer
		if status := run(c.args, strings.NewReader(""), &out, &out); status != c.status || !strings.Contains(out.String(), c.says) {
			t.Fatalf("%q: status %d, want %d and %q\n%s", c.args, status, c.status, c.says, &out)
		}
		if strings.Contains(out.String(), "824613") || strings.Contains(out.String(), "111999") {
			t.Errorf("%q tells the PIN", c.args)
		}
	}
	if _, err := os.Stat(path("ra.pdf")); err == nil {
		t.Error("a failed run left a file")
	}
}

// softToken makes a token of software with a key and its certificates, and gives
// the library that reaches it.
func softToken(t *testing.T, dir string, who *readback.Identity, above *x509.Certificate) string {
	t.Helper()
	libraries, _ := filepath.Glob("/usr/lib/*softhsm/libsofthsm2.so")
	more, _ := filepath.Glob("/usr/lib/*/softhsm/libsofthsm2.so")
	if libraries = append(libraries, more...); len(libraries) == 0 {
		t.Fatal("libsofthsm2.so is nowhere")
	}
	conf, tokens := filepath.Join(dir, "softhsm2.conf"), filepath.Join(dir, "tokens")
	if err := os.Mkdir(tokens, 0o700); err != nil {
		t.Fatal(err)
	}
	putFile(t, conf, "directories.tokendir = "+tokens+"\n")
	t.Setenv("SOFTHSM2_CONF", conf)
	der, err := x509.MarshalPKCS8PrivateKey(who.Key)
	if err != nil {
		t.Fatal(err)
	}
	putFile(t, filepath.Join(dir, "key.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})))
	for _, args := range [][]string{
		{"--init-token", "--free", "--label", "Văn thư", "--so-pin", "so824613", "--pin", "824613"},
		{"--import", filepath.Join(dir, "key.pem"), "--token", "Văn thư", "--label", who.Name, "--id", "01", "--pin", "824613"},
	} {
		if out, err := exec.Command("softhsm2-util", args...).CombinedOutput(); err != nil {
			t.Fatalf("softhsm2-util %q: %v: %s", args, err, out)
		}
	}
	ctx, err := crypto11.Configure(&crypto11.Config{Path: libraries[0], TokenLabel: "Văn thư", Pin: "824613"})
	if err != nil {
		t.Fatal(err)
	}
	defer ctx.Close()
	for i, cert := range []*x509.Certificate{who.Cert, above} {
		if err := ctx.ImportCertificateWithLabel([]byte{byte(i + 1)}, []byte(cert.Subject.CommonName), cert); err != nil {
			t.Fatal(err)
		}
	}
	return libraries[0]
}
