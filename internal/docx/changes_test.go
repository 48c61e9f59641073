package docx_test

import (
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/unit"
)

// changed is the sample with a change of every kind.
func changed() *doc.Document {
	d := sample()
	s := &d.Sections[0]
	one := func(id int, c doc.Change, text string) *doc.Paragraph {
		return &doc.Paragraph{ID: id, Role: doc.Than, Mark: c, Runs: []doc.Run{{Text: text, Change: c}}}
	}
	cell := func(id int, c doc.Change, text string) doc.Cell {
		p := one(id, c, text)
		p.Role = doc.O
		return doc.Cell{Across: 1, Down: 1, Blocks: []doc.Block{p}}
	}
	s.Blocks = append(s.Blocks[:len(s.Blocks)-1:len(s.Blocks)-1],
		&doc.Paragraph{ID: 20, Role: doc.Than, Runs: []doc.Run{{Text: "Xong "}, {Text: "năm 2026", Change: doc.Deleted}, {Text: "năm 2027", Change: doc.Inserted, Bold: true}, {Text: "."}}},
		one(21, doc.Inserted, "Đoạn mới."),
		one(22, doc.Deleted, "Đoạn cũ "),
		&doc.Rule{ID: 23, Role: doc.TrichYeu, Of: 7, Change: doc.Deleted},
		&doc.Table{ID: 24, Role: doc.Bang, Rows: []doc.Row{
			{Cells: []doc.Cell{cell(25, doc.Same, "còn")}},
			{Cells: []doc.Cell{cell(26, doc.Deleted, "bỏ")}, Change: doc.Deleted},
			{Cells: []doc.Cell{{Across: 1, Down: 1}}, Change: doc.Inserted},
		}},
		s.Blocks[len(s.Blocks)-1],
		one(27, doc.Deleted, "Cuối."),
	)
	return d
}

// TestTrackedChanges: what a change looks like in the file.
func TestTrackedChanges(t *testing.T) {
	fig := figures(t)
	fig.Length[23], fig.Grid[24] = fig.Length[8], []unit.Length{100 * unit.MM}
	data, err := docx.New().Write(changed(), fig)
	if err != nil {
		t.Fatal(err)
	}
	body := parts(t, data)["word/document.xml"]
	// The number of a change is its own; the day is that of the paper.
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`<w:(?:ins|del) w:id="([0-9]+)" w:author="kehoach" w:date="2027-03-06T0[01]:00:00Z"`).FindAllStringSubmatch(body, -1) {
		if ids[m[1]] {
			t.Errorf("two changes have the number %s", m[1])
		}
		ids[m[1]] = true
	}
	if n := len(regexp.MustCompile(`<w:(?:ins|del)[ >/]`).FindAllString(body, -1)); n != len(ids) || n == 0 {
		t.Errorf("%d changes, %d with number, author and day", n, len(ids))
	}
	plain := regexp.MustCompile(` w:id="[0-9]+" w:author="kehoach" w:date="2027-03-06T`).ReplaceAllString(body, " ")
	for _, want := range []string{
		`<w:r><w:t xml:space="preserve">Xong </w:t></w:r><w:del 00:00:00Z"><w:r><w:delText>năm 2026</w:delText></w:r></w:del><w:ins 00:00:00Z"><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>năm 2027</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>`,
		`<w:p><w:pPr><w:pStyle w:val="KHThan"/><w:rPr><w:ins 01:00:00Z"/></w:rPr></w:pPr><w:ins 01:00:00Z"><w:r><w:t>Đoạn mới.</w:t></w:r></w:ins></w:p>`,
		`<w:rPr><w:del 01:00:00Z"/></w:rPr></w:pPr><w:del 01:00:00Z"><w:r><w:delText xml:space="preserve">Đoạn cũ </w:delText></w:r></w:del></w:p>`,
		`<w:rPr><w:del 01:00:00Z"/></w:rPr></w:pPr><w:del 01:00:00Z"><w:r><mc:AlternateContent>`,
		`<w:trHeight w:val="283" w:hRule="atLeast"/><w:del 01:00:00Z"/></w:trPr>`,
		`<w:ins 01:00:00Z"/></w:trPr>`,
		`<w:p><w:pPr><w:pStyle w:val="KHTrong"/><w:rPr><w:ins 01:00:00Z"/></w:rPr></w:pPr></w:p></w:tc></w:tr></w:tbl>`,                             // the empty cell goes with its row
		`<w:delText>Cuối.</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:pStyle w:val="KHTrong"/><w:rPr><w:vanish/></w:rPr></w:pPr></w:p><w:sectPr>`, // the last paragraph stays
	} {
		if !strings.Contains(plain, want) {
			t.Errorf("the body has no %s", want)
		}
	}
	if t.Failed() {
		t.Log(plain[strings.Index(plain, "Xong"):])
	}
}
