package fact

import (
	"strconv"
	"time"
)

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

// Prev is the day before.
func (d Date) Prev() Date { return dateOf(d.time().AddDate(0, 0, -1)) }

// Since counts the days from another day to this one.
func (d Date) Since(e Date) int { return int(d.time().Sub(e.time()).Hours() / 24) }
