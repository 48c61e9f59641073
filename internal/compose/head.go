package compose

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// header makes the two blocks at the head of page 1 (NĐ 30/2020, PL I, Mục IV,
// ô 1-4): names and rules in the first row, number and date in the second.
func (c *composer) header() {
	t := &doc.Columns{ID: c.id(), Role: doc.DauTrang}
	t.Rows = append(t.Rows, [2][]doc.Block{
		append(c.logo("left"), c.headerCell(c.form.Header.Left)...), append(c.logo("right"), c.headerCell(c.form.Header.Right)...),
	})
	so, ngay := c.soLine(), c.ngayLine()
	if len(so)+len(ngay) > 0 {
		t.Rows = append(t.Rows, [2][]doc.Block{so, ngay})
	}
	if marks := c.marks(); len(marks) > 0 {
		t.Rows = append(t.Rows, [2][]doc.Block{marks, nil})
	}
	c.add(t)
}

func (c *composer) headerCell(lines []standard.HeaderLine) []doc.Block {
	var out []doc.Block
	for _, l := range lines {
		var last *doc.Paragraph
		for _, t := range c.headerTexts(l) {
			last = c.para(doc.Role(l.Role), c.unbroken(runsOf(t)), t.At)
			out = append(out, last)
		}
		if l.Rule && last != nil {
			out = append(out, c.rule(last))
		}
	}
	return out
}

// headerTexts gives the lines of one role: fixed words or a key of the plan.
func (c *composer) headerTexts(l standard.HeaderLine) []plan.Chu {
	var items []plan.Chu
	switch l.From {
	case "co_quan_chu_quan":
		items = joint(c.plan.CoQuanChuQuan, l.Join)
	case "co_quan":
		items = joint(c.plan.CoQuan, l.Join)
	default:
		if l.With == "co_quan" && len(c.plan.CoQuan.Items) == 0 {
			return nil
		}
		items = []plan.Chu{plan.Text(l.Text)}
	}
	var out []plan.Chu
	for _, t := range items {
		if !t.Blank() {
			out = append(out, t)
		}
	}
	return out
}

func (c *composer) soLine() []doc.Block {
	p := c.plan
	if !p.So.Given && !p.KyHieu.Given {
		return nil
	}
	words := c.form.So
	if !p.KyHieu.Given { // a number without a symbol has no separator
		words = strings.TrimRight(strings.Split(words, "{ky_hieu}")[0], "/-")
	}
	runs := fill(words, map[string][]doc.Run{"so": orBlank(p.So, "so"), "ky_hieu": orBlank(p.KyHieu, "ky_hieu")})
	return []doc.Block{c.para(doc.So, runs, p.So.At)}
}

func (c *composer) ngayLine() []doc.Block {
	p := c.plan
	if !p.Ngay.Given && !p.DiaDanh.Given {
		return nil
	}
	runs := fill(c.form.Ngay, map[string][]doc.Run{
		"dia_danh": orBlank(p.DiaDanh, "dia_danh"),
		"ngay":     textOrBlank(p.Ngay.Day, "ngay"),
		"thang":    textOrBlank(p.Ngay.Month, "thang"),
		"nam":      textOrBlank(p.Ngay.Year, "nam"),
	})
	return []doc.Block{c.para(doc.Ngay, runs, p.Ngay.At)}
}

func (c *composer) tenLoai() string {
	if !c.plan.TenLoai.Blank() {
		return c.plan.TenLoai.Plain()
	}
	return c.form.TenLoai
}

// title makes tên loại, trích yếu and the rule below (PL I, II.5).
func (c *composer) title() {
	p := c.plan
	runs := []doc.Run{{Text: c.form.TenLoai}}
	if !p.TenLoai.Blank() {
		runs = runsOf(p.TenLoai)
	}
	name := c.para(doc.TenLoai, runs, p.TenLoai.At)
	name.KeepNext = true
	c.add(name)
	last := name
	if len(p.TrichYeu.Items) > 0 {
		last = c.para(doc.TrichYeu, c.unbroken(brokenLines(p.TrichYeu)), p.TrichYeu.At)
		last.KeepNext = true
		c.add(last)
	}
	if !p.PhuDe.Blank() {
		last = c.para(doc.PhuDe, runsOf(p.PhuDe), p.PhuDe.At)
		c.add(last)
	}
	if c.attached() {
		last.KeepNext = true
		last = c.kemVanBan()
		c.add(last)
	}
	if c.form.Title.Mark != "" {
		last.KeepNext = true
		c.add(c.para(doc.DauTrichYeu, []doc.Run{{Text: c.form.Title.Mark}}, diag.Place{}))
	}
	if c.form.Title.Rule {
		c.add(c.rule(last))
	}
}

// brokenLines puts lines into one paragraph with line breaks: the clerk's own
// breaks of a title are kept.
func brokenLines(d plan.Dong) []doc.Run {
	var out []doc.Run
	for i, t := range d.Items {
		if i > 0 {
			out = append(out, doc.Run{Break: true})
		}
		out = append(out, runsOf(t)...)
	}
	return out
}
