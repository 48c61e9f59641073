package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// finalMarks end a paragraph; behind them closing quotes may stand.
const finalMarks = ".;:,!?…"

// FinalMark is the mark that ends a paragraph, 0 for none.
func FinalMark(s string) byte {
	s = strings.TrimRight(s, " ”\"’»)*")
	if s == "" || !strings.ContainsRune(finalMarks, lastRune(s)) {
		return 0
	}
	return s[len(s)-1]
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// leadIn is the longest paragraph ending ":" that is still a heading.
const leadIn = 60

// MarkHeadings decides which numbered paragraphs are headings: no final mark
// (or a short one ending ":") and something below them (schema, facts 4, 5).
// Bold on a whole heading is dropped: the form decides. While the text has
// holes, what they will hold may still make another thing of a heading, and
// bold is kept. The runs of the paragraphs are not written to.
func MarkHeadings(ds []Doan) {
	open := slices.ContainsFunc(ds, func(d Doan) bool { return d.Chu.Holed() })
	for i := range ds {
		d := &ds[i]
		if d.Loai != DoanVan || d.Dau < DauMuc || d.Dau > DauKhoan3 {
			continue
		}
		d.DeMuc = d.Dau == DauMuc || leads(d.Chu.Plain()) && hasBelow(ds[i+1:], d.Dau) && !goesOn(ds[i+1:])
		if !d.DeMuc || open {
			continue
		}
		d.Chu.Runs = slices.Clone(d.Chu.Runs)
		for j := range d.Chu.Runs {
			d.Chu.Runs[j].Bold = false
		}
		d.Chu.Runs = MergeRuns(d.Chu.Runs)
	}
}

// leads tells whether a paragraph ends as a heading does.
func leads(text string) bool {
	mark := FinalMark(text)
	return mark == 0 || mark == ':' && utf8.RuneCountInString(text) <= leadIn
}

// hasBelow tells whether the next printed line stands under a sign.
func hasBelow(rest []Doan, dau Dau) bool {
	for _, d := range rest {
		if d.Loai == GhiChu {
			continue
		}
		return d.Dau == KhongDau || d.Dau > dau
	}
	return false
}

// goesOn tells whether what follows is the second half of a sentence: an
// unnumbered paragraph in lower case, perhaps behind what a stamp has left.
func goesOn(rest []Doan) bool {
	for i, d := range rest {
		switch {
		case d.Loai == GhiChu:
		case d.Loai != DoanVan || d.Dau != KhongDau:
			return false
		case Debris(rest, i) || Capitals(d.Chu.Plain()) && len([]rune(d.Chu.Plain())) <= 14:
		default:
			return unicode.IsLower(firstRune(d.Chu.Plain()))
		}
	}
	return false
}

// MergeRuns joins neighbours of one look.
func MergeRuns(runs []Run) []Run {
	var out []Run
	for i := 0; i < len(runs); {
		r := runs[i]
		var text strings.Builder
		text.WriteString(r.Text)
		for i++; i < len(runs) && sameLook(r, runs[i]); i++ {
			text.WriteString(runs[i].Text)
		}
		r.Text = text.String()
		out = append(out, r)
	}
	return out
}

func sameLook(a, b Run) bool {
	return a.Note == "" && a.Hole == "" && b.Note == "" && b.Hole == "" && a.Bold == b.Bold && a.Italic == b.Italic && a.Shift == b.Shift
}

// Debris tells whether a paragraph is what a stamp leaves in scanned text: a
// short run of capitals beside others of its kind, or between two halves of a
// broken sentence.
func Debris(ds []Doan, i int) bool {
	short := func(k int) bool {
		if k < 0 || k >= len(ds) || ds[k].Dau != KhongDau {
			return false
		}
		s := ds[k].Chu.Plain()
		return Capitals(s) && len([]rune(s)) <= 14
	}
	return short(i) && (short(i-1) || short(i+1) || i > 0 && FinalMark(ds[i-1].Chu.Plain()) == 0)
}

// Capitals tells whether a line has letters and all of them are capitals.
func Capitals(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}
