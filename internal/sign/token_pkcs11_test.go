//go:build pkcs11

package sign

import (
	"crypto/elliptic"
	"crypto/x509"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ThalesGroup/crypto11"

	"kehoach.example/internal/readback"
)

const pin = "824613"

// softHSM is the library of the token that is a program; places of Debian first.
func softHSM(t *testing.T) string {
	t.Helper()
	for _, place := range []string{"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/*/softhsm/libsofthsm2.so", "/usr/lib64/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so"} {
		if found, _ := filepath.Glob(place); len(found) > 0 {
			return found[0]
		}
	}
	t.Fatal("libsofthsm2.so is nowhere")
	return ""
}

// softToken makes tokens with those labels and gives the library.
func softToken(t *testing.T, labels ...string) string {
	t.Helper()
	readback.Need(t, "softhsm2-util")
	dir := t.TempDir()
	conf := filepath.Join(dir, "softhsm2.conf")
	if err := os.WriteFile(conf, []byte("directories.tokendir = "+dir+"\nobjectstore.backend = file\nlog.level = ERROR\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("SOFTHSM2_CONF", conf)
	for _, label := range labels {
		softhsm(t, "--init-token", "--free", "--label", label, "--so-pin", "so"+pin, "--pin", pin)
	}
	return softHSM(t)
}

func softhsm(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("softhsm2-util", args...).CombinedOutput(); err != nil {
		t.Fatalf("softhsm2-util %v: %v: %s", args, err, out)
	}
}

// store puts a key into a token and its certificates beside it.
func store(t *testing.T, library, token, id, label string, who *readback.Identity, above ...*x509.Certificate) {
	t.Helper()
	softhsm(t, "--import", pemKey(t, who.Key), "--token", token, "--label", label, "--id", id, "--pin", pin)
	ctx, err := crypto11.Configure(&crypto11.Config{Path: library, TokenLabel: token, Pin: pin})
	if err != nil {
		t.Fatal(err)
	}
	defer ctx.Close()
	for i, cert := range append([]*x509.Certificate{who.Cert}, above...) {
		name := "chứng thư " + label
		if i > 0 {
			name = cert.Subject.CommonName
		}
		if err := ctx.ImportCertificateWithLabel([]byte{byte(i + 100), id[1]}, []byte(name), cert); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTokenSigns: a key that cannot leave its token signs as one out of a file;
// the chain is read from the token, and the token is given back.
func TestTokenSigns(t *testing.T) {
	library := softToken(t, "Văn thư", "Khác")
	ca := readback.NewCA(t)
	for i, who := range []*readback.Identity{
		ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm"), ca.Issue("Lê P-384", ecKey(t, elliptic.P384()), nil),
	} {
		store(t, library, "Văn thư", "0"+string(rune('1'+i)), who.Name, who, ca.Issuer, ca.RootCert)
	}
	for _, name := range []string{"Nguyễn Thị Thử", "Ủy ban nhân dân xã Thử Nghiệm", "Lê P-384", "chứng thư Nguyễn Thị Thử"} {
		key, found := OpenToken(Token{Library: library, Label: "Văn thư", Pin: pin, Key: name})
		if key == nil {
			t.Fatalf("%s: %v", name, found)
		}
		if !strings.HasSuffix(name, key.Cert.Subject.CommonName) || len(key.Chain) != 2 || len(key.fit(inForce)) > 0 {
			t.Errorf("%s: %s, %d above it", name, key.Cert.Subject, len(key.Chain))
		}
		der := signed(t, key, content, nil)
		openssl(t, "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", onDisk(t, "s.der", der),
			"-content", onDisk(t, "doc", content), "-CAfile", ca.Root, "-purpose", "any", "-out", onDisk(t, "out", nil))
		if got := toldBy(judge(der, digestOf(content))); got != "" {
			t.Errorf("%s: %s", name, got)
		}
		if err := key.Close(); err != nil {
			t.Error(err)
		}
		if _, err := key.cms(make([]byte, 32), nil); err == nil {
			t.Errorf("%s: a token that was given back signs", name)
		}
	}
}

// TestTokenRefuses: what may be wrong with a token, told with what is there.
func TestTokenRefuses(t *testing.T) {
	library := softToken(t, "Một", "Hai", "Rỗng")
	ca := readback.NewCA(t)
	a, b := ca.Body("Ủy ban nhân dân xã Thử Nghiệm"), ca.Issue("Lê Thị Thử", ecKey(t, elliptic.P256()), nil)
	weak := ca.Issue("Yếu", readback.RSAKey(t, 1024), nil)
	store(t, library, "Một", "01", "con dấu", a)
	store(t, library, "Hai", "01", "con dấu", a)
	store(t, library, "Hai", "02", "cá nhân", b)
	store(t, library, "Hai", "03", "yếu", weak)
	softhsm(t, "--import", pemKey(t, ecKey(t, elliptic.P256())), "--token", "Rỗng", "--label", "không chứng thư", "--id", "01", "--pin", pin)
	for _, c := range []struct {
		name, want string
		token      Token
		says       []string
	}{
		{"the only key", "", Token{library, "Một", pin, ""}, nil},
		{"no library", "KEY-TOKEN-LIBRARY", Token{"/không/có.so", "Một", pin, ""}, []string{"/không/có.so"}},
		{"not a library", "KEY-TOKEN-LIBRARY", Token{onDisk(t, "a.so", content), "Một", pin, ""}, nil},
		{"no such token", "KEY-TOKEN-LABEL", Token{library, "Ba", pin, ""}, []string{`"Ba"`, `"Một"`, `"Hai"`, `"Rỗng"`}},
		{"which token", "KEY-TOKEN-LABEL", Token{library, "", pin, ""}, []string{`"Một"`, `"Hai"`}},
		{"wrong PIN", "KEY-TOKEN-PIN", Token{library, "Một", "000000", ""}, nil},
		{"no PIN", "KEY-TOKEN-PIN", Token{library, "Một", "", ""}, nil},
		{"which key", "KEY-TOKEN-KEY", Token{library, "Hai", pin, ""}, []string{`"con dấu" (Ủy ban nhân dân xã Thử Nghiệm)`, `"cá nhân" (Lê Thị Thử)`}},
		{"no such key", "KEY-TOKEN-KEY", Token{library, "Hai", pin, "khác"}, []string{`"khác"`, `"con dấu"`}},
		{"no certificate", "KEY-TOKEN-KEY", Token{library, "Rỗng", pin, ""}, []string{"không có khóa nào kèm chứng thư"}},
		{"weak", "KEY-SIZE", Token{library, "Hai", pin, "yếu"}, []string{"1024"}},
	} {
		key, found := OpenToken(c.token)
		if c.want == "" {
			if key == nil {
				t.Errorf("%s: %v", c.name, found)
				continue
			}
			if err := key.Close(); err != nil {
				t.Error(err)
			}
			continue
		}
		if key != nil || !slices.Equal(codes(found), []string{c.want}) {
			t.Errorf("%s: %v, want %s", c.name, found, c.want)
			continue
		}
		all := found[0].Message.Vi + found[0].Hint.Vi
		for _, s := range c.says {
			if !strings.Contains(all, s) {
				t.Errorf("%s: %q is not in %q", c.name, s, all)
			}
		}
		if strings.Contains(all, pin) || strings.Contains(found[0].At.File, pin) {
			t.Errorf("%s: the PIN is told: %q", c.name, all)
		}
	}
}
