package batch

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/list"
)

// The holes of a pattern that are no columns.
const (
	holeNumber = "so_ky_hieu" // 12-KH-UBND; the symbol alone while there is no number
	holeUnit   = "don_vi"     // what the list calls the unit
	holeRow    = "dong"       // number of the row in the list
)

// pattern is a pattern of names, taken apart: words and holes by turns, words
// first.
type pattern []string

// newPattern reads the pattern of the options. Its errors are of type *Fault.
func newPattern(o *Options, sheet *list.Sheet) (pattern, error) {
	var p pattern
	rest := o.Pattern
	for {
		words, behind, open := strings.Cut(rest, "{")
		p = append(p, words)
		if !open {
			break
		}
		hole, after, closed := strings.Cut(behind, "}")
		hole = list.Fold(hole)
		if _, column := sheet.Column(hole); !closed || !column && !slices.Contains([]string{holeNumber, holeUnit, holeRow}, hole) {
			return nil, badHole(o, hole, sheet)
		}
		p = append(p, hole)
		rest = after
	}
	return p, nil
}

func badHole(o *Options, hole string, sheet *list.Sheet) error {
	names := []string{holeNumber, holeUnit, holeRow}
	for _, c := range sheet.Columns {
		if !slices.Contains(names, c.Name) {
			names = append(names, c.Name)
		}
	}
	return &Fault{
		o.hint(diag.M("--name %q: danh sách không có cột {%s}", "--name %q: the list has no column {%s}", o.Pattern, hole),
			diag.M("mẫu tên tệp %q: danh sách không có cột {%s}", "pattern of names %q: the list has no column {%s}", o.Pattern, hole)),
		diag.M("dùng các chỗ trống sau: {%s}", "use these holes: {%s}", strings.Join(names, "}, {")),
	}
}

// naming makes the names of files.
type naming struct {
	pattern pattern // nil for the default
	sheet   *list.Sheet
}

// name gives the name of the files of a row, without an ending: safe on every
// disk, without separators.
func (n naming) name(row *list.Row, unit, so, symbol string) string {
	number := strings.Trim(so+"-"+symbol, "- ")
	if so == "" || symbol == "" {
		number = so + symbol
	}
	if n.pattern == nil {
		return filename.Safe(strings.Trim(unit+" - "+number, "- "))
	}
	var b strings.Builder
	for i, part := range n.pattern {
		column, ok := n.sheet.Column(part)
		switch {
		case i%2 == 0:
			b.WriteString(part)
		case ok && column < len(row.Cells):
			b.WriteString(row.Cells[column].Text)
		case part == holeNumber:
			b.WriteString(number)
		case part == holeUnit:
			b.WriteString(unit)
		case part == holeRow:
			b.WriteString(strconv.Itoa(row.Number))
		}
	}
	return filename.Safe(b.String())
}

// twins gives for each name that several rows have the places of all of them, in
// the order of the list. Names are the same where a disk takes them for it.
func twins(names []string) [][]int {
	first := map[string]int{}
	groups := map[int][]int{}
	for i, name := range names {
		same := filename.Same(name)
		at, seen := first[same]
		if !seen {
			first[same] = i
			continue
		}
		if groups[at] == nil {
			groups[at] = []int{at}
		}
		groups[at] = append(groups[at], i)
	}
	var out [][]int
	for i := range names {
		if g := groups[i]; g != nil {
			out = append(out, g)
		}
	}
	return out
}
