package under

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// Options is what is known of the unit and of the two forms.
type Options struct {
	Unit    string // name of the unit below, as it stands in running text
	Form    string // house form of the draft; "" is chosen by evidence later
	Kind    string // name of the superior's document: "Kế hoạch"
	Number  string // number and symbol of the superior's plan, room where the number is blank: "…/KH-LĐLĐ"
	Comma   bool   // the draft's form cites with a comma before the day
	Short   string // short form of the kind with which a symbol begins: "KH"
	Stroke  string // between kind and body in a symbol: "-" or "/"
	Archive string // short form of the office that keeps the original: "VT"
}

// Kept is something of the superior's plan that the draft keeps.
type Kept struct {
	What diag.Msg
	Text string
}

// Review is something that a person must look at in the draft.
type Review struct {
	Key string // key of the draft
	Msg diag.Msg
}

// Draft is the plan of the unit below, to be filled in.
type Draft struct {
	Plan    *plan.Plan
	Items   []Item
	Kept    []Kept
	Dropped []Kept // grounds that are not those of the unit below
	Review  []Review
}

// Item is a task and the line of the draft that is to answer it. Part and Key
// name the running text, Line its paragraph, from 0.
type Item struct {
	Task Task
	Part int // index of the part
	Key  string
	Line int
}

// drafter makes a draft.
type drafter struct {
	w    *Words
	s    *Superior
	opt  Options
	name renamer
	d    *Draft
	p    *plan.Plan
	used []bool // tasks that have their item
}

// Draft makes the plan of a unit below out of a superior's plan.
func (w *Words) Draft(s *Superior, opt Options) *Draft {
	opt.Unit = strings.Join(strings.Fields(opt.Unit), " ")
	m := &drafter{w: w, s: s, opt: opt, name: w.renamer(s.Issuer, opt.Unit), p: &plan.Plan{}, used: make([]bool, len(s.Tasks))}
	m.d = &Draft{Plan: m.p}
	m.head()
	m.grounds()
	m.parts()
	m.foot()
	m.left()
	return m.d
}

func (m *drafter) review(key string, msg diag.Msg) {
	m.d.Review = append(m.d.Review, Review{key, msg})
}

func (m *drafter) keep(what diag.Msg, text string) {
	m.d.Kept = append(m.d.Kept, Kept{what, text})
}

// head fills what stands above the body. What is not told in the superior's
// plan or by the unit's name stays open.
func (m *drafter) head() {
	sup := m.s.Facts.Plan
	m.p.TheThuc = plan.Chu{Given: m.opt.Form != ""}
	if m.opt.Form != "" {
		m.p.TheThuc = plan.Text(m.opt.Form)
	}
	m.above()
	m.p.CoQuan = plan.Lines(strings.ToUpper(m.opt.Unit))
	m.p.So, m.p.DiaDanh, m.p.Ngay = plan.Text(""), plan.Text(""), plan.Ngay{Given: true}
	m.review("dia_danh", diag.M("ghi địa danh nơi đơn vị đóng", "write the place of the unit"))
	m.p.KyHieu = plan.Text(m.symbol())
	if m.p.KyHieu.Blank() {
		m.review("ky_hieu", diag.M("ghi ký hiệu của đơn vị: không suy ra được từ tên %q", "write the symbol of the unit: it does not follow from the name %q", m.opt.Unit))
	} else {
		m.review("ky_hieu", diag.M("ký hiệu %s suy từ tên đơn vị, xem lại", "the symbol %s was made of the unit's name, look at it", m.p.KyHieu.Plain()))
	}
	m.p.TrichYeu = plan.Dong{Given: true}
	m.subjectLines(sup.TrichYeu)
	if m.p.ThoiKy = sup.ThoiKy; sup.ThoiKy.Given {
		m.keep(diag.M("thời kỳ", "period"), sup.ThoiKy.Plain())
	}
}

// left tells what of the superior's plan has no place in the draft.
func (m *drafter) left() {
	if n := len(m.s.Facts.Plan.PhuLuc); n > 0 {
		m.review("phu_luc", diag.M("kế hoạch cấp trên có %d phụ lục, không chép sang", "the superior's plan has %d phụ lục, which were not taken over", n))
	}
}

// above fills the line of the superior body (NĐ 30/2020, PL I, II.2): councils
// and committees of the state have none, party committees stand under ĐẢNG BỘ.
func (m *drafter) above() {
	if _, ok := m.w.at("no superior", fact.TextOf(m.opt.Unit), 0); ok {
		m.review("co_quan_chu_quan", diag.M("%s không có dòng cơ quan chủ quản", "%s has no line of a superior body", m.opt.Unit))
		return
	}
	name := strings.ToUpper(bodyName(m.s.Facts.Plan.CoQuan))
	if t := fact.TextOf(name); len(t.Tokens) > 0 {
		if end, ok := m.w.at("organs", t, 0); ok && end == len(t.Tokens) {
			name = strings.ToUpper(bodyName(m.s.Facts.Plan.CoQuanChuQuan))
		}
	}
	for _, a := range m.w.Above {
		if rest, ok := strings.CutPrefix(name, a.From+" "); ok {
			name = a.To + " " + rest
			break
		}
	}
	m.p.CoQuanChuQuan = plan.Lines()
	if name == "" {
		m.review("co_quan_chu_quan", diag.M("kế hoạch cấp trên không ghi cơ quan ban hành ở phần đầu: tự ghi cơ quan chủ quản", "the superior's plan tells no issuer at its head: write the superior body"))
		return
	}
	m.p.CoQuanChuQuan = plan.Lines(name)
}

// symbol is the symbol of the unit's plans as far as its name tells the short
// form of the body; "" where it does not.
func (m *drafter) symbol() string {
	t := fact.TextOf(m.opt.Unit)
	for _, s := range m.w.Symbols {
		if _, ok := t.Match(0, fact.Phrase(s.Has)); ok {
			return m.opt.Short + m.opt.Stroke + s.Is
		}
	}
	return ""
}

// subjectLines keeps the trích yếu with the unit where the superior stood, and
// has it looked at in any case.
func (m *drafter) subjectLines(from plan.Dong) {
	changed := false
	for _, c := range from.Items {
		out, done := m.name.in(c.Plain())
		m.p.TrichYeu.Items = append(m.p.TrichYeu.Items, plan.Text(out))
		if done {
			changed = true
			m.review("trich_yeu", diag.M("đã thay tên cấp trên bằng tên đơn vị: %q → %q", "the unit's name was put for the superior's: %q → %q", c.Plain(), out))
		}
	}
	whole := m.p.TrichYeu.Plain(" ")
	if _, left := m.name.replaced(whole, m.name.fromPlace, ""); left && !m.name.onePlace() {
		m.review("trich_yeu", diag.M("còn tên địa bàn của cấp trên: %s", "the superior's place still stands there: %s", m.name.fromPlace))
	} else if !changed {
		m.review("trich_yeu", diag.M("giữ nguyên trích yếu của cấp trên, xem có cần thêm tên đơn vị", "the superior's subject was kept, see whether the unit's name must be added"))
	}
}

// fill puts values into the holes of a wording.
func fill(wording string, values ...string) string {
	return strings.NewReplacer(values...).Replace(wording)
}

// subject is the draft's trích yếu on one line, as it goes on in a sentence.
func (m *drafter) subject() string {
	s, _ := subject(strings.Join(strings.Fields(m.p.TrichYeu.Plain(" ")), " "))
	return s
}

// foot fills what stands behind the parts.
func (m *drafter) foot() {
	closing := fill(m.w.Wording.Closing, "{trich_yeu}", m.subject())
	m.p.Ket = plan.Van{Given: true, Doan: []plan.Doan{{Chu: plan.Text(closing)}}}
	issuer := m.s.Issuer
	if issuer == "" {
		issuer = m.w.Wording.Blank
	}
	m.p.NoiNhan = plan.Lines(fill(m.w.Wording.Recipient, "{co_quan}", issuer))
	m.p.Luu = plan.Text(m.opt.Archive)
	m.p.NguoiKy = []plan.NguoiKy{{ChucVu: plan.Lines(), HoTen: plan.Text("")}}
	m.review("noi_nhan", diag.M("ghi tiếp các nơi nhận của đơn vị", "go on with the recipients of the unit"))
	m.review("nguoi_ky", diag.M("ghi quyền hạn, chức vụ của người ký", "write authority and title of the signer"))
}
