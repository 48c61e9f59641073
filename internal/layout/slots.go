package layout

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// fillSlots are the slots that are filled with words, called as their room is.
var fillSlots = []string{page.SlotSo, page.SlotNgay, page.SlotThang, page.SlotNam}

// sheetSlots are all that may stand in or behind a block, in their order.
var sheetSlots = append(slices.Clone(fillSlots), page.SlotKy+"1", page.SlotDau+"1")

var fillLabels = map[string]string{page.SlotSo: "Số văn bản", page.SlotNgay: "Ngày ký", page.SlotThang: "Tháng ký", page.SlotNam: "Năm ký"}

// roomTag marks the pieces of a paragraph that are room for a slot: below zero,
// as footnotes count from one.
func roomTag(p *doc.Paragraph, blank string) int {
	if p.Role != doc.So && p.Role != doc.Ngay {
		return 0
	}
	return -1 - slices.Index(fillSlots, blank)
}

// rooms are the slots in a line that begins at x: as wide as the room that is
// left open, as high as a line of its size.
func (b *builder) rooms(l font.Line, p *doc.Paragraph, x, baseline, extra unit.Length) []page.Slot {
	var out []page.Slot
	for _, f := range l.Frags {
		if f.Tag < 0 {
			name := fillSlots[-f.Tag-1]
			out = append(out, b.room(name, p.ID, x, baseline, f.Width, f.Style))
		}
		x += f.Width + extra*unit.Length(strings.Count(f.Text, " "))
	}
	return out
}

// room is a slot to be filled on a baseline of a block.
func (b *builder) room(name string, block int, x, baseline, width unit.Length, st font.Style) page.Slot {
	if _, before := b.within[name]; !before {
		b.within[name] = block
	}
	up, down := b.fam.Ascent(st.Size), b.fam.Descent(st.Size)
	return page.Slot{
		Name: name, Kind: page.Fill, Label: fillLabels[name],
		X: x, Y: baseline - up, W: width, H: up + down,
		Baseline: baseline, Size: st.Size, Bold: st.Bold, Italic: st.Italic,
	}
}

// signer lays out the cell of a signer with the slots for the signature and the
// seal. The column is what of the cell is the signer's. Number counts several
// signers from 1; it is 0 for one alone.
func (b *builder) signer(cell, column []doc.Block, width unit.Length, gaps map[int]unit.Length, number int) row {
	lines, height := b.stackSpaced(cell, width, gaps)
	out := whole(lines, height)
	if _, name := titlesAndName(column); name != nil {
		s := b.gap(lines, name.ID, width, gaps[0])
		out.slots = append(out.slots, b.signatures(s, column, number)...)
	}
	return out
}

// gap is the slot of a signature: on the axis of the name, in the middle between
// the foot of the last line above it and the top of its own.
func (b *builder) gap(lines []cellLine, name int, width, top unit.Length) page.Slot {
	foot, head, axis := top, top, width/2
	for _, l := range lines {
		n := len(l.words)
		if n == 0 && l.of != name {
			continue // a line left free to level the names
		}
		if l.of == name {
			if head = l.y; n > 0 {
				head = l.y + l.words[0].Y - b.fam.Ascent(l.words[0].Size)
				axis = (l.words[0].X + b.inkEnd(l.words[n-1])) / 2
			}
			break
		}
		foot = l.y + l.words[n-1].Y + b.fam.Descent(l.words[n-1].Size)
	}
	size, room := b.fig.Slots.Ky, max(head-foot, 0)
	s := page.Slot{W: min(size.Width.Value, width), H: min(size.Height.Value, room)}
	s.X, s.Y = axis-s.W/2, foot+(room-s.H)/2
	return s
}

// inkEnd is where a word ends to the eye: blanks behind it hang.
func (b *builder) inkEnd(w page.Word) unit.Length {
	return w.X + b.fam.Width(strings.TrimRight(w.Text, " "), font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size})
}

// signatures are the slot of a signature and that of the seal over a share of it
// at its left (NĐ 30/2020, PL I, II.8), those of them that the form has.
func (b *builder) signatures(s page.Slot, column []doc.Block, number int) []page.Slot {
	var out []page.Slot
	who, n := signerWords(column), strconv.Itoa(max(number, 1))
	if s.W > 0 && s.H > 0 {
		s.Name, s.Kind, s.Label = page.SlotKy+n, page.Person, "Chữ ký của "+who
		out = append(out, s)
	}
	if fig := b.fig.Slots.Dau; fig.Width.Value > 0 {
		d := fig.Width.Value
		seal := page.Slot{Name: page.SlotDau + n, Kind: page.Seal, X: s.X + unit.Length(fig.Cover.Value*float64(s.W)) - d, Y: s.Y + (s.H-d)/2, W: d, H: d}
		switch seal.Label = "Dấu, chữ ký số của cơ quan, tổ chức"; {
		case number > 0:
			seal.Label += ", cạnh chữ ký của " + who
		case b.body != "":
			seal.Label = "Dấu, chữ ký số của " + b.body
		}
		out = append(out, seal)
	}
	return out
}

// signerWords tell who signs: the last title and the name.
func signerWords(column []doc.Block) string {
	var words []string
	titles, name := titlesAndName(column)
	for i := len(titles) - 1; i >= 0 && len(words) == 0; i-- {
		if p, ok := titles[i].(*doc.Paragraph); ok && oneLine(p) != "" {
			words = append(words, oneLine(p))
		}
	}
	if name != nil && oneLine(name) != "" {
		words = append(words, oneLine(name))
	}
	if len(words) == 0 {
		return "người ký"
	}
	return strings.Join(words, " ")
}
