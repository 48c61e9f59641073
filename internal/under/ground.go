package under

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// grounds cites the superior's plan first, and keeps what of its grounds is
// law of higher bodies.
func (m *drafter) grounds() {
	sup := m.s.Facts.Plan
	m.p.CanCu = plan.Dong{Given: true, List: true, Items: []plan.Chu{plan.Text(m.citation())}}
	for _, c := range sup.CanCu.Items {
		kept := trimmed(c)
		t := fact.TextOf(kept.Plain())
		if !m.lasting(t) {
			m.d.Dropped = append(m.d.Dropped, Kept{diag.M("căn cứ không giữ", "a ground that is not kept"), t.S})
			continue
		}
		m.p.CanCu.Items = append(m.p.CanCu.Items, kept)
		m.keep(diag.M("căn cứ", "ground"), t.S)
	}
	for _, k := range m.d.Dropped {
		m.review("can_cu", diag.M("không giữ căn cứ của cấp trên: %s", "a ground of the superior was not kept: %s", k.Text))
	}
	if n := m.openingCites(); n > 0 {
		m.review("can_cu", diag.M("lời mở đầu của cấp trên còn nhắc %d văn bản: xem có là căn cứ của đơn vị", "the superior's opening names %d more documents: see whether they are grounds of the unit", n))
	}
	m.p.MoDau = plan.Van{Given: true}
	for _, r := range m.d.Review {
		m.p.MoDau.Doan = append(m.p.MoDau.Doan, note(r.Key+": "+r.Msg.Vi))
	}
	opening := fill(m.w.Wording.Opening, "{don_vi}", m.opt.Unit, "{trich_yeu}", m.subject())
	m.p.MoDau.Doan = append(m.p.MoDau.Doan, plan.Doan{Chu: plan.Text(opening)})
}

// note is a line for the drafter, which is never printed.
func note(s string) plan.Doan {
	return plan.Doan{Loai: plan.GhiChu, Chu: plan.Text(strings.Join(strings.Fields(s), " "))}
}

// lasting tells whether a ground is a law, a decree, a resolution: its kind
// stands behind "Căn cứ", "Thực hiện".
func (m *drafter) lasting(t *fact.Text) bool {
	i := 0
	for i < len(t.Tokens) && t.Token(i).Kind == fact.Mark {
		i++
	}
	if !m.s.Facts.Words.IsGround(t, i) {
		return false
	}
	for n := 1; n <= 2; n++ {
		if _, ok := m.w.at("grounds", t, i+n); ok {
			return true
		}
	}
	return false
}

// trimmed takes off the mark at the end of a ground and the dash before it: the
// form of the draft puts its own.
func trimmed(c plan.Chu) plan.Chu {
	out := plan.Chu{Given: true}
	for _, r := range c.Runs {
		if r.Note == "" && r.Hole == "" { // the note itself is not taken over
			out.Runs = append(out.Runs, r)
		}
	}
	if n := len(out.Runs); n > 0 {
		out.Runs[n-1].Text = strings.TrimRight(out.Runs[n-1].Text, " ;.,")
		out.Runs[0].Text = strings.TrimLeft(out.Runs[0].Text, " -–")
	}
	return out
}

// openingCites counts the documents that the superior's opening names.
func (m *drafter) openingCites() int {
	n := 0
	for _, c := range m.s.Facts.Citations {
		if c.Text.Key == "mo_dau" && c.Ground && !c.Inner {
			n++
		}
	}
	return n
}

// citation is the first, full mention of the superior's plan (NĐ 30/2020, PL I,
// II.6.b): kind, number and symbol, day, issuer, trích yếu. What the superior
// left blank is room, and told.
func (m *drafter) citation() string {
	sup, w := m.s.Facts.Plan, m.w.Wording
	wording := w.Ground
	if m.opt.Comma {
		wording = w.GroundComma
	}
	if sup.So.Blank() {
		m.review("can_cu", diag.M("kế hoạch cấp trên còn trống số: ghi số vào căn cứ đầu tiên", "the superior's plan has no number yet: write it into the first ground"))
	}
	if sup.KyHieu.Blank() {
		m.review("can_cu", diag.M("kế hoạch cấp trên không ghi ký hiệu: ghi vào căn cứ đầu tiên", "the superior's plan tells no symbol: write it into the first ground"))
	}
	if m.s.Issuer == "" {
		m.review("can_cu", diag.M("kế hoạch cấp trên không ghi cơ quan ban hành: ghi vào căn cứ đầu tiên", "the superior's plan tells no issuer: write it into the first ground"))
	} else if !m.s.Sure {
		m.review("can_cu", diag.M("xem lại chữ hoa, chữ thường trong tên %q", "look at the capitals in the name %q", m.s.Issuer))
	}
	about, sure := subject(strings.Join(strings.Fields(sup.TrichYeu.Plain(" ")), " "))
	if !sure {
		m.review("can_cu", diag.M("xem lại chữ đầu của trích yếu trong căn cứ đầu tiên: %q", "look at the first letter of the subject in the first ground: %q", about))
	}
	if !strings.HasPrefix(about, w.About+" ") {
		about = w.About + " " + about
	}
	issuer := m.s.Issuer
	if issuer == "" {
		issuer = w.Blank
	}
	return fill(wording, "{loai}", m.opt.Kind, "{so}", m.opt.Number, "{ngay}", m.day(sup.Ngay), "{co_quan}", issuer, "{trich_yeu}", about)
}

// day is the day of the superior's plan in a citation.
func (m *drafter) day(n plan.Ngay) string {
	if n.Day != "" && n.Month != "" && n.Year != "" {
		return n.String()
	}
	m.review("can_cu", diag.M("kế hoạch cấp trên còn trống ngày: ghi ngày vào căn cứ đầu tiên", "the superior's plan has no day yet: write it into the first ground"))
	out := m.w.Wording.BlankDay
	for _, v := range []string{n.Day, n.Month, n.Year} {
		room := m.w.Wording.Blank
		if v != "" {
			i := strings.Index(out, room)
			out = out[:i] + v + out[i+len(room):]
			continue
		}
		out = strings.Replace(out, room, "\x00", 1)
	}
	return strings.ReplaceAll(out, "\x00", m.w.Wording.Blank)
}
