package sign

import (
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// signedPaper is a paper that was signed in ky_1, with its objects as the
// signature left them.
type signedPaper struct {
	*paper
	data []byte
}

func signPaper(t testing.TB, p *paper, r Request) *signedPaper {
	t.Helper()
	s := &signedPaper{p, signFile(t, p.bytes(), r).Data}
	f, err := cos.Open(s.data)
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range f.Changed(1) {
		s.objects[ref.Num] = string(cos.Append(nil, f.Get(ref)))
	}
	return s
}

// with gives an object with keys behind those that it has.
func (s *signedPaper) with(n int, keys string) string {
	return strings.TrimSuffix(s.objects[n], ">>") + " " + keys + " >>"
}

// listed gives an object with one thing more in a list.
func (s *signedPaper) listed(t testing.TB, n int, key, more string) string {
	t.Helper()
	from := strings.Index(s.objects[n], key+" [")
	to := strings.Index(s.objects[n][max(from, 0):], "]") + from
	if from < 0 || to < from {
		t.Fatalf("object %d has no list %s: %s", n, key, s.objects[n])
	}
	return s.objects[n][:to] + " " + more + s.objects[n][to:]
}

const (
	cover     = "<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 800] /F 4 /AP << /N 901 0 R >> >>"
	covering  = "/Type /XObject /Subtype /Form /BBox [0 0 500 800]"
	noData    = "/DSS << /Certs [] >>"
	oneNumber = "900 0 R"
)

func red() string { return stream(covering, "1 0 0 rg 0 0 500 800 re f") }

// notTaken asks that a file is judged broken with some words, and is not signed.
func notTaken(t *testing.T, data []byte, key *Key, want string) {
	t.Helper()
	r, found := Verify("a.pdf", data, VerifyOptions{})
	told := strings.Join(messages(found), "\n")
	if r == nil || !r.Broken() || !strings.Contains(told, want) {
		t.Errorf("not noticed, want %q in\n%s", want, told)
	}
	if out, found := Sign("a.pdf", data, Request{Key: key, Now: signedAt}); out != nil {
		t.Errorf("signed all the same: %v", messages(found))
	}
}

// TestBehindData: what hides behind data to judge signatures by, or among what a
// signature may bring, is named.
func TestBehindData(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	const over = "có chú thích, ô hoặc hình đè lên trang"
	for _, c := range []struct {
		name string
		do   func(*signedPaper) map[int]string
		want string
	}{
		{"a stamp named as a certificate", func(s *signedPaper) map[int]string {
			return map[int]string{
				pCatalog: s.with(pCatalog, "/DSS << /Certs [900 0 R] >>"), pPage2: s.listed(t, pPage2, "/Annots", oneNumber), 900: cover, 901: red(),
			}
		}, over},
		{"named by the extensions", func(s *signedPaper) map[int]string {
			return map[int]string{
				pCatalog: s.with(pCatalog, "/Extensions << /X 900 0 R >> "+noData), pPage2: s.listed(t, pPage2, "/Annots", oneNumber), 900: cover, 901: red(),
			}
		}, over},
		{"named among the fields", func(s *signedPaper) map[int]string {
			return map[int]string{
				pCatalog: s.with(pCatalog, noData), pForm: s.listed(t, pForm, "/Fields", "<< /X 900 0 R >>"), pPage2: s.listed(t, pPage2, "/Annots", oneNumber), 900: cover, 901: red(),
			}
		}, over},
		{"named by a permission", func(s *signedPaper) map[int]string {
			return map[int]string{
				pCatalog: strings.Replace(s.with(pCatalog, noData), "/Perms <<", "/Perms << /X 900 0 R ", 1), pPage2: s.listed(t, pPage2, "/Annots", oneNumber), 900: cover, 901: red(),
			}
		}, over},
		{"a field of two kinds of kids", func(s *signedPaper) map[int]string {
			return map[int]string{
				pCatalog: s.with(pCatalog, noData), pForm: s.listed(t, pForm, "/Fields", "910 0 R"), pPage2: s.listed(t, pPage2, "/Annots", oneNumber),
				910: "<< /T (x) /Kids [900 0 R] >>", 900: strings.Replace(cover, "/Stamp", "/Widget", 1), 901: red(),
			}
		}, over},
		{"data that hold a page's content", func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, fmt.Sprintf("/DSS << /Certs [%d 0 R] >>", pContents1)), pContents1: stream("", "BT ET")}
		}, "trang 1: nội dung đã bị sửa"},
		{"data of another shape", func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, "/DSS << /Certs [900 0 R] /More 901 0 R >>"), 900: stream("", "x"), 901: stream("", "x")}
		}, "dữ liệu xác minh chữ ký (DSS) có thứ khác lẫn vào"},
		{"a certificate that leads on", func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, "/DSS << /Certs [900 0 R] >>"), 900: stream("/X 901 0 R", "x"), 901: stream("", "x")}
		}, "dữ liệu xác minh chữ ký (DSS) có thứ khác lẫn vào"},
		{"flags taken back", func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, noData), pForm: replaced(s.paper, pForm, "/SigFlags 3", "/SigFlags 0")}
		}, "AcroForm/SigFlags"},
		{"flags that are none", func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, noData), pForm: replaced(s.paper, pForm, "/SigFlags 3", "/SigFlags 900 0 R"), 900: "3"}
		}, "AcroForm/SigFlags"},
		{"another table for a look", func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, noData), 900: stream("/Type /ObjStm /N 0 /First 0", "")}
		}, "có phần được thêm mà chữ ký không cần đến"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := signPaper(t, full(), Request{Key: key, Number: "25"})
			notTaken(t, added(t, s.data, c.do(s)), key, c.want)
		})
	}
}

// TestDataAdded: certificates and answers that are nothing but that may come
// behind the last signature, and be added to.
func TestDataAdded(t *testing.T) {
	ca := readback.NewCA(t)
	s := signPaper(t, full(), Request{Key: keyFor(t, ca.Body("Công đoàn Thử Nghiệm")), Number: "25"})
	extension := "/Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> /ESIC [<< /BaseVersion /1.7 /ExtensionLevel 1 >>] >>"
	data := added(t, s.data, map[int]string{
		pCatalog: s.with(pCatalog, "/DSS 899 0 R "+extension), 899: "<< /Type /DSS /Certs [900 0 R] /CRLs 903 0 R /VRI << /ABCD << /Cert [900 0 R] /TU (D:2027) >> >> >>",
		900: stream("", "cert"), 901: "4", 902: "<< /Length 901 0 R >>\nstream\nlist\nendstream", 903: "[902 0 R]",
	})
	data = added(t, data, map[int]string{899: "<< /Type /DSS /Certs [900 0 R 904 0 R] /CRLs 903 0 R /OCSPs [902 0 R] >>", 904: stream("/Filter /FlateDecode", "x")})
	if r, found := Verify("a.pdf", data, VerifyOptions{}); r == nil || r.Broken() || diag.HasErrors(found) {
		t.Errorf("%v", messages(found))
	}
}

// TestShadow: a file that was prepared before it was signed, so that something
// that shows can be put in or changed later, is found out when that is done.
func TestShadow(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	const text = "BT /F0 40 Tf 72 500 Td (10 TRIEU) Tj ET"
	dangling := func(p *paper) {
		p.change(t, pPage1, fmt.Sprintf("/Contents %d 0 R", pContents1), fmt.Sprintf("/Contents [%d 0 R 905 0 R]", pContents1))
	}
	for _, c := range []struct {
		name    string
		prepare func(*paper)
		do      func(*signedPaper) map[int]string
		want    string
	}{
		{"content that was missing, as a certificate", dangling, func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, "/DSS << /Certs [905 0 R] >>"), 905: stream("", text)}
		}, "trang 1: nội dung đã bị sửa"},
		{"content that was missing, as a table", dangling, func(s *signedPaper) map[int]string {
			return map[int]string{pCatalog: s.with(pCatalog, noData), 905: stream("/Type /ObjStm", text)}
		}, "trang 1: nội dung đã bị sửa"},
		{"a field that is content as well", func(p *paper) {
			n := p.number("dau_1")
			p.objects[n] = stream(strings.TrimSuffix(strings.TrimPrefix(p.objects[n], "<<"), ">>"), text)
			p.change(t, pPage1, fmt.Sprintf("/Contents %d 0 R", pContents1), fmt.Sprintf("/Contents [%d 0 R %d 0 R]", pContents1, n))
		}, func(s *signedPaper) map[int]string {
			n := s.number("dau_1")
			return map[int]string{pCatalog: s.with(pCatalog, noData), n: strings.Replace(s.objects[n], "10 TRIEU", "99 TRIEU", 1)}
		}, "trang 1: nội dung đã bị sửa"},
		{"a form that is a stream", func(p *paper) {
			p.objects[pForm] = stream(strings.TrimSuffix(strings.TrimPrefix(p.objects[pForm], "<<"), ">>"), text)
			p.change(t, pPage1, fmt.Sprintf("/Contents %d 0 R", pContents1), fmt.Sprintf("/Contents [%d 0 R %d 0 R]", pContents1, pForm))
		}, nil, ""},
		{"a picture that hides as a signature", func(p *paper) {
			p.objects[905] = stream(covering, "0 0 9 9 re f")
			p.change(t, pPage1, "/Resources << /Font", "/Resources << /XObject << /FT /Sig /V 905 0 R >> /Font")
			p.objects[pContents1] = stream("", "/V Do")
			p.change(t, pCatalog, "/Lang", "/DSS << /Certs 905 0 R >> /Lang")
		}, func(*signedPaper) map[int]string { return map[int]string{905: red()} }, "trang 1: phông chữ, hình hoặc màu"},
		{"a picture that is a certificate as well", func(p *paper) {
			p.objects[905] = stream("", "0 0 9 9 re f")
			p.change(t, pPage1, "/Resources << /Font", "/Resources << /XObject << /A 905 0 R >> /Font")
			p.change(t, pCatalog, "/Lang", "/DSS << /Certs [905 0 R] >> /Lang")
		}, func(*signedPaper) map[int]string { return map[int]string{905: stream("", "0 0 900 900 re f")} }, "trang 1: phông chữ, hình hoặc màu"},
		{"a list of annotations that is a list of colours as well", func(p *paper) {
			n := p.number("so")
			p.objects[906] = fmt.Sprintf("[%d 0 R %d 0 R %d 0 R]", n, n+2, n+4)
			p.change(t, pPage1, fmt.Sprintf("/Annots [ %d 0 R %d 0 R %d 0 R ]", n, n+2, n+4), "/Annots 906 0 R")
			p.change(t, pPage1, "/Resources << /Font", "/Resources << /ColorSpace << /A 906 0 R >> /Font")
		}, func(s *signedPaper) map[int]string {
			return map[int]string{
				906: strings.Replace(s.objects[906], "]", " 911 0 R]", 1), pForm: s.listed(t, pForm, "/Fields", "911 0 R"),
				911: "<< /FT /Sig /T (x) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /V << /Type /Sig >> >>",
			}
		}, "trang 1: phông chữ, hình hoặc màu"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := full()
			c.prepare(p)
			if c.do == nil {
				if out, found := Sign("a.pdf", p.bytes(), Request{Key: key, Now: signedAt}); out != nil {
					t.Errorf("signed: %v", messages(found))
				}
				return
			}
			s := signPaper(t, p, Request{Key: key})
			if r, found := Verify("a.pdf", s.data, VerifyOptions{}); r == nil || r.Broken() {
				t.Fatalf("before: %v", messages(found))
			}
			notTaken(t, added(t, s.data, c.do(s)), key, c.want)
		})
	}
}

// strangers writes objects behind a file with an invisible signature of somebody
// in a new field 911, which is no field of the form by itself.
func strangers(t testing.TB, data []byte, key *Key, objects map[int]string) []byte {
	t.Helper()
	const room = 8000
	objects[911] = "<< /FT /Sig /T (x) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /V 912 0 R >>"
	objects[912] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 111111 222222 333333] /Contents <" + strings.Repeat("0", 2*room) + "> >>"
	out := added(t, data, objects)
	from := strings.LastIndex(string(out), "<"+strings.Repeat("0", 2*room))
	to := from + 2*room + 2
	at := strings.LastIndex(string(out), "[0 111111")
	copy(out[at:], fmt.Sprintf("%-24s", fmt.Sprintf("[0 %d %d %d]", from, to, len(out)-to)))
	hex.Encode(out[from+1:], cmsOver(t, key, out[:from], out[to:]))
	return out
}

// TestStranger: anybody may sign in a field that shows nothing, and with that
// brings nothing else.
func TestStranger(t *testing.T) {
	key := keyFor(t, readback.NewCA(t).Body("Công đoàn Thử Nghiệm"))
	stranger := keyFor(t, readback.NewCA(t).Body("Người Lạ"))
	t.Run("nothing else", func(t *testing.T) {
		s := signPaper(t, full(), Request{Key: key})
		data := strangers(t, s.data, stranger, map[int]string{pForm: s.listed(t, pForm, "/Fields", "911 0 R")})
		if r, found := Verify("a.pdf", data, VerifyOptions{}); r == nil || r.Broken() || len(r.Signatures) != 2 {
			t.Errorf("%+v %v", r, messages(found))
		}
	})
	t.Run("kids of two kinds", func(t *testing.T) {
		p := full()
		p.change(t, pCatalog, fmt.Sprintf("/AcroForm %d 0 R", pForm), "/AcroForm "+p.objects[pForm])
		p.objects[pForm] = "(x)"
		s := signPaper(t, p, Request{Key: key})
		data := strangers(t, s.data, stranger, map[int]string{
			pCatalog: s.listed(t, pCatalog, "/Fields", "910 0 R"), pPage2: s.listed(t, pPage2, "/Annots", oneNumber),
			910: "<< /T (g) /Kids [911 0 R 900 0 R] >>", 900: strings.Replace(cover, "/Stamp", "/Widget", 1), 901: red(),
		})
		notTaken(t, data, key, "trang 2: có chú thích, ô hoặc hình đè lên trang")
	})
	for _, c := range []struct{ name, value, look, more string }{
		{"white ink", "25", "BT 1 g /F0 13 Tf 2 3 Td (25) Tj ET", ""},
		{"cut off at the left", "125", "BT /F0 13 Tf -6.5 3 Td (125) Tj ET", ""},
		{"beside the place", "25", "BT /F0 13 Tf 2000 3 Td (25) Tj ET", ""},
		{"another look for the pointer", "25", "BT /F0 13 Tf 2 3 Td (25) Tj ET", "/D 901 0 R"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := signPaper(t, full(), Request{Key: key})
			so := s.number("so")
			data := strangers(t, s.data, stranger, map[int]string{
				so:    strings.Replace(s.objects[so], fmt.Sprintf("/AP << /N %d 0 R >>", so+1), fmt.Sprintf("/V (%s) /AP << /N 900 0 R %s >>", c.value, c.more), 1),
				900:   stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 40 16] /Resources << /Font << /F0 %d 0 R >> >>", pFont), c.look),
				901:   red(),
				pForm: s.listed(t, pForm, "/Fields", "911 0 R"),
			})
			notTaken(t, data, key, `ô "so"`)
		})
	}
}
