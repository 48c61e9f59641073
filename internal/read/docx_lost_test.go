package read_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
)

// pool are paragraphs that stand in plans, of all places; a test strews them.
var pool = []string{
	"^!ỦY BAN NHÂN DÂN", "^!XÃ BÌNH THANH", "^SỞ VĂN HÓA TỈNH CAO SƠN", "^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "^!Độc lập - Tự do - Hạnh phúc",
	"^Số:     /KH-UBND", "^Số 18-KH/ĐU", "^Bình Thanh, ngày     tháng 3 năm 2027", "^!ĐẢNG CỘNG SẢN VIỆT NAM", "^*", "^-----", "^=", "#DỰ THẢO LẦN 3", "#Tem kho sách số bốn", "^2",
	"^!KẾ HOẠCH", "^!Tổ chức ngày hội đọc sách|năm 2027", "^(Kèm theo Quyết định số 15/QĐ-UBND của xã)", "^!QUYẾT ĐỊNH",
	"Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", "Thực hiện Kế hoạch số 12/KH-SVH của Sở;", "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
	"!I. MỤC ĐÍCH, YÊU CẦU", "!1. Mục đích", "!2. Yêu cầu", "- Nhà nào cũng có sách.", "a) Gọn nhẹ, ít tốn kém.|- Có người dự.", "_Đoạn chữ thường giữa các phần, không có số.", "!II. TỔ CHỨC THỰC HIỆN", "1. Thôn lo sách trước ngày 20/4/2027.", "Trên đây là Kế hoạch của xã./.",
	"!Nơi nhận:", "Nơi nhận: như trên;", "- Các trường (để b/c);", "- Lưu: VT, VH.", "^!TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "^!KT. GIÁM ĐỐC", "^!PHÓ GIÁM ĐỐC", "_^!Trần Thị Sách", "(Đã ký)",
	"%^!PHỤ LỤC I", "^!DANH MỤC SÁCH", "Chữ ở cuối văn bản", "Một dòng\tcó thẻ\tba cột",
}

// strewn makes a document of paragraphs and tables in any order.
func strewn(r *rand.Rand) *ooxml.Document {
	pick := func(n int) []string {
		var out []string
		for range n {
			out = append(out, pool[r.Intn(len(pool))])
		}
		return out
	}
	var blocks []any
	for range 3 + r.Intn(25) {
		switch r.Intn(8) {
		case 0:
			t := &ooxml.Table{Bordered: r.Intn(2) == 0}
			columns := 1 + r.Intn(3)
			for range 1 + r.Intn(3) {
				var row ooxml.Row
				for c := 0; c < columns; c++ {
					cell := cell(pick(r.Intn(3))...)
					if r.Intn(6) == 0 {
						cell.Blocks = append(cell.Blocks, table(row2(pick(2))))
					}
					if cell.Across = 1; r.Intn(5) == 0 && c+1 < columns {
						cell.Across, c = 2, c+1
					}
					row.Cells = append(row.Cells, cell)
				}
				t.Rows = append(t.Rows, row)
			}
			blocks = append(blocks, t)
		default:
			blocks = append(blocks, pick(1)[0])
		}
	}
	if r.Intn(3) > 0 { // most of them begin and go on as plans do
		blocks = append(joinAll(table(row(cell(left...), cell(right...))), titleLines, bodyLines), blocks...)
	}
	return docOf(blocks...)
}

func row2(texts []string) []ooxml.Cell { return []ooxml.Cell{cell(texts[0]), cell(texts[1])} }

// TestDOCXNothingLost: whatever stands where, every letter of a Word file is in
// the plan, once.
func TestDOCXNothingLost(t *testing.T) {
	opt := options(t)
	opt.AnyDocument = true
	for seed := range int64(600) {
		d := strewn(rand.New(rand.NewSource(seed)))
		lines := slices.Clone(d.Lines)
		p, fs := read.Document("f", d, nil, opt)
		if p == nil {
			t.Fatal(fs)
		}
		for _, f := range fs {
			if f.Code == "TEXT-PAGENO" {
				lines[f.At.Line-1] = ""
			}
		}
		source, text := strings.Join(lines, "\n"), everything(p)
		if strings.Contains(told(fs), "không có tên loại KẾ HOẠCH ở đầu") && p.TenLoai.Blank() {
			text = strings.Replace(text, "KẾ HOẠCH\n", "", 1) // the form's own
		}
		want, got := letters(source), letters(text)
		if missing, extra := readback.MissingWords(want, got); len(missing)+len(extra) > 0 {
			t.Errorf("seed %d: lost %q, added %q\n%s\n---\n%s\n%s", seed, missing, extra, source, text, told(fs))
			return
		}
	}
}

func told(fs []diag.Finding) string {
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.Code + " " + f.Message.Vi + "\n")
	}
	return b.String()
}

// everything is the text of a plan with all its keys, as it would stand on paper.
func everything(p *plan.Plan) string {
	q := *p
	q.PhuLuc = nil
	q.Muc = nil
	var b strings.Builder
	van := func(v plan.Van) {
		for _, d := range v.Doan {
			if d.Loai == plan.GhiChu || d.Rong {
				continue
			}
			b.WriteString(d.Nhan + " " + d.Chu.Plain() + "\n")
			for _, c := range d.O {
				b.WriteString(c.Plain() + "\n")
			}
		}
	}
	n := 0
	for _, m := range p.Muc {
		if m.TieuDe.Given {
			n++
			so := plan.Roman(n)
			if !m.So.Blank() {
				so = m.So.Plain()
			}
			b.WriteString(so + ". " + m.TieuDe.Plain() + "\n")
		}
		if m.MucDich.Given {
			b.WriteString("1. Mục đích\n2. Yêu cầu\n")
		}
		van(m.MucDich)
		van(m.YeuCau)
		van(m.NoiDung)
		van(m.NhiemVu.Bang)
	}
	van(q.MoDau)
	q.MoDau = plan.Van{}
	for _, a := range p.PhuLuc {
		for _, c := range []plan.Chu{a.Nhan, a.PhuDe, a.KemTheo} {
			if c.Plain() != "không" {
				b.WriteString(c.Plain() + "\n")
			}
		}
		b.WriteString(a.TieuDe.Plain("\n") + "\n")
		van(a.NoiDung)
		van(a.NhiemVu.Bang)
	}
	b.WriteString(p.DauDe + "\n" + p.KemTheo.Plain() + "\n" + p.DoKhan.Plain() + "\n" + p.LuuHanh.Plain() + "\n" + p.DiaChi.Plain("\n") + "\n")
	switch lan := p.DuThao.Plain(); {
	case lan == "có":
		b.WriteString("DỰ THẢO")
	case p.DuThao.Given:
		b.WriteString("DỰ THẢO LẦN " + lan)
	}
	return write.Text(&q) + "\n" + b.String()
}
