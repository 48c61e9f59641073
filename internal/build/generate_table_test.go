package build_test

import (
	"fmt"
	"strings"
)

// table writes a table of so many rows and columns: cells of one to many
// words, some looks, groups, totals, joined cells, rows that go on.
func (g *generator) table(indent string, rows, columns int) {
	head := make([]string, columns)
	for i := range head {
		head[i] = g.sentence(1+g.IntN(4), false)
	}
	head[0] = "TT"
	fmt.Fprintf(g, "%s| %s |\n", indent, strings.Join(head, " | "))
	if g.IntN(3) == 0 {
		fmt.Fprintf(g, "%s|%s\n", indent, strings.Repeat("---|", columns))
	}
	joinable := make([]bool, columns) // the cell above may go on below
	for i := range rows {
		if i > 0 && g.IntN(9) == 0 {
			fmt.Fprintf(g, "%s| %s |\n", indent, g.sentence(2+g.IntN(4), false))
			clear(joinable)
			continue
		}
		cells := make([]string, columns)
		cells[0] = fmt.Sprint(i + 1)
		joined := false
		for j := 1; j < columns; j++ {
			n := 1 + g.IntN(6)
			if g.IntN(5) == 0 {
				n = g.IntN(30)
			}
			cells[j] = strings.ReplaceAll(g.sentence(max(n, 1), n > 2), "|", "")
			switch {
			case n == 0:
				cells[j] = ""
			case joinable[j] && g.IntN(5) == 0:
				cells[j], joined = "^", true
			}
		}
		for j := 1; j < columns; j++ {
			joinable[j] = true
		}
		if joined && g.IntN(2) == 0 && joinable[0] {
			cells[0] = "^"
		}
		joinable[0] = true
		if !joined && columns > 3 && g.IntN(12) == 0 {
			cells[columns-1] = "<"
			joinable[columns-1], joinable[columns-2] = false, false
		}
		fmt.Fprintf(g, "%s| %s |\n", indent, strings.Join(cells, " | "))
		if !joined && cells[columns-1] != "<" && g.IntN(8) == 0 {
			fmt.Fprintf(g, "%s  | | %s |\n", indent, g.sentence(3, false))
		}
	}
	if g.IntN(3) == 0 && columns > 2 {
		cells := make([]string, columns)
		cells[0], cells[1] = "Tổng cộng", "<"
		for j := 2; j < columns; j++ {
			cells[j] = fmt.Sprint(g.IntN(900))
		}
		fmt.Fprintf(g, "%s| %s |\n", indent, strings.Join(cells, " | "))
	}
}

// tablePlan has tables between paragraphs, one over several pages, and phụ lục
// on portrait and landscape pages.
func tablePlan(seed uint64) string {
	g := newGenerator(1000 + seed)
	g.WriteString(generatedHead + "  - tieu_de: BẢNG\n    noi_dung: |\n")
	for range 2 + g.IntN(3) {
		g.body(1 + g.IntN(12))
		g.table("      ", 1+g.IntN(9), 2+g.IntN(4))
	}
	g.body(1)
	g.table("      ", 15+g.IntN(30), 3+g.IntN(3))
	fmt.Fprintf(g, "ket: |\n  %s (Phụ lục I, Phụ lục II).\n", g.sentence(20+g.IntN(40), false))
	g.WriteString(generatedFoot + "phu_luc:\n")
	for i, kho := range []string{"ngang", "dọc"} {
		fmt.Fprintf(g, "  - tieu_de: %s\n    kho: %s\n    noi_dung: |\n", strings.ToUpper(g.sentence(4+g.IntN(20), false)), kho)
		if i == 1 || g.IntN(2) == 0 {
			g.body(1 + g.IntN(4))
		}
		g.table("      ", 3+g.IntN(40), 4+g.IntN(4))
	}
	return g.String()
}

// longRowPlan has a table with rows that are higher than a page.
func longRowPlan(k int) string {
	g := newGenerator(2000 + uint64(k))
	g.WriteString(generatedHead + "  - tieu_de: HÀNG DÀI\n    noi_dung: |\n")
	g.body(k)
	g.WriteString("      | TT | Việc | Ghi chú |\n")
	for i := range 4 {
		fmt.Fprintf(g, "      | %d | %s | %s |\n", i+1, g.sentence(20, true), g.sentence([]int{5, 700, 40, 1500}[(i+k)%4], false))
	}
	return g.String() + generatedFoot
}
