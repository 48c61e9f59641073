package layout_test

import (
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// TestImageOnPages: an image stands whole on one page, in the middle, between
// the lines around it; with KeepNext the first lines behind it are on its page.
func TestImageOnPages(t *testing.T) {
	fam, st := office()
	for n := range 40 {
		p := &paper{}
		p.short(n)
		im := &doc.Image{ID: 1000, Role: doc.Hinh, KeepNext: true, Kind: "png", Alt: "Sơ đồ"}
		p.add(im)
		caption := p.text("Hình 1. Sơ đồ.")
		p.short(3)
		fig := p.resolve()
		fig.Place([]standard.Picture{{ID: 1000, Role: string(doc.Hinh), Width: 60 * unit.MM, Height: 90 * unit.MM}})
		d := layout.Layout(&p.Document, fig, fam)
		all := linesOf(d)
		count := 0
		for i, pg := range d.Pages {
			for _, on := range pg.Images {
				count++
				if on.W != fig.Sizes[1000].Width || on.H != fig.Sizes[1000].Height || on.Alt != im.Alt || on.Block != 1000 {
					t.Errorf("%d lines above: %+v", n, on)
				}
				if on.Y < st.Figures.Page.Top.Value-unit.Twip || on.Y+on.H > pg.H-st.Figures.Page.Bottom.Value+unit.Twip {
					t.Errorf("%d lines above: the image stands in the margin, at %v", n, on.Y)
				}
				middle := st.Figures.Page.Left.Value + st.Figures.Page.TextWidth()/2
				if off := on.X + on.W/2 - middle; off > unit.Twip || off < -unit.Twip {
					t.Errorf("%d lines above: the middle is off by %v", n, off)
				}
				if c := of(all, caption); c[0].page != i+1 || c[0].y < (on.Y+on.H).Points() {
					t.Errorf("%d lines above: the caption is on page %d at %.1f pt, the image on page %d down to %v", n, c[0].page, c[0].y, i+1, on.Y+on.H)
				}
			}
		}
		if count != 1 {
			t.Errorf("%d lines above: %d images", n, count)
		}
	}
}
