package build_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
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
	ours, files, pages := map[string][]byte{}, map[string][]byte{}, map[string]int{}
	for i, l := range append(readback.Letterheads(), startersToSee(t)...) {
		sheet, found := office().Letterhead(l.Name, l.Data)
		if diag.HasErrors(found) {
			t.Errorf("%s: %v", l.Name, found)
			continue
		}
		for name, data := range letterheadPlans(t, i) {
			paper := office().Make(build.Input{Name: name, Data: data, Letterhead: sheet, Files: pictureFiles()})
			if paper.Pages == nil {
				if !noPDF[l.Name] || len(paper.Unpaged) == 0 {
					t.Errorf("%s, %s: %v %v", l.Name, name, paper.Unpaged, paper.Findings)
				}
				continue
			}
			if noPDF[l.Name] {
				t.Errorf("%s: has a PDF", l.Name)
			}
			key := l.Name + "+" + name
			var err error
			if files[key], err = paper.DOCX(); err != nil {
				t.Fatal(err)
			}
			if change := misread[l.Name]; change != nil {
				files["as it is: "+key] = files[key]
				files[key] = changed(t, files[key], change)
			}
			if ours[key], err = office().PDF(paper, build.Native); err != nil {
				t.Fatal(err)
			}
			pages[key] = len(paper.Pages.Pages)
		}
	}
	seen := map[string]*view{}
	for key, pdf := range readback.ToPDF(t, files) {
		var err error
		if seen[key], err = look(pdf); err != nil {
			t.Fatal(err)
		}
	}
	for key, pdf := range ours {
		got, err := look(pdf)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(seen[key].sizes); n != pages[key] {
			t.Errorf("%s: %d pages, LibreOffice has %d", key, pages[key], n)
		}
		for _, fault := range otherWords(seen[key].words, got.words) {
			t.Errorf("%s: %s", key, fault)
		}
		for _, fault := range append(otherLines(seen[key].strokes, got.strokes), otherLines(got.strokes, seen[key].strokes)...) {
			t.Errorf("%s: %s", key, fault)
		}
		if asItIs := seen["as it is: "+key]; asItIs != nil && len(otherWords(asItIs.words, got.words)) == 0 {
			t.Errorf("%s: LibreOffice shows it rightly now: misread is not needed", key)
		}
	}
}

// startersToSee are the letterheads to begin with, of each form.
func startersToSee(t *testing.T) []readback.Letterhead {
	var out []readback.Letterhead
	for _, form := range office().Forms.IDs() {
		for _, whole := range []bool{false, true} {
			data, found := office().NewLetterhead(form, whole)
			if diag.HasErrors(found) {
				t.Fatal(found)
			}
			out = append(out, readback.Letterhead{Name: fmt.Sprintf("%s %v", form, whole), Data: data})
		}
	}
	return out
}

// letterheadPlans are a plan of a line, one of several pages and one of the
// samples.
func letterheadPlans(t *testing.T, i int) map[string][]byte {
	names := []string{"ubnd-phuong-2027", "mat-tran-xa-cuu-tro", "truong-tieu-hoc-2027"}
	name := names[i%len(names)]
	data, err := os.ReadFile(filepath.Join("..", "..", "samples", name, name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		name: data, "dài": []byte(randomPlan(12, 60)),
		"ngắn": []byte("the_thuc: nd30\nco_quan: UBND XÃ VẠC\ndia_danh: Vạc\nngay: 5/3/2027\ntrich_yeu: Dọn kênh\nmuc:\n  - tieu_de: VIỆC CHUNG\n    noi_dung: Mỗi thôn dọn một đoạn kênh.\n"),
	}
}

// noPDF have what no PDF of ours shows: boxes of text, a footnote.
var noPDF = map[string]bool{"word2007-box": true, "word365-box": true, "word365-notes": true}

// misread are letterheads that LibreOffice 7.4 shows otherwise than Word, with
// the change of document.xml that takes the reason away: the text of a content
// control loses its own look. It must show them otherwise still, else there is no
// reason to change anything.
var misread = map[string]func(string) string{
	"word365-controls": func(s string) string {
		return regexp.MustCompile(`</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>`).ReplaceAllString(s, "")
	},
}

// otherWords tells where two PDFs have other words or the same elsewhere: within
// a millimetre along a line, where LibreOffice rounds each letter, and on the
// same baseline. It tells the first few.
func otherWords(want, got []word) []string {
	var faults []string
	byText := map[string][]word{}
	for _, w := range got {
		byText[w.Text] = append(byText[w.Text], w)
	}
	for _, w := range want {
		near := byText[w.Text]
		if len(near) == 0 {
			faults = append(faults, fmt.Sprintf("no %q at %.1f, %.1f of page %d", w.Text, w.X0, w.Base, w.Page))
			continue
		}
		away := func(g word) float64 {
			return 1000*math.Abs(float64(g.Page-w.Page)) + math.Hypot(g.X0-w.X0, g.Base-w.Base)
		}
		g := slices.MinFunc(near, func(a, b word) int { return cmp.Compare(away(a), away(b)) })
		if g.Page != w.Page || math.Abs(g.X0-w.X0) > 72/25.4 || math.Abs(g.Base-w.Base) > 0.6 {
			faults = append(faults, fmt.Sprintf("%q at %.1f, %.1f of page %d, LibreOffice has it at %.1f, %.1f of page %d", w.Text, g.X0, g.Base, g.Page, w.X0, w.Base, w.Page))
		}
		i := slices.Index(near, g)
		byText[w.Text] = slices.Delete(slices.Clone(near), i, i+1)
	}
	for _, text := range slices.Sorted(maps.Keys(byText)) {
		for _, g := range byText[text] {
			faults = append(faults, fmt.Sprintf("%q once too much: %.1f, %.1f of page %d", text, g.X0, g.Base, g.Page))
		}
	}
	return faults[:min(len(faults), 8)]
}

// otherLines tells of drawn lines whose middle is on no line of the other PDF.
func otherLines(a, b []readback.Stroke) []string {
	var faults []string
	for _, s := range a {
		x, y := (s.X0+s.X1)/2, (s.Y0+s.Y1)/2
		through := func(o readback.Stroke) bool {
			return o.Page == s.Page && math.Abs(o.Width-s.Width) < 0.2 && o.Color == s.Color &&
				x > min(o.X0, o.X1)-0.7 && x < max(o.X0, o.X1)+0.7 && y > min(o.Y0, o.Y1)-0.7 && y < max(o.Y0, o.Y1)+0.7
		}
		if !slices.ContainsFunc(b, through) {
			faults = append(faults, fmt.Sprintf("a line alone: %v", s))
		}
	}
	return faults[:min(len(faults), 4)]
}

// changed changes the parts of a Word file.
func changed(t *testing.T, data []byte, change func(string) string) []byte {
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
		if path.Ext(f.Name) == ".xml" {
			text = []byte(change(string(text)))
		}
		entries = append(entries, readback.ZipEntry{Name: f.Name, Content: text})
	}
	return readback.Zip(entries...)
}
