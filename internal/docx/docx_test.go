package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
	"kehoach.example/templates"
)

// sample is a paper with one of everything.
func sample() *doc.Document {
	para := func(id int, role doc.Role, text string) *doc.Paragraph {
		return &doc.Paragraph{ID: id, Role: role, Runs: []doc.Run{{Text: text}}}
	}
	head := func(id int, role doc.Role, level int, text string) *doc.Paragraph {
		p := para(id, role, text)
		p.Level, p.KeepNext = level, true
		return p
	}
	motto, title := para(3, doc.TieuNgu, "Độc lập - Tự do - Hạnh phúc"), para(7, doc.TrichYeu, "Dọn kênh")
	last := para(14, doc.Than, "Hết./.")
	last.KeepNext, last.KeepLines = true, true
	return &doc.Document{
		Info: doc.Info{Title: `KẾ HOẠCH "a" & <b>`, Subject: "b", Creator: "UBND XÃ VẠC", Year: 2027, Month: 3, Day: 6, Lang: "vi-VN"},
		Sections: []doc.Section{{Blocks: []doc.Block{
			&doc.Columns{ID: 1, Role: doc.DauTrang, Rows: [][2][]doc.Block{
				{{para(2, doc.CoQuan, "UBND XÃ VẠC")}, {motto, &doc.Rule{ID: 4, Role: doc.TieuNgu, Of: 3}}},
				{{&doc.Paragraph{ID: 5, Role: doc.So, Runs: []doc.Run{{Text: "Số: "}, {Blank: "so"}, {Text: "/KH-UBND"}}}}, nil},
			}},
			para(6, doc.TenLoai, "KẾ HOẠCH"), title, &doc.Rule{ID: 8, Role: doc.TrichYeu, Of: 7},
			head(9, doc.Muc, 1, "I. VIỆC LÀM"), head(10, doc.KhoanDeMuc, 2, "1. Nạo vét"), head(11, doc.Khoan2DeMuc, 3, "1.1. Đầu nguồn"),
			&doc.Paragraph{ID: 12, Role: doc.Than, Runs: []doc.Run{
				{Text: `a < b & c > d "e" 'f' ]]> &amp; `}, {Text: "đậm", Bold: true}, {Text: " nghiêng", Italic: true}, {Text: "2", Shift: 1}, {Text: "2", Shift: -1}, {Break: true}, {Text: "hai  dấu cách "},
			}},
			para(13, doc.CanCu, "Căn cứ Luật Thủy lợi;"), last,
			&doc.Columns{ID: 15, Role: doc.Cuoi, Rows: [][2][]doc.Block{{{para(16, doc.NoiNhan, "Nơi nhận:")}, {para(17, doc.HoTen, "Lò Thị Vạc")}}}},
		}}},
	}
}

func figures(t testing.TB) *standard.Resolved {
	t.Helper()
	set, _ := standard.Load(templates.FS)
	st, ok := set.Get("nd30")
	if !ok {
		t.Fatal("no form")
	}
	fig := st.Figures
	r := standard.Resolve(&fig, standard.Paper{}, func([]standard.Span, unit.Length, unit.Length) []unit.Length { return nil })
	r.Length[4], r.Length[8], r.Narrow[7] = 60*unit.MM, 20*unit.MM, 10*unit.MM
	return r
}

func write(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	data, err := docx.New().Write(d, figures(t))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestParts: every part is well-formed XML with declared prefixes, has a
// content type, and every relationship has its target.
func TestParts(t *testing.T) {
	all := parts(t, write(t, sample()))
	types := tree(t, all["[Content_Types].xml"])
	known := map[string]bool{}
	for _, o := range types.all("Override") {
		known[o.attr["PartName"]] = true
		if _, ok := all[strings.TrimPrefix(o.attr["PartName"], "/")]; !ok {
			t.Errorf("a type for %s, which is not there", o.attr["PartName"])
		}
	}
	for name, body := range all {
		root := tree(t, body)
		if !strings.HasPrefix(body, `<?xml version="1.0" encoding="UTF-8"`) {
			t.Errorf("%s: no declaration", name)
		}
		for _, prefix := range regexp.MustCompile(`[</ ]([a-z0-9]+):[A-Za-z]`).FindAllStringSubmatch(body, -1) {
			if prefix[1] != "xmlns" && prefix[1] != "xml" && root.attr["xmlns:"+prefix[1]] == "" {
				t.Errorf("%s: the prefix %s is not declared", name, prefix[1])
			}
		}
		if strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml") && !known["/"+name] {
			t.Errorf("%s has no content type", name)
		}
	}
	for rels, dir := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word/"} {
		for _, r := range tree(t, all[rels]).all("Relationship") {
			if _, ok := all[dir+r.attr["Target"]]; !ok {
				t.Errorf("%s: no %s", rels, r.attr["Target"])
			}
		}
	}
	document := all["word/document.xml"]
	for _, id := range regexp.MustCompile(`r:id="(\w+)"`).FindAllStringSubmatch(document, -1) {
		if !strings.Contains(all["word/_rels/document.xml.rels"], `Id="`+id[1]+`"`) {
			t.Errorf("no relationship %s", id[1])
		}
	}
}

// TestText: all text comes through as it is, marks of XML and blanks too.
func TestText(t *testing.T) {
	body := tree(t, parts(t, write(t, sample()))["word/document.xml"])
	var got []string
	for _, p := range body.all("w:p") {
		if s := textOf(p); s != "" {
			got = append(got, s)
		}
	}
	want := []string{
		"UBND XÃ VẠC", "Độc lập - Tự do - Hạnh phúc", "Số: " + strings.Repeat("\u00a0", 8) + "/KH-UBND", "KẾ HOẠCH", "Dọn kênh", "I. VIỆC LÀM", "1. Nạo vét", "1.1. Đầu nguồn",
		`a < b & c > d "e" 'f' ]]> &amp; đậm nghiêng22` + "\nhai  dấu cách ", "Căn cứ Luật Thủy lợi;", "Hết./.", "Nơi nhận:", "Lò Thị Vạc",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	for _, e := range body.all("w:t") {
		if (strings.Trim(e.text, " ") != e.text || strings.Contains(e.text, "  ")) && e.attr["xml:space"] != "preserve" {
			t.Errorf("the blanks of %q are not kept", e.text)
		}
	}
}

// TestStyles: a style for each role, named for the clerk, used by every
// paragraph, with the look and the outline level of the role.
func TestStyles(t *testing.T) {
	all := parts(t, write(t, sample()))
	styles := map[string]*element{}
	for _, s := range tree(t, all["word/styles.xml"]).all("w:style") {
		id := s.attr["w:styleId"]
		if styles[id] != nil {
			t.Errorf("two styles %s", id)
		}
		styles[id] = s
	}
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/header2.xml"} {
		for _, p := range tree(t, all[part]).all("w:p") {
			if len(p.kids) == 0 || len(p.kids[0].kids) == 0 || p.kids[0].kids[0].name != "w:pStyle" || styles[p.kids[0].kids[0].attr["w:val"]] == nil {
				t.Errorf("%s: %q has no style of ours", part, textOf(p))
			}
		}
	}
	for _, c := range []struct{ id, name, size, align, outline, bold, italic string }{
		{"KHThan", "KH Nội dung", "28", "both", "", "", ""},
		{"KHMuc", "KH Đề mục I.", "28", "both", "0", "b", ""},
		{"KHKhoanDeMuc", "KH Đề mục 1.", "28", "both", "1", "b", ""},
		{"KHKhoan2DeMuc", "KH Đề mục 1.1.", "28", "both", "2", "b", ""},
		{"KHTieuNgu", "KH Tiêu ngữ", "28", "center", "", "b", ""},
		{"KHSo", "KH Số - ký hiệu", "26", "center", "", "", ""},
		{"KHNgay", "KH Địa danh - thời gian", "28", "center", "", "", "i"},
		{"KHNoiNhan", "KH Nơi nhận", "24", "left", "", "b", "i"},
		{"KHNoiNhanItem", "KH Nơi nhận - danh sách", "22", "left", "", "", ""},
	} {
		s := styles[c.id]
		if s == nil {
			t.Errorf("no style %s", c.id)
			continue
		}
		got := fmt.Sprint(s.val("w:name"), s.val("w:rPr", "w:sz"), s.val("w:rPr", "w:szCs"), s.val("w:jc"), s.val("w:outlineLvl"), len(s.all("w:b")), len(s.all("w:i")))
		want := fmt.Sprint(c.name, c.size, c.size, c.align, c.outline, len(c.bold), len(c.italic))
		if got != want {
			t.Errorf("%s: %s, want %s", c.id, got, want)
		}
	}
	if sp := styles["KHThan"].one("w:spacing"); sp.attr["w:before"] != "120" || sp.attr["w:after"] != "0" || sp.attr["w:line"] != "264" || sp.attr["w:lineRule"] != "auto" {
		t.Errorf("spacing of the text: %v", sp.attr)
	}
	if ind := styles["KHThan"].one("w:ind").attr["w:firstLine"]; ind != "720" {
		t.Errorf("indent of the text: %s twips, want 720 (12.7 mm)", ind)
	}
}

// TestLanguageAndFont: Vietnamese and Times New Roman everywhere, by name on
// all four kinds of letters, so that no theme comes between; no kerning.
func TestLanguageAndFont(t *testing.T) {
	all := parts(t, write(t, sample()))
	defaults := tree(t, all["word/styles.xml"]).one("w:docDefaults", "w:rPr")
	for _, kind := range []string{"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"} {
		if got := defaults.one("w:rFonts").attr[kind]; got != "Times New Roman" {
			t.Errorf("%s is %q", kind, got)
		}
	}
	if defaults.val("w:lang") != "vi-VN" || defaults.val("w:color") != "000000" {
		t.Errorf("language %q, colour %q", defaults.val("w:lang"), defaults.val("w:color"))
	}
	if got := tree(t, all["docProps/core.xml"]).one("dc:language").text; got != "vi-VN" {
		t.Errorf("the file says %q", got)
	}
	for name, body := range all {
		if strings.Contains(body, "w:kern") || strings.Contains(body, "Theme=") {
			t.Errorf("%s has kerning or a theme font", name)
		}
	}
}

// TestSettings: compatibility mode 14, at which Word fills lines greedily.
func TestSettings(t *testing.T) {
	d := sample()
	settings := tree(t, parts(t, write(t, d))["word/settings.xml"])
	mode := ""
	for _, s := range settings.all("w:compatSetting") {
		if s.attr["w:name"] == "compatibilityMode" {
			mode = s.attr["w:val"]
		}
	}
	if mode != "14" || len(settings.all("w:mirrorMargins")) != 0 {
		t.Errorf("mode %q, %d mirrors", mode, len(settings.all("w:mirrorMargins")))
	}
	d.TwoSided = true
	if n := len(tree(t, parts(t, write(t, d))["word/settings.xml"]).all("w:mirrorMargins")); n != 1 {
		t.Errorf("two-sided: %d mirrors", n)
	}
}

// TestPage: A4 with the margins of the form; a page number in the header of
// every page but the first.
func TestPage(t *testing.T) {
	all := parts(t, write(t, sample()))
	sect := tree(t, all["word/document.xml"]).one("w:sectPr")
	if size := sect.one("w:pgSz").attr; size["w:w"] != "11906" || size["w:h"] != "16838" {
		t.Errorf("paper %v", size)
	}
	want := map[string]string{"w:top": "1134", "w:bottom": "1134", "w:left": "1701", "w:right": "1134", "w:header": "567"}
	for k, v := range want {
		if got := sect.one("w:pgMar").attr[k]; got != v {
			t.Errorf("%s is %s twips, want %s", k, got, v)
		}
	}
	if len(sect.all("w:titlePg")) != 1 {
		t.Error("the first page is not of its own kind")
	}
	rels := tree(t, all["word/_rels/document.xml.rels"]).all("Relationship")
	for _, ref := range sect.all("w:headerReference") {
		i := slices.IndexFunc(rels, func(r *element) bool { return r.attr["Id"] == ref.attr["r:id"] })
		fields := 0
		for _, f := range tree(t, all["word/"+rels[i].attr["Target"]]).all("w:instrText") {
			if strings.TrimSpace(f.text) == "PAGE" {
				fields++
			}
		}
		if want := map[string]int{"default": 1, "first": 0}[ref.attr["w:type"]]; fields != want {
			t.Errorf("header of kind %s: %d page fields", ref.attr["w:type"], fields)
		}
	}
}

// TestKeeping: headings keep with the next, the last paragraph stays whole and
// keeps with the signature, rows are not split; other text is free.
func TestKeeping(t *testing.T) {
	body := tree(t, parts(t, write(t, sample()))["word/document.xml"])
	var got []string
	for _, p := range body.all("w:p") {
		keep := ""
		if len(p.one("w:pPr").all("w:keepNext")) == 1 {
			keep += "N"
		}
		if len(p.one("w:pPr").all("w:keepLines")) == 1 {
			keep += "L"
		}
		if keep != "" {
			got = append(got, keep+" "+textOf(p))
		}
	}
	if s := strings.Join(got, ", "); s != "N I. VIỆC LÀM, N 1. Nạo vét, N 1.1. Đầu nguồn, NL Hết./." {
		t.Error(s)
	}
	if rows := body.all("w:tr"); len(rows) != 3 || len(body.all("w:cantSplit")) != 3 {
		t.Errorf("%d rows, %d of them whole", len(rows), len(body.all("w:cantSplit")))
	}
	styles := tree(t, parts(t, write(t, sample()))["word/styles.xml"])
	if len(styles.one("w:pPrDefault").all("w:widowControl")) != 1 {
		t.Error("no widow control")
	}
}

// TestTables: fixed columns of the resolved widths without indent, borders and
// cell margins; every cell has a paragraph; a paragraph stands behind a table
// that ends the paper.
func TestTables(t *testing.T) {
	body := tree(t, parts(t, write(t, sample()))["word/document.xml"])
	tables := body.all("w:tbl")
	for i, want := range []string{"3288 5783", "4309 4762"} { // 58 | 102 mm, 76 | 84 mm
		cols := tables[i].all("w:gridCol")
		if got := cols[0].attr["w:w"] + " " + cols[1].attr["w:w"]; got != want {
			t.Errorf("table %d: columns %s, want %s", i, got, want)
		}
		if got := tables[i].one("w:tblW").attr["w:w"]; got != "9071" { // 160 mm
			t.Errorf("table %d is %s twips wide", i, got)
		}
		if tables[i].one("w:tblLayout").attr["w:type"] != "fixed" || tables[i].one("w:tblInd").attr["w:w"] != "0" || len(tables[i].all("w:tblBorders")) != 0 {
			t.Errorf("table %d is not plain and fixed", i)
		}
		for _, c := range tables[i].all("w:tc") {
			if len(c.all("w:p")) == 0 || c.kids[0].name != "w:tcPr" {
				t.Errorf("table %d: a cell without a paragraph or properties", i)
			}
		}
	}
	kids := body.one("w:body").kids
	var names []string
	for _, k := range kids[len(kids)-3:] {
		names = append(names, k.name)
	}
	if strings.Join(names, " ") != "w:tbl w:p w:sectPr" {
		t.Errorf("the paper ends %v", names)
	}
}

// TestGaps: the room above a row stands before the first paragraph of its cells
// and of no other: 8 pt above số, 12 pt above nơi nhận.
func TestGaps(t *testing.T) {
	body := tree(t, parts(t, write(t, sample()))["word/document.xml"])
	got := map[string]string{}
	for _, p := range body.all("w:p") {
		if sp := p.one("w:pPr", "w:spacing"); textOf(p) != "" && sp.attr["w:before"] != "" {
			got[textOf(p)] = sp.attr["w:before"]
		}
	}
	want := map[string]string{"Số: " + strings.Repeat("\u00a0", 8) + "/KH-UBND": "160", "Nơi nhận:": "240", "Lò Thị Vạc": "1680"}
	if !maps.Equal(got, want) {
		t.Errorf("room before: %v, want %v", got, want)
	}
}

// TestDirectFormatting: a paragraph carries no more than its style and what is
// its own: a deeper level than the style's, the narrowed measure, the ground on
// which a later row stands.
func TestDirectFormatting(t *testing.T) {
	d := sample()
	d.Sections[0].Blocks = append(d.Sections[0].Blocks, &doc.Paragraph{ID: 20, Role: doc.Khoan2DeMuc, Level: 4, Runs: []doc.Run{{Text: "1.1.1. Sâu"}}})
	body := tree(t, parts(t, write(t, d))["word/document.xml"])
	for _, p := range body.all("w:p") {
		level, ind := p.one("w:pPr").all("w:outlineLvl"), p.one("w:pPr").all("w:ind")
		switch textOf(p) {
		case "1.1.1. Sâu":
			if len(level) != 1 || level[0].attr["w:val"] != "3" {
				t.Errorf("level of the deep heading: %v", p.one("w:pPr").kids)
			}
		case "Dọn kênh":
			if len(ind) != 1 || ind[0].attr["w:left"] != "567" || ind[0].attr["w:right"] != "567" {
				t.Errorf("measure of the title: %v", ind)
			}
		default:
			if len(level)+len(ind) > 0 {
				t.Errorf("%q has direct formatting", textOf(p))
			}
		}
	}
	var grounds []string
	for _, c := range body.all("w:tc") {
		grounds = append(grounds, c.val("w:vAlign"))
	}
	if got := strings.Join(grounds, "|"); got != "||bottom|bottom||" {
		t.Errorf("grounds of the cells: %s", got)
	}
	for _, m := range body.all("w:tblCellMar") {
		if m.one("w:left").attr["w:w"] != "0" || m.one("w:right").attr["w:w"] != "0" {
			t.Error("cells have margins")
		}
	}
}

// TestRules: a drawn line has its length and place in both notations, and an
// id of its own.
func TestRules(t *testing.T) {
	body := tree(t, parts(t, write(t, sample()))["word/document.xml"])
	ids := map[string]bool{}
	var lengths []string
	for _, a := range body.all("mc:AlternateContent") {
		lengths = append(lengths, a.one("wp:extent").attr["cx"])
		v := a.one("mc:Fallback", "v:line")
		if v.attr["from"] == "" || v.attr["strokeweight"] != "0.75pt" || a.one("a:ln").attr["w"] != "9525" {
			t.Errorf("line %v, %v", v.attr, a.one("a:ln").attr)
		}
		ids[a.one("wp:docPr").attr["id"]] = true
	}
	if strings.Join(lengths, " ") != "2160000 720000" || len(ids) != 2 { // 60 and 20 mm
		t.Errorf("lengths %v, ids %v", lengths, slices.Sorted(maps.Keys(ids)))
	}
}

// TestRuns: only what differs from the style is written at the run; looks,
// shifts and breaks are there.
func TestRuns(t *testing.T) {
	body := tree(t, parts(t, write(t, sample()))["word/document.xml"])
	want := map[string]string{"đậm": "w:b w:bCs", " nghiêng": "w:i w:iCs", "I. VIỆC LÀM": "", "Căn cứ Luật Thủy lợi;": ""}
	shifts := ""
	for _, r := range body.all("w:r") {
		text := r.one("w:t").text
		var props []string
		for _, k := range r.one("w:rPr").kids {
			props = append(props, k.name)
		}
		if w, ok := want[text]; ok && strings.Join(props, " ") != w {
			t.Errorf("%q: %v, want %s", text, props, w)
		}
		shifts += r.val("w:vertAlign") + " "
	}
	if got := strings.Join(strings.Fields(shifts), " "); got != "superscript subscript" {
		t.Error(got)
	}
}

// TestChildOrder: w:pPr and w:rPr come first in their parents, as the schema
// wants, and the properties stand in its order.
func TestChildOrder(t *testing.T) {
	order := strings.Fields("w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr")
	all := parts(t, write(t, sample()))
	for _, part := range []string{"word/document.xml", "word/styles.xml", "word/header1.xml"} {
		root := tree(t, all[part])
		for parent, first := range map[string]string{"w:p": "w:pPr", "w:r": "w:rPr"} {
			for _, e := range root.all(parent) {
				for i, k := range e.kids {
					if k.name == first && i != 0 {
						t.Errorf("%s: %s is not the first in %s", part, first, parent)
					}
				}
			}
		}
		for _, e := range root.all("w:pPr") {
			last := -1
			for _, k := range e.kids {
				i := slices.Index(order, k.name)
				if i <= last {
					t.Errorf("%s: %s stands in the wrong place", part, k.name)
				}
				last = i
			}
		}
	}
}

// TestSameBytes: the same paper gives the same bytes, times too.
func TestSameBytes(t *testing.T) {
	a, b := write(t, sample()), write(t, sample())
	if !bytes.Equal(a, b) {
		t.Error("two files of one paper differ")
	}
	z, err := zip.NewReader(bytes.NewReader(a), int64(len(a)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Modified.Year() != 1980 {
			t.Errorf("%s has the time %v", f.Name, f.Modified)
		}
	}
	core := tree(t, parts(t, a)["docProps/core.xml"])
	for _, name := range []string{"dcterms:created", "dcterms:modified"} {
		if got := core.one(name).text; got != "2027-03-06T00:00:00Z" {
			t.Errorf("%s is %s", name, got)
		}
	}
	if got := core.one("dc:title").text; got != `KẾ HOẠCH "a" & <b>` {
		t.Errorf("title %s", got)
	}
}

// TestFormStandsInTheFile: a file tells in which form it was made.
func TestFormStandsInTheFile(t *testing.T) {
	d := &doc.Document{Info: doc.Info{Form: `nha-"moi"`}, Sections: []doc.Section{{Blocks: []doc.Block{&doc.Paragraph{ID: 1, Role: doc.Than}}}}}
	vars := tree(t, parts(t, write(t, d))["word/settings.xml"]).all("w:docVar")
	if len(vars) != 1 || vars[0].attr["w:name"] != "kehoach.the_thuc" || vars[0].attr["w:val"] != `nha-"moi"` {
		t.Errorf("%v", vars)
	}
}
