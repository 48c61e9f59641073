package under

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// line is a paragraph of running text with its place in the outline.
type line struct {
	t     *fact.Text
	dau   plan.Dau
	above *line    // the sign that it stands under; nil at the top of its key
	where diag.Msg // "mục IV, khoản 2, gạch đầu dòng 1"
}

// up is the paragraph that a line stands under.
func (l *line) up() *line { return l.above }

// introduces tells whether a line leads to those under it.
func (l *line) introduces() bool {
	n := len(l.t.Tokens)
	return n > 0 && !l.t.Heading && l.t.Tokens[n-1].S == ":"
}

// linesOf gives the paragraphs of the parts, the phụ lục and the closing, in
// order. Depth is the place among the open signs (schema, facts 2 and 7).
func linesOf(f *fact.Facts) []line {
	var out []line
	w := outliner{plan: f.Plan}
	for _, t := range f.Texts {
		switch t.Key {
		case "noi_dung", "muc_dich", "yeu_cau", "ket":
		default:
			continue
		}
		if !t.Cell && t.Doan != nil {
			out = append(out, *w.add(t))
		}
	}
	return out
}

// outliner holds the open signs.
type outliner struct {
	plan   *plan.Plan
	key    string
	part   int
	annex  int
	open   []*line
	counts map[plan.Dau]int // of dashes, which have no numbers
	plain  int              // paragraphs without a sign under the open ones
}

func (w *outliner) add(t *fact.Text) *line {
	if t.Key != w.key || t.Part != w.part || t.Annex != w.annex {
		w.key, w.part, w.annex, w.open, w.counts, w.plain = t.Key, t.Part, t.Annex, nil, map[plan.Dau]int{}, 0
	}
	l := &line{t: t, dau: t.Doan.Dau}
	if l.dau == plan.KhongDau { // belongs to the numbered paragraph above
		w.cut(plan.DauGach)
	} else {
		w.cut(l.dau)
	}
	if n := len(w.open); n > 0 {
		l.above = w.open[n-1]
	}
	l.where = w.where(l)
	if l.dau != plan.KhongDau {
		w.open = append(w.open, l)
	}
	return l
}

// cut closes the signs from a rank down.
func (w *outliner) cut(dau plan.Dau) {
	for n := len(w.open); n > 0 && w.open[n-1].dau >= dau; n-- {
		if top := w.open[n-1].dau; top > dau {
			delete(w.counts, top)
		}
		w.open = w.open[:n-1]
	}
	if dau < plan.DauGach {
		delete(w.counts, plan.DauGach)
		delete(w.counts, plan.DauCong)
	}
}

// where tells the place of a line in words.
func (w *outliner) where(l *line) diag.Msg {
	var vi, en []string
	add := func(v, e string) { vi, en = append(vi, v), append(en, e) }
	w.top(l.t, add)
	for _, up := range w.open {
		w.sign(up, add)
	}
	if l.dau == plan.KhongDau {
		w.plain++
	} else {
		w.plain = 0
		if l.dau >= plan.DauGach {
			w.counts[l.dau]++
		}
		w.sign(l, add)
	}
	if w.plain > 1 {
		n := strconv.Itoa(w.plain)
		add("đoạn "+n, "paragraph "+n)
	}
	return diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

// top tells the part, the phụ lục or the closing that a text stands in.
func (w *outliner) top(t *fact.Text, add func(vi, en string)) {
	switch {
	case t.Key == "ket":
		add("đoạn kết", "the closing")
	case t.Annex > 0:
		add("phụ lục "+strconv.Itoa(t.Annex), "phụ lục "+strconv.Itoa(t.Annex))
	case t.Part > 0:
		no := partNumber(w.plan, t.Part)
		add("mục "+no, "part "+no)
	}
	switch t.Key {
	case "muc_dich":
		add("Mục đích", "Mục đích")
	case "yeu_cau":
		add("Yêu cầu", "Yêu cầu")
	}
}

// partNumber is the number that a part has on paper.
func partNumber(p *plan.Plan, part int) string {
	if so := p.Muc[part-1].So; !so.Blank() {
		return so.Plain()
	}
	n := 0
	for _, m := range p.Muc[:part] {
		if m.TieuDe.Given {
			n++
		}
	}
	return plan.Roman(n)
}

// sign tells one sign of the way to a line.
func (w *outliner) sign(l *line, add func(vi, en string)) {
	no := strings.TrimRight(l.t.Doan.Nhan, ".)")
	switch l.dau {
	case plan.DauKhoan:
		add("khoản "+no, "item "+no)
	case plan.DauKhoan2, plan.DauKhoan3:
		add("điểm "+no, "point "+no)
	case plan.DauDiem:
		add("điểm "+no, "point "+no)
	case plan.DauGach:
		n := strconv.Itoa(w.counts[plan.DauGach])
		add("gạch đầu dòng "+n, "dash "+n)
	case plan.DauCong:
		n := strconv.Itoa(w.counts[plan.DauCong])
		add("dấu cộng "+n, "plus "+n)
	}
}

// rowWhere tells the place of a row of a list of tasks.
func rowWhere(p *plan.Plan, t *fact.Text) diag.Msg {
	w := outliner{plan: p}
	var vi, en []string
	w.top(t, func(v, e string) { vi, en = append(vi, v), append(en, e) })
	if where := t.Chu.At.Where; where != "" {
		vi, en = append(vi, "bảng việc, "+where), append(en, "list of tasks, "+where)
	} else if t.Chu.At.Line > 0 {
		n := strconv.Itoa(t.Chu.At.Line)
		vi, en = append(vi, "bảng việc, dòng tệp "+n), append(en, "list of tasks, line "+n)
	}
	return diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}
