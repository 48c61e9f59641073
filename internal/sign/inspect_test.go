package sign

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// Further objects of the papers of these tests.
const (
	iProgram = 90 + iota
	iAnnot
	iOther
	iMore
)

// fine is a paper that may be signed: nothing but what waits is told of it.
func fine(t testing.TB) *paper {
	t.Helper()
	p := full()
	p.objects[iProgram] = stream("/Length1 4", "font")
	p.change(t, pDescriptor, "/StemV 80", fmt.Sprintf("/StemV 80 /FontFile2 %d 0 R", iProgram))
	p.says(t, nil)
	return p
}

// says sets what the metadata say beside the usual.
func (p *paper) says(t testing.TB, values map[string]string) *paper {
	t.Helper()
	all := map[string]string{"KyHieu": "KH-UBND", "So": "", "NgayNgay": "", "NgayThang": "", "NgayNam": "2027", "Draft": "False", "SoTrang": "2"}
	maps.Copy(all, values)
	p.meta(all)
	text := strings.Replace(p.objects[pMetadata], `xmlns:vb=`, `xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A" xmlns:vb=`, 1)
	_, text, _ = strings.Cut(text, "stream\n")
	p.objects[pMetadata] = stream("/Type /Metadata /Subtype /XML", strings.TrimSuffix(text, "\nendstream"))
	return p
}

// annotated puts an annotation on the second page.
func (p *paper) annotated(t testing.TB, annot string) *paper {
	t.Helper()
	p.objects[iAnnot] = annot
	return p.change(t, pPage2, "/Annots [", fmt.Sprintf("/Annots [%d 0 R", iAnnot))
}

// worse lists what is told beyond the infos of a paper that may be signed, as
// "severity code place".
func worse(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		if f.Severity == diag.Info && f.Judged && slices.Contains([]string{"PDF-PAGES", "PDF-FIELDS", "PDF-OPEN"}, f.Code) {
			continue
		}
		out = append(out, strings.TrimSpace(fmt.Sprint(f.Severity, " ", f.Code, " ", f.At.Where)))
	}
	return out
}

// TestInspectFine: of a paper that may be signed the pages, fields and blanks are
// told, and nothing else.
func TestInspectFine(t *testing.T) {
	found := Inspect("a.pdf", fine(t).bytes())
	want := []string{"PDF-FIELDS : ô chữ ký còn trống: ky_1 (tr. 2), dau_1 (tr. 2)", "PDF-OPEN : còn để trống: số, ngày, tháng", "PDF-PAGES : tệp có 2 trang"}
	if got := messages(found); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, f := range found {
		if f.At.File != "a.pdf" || f.Group != GroupID || f.Message.En == "" {
			t.Errorf("%+v", f)
		}
	}
}

// TestInspect: each fault alone, with its severity and place.
func TestInspect(t *testing.T) {
	script := "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
	for name, c := range map[string]struct {
		do   func(p *paper)
		want []string
	}{
		"not archived": {func(p *paper) { p.change(t, pMetadata, "pdfaid:part=", "pdfaid:tral=") }, []string{"info PDF-ARCHIVE"}},
		"letter":       {func(p *paper) { p.change(t, pPage2, "595.28 841.89", "612.00 792.00") }, []string{"warning PDF-PAPER trang 2"}},
		"cropped":      {func(p *paper) { p.change(t, pPage1, "/MediaBox", "/CropBox [0 0 300 400] /MediaBox") }, []string{"warning PDF-PAPER trang 1"}},
		"across":       {func(p *paper) { p.change(t, pPage2, "595.28 841.89", "841.89 595.28") }, nil},
		"pages lost":   {func(p *paper) { p.says(t, map[string]string{"SoTrang": "3"}) }, []string{"warning PDF-PAGES"}},
		"unsealed":     {func(p *paper) { p.sealed = false }, []string{"warning PDF-EDITED"}},
		"foreign":      {func(p *paper) { p.sealed = false; p.change(t, pInfo, "kehoach-sha256:", "x") }, []string{"info PDF-FOREIGN"}},
		"drawn anew":   {func(p *paper) { p.change(t, pForm, "/DA", "/NeedAppearances true /DA") }, []string{"warning PDF-PENDING"}},
		"draft":        {func(p *paper) { p.says(t, map[string]string{"Draft": "True"}) }, []string{"error PDF-DRAFT"}},
		"no program":   {func(p *paper) { p.change(t, pDescriptor, "/FontFile2", "/FontFileX") }, []string{"error PDF-NOT-EMBEDDED trang 1", "error PDF-NOT-EMBEDDED trang 1"}},
		"font of a form": {func(p *paper) {
			p.objects[iMore] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
			p.objects[iOther] = stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /A %d 0 R >> /XObject << /B %d 0 R >> >>", iMore, iOther), "")
			p.change(t, pPage2, "/Resources <<", fmt.Sprintf("/Resources << /XObject << /X %d 0 R >>", iOther))
		}, []string{"error PDF-NOT-EMBEDDED trang 2"}},
		"font below": {func(p *paper) {
			p.objects[iMore] = "<< /Type /Font /Subtype /Type0 /BaseFont /Arial /DescendantFonts [<< /FontDescriptor << /FontName /Arial >> >>] >>"
			p.change(t, pPage2, "/Font <<", fmt.Sprintf("/Font << /F9 %d 0 R", iMore))
		}, []string{"error PDF-NOT-EMBEDDED trang 2"}},
		"font of letters drawn": {func(p *paper) {
			p.change(t, pPage2, "/Font <<", "/Font << /F9 << /Type /Font /Subtype /Type3 >>")
		}, nil},
		"font of an annotation": {func(p *paper) {
			p.objects[iOther] = stream("/Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /A << /Subtype /Type1 /BaseFont /Courier >> >> >>", "")
			p.annotated(t, fmt.Sprintf("<< /Subtype /Link /AP << /N << /On %d 0 R >> >> >>", iOther))
		}, []string{"error PDF-NOT-EMBEDDED trang 2"}},
		"comment":         {func(p *paper) { p.annotated(t, "<< /Subtype /Highlight >>") }, []string{"error PDF-COMMENT trang 2"}},
		"unknown comment": {func(p *paper) { p.annotated(t, "<< /Subtype /Kawaii >>") }, []string{"error PDF-COMMENT trang 2"}},
		"link":            {func(p *paper) { p.annotated(t, "<< /Subtype /Link /A << /S /URI /URI (https://kehoach.example) >> >>") }, []string{"info PDF-LINK"}},
		"link within":     {func(p *paper) { p.annotated(t, "<< /Subtype /Link /A << /S /GoTo /D [4 0 R /Fit] >> >>") }, nil},
		"script on click": {func(p *paper) {
			p.annotated(t, "<< /Subtype /Link /A << /S /GoTo /D [4 0 R /Fit] /Next ["+script+"] >> >>")
		}, []string{"error PDF-ACTIVE trang 2"}},
		"script of a page":   {func(p *paper) { p.change(t, pPage1, "/Tabs", "/AA << /O "+script+" >> /Tabs") }, []string{"error PDF-ACTIVE trang 1"}},
		"script at the door": {func(p *paper) { p.change(t, pCatalog, "/Lang", "/OpenAction "+script+" /Lang") }, []string{"error PDF-ACTIVE"}},
		"open at a page":     {func(p *paper) { p.change(t, pCatalog, "/Lang", "/OpenAction [3 0 R /Fit] /Lang") }, nil},
		"scripts": {func(p *paper) {
			p.change(t, pCatalog, "/Lang", "/Names << /JavaScript << /Names [(a) << >>] >> >> /Lang")
		}, []string{"error PDF-ACTIVE"}},
		"script of a field": {func(p *paper) { p.change(t, p.number("so"), "/F 4", "/F 4 /AA << /K "+script+" >>") }, []string{"error PDF-ACTIVE trang 1"}},
		"script of a bookmark": {func(p *paper) {
			p.objects[iOther] = "<< /First 93 0 R >>"
			p.objects[iMore] = "<< /Title (a) /Next 93 0 R /A << /S /Launch /F (cmd.exe) >> >>"
			p.change(t, pCatalog, "/Lang", fmt.Sprintf("/Outlines %d 0 R /Lang", iOther))
		}, []string{"error PDF-ACTIVE"}},
		"film": {func(p *paper) { p.annotated(t, "<< /Subtype /RichMedia >>") }, []string{"error PDF-ACTIVE trang 2"}},
		"xfa":  {func(p *paper) { p.change(t, pForm, "/DA", "/XFA (x) /DA") }, []string{"error PDF-ACTIVE"}},
		"attached": {func(p *paper) {
			p.change(t, pCatalog, "/Lang", "/Names << /EmbeddedFiles << /Kids [<< >>] >> >> /Lang")
		}, []string{"warning PDF-ATTACHED"}},
		"none attached": {func(p *paper) { p.change(t, pCatalog, "/Lang", "/Names << /EmbeddedFiles << /Names [] >> >> /Lang") }, nil},
		"pinned":        {func(p *paper) { p.annotated(t, "<< /Subtype /FileAttachment >>") }, []string{"warning PDF-ATTACHED trang 2"}},
		"blank lost":    {func(p *paper) { p.change(t, p.number("so"), "/FT /Tx", "/FT /Btn") }, []string{"error PDF-BLANK ô so"}},
		"blank hidden":  {func(p *paper) { p.change(t, p.number("so"), "/F 4", "/F 6") }, []string{"error PDF-BLANK ô so"}},
		"place lost":    {func(p *paper) { p.change(t, p.number("ky_1"), "/F 4", "/F 6") }, []string{"error PDF-BLANK ô ky_1"}},
		"filled":        {func(p *paper) { p.change(t, p.number("so"), "/F 4", "/V (07) /F 4") }, nil},
		"filled short":  {func(p *paper) { p.change(t, p.number("so"), "/F 4", "/V (7) /F 4") }, []string{"error PDF-BLANK ô so"}},
		"no such day": {func(p *paper) {
			p.change(t, p.number("ngay"), "/F 4", "/V (30) /F 4").change(t, p.number("thang"), "/F 4", "/V (02) /F 4")
		}, []string{"error PDF-BLANK ô ngay"}},
	} {
		p := fine(t)
		c.do(p)
		if got := worse(Inspect("a.pdf", p.bytes())); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestInspectNoField: a paper without a place for a signature is refused.
func TestInspectNoField(t *testing.T) {
	p := newPaper("so", "ngay", "thang")
	p.objects[iProgram] = stream("", "font")
	p.change(t, pDescriptor, "/StemV 80", fmt.Sprintf("/FontFile2 %d 0 R", iProgram)).says(t, nil)
	if got := worse(Inspect("a.pdf", p.bytes())); !slices.Equal(got, []string{"error PDF-NO-FIELD"}) {
		t.Errorf("%q", got)
	}
}

// TestLegal: numbers and parts of dates, as the decree writes them.
func TestLegal(t *testing.T) {
	for name, values := range map[string]string{
		nameSo: "01 09 10 125 125a 99999", nameNgay: "01 09 10 31", nameThang: "01 02 3 9 10 12", nameNam: "2027",
	} {
		for value := range strings.FieldsSeq(values) {
			if !legal(name, value) {
				t.Errorf("%s %q is refused", name, value)
			}
		}
	}
	for name, values := range map[string]string{
		nameSo: "1 9 0 00 007 a 12-KH 12ab", nameNgay: "1 0 00 32 ba", nameThang: "1 2 03 0 13 ba", nameNam: "27 02027 nam",
	} {
		for value := range strings.FieldsSeq(values) {
			if legal(name, value) {
				t.Errorf("%s %q is taken", name, value)
			}
		}
	}
}

// TestInspectWords: in a file of others the mark of a draft is found in its
// words, also in a form and in codes of two bytes; pages without words are not
// judged.
func TestInspectWords(t *testing.T) {
	foreign := func() *paper {
		p := fine(t)
		p.sealed = false
		p.change(t, pInfo, "kehoach-sha256:", "x").change(t, pMetadata, "vb:Draft>F", "vb:Drift>F").change(t, pMetadata, "</vb:Draft", "</vb:Drift")
		p.objects[pUnicode] = stream("", "1 beginbfrange <20> <7e> <0020> endbfrange\n6 beginbfchar <d0> <1ef0> <d1> <1ea2> <d2> <00a0> <d3> <1ef1> <d4> <1ea3> <d5> <1ea7> endbfchar")
		return p
	}
	two := func(p *paper, ops string) *paper {
		p.objects[iMore] = stream("", "2 beginbfrange <0100> <0101> [<0044> <1ef0>] <0102> <0103> <0054> endbfrange 2 beginbfchar <0104> <1ea2> <0105> <004f> endbfchar")
		p.objects[iOther] = fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+X /ToUnicode %d 0 R /DescendantFonts [<< /FontDescriptor %d 0 R >>] >>", iMore, pDescriptor)
		p.change(t, pPage2, "/Font <<", fmt.Sprintf("/Font << /F9 %d 0 R", iOther))
		p.objects[pContents2] = stream("", ops)
		return p
	}
	for name, c := range map[string]struct {
		p    *paper
		want []string
	}{
		"none":   {foreign(), nil},
		"small":  {foreign().change(t, pContents1, "trang 1", "du thao"), nil},
		"mark":   {foreign().change(t, pContents2, "(KE HOACH trang 2) Tj", "[(D\\320) -20 (\\322TH) 3 (\\321) (O)] TJ "), []string{"warning PDF-DRAFT trang 2"}},
		"party":  {foreign().change(t, pContents2, "(KE HOACH trang 2) Tj", "(D\\323 th\\324o) Tj ( l\\325n 2) Tj "), []string{"warning PDF-DRAFT trang 2"}},
		"two":    {two(foreign(), "BT /F9 12 Tf <0100010101020103> Tj ET BT /F9 9 Tf (x) ' ET"), []string{"info PDF-DRAFT"}},
		"wide":   {two(foreign(), "BI /W 1 ID (((\nEI BT /F9 12 Tf <010001010102> Tj /F0 1 Tf (H) Tj /F9 1 Tf <01040105> Tj ET"), []string{"warning PDF-DRAFT trang 2"}},
		"a scan": {two(foreign(), "q 1 0 0 1 0 0 cm Q"), []string{"info PDF-DRAFT"}},
		"broken": {two(foreign(), "BT (a"), []string{"info PDF-DRAFT"}},
	} {
		for _, n := range []int{pContents1, pContents2, pMetadata} { // the lengths follow the words
			head, text, _ := strings.Cut(c.p.objects[n], "stream\n")
			head = strings.TrimSuffix(strings.TrimPrefix(head[:strings.Index(head, "/Length")], "<<"), " ")
			c.p.objects[n] = stream(head, strings.TrimSuffix(text, "\nendstream"))
		}
		got := slices.DeleteFunc(worse(Inspect("a.pdf", c.p.bytes())), func(s string) bool { return s == "info PDF-FOREIGN" })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestInspectAdded: what is saved onto a file is told, of ours and of others.
func TestInspectAdded(t *testing.T) {
	ours := fine(t)
	other := map[int]string{pContents1: stream("", "BT ET")}
	if got := worse(Inspect("a.pdf", added(t, ours.bytes(), other))); !slices.Equal(got, []string{"warning PDF-EDITED trang 1"}) {
		t.Errorf("%q", got)
	}
	if got := worse(Inspect("a.pdf", append(ours.bytes(), "junk"...))); !slices.Equal(got, []string{"warning PDF-EDITED"}) {
		t.Errorf("%q", got)
	}
	ours.sealed = false
	ours.change(t, pInfo, "kehoach-sha256:", "x")
	if got := worse(Inspect("a.pdf", added(t, ours.bytes(), other))); !slices.Equal(got, []string{"info PDF-FOREIGN", "warning PDF-PENDING"}) {
		t.Errorf("%q", got)
	}
}

// TestInspectRefuses: what is no file to be signed at all.
func TestInspectRefuses(t *testing.T) {
	data := fine(t).bytes()
	for want, data := range map[string][]byte{
		"error PDF-KIND": []byte("PK\x03\x04"), "error PDF-BROKEN": data[:len(data)/2],
		"error PDF-ENCRYPTED": bytes.Replace(data, []byte("/Root"), []byte("/Encrypt 5 0 R /Root"), 1),
	} {
		if got := worse(Inspect("a.pdf", data)); !slices.Equal(got, []string{want}) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestInspectVersion: files older than PDF 1.4 are refused.
func TestInspectVersion(t *testing.T) {
	for version, want := range map[string][]string{"1.3": {"error PDF-VERSION"}, "1.4": nil, "2.0": nil} {
		p := fine(t)
		p.sealed = false
		data := bytes.Replace(p.bytes(), []byte("%PDF-1.7"), []byte("%PDF-"+version), 1)
		got := slices.DeleteFunc(worse(Inspect("a.pdf", data)), func(s string) bool { return s == "warning PDF-EDITED" })
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", version, got)
		}
	}
}

// TestInspectSigned: a good signature is told, a broken one is an error, and what
// is left to sign too.
func TestInspectSigned(t *testing.T) {
	out := signFile(t, fine(t).bytes(), Request{Key: keyFor(t, readback.NewCA(t).Person("Nguyễn Văn Thử")), Number: "6", Date: "2027-01-06"}).Data
	found := Inspect("a.pdf", out)
	if got := worse(found); !slices.Equal(got, []string{"info PDF-SIGNED ô ky_1"}) {
		t.Errorf("%q", messages(found))
	}
	if !slices.Contains(messages(found), "PDF-FIELDS : ô chữ ký còn trống: dau_1 (tr. 2)") {
		t.Errorf("%q", messages(found))
	}
	out = bytes.Replace(out, []byte("KE HOACH trang 1"), []byte("KE HOACH trang 7"), 1)
	if got := worse(Inspect("a.pdf", out)); !slices.Equal(got, []string{"error PDF-EDITED", "error PDF-SIGNATURE ô ky_1"}) {
		t.Errorf("%q", got)
	}
}

// TestInspectBounded: files that ask for endless work are told to be too
// involved.
func TestInspectBounded(t *testing.T) {
	many := func(word string) string { return strings.Repeat(word, 300_000) }
	for name, change := range map[string]func(p *paper){
		"annotations": func(p *paper) {
			p.objects[iAnnot] = "<< /Subtype /Link >>"
			p.change(t, pPage2, "/Annots [", "/Annots ["+many(fmt.Sprint(iAnnot, " 0 R ")))
		},
		"following": func(p *paper) {
			p.objects[iAnnot] = "<< /S /Named /Next 94 0 R >>"
			p.objects[94] = "[" + many("<<>> ") + "]"
			p.change(t, pCatalog, "/Lang", fmt.Sprintf("/OpenAction %d 0 R /Lang", iAnnot))
		},
	} {
		p := fine(t)
		change(p)
		if got := codesOf(Inspect("a.pdf", p.bytes())); !slices.Contains(got, "PDF-INVOLVED") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// FuzzInspect: whatever the bytes, or whatever objects stand in place of those of
// a paper, the gate ends, and tells something.
func FuzzInspect(f *testing.F) {
	f.Add(false, fine(f).bytes())
	f.Add(false, []byte("%PDF-1.7"))
	p := fine(f)
	p.annotated(f, "<< /Subtype /Ink /A << /S /JavaScript >> /AP << /N 91 0 R >> >>")
	f.Add(false, p.bytes())
	var parts []string
	for n := range pFields + 4 {
		parts = append(parts, p.objects[n+1])
	}
	f.Add(true, []byte(strings.Join(parts, "\n\n")))
	f.Add(true, []byte(p.objects[pCatalog]))
	f.Fuzz(func(t *testing.T, objects bool, data []byte) {
		if objects {
			p, n := fine(t), 0
			for body := range bytes.SplitSeq(data, []byte("\n\n")) {
				if n++; len(body) > 0 {
					p.objects[n] = string(body)
				}
			}
			p.sealed = false
			data = p.bytes()
		}
		found := Inspect("a.pdf", data)
		if len(found) == 0 {
			t.Error("nothing is told")
		}
		for _, f := range found {
			if f.Code == "" || f.Message.Vi == "" || f.Message.En == "" || f.At.File != "a.pdf" {
				t.Errorf("%+v", f)
			}
		}
	})
}
