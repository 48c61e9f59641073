package build_test

import (
	"math"
	"slices"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
)

// ruler opens a plan of testdata as TestGeometry does.
func ruler(t *testing.T, name string) *measured {
	t.Helper()
	all := corpus(t)
	i := slices.IndexFunc(all, func(m *made) bool { return m.name == "testdata/"+name+".yaml" })
	if i < 0 {
		t.Fatalf("there is no plan %s", name)
	}
	v := see(t, all[i])
	parts, err := v.paragraphs(all[i].paper.Doc)
	if err != nil {
		t.Fatal(err)
	}
	return &measured{T: t, view: v, parts: parts}
}

// A frame is drawn: the four lines around a text.
type frame struct {
	x0, y0, x1, y1 float64
	count          int
	color          string
}

// boxAround finds the nearest drawn lines on the four sides of a text, and
// counts those that stand there.
func (g *measured) boxAround(l line) frame {
	x0, x1, y := l[0].X0, l[len(l)-1].X1, l.base()-3
	b := frame{x0: math.Inf(-1), y0: math.Inf(-1), x1: math.Inf(1), y1: math.Inf(1)}
	var sides []readback.Stroke
	for _, s := range g.view.strokes {
		left, right := min(s.X0, s.X1), max(s.X0, s.X1)
		top, bottom := min(s.Y0, s.Y1), max(s.Y0, s.Y1)
		switch {
		case s.Page != l[0].Page:
		case left <= x0 && right >= x1 && bottom < y:
			b.y0, sides = max(b.y0, bottom), append(sides, s)
		case left <= x0 && right >= x1 && top > y:
			b.y1, sides = min(b.y1, top), append(sides, s)
		case top <= y && bottom >= y && right < x0:
			b.x0, sides = max(b.x0, right), append(sides, s)
		case top <= y && bottom >= y && left > x1:
			b.x1, sides = min(b.x1, left), append(sides, s)
		}
	}
	for _, s := range sides {
		inside := min(s.X0, s.X1) > b.x0-0.1 && max(s.X0, s.X1) < b.x1+0.1 && min(s.Y0, s.Y1) > b.y0-0.1 && max(s.Y0, s.Y1) < b.y1+0.1
		if inside {
			b.count, b.color = b.count+1, s.Color
		}
	}
	return b
}

// TestUrgencyFrames: the degrees of urgency stand red in frames of the law's
// size, left below the number and above the title (NĐ 30/2020, PL I, V.10;
// Mục IV, ô 10b).
func TestUrgencyFrames(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	const red = "#ff0000"
	for name, width := range map[string]float64{"dau-bo-b": 30, "dau-nd30": 40, "dau-khan": 20} {
		g := ruler(t, name)
		g.look(doc.DoKhan, "PL I, V.10", 13, 14, true, false)
		mark, number, title := g.lines(doc.DoKhan)[0], g.lines(doc.So)[0], g.lines(doc.TenLoai)[0]
		b := g.boxAround(mark)
		g.row("khung: rộng", "PL I, V.10", (b.x1-b.x0)/mm, width-0.1, width+0.1, "mm")
		g.row("khung: cao", "PL I, V.10", (b.y1-b.y0)/mm, 7.9, 8.1, "mm")
		g.row("khung: số nét", "PL I, V.10", float64(b.count), 4, 4, "")
		g.row("khung: sát lề trái", "PL I, IV, ô 10b", b.x0/mm, 29.9, 30.1, "mm")
		g.row("khung: dưới số, ký hiệu", "PL I, IV, ô 10b", b.y0-number.base(), 3, 30, "pt")
		g.row("khung: trên tên loại", "habits 10.5", title.base()-title[0].Size-b.y1, 6, 60, "pt")
		g.row("chữ giữa khung", "-", mark.center()-(b.x0+b.x1)/2, -0.5, 0.5, "pt")
		g.row("chữ hoa giữa chiều cao khung", "-", mark.base()-0.33*mark[0].Size-(b.y0+b.y1)/2, -0.75, 0.75, "pt")
		if b.color != red || mark[0].Color != red {
			t.Errorf("%s: the mark is %s in %s", name, mark[0].Color, b.color)
		}
	}
}

// TestDraftFrames: a draft is marked below the degree of urgency, and neither
// touches the other or the title.
func TestDraftFrames(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	for _, name := range []string{"dau-nd30", "dau-bo-b", "dau-doan", "dau-hoa-toc"} {
		g := ruler(t, name)
		first, draft, title := g.boxAround(g.lines(doc.DoKhan)[0]), g.boxAround(g.lines(doc.DuThao)[0]), g.lines(doc.TenLoai)[0]
		g.row("khung dự thảo dưới khung khẩn", "PL I, IV, ô 10b", draft.y0-first.y1, 3, 12, "pt")
		g.row("khung dự thảo trên tên loại", "habits 10.5", title.base()-title[0].Size-draft.y1, 6, 60, "pt")
		g.row("khung: số nét", "-", float64(first.count+draft.count), 8, 8, "")
	}
}

// TestCirculation: the mark of circulation stands in the top margin of page 1,
// in the right half of the text (ô 11), or with the Party 10 mm from the top
// edge at the right, or at the foot of the last page (HD 05-HD/VPTW, tr. 26).
func TestCirculation(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	for _, name := range []string{"dau-nd30", "dau-khan", "dau-bo-b"} {
		g := ruler(t, name)
		g.look(doc.LuuHanh, "PL I, V.13", 13, 14, true, false)
		l := g.lines(doc.LuuHanh)[0]
		b := g.boxAround(l)
		g.row("lưu hành: trang", "PL I, IV, ô 11", float64(l[0].Page), 1, 1, "")
		g.row("lưu hành: trong lề trên", "PL I, IV, ô 11", b.y1/mm, 10, 20, "mm")
		g.row("lưu hành: tâm, lần bề rộng dòng", "PL I, IV, ô 11", ((b.x0+b.x1)/2/mm-30)/160, 0.58, 0.85, "")
		g.row("lưu hành: số nét", "PL I, V.13", float64(b.count), 4, 4, "")
	}
	const clause = "HD 05-HD/VPTW, tr. 26"
	g := ruler(t, "dau-dang-goc")
	g.look(doc.LuuHanh, clause, 12, 12, true, false)
	l := g.lines(doc.LuuHanh)[0]
	g.row("phổ biến: cách mép trên", clause, l[0].Y0/mm, 9.5, 10.5, "mm")
	g.row("phổ biến: góc phải", clause, l[len(l)-1].X1/mm, 194, 195.1, "mm")
	g = ruler(t, "dau-dang")
	l = g.lines(doc.LuuHanhCuoi)[0]
	g.row("không phổ biến: trang cuối", clause, float64(l[0].Page), 2, 2, "")
	g.row("không phổ biến: cách mép dưới", clause, 297-l[0].Y1/mm, 9.5, 10.5, "mm")
	g.row("không phổ biến: ở giữa", clause, l.center()/mm, 112.2, 112.8, "mm")
}

// TestAddress: the address stands at the foot of page 1, of the last with the
// Party, under a line as wide as the text, and no text runs into it.
func TestAddress(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	for _, c := range []struct {
		name, clause    string
		page            int
		low, high, wide float64
	}{
		{"dau-nd30", "PL I, V.12", 1, 11, 12, 160},
		{"dau-bo-b", "PL I, V.12", 1, 11, 12, 160},
		{"dau-khan", "PL I, V.12", 1, 11, 12, 160},
		{"dau-doan", "-", 1, 11, 11, 160},
		{"dau-dang", "HD 05-HD/VPTW, tr. 26", 2, 10, 10, 165},
	} {
		g := ruler(t, c.name)
		g.look(doc.DiaChi, c.clause, c.low, c.high, false, false)
		first := g.lines(doc.DiaChi)[0]
		rules := 0
		for _, s := range g.view.strokes {
			if math.Abs((s.X1-s.X0)/mm-c.wide) < 0.2 {
				rules++
				g.row("địa chỉ: đường kẻ ở trên", c.clause, first[0].Y0-s.Y0, 0, 5, "pt")
				g.row("địa chỉ: trang", c.clause, float64(first[0].Page*10+s.Page), float64(c.page*11), float64(c.page*11), "")
			}
		}
		g.row("địa chỉ: số đường kẻ", c.clause, float64(rules), 1, 1, "")
		for _, p := range g.parts {
			for _, l := range p.Lines {
				if l[0].Page == c.page && !inMargins[p.Role] && l[0].Y1 > first[0].Y0-3 {
					t.Errorf("%s: %q runs into the address", c.name, l.text())
				}
			}
		}
	}
}

// TestSignersSideBySide: the names of several signers stand on one line, apart
// from each other, and nơi nhận beside or below them.
func TestSignersSideBySide(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	for name, beside := range map[string]bool{"dau-nd30": true, "dau-dang": false, "dau-doan": false} {
		g := ruler(t, name)
		names, to := g.lines(doc.HoTen), g.lines(doc.NoiNhan)[0]
		for i, l := range names[1:] {
			g.row("họ tên: cùng một dòng", "-", l.base()-names[i].base(), -0.5, 0.5, "pt")
			g.row("họ tên: từ trái sang phải", "-", l[0].X0-names[i][len(names[i])-1].X1, 10, 500, "pt")
		}
		first := g.lines(doc.QuyenHan)[0]
		if got := math.Abs(to.base()-first.base()) < 4; got != beside {
			t.Errorf("%s: nơi nhận stands beside the signers: %v, want %v", name, got, beside)
		}
		if !beside && to.base() < names[0].base() {
			t.Errorf("%s: nơi nhận stands above the names", name)
		}
	}
}
