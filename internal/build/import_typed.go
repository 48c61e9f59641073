package build

import (
	"slices"
	"strings"
	"unicode"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
)

// settle brings a plan from a Word file to what a clerk would have typed: what
// the form prints by itself goes (labels, lines, looks, widths of columns), and
// outline that a typed key words in the same way is typed. Every step is held
// to the paper: where composing gives other text, it is not taken.
func (o *Office) settle(p *plan.Plan, st *standard.Standard) {
	s := settler{plan: p, form: &st.Form}
	if s.paper = s.text(p); s.paper == "" || len(p.Muc)+len(p.PhuLuc) > mostParts {
		return
	}
	heads := o.lexiconOf(st).Heads
	s.heads(heads)
	o.widths(s, st)
	s.looks(&st.Figures)
	s.phases()
	s.tasks(heads)
	s.schedules(heads)
	s.labels()
	s.ties()
	s.signers()
}

// mostParts is the most parts and phụ lục of a plan that is settled: each step
// composes the plan once for each of them, and no clerk has more.
const mostParts = 120

type settler struct {
	plan  *plan.Plan
	form  *standard.Form
	paper string // what the plan printed before
}

// text is what a plan prints, word for word; "" where it cannot be composed.
func (s *settler) text(p *plan.Plan) string {
	d, found := compose.Compose(p, s.form)
	if diag.HasErrors(found) {
		return ""
	}
	return textOf(d)
}

// textOf gives the paragraphs of a document that hold text, each on a line and
// with its blanks squeezed.
func textOf(d *doc.Document) string {
	var b strings.Builder
	d.Walk(func(bl doc.Block) {
		if p, ok := bl.(*doc.Paragraph); ok {
			if line := strings.Join(strings.Fields(p.Text()), " "); line != "" {
				b.WriteString(line + "\n")
			}
		}
	})
	return b.String()
}

// try takes a change of the plan if it prints the same text.
func (s *settler) try(change func(p *plan.Plan)) bool {
	q := *s.plan
	q.Muc, q.PhuLuc, q.NguoiKy = slices.Clone(q.Muc), slices.Clone(q.PhuLuc), slices.Clone(q.NguoiKy)
	q.CanCu.Items, q.NoiNhan.Items = slices.Clone(q.CanCu.Items), slices.Clone(q.NoiNhan.Items)
	change(&q)
	if s.text(&q) != s.paper {
		return false
	}
	*s.plan = q
	return true
}

func (s *settler) phases() {
	words := read.PhaseWords{
		Range: s.form.Dot.Range, From: s.form.Dot.From, Until: s.form.Dot.Until, Theme: s.form.Dot.Theme,
		Anniversaries: s.form.Dot.Anniversaries, Anniversary: s.form.Dot.Anniversary, Between: s.form.Dot.Between,
	}
	for i := range s.plan.Muc {
		if m, ok := read.Phases(s.plan.Muc[i], words); ok {
			s.try(func(p *plan.Plan) { p.Muc[i] = m })
		}
	}
}

func (s *settler) tasks(heads map[string]string) {
	s.try(func(p *plan.Plan) { typeTasks(p, heads, false) })
}

// heads tells the head of a table that does not stand out in the file by its
// words: the head of a column of numbers, or two of a list of tasks.
func (s *settler) heads(known map[string]string) {
	for _, v := range textsOf(s.plan) {
		for i := 0; i < len(v.Doan); i++ {
			n := plan.TableLines(v.Doan[i:])
			if n < 2 {
				continue
			}
			rows := v.Doan[i : i+n]
			if rows[0].Rong && s.isHead(rows[1].O, known) {
				end := 2
				for end < n && (rows[end].Tiep || slices.ContainsFunc(rows[end].O, func(o plan.Chu) bool { return o.Gop == plan.GopTren })) {
					end++
				}
				copy(rows, slices.Concat(rows[1:end], rows[:1], rows[end:]))
			}
			i += n - 1
		}
	}
}

func (s *settler) isHead(cells []plan.Chu, known map[string]string) bool {
	tasks := 0
	for _, o := range cells {
		text := strings.Join(strings.Fields(o.Plain()), " ")
		if slices.Contains(s.form.Table.Number, text) {
			return true
		}
		if known[strings.ToLower(text)] != "" {
			tasks++
		}
	}
	return tasks >= 2
}

// typeTasks types the first table of tasks of each part and phụ lục.
func typeTasks(p *plan.Plan, heads map[string]string, loosely bool) {
	for i := range p.Muc {
		m := &p.Muc[i]
		if v, t, ok := read.Tasks(m.NoiDung, heads, loosely); ok && !m.NhiemVu.Given {
			m.NoiDung, m.NhiemVu, m.ThuTu = v, t, append(slices.Clone(m.ThuTu), "nhiem_vu")
		}
	}
	for i := range p.PhuLuc {
		a := &p.PhuLuc[i]
		if v, t, ok := read.Tasks(a.NoiDung, heads, loosely); ok && !a.NhiemVu.Given {
			a.NoiDung, a.NhiemVu, a.ThuTu = v, t, append(slices.Clone(a.ThuTu), "nhiem_vu")
		}
	}
}

// labels leaves out the labels of phụ lục that the form gives: all, or none, as
// each counts in the number of the others.
func (s *settler) labels() {
	s.try(func(p *plan.Plan) {
		for i := range p.PhuLuc {
			if !strings.EqualFold(p.PhuLuc[i].Nhan.Plain(), "không") {
				p.PhuLuc[i].Nhan = plan.Chu{}
			}
		}
	})
}

// ties leaves out the lines "(Kèm theo …)" that the form words: with the number
// and the day of the plan, or with both open.
func (s *settler) ties() {
	for i := range s.plan.PhuLuc {
		t := s.plan.PhuLuc[i].KemTheo
		if !t.Given || strings.EqualFold(t.Plain(), "không") {
			continue
		}
		for _, words := range []plan.Chu{{}, plan.Text("trống")} {
			if s.try(func(p *plan.Plan) { p.PhuLuc[i].KemTheo = words }) {
				break
			}
		}
	}
}

// signers leaves a place to type a name that the file leaves blank.
func (s *settler) signers() {
	s.try(func(p *plan.Plan) {
		for i := range p.NguoiKy {
			p.NguoiKy[i].HoTen.Given = true
		}
	})
}

// schedules writes {tien_do} for a table that is the time line of the plan's own
// đợt and tasks, of those too that stand directly above it.
func (s *settler) schedules(heads map[string]string) {
	tries := 0
	for k := range textsOf(s.plan) {
		for from := 0; from < len(textsOf(s.plan)[k].Doan); from++ {
			ds := textsOf(s.plan)[k].Doan
			if words := s.form.Table.Schedule; ds[from].Loai != plan.Hang || len(ds[from].O) < 2 || ds[from].O[0].Plain() != words.Label || !strings.HasPrefix(ds[from].O[1].Plain(), words.Year) {
				continue
			}
			if tries++; tries > mostParts {
				return
			}
			to := from + plan.TableLines(ds[from:])
			place := plan.Doan{Loai: plan.Cho, ChoTen: "tien_do", Chu: plan.Chu{At: ds[from].Chu.At}}
			s.try(func(p *plan.Plan) {
				textsOf(p)[k].Doan = slices.Concat(ds[:from], []plan.Doan{place}, ds[to:])
				typeTasks(p, heads, true)
			})
		}
	}
}

// looks takes off what the form gives: italics of a heading that is in italics
// there, bold of a row that sums up.
func (s *settler) looks(fig *standard.Figures) {
	for _, v := range textsOf(s.plan) {
		for i := range v.Doan {
			d := &v.Doan[i]
			if d.DeMuc && fig.Styles[headingRoles[d.Dau]].Italic && whole(d.Chu.Runs, func(r plan.Run) bool { return r.Italic }) {
				d.Chu.Runs = unmarked(d.Chu.Runs, plan.Run{Italic: true})
			}
			if d.Loai == plan.Hang && s.isTotal(d.O) {
				for j := range d.O {
					d.O[j].Runs = unmarked(d.O[j].Runs, plan.Run{Bold: true})
				}
			}
		}
	}
}

// headingRoles are the roles of headings by their signs.
var headingRoles = map[plan.Dau]string{plan.DauMuc: string(doc.Muc), plan.DauKhoan: string(doc.KhoanDeMuc), plan.DauKhoan2: string(doc.Khoan2DeMuc), plan.DauKhoan3: string(doc.Khoan3DeMuc)}

// isTotal tells whether a row is bold as a whole and sums up: composed without
// its bold it is bold again.
func (s *settler) isTotal(cells []plan.Chu) bool {
	words := false
	row := plan.Doan{Loai: plan.Hang}
	for _, o := range cells {
		if o.Blank() {
			row.O = append(row.O, o)
			continue
		}
		if !whole(o.Runs, func(r plan.Run) bool { return r.Bold }) {
			return false
		}
		words = true
		o.Runs = unmarked(o.Runs, plan.Run{Bold: true})
		row.O = append(row.O, o)
	}
	if !words {
		return false
	}
	head := plan.Doan{Loai: plan.Hang, Rong: true, O: []plan.Chu{plan.Text("---")}}
	d, _ := compose.Compose(&plan.Plan{Muc: []plan.Muc{{NoiDung: plan.Van{Given: true, Doan: []plan.Doan{head, row}}}}}, s.form)
	bold := true
	d.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok && (p.Role == doc.O || p.Role == doc.OGiua) {
			for _, r := range p.Runs {
				bold = bold && r.Bold
			}
		}
	})
	return bold
}

// whole tells whether all words of a text have a look.
func whole(runs []plan.Run, has func(plan.Run) bool) bool {
	for _, r := range runs {
		if strings.ContainsFunc(r.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) && !has(r) {
			return false
		}
	}
	return true
}

// unmarked takes looks off a text and joins what then looks the same.
func unmarked(runs []plan.Run, look plan.Run) []plan.Run {
	var out []plan.Run
	for _, r := range runs {
		r.Bold, r.Italic = r.Bold && !look.Bold, r.Italic && !look.Italic
		if n := len(out); n > 0 && r.Note == "" && out[n-1].Note == "" && r.Bold == out[n-1].Bold && r.Italic == out[n-1].Italic && r.Shift == out[n-1].Shift {
			out[n-1].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}

// textsOf are the running texts of a plan, in the order of the paper.
func textsOf(p *plan.Plan) []*plan.Van {
	out := []*plan.Van{&p.MoDau}
	for i := range p.Muc {
		m := &p.Muc[i]
		out = append(out, &m.MucDich, &m.YeuCau, &m.NoiDung)
	}
	out = append(out, &p.Ket)
	for i := range p.PhuLuc {
		out = append(out, &p.PhuLuc[i].NoiDung)
	}
	return out
}
