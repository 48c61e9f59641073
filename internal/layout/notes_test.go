package layout_test

import (
	"fmt"
	"math"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// call adds the mark of a new footnote to a paragraph.
func (p *paper) call(b *doc.Paragraph, text string) *doc.Paragraph {
	n := len(p.Notes) + 1
	mark := doc.Run{Text: fmt.Sprint(n), Shift: 1, Note: n}
	b.Runs = append(b.Runs, mark)
	note := p.para(doc.ChuThich, " "+text)
	note.Runs = append([]doc.Run{mark}, note.Runs...)
	p.Notes = append(p.Notes, note)
	return note
}

// ground is the baseline of the last line of footnotes, whose 11.55 pt end on
// the bottom margin; 10 pt letters stand 1825 + 87 of 2048 parts below its top.
const ground = bottom - 11.55 + 10*(1825+87)/2048.0

// noteLines gives the lines of a page that belong to footnotes, and the lowest
// and the line above them.
func noteLines(d *page.Document, number int) (notes []line, text float64, rule page.Stroke) {
	for _, l := range linesOf(d) {
		switch {
		case l.page != number:
		case l.role == string(doc.ChuThich):
			if n := len(notes); n > 0 && notes[n-1].block == l.block && l.y-notes[n-1].y < 5 { // its number
				notes[n-1] = l
				continue
			}
			notes = append(notes, l)
		default:
			text = max(text, l.y)
		}
	}
	for _, s := range d.Pages[number-1].Strokes {
		if s.Role == string(doc.ChuThich) {
			rule = s
		}
	}
	return notes, text, rule
}

// TestNoteStandsOnTheGround: the lines of a note end on the bottom margin, each
// 11.55 pt below the one before, and a line of a quarter of the measure stands
// above them, 0.5 pt thick, a millimetre off either way.
func TestNoteStandsOnTheGround(t *testing.T) {
	var p paper
	p.call(p.text("Xem"), exactly(t, 4))
	p.short(3)
	notes, text, rule := noteLines(p.lay(), 1)
	if len(notes) < 2 {
		t.Fatalf("%d lines", len(notes))
	}
	for i, l := range notes {
		near(t, l.text, l.y, ground-float64(len(notes)-1-i)*11.55)
	}
	first := notes[0].y - 10*(1825+87)/2048.0
	near(t, "line", rule.Y0.Points(), first-2.85-0.25)
	near(t, "its length", (rule.X1 - rule.X0).Points(), (right-left)/4)
	near(t, "its begin", rule.X0.Points(), left)
	if rule.Thickness.Points() != 0.5 || text > rule.Y0.Points() {
		t.Errorf("%+v under text at %.1f", rule, text)
	}
}

// TestNoteOnThePageOfItsMark: wherever the mark stands on a page, its note
// begins on that page; it goes on on the next one only where the page is full,
// there below the text again, and no text stands below the line above notes.
func TestNoteOnThePageOfItsMark(t *testing.T) {
	split := 0
	for n := 1; n <= 12; n++ {
		for above := 14; above <= 31; above++ {
			var p paper
			p.short(above)
			b := p.text(exactly(t, 5))
			note := p.call(b, exactly(t, n))
			p.short(20)
			d := p.lay()
			all := linesOf(d)
			marks, lines := of(all, b), of(all, note)
			if from := marks[len(marks)-1].page; lines[0].page != from {
				t.Fatalf("%d lines behind %d: the mark is on page %d, the note on page %d", n, above, from, lines[0].page)
			}
			pages := pagesOf(lines, note)
			if len(pages) > 1 {
				split++
			}
			for k := range d.Pages {
				notes, text, rule := noteLines(d, k+1)
				if len(notes) == 0 {
					continue
				}
				near(t, fmt.Sprintf("%d lines behind %d, page %d", n, above, k+1), notes[len(notes)-1].y, ground)
				if text > rule.Y0.Points() {
					t.Errorf("%d lines behind %d: text at %.1f, the line above the notes at %.1f", n, above, text, rule.Y0.Points())
				}
				free := rule.Y0.Points() - text
				if k+1 < lines[len(lines)-1].page && free > 11.55+1.6+61/20.0+2.85 { // a line's foot and its extra
					t.Errorf("%d lines behind %d: the note is split over %.1f pt of room", n, above, free)
				}
			}
		}
	}
	if split < 10 {
		t.Errorf("%d notes were split: the test tests nothing", split)
	}
}

// TestNotesInOrder: notes of one page stand in the order of their marks, and a
// long one leaves a fifth of the next pages to the text.
func TestNotesInOrder(t *testing.T) {
	var p paper
	b := p.text("Một")
	p.call(b, "A.")
	b.Runs = append(b.Runs, doc.Run{Text: " hai"})
	p.call(b, "B.")
	p.call(p.text("Ba"), exactly(t, 200))
	p.short(60)
	d := p.lay()
	notes, _, _ := noteLines(d, 1)
	if len(notes) < 3 || notes[0].text != "A." || notes[1].text != "B." || notes[2].block != p.Notes[2].ID {
		t.Errorf("%d lines, the first %q and %q", len(notes), notes[0].text, notes[1].text)
	}
	for k := 1; k < 3; k++ {
		notes, text, rule := noteLines(d, k+1)
		if height := bottom - rule.Y0.Points(); len(notes) == 0 || height > (bottom-top)*0.8 || text > rule.Y0.Points() || math.IsNaN(text) {
			t.Errorf("page %d: %d lines of notes, %.1f pt", k+1, len(notes), height)
		}
	}
}

// TestNoteOfTheLastLine: what is left of a note behind the last line of a paper
// gets a page of its own.
func TestNoteOfTheLastLine(t *testing.T) {
	var p paper
	p.short(29)
	note := p.call(p.text("Hết"), exactly(t, 30))
	d := p.lay()
	lines := of(linesOf(d), note)
	if len(d.Pages) != 2 || lines[len(lines)-1].page != 2 {
		t.Errorf("%d pages, the note ends on page %d", len(d.Pages), lines[len(lines)-1].page)
	}
}
