package compose

import (
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// opening makes căn cứ and mở đầu, in the order of the file.
func (c *composer) opening() {
	for _, key := range plan.Order([]string{"can_cu", "mo_dau"}, only(c.plan.ThuTu, "can_cu", "mo_dau")) {
		if key == "can_cu" {
			c.canCu()
		} else {
			c.van(c.plan.MoDau, nil, plan.NhiemVu{})
		}
	}
}

func only(order []string, keys ...string) []string {
	var out []string
	for _, k := range order {
		for _, want := range keys {
			if k == want {
				out = append(out, k)
			}
		}
	}
	return out
}

// canCu makes one paragraph for each ground, each ended by ";", the last by
// "." (NĐ 30/2020, PL I, II.6.a). Marks that are typed stay.
func (c *composer) canCu() {
	words := c.form.CanCu
	items := c.plan.CanCu.Items
	for i, t := range items {
		runs, _ := cutPrefix(runsOf(t), bullets)
		if words.Prefix != "" {
			runs, _ = cutPrefix(runs, dashes)
			runs = append([]doc.Run{{Text: words.Prefix}}, runs...)
		}
		mark := words.Sep
		if i == len(items)-1 {
			mark = words.Last
		}
		c.add(c.para(doc.CanCu, withMark(runs, mark, ";.,:"), t.At))
	}
}

// parts makes the numbered parts of the body.
func (c *composer) parts() {
	n := 0
	for i := range c.plan.Muc {
		m := &c.plan.Muc[i]
		if m.TieuDe.Given {
			n++
			runs := fill(c.form.Muc, map[string][]doc.Run{"so": {{Text: m.Number(n)}}})
			h := c.para(doc.Muc, merge(append(runs, runsOf(m.TieuDe)...)), m.TieuDe.At)
			h.Level, h.KeepNext = 1, true
			c.add(h)
		}
		c.part(m)
	}
}

// mucKeys are the keys of a part in canonical order.
var mucKeys = plan.KeyNames(plan.Muc{})

// part makes what stands under a heading, in the order of the file; đợt stand
// at {dot}, else where their key stands.
func (c *composer) part(m *plan.Muc) {
	dots, tasks := hasPlace(m.NoiDung, "dot"), hasPlace(m.NoiDung, "nhiem_vu")
	for _, key := range plan.Order(mucKeys, m.ThuTu) {
		switch key {
		case "muc_dich":
			c.subPart(c.form.MucDich, m.MucDich)
		case "yeu_cau":
			c.subPart(c.form.YeuCau, m.YeuCau)
		case "noi_dung":
			c.van(m.NoiDung, m.Dot, m.NhiemVu)
		case "dot":
			if !dots {
				c.dots(m.Dot, plan.Doan{})
			}
		case "nhiem_vu":
			if !tasks {
				c.tasks(m.NhiemVu)
			}
		}
	}
}

func hasPlace(v plan.Van, name string) bool {
	for _, d := range v.Doan {
		if d.Loai == plan.Cho && d.ChoTen == name {
			return true
		}
	}
	return false
}

// subPart makes a typed sub-heading and its text.
func (c *composer) subPart(title string, v plan.Van) {
	if !v.Printed() {
		return
	}
	h := c.para(doc.KhoanDeMuc, []doc.Run{{Text: title}}, v.At)
	h.Level, h.KeepNext = 2, true
	c.add(h)
	c.van(v, nil, plan.NhiemVu{})
}

// van makes running text. Signs stand as typed; every level has the same
// indent, so a wrong tree could spoil no line.
func (c *composer) van(v plan.Van, dots []plan.Dot, tasks plan.NhiemVu) {
	for i := 0; i < len(v.Doan); i++ {
		switch d := v.Doan[i]; {
		case isImage(d):
			c.image(d, v.Doan[i+1:])
		case d.Loai == plan.Cho:
			c.place(d, dots, tasks)
		case d.Loai == plan.Hang:
			i += c.table(v.Doan[i:]) - 1
		case d.Loai == plan.DoanVan:
			c.add(c.doan(d))
		}
	}
}

func (c *composer) doan(d plan.Doan) *doc.Paragraph {
	runs := runsOf(d.Chu)
	if d.Nhan != "" {
		runs = merge(append([]doc.Run{{Text: d.Nhan + " "}}, runs...))
	}
	p := c.para(doc.Than, runs, d.Chu.At)
	switch {
	case d.DeMuc:
		p.Role, p.Level, p.KeepNext = headingRole(d.Dau), headingLevel(d.Dau), true
	case d.Nhan != "":
		p.Item, p.Label = int(d.Dau), letters(d.Nhan)+1
	}
	return p
}

func headingRole(d plan.Dau) doc.Role {
	switch d {
	case plan.DauMuc:
		return doc.Muc
	case plan.DauKhoan:
		return doc.KhoanDeMuc
	case plan.DauKhoan2:
		return doc.Khoan2DeMuc
	}
	return doc.Khoan3DeMuc
}

func headingLevel(d plan.Dau) int { return int(d-plan.DauMuc) + 1 }

// closing makes the closing text, completes the end mark and ties the last
// paragraph to the signature: it never stands alone on a page.
func (c *composer) closing() {
	c.van(c.plan.Ket, nil, plan.NhiemVu{})
	for i := len(c.blocks) - 1; i >= 0; i-- {
		switch last := c.blocks[i].(type) {
		case *doc.Image: // an image cannot carry the mark
			last.KeepNext = true
			continue
		case *doc.Paragraph:
			last.Runs = endMark(last.Runs, c.form.EndMark)
			last.KeepNext, last.KeepLines = true, true
		}
		return
	}
}

// endMark completes the last paragraph of the text: "." becomes "./.". A slip
// for the mark, such as "/.", is left for the checks to tell.
func endMark(runs []doc.Run, mark string) []doc.Run {
	s := strings.TrimRight(plain(runs), " ")
	switch {
	case s == "" || strings.HasSuffix(s, mark) || strings.HasSuffix(s, "/."):
		return runs
	case strings.HasSuffix(s, "."):
		return append(runs, doc.Run{Text: strings.TrimPrefix(mark, ".")})
	}
	return withMark(runs, mark, ";:,!?…/")
}
