package layout

import (
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// keepSlots puts slots on the current page; of several with one name the first
// counts. What would stand beyond an edge of the page is moved to that edge.
func (p *paginator) keepSlots(slots []page.Slot) {
	for _, s := range slots {
		if p.named[s.Name] {
			continue
		}
		p.named[s.Name] = true
		pg := p.current()
		s.X = max(min(s.X, pg.W-s.W), 0)
		s.Y = max(min(s.Y, pg.H-s.H), 0)
		pg.Slots = append(pg.Slots, s)
	}
}

// attachedEdge is the right edge of ô 14 as a share of the width of the text: it
// reaches past the text (NĐ 30/2020, PL I, Mục IV).
const attachedEdge = 1.08

// attached puts the slot of a file that goes with another into the top right
// corner of the first page, in the margin. It gives way to what stands there
// already, down to half its width.
func (p *paginator) attached() {
	size, fig := p.fig.Slots.KemTep, p.fig.Page
	if size.Width.Value == 0 || len(p.out.Pages) == 0 {
		return
	}
	pg := &p.out.Pages[0]
	right := min(twips(fig.Left.Value)+unit.Length(attachedEdge*float64(fig.TextWidth())), pg.W)
	s := page.Slot{Name: page.SlotKemTep, Kind: page.Attached, Label: "Chữ ký số của cơ quan, tổ chức trên tệp kèm theo", H: min(size.Height.Value, fig.Top.Value)}
	s.Y = (fig.Top.Value - s.H) / 2
	s.X = max(right-size.Width.Value, p.reach(pg, s.Y, s.Y+s.H))
	if s.W = right - s.X; s.W >= size.Width.Value/2 {
		pg.Slots = append(pg.Slots, s)
	}
}

// reach is how far what stands on a page between two heights reaches to the
// right.
func (p *paginator) reach(pg *page.Page, top, bottom unit.Length) unit.Length {
	var far unit.Length
	beside := func(y0, y1, x unit.Length) {
		if y0 < bottom && y1 > top {
			far = max(far, x)
		}
	}
	for _, w := range pg.Words {
		beside(w.Y-p.fam.Ascent(w.Size), w.Y+p.fam.Descent(w.Size), w.X+w.Width)
	}
	for _, st := range pg.Strokes {
		half := st.Thickness / 2
		beside(min(st.Y0, st.Y1)-half, max(st.Y0, st.Y1)+half, max(st.X0, st.X1)+half)
	}
	for _, im := range pg.Images {
		beside(im.Y, im.Y+im.H, im.X+im.W)
	}
	return far
}
