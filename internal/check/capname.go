package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// capNames tells names of which only a part has its capitals ("Ban chấp hành"),
// and those that have one in any case ("tháng công nhân").
func (p *Pass) capNames() {
	x := p.Data.index()
	of := map[int]*hits{}
	var order []int
	for _, t := range p.Texts {
		if named(t) || tabular(t) || inCaps(t) {
			continue
		}
		x.names.each(t, func(id, i, end int) {
			name := p.Data.Caps.Names[id]
			lo, hi := t.Tokens[i].Lo, t.Tokens[end-1].Hi
			if t.S[lo:hi] == name.Ten || t.Quoted(lo) || t.Cited(lo) || t.Starts(i) || !name.Luon && !t.Tokens[i].Upper() {
				return
			}
			if anyAt(t, end, name.KhongSau) || t.Tokens[i].Caps() && t.Tokens[end-1].Caps() {
				return
			}
			if of[id] == nil {
				of[id] = &hits{}
				order = append(order, id)
			}
			of[id].add(t, lo, hi)
		})
	}
	for _, id := range order {
		h := of[id]
		p.At(h.t, h.lo, h.hi, told(diag.M("“%s” viết hoa chưa đủ", "“%s” lacks capitals", h.t.S[h.lo:h.hi]), h.times()),
			diag.M("tên riêng viết: %s", "the name is written: %s", p.Data.Caps.Names[id].Ten))
	}
}

// capKinds tells the kind of a numbered document that begins with a small
// letter: "theo kế hoạch số 12/KH-UBND".
func (p *Pass) capKinds() {
	for i := range p.Citations {
		c := &p.Citations[i]
		if c.Kind == "" || c.Number.S == "" || c.Quoted || c.KindHi <= c.KindLo {
			continue
		}
		piece := c.Text.S[c.KindLo:c.KindHi]
		if tok := c.Text.Token(c.Text.At(c.KindLo)); tok.Upper() || tok.Kind != fact.Word || tok.Lo != c.KindLo {
			continue
		}
		p.At(c.Text, c.KindLo, c.KindHi, diag.M("“%s” là tên loại của một văn bản cụ thể mà viết thường", "“%s” is the kind of one certain document and begins with a small letter", piece),
			diag.M("viết hoa chữ cái đầu: %s", "write: %s", c.Kind))
	}
}

// capPlan tells "kế hoạch này" where the plan elsewhere calls itself "Kế hoạch".
func (p *Pass) capPlan() {
	var small hits
	capital := false
	for _, t := range p.Texts {
		if named(t) || t.Key == "trich_yeu" {
			continue
		}
		for i, tok := range t.Tokens {
			if tok.Low != "kế" || t.Token(i+1).Low != "hoạch" || t.Starts(i) || t.Quoted(tok.Lo) || t.InSubject(tok.Lo) || tok.Caps() && t.Token(i+1).Caps() {
				continue
			}
			switch {
			case tok.Upper():
				capital = true
			case t.Token(i + 2).Is("này"):
				small.add(t, tok.Lo, t.Token(i+2).Hi)
			}
		}
	}
	if capital && small.n > 0 {
		p.At(small.t, small.lo, small.hi, told(diag.M("“kế hoạch này” viết thường, nơi khác kế hoạch này viết hoa", "“kế hoạch này” in small letters, elsewhere it has a capital"), small.times()),
			diag.M("viết: Kế hoạch này", "write: Kế hoạch này"))
	}
}

// capDays compares "Ngày" and "ngày" before the names of anniversaries: both
// are right, but not both in one document.
func (p *Pass) capDays() {
	var upper, lower hits
	for i := range p.Anniversaries {
		a := &p.Anniversaries[i]
		if a.Typed || a.Text == nil || a.Text.Quoted(a.Lo) {
			continue
		}
		t := a.Text
		for k := t.At(a.Lo); k < len(t.Tokens) && t.Tokens[k].Lo < a.Hi; k++ {
			if tok := t.Tokens[k]; tok.Low == "ngày" && t.Token(k-1).Low == "năm" {
				if tok.Upper() {
					upper.add(t, tok.Lo, tok.Hi)
				} else {
					lower.add(t, tok.Lo, tok.Hi)
				}
				break
			}
		}
	}
	if upper.n == 0 || lower.n == 0 {
		return
	}
	few, many := &lower, &upper
	if upper.n < lower.n {
		few, many = &upper, &lower
	}
	p.At(few.t, few.lo, few.hi, diag.M("tên ngày kỷ niệm viết hai cách: “%s” %d lần (dòng %s), “%s” %d lần (dòng %s)", "names of days in two ways: “%s” %d times (lines %s), “%s” %d times (lines %s)",
		few.t.S[few.lo:few.hi], few.n, few.where(), many.t.S[many.lo:many.hi], many.n, many.where()),
		diag.M("chọn một cách: %s", "choose one: %s", many.t.S[many.lo:many.hi]))
}

// capPhases compares "từ" and "Từ" at the same place behind the names of đợt.
func (p *Pass) capPhases() {
	type place struct {
		list int
		mark string
	}
	first := map[place]fact.Token{}
	for i := range p.Phases {
		ph := &p.Phases[i]
		t := ph.Time.Text
		if t == nil || !ph.Time.Led {
			continue
		}
		k := t.At(ph.Time.Lo)
		if k > 0 && t.Token(k).Low != "từ" && t.Token(k-1).Low == "từ" {
			k--
		}
		tok := t.Token(k)
		if tok.Low != "từ" || k == 0 {
			continue
		}
		key := place{ph.List, t.Token(k - 1).S}
		was, ok := first[key]
		if !ok {
			first[key] = tok
			continue
		}
		if was.S != tok.S {
			p.At(t, tok.Lo, tok.Hi, diag.M("“%s” ở đây, “%s” ở đợt trên", "“%s” here, “%s” in the phase above", tok.S, was.S),
				diag.M("viết các đợt giống nhau: %s", "write the phases alike: %s", strings.ToLower(tok.S)))
			return
		}
	}
}
