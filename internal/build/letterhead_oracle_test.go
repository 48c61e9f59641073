package build_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// TestLetterheadPages: on every letterhead that a PDF shows, a short plan and
// one of several pages have the same words at the same places of the same pages
// in our PDF and in LibreOffice's rendering of the DOCX, each once.
func TestLetterheadPages(t *testing.T) {
	readback.Need(t, "soffice", "pdftotext", "mutool")
	plans := map[string][]byte{"dai": []byte(randomPlan(12, 60))}
	for _, name := range []string{"ubnd-phuong-2027", "mat-tran-xa-cuu-tro", "truong-tieu-hoc-2027"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "samples", name, name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		plans[name] = data
	}
	ours, files, pages := map[string][]byte{}, map[string][]byte{}, map[string]int{}
	for _, l := range readback.Letterheads() {
		sheet, found := office().Letterhead(l.Name, l.Data)
		if diag.HasErrors(found) {
			t.Errorf("%s: %v", l.Name, found)
			continue
		}
		for name, data := range plans {
			paper := office().Make(build.Input{Name: name, Data: data, Letterhead: sheet, Files: pictureFiles()})
			if paper.Pages == nil {
				if !l.Boxes && len(paper.Unpaged) > 0 {
					t.Logf("%s: %v", l.Name, paper.Unpaged[0].Message.Vi)
				}
				if len(paper.Unpaged) == 0 {
					t.Errorf("%s, %s: %v", l.Name, name, paper.Findings)
				}
				continue
			}
			key := l.Name + "+" + name
			var err error
			if files[key], err = paper.DOCX(); err != nil {
				t.Fatal(err)
			}
			if change := misread[l.Name]; change != nil {
				files[key] = withMain(t, files[key], change)
			}
			if ours[key], err = office().PDF(paper); err != nil {
				t.Fatal(err)
			}
			pages[key] = len(paper.Pages.Pages)
		}
	}
	for key, pdf := range readback.ToPDF(t, files) {
		if dir := os.Getenv("OUT"); dir != "" {
			os.WriteFile(dir+"/"+key+".lo.pdf", pdf, 0o600)
			os.WriteFile(dir+"/"+key+".our.pdf", ours[key], 0o600)
			os.WriteFile(dir+"/"+key+".docx", files[key], 0o600)
		}
		want, err := look(pdf)
		if err != nil {
			t.Fatal(err)
		}
		got, err := look(ours[key])
		if err != nil {
			t.Fatal(err)
		}
		if len(want.sizes) != pages[key] {
			t.Errorf("%s: %d pages, LibreOffice has %d", key, pages[key], len(want.sizes))
		}
		sameWords(t, key, want.words, got.words)
	}
}

// misread are letterheads that LibreOffice 7.4 shows otherwise than Word, with
// the change of document.xml that takes the reason away: the text of a content
// control loses its own look, and text whose raising is set back to 0 is drawn
// small. TestMisread tells when this is no longer so.
var misread = map[string]func(string) string{
	"word365-controls": func(s string) string {
		return regexp.MustCompile(`</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>`).ReplaceAllString(s, "")
	},
	"word365-defaults": func(s string) string { return strings.ReplaceAll(s, `<w:position w:val="0"/>`, "") },
}

// sameWords tells where two PDFs have other words or the same elsewhere: within
// a millimetre along a line, where LibreOffice rounds each letter, and on the
// same baseline.
func sameWords(t *testing.T, key string, want, got []word) {
	faults := 0
	fault := func(format string, a ...any) {
		if faults++; faults <= 6 {
			t.Errorf(key+": "+format, a...)
		}
	}
	byText := map[string][]word{}
	for _, w := range got {
		byText[w.Text] = append(byText[w.Text], w)
	}
	for _, w := range want {
		near := byText[w.Text]
		away := func(g word) float64 {
			return 1000*math.Abs(float64(g.Page-w.Page)) + math.Hypot(g.X0-w.X0, g.Base-w.Base)
		}
		if len(near) == 0 {
			fault("no %q at %.1f, %.1f of page %d", w.Text, w.X0, w.Base, w.Page)
			continue
		}
		g := slices.MinFunc(near, func(a, b word) int { return cmp.Compare(away(a), away(b)) })
		if g.Page != w.Page || math.Abs(g.X0-w.X0) > 2.83 || math.Abs(g.Base-w.Base) > lift(w) {
			fault("%q at %.1f, %.1f of page %d, LibreOffice has it at %.1f, %.1f of page %d", w.Text, g.X0, g.Base, g.Page, w.X0, w.Base, w.Page)
		}
		i := slices.Index(near, g)
		byText[w.Text] = slices.Delete(slices.Clone(near), i, i+1)
	}
	for text, rest := range byText {
		if len(rest) > 0 {
			fault("%q stands once too much: %.1f, %.1f of page %d", text, rest[0].X0, rest[0].Base, rest[0].Page)
		}
	}
	if faults > 6 {
		t.Errorf("%s: %d words in all", key, faults)
	}
}

// lift is how far a baseline may differ: that of raised figures is another one.
func lift(w word) float64 {
	if w.Size < 8 {
		return 4
	}
	return 0.6
}

// withMain changes the main part of a Word file.
func withMain(t *testing.T, data []byte, change func(string) string) []byte {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var entries []readback.ZipEntry
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			text = []byte(change(string(text)))
		}
		entries = append(entries, readback.ZipEntry{Name: f.Name, Content: text})
	}
	return readback.Zip(entries...)
}
