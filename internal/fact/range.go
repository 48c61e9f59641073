package fact

// Range is a span of time: "từ ngày 01/01/2027 đến ngày 30/6/2027",
// "28/7/1929 - 28/7/2027", "2026 - 2030", "tháng 3 đến tháng 5 năm 2027",
// "quý I - quý II/2027". One end alone ("tháng 3/2027") is one too where it is
// asked for.
type Range struct {
	Text   *Text
	Lo, Hi int // bytes of the whole, "từ" included
	I, End int // tokens, likewise
	// From and To tell year and month where only the other end tells them in
	// the text: in "từ 05 đến 20/3/2027" both stand in March 2027.
	From, To Day
	Join     string // "-", "–", "đến"; "" where there is one end only
	Spaced   [2]bool
	Led      bool // "từ" stands before it
	Anniv    bool // the days of an anniversary
	Told     bool // the first end tells its own year, or both tell none
}

// First is the first day that is meant, zero without a year.
func (r Range) First() Date { return r.From.First() }

// Last is the last day that is meant, zero without a year.
func (r Range) Last() Date { return r.To.Last() }

// Signed tells whether the two ends are joined by a sign and not by a word.
func (r Range) Signed() bool { return r.Join == "-" || r.Join == "–" || r.Join == "—" }

// Sure tells whether both ends are times and no fractions: "từ 1/3 đến 2/3".
func (r Range) Sure() bool { return r.From.Sure() || r.To.Sure() }

// isJoint tells whether a token joins the ends of a range.
func isJoint(t Token) bool {
	switch t.Low {
	case "-", "–", "—", "đến", "tới":
		return true
	}
	return false
}

// ranges finds the ranges of a text, at the tokens that may open one.
func (f *Facts) ranges(t *Text, opens []int) {
	end := 0
	for _, i := range opens {
		if i < end {
			continue
		}
		if r, ok := RangeAt(t, i); ok {
			f.Ranges = append(f.Ranges, r)
			end = r.End
		}
	}
}

// RangeAt reads a range of two ends at a token.
func RangeAt(t *Text, i int) (Range, bool) {
	r := Range{Text: t, Lo: t.Token(i).Lo, I: i, Told: true}
	k := i
	switch tok := t.Token(i); {
	case tok.Low == "từ":
		r.Led, k = true, i+1
	case tok.Kind == Number:
	case tok.Low == "ngày" || tok.Low == "tháng" || tok.Low == "năm" || tok.Low == "quý":
	default:
		return r, false
	}
	from, ok := endAt(t, k)
	if !ok || !r.Led && attached(t, i) {
		return r, false
	}
	joint := from.End
	if t.Token(joint).Low == "cho" || t.Token(joint).S == "," {
		joint++
	}
	if !isJoint(t.Token(joint)) {
		return r, false
	}
	to, ok := endAt(t, joint+1)
	if !ok {
		return r, false
	}
	r.Join = t.Token(joint).Low
	r.Spaced = [2]bool{t.Token(joint).Gap, t.Token(joint + 1).Gap}
	r.From, r.To, r.End = from, to, to.End
	r.Hi = t.Token(r.End - 1).Hi
	return r, r.join()
}

// attached tells whether digits are a piece of something longer: "KH-2026".
func attached(t *Text, i int) bool {
	p := prior(t, i)
	return t.Token(i).Kind == Number && !t.Token(i).Gap && (p.Kind != Mark || p.S == "/" || p.S == "-" || p.S == "." || p.S == ",")
}

// join gives either end what only the other one tells, and tells whether the
// two make a range.
func (r *Range) join() bool {
	a, b := &r.From, &r.To
	bare := func(d *Day) bool { return d.D > 0 && d.M == 0 }
	switch {
	case bare(b) && a.D == 0 && a.M > 0 && a.Y == 0 && !b.Words: // tháng 1 - 6
		b.M, b.MS, b.D, b.DS = b.D, b.DS, 0, ""
	case bare(b):
		return false
	}
	if bare(a) && b.D == 0 {
		return false
	}
	if bare(a) {
		a.M, a.MS = b.M, b.MS
	}
	if isSpanOfYears(a) && !isSpanOfYears(b) && !a.Words && !r.Led {
		return false
	}
	r.years()
	return true
}

func isSpanOfYears(d *Day) bool { return d.M == 0 && d.Q == 0 && d.D == 0 && d.Y > 0 }

// years fills in a year that only one end tells. "từ 15/11 đến 20/01/2027"
// begins in the year before.
func (r *Range) years() {
	a, b := &r.From, &r.To
	switch {
	case a.Y == 0 && b.Y > 0:
		a.Y, r.Told = b.Y, false
		if r.Last().Before(r.First()) {
			a.Y--
		}
	case b.Y == 0 && a.Y > 0:
		b.Y = a.Y
		if r.Last().Before(r.First()) {
			b.Y, r.Told = b.Y+1, false
		}
	}
}

// endAt reads one end of a range: a day, a month, a quarter or a year, with the
// hour and the day of the week before it, or the mere number of a day.
func endAt(t *Text, i int) (Day, bool) {
	i = lead(t, i)
	if d, ok := dayAt(t, i); ok {
		if d.Lead < 0 && i > 0 && t.Token(i-1).Low == "ngày" {
			d.Lead = i - 1
		}
		return d, d.Possible() || d.Y > 0
	}
	tok, next := t.Token(i), t.Token(i+1)
	d := Day{Text: t, Lo: tok.Lo, Hi: tok.Hi, I: i, End: i + 1, Lead: -1}
	switch {
	case tok.Low == "ngày" || tok.Low == "mùng":
		if !dayNumber(next) || t.Token(i+2).S == "/" {
			if tok.Low == "ngày" && next.Kind == Number {
				return dayAtLead(t, i)
			}
			return d, false
		}
		d.DS, d.D, d.Words = next.S, num(next.S), true
	case tok.Low == "tháng":
		if !dayNumber(next) || t.Token(i+2).S == "/" {
			if next.Kind == Number {
				return dayAtLead(t, i)
			}
			return d, false
		}
		d.MS, d.M, d.Words = next.S, num(next.S), true
	case isYear(tok) && t.Token(i+1).S != "/":
		d.YS, d.Y = tok.S, num(tok.S)
		return d, true
	case dayNumber(tok) && num(tok.S) >= 1 && num(tok.S) <= 31 && t.Token(i+1).S != "/":
		d.DS, d.D = tok.S, num(tok.S)
		return d, alone(t, i)
	default:
		return d, false
	}
	d.Hi, d.End = next.Hi, i+2
	return d, d.D <= 31 && d.M <= 12 && d.D+d.M > 0
}

// dayAtLead reads digits with strokes behind "ngày" or "tháng".
func dayAtLead(t *Text, i int) (Day, bool) {
	d, ok := strokes(t, i+1)
	return d, ok
}

// alone tells whether a bare number is no count of things: "từ 01 đến 02 lớp".
// It stands before a joint, a sign or "tháng", "năm".
func alone(t *Text, i int) bool {
	next := t.Token(i + 1)
	return next.Kind == Mark && next.S != "%" || isJoint(next) || next.Low == "năm" || next.Low == "tháng"
}

// lead skips what may stand before an end: "hết", "đầu", "08 giờ 00 phút", "thứ
// Hai," and "ngày" before digits with strokes.
func lead(t *Text, i int) int {
	for n := 0; n < 8; n++ {
		tok, next := t.Token(i), t.Token(i+1)
		switch {
		case tok.Low == "hết" || tok.Low == "đầu" || tok.Low == "cuối" || tok.Low == "giữa" || tok.Low == "sáng" || tok.Low == "chiều" || tok.Low == "tối":
			i++
		case tok.Kind == Number && (next.Low == "giờ" || next.Low == "phút"):
			i += 2
		case tok.Kind == Number && !next.Gap && next.Kind == Word && len(next.Low) <= 3 && next.Low[0] == 'h': // 08h00
			i += 2
		case tok.Kind == Number && n > 0 && (next.Low == "ngày" || next.S == "," && t.Token(i+2).Low == "ngày"): // 8 giờ 30 ngày
			i++
		case n > 0 && tok.S == "," && (next.Low == "ngày" || next.Low == "thứ"):
			i++
		default:
			if w := WeekdayAt(t, i); w.End > 0 {
				i = w.End
				continue
			}
			return i
		}
	}
	return i
}
