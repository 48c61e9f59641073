package fill

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// lineHole is a hole in a line of the plan's file.
type lineHole struct {
	lo, hi int // columns from 1; hi is the first behind
	column int // of the list
	whole  bool
}

// farthest is over how many lines of the file one text may go on.
const farthest = 400

var braces = regexp.MustCompile(`\{\s*(` + plan.HoleName + `)\s*\}`)

// locate finds the holes of a text in the lines of the file, behind one another
// from the text's place on. What is typed otherwise there, with escapes in
// quotation marks, is not found: line 0.
func (t *Template) locate(at diag.Place, names []string) []diag.Place {
	out := make([]diag.Place, len(names))
	line, col := at.Line, at.Column
	for i, name := range names {
		for n := line; n >= 1 && n <= min(len(t.lines), line+farthest) && out[i].Line == 0; n++ {
			text := t.lines[n-1]
			for _, m := range braces.FindAllStringSubmatchIndex(text, -1) {
				lo := utf8.RuneCountInString(text[:m[0]]) + 1
				if strings.TrimSpace(text[m[2]:m[3]]) != name || n == line && lo < col || strings.HasSuffix(text[:m[0]], `\`) {
					continue
				}
				hi := lo + utf8.RuneCountInString(text[m[0]:m[1]])
				out[i] = diag.Place{File: at.File, Line: n, Column: lo, EndColumn: hi, Text: text}
				break
			}
		}
		if out[i].Line > 0 {
			line, col = out[i].Line, out[i].EndColumn
		}
	}
	return out
}

// keep remembers a hole of a line, once.
func (t *Template) keep(at diag.Place, column int, whole bool) {
	if at.Line == 0 {
		return
	}
	h := lineHole{at.Column, at.EndColumn, column, whole}
	list := t.inLine[at.Line]
	if i := slices.IndexFunc(list, func(x lineHole) bool { return x.lo >= h.lo }); i >= 0 {
		if list[i].lo != h.lo {
			t.inLine[at.Line] = slices.Insert(list, i, h)
		}
		return
	}
	t.inLine[at.Line] = append(list, h)
}

// span is a piece of a filled line that a cell has given.
type span struct {
	lo, hi int        // columns from 1; hi is the first behind
	cell   diag.Place // with the whole text of the cell
	from   int        // letters of the cell before the piece
	hole   lineHole   // that it fills in the line of the plan; none behind those
}

// Filled is the plan of a unit with the lines of its file as if the values had
// been typed there: by them its texts are found again. Behind the lines of the
// file stand those of values that have no line of their own in it.
type Filled struct {
	Plan  *plan.Plan
	Lines []string

	file  string
	lines []string // of the plan's file, with their holes
	own   int      // how many they are
	spans map[int][]span
	cells []diag.Place
	texts []string // of the parts that can differ
}

// fillLines fills the holes of all lines of the file.
func (f *filling) fillLines() {
	f.out.Lines = slices.Clone(f.lines)
	for n := range f.inLine {
		f.out.Lines[n-1], f.out.spans[n] = f.fillLine(n, -1, 0)
	}
}

// fillLine fills the holes of one line; of the cell in column only its line of
// that number. A hole that is all of a paragraph shows the first line of its cell.
func (f *filling) fillLine(n, column, line int) (string, []span) {
	var b strings.Builder
	holes, between := f.inLine[n], f.between[n]
	spans := make([]span, 0, len(holes))
	at, col := 0, 1
	for i, h := range holes {
		b.WriteString(between[i])
		col += h.lo - 1 - at
		lines := f.cellLines(h.column)
		value, from := strings.Join(lines, " "), 0
		if k := line; len(lines) > 1 && h.whole && (h.column == column || k == 0) {
			value, from = lines[k], runes(strings.Join(lines[:k], " "))+min(k, 1)
		}
		b.WriteString(value)
		end := col + runes(value)
		spans = append(spans, span{col, end, f.cellPlace(h.column), from, h})
		col, at = end, h.hi-1
	}
	b.WriteString(between[len(holes)])
	return b.String(), spans
}

// cutLines cuts the lines with holes at them, once for all rows.
func (t *Template) cutLines() {
	t.between = map[int][]string{}
	for n, holes := range t.inLine {
		text, at := []rune(t.lines[n-1]), 0
		for _, h := range holes {
			t.between[n] = append(t.between[n], string(text[at:h.lo-1]))
			at = h.hi - 1
		}
		t.between[n] = append(t.between[n], string(text[at:]))
	}
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// settle moves a place of the template to where it is in the filled line.
func (f *filling) settle(at *diag.Place) {
	holes := f.inLine[at.Line]
	if len(holes) == 0 || at.File != f.Plan.At.File {
		return
	}
	spans := f.out.spans[at.Line]
	moved := func(col int) int {
		by := 0
		for i, h := range holes {
			if h.hi <= col {
				by += spans[i].hi - spans[i].lo - (h.hi - h.lo)
			}
		}
		return col + by
	}
	at.Column, at.EndColumn, at.Text = moved(at.Column), moved(at.EndColumn), f.out.Lines[at.Line-1]
}

// newLine puts a line behind those of the file, with its pieces of cells.
func (f *filling) newLine(text string, spans []span) diag.Place {
	f.out.Lines = append(f.out.Lines, text)
	n := len(f.out.Lines)
	f.out.spans[n] = spans
	at := diag.Place{File: f.out.file, Line: n, Column: 1, EndColumn: runes(text) + 1, Text: text}
	if len(spans) > 0 {
		at.Where = spans[0].cell.Where
	}
	return at
}

// cellLine puts a piece of a cell behind the lines of the file.
func (f *filling) cellLine(text string, cell diag.Place, from int) diag.Place {
	return f.newLine(text, []span{{lo: 1, hi: runes(text) + 1, cell: cell, from: from}})
}

// beside is how many letters beside those of a cell a finding may mark and still
// be the cell's: "đặc khu" before a name.
const beside = 20

// Settle puts findings that were made by Lines to where people look for them:
// at the cell of the list whose words they mark, else in the plan.
func (f *Filled) Settle(found []diag.Finding) []diag.Finding {
	out := slices.Clone(found)
	for i := range out {
		if out[i].At.File == f.file && out[i].At.Line > 0 {
			f.settle(&out[i])
			f.settleWords(&out[i].Message)
			f.settleWords(&out[i].Hint)
		}
	}
	return out
}

var lineNumbers = regexp.MustCompile(`(?:dòng|lines?) \d+(?:, \d+)*`)

// settleWords names cells where words name lines that the file does not have.
func (f *Filled) settleWords(m *diag.Msg) {
	if len(f.Lines) == f.own {
		return
	}
	named := func(s string) string {
		kind, numbers, _ := strings.Cut(s, " ")
		all := strings.Split(numbers, ", ")
		for i, s := range all {
			if n, _ := strconv.Atoi(s); n > f.own && len(f.spans[n]) > 0 {
				all[i] = strings.TrimPrefix(f.spans[n][0].cell.Where, "dòng ")
			}
		}
		return kind + " " + strings.Join(all, ", ")
	}
	m.Vi, m.En = lineNumbers.ReplaceAllStringFunc(m.Vi, named), lineNumbers.ReplaceAllStringFunc(m.En, named)
}

func (f *Filled) settle(x *diag.Finding) {
	at := &x.At
	behind := at.Line > f.own // the lines of the file
	if behind && at.Where == "" {
		f.last(at)
		return
	}
	spans := f.spans[at.Line]
	i := slices.IndexFunc(spans, func(s span) bool { return s.marked(*at) })
	if i < 0 && !behind {
		f.unfill(x)
		return
	}
	s := spans[max(i, 0)]
	if at.Column < s.lo || at.EndColumn > s.hi {
		x.Fix = ""
	}
	lo, hi := min(max(at.Column, s.lo), s.hi), max(min(at.EndColumn, s.hi), s.lo)
	x.At = s.cell
	x.At.Column, x.At.EndColumn = s.from+lo-s.lo+1, s.from+max(hi, lo)-s.lo+1
}

// unfill puts a finding that stands in the plan into its line as it was typed, so
// that it is the same finding in all rows. What it would mend is lost where it
// marks a hole.
func (f *Filled) unfill(x *diag.Finding) {
	at, spans := &x.At, f.spans[x.At.Line]
	if len(spans) == 0 {
		return
	}
	if slices.ContainsFunc(spans, func(s span) bool { return s.lo < at.EndColumn && s.hi > at.Column }) {
		x.Fix = ""
	}
	at.Column, at.EndColumn, at.Text = asTyped(spans, at.Column, false), asTyped(spans, at.EndColumn, true), f.lines[at.Line-1]
}

// asTyped is a column of a filled line in the line as it was typed: of what a cell
// has given, where its hole begins or ends.
func asTyped(spans []span, column int, end bool) int {
	by := 0
	for _, s := range spans {
		switch {
		case end && column <= s.lo, !end && column < s.lo:
			return column - by
		case end && column <= s.hi:
			return s.hole.hi
		case !end && column < s.hi:
			return s.hole.lo
		}
		by += s.hi - s.lo - (s.hole.hi - s.hole.lo)
	}
	return column - by
}

// marked tells whether the words that a finding marks are those of the cell, with
// few beside them and none of the plan's on both sides.
func (s span) marked(at diag.Place) bool {
	if s.lo == s.hi {
		return at.Column == s.lo && at.EndColumn <= s.hi+1
	}
	lo, hi := max(at.Column, s.lo), min(at.EndColumn, s.hi)
	outside := at.EndColumn - at.Column - (hi - lo)
	return lo < hi && outside <= beside && (at.Column >= s.lo || at.EndColumn <= s.hi)
}

// last is the last line of the file with letters: the place of what is missing
// behind it.
func (f *Filled) last(at *diag.Place) {
	for at.Line = f.own; at.Line > 1 && strings.TrimSpace(f.lines[at.Line-1]) == ""; at.Line-- {
	}
	at.Text = f.lines[at.Line-1]
	at.Column, at.EndColumn = 1, runes(at.Text)+1
}
