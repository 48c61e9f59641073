package compose

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// Key is a key that may stand in a letterhead as {so_ky_hieu}, and what it
// stands for.
type Key struct {
	Name string
	Doc  diag.Msg

	title bool // it stands in a paper that is issued with another, too
	words func(*composer) []doc.Run
}

// Keys lists all keys of a letterhead, in the order of a paper.
func Keys() []Key { return slices.Clone(keys) }

var keys = []Key{
	{"co_quan_chu_quan", diag.M("cơ quan chủ quản", "the superior body"), false, header("co_quan_chu_quan")},
	{"co_quan", diag.M("cơ quan ban hành", "the issuing body"), false, header("co_quan")},
	{"quoc_hieu", diag.M("Quốc hiệu, hoặc tiêu đề của Đảng, Đoàn", "the national name, or the heading of the Party or the Youth Union"), false, heading(doc.QuocHieu, doc.TieuDe)},
	{"tieu_ngu", diag.M("Tiêu ngữ", "the motto"), false, heading(doc.TieuNgu)},
	{"so_ky_hieu", diag.M("số và ký hiệu: Số: …/KH-UBND; giấy đã có chữ \"Số:\" thì không lặp lại", "number and symbol: Số: …/KH-UBND; \"Số:\" is not repeated where the letterhead has it"), false, func(c *composer) []doc.Run { return stacked(c.soLine()) }},
	{"so", diag.M("số; chưa có thì để chỗ trống", "the number; open room while there is none"), false, func(c *composer) []doc.Run { return orBlank(c.plan.So, "so") }},
	{"ky_hieu", diag.M("ký hiệu: KH-UBND", "the symbol: KH-UBND"), false, func(c *composer) []doc.Run { return orBlank(c.plan.KyHieu, "ky_hieu") }},
	{"dia_danh_ngay", diag.M("cả dòng địa danh và ngày, tháng, năm", "the whole line of place and date"), false, func(c *composer) []doc.Run { return stacked(c.ngayLine()) }},
	{"dia_danh", diag.M("địa danh", "the place"), false, func(c *composer) []doc.Run { return orBlank(c.plan.DiaDanh, "dia_danh") }},
	{"ngay", diag.M("ngày … tháng … năm …", "the date: ngày … tháng … năm …"), false, (*composer).dayWords},
	{"do_khan", diag.M("độ khẩn", "the degree of urgency"), false, func(c *composer) []doc.Run { return runsIn(c.doKhan()) }},
	{"du_thao", diag.M("dấu dự thảo", "the mark of a draft"), false, func(c *composer) []doc.Run { return runsIn(c.duThao()) }},
	{"luu_hanh", diag.M("phạm vi lưu hành", "the circulation"), false, (*composer).circulation},
	{"ten_loai", diag.M("tên loại: KẾ HOẠCH", "the type of document: KẾ HOẠCH"), true, func(c *composer) []doc.Run { return []doc.Run{{Text: c.tenLoai()}} }},
	{"trich_yeu", diag.M("trích yếu; có khóa này thì tên văn bản không in lại trong nội dung", "the subject; with this key the title is not printed in the text again"), true, func(c *composer) []doc.Run { return c.unbroken(brokenLines(c.plan.TrichYeu)) }},
	{"phu_de", diag.M("phụ đề", "the subtitle"), true, func(c *composer) []doc.Run { return runsOf(c.plan.PhuDe) }},
	{doc.BodyKey, diag.M("nội dung: mọi thứ mà các khóa khác trong giấy không lấy; đứng riêng một đoạn", "the text: all that the other keys of the letterhead do not take; in a paragraph of its own"), false, nothing},
	{"noi_nhan", diag.M("các dòng nơi nhận; giấy đã có chữ \"Nơi nhận:\" thì không lặp lại", "the recipients; \"Nơi nhận:\" is not repeated where the letterhead has it"), false, (*composer).recipients},
	{"luu", diag.M("dòng lưu; có khóa này thì {noi_nhan} không in dòng lưu", "the archive line; with this key {noi_nhan} is printed without it"), false, (*composer).archive},
	{"nguoi_ky", diag.M("các dòng quyền hạn và chức vụ của người ký", "all lines of authority and title of the signer"), false, func(c *composer) []doc.Run { return rows(c.signLines(true, true)) }},
	{"quyen_han", diag.M("riêng dòng quyền hạn: TM., KT. …", "the lines of authority alone: TM., KT. …"), false, func(c *composer) []doc.Run { return rows(c.signLines(true, false)) }},
	{"chuc_vu", diag.M("riêng dòng chức vụ", "the title of the signer alone"), false, func(c *composer) []doc.Run { return rows(c.signLines(false, true)) }},
	{"ho_ten", diag.M("họ tên người ký", "the name of the signer"), false, (*composer).signerName},
	{"dia_chi", diag.M("địa chỉ cơ quan", "the address of the body"), false, func(c *composer) []doc.Run { return rows(c.unblank(c.plan.DiaChi.Items)) }},
}

func nothing(*composer) []doc.Run { return nil }

// header gives the lines at the head that come from a key of the plan.
func header(from string) func(*composer) []doc.Run {
	return func(c *composer) []doc.Run {
		var out []plan.Chu
		for _, l := range c.headerLines() {
			if l.From == from {
				out = append(out, c.headerTexts(l)...)
			}
		}
		return c.unbroken(rows(out))
	}
}

// heading gives the form's own lines of some roles.
func heading(roles ...doc.Role) func(*composer) []doc.Run {
	return func(c *composer) []doc.Run {
		var out []plan.Chu
		for _, l := range c.headerLines() {
			if l.From == "" && slices.Contains(roles, doc.Role(l.Role)) {
				out = append(out, c.headerTexts(l)...)
			}
		}
		return rows(out)
	}
}

func (c *composer) headerLines() []standard.HeaderLine {
	return slices.Concat(c.form.Header.Left, c.form.Header.Right)
}

// dayWords is the line of the date without its place.
func (c *composer) dayWords() []doc.Run {
	day := c.plan.Ngay
	return fill(c.dayForm(), map[string][]doc.Run{
		"ngay":  textOrBlank(day.Day, "ngay"),
		"thang": textOrBlank(day.Month, "thang"),
		"nam":   textOrBlank(day.Year, "nam"),
	})
}

func (c *composer) dayForm() string {
	before, after, _ := strings.Cut(c.form.Ngay, "{dia_danh}")
	return strings.Trim(before+after, ", ")
}

func (c *composer) circulation() []doc.Run {
	if c.plan.LuuHanh.Unwished() {
		return nil
	}
	return runsOf(c.plan.LuuHanh)
}

// recipients is nơi nhận; the archive line stands where its own key does. The
// words "Nơi nhận:" are left out where the letterhead has them.
func (c *composer) recipients() []doc.Run {
	list := c.noiNhan()
	if len(list) > 0 && c.says(c.form.NoiNhan.Title) {
		list = list[1:]
	}
	if len(list) > 0 && c.on.Keys["luu"] && !c.plan.Luu.Blank() {
		list = list[:len(list)-1]
	}
	return stacked(list)
}

// archive is the line of nơi nhận that names where the paper is kept.
func (c *composer) archive() []doc.Run {
	list := c.noiNhan()
	if c.plan.Luu.Blank() {
		return nil
	}
	return stacked(list[len(list)-1:])
}

// signLines gives the lines of authority, the titles, or both of the signer.
func (c *composer) signLines(authority, titles bool) []plan.Chu {
	var out []plan.Chu
	for _, k := range c.plan.NguoiKy {
		for _, t := range c.unblank(k.ChucVu.Items) {
			if is := c.isAuthority(t.Plain()); is && authority || !is && titles {
				out = append(out, t)
			}
		}
	}
	return out
}

func (c *composer) signerName() []doc.Run {
	var out []plan.Chu
	for _, k := range c.plan.NguoiKy {
		out = append(out, c.unblank([]plan.Chu{k.HoTen})...)
	}
	return rows(out)
}

// unblank leaves out texts that say nothing.
func (c *composer) unblank(list []plan.Chu) []plan.Chu {
	var out []plan.Chu
	for _, t := range list {
		if !t.Blank() {
			out = append(out, t)
		}
	}
	return out
}

// rows puts texts one below the other.
func rows(list []plan.Chu) []doc.Run {
	var out []doc.Run
	for i, t := range list {
		if i > 0 {
			out = append(out, doc.Run{Break: true})
		}
		out = append(out, runsOf(t)...)
	}
	return out
}

// stacked puts the words of paragraphs one below the other.
func stacked(blocks []doc.Block) []doc.Run {
	var out []doc.Run
	for i, b := range blocks {
		if i > 0 {
			out = append(out, doc.Run{Break: true})
		}
		out = append(out, runsIn(b.(*doc.Paragraph))...)
	}
	return out
}

func runsIn(p *doc.Paragraph) []doc.Run {
	if p == nil {
		return nil
	}
	return p.Runs
}
