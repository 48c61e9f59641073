// Package list reads the list of units that people keep by hand: an Excel file
// (ECMA-376, SpreadsheetML) or a CSV file.
//
// In: the bytes of a file. Out: its sheets as columns named by their headers
// and rows of cells, each with its place as Excel tells it (Sheet1!C17), and
// what is wrong with it. It promises that what people see in a cell is what is
// read: dates as days, kept zeros, nothing computed and nothing guessed behind
// their backs. Sizes are bounded, and memory with them. What a column is for is
// left to others.
//
// The parts of an Excel file are read here as streams, because a hand-kept list
// says things that no library hands on (a formula without a value, a covered
// cell) and because memory has to stay bounded; excelize turns numbers into
// what their number formats show.
package list

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// Book is a list as it was read.
type Book struct {
	Name   string  // of the file
	Sheets []Sheet // a CSV file has one; the first is the list of units: the first that people see and that holds something
}

// Sheet is one sheet of a book: what stands below its row of headers.
type Sheet struct {
	Name    string // "" for a CSV file
	Hidden  bool
	Head    int // number of the row of headers in the file, from 1; the lowest of several, 0 for an empty sheet
	Columns []Column
	Rows    []Row // without empty ones

	filter string   // the cells that a filter is set on: "A3:F90"; "" without
	days   calendar // by which numbers are days
}

// Column is a column that has a header.
type Column struct {
	Title  string // the header as it stands
	Name   string // the header as a name: Fold(Title)
	Letter string // "C"

	hidden bool
	head   int // the row where the header stands, when it is not Sheet.Head
}

// Row is one row below the headers. In a CSV file its number is that of its
// first line.
type Row struct {
	Number int // in the file, from 1
	Hidden bool
	Cells  []Cell // one for each column of the sheet, in their order
}

// Cell is what people see in a cell: composed letters (NFC), no blanks at the
// ends, no control characters, a day as 31/01/2027; lines of one cell are parted
// by "\n". Numbers are parted as Vietnamese does it: 1.250.000 and 12,5. (Excel
// keeps only that they are parted, and shows it by the settings of a machine.)
type Cell struct {
	Text string

	is mark
}

// mark tells what a cell was before it became a text.
type mark uint16

const (
	number     mark = 1 << iota // a number, not a text of digits
	day                         // a number shown as a day, or parts of one
	failed                      // an error value: #N/A
	noValue                     // a formula that was saved without its value
	covered                     // lies under a merged cell
	blanks                      // had blanks too many
	decomposed                  // had letters apart from their marks (NFD)
	controls                    // had control or invisible characters
	lostDigits                  // has more digits than Excel keeps
	scientific                  // is shown as 1,2E+11
	noYear                      // a day whose year is not shown
	untyped                     // from a file that does not part numbers from texts
)

// Use tells what a column is for, so that its cells can be judged.
type Use struct {
	Required bool // a row without it cannot be made
	Date     bool // its cells must be days: 06/01/2027, or 01/2027, 2027 with blanks on paper
}

// Problem is something about a list that somebody should know. Row is the
// number of its row in the file, 0 for what is no row's. A Bad row cannot be
// made as it stands.
type Problem struct {
	Row     int
	Bad     bool
	Finding diag.Finding
}

// Options of reading.
type Options struct {
	// Known are names of columns that the plan asks for: the row of headers is
	// the first that has most of them.
	Known []string
}

// Sheet finds a sheet by its name, without regard to case, blanks and diacritics.
func (b *Book) Sheet(name string) (*Sheet, bool) {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i], true
		}
	}
	want := Fold(name)
	for i := range b.Sheets {
		if Fold(b.Sheets[i].Name) == want {
			return &b.Sheets[i], true
		}
	}
	return nil, false
}

// Fold brings a header, a hole or the name of a sheet to one form: "Tên đơn vị"
// is ten_don_vi. A full stop stays: nguoi_ky.ho_ten names a key.
func Fold(title string) string {
	var b strings.Builder
	apart := false
	for _, r := range norm.NFD.String(title) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Mn, r):
		case r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r):
			if apart && b.Len() > 0 {
				b.WriteByte('_')
			}
			apart = false
			if r == 'đ' {
				r = 'd'
			}
			b.WriteRune(r)
		default:
			apart = true
		}
	}
	return strings.Trim(b.String(), "_.")
}

// Column is the index of a column by its folded name.
func (s *Sheet) Column(name string) (int, bool) {
	i := slices.IndexFunc(s.Columns, func(c Column) bool { return c.Name == name })
	return max(i, 0), i >= 0
}

// Unit is the index of the column that names the units: the first that is no
// counter (STT, TT).
func (s *Sheet) Unit() int {
	return max(0, slices.IndexFunc(s.Columns, func(c Column) bool { return !counter(c.Name) }))
}

// counter tells whether a column of that name counts the rows.
func counter(name string) bool {
	switch name {
	case "", "stt", "tt", "so_tt", "so_thu_tu", "thu_tu", "s.t.t", "t.t", "no":
		return true
	}
	return false
}

// Place is where a cell stands: "Sheet1!C17". Column is an index of Columns;
// row the number in the file. Without a column (-1) it is the whole row.
func (s *Sheet) Place(file string, row, column int) diag.Place {
	letter := ""
	if column >= 0 && column < len(s.Columns) {
		letter = s.Columns[column].Letter
	}
	return placeOf(file, s.Name, row, letter)
}

// placeOf is the place of a cell by its letter; sheet is "" for a CSV file.
func placeOf(file, sheet string, row int, letter string) diag.Place {
	switch {
	case sheet == "" && letter == "":
		return diag.Place{File: file, Line: row, Where: fmt.Sprintf("dòng %d", row)}
	case sheet == "":
		return diag.Place{File: file, Line: row, Where: fmt.Sprintf("dòng %d, cột %s", row, letter)}
	case letter == "":
		return diag.Place{File: file, Where: fmt.Sprintf("%s!%d:%d", quoted(sheet), row, row)}
	}
	return diag.Place{File: file, Where: fmt.Sprintf("%s!%s%d", quoted(sheet), letter, row)}
}

// quoted is the name of a sheet as it stands before an exclamation mark
// (ECMA-376 part 1, 18.17.2.4): in quotes unless it is one word that can be
// taken neither for a number nor for a cell.
func quoted(sheet string) string {
	plain := sheet != "" && !unicode.IsDigit([]rune(sheet)[0]) && sheet[0] != '.' && !looksLikeCell(sheet)
	for _, r := range sheet {
		plain = plain && (r == '_' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	if plain {
		return sheet
	}
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
}

// looksLikeCell tells whether a name reads as a cell: A1, XFD10, R1C1, RC.
func looksLikeCell(name string) bool {
	upper := strings.ToUpper(name)
	letters := strings.TrimRight(upper, "0123456789")
	ascii := strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	if ascii && letters != upper && len(letters) >= 1 && len(letters) <= 3 {
		return true
	}
	rest, ok := strings.CutPrefix(upper, "R")
	if !ok {
		rest, ok = strings.CutPrefix(upper, "C")
		return ok && strings.Trim(rest, "0123456789") == ""
	}
	rest = strings.TrimLeft(rest, "0123456789")
	rest, _ = strings.CutPrefix(rest, "C")
	return strings.Trim(rest, "0123456789") == ""
}

// letterOf is the letter of a column that is counted from 0: 27 is AB.
func letterOf(column int) string {
	var b []byte
	for column++; column > 0; column = (column - 1) / 26 {
		b = append(b, byte('A'+(column-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}
