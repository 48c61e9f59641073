package fact

import (
	"strconv"
	"time"
)

// Day is a day, a month or a year in a text: "06/01/2027", "28/7", "01/2027",
// "ngày 06 tháng 01 năm 2027", "tháng 3 năm 2027", "năm 2027".
type Day struct {
	Text   *Text
	Lo, Hi int  // from the first digit or word to the last digit
	I, End int  // tokens: the first, and the one behind the last
	D      int  // 0 where it is not told
	M      int  // likewise
	Y      int  // likewise
	Words  bool // written with ngày, tháng, năm and not with strokes
	Lead   int  // token of the word before digits with strokes ("ngày", "tháng", "từ"), -1 for none
	DS, MS string
}

// Full tells whether day, month and year are told.
func (d Day) Full() bool { return d.D > 0 && d.M > 0 && d.Y > 0 }

// Possible tells whether there is such a day in the calendar. Without a year
// the 29th of February is one.
func (d Day) Possible() bool { return Possible(d.D, d.M, d.Y) }

// Possible tells whether there is such a day; 0 is not told.
func Possible(d, m, y int) bool {
	if m == 0 {
		return d == 0
	}
	if m > 12 || d > 31 {
		return false
	}
	if d == 0 {
		return true
	}
	if y == 0 {
		y = 2024
	}
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Month()) == m
}

// First is the first day that is meant: 01/01/2027 for 2027. It is zero
// without a year.
func (d Day) First() Date {
	if d.Y == 0 {
		return Date{}
	}
	return Date{d.Y, max(d.M, 1), max(d.D, 1)}
}

// Last is the last day that is meant: 31/12/2027 for 2027.
func (d Day) Last() Date {
	switch {
	case d.Y == 0:
		return Date{}
	case d.M == 0:
		return Date{d.Y, 12, 31}
	case d.D == 0:
		return Date{d.Y, d.M, MonthDays(d.Y, d.M)}
	}
	return Date{d.Y, d.M, d.D}
}

// Date is a day of the calendar; the zero value is none.
type Date struct{ Y, M, D int }

// Zero tells whether there is no day.
func (d Date) Zero() bool { return d.Y == 0 }

// Before compares two days.
func (d Date) Before(e Date) bool {
	if d.Y != e.Y {
		return d.Y < e.Y
	}
	if d.M != e.M {
		return d.M < e.M
	}
	return d.D < e.D
}

// Next is the day after.
func (d Date) Next() Date { return dateOf(d.time().AddDate(0, 0, 1)) }

// Add is the day n days later.
func (d Date) Add(n int) Date { return dateOf(d.time().AddDate(0, 0, n)) }

// Weekday is the day of the week, Sunday 0.
func (d Date) Weekday() int { return int(d.time().Weekday()) }

// String is the day as plans write it: 06/01/2027, 15/7/2027.
func (d Date) String() string {
	return pad(d.D, 10) + "/" + pad(d.M, 3) + "/" + strconv.Itoa(d.Y)
}

func pad(n, below int) string {
	if n < below {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func (d Date) time() time.Time {
	return time.Date(d.Y, time.Month(d.M), d.D, 0, 0, 0, 0, time.UTC)
}

func dateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// MonthDays is how many days a month has.
func MonthDays(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// DaysIn finds the days in a value that is no text of its own, such as a
// deadline in a cell.
func DaysIn(s string) []Day {
	var f Facts
	f.days(&Text{S: s, Tokens: tokens(s)})
	return f.Days
}

// days finds the days of a text.
func (f *Facts) days(t *Text) {
	for i := 0; i < len(t.Tokens); {
		d, ok := dayAt(t, i)
		if !ok {
			i++
			continue
		}
		f.Days = append(f.Days, d)
		i = d.End
	}
}

func dayAt(t *Text, i int) (Day, bool) {
	switch tok := t.Tokens[i]; {
	case tok.Kind == Number:
		return strokes(t, i)
	case tok.Low == "ngày" || tok.Low == "tháng" || tok.Low == "năm":
		return words(t, i)
	}
	return Day{}, false
}

// strokes reads 06/01/2027, 01/2027 and 28/7 at a number.
func strokes(t *Text, i int) (Day, bool) {
	var nums []string
	end := i
	for k := i; len(nums) < 3; k += 2 {
		if t.Token(k).Kind != Number || k > i && t.Token(k).Gap {
			break
		}
		nums, end = append(nums, t.Token(k).S), k+1
		if t.Token(k+1).S != "/" || t.Token(k+1).Gap || !(t.Token(k+1).Hi < len(t.S)) {
			break
		}
	}
	if t.Token(end).S == "/" && !t.Token(end).Gap || prior(t, i).S == "/" && !t.Token(i).Gap {
		return Day{}, false // 145/2020/NĐ-CP, 1/2/3/4
	}
	d := Day{Text: t, Lo: t.Token(i).Lo, Hi: t.Token(end - 1).Hi, I: i, End: end, Lead: -1}
	if lead := prior(t, i); lead.Kind == Word {
		d.Lead = i - 1
	}
	switch {
	case len(nums) == 3 && len(nums[0]) <= 2 && len(nums[1]) <= 2 && len(nums[2]) >= 4:
		d.DS, d.MS = nums[0], nums[1]
	case len(nums) == 2 && len(nums[0]) <= 2 && len(nums[1]) == 4:
		d.MS = nums[0]
	case len(nums) == 2 && len(nums[0]) <= 2 && len(nums[1]) <= 2:
		d.DS, d.MS = nums[0], nums[1]
		d.D, d.M = num(d.DS), num(d.MS)
		return d, d.D >= 1 && d.D <= 31 && d.M >= 1 && d.M <= 12
	default:
		return Day{}, false
	}
	d.D, d.M, d.Y = num(d.DS), num(d.MS), num(nums[len(nums)-1])
	return d, d.Y >= 1000
}

func prior(t *Text, i int) Token { return t.Token(i - 1) }

// words reads "ngày 06 tháng 01 năm 2027" and its shorter forms.
func words(t *Text, i int) (Day, bool) {
	d := Day{Text: t, Lo: t.Tokens[i].Lo, I: i, Words: true, Lead: -1}
	k := i
	read := func(word string, most int) string {
		if t.Token(k).Low == word && t.Token(k+1).Kind == Number && len(t.Token(k+1).S) <= most && t.Token(k+2).S != "/" {
			k += 2
			return t.Token(k - 1).S
		}
		return ""
	}
	d.DS = read("ngày", 2)
	d.MS = read("tháng", 2)
	year := read("năm", 5)
	if len(year) < 4 && year != "" {
		k, year = k-2, ""
	}
	if year == "" && (d.MS == "" || d.DS == "") || d.DS != "" && d.MS == "" {
		return Day{}, false
	}
	d.D, d.M, d.Y = num(d.DS), num(d.MS), num(year)
	d.End, d.Hi = k, t.Token(k-1).Hi
	return d, true
}

func num(s string) int { n, _ := strconv.Atoi(s); return n }
