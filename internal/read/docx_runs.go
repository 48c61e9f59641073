package read

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// runsOf gives the runs of a paragraph that hold a piece of its text, in their
// looks and with the marks of their footnotes. The piece may have its blanks
// squeezed and its ends cut; one that is not found in the paragraph is given as
// it is.
//
// A look that every letter of the paragraph has is no mark of the author's but
// the look of such a paragraph (a title in bold, a căn cứ in italics): it is
// left out, the form decides there. Underline has no place in a plan.
func (t *docxReader) runsOf(l tline, piece string) []plan.Run {
	if l.para == nil || l.long {
		return plain(piece)
	}
	all := glyphsOf(l.para)
	bold, italic := wholeLook(all)
	return pieceRuns(all, piece, plan.Run{Bold: bold, Italic: italic})
}

// keptRuns is runsOf for running text, where a look over the whole paragraph is
// the author's.
func (t *docxReader) keptRuns(l tline, piece string) []plan.Run {
	if l.para == nil || l.long {
		return plain(piece)
	}
	return pieceRuns(glyphsOf(l.para), piece, plan.Run{})
}

func plain(s string) []plan.Run {
	if s == "" {
		return nil
	}
	return []plan.Run{{Text: s}}
}

// glyph is a character of a paragraph in its look, and the footnotes that are
// called before it. The last one of a paragraph is none and has but footnotes.
type glyph struct {
	r      rune
	look   plan.Run // Text is ""
	number bool     // of the automatic number, which has no look of the author's
	notes  []int
}

// glyphsOf takes a paragraph apart: its number, a blank, its text. Runs of
// blanks are one blank; a break is a blank.
func glyphsOf(p *ooxml.Paragraph) []glyph {
	var out []glyph
	var notes []int
	number := true
	add := func(r rune, look plan.Run) {
		if unicode.IsSpace(r) {
			if n := len(out); n == 0 || out[n-1].r == ' ' {
				return
			}
			r = ' '
		}
		out = append(out, glyph{r: r, look: look, number: number, notes: notes})
		notes = nil
	}
	for _, r := range p.Number {
		add(r, plan.Run{})
	}
	if p.Number != "" {
		add(' ', plan.Run{})
	}
	number = false
	for _, run := range p.Runs {
		look := plan.Run{Bold: run.Bold, Italic: run.Italic, Shift: shiftOf(run.Shift)}
		if run.Break {
			add('\n', look)
		}
		for _, r := range run.Text {
			add(r, look)
		}
		if run.Note > 0 {
			notes = append(notes, run.Note)
		}
	}
	if n := len(out); n > 0 && out[n-1].r == ' ' {
		notes = append(out[n-1].notes, notes...)
		out = out[:n-1]
	}
	return append(out, glyph{notes: notes})
}

func shiftOf(n int) plan.Shift {
	switch {
	case n < 0:
		return plan.Sub
	case n > 0:
		return plan.Sup
	}
	return 0
}

// wholeLook tells the looks that all letters and digits of a paragraph have.
func wholeLook(all []glyph) (bold, italic bool) {
	bold, italic = true, true
	letters := false
	for _, g := range all {
		if isWordRune(g.r) && !g.number {
			letters = true
			bold, italic = bold && g.look.Bold, italic && g.look.Italic
		}
	}
	return bold && letters, italic && letters
}

// pieceRuns cuts a piece out of a paragraph and takes the looks of without off
// it.
func pieceRuns(all []glyph, piece string, without plan.Run) []plan.Run {
	want := []rune(squeeze(piece))
	from := findPiece(all, want)
	if from < 0 {
		return plain(squeeze(piece))
	}
	cut := slices.Clone(all[from : from+len(want)])
	settleBlanks(cut)
	var out []plan.Run
	for i, g := range cut {
		if i > 0 || !wordsIn(all[:from]) {
			out = append(out, calls(g.notes)...)
		}
		g.look.Bold = g.look.Bold && !without.Bold
		g.look.Italic = g.look.Italic && !without.Italic
		g.look.Text = string(g.r)
		out = append(out, g.look)
	}
	out = append(notesBefore(all[:from]), append(out, notesBehind(all[from+len(want):])...)...)
	return levelLongShifts(plan.MergeRuns(out))
}

// findPiece finds a text among the characters of a paragraph: at its end, as
// the text behind a sign stands, else where it comes first; -1 for nowhere.
func findPiece(all []glyph, want []rune) int {
	match := func(from int) bool {
		for i, r := range want {
			if all[from+i].r != r {
				return false
			}
		}
		return true
	}
	last := len(all) - 1 - len(want)
	if last < 0 || len(want) == 0 {
		return -1
	}
	if match(last) {
		return last
	}
	for from := range last {
		if match(from) {
			return from
		}
	}
	return -1
}

func wordsIn(gs []glyph) bool {
	return slices.ContainsFunc(gs, func(g glyph) bool { return isWordRune(g.r) })
}

// calls gives the marks of footnotes.
func calls(notes []int) []plan.Run {
	var out []plan.Run
	for _, n := range notes {
		out = append(out, plan.Run{Note: strconv.Itoa(n)})
	}
	return out
}

// notesBefore gives the footnotes that are called before a piece with which the
// words of the paragraph begin.
func notesBefore(gs []glyph) []plan.Run {
	if wordsIn(gs) {
		return nil
	}
	var out []plan.Run
	for _, g := range gs {
		out = append(out, calls(g.notes)...)
	}
	return out
}

// notesBehind gives the footnotes that are called behind a piece, before the
// next word.
func notesBehind(gs []glyph) []plan.Run {
	var out []plan.Run
	for _, g := range gs {
		out = append(out, calls(g.notes)...)
		if isWordRune(g.r) {
			break
		}
	}
	return out
}

// settleBlanks gives a blank the look of its neighbours where both have the
// same: marks of looks touch words, and a look goes on over a blank that was
// typed without.
func settleBlanks(gs []glyph) {
	for i := range gs {
		if gs[i].r != ' ' {
			continue
		}
		gs[i].look = plan.Run{}
		if i > 0 && i < len(gs)-1 && gs[i-1].look == gs[i+1].look && gs[i-1].look.Shift == 0 {
			gs[i].look = gs[i-1].look
		}
	}
}

// levelLongShifts sets on the line what a plan file cannot set below or above
// it: several words, or more than a few letters.
func levelLongShifts(runs []plan.Run) []plan.Run {
	const longest = 24 // bytes
	for i := range runs {
		if len(runs[i].Text) > longest || strings.ContainsAny(runs[i].Text, " *~^\\[{|") {
			runs[i].Shift = 0
		}
	}
	return plan.MergeRuns(runs)
}

// titled leaves out the looks that a line of a title has as a whole: they are
// the form's.
func (t *textReader) titled(c plan.Chu) plan.Chu {
	if t.looks == nil {
		return c
	}
	bold, italic := true, true
	for _, r := range c.Runs {
		if strings.ContainsFunc(r.Text, isWordRune) {
			bold, italic = bold && r.Bold, italic && r.Italic
		}
	}
	for i := range c.Runs {
		c.Runs[i].Bold, c.Runs[i].Italic = c.Runs[i].Bold && !bold, c.Runs[i].Italic && !italic
	}
	c.Runs = plan.MergeRuns(c.Runs)
	return c
}
