package sign

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// TestRefused: what must not be signed is not, with a code of its own for each
// reason.
func TestRefused(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	good := full().bytes()
	ink := &Picture{"a.png", stroke(t, blueInk)}
	once := signFile(t, good, Request{Key: key, Number: "25", Date: "2027-01-06"}).Data
	both := signFile(t, once, Request{Key: key}).Data
	foreign := newPaper().foreign()
	attached := newPaper("kem_tep").bytes()
	printed := newPaper("ky_1")
	printed.meta(map[string]string{"So": "07", "KyHieu": "KH-UBND", "NgayNgay": "06", "NgayThang": "01", "NgayNam": "2027"})
	narrow := full()
	narrow.change(t, narrow.number("so"), "/Rect [100 700 140", "/Rect [100 700 110")
	fontless := full()
	fontless.change(t, fontless.number("so"), "/DA (/F0 ", "/DA (/F9 ")
	kept := full()
	kept.change(t, kept.number("so"), "/F 4", "/Ff 1 /F 4")
	for _, c := range []struct {
		name string
		data []byte
		r    Request
		want []string
	}{
		{"no field", foreign.bytes(), Request{}, []string{"SIGN-FOREIGN", "SIGN-NO-FIELD"}},
		{"unknown field", good, Request{Field: "ky_9"}, []string{"SIGN-FIELD"}},
		{"a field that is no signature", good, Request{Field: "so"}, []string{"SIGN-FIELD"}},
		{"signed field", once, Request{Field: "ky_1"}, []string{"SIGN-FIELD-DONE"}},
		{"all signed", both, Request{}, []string{"SIGN-ALL-DONE"}},
		{"kem_tep without its name", attached, Request{Number: "25"}, []string{"SIGN-ALL-DONE", "SIGN-NO-BLANK"}},
		{"kem_tep without a number", attached, Request{Field: "kem_tep"}, []string{"SIGN-ATTACHED"}},
		{"kem_tep with a picture", attached, Request{Field: "kem_tep", Number: "25", Image: ink}, []string{"SIGN-PICTURE-PLACE"}},
		{"letters for a number", good, Request{Number: "KH"}, []string{"SIGN-NUMBER"}},
		{"number with its symbol", good, Request{Number: "25/KH-UBND"}, []string{"SIGN-NUMBER"}},
		{"number nought", good, Request{Number: "00"}, []string{"SIGN-NUMBER"}},
		{"number with two letters", good, Request{Number: "25ab"}, []string{"SIGN-NUMBER"}},
		{"no such day", good, Request{Date: "2027-02-30"}, []string{"SIGN-DATE"}},
		{"day first", good, Request{Date: "06/01/2027"}, []string{"SIGN-DATE"}},
		{"another year than printed", good, Request{Date: "2026-01-06"}, []string{"SIGN-PRINTED"}},
		{"another number than printed", printed.bytes(), Request{Number: "8"}, []string{"SIGN-PRINTED"}},
		{"number filled in", once, Request{Number: "26"}, []string{"SIGN-FILLED"}},
		{"a blank that is read-only", kept.bytes(), Request{Number: "25"}, []string{"SIGN-FILLED"}},
		{"day filled in", once, Request{Date: "2027-01-07"}, []string{"SIGN-FILLED"}},
		{"no blank", newPaper("ky_1").bytes(), Request{Number: "25"}, []string{"SIGN-NO-BLANK"}},
		{"narrow", narrow.bytes(), Request{Number: "125"}, []string{"SIGN-FIT"}},
		{"a letter that the font lacks", good, Request{Number: "25ơ"}, []string{"SIGN-FIT"}},
		{"no font", fontless.bytes(), Request{Number: "25"}, []string{"SIGN-FONT"}},
		{"seal for a person", good, Request{Seal: ink}, []string{"SIGN-PICTURE-COLOR", "SIGN-PICTURE-PLACE"}},
		{"signature for the body", once, Request{Image: ink}, []string{"SIGN-PICTURE-PLACE"}},
		{"no PNG", good, Request{Image: &Picture{"a.jpg", aJPEG(t)}}, []string{"IMAGE-KIND"}},
		{"no file", good, Request{Image: &Picture{"a.png", nil}}, []string{"IMAGE-BROKEN"}},
		{"cut", good, Request{Image: &Picture{"a.png", ink.Data[:len(ink.Data)/2]}}, []string{"IMAGE-BROKEN"}},
		{"huge", good, Request{Image: &Picture{"a.png", make([]byte, 9<<20)}}, []string{"IMAGE-SIZE"}},
		{"many pixels", good, Request{Image: &Picture{"a.png", claims(ink.Data, 30_000, 30_000)}}, []string{"IMAGE-SIZE"}},
		{"nothing on it", good, Request{Image: &Picture{"a.png", stroke(t, color.NRGBA{})}}, []string{"SIGN-PICTURE-EMPTY"}},
		{"expired", good, Request{Key: keyFor(t, ca.Expired())}, []string{"KEY-EXPIRED"}},
		{"not yet", good, Request{Key: keyFor(t, ca.NotYet())}, []string{"KEY-NOT-YET"}},
		{"not for signing", good, Request{Key: keyFor(t, ca.NoSigning())}, []string{"KEY-USAGE"}},
		{"all at once", good, Request{Key: keyFor(t, ca.Expired()), Field: "x", Number: "x", Date: "x", Image: &Picture{"a.png", nil}}, []string{"IMAGE-BROKEN", "KEY-EXPIRED", "SIGN-DATE", "SIGN-FIELD", "SIGN-NUMBER"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.r.Key == nil {
				c.r.Key = key
			}
			c.r.Now = signedAt
			before := bytes.Clone(c.data)
			out, found := Sign("a.pdf", c.data, c.r)
			if out != nil || !diag.HasErrors(found) || !slices.Equal(codesOf(found), c.want) {
				t.Errorf("want %v, got %v", c.want, messages(found))
			}
			if !bytes.Equal(before, c.data) {
				t.Error("the input was changed")
			}
			for _, f := range found {
				if f.At.File == "" || f.Message.Vi == "" || f.Hint.Vi == "" && f.Severity == diag.Error {
					t.Errorf("%s: no file or no advice: %+v", f.Code, f)
				}
			}
		})
	}
}

// TestNamesFields: who asks for a field that is not there is told which are.
func TestNamesFields(t *testing.T) {
	ca := readback.NewCA(t)
	_, found := Sign("a.pdf", full().bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử")), Field: "ky_2", Now: signedAt})
	if len(found) != 1 || !strings.Contains(found[0].Message.Vi, "ky_1, dau_1") {
		t.Error(messages(found))
	}
}

func aJPEG(t testing.TB) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, drawn(blueInk, color.NRGBA{255, 255, 255, 255}), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claims is a PNG whose head says another size.
func claims(data []byte, wide, high uint32) []byte {
	out := bytes.Clone(data)
	put := func(at int, n uint32) { copy(out[at:], []byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) }
	put(16, wide)
	put(20, high)
	put(29, crcOf(out[12:29]))
	return out
}

// crcOf is the check sum of PNG, by the definition (ISO 15948, D).
func crcOf(data []byte) uint32 {
	crc := ^uint32(0)
	for _, b := range data {
		crc ^= uint32(b)
		for range 8 {
			if crc&1 == 1 {
				crc = crc>>1 ^ 0xedb88320
			} else {
				crc >>= 1
			}
		}
	}
	return ^crc
}

// TestOtherSigners: files that other programs made and signed first: an approval
// over a field of theirs, one that forbids changes, one that locks fields.
func TestOtherSigners(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Người Khác"))
	for _, c := range []struct {
		name      string
		reference string
		want      []string // why ours does not sign as well
	}{
		{"approval", "", nil},
		{"blanks behind the end", "% blanks", nil},
		{"no line end behind the end", "% bare", nil},
		{"certified, filling in permitted", "/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 2 /V /1.2 >> >>]", nil},
		{"certified, all forbidden", "/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 /V /1.2 >> >>]", []string{"SIGN-FOREIGN", "SIGN-LOCKED"}},
		{"all fields locked", "/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /All /V /1.2 >> >>]", []string{"SIGN-FOREIGN", "SIGN-LOCKED"}},
		{"the field locked", "/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Include /Fields [(dau_1)] /V /1.2 >> >>]", []string{"SIGN-FOREIGN", "SIGN-LOCKED"}},
		{"another field locked", "/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Include /Fields [(so)] /V /1.2 >> >>]", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := full().foreign()
			data := otherSigner(t, p, key, c.reference)
			r, found := Verify("a.pdf", data, VerifyOptions{})
			if r == nil || r.Broken() || r.UnchangedSinceBuild != nil || !slices.Contains(codesOf(found), "VERIFY-FOREIGN") {
				t.Fatalf("%+v %v", r, messages(found))
			}
			for _, tail := range []string{"\n", "\r", "\r\n"} {
				if c.reference == "% bare" && !noticed(append(bytes.Clone(data), tail...)) {
					t.Errorf("%q behind the end is not noticed", tail)
				}
			}
			out, found := Sign("a.pdf", data, Request{Key: key, Now: signedAt, Foreign: true})
			if c.want != nil {
				if out != nil || !slices.Equal(codesOf(found), c.want) {
					t.Errorf("%v", messages(found))
				}
				return
			}
			if out == nil || !slices.Equal(codesOf(found), []string{"SIGN-FOREIGN"}) {
				t.Fatal(messages(found))
			}
			if bytes.Contains(out.Data[len(data):], []byte("/DocMDP")) {
				t.Error("a second signature certifies")
			}
			if r, found = Verify("a.pdf", out.Data, VerifyOptions{}); r.Broken() || len(r.Signatures) != 2 {
				t.Errorf("%+v %v", r, messages(found))
			}
		})
	}
}

// otherSigner signs ky_1 of a paper in the file's first revision, as a program
// does that writes files anew, with upper case digits and a dictionary of its
// own shape.
func otherSigner(t testing.TB, p *paper, key *Key, reference string) []byte {
	t.Helper()
	const room = 5000
	p.change(t, p.number("ky_1"), "/F 4", fmt.Sprintf("/V %d 0 R /F 132", far))
	p.change(t, pForm, "/Fields", "/SigFlags 3 /Fields")
	p.objects[far] = fmt.Sprintf("<< /Filter /Adobe.PPKLite /Type /Sig /SubFilter /ETSI.CAdES.detached %s /M (D:20270105080000Z) /ByteRange [0 111111 222222 333333] /Contents <%s> >>", reference, strings.Repeat("0", 2*room))
	data := p.bytes()
	switch reference {
	case "% blanks":
		data = append(bytes.Replace(data, []byte(reference), []byte("        "), 1), "\r\n\r\n"...)
	case "% bare":
		data = bytes.TrimRight(bytes.Replace(data, []byte(reference), []byte("      "), 1), "\n")
	}
	from := bytes.Index(data, []byte("<"+strings.Repeat("0", 2*room)))
	to := from + 2*room + 2
	ranges := fmt.Sprintf("[0 %d %d %d]", from, to, len(data)-to)
	copy(data[bytes.Index(data, []byte("[0 111111")):], fmt.Sprintf("%-24s", ranges))
	copy(data[from+1:], fmt.Sprintf("%X", cmsOver(t, key, data[:from], data[to:])))
	return data
}

// TestOddPictures: what is odd and no reason to refuse is told.
func TestOddPictures(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Nguyễn Văn Thử"))
	opaque := packedPNG(t, drawn(blueInk, color.NRGBA{255, 255, 255, 255}))
	for _, c := range []struct {
		name string
		data []byte
		want []string
	}{
		{"blue on nothing", stroke(t, blueInk), nil},
		{"red on nothing", stroke(t, redInk), []string{"SIGN-PICTURE-COLOR"}},
		{"black on nothing", stroke(t, color.NRGBA{0, 0, 0, 255}), []string{"SIGN-PICTURE-COLOR"}},
		{"blue on white", opaque, []string{"SIGN-PICTURE-OPAQUE"}},
		{"a palette", packedPNG(t, palette()), nil},
	} {
		out, found := Sign("a.pdf", full().bytes(), Request{Key: key, Image: &Picture{"a.png", c.data}, Now: signedAt})
		if out == nil || !slices.Equal(codesOf(found), c.want) {
			t.Errorf("%s: %v", c.name, messages(found))
		}
	}
}

// palette is a picture of a palette, one colour of which is nothing.
func palette() image.Image {
	img := image.NewPaletted(image.Rect(0, 0, 40, 20), color.Palette{color.NRGBA{}, blueInk})
	for i := range 20 {
		img.SetColorIndex(2*i, i, 1)
	}
	return img
}

// cmsOver signs two pieces of bytes.
func cmsOver(t testing.TB, key *Key, a, b []byte) []byte {
	t.Helper()
	sum := sha256.New()
	sum.Write(a)
	sum.Write(b)
	der, err := key.cms(sum.Sum(nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// TestAnotherProgramSigns: pdfsig of poppler signs the person's field, ours the
// body's behind it; both stay good for both, and nothing else is found changed.
func TestAnotherProgramSigns(t *testing.T) {
	readback.Need(t, "pdfsig", "certutil")
	ca := readback.NewCA(t)
	person := ca.Person("Nguoi Khac")
	theirs, err := readback.SignByPDFSig(full().bytes(), "ky_1", person)
	if err != nil {
		t.Fatal(err)
	}
	r, found := Verify("a.pdf", theirs, VerifyOptions{Roots: []*x509.Certificate{ca.RootCert}, Now: signedAt})
	if r == nil || r.Broken() || len(r.Signatures) != 1 || r.Signatures[0].Signer != "Nguoi Khac" || !*r.UnchangedSinceBuild {
		t.Fatalf("%+v %v", r, messages(found))
	}
	out := signFile(t, theirs, Request{Key: keyFor(t, ca.Body("Công đoàn Thử Nghiệm")), Number: "25", Date: "2027-01-06"})
	if r, found = Verify("a.pdf", out.Data, VerifyOptions{}); r.Broken() || out.Field != "dau_1" {
		t.Errorf("%v", messages(found))
	}
	seen, err := readback.PDFSignatures(out.Data, ca.Root)
	if err != nil || len(seen) != 2 || !seen[0].Valid || !seen[1].Valid || !seen[1].Whole {
		t.Errorf("pdfsig: %v %+v", err, seen)
	}
}
