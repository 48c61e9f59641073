package build_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
	"kehoach.example/templates"
)

// openWith opens the office with files of its own, by path.
func openWith(files map[string]string) (*build.Office, []diag.Finding) {
	own := build.Layer{Name: "mẫu", Files: map[string][]byte{}}
	for file, text := range files {
		own.Files[file] = []byte(text)
	}
	return build.Open(templates.FS, fonts.FS, own)
}

// ownForm changes words, figures and the header, and goes outside the law once.
const ownForm = `name: Trường Trung học B
inherits: nd30
form:
  header:
    left:
      - {role: chu_quan, from: co_quan_chu_quan}
      - {role: co_quan, from: co_quan}
      - {role: khau_hieu, text: Dạy tốt - Học tốt, rule: true}
  end_mark: "."
figures:
  page:
    left: {value: 26mm, ngoai_quy_dinh: giấy in sẵn của trường}
    right: 15mm
  styles:
    than: {size: 13pt, line: "1.3"}
    khau_hieu: {name: KH Khẩu hiệu, like: co_quan, italic: true}
  rules:
    khau_hieu: {length: 0.5, thickness: 1pt, height: 6pt, drop: 3pt}
  blanks: {nam: 12}
`

// TestOwnForm: a form of the office's own, over one of ours or in its place,
// changes both files; what it does outside the law is told with the paper.
func TestOwnForm(t *testing.T) {
	t.Parallel()
	ours := outcomeOf(t, office(), plansOf(t, "nd30", []string{"de-trong"})["de-trong"])
	for file, form := range map[string]string{"the-thuc/trường b.yaml": "trường b", "the-thuc/nd30.yaml": "nd30"} {
		text := ownForm
		if form == "nd30" {
			text = strings.Replace(text, "name: Trường Trung học B\ninherits: nd30\n", "", 1)
		}
		o, found := openWith(map[string]string{file: text})
		if len(found) > 0 {
			t.Fatalf("%s: %+v", file, found)
		}
		in := plansOf(t, "nd30", []string{"de-trong"})["de-trong"]
		in.Data = []byte(strings.Replace(string(in.Data), "the_thuc: nd30", "the_thuc: "+form, 1))
		got := outcomeOf(t, o, in)
		for _, c := range []struct{ what, in, want string }{
			{"the line of its own, page", got.pages, "khau_hieu"},
			{"the line of its own, DOCX", got.look, "Dạy tốt - Học tốt"},
			{"its style", got.look, `w:val="KH Khẩu hiệu"`},
			{"the left margin, DOCX", got.look, `w:left="1474"`},
			{"the right margin, DOCX", got.look, `w:right="850"`},
		} {
			if !strings.Contains(c.in, c.want) {
				t.Errorf("%s: %s: no %q", form, c.what, c.want)
			}
		}
		if got.pages == ours.pages || got.look == ours.look {
			t.Errorf("%s: one of the two files is as in our form", form)
		}
		paper := o.Make(in)
		if left := paper.Pages.Pages[0].Words; slices.ContainsFunc(left, func(w page.Word) bool { return w.X < 26*unit.MM-unit.Twip }) {
			t.Errorf("%s: a word stands left of the margin", form)
		}
		if f := paper.Findings; len(f) != 1 || f[0].Code != "FORM-OUTSIDE" || f[0].Severity != diag.Info || f[0].At.Line == 0 || !strings.Contains(f[0].Message.Vi, "giấy in sẵn") {
			t.Errorf("%s: %+v", form, f)
		}
	}
}

// TestOwnFormSameLines: the papers of a form of the office's own are one
// document in two files too.
func TestOwnFormSameLines(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	o, found := openWith(map[string]string{"the-thuc/ta.yaml": ownForm, "the-thuc/cong-doan.yaml": "figures: {styles: {than: {line: \"1.3\"}, ten_loai: {before: 24pt}}, blanks: {so: 12}}\n"})
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	var all []*made
	for _, form := range []string{"ta", "cong-doan"} {
		for name, in := range plansOf(t, office().Forms.Default().ID, []string{"moi-kieu", "nhieu-bac", "de-trong"}) {
			data := strings.Replace(string(in.Data), "the_thuc: nd30", "the_thuc: "+form, 1)
			m, err := makeOf(o, form+"/"+name, []byte(data))
			if err != nil {
				t.Fatal(err)
			}
			m.own = true
			all = append(all, m)
		}
	}
	rendered := renderAll(t, all)
	for _, m := range all {
		other, err := look(rendered[m.name])
		if err != nil {
			t.Fatal(err)
		}
		lines, diffs := compare(t, m, see(t, m), other)
		if len(diffs) > 0 || lines == 0 {
			t.Errorf("%s: %d lines, %d differences: %+v", m.name, lines, len(diffs), diffs)
		}
	}
}

// TestOwnStarter: a starter plan of the office's own is given, in its form;
// without one, that of the form below, which then names the form asked for.
func TestOwnStarter(t *testing.T) {
	mine, err := os.ReadFile("testdata/toi-thieu.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const form = "name: Của ta\ninherits: cong-doan\n"
	const starter = "trich_yeu: Của ta\nmuc:\n  - tieu_de: A\n    noi_dung: B\n"
	o, found := openWith(map[string]string{
		"the-thuc/co.yaml": form, "khoi-dau/co.yaml": string(mine), "khoi-dau/nd30.yaml": starter,
		"the-thuc/không có.yaml": form, "the-thuc/số 1's.yaml": "name: A\ninherits: co\n",
		"the-thuc/hong.yaml": form, "khoi-dau/hong.yaml": starter + "khong_co_khoa_nay: 1\n",
	})
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	for id, want := range map[string]string{"co": string(mine), "nd30": starter, "không có": "\nthe_thuc: không có\n", "số 1's": "the_thuc: 'số 1''s'\ntrich_yeu"} {
		got, found := o.Starter(id)
		if len(found) > 0 || !strings.Contains(string(got), want) {
			t.Errorf("%s: %+v\n%s", id, found, got)
			continue
		}
		if paper := o.Make(build.Input{Name: "a.yaml", Data: got}); id != "co" && id != "nd30" && (paper.Standard == nil || paper.Standard.ID != id) {
			t.Errorf("%s: the starter builds in another form: %+v", id, paper.Findings)
		}
	}
	if _, found := o.Starter("hong"); len(found) != 1 || found[0].Code != "YAML-KEY" || !strings.HasSuffix(found[0].At.File, "hong.yaml") || found[0].At.Line != 5 {
		t.Errorf("a starter with a mistake: %+v", found)
	}
}

// TestOwnFolder: what an office's own folder brings beside figures works or is
// told once, at its file.
func TestOwnFolder(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             string // codes
		line             int
	}{
		{"a byte order mark", "the-thuc/a.yaml", "\ufeffname: A\r\ninherits: nd30\r\n", "", 0},
		{"another encoding", "the-thuc/a.yaml", "\xff\xfen\x00a\x00m\x00e\x00:\x00 \x00A\x00\n\x00i\x00n\x00h\x00e\x00r\x00i\x00t\x00s\x00:\x00 \x00n\x00d\x003\x000\x00\n\x00", "", 0},
		{"a Word file", "the-thuc/a.yaml", "PK\x03\x04 no text", "FILE-BINARY", 0},
		{"empty", "the-thuc/a.yaml", " \n", "FILE-EMPTY", 0},
		{"a starter of no form", "khoi-dau/a.yaml", "trich_yeu: A\n", "STARTER-STRAY", 0},
		{"a sign without a glyph", "the-thuc/nd30.yaml", "form:\n  ten_loai: KẾ HOẠCH ✿\n", "FORM-GLYPH", 2},
		{"a sign far away", "the-thuc/nd30.yaml", "form:\n  ten_loai: 🎉\n", "FORM-GLYPH", 2},
		{"words of recognition", "du-lieu/nhan-dang.yaml", "ten_loai: PHƯƠNG ÁN\n", "", 0},
		{"words of no key", "du-lieu/nhan-dang.yaml", "ten_loai: PHƯƠNG ÁN\nmuk: [a]\n", "YAML-KEY", 2},
		{"phrases of no key", "du-lieu/cum-tu.yaml", "words: [a]\nlong: 3\n", "YAML-KEY", 2},
	} {
		_, found := openWith(map[string]string{c.file: c.text})
		var codes []string
		for _, f := range found {
			codes = append(codes, f.Code)
			if f.At.File == c.file || !strings.HasPrefix(f.At.File, "mẫu") || f.At.Line != c.line || f.Hint.Vi == "" || f.Hint.En == "" {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
		if strings.Join(codes, " ") != c.want {
			t.Errorf("%s: %v, want %s: %+v", c.name, codes, c.want, found)
		}
	}
	// Words that an office changes are those by which a text is read.
	o, _ := openWith(map[string]string{"du-lieu/nhan-dang.yaml": "loai_khac: [KẾ HOẠCH NGẦM]\n"})
	text := "TRƯỜNG B\n\nTHÔNG BÁO\nVề việc nghỉ\n\nNội dung.\n"
	if _, found := office().Read(build.Input{Name: "a.txt", Data: []byte(text)}); !diag.HasErrors(found) {
		t.Fatalf("a notice is taken for a plan: %+v", found)
	}
	_, before := office().Read(build.Input{Name: "a.txt", Data: []byte(text)})
	_, after := o.Read(build.Input{Name: "a.txt", Data: []byte(text)})
	if len(before) == len(after) && before[0] == after[0] {
		t.Error("the office's own words of recognition change nothing")
	}
}

// TestOwnFormOfREADME: the form that README.md shows loads, and its one figure
// outside the law is told.
func TestOwnFormOfREADME(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, form, ok := strings.Cut(string(text), "# mau-co-quan/the-thuc/truong-b.yaml")
	form, _, end := strings.Cut(form, "```")
	if !ok || !end {
		t.Fatal("README.md shows no form")
	}
	o, found := openWith(map[string]string{"the-thuc/truong-b.yaml": "#" + form})
	st, _ := o.Forms.Get("truong-b")
	if len(found) > 0 || st == nil || len(st.Outside) != 1 {
		t.Errorf("%+v", found)
	}
}

// TestUnknownForm: a plan in a form that is not there is told which there are,
// and of --templates where no folder was given.
func TestUnknownForm(t *testing.T) {
	in := build.Input{Name: "a.yaml", Data: []byte("the_thuc: cua-ta\ntrich_yeu: A\nmuc:\n  - tieu_de: A\n    noi_dung: B\n")}
	with, _ := openWith(map[string]string{"the-thuc/khac.yaml": "name: A\ninherits: nd30\n"})
	for _, c := range []struct {
		o       *build.Office
		lists   string
		mention bool
	}{{office(), "dang, doan", true}, {with, "doan, khac", false}} {
		found := c.o.Make(in).Findings
		if len(found) != 1 || found[0].Code != "FORM-UNKNOWN" || found[0].At.Line != 1 || !strings.Contains(found[0].Hint.Vi, c.lists) ||
			strings.Contains(found[0].Hint.Vi, "--templates") != c.mention || strings.Contains(found[0].Hint.En, "--templates") != c.mention {
			t.Errorf("%+v", found)
		}
	}
}
