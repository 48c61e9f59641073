package readback

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A Line is one line of one column: its words with single blanks between them, and the box around them.
type Line struct {
	Page           int
	X0, Y0, X1, Y1 float64
	Text           string
}

// Figures of [Lines], in pt unless said otherwise.
const (
	rowOverlap  = 0.5 // share of the smaller height by which two words of a row overlap
	backStep    = 2   // a word that starts further left than this before the last one's end is on a new line
	columnGap   = 18  // no narrower gap is taken for a gutter without a drawn line in it
	evenGaps    = 2.5 // gaps of a justified line differ by less
	gutter      = 10  // free strip that a neighbouring row must leave open too
	neighbour   = 60  // a row further off is no neighbour
	twoRowsHigh = 1.3 // depth of the neighbourhood behind its nearest word, in heights of the row
)

// Lines puts words, in the order in which [Words] gave them, together to lines, in the same order.
//
// A line goes on while the next word of the content overlaps the last one vertically and stands right of it:
// both LibreOffice and our own writer finish a cell before they begin the next one, so columns part by
// themselves except where the last line of a cell and the first of the next share a row. There a gap is a column's
// gap when
//   - a vertical one of the given rules (strokes of [Trace], optional) stands in it, however narrow it is; or
//   - it is wider than 18 pt, the gaps of the row are not all alike (as in a badly justified line, and in one
//     with three words or more that is known), and the rows next above or next below leave a strip of 10 pt
//     or more of it open between words on both sides. Room for a number or a day ("Số:      /KH-UBND") has the
//     text of its own column above or below it and stays in its line.
//
// So the cells of a ruled table are told apart reliably only with its rules. `-bbox-layout` was tried and is not
// used: it splits at the room for a number, and weaves the rows of two columns.
func Lines(words []Word, rules ...Stroke) []Line {
	byPage := map[int][]Word{}
	for _, w := range words {
		byPage[w.Page] = append(byPage[w.Page], w)
	}
	var lines []Line
	for _, row := range rows(words) {
		for _, part := range columns(row, byPage[row[0].Page], rules) {
			lines = append(lines, join(part))
		}
	}
	return lines
}

// rows cuts the words where one does not follow the one before it on its line.
func rows(words []Word) [][]Word {
	var out [][]Word
	for i, w := range words {
		if i == 0 || !follows(words[i-1], w) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], w)
	}
	return out
}

// follows says whether b may be the next word on a's line.
func follows(a, b Word) bool {
	return a.Page == b.Page && sameRow(a, b) && b.X0 >= a.X1-backStep
}

// sameRow says whether two words overlap vertically by half the smaller height or more; raised and lowered figures do.
func sameRow(a, b Word) bool {
	low := min(a.Y1-a.Y0, b.Y1-b.Y0)
	return min(a.Y1, b.Y1)-max(a.Y0, b.Y0) >= rowOverlap*low
}

// columns cuts a row at its gutters.
func columns(row, page []Word, rules []Stroke) [][]Word {
	even := justified(row)
	start := 0
	var out [][]Word
	for i := 1; i < len(row); i++ {
		a, b := row[i-1], row[i]
		wide := b.X0-a.X1 > columnGap && !even
		if ruled(a, b, rules) || wide && (stripOpen(a, b, page, -1) || stripOpen(a, b, page, +1)) {
			out = append(out, row[start:i])
			start = i
		}
	}
	return append(out, row[start:])
}

// justified says whether a row has two gaps or more and all of them are alike.
func justified(row []Word) bool {
	if len(row) < 3 {
		return false
	}
	least, most := math.Inf(1), math.Inf(-1)
	for i := 1; i < len(row); i++ {
		gap := row[i].X0 - row[i-1].X1
		least, most = min(least, gap), max(most, gap)
	}
	return most-least < evenGaps
}

// ruled says whether an upright stroke stands between two words.
func ruled(a, b Word, rules []Stroke) bool {
	mid := (a.Y0 + a.Y1) / 2
	return slices.ContainsFunc(rules, func(s Stroke) bool {
		return s.Page == a.Page && math.Abs(s.X0-s.X1) < 1 &&
			s.X0 > a.X1-1 && s.X0 < b.X0+1 &&
			min(s.Y0, s.Y1) < mid && mid < max(s.Y0, s.Y1)
	})
}

// stripOpen says whether the rows next above (side -1) or next below (+1) leave a strip of the gap between a and b
// open, with words on both sides of the strip.
func stripOpen(a, b Word, page []Word, side float64) bool {
	near := beside(a, page, side)
	slices.SortFunc(near, func(v, w Word) int { return cmp.Compare(v.X0, w.X0) })
	edge := math.Inf(-1) // right end of the words so far
	for _, w := range near {
		if left := max(edge, a.X1); !math.IsInf(edge, -1) && min(w.X0, b.X0)-left >= gutter {
			return true
		}
		edge = max(edge, w.X1)
	}
	return false
}

// beside returns the words of about two rows next above or below a word's row.
func beside(a Word, page []Word, side float64) []Word {
	distance := func(w Word) float64 { return side * (w.Y0 + w.Y1 - a.Y0 - a.Y1) / 2 }
	nearest := math.Inf(1)
	for _, w := range page {
		if d := distance(w); d > 0 && d < nearest && !sameRow(a, w) {
			nearest = d
		}
	}
	if nearest > neighbour {
		return nil
	}
	var near []Word
	for _, w := range page {
		if d := distance(w); d > 0 && d <= nearest+twoRowsHigh*(a.Y1-a.Y0) && !sameRow(a, w) {
			near = append(near, w)
		}
	}
	return near
}

// join makes a line of words that stand on it.
func join(words []Word) Line {
	line := Line{Page: words[0].Page, X0: words[0].X0, Y0: words[0].Y0, X1: words[0].X1, Y1: words[0].Y1}
	texts := make([]string, len(words))
	for i, w := range words {
		line.X0, line.Y0 = min(line.X0, w.X0), min(line.Y0, w.Y0)
		line.X1, line.Y1 = max(line.X1, w.X1), max(line.Y1, w.Y1)
		texts[i] = w.Text
	}
	line.Text = strings.Join(texts, " ")
	return line
}
