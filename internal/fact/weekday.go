package fact

// Weekday is a day of the week in words: "thứ Hai", "Thứ 2", "Chủ nhật".
type Weekday struct {
	Lo, Hi int
	I, End int // tokens; End is 0 where there is none
	Day    int // Sunday is 0
}

// Dated is a day of the week beside the day that it is: "thứ Hai, ngày
// 05/7/2027", "06/7/2027 (thứ Ba)".
type Dated struct {
	Text *Text
	Name Weekday
	Day  Day
}

// WeekdayAt reads a day of the week at a token.
func WeekdayAt(t *Text, i int) Weekday {
	tok, next := t.Token(i), t.Token(i+1)
	w := Weekday{Lo: tok.Lo, Hi: next.Hi, I: i, End: i + 2, Day: -1}
	switch tok.Low {
	case "thứ":
		for n, names := range [...][2]string{1: {"hai", "2"}, 2: {"ba", "3"}, 3: {"tư", "4"}, 4: {"năm", "5"}, 5: {"sáu", "6"}, 6: {"bảy", "7"}} {
			if n > 0 && (next.Low == names[0] || next.Low == names[1]) || n == 6 && next.Low == "bẩy" {
				w.Day = n
			}
		}
	case "chủ":
		if next.Low == "nhật" || next.Low == "nhựt" {
			w.Day = 0
		}
	}
	if w.Day < 0 {
		return Weekday{}
	}
	return w
}

// weekdayNames are the days of the week, Sunday first.
var weekdayNames = [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// WeekdayName is a day of the week as plans write it, 0 for Sunday.
func WeekdayName(day int) string { return weekdayNames[day] }

// weekdays finds the days of the week that stand beside a date.
func (f *Facts) weekdays(t *Text, days []Day) {
	if len(days) == 0 {
		return
	}
	for i := range t.Tokens {
		if low := t.Tokens[i].Low; low != "thứ" && low != "chủ" {
			continue
		}
		w := WeekdayAt(t, i)
		if w.End == 0 || counts(t, i) {
			continue
		}
		if d := beside(t, w, days); d != nil {
			f.Dated = append(f.Dated, Dated{Text: t, Name: w, Day: *d})
		}
	}
}

// counts tells whether "thứ" counts something: "lần thứ hai", "ngày thứ ba". A
// day of the week has a capital (NĐ 30/2020, PL II), or stands at the head of
// what it tells.
func counts(t *Text, i int) bool {
	p := prior(t, i)
	switch p.Low {
	case "lần", "khóa", "khoá", "kỳ", "lớp", "hạng", "đợt", "phiên", "vòng", "năm", "người", "tuần", "buổi":
		return true
	case "vào", "sáng", "chiều", "tối", "trưa", "là", "từ", "đến", "hết", "và", "trước", "phút", "giờ":
		return false
	}
	return p.Kind == Word && !t.Token(i+1).Upper() && !t.Token(i).Upper()
}

// beside finds the date of a day of the week: behind it, else directly before
// it.
func beside(t *Text, w Weekday, days []Day) *Day {
	next, open := w.End, t.Token(w.End).S == "("
	if s := t.Token(next); s.Kind == Mark && (s.S == "," || s.S == "(" || s.S == "-" || s.S == "–" || s.S == ":") {
		next++
	}
	if t.Token(next).Low == "ngày" && t.Token(next+1).Kind == Number && t.Token(next+2).S == "/" {
		next++
	}
	last := w.I - 1
	switch t.Token(last).S {
	case "(", "-", "–":
		last--
	case ",":
		last--
		if w.End < len(t.Tokens) && t.Token(w.End).Kind != Mark {
			last = -2 // "05/7/2027, thứ Ba tuần sau"
		}
	}
	if open := bracketOf(t, w); open > 0 {
		last = open - 1
		if t.Token(last).S == "." {
			last--
		}
	}
	var before *Day
	for k := range days {
		d := &days[k]
		if d.D == 0 || d.M == 0 {
			continue
		}
		if d.I == next {
			if open && isJoint(t.Token(d.End)) {
				return nil // từ thứ Hai đến thứ Sáu (05/7 - 09/7/2027)
			}
			return d
		}
		if d.End == last+1 {
			before = d
		}
	}
	return before
}

// bracketOf is the bracket that a day of the week closes behind other words:
// "05/7/2027 (tiết 4, thứ Hai)"; 0 for none.
func bracketOf(t *Text, w Weekday) int {
	if t.Token(w.End).S != ")" || prior(t, w.I).S != "," {
		return 0
	}
	for k := w.I - 2; k > 0 && w.I-k < 8; k-- {
		switch t.Tokens[k].S {
		case "(":
			return k
		case ")", "/", ";":
			return 0
		}
	}
	return 0
}
