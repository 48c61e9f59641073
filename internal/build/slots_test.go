package build_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
)

// Times New Roman above and below its baseline, as shares of its size.
const (
	ascent  = 0.891
	descent = 0.216
	blank   = 0.25
)

// slotPlan is a plan with room for number and date, and with up to four signers
// at any height of a page. Same seed, same plan.
func slotPlan(seed uint64, forms []string) string {
	g := newGenerator(7000 + seed)
	fmt.Fprintf(g, "the_thuc: %s\nco_quan_chu_quan: SỞ THỬ NGHIỆM\nco_quan: PHÒNG SINH CHỮ\n", forms[g.IntN(len(forms))])
	fmt.Fprintf(g, "so: %s\nky_hieu: KH-PSC\ndia_danh: %s\n", []string{"", "125"}[g.IntN(2)], []string{"Hà Nội", "Ea H'Leo"}[g.IntN(2)])
	fmt.Fprintf(g, "ngay: %s\ntrich_yeu: Văn bản sinh ra để thử\n", []string{"", "2027", "01/2027", "18/02/2027"}[g.IntN(4)])
	if g.IntN(3) == 0 {
		g.WriteString("in_hai_mat: có\n")
	}
	if g.IntN(3) == 0 {
		g.WriteString("luu_hanh: LƯU HÀNH NỘI BỘ\n")
	}
	g.WriteString("muc:\n  - tieu_de: VIỆC LÀM\n    noi_dung: |\n")
	for range 1 + g.IntN(70) {
		g.WriteString("      - Dòng ngắn.\n")
	}
	fmt.Fprintf(g, "ket: |\n  %s (Phụ lục kèm theo).\n", g.sentence(8+g.IntN(60), false))
	if g.IntN(5) > 0 {
		g.WriteString("noi_nhan:\n  - Sở Thử nghiệm\n  - Các phòng\nluu: VT\n")
	}
	g.signers([]int{1, 1, 2, 3, 4}[g.IntN(5)])
	if g.IntN(2) == 0 {
		g.WriteString("phu_luc:\n  - tieu_de: VIỆC\n    kho: ngang\n    noi_dung: |\n      | TT | Việc |\n      | 1 | Họp |\n")
	}
	return g.String()
}

// signers writes signers of one to three titles, now and then without one or
// without a name.
func (g *generator) signers(n int) {
	g.WriteString("nguoi_ky:\n")
	for i := range n {
		var titles []string
		for range g.IntN(4) {
			titles = append(titles, strings.ToUpper(g.sentence(1+g.IntN(4), false)))
		}
		name := []string{"Máy Sinh Chữ", "Trần Văn Nước", "Vi Thị Ô", "Lê Thị Hoa"}[i]
		switch {
		case len(titles) == 0:
		case g.IntN(8) == 0:
			name = ""
		}
		fmt.Fprintf(g, "  - chuc_vu: [%s]\n    ho_ten: %s\n", strings.Join(titles, ", "), name)
	}
}

// TestSlotPlaces: every slot of generated plans stands where the decree wants it
// (NĐ 30/2020, PL I, Mục IV; II.7, II.8), by the lines that other programs see in
// the PDF, to half a millimetre.
func TestSlotPlaces(t *testing.T) {
	t.Parallel()
	readback.Need(t, "pdftotext", "mutool")
	counts := map[string]int{}
	var all []*made
	for seed := range uint64(80) {
		text := slotPlan(seed, office().Forms.IDs())
		m, err := makeOf(office(), fmt.Sprintf("sinh/cho-ky-%03d.yaml", seed), []byte(text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		m.own = true
		all = append(all, m)
	}
	for _, m := range all {
		v, d := firstSection(t, m)
		parts, err := v.paragraphs(d)
		if err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		s := slotted{T: t, m: m, d: d, v: v, parts: parts, counts: counts}
		s.fills()
		s.signers()
		s.attached()
		s.whole()
	}
	t.Logf("%d plans: %v", len(all), counts)
	for _, name := range []string{"so", "ngay", "thang", "nam", "ky_1", "ky_2", "ky_3", "ky_4", "dau_1", "dau_4", "kem_tep"} {
		if counts[name] < 5 {
			t.Errorf("only %d slots %s in all plans", counts[name], name)
		}
	}
}

// slotted is a plan with its slots and what other programs see of it.
type slotted struct {
	*testing.T
	m      *made
	d      *doc.Document
	v      *view
	parts  []printed
	counts map[string]int
}

// near holds a place to another, both in pt, to half a millimetre.
func (s *slotted) near(what string, got, want float64) {
	s.Helper()
	if math.Abs(got-want) > 0.5*mm {
		s.Errorf("%s: %s is %.2f mm, want %.2f mm", s.m.name, what, got/mm, want/mm)
	}
}

// A rect is a slot on its page, in pt.
type rect struct {
	page           int // from 1
	x0, y0, x1, y1 float64
	page.Slot
}

func (s *slotted) slot(name string) (rect, bool) {
	for i, p := range s.m.paper.Pages.Pages {
		for _, sl := range p.Slots {
			if sl.Name == name {
				return rect{i + 1, sl.X.Points(), sl.Y.Points(), (sl.X + sl.W).Points(), (sl.Y + sl.H).Points(), sl}, true
			}
		}
	}
	return rect{}, false
}

// fills: the slots of number and date lie in the room between the words around
// it, on their baseline, and only what is blank has one.
func (s *slotted) fills() {
	p := s.m.paper.Plan
	words := map[doc.Role]line{}
	for _, part := range s.parts {
		if part.Role == doc.So || part.Role == doc.Ngay {
			words[part.Role] = part.Lines[0]
		}
	}
	for name, f := range map[string]struct {
		role     doc.Role
		open     bool
		before   string
		tight    bool // nothing stands between it and the word behind it
		nextWord bool
	}{
		"so":    {doc.So, p.So.Blank(), "Số", true, true},
		"ngay":  {doc.Ngay, p.Ngay.Day == "", "ngày", false, true},
		"thang": {doc.Ngay, p.Ngay.Month == "", "tháng", false, true},
		"nam":   {doc.Ngay, p.Ngay.Year == "", "năm", false, false},
	} {
		r, ok := s.slot(name)
		if ok != f.open {
			s.Errorf("%s: a slot %s: %v, open: %v", s.m.name, name, ok, f.open)
		}
		if !ok {
			continue
		}
		s.counts[name]++
		l := words[f.role]
		i := slices.IndexFunc(l, func(w word) bool { return strings.TrimRight(w.Text, ":") == f.before })
		if i < 0 {
			s.Errorf("%s: no word %q in %q", s.m.name, f.before, l.text())
			continue
		}
		w := l[i]
		s.near(name+": left edge", r.x0, w.X1+blank*w.Size)
		s.near(name+": baseline", r.Baseline.Points(), w.Base)
		s.near(name+": foot", r.y1, w.Base+descent*w.Size)
		s.near(name+": top", r.y0, w.Base-ascent*w.Size)
		s.near(name+": size", r.Size.Points(), w.Size)
		right := w.X1 + blank*w.Size*9 // eight blanks
		if f.nextWord {
			right = l[i+1].X0 - blank*w.Size
			if f.tight {
				right = l[i+1].X0
			}
		}
		s.near(name+": right edge", r.x1, right)
	}
}

// signers: each signature stands on the axis of its name, in the middle between
// the title and the name; the seal covers its left third.
func (s *slotted) signers() {
	columns := [][]doc.Block{}
	for _, b := range s.d.Sections[0].Blocks {
		switch x := b.(type) {
		case *doc.Signers:
			columns = x.Columns
		case *doc.Columns:
			if x.Role == doc.Cuoi && len(x.Rows[0][1]) > 0 {
				columns = [][]doc.Block{x.Rows[0][1]}
			}
		}
	}
	for i, column := range columns {
		n := fmt.Sprint(i + 1)
		ky, ok := s.slot("ky_" + n)
		dau, sealed := s.slot("dau_" + n)
		if !ok || !sealed {
			s.Errorf("%s: signer %s has slots: %v, %v", s.m.name, n, ok, sealed)
			continue
		}
		s.counts["ky_"+n]++
		s.counts["dau_"+n]++
		var title, name line
		for _, b := range column {
			for _, part := range s.parts {
				switch {
				case part.Of != b || len(part.Lines) == 0:
				case part.Role == doc.HoTen:
					name = part.Lines[0]
				default:
					title = part.Lines[len(part.Lines)-1]
				}
			}
		}
		s.signature(n, ky, title, name)
		s.near("dau_"+n+": right edge", dau.x1, max(ky.x0+(ky.x1-ky.x0)/3, 36*mm))
		s.near("dau_"+n+": middle", (dau.y0+dau.y1)/2, (ky.y0+ky.y1)/2)
		s.near("dau_"+n+": width", dau.x1-dau.x0, 36*mm)
		s.near("dau_"+n+": height", dau.y1-dau.y0, 36*mm)
	}
	if _, more := s.slot(fmt.Sprintf("ky_%d", len(columns)+1)); more {
		s.Errorf("%s: more signatures than signers", s.m.name)
	}
}

func (s *slotted) signature(n string, ky rect, title, name line) {
	if name != nil {
		s.near("ky_"+n+": axis", (ky.x0+ky.x1)/2, name.center())
		if ky.page != name[0].Page || ky.y1 > name.base()-ascent*name.size()+0.1*mm {
			s.Errorf("%s: ky_%s lies over the name", s.m.name, n)
		}
	}
	if title != nil && (ky.page != title[0].Page || ky.y0 < title.base()+descent*title.size()-0.1*mm) {
		s.Errorf("%s: ky_%s lies over the title", s.m.name, n)
	}
	if name != nil && title != nil {
		foot, head := title.base()+descent*title.size(), name.base()-ascent*name.size()
		s.near("ky_"+n+": middle", (ky.y0+ky.y1)/2, (foot+head)/2)
		s.near("ky_"+n+": height", ky.y1-ky.y0, min(20*mm, head-foot))
	}
	if w := ky.x1 - ky.x0; w > 40*mm+0.1 || w < 40*mm-0.1 && (w < 20*mm || name != nil && w < name.width()) {
		s.Errorf("%s: ky_%s is %.1f mm wide", s.m.name, n, w/mm)
	}
}

// attached: the slot of an attached file ends at 1.08 of the text's width, in
// the top margin, clear of all that stands there.
func (s *slotted) attached() {
	r, ok := s.slot("kem_tep")
	fig := s.m.paper.Standard.Figures.Page
	if !ok || r.page != 1 {
		s.Fatalf("%s: no slot kem_tep on page 1", s.m.name)
	}
	s.counts["kem_tep"]++
	left, width := fig.Left.Value.Points(), fig.TextWidth().Points()
	s.near("kem_tep: right edge", r.x1, left+1.08*width)
	if off := (r.x0-left)/width - 0.89; math.Abs(off) > 0.02 { // as far as the diagram can be measured
		s.Errorf("%s: kem_tep begins at %.3f of the text's width", s.m.name, 0.89+off)
	}
	if r.y1 > fig.Top.Value.Points() {
		s.Errorf("%s: kem_tep reaches into the text", s.m.name)
	}
	s.clear(r)
	for _, st := range s.v.strokes {
		if st.Page == 1 && max(st.X0, st.X1) > r.x0 && min(st.X0, st.X1) < r.x1 && max(st.Y0, st.Y1) > r.y0 && min(st.Y0, st.Y1) < r.y1 {
			s.Errorf("%s: a line goes through kem_tep", s.m.name)
		}
	}
}

// clear: no letters stand in a slot.
func (s *slotted) clear(r rect) {
	for _, w := range s.v.words {
		if w.Page == r.page && w.X1 > r.x0+0.1 && w.X0 < r.x1-0.1 && w.Base+descent*w.Size > r.y0+0.1 && w.Base-ascent*w.Size < r.y1-0.1 {
			s.Errorf("%s: %s lies over %q", s.m.name, r.Name, w.Text)
		}
	}
}

// whole: every slot is on its page, and those of a signature above the bottom
// margin and clear of all words.
func (s *slotted) whole() {
	for i, p := range s.m.paper.Pages.Pages {
		for _, sl := range p.Slots {
			r, _ := s.slot(sl.Name)
			if size := s.v.sizes[i]; r.x0 < 0 || r.y0 < 0 || r.x1 > size.W || r.y1 > size.H {
				s.Errorf("%s: %s leaves its page", s.m.name, sl)
			}
			if sl.Kind == page.Person {
				s.clear(r)
				if r.y1 > s.v.sizes[i].H-s.m.paper.Standard.Figures.Page.Bottom.Value.Points() {
					s.Errorf("%s: %s stands in the bottom margin", s.m.name, sl)
				}
			}
			if sl.Label == "" {
				s.Errorf("%s: %s has no words", s.m.name, sl)
			}
		}
	}
}
