package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// tline is a line of pasted text, or a paragraph of a Word file.
type tline struct {
	text string // without blanks at both ends; tabs and runs of blanks inside stay
	at   diag.Place
	gap  bool // a blank line stands before it

	para   *ooxml.Paragraph // in a Word file the paragraph, in whose looks the text stands
	table  *ooxml.Table     // in a Word file a table of the text: text is "" and para nil
	cell   int              // in a Word file 1 and up for the column of a table without lines, as at head and foot
	turned bool             // in a Word file it stands on a landscape page
	role   string           // in a Word file of this program, what its style says that it is
	foot   bool             // in a table of nơi nhận and signatures
	more   bool             // it goes on the paragraph of the line above, behind a line break
	ruled  bool             // a line is drawn above it
	page   bool             // a new page or section begins with it
	bold   bool             // all of it is bold
	long   bool             // its paragraph is so long that its looks are not looked at
}

// centred tells whether a line stands in the middle of its paper or cell.
func (l tline) centred() bool { return l.para != nil && l.para.Align == ooxml.Center }

// boxed tells whether a line stands in a text box or a frame.
func (l tline) boxed() bool { return l.para != nil && l.para.Box }

// textLines cuts a text into its lines that are not blank.
func textLines(file, text string) []tline {
	var out []tline
	gap := false
	for i, s := range strings.Split(text, "\n") {
		t := strings.TrimSpace(s)
		if t == "" {
			gap = true
			continue
		}
		col := 1 + utf8.RuneCountInString(s) - utf8.RuneCountInString(strings.TrimLeftFunc(s, unicode.IsSpace))
		at := diag.Place{File: file, Line: i + 1, Column: col, EndColumn: col + utf8.RuneCountInString(t), Text: s}
		out = append(out, tline{text: t, at: at, gap: gap})
		gap = false
	}
	return out
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// squeeze makes one blank of every run of blanks and tabs.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// bare takes bold, italics and heading marks off a line.
func bare(s string) string { return strings.TrimSpace(strings.Trim(squeeze(s), "*#_ ")) }

var boldMark = regexp.MustCompile(`(^|[^\p{L}\d])\*\*|\*\*($|[^\p{L}\d])`)

// unbold takes marks of bold off a line, but none that stands between letters.
func unbold(s string) string { return boldMark.ReplaceAllString(s, "$1$2") }

var ruleLine = regexp.MustCompile(`^[\s\-–—_=*.~•]+$`)

// isRuleLine tells whether a line is drawn with signs: -----, ____, *.
func isRuleLine(s string) bool { return ruleLine.MatchString(s) }

var cellGap = regexp.MustCompile(`\t+| {3,}`)

// cells splits a line at tabs and runs of three blanks: columns of a table.
func cells(s string) []string {
	var out []string
	for _, c := range cellGap.Split(s, -1) {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, squeeze(c))
		}
	}
	return out
}

// wrapWidth finds the width at which a text was wrapped by hand or by a PDF,
// in runes; 0 where lines are whole paragraphs.
func wrapWidth(lines []tline) int {
	var lens []int
	longest := 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l.text)
		longest = max(longest, n)
		if i+1 < len(lines) && !lines[i+1].gap {
			lens = append(lens, n)
		}
	}
	const maxWrap, enough = 125, 8
	if longest > maxWrap || len(lens) < enough {
		return 0
	}
	slices.Sort(lens)
	w := lens[len(lens)*19/20]
	full := 0
	for _, n := range lens {
		if n*10 >= w*8 {
			full++
		}
	}
	if w < 40 || full*10 < len(lens)*4 {
		return 0
	}
	return longest
}

// unwrap joins lines that a wrap has cut: only where the text shows a wrap
// width, the line is nearly full, the next stands directly below it, has no
// list sign and is no heading.
func unwrap(lines []tline) []tline {
	w := wrapWidth(lines)
	if w == 0 {
		return lines
	}
	var out []tline
	lastLen := 0 // length of the physical line above
	for _, l := range lines {
		n := utf8.RuneCountInString(l.text)
		if k := len(out); k > 0 && !l.gap && continues(out[k-1].text, l.text, lastLen, w) {
			out[k-1].text += " " + l.text
			lastLen = n
			continue
		}
		out = append(out, l)
		lastLen = n
	}
	return out
}

// continues tells whether a line goes on in the next: the first word of the
// next would not have fitted any more.
func continues(above, below string, aboveLen, width int) bool {
	if _, nhan, _ := splitSign(below); nhan != "" && !yearStart.MatchString(below) {
		return false
	}
	if isRuleLine(below) || len(cells(above)) > 1 || len(cells(below)) > 1 || plan.Capitals(above) != plan.Capitals(below) && plan.Capitals(above) {
		return false
	}
	word, _, _ := strings.Cut(below, " ")
	fits := aboveLen+1+utf8.RuneCountInString(word) <= width-width/10
	if !fits {
		return true
	}
	// A short line goes on only where the sentence plainly does.
	return plan.FinalMark(above) == 0 && unicode.IsLower(firstRune(below)) && aboveLen*10 >= width*6
}

var yearStart = regexp.MustCompile(`^(?:19|20)\d\d\.|^\d{1,2}/`)

var pageNumber = regexp.MustCompile(`^[-–—]?\s*(?:[Tt]rang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—]?$`)

// dropPageNumbers takes out lines that hold nothing but a page number in
// rising order, as text of a PDF has them. They are reported.
func dropPageNumbers(lines []tline) ([]tline, []diag.Finding) {
	var at []int
	want := 2
	for i, l := range lines {
		if pageNumber.MatchString(l.text) && strings.Trim(l.text, "-–— ") == strconv.Itoa(want) && i > 10 {
			at = append(at, i)
			want++
		}
	}
	var out []tline
	var fs []diag.Finding
	for i, l := range lines {
		if slices.Contains(at, i) {
			fs = append(fs, note("TEXT-PAGENO", l.at, diag.M("đã bỏ số trang %q", "the page number %q was left out", l.text), diag.M("số trang do chương trình đánh lại", "the program numbers the pages itself")))
			continue
		}
		out = append(out, l)
	}
	return out, fs
}
