package fact

import "kehoach.example/internal/plan"

// Period is the time that a plan is for. Zero days are unknown.
type Period struct {
	From, To Date
	Text     *Text // where it was read; nil for thoi_ky
}

// findPeriod reads thoi_ky, else trích yếu: the last year or span of years that
// it names ("năm 2027", "giai đoạn 2026 - 2030", "năm học 2026 - 2027"). A range
// of an anniversary and the day of another document are none.
func (f *Facts) findPeriod() {
	if c := f.Plan.ThoiKy; !c.Blank() {
		t := &Text{Key: "thoi_ky", Chu: c, S: c.Plain(), Tokens: tokens(c.Plain()), lines: f.Lines}
		f.Period = periodOf(t)
		return
	}
	for _, t := range f.Texts {
		if t.Key != "trich_yeu" {
			continue
		}
		if p := periodOf(t); !p.From.Zero() {
			f.Period = p
			f.Period.Text = t
		}
	}
}

// periodOf finds the last span of time in a text.
func periodOf(t *Text) Period {
	var out Period
	depth := 0
	for i := 0; i < len(t.Tokens); i++ {
		switch t.Tokens[i].S {
		case "(":
			depth++
		case ")":
			depth--
		}
		if depth > 0 {
			continue
		}
		if p, end, ok := yearsAt(t, i); ok {
			out, i = p, end-1
		}
	}
	return out
}

// yearsAt reads a span of time at a token.
func yearsAt(t *Text, i int) (Period, int, bool) {
	d, ok := dayAt(t, i)
	school := t.Token(i).Low == "năm" && t.Token(i+1).Low == "học"
	if !ok && school {
		return years(t, i+2, true)
	}
	if !ok && isYear(t.Token(i)) {
		return years(t, i, false)
	}
	if !ok || d.Y == 0 || d.D > 0 && t.Token(d.I-1).Low == "ngày" {
		return Period{}, 0, false
	}
	p, end := Period{From: d.First(), To: d.Last()}, d.End
	if join := t.Token(end); join.S == "-" || join.S == "–" || join.Low == "đến" {
		if e, ok := dayAt(t, end+1); ok && e.Y > 0 {
			p.To, end = e.Last(), e.End
		} else if isYear(t.Token(end + 1)) {
			p.To, end = Date{num(t.Token(end + 1).S), 12, 31}, end+2
		}
	}
	return p, end, true
}

// years reads "2026 - 2030" or "2027" behind words.
func years(t *Text, i int, school bool) (Period, int, bool) {
	if !isYear(t.Token(i)) {
		return Period{}, 0, false
	}
	from, to, end := num(t.Token(i).S), 0, i+1
	if join := t.Token(i + 1); (join.S == "-" || join.S == "–" || join.Low == "đến") && isYear(t.Token(i+2)) {
		to, end = num(t.Token(i+2).S), i+3
	}
	switch {
	case school && to == from+1:
		return Period{From: Date{from, 8, 1}, To: Date{to, 8, 31}}, end, true
	case to > from:
		return Period{From: Date{from, 1, 1}, To: Date{to, 12, 31}}, end, true
	case to == 0 && t.Token(i-1).Low == "năm":
		return Period{From: Date{from, 1, 1}, To: Date{from, 12, 31}}, end, true
	}
	return Period{}, 0, false
}

func isYear(t Token) bool {
	return t.Kind == Number && len(t.S) == 4 && t.S >= "1900" && t.S < "2200"
}

// dayOf is a day of the plan's own keys.
func dayOf(n plan.Ngay) Day {
	return Day{D: num(n.Day), M: num(n.Month), Y: num(n.Year), DS: n.Day, MS: n.Month}
}
