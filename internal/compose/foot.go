package compose

import (
	"slices"
	"strings"
	"unicode"

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
		rank := 1
		runs, _ := cutPrefix(runsOf(t), dashes+bullets)
		if rest, sub := cutPrefix(runs, "+"); sub {
			runs, prefix, rank = rest, words.SubItem, 2
		}
		mark := words.Sep
		if i == len(items)-1 && p.Luu.Blank() {
			mark = words.Last
		}
		runs = append([]doc.Run{{Text: prefix}}, withMark(runs, mark, ";.,:")...)
		p := c.para(doc.NoiNhanItem, merge(runs), t.At)
		p.Item, p.Label = rank, signOf(prefix)
		out = append(out, p)
	}
	if !p.Luu.Blank() {
		runs := append([]doc.Run{{Text: words.Luu}}, withMark(runsOf(p.Luu), words.Last, ".")...)
		last := c.para(doc.NoiNhanItem, merge(runs), p.Luu.At)
		last.Item, last.Label = 1, signOf(words.Luu)
		out = append(out, last)
	}
	return out
}

// signOf counts the letters of the sign at the head of a form's words, with the
// blank behind it: two of "- Lưu: ".
func signOf(words string) int {
	sign, _, ok := strings.Cut(words, " ")
	if !ok || strings.ContainsFunc(sign, unicode.IsLetter) {
		return 0
	}
	return letters(sign) + 1
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
