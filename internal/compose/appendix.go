package compose

import (
	"strconv"
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// none is what a clerk writes to leave out a label or a line of a phụ lục, and
// open what leaves the data of a line open.
const (
	none = "không"
	open = "trống"
)

// appendices makes a section of each phụ lục (NĐ 30/2020, PL I, III.1).
func (c *composer) appendices() []doc.Section {
	var out []doc.Section
	main := c.blocks
	for i := range c.plan.PhuLuc {
		a := &c.plan.PhuLuc[i]
		c.blocks = nil
		c.appendix(a, i)
		out = append(out, doc.Section{Landscape: c.landscape(a.Kho), Blocks: c.blocks})
	}
	c.blocks = main
	return out
}

func (c *composer) appendix(a *plan.PhuLuc, i int) {
	label := c.label(i)
	if label != "" {
		p := c.para(doc.NhanPhuLuc, []doc.Run{{Text: label}}, a.At)
		p.KeepNext = true
		c.add(p)
	}
	last := c.appendixTitle(a)
	if c.form.PhuLuc.Rule && last != nil {
		c.add(c.rule(last))
	}
	if c.form.PhuLuc.Mark != "" && last != nil {
		c.add(c.para(doc.DauTrichYeu, []doc.Run{{Text: c.form.PhuLuc.Mark}}, diag.Place{}))
	}
	c.textAndTasks(a)
	c.mentioned(label, a.At)
}

// appendixTitle makes title, line below it and "Kèm theo" line, and gives the
// last of them.
func (c *composer) appendixTitle(a *plan.PhuLuc) *doc.Paragraph {
	var last *doc.Paragraph
	add := func(role doc.Role, runs []doc.Run, at diag.Place) {
		last = c.para(role, runs, at)
		last.KeepNext = true
		c.add(last)
	}
	if len(a.TieuDe.Items) > 0 {
		add(doc.TenPhuLuc, c.unbroken(brokenLines(a.TieuDe)), a.TieuDe.At)
		last.Level = 1
	}
	if !a.PhuDe.Blank() {
		add(doc.PhuDe, runsOf(a.PhuDe), a.PhuDe.At)
	}
	if runs := c.kemTheo(a); len(runs) > 0 {
		add(doc.KemTheo, runs, a.KemTheo.At)
	}
	return last
}

// label is the label of a phụ lục: typed, or made by the form. One alone has no
// number.
func (c *composer) label(i int) string {
	typed, words := c.plan.PhuLuc[i].Nhan, c.form.PhuLuc
	switch {
	case strings.EqualFold(typed.Plain(), none):
		return ""
	case !typed.Blank():
		return typed.Plain()
	}
	numbered, n := 0, 0
	for j, a := range c.plan.PhuLuc {
		if a.Nhan.Blank() {
			if numbered++; j <= i {
				n++
			}
		}
	}
	if numbered == 1 {
		return words.Label
	}
	so := plan.Roman(n)
	if words.Number == "arabic" {
		so = strconv.Itoa(n)
	}
	return strings.ReplaceAll(words.Numbered, "{so}", so)
}

// kemTheo is the line that ties a phụ lục to its plan. What the plan leaves
// open, and all of it for an electronic paper, stays open here too
// (NĐ 30/2020, PL I, III.1.đ).
func (c *composer) kemTheo(a *plan.PhuLuc) []doc.Run {
	typed := strings.ToLower(strings.TrimSpace(a.KemTheo.Plain()))
	switch {
	case typed == none:
		return nil
	case typed != "" && typed != open:
		return runsOf(a.KemTheo)
	case c.attached(): // the plan has no number of its own
		return c.kemVanBanRuns()
	}
	p := *c.plan
	if typed == open {
		p.So, p.Ngay = plan.Chu{}, plan.Ngay{}
	}
	so := fill(strings.TrimLeft(strings.TrimPrefix(c.form.So, "Số"), ": "), map[string][]doc.Run{"so": orBlank(p.So, "so"), "ky_hieu": orBlank(p.KyHieu, "ky_hieu")})
	return fill(c.form.PhuLuc.KemTheo, map[string][]doc.Run{
		"ten_loai":   {{Text: sentenceCase(c.tenLoai())}},
		"so_ky_hieu": so,
		"ngay":       textOrBlank(p.Ngay.Day, "ngay"),
		"thang":      textOrBlank(p.Ngay.Month, "thang"),
		"nam":        textOrBlank(p.Ngay.Year, "nam"),
		"co_quan":    {{Text: c.bodyInText()}},
	})
}

// sentenceCase writes the name of a type of document as it stands in a
// sentence: KẾ HOẠCH gives Kế hoạch (NĐ 30/2020, PL II, V.7).
func sentenceCase(s string) string {
	r := []rune(s)
	if len(r) == 0 || s != strings.ToUpper(s) {
		return s
	}
	return string(r[:1]) + strings.ToLower(string(r[1:]))
}

// bodyInText is the name of the issuing body as the plan itself writes it in a
// sentence, else as it stands in the header: which letters are capital there
// cannot be told from capitals.
func (c *composer) bodyInText() string {
	name := c.plan.CoQuan.Plain(" ")
	for _, text := range c.texts() {
		lower, want := strings.ToLower(text), strings.ToLower(name)
		if i := strings.Index(lower, want); name != "" && i >= 0 && len(lower) == len(text) {
			return text[i : i+len(want)]
		}
	}
	return name
}

// texts are the paragraphs of the plan outside its phụ lục.
func (c *composer) texts() []string {
	var out []string
	add := func(v plan.Van) {
		for _, d := range v.Doan {
			if d.Loai != plan.GhiChu {
				out = append(out, d.Chu.Plain())
			}
			for _, o := range d.O {
				out = append(out, o.Plain())
			}
		}
	}
	for _, t := range c.plan.CanCu.Items {
		out = append(out, t.Plain())
	}
	add(c.plan.MoDau)
	for _, m := range c.plan.Muc {
		out = append(out, m.TieuDe.Plain())
		for _, v := range []plan.Van{m.MucDich, m.YeuCau, m.NoiDung, m.NhiemVu.Bang} {
			add(v)
		}
		for _, d := range m.Dot {
			add(d.NoiDung)
		}
		for _, v := range m.NhiemVu.Viec {
			out = append(out, v.Viec.Plain(), v.GhiChu.Plain())
		}
	}
	add(c.plan.Ket)
	return out
}

// mentioned tells of a phụ lục that the text does not refer to (NĐ 30/2020,
// PL I, III.1.a).
func (c *composer) mentioned(label string, at diag.Place) {
	if label == "" {
		return
	}
	want := strings.ToLower(label)
	for _, text := range c.texts() {
		if containsWord(strings.ToLower(text), want) {
			return
		}
	}
	c.findings = append(c.findings, diag.New("APPENDIX-REF", diag.Warning, "compose", at,
		diag.M("văn bản không nhắc tới %q", "the text does not refer to %q", label),
		diag.M("nhắc tới ở chỗ có liên quan, ví dụ: (chi tiết tại %s kèm theo)", "refer to it where it belongs, for example: (chi tiết tại %s kèm theo)", label)))
}

// containsWord tells whether a phrase stands in a text and no letter goes on
// behind it: "phụ lục i" is not in "phụ lục ii". Nothing stands in every text.
func containsWord(text, phrase string) bool {
	for phrase != "" {
		i := strings.Index(text, phrase)
		if i < 0 {
			return false
		}
		if wholeWords(text, i, i+len(phrase)) && !unicode.IsDigit(firstRuneOf(text[i+len(phrase):])) {
			return true
		}
		text = text[i+len(phrase):]
	}
	return true
}

// landscape reads the paper of a phụ lục; what is neither is told.
func (c *composer) landscape(kho plan.Chu) bool {
	switch s := strings.ToLower(strings.TrimSpace(kho.Plain())); s {
	case "", "dọc", "doc":
		return false
	case "ngang":
		return true
	default:
		c.findings = append(c.findings, diag.New("APPENDIX-PAPER", diag.Error, "compose", kho.At,
			diag.M("không có khổ giấy %q", "there is no paper %q", kho.Plain()), diag.M("viết dọc hoặc ngang", "write dọc (portrait) or ngang (landscape)")))
		return false
	}
}
