package docx_test

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// paper is what is written on letterheads: tables, lines, images, footnotes and
// two phụ lục, one of them turned and with something in the margins of its first
// page.
func paper(t testing.TB) (*doc.Document, *standard.Resolved) {
	d, fig := withImages(t)
	d.Info.Form = "x"
	para := func(id int, role doc.Role, text string) *doc.Paragraph {
		return &doc.Paragraph{ID: id, Role: role, Runs: []doc.Run{{Text: text}}}
	}
	s := &d.Sections[0]
	i := slices.IndexFunc(s.Blocks, func(b doc.Block) bool { p, ok := b.(*doc.Paragraph); return ok && p.Role == doc.Than })
	mark := doc.Run{Text: "1", Shift: 1, Note: 1}
	p := s.Blocks[i].(*doc.Paragraph)
	p.Runs = append(p.Runs, mark)
	d.Notes = []*doc.Paragraph{{ID: 60, Role: doc.ChuThich, Runs: []doc.Run{mark, {Text: " Lời & ý."}}}}
	s.LastFoot = []doc.Block{para(61, doc.Than, "Lưu hành nội bộ")}
	fig.LastFoot = standard.Stack{Height: 10 * unit.MM, Reserve: 12 * unit.MM}
	d.Sections = append(d.Sections,
		doc.Section{Landscape: true, Blocks: []doc.Block{para(40, doc.Than, "Phụ lục ngang")}, FirstHead: []doc.Block{para(62, doc.Than, "Đầu phụ lục")}, FirstFoot: []doc.Block{para(63, doc.Than, "Chân phụ lục")}},
		doc.Section{Blocks: []doc.Block{para(41, doc.Than, "Phụ lục dọc"), &doc.Columns{ID: 42, Role: doc.Cuoi, Rows: [][2][]doc.Block{{{para(43, doc.NoiNhan, "Nơi nhận:")}, nil}}}}},
	)
	return d, fig
}

// on writes the paper on a letterhead.
func on(t testing.TB, name string, data []byte, d *doc.Document, fig *standard.Resolved) (filled, written []byte) {
	t.Helper()
	f, err := letterheadOf(t, name, data).Fill(values())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	before := bytes.Clone(f.Bytes())
	written, err = docx.New().WriteOn(f, d, fig)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	again, err := docx.New().WriteOn(f, d, fig)
	if err != nil || !bytes.Equal(written, again) || !bytes.Equal(before, f.Bytes()) {
		t.Errorf("%s: written twice it is not the same: %v", name, err)
	}
	return before, written
}

// TestWriteOnKeepsWords: a paper on a letterhead has the words of both, each as
// often, and the letterhead's parts and styles stay as they are.
func TestWriteOnKeepsWords(t *testing.T) {
	d, fig := paper(t)
	own, err := docx.New().Write(d, fig)
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range readback.Letterheads() {
		filled, written := on(t, in.Name, in.Data, d, fig)
		want := append(allWords(t, filled), allWords(t, own)...)
		missing, extra := readback.MissingWords(want, allWords(t, written))
		if len(missing)+len(extra) > 0 {
			t.Errorf("%s: missing %q, extra %q", in.Name, missing, extra)
		}
		before, after := parts(t, filled), parts(t, written)
		for name, part := range before {
			switch {
			case strings.HasSuffix(name, ".rels"), slices.Contains([]string{mainPart, "[Content_Types].xml", "word/settings.xml", "word/footnotes.xml"}, name):
			case name == "word/styles.xml":
				if !strings.HasPrefix(after[name], strings.TrimSuffix(part, "</w:styles>")) {
					t.Errorf("%s: the styles of the letterhead differ", in.Name)
				}
			case after[name] != part:
				t.Errorf("%s: %s differs", in.Name, name)
			}
		}
		if !docx.Unchanged(written) {
			t.Errorf("%s: not known as our own", in.Name)
		}
		text, _ := readback.DocxText(written)
		if strings.Contains(text, letterhead.Mark) || strings.Contains(text, "{noi_dung}") {
			t.Errorf("%s: the place of the text is left", in.Name)
		}
		if at, end := strings.Index(text, "I. VIỆC LÀM"), strings.Index(text, in.Finish); at < 0 || in.Finish != "" && end < at {
			t.Errorf("%s: the end of the letterhead is not behind the text", in.Name)
		}
		sound(t, in.Name, after)
	}
}

// allWords are those of the body, the footnotes, the headers and the footers.
func allWords(t *testing.T, data []byte) []string {
	t.Helper()
	var margins []string
	for name := range parts(t, data) {
		base := path.Base(name)
		if strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml") && !slices.Contains([]string{"document.xml", "footnotes.xml", "styles.xml", "settings.xml", "fontTable.xml", "numbering.xml"}, base) {
			margins = append(margins, name)
		}
	}
	words, err := readback.DocxWords(data, margins...)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "2" }) // numbers of pages
}

// TestWriteOnSections: the section of the letterhead stays whole and ends where
// its text ends; each phụ lục has pages of its own and nothing of the letterhead
// in its margins. Without a phụ lục there is one section.
func TestWriteOnSections(t *testing.T) {
	section := regexp.MustCompile(`<w:sectPr.*?</w:sectPr>`)
	for _, in := range readback.Letterheads() {
		d, fig := paper(t)
		filled, written := on(t, in.Name, in.Data, d, fig)
		was := section.FindString(parts(t, filled)[mainPart])
		got := section.FindAllString(parts(t, written)[mainPart], -1)
		if len(got) != 3 || got[0] != was {
			t.Errorf("%s: sections\n%s", in.Name, strings.Join(got, "\n"))
			continue
		}
		for _, s := range got[1:] {
			for _, kind := range []string{"header", "footer"} {
				for _, pages := range []string{"default", "first", "even"} {
					if n := strings.Count(s, fmt.Sprintf(`<w:%sReference w:type="%s" r:id="KHG1`, kind, pages)); n != 1 {
						t.Errorf("%s: %d of the %s %s in\n%s", in.Name, n, pages, kind, s)
					}
				}
			}
		}
		if !strings.Contains(got[1], `w:orient="landscape"`) || strings.Contains(got[2], "landscape") {
			t.Errorf("%s: the wrong pages are turned", in.Name)
		}
		d.Sections = d.Sections[:1]
		_, written = on(t, in.Name, in.Data, d, fig)
		if got := section.FindAllString(parts(t, written)[mainPart], -1); len(got) != 1 || got[0] != was {
			t.Errorf("%s: without a phụ lục: %q", in.Name, got)
		}
		if body := parts(t, written)[mainPart]; !strings.HasSuffix(body, was+"</w:body></w:document>") {
			t.Errorf("%s: the section is not the last of the body", in.Name)
		}
	}
}

// TestWriteOnSettings: what decides about lines is set, whatever stood there.
func TestWriteOnSettings(t *testing.T) {
	for _, in := range readback.Letterheads() {
		d, fig := paper(t)
		_, written := on(t, in.Name, in.Data, d, fig)
		settings := parts(t, written)["word/settings.xml"]
		modes := tree(t, settings).all("w:compatSetting")
		modes = slices.DeleteFunc(modes, func(e *element) bool { return e.attr["w:name"] != "compatibilityMode" })
		if len(modes) != 1 || modes[0].attr["w:val"] != "14" || strings.Contains(settings, "autoHyphenation") || !strings.Contains(settings, `w:name="kehoach.the_thuc" w:val="x"`) {
			t.Errorf("%s: %s", in.Name, settings)
		}
	}
}

// TestWriteOnBesideTables: a table of the letterhead and one of the paper do not
// become one, and bookmarks around the key of the text stay in pairs.
func TestWriteOnBesideTables(t *testing.T) {
	const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`
	d, fig := paper(t)
	_, written := on(t, "tables", withBody(t, `<w:bookmarkStart w:id="7" w:name="a"/>`+table+`<w:p><w:bookmarkEnd w:id="7"/><w:bookmarkStart w:id="8" w:name="b"/><w:r><w:t>{noi_dung}</w:t></w:r></w:p>`+table+`<w:p><w:bookmarkEnd w:id="8"/></w:p>`), d, fig)
	body := parts(t, written)[mainPart]
	if strings.Contains(body, "</w:tbl><w:tbl>") || strings.Count(body, "<w:bookmarkStart") != strings.Count(body, "<w:bookmarkEnd") {
		t.Errorf("%s", body)
	}
}

// TestWriteOnOwn: a paper of our own, and one on a letterhead, are letterheads
// too; their styles keep their look and ours get other names.
func TestWriteOnOwn(t *testing.T) {
	d, fig := paper(t)
	first, err := docx.New().Write(d, fig)
	if err != nil {
		t.Fatal(err)
	}
	again := func(data []byte, words string) []byte {
		doc := parts(t, data)[mainPart]
		at := strings.LastIndex(doc, words)
		if at < 0 {
			t.Fatalf("no %s", words)
		}
		return repack(t, data, map[string]string{mainPart: doc[:at] + "{noi_dung}" + doc[at+len(words):]})
	}
	for i, data := range [][]byte{again(first, "Phụ lục dọc"), nil} {
		if data == nil {
			short, _ := paper(t)
			short.Sections = short.Sections[:1]
			_, data = on(t, lone, plain(t, lone).Data, short, fig)
			data = again(data, "Hết./.")
		}
		filled, written := on(t, "own", data, d, fig)
		tag := fmt.Sprintf("KHG%d", i+1)
		after := parts(t, written)
		if !strings.Contains(after["word/styles.xml"], `w:styleId="`+tag+`Than"`) || strings.Contains(parts(t, filled)["word/styles.xml"], tag) {
			t.Errorf("%d: the styles have no names of their own", i)
		}
		if n := strings.Count(after["docProps/custom.xml"], "kehoach-sha256"); n != 1 || !docx.Unchanged(written) {
			t.Errorf("%d: %d seals", i, n)
		}
		sound(t, "own", after)
	}
}

// TestWriteOnProperties: the custom properties of an office stay, the seal stands
// behind them under a number of its own.
func TestWriteOnProperties(t *testing.T) {
	const own = `<?xml version="1.0"?>` + "\n" + `<op:Properties xmlns:op="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><op:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="Nhãn"><vt:lpwstr>nội bộ</vt:lpwstr></op:property></op:Properties>`
	all := parts(t, plain(t, lone).Data)
	entries := []readback.ZipEntry{{Name: "docProps/eigen.xml", Content: []byte(own)}}
	for name, part := range all {
		switch name {
		case "_rels/.rels":
			part = strings.Replace(part, "</Relationships>", `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="/docProps/eigen.xml"/></Relationships>`, 1)
		case "[Content_Types].xml":
			part = strings.Replace(part, "</Types>", `<Override PartName="/docProps/eigen.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`, 1)
		}
		entries = append(entries, readback.ZipEntry{Name: name, Content: []byte(part)})
	}
	slices.SortFunc(entries, func(a, b readback.ZipEntry) int { return strings.Compare(a.Name, b.Name) })
	d, fig := paper(t)
	_, written := on(t, "own", readback.Zip(entries...), d, fig)
	after := parts(t, written)
	props := tree(t, after["docProps/custom.xml"])
	if len(props.kids) != 2 || props.kids[0].attr["name"] != "Nhãn" || props.kids[1].attr["pid"] != "5" || after["docProps/eigen.xml"] != "" || !docx.Unchanged(written) {
		t.Errorf("%s", after["docProps/custom.xml"])
	}
	sound(t, "own", after)
}
