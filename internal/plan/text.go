package plan

import (
	"strings"

	"kehoach.example/internal/diag"
)

// Shift raises or lowers a run.
type Shift int

// The three positions of a run.
const (
	Level Shift = iota
	Sub
	Sup
)

// Run is a piece of text in one look. Note and Hole are not text: a footnote
// mark [^1] has Note "1", a batch hole {cot} has Hole "cot" and the look of what
// will stand there.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Shift  Shift
	Note   string
	Hole   string
}

// Gop is the neighbour that a cell of a table is joined to, as it is typed.
type Gop string

// A cell is joined to the one above or to the one on its left.
const (
	GopTren Gop = "^"
	GopTrai Gop = "<"
)

// Chu is one paragraph of text. Given tells a blank value ("room on paper")
// from a missing key ("not printed"). A cell with Gop has no text; a
// value of a task with Gop has its sign as text.
type Chu struct {
	Given bool
	Runs  []Run
	Gop   Gop
	At    diag.Place
}

// Text makes a Chu of plain text.
func Text(s string) Chu {
	c := Chu{Given: true}
	if s != "" {
		c.Runs = []Run{{Text: s}}
	}
	return c
}

// Plain is the text without looks, marks and holes.
func (c Chu) Plain() string {
	var b strings.Builder
	for _, r := range c.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Blank tells whether nothing would be printed.
func (c Chu) Blank() bool {
	for _, r := range c.Runs {
		if strings.TrimSpace(r.Text) != "" || r.Note != "" || r.Hole != "" {
			return false
		}
	}
	return true
}

// Refused tells whether a clerk wrote "không": the thing is not wished.
func (c Chu) Refused() bool { return strings.EqualFold(strings.TrimSpace(c.Plain()), "không") }

// Unwished tells whether a thing is not wished, in words or by saying nothing.
func (c Chu) Unwished() bool { return c.Blank() || c.Refused() }

// Holed tells whether a list is to fill something in.
func (c Chu) Holed() bool {
	for _, r := range c.Runs {
		if r.Hole != "" {
			return true
		}
	}
	return false
}

// Dong is a list of lines, each a paragraph.
type Dong struct {
	Given bool
	Items []Chu
	List  bool // written as a list: of names, several bodies and not several lines
	At    diag.Place
}

// Lines makes a Dong of plain lines.
func Lines(items ...string) Dong {
	d := Dong{Given: true}
	for _, s := range items {
		d.Items = append(d.Items, Text(s))
	}
	return d
}

// Plain joins the lines by the separator.
func (d Dong) Plain(sep string) string {
	var parts []string
	for _, c := range d.Items {
		parts = append(parts, c.Plain())
	}
	return strings.Join(parts, sep)
}

// Ngay is a day with blanks. The digits stand as the clerk typed them ("06"),
// so that nothing is padded behind his back; "" is open. Text is set instead
// where the value is words ("Đại hội lần thứ XVI").
type Ngay struct {
	Given bool
	Day   string
	Month string
	Year  string
	Text  string

	// Filled tells that a list has given the value: braces in it are words.
	Filled bool
	At     diag.Place
}

// String is the day as it is typed in a plan file: 06/01/2027, 01/2027, 2027.
func (n Ngay) String() string {
	if n.Text != "" {
		return n.Text
	}
	var parts []string
	for _, p := range []string{n.Day, n.Month, n.Year} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "/")
}

// Dau is the kind of sign at the head of a paragraph. The order is the fixed
// rank of the outline: I. > 1. > 1.1. > 1.1.1. > a) > - > +.
type Dau int

// The ten signs of real plans; "a." ranks as a), "*" and "(1)" as "-".
const (
	KhongDau  Dau = iota
	DauMuc        // I.
	DauKhoan      // 1.
	DauKhoan2     // 1.1.
	DauKhoan3     // 1.1.1.
	DauDiem       // a)
	DauGach       // -
	DauCong       // +
)

// Loai is what a line of running text is.
type Loai int

// The kinds of line.
const (
	DoanVan Loai = iota // a paragraph
	Hang                // a row of a table
	Cho                 // a place: {dot}, {nhiem_vu}, {tien_do}, {hinh: …}
	GhiChu              // the drafter's note, never printed
)

// Doan is one line of running text. The outline is kept flat, as on paper,
// where depth is visible only in the sign.
type Doan struct {
	Loai   Loai
	Dau    Dau
	Nhan   string // the sign as typed: "1.", "1.1", "- +", "đ)"
	DeMuc  bool   // a numbered heading: no final mark and something below it
	Chu    Chu    // the text after the sign; of a note, the note
	ChoTen string // of a place, its name: "dot", "hinh: ten.png"
	O      []Chu  // of a row, its cells
	Rong   bool   // a row of widths, which ends the head of a table
	Tiep   bool   // a row that goes on the one above
}

// Van is running text.
type Van struct {
	Given bool
	Doan  []Doan
	At    diag.Place
}

// Printed tells whether the text holds anything that goes on paper.
func (v Van) Printed() bool {
	for _, d := range v.Doan {
		if d.Loai != GhiChu {
			return true
		}
	}
	return false
}
