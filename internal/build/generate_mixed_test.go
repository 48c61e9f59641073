package build_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A mixed plan is a short plan with some of many features, drawn by chance, in
// one of the forms. It tells which features it has.
type mixed struct {
	*generator
	has   map[string]bool
	notes []string
}

// pick draws a feature with a chance of so many in a hundred.
func (g *mixed) pick(feature string, chance int) bool {
	if g.IntN(100) >= chance {
		return false
	}
	g.has[feature] = true
	return true
}

// longWords are wider than a narrow column, and break where programs differ.
var longWords = []string{
	"www.bandoc.example/muon-sach-theo-chu-de", "thu.vien.xa.phu.sa@bandoc.example", "Khuuuuuuuuuuuuuuuuuuuuuuuuuuuuỷu",
	"145/KH-BTGDVTU-BTCTU-VPTU", "nông-lâm-ngư-diêm-công-thương-nghiệp",
}

var ranges = []string{"10/10/1954-10/10/2026", "2026 - 2030", "2026–2030", "70-80%", "TP.HCM-Cần", "KT-XH,", "tổ 1-2-3-4", "- rồi -", "— và —"}

var dates = []string{"ngày 05 tháng 01 năm 2027", "01/3/2027;", "trước ngày 31/12/2027", "quý IV/2027", "tháng 02/2027", "(28/7/1929 - 28/7/2027)"}

// words are n words with what the features of the plan add.
func (g *mixed) words(n int) string {
	out := strings.Fields(g.sentence(n, false))
	for _, add := range []struct {
		feature string
		list    []string
	}{{"từ dài", longWords}, {"gạch nối, khoảng", ranges}, {"ngày tháng", dates}} {
		for i := 2; g.has[add.feature] && i < len(out); i += 5 + g.IntN(25) {
			out[i] = add.list[g.IntN(len(add.list))]
		}
	}
	for i := 1; g.has["đậm, nghiêng"] && i+3 < len(out); i += 4 + g.IntN(12) {
		mark := []string{"*", "**", "***"}[g.IntN(3)]
		j := i + g.IntN(3)
		out[i], out[j] = mark+out[i], out[j]+mark
	}
	return strings.Join(out, " ")
}

// mixedPlan draws a plan. Same seed, same plan.
func mixedPlan(seed uint64, forms []string) (text string, features []string) {
	g := &mixed{generator: newGenerator(3000 + seed), has: map[string]bool{}}
	form := forms[g.IntN(len(forms))]
	g.has["thể thức "+form] = true
	g.pick("đậm, nghiêng", 60)
	g.pick("từ dài", 25)
	g.pick("gạch nối, khoảng", 45)
	g.pick("ngày tháng", 50)
	g.pick("chú thích", 40)
	fmt.Fprintf(g, "the_thuc: %s\n", form)
	g.head()
	g.parts()
	g.foot()
	g.appendices()
	for i, note := range g.notes {
		if i == 0 {
			g.WriteString("chu_thich:\n")
		}
		fmt.Fprintf(g, "  %d: %s.\n", i+1, note)
	}
	return g.String(), slices.Sorted(maps.Keys(g.has))
}

func (g *mixed) head() {
	fmt.Fprintf(g, "co_quan_chu_quan: %s\nco_quan: %s\n", strings.ToUpper(g.sentence(3+g.IntN(8), false)), strings.ToUpper(g.sentence(2+g.IntN(9), false)))
	if g.pick("để trống số, ngày", 30) {
		g.WriteString("so:\nngay: 2027\n")
	} else {
		fmt.Fprintf(g, "so: %d\nngay: %02d/%d/2027\n", 10+g.IntN(90), 10+g.IntN(18), 3+g.IntN(10))
	}
	fmt.Fprintf(g, "ky_hieu: KH-PSC\ndia_danh: %s\ntrich_yeu: %s\n", []string{"Hà Nội", "Ea H'Leo", "Thành phố Hồ Chí Minh"}[g.IntN(3)], g.sentence(4+g.IntN(40), false))
	if g.pick("phụ đề", 20) {
		fmt.Fprintf(g, "phu_de: (%s)\n", g.sentence(6+g.IntN(16), false))
	}
	if g.pick("in hai mặt", 20) {
		g.WriteString("in_hai_mat: có\n")
	}
	if g.pick("căn cứ", 50) {
		g.WriteString("can_cu:\n")
		for range 1 + g.IntN(4) {
			fmt.Fprintf(g, "  - Căn cứ %s\n", g.words(6+g.IntN(30)))
		}
	}
	fmt.Fprintf(g, "mo_dau: |\n  %s:\n", g.words(10+g.IntN(50)))
}

func (g *mixed) parts() {
	g.WriteString("muc:\n")
	deep := g.pick("nhiều bậc", 50)
	tables, phases := g.pick("bảng", 40), g.pick("đợt", 45)
	for part := range 2 + g.IntN(2) {
		fmt.Fprintf(g, "  - tieu_de: %s\n    noi_dung: |\n", strings.ToUpper(g.sentence(2+g.IntN(8), false)))
		for range 1 + g.IntN(5) {
			g.line(deep)
		}
		if tables && part == 0 {
			g.tableOf("      ", 2+g.IntN(6), 2+g.IntN(4))
			fmt.Fprintf(g, "      %s.\n", g.words(3+g.IntN(20)))
		}
		if phases && part == 1 {
			g.WriteString("      {dot}\n    dot:\n")
			fmt.Fprintf(g, "      - ten: Đợt 1\n        tu: 01/3/2027\n        den: 30/6/2027\n        chu_de: %s\n", g.sentence(5, false))
			fmt.Fprintf(g, "      - ten: Đợt 2\n        tu: 01/7/2027\n        den: 31/12/2027\n        noi_dung: %s.\n", g.sentence(12, false))
		}
	}
	fmt.Fprintf(g, "ket: |\n  %s (Phụ lục, Phụ lục I, Phụ lục 1, Phụ lục II, Phụ lục 2).\n", g.words(10+g.IntN(40)))
}

func (g *mixed) line(deep bool) {
	if deep && g.IntN(3) == 0 {
		fmt.Fprintf(g, "      %d. %s\n", 1+g.IntN(9), g.sentence(3+g.IntN(16), false))
		if g.IntN(2) == 0 {
			fmt.Fprintf(g, "      %d.%d. %s\n", 1+g.IntN(9), 1+g.IntN(9), g.sentence(3+g.IntN(6), false))
		}
	}
	sign := []string{"", "- ", "+ ", "a) ", "đ) "}[g.IntN(5)]
	fmt.Fprintf(g, "      %s%s", sign, g.words(4+g.IntN(60)))
	if g.has["chú thích"] && g.IntN(4) == 0 {
		g.notes = append(g.notes, g.words(5+g.IntN(60)))
		fmt.Fprintf(g, "[^%d]", len(g.notes))
	}
	g.WriteString(".\n")
}

// tableOf writes a table and notes its features.
func (g *mixed) tableOf(indent string, rows, columns int) {
	before := g.Len()
	g.table(indent, rows, columns)
	text := g.String()[before:]
	if strings.Contains(text, "| ^") || strings.Contains(text, "| <") {
		g.has["ô gộp"] = true
	}
}

func (g *mixed) foot() {
	g.WriteString("noi_nhan:\n")
	for range 1 + g.IntN(7) {
		fmt.Fprintf(g, "  - %s\n", g.sentence(2+g.IntN(9), false))
	}
	fmt.Fprintf(g, "luu: VT\nnguoi_ky:\n  chuc_vu: [%s, %s]\n  ho_ten: Máy Sinh Chữ\n", strings.ToUpper(g.sentence(2+g.IntN(4), false)), strings.ToUpper(g.sentence(2, false)))
}

func (g *mixed) appendices() {
	if !g.pick("phụ lục", 50) {
		return
	}
	g.WriteString("phu_luc:\n")
	wide := g.pick("giấy ngang", 50)
	fmt.Fprintf(g, "  - tieu_de: %s\n    kho: %s\n    noi_dung: |\n", strings.ToUpper(g.sentence(3+g.IntN(15), false)), map[bool]string{true: "ngang", false: "dọc"}[wide])
	if g.IntN(2) == 0 {
		g.line(false)
	}
	rows := 3 + g.IntN(9)
	if g.pick("bảng nhiều trang", 35) {
		rows = 24 + g.IntN(10)
	}
	g.tableOf("      ", rows, 4+g.IntN(3))
	if g.has["đợt"] && g.pick("tiến độ", 90) {
		fmt.Fprintf(g, "  - tieu_de: %s\n    noi_dung: |\n      {tien_do}\n", strings.ToUpper(g.sentence(3, false)))
	}
}
