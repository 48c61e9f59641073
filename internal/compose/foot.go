package compose

import (
	"slices"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// foot makes nơi nhận and the signature side by side (NĐ 30/2020, PL I, Mục
// IV, ô 9b and 7a-7c).
func (c *composer) foot() {
	left := c.noiNhan()
	if len(c.plan.NguoiKy) > 1 {
		several := &doc.Signers{ID: c.id(), Role: doc.Cuoi, NoiNhan: left}
		for _, k := range c.plan.NguoiKy {
			column := c.signer(k)
			if len(column) == 0 { // a signer who is not known yet
				column = []doc.Block{c.para(doc.HoTen, nil, k.At)}
			}
			several.Columns = append(several.Columns, column)
		}
		c.add(several)
		return
	}
	var right []doc.Block
	for _, k := range c.plan.NguoiKy {
		right = c.signer(k)
	}
	if len(left)+len(right) == 0 {
		return
	}
	c.add(&doc.Columns{ID: c.id(), Role: doc.Cuoi, Rows: [][2][]doc.Block{{left, right}}})
}

func (c *composer) noiNhan() []doc.Block {
	p, words := c.plan, c.form.NoiNhan
	if !p.NoiNhan.Given && p.Luu.Blank() {
		return nil
	}
	out := []doc.Block{c.para(doc.NoiNhan, []doc.Run{{Text: words.Title}}, p.NoiNhan.At)}
	items := p.NoiNhan.Items
	for i, t := range items {
		prefix := words.Item
		runs, _ := cutPrefix(runsOf(t), "-–")
		if rest, sub := cutPrefix(runs, "+"); sub {
			runs, prefix = rest, words.SubItem
		}
		mark := words.Sep
		if i == len(items)-1 && p.Luu.Blank() {
			mark = words.Last
		}
		runs = append([]doc.Run{{Text: prefix}}, withMark(runs, mark, ";.,:")...)
		out = append(out, c.para(doc.NoiNhanItem, merge(runs), t.At))
	}
	if !p.Luu.Blank() {
		runs := append([]doc.Run{{Text: words.Luu}}, withMark(runsOf(p.Luu), words.Last, ".")...)
		out = append(out, c.para(doc.NoiNhanItem, merge(runs), p.Luu.At))
	}
	return out
}

// signer makes the lines of authority and title and the name. A title behind a
// line of authority has a role of its own: forms weigh it otherwise, and some
// weigh every title so.
func (c *composer) signer(k plan.NguoiKy) []doc.Block {
	var out []doc.Block
	behind := false // a line of authority
	for _, t := range k.ChucVu.Items {
		if t.Blank() {
			continue
		}
		role := doc.ChucVu
		if c.isAuthority(t.Plain()) || !behind && !c.form.PositionApart {
			role = doc.QuyenHan
		}
		behind = behind || c.isAuthority(t.Plain())
		out = append(out, c.para(role, c.unbroken(runsOf(t)), t.At))
	}
	if len(out) > 0 || !k.HoTen.Blank() {
		out = append(out, c.para(doc.HoTen, runsOf(k.HoTen), k.HoTen.At))
	}
	return out
}

func (c *composer) isAuthority(s string) bool {
	return slices.ContainsFunc(c.form.Authority, func(p string) bool { return strings.HasPrefix(s, p) })
}
