package build_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Plans that no clerk would write, made the same in every run: they put every
// kind of paragraph at every height of a page.

// syllables are what generated sentences are made of.
var syllables = strings.Fields(`ban vườn ruộng kênh cầu phà bến chợ trường lớp học sinh giáo viên xưởng máy thợ
	nghề việc ngày tháng quý năm kiểm tra báo cáo họp tổ đội nhóm khu phố thôn bản xã phường tỉnh nước sạch
	đèn đường cây xanh rác thải phân loại thu gom vận chuyển an toàn điện lửa khói còi xe đạp thuyền ghe lưới
	cá tôm lúa ngô khoai sắn chè cà phê hạt tiêu quả ngọt giống mới kỹ thuật sổ tay bảng kê danh sách kinh phí
	nguồn quỹ hỗ trợ vay vốn trả dần nghiêm túc khẩn trương thường xuyên định kỳ đột xuất Nghiễm Thuỵ Quỳnh
	phướng nghiêng thượng khuỷu ngoằn ngoèo ở ý ạ i ra vào`)

// odd are tokens at which programs differ about where a line may end.
var odd = []string{
	"10/10/1954-10/10/2026", "2026 - 2030", "2026–2030", "TP.HCM-Cần", "KT-XH,", "và/hoặc", "(kể cả", "ngoài giờ)",
	"“Máy sạch,", "xưởng sáng”", "12,5%", "1.000.000 đồng", "01/3/2027;", "số 30/2020/NĐ-CP", "dự kiến…", "A&B",
	"www.bandoc.example/muon-sach?ma=12-34", "thu.vien@bandoc.example", "tổ 1-2-3-4", "- rồi -", "—", "–", "70-80%",
}

type generator struct {
	*rand.Rand
	strings.Builder
}

func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 30))}
}

// sentence gives n words; with looks some stand bold or italic.
func (g *generator) sentence(n int, looks bool) string {
	words := make([]string, n)
	for i := range words {
		words[i] = syllables[g.IntN(len(syllables))]
		if looks && i > 0 && g.IntN(9) == 0 {
			words[i] = odd[g.IntN(len(odd))]
		}
	}
	for i := 0; looks && i+4 < n; i += 6 {
		if mark := []string{"", "", "", "*", "**", "***"}[g.IntN(6)]; mark != "" {
			j := i + 1 + g.IntN(3)
			words[i], words[j] = mark+words[i], words[j]+mark
		}
	}
	return "N" + strings.Join(words, " ")
}

// body writes a part with this many lines of outline: headings over items of
// one to nine lines, in random order.
func (g *generator) body(lines int) {
	for range lines {
		switch g.IntN(8) {
		case 0:
			fmt.Fprintf(g, "      %d. %s\n", 1+g.IntN(9), g.sentence(3+g.IntN(22), false))
		case 1:
			fmt.Fprintf(g, "      %d.%d. %s\n", 1+g.IntN(9), 1+g.IntN(9), g.sentence(3+g.IntN(5), false))
		default:
			sign := []string{"", "- ", "+ ", "a) ", "1.1.1. "}[g.IntN(5)]
			fmt.Fprintf(g, "      %s%s.\n", sign, g.sentence(4+g.IntN(120), true))
		}
	}
}

const generatedHead = `the_thuc: nd30
co_quan_chu_quan: SỞ THỬ NGHIỆM
co_quan: PHÒNG SINH CHỮ
so: 99
ky_hieu: KH-PSC
dia_danh: Hà Nội
ngay: 02/01/2027
trich_yeu: Văn bản sinh ra để thử
muc:
`

const generatedFoot = `noi_nhan:
  - Sở Thử nghiệm
  - Các phòng
luu: VT
nguoi_ky:
  chuc_vu: TRƯỞNG PHÒNG
  ho_ten: Máy Sinh Chữ
`

// randomPlan is a plan of about this many lines of outline.
func randomPlan(seed uint64, lines int) string {
	g := newGenerator(seed)
	g.WriteString(generatedHead)
	for n := lines; n > 0; n -= 20 {
		fmt.Fprintf(g, "  - tieu_de: %s\n    noi_dung: |\n", strings.ToUpper(g.sentence(3, false)))
		g.body(min(n, 20))
	}
	fmt.Fprintf(g, "ket: |\n  %s.\n", g.sentence(60, false))
	return g.String() + generatedFoot
}

// signaturePlan ends its text k lines below a fixed place, so that a row of
// these plans moves the signature over the foot of the page line by line.
func signaturePlan(k int) string {
	g := newGenerator(7)
	g.WriteString(generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n")
	for i := range 9 + k {
		fmt.Fprintf(g, "      %d. Dòng ngắn.\n", i+1)
	}
	fmt.Fprintf(g, "ket: |\n  %s.\n", g.sentence([]int{8, 30, 55, 90}[k%4], false))
	return g.String() + generatedFoot
}

// headingPlan puts a chain of headings over a paragraph k lines down the page.
func headingPlan(k int) string {
	g := newGenerator(8)
	g.WriteString(generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n")
	for i := range 18 + k/2 {
		fmt.Fprintf(g, "      - Dòng ngắn số %d.\n", i+1)
	}
	if k%2 == 1 {
		fmt.Fprintf(g, "      - %s.\n", g.sentence(36, false))
	}
	g.WriteString("  - tieu_de: PHẦN SAU\n    noi_dung: |\n      1. Đề mục một\n      1.1. Đề mục hai\n")
	fmt.Fprintf(g, "      - %s.\n      - Hết.\n", g.sentence([]int{6, 24, 44, 62, 90}[k%5], false))
	return g.String() + generatedFoot
}

// separators are what may stand between two halves of a word; a line may end
// behind some of them, before some, between two, or not at all.
var separators = strings.Fields(`! # % & ' ( ) * + , - . / : ; = ? @ [ ] _ " “ ” ‘ ’ … – — ° × §
	-“ -( -" -‘ )- ”- -- …- -… …( …“ –“ !? ?! …! -/ /- :- ?( !( )( ”( %( %- .- ,- ;- -+ (- “-`)

// breakPlan has a paragraph for each separator between letters and between
// digits, such that the first line ends at the separator or before the word.
func breakPlan() string {
	g := newGenerator(9)
	g.WriteString(generatedHead + "  - tieu_de: CHỖ NGẮT DÒNG\n    noi_dung: |\n")
	escape := strings.NewReplacer("*", `\*`, "[", `\[`, "]", `\]`, "(", `\(`, ")", `\)`, "#", `\#`)
	for _, half := range []string{strings.Repeat("abcdefgh", 4), strings.Repeat("12345678", 4)} {
		for _, s := range separators {
			fmt.Fprintf(g, "      Chữ %s%s%s hết.\n", half, escape.Replace(s), half)
		}
	}
	return g.String() + generatedFoot
}

// slashPlan moves numbers of documents and addresses over the end of a line:
// a line ends behind a hyphen, but LibreOffice goes back to the blank where the
// last place to end it would be behind a slash.
func slashPlan() string {
	g := newGenerator(10)
	g.WriteString(generatedHead + "  - tieu_de: GẠCH CHÉO\n    noi_dung: |\n")
	for _, token := range []string{"05-CT/TW", "145-KH/BTGDVTU", "12/KH-LĐLĐ", "30/2020/NĐ-CP", "thu-vien/muon-sach", "10/10/1954-10/10/2026"} {
		for i := range 12 {
			fmt.Fprintf(g, "      Văn bản gửi các đơn vị, tổ chức, cá nhân có liên quan tới %s %s ngày ký.\n", strings.Repeat("mi", i), token)
		}
	}
	return g.String() + generatedFoot
}

// widowPlan has a paragraph of five lines under a heading at the foot of a
// page, with room for four of them: see TestKnownOddity.
func widowPlan() string {
	g := newGenerator(11)
	g.WriteString(generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n      - hai dòng" + strings.Repeat(" cho đủ", 12) + ".\n")
	for i := range 18 {
		fmt.Fprintf(g, "      - Dòng ngắn số %d.\n", i+1)
	}
	g.WriteString("      2. đề mục\n      - văn" + strings.Repeat(" cũng dài", 40) + ".\n" + strings.Repeat("      - Thêm.\n", 8))
	return g.String() + generatedFoot
}
