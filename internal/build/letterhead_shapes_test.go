package build_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
)

// TestLetterheadShapes: letterheads in the shapes of Word, LibreOffice and WPS are
// filled with a sample of each form: the DOCX is valid, no word of the plan is
// lost but those that are told, none of the letterhead, and no key is left. The
// PDF is made of all that have nothing else than letterheads have.
func TestLetterheadShapes(t *testing.T) {
	readback.Need(t, "pdftotext")
	valid := map[string][]byte{}
	for _, shape := range readback.Letterheads() {
		l := letterheadOf(t, shape.Name+".docx", shape.Data)
		for _, name := range []string{oneSample, "hai-khoi-thi-dua", "dang-uy-xa-ung-pho-bao"} {
			in := build.Input{Name: name + ".yaml", Data: []byte(samplePlans()[name]), Files: os.DirFS("../../samples/" + name), Letterhead: l}
			paper := office().Make(in)
			label := shape.Name + " " + name
			if !paper.Made() {
				t.Errorf("%s: %s", label, told(paper.Findings))
				continue
			}
			if (paper.Pages == nil) != (shape.Boxes || shape.Name == "word365-notes") { // a footnote of its own
				t.Errorf("%s: pages %v, outside of letterheads %v:%s", label, paper.Pages != nil, shape.Boxes, told(paper.Unpaged))
			}
			docx, err := paper.DOCX()
			if err != nil {
				t.Fatalf("%s: %v", label, err)
			}
			if !build.Unchanged("docx", docx) {
				t.Errorf("%s: the file does not know itself", label)
			}
			if !shape.Old && name == oneSample {
				valid[label+".docx"] = docx
			}
			holdsAll(t, label, shape, paper, docx)
		}
	}
	readback.Need(t, "ooxml-validator")
	faults, err := readback.Validate(valid)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range faults {
		if len(list) > 0 {
			t.Errorf("%s: %s", name, strings.Join(list, "\n\t"))
		}
	}
}

// oneSample is the sample with most in it: several parts, phụ lục, footnotes.
const oneSample = "ubnd-phuong-2027"

// holdsAll holds the words of a paper on a letterhead.
func holdsAll(t *testing.T, label string, shape readback.Letterhead, paper *build.Paper, docx []byte) {
	t.Helper()
	words, err := readback.DocxWords(docx, wordParts(t, docx)...)
	if err != nil {
		t.Fatalf("%s: %v", label, err)
	}
	p := paper.Plan
	want := readback.Tokens(p.TrichYeu.Plain(" ") + " " + p.CoQuan.Plain(" ") + " " + p.So.Plain() + " " + p.KyHieu.Plain() + " " + p.DiaDanh.Plain() + " " + shape.Finish)
	paper.Doc.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok {
			of, _ := wordsOf(p)
			want = append(want, of...)
		}
	})
	lost, _ := readback.MissingWords(want, words)
	for _, w := range lost {
		if shape.Boxes && slices.ContainsFunc(words, func(s string) bool { return strings.HasPrefix(s, w) }) {
			continue // our reader of words puts a box of text right behind the word that it hangs on
		}
		t.Errorf("%s: the DOCX lacks %q", label, w)
	}
	text, err := readback.DocxText(docx)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"{noi_dung}", "{so", "\uE0B0", "Số: Số"} {
		if strings.Contains(text, bad) {
			t.Errorf("%s: %q is left in the DOCX", label, bad)
		}
	}
	for _, f := range paper.Findings {
		if f.Code == "LETTERHEAD-LOST" && f.At.Line == 0 {
			t.Errorf("%s: lost without a place: %s", label, f.Message.En)
		}
	}
}

// TestStartersAsOffice: LibreOffice makes the same pages of a paper on a
// letterhead of ours as our PDF has, a sample of each form.
func TestStartersAsOffice(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	var all []*made
	for _, name := range []string{oneSample, "dang-uy-xa-ung-pho-bao", "doan-xa-he-2027", "mat-tran-xa-cuu-tro", "cong-doan-tinh-2026-2030"} {
		text := samplePlans()[name]
		for _, whole := range []bool{false, true} {
			in := build.Input{Name: name + ".yaml", Data: []byte(text), Files: os.DirFS("../../samples/" + name)}
			p, _ := office().Read(in)
			in.Letterhead = ourLetterheads()[starterName(p.TheThuc.Plain(), whole)]
			m, err := madeOn(fmt.Sprintf("%s-%v.yaml", name, whole), in)
			if err != nil {
				t.Fatal(err)
			}
			if m != nil {
				all = append(all, m)
			}
		}
	}
	rendered := renderAll(t, all)
	for _, m := range all {
		other, err := look(rendered[m.name])
		if err != nil {
			t.Fatal(err)
		}
		_, diffs := comparePlaces(m, see(t, m), other)
		for _, d := range diffs {
			if d.cause == "" {
				t.Errorf("%s, page %d, line %d: %s", m.name, d.page, d.line, d.what)
			}
		}
	}
}

// madeOn makes both files of a paper on a letterhead; nil where several signers
// are refused.
func madeOn(name string, in build.Input) (*made, error) {
	m := &made{name: name, input: in, own: true}
	m.paper = office().Make(in)
	if m.paper.Pages == nil {
		if slices.Contains(codes(m.paper.Findings), "LETTERHEAD-SIGNERS") {
			return nil, nil
		}
		return nil, fmt.Errorf("%s: %s%s", name, told(m.paper.Findings), told(m.paper.Unpaged))
	}
	var err error
	if m.docx, err = m.paper.DOCX(); err != nil {
		return nil, err
	}
	if m.pdf, err = office().PDF(m.paper, build.Native); err != nil {
		return nil, err
	}
	m.view = func() (*view, error) { return look(m.pdf) }
	return m, nil
}
