package compose

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// attached tells whether the plan is issued with another document: its paper
// has no header, no nơi nhận and no signature, those are the document's.
func (c *composer) attached() bool { return !c.plan.KemTheo.Unwished() }

// kemVanBan makes the line that names the document.
func (c *composer) kemVanBan() *doc.Paragraph {
	return c.para(doc.KemVanBan, c.kemVanBanRuns(), c.plan.KemTheo.At)
}

// kemVanBanRuns words that line, in the form's words as far as the clerk has
// not typed them.
func (c *composer) kemVanBanRuns() []doc.Run {
	runs := runsOf(c.plan.KemTheo)
	typed := strings.TrimSpace(c.plan.KemTheo.Plain())
	switch {
	case strings.HasPrefix(typed, "("):
	case kemTheoWords.MatchString(typed):
		runs = slices.Concat([]doc.Run{{Text: "("}}, runs, []doc.Run{{Text: ")"}})
	default:
		runs = fill(c.form.Marks.KemTheo, map[string][]doc.Run{"van_ban": runs})
	}
	return merge(runs)
}

var kemTheoWords = regexp.MustCompile(`^(?i:ban hành )?(?i:kèm theo) `)

// notPrinted warns of facts that have no place on the paper of a plan that is
// issued with a document: their words would be lost silently.
func (c *composer) notPrinted() {
	if !c.attached() {
		return
	}
	p := c.plan
	var keys []string
	var first diag.Place
	note := func(key string, blank bool, at diag.Place) {
		if blank {
			return
		}
		if keys = append(keys, key); len(keys) == 1 {
			first = at
		}
	}
	lines := func(key string, d plan.Dong) { note(key, len(d.Items) == 0, d.At) }
	text := func(key string, t plan.Chu) { note(key, t.Blank(), t.At) }
	lines("co_quan_chu_quan", p.CoQuanChuQuan)
	lines("co_quan", p.CoQuan)
	text("so", p.So)
	text("ky_hieu", p.KyHieu)
	text("dia_danh", p.DiaDanh)
	note("ngay", p.Ngay.String() == "", p.Ngay.At)
	note("do_khan", p.DoKhan.Unwished(), p.DoKhan.At)
	note("luu_hanh", p.LuuHanh.Unwished(), p.LuuHanh.At)
	note("du_thao", p.DuThao.Unwished(), p.DuThao.At)
	lines("dia_chi", p.DiaChi)
	text("bieu_trung", p.BieuTrung)
	lines("noi_nhan", p.NoiNhan)
	text("luu", p.Luu)
	for _, k := range p.NguoiKy {
		if !slices.Contains(keys, "nguoi_ky") {
			note("nguoi_ky", len(k.ChucVu.Items) == 0 && k.HoTen.Blank(), k.At)
		}
	}
	if len(keys) > 0 {
		c.findings = append(c.findings, diag.New("KEM-THEO-UNPRINTED", diag.Warning, "compose", first,
			diag.M("kế hoạch ban hành kèm văn bản khác không in: %s", "a plan issued with another document does not print: %s", strings.Join(keys, ", ")),
			diag.M("các phần này nằm ở văn bản ban hành; bỏ chúng, hoặc bỏ kem_theo nếu kế hoạch được ban hành riêng", "they stand in the document that it is issued with; leave them out, or leave out kem_theo if the plan is issued by itself")))
	}
}

// marks makes what stands below the number: the degree of urgency (ô 10b) and
// the mark of a draft.
func (c *composer) marks() []doc.Block {
	var out []doc.Block
	if p := c.doKhan(); p != nil {
		out = append(out, p)
	}
	if p := c.duThao(); p != nil {
		out = append(out, p)
	}
	return out
}

// doKhan makes the degree of urgency, as it is typed.
func (c *composer) doKhan() *doc.Paragraph {
	u, ok := c.urgency()
	if !ok {
		return nil
	}
	p := c.para(doc.DoKhan, runsOf(c.plan.DoKhan), c.plan.DoKhan.At)
	p.Box = u.Box
	return p
}

// urgency finds the form's degree of urgency that is typed, in either spelling.
func (c *composer) urgency() (standard.Urgency, bool) {
	s := strings.TrimSpace(c.plan.DoKhan.Plain())
	i := slices.IndexFunc(c.form.Marks.DoKhan, func(u standard.Urgency) bool { return s == u.Text || slices.Contains(u.Also, s) })
	if i < 0 {
		return standard.Urgency{}, false
	}
	return c.form.Marks.DoKhan[i], true
}

var draftNumber = regexp.MustCompile(`^[0-9]{1,2}$`)

// draft words the mark of a draft: with its number, or without for "có".
func (c *composer) draft() []doc.Run {
	t, words := c.plan.DuThao, c.form.Marks.DuThao
	s := strings.TrimSpace(t.Plain())
	switch {
	case strings.EqualFold(s, "có"):
		return []doc.Run{{Text: words.Text}}
	case draftNumber.MatchString(s):
		return fill(words.Numbered, map[string][]doc.Run{"lan": {{Text: s}}})
	}
	return nil
}

func (c *composer) duThao() *doc.Paragraph {
	runs := c.draft()
	if runs == nil {
		return nil
	}
	p := c.para(doc.DuThao, runs, c.plan.DuThao.At)
	p.Box = c.form.Marks.DuThao.Box
	return p
}

// markValues tells of marks in words that the form does not have. A wrong
// degree of urgency has no frame and a wrong draft no words; circulation is
// printed as typed.
func (c *composer) markValues() {
	p, m := c.plan, c.form.Marks
	if _, ok := c.urgency(); !ok && !p.DoKhan.Unwished() {
		var list []string
		for _, u := range m.DoKhan {
			list = append(list, u.Text)
		}
		c.markValue(diag.Error, "do_khan", p.DoKhan, append(list, "không"))
	}
	if c.draft() == nil && !p.DuThao.Unwished() {
		c.markValue(diag.Error, "du_thao", p.DuThao, []string{"1", "2", "3 …", "có", "không"})
	}
	s := strings.TrimSpace(p.LuuHanh.Plain())
	if len(m.LuuHanh.Values) > 0 && !p.LuuHanh.Unwished() && !slices.Contains(m.LuuHanh.Values, s) {
		c.markValue(diag.Warning, "luu_hanh", p.LuuHanh, m.LuuHanh.Values)
	}
}

func (c *composer) markValue(severity diag.Severity, key string, t plan.Chu, list []string) {
	c.findings = append(c.findings, diag.New("MARK-VALUE", severity, "compose", t.At,
		diag.M("%s: thể thức này không có %q", "%s: this form has no %q", key, t.Plain()),
		diag.M("dùng một trong: %s", "use one of: %s", strings.Join(list, ", "))))
}

// margins puts into the margins of a section what stands there: circulation
// (ô 11) and the address (ô 13).
func (c *composer) margins(s *doc.Section) {
	if c.attached() {
		return
	}
	if a := c.diaChi(); a != nil {
		if c.form.Marks.DiaChi.Page == "last" {
			s.LastFoot = a
		} else {
			s.FirstFoot = a
		}
	}
	c.luuHanh(s)
}

// diaChi makes the address under its rule.
func (c *composer) diaChi() []doc.Block {
	var out []doc.Block
	for _, t := range c.plan.DiaChi.Items {
		if t.Blank() {
			continue
		}
		if len(out) == 0 {
			out = append(out, &doc.Rule{ID: c.id(), Role: doc.DiaChi})
		}
		out = append(out, c.para(doc.DiaChi, runsOf(t), t.At))
	}
	return out
}

// luuHanh makes the mark of circulation: at the head of page 1, or at the foot
// of the last page, as the form has those words.
func (c *composer) luuHanh(s *doc.Section) {
	t, words := c.plan.LuuHanh, c.form.Marks.LuuHanh
	typed := strings.TrimSpace(t.Plain())
	switch {
	case t.Unwished():
	case slices.ContainsFunc(words.Last, func(w string) bool { return strings.EqualFold(w, typed) }):
		s.LastFoot = append(s.LastFoot, c.para(doc.LuuHanhCuoi, runsOf(t), t.At))
	default:
		p := c.para(doc.LuuHanh, runsOf(t), t.At)
		p.Box = words.Box
		s.FirstHead = []doc.Block{p}
	}
}

// joint joins several bodies on one line, where the form does so.
func joint(d plan.Dong, join string) []plan.Chu {
	if !d.List || join == "" || len(d.Items) < 2 {
		return d.Items
	}
	one := plan.Chu{Given: true, At: d.At}
	for _, t := range d.Items {
		if t.Blank() {
			continue
		}
		if len(one.Runs) > 0 {
			one.Runs = append(one.Runs, plan.Run{Text: join})
		}
		one.Runs = append(one.Runs, t.Runs...)
	}
	return []plan.Chu{one}
}
