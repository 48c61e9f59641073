package compose

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// NewLetterhead composes a letterhead to begin with: the head of a form, with
// keys where words of a plan stand, and the place of the text. A whole one has
// keys for title and foot too; else the form's own are printed with the text,
// which knows how long they are.
func NewLetterhead(form *standard.Form, whole bool) *doc.Document {
	c := &composer{plan: &plan.Plan{}, form: form}
	c.keyHeader()
	if whole {
		c.keyTitle()
	}
	c.add(c.keyed(doc.Than, doc.BodyKey))
	if whole {
		c.keyFoot()
	}
	main := doc.Section{Blocks: c.blocks, FirstHead: []doc.Block{c.keyed(doc.LuuHanh, "luu_hanh")}}
	return &doc.Document{Info: doc.Info{Lang: "vi-VN"}, Sections: []doc.Section{main}}
}

// keyed is a paragraph of one key.
func (c *composer) keyed(role doc.Role, key string) *doc.Paragraph {
	return c.para(role, []doc.Run{{Text: "{" + key + "}"}}, diag.Place{})
}

// keyHeader makes the blocks at the head: fixed words as the form has them. A
// line that stands only beside a key of the plan is taken to stand.
func (c *composer) keyHeader() {
	t := &doc.Columns{ID: c.id(), Role: doc.DauTrang}
	t.Rows = append(t.Rows,
		[2][]doc.Block{c.keyCell(c.form.Header.Left), c.keyCell(c.form.Header.Right)},
		[2][]doc.Block{{c.keyed(doc.So, "so_ky_hieu")}, {c.keyed(doc.Ngay, "dia_danh_ngay")}},
		[2][]doc.Block{{c.keyed(doc.DoKhan, "do_khan"), c.keyed(doc.DuThao, "du_thao")}, nil})
	c.add(t)
}

func (c *composer) keyCell(lines []standard.HeaderLine) []doc.Block {
	var out []doc.Block
	for _, l := range lines {
		p := c.para(doc.Role(l.Role), []doc.Run{{Text: l.Text}}, diag.Place{})
		if l.From != "" {
			p = c.keyed(doc.Role(l.Role), l.From)
		}
		out = append(out, p)
		if l.Rule {
			out = append(out, c.rule(p))
		}
	}
	return out
}

func (c *composer) keyTitle() {
	name, subject := c.keyed(doc.TenLoai, "ten_loai"), c.keyed(doc.TrichYeu, "trich_yeu")
	name.KeepNext = true
	c.add(name)
	c.add(subject)
	c.add(c.keyed(doc.PhuDe, "phu_de"))
	if c.form.Title.Mark != "" {
		c.add(c.para(doc.DauTrichYeu, []doc.Run{{Text: c.form.Title.Mark}}, diag.Place{}))
	}
	if c.form.Title.Rule {
		c.add(c.rule(subject))
	}
}

// keyFoot makes nơi nhận and one signature. The words "Nơi nhận:" stand there, in
// a look of their own, so that the key gives the lines alone.
func (c *composer) keyFoot() {
	left := []doc.Block{c.para(doc.NoiNhan, []doc.Run{{Text: c.form.NoiNhan.Title}}, diag.Place{}), c.keyed(doc.NoiNhanItem, "noi_nhan")}
	right := []doc.Block{c.keyed(doc.QuyenHan, "nguoi_ky"), c.keyed(doc.HoTen, "ho_ten")}
	c.add(&doc.Columns{ID: c.id(), Role: doc.Cuoi, Rows: [][2][]doc.Block{{left, right}}})
}
