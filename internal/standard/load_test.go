package standard_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
	"kehoach.example/templates"
)

// layer is an office's own folder with these forms.
func layer(over map[string]string) standard.Layer {
	l := standard.Layer{Files: map[string][]byte{}}
	for id, text := range over {
		l.Files["the-thuc/"+id+".yaml"] = []byte(text)
	}
	return l
}

// forms is the embedded folder of forms with more files beside them.
func forms(t *testing.T, over map[string]string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(templates.FS, "the-thuc/*.yaml")
	if err != nil || len(names) < 2 {
		t.Fatalf("%d forms, %v", len(names), err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	for id, text := range over {
		out["the-thuc/"+id+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func load(t *testing.T, over map[string]string) (*standard.Set, []diag.Finding) {
	t.Helper()
	return standard.Load(templates.FS, layer(over))
}

// get gives a form of a folder without mistakes.
func get(t *testing.T, over map[string]string, id string) *standard.Standard {
	t.Helper()
	set, found := load(t, over)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	st, ok := set.Get(id)
	if !ok {
		t.Fatalf("no form %s", id)
	}
	return st
}

func codes(found []diag.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

// TestEmbedded: the forms of the program load, exactly one is the default, and
// each tells its law and when it was last looked at.
func TestEmbedded(t *testing.T) {
	set, found := standard.Load(templates.FS)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	defaults := 0
	for _, id := range set.IDs() {
		st, _ := set.Get(id)
		if st.ID != id || st.Name == "" || len(st.Basis) == 0 || len(st.Evidence) == 0 {
			t.Errorf("%s: %+v", id, st)
		}
		if st.Default {
			defaults++
		}
	}
	if strings.Join(set.IDs(), " ") != "cong-doan dang doan mttq nd30" || defaults != 1 || set.Default().ID != "nd30" {
		t.Errorf("forms %v, %d defaults", set.IDs(), defaults)
	}
}

// TestDecree: the figures of NĐ 30/2020, Phụ lục I, as the decree has them.
func TestDecree(t *testing.T) {
	f := get(t, nil, "nd30").Figures
	mm := func(lo, hi float64) string { return fmt.Sprint([]unit.Length{unit.FromMM(lo), unit.FromMM(hi)}) }
	pt := func(lo, hi float64) string {
		return fmt.Sprint([]unit.Length{unit.FromPoints(lo), unit.FromPoints(hi)})
	}
	size := func(role string) standard.Figure[unit.Length] { return f.Styles[role].Size }
	for _, c := range []struct {
		name string
		fig  standard.Figure[unit.Length]
		want string
	}{
		{"I.1 width", f.Page.Width, mm(210, 210)},
		{"I.1 height", f.Page.Height, mm(297, 297)},
		{"I.3 top", f.Page.Top, mm(20, 25)},
		{"I.3 bottom", f.Page.Bottom, mm(20, 25)},
		{"I.3 left", f.Page.Left, mm(30, 35)},
		{"I.3 right", f.Page.Right, mm(15, 20)},
		{"V.1", size("quoc_hieu"), pt(12, 13)},
		{"V.1", size("tieu_ngu"), pt(13, 14)},
		{"V.2", size("chu_quan"), pt(12, 13)},
		{"V.2", size("co_quan"), pt(12, 13)},
		{"V.3", size("so"), pt(13, 13)},
		{"V.4", size("ngay"), pt(13, 14)},
		{"V.5a", size("ten_loai"), pt(13, 14)},
		{"V.5a", size("trich_yeu"), pt(13, 14)},
		{"V.6", size("can_cu"), pt(13, 14)},
		{"V.6", size("than"), pt(13, 14)},
		{"V.7", size("quyen_han"), pt(13, 14)},
		{"V.7", size("ho_ten"), pt(13, 14)},
		{"V.8", size("noi_nhan"), pt(12, 12)},
		{"V.8", size("noi_nhan_item"), pt(11, 11)},
		{"V.9", size("kem_van_ban"), pt(13, 14)},
		{"V.10", size("do_khan"), pt(13, 14)},
		{"V.10 HỎA TỐC", f.Boxes["hoa_toc"].Width, mm(30, 30)},
		{"V.10 THƯỢNG KHẨN", f.Boxes["thuong_khan"].Width, mm(40, 40)},
		{"V.10 KHẨN", f.Boxes["khan"].Width, mm(20, 20)},
		{"V.10 height", f.Boxes["khan"].Height, mm(8, 8)},
		{"V.12", size("dia_chi"), pt(11, 12)},
		{"V.13", size("luu_hanh"), pt(13, 14)},
		{"V.14", size("so_trang"), pt(13, 14)},
		{"II.6 indent", f.Styles["than"].Indent, mm(10, 12.7)},
	} {
		if fmt.Sprint(c.fig.Allow) != c.want || !strings.Contains(c.fig.Basis, "NĐ 30/2020") {
			t.Errorf("%s: range %v, want %s, basis %q", c.name, c.fig.Allow, c.want, c.fig.Basis)
		}
	}
	if line := f.Styles["than"].Line; fmt.Sprint(line.Allow) != "[1 1.5]" {
		t.Errorf("II.6 line: %v", line.Allow)
	}
	if r := f.Rules["tieu_ngu"].Length; fmt.Sprint(r.Value, r.Allow) != "1 [1 1]" {
		t.Errorf("II.1 rule: %v %v", r.Value, r.Allow)
	}
	for _, role := range []string{"co_quan", "trich_yeu"} {
		if r := f.Rules[role].Length; r.Allow[0] < 1.0/3-0.001 || r.Allow[1] != 0.5 {
			t.Errorf("%s rule: %v", role, r.Allow)
		}
	}
}

// TestOutOfRange: a figure outside the range of its clause is refused with
// that clause, wherever it stands, and the form is left out.
func TestOutOfRange(t *testing.T) {
	for _, c := range []struct{ name, text, clause string }{
		{"margin", "page: {left: 29mm}", "NĐ 30/2020, PL I, I.3"},
		{"margin, a little", "page: {right: 20.01mm}", "NĐ 30/2020, PL I, I.3"},
		{"long notation", "page: {left: {value: 40mm}}", "NĐ 30/2020, PL I, I.3"},
		{"size", "styles: {so: {size: 14pt}}", "NĐ 30/2020, PL I, V.3"},
		{"spacing", "styles: {than: {before: 3pt}}", "NĐ 30/2020, PL I, II.6.đ"},
		{"line", `styles: {than: {line: "1.6"}}`, "NĐ 30/2020, PL I, II.6.đ"},
		{"exact line", "styles: {than: {line: 18pt}}", "NĐ 30/2020, PL I, II.6.đ"},
		{"rule", "rules: {co_quan: {length: 0.6}}", "NĐ 30/2020, PL I, II.2"},
		{"own range", "columns: {cuoi: {left: {value: 76mm, allow: [77mm, 80mm], basis: nội quy}}}", "nội quy"},
	} {
		set, found := load(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\nfigures: {" + c.text + "}\n"})
		if codes(found) != "FORM-RANGE" || !strings.Contains(found[0].Basis, c.clause) || found[0].At.File != "the-thuc/rieng.yaml" || found[0].At.Line != 3 {
			t.Errorf("%s: %+v", c.name, found)
		}
		if _, ok := set.Get("rieng"); ok {
			t.Errorf("%s: the form is used all the same", c.name)
		}
	}
}

// TestBadFigures: what is no figure, or a range that is no range, is refused.
func TestBadFigures(t *testing.T) {
	for name, text := range map[string]string{
		"no unit":            "page: {left: 30}",
		"words":              "page: {left: rộng}",
		"a line of no sense": `styles: {than: {line: "0.2"}}`,
		"half a blank":       "blanks: {so: 1.5}",
		"too many blanks":    "blanks: {so: 1000}",
		"a share of words":   "rules: {co_quan: {length: nửa}}",
		"unknown key":        "page: {left: {value: 30mm, alow: [30mm, 35mm]}}",
		"unknown figure":     "page: {gutter: 5mm}",
		"like nothing":       "styles: {moi: {like: khong_co}}",
		"one end":            "page: {header: {value: 9mm, allow: [10mm]}}",
		"a range of text":    "page: {header: {value: 9mm, allow: 10mm}}",
		"alignment":          "styles: {than: {align: centre}}",
		"size set":           "size_set: C",
		"negative margin":    "page: {header: -5mm}",
		"no line at all":     `styles: {so: {line: 0pt}}`,
		"six lines":          `styles: {so: {line: "6"}}`,
		"a negative share":   "rules: {trich_yeu: {length: {value: -1, allow: []}}}",
		"a huge share":       "rules: {trich_yeu: {length: {value: 101, allow: []}}}",
		"negative blanks":    "blanks: {so: -1}",
		"a colour in words":  "styles: {do_khan: {color: đỏ}}",
		"a short colour":     "styles: {do_khan: {color: F00}}",
		"a huge frame":       "boxes: {khan: {width: 21mm}}",
	} {
		if _, found := load(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\nfigures: {" + text + "}\n"}); !diag.HasErrors(found) {
			t.Errorf("%s is taken: %s", name, text)
		}
	}
}

// TestGoodFigures: figures at the ends of what is possible, in both notations.
func TestGoodFigures(t *testing.T) {
	st := get(t, map[string]string{"rieng": `name: Riêng
inherits: nd30
default: false
figures:
  page: {left: 35mm, right: {value: 15mm}, top: "25mm", header: 9mm}
  columns: {cuoi: {left: {value: 80mm, allow: [70mm, 80mm], basis: nội quy}}}
  styles:
    so: {line: "0.5"}
    ngay: {line: "18,5pt"}
    than: {line: "1,5", indent: 1cm}
    phu_de: {line: "5"}
  blanks: {so: 200, ngay: 0}
`}, "rieng")
	f := st.Figures
	for _, c := range []struct{ name, got, want string }{
		{"left", f.Page.Left.Value.String(), "35.00mm"},
		{"right", f.Page.Right.Value.String(), "15.00mm"},
		{"top", f.Page.Top.Value.String(), "25.00mm"},
		{"own range", fmt.Sprintf("%v %v %s", f.Columns["cuoi"].Left.Value, f.Columns["cuoi"].Left.Allow, f.Columns["cuoi"].Left.Basis), "80.00mm [70.00mm 80.00mm] nội quy"},
		{"half a line", f.Styles["so"].Line.Value.String(), "0.5"},
		{"an exact line", f.Styles["ngay"].Line.Value.String(), "18.5pt"},
		{"decimal comma", f.Styles["than"].Line.Value.String(), "1.5"},
		{"centimetre", f.Styles["than"].Indent.Value.String(), "10.00mm"},
		{"five lines", f.Styles["phu_de"].Line.Value.String(), "5"},
		{"blanks", fmt.Sprint(f.Blanks["so"].Value, f.Blanks["ngay"].Value), "200 0"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
}

// TestFormWords: a hole that nobody fills would lose its word on every paper,
// and one that is not closed has no end: both are refused at loading.
func TestFormWords(t *testing.T) {
	for _, text := range []string{
		`so: "Số: {s0}/{ky_hieu}"`, `ngay: "{dia_danh}, ngày {ngay} tháng {thang} năm {nám}"`, `ngay: "{dia_danh, ngày {ngay"`, `muc: "{so"`,
		`dot: {range: "{ten}: Từ {tu} đến {de}"}`, `dot: {theme: "chủ đề {chu_de"}`, `dot: {anniversary: "{n} năm {su_kien} ({gốc} - {nay})"}`,
		`marks: {kem_theo: "(Kèm theo {van ban})"}`, `marks: {du_thao: {numbered: "LẦN {so}"}}`, `marks: {du_thao: {box: khung_la}}`,
		`marks: {luu_hanh: {box: khung_la}}`, `marks: {do_khan: [{text: GẤP, box: khung_la}]}`, `marks: {do_khan: [{box: khan}]}`, `marks: {dia_chi: {page: giua}}`,
	} {
		if _, found := load(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\ndefault: false\nform:\n  " + text + "\n"}); !diag.HasErrors(found) {
			t.Errorf("%s is taken", text)
		}
	}
}

// TestRequired: a form without a name, a law without the day it was looked at
// and evidence without place, word or weight are refused by the missing key.
func TestRequired(t *testing.T) {
	for text, key := range map[string]string{
		"default: false":                                      "name",
		"name: A\nbasis: [{text: Luật}]":                      "verified",
		"name: A\nbasis: [{verified: 2026-11-21}]":            "text",
		"name: A\nevidence: [{has: a, weight: 1}]":            "where",
		"name: A\nevidence: [{where: ten, weight: 1}]":        "has",
		"name: A\nevidence: [{where: ten, has: a}]":           "weight",
		"name: A\nform: {header: {left: [{text: A}]}}":        "role",
		"name: A\ninherits: nd30\nform: {hedaer: {left: []}}": "hedaer",
	} {
		if _, found := load(t, map[string]string{"rieng": text}); len(found) == 0 || !strings.Contains(found[0].Message.Vi, key) || found[0].Severity != diag.Error {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

// TestOverlay: an office gives a short value and keeps the range and the
// clause; the form below stays as it was; everything else is inherited.
func TestOverlay(t *testing.T) {
	set, found := load(t, map[string]string{"rieng": `name: Riêng
inherits: nd30
default: false
figures:
  page: {left: 35mm}
  styles: {than: {size: 13pt, line: "1.3"}}
  blanks: {so: 12}
  rules: {co_quan: {length: 0.5}}
form: {end_mark: "."}
`})
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	st, _ := set.Get("rieng")
	base, _ := set.Get("nd30")
	left := st.Figures.Page.Left
	if left.Value != 35*unit.MM || fmt.Sprint(left.Allow) != "[30.00mm 35.00mm]" || left.Basis != "NĐ 30/2020, PL I, I.3" {
		t.Errorf("left: %+v", left)
	}
	than := st.Figures.Styles["than"]
	if than.Size.Value != 13*unit.PT || than.Line.Value.Multiple != 1.3 || len(than.Line.Allow) != 2 || than.Align != "both" || than.Indent.Value != base.Figures.Styles["than"].Indent.Value {
		t.Errorf("than: %+v", than)
	}
	if r := st.Figures.Rules["co_quan"]; r.Length.Value != 0.5 || r.Height.Value != 5*unit.PT {
		t.Errorf("rule: %+v", r)
	}
	if st.Figures.Blanks["so"].Value != 12 || st.Figures.Blanks["ngay"].Value != 5 || st.Form.EndMark != "." || st.Form.So != base.Form.So {
		t.Errorf("blanks %+v, form %+v", st.Figures.Blanks, st.Form.EndMark)
	}
	if base.Figures.Page.Left.Value != 30*unit.MM || base.Figures.Styles["than"].Size.Value != 14*unit.PT || base.Figures.Blanks["so"].Value != 8 || base.Form.EndMark != "./." {
		t.Error("the form below was changed")
	}
}

// TestOverlayReachesLikeStyles: styles that are like the running text follow
// it, in the form that changes it too.
func TestOverlayReachesLikeStyles(t *testing.T) {
	st := get(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\ndefault: false\nfigures: {styles: {than: {indent: 10mm, line: \"1.3\"}}}\n"}, "rieng")
	for _, role := range []string{"than", "can_cu", "muc", "khoan_de_muc", "khoan2_de_muc"} {
		if s := st.Figures.Styles[role]; s.Indent.Value != unit.CM || s.Line.Value.Multiple != 1.3 {
			t.Errorf("%s: indent %v, line %v", role, s.Indent.Value, s.Line.Value)
		}
	}
}

// TestLikeChain: a style may be like one that is like a third, in any order.
func TestLikeChain(t *testing.T) {
	for range 30 {
		set, _ := standard.Load(forms(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\nfigures: {styles: {a: {like: b}, b: {like: c}, c: {like: d}, d: {like: than}}}\n"}))
		st, ok := set.Get("rieng")
		if !ok {
			t.Fatal("the form is left out")
		}
		for _, role := range []string{"a", "b", "c", "d"} {
			if s := st.Figures.Styles[role]; s.Size.Value != 14*unit.PT || s.Align != "both" {
				t.Fatalf("%s: size %v, align %q", role, s.Size.Value, s.Align)
			}
		}
	}
}

// TestInherits: a ring and a missing form are told by name; a form over one
// with a mistake is left out with it, and nobody is told of a ring.
func TestInherits(t *testing.T) {
	const name = "name: Tên\ndefault: false\n"
	for _, c := range []struct {
		name    string
		files   map[string]string
		want    string // codes
		says    string
		missing []string
	}{
		{"itself", map[string]string{"a": name + "inherits: a"}, "FORM-INHERITS", "vòng tròn", []string{"a"}},
		{"two", map[string]string{"a": name + "inherits: b", "b": name + "inherits: a"}, "FORM-INHERITS", "vòng tròn", []string{"a", "b"}},
		{"three", map[string]string{"a": name + "inherits: b", "b": name + "inherits: c", "c": name + "inherits: a"}, "FORM-INHERITS", "vòng tròn", []string{"a", "b", "c"}},
		{"missing", map[string]string{"a": name + "inherits: khong-co"}, "FORM-INHERITS", "khong-co", []string{"a"}},
		{"broken below", map[string]string{"a": name + "inherits: b", "b": name + "inherits: nd30\nfigures: {page: {left: 1mm}}"}, "FORM-RANGE", "I.3", []string{"a", "b"}},
		{"broken above", map[string]string{"a": name + "inherits: b\nfigures: {page: {left: 1mm}}", "b": name + "inherits: nd30"}, "FORM-RANGE", "I.3", []string{"a"}},
	} {
		set, found := load(t, c.files)
		if len(found) != 1 || !strings.Contains(found[0].Message.Vi+found[0].Basis, c.says) || found[0].At.Line == 0 {
			t.Errorf("%s: %+v", c.name, found)
		}
		for _, f := range found {
			if f.Code != c.want {
				t.Errorf("%s: also told: %s %s", c.name, f.Code, f.Message.Vi)
			}
			if strings.Contains(f.Message.Vi, "vòng tròn") && c.says != "vòng tròn" {
				t.Errorf("%s: told of a ring that is none, in %s", c.name, f.At.File)
			}
		}
		for _, id := range c.missing {
			if _, ok := set.Get(id); ok {
				t.Errorf("%s: %s is used", c.name, id)
			}
		}
		if _, ok := set.Get("nd30"); !ok {
			t.Errorf("%s: the sound forms are gone", c.name)
		}
	}
}

// TestNoForms: a folder without forms is told, not guessed round.
func TestNoForms(t *testing.T) {
	set, found := standard.Load(fstest.MapFS{})
	if codes(found) != "FORM-MISSING" || set.Default() != nil || len(set.IDs()) != 0 {
		t.Errorf("%+v", found)
	}
}

// TestDuplicateStyle: of two entries of one name neither is lost in silence.
func TestDuplicateStyle(t *testing.T) {
	if _, found := load(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\nfigures:\n  blanks:\n    so: 3\n    so: 9\n"}); !diag.HasErrors(found) {
		t.Error("so: 3 and so: 9 are both taken")
	}
}

// TestChoose: the form with the most evidence is chosen and says why; a tie or
// nothing gives the default form.
func TestChoose(t *testing.T) {
	const more = "default: false\nevidence:\n"
	over := map[string]string{
		"x": "name: X\ninherits: nd30\n" + more + "  - {where: ten, has: chung, weight: 3}\n  - {where: ten, has: riêng x, weight: 2}\n",
		"y": "name: Y\ninherits: nd30\n" + more + "  - {where: ten, has: chung, weight: 3}\n  - {where: ky_hieu, has: Y, weight: 1}\n",
		"z": "name: Z\ninherits: nd30\n" + more + "  - {where: ten, has: lớn, weight: 9}\n",
	}
	set, found := load(t, over)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	for _, c := range []struct {
		name  string
		texts map[string]string
		want  string
		why   string
	}{
		{"nothing", nil, "nd30", "mặc định"},
		{"no word of any form", map[string]string{"ten": "về việc khác"}, "nd30", "mặc định"},
		{"union by its symbol", map[string]string{"ky_hieu": "KH-LĐLĐ"}, "cong-doan", "“LĐLĐ”"},
		{"state by its name", map[string]string{"co_quan": "ỦY BAN NHÂN DÂN\nPHƯỜNG BẾN ĐÒ"}, "nd30", "“ỦY BAN NHÂN DÂN”"},
		{"the word in another place", map[string]string{"than": "KH-TLĐ"}, "nd30", "mặc định"},
		{"a word that other bodies have too", map[string]string{"chu_ky": "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH"}, "nd30", "mặc định"},
		{"a tie", map[string]string{"ten": "chung"}, "nd30", "mặc định"},
		{"sums decide", map[string]string{"ten": "chung, riêng x"}, "x", "“chung”, “riêng x”"},
		{"two against one", map[string]string{"ten": "chung", "ky_hieu": "Y"}, "y", "“chung”, “Y”"},
		{"a tie below the best", map[string]string{"ten": "chung, lớn"}, "z", "“lớn”"},
	} {
		st, why := set.Choose(c.texts)
		if st.ID != c.want || !strings.Contains(why.Vi, c.why) || why.En == "" {
			t.Errorf("%s: %s, %s", c.name, st.ID, why.Vi)
		}
	}
}
