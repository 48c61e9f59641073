package ooxml

import (
	"strings"

	"kehoach.example/internal/diag"
)

// Document is a Word file as plain blocks.
type Document struct {
	Sections []Section
	Notes    []Note            // footnotes, then endnotes, in the order of their marks
	Margins  []*Paragraph      // of headers and footers, page numbers left out, each text once
	Mirrored bool              // margins of pages that face each other are mirrored
	Vars     map[string]string // variables that a program left in the file (w:docVar)
	Lines    []string          // text of every paragraph, as one line each, in the order of the file: body, notes, margins
}

// Section is a run of blocks with pages of one shape.
type Section struct {
	Landscape bool
	Blocks    []Block
}

// Block is one of *Paragraph, *Table.
type Block interface{ block() }

// Paragraph is one paragraph that holds anything: empty ones are left out, but
// a drawn line or a picture is something. At is its place: Line is its number in
// the file (line n of Document.Lines), Where the same in words ("đoạn 12"), Text
// that line: the automatic number, a blank, the text with blanks for breaks.
type Paragraph struct {
	At        diag.Place
	Style     string // name of its style, as w:name has it; the id where the style is unknown
	StyleID   string
	Number    string // the automatic number as it would be printed: "1.", "a)", "-"; "" for none. It may stand alone
	Runs      []Run
	Align     Align
	PageBreak bool  // a new page begins before it: a paragraph with a page break inside comes as two
	Gap       bool  // empty paragraphs stand before it
	Box       bool  // stands in a text box or frame
	Drawn     bool  // a line is drawn in it or at its border
	FirstLine int64 // twips; negative for hanging
	Left      int64 // twips
}

// Align is how a paragraph stands between its margins.
type Align int

// The four ways.
const (
	Start Align = iota
	Center
	End
	Both
)

// Run is text in one look. Text may hold tabs; Break is a line break inside the
// paragraph (its Text is ""). Note is the index + 1 of the note in
// Document.Notes whose mark stands there. Picture is the part of a picture.
type Run struct {
	Text      string
	Bold      bool
	Italic    bool
	Underline bool
	Shift     int // -1 below, 1 above the line
	Size      int // half points
	Break     bool
	Note      int
	Picture   string
}

// Note is a footnote or an endnote.
type Note struct {
	Mark string // as printed, where the author typed his own
	Text []*Paragraph
}

// Table is a table. Widths are those of its grid, in twips.
type Table struct {
	Bordered  bool // lines are drawn between or around its cells
	Head      int  // rows that stand again on every page
	Widths    []int64
	Rows      []Row
	Gap       bool
	PageBreak bool
	Floating  bool
}

// Row is one row of a table.
type Row struct{ Cells []Cell }

// Cell is Across columns of the grid wide. Above tells that it goes on the cell
// above (w:vMerge) and is not printed; its blocks are kept, they may hold text.
type Cell struct {
	Across int
	Above  bool
	Blocks []Block
}

func (*Paragraph) block() {}
func (*Table) block()     {}

// Text is the text of a paragraph without its number; a break is a newline.
func (p *Paragraph) Text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		if r.Break {
			b.WriteByte('\n')
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
