package list

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// bookReader reads one Excel file.
type bookReader struct {
	pack    *pack
	file    string
	days    calendar
	shared  []string // texts that cells share
	formats *formats
	cells   int // that are kept so far
	text    int // bytes of texts that are kept so far
	shown   int // bytes of the texts of all cells so far, shared or not
	notes   []diag.Finding
}

// entry is a sheet as the book names it.
type entry struct {
	name   string
	part   string
	hidden bool
}

// readXLSX gives the sheets of a book in the order of their tabs.
func readXLSX(file string, data []byte) ([]*grid, []diag.Finding, error) {
	p, err := openPack(data)
	if err != nil {
		return nil, nil, err
	}
	r := &bookReader{pack: p, file: file}
	main, err := r.mainPart()
	if err != nil {
		return nil, nil, err
	}
	rels, err := p.relations(main)
	if err != nil {
		return nil, nil, err
	}
	sheets, err := r.workbook(main, rels)
	if err != nil {
		return nil, nil, err
	}
	for _, rel := range rels {
		switch {
		case rel.kind == "sharedStrings" && p.Has(rel.target):
			err = r.readShared(rel.target)
		case rel.kind == "styles" && p.Has(rel.target):
			r.formats, err = r.readFormats(rel.target)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	if r.formats == nil {
		r.formats = newFormats()
	}
	defer r.formats.close()
	var out []*grid
	for _, s := range sheets {
		g, err := r.sheet(s)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, g)
	}
	return out, r.notes, nil
}

// mainPart finds the part that lists the sheets.
func (r *bookReader) mainPart() (string, error) {
	rels, err := r.pack.relations("")
	if err != nil {
		return "", err
	}
	main := ""
	for _, rel := range rels {
		if rel.kind == "officeDocument" && r.pack.Has(rel.target) {
			main = rel.target
		}
	}
	switch {
	case main == "" && r.pack.Has("xl/workbook.xml"):
		return "xl/workbook.xml", nil
	case main == "" || !r.isBook(main):
		return "", otherZip(r.pack)
	}
	return main, nil
}

// isBook tells whether a part is the main part of a book: its root says so.
func (r *bookReader) isBook(name string) bool {
	if strings.HasSuffix(name, ".bin") {
		return false
	}
	x, err := r.pack.read(name)
	if err != nil {
		return true // reading it again tells why
	}
	defer x.close()
	for {
		switch t := x.token().(type) {
		case nil:
			return x.err != nil
		case xml.StartElement:
			return t.Name.Local == "workbook"
		}
	}
}

// workbook reads the names of the sheets (ECMA-376 part 1, 18.2). Sheets of
// charts, macros and dialogs hold no cells and are told.
func (r *bookReader) workbook(main string, rels map[string]relation) ([]entry, error) {
	x, err := r.pack.read(main)
	if err != nil {
		return nil, err
	}
	var out []entry
	names := 0
	add := func(a []xml.Attr) {
		if names++; names > maxSheets {
			x.fail(tooLarge(diag.Place{}, "sổ có hơn %d trang tính", "the book has more than %d sheets", maxSheets))
			return
		}
		rel := rels[relationID(a)]
		name := nameOfSheet(attr(a, "name"), names)
		switch {
		case rel.kind == "worksheet" && r.pack.Has(rel.target):
			state := attr(a, "state")
			out = append(out, entry{name, rel.target, state == "hidden" || state == "veryHidden"})
		case rel.kind == "worksheet" || rel.kind == "":
			x.fail(broken("tệp thiếu nội dung của trang tính %q", "the file lacks what the sheet %q holds", name))
		default:
			r.notes = append(r.notes, diag.New("LIST-SHEET", diag.Info, group, placeOf(r.file, name, 1, "A"),
				diag.M("trang %q là biểu đồ hoặc macro, không có ô nên không đọc", "the sheet %q is a chart or macros; it has no cells and is not read", name),
				diag.M("nếu cần số liệu ở đó thì chép các ô sang một trang thường (Worksheet)", "where its figures are needed, copy the cells into an ordinary worksheet")))
		}
	}
	x.each(func(string, []xml.Attr) {
		x.each(func(element string, a []xml.Attr) {
			switch element {
			case "workbookPr":
				r.days.from1904 = isTrue(attr(a, "date1904"))
			case "sheets":
				x.each(func(element string, a []xml.Attr) {
					if element == "sheet" {
						add(a)
					}
				}, nil)
			}
		}, nil)
	}, nil)
	if err := x.close(); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, broken("sổ Excel không có trang tính nào", "the Excel book has no sheet")
	}
	return out, nil
}

// relationID is r:id: the id with a prefix, because a sheet has others.
func relationID(all []xml.Attr) string {
	i := slices.IndexFunc(all, func(a xml.Attr) bool { return a.Name.Local == "id" && a.Name.Space != "" })
	if i < 0 {
		return ""
	}
	return all[i].Value
}

// nameOfSheet is the name of a sheet in one line; a sheet without one is called
// by its number. Excel allows 31 letters.
func nameOfSheet(name string, n int) string {
	if name, _ = clean(name); utf8.RuneCountInString(name) > 100 {
		name = string([]rune(name)[:100])
	}
	if name = strings.ReplaceAll(name, "\n", " "); name == "" {
		name = fmt.Sprintf("Sheet%d", n)
	}
	return name
}

// readShared reads the texts that cells share (ECMA-376 part 1, 18.4).
func (r *bookReader) readShared(name string) error {
	x, err := r.pack.read(name)
	if err != nil {
		return err
	}
	x.each(func(string, []xml.Attr) {
		x.each(func(element string, _ []xml.Attr) {
			if element != "si" {
				return
			}
			s := x.richText()
			r.keep(x, len(s), diag.Place{})
			if r.shared = append(r.shared, s); len(r.shared) > maxCells {
				x.fail(tooLarge(diag.Place{}, "tệp có hơn %d ô", "the file has more than %d cells", maxCells))
			}
		}, nil)
	}, nil)
	return x.close()
}

// keep counts bytes of text that stay in memory.
func (r *bookReader) keep(x *stream, n int, at diag.Place) {
	if r.text += n; r.text > maxText {
		x.fail(tooLarge(at, "chữ trong các ô dài hơn %d MB", "the text of the cells is longer than %d MB", maxText>>20))
	}
}

// richText is the text of an item, of all its runs; how it is spoken (rPh) is
// not shown and left out.
func (x *stream) richText() string {
	var out []byte
	text := func(s []byte) {
		if len(out) <= 6*maxLetters {
			out = append(out, s...)
		}
	}
	x.each(func(element string, _ []xml.Attr) {
		switch element {
		case "t":
			x.each(nil, text)
		case "r":
			x.each(func(element string, _ []xml.Attr) {
				if element == "t" {
					x.each(nil, text)
				}
			}, nil)
		}
	}, nil)
	return unescape(string(out))
}

// unescape takes _x000D_ apart, which stands for a character that XML cannot
// hold (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		if s = s[i:]; len(s) < 7 || s[6] != '_' {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		code, ok := hex4(s[2:6])
		if !ok {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		b.WriteRune(code)
		s = s[7:]
	}
	b.WriteString(s)
	return b.String()
}

func hex4(s string) (rune, bool) {
	var n rune
	for _, c := range s {
		d := strings.IndexRune("0123456789abcdef", c|0x20)
		if c < 0x40 {
			d = strings.IndexRune("0123456789", c)
		}
		if d < 0 {
			return 0, false
		}
		n = n<<4 | rune(d)
	}
	return n, true
}
