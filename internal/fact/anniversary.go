package fact

// Anniversary is a commemoration: "kỷ niệm 97 năm Ngày thành lập Đảng
// (03/02/1930 - 03/02/2027)", or a typed ky_niem "03/02/1930 Ngày thành lập
// Đảng".
type Anniversary struct {
	Text   *Text
	Lo, Hi int    // from the number to the end of its range, or of its name
	N      int    // years; 0 where none are told
	Name   string // in small letters, without its day and its range: "ngày thành lập đảng"
	Range  Range  // Text nil where no range stands
	Base   Day    // the day from which it counts, where only that is told; Y 0 where it is not
	Typed  bool
}

// HasRange tells whether both days are told.
func (a *Anniversary) HasRange() bool { return a.Range.Text != nil }

// longest is of how many tokens a name may be.
const longest = 40

// anniversaries finds the anniversaries of a text.
func (f *Facts) anniversaries(t *Text, ranges []Range) {
	if t.Key == "ky_niem" {
		f.typedAnniversary(t)
		return
	}
	active := false
	for i := 0; i < len(t.Tokens); i++ {
		switch tok := t.Tokens[i]; {
		case tok.Low == "niệm" && (prior(t, i).Low == "kỷ" || prior(t, i).Low == "kỉ"):
			active = true
		case tok.S == "." && !digits(t, i):
			active = false
		case active && tok.Kind == Number && num(tok.S) > 0 && len(tok.S) <= 3 && (t.Token(i+1).Low == "năm" || direct(t, i) && t.Token(i+1).Low == "ngày"):
			if end := f.anniversary(t, i, ranges); end > i {
				i = end - 1
			}
		case active && tok.S == "(":
			if end := f.second(t, i, ranges); end > i {
				i = end - 1
			}
		}
	}
}

// direct tells whether a number stands directly behind "kỷ niệm", or "kỷ niệm
// lần thứ".
func direct(t *Text, i int) bool {
	if prior(t, i).Low == "thứ" && prior(t, i-1).Low == "lần" {
		i -= 2
	}
	return prior(t, i).Low == "niệm"
}

// anniversary reads "97 năm Ngày …" at its number.
func (f *Facts) anniversary(t *Text, i int, ranges []Range) int {
	name := i + 1
	if t.Token(name).Low == "năm" {
		name++ // not in "lần thứ 97 Ngày …"
	}
	if t.Token(name).Low == "kỷ" && t.Token(name+1).Low == "niệm" {
		name += 2
	}
	switch prior(t, i).Low {
	case "hơn", "gần", "khoảng", "trên", "đoạn", "sau", "qua", "trong", "mỗi", "đầu", "cuối", "suốt":
		return i
	}
	if !direct(t, i) && !opensName(t, name) {
		return i
	}
	a := Anniversary{Text: t, Lo: t.Token(i).Lo, N: num(t.Token(i).S)}
	end, named := a.read(name, ranges)
	if named == name || !direct(t, i) && !a.HasRange() && t.Token(name).Low != "ngày" {
		return i
	}
	if !direct(t, i) && a.HasRange() && a.Range.From.M == 0 {
		return i // "5 năm (2021 - 2025)" is a term
	}
	f.Anniversaries = append(f.Anniversaries, a)
	return end
}

// opensName tells whether a word opens the name of a day that is commemorated.
func opensName(t *Text, i int) bool {
	switch t.Token(i).Low {
	case "ngày", "cách", "quốc", "chiến", "giải", "truyền", "thành":
		return true
	}
	return t.Token(i).Upper()
}

// read finds the end of a name and the range behind it. named is the token
// behind the name.
func (a *Anniversary) read(from int, ranges []Range) (end, named int) {
	t := a.Text
	named = -1
	quote := false
	k := from
scan:
	for ; k < len(t.Tokens) && k < from+longest; k++ {
		tok := t.Tokens[k]
		switch {
		case tok.S == "(":
			if close := bracket(t, k); close > k {
				if r := rangeIn(ranges, k+1, close); r != nil {
					a.Range = *r
					a.name(from, k)
					a.Hi = t.Token(close).Hi
					return close + 1, max(named, k)
				}
				if d, ok := endAt(t, k+1); ok && d.Full() && d.End == close {
					a.Base = d
				}
				if hasDigits(t, k, close) {
					break scan
				}
				k = close
			}
		case tok.S == "," && named < 0:
			named = k
		case tok.S == "“":
			quote = true
		case tok.S == "”" && quote:
			quote = false
		case tok.S == ";" || tok.S == ":" || tok.S == ")" || tok.S == "”" || tok.S == "\"" || tok.S == "." && !digits(t, k):
			break scan
		case tok.Kind == Number && t.Token(k+1).Low == "năm", tok.Low == "kỷ" && t.Token(k+1).Low == "niệm":
			break scan
		case tok.Kind == Number || tok.Low == "ngày":
			if r := rangeIn(ranges, k, k+12); r != nil && r.I == k && r.From.M > 0 && r.To.Y > 0 && r.From.Y > 0 {
				a.Range = *r
				a.name(from, k)
				a.Hi = r.Hi
				return r.End, max(named, k)
			}
		}
	}
	if named < 0 {
		named = k
	}
	a.Hi = t.Token(max(a.name(from, named)-1, from)).Hi
	return named, named
}

// name keeps the words of a name. A comma in it does not end a name whose range
// stands behind. It gives the token behind the name.
func (a *Anniversary) name(from, to int) int {
	for to > from && (a.Text.Token(to-1).Low == "và" || a.Text.Token(to-1).S == ",") {
		to--
	}
	if to <= from {
		return to
	}
	a.Name = lower(a.Text.S[a.Text.Token(from).Lo:a.Text.Token(to-1).Hi])
	return to
}

// second reads a further range of one sentence without a number of its own:
// "80 năm Cách mạng tháng Tám (…) và Quốc khánh (…)".
func (f *Facts) second(t *Text, i int, ranges []Range) int {
	end := bracket(t, i)
	if end < 0 {
		return i
	}
	r := rangeIn(ranges, i+1, end)
	if r == nil || r.From.D == 0 || r.From.Y == 0 || r.To.Y < r.From.Y+3 {
		return i
	}
	f.Anniversaries = append(f.Anniversaries, Anniversary{Text: t, Lo: r.Lo, Hi: r.Hi, Range: *r})
	return end + 1
}

// bracket finds the token of the closing bracket.
func bracket(t *Text, i int) int {
	for k := i + 1; k < len(t.Tokens) && k < i+longest; k++ {
		switch t.Tokens[k].S {
		case ")":
			return k
		case "(":
			return -1
		}
	}
	return -1
}

func hasDigits(t *Text, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if t.Token(k).Kind == Number {
			return true
		}
	}
	return false
}

// rangeIn finds the one range that fills tokens from lo to hi, words before it
// aside.
func rangeIn(ranges []Range, lo, hi int) *Range {
	for k := range ranges {
		if r := &ranges[k]; r.I >= lo && r.I <= lo+2 && r.End <= hi {
			r.Anniv = true
			return r
		}
	}
	return nil
}

// typedAnniversary reads an entry of ky_niem.
func (f *Facts) typedAnniversary(t *Text) {
	d, ok := strokes(t, 0)
	if !ok || !d.Full() {
		return
	}
	k := d.End
	for t.Token(k).Kind == Mark && k < len(t.Tokens) {
		k++
	}
	if k >= len(t.Tokens) {
		return
	}
	f.Anniversaries = append(f.Anniversaries, Anniversary{Text: t, Lo: d.Lo, Hi: len(t.S), Base: d, Typed: true, Name: lower(t.S[t.Token(k).Lo:])})
}
