package check

import (
	"maps"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// pageRules look at the finished pages and point back into the plan.
func pageRules() []Rule {
	return []Rule{
		{
			Code: "PAGE-HEAD", Group: GroupPage, Basis: "NĐ 30/2020, PL I, IV; HD 05-HD/VPTW, tr. 2-10", Fix: Never,
			Title: diag.M("dòng ở đầu trang bị xuống dòng", "a line of the head is broken"),
			Why: diag.M("Quốc hiệu, Tiêu ngữ, số ký hiệu, địa danh và ngày tháng mỗi thứ đứng trên một dòng; bị ngắt thì đầu văn bản lệch.",
				"The national name and motto, number and symbol, place and date each stand on one line; a broken one spoils the head."),
			Bad:  Sample{Key: "dia_danh", Text: "Xã Sơn Hạ thuộc vùng núi phía tây của tỉnh, giáp với ba xã và một phường"},
			Good: Sample{Key: "dia_danh", Text: "Sơn Hạ"},
			Run:  pageHead,
		},
		{
			Code: "PAGE-SIGN", Group: GroupPage, Basis: "thực hành văn thư", Fix: Never,
			Title: diag.M("chữ ký đứng một mình trên trang", "the signature stands alone on its page"),
			Why: diag.M("Trang chỉ có nơi nhận và chữ ký thì không gắn với nội dung: có thể bị thay phần trên mà chữ ký vẫn thật. Khối này cũng không nên vắt qua hai trang.",
				"A page with recipients and signature alone is not tied to the text: what is above could be changed below a true signature. Nor should the block run over two pages."),
			Bad:  Sample{Key: "noi_nhan", Text: manyRecipients()},
			Good: Sample{Key: "noi_nhan", Text: "\n  - Các thôn"},
			Run:  pageSign,
		},
		{
			Code: "PAGE-HEADING", Group: GroupPage, Basis: "thực hành văn thư", Fix: Never,
			Title: diag.M("đề mục đứng cuối trang", "a heading at the foot of a page"),
			Why: diag.M("Đề mục phải đi cùng ít nhất một dòng nội dung; đề mục cuối trang là dấu hiệu của phần bị bỏ trống.",
				"A heading goes with at least a line of its text; one at the foot of a page is a sign of a part that was left empty."),
			Bad:  Sample{Key: "phu_luc", Text: "\n  - tieu_de: DANH SÁCH CÂY\n    noi_dung: |\n      I. THÔN THƯỢNG\n      Trồng 120 cây.\n      II. THÔN HẠ"},
			Good: Sample{Key: "phu_luc", Text: "\n  - tieu_de: DANH SÁCH CÂY\n    noi_dung: |\n      I. THÔN THƯỢNG\n      Trồng 120 cây.\n      II. THÔN HẠ\n      Trồng 80 cây."},
			Run:  pageHeading,
		},
	}
}

// manyRecipients is a list that no page holds.
func manyRecipients() string {
	out := ""
	for range 90 {
		out += "\n  - Các thôn"
	}
	return out
}

// blocks finds the paragraphs of the paper by their number.
func (p *Pass) blocks() map[int]*doc.Paragraph {
	out := map[int]*doc.Paragraph{}
	if p.Doc == nil || p.Pages == nil {
		return out
	}
	p.Doc.Walk(func(b doc.Block) {
		if para, ok := b.(*doc.Paragraph); ok {
			out[para.ID] = para
		}
	})
	return out
}

// placeOfBlock is where a paragraph of the paper stands in the plan; what the
// form adds of itself is told at the first line.
func (p *Pass) placeOfBlock(b *doc.Paragraph) diag.Place {
	return p.placeOr(b != nil && b.At.Line > 0, at(b))
}

func at(b *doc.Paragraph) diag.Place {
	if b == nil {
		return diag.Place{}
	}
	return b.At
}

var oneLine = map[string]bool{string(doc.QuocHieu): true, string(doc.TieuNgu): true, string(doc.TieuDe): true, string(doc.So): true, string(doc.Ngay): true}

func pageHead(p *Pass) {
	blocks := p.blocks()
	if len(blocks) == 0 || len(p.Pages.Pages) == 0 {
		return
	}
	first := map[int]*page.Word{}
	broken := map[string]*doc.Paragraph{}
	words := p.Pages.Pages[0].Words
	for i := range words {
		w := &words[i]
		if i > 0 && w.Block == words[i-1].Block && w.Y == words[i-1].Y && w.Role == words[i-1].Role {
			continue
		}
		was, seen := first[w.Block]
		if !seen {
			first[w.Block] = w
		}
		if seen && was.Y != w.Y && oneLine[w.Role] {
			broken[w.Role] = blocks[w.Block]
		}
	}
	if broken[string(doc.Ngay)] != nil {
		delete(broken, string(doc.So)) // it has the room that the date leaves
	}
	for _, role := range slices.Sorted(maps.Keys(broken)) {
		place := p.placeOfBlock(broken[role])
		if role == string(doc.Ngay) && p.Plan.DiaDanh.At.Line > 0 {
			place = p.Plan.DiaDanh.At
		}
		p.Report(place, diag.M("dòng này ở đầu trang 1 dài quá, phải xuống dòng", "this line at the head of page 1 is too long and is broken"),
			diag.M("rút gọn địa danh (chỉ ghi tên riêng) hoặc ký hiệu", "shorten the place (the proper name alone) or the symbol"))
	}
}

// The roles of the block at the end, and of what stands in margins or belongs to
// the letterhead (mau).
var (
	footRoles   = map[string]bool{string(doc.NoiNhan): true, string(doc.NoiNhanItem): true, string(doc.QuyenHan): true, string(doc.ChucVu): true, string(doc.HoTen): true}
	marginRoles = map[string]bool{string(doc.SoTrang): true, string(doc.ChuThich): true, string(doc.DiaChi): true, string(doc.LuuHanh): true, string(doc.LuuHanhCuoi): true, "mau": true, "": true}
)

func pageSign(p *Pass) {
	blocks := p.blocks()
	if len(blocks) == 0 {
		return
	}
	pages := 0
	for i, pg := range p.Pages.Pages {
		foot, text := 0, false
		for i := range pg.Words {
			w := &pg.Words[i]
			if i > 0 && w.Block == pg.Words[i-1].Block && w.Role == pg.Words[i-1].Role {
				continue
			}
			switch {
			case footRoles[w.Role]:
				foot = w.Block
			case !marginRoles[w.Role]:
				text = true
			}
		}
		if foot == 0 {
			continue
		}
		hint := diag.M("rút bớt nội dung hoặc nơi nhận, hoặc thêm nội dung để đoạn cuối sang cùng trang", "shorten the text or the recipients, or let the last paragraph move to the same page")
		if pages++; pages == 2 {
			p.Report(p.placeOfBlock(blocks[foot]), diag.M("nơi nhận, chữ ký vắt sang trang %d", "recipients and signature run on to page %d", i+1), hint)
		} else if !text {
			p.Report(p.placeOfBlock(blocks[foot]), diag.M("trang %d chỉ có nơi nhận và chữ ký", "page %d holds recipients and signature alone", i+1), hint)
		}
	}
}

var headingRoles = map[string]bool{
	string(doc.Muc): true, string(doc.KhoanDeMuc): true, string(doc.Khoan2DeMuc): true, string(doc.Khoan3DeMuc): true,
	string(doc.NhanPhuLuc): true, string(doc.TenPhuLuc): true,
}

func pageHeading(p *Pass) {
	blocks := p.blocks()
	if len(blocks) == 0 {
		return
	}
	for i, pg := range p.Pages.Pages {
		if last := lowest(pg); last != nil && headingRoles[last.Role] {
			p.Report(p.placeOfBlock(blocks[last.Block]), diag.M("đề mục này là dòng cuối của trang %d", "this heading is the last line of page %d", i+1),
				diag.M("thêm nội dung dưới đề mục, hoặc bỏ đề mục", "write text below the heading, or leave it out"))
		}
	}
}

// lowest is the word nearest to the foot of a page, those in margins left out.
func lowest(pg page.Page) *page.Word {
	var out *page.Word
	for i := range pg.Words {
		if w := &pg.Words[i]; (out == nil || w.Y > out.Y) && !marginRoles[w.Role] {
			out = w
		}
	}
	for _, im := range pg.Images {
		if out != nil && im.Y > out.Y {
			return nil
		}
	}
	return out
}
