package web_test

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// What clerks do, in the order in which it is learnt.
var scenarios = []scenario{
	{name: "dien", needs: readers, judge: filled},
	{name: "dan", needs: readers, prepare: realTexts, judge: pasted},
	{name: "nam-sau", needs: readers, prepare: lastYear, judge: rolledOver},
	{name: "nhieu-don-vi", needs: readers, prepare: unitList, judge: manyUnits},
	{name: "ky-so", needs: []string{"openssl", "qpdf", "pdfsig", "certutil"}, prepare: signer, judge: signed},
	{name: "go-dau", prepare: planOf(common)},
	{name: "hai-the", prepare: planOf(common)},
	{name: "loi", prepare: planOf(common)},
	{name: "cham", prepare: twoPlans},
	{name: "cat-dien", prepare: ownProgram},
	{name: "ban-phim", needs: readers, judge: filled},
	{name: "bang", prepare: planOf(tabled)},
	{name: "hang", prepare: planOf(tabled)},
	{name: "nhin", prepare: viewsReady},
	{name: "dan-bang"},
	{name: "hep", prepare: planOf("truong-tieu-hoc-2027")},
}

// tabled is a sample with a table in its text.
const tabled = "dang-uy-xa-2027"

// ownProgram lets a scenario start and kill the program itself.
func ownProgram(d *desk) {
	d.Helper()
	d.env = append(d.env, "KEHOACH_PROGRAM="+d.program, "XDG_CONFIG_HOME="+d.TempDir()) // another user: the page of the test itself stays apart
	planOf(common)(d)
}

// twoPlans lays two samples into the clerk's folder.
func twoPlans(d *desk) {
	d.Helper()
	planOf(common)(d)
	planOf("mat-tran-xa-2027")(d)
}

// filled judges one plan that was written and finished.
func filled(d *desk) {
	d.papers([]string{d.one(".pdf")}, []string{d.one(".docx")})
	d.kehoach("check", d.one(".yaml"))
}

// realTexts lays the texts of real plans ready, which are not in the repository.
func realTexts(d *desk) {
	d.Helper()
	dir := os.Getenv("KEHOACH_TEXTS")
	if dir == "" {
		d.Skip("KEHOACH_TEXTS names no folder with real texts")
	}
	texts, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	d.check(err)
	for _, path := range texts {
		d.put(d.in, filepath.Base(path), d.read(path))
	}
}

// notPlan is the only one of the real texts that is no plan: a report of a newspaper.
const notPlan = "003"

// pasted judges the papers of the real texts: a word of a text is on its paper.
func pasted(d *desk) {
	texts, err := filepath.Glob(filepath.Join(d.in, "*.txt"))
	d.check(err)
	d.papers(d.found(".pdf"), d.found(".docx"))
	for _, path := range texts {
		number := filepath.Base(path)[:3]
		of := slices.DeleteFunc(d.found(".pdf"), func(p string) bool { return !strings.HasPrefix(filepath.Base(p), number) })
		switch {
		case number == notPlan && len(of) > 0:
			d.Errorf("what is no plan became %q", of)
		case number != notPlan && len(of) != 1:
			d.Errorf("want one PDF of text %s, got %q", number, of)
		case number != notPlan:
			missing, _ := readback.MissingWords(readback.Tokens(string(d.read(path))), readback.Tokens(d.text(of[0])))
			if len(missing) > 0 {
				d.Errorf("text %s: words that its paper lacks: %q", number, missing)
			}
		}
	}
}

// rolledOver judges next year's plan: it speaks of 2028 where last year's did of 2027.
func rolledOver(d *desk) {
	filled(d)
	d.says(d.one(".pdf"), "KẾ HOẠCH", "năm 2028")
}

// manyUnits judges a run: a paper for each good row, none for a faulty one, all in one archive too.
func manyUnits(d *desk) {
	pdfs, words := d.found(".pdf"), d.found(".docx")
	if want := units - badCells; len(pdfs) != want || len(words) != want {
		d.Fatalf("want %d PDF and DOCX files, got %d and %d", want, len(pdfs), len(words))
	}
	for i := 0; i < len(pdfs); i += 40 {
		d.papers(pdfs[i:i+1], words[i:i+1])
	}
	archive, err := zip.OpenReader(d.one(".zip"))
	d.check(err)
	defer archive.Close()
	var packed int
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, ".pdf") || strings.HasSuffix(f.Name, ".docx") {
			packed++
		}
	}
	if packed != len(pdfs)+len(words) {
		d.Errorf("the archive holds %d papers, want %d", packed, len(pdfs)+len(words))
	}
}

// signed judges a PDF that was signed on the page, by the program itself and by others.
func signed(d *desk) {
	path := d.signedPDF()
	data, root := d.read(path), filepath.Join(d.in, rootFile)
	d.kehoach("verify", path, "--roots", root)
	if n, err := readback.OpenSSLSignatures(data, root); err != nil || n != 1 {
		d.Errorf("OpenSSL reads %d signatures: %v", n, err)
	}
	seen, err := readback.PDFSignatures(data, root)
	d.check(err)
	seen = slices.DeleteFunc(seen, func(s readback.PDFSignature) bool { return !s.Signed })
	if len(seen) != 1 || !seen[0].Valid || !seen[0].Whole || !seen[0].Trusted || seen[0].Signer != signerName {
		d.Errorf("pdfsig reads %+v", seen)
	}
	d.pdf(path)
}

// signedPDF is the one PDF that has a signature; the paper before signing lies beside it.
func (d *desk) signedPDF() string {
	d.Helper()
	signed := slices.DeleteFunc(d.found(".pdf"), func(path string) bool {
		return !strings.Contains(string(d.read(path)), "/ByteRange")
	})
	if len(signed) != 1 {
		d.Fatalf("want one signed PDF, got %q of %q", signed, d.found(".pdf"))
	}
	return signed[0]
}

// BenchmarkBrowserPreview tells how long it takes from a key to the painted preview. It has no limit: what is told
// depends on the machine.
//
//	go test ./internal/web -run '^$' -bench BrowserPreview
func BenchmarkBrowserPreview(b *testing.B) {
	readback.Need(b, "browser")
	program := built(b)
	for b.Loop() {
		d := newDesk(b, program)
		planOf("mat-tran-xa-2027")(d)
		b.Log(d.play("speed"))
	}
}
