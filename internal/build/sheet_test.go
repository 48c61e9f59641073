package build_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
)

// A sheet is the paper of a form as a ruler sees it, and two papers more that
// are made of the same plan: signed without a line of authority, and printed on
// one side or on both.
type sheet struct {
	*measured
	made                 *made
	alone, single, sides *measured
}

func sheetOf(t *testing.T, form, paper string) *sheet {
	t.Helper()
	all := corpus(t)
	i := slices.IndexFunc(all, func(m *made) bool { return m.name == paper })
	if i < 0 || all[i].paper.Standard.ID != form {
		t.Fatalf("%s: no such paper in the form %s", paper, form)
	}
	text := twoSided.ReplaceAllString(string(all[i].input.Data), "")
	s := &sheet{measured: measure(t, all[i]), made: all[i]}
	s.alone = variant(t, "chu-ky.yaml", signers.ReplaceAllString(text, "  chuc_vu: [TRƯỞNG BAN, kiêm, GIÁM ĐỐC]\n  ho_ten:"))
	s.single = variant(t, "mot-mat.yaml", text)
	s.sides = variant(t, "hai-mat.yaml", "in_hai_mat: có\n"+text)
	return s
}

var (
	twoSided = regexp.MustCompile(`(?m)^in_hai_mat: .*\n`)
	signers  = regexp.MustCompile(`(?s)  chuc_vu:.*?\n  ho_ten:`)
)

func variant(t *testing.T, name, text string) *measured {
	t.Helper()
	m, err := makeOf(office(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return measure(t, m)
}

func measure(t *testing.T, m *made) *measured {
	t.Helper()
	v, d := firstSection(t, m)
	parts, err := v.paragraphs(d)
	if err != nil {
		t.Fatal(err)
	}
	return &measured{T: t, view: v, parts: parts}
}

// xml is a paragraph style of the DOCX, or with an empty name the main part.
func (s *sheet) xml(style string) string {
	if style == "" {
		return part(s.T, s.made.docx, "word/document.xml")
	}
	_, after, ok := strings.Cut(part(s.T, s.made.docx, "word/styles.xml"), `w:styleId="`+style+`"`)
	if !ok {
		s.Errorf("DOCX: no style %s", style)
	}
	text, _, _ := strings.Cut(after, "</w:style>")
	return text
}

func part(t *testing.T, docx []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// inside holds measures to a span, 0.05 wide for the rounding of files.
func (s *sheet) inside(row, clause, unit string, want span, got []float64) {
	s.Helper()
	if math.IsNaN(want[0]) != (len(got) == 0) {
		s.Errorf("%s (%s): %d measures, want %v", row, clause, len(got), want)
	}
	for _, v := range got {
		if !(v >= want[0]-0.05 && v <= want[1]+0.05) {
			s.Errorf("%s (%s): %.2f %s, want %.2f .. %.2f", row, clause, v, unit, want[0], want[1])
			return
		}
	}
	if len(got) > 0 {
		s.Logf("%-42s %-44s %3d× %6.2f .. %6.2f %s", row, clause, len(got), slices.Min(got), slices.Max(got), unit)
	}
}

// look1 is the look of the first word of a line: "14 b".
func look1(l line) string {
	w := l[0]
	for _, f := range []struct {
		mark         string
		bold, italic bool
	}{{"", false, false}, {" b", true, false}, {" i", false, true}, {" bi", true, true}} {
		if hasFace(w, f.bold, f.italic) {
			return fmt.Sprintf("%g%s", math.Round(w.Size*100)/100, f.mark)
		}
	}
	return w.Font + "?"
}

// looks are the different looks of a role's words, each once, without the marks
// of footnotes.
func (s *sheet) looks(role doc.Role) string {
	var out []string
	for _, l := range s.lines(role) {
		for i := range l {
			if one := look1(l[i:]); !isNoteMark(l[i]) && !slices.Contains(out, one) {
				out = append(out, one)
			}
		}
	}
	return strings.Join(out, ", ")
}

// texts are the paragraphs of roles with their looks.
func (s *sheet) texts(roles ...doc.Role) string {
	var out []string
	for _, r := range roles {
		for _, l := range s.lines(r) {
			look := s.looks(r)
			if s.underlined(l) {
				look += " u"
			}
			out = append(out, l.text()+" "+look)
		}
	}
	return strings.Join(out, " | ")
}

func (s *sheet) firsts(role doc.Role) string {
	var out []string
	for _, p := range s.all(role) {
		out = append(out, p.Lines[0][0].Text)
	}
	return strings.Join(out, " ")
}

// ends are the last letters of a role's paragraphs.
func (s *sheet) ends(role doc.Role) string {
	var out []string
	for _, p := range s.all(role) {
		text := p.Lines[len(p.Lines)-1].text()
		out = append(out, text[len(text)-1:])
	}
	return strings.Join(out, " ")
}

// under tells what closes the lines of a role: a drawn line, or a mark.
func (s *sheet) under(role, mark doc.Role) string {
	if lines := s.lines(mark); len(lines) > 0 {
		above := s.lines(role)
		last := above[len(above)-1]
		if d := lines[0].base() - last.base(); d <= 0 || d > 30 || math.Abs(lines[0].center()-last.center()) > 0.75 {
			return fmt.Sprintf("%s, %.2f pt below, %.2f pt beside", lines[0].text(), d, lines[0].center()-last.center())
		}
		return lines[0].text()
	}
	if len(s.share(role)) == 1 {
		return "kẻ"
	}
	return ""
}

// share is the length of the line drawn below the last line of the first role
// that has lines, as a share of it.
func (s *sheet) share(roles ...doc.Role) []float64 {
	for _, r := range roles {
		lines := s.lines(r)
		if len(lines) == 0 {
			continue
		}
		last := lines[len(lines)-1]
		for _, k := range s.view.strokes {
			if k.Page == last[0].Page && k.Y0 > last.base() && k.Y0 < last.base()+20 && math.Abs((k.X0+k.X1)/2-last.center()) < 0.5 {
				return []float64{(k.X1 - k.X0) / last.width()}
			}
		}
	}
	return nil
}

// underlined tells whether a line close below a line of text is as wide as it.
func (s *sheet) underlined(l line) bool {
	return slices.ContainsFunc(s.view.strokes, func(k readback.Stroke) bool {
		return k.Page == l[0].Page && k.Y0 > l.base() && k.Y0 < l.base()+0.25*l[0].Size &&
			math.Abs(k.X0-l[0].X0) < 0.5 && math.Abs(k.X1-l[len(l)-1].X1) < 0.5
	})
}

// endMark is the mark behind the last letter of the text.
func (s *sheet) endMark() string {
	text := s.lines(doc.Than)
	return endMarks.FindString(text[len(text)-1].text())
}

var endMarks = regexp.MustCompile(`[^\pL\pN]*$`)

func (s *sheet) authority() string {
	l := s.lines(doc.QuyenHan)[0]
	return l[0].Text + " " + look1(l)
}

// last is the look of the last line of the first role that has lines.
func (s *sheet) last(roles ...doc.Role) string {
	for _, r := range roles {
		if lines := s.lines(r); len(lines) > 0 {
			return look1(lines[len(lines)-1])
		}
	}
	return ""
}

func (s *sheet) lastItem() string {
	items := s.all(doc.NoiNhanItem)
	return items[len(items)-1].Lines[0].text()
}

// top is where the first line of page 1 begins, mm from the edge.
func (s *sheet) top() float64 {
	top := math.Inf(1)
	for _, w := range s.view.words {
		if w.Page == 1 {
			top = min(top, w.Y0/mm)
		}
	}
	return top
}

// bottom is what the fullest page leaves below its text, mm.
func (s *sheet) bottom() []float64 {
	most := 0.0
	for _, w := range s.view.words {
		most = max(most, w.Y1)
	}
	return []float64{(s.view.sizes[0].H - most) / mm}
}

// sideOf are the side margins of pages, mm: 0 for left, 1 for right.
func (s *sheet) sideOf(g *measured, side int, pages ...int) []float64 {
	var out []float64
	for _, page := range pages {
		left, right := math.Inf(1), math.Inf(-1)
		for _, l := range g.lines(doc.Than) {
			if l[0].Page == page {
				left, right = min(left, l[0].X0), max(right, l[len(l)-1].X1)
			}
		}
		out = append(out, []float64{left / mm, (g.view.sizes[0].W - right) / mm}[side])
	}
	return out
}

func (s *sheet) numberTop() []float64 {
	var out []float64
	for _, l := range s.lines(doc.SoTrang) {
		out = append(out, l[0].Y0/mm)
	}
	return out
}

// body are the paragraphs of the text, in order.
func (s *sheet) body() []printed {
	var out []printed
	for _, p := range s.single.parts {
		if p.Of != nil && slices.Contains(bodyRoles, p.Role) {
			out = append(out, p)
		}
	}
	return out
}

var bodyRoles = []doc.Role{doc.CanCu, doc.Than, doc.Muc, doc.KhoanDeMuc, doc.Khoan2DeMuc, doc.Khoan3DeMuc}

func (s *sheet) indents() []float64 {
	left, _ := s.single.edges()
	var out []float64
	for _, p := range s.body() {
		out = append(out, (p.Lines[0][0].X0-left)/mm)
	}
	return out
}

// pitches are the distances of baselines inside paragraphs.
func (s *sheet) pitches() []float64 {
	var out []float64
	for _, p := range s.body() {
		for j := 1; j < len(p.Lines); j++ {
			if p.Lines[j][0].Page == p.Lines[j-1][0].Page {
				out = append(out, p.Lines[j].base()-p.Lines[j-1].base())
			}
		}
	}
	return out
}

// gaps are the distances of paragraphs that follow each other on a page, less
// the distance of lines.
func (s *sheet) gaps() []float64 {
	var out []float64
	pitch := slices.Min(s.pitches())
	body := s.body()
	for i := 1; i < len(body); i++ {
		a, b := body[i-1].Lines, body[i].Lines
		if last := a[len(a)-1]; last[0].Page == b[0][0].Page {
			out = append(out, b[0].base()-last.base()-pitch)
		}
	}
	return out
}
