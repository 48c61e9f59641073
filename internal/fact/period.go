package fact

import "kehoach.example/internal/plan"

// Period is the time that a plan is for. Zero days are unknown.
type Period struct {
	From, To Date
	Text     *Text // where it was read; nil for thoi_ky
	// Sure is false where the words may name something else: a year behind the
	// name of a law, several spans of time.
	Sure bool
}

// Year is the one year that a plan is for; 0 where it is several or none.
func (p Period) Year() int {
	if p.From.Y != p.To.Y {
		return 0
	}
	return p.From.Y
}

// findPeriod reads thoi_ky, else trích yếu: the last year or span of years that
// it names ("năm 2027", "giai đoạn 2026 - 2030", "năm học 2026 - 2027"). A range
// of an anniversary, the day of another document, a term of office and a far
// aim ("tầm nhìn đến năm 2045") are none.
func (f *Facts) findPeriod() {
	if c := f.Plan.ThoiKy; !c.Blank() {
		t := &Text{Key: "thoi_ky", Chu: c, S: c.Plain(), Tokens: tokens(c.Plain()), lines: f.Lines}
		f.Period = periodOf(t)
		f.Period.Sure = true
		return
	}
	for _, t := range f.Texts {
		if t.Key != "trich_yeu" {
			continue
		}
		if p := periodOf(t); !p.From.Zero() {
			p.Sure = p.Sure && f.Period.From.Zero()
			f.Period = p
			f.Period.Text = t
		}
	}
}

// periodOf finds the last span of time in a text.
func periodOf(t *Text) Period {
	var out Period
	depth, open, many := 0, false, 0
	for i := 0; i < len(t.Tokens); i++ {
		switch tok := t.Tokens[i]; {
		case tok.S == "(":
			depth++
		case tok.S == ")":
			depth--
		case tok.Low == "luật" && prior(t, i).Low != "pháp", tok.Low == "lệnh" && prior(t, i).Low == "pháp", tok.Low == "pháp" && prior(t, i).Low == "hiến":
			open = true
		case tok.Low == "tiếp" && t.Token(i+1).Low == "theo": // và những năm tiếp theo
			open = true
		}
		if depth > 0 {
			continue
		}
		if p, end, ok := yearsAt(t, i); ok {
			if !p.From.Zero() {
				out = p
				many++
			}
			i = end - 1
		}
	}
	out.Sure = !open && many == 1
	return out
}

// yearsAt reads a span of time at a token; one that is not the plan's has zero
// days.
func yearsAt(t *Text, i int) (Period, int, bool) {
	p, end, ok := spanAt(t, i)
	if !ok {
		return p, end, ok
	}
	if prior(t, i).Low == "đến" || p.From.Y < 2000 || p.To.Y-p.From.Y > 15 {
		return Period{}, end, true // an aim; a year of history
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch t.Tokens[k].Low {
		case "nhiệm", "khóa", "khoá", "nhìn", "hướng": // nhiệm kỳ, tầm nhìn, định hướng
			return Period{}, end, true
		case "đến", "năm", "kỳ", "giai", "đoạn", "(", ",":
			continue
		}
		break
	}
	return p, end, true
}

func spanAt(t *Text, i int) (Period, int, bool) {
	d, ok := dayAt(t, i)
	school := t.Token(i).Low == "năm" && t.Token(i+1).Low == "học"
	if !ok && school {
		return years(t, i+2, true)
	}
	if !ok && isYear(t.Token(i)) {
		return years(t, i, false)
	}
	if !ok || d.Y == 0 || d.Y >= 2200 || d.D > 0 && t.Token(d.I-1).Low == "ngày" {
		return Period{}, 0, false
	}
	p, end := Period{From: d.First(), To: d.Last()}, d.End
	if isJoint(t.Token(end)) {
		if e, ok := dayAt(t, end+1); ok && e.Y > 0 {
			p.To, end = e.Last(), e.End
		} else if isYear(t.Token(end + 1)) {
			p.To, end = Date{num(t.Token(end + 1).S), 12, 31}, end+2
		}
	}
	return p, end, d.D == 0 || end > d.End // a single day is that of an event
}

// years reads "2026 - 2030" or "2027" behind words.
func years(t *Text, i int, school bool) (Period, int, bool) {
	if !isYear(t.Token(i)) {
		return Period{}, 0, false
	}
	from, to, end := num(t.Token(i).S), 0, i+1
	if isJoint(t.Token(i+1)) && isYear(t.Token(i+2)) {
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

// isYear tells whether a token is a year of our time.
func isYear(t Token) bool {
	return t.Kind == Number && len(t.S) == 4 && t.S >= "1900" && t.S < "2200"
}

// dayOf is a day of the plan's own keys.
func dayOf(n plan.Ngay) Day {
	return Day{Lead: -1, D: num(n.Day), M: num(n.Month), Y: num(n.Year), DS: n.Day, MS: n.Month, YS: n.Year}
}
