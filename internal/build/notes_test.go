package build_test

import (
	"fmt"
	"strings"
)

// notePlan calls footnotes of n lines at every height of a page, k lines below a
// fixed place: in short paragraphs, in the middle and in the last line of long
// ones, two in one line, under a heading and in a heading.
func notePlan(k, n int) string {
	g := newGenerator(uint64(12 + n))
	texts := 0
	var notes strings.Builder
	note := func(lines int) string {
		texts++
		fmt.Fprintf(&notes, "  %d: %s.\n", texts, g.sentence(max(18*lines-8, 4), false))
		return fmt.Sprintf("[^%d]", texts)
	}
	g.WriteString(generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n")
	for i := range k {
		fmt.Fprintf(g, "      - Dòng ngắn số %d.\n", i+1)
	}
	for i := range 5 {
		fmt.Fprintf(g, "      - %s%s %s.\n", g.sentence(3+12*i, false), note(n), g.sentence(50-10*i, false))
		fmt.Fprintf(g, "      - Dòng ngắn%s giữa hai đoạn.\n", note(1+(n+i)%12))
		fmt.Fprintf(g, "      - %s.\n", g.sentence(20+k, false))
	}
	fmt.Fprintf(g, "  - tieu_de: PHẦN SAU%s\n    noi_dung: |\n      1. Đề mục một\n", note(2))
	fmt.Fprintf(g, "      - %s%s và %s%s.\n", g.sentence(24, false), note(n), g.sentence(8, false), note(1))
	fmt.Fprintf(g, "ket: |\n  %s%s.\n", g.sentence(30, false), note(n))
	return g.String() + generatedFoot + "chu_thich:\n" + notes.String()
}

// noteBreakPlan moves marks of footnotes over the end of a line, behind and
// before signs at which a line may end or not: a mark stays with its word.
// (Without a blank behind a mark pdftotext parts what TestWords must compare.)
func noteBreakPlan(part int) string {
	g := newGenerator(10)
	var notes strings.Builder
	g.WriteString(generatedHead + "  - tieu_de: DẤU CHÚ THÍCH\n    noi_dung: |\n")
	ends := [][]string{{"rộng[^%d] ngày", "rộng[^%d], ngày"}, {"rộng-[^%d] ngày", "*rộng[^%d]*"}, {"(rộng)[^%d] (ngày", "“rộng”[^%d]; ngày"}}[part]
	n := 0
	for _, end := range ends {
		for i := range 14 {
			n++
			fmt.Fprintf(g, "      Văn bản gửi các đơn vị, tổ chức, cá nhân có liên quan tới n%s %s ngày ký.\n", strings.Repeat("i", 2*i), fmt.Sprintf(end, n))
			fmt.Fprintf(&notes, "  %d: Lời.\n", n)
		}
	}
	return g.String() + generatedFoot + "chu_thich:\n" + notes.String()
}

// noteSectionsPlan calls footnotes in the plan, in an upright and in a lying phụ
// lục: numbers run on, notes are as wide as their page. A table stands above
// notes.
func noteSectionsPlan() string {
	g := newGenerator(17)
	g.WriteString(generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n      Nêu ở phụ lục kèm theo[^1].\n")
	g.WriteString(generatedFoot + "phu_luc:\n")
	var notes strings.Builder
	fmt.Fprintf(&notes, "  1: %s.\n", g.sentence(30, false))
	for i, way := range []string{"dọc", "ngang"} {
		fmt.Fprintf(g, "  - tieu_de: PHẦN KÈM THEO %d\n    kho: %s\n    noi_dung: |\n", i+1, way)
		for j := range 4 {
			n := 2 + 4*i + j
			fmt.Fprintf(g, "      %s[^%d] %s.\n", g.sentence(40+9*j, false), n, g.sentence(70, false))
			fmt.Fprintf(&notes, "  %d: %s.\n", n, g.sentence(60, false))
		}
		g.WriteString("      | Việc | Người làm |\n")
		for j := range 30 {
			fmt.Fprintf(g, "      | %s | Tổ %d |\n", g.sentence(9, false), j)
		}
	}
	return g.String() + "chu_thich:\n" + notes.String()
}
