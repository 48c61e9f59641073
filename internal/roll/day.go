package roll

import (
	"slices"
	"strconv"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// spot is where in a text something stands.
type spot struct {
	t  *fact.Text
	lo int
}

// days decides about the days, months, quarters and years that stand alone.
func (r *roller) days(f *fact.Facts) {
	due := map[spot]bool{}
	for k := range f.Deadlines {
		d := &f.Deadlines[k]
		due[spot{d.Day.Text, d.Day.Lo}] = true
		if d.Sure { // an order of the plan, even behind the subject of a citation
			r.doubt[d.Text] = slices.DeleteFunc(r.doubt[d.Text], func(s fact.Span) bool { return s.Lo <= d.Lo && d.Day.Hi <= s.Hi })
		}
	}
	for k := range f.Days {
		d := listed(f.Days, k)
		if r.free(d.Text, d.Lo, d.Hi) {
			r.day(d, due[spot{d.Text, d.Lo}] || d.Text.Key == "thoi_han" || d.Text.Cell || wholeDay(d))
		}
	}
}

// listed gives, for the first of several days that share a year ("ngày 14 và
// 15/3/2026"), the last one reaching back to it: they move together.
func listed(days []fact.Day, k int) *fact.Day {
	d := days[k]
	for i := k; i < len(days) && days[i].Text == d.Text && days[i].YS == d.YS && d.YS != ""; i++ {
		if _, ok := yearToken(d.Text, days[i]); ok {
			last := days[i]
			last.Lo = d.Lo
			return &last
		}
	}
	return &d
}

func (r *roller) day(d *fact.Day, due bool) {
	t := d.Text
	switch {
	case d.Y == 0:
		r.withoutYear(d, due)
	case !d.Possible() || len(d.YS) > 4:
		r.ask(t, d.Lo, d.Hi, diag.M("không có mốc này trong lịch", "there is no such time in the calendar"))
	case d.D == 0 && d.M == 0 && d.Q == 0:
		at, _ := yearToken(t, *d)
		r.year(t, d.I, at, d.End, d.Y)
	case d.Cited:
		r.keep(t, d.Lo, d.Hi, whyCited)
	default:
		r.date(d, due)
	}
}

// date decides about a day, month or quarter whose year is told.
func (r *roller) date(d *fact.Day, due bool) {
	t := d.Text
	a := r.age(d.Y)
	put, note := r.movedDay(d, false)
	switch {
	case t.Quoted(d.Lo) && a == own:
		r.ask(t, d.Lo, d.Hi, askQuoted, put...)
	case t.Quoted(d.Lo):
		r.keep(t, d.Lo, d.Hi, whyQuoted)
	case overlaps(r.doubt[t], d.Lo, d.Hi) && a >= before:
		r.ask(t, d.Lo, d.Hi, askDoubt, put...)
	case overlaps(r.long[t], d.Lo, d.Hi):
		r.askLong(t, d.Lo, d.Hi, put)
	case t.Key == "can_cu" || a == past:
		r.keep(t, d.Lo, d.Hi, whyPast)
	case a == before:
		r.dateBefore(d, put)
	case elected(d):
		r.ask(t, d.Lo, d.Hi, diag.M("ngày của cuộc bầu cử: không đổi theo kế hoạch", "the day of an election does not move with the plan"), put...)
	case a == far:
		r.ask(t, d.Lo, d.Hi, diag.M("nằm ngoài thời gian của kế hoạch cũ", "lies outside of the old plan's time"), put...)
	case r.over(d) && r.tellsOfPast(d):
		r.keep(t, d.Lo, d.Hi, diag.M("việc đã qua khi ban hành kế hoạch cũ", "was over when the old plan was issued"))
	default:
		r.moveDate(d, due, put, note)
	}
}

// moveDate moves a day of the plan, and asks where it comes to lie on a day off.
// For what was held on a weekend the same day of the week is suggested.
func (r *roller) moveDate(d *fact.Day, due bool, put []piece, note diag.Msg) {
	old, suggest := day(d), ""
	if note.Vi == "" {
		note = whyOwn
		if r.age(d.Y) == next {
			note = whyNext
		}
	}
	switch to := r.at(d); {
	case old.Zero():
	case !due && old.Weekday()%6 == 0 && to.Weekday() != old.Weekday():
		suggest = same(to, old.Weekday())
		note = dayWords("ngày cũ là ", "the old day was a ", old.Weekday())
	case due && to.M == 2 && to.D == 28 && fact.MonthDays(to.Y, 2) == 29 && fact.MonthDays(old.Y, 2) == 28:
		suggest = fact.Date{Y: to.Y, M: 2, D: 29}.String()
		note = diag.M("ngày cũ là cuối tháng 02", "the old day was the end of February")
	}
	if why, to := r.dayOff(r.at(d), old); to != "" && suggest == "" {
		r.claim(d.Text, d.Lo, d.Hi, Ask, why, to, put...)
		return
	}
	r.claim(d.Text, d.Lo, d.Hi, Shift, note, suggest, put...)
}

// at is the day to which a day moves, none for a month or a year.
func (r *roller) at(d *fact.Day) fact.Date {
	if !d.Full() {
		return fact.Date{}
	}
	return MoveDate(day(d), r.delta, wholeDay(d))
}

// day is a whole day, none for a month or a year.
func day(d *fact.Day) fact.Date {
	if !d.Full() {
		return fact.Date{}
	}
	return fact.Date{Y: d.Y, M: d.M, D: d.D}
}

// MoveDate is a day some years later. 29 February becomes the 28th where there
// is none; of the end of a span the end of February stays the end.
func MoveDate(d fact.Date, years int, end bool) fact.Date {
	d.Y += years
	if d.M == 2 && d.D >= 28 {
		switch n := fact.MonthDays(d.Y, 2); {
		case d.D > n:
			d.D = n
		case end && d.D == fact.MonthDays(d.Y-years, 2):
			d.D = n
		}
	}
	return d
}

// movedDay gives what a day becomes: its year, and its day in February. The
// note tells where it is another day.
func (r *roller) movedDay(d *fact.Day, end bool) (put []piece, note diag.Msg) {
	if i, ok := yearToken(d.Text, *d); ok {
		put = append(put, piece{i, r.moved(d.Y)})
	}
	if !d.Full() {
		return put, note
	}
	end = end || wholeDay(d)
	if to := MoveDate(day(d), r.delta, end); to.D != d.D {
		for i := d.I; i < d.End; i++ {
			if d.Text.Token(i).S == d.DS {
				put = append(put, piece{i, strconv.Itoa(to.D)})
				break
			}
		}
		note = diag.M("cuối tháng 02 năm %d là ngày %d", "February %d ends on the %d", to.Y, to.D)
	}
	return put, note
}

// wholeDay tells whether "hết ngày" stands before a day: it ends a month.
func wholeDay(d *fact.Day) bool {
	return anyOf(d.Text, max(0, d.I-2), d.I, [][]string{{"hết"}})
}

// over tells whether a day was over when the old plan was issued.
func (r *roller) over(d *fact.Day) bool {
	return !r.issued.Zero() && d.Last().Before(r.issued)
}

// elected tells whether an election stands beside a day.
func elected(d *fact.Day) bool {
	lo, hi := sentence(d.Text, d.I)
	return anyOf(d.Text, lo, hi, [][]string{{"bầu", "cử"}})
}

// tellsOfPast tells whether the words around a day tell of what was.
func (r *roller) tellsOfPast(d *fact.Day) bool {
	lo, hi := sentence(d.Text, d.I)
	return anyOf(d.Text, lo, hi, donePhrases)
}

// dateBefore decides about a day in the year before the plan: preparation, where
// it lies behind the day of issue.
func (r *roller) dateBefore(d *fact.Day, put []piece) {
	t := d.Text
	lo, hi := sentence(t, d.I)
	told := anyOf(t, lo, hi, append([][]string{{"thời", "điểm"}, {"số", "liệu"}}, donePhrases...))
	switch {
	case r.judgeBefore(t, d.I) == compared:
		r.shift(t, d.Lo, d.Hi, whyCompared, put...)
	case !r.issued.Zero() && !r.over(d) && !told:
		if why, to := r.dayOff(r.at(d), day(d)); to != "" {
			r.claim(t, d.Lo, d.Hi, Ask, why, to, put...)
			return
		}
		r.shift(t, d.Lo, d.Hi, whyPrepared, put...)
	case told:
		r.keep(t, d.Lo, d.Hi, whyResult)
	case r.over(d) && d.M < 10 || t.Key == "mo_dau":
		r.keep(t, d.Lo, d.Hi, whyPast)
	default:
		r.ask(t, d.Lo, d.Hi, askBefore, put...)
	}
}

// withoutYear decides about a day that tells no year: it stays as it stands.
func (r *roller) withoutYear(d *fact.Day, due bool) {
	t := d.Text
	if !d.Sure() && !leads[t.Token(d.Lead).Low] {
		return // two thirds
	}
	y := r.opt.Year
	why := whyNoYear
	switch {
	case d.Q > 0 || d.D == 0 || !d.Possible():
	case yearly(t, d.End):
		why = whyYearly
	case d.M == 2 && d.D == 29 && !fact.Possible(29, 2, y):
		r.claim(t, d.Lo, d.Hi, Ask, diag.M("năm %d không có ngày 29/02", "%d has no 29 February", y), "28/02")
		return
	case due && !t.Quoted(d.Lo):
		if off, to := r.dayOff(fact.Date{Y: y, M: d.M, D: d.D}, fact.Date{Y: y - r.delta, M: d.M, D: d.D}); to != "" {
			r.claim(t, d.Lo, d.Hi, Ask, off, to)
			return
		}
	}
	r.keep(t, d.Lo, d.Hi, why)
}

// leads are words behind which digits with a stroke are a day.
var leads = map[string]bool{"ngày": true, "trước": true, "từ": true, "đến": true, "hết": true, "và": true, "lễ": true, "tháng": true, "dịp": true}

// yearly tells whether "hằng năm" stands behind a day.
func yearly(t *fact.Text, i int) bool {
	switch t.Token(i).Low {
	case "hằng", "hàng", "mỗi":
		return true
	}
	return false
}

// dayOff tells of a day that falls on a weekend or a day off, and the next
// working day; to is "" where it does not. A holiday on which the old day fell
// already is no news.
func (r *roller) dayOff(d, old fact.Date) (why diag.Msg, to string) {
	if d.Zero() || !fact.Possible(d.D, d.M, d.Y) {
		return why, ""
	}
	name := r.holiday(d)
	switch weekday := d.Weekday(); {
	case name != "" && (old.Zero() || r.holiday(old) != name):
		why = diag.M("rơi vào ngày nghỉ (%s)", "falls on a day off (%s)", name)
	case name != "":
		return why, ""
	case weekday == 0 || weekday == 6:
		why = dayWords("rơi vào ", "falls on a ", weekday)
	default:
		return why, ""
	}
	for d = d.Next(); d.Weekday()%6 == 0 || r.holiday(d) != ""; {
		d = d.Next()
	}
	return why, d.String()
}

// dayWords tell a day of the week behind some words, 0 for Sunday.
func dayWords(vi, en string, day int) diag.Msg {
	return diag.Msg{Vi: vi + fact.WeekdayName(day), En: en + time.Weekday(day).String()}
}

func (r *roller) holiday(d fact.Date) string {
	if r.opt.Holiday == nil {
		return ""
	}
	return r.opt.Holiday(d)
}
