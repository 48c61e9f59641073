package build_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

// A measured is a finished paper as a ruler sees it: the places that other
// programs found in the PDF, by the role of each paragraph. Nothing of our own
// layout gets in here, so that a wrong figure cannot agree with itself.
type measured struct {
	*testing.T
	view  *view
	parts []printed
	rows  []*row
}

// A row is one component of the decree: how often it was measured, between
// which values, and the range that the clause wants.
type row struct {
	component, clause, unit string
	count                   int
	least, most             float64
	low, high               float64
}

// TestGeometry measures the produced PDF against the decree, one row for each
// component of Nghị định 30/2020/NĐ-CP, Phụ lục I ("PL I"); a clause "-" is no
// rule of the decree. Each row is printed with -v.
func TestGeometry(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	want := map[string]string{ // plan -> size set
		"ubnd-phuong-2027/ubnd-phuong-2027.yaml":                       "A",
		"hai-khoi-thi-dua/hai-khoi-thi-dua.yaml":                       "A",
		"cong-doan-phuong-ngay-trong/cong-doan-phuong-ngay-trong.yaml": "A",
		"testdata/moi-kieu.yaml":                                       "A",
		"testdata/bo-co-chu-b.yaml":                                    "B",
		"testdata/dia-danh-qua-dai.yaml":                               "B",
	}
	for _, m := range corpus(t) {
		set, ok := want[m.name]
		if !ok {
			continue
		}
		delete(want, m.name)
		t.Run(m.name, func(t *testing.T) {
			v, d := firstSection(t, m)
			parts, err := v.paragraphs(d)
			if err != nil {
				t.Fatal(err)
			}
			g := &measured{T: t, view: v, parts: parts}
			g.page()
			g.header(set)
			g.title()
			g.body()
			g.foot()
			for _, r := range g.rows {
				t.Logf("%-42s %-18s %3d× %7.2f .. %7.2f %-3s of %.2f .. %.2f", r.component, r.clause, r.count, r.least, r.most, r.unit, r.low, r.high)
			}
		})
	}
	if len(want) > 0 {
		t.Errorf("no such plans: %v", want)
	}
}

// row notes one value and holds it to its range.
func (g *measured) row(component, clause string, got, low, high float64, unit string) {
	g.Helper()
	i := slices.IndexFunc(g.rows, func(r *row) bool { return r.component == component })
	if i < 0 {
		i = len(g.rows)
		g.rows = append(g.rows, &row{component, clause, unit, 0, got, got, low, high})
	}
	r := g.rows[i]
	r.count, r.least, r.most = r.count+1, min(r.least, got), max(r.most, got)
	if !(got >= low-1e-6 && got <= high+1e-6) {
		g.Errorf("%s: %.2f %s, the law (%s) wants %.2f .. %.2f", component, got, unit, clause, low, high)
	}
}

// look holds the look of a role's paragraphs to the law: size, weight, slope.
func (g *measured) look(role doc.Role, clause string, low, high float64, bold, italic bool) {
	g.Helper()
	for _, p := range g.all(role) {
		for _, l := range p.Lines {
			for _, w := range l {
				if isNoteMark(w) {
					continue
				}
				if w.Size < low-0.01 || w.Size > high+0.01 || !hasFace(w, bold, italic) {
					g.Errorf("%s (%s): %q is %.2f pt %s, want %g .. %g pt, bold %v, italic %v", role, clause, w.Text, w.Size, w.Font, low, high, bold, italic)
				}
			}
		}
		g.row(string(role)+": cỡ chữ", clause, p.Lines[0][0].Size, low, high, "pt")
	}
}

// isNoteMark tells whether a word is the mark of a footnote: a small number.
func isNoteMark(w word) bool {
	_, err := strconv.Atoi(w.Text)
	return err == nil && w.Size < 10
}

// hasFace tells whether a word is as wide as it is in a face, and whether its
// font, where it has a name that tells, is of that face.
func hasFace(w word, bold, italic bool) bool {
	width := office().Fonts.Width(w.Text, font.Style{Bold: bold, Italic: italic, Size: unit.FromPoints(w.Size)}).Points()
	named := !knownFont(w.Font) || strings.Contains(w.Font, "Bold") == bold && strings.Contains(w.Font, "Italic") == italic
	return named && math.Abs(width-(w.X1-w.X0)) < 0.05
}

func knownFont(name string) bool {
	name = strings.NewReplacer(" ", "", "-", "").Replace(name)
	return strings.Contains(name, "LiberationSerif") || strings.Contains(name, "TimesNewRoman")
}

func (g *measured) all(role doc.Role) []printed {
	var out []printed
	for _, p := range g.parts {
		if p.Role == role && len(p.Lines) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// lines are the lines of all paragraphs of a role.
func (g *measured) lines(role doc.Role) []line {
	var out []line
	for _, p := range g.all(role) {
		out = append(out, p.Lines...)
	}
	return out
}

func (g *measured) caps(role doc.Role) {
	g.Helper()
	for _, l := range g.lines(role) {
		if s := l.text(); s != strings.ToUpper(s) {
			g.Errorf("%s: %q is not in capitals", role, s)
		}
	}
}

// centred holds the middle of every line of a role to the middle of others.
func (g *measured) centred(role doc.Role, clause string, under float64) {
	g.Helper()
	for _, l := range g.lines(role) {
		g.row(string(role)+": lệch tâm", clause, l.center()-under, -0.75, 0.75, "pt")
	}
}

// single holds the lines of roles to single spacing: 1.15 times the size.
func (g *measured) single(clause string, roles ...doc.Role) {
	g.Helper()
	var all []line
	for _, r := range roles {
		all = append(all, g.lines(r)...)
	}
	for i := 1; i < len(all); i++ {
		g.row(string(roles[0])+": cách dòng đơn, lần cỡ chữ", clause, (all[i].base()-all[i-1].base())/all[i][0].Size, 1.05, 1.25, "")
	}
}

// rule holds the drawn line under the last line of a role to a share of it.
func (g *measured) rule(role doc.Role, clause string, low, high float64) {
	g.Helper()
	lines := g.lines(role)
	last := lines[len(lines)-1]
	i := slices.IndexFunc(g.view.strokes, func(s readback.Stroke) bool {
		return s.Page == last[0].Page && s.Y0 > last.base() && s.Y0 < last.base()+20 && s.X0 < last.center() && last.center() < s.X1
	})
	if i < 0 {
		g.Errorf("%s: no line is drawn below %q", role, last.text())
		return
	}
	s := g.view.strokes[i]
	g.row(string(role)+": đường kẻ, lần dòng chữ", clause, (s.X1-s.X0)/last.width(), low, high, "")
	g.row(string(role)+": đường kẻ lệch tâm", clause, (s.X0+s.X1)/2-last.center(), -0.5, 0.5, "pt")
	g.row(string(role)+": đường kẻ dày", "-", s.Width, 0.5, 0.75, "pt")
	g.row(string(role)+": đường kẻ nghiêng", clause, s.Y1-s.Y0, 0, 0, "pt")
	if s.Color != "#000000" {
		g.Errorf("%s: the line is drawn in %s", role, s.Color)
	}
}

// edges are the left and right edge of the text: those of justified lines.
func (g *measured) edges() (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, l := range g.lines(doc.Than) {
		left, right = min(left, l[0].X0), max(right, l[len(l)-1].X1)
	}
	return left, right
}

func (g *measured) page() {
	for _, s := range g.view.sizes {
		g.row("khổ giấy: rộng", "PL I, I.1", s.W/mm, 209.9, 210.1, "mm")
		g.row("khổ giấy: cao", "PL I, I.1", s.H/mm, 296.9, 297.1, "mm")
	}
	left, right := g.edges()
	last, fullest := len(g.view.sizes), 0.0
	g.row("lề trái", "PL I, I.3", left/mm, 30, 35, "mm")
	g.row("lề phải", "PL I, I.3", (g.view.sizes[0].W-right)/mm, 15-0.05, 20+0.05, "mm")
	for page := 1; page <= last; page++ {
		top, bottom := math.Inf(1), math.Inf(-1)
		for _, p := range g.parts {
			for _, l := range p.Lines {
				if l[0].Page == page && p.Role != doc.SoTrang {
					top, bottom = min(top, l[0].Y0), max(bottom, l[0].Y1)
				}
			}
		}
		g.row("lề trên", "PL I, I.3", top/mm, 20, 25, "mm")
		g.row("lề dưới, mọi trang", "PL I, I.3", (g.view.sizes[0].H-bottom)/mm, 20, 297, "mm")
		fullest = max(fullest, bottom)
	}
	if last > 2 { // a page may end early to keep lines together; the fullest of several misses a line at most
		g.row("lề dưới, trang đầy nhất", "PL I, I.3", (g.view.sizes[0].H-fullest)/mm, 20, 25+14*1.15*1.5/mm, "mm")
	}
	g.pageNumbers((left + right) / 2)
	fonts := map[string]bool{}
	for _, w := range g.view.words {
		fonts[w.Font] = fonts[w.Font] || knownFont(w.Font)
		if w.Color != "#000000" {
			g.Errorf("PL I, I.4: %q is %s", w.Text, w.Color)
		}
	}
	for name, known := range fonts {
		if !known {
			g.Errorf("PL I, I.4: the file calls a font %q, not by its name", name)
		}
	}
}

func (g *measured) pageNumbers(middle float64) {
	const clause = "PL I, I.7, V.14"
	g.look(doc.SoTrang, clause, 13, 14, false, false)
	numbers := g.all(doc.SoTrang)
	g.row("số trang: trang có số, trang đầu không", clause, float64(len(numbers)), float64(len(g.view.sizes)-1), float64(len(g.view.sizes)-1), "")
	for i, p := range numbers {
		l := p.Lines[0]
		g.row("số trang", clause, float64(l[0].Page), float64(i+2), float64(i+2), "")
		g.row("số trang: lệch tâm", clause, l.center()-middle, -0.75, 0.75, "pt")
		g.row("số trang: trong lề trên", clause, l[0].Y1/mm, 0, 20, "mm")
	}
}

// header measures ô 1-4: names, số, ngày.
func (g *measured) header(set string) {
	sizes := map[string][3]float64{"A": {13, 14, 14}, "B": {12, 13, 13}}[set]
	const note = "PL I, V, chú thích"
	g.row("Quốc hiệu: bộ cỡ chữ "+set, note, g.lines(doc.QuocHieu)[0][0].Size, sizes[0], sizes[0], "pt")
	g.row("Tiêu ngữ: bộ cỡ chữ "+set, note, g.lines(doc.TieuNgu)[0][0].Size, sizes[1], sizes[1], "pt")
	g.row("ngày: bộ cỡ chữ "+set, note, g.lines(doc.Ngay)[0][0].Size, sizes[2], sizes[2], "pt")

	g.look(doc.QuocHieu, "PL I, V.1", 12, 13, true, false)
	g.caps(doc.QuocHieu)
	right := g.lines(doc.QuocHieu)[0].center()
	g.look(doc.TieuNgu, "PL I, V.1", 13, 14, true, false)
	g.centred(doc.TieuNgu, "PL I, II.1.b", right)
	g.single("PL I, II.1.b", doc.QuocHieu, doc.TieuNgu)
	g.rule(doc.TieuNgu, "PL I, II.1.b", 0.995, 1.005)

	g.look(doc.ChuQuan, "PL I, V.2", 12, 13, false, false)
	g.look(doc.CoQuan, "PL I, V.2", 12, 13, true, false)
	g.caps(doc.ChuQuan)
	g.caps(doc.CoQuan)
	left := g.lines(doc.CoQuan)[0].center()
	g.centred(doc.CoQuan, "PL I, II.2.b", left)
	g.centred(doc.ChuQuan, "PL I, II.2.b", left)
	g.single("PL I, II.2.b", doc.ChuQuan, doc.CoQuan)
	g.rule(doc.CoQuan, "PL I, II.2.b", 1.0/3, 1.0/2)

	g.look(doc.So, "PL I, V.3", 13, 13, false, false)
	g.centred(doc.So, "PL I, II.3.c", left)
	g.look(doc.Ngay, "PL I, V.4", 13, 14, false, true)
	g.centred(doc.Ngay, "PL I, II.4.b", right)
	so, ngay := g.lines(doc.So), g.lines(doc.Ngay)
	g.row("số, ký hiệu: số dòng", "PL I, II.3", float64(len(so)), 1, 1, "")
	g.row("địa danh, ngày: số dòng", "PL I, II.4", float64(len(ngay)), 1, 1, "")
	g.row("số và ngày cùng một dòng", "PL I, II.4.b", so[0].base()-ngay[0].base(), -0.5, 0.5, "pt")
	g.row("ô trái không chạm ô phải", "PL I, IV", ngay[0][0].X0-so[0][len(so[0])-1].X1, 3, 500, "pt")
}

// title measures ô 5a.
func (g *measured) title() {
	const clause = "PL I, V.5a"
	left, right := g.edges()
	middle := (left + right) / 2
	g.look(doc.TenLoai, clause, 13, 14, true, false)
	g.caps(doc.TenLoai)
	g.centred(doc.TenLoai, "PL I, II.5.b", middle)
	g.look(doc.TrichYeu, clause, 13, 14, true, false)
	g.centred(doc.TrichYeu, "PL I, II.5.b", middle)
	g.single("PL I, II.5.b", doc.TenLoai, doc.TrichYeu)
	under := doc.TrichYeu
	if len(g.all(doc.PhuDe)) > 0 { // an italic line of practice; the rule stands below it
		under = doc.PhuDe
		g.look(doc.PhuDe, clause, 13, 14, false, true)
		g.centred(doc.PhuDe, "-", middle)
	}
	g.rule(under, "PL I, II.5.b", 1.0/3, 1.0/2)
	g.row("đường kẻ trên cả văn bản", "PL I, II", float64(len(g.view.rules())), 3, 3, "")
}

// body measures ô 6.
func (g *measured) body() {
	g.look(doc.CanCu, "PL I, V.6", 13, 14, false, true)
	for _, r := range []doc.Role{doc.Muc, doc.KhoanDeMuc, doc.Khoan2DeMuc} {
		g.look(r, "PL I, V.6", 13, 14, true, false)
	}
	left, right := g.edges()
	var before *printed
	for _, p := range g.parts {
		inBody := slices.Contains([]doc.Role{doc.CanCu, doc.Than, doc.Muc, doc.KhoanDeMuc, doc.Khoan2DeMuc}, p.Role)
		if !inBody {
			continue
		}
		g.paragraph(p, left, right)
		if before != nil {
			g.gap(*before, p)
		}
		before = &p
	}
	for _, w := range g.lines(doc.Than) {
		g.row("than: cỡ chữ", "PL I, V.6", w[0].Size, 13, 14, "pt")
	}
}

// paragraph measures indent, justification and line spacing of one paragraph.
func (g *measured) paragraph(p printed, left, right float64) {
	const clause = "PL I, II.6.đ"
	g.row(string(p.Role)+": lùi đầu dòng", clause, (p.Lines[0][0].X0-left)/mm, 10-0.05, 12.7+0.05, "mm")
	for j, l := range p.Lines {
		if j > 0 {
			g.row(string(p.Role)+": lề trái dòng sau", clause, l[0].X0-left, 0, 0.05, "pt")
			if prev := p.Lines[j-1]; prev[0].Page == l[0].Page {
				g.row(string(p.Role)+": cách dòng, lần dòng đơn", clause, (l.base()-prev.base())/(1.15*l[0].Size), 1-0.005, 1.5, "")
			}
		}
		if j < len(p.Lines)-1 && len(l) > 1 {
			g.row(string(p.Role)+": dàn đều tới lề phải", clause, right-l[len(l)-1].X1, 0, 0.75, "pt")
		}
	}
}

// gap measures the room between two paragraphs on one page: what stands
// between their lines beyond the spacing inside.
func (g *measured) gap(a, b printed) {
	last, first := a.Lines[len(a.Lines)-1], b.Lines[0]
	if last[0].Page != first[0].Page || a.Of.ID+1 != b.Of.ID {
		return
	}
	pitch := 1.15 * first[0].Size // single spacing: more of it would count as room
	for _, p := range g.parts {
		if p.Role == b.Role && len(p.Lines) > 1 && p.Lines[0][0].Page == p.Lines[1][0].Page {
			pitch = p.Lines[1].base() - p.Lines[0].base()
			break
		}
	}
	g.row("khoảng cách đoạn", "PL I, II.6.đ", first.base()-last.base()-pitch, 6-0.05, 36, "pt")
}

// foot measures ô 7a, 7b and 9b.
func (g *measured) foot() {
	left, _ := g.edges()
	g.look(doc.QuyenHan, "PL I, V.7", 13, 14, true, false)
	g.caps(doc.QuyenHan)
	authority := g.lines(doc.QuyenHan)
	g.centred(doc.QuyenHan, "PL I, II.7", authority[0].center())
	g.look(doc.HoTen, "PL I, V.7", 13, 14, true, false)
	g.centred(doc.HoTen, "PL I, II.7", authority[0].center())
	g.row("quyền hạn, chức vụ: ở nửa phải", "PL I, IV, ô 7a", authority[0].center()/g.view.sizes[0].W, 0.55, 0.85, "")
	if name := g.lines(doc.HoTen); len(name) > 0 {
		g.row("họ tên: chỗ ký ở trên", "PL I, IV, ô 7c", (name[0].base()-authority[len(authority)-1].base())/mm, 20, 60, "mm")
	}

	g.look(doc.NoiNhan, "PL I, V.8.b", 12, 12, true, true)
	g.look(doc.NoiNhanItem, "PL I, V.8.b", 11, 11, false, false)
	for _, l := range g.lines(doc.NoiNhan) {
		g.row("Nơi nhận: sát lề trái", "PL I, II.9.b", l[0].X0-left, 0, 0.05, "pt")
		g.row("Nơi nhận: ngang hàng với quyền hạn", "PL I, II.9.b", authority[0].base()-l.base(), -2.5, 2.5, "pt")
	}
	items := g.all(doc.NoiNhanItem)
	for i, p := range items {
		g.row("nơi nhận: sát lề trái", "PL I, II.9.b", p.Lines[0][0].X0-left, 0, 0.05, "pt")
		text := p.Lines[len(p.Lines)-1].text()
		if end := text[len(text)-1:]; i < len(items)-1 && end != ";" && end != ":" || i == len(items)-1 && end != "." {
			g.Errorf("nơi nhận (PL I, II.9.b): %q ends otherwise than the law wants", text)
		}
	}
}
