package ooxml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// textOf gives the runs of a paragraph, cut at its page breaks: in Unicode, in
// NFC across borders of runs, what is printed in capitals in capitals, runs of
// one look joined.
func (s *story) textOf(d *draft) [][]Run {
	texts := s.toUnicode(d)
	for i, p := range d.pieces {
		texts[i] = tidy(texts[i])
		if p.look.caps.v {
			texts[i] = strings.ToUpper(texts[i])
		}
	}
	compose(d.pieces, texts)
	var out [][]Run
	at := 0
	for _, to := range append(d.breaks, len(d.pieces)) {
		out = append(out, join(d.pieces[at:to], texts[at:to]))
		at = to
	}
	return out
}

// join makes runs of pieces; neighbours of one look are one.
func join(pieces []piece, texts []string) []Run {
	var out []Run
	var text strings.Builder // of the last run
	for i, p := range pieces {
		if p.text == nil {
			end(out, &text)
			out = append(out, p.run)
			continue
		}
		if texts[i] == "" {
			continue
		}
		if text.Len() == 0 || out[len(out)-1] != p.run {
			end(out, &text)
			out = append(out, p.run)
		}
		text.WriteString(texts[i])
	}
	end(out, &text)
	return out
}

// end gives the last run its text.
func end(runs []Run, text *strings.Builder) {
	if text.Len() > 0 {
		runs[len(runs)-1].Text = text.String()
		text.Reset()
	}
}

// tidy brings characters to those that the readers of plans know, as they do
// with plain text: one blank, one Đ, nothing that cannot be seen.
func tidy(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u00d0':
			return 'Đ'
		case r == '\u2011':
			return '-'
		case r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f', r != '\t' && unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// compose brings the texts of a paragraph to NFC. What composes with the letter
// before it goes to the piece of that letter.
func compose(pieces []piece, texts []string) {
	last := -1 // the piece that the next letter stands behind
	var tail strings.Builder
	give := func() {
		if tail.Len() > 0 {
			texts[last] += tail.String()
			tail.Reset()
		}
	}
	for i, text := range texts {
		if pieces[i].run.Break {
			give()
			last = -1
		}
		if text == "" {
			continue
		}
		if n := norm.NFC.FirstBoundaryInString(text); n != 0 && last >= 0 {
			if n < 0 {
				n = len(text)
			}
			tail.WriteString(text[:n])
			texts[i] = text[n:]
		}
		if texts[i] != "" {
			give()
			last = i
		}
	}
	give()
	for i := range texts {
		texts[i] = norm.NFC.String(texts[i])
	}
}

// toUnicode gives the texts of a paragraph, those of old fonts converted, and
// signs of sign fonts by their look-alikes. Where one letter of the paragraph in
// an old font can only be Unicode, the name of the font is left over and nothing
// is converted; a file with more of such paragraphs than others is read again
// and nothing in it is.
func (s *story) toUnicode(d *draft) []string {
	texts := make([]string, len(d.pieces))
	leftover := false
	for i, p := range d.pieces {
		texts[i] = string(p.text)
		e := p.look.encoding()
		leftover = leftover || e != modern && !legacyText(texts[i], e)
	}
	if leftover {
		s.tally.leftover++
	}
	before := s.tally.legacy.n
	for i, p := range d.pieces {
		if e := p.look.encoding(); e != modern && !leftover && !s.asIs {
			if e == vni && i > 0 && d.pieces[i-1].look.encoding() == vni {
				texts[i-1], texts[i] = takeMark(texts[i-1], texts[i])
			}
			if u := p.look.convert(texts[i]); u != texts[i] {
				s.tally.font(p.look.wide.or(p.look.plain).v, d.p)
				texts[i] = u
			}
		}
		if strings.ContainsFunc(texts[i], isPrivate) {
			texts[i] = unsign(p.look, texts[i])
		}
	}
	if s.tally.legacy.n > before {
		s.tally.converted++
	}
	return texts
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

// takeMark moves a sign of VNI at the head of a text to the text before, which
// has been converted, where that ends with the letter that it belongs to.
func takeMark(before, text string) (string, string) {
	first, size := utf8.DecodeRuneInString(text)
	letter, _ := utf8.DecodeLastRuneInString(before)
	marks, ok := vniMarks[first]
	if !ok || !strings.ContainsRune("aeouyAEOUYơƠưƯ", letter) {
		return before, text
	}
	return norm.NFC.String(before + marks), text[size:]
}
