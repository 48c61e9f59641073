package layout_test

import (
	"fmt"
	"slices"
	"testing"

	"kehoach.example/internal/doc"
)

// pagesOf counts the lines of a block on each page.
func pagesOf(all []line, p *doc.Paragraph) []int {
	var out []int
	last := 0
	for _, l := range of(all, p) {
		if l.page != last {
			out, last = append(out, 0), l.page
		}
		out[len(out)-1]++
	}
	return out
}

// TestWidowsAndOrphans: whatever stands above it, a paragraph leaves at least
// two lines on either page; one of three lines is never split.
func TestWidowsAndOrphans(t *testing.T) {
	split := 0
	for n := 1; n <= 9; n++ {
		text := exactly(t, n)
		for above := 20; above <= 31; above++ {
			var p paper
			p.short(above)
			b := p.text(text)
			parts := pagesOf(linesOf(p.lay()), b)
			if len(parts) > 1 {
				split++
			}
			if len(parts) > 1 && (n <= 3 || slices.Min(parts) < 2) {
				t.Errorf("%d lines behind %d: %v", n, above, parts)
			}
		}
	}
	if split == 0 {
		t.Error("nothing was split: the test tests nothing")
	}
}

// TestNoNeedlessBreak: a page is left only for a reason: lines that fit stay,
// as far as two go over. Behind 29 lines page 1 has room for two more.
func TestNoNeedlessBreak(t *testing.T) {
	for _, c := range []struct {
		above, lines int
		want         string
	}{
		{28, 3, "[3]"}, {28, 4, "[2 2]"}, {28, 5, "[3 2]"}, {29, 2, "[2]"}, {29, 3, "[3]"}, {29, 4, "[2 2]"}, {29, 6, "[2 4]"}, {30, 2, "[2]"},
	} {
		var p paper
		p.short(c.above)
		b := p.text(exactly(t, c.lines))
		all := linesOf(p.lay())
		if got := fmt.Sprint(pagesOf(all, b)); got != c.want {
			t.Errorf("%d lines behind %d: %s, want %s", c.lines, c.above, got, c.want)
		}
		if first := of(all, b)[0].page; (first == 2) != (c.want == "[3]" && c.above == 29 || c.above == 30) {
			t.Errorf("%d lines behind %d begin on page %d", c.lines, c.above, first)
		}
	}
}

// TestLongerThanAPage: a paragraph longer than a page fills its pages; one
// that is to stay whole and cannot begins on a page of its own.
func TestLongerThanAPage(t *testing.T) {
	text := exactly(t, 100)
	for _, whole := range []bool{false, true} {
		var p paper
		p.short(5)
		b := p.text(text)
		b.KeepLines = whole
		all := linesOf(p.lay())
		got := fmt.Sprint(of(all, b)[0].page, pagesOf(all, b))
		if want := map[bool]string{false: "1 [34 41 25]", true: "2 [41 41 18]"}[whole]; got != want {
			t.Errorf("whole %v: page and lines %s, want %s", whole, got, want)
		}
	}
}

// TestKeepLines: a paragraph that is to stay whole is never split.
func TestKeepLines(t *testing.T) {
	text := exactly(t, 8)
	for above := 20; above <= 31; above++ {
		var p paper
		p.short(above)
		b := p.text(text)
		b.KeepLines = true
		if parts := pagesOf(linesOf(p.lay()), b); len(parts) != 1 {
			t.Errorf("behind %d: %v", above, parts)
		}
	}
}

// TestHeadingsKeepWithNext: a chain of headings stands on one page with the
// first two lines below it, or with all of a short paragraph.
func TestHeadingsKeepWithNext(t *testing.T) {
	roles := []doc.Role{doc.Muc, doc.KhoanDeMuc, doc.Khoan2DeMuc}
	for chain := 1; chain <= 3; chain++ {
		for n := 1; n <= 6; n++ {
			text := exactly(t, n)
			moved := false
			for above := 18; above <= 31; above++ {
				var p paper
				p.short(above)
				var heads []*doc.Paragraph
				for i := range chain {
					heads = append(heads, p.heading(roles[i], fmt.Sprintf("%d. Đề mục", i+1)))
				}
				b := p.text(text)
				all := linesOf(p.lay())
				first := of(all, b)
				home := of(all, heads[0])[0].page
				moved = moved || home == 2
				for _, h := range heads {
					if of(all, h)[0].page != home {
						t.Fatalf("%d headings behind %d lines stand on two pages", chain, above)
					}
				}
				if need := min(n, 2); first[need-1].page != home || n == 3 && first[2].page != home {
					t.Fatalf("%d headings on page %d, the %d lines below from page %d: %v", chain, home, n, first[0].page, pagesOf(all, b))
				}
			}
			if !moved {
				t.Error("no heading moved: the test tests nothing")
			}
		}
	}
}

// TestSignatureIsWhole: the table at the foot is never split and the last
// paragraph stands with it.
func TestSignatureIsWhole(t *testing.T) {
	moved := false
	for above := 10; above <= 31; above++ {
		var p paper
		p.short(above)
		last := p.text(exactly(t, 2))
		last.KeepNext, last.KeepLines = true, true
		p.id++
		foot := &doc.Columns{ID: p.id, Role: doc.Cuoi}
		cells := [2][]doc.Block{{p.para(doc.NoiNhan, "Nơi nhận:")}, {p.para(doc.QuyenHan, "TRƯỞNG BAN"), p.para(doc.HoTen, "Lò Thị Vạc")}}
		for i := range 6 {
			cells[0] = append(cells[0], p.para(doc.NoiNhanItem, fmt.Sprintf("- Thôn %d;", i+1)))
		}
		foot.Rows = [][2][]doc.Block{cells}
		p.add(foot)
		all := linesOf(p.lay())
		home := of(all, last)[0].page
		moved = moved || home == 2
		if parts := pagesOf(all, last); len(parts) != 1 {
			t.Fatalf("behind %d lines the last paragraph is split", above)
		}
		for _, cell := range cells {
			for _, b := range cell {
				if got := of(all, b.(*doc.Paragraph))[0]; got.page != home {
					t.Fatalf("behind %d lines %q stands on page %d, the last paragraph on %d", above, got.text, got.page, home)
				}
			}
		}
	}
	if !moved {
		t.Error("nothing moved: the test tests nothing")
	}
}
