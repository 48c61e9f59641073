package ooxml_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
)

// Files of these tests are written here, in the shapes that Word and WPS write.

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:zz="urn:example:unknown"`

const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relType     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordType    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relsHead    = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	rootRels    = "_rels/.rels"
	mainRels    = "word/_rels/document.xml.rels"
	mainPart    = "word/document.xml"
	contentPart = "[Content_Types].xml"
)

// parts are the parts of a file by name.
type parts map[string]string

// usual are the parts of a file with that body.
func usual(body string) parts {
	return parts{
		contentPart: contentTypes(wordType + "document.main+xml"),
		rootRels:    relsHead + relation("rId1", "officeDocument", "word/document.xml") + `</Relationships>`,
		mainPart:    document(body),
	}
}

func contentTypes(main string) string {
	return xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + main + `"/></Types>`
}

func document(body string) string {
	return xmlHead + `<w:document ` + spaces + `><w:body>` + body + `</w:body></w:document>`
}

func relation(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"/>`, id, relType+kind, target)
}

// with adds parts that the main part names: "styles" becomes word/styles.xml
// with that root element around its text.
func (p parts) with(kind, text string) parts {
	root := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
	if root == "" {
		root = kind
	}
	p["word/"+kind+".xml"] = xmlHead + "<w:" + root + " " + spaces + ">" + text + "</w:" + root + ">"
	return p.related(relation("rel-"+kind, kind, kind+".xml"))
}

// related adds a relationship to the main part.
func (p parts) related(rel string) parts {
	rels := strings.TrimSuffix(p[mainRels], "</Relationships>")
	if rels == "" {
		rels = relsHead
	}
	p[mainRels] = rels + rel + "</Relationships>"
	return p
}

// zip packs the parts.
func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
	for _, name := range slices.Sorted(maps.Keys(p)) {
		method := zip.Deflate
		if p[name] == "" {
			method = zip.Store
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readable reads a file that must be readable, and looks at what holds for all.
func readable(t testing.TB, p parts) (*ooxml.Document, []diag.Finding) {
	t.Helper()
	data := p.zip(t)
	if !ooxml.Looks(data) {
		t.Fatal("it does not look like a DOCX")
	}
	d, fs := ooxml.Read("f", data)
	if d == nil {
		t.Fatalf("refused: %+v", fs)
	}
	sound(t, d, fs)
	return d, fs
}

// show prints blocks in short: one line a paragraph, {what it is} number|text.
// *bold* /italic/ _underlined_ ^above^ ,below, ↵ break, (n) note.
func show(blocks []ooxml.Block) string {
	var b strings.Builder
	for _, x := range blocks {
		switch x := x.(type) {
		case *ooxml.Paragraph:
			b.WriteString(line(x) + "\n")
		case *ooxml.Table:
			b.WriteString(flags(map[string]bool{"page": x.PageBreak, "gap": x.Gap, "lines": x.Bordered, "floating": x.Floating}))
			fmt.Fprintf(&b, "table %v head %d\n", x.Widths, x.Head)
			for _, row := range x.Rows {
				for i, c := range row.Cells {
					mark := "|"
					if i == 0 {
						mark = "-"
					}
					if fmt.Fprintf(&b, "%s%d", mark, c.Across); c.Above {
						b.WriteString("^")
					}
					b.WriteString(" " + strings.ReplaceAll(strings.TrimSuffix(show(c.Blocks), "\n"), "\n", "\n  ") + "\n")
				}
			}
		}
	}
	return b.String()
}

func flags(set map[string]bool) string {
	out := ""
	for _, name := range slices.Sorted(maps.Keys(set)) {
		if set[name] {
			out += name + " "
		}
	}
	if out == "" {
		return ""
	}
	return "{" + strings.TrimSpace(out) + "} "
}

func line(p *ooxml.Paragraph) string {
	out := flags(map[string]bool{
		"page": p.PageBreak, "gap": p.Gap, "box": p.Box, "drawn": p.Drawn,
		"center": p.Align == ooxml.Center, "end": p.Align == ooxml.End, "both": p.Align == ooxml.Both,
	})
	if p.Number != "" {
		out += p.Number + "|"
	}
	for _, r := range p.Runs {
		text := r.Text
		for _, m := range []struct {
			on   bool
			mark string
		}{{r.Bold, "*"}, {r.Italic, "/"}, {r.Underline, "_"}, {r.Shift > 0, "^"}, {r.Shift < 0, ","}} {
			if m.on && text != "" {
				text = m.mark + text + m.mark
			}
		}
		if r.Break {
			text += "↵"
		}
		if r.Note > 0 {
			text += fmt.Sprintf("(%d)", r.Note)
		}
		if r.Picture != "" {
			text += "<" + r.Picture + ">"
		}
		out += text
	}
	return out
}

// body is all sections, each but the first behind a line of its own.
func body(d *ooxml.Document) string {
	var out []string
	for _, s := range d.Sections {
		text := show(s.Blocks)
		if s.Landscape {
			text = "landscape\n" + text
		}
		out = append(out, text)
	}
	return strings.TrimSuffix(strings.Join(out, "---\n"), "\n")
}

// codes are the codes of findings with the lines of their places.
func codes(fs []diag.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s:%d", f.Code, f.At.Line))
	}
	return strings.Join(out, " ")
}

// p is a paragraph of one plain run, r a run with properties.
func p(text string) string { return `<w:p><w:r>` + tx(text) + `</w:r></w:p>` }

func r(props, text string) string {
	return `<w:r><w:rPr>` + props + `</w:rPr>` + tx(text) + `</w:r>`
}

func tx(text string) string { return `<w:t xml:space="preserve">` + text + `</w:t>` }

func para(props string, content ...string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr>` + strings.Join(content, "") + `</w:p>`
}

// shape is a case: a body and what is read of it.
type shape struct {
	name, body, want string
}

func run(t *testing.T, cases []shape, more func(parts) parts) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file := usual(c.body)
			if more != nil {
				file = more(file)
			}
			d, _ := readable(t, file)
			if got := body(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
