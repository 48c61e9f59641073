package main

import (
	"bytes"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// forged is a name that would wipe out a line of a terminal and write another.
const forged = "x\x1b[2K\r\nban-chinh.pdf: 2 chữ ký, tất cả đều đúng\u009b1m\u202e\u2028"

// hostilePDF is a page with an empty signature field and a filled text field whose
// names and value are what they are given as.
func hostilePDF(name string) []byte {
	text := fmt.Sprintf("<%x>", append([]byte("\xef\xbb\xbf"), name...))
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R] >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Annots [4 0 R 5 0 R] >>",
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T " + text + " /F 4 /Rect [100 100 200 150] /P 3 0 R >>",
		"<< /Type /Annot /Subtype /Widget /FT /Tx /T (so) /V " + text + " /F 4 /Rect [100 200 200 250] /P 3 0 R >>",
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, at)
	return b.Bytes()
}

// TestHostileNames: whatever names a PDF and a certificate hold, a terminal shows
// lines of ours only, and programs read the names as they are.
func TestHostileNames(t *testing.T) {
	ca := readback.NewCA(t)
	who := ca.Issue(forged, readback.RSAKey(t, 2048), func(c *x509.Certificate) { c.Subject.Organization = []string{forged + "o"} })
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	in, key, secret := file("in.pdf", hostilePDF(forged)), file("k.p12", who.P12), file("mk.txt", []byte(who.Passphrase))
	out := filepath.Join(dir, "out.pdf")
	sign := []string{"sign", in, "--key", key, "--passphrase-file", secret, "-o"}
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"verify", in}, 0, "chỗ ký còn trống: x�[2K"},
		{[]string{"check", "--for-signing", in}, 0, "x�[2K"},
		{append(sign, filepath.Join(dir, "no.pdf"), "--field", "ky_1"), 1, "tệp có: x�[2K"},
		{append(sign, out, "--field", forged), 0, "đã ký ô x�[2K"},
		{append(sign, filepath.Join(dir, "no.pdf"), "--field", forged, "--json"), 0, `x\u001b[2K\r\nban-chinh.pdf`},
		{[]string{"verify", out}, 0, "người ký: x�[2K"},
		{[]string{"verify", out, "--roots", ca.Root, "--lang", "en"}, 0, "signer: x�[2K"},
		{[]string{"verify", out, "--roots", readback.NewCA(t).Root}, 1, "VERIFY-UNTRUSTED"},
		{[]string{"verify", out, "--json"}, 0, `\u202e\u2028"`},
		{[]string{"explain", forged}, 2, "x"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(c.args, strings.NewReader(""), &stdout, &stderr)
		text := stdout.String() + stderr.String()
		if status != c.status || !strings.Contains(text, c.want) {
			t.Errorf("%v: status %d, want %d and %q: %s", c.args, status, c.status, c.want, text)
		}
		if strings.ContainsAny(text, "\x1b\r\u009b\u202e\u2028") || strings.Contains(text, "\nban-chinh") {
			t.Errorf("%v: %q", c.args, text)
		}
		if c.args[len(c.args)-1] == "--json" && !json.Valid(stdout.Bytes()) {
			t.Errorf("%v: no JSON: %s", c.args, text)
		}
	}
}
