package list

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// grid is a sheet as it stands, before its headers are known. A row has a cell
// for each column from A.
type grid struct {
	name   string // "" for a CSV file
	hidden bool
	rows   []Row // that hold something
	merges []area
	away   []span // columns that are hidden, from 0
	filter string // the area of a filter that is set
	days   calendar
}

// span is a range of rows or columns, both ends included.
type span struct{ from, to int }

// area is a range of cells: columns from 0, rows from 1.
type area struct{ columns, rows span }

// sheet reads a sheet (ECMA-376 part 1, 18.3).
func (r *bookReader) sheet(s entry) (*grid, error) {
	x, err := r.pack.read(s.part)
	if err != nil {
		return nil, err
	}
	g := &grid{name: s.name, hidden: s.hidden, days: r.days}
	x.each(func(string, []xml.Attr) {
		x.each(func(element string, a []xml.Attr) {
			switch element {
			case "cols":
				r.columns(x, g)
			case "sheetData":
				r.rows(x, g)
			case "autoFilter":
				set := false
				x.each(func(string, []xml.Attr) { set = true }, nil)
				if _, ok := areaOf(attr(a, "ref")); ok && set {
					g.filter = attr(a, "ref")
				}
			case "mergeCells":
				r.merged(x, g)
			}
		}, nil)
	}, nil)
	if err := x.close(); err != nil {
		return nil, err
	}
	return g, g.boundMerges()
}

// boundMerges refuses merged areas that cover more cells than a book may have:
// true ones do not lie over each other.
func (g *grid) boundMerges() error {
	if len(g.rows) == 0 {
		return nil
	}
	last, total := g.rows[len(g.rows)-1].Number, 0
	for _, m := range g.merges {
		rows, columns := min(m.rows.to, last)-m.rows.from+1, min(m.columns.to, maxColumns)-m.columns.from+1
		total += max(rows, 0) * max(columns, 0)
	}
	if total > 2*maxCells {
		return tooLarge(diag.Place{}, "các vùng ô trộn của trang %q phủ hơn %d ô", "the merged areas of the sheet %q cover more than %d cells", g.name, 2*maxCells)
	}
	return nil
}

// columns reads which columns are hidden.
func (r *bookReader) columns(x *stream, g *grid) {
	x.each(func(element string, a []xml.Attr) {
		from, errFrom := strconv.Atoi(attr(a, "min"))
		to, errTo := strconv.Atoi(attr(a, "max"))
		width := attr(a, "width")
		gone := isTrue(attr(a, "hidden")) || width == "0" && isTrue(attr(a, "customWidth"))
		if element == "col" && errFrom == nil && errTo == nil && gone && len(g.away) < maxColumns {
			g.away = append(g.away, span{from - 1, to - 1})
		}
	}, nil)
}

// merged reads which cells are merged.
func (r *bookReader) merged(x *stream, g *grid) {
	x.each(func(element string, a []xml.Attr) {
		m, ok := areaOf(attr(a, "ref"))
		if element != "mergeCell" || !ok || m.columns.from == m.columns.to && m.rows.from == m.rows.to {
			return
		}
		if g.merges = append(g.merges, m); len(g.merges) > maxMerges {
			x.fail(tooLarge(diag.Place{}, "trang %q có hơn %d vùng ô trộn", "the sheet %q has more than %d merged areas", g.name, maxMerges))
		}
	}, nil)
}

// rows reads the rows that hold something. Rows and cells may come without their
// numbers: then they follow the one before (18.3.1.4, 18.3.1.73).
func (r *bookReader) rows(x *stream, g *grid) {
	last := 0
	x.each(func(element string, a []xml.Attr) {
		if element != "row" {
			return
		}
		row := Row{Number: last + 1}
		for _, v := range a {
			switch v.Name.Local {
			case "r":
				if n, err := strconv.Atoi(v.Value); err == nil && n > 0 {
					row.Number = n
				}
			case "hidden":
				row.Hidden = row.Hidden || isTrue(v.Value)
			case "ht":
				row.Hidden = row.Hidden || v.Value == "0"
			}
		}
		if row.Number <= last || row.Number > 1<<20 {
			x.fail(broken("trang %q có các dòng không theo thứ tự (dòng %d)", "the rows of the sheet %q are out of order (row %d)", g.name, row.Number))
			return
		}
		last = row.Number
		r.row(x, g, &row)
		if len(row.Cells) == 0 {
			return
		}
		if r.cells += len(row.Cells); r.cells > maxCells {
			x.fail(tooLarge(placeOf(r.file, g.name, row.Number, "A"), "sổ có hơn %d ô (dòng nhân cột)", "the book has more than %d cells (rows times columns)", maxCells))
		}
		if g.rows = append(g.rows, row); len(g.rows) > maxRows {
			x.fail(tooLarge(placeOf(r.file, g.name, row.Number, "A"), "trang %q có hơn %d dòng", "the sheet %q has more than %d rows", g.name, maxRows))
		}
	}, nil)
}

// row reads the cells of a row.
func (r *bookReader) row(x *stream, g *grid, row *Row) {
	next := 0
	var cells []Cell
	x.each(func(element string, a []xml.Attr) {
		if element != "c" {
			return
		}
		raw := rawCell{column: next}
		for _, v := range a {
			switch v.Name.Local {
			case "r":
				if column, n, ok := cellOf(v.Value); ok && n == row.Number {
					raw.column = column
				}
			case "t":
				raw.kind = v.Value
			case "s":
				raw.style, _ = strconv.Atoi(v.Value) // without a style it is 0
			}
		}
		next = raw.column + 1
		raw.read(x)
		c := r.cell(x, &raw)
		if r.formats.work > maxWork {
			x.fail(tooLarge(placeOf(r.file, g.name, row.Number, letterOf(raw.column)), "định dạng số của các ô quá dài so với số ô", "the number formats are too long for so many cells"))
		}
		if r.shown += len(c.Text); r.shown > maxShown {
			x.fail(tooLarge(placeOf(r.file, g.name, row.Number, letterOf(raw.column)), "chữ trong các ô dài hơn %d MB", "the text of the cells is longer than %d MB", maxShown>>20))
		}
		if c.Text == "" && c.is&noValue == 0 || x.err != nil {
			return
		}
		if len(c.Text) > maxLetters && utf8.RuneCountInString(c.Text) > maxLetters {
			x.fail(tooLarge(placeOf(r.file, g.name, row.Number, letterOf(raw.column)), "ô chứa hơn %d chữ", "the cell holds more than %d letters", maxLetters))
			return
		}
		if raw.column >= maxColumns {
			x.fail(tooLarge(placeOf(r.file, g.name, row.Number, letterOf(raw.column)), "có ô nằm ngoài %d cột đầu", "a cell lies outside of the first %d columns", maxColumns))
			return
		}
		for len(cells) <= raw.column {
			cells = append(cells, Cell{})
		}
		cells[raw.column] = c
	}, nil)
	if len(cells) > 0 {
		row.Cells = append(make([]Cell, 0, len(cells)), cells...)
	}
}

// rawCell is a cell as the file has it (18.3.1.4).
type rawCell struct {
	column, style int
	kind          string // the attribute t
	value         string
	inline        string
	valued        bool // there is a v
	formula       bool
}

// read takes in what a cell holds.
func (c *rawCell) read(x *stream) {
	x.each(func(element string, _ []xml.Attr) {
		switch element {
		case "v":
			var out []byte
			x.each(nil, func(s []byte) {
				if len(out) <= 6*maxLetters {
					out = append(out, s...)
				}
			})
			c.value, c.valued = string(out), true
		case "f":
			c.formula = true
		case "is":
			c.inline, c.valued = x.richText(), true
		}
	}, nil)
}

// cell makes what people see of what the file has.
func (r *bookReader) cell(x *stream, c *rawCell) Cell {
	if c.formula && (!c.valued || c.value == "" && c.kind != "str" && c.kind != "inlineStr") {
		return Cell{is: noValue}
	}
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || i < 0 || i >= len(r.shared) {
			if c.value != "" {
				x.fail(broken("một ô chỉ tới chữ không có trong tệp (số %q)", "a cell points to a text that the file does not have (number %q)", short(c.value)))
			}
			return Cell{}
		}
		return r.textCell(x, r.shared[i], c.style, false)
	case "inlineStr":
		return r.textCell(x, c.inline, c.style, true)
	case "str":
		return r.textCell(x, unescape(c.value), c.style, true)
	case "b":
		if isTrue(c.value) {
			return Cell{Text: "TRUE"}
		}
		return Cell{Text: "FALSE"}
	case "e":
		text, _ := clean(c.value)
		return Cell{text, failed}
	case "d":
		return isoCell(c.value)
	}
	n := r.formats.number(c.value, c.style, r.days)
	r.keep(x, len(n.Text), diag.Place{})
	return n
}

// textCell cleans a text; own tells that no other cell shares it.
func (r *bookReader) textCell(x *stream, s string, style int, own bool) Cell {
	text, is := clean(s)
	if r.formats.of(style).shows.wordsOnText {
		text, _ = clean(r.formats.text(text, style)) // its blanks are the format's
		own = true
	}
	if own || is != 0 {
		r.keep(x, len(text), diag.Place{})
	}
	return Cell{text, is}
}

// cellOf reads the name of a cell: "C17" is column 2, row 17.
func cellOf(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 3 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(ref[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return column - 1, row, i > 0 && err == nil && row > 0 && row <= 1<<20
}

// areaOf reads the name of a range: "A1:C2", or of one cell.
func areaOf(ref string) (area, bool) {
	from, to, two := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !two {
		to = from
	}
	c1, r1, ok1 := cellOf(from)
	c2, r2, ok2 := cellOf(to)
	return area{span{min(c1, c2), max(c1, c2)}, span{min(r1, r2), max(r1, r2)}}, ok1 && ok2
}

// short is the head of a text that may be long.
func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
