package compose

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// lost warns of all words of the plan for which the letterhead has neither a key
// nor the same words of its own: they would be missing on paper.
func (c *composer) lost() {
	if c.attached() { // notPrinted has told of them
		c.lostTitle()
		return
	}
	p := c.plan
	c.lostLines("co_quan_chu_quan", p.CoQuanChuQuan.Items)
	c.lostLines("co_quan", p.CoQuan.Items)
	c.lostText("so_ky_hieu", p.So, "so")
	c.lostText("so_ky_hieu", p.KyHieu, "ky_hieu")
	c.lostLines("dia_danh_ngay", []plan.Chu{p.DiaDanh}, "dia_danh")
	if day := p.Ngay.String(); day != "" {
		c.lostWords("dia_danh_ngay", day, p.Ngay.At, "ngay")
	}
	c.lostMark("do_khan", p.DoKhan)
	c.lostMark("du_thao", p.DuThao)
	c.lostMark("luu_hanh", p.LuuHanh)
	c.lostLines("dia_chi", p.DiaChi.Items)
	c.lostLogo()
	c.lostTitle()
	if c.on.footed() {
		c.lostFoot()
	}
}

func (c *composer) lostTitle() {
	if !c.on.titled() {
		return
	}
	c.lostLines("ten_loai", []plan.Chu{c.plan.TenLoai})
	c.lostText("phu_de", c.plan.PhuDe)
}

func (c *composer) lostFoot() {
	p := c.plan
	if words := p.NoiNhan.Plain("; "); words != "" {
		c.lostWords("noi_nhan", words, p.NoiNhan.At)
	}
	c.lostText("noi_nhan", p.Luu, "luu")
	if len(p.NguoiKy) != 1 { // none, or refused
		return
	}
	c.lostLines("nguoi_ky", c.signLines(true, false), "quyen_han")
	c.lostLines("nguoi_ky", c.signLines(false, true), "chuc_vu")
	c.lostLines("ho_ten", []plan.Chu{p.NguoiKy[0].HoTen})
}

// lostLogo tells of a logo: the letterhead has its own or none.
func (c *composer) lostLogo() {
	t := c.plan.BieuTrung
	if t.Unwished() {
		return
	}
	c.found("LETTERHEAD-LOST", diag.Warning, t.At,
		diag.M("giấy tiêu đề %s không lấy bieu_trung của kế hoạch: %s", "the letterhead %s does not take the bieu_trung of the plan: %s", c.on.Name, t.Plain()),
		diag.M("chèn biểu trưng vào tệp Word của giấy tiêu đề, rồi bỏ khóa này khỏi kế hoạch", "put the logo into the Word file of the letterhead and leave this key out of the plan"))
}

// lostLines tells of the lines that the letterhead does not have as its own
// words either.
func (c *composer) lostLines(key string, list []plan.Chu, also ...string) {
	for _, t := range list {
		if !t.Blank() && !c.says(t.Plain()) {
			c.lostText(key, t, also...)
		}
	}
}

func (c *composer) lostMark(key string, t plan.Chu) {
	if !t.Unwished() {
		c.lostText(key, t)
	}
}

func (c *composer) lostText(key string, t plan.Chu, also ...string) {
	if !t.Blank() {
		c.lostWords(key, t.Plain(), t.At, also...)
	}
}

// lostWords tells of words that none of these keys prints.
func (c *composer) lostWords(key, words string, at diag.Place, also ...string) {
	if c.on.has(append(also, key)...) {
		return
	}
	c.found("LETTERHEAD-LOST", diag.Warning, at,
		diag.M("giấy tiêu đề %s không có chỗ in %q: thiếu khóa {%s}", "the letterhead %s has no place for %q: the key {%s} is missing", c.on.Name, words, key),
		diag.M("viết {%s} vào chỗ cần in trong tệp Word, hoặc bỏ chữ này khỏi kế hoạch", "write {%s} where it should stand in the Word file, or leave the words out of the plan", key))
}

// says tells whether words stand in the letterhead, in letters of any case.
func (c *composer) says(words string) bool {
	return containsWord(folded(c.on.Words), folded(words))
}

// folded is a text in small letters with single blanks.
func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
