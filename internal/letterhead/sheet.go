package letterhead

import (
	"kehoach.example/internal/unit"
)

// Mark is the text of the paragraph where the text of the plan goes: one
// character of the private use area, which no letter of any office is.
const Mark = "\uE0B0"

// Sheet is a letterhead as it looks. Lengths are whole twips where Word has
// twips.
type Sheet struct {
	Page  Page
	Above []Block // before the mark
	Below []Block // after it
	Heads Margins // what stands at the heads of pages
	Feet  Margins

	DefaultTab    unit.Length // between the stops of tabs that are not told
	StretchBroken bool        // a justified line that a break ends is stretched
}

// Page is the paper of the section that holds the mark (w:sectPr).
type Page struct {
	Width, Height            unit.Length
	Top, Bottom, Left, Right unit.Length
	Header, Footer           unit.Length
	FirstDiffers             bool // w:titlePg
	EvenDiffers              bool // w:evenAndOddHeaders
}

// Margins are the blocks in the top or bottom margin of pages; of First and Even
// only where they differ.
type Margins struct {
	First, Even, Other []Block
}

// Block is one of *Paragraph, *Table.
type Block interface{ block() }

// Paragraph is a paragraph with everything resolved.
type Paragraph struct {
	Runs    []Run
	Align   string      // left, center, right, both
	First   unit.Length // indent of the first line beyond Left; negative for hanging
	Left    unit.Length
	Right   unit.Length
	Before  unit.Length
	After   unit.Length
	Line    Line
	Tabs    []Tab
	Borders Borders
	Between Border    // between paragraphs with the same borders
	Drawn   []Drawing // anchored to this paragraph

	Style      string // its id: of two neighbours in one style
	Contextual bool   // no room between it and neighbours in its style
	Loose      bool   // single lines of it may stand alone on a page

	KeepNext, KeepLines, PageBreak bool

	Size      unit.Length // of the paragraph mark: the height of an empty paragraph
	StyleSize unit.Length // of its style: the height of a line of tabs alone
}

// Line is the height of a line: a multiple of the single line, an exact or a
// least height; one of them is set.
type Line struct {
	Multiple float64
	Exact    unit.Length
	Least    unit.Length
}

// Run is text in one look. Tab is a tab, Break a line break, Page the number of
// the page; Image an image in the line.
type Run struct {
	Text                    string
	Bold, Italic, Underline bool
	Size                    unit.Length
	Color                   string // "FF0000", "" for black
	Shift                   int
	Tab, Break, Page        bool
	Tied                    bool // no line ends around it, as around a no-break hyphen
	Image                   *Image
}

// Tab is a tab stop, counted from the left margin.
type Tab struct {
	At    unit.Length
	Align string // left, center, right
}

// Borders are lines around a paragraph or a cell; a thickness of 0 is none.
type Borders struct{ Top, Bottom, Left, Right Border }

// Border is one of them.
type Border struct {
	Thickness unit.Length
	Space     unit.Length // between it and the text
	Color     string
	Double    bool
}

// Image is a picture as it is drawn: PNG or JPEG.
type Image struct {
	Width, Height unit.Length
	Kind          string
	Data          []byte
	Alt           string
}

// Drawing is a line, a rectangle or a picture at a place: X, Y count from the
// place that FromX, FromY name (page, margin, column; page, margin, paragraph);
// where AlignX or AlignY is not empty (left, center, right; top, center, bottom)
// it stands so in that place instead. A Thickness of 0 draws no line.
type Drawing struct {
	X, Y, W, H     unit.Length
	FromX, FromY   string
	AlignX, AlignY string
	Thickness      unit.Length
	Color          string
	Rectangle      bool
	Rising         bool // a line from the lower left to the upper right corner
	Image          *Image
}

// Table is a table with everything resolved.
type Table struct {
	Left   unit.Length // of its first column from the left margin
	Widths []unit.Length
	Rows   []Row
}

// Row is one of its rows.
type Row struct {
	Height unit.Length // at least; Exact: exactly
	Exact  bool
	Whole  bool // it is not cut where a page ends
	Head   bool // it stands again on every page, where it is one of the first rows
	Skip   int  // columns left out at its start
	Cells  []Cell
}

// Cell spans Across columns; Down is 0 where a cell above goes on.
type Cell struct {
	Across, Down             int
	Top, Bottom, Left, Right unit.Length // margins
	Borders                  Borders
	Ground                   string // top, center, bottom: where its text stands
	Blocks                   []Block

	own    map[string]Border // told by the cell itself
	merged bool              // with those above or below
}

func (*Paragraph) block() {}
func (*Table) block()     {}
