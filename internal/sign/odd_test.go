package sign

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// oddPlace is the shape of a field whose place is a dictionary of its own.
const oddPlace = "a field with its place below it"

// oddPapers are files that are odd and legal, as other programs make them. room is
// how many bytes a signature gets.
func oddPapers(t *testing.T, room int) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, do := range map[string]func(p *paper){
		"plain":             func(*paper) {},
		"a range in a text": func(p *paper) { p.alter(t, "ky_1", "/TU (O trong)", "/TU ("+emptyRange+")") },
		"a range for a name": func(p *paper) {
			p.alter(t, "ky_1", "/TU (O trong)", "/TM ("+emptyRange+") /TU (/ByteRange "+emptyRange+")")
		},
		"a range in the catalog":  func(p *paper) { p.change(t, pCatalog, "/Lang", "/Vung "+emptyRange+" /Lang") },
		"a range in the form":     func(p *paper) { p.change(t, pForm, "/DA", "/Vung "+emptyRange+" /DA") },
		"a room in a text":        func(p *paper) { p.alter(t, "ky_1", "/TU (O trong)", "/TU ("+string(emptyContents(room))+")") },
		"a room in the catalog":   func(p *paper) { p.change(t, pCatalog, "/Lang", "/Cho "+string(emptyContents(room))+" /Lang") },
		"a name with blanks":      func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", "/T ( ky 1 )") },
		"a name with brackets":    func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", `/T (ky\(1\)\\\>\))`) },
		"a name of other letters": func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", "/T <FEFF004B00FD>") },
		"a name of no letters":    func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", `/T (\001\377\000)`) },
		"a name as of a range":    func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", "/T ("+emptyRange+")") },
		"a name as of a key":      func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", "/T (/Contents<00>)") },
		"a long name":             func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", "/T ("+strings.Repeat("dai", 5000)+")") },
		"an empty name":           func(p *paper) { p.alter(t, "ky_1", "/T (ky_1)", "/T ()") },
		"no value":                func(p *paper) { p.alter(t, "ky_1", "/F 4", "/V null /F 4") },
		"no page":                 func(p *paper) { p.alter(t, "ky_1", fmt.Sprintf("/P %d 0 R", pPage2), "") },
		"a form in the catalog": func(p *paper) {
			p.change(t, pCatalog, fmt.Sprintf("/AcroForm %d 0 R", pForm), "/AcroForm "+p.objects[pForm])
			delete(p.objects, pForm)
		},
		"fields in an object": func(p *paper) {
			from, to := strings.Index(p.objects[pForm], "["), strings.Index(p.objects[pForm], "]")+1
			p.objects[far] = p.objects[pForm][from:to]
			p.objects[pForm] = p.objects[pForm][:from] + fmt.Sprintf("%d 0 R", far) + p.objects[pForm][to:]
		},
		"a field below another": func(p *paper) {
			ky := p.number("ky_1")
			p.alter(t, "ky_1", "/FT /Sig", fmt.Sprintf("/Parent %d 0 R", far))
			p.objects[far] = fmt.Sprintf("<< /T (tren) /FT /Sig /Kids [%d 0 R] >>", ky)
			p.change(t, pForm, fmt.Sprintf(" %d 0 R", ky), fmt.Sprintf(" %d 0 R", far))
		},
		oddPlace: func(p *paper) {
			ky := p.number("ky_1")
			p.change(t, ky, "/FT /Sig /T (ky_1)", fmt.Sprintf("/Parent %d 0 R", far))
			p.objects[far] = fmt.Sprintf("<< /T (ky_1) /FT /Sig /Kids [%d 0 R] >>", ky)
			p.change(t, pForm, fmt.Sprintf(" %d 0 R", ky), fmt.Sprintf(" %d 0 R", far))
		},
		"signed flags":                func(p *paper) { p.change(t, pForm, "/DA", "/SigFlags 1 /DA") },
		"rights of nobody":            func(p *paper) { p.change(t, pCatalog, "/Lang", "/Perms << >> /Lang") },
		"a later version":             func(p *paper) { p.change(t, pCatalog, "/Lang", "/Version /2.0 /Lang") },
		"the end of a file in a text": func(p *paper) { p.change(t, pCatalog, "/Lang", "/X (startxref 9 %%EOF) /Lang") },
	} {
		p := full().foreign()
		do(p)
		out[name] = p.bytes()
	}
	plain := out["plain"]
	out["no line end"] = plain[:len(plain)-1]
	out["a carriage return at the end"] = append(plain[:len(plain)-1:len(plain)-1], '\r')
	out["two line ends"] = append(bytes.Clone(plain), "\r\n\r\n"...)
	out["carriage returns"] = bytes.ReplaceAll(bytes.ReplaceAll(plain, []byte("\n"), []byte("\r")), []byte(">>\rstream\r"), []byte(">>\rstream\n"))
	out["saved again"] = added(t, plain, map[int]string{far: "(x)"})
	bare := added(t, plain[:len(plain)-1], map[int]string{far: "(x)"})
	out["saved again without a line end"] = bare[:len(bare)-1]
	for name, options := range map[string][]string{
		"streams of objects": {"--object-streams=generate"},
		"for the web":        {"--linearize", "--object-streams=disable"},
		"both":               {"--linearize", "--object-streams=generate"},
		"qdf":                {"--qdf"},
	} {
		data, err := readback.QPDF(plain, append([]string{"--deterministic-id"}, options...)...)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = data
		out[name+" without a line end"] = bytes.TrimRight(data, "\r\n")
	}
	return out
}

// alter changes words in the object of a slot.
func (p *paper) alter(t testing.TB, slot, old, new string) { p.change(t, p.number(slot), old, new) }

// TestOddFiles: whatever is legal is signed twice, number and date with it, so that
// both signatures hold for this program and for another one.
func TestOddFiles(t *testing.T) {
	readback.Need(t, "qpdf", "pdfsig", "certutil")
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	room := roomSignature + len(key.Cert.Raw)
	for _, c := range key.Chain {
		room += len(c.Raw)
	}
	for name, data := range oddPapers(t, room) {
		t.Run(name, func(t *testing.T) {
			first, found := Sign("a.pdf", data, Request{Key: key, Number: "25", Now: signedAt, Foreign: true})
			if first == nil {
				t.Fatal(messages(found))
			}
			second := signFile(t, first.Data, Request{Key: key, Date: "2027-01-06", Foreign: true})
			r, found := Verify("a.pdf", second.Data, VerifyOptions{})
			if r == nil || r.Broken() || diag.HasErrors(found) || len(r.Signatures) != 2 || !r.Signatures[1].CoversWholeFile {
				t.Fatalf("%+v %v", r, messages(found))
			}
			if !slices.Equal(r.Filled, []Filled{{"so", "25"}, {"ngay", "06"}, {"thang", "01"}}) {
				t.Errorf("filled: %v", r.Filled)
			}
			if err := readback.QPDFCheck(second.Data); err != nil {
				t.Error(err)
			}
			if name == oddPlace { // pdfsig looks for the signature in the place itself
				if n, err := readback.OpenSSLSignatures(second.Data, ca.Root); n != 2 || err != nil {
					t.Errorf("openssl: %d %v", n, err)
				}
				return
			}
			theirs, err := readback.PDFSignatures(second.Data, ca.Root)
			if err != nil || len(theirs) != 2 || !theirs[0].Valid || !theirs[1].Valid || theirs[0].Whole == theirs[1].Whole {
				t.Errorf("pdfsig: %v %+v", err, theirs)
			}
		})
	}
}

// TestProven: what this program would not accept it does not hand out, and says
// that it is to blame.
func TestProven(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	p := full()
	first := signFile(t, p.bytes(), Request{Key: key}).Data
	second := signFile(t, first, Request{Key: key}).Data
	earlier := bytes.Clone(second)
	earlier[bytes.Index(earlier, []byte("(KE HOACH"))+1] = 'X'
	f, err := cos.Open(first)
	if err != nil {
		t.Fatal(err)
	}
	past, err := file{f}.past(first)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		ok   bool
	}{
		{"as it should be", second, true},
		{"not signed", first, false},
		{"no PDF", nil, false},
		{"cut", second[:len(second)-9], false},
		{"an earlier signature is broken", earlier, false},
		{"something behind it", added(t, second, map[int]string{far: "(x)"}), false},
		{"one line end more", append(bytes.Clone(second), '\n'), false},
	} {
		s := signing{past: past, name: "a.pdf", target: past.form.field("dau_1"), Request: Request{Key: key, Now: signedAt, Foreign: true}}
		if got := s.proven(c.data); got != c.ok || !c.ok && !slices.Equal(codesOf(s.findings), []string{"SIGN-CHECK"}) {
			t.Errorf("%s: %v %v", c.name, got, messages(s.findings))
		}
	}
}

// TestOneTooMany: a file that could be read, and no more so with a signature behind
// it, is not signed: it has as many revisions as are read.
func TestOneTooMany(t *testing.T) {
	key := keyFor(t, readback.NewCA(t).Person("Nguyễn Văn Thử"))
	p := full().foreign()
	var b bytes.Buffer
	b.Write(p.bytes())
	for range 999 {
		p.write(&b, map[int]string{far: "(x)"}, bytes.LastIndex(b.Bytes(), []byte("\nxref\n"))+1)
	}
	out, found := Sign("a.pdf", b.Bytes(), Request{Key: key, Now: signedAt, Foreign: true})
	if out != nil || !slices.Equal(codesOf(found), []string{"SIGN-CHECK", "SIGN-FOREIGN"}) {
		t.Errorf("signed: %v, %v", out != nil, messages(found))
	}
}
