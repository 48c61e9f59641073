package roll

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// weekdays claims days of the week with their dates: the date moves, and the
// name follows it.
func (r *roller) weekdays(f *fact.Facts) {
	for k := range f.Dated {
		r.weekday(&f.Dated[k])
	}
}

func (r *roller) weekday(w *fact.Dated) {
	t, d := w.Text, w.Day
	lo, hi := min(w.Name.Lo, d.Lo), max(w.Name.Hi, d.Hi)
	if strings.HasPrefix(t.S[hi:], ")") {
		hi++ // of the brackets in which one of them stands
	}
	y := r.yearOf(w)
	if a := r.age(y); y == 0 || !d.Possible() || t.Quoted(lo) || a == past || a == far || d.Cited || !r.free(t, lo, hi) {
		return // as any other day
	}
	full := d
	full.Y = y
	if r.over(&full) && r.tellsOfPast(&full) {
		return
	}
	to := MoveDate(fact.Date{Y: y, M: d.M, D: d.D}, r.delta, false)
	put, _ := r.movedDay(&d, false)
	put = append(put, weekdayName(t, w.Name, to.Weekday())...)
	if why, next := r.dayOff(to, fact.Date{Y: y, M: d.M, D: d.D}); next != "" {
		r.claim(t, lo, hi, Ask, why, same(to, w.Name.Day)+"; "+next, put...)
		return
	}
	r.claim(t, lo, hi, Shift, diag.M("thứ được tính lại theo lịch", "the weekday is that of the calendar"), same(to, w.Name.Day), put...)
}

// yearOf is the year of a day beside its weekday; without one that of which the
// weekday is right.
func (r *roller) yearOf(w *fact.Dated) int {
	if w.Day.Y > 0 {
		return w.Day.Y
	}
	for y := r.first; y <= r.last; y++ {
		if fact.Possible(w.Day.D, w.Day.M, y) && (fact.Date{Y: y, M: w.Day.M, D: w.Day.D}).Weekday() == w.Name.Day {
			return y
		}
	}
	if r.span == OneYear {
		return r.first
	}
	return 0
}

// same is the day of the old weekday that lies nearest.
func same(d fact.Date, weekday int) string {
	up, down := d, d
	for up.Weekday() != weekday && down.Weekday() != weekday {
		up, down = up.Next(), down.Prev()
	}
	if down.Weekday() == weekday {
		up = down
	}
	return fact.WeekdayName(weekday) + ", " + up.String()
}

// weekdayName writes another day of the week in the manner of the old one:
// "Thứ 2" becomes "Thứ 4".
func weekdayName(t *fact.Text, w fact.Weekday, to int) []piece {
	words := strings.Fields(fact.WeekdayName(to))
	first, second := t.Token(w.I), t.Token(w.I+1)
	if to > 0 && second.Kind == fact.Number {
		words[1] = string(rune('1' + to))
	}
	if w.Day > 0 && second.Kind == fact.Word && !second.Upper() {
		words[0], words[1] = strings.ToLower(words[0]), strings.ToLower(words[1])
	}
	if first.Upper() && (w.Day > 0 || t.Starts(w.I)) {
		words[0] = map[bool]string{true: "Chủ", false: "Thứ"}[to == 0]
	}
	if first.Caps() && second.Caps() {
		words[0], words[1] = strings.ToUpper(words[0]), strings.ToUpper(words[1])
	}
	return []piece{{w.I, words[0]}, {w.I + 1, words[1]}}
}
