package build_test

import (
	"bytes"
	"crypto/x509"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// signingDay is when the papers of these tests are signed.
var signingDay = time.Date(2027, 1, 6, 2, 15, 0, 0, time.UTC)

// keyOf opens the key of somebody.
func keyOf(t testing.TB, who *readback.Identity) *build.Key {
	t.Helper()
	key, found := build.OpenKey(build.Input{Name: who.File, Data: who.P12}, who.Passphrase)
	if key == nil {
		t.Fatal(found)
	}
	return key
}

// open leaves số and ngày of a plan blank.
var openNumber = regexp.MustCompile(`(?m)^(so|ngay):.*$`)

// keyring is keys by the field that each signs. Each has its own: pdfsig 22.12
// judges the second signature of one certificate as an unknown issue.
type keyring map[string]*build.Key

func newKeyring(t testing.TB, ca *readback.CA) keyring {
	t.Helper()
	keys := keyring{}
	for i, name := range []string{"Nguyễn Văn Thử", "Trần Thị Nghiệm", "Lê Văn Mẫu", "Phạm Thị Ví Dụ"} {
		n := strconv.Itoa(i + 1)
		keys["ky_"+n] = keyOf(t, ca.Person(name))
		keys["dau_"+n] = keyOf(t, ca.Body("Công đoàn Thử Nghiệm "+n))
	}
	return keys
}

// signAll signs all fields of a paper but kem_tep, persons and bodies by turns,
// filling in number and date first where they are blank.
func signAll(t *testing.T, data []byte, keys keyring) []byte {
	t.Helper()
	for {
		r, found := build.Verify(build.Input{Name: "a.pdf", Data: data}, build.VerifyOptions{})
		if r == nil || r.Broken() {
			t.Fatalf("%v", found)
		}
		left := slices.DeleteFunc(slices.Clone(r.EmptyFields), func(name string) bool { return name == "kem_tep" })
		if len(left) == 0 {
			return data
		}
		req := build.SignRequest{Key: keys[left[0]], Now: signingDay, Image: &build.Picture{Name: "a.png", Data: inkPNG(t)}}
		if strings.HasPrefix(left[0], "dau_") {
			req.Image, req.Seal = nil, req.Image
		}
		if slices.Contains(r.Blanks, "so") {
			req.Number = "25"
		}
		if slices.Contains(r.Blanks, "ngay") {
			req.Date = "2027-01-06"
		}
		out, found := build.Sign(build.Input{Name: "a.pdf", Data: data}, req)
		if out == nil {
			t.Fatalf("%v", found)
		}
		data = out.Data
	}
}

// inkPNG is a blue stroke on nothing.
func inkPNG(t testing.TB) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 200, 100))
	for i := range 100 {
		img.SetNRGBA(2*i, i, color.NRGBA{20, 40, 200, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSignedSamples: every sample, its number and day left blank, signed by all:
// it stays PDF/A-2a and PDF/UA-1 and sound, pdfsig and openssl find all
// signatures good, the last over the whole file, and nothing else changed.
func TestSignedSamples(t *testing.T) {
	readback.Need(t, "qpdf", "pdfsig", "certutil", "openssl")
	ca := readback.NewCA(t)
	keys := newKeyring(t, ca)
	paths, err := readback.PlanFiles("../../samples/*/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal(err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data := signAll(t, openPaper(t, path), keys)
			for name, judge := range map[string]func([]byte) ([]string, error){"PDF/A": readback.PDFA, "PDF/UA": readback.PDFUA} {
				if broken, err := judge(data); err != nil || len(broken) > 0 {
					t.Errorf("%s: %v %v", name, err, broken)
				}
			}
			if err := readback.QPDFCheck(data); err != nil {
				t.Error(err)
			}
			theirs, err := readback.PDFSignatures(data, ca.Root)
			if err != nil {
				t.Fatal(err)
			}
			signed := slices.DeleteFunc(theirs, func(s readback.PDFSignature) bool { return s.Field == "kem_tep" })
			whole := 0
			for _, s := range signed {
				if !s.Valid || !s.Trusted {
					t.Errorf("pdfsig: %+v", s)
				}
				if s.Whole {
					whole++
				}
			}
			if whole != 1 || len(signed) < 2 {
				t.Errorf("pdfsig: %+v", theirs)
			}
			if n, err := readback.OpenSSLSignatures(data, ca.Root); err != nil || n != len(signed) {
				t.Errorf("openssl: %d %v", n, err)
			}
			r, found := build.Verify(build.Input{Name: "a.pdf", Data: data}, build.VerifyOptions{Roots: []*x509.Certificate{ca.RootCert}, Now: signingDay})
			if r == nil || r.Broken() || !*r.UnchangedSinceBuild || len(r.Blanks) > 0 || diag.HasErrors(found) {
				t.Errorf("%+v %v", r, found)
			}
		})
	}
}

// openPaper makes the PDF of a plan with its number and day left blank.
func openPaper(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text = openNumber.ReplaceAllFunc(text, func(line []byte) []byte {
		if bytes.HasPrefix(line, []byte("so:")) {
			return []byte("so:")
		}
		return []byte("ngay: 2027")
	})
	paper := office().Make(build.Input{Name: path, Data: text})
	if paper == nil || paper.Pages == nil {
		t.Fatalf("no paper: %v", paper)
	}
	data, err := office().PDF(paper, build.Native)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestEveryByteOfOurFile: 1,000 bytes anywhere in a plan that two signed, each
// changed on its own, are all noticed.
func TestEveryByteOfOurFile(t *testing.T) {
	ca := readback.NewCA(t)
	data := signAll(t, openPaper(t, "../../samples/chu-de-nam-2027/chu-de-nam-2027.yaml"), newKeyring(t, ca))
	random := rand.New(rand.NewPCG(2027, 1))
	for range 1000 {
		at, by := random.IntN(len(data)), byte(1+random.IntN(255))
		data[at] ^= by
		if r, _ := build.Verify(build.Input{Name: "a.pdf", Data: data}, build.VerifyOptions{}); r != nil && !r.Broken() {
			t.Errorf("byte %d of %d is not noticed", at, len(data))
		}
		data[at] ^= by
	}
}
