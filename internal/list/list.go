// Package list reads the list of units that people keep by hand: an Excel file
// (ECMA-376, SpreadsheetML) or a CSV file.
//
// In: the bytes of a file. Out: its sheets as columns named by their headers
// and rows of cells, each with its place as Excel tells it (Sheet1!C17), and
// what is wrong with it. It promises that what people see in a cell is what is
// read: dates as days, kept zeros, nothing computed and nothing guessed behind
// their backs. Sizes are bounded, and memory with them. What a column is for is
// left to others.
package list

import (
	_ "github.com/xuri/excelize/v2" // Excel files

	"kehoach.example/internal/diag"
)

// Book is a list as it was read.
type Book struct {
	Name   string  // of the file
	Sheets []Sheet // a CSV file has one; the first is the list of units
}

// Sheet is one sheet of a book: what stands below its row of headers.
type Sheet struct {
	Name    string // "" for a CSV file
	Hidden  bool
	Head    int // number of the row of headers in the file, from 1
	Columns []Column
	Rows    []Row // without empty ones
}

// Column is a column that has a header.
type Column struct {
	Title  string // the header as it stands
	Name   string // the header as a name: Fold(Title)
	Letter string // "C"
}

// Row is one row below the headers.
type Row struct {
	Number int // in the file, from 1
	Hidden bool
	Cells  []Cell // one for each column of the sheet, in their order
}

// Cell is what people see in a cell: composed letters (NFC), no blanks at the
// ends, no control characters, a day as 31/01/2027; lines of one cell are parted
// by "\n".
type Cell struct {
	Text string
}

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
