package standard_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
	"kehoach.example/templates"
)

// own lays a folder "mẫu của ta" with one form "rieng" over the program's.
func own(text string) (*standard.Set, []diag.Finding) {
	l := layer(map[string]string{"rieng": text})
	l.Name = "mẫu của ta"
	return standard.Load(templates.FS, l)
}

// TestMistakes: each mistake in an office's own form is told once, where it
// stands in the file as its user named it, in both languages and with a hint;
// the form is left out and those of the program are there.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, text, code, at, says string }{
		{"no YAML", "name: A\ninherits: nd30\nfigures: {page: {left: 30mm}", "YAML-START", "3:10", ""},
		{"a tab", "name: A\ninherits: nd30\nfigures:\n\tsize_set: A", "YAML-TAB", "4:1", "Tab"},
		{"empty", "# chưa viết", "FILE-EMPTY", "0:0", ""},
		{"a list", "- name: A", "YAML-TYPE", "1:1", ""},
		{"unknown key", "name: A\ninherits: nd30\nfigures:\n  pages: {left: 30mm}", "YAML-KEY", "4:3", "page"},
		{"key twice", "name: A\ninherits: nd30\nfigures:\n  page: {left: 30mm, left: 31mm}", "YAML-DUP", "4:22", "left"},
		{"unknown key of a figure", "name: A\ninherits: nd30\nfigures:\n  page: {left: {valu: 30mm}}", "YAML-KEY", "4:17", "value"},
		{"no unit", "name: A\ninherits: nd30\nfigures:\n  page: {left: 30}", "FORM-VALUE", "4:16", "30mm"},
		{"a list for a figure", "name: A\ninherits: nd30\nfigures:\n  page: {left: [30mm]}", "FORM-VALUE", "4:16", "30mm"},
		{"no figure", "name: A\ninherits: nd30\nfigures:\n  page: {left: }", "FORM-VALUE", "4:16", "30mm"},
		{"text for true", "name: A\ninherits: nd30\nfigures:\n  styles: {so: {bold: đậm}}", "YAML-TYPE", "4:23", "true"},
		{"no name", "inherits: nd30", "YAML-MISSING", "1:1", "name"},
		{"empty name", "name:\ninherits: nd30", "FORM-VALUE", "1:1", "tên"},
		{"unknown form below", "name: A\ninherits: nd3", "FORM-INHERITS", "2:11", "dang, doan"},
		{"a ring", "name: A\ninherits: rieng", "FORM-INHERITS", "2:11", "vòng tròn"},
		{"alone, and not whole", "name: A\nfigures:\n  size_set: A", "FORM-INCOMPLETE", "1:1", "inherits"},
		{"unknown role", "name: A\ninherits: nd30\nfigures:\n  styles:\n    tich_yeu: {size: 14pt}", "FORM-ROLE", "5:5", "trich_yeu"},
		{"unknown rule", "name: A\ninherits: nd30\nfigures:\n  rules:\n    so: {length: 1}", "FORM-ROLE", "5:5", "co_quan"},
		{"unknown columns", "name: A\ninherits: nd30\nfigures:\n  columns:\n    cuoi_trang: {left: 50mm}", "FORM-ROLE", "5:5", "cuoi"},
		{"unknown room", "name: A\ninherits: nd30\nfigures:\n  blanks:\n    quy: 5", "FORM-ROLE", "5:5", "ngay"},
		{"like nothing", "name: A\ninherits: nd30\nfigures:\n  styles:\n    muc: {like: thann}", "FORM-ROLE", "5:17", "`than`"},
		{"like in a ring", "name: A\ninherits: nd30\nfigures:\n  styles:\n    than: {like: muc}", "FORM-ROLE", "5:18", "vòng tròn"},
		{"one name for two", "name: A\ninherits: nd30\nfigures:\n  styles:\n    so: {name: KH Nội dung}", "FORM-VALUE", "5:16", "than"},
		{"alignment", "name: A\ninherits: nd30\nfigures:\n  styles:\n    than: {align: centre}", "FORM-VALUE", "5:19", "center"},
		{"size set", "name: A\ninherits: nd30\nfigures:\n  size_set: C", "FORM-VALUE", "4:13", "auto"},
		{"bad hole", "name: A\ninherits: nd30\nform:\n  so: \"Số: {so}/{ky_heu}\"", "FORM-VALUE", "4:7", "{ky_hieu}"},
		{"hole left out", "name: A\ninherits: nd30\nform:\n  so: \"Số: {so}\"", "FORM-VALUE", "4:7", "{ky_hieu}"},
		{"hole twice", "name: A\ninherits: nd30\nform:\n  muc: \"{so}. {so}\"", "FORM-VALUE", "4:8", "{so}"},
		{"role without style", header("role: co_qan, from: co_quan"), "FORM-ROLE", "7:16", "`co_quan`"},
		{"no such key of a plan", header("role: co_quan, from: co_qan"), "FORM-VALUE", "7:31", "`co_quan`"},
		{"prints nothing", header("role: co_quan, from: co_quan}\n      - {role: so"), "FORM-VALUE", "8:9", "text"},
		{"rule without figures", header("role: co_quan, from: co_quan}\n      - {role: so, text: A, rule: true"), "FORM-ROLE", "8:35", "figures.rules.so"},
		{"loses the issuer", "name: A\ninherits: nd30\nform:\n  header:\n    left: [{role: co_quan, text: TRƯỜNG C}, {role: chu_quan, from: co_quan_chu_quan}]", "FORM-VALUE", "4:3", "from: co_quan"},
		{"ruled title of a form without", "name: A\ninherits: dang\nform:\n  title: {rule: true}", "FORM-ROLE", "4:17", "trich_yeu"},
		{"evidence nowhere", "name: A\ninherits: nd30\nevidence:\n  - {where: tieu_de, has: a, weight: 1}", "FORM-VALUE", "4:13", "co_quan"},
		{"evidence of all", "name: A\ninherits: nd30\nevidence:\n  - {where: ten, has: \"\", weight: 1}", "FORM-VALUE", "4:23", "dấu hiệu"},
		{"outside the law", "name: A\ninherits: nd30\nfigures:\n  page: {left: 29mm}", "FORM-RANGE", "4:16", "30 mm – 35 mm"},
		{"outside, and followed by others", "name: A\ninherits: dang\nfigures:\n  styles: {than: {size: 13pt}}", "FORM-RANGE", "4:25", "14 pt – 15 pt"},
		{"outside by another style", "name: A\ninherits: dang\nfigures:\n  styles: {muc: {like: ten_loai}}", "FORM-RANGE", "4:24", "muc"},
		{"outside in the second size", "name: A\ninherits: nd30\nfigures:\n  styles: {co_quan: {size_b: 11pt}}", "FORM-RANGE", "4:30", "12 pt – 13 pt"},
		{"none where some is due", "name: A\ninherits: nd30\nfigures:\n  styles: {muc: {before: 0pt}}", "FORM-RANGE", "4:26", "6 pt – 36 pt"},
		{"a law of one's own", "name: A\ninherits: nd30\nfigures:\n  page: {left: {value: 25mm, allow: [20mm, 40mm], basis: nội quy}}", "FORM-ALLOW", "4:30", "30 mm – 35 mm"},
		{"a clause of one's own", "name: A\ninherits: nd30\nfigures:\n  page: {left: {basis: nội quy}}", "FORM-ALLOW", "4:17", "30 mm – 35 mm"},
		{"an upside-down range", "name: A\ninherits: nd30\nfigures:\n  columns: {cuoi: {left: {value: 80mm, allow: [90mm, 70mm]}}}", "FORM-VALUE", "4:47", "hai đầu"},
		{"no room for text", "name: A\ninherits: nd30\nfigures:\n  page: {right: 15mm, left: {value: 190mm, ngoai_quy_dinh: a}}", "FORM-VALUE", "4:37", "30 mm"},
		{"columns off the page", "name: A\ninherits: nd30\nfigures:\n  columns: {cuoi: {left: 300mm}}", "FORM-VALUE", "4:26", "160"},
		{"a seal off the page", "name: A\ninherits: nd30\nfigures:\n  slots: {dau: {width: 300mm}}", "FORM-VALUE", "4:24", "160"},
		{"unknown slot", "name: A\ninherits: nd30\nfigures:\n  slots: {con_dau: {width: 36mm}}", "YAML-KEY", "4:11", "dau"},
		{"a seal is as high as wide", "name: A\ninherits: nd30\nfigures:\n  slots: {dau: {height: 36mm}}", "YAML-KEY", "4:17", "width"},
		{"no reason", "name: A\ninherits: nd30\nfigures:\n  page: {left: {value: 25mm, ngoai_quy_dinh: \"\"}}", "FORM-REASON", "4:46", "lý do"},
		{"a reason of no words", "name: A\ninherits: nd30\nfigures:\n  page: {left: {value: 25mm, ngoai_quy_dinh: [a]}}", "FORM-REASON", "4:46", "lý do"},
	} {
		set, found := own(c.text)
		if len(found) != 1 {
			t.Errorf("%s: %d findings: %v", c.name, len(found), tell(found))
			continue
		}
		f := found[0]
		if at := fmt.Sprintf("%d:%d", f.At.Line, f.At.Column); f.Code != c.code || at != c.at || f.Severity != diag.Error {
			t.Errorf("%s: %s at %s, want %s at %s", c.name, f.Code, at, c.code, c.at)
		}
		if want := filepath.Join("mẫu của ta", "the-thuc", "rieng.yaml"); f.At.File != want {
			t.Errorf("%s: in %s, want %s", c.name, f.At.File, want)
		}
		if !strings.Contains(f.Message.Vi+f.Hint.Vi, c.says) || f.Message.En == "" || f.Hint.Vi == "" || f.Hint.En == "" {
			t.Errorf("%s does not say %q: %+v %+v", c.name, c.says, f.Message, f.Hint)
		}
		if strings.HasPrefix(f.Code, "FORM-RANGE") && f.Basis == "" {
			t.Errorf("%s: without the clause", c.name)
		}
		if _, ok := set.Get("rieng"); ok || len(set.IDs()) != 5 {
			t.Errorf("%s: the forms are %v", c.name, set.IDs())
		}
	}
}

func header(line string) string {
	return "name: A\ninherits: nd30\nform:\n  header:\n    left:\n      - {role: chu_quan, from: co_quan_chu_quan}\n      - {" + line + "}\n"
}

func tell(found []diag.Finding) string {
	var b strings.Builder
	diag.Print(&b, found, "vi")
	return b.String()
}

// TestMistakesAllAtOnce: the mistakes of a file and of several files are told
// together.
func TestMistakesAllAtOnce(t *testing.T) {
	_, found := load(t, map[string]string{
		"a": "name: A\ninherits: nd30\nfigures:\n  page: {left: 29mm, right: 3}\n  size_set: D\nform: {so: \"{x}\"}\n",
		"b": "inherits: khong\n",
	})
	if got := codes(found); got != "FORM-VALUE FORM-VALUE FORM-VALUE FORM-RANGE FORM-INHERITS" {
		t.Errorf("%s\n%s", got, tell(found))
	}
}

// TestSameID: a form of the office with the id of one of ours lies over it and
// changes only what it names; forms of ours that lie over that one stay.
func TestSameID(t *testing.T) {
	for _, head := range []string{"", "inherits: nd30\n"} {
		set, found := load(t, map[string]string{
			"nd30": head + "figures: {page: {left: 35mm}, styles: {than: {size: 13pt}}}\nform: {end_mark: \".\"}\n",
			"ta":   "name: Của ta\ninherits: nd30\nfigures: {page: {right: 15mm}}\n",
		})
		if len(found) > 0 {
			t.Fatal(tell(found))
		}
		ours, _ := standard.Load(templates.FS)
		before, _ := ours.Get("nd30")
		st, _ := set.Get("nd30")
		if st.Name != before.Name || st.Figures.Page.Left.Value != 35*unit.MM || st.Figures.Styles["than"].Size.Value != 13*unit.PT || st.Form.EndMark != "." {
			t.Errorf("%s: %+v", st.Name, st.Figures.Page)
		}
		if st.Figures.Page.Right.Value != before.Figures.Page.Right.Value || st.Form.So != before.Form.So || len(st.Evidence) != len(before.Evidence) || len(st.Basis) != len(before.Basis) {
			t.Error("what the file does not name has changed")
		}
		if set.Default().ID != "nd30" || !st.Own || st.Inherits != "" {
			t.Errorf("default %s, own %v, inherits %q", set.Default().ID, st.Own, st.Inherits)
		}
		if union, _ := set.Get("cong-doan"); union.Figures.Page.Left.Value != 30*unit.MM || union.Own {
			t.Error("a form of ours follows the office's file of another id")
		}
		if ta, _ := set.Get("ta"); ta.Figures.Page.Left.Value != 35*unit.MM || ta.Figures.Page.Right.Value != 15*unit.MM || ta.Form.EndMark != "." {
			t.Errorf("a form of the office does not lie over its nd30: %+v", ta.Figures.Page)
		}
	}
	if _, found := load(t, map[string]string{"nd30": "inherits: dang\n"}); codes(found) != "FORM-INHERITS" {
		t.Errorf("nd30 in the clothes of another: %s", codes(found))
	}
}

// TestOutside: a figure outside the law is taken with its reason, and the form
// remembers it; so do forms over that one, until they name it again.
func TestOutside(t *testing.T) {
	const base = "name: A\ninherits: nd30\nfigures:\n  page: {left: {value: 25mm, ngoai_quy_dinh: \" giấy in sẵn \"}}\n"
	set, found := load(t, map[string]string{
		"a": base,
		"b": "name: B\ninherits: a\nfigures: {page: {right: 15mm}}\n",
		"c": "name: C\ninherits: a\nfigures: {page: {left: 30mm}}\n",
		"d": "name: D\ninherits: dang\nfigures: {styles: {than: {line: {value: \"1.0\", ngoai_quy_dinh: máy cũ}}}}\n",
		"e": "name: E\ninherits: nd30\nfigures: {page: {left: {value: 31mm, ngoai_quy_dinh: không cần}}}\n",
		"f": "name: F\ninherits: nd30\nfigures: {page: {left: {value: 26mm, allow: [25mm, 27mm], basis: nội quy, ngoai_quy_dinh: giấy}}}\n",
	})
	if len(found) > 0 {
		t.Fatal(tell(found))
	}
	for id, want := range map[string]string{
		"a": "page.left 25 mm|30 mm – 35 mm|NĐ 30/2020, PL I, I.3|giấy in sẵn|4:24",
		"b": "page.left 25 mm|30 mm – 35 mm|NĐ 30/2020, PL I, I.3|giấy in sẵn|4:24",
		"c": "",
		"d": "styles.than.line 1|18pt – 22pt|HD 05-HD/VPTW, tr. 12|máy cũ|3:41",
		"e": "",
		"f": "page.left 26 mm|30 mm – 35 mm|NĐ 30/2020, PL I, I.3|giấy|3:32",
	} {
		st, _ := set.Get(id)
		var got []string
		for _, o := range st.Outside {
			got = append(got, fmt.Sprintf("%s %s|%s|%s|%s|%d:%d", o.Path, o.Value, o.Allow, o.Basis, o.Reason, o.At.Line, o.At.Column))
			if f := o.Finding(); f.Code != "FORM-OUTSIDE" || f.Severity != diag.Info || f.Basis != o.Basis || !strings.Contains(f.Message.Vi, o.Reason) || f.Message.En == "" {
				t.Errorf("%s: %+v", id, f)
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	// A form over it does not make the law wider, and has no part in its reason.
	for _, text := range []string{"page: {left: 26mm}", "page: {left: {basis: nội quy}}"} {
		_, found := load(t, map[string]string{"a": base, "b": "name: B\ninherits: a\nfigures: {" + text + "}\n"})
		if len(found) != 1 || !strings.Contains(found[0].Basis, "I.3") || !strings.HasSuffix(found[0].At.File, "b.yaml") {
			t.Errorf("%s: %s", text, tell(found))
		}
	}
	// A range of the office's own holds its own value too.
	if _, found := load(t, map[string]string{"a": strings.Replace(base, "25mm,", "25mm, allow: [26mm, 27mm],", 1)}); codes(found) != "FORM-RANGE" {
		t.Errorf("own range: %s", tell(found))
	}
}

// TestOwnRole: a form may bring a role of its own in its header, with a style
// and a rule.
func TestOwnRole(t *testing.T) {
	text := header("role: co_quan, from: co_quan}\n      - {role: khau_hieu, text: Dạy tốt - Học tốt, rule: true") +
		"figures:\n  styles: {khau_hieu: {name: Khẩu hiệu, like: co_quan, italic: true}}\n  rules: {khau_hieu: {length: 0.5, thickness: 1pt, height: 5pt, drop: 2pt}}\n"
	set, found := own(text)
	if len(found) > 0 {
		t.Fatal(tell(found))
	}
	st, _ := set.Get("rieng")
	if s := st.Figures.Styles["khau_hieu"]; s.Size.Value != 13*unit.PT || s.Align != "center" || !s.Italic {
		t.Errorf("%+v", s)
	}
	if _, found := own(strings.Replace(text, "like: co_quan, italic: true", "italic: true", 1)); codes(found) != "FORM-VALUE" || found[0].At.Line != 10 {
		t.Errorf("a style without a size: %s", tell(found))
	}
	if _, found := own(strings.ReplaceAll(text, "khau_hieu", "Khẩu hiệu")); len(found) == 0 || !strings.Contains(tell(found), "không dấu") {
		t.Errorf("a role with diacritics: %s", tell(found))
	}
}

// TestDefaultForm: an office may make its form the default; two, or none, are
// told. Lying over the default form alone makes no default, and no evidence.
func TestDefaultForm(t *testing.T) {
	const form = "name: A\ninherits: nd30\n"
	set, found := load(t, map[string]string{"a": form + "default: true"})
	if len(found) > 0 || set.Default().ID != "a" {
		t.Errorf("%s, %s", set.Default().ID, tell(found))
	}
	set, found = load(t, map[string]string{"a": form})
	if len(found) > 0 || set.Default().ID != "nd30" {
		t.Errorf("%s, %s", set.Default().ID, tell(found))
	}
	if st, why := set.Choose(map[string]string{"co_quan": "ỦY BAN NHÂN DÂN"}); st.ID != "nd30" || !strings.Contains(why.Vi, "ỦY BAN") {
		t.Errorf("%s, %s", st.ID, why.Vi)
	}
	for name, files := range map[string]map[string]string{
		"two":  {"a": form + "default: true", "b": form + "default: true"},
		"none": {"nd30": "default: false"},
	} {
		if _, found := load(t, files); codes(found) != "FORM-DEFAULT" || found[0].At.Line == 0 {
			t.Errorf("%s: %s", name, tell(found))
		}
	}
}

// TestOwnPhrases: the office's own phrases reach every form that has none.
func TestOwnPhrases(t *testing.T) {
	l := standard.Layer{Name: "m", Files: map[string][]byte{"du-lieu/cum-tu.yaml": []byte("words: [đọc sách]\n")}}
	set, found := standard.Load(templates.FS, l)
	st, _ := set.Get("dang")
	if len(found) > 0 || strings.Join(st.Form.Unbroken.Words, ",") != "đọc sách" || st.Form.Unbroken.Longest == 0 {
		t.Errorf("%+v %s", st.Form.Unbroken, tell(found))
	}
	l.Files["du-lieu/cum-tu.yaml"] = []byte("word: [đọc sách]\n")
	if _, found := standard.Load(templates.FS, l); codes(found) != "YAML-KEY" || found[0].At.File != filepath.Join("m", "du-lieu", "cum-tu.yaml") {
		t.Error(tell(found))
	}
}
