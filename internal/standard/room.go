package standard

import (
	"maps"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

// leastText is the least width and height that text can stand in: what is
// smaller is a slip of the pen, with whatever reason.
const leastText = 30 * unit.MM

// room refuses figures that leave no room for the text, or stand off the page.
func (c checker) room(st *Standard) {
	p, f := st.Figures.Page, &st.Figures
	wide, high := p.TextWidth(), p.Height.Value-p.Top.Value-p.Bottom.Value
	if c.narrow(wide, "left", "right", "width") || c.narrow(high, "top", "bottom", "height") {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(f.Columns)) {
		c.offPage("figures.columns."+name+".left", f.Columns[name].Left.Value, wide)
	}
	c.offPage("figures.slots.ky.width", f.Slots.Ky.Width.Value, wide)
	c.offPage("figures.slots.dau.width", f.Slots.Dau.Width.Value, wide)
	c.offPage("figures.slots.kem_tep.width", f.Slots.KemTep.Width.Value, wide)
	c.offPage("figures.slots.ky.height", f.Slots.Ky.Height.Value, wide)
	c.offPage("figures.slots.kem_tep.height", f.Slots.KemTep.Height.Value, wide)
	for _, role := range slices.Sorted(maps.Keys(f.Styles)) {
		c.offPage("figures.styles."+role+".indent", f.Styles[role].Indent.Value, wide)
	}
}

// narrow tells of too little room, at the first figure of those that make it
// which the file names.
func (c checker) narrow(room unit.Length, figures ...string) bool {
	i := slices.IndexFunc(figures, func(name string) bool { return c.at.has("figures.page." + name) })
	if i < 0 || room >= leastText {
		return false
	}
	c.Report("FORM-VALUE", c.figure("figures.page."+figures[i]), diag.M("lề chỉ chừa %s mm cho chữ, ít nhất phải %s mm", "the margins leave %s mm for the text, it needs %s mm", shortest(max(room, 0).MM()), shortest(leastText.MM())),
		diag.M("giảm lề hoặc tăng khổ giấy", "make the margins smaller or the paper larger"))
	return true
}

func (c checker) offPage(path string, v, wide unit.Length) {
	if v >= wide && c.at.has(path) {
		c.Report("FORM-VALUE", c.figure(path), diag.M("%s mm rộng hơn cả dòng chữ (%s mm)", "%s mm is wider than a line of text (%s mm)", shortest(v.MM()), shortest(wide.MM())),
			diag.M("chọn giá trị nhỏ hơn", "choose a smaller value"))
	}
}
