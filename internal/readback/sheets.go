package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Cell is one cell of a sheet as its XML has it.
type Cell struct {
	Text    string
	Kind    string // the type: "inlineStr", "s", "n", "str" …
	Style   int
	Formula bool
}

// A Sheet is one sheet of an Excel file: its cells by their names ("C17").
type Sheet struct {
	Name  string
	Cells map[string]Cell
}

// Rows returns the texts of a sheet row by row, from A1 to the last column of the first row and the last row that has
// a cell; what is not there is "".
func (s Sheet) Rows() [][]string {
	wide, high := 0, 0
	for name := range s.Cells {
		column, row := splitName(name)
		if high = max(high, row); row == 1 {
			wide = max(wide, column)
		}
	}
	rows := make([][]string, high)
	for i := range rows {
		rows[i] = make([]string, wide)
	}
	for name, cell := range s.Cells {
		if column, row := splitName(name); column <= wide {
			rows[row-1][column-1] = cell.Text
		}
	}
	return rows
}

// splitName takes "C17" apart into 3 and 17.
func splitName(name string) (column, row int) {
	letters := strings.TrimRight(name, "0123456789")
	row, _ = strconv.Atoi(name[len(letters):])
	for _, r := range letters {
		column = 26*column + int(r-'A') + 1
	}
	return column, row
}

// Sheets reads an Excel file in the order of its workbook, with nothing but XML and ECMA-376 Part 1, 18: inline and
// shared strings, their escapes (_x000D_), and which cells are formulas.
func Sheets(xlsx []byte) ([]Sheet, error) {
	archive, err := zip.NewReader(bytes.NewReader(xlsx), int64(len(xlsx)))
	if err != nil {
		return nil, err
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	var shared struct {
		Items []text `xml:"si"`
	}
	if err := errors.Join(readXML(archive, "xl/workbook.xml", &book), readXML(archive, "xl/_rels/workbook.xml.rels", &rels)); err != nil {
		return nil, err
	}
	if err := readXML(archive, "xl/sharedStrings.xml", &shared); err != nil && !strings.Contains(err.Error(), "not exist") {
		return nil, err
	}
	var out []Sheet
	for _, s := range book.Sheets {
		for _, r := range rels.Relationship {
			if r.ID != s.ID {
				continue
			}
			cells, err := sheetCells(archive, "xl/"+strings.TrimPrefix(r.Target, "/xl/"), shared.Items)
			if err != nil {
				return nil, err
			}
			out = append(out, Sheet{s.Name, cells})
		}
	}
	if len(out) != len(book.Sheets) {
		return nil, fmt.Errorf("%d sheets, %d of them with a part", len(book.Sheets), len(out))
	}
	return out, nil
}

// text is a string of runs.
type text struct {
	T    []string `xml:"t"`
	Runs []struct {
		T string `xml:"t"`
	} `xml:"r"`
}

func (t text) String() string {
	s := strings.Join(t.T, "")
	for _, r := range t.Runs {
		s += r.T
	}
	return unescapeX(s)
}

// unescapeX turns _x000D_ into its character (ECMA-376 Part 1, 22.4.2.4).
func unescapeX(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || i+7 > len(s) {
			break
		}
		n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteRune(rune(n))
		s = s[i+7:]
	}
	return b.String() + s
}

func sheetCells(archive *zip.Reader, name string, shared []text) (map[string]Cell, error) {
	var sheet struct {
		Cells []struct {
			Name   string    `xml:"r,attr"`
			Kind   string    `xml:"t,attr"`
			Style  int       `xml:"s,attr"`
			F      *struct{} `xml:"f"`
			Value  string    `xml:"v"`
			Inline text      `xml:"is"`
		} `xml:"sheetData>row>c"`
	}
	if err := readXML(archive, name, &sheet); err != nil {
		return nil, err
	}
	cells := map[string]Cell{}
	for _, c := range sheet.Cells {
		cell := Cell{Kind: c.Kind, Style: c.Style, Formula: c.F != nil, Text: c.Value}
		switch c.Kind {
		case "inlineStr":
			cell.Text = c.Inline.String()
		case "s":
			i, err := strconv.Atoi(c.Value)
			if err != nil || i >= len(shared) {
				return nil, fmt.Errorf("%s, %s: no shared string %q", name, c.Name, c.Value)
			}
			cell.Text = shared[i].String()
		case "str":
			cell.Text = unescapeX(c.Value)
		}
		if _, twice := cells[c.Name]; twice {
			return nil, fmt.Errorf("%s: cell %s is there twice", name, c.Name)
		}
		cells[c.Name] = cell
	}
	return cells, nil
}

func readXML(archive *zip.Reader, name string, to any) error {
	f, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	content, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(content, to); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
