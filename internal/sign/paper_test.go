package sign

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
)

// paper is a file of two pages as the contract of our writer has it, made by
// hand: the objects by number, each as it is written. Tests change objects to
// get shapes of other programs.
type paper struct {
	objects map[int]string
	sealed  bool
}

// Numbers of the objects of a paper.
const (
	pCatalog = 1 + iota
	pPages
	pPage1
	pPage2
	pContents1
	pContents2
	pFont
	pDescriptor
	pUnicode
	pMetadata
	pInfo
	pForm
	pItalic
	pFields // the first field; each takes two numbers, the second is its appearance
)

// slots are the fields of a paper, where they lie and on which page.
var slots = []struct {
	name string
	page int
	rect [4]float64
	font string
}{
	{"so", 1, [4]float64{100, 700, 140, 716}, "F0"},
	{"ngay", 1, [4]float64{300, 700, 320, 716}, "F1"},
	{"thang", 1, [4]float64{360, 700, 380, 716}, "F1"},
	{"kem_tep", 1, [4]float64{400, 800, 560, 824}, ""},
	{"ky_1", 2, [4]float64{350, 300, 480, 360}, ""},
	{"dau_1", 2, [4]float64{300, 280, 402, 382}, ""},
	{"ky_2", 2, [4]float64{100, 300, 230, 360}, ""},
	{"dau_2", 2, [4]float64{50, 280, 152, 382}, ""},
}

// newPaper makes a paper with some of the slots; year and symbol are printed.
func newPaper(names ...string) *paper {
	p := &paper{objects: map[int]string{}, sealed: true}
	var fields string
	annots := map[int]string{}
	n := pFields
	for _, s := range slots {
		if !slices.Contains(names, s.name) {
			continue
		}
		fields += fmt.Sprintf(" %d 0 R", n)
		annots[s.page] += fmt.Sprintf(" %d 0 R", n)
		kind := "/FT /Sig"
		resources := ""
		if s.font != "" {
			kind = fmt.Sprintf("/FT /Tx /DA (/%s 13 Tf 0 g) /Q 1", s.font)
			resources = fmt.Sprintf("/Font << /%s %d 0 R >>", s.font, map[string]int{"F0": pFont, "F1": pItalic}[s.font])
		}
		p.objects[n] = fmt.Sprintf("<< /Type /Annot /Subtype /Widget %s /T (%s) /TU (O trong) /F 4 /Rect [%v %v %v %v] /P %d 0 R /StructParent %d /AP << /N %d 0 R >> >>",
			kind, s.name, s.rect[0], s.rect[1], s.rect[2], s.rect[3], pPage1+s.page-1, n, n+1)
		p.objects[n+1] = stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %v %v] /Resources << %s >>", s.rect[2]-s.rect[0], s.rect[3]-s.rect[1], resources), "")
		n += 2
	}
	p.objects[pCatalog] = fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R /AcroForm %d 0 R /Metadata %d 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> >>", pPages, pForm, pMetadata)
	p.objects[pPages] = fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>", pPage1, pPage2)
	for i := range 2 {
		p.objects[pPage1+i] = fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595.28 841.89] /Contents %d 0 R /Resources << /Font << /F0 %d 0 R >> >> /Annots [%s ] /Tabs /S >>", pPages, pContents1+i, pFont, annots[i+1])
		p.objects[pContents1+i] = stream("", fmt.Sprintf("BT /F0 13 Tf 72 %d Td (KE HOACH trang %d) Tj ET\n", 600-i, i+1))
	}
	widths := strings.Repeat(" 500", 224)
	p.objects[pFont] = fmt.Sprintf("<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Chu-Regular /FirstChar 32 /LastChar 255 /Widths [%s ] /FontDescriptor %d 0 R /ToUnicode %d 0 R >>", widths, pDescriptor, pUnicode)
	p.objects[pItalic] = fmt.Sprintf("<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAB+Chu-Italic /FirstChar 32 /LastChar 255 /Widths [%s ] /FontDescriptor %d 0 R /ToUnicode %d 0 R >>", widths, pDescriptor, pUnicode)
	p.objects[pDescriptor] = "<< /Type /FontDescriptor /FontName /AAAAAA+Chu-Regular /Flags 4 /FontBBox [0 -216 1000 891] /ItalicAngle 0 /Ascent 891 /Descent -216 /CapHeight 660 /StemV 80 >>"
	p.objects[pUnicode] = stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"+
		"1 beginbfrange <20> <7e> <0020> endbfrange\n4 beginbfchar <d0> <0110> <d1> <1ed1> <d2> <00a0> <d3> <0111> endbfchar\nendcmap end end\n")
	p.meta(map[string]string{"LoaiVanBan": "Kế hoạch", "KyHieu": "KH-LĐLĐ", "NgayNam": "2027", "So": "", "Ngay": ""})
	p.objects[pInfo] = "<< /Title (Ke hoach) /Producer (kehoach) /Keywords (" + cos.SealBlank + ") >>"
	p.objects[pForm] = fmt.Sprintf("<< /Fields [%s ] /DA (/F0 10 Tf 0 g) /DR << /Font << /F0 %d 0 R /F1 %d 0 R >> >> >>", fields, pFont, pItalic)
	return p
}

// full is a paper with everything but the slot of an attached file.
func full() *paper { return newPaper("so", "ngay", "thang", "ky_1", "dau_1") }

// foreign makes the paper one of another program.
func (p *paper) foreign() *paper {
	p.sealed = false
	p.objects[pInfo] = "<< /Title (Ke hoach) >>"
	return p
}

// meta sets what the paper says about itself.
func (p *paper) meta(values map[string]string) {
	text := `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:vb="` + metaSpace + `">`
	for _, key := range slices.Sorted(maps.Keys(values)) {
		text += fmt.Sprintf("<vb:%s>%s</vb:%s>", key, values[key], key)
	}
	p.objects[pMetadata] = stream("/Type /Metadata /Subtype /XML", text+`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`)
}

// number gives the object of a slot.
func (p *paper) number(name string) int {
	for n, body := range p.objects {
		if strings.Contains(body, "/T ("+name+")") {
			return n
		}
	}
	return 0
}

// change replaces words in an object, which must stand there.
func (p *paper) change(t testing.TB, n int, old, new string) *paper {
	t.Helper()
	if !strings.Contains(p.objects[n], old) {
		t.Fatalf("object %d has no %q: %s", n, old, p.objects[n])
	}
	p.objects[n] = strings.Replace(p.objects[n], old, new, 1)
	return p
}

func stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// bytes writes the file.
func (p *paper) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	p.write(&b, p.objects, 0)
	out := b.Bytes()
	if p.sealed {
		if err := cos.Seal(out); err != nil {
			panic(err)
		}
	}
	return out
}

// write writes objects with a table behind them; prev is the place of the table
// before, 0: none.
func (p *paper) write(b *bytes.Buffer, objects map[int]string, prev int) {
	places := map[int]int{}
	numbers := slices.Sorted(maps.Keys(objects))
	for _, n := range numbers {
		places[n] = b.Len()
		fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", n, objects[n])
	}
	at := b.Len()
	b.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for _, n := range numbers {
		fmt.Fprintf(b, "%d 1\n%010d 00000 n \n", n, places[n])
	}
	size := max(slices.Max(numbers), slices.Max(slices.Collect(maps.Keys(p.objects)))) + 1
	fmt.Fprintf(b, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]", size, pCatalog, pInfo)
	if prev > 0 {
		fmt.Fprintf(b, " /Prev %d", prev)
	}
	fmt.Fprintf(b, " >>\nstartxref\n%d\n%%%%EOF\n", at)
}

// added is a file with objects behind it, as another program saves changes.
func added(t testing.TB, data []byte, objects map[int]string) []byte {
	t.Helper()
	f, err := cos.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	u := f.NewUpdate()
	for n, body := range objects {
		u.Set(cos.Ref{Num: n}, cos.Raw(body))
	}
	return u.Bytes()
}
