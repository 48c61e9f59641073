package build

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"kehoach.example/internal/readback"
)

// TestRandomForeignFiles: files composed of shapes and words by chance, the same
// ones every time, are imported with nothing lost and nothing twice.
func TestRandomForeignFiles(t *testing.T) {
	const files = 200
	o := openOffice(t)
	bad := 0
	for seed := range uint64(files) {
		s := randomSheet(seed)
		if faults := tryForeign(o, s.bytes(), s.source(), nil, nil, ""); len(faults) > 0 {
			t.Errorf("seed %d (%v): %s", seed, s.Maker, strings.Join(faults, "\n"))
			if bad++; bad == 10 {
				t.Fatal("and so on")
			}
		}
	}
	t.Logf("%d files", files)
}

// chance composes a file.
type chance struct {
	*sheet
	*rand.Rand
}

// randomSheet composes the file of a seed.
func randomSheet(seed uint64) *sheet {
	r := rand.New(rand.NewPCG(seed, 5))
	c := chance{newSheet(readback.Maker(r.IntN(4))), r}
	if c.once(8) {
		c.Prefix = "x"
	}
	c.Letter, c.Mirror, c.Strict, c.UTF16 = c.once(9), c.once(9), c.once(9), c.once(9)
	c.head = c.randomHead()
	c.title = c.randomTitle()
	c.body = c.randomBody()
	c.ket = readback.WordPiece{}
	if !c.once(4) {
		c.ket = c.Para("both indent", "Trên đây là Kế hoạch "+c.words(6)+"./.")
	}
	c.foot = c.randomFoot()
	for range c.IntN(3) {
		c.tail = readback.WordPieces(c.tail, c.randomTail())
	}
	if c.once(3) {
		c.Header(c.ParaOf("center", c.Page()))
	}
	return c.sheet
}

// once tells, in one of n cases, yes.
func (c chance) once(n int) bool { return c.IntN(n) == 0 }

func pick[T any](c chance, all ...T) T { return all[c.IntN(len(all))] }

var syllables = strings.Fields("ruộng nương sông suối đồi thông bản làng trẻ già chăm bón gặt hái dệt vải thổ cẩm đan lát giữ rừng trồng cây ươm giống nuôi cá đắp đập khơi mương sửa đường dựng cầu mắc điện dạy chữ kể chuyện múa xòe ném còn góp gạo chia ngọt sẻ bùi thăm hỏi quét dọn đốt lửa canh gác hội họp ghi chép báo tin đi lại mua bán Nà Pá Huổi Co Mường Phiêng Ẳng Tủa Ủm Ỏ")

// words gives n words, with what stands in papers between them.
func (c chance) words(n int) string {
	var out []string
	for range n {
		w := pick(c, syllables...)
		switch c.IntN(24) {
		case 0:
			w = pick(c, "“"+w+"”", "("+w+")", "*"+w+"*", "**"+w+"**", w+",", w+";")
		case 1:
			w = pick(c, "02", "15/6/2026", "30%", "1.200.000", "100", "năm 2026", "2026 - 2030", "số 12/KH-UBND", "m2", "đ/c", "A", "b)", "-", "–")
		case 2:
			w += "\u00a0" + pick(c, syllables...)
		}
		out = append(out, w)
	}
	first := []rune(strings.Join(out, " "))
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}

func (c chance) capitals(n int) string {
	var out []string
	for range n {
		out = append(out, strings.ToUpper(pick(c, syllables...)))
	}
	return strings.Join(out, " ")
}

func (c chance) randomHead() readback.WordPiece {
	names := pick(c, []string{"ỦY BAN NHÂN DÂN", "XÃ " + c.capitals(2)}, []string{"UBND TỈNH " + c.capitals(2), "SỞ " + c.capitals(3)}, []string{"ỦY BAN NHÂN DÂN XÃ " + c.capitals(2), "TRƯỜNG " + c.capitals(4)},
		[]string{"LIÊN ĐOÀN LAO ĐỘNG TỈNH " + c.capitals(2), "CÔNG ĐOÀN XÃ " + c.capitals(2)}, []string{"UBND TỈNH " + c.capitals(2), "BAN " + c.capitals(3), c.capitals(3)})
	number := pick(c, "Số: 37/KH-UBND", "Số:        /KH-SNN", "Số: 134 /KH-CĐ", "Số: ……/KH-BQL", "Số:    /KH - THNT", "Số 12/KH-UBND")
	date := pick(c, "Nà Pá, ngày 09 tháng 3 năm 2026", "Nà Pá, ngày      tháng 3 năm 2026", "Huổi Co, ngày     tháng     năm 2026", "Mường Ẳng, ngày … tháng 3 năm 2026", "Nà Pá, ngày 9 tháng 12 năm 2026")
	para := func(look string, texts ...string) []readback.WordPiece {
		if c.once(4) {
			return []readback.WordPiece{c.Para(look, strings.Join(texts, "\n"))}
		}
		var out []readback.WordPiece
		for _, t := range texts {
			out = append(out, c.Para(look, t))
		}
		return out
	}
	rule := func(mm int) []readback.WordPiece {
		return pick(c, nil, []readback.WordPiece{c.ParaOf("center", c.Rule(mm))}, []readback.WordPiece{c.Para("center", "---------")}, []readback.WordPiece{c.Empty(1)})
	}
	left := [][]readback.WordPiece{para("center b 13", names...), rule(18), {c.Para("center 13", number)}}
	right := [][]readback.WordPiece{para("center b 13", pick(c, quocHieu, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"), pick(c, tieuNgu, "Độc lập – Tự do – Hạnh phúc")), rule(57), {c.Para("center i 14", date)}}
	if c.once(6) {
		return readback.WordPieces(c.Para("tabs=1800,6800 b", "\t"+names[0]+"\t"+quocHieu), c.Para("tabs=1800,6800 b", "\t"+strings.Join(names[1:], " ")+"\t"+tieuNgu), c.Para("tabs=1800,6800", "\t"+number+"\t"+date))
	}
	return c.columns(left, right)
}

// columns makes a table of two columns out of the groups of lines of its sides:
// all in one row, or in several, with or without a column between.
func (c chance) columns(left, right [][]readback.WordPiece) readback.WordPiece {
	spacer, cuts := c.once(3), c.IntN(3)
	widths := []int{3600, 6000}
	if spacer {
		widths = []int{3400, 300, 5900}
	}
	var rows [][]readback.WordCell
	for len(left) > 0 {
		n := 1
		if len(rows) == cuts {
			n = len(left)
		}
		cell := func(groups [][]readback.WordPiece) readback.WordCell {
			var all []readback.WordPiece
			for _, g := range groups {
				all = append(all, g...)
			}
			if len(all) == 0 {
				all = append(all, c.Empty(1))
			}
			return readback.CellOf(all...)
		}
		row := []readback.WordCell{cell(left[:n]), cell(right[:n])}
		if spacer {
			row = []readback.WordCell{row[0], c.Cell(""), row[1]}
		}
		rows = append(rows, row)
		left, right = left[n:], right[n:]
	}
	return c.Table("", widths, rows...)
}

func (c chance) randomTitle() readback.WordPiece {
	lines := []string{"Về " + c.words(5)}
	for range c.IntN(3) {
		lines = append(lines, strings.ToLower(pick(c, syllables...))+" "+c.words(5)+" năm 2026")
	}
	out := []readback.WordPiece{c.Empty(c.IntN(2)), c.Para("center b 14", "KẾ HOẠCH")}
	if c.once(3) {
		out = append(out, c.Para("center b 14", strings.Join(lines, "\n")))
	} else {
		out = append(out, c.Paras("center b 14", lines...))
	}
	if c.once(2) {
		out = append(out, c.ParaOf("center", c.Rule(40)))
	}
	return readback.WordPieces(append(out, c.Empty(c.IntN(2)))...)
}

func (c chance) randomBody() readback.WordPiece {
	var out []readback.WordPiece
	for range c.IntN(4) {
		out = append(out, c.line(pick(c, "Căn cứ ", "Thực hiện ", "Theo đề nghị của "), ";"))
	}
	out = append(out, c.Para("both indent", pick(c, "\t", "", "")+"Ủy ban nhân dân xã ban hành Kế hoạch "+c.words(4)+" như sau:"))
	roman := []string{"I", "II", "III", "IV", "V"}
	list := c.List(readback.WordLevel{Format: "decimal", Text: "%1."})
	for i := range 2 + c.IntN(3) {
		out = append(out, c.Para("both indent b", roman[i]+". "+pick(c, "MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN", c.capitals(4))))
		num := c.Restart(list, 0, 1)
		auto := c.once(3)
		for j := range 1 + c.IntN(4) {
			if auto {
				out = append(out, c.Numbered("both num="+num+"/0", itoa(j+1)+".", c.words(8)+pick(c, ".", "", ":")))
			} else {
				out = append(out, c.line(itoa(j+1)+". ", pick(c, ".", "", ":", ";")))
			}
			for range c.IntN(3) {
				out = append(out, c.randomBlock())
			}
		}
	}
	return readback.WordPieces(out...)
}

// line makes a paragraph of words behind a lead, perhaps with something beside
// the text in it.
func (c chance) line(lead, end string) readback.WordPiece {
	text := c.words(4 + c.IntN(12))
	switch c.IntN(14) {
	case 0:
		return c.ParaOf("both indent", c.Text("", lead+text), c.Footnote(c.words(5)+"."), c.Text("", " "+c.words(2)+end))
	case 1:
		return c.ParaOf("both indent", c.Text("", lead+text+" "), c.Deleted(c.Text("", c.words(2))), c.Inserted(c.Text("", c.words(2))), c.Text("", end))
	case 2:
		return c.ParaOf("both indent", c.Text("", lead+text+" "), c.Field(" REF x ", c.Text("", "mục II")), c.Text("", end))
	case 3:
		return c.ParaOf("both indent", c.Text("", lead+text+" "), c.Tagged(c.Control(c.Text("", c.words(2)))), c.Text("", end))
	case 4:
		return c.ParaOf("both indent", c.Text("", lead+text+" "), c.Commented(c.Text("", c.words(2)), c.words(3)), c.Text("", end))
	case 5:
		return c.Para("both indent", "**"+lead+c.words(2)+":** "+text+end)
	case 6:
		return c.Para("both indent", lead+text+"\n"+strings.ToLower(pick(c, syllables...))+end)
	case 7:
		return c.Control(c.Para("both indent", lead+text+end))
	}
	return c.Para("both indent", lead+text+end)
}

func (c chance) randomBlock() readback.WordPiece {
	switch c.IntN(12) {
	case 0:
		return c.randomTable()
	case 1:
		return c.ParaOf("", c.TextBox(c.words(4)))
	case 2:
		return c.ParaOf("center", c.Picture())
	case 3:
		return c.Empty(2)
	case 4:
		return c.line("", ".")
	case 5:
		return c.Numbered("num="+c.List(readback.WordLevel{Format: "bullet", Text: "-"})+"/0", "", c.words(5)+".")
	case 6:
		return readback.WordPieces(c.line("+ ", ";"), c.line("+ ", "."))
	case 7:
		return c.line("1.1. ", ".")
	case 8:
		return readback.WordPieces(c.line("a) ", ";"), c.line("đ) ", "."))
	}
	return c.line("- ", pick(c, ".", ";", ""))
}

// randomTable makes a table with lines, some cells merged.
func (c chance) randomTable() readback.WordPiece {
	cols := 2 + c.IntN(4)
	widths := make([]int, cols)
	for i := range widths {
		widths[i] = 9600 / cols
	}
	var rows [][]readback.WordCell
	down := make([]bool, cols) // a merge is open in this column
	for r := range 2 + c.IntN(4) {
		var row []readback.WordCell
		for i := 0; i < cols; i++ {
			cell := c.Cell("", c.words(1+c.IntN(4)))
			switch {
			case r > 0 && down[i] && c.once(2):
				cell = c.Cell("")
				cell.Down = "on"
			case c.once(6) && i+1 < cols:
				cell.Across = 2
				down[i], down[i+1] = false, false
				i++
			case c.once(5):
				cell.Down = "first"
				down[i] = true
			case c.once(8):
				cell = c.Cell("", c.words(2), "- "+c.words(3))
				down[i] = false
			default:
				down[i] = false
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return c.Table(pick(c, "grid", "styled", "grid head"), widths, rows...)
}

func (c chance) randomFoot() readback.WordPiece {
	items := []string{"Nơi nhận:"}
	for range 1 + c.IntN(4) {
		items = append(items, "- "+pick(c, "Đảng ủy xã", "Các thôn, bản", "Phòng "+c.words(2), "Như trên", "TT. HĐND xã (để b/c)")+";")
	}
	items = append(items, pick(c, "- Lưu: VT.", "- Lưu: VT, VHXH (05b)."))
	sign := pick(c, []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, []string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, []string{"HIỆU TRƯỞNG"}, []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"})
	name := pick(c, "Lò Thị Mận", "ThS. Vàng A Chứ", "Quàng Văn Chựa", "TS. Tòng Thị Ủm")
	left := [][]readback.WordPiece{{c.Para("b i 12", items[0]), c.Paras("11", items[1:]...)}, {c.Empty(1)}, {c.Empty(1)}}
	right := [][]readback.WordPiece{{c.Paras("center b 14", sign...)}, {c.Empty(4)}, {c.Para("center b 14", name)}}
	switch c.IntN(6) {
	case 0:
		return readback.WordPieces(c.Paras("11", items...), c.Paras("right b", sign...), c.Empty(3), c.Para("right b", name))
	case 1:
		return readback.WordPieces(c.Paras("right b", sign...), c.Empty(3), c.Para("right b", name), c.Paras("11", items...))
	}
	return readback.WordPieces(c.Empty(1), c.columns(left, right))
}

func (c chance) randomTail() readback.WordPiece {
	out := []readback.WordPiece{}
	look := "center b break"
	if c.once(2) {
		out, look = append(out, c.Section("")), "center b"
	}
	out = append(out, c.Para(look, pick(c, "PHỤ LỤC", "Phụ lục I", "Phụ lục số 02", "Biểu số 01")), c.Para("center b", c.capitals(5)))
	if c.once(2) {
		out = append(out, c.Para("center i", fmt.Sprintf("(Kèm theo Kế hoạch số %d/KH-UBND ngày 09/3/2026 của Ủy ban nhân dân xã)", c.IntN(90))))
	}
	for range 1 + c.IntN(4) {
		out = append(out, c.randomBlock())
	}
	return readback.WordPieces(append(out, c.line("", "./."))...)
}
