package layout_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.02 {
		t.Errorf("%s: %.3f pt, want %.3f", what, got, want)
	}
}

const (
	top    = 1134 / 20.0  // 20 mm in whole twips, as points
	left   = 1701 / 20.0  // 30 mm
	right  = 10772 / 20.0 // 210 - 20 mm
	bottom = 15704 / 20.0 // 297 - 20 mm
	rise   = 14.0 * 1912 / 2048
)

// prose is running text of about n lines of 14 pt.
func prose(n int) string {
	return "Nhân dân các thôn nạo vét kênh mương" + strings.Repeat(", giữ cho nước chảy thông suốt từ đầu nguồn đến cuối ruộng", max(n*16/10-1, 0)) + "."
}

// exactly is running text of n lines.
func exactly(t *testing.T, n int) string {
	t.Helper()
	for text := "Nước."; ; text += " Nước chảy về đồng." {
		var p paper
		b := p.text(text)
		if got := len(of(linesOf(p.lay()), b)); got == n {
			return text
		} else if got > n {
			t.Fatalf("no text of %d lines", n)
		}
	}
}

// TestBaselines: room before a paragraph, then the ascent; lines of a
// paragraph 354 twips apart (322 of the font × 1.1, rounded down), paragraphs
// 6 pt more.
func TestBaselines(t *testing.T) {
	var p paper
	first, second := p.text(exactly(t, 3)), p.text("Hết.")
	all := linesOf(p.lay())
	a, b := of(all, first), of(all, second)
	near(t, "first baseline", a[0].y, top+6+rise)
	near(t, "second line", a[1].y-a[0].y, 17.7)
	near(t, "third line", a[2].y-a[1].y, 17.7)
	near(t, "next paragraph", b[0].y-a[2].y, 17.7+6)
	near(t, "first line indent", a[0].x, left+36)
	near(t, "second line", a[1].x, left)
}

// restyle changes the style of running text.
func restyle(change func(*standard.Style)) func(*standard.Figures) {
	return func(f *standard.Figures) {
		st := f.Styles[string(doc.Than)]
		change(&st)
		f.Styles[string(doc.Than)] = st
	}
}

// TestExactLines: lines of an exact height stand so far apart, on the first
// page and at the head of the next; four fifths of it is above the baseline.
func TestExactLines(t *testing.T) {
	p := paper{change: restyle(func(st *standard.Style) { st.Line.Value = standard.Line{Exact: 18 * unit.PT} })}
	b := p.text(exactly(t, 3))
	p.short(40)
	all := linesOf(p.lay())
	first := of(all, b)
	near(t, "first baseline", first[0].y, top+6+14.4)
	near(t, "second line", first[1].y-first[0].y, 18)
	i := slices.IndexFunc(all, func(l line) bool { return l.page == 2 && l.role == string(doc.Than) })
	near(t, "head of page 2", all[i].y, top+14.4)
}

// TestAlignments: left and right lines end where the margins are.
func TestAlignments(t *testing.T) {
	for how, check := range map[string]func(l line){
		"left":  func(l line) { near(t, "left", l.x, left) },
		"right": func(l line) { near(t, "right", l.end, right) },
	} {
		p := paper{change: restyle(func(st *standard.Style) { st.Align, st.Indent.Value = how, 0 })}
		b := p.text(prose(4))
		for _, l := range of(linesOf(p.lay()), b) {
			check(l)
		}
	}
}

// TestUnderline: an underlined style has one line under the words of each
// line, from the first to the last, below the baseline.
func TestUnderline(t *testing.T) {
	p := paper{change: restyle(func(st *standard.Style) { st.Underline = true })}
	b := p.text(prose(3))
	d := p.lay()
	all := of(linesOf(d), b)
	if len(d.Pages[0].Strokes) != len(all) {
		t.Fatalf("%d strokes under %d lines", len(d.Pages[0].Strokes), len(all))
	}
	for i, s := range d.Pages[0].Strokes {
		near(t, "from", s.X0.Points(), all[i].x)
		if end := s.X1.Points(); end < all[i].end-0.02 || end > all[i].end+5 {
			t.Errorf("the line under %q ends at %.1f", all[i].text, end)
		}
		if below := s.Y0.Points() - all[i].y; below <= 0 || below > 3 || s.Y0 != s.Y1 {
			t.Errorf("the line under %q stands %.2f pt below it", all[i].text, below)
		}
	}
}

// TestFullPages: 30 paragraphs of one line stand on page 1 and 31 on later
// pages, whose first line has no room before and no extra above it.
func TestFullPages(t *testing.T) {
	var p paper
	p.short(95)
	count := map[int]int{}
	for _, l := range linesOf(p.lay()) {
		if l.role == string(doc.SoTrang) {
			continue
		}
		if count[l.page]++; count[l.page] == 1 && l.page > 1 {
			near(t, fmt.Sprint("first baseline of page ", l.page), l.y, top+rise)
		}
	}
	if fmt.Sprint(count) != "map[1:30 2:31 3:31 4:3]" {
		t.Errorf("lines a page: %v", count)
	}
}

// TestJustified: lines that go on end at the right margin, last lines and
// those before a typed break where their words end.
func TestJustified(t *testing.T) {
	var p paper
	b := p.text(prose(6))
	b.Runs = append(b.Runs, doc.Run{Break: true}, doc.Run{Text: "Sau chỗ ngắt."})
	all := of(linesOf(p.lay()), b)
	for i, l := range all {
		switch {
		case i < len(all)-2:
			near(t, "end of "+l.text, l.end, right)
		case l.end > right-20:
			t.Errorf("%q is stretched", l.text)
		}
	}
	near(t, "behind the break", all[len(all)-1].x, left)
	if got := all[len(all)-1].text; got != "Sau chỗ ngắt." {
		t.Errorf("last line %q", got)
	}
}

// TestCentred: a centred paragraph has the same room on both sides; its rule
// is as long as the form says and stands in the middle below it.
func TestCentred(t *testing.T) {
	var p paper
	title := p.para(doc.TrichYeu, "Dọn kênh trước mùa mưa")
	p.add(title)
	rule := p.rule(title)
	p.add(rule)
	after := p.text("Sau.")
	d := p.lay()
	all := linesOf(d)
	l := of(all, title)[0]
	near(t, "room", l.x-left, right-l.end)
	if len(d.Pages[0].Strokes) != 1 {
		t.Fatalf("%d strokes", len(d.Pages[0].Strokes))
	}
	s := d.Pages[0].Strokes[0]
	near(t, "length of the rule", (s.X1 - s.X0).Points(), 0.4*(l.end-l.x))
	near(t, "middle of the rule", (s.X0+s.X1).Points()/2, (left+right)/2)
	near(t, "thickness", s.Thickness.Points(), 0.75)
	if s.Block != rule.ID || s.Y0 != s.Y1 || s.Y0.Points() < l.y || s.Y0.Points() > of(all, after)[0].y-rise {
		t.Errorf("the rule %+v is not between %.1f and %.1f", s, l.y, of(all, after)[0].y)
	}
}

// TestShift: what stands above or below the line is smaller and moved, without
// moving the others.
func TestShift(t *testing.T) {
	var p paper
	b := p.text("m")
	b.Runs = append(b.Runs, doc.Run{Text: "2", Shift: 1}, doc.Run{Text: "H"}, doc.Run{Text: "2", Shift: -1}, doc.Run{Text: "O"})
	words := p.lay().Pages[0].Words
	if len(words) != 5 {
		t.Fatalf("%+v", words)
	}
	base := words[0]
	for i, dir := range []int{0, 1, 0, -1, 0} {
		w := words[i]
		switch up := base.Y - w.Y; {
		case dir == 0 && (up != 0 || w.Size != base.Size), dir > 0 && (up <= 0 || w.Size >= base.Size), dir < 0 && (up >= 0 || w.Size >= base.Size):
			t.Errorf("%q stands %v above the line in %v", w.Text, up, w.Size)
		}
		if i > 0 && w.X < words[i-1].X+words[i-1].Width {
			t.Errorf("%q overlaps %q", w.Text, words[i-1].Text)
		}
	}
}

// TestPageNumbers: Arabic, from page 2, centred in the top margin, of the size
// of the form; page 1 has none (NĐ 30/2020, PL I, I.7).
func TestPageNumbers(t *testing.T) {
	var p paper
	p.short(300)
	d := p.lay()
	var got []string
	for _, l := range linesOf(d) {
		if l.role != string(doc.SoTrang) {
			continue
		}
		got = append(got, fmt.Sprintf("%d:%s", l.page, l.text))
		near(t, "centre", (l.x+l.end)/2, (left+right)/2)
		if l.y <= 0 || l.y >= top {
			t.Errorf("page %d: the number stands at %.1f", l.page, l.y)
		}
	}
	if s := strings.Join(got, " "); s != "2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10" || len(d.Pages) != 10 {
		t.Errorf("%d pages, numbers %s", len(d.Pages), s)
	}
	if first := d.Pages[1].Words[0]; first.Role != string(doc.SoTrang) || first.Size != 14*unit.PT {
		t.Errorf("page 2 begins with %+v", first)
	}
}

// TestTwoSided: the back of a sheet has its side margins swapped, page number
// and all.
func TestTwoSided(t *testing.T) {
	var p paper
	p.TwoSided = true
	for range 12 {
		p.text(exactly(t, 12))
	}
	for _, l := range linesOf(p.lay()) {
		from, to := left, right
		if l.page%2 == 0 {
			from, to = 1134/20.0, (11906-1701)/20.0 // 20 mm left, 30 mm right
		}
		if l.x < from-0.02 || l.end > to+0.02 {
			t.Fatalf("page %d: %q stands from %.1f to %.1f", l.page, l.text, l.x, l.end)
		}
		if l.role == string(doc.SoTrang) {
			near(t, "page number", (l.x+l.end)/2, (from+to)/2)
		}
	}
}

// header is the table at the head of a paper.
func (p *paper) header() *doc.Columns {
	p.id++
	c := &doc.Columns{ID: p.id, Role: doc.DauTrang}
	organ, motto := p.para(doc.CoQuan, "UBND XÃ VẠC"), p.para(doc.TieuNgu, "Độc lập - Tự do - Hạnh phúc")
	c.Rows = [][2][]doc.Block{
		{{organ, p.rule(organ)}, {p.para(doc.QuocHieu, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto, p.rule(motto)}},
		{{p.para(doc.So, "Số: 07/KH-UBND")}, {p.para(doc.Ngay, "Xã Vạc, ngày 06 tháng 3 năm 2027")}},
	}
	p.add(c)
	return c
}

// TestHeader: both cells begin on one height, each text is centred in its own
// column of 58 and 102 mm, số and date end on one ground below the rest.
func TestHeader(t *testing.T) {
	var p paper
	c := p.header()
	after := p.text("Sau.")
	d := p.lay()
	all := linesOf(d)
	middle := left + 3288/20.0 // 58 mm
	var lows []float64
	for i, row := range c.Rows {
		for j, cell := range row {
			for _, b := range cell {
				par, ok := b.(*doc.Paragraph)
				if !ok {
					continue
				}
				l := of(all, par)[0]
				want := (left + middle) / 2
				if j == 1 {
					want = (middle + right) / 2
				}
				near(t, l.text, (l.x+l.end)/2, want)
				if i == 1 {
					lows = append(lows, l.y)
				}
			}
		}
	}
	first := of(all, c.Rows[0][0][0].(*doc.Paragraph))[0]
	near(t, "heads of the cells", first.y, of(all, c.Rows[0][1][0].(*doc.Paragraph))[0].y)
	near(t, "grounds of số and date", lows[0]+13*443/2048.0, lows[1]+14*443/2048.0)
	for _, s := range d.Pages[0].Strokes {
		if s.Y0.Points() > lows[0]-13 || s.Y0.Points() < first.y {
			t.Errorf("the rule of %s stands at %.1f", s.Role, s.Y0.Points())
		}
	}
	if l := of(all, after)[0]; l.y-rise < lows[1] {
		t.Errorf("the text begins at %.1f, the table ends behind %.1f", l.y, lows[1])
	}
}

// TestEmptyCell: a table with one side only keeps the other side in its place.
func TestEmptyCell(t *testing.T) {
	var p paper
	p.id++
	name := p.para(doc.HoTen, "Lò Thị Vạc")
	p.add(&doc.Columns{ID: 99, Role: doc.Cuoi, Rows: [][2][]doc.Block{{nil, {name}}}})
	l := of(linesOf(p.lay()), name)[0]
	near(t, "centre", (l.x+l.end)/2, (left+4309/20.0+right)/2) // left cell of 76 mm
}

// TestNothing: an empty paper is one empty page; an empty paragraph takes room.
func TestNothing(t *testing.T) {
	p := paper{Document: doc.Document{Sections: []doc.Section{{}}}}
	if d := p.lay(); len(d.Pages) != 1 || len(d.Pages[0].Words) != 0 {
		t.Errorf("%d pages", len(d.Pages))
	}
	p.text("")
	after := p.text("Sau.")
	near(t, "behind an empty paragraph", of(linesOf(p.lay()), after)[0].y, top+6+17.7+6+rise)
}

// TestOverlongWord: a word wider than the page is cut inside the margins.
func TestOverlongWord(t *testing.T) {
	var p paper
	b := p.text("Xem " + strings.Repeat("www", 60) + " nhé.")
	all := of(linesOf(p.lay()), b)
	text := ""
	for _, l := range all {
		text += l.text
		if l.end > right+0.02 {
			t.Errorf("%q ends at %.1f", l.text, l.end)
		}
	}
	if len(all) < 3 || text != b.Text() {
		t.Errorf("%d lines, %q", len(all), text)
	}
}

// TestInfo: what the file says of itself goes through unchanged.
func TestInfo(t *testing.T) {
	var p paper
	p.Info = doc.Info{Title: "A", Subject: "B", Creator: "C", Year: 2027, Month: 3, Day: 6, Lang: "vi-VN"}
	if got := p.lay().Info; got != (page.Info{Title: "A", Subject: "B", Creator: "C", Year: 2027, Month: 3, Day: 6, Lang: "vi-VN"}) {
		t.Errorf("%+v", got)
	}
}
