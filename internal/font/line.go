package font

import (
	"strings"

	"kehoach.example/internal/unit"
)

// close ends the current line.
func (b *filler) close(hard bool) {
	if len(b.cur) == 0 && !hard {
		return
	}
	line := Line{Hard: hard}
	var used unit.Length
	from := len(b.frags)
	var last part
	for i := range b.cur {
		a := &b.cur[i]
		b.join(a.frags, from, &last)
		b.join(a.blanks, from, &last)
		if used += a.width; a.width > 0 {
			line.Width = used
		}
		used += a.blankW
	}
	line.Width -= b.hanging()
	if to := len(b.frags); to > from {
		line.Frags = b.frags[from:to:to]
	}
	b.lines = append(b.lines, line)
	b.cur, b.used, b.measure = b.cur[:0], 0, b.rest
}

// join adds parts to the fragments of a line, which begin at from: neighbours in
// the same style are one. last is what the last fragment is of its piece.
func (b *filler) join(parts []part, from int, last *part) {
	for _, p := range parts {
		pc := &b.pieces[p.piece]
		n := len(b.frags) - 1
		if n < from || b.frags[n].Style != pc.Style || b.frags[n].Rise != pc.Rise || b.frags[n].Tag != pc.Tag {
			b.frags = append(b.frags, Frag{b.text(p), pc.Style, pc.Rise, pc.Tag, p.width})
			*last = p
			continue
		}
		fr := &b.frags[n]
		fr.Width += p.width
		if last.piece == p.piece && last.hi == p.lo {
			last.hi = p.hi
			fr.Text = b.text(*last)
			continue
		}
		fr.Text += b.text(p)
		last.piece = -1 // of several pieces
	}
}

// hanging is the width of what hangs at the end of the current line with no-break
// blanks there: they and the blanks around them. Ordinary blanks behind the last
// letters are left out of the width already.
func (b *filler) hanging() unit.Length {
	var h hang
	for i := len(b.cur) - 1; i >= 0; i-- {
		if b.hang(b.cur[i].blanks, &h) || b.hang(b.cur[i].frags, &h) {
			break
		}
	}
	return h.all - h.tail
}

// hang is what hangs at the end of a line: all of it, and the ordinary blanks
// behind the last that is none.
type hang struct {
	all, tail unit.Length
	seen      bool // a no-break blank
}

// hang adds parts from the last on, and tells whether letters stand in them.
func (b *filler) hang(parts []part, h *hang) bool {
	for i := len(parts) - 1; i >= 0; i-- {
		text, style := b.text(parts[i]), b.pieces[parts[i].piece].Style
		kept := strings.TrimRight(text, " "+noBreak)
		if blank := text[len(kept):]; blank != "" {
			h.all += b.f.Width(blank, style)
			if !h.seen {
				last := strings.TrimRight(blank, " ")
				h.tail += b.f.Width(blank[len(last):], style)
				h.seen = last != ""
			}
		}
		if kept != "" {
			return true
		}
	}
	return false
}

const noBreak = "\u00a0"
