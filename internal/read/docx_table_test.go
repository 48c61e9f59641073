package read

import (
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// wordTable makes a table of rows "a | b | c": "<" goes on the cell on the left,
// "^" the one above, "/" begins a new paragraph, "*a*" is bold.
func wordTable(head int, widths []int64, rows ...string) *ooxml.Table {
	t := &ooxml.Table{Bordered: true, Head: head, Widths: widths}
	for _, s := range rows {
		var row ooxml.Row
		for _, c := range strings.Split(s, "|") {
			c = strings.TrimSpace(c)
			if c == "<" {
				row.Cells[len(row.Cells)-1].Across++
				continue
			}
			cell := ooxml.Cell{Across: 1, Above: c == "^"}
			for _, line := range strings.Split(c, "/") {
				if line = strings.TrimSpace(line); line == "" || line == "^" {
					continue
				}
				text := strings.Trim(line, "*")
				cell.Blocks = append(cell.Blocks, &ooxml.Paragraph{Runs: []ooxml.Run{{Text: text, Bold: text != line}}})
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// rowsOf writes rows of a plan as in a plan file.
func rowsOf(ds []plan.Doan) string {
	var out []string
	for _, d := range ds {
		s := ""
		switch {
		case d.Loai != plan.Hang:
			s = strings.TrimSpace(d.Nhan + " " + dumped(d.Chu.Runs))
		case d.Rong:
			s = "|"
			for _, o := range d.O {
				s += o.Plain() + "|"
			}
		default:
			s = map[bool]string{true: "  "}[d.Tiep] + "|"
			for _, o := range d.O {
				s += " " + string(o.Gop) + dumped(o.Runs) + " |"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestDocxTable(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *ooxml.Table
		want  string
	}{
		{"head and widths", wordTable(1, []int64{567, 4535, 1701}, "*TT* | *Việc* | *Hạn*", "1 | Mở kho | Quý I"), `
| TT | Việc | Hạn |
|-10-|-80-|-30-|
| 1 | Mở kho | Quý I |`},
		{"a bold head that is not repeated", wordTable(0, nil, "*TT* | *Việc*", "1 | Mở kho"), `
| TT | Việc |
|---|---|
| 1 | Mở kho |`},
		{"no head", wordTable(0, nil, "1 | Mở kho", "2 | *Đóng kho*"), `
|---|---|
| 1 | Mở kho |
| 2 | <b:Đóng kho> |`},
		{"two rows of head", wordTable(0, nil, "*TT* | *Việc* | *Số lượng* | <", "^ | ^ | *Quý I* | *Cả năm*", "1 | Mở kho | 1 | 4"), `
| TT | Việc | Số lượng | < |
| ^ | ^ | Quý I | Cả năm |
|---|---|---|---|
| 1 | Mở kho | 1 | 4 |`},
		{"groups, paragraphs, cells that go on", wordTable(1, nil, "*TT* | *Việc* | *Ai*", "*I. Kho lúa* | < | <", "1 | Mở kho / Đóng kho | Tổ một", "^ | Quét kho | ^"), `
| TT | Việc | Ai |
|---|---|---|
| I. Kho lúa |
| 1 | Mở kho | Tổ một |
  |  | Đóng kho |  |
| ^ | Quét kho | ^ |`},
		{"the name of the table in its first row", wordTable(0, nil, "*BẢNG VIỆC* | <", "*TT* | *Việc*", "1 | Mở kho"), `
| BẢNG VIỆC |
| TT | Việc |
|---|---|
| 1 | Mở kho |`},
		{"a wide cell of two paragraphs", wordTable(1, nil, "*TT* | *Việc*", "Ghi chú / Nộp sớm | <"), `
| TT | Việc |
|---|---|
| Ghi chú | < |
  | Nộp sớm |  |`},
		{"a column that no cell begins", wordTable(1, []int64{567, 1134, 1134}, "*TT* | *Việc* | <", "1 | Mở kho | <"), `
| TT | Việc |
|-10-|-40-|
| 1 | Mở kho |`},
		{"a joined cell of another width stands alone", wordTable(1, nil, "*A* | *B* | *C*", "1 | 2 | <", "^ | ^ | 3"), `
| A | B | C |
|---|---|---|
| 1 | 2 | < |
| ^ |  | 3 |`},
		{"a joined cell below the head", wordTable(1, nil, "*A* | *B*", "1 | 2"), `
| A | B |
|---|---|
| 1 | 2 |`},
		{"rows of fewer cells", wordTable(1, nil, "*A* | *B*", "1"), `
| A | B |
|---|---|
| 1 |  |`},
		{"a frame", wordTable(0, nil, "Nộp sớm / - Một"), "\nNộp sớm\n- Một"},
	} {
		r := wordReader()
		if got := "\n" + rowsOf(r.table(tline{table: c.table}, false)); got != c.want {
			t.Errorf("%s:%s\nwant%s", c.name, got, c.want)
		}
	}
}

// TestDocxTables: two tables that touch stay two, the lines above a table are
// its name, and an inner table is read into its cell.
func TestDocxTables(t *testing.T) {
	named := tline{text: "NGÀY 1: Mở kho", para: &ooxml.Paragraph{Align: ooxml.Center, Runs: []ooxml.Run{{Text: "NGÀY 1: Mở kho", Bold: true}}}}
	first := tline{table: wordTable(1, nil, "*A* | *B*", "1 | 2")}
	second := tline{table: wordTable(0, nil, "3 | 4", "5 | 6")}
	r := wordReader()
	got := rowsOf(r.outline([]tline{named, first, second}))
	want := strings.TrimSpace(`
| NGÀY 1: Mở kho |
| A | B |
|---|---|
| 1 | 2 |
| 3 | 4 |
|---|---|
| 5 | 6 |`)
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}

	outer := wordTable(1, nil, "*A* | *B*", "1 | 2")
	cell := &outer.Rows[1].Cells[1]
	cell.Blocks = append(cell.Blocks, wordTable(0, nil, "x | y"), &ooxml.Paragraph{Runs: []ooxml.Run{{Text: "z"}}})
	r = wordReader()
	got = rowsOf(r.outline([]tline{{table: outer}}))
	want = strings.TrimSpace(`
| A | B |
|---|---|
| 1 | 2 |
  |  | x |
  |  | y |
  |  | z |`)
	if got != want || len(r.findings) != 1 || r.findings[0].Code != "DOCX-NESTED" {
		t.Errorf("%s\nwant\n%s\n%v", got, want, r.findings)
	}
}
