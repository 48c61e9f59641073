package standard

import "kehoach.example/internal/unit"

// Figures holds the numbers of the form.
type Figures struct {
	SizeSet string                 `key:"size_set"` // auto, A, B
	Page    Page                   `key:"page"`
	Columns map[string]Columns     `key:"columns"`
	Rules   map[string]Rule        `key:"rules"`
	Tables  map[string]Table       `key:"tables"`
	Images  map[string]Image       `key:"images"`
	Boxes   map[string]BoxFigures  `key:"boxes"`
	Blanks  map[string]Figure[int] `key:"blanks"` // no-break spaces of open room
	Slots   Slots                  `key:"slots"`
	Styles  map[string]Style       `key:"styles"`
}

// Page holds paper and margins. Header is the distance of the page number's
// line from the top edge, Footer that of what stands in the bottom margin from
// the bottom edge.
type Page struct {
	Width  Figure[unit.Length] `key:"width"`
	Height Figure[unit.Length] `key:"height"`
	Top    Figure[unit.Length] `key:"top"`
	Bottom Figure[unit.Length] `key:"bottom"`
	Left   Figure[unit.Length] `key:"left"`
	Right  Figure[unit.Length] `key:"right"`
	Header Figure[unit.Length] `key:"header"`
	Footer Figure[unit.Length] `key:"footer"`
}

// Columns holds a table of two columns: the wished and the least width of the
// left one, and the room above the first line of the first and of later rows.
type Columns struct {
	Left    Figure[unit.Length] `key:"left"`
	LeftMin Figure[unit.Length] `key:"left_min"`
	Before  Figure[unit.Length] `key:"before"`
	Gap     Figure[unit.Length] `key:"gap"`
}

// Table is the look of a table with drawn lines: how thick they are, how far
// the text of a cell stands from them at its sides, the least height of a row, and the
// room above.
type Table struct {
	Border Figure[unit.Length] `key:"border"`
	Pad    Figure[unit.Length] `key:"pad"`
	Row    Figure[unit.Length] `key:"row"`
	Above  Figure[unit.Length] `key:"above"`
	Label  Figure[float64]     `key:"label"` // share of the first column of a schedule, 0 from the content
}

// Rule is a drawn line: its length as a share of the text above it, its
// thickness, the height of its own paragraph and how far below that
// paragraph's top it is drawn. One that is under no text is a share of the
// width of the page's text.
type Rule struct {
	Length    Figure[float64]     `key:"length"`
	Thickness Figure[unit.Length] `key:"thickness"`
	Height    Figure[unit.Length] `key:"height"`
	Drop      Figure[unit.Length] `key:"drop"`
}

// Slots are the sizes of the places that are filled when a PDF is signed: a
// person's signature, the seal or digital signature of the body, and the words
// of its signature on a file that goes with another. A form without one of them
// gives it no width.
type Slots struct {
	Ky     SlotSize   `key:"ky"`
	Dau    SealSize   `key:"dau"`
	KemTep CornerSize `key:"kem_tep"`
}

// SlotSize is the size of a slot.
type SlotSize struct {
	Width  Figure[unit.Length] `key:"width"`
	Height Figure[unit.Length] `key:"height"`
}

// SealSize is the size of a seal, which is as high as it is wide, and the share
// of the signature's width that it covers from the left.
type SealSize struct {
	Width Figure[unit.Length] `key:"width"`
	Cover Figure[float64]     `key:"cover"`
}

// CornerSize is the size of a slot in the top right corner of a page. Reach is
// its right edge as a share of the width of the text: it may go past the text.
type CornerSize struct {
	Width  Figure[unit.Length] `key:"width"`
	Height Figure[unit.Length] `key:"height"`
	Reach  Figure[float64]     `key:"reach"`
}

// Style is the look of a role. SizeB is its size in size set B, 0 for the
// same. Measure narrows lines that the clerk has not broken himself, 0 for the
// full width; Balance narrows them further until they are of like length.
type Style struct {
	Name      string              `key:"name"` // as Word's list of styles shows it
	Like      string              `key:"like"`
	Size      Figure[unit.Length] `key:"size"`
	SizeB     Figure[unit.Length] `key:"size_b"`
	Bold      bool                `key:"bold"`
	Underline bool                `key:"underline"`
	Italic    bool                `key:"italic"`
	Color     string              `key:"color"` // "FF0000", "" for black
	Align     string              `key:"align"` // left, center, right, both
	Indent    Figure[unit.Length] `key:"indent"`
	Before    Figure[unit.Length] `key:"before"`
	After     Figure[unit.Length] `key:"after"`
	Line      Figure[Line]        `key:"line"`
	Measure   Figure[unit.Length] `key:"measure"`
	Balance   bool                `key:"balance"`
}

// Turned is the page with its sides swapped, for landscape sections. The
// margins stay where they are for the reader.
func (p Page) Turned(landscape bool) Page {
	if landscape {
		p.Width, p.Height = p.Height, p.Width
	}
	return p
}

// TextWidth is the width between the side margins, in whole twips.
func (p Page) TextWidth() unit.Length {
	w := p.Width.Value.Twips() - p.Left.Value.Twips() - p.Right.Value.Twips()
	return unit.FromTwips(w)
}

// inherit fills the unset figures of a style from the style that it is like.
func (s Style) inherit(base Style) Style {
	fill := func(f *Figure[unit.Length], from Figure[unit.Length]) {
		if f.Value == 0 && !f.given {
			*f = from
		}
	}
	fill(&s.Size, base.Size)
	fill(&s.SizeB, base.SizeB)
	fill(&s.Indent, base.Indent)
	fill(&s.Before, base.Before)
	fill(&s.After, base.After)
	fill(&s.Measure, base.Measure)
	if s.Line.Value == (Line{}) {
		s.Line = base.Line
	}
	if s.Align == "" {
		s.Align = base.Align
	}
	if s.Color == "" {
		s.Color = base.Color
	}
	return s
}
