package build_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
)

// samplePlans are the samples by name.
var samplePlans = sync.OnceValue(func() map[string]string {
	paths, err := readback.PlanFiles("../../samples/*/*.yaml")
	if err != nil || len(paths) == 0 {
		panic(fmt.Sprint("no samples: ", err))
	}
	out := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".yaml")] = string(data)
	}
	return out
})

// ourLetterheads are the letterheads that the program makes of its forms, looked over.
var ourLetterheads = sync.OnceValue(func() map[string]*build.Letterhead {
	out := map[string]*build.Letterhead{}
	for _, id := range office().Forms.IDs() {
		for _, whole := range []bool{false, true} {
			data, found := office().NewLetterhead(id, whole)
			if len(found) > 0 {
				panic(fmt.Sprint(id, found))
			}
			l, found := office().Letterhead("giay.docx", data)
			if l == nil {
				panic(fmt.Sprint(id, found))
			}
			out[starterName(id, whole)] = l
		}
	}
	return out
})

func starterName(form string, whole bool) string { return fmt.Sprintf("%s whole=%v", form, whole) }

// letterheadOf looks a letterhead over that must be fit for papers.
func letterheadOf(t *testing.T, name string, data []byte) *build.Letterhead {
	t.Helper()
	l, found := office().Letterhead(name, data)
	if l == nil {
		t.Fatalf("%s cannot be used: %s", name, told(found))
	}
	return l
}

func told(found []diag.Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "\n\t%s %s %s: %s", f.Severity, f.Code, f.At.Where, f.Message.En)
	}
	return b.String()
}

func codes(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		if !slices.Contains(out, f.Code) {
			out = append(out, f.Code)
		}
	}
	slices.Sort(out)
	return out
}

// TestStarters: a letterhead of ours passes its own check without a word.
func TestStarters(t *testing.T) {
	for _, id := range office().Forms.IDs() {
		for _, whole := range []bool{false, true} {
			data, found := office().NewLetterhead(id, whole)
			if len(found) > 0 {
				t.Fatalf("%s: %s", id, told(found))
			}
			c := office().CheckLetterhead("giay.docx", data)
			if len(c.Findings) > 0 || !c.DOCX || !c.PDF {
				t.Errorf("%s: DOCX %v, PDF %v:%s", starterName(id, whole), c.DOCX, c.PDF, told(c.Findings))
			}
			var keys []string
			for _, k := range c.Keys {
				keys = append(keys, k.Name)
			}
			for _, want := range []string{"co_quan", "so_ky_hieu", "dia_danh_ngay", "noi_dung"} {
				if !slices.Contains(keys, want) {
					t.Errorf("%s has no {%s}: %v", starterName(id, whole), want, keys)
				}
			}
			if slices.Contains(keys, "trich_yeu") != whole || slices.Contains(keys, "ho_ten") != whole {
				t.Errorf("%s has the keys %v", starterName(id, whole), keys)
			}
			again, _ := office().NewLetterhead(id, whole)
			if !bytes.Equal(data, again) {
				t.Errorf("%s: made twice, the bytes differ", id)
			}
		}
	}
	if _, found := office().NewLetterhead("khong-co", false); len(found) != 1 || found[0].Code != "FORM-UNKNOWN" {
		t.Errorf("a form that does not exist: %s", told(found))
	}
}

// headRoles are what a letterhead of ours has instead of the paper.
var headRoles = []doc.Role{
	doc.QuocHieu, doc.TieuNgu, doc.TieuDe, doc.ChuQuan, doc.CoQuan, doc.DauSao, doc.So, doc.Ngay, doc.DoKhan, doc.DuThao,
	doc.LuuHanh, doc.LuuHanhCuoi, doc.DiaChi,
}

// bodyLines are the lines of a paper without its head: page, role, place and
// words.
func bodyLines(d *page.Document) []string {
	var out []string
	for i, p := range d.Pages {
		last := ""
		for _, w := range p.Words {
			if slices.Contains(headRoles, doc.Role(w.Role)) || w.Role == "mau" || w.Role == string(doc.SoTrang) {
				continue
			}
			at := fmt.Sprintf("%d %s %.2f", i+1, w.Role, w.Y.MM())
			if at == last {
				out[len(out)-1] += w.Text
			} else {
				out = append(out, at+": "+w.Text)
			}
			last = at
		}
	}
	return out
}

// marksFramed are the marks that a form frames. A letterhead has them as they are
// typed, so that the text below stands higher by the frames.
var marksFramed = []doc.Role{doc.DoKhan, doc.DuThao}

// TestSamplesOnStarters: a sample on the letterhead that was made of its own form
// has the lines of the plain paper on the same pages at the same places, but for
// its head. Nothing of the plan is lost but the address, which an office types
// into its letterhead.
func TestSamplesOnStarters(t *testing.T) {
	for name, text := range samplePlans() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := build.Input{Name: name + ".yaml", Data: []byte(text), Files: os.DirFS("../../samples/" + name)}
			plain := office().Make(in)
			if plain.Pages == nil {
				t.Fatal(told(plain.Findings))
			}
			in.Letterhead = ourLetterheads()[starterName(plain.Standard.ID, false)]
			paper := office().Make(in)
			if paper.Pages == nil {
				t.Fatalf("no pages:%s%s", told(paper.Findings), told(paper.Unpaged))
			}
			for _, f := range paper.Findings {
				if f.Severity != diag.Info && !(f.Code == "LETTERHEAD-LOST" && strings.Contains(f.Message.En, "{dia_chi}")) {
					t.Errorf("%s", told([]diag.Finding{f}))
				}
			}
			want, got := bodyLines(plain.Pages), bodyLines(paper.Pages)
			if hasRole(plain.Doc, marksFramed...) {
				want, got = withoutPlace(want), withoutPlace(got)
			}
			if !slices.Equal(want, got) {
				t.Errorf("the text is not the same: %s", firstDifference(want, got))
			}
		})
	}
}

func hasRole(d *doc.Document, roles ...doc.Role) bool {
	has := false
	d.Walk(func(b doc.Block) {
		p, ok := b.(*doc.Paragraph)
		has = has || ok && slices.Contains(roles, p.Role)
	})
	return has
}

// withoutPlace leaves of lines their words alone.
func withoutPlace(lines []string) []string {
	var out []string
	for _, l := range lines {
		_, words, _ := strings.Cut(l, ": ")
		out = append(out, words)
	}
	return out
}

func firstDifference(want, got []string) string {
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			return fmt.Sprintf("line %d\n\t%s\n\ton the letterhead\n\t%s", i, want[i], got[i])
		}
	}
	return fmt.Sprintf("%d lines, on the letterhead %d", len(want), len(got))
}

// TestSamplesOnWholeStarters: a sample on a letterhead with keys for title and
// foot too has all words of the plain paper, in the PDF and in the DOCX. Several
// signers are refused there, and nothing else.
func TestSamplesOnWholeStarters(t *testing.T) {
	readback.Need(t, "pdftotext")
	for name, text := range samplePlans() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := build.Input{Name: name + ".yaml", Data: []byte(text), Files: os.DirFS("../../samples/" + name)}
			plain := office().Make(in)
			in.Letterhead = ourLetterheads()[starterName(plain.Standard.ID, true)]
			paper := office().Make(in)
			if len(plain.Plan.NguoiKy) > 1 {
				if got := codes(errorsIn(paper.Findings)); !slices.Equal(got, []string{"LETTERHEAD-SIGNERS"}) || paper.Made() {
					t.Errorf("several signers: %v", got)
				}
				return
			}
			if paper.Pages == nil {
				t.Fatalf("no pages:%s%s", told(paper.Findings), told(paper.Unpaged))
			}
			var want, printed []string // the number of a footnote touches the word before it on paper
			plain.Doc.Walk(func(b doc.Block) {
				if p, ok := b.(*doc.Paragraph); ok && p.Role != doc.DiaChi {
					words, _ := wordsOf(p)
					want, printed = append(want, words...), append(printed, readback.Tokens(p.Text())...)
				}
			})
			pdf, err := office().PDF(paper, build.Native)
			if err != nil {
				t.Fatal(err)
			}
			raw, err := readback.RawText(pdf)
			if err != nil {
				t.Fatal(err)
			}
			if lost, _ := readback.MissingWords(printed, readback.Tokens(raw)); len(lost) > 0 {
				t.Errorf("the PDF lacks %q", lost)
			}
			docx, err := paper.DOCX()
			if err != nil {
				t.Fatal(err)
			}
			words, err := readback.DocxWords(docx, wordParts(t, docx)...)
			if err != nil {
				t.Fatal(err)
			}
			if lost, _ := readback.MissingWords(want, words); len(lost) > 0 {
				t.Errorf("the DOCX lacks %q", lost)
			}
		})
	}
}

func errorsIn(found []diag.Finding) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f diag.Finding) bool { return f.Severity != diag.Error })
}

// wordParts are the parts of a DOCX that may have text, besides the main one.
func wordParts(t *testing.T, docx []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range z.File {
		base := path.Base(f.Name)
		if path.Dir(f.Name) == "word" && !slices.Contains([]string{"document.xml", "footnotes.xml", "styles.xml", "settings.xml", "fontTable.xml"}, base) && path.Ext(base) == ".xml" {
			out = append(out, f.Name)
		}
	}
	return out
}
