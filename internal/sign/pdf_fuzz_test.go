package sign

import (
	"bytes"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// seeds are papers of several shapes.
func seeds(f *testing.F) {
	ca := readback.NewCA(f)
	key := keyFor(f, ca.Person("Nguyễn Văn Thử"))
	f.Add(full().bytes())
	f.Add(newPaper("kem_tep").foreign().bytes())
	f.Add(signFile(f, full().bytes(), Request{Key: key, Number: "25"}).Data)
	f.Add(otherSigner(f, full().foreign(), key, ""))
	f.Add([]byte("%PDF-1.7\n"))
}

// FuzzVerify: no file makes it panic, and there is a report or a reason.
func FuzzVerify(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, found := Verify("a.pdf", data, VerifyOptions{})
		if r == nil && !diag.HasErrors(found) {
			t.Fatal("neither a report nor a reason")
		}
		if r != nil && r.Broken() != diag.HasErrors(found) {
			t.Fatalf("broken %v, findings %v", r.Broken(), messages(found))
		}
	})
}

// FuzzSign: no file makes it panic; what is signed begins with the file, and the
// new signature holds.
func FuzzSign(f *testing.F) {
	seeds(f)
	ca := readback.NewCA(f)
	key := keyFor(f, ca.Body("Công đoàn Thử Nghiệm"))
	f.Fuzz(func(t *testing.T, data []byte) {
		out, found := Sign("a.pdf", data, Request{Key: key, Number: "25", Date: "2027-01-06", Now: signedAt})
		if out == nil {
			if !diag.HasErrors(found) {
				t.Fatal("no reason")
			}
			return
		}
		if !bytes.HasPrefix(out.Data, data) {
			t.Fatal("the file was changed")
		}
		r, _ := Verify("a.pdf", out.Data, VerifyOptions{})
		if r == nil {
			t.Fatal("the signed file cannot be read")
		}
		for _, s := range r.Signatures {
			if s.Field == out.Field && !s.Valid {
				t.Fatalf("%+v", s)
			}
		}
	})
}

// FuzzPicture: no picture makes it panic; what is taken has strokes.
func FuzzPicture(f *testing.F) {
	f.Add(stroke(f, blueInk))
	f.Add(packedPNG(f, palette()))
	f.Add(aJPEG(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64 && claimsMuch(data) {
			return
		}
		img, found := (&Picture{"a.png", data}).read(true)
		if (img == nil) != diag.HasErrors(found) {
			t.Fatal(messages(found))
		}
	})
}

// claimsMuch leaves out pictures that take long only because they are large.
func claimsMuch(data []byte) bool { return data[16]|data[17]|data[20]|data[21] != 0 }
