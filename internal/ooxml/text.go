package ooxml

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// textOf gives the runs of a paragraph, cut at its page breaks: in Unicode, in
// NFC across borders of runs, what is printed in capitals in capitals, runs of
// one look joined.
func (s *story) textOf(d *draft) [][]Run {
	s.toUnicode(d)
	for i := range d.pieces {
		p := &d.pieces[i]
		p.run.Text = tidy(p.run.Text)
		if p.look.caps.v {
			p.run.Text = strings.ToUpper(p.run.Text)
		}
	}
	compose(d.pieces)
	out := [][]Run{nil}
	cut := 0
	for i, p := range d.pieces {
		for cut < len(d.breaks) && d.breaks[cut] <= i {
			out = append(out, nil)
			cut++
		}
		out[len(out)-1] = join(out[len(out)-1], p.run)
	}
	for ; cut < len(d.breaks); cut++ {
		out = append(out, nil)
	}
	return out
}

// join adds a run to others, or to the last of the same look.
func join(runs []Run, r Run) []Run {
	if !r.Break && r.Note == 0 && r.Picture == "" {
		if r.Text == "" {
			return runs
		}
		if n := len(runs); n > 0 && runs[n-1].Text != "" {
			same := runs[n-1]
			same.Text = r.Text
			if same == r {
				runs[n-1].Text += r.Text
				return runs
			}
		}
	}
	return append(runs, r)
}

// tidy brings characters to those that the readers of plans know, as they do
// with plain text: one blank, one Đ, nothing that cannot be seen.
func tidy(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007':
			return ' '
		case r == '\u00d0':
			return 'Đ'
		case r == '\u2011':
			return '-'
		case r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f', r != '\t' && unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// compose brings the text of a paragraph to NFC. What composes with the letter
// before it goes to the run of that letter.
func compose(pieces []piece) {
	last := -1 // the piece that the next letter stands behind
	for i := range pieces {
		text := pieces[i].run.Text
		if text == "" {
			if pieces[i].run.Break {
				last = -1
			}
			continue
		}
		if n := norm.NFC.FirstBoundaryInString(text); n != 0 && last >= 0 {
			if n < 0 {
				n = len(text)
			}
			pieces[last].run.Text += text[:n]
			pieces[i].run.Text = text[n:]
		}
		if pieces[i].run.Text != "" {
			last = i
		}
	}
	for i := range pieces {
		pieces[i].run.Text = norm.NFC.String(pieces[i].run.Text)
	}
}

// toUnicode converts the text of old fonts and the signs of sign fonts. Where one
// letter of the paragraph in an old font can only be Unicode, the name of the
// font is left over and nothing is converted.
func (s *story) toUnicode(d *draft) {
	leftover := false
	for _, p := range d.pieces {
		if e := p.look.encoding(); e != modern && !legacyText(p.run.Text, e) {
			leftover = true
		}
	}
	for i := range d.pieces {
		p := &d.pieces[i]
		e := p.look.encoding()
		if e != modern && !leftover && p.run.Text != "" {
			if e == vni {
				takeMark(d.pieces, i)
			}
			s.tally.font(p.look.wide.or(p.look.plain).v, d.p)
			p.run.Text = p.look.convert(p.run.Text)
		}
		if strings.ContainsFunc(p.run.Text, isPrivate) {
			p.run.Text = unsign(p.look, p.run.Text)
		}
	}
}

// unsign puts look-alikes for the signs of a run.
func unsign(l look, text string) string {
	var b strings.Builder
	for _, r := range text {
		if isPrivate(r) {
			b.WriteString(sign(l.plain.or(l.wide).v, r))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// takeMark moves a sign of VNI at the head of a run to the run before, whose
// letter it belongs to; that one has been converted already.
func takeMark(pieces []piece, i int) {
	if i == 0 || pieces[i-1].look.encoding() != vni || pieces[i-1].run.Text == "" {
		return
	}
	before := []rune(pieces[i-1].run.Text)
	text := []rune(pieces[i].run.Text)
	marks, ok := vniMarks[text[0]]
	if !ok || !strings.ContainsRune("aeouyAEOUYơƠưƯ", before[len(before)-1]) {
		return
	}
	pieces[i-1].run.Text = norm.NFC.String(string(before) + marks)
	pieces[i].run.Text = string(text[1:])
}
