package compose

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// imagePlace begins the name of a place for an image: {hinh: tep.png}.
const imagePlace = "hinh:"

func isImage(d plan.Doan) bool {
	return d.Loai == plan.Cho && strings.HasPrefix(d.ChoTen, imagePlace)
}

// imageOf reads "tep.png | mô tả | 80mm": the parts behind the name of the file
// are told apart by what they look like, as both may be left out.
func (c *composer) imageOf(role doc.Role, text string, at diag.Place) *doc.Image {
	im := &doc.Image{ID: c.id(), Role: role, At: at}
	parts := strings.Split(text, "|")
	im.File = strings.TrimSpace(parts[0])
	for i, p := range parts[1:] {
		p = strings.TrimSpace(p)
		switch last := i == len(parts)-2; {
		case i == 0 && !(last && looksWide(p)):
			im.Alt = p
		case last && im.Width == "":
			im.Width = p
		default: // a bar inside the words
			im.Alt += " | " + p
		}
	}
	return im
}

// looksWide tells a width from words: a figure and a unit.
func looksWide(s string) bool {
	rest := strings.TrimLeft(s, "0123456789., ")
	return rest != s && (rest == "mm" || rest == "cm" || rest == "pt")
}

// image makes the image of a line of its own. A caption below it is an ordinary
// line of the text: it stays on the page of the image.
func (c *composer) image(d plan.Doan, next []plan.Doan) {
	im := c.imageOf(doc.Hinh, strings.TrimPrefix(d.ChoTen, imagePlace), d.Chu.At)
	im.KeepNext = len(next) > 0 && next[0].Loai == plan.DoanVan && next[0].Dau == plan.KhongDau
	if im.Alt == "" && im.File != "" {
		c.findings = append(c.findings, diag.New("IMAGE-ALT", diag.Warning, "image", im.At,
			diag.M("hình %q chưa có lời mô tả cho người không nhìn được", "the image %q has no words for those who cannot see it", im.File),
			diag.M("ghi sau dấu | trong một câu ngắn: {hinh: %s | Sơ đồ tổ chức}", "write them behind a bar, in one short sentence: {hinh: %s | Sơ đồ tổ chức}", im.File)))
	}
	c.add(im)
}

// imagePlaces tells of {hinh: …} where no image can stand.
func (c *composer) imagePlaces(text plan.Van) {
	for _, d := range text.Doan {
		if isImage(d) && d.Nhan != "" {
			c.imageMisplaced(d.Chu.At)
		}
	}
}

func (c *composer) imageMisplaced(at diag.Place) {
	c.findings = append(c.findings, diag.New("IMAGE-PLACE", diag.Error, "compose", at,
		diag.M("{hinh: …} phải đứng riêng một dòng, không có dấu đầu dòng", "{hinh: …} must stand on a line of its own, without a sign before it"),
		diag.M("xuống dòng trước và sau {hinh: …}; chú thích của hình là dòng ngay dưới", "break the line before and after {hinh: …}; a caption is the line below it")))
}

// logo puts the logo over the first line of its block, if the form has a place
// for one.
func (c *composer) logo(side string) []doc.Block {
	p, words := c.plan, c.form.Header.Logo
	if words.Side != side || !c.hasLogo() {
		return nil
	}
	im := c.imageOf(doc.BieuTrung, p.BieuTrung.Plain(), p.BieuTrung.At)
	if im.Alt == "" {
		im.Alt = strings.TrimSpace(strings.ReplaceAll(words.Alt, "{co_quan}", p.CoQuan.Plain(" ")))
	}
	return []doc.Block{im}
}

func (c *composer) hasLogo() bool {
	return !c.plan.BieuTrung.Unwished()
}

// refuseLogo tells that the form has no place for a logo, and why.
func (c *composer) refuseLogo() {
	logo := c.form.Header.Logo
	if logo.Side != "" || !c.hasLogo() {
		return
	}
	f := diag.New("LOGO-FORM", diag.Error, "form", c.plan.BieuTrung.At,
		diag.M("thể thức này không có chỗ cho biểu trưng", "this house form has no place for a logo"),
		diag.M("bỏ khóa bieu_trung; cơ quan có quy định riêng thì khai header.logo trong thể thức riêng", "leave out the key bieu_trung; an office with a rule of its own names header.logo in a form of its own"))
	f.Basis = logo.Basis
	c.findings = append(c.findings, f)
}
