package layout

import (
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// keepSlots puts slots on a page; of several with one name the first
// counts. What would stand beyond an edge of the page is moved to that edge.
func (p *paginator) keepSlots(slots []page.Slot, pg *page.Page) {
	for _, s := range slots {
		if p.named[s.Name] {
			continue
		}
		p.named[s.Name] = true
		s.X = max(min(s.X, pg.W-s.W), 0)
		s.Y = max(min(s.Y, pg.H-s.H), 0)
		pg.Slots = append(pg.Slots, s)
	}
}

// attached puts the slot of a file that goes with another into the top right
// corner of the first page, in the margin. It gives way to what stands there
// already: it begins behind it, or ends above it where half of its width would
// be lost; a margin without half of its room has none.
func (p *paginator) attached() {
	size, fig := p.fig.Slots.KemTep, p.fig.Page
	if size.Width.Value == 0 || len(p.out.Pages) == 0 {
		return
	}
	pg := &p.out.Pages[0]
	right := min(twips(fig.Left.Value)+unit.Length(size.Reach.Value*float64(fig.TextWidth())), pg.W)
	s := page.Slot{Name: page.SlotKemTep, Kind: page.Attached, Label: "Chữ ký số của cơ quan, tổ chức trên tệp kèm theo"}
	s.W, s.H = size.Width.Value, min(size.Height.Value, fig.Top.Value)
	s.X, s.Y = right-s.W, (fig.Top.Value-s.H)/2
	far, high := right-s.W, s.Y+s.H
	p.boxes(pg, func(b box) {
		if b.over(s) {
			far, high = max(far, b.x1), min(high, b.y0)
		}
	})
	if s.X, s.W = far, right-far; s.W < size.Width.Value/2 {
		s.X, s.W, s.H = right-size.Width.Value, size.Width.Value, min(s.H, high)
		s.Y = (high - s.H) / 2
	}
	if s.H >= size.Height.Value/2 {
		pg.Slots = append(pg.Slots, s)
	}
}

// box is what something drawn covers.
type box struct{ x0, y0, x1, y1 unit.Length }

func (b box) over(s page.Slot) bool {
	return b.x0 < s.X+s.W && b.x1 > s.X && b.y0 < s.Y+s.H && b.y1 > s.Y
}

// boxes visits what everything on a page covers.
func (p *paginator) boxes(pg *page.Page, visit func(box)) {
	for i := range pg.Words {
		w := &pg.Words[i]
		visit(box{w.X, w.Y - p.fam.Ascent(w.Size), w.X + w.Width, w.Y + p.fam.Descent(w.Size)})
	}
	for _, s := range pg.Strokes {
		half := s.Thickness / 2
		visit(box{min(s.X0, s.X1) - half, min(s.Y0, s.Y1) - half, max(s.X0, s.X1) + half, max(s.Y0, s.Y1) + half})
	}
	for _, im := range pg.Images {
		visit(box{im.X, im.Y, im.X + im.W, im.Y + im.H})
	}
}
