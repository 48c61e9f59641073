package sign

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/readback"
)

// height of the pages of the test papers, in points.
const high = 841.89

// TestSeen: another program draws số and ngày centred on their places, and the
// pictures as large as they fit, in their proportions.
func TestSeen(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Nguyễn Văn Thử"))
	first := signFile(t, full().bytes(), Request{Key: key, Number: "6", Date: "2027-01-06", Image: &Picture{"a.png", stroke(t, blueInk)}}).Data
	data := signFile(t, first, Request{Key: key, Seal: &Picture{"b.png", stroke(t, redInk)}}).Data
	words, err := readback.Words(data)
	if err != nil {
		t.Fatal(err)
	}
	// By hand: two digits of 500/1000 at 13 points are 13 points wide.
	for _, want := range []struct {
		text   string
		middle float64 // of the slot
		base   float64 // its lower edge
	}{{"06", 120, 700}, {"06", 310, 700}, {"01", 370, 700}} {
		found := false
		for _, w := range words {
			middle := (w.X0 + w.X1) / 2
			found = found || w.Text == want.text && w.Page == 1 && math.Abs(middle-want.middle) < 0.5 && math.Abs(w.X1-w.X0-13) < 0.5 && high-w.Y1 > want.base-2 && high-w.Y0 < want.base+16
		}
		if !found {
			t.Errorf("%q around %v is not seen: %+v", want.text, want.middle, words)
		}
	}
	images, err := readback.Images(data)
	if err != nil {
		t.Fatal(err)
	}
	// By hand: 40 by 20 pixels fit 130 by 60 points at 120 by 60, and 102 by 102 at 102 by 51.
	for _, want := range []readback.Image{
		{Page: 2, X0: 355, X1: 475, Y0: high - 360, Y1: high - 300, Wide: 40, High: 20},
		{Page: 2, X0: 300, X1: 402, Y0: high - 356.5, Y1: high - 305.5, Wide: 40, High: 20},
	} {
		found := false
		for _, im := range images {
			near := math.Max(math.Max(math.Abs(im.X0-want.X0), math.Abs(im.X1-want.X1)), math.Max(math.Abs(im.Y0-want.Y0), math.Abs(im.Y1-want.Y1)))
			found = found || im.Page == want.Page && near < 0.1 && im.Wide == want.Wide && im.High == want.High
		}
		if !found {
			t.Errorf("%+v is not seen: %+v", want, images)
		}
	}
}

// TestAttachedFile: the words on an attached file are number and symbol, day,
// time and zone of Vietnam, at the right, in two lines where one is too long.
func TestAttachedFile(t *testing.T) {
	readback.Need(t, "pdftotext")
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	for _, c := range []struct {
		name   string
		change func(*paper)
		lines  []string
		right  float64
	}{
		{"two lines", func(*paper) {}, []string{"Số: 06/KH-LĐLĐ;", "06/01/2027; 09:15:00 +07:00"}, 560},
		{"one line", func(p *paper) {
			p.change(t, p.number("kem_tep"), "/Rect [400 800 560 824]", "/Rect [300 800 560 824]")
		}, []string{"Số: 06/KH-LĐLĐ; 06/01/2027; 09:15:00 +07:00"}, 560},
		{"three lines", func(p *paper) {
			p.change(t, p.number("kem_tep"), "/Rect [400 800 560 824]", "/Rect [470 800 560 836]")
		}, []string{"Số: 06/KH-LĐLĐ;", "06/01/2027;", "09:15:00 +07:00"}, 560},
		{"a symbol wider than the place", func(p *paper) {
			p.change(t, p.number("kem_tep"), "/Rect [400 800 560 824]", "/Rect [470 800 560 836]")
			p.meta(map[string]string{"KyHieu": "KH-UBND-VHXH"})
		}, []string{"Số: 06/KH-UBND-VHXH;", "06/01/2027;", "09:15:00 +07:00"}, 560},
	} {
		p := newPaper("kem_tep")
		c.change(p)
		out := signFile(t, p.bytes(), Request{Key: key, Field: "kem_tep", Number: "6"})
		if out.Kind != "attached" {
			t.Errorf("%+v", out)
		}
		text, err := readback.RawText(out.Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range c.lines {
			if !strings.Contains(text, l+"\n") {
				t.Errorf("%s: %q is not seen in %q", c.name, l, text)
			}
		}
		words, err := readback.Words(out.Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if w.Text == "+07:00" && math.Abs(w.X1-c.right) > 0.5 {
				t.Errorf("%s: ends at %v", c.name, w.X1)
			}
		}
		if r, found := Verify("a.pdf", out.Data, VerifyOptions{}); r.Broken() || r.Signatures[0].Kind != "attached" {
			t.Errorf("%s: %v", c.name, messages(found))
		}
	}
}

// TestSameBytes: the same request gives the same file but for the signature.
func TestSameBytes(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Nguyễn Văn Thử"))
	sign := func() []byte {
		out := signFile(t, full().bytes(), Request{Key: key, Number: "25", Date: "2027-01-06", Image: &Picture{"a.png", stroke(t, blueInk)}}).Data
		from := bytes.LastIndex(out, []byte("/Contents"))
		to := from + bytes.IndexByte(out[from:], '>')
		return append(bytes.Clone(out[:from]), out[to:]...)
	}
	if !bytes.Equal(sign(), sign()) {
		t.Error("two files differ")
	}
}

// TestShapes: fields of other shapes are filled and signed too: the form in the
// catalog itself, a field apart from its widget.
func TestShapes(t *testing.T) {
	readback.Need(t, "qpdf")
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Nguyễn Văn Thử"))
	for name, change := range map[string]func(*paper){
		"form in the catalog": func(p *paper) {
			p.change(t, pCatalog, "/AcroForm 12 0 R", "/AcroForm "+p.objects[pForm])
			delete(p.objects, pForm)
		},
		"field apart": func(p *paper) {
			n := p.number("ky_1")
			p.change(t, n, "/FT /Sig /T (ky_1)", "/Parent 800 0 R")
			p.objects[800] = "<< /FT /Sig /T (ky_1) /Kids [" + strconv.Itoa(n) + " 0 R] >>"
			p.change(t, pForm, " "+strconv.Itoa(n)+" 0 R", " 800 0 R")
		},
	} {
		p := full()
		change(p)
		data := signFile(t, p.bytes(), Request{Key: key, Number: "25", Image: &Picture{"a.png", stroke(t, blueInk)}}).Data
		if r, found := Verify("a.pdf", data, VerifyOptions{}); r.Broken() || r.Signatures[0].Field != "ky_1" {
			t.Errorf("%s: %v", name, messages(found))
		}
		// pdfsig 22.12 takes a field apart from its widget for unsigned, so openssl judges.
		if n, err := readback.OpenSSLSignatures(data, ca.Root); n != 1 || err != nil {
			t.Errorf("%s: openssl: %d %v", name, n, err)
		}
		if err := readback.QPDFCheck(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTableStreams: a file whose objects are packed in streams, with a table
// that is a stream too, or that is laid out for the web, is filled in and signed
// twice, and the changes to it are told.
func TestTableStreams(t *testing.T) {
	readback.Need(t, "qpdf", "pdfsig", "certutil")
	ca := readback.NewCA(t)
	for _, options := range [][]string{{"--object-streams=generate"}, {"--linearize"}, {"--linearize", "--object-streams=generate"}} {
		t.Run(strings.Join(options, " "), func(t *testing.T) { tableStreams(t, ca, options) })
	}
}

func tableStreams(t *testing.T, ca *readback.CA, options []string) {
	packed, err := readback.QPDF(full().foreign().bytes(), options...)
	if err != nil {
		t.Fatal(err)
	}
	first := signFile(t, packed, Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử")), Number: "25", Image: &Picture{"a.png", stroke(t, blueInk)}, Foreign: true})
	second := signFile(t, first.Data, Request{Key: keyFor(t, ca.Body("Công đoàn Thử Nghiệm")), Date: "2027-01-06", Foreign: true})
	if first.Field != "ky_1" || second.Field != "dau_1" {
		t.Errorf("%s, %s", first.Field, second.Field)
	}
	r, found := Verify("a.pdf", second.Data, VerifyOptions{})
	if r == nil || r.Broken() || len(r.Signatures) != 2 || r.Ours {
		t.Fatalf("%+v %v", r, messages(found))
	}
	theirs, err := readback.PDFSignatures(second.Data, ca.Root)
	if err != nil || len(theirs) != 2 || !theirs[0].Valid || !theirs[1].Valid || !theirs[1].Whole {
		t.Errorf("pdfsig: %v %+v", err, theirs)
	}
	if err := readback.QPDFCheck(second.Data); err != nil {
		t.Error(err)
	}
	f, finding := open("a.pdf", second.Data)
	if finding != nil {
		t.Fatal(finding)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	content, _ := f.dict(pages[1])["Contents"].(cos.Ref)
	u := f.NewUpdate()
	u.Set(content, cos.Raw(stream("", "BT ET")))
	if _, found = Verify("a.pdf", u.Bytes(), VerifyOptions{}); !strings.Contains(strings.Join(messages(found), "\n"), "trang 2: nội dung đã bị sửa") {
		t.Error(messages(found))
	}
}
