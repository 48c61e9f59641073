package standard

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

// Image is how an image stands on paper: the greatest height of one in the
// text, the very height of a logo, and the room above and below it.
type Image struct {
	Height Figure[unit.Length] `key:"height"`
	Before Figure[unit.Length] `key:"before"`
	After  Figure[unit.Length] `key:"after"`
}

// Logo tells whether a logo may stand at the head of page 1: over the first
// line of the left or the right block, "" for nowhere. Alt is what those hear
// who cannot see it. Basis says why there is none.
type Logo struct {
	Side  string `key:"side"`
	Alt   string `key:"alt"`
	Basis string `key:"basis"`
}

// logoRole is the role of a logo among the images.
const logoRole = "bieu_trung"

// logo asks for the figures of a logo where one may stand.
func (c checker) logo(st *Standard) {
	side, at := st.Form.Header.Logo.Side, "form.header.logo.side"
	switch {
	case !c.at.has(at):
	case side != "" && side != "left" && side != "right":
		c.Report("FORM-VALUE", c.at.value(at), diag.M("header.logo.side %q không có", "there is no header.logo.side %q", side), diag.M("dùng left hoặc right, hoặc bỏ trống", "use left or right, or leave it empty"))
	case side != "" && st.Figures.Images[logoRole].Height.Value == 0:
		c.Report("FORM-VALUE", c.at.value(at), diag.M("biểu trưng chưa có chiều cao", "the logo has no height"), diag.M("ghi figures.images.bieu_trung.height, ví dụ 18mm", "write figures.images.bieu_trung.height, for example 18mm"))
	}
}

// Picture is an image of a paper, as Place needs it: where it stands, as Text
// does, the size that its file asks for and the width that the plan wishes, 0
// for none.
type Picture struct {
	ID            int
	Role          string
	Table         string
	Right         bool
	Wide          bool
	Width, Height unit.Length
	Wish          unit.Length
}

// Box is the size of an image on paper.
type Box struct{ Width, Height unit.Length }

// Place sizes the images, in whole twips: none is wider than its text or higher
// than the form and the page allow, and none is stretched. It gives the numbers
// of those that are narrower than the plan wishes.
func (r *Resolved) Place(list []Picture) (narrowed []int) {
	r.Sizes = map[int]Box{}
	for _, p := range list {
		fig := r.Images[p.Role]
		high := min(fig.Height.Value, r.Page.Turned(p.Wide).textHeight()-fig.Before.Value)
		width := p.Width
		switch {
		case p.Role == logoRole:
			width = scaled(p, high)
		case p.Wish > 0:
			width = p.Wish
		}
		width = min(width, r.available(Text{Table: p.Table, Right: p.Right, Wide: p.Wide}), scaled(p, high))
		height := unit.Length(float64(width) * float64(p.Height) / float64(p.Width))
		r.Sizes[p.ID] = Box{max(unit.FromTwips(width.Twips()), unit.Twip), max(unit.FromTwips(height.Twips()), unit.Twip)}
		if width < p.Wish {
			narrowed = append(narrowed, p.ID)
		}
	}
	return narrowed
}

// scaled is the width of a picture of a height.
func scaled(p Picture, height unit.Length) unit.Length {
	return unit.Length(float64(height) * float64(p.Width) / float64(p.Height))
}

// textHeight is the height between the margins, in whole twips.
func (p Page) textHeight() unit.Length {
	return unit.FromTwips(p.Height.Value.Twips() - p.Top.Value.Twips() - p.Bottom.Value.Twips())
}
