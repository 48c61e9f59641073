package under

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// parts keeps the outline: headings of parts, numbered headings of the first
// two levels, phases with their times; and puts an item for each task.
func (m *drafter) parts() {
	sup := m.s.Facts.Plan
	for i := range sup.Muc {
		from := &sup.Muc[i]
		part := plan.Muc{TieuDe: from.TieuDe, ThuTu: from.ThuTu}
		if from.TieuDe.Given {
			part.TieuDe = plan.Text(m.heading(from.TieuDe.Plain()))
			m.keep(diag.M("đề mục", "heading"), from.TieuDe.Plain())
		}
		part.MucDich = m.van(i, "muc_dich", from.MucDich)
		part.YeuCau = m.van(i, "yeu_cau", from.YeuCau)
		part.Dot = m.phases(from.Dot)
		part.NoiDung = m.van(i, "noi_dung", from.NoiDung)
		m.rows(i, &part)
		if i == len(sup.Muc)-1 {
			m.rest(i, &part)
		}
		if !part.NoiDung.Printed() && !part.MucDich.Printed() && !part.YeuCau.Printed() && len(part.Dot) == 0 {
			part.NoiDung = plan.Van{Given: true, Doan: append(part.NoiDung.Doan, m.room())}
		}
		m.p.Muc = append(m.p.Muc, part)
	}
}

// heading puts the unit into a heading where the superior stood.
func (m *drafter) heading(s string) string {
	out, done := m.name.in(s)
	if done {
		m.review("muc", diag.M("đề mục: %q → %q", "heading: %q → %q", s, out))
	}
	return out
}

// phases keeps name, time and theme of the phases.
func (m *drafter) phases(list []plan.Dot) []plan.Dot {
	var out []plan.Dot
	for _, d := range list {
		out = append(out, plan.Dot{Ten: d.Ten, Tu: d.Tu, Den: d.Den, ChuDe: theme(d.ChuDe), ThuTu: d.ThuTu})
		m.keep(diag.M("đợt", "phase"), strings.Join([]string{d.Ten.Plain(), d.Tu.String(), d.Den.String()}, " "))
	}
	return out
}

// theme is a theme without notes, which are not taken over.
func theme(c plan.Chu) plan.Chu {
	if !c.Given {
		return c
	}
	return plan.Text(c.Plain())
}

// room is a line to be filled in.
func (m *drafter) room() plan.Doan {
	return plan.Doan{Dau: plan.DauGach, Nhan: "-", Chu: plan.Text(m.w.Wording.Blank)}
}

// text is running text of the draft as it is made.
type text struct {
	m      *drafter
	part   int
	key    string
	out    []plan.Doan
	khoan  int    // number of the last heading of the first level
	khoan2 int    // likewise of the second, under it
	open   bool   // the last heading has nothing under it
	owner  string // whom the last led paragraph is for
}

// van makes the running text of one key of a part.
func (m *drafter) van(part int, key string, from plan.Van) plan.Van {
	if !from.Given {
		return plan.Van{}
	}
	v := &text{m: m, part: part, key: key}
	for i := range from.Doan {
		d := &from.Doan[i]
		switch {
		case d.Loai == plan.Cho && d.ChoTen == "dot":
			v.close()
			v.out, v.open = append(v.out, *d), false
		case d.Loai != plan.DoanVan:
		case d.DeMuc && (d.Dau == plan.DauKhoan || d.Dau == plan.DauKhoan2):
			v.heading(d)
		default:
			v.paragraph(d)
		}
	}
	v.close()
	if len(v.out) == 0 {
		v.out = append(v.out, m.room())
	}
	return plan.Van{Given: true, Doan: v.out}
}

// close puts a line to fill in under a heading that has nothing else.
func (v *text) close() {
	if v.open {
		v.out = append(v.out, v.m.room())
		v.open = false
	}
}

// heading keeps a numbered heading, numbered anew because what stands between
// may be left out. One that names the unit's own kind of units becomes the
// unit's.
func (v *text) heading(d *plan.Doan) {
	s := d.Chu.Plain()
	if t := fact.TextOf(s); v.m.s.whole(v.m.w, t) {
		if o, _ := v.m.w.ownerAt(t, 0, v.m.s.who); o.ours == Yes {
			s = s[:t.Token(o.lo).Lo] + v.m.opt.Unit + s[t.Token(o.hi-1).Hi:]
		}
	}
	s = v.m.heading(s)
	v.m.keep(diag.M("đề mục", "heading"), d.Nhan+" "+d.Chu.Plain())
	v.number(d.Dau, s)
}

// number puts a numbered heading.
func (v *text) number(dau plan.Dau, s string) {
	if dau == plan.DauKhoan {
		v.close()
		v.khoan, v.khoan2 = v.khoan+1, 0
		v.put(dau, strconv.Itoa(v.khoan)+".", s)
		return
	}
	if v.khoan2 > 0 {
		v.close()
	}
	v.khoan2++
	no := strconv.Itoa(v.khoan2) + "."
	if v.khoan > 0 {
		no = strconv.Itoa(v.khoan) + "." + no
	}
	v.put(dau, no, s)
}

func (v *text) put(dau plan.Dau, no, s string) {
	v.out = append(v.out, plan.Doan{Dau: dau, Nhan: no, DeMuc: true, Chu: plan.Text(s)})
	v.open = true
}

// paragraph puts the items of the tasks of a paragraph. The owner that leads a
// numbered paragraph becomes a heading: the unit where it is meant.
func (v *text) paragraph(d *plan.Doan) {
	for i := range v.m.s.Tasks {
		t := &v.m.s.Tasks[i]
		if t.doan != d || v.m.used[i] {
			continue
		}
		if t.head && d.Dau == plan.DauKhoan && t.Owner != v.owner {
			name := t.Owner
			if t.Ours == Yes {
				name = v.m.opt.Unit
			}
			v.owner = t.Owner
			v.number(d.Dau, capital(name))
		}
		v.task(i)
	}
}

// task puts a note with what is asked, and a line to be filled in that carries
// the product and the deadline. The line says nothing of the work itself, so
// that nothing is taken for an answer that is none.
func (v *text) task(i int) {
	t := v.m.s.Tasks[i]
	v.m.used[i] = true
	v.out = append(v.out, note("Cấp trên giao ("+t.Where.Vi+"; "+t.Owner+"): "+t.Text))
	if t.Ours == Other {
		v.out = append(v.out, note("Việc này giao cho "+t.Owner+": xem đơn vị có phải làm, hay chỉ giao tiếp xuống dưới."))
	}
	var carries []string
	if t.Product != "" {
		carries = append(carries, "sản phẩm: "+t.Product)
	}
	if t.Deadline != "" {
		carries = append(carries, "thời hạn: "+small(t.Deadline))
	}
	s := v.m.w.Wording.Blank
	if len(carries) > 0 {
		s += " (" + strings.Join(carries, "; ") + ")."
	}
	v.m.d.Items = append(v.m.d.Items, Item{Task: t, Part: v.part, Key: v.key, Line: len(v.out)})
	v.out = append(v.out, plan.Doan{Dau: plan.DauGach, Nhan: "-", Chu: plan.Text(s)})
	v.open = false
}

// small writes the first letter of words that go on in a sentence small.
func small(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// rows puts the items of the rows of a part's list of tasks behind its running
// text.
func (m *drafter) rows(part int, to *plan.Muc) {
	m.behind(part, to, func(t Task) bool { return t.doan == nil && t.Part == part+1 })
}

// rest puts the items of what is asked outside of the parts into the last one.
func (m *drafter) rest(part int, to *plan.Muc) {
	m.behind(part, to, func(Task) bool { return true })
}

func (m *drafter) behind(part int, to *plan.Muc, belongs func(Task) bool) {
	v := &text{m: m, part: part, key: "noi_dung", out: to.NoiDung.Doan}
	if len(v.out) == 1 && v.out[0].Chu.Plain() == m.w.Wording.Blank {
		v.out = nil // the room of a part without text is not needed beside items
	}
	for i, t := range m.s.Tasks {
		if !m.used[i] && belongs(t) {
			v.task(i)
		}
	}
	if len(v.out) > 0 {
		to.NoiDung = plan.Van{Given: true, Doan: v.out}
	}
}
