package standard

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

// Marks is how special marks are worded and where they stand.
type Marks struct {
	DoKhan  []Urgency    `key:"do_khan"`
	LuuHanh LuuHanhWords `key:"luu_hanh"`
	DuThao  DuThaoWords  `key:"du_thao"`
	DiaChi  DiaChiPlace  `key:"dia_chi"`
	// KemTheo words the line of a plan that is issued with a document.
	KemTheo string `key:"kem_theo"`
}

// Urgency is one degree of urgency: its words, in the other spelling too, and
// the frame around it.
type Urgency struct {
	Text string   `key:"text" need:"true"`
	Also []string `key:"also"`
	Box  string   `key:"box"`
}

// LuuHanhWords lists the marks of circulation at the head of page 1, empty for
// any, and those at the foot of the last page.
type LuuHanhWords struct {
	Values []string `key:"values"`
	Last   []string `key:"last"`
	Box    string   `key:"box"`
}

// DuThaoWords is how a draft is marked, without and with its number.
type DuThaoWords struct {
	Text     string `key:"text"`
	Numbered string `key:"numbered"`
	Box      string `key:"box"`
}

// DiaChiPlace is the page at whose foot the address stands: first or last.
type DiaChiPlace struct {
	Page string `key:"page"`
}

// BoxFigures is a frame: its outer width and height and the thickness of its line. A
// fitted one is so much wider than its text. Middle tells where its middle
// stands as a share of the line, 0 for where the paragraph is aligned to.
type BoxFigures struct {
	Width     Figure[unit.Length] `key:"width"`
	Fit       bool                `key:"fit"`
	Height    Figure[unit.Length] `key:"height"`
	Thickness Figure[unit.Length] `key:"thickness"`
	Middle    Figure[float64]     `key:"middle"`
}

// boxes lists the frames that the marks have.
func (m *Marks) boxes() []string {
	out := []string{m.LuuHanh.Box, m.DuThao.Box}
	for _, u := range m.DoKhan {
		out = append(out, u.Box)
	}
	return out
}

var color = regexp.MustCompile(`^([0-9A-Fa-f]{6})?$`)

// marks holds colours, frames and places to what there is.
func (c checker) marks(st *Standard) {
	for _, role := range slices.Sorted(maps.Keys(st.Figures.Styles)) {
		path := "figures.styles." + role + ".color"
		if v := st.Figures.Styles[role].Color; c.at.has(path) && !color.MatchString(v) {
			c.Report("FORM-VALUE", c.at.value(path), diag.M("kiểu %s: màu %q không đọc được", "style %s: the colour %q cannot be read", role, v),
				diag.M("viết sáu chữ số như FF0000 (đỏ tươi)", "write six digits such as FF0000 (bright red)"))
		}
	}
	m := st.Form.Marks
	boxes := map[string]string{"form.marks.luu_hanh.box": m.LuuHanh.Box, "form.marks.du_thao.box": m.DuThao.Box}
	for i, u := range m.DoKhan {
		boxes[fmt.Sprintf("form.marks.do_khan.%d.box", i)] = u.Box
	}
	for _, path := range slices.Sorted(maps.Keys(boxes)) {
		name := boxes[path]
		if _, ok := st.Figures.Boxes[name]; name != "" && !ok && c.at.has(path) {
			c.Report("FORM-ROLE", c.at.value(path), diag.M("khung %q không có trong figures.boxes", "there is no frame %q in figures.boxes", name),
				diag.M("thêm khung này vào đó, hoặc bỏ box để không vẽ khung", "add it there, or leave box out to draw none"))
		}
	}
	const page = "form.marks.dia_chi.page"
	if p := m.DiaChi.Page; c.at.has(page) && p != "first" && p != "last" {
		c.Report("FORM-VALUE", c.at.value(page), diag.M("dia_chi: page %q không có", "dia_chi: there is no page %q", p), diag.M("dùng first hoặc last", "use first or last"))
	}
}

// markRoles are set in lines of exact height: both writers must know the
// height of a frame and of what stands in a margin without asking a font.
var markRoles = map[string]bool{"do_khan": true, "luu_hanh": true, "luu_hanh_cuoi": true, "du_thao": true, "dia_chi": true}

// singleLine is the height of a line of Times New Roman as a share of its
// size, capitals that of a capital letter, above the share of an exact line
// that stands above its baseline.
const (
	singleLine = 1.15
	capitals   = 0.655
	above      = 0.8
)

func exactMark(role string, s Style) Style {
	if l := s.Line.Value; markRoles[role] && l.Multiple > 0 {
		s.Line.Value = Line{Exact: wholeTwips(unit.Length(float64(s.Size.Value) * singleLine * l.Multiple))}
	}
	return s
}

func wholeTwips(l unit.Length) unit.Length { return unit.FromTwips(l.Twips()) }

// Frame is a frame around a paragraph, in whole twips: the room above it, how
// far from both sides it stands, and how much of its height is above and below
// the lines of its text.
type Frame struct {
	Room, Left, Width, Right unit.Length
	Height, Above, Below     unit.Length
	Thickness                unit.Length
}

// leastRoom is the height of the empty paragraph that a drawing hangs on.
const leastRoom = unit.PT

// frame measures the frame of a paragraph. Its capitals stand in the middle of
// its height; a text that is too wide for the line makes it higher.
func (r *Resolved) frame(t Text, measure Measure) {
	b, ok := r.Boxes[t.Box]
	if !ok {
		return
	}
	st, spans := r.Style(t.Role), r.spans(t)
	side := r.Narrow[t.ID]
	area := r.available(t) - 2*side
	width := b.Width.Value
	if b.Fit {
		for _, w := range measure(spans, st.Size.Value, 1<<40) {
			width = max(width, w+b.Width.Value)
		}
	}
	f := Frame{Room: wholeTwips(max(st.Before.Value, leastRoom)), Width: wholeTwips(min(width, area)), Thickness: b.Thickness.Value}
	line := wholeTwips(st.Line.Value.Exact)
	lines := unit.Length(max(len(measure(spans, st.Size.Value, f.Width)), 1))
	height := b.Height.Value
	top := float64(height)/2 + float64(st.Size.Value)*capitals/2 - float64(line)*above
	f.Above = wholeTwips(max(unit.Length(top), 0))
	f.Below = wholeTwips(max(height-f.Above-line, 0))
	f.Height = f.Above + lines*line + f.Below
	f.Left = wholeTwips(side + frameLeft(b, st, area, f.Width))
	f.Right = r.available(t) - f.Left - f.Width
	r.Framed[t.ID] = f
}

func frameLeft(b BoxFigures, st Style, area, width unit.Length) unit.Length {
	free := area - width
	switch {
	case b.Middle.Value > 0:
		return min(max(unit.Length(float64(area)*b.Middle.Value)-width/2, 0), free)
	case st.Align == "center":
		return free / 2
	case st.Align == "right":
		return free
	}
	return min(st.Indent.Value, free)
}

// Arrangement is how several signers stand: the widths of the columns, with
// nơi nhận in the first of them, or under the first signer.
type Arrangement struct {
	Under  bool
	Widths []unit.Length
	Blanks []int // for each signer: blank lines that bring the names to one height
}

// Width is the width of a cell: 0 for nơi nhận, then the signers.
func (a Arrangement) Width(cell int) unit.Length {
	if a.Under {
		cell = max(cell-1, 0)
	}
	if cell >= len(a.Widths) {
		return 0
	}
	return a.Widths[cell]
}

// arrange puts nơi nhận beside several signers where no line of theirs would
// wrap, else under the first. No source tells where it stands.
func (r *Resolved) arrange(texts []Text, measure Measure) {
	groups := map[int][]Text{}
	for _, t := range texts {
		if t.Group != 0 {
			groups[t.Group] = append(groups[t.Group], t)
		}
	}
	for id, group := range groups {
		a := r.widths(group, measure)
		r.Signers[id] = a // the titles are measured in their columns
		a.Blanks = r.blanks(group, measure)
		r.Signers[id] = a
	}
}

// widths shares the width of the page among several signers: alike where their
// lines fit so, else by what each needs.
func (r *Resolved) widths(group []Text, measure Measure) Arrangement {
	need, noiNhan := r.signerNeeds(group, measure)
	n := unit.Length(len(need))
	total, sum, widest := r.Page.TextWidth(), unit.Length(0), unit.Length(0)
	for _, w := range need {
		sum, widest = sum+w, max(widest, w)
	}
	c := r.Columns[group[0].Table]
	a := Arrangement{Under: !noiNhan || c.LeftMin.Value+sum > total}
	if !a.Under {
		left := wholeTwips(max(c.LeftMin.Value, min(total/(n+1), total-sum)))
		a.Widths, total = append(a.Widths, left), total-left
	}
	for _, w := range need {
		share := total / n
		if widest > share && sum <= total {
			share = w + (total-sum)/n
		}
		a.Widths = append(a.Widths, wholeTwips(share))
	}
	return a
}

// apart is how far the lines of signers side by side stand from each other at
// least: nearer, two titles read as one.
const apart = 5 * unit.MM

// signerNeeds is the widest line of each signer, and whether there is nơi nhận.
func (r *Resolved) signerNeeds(group []Text, measure Measure) (need []unit.Length, noiNhan bool) {
	for _, t := range group {
		noiNhan = noiNhan || t.Signer == 0
		need = append(need, make([]unit.Length, max(t.Signer-len(need), 0))...)
		for _, w := range measure(r.spans(t), r.Style(t.Role).Size.Value, 1<<40) {
			if t.Signer > 0 {
				need[t.Signer-1] = max(need[t.Signer-1], w+apart)
			}
		}
	}
	return need, noiNhan
}

// blanks counts the lines of title that a signer has less than another.
func (r *Resolved) blanks(group []Text, measure Measure) []int {
	var lines []int
	most := 0
	for _, t := range group {
		lines = append(lines, make([]int, max(t.Signer-len(lines), 0))...)
		if t.Signer > 0 && t.Role != "ho_ten" {
			lines[t.Signer-1] += max(len(measure(r.spans(t), r.Style(t.Role).Size.Value, r.available(t))), 1)
			most = max(most, lines[t.Signer-1])
		}
	}
	for i := range lines {
		lines[i] = most - lines[i]
	}
	return lines
}

// Stack is a pile of blocks in a margin: its height, how far below its top
// each block begins, and how far it reaches into the text of its page.
type Stack struct {
	Height, Reserve unit.Length
	Top             map[int]unit.Length
}

// stackLast piles up what stands in the bottom margin of the last page.
func (r *Resolved) stackLast(p Paper, measure Measure) {
	ids, texts, rules := p.LastFoot, p.Texts, p.Rules
	s := Stack{Top: map[int]unit.Length{}}
	var after unit.Length
	for i, id := range ids {
		for _, d := range rules {
			if d.ID == id {
				s.Height += after
				s.Top[id], after = s.Height, 0
				s.Height += wholeTwips(r.Rules[d.Role].Height.Value)
			}
		}
		for _, t := range texts {
			if t.ID == id {
				st := r.Style(t.Role)
				room := max(after, wholeTwips(st.Before.Value))
				if i == 0 {
					room = wholeTwips(st.Before.Value)
				}
				s.Height += room
				lines := len(measure(r.spans(t), st.Size.Value, r.available(t)-2*r.Narrow[id]))
				s.Top[id], after = s.Height, wholeTwips(st.After.Value)
				s.Height += unit.Length(max(lines, 1)) * wholeTwips(st.Line.Value.Exact)
			}
		}
	}
	s.Height += after
	if len(ids) > 0 {
		s.Reserve = max(wholeTwips(r.Page.Footer.Value)+s.Height-wholeTwips(r.Page.Bottom.Value), 0)
	}
	r.LastFoot = s
}
