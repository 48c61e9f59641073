package list

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// calendar counts days as a book does (ECMA-376 part 1, 18.17.4.1).
type calendar struct{ from1904 bool }

// lastDay is 31/12/9999.
const lastDay = 2_958_465

// date is the day of a serial number. In the calendar of 1900 day 60 is
// 29/02/1900, which never was, and day 0 is 00/01/1900: Excel shows both.
func (c calendar) date(serial int) (d, m, y int, ok bool) {
	if c.from1904 {
		serial += 1462
	}
	switch {
	case serial < 0 || serial > lastDay:
		return 0, 0, 0, false
	case serial == 60:
		return 29, 2, 1900, true
	case serial == 0:
		return 0, 1, 1900, true
	case serial < 60:
		serial++
	}
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, serial)
	return t.Day(), int(t.Month()), t.Year(), true
}

// cell is a number that is shown as a day, as far as the format shows it. It is
// false for a number that is no day, and for a time alone.
func (c calendar) cell(v float64, s shown) (Cell, bool) {
	seconds := math.Round(v * 86400)
	if seconds < 0 || seconds > (lastDay+1)*86400 {
		return Cell{}, false
	}
	serial := int(seconds) / 86400
	d, m, y, ok := c.date(serial)
	if !ok {
		return Cell{}, false
	}
	switch {
	case s.d && s.m:
		text := fmt.Sprintf("%02d/%02d/%04d", d, m, y)
		is := day
		if !s.y {
			is |= noYear
		}
		if rest := int(seconds) % 86400; s.time && rest != 0 {
			text += fmt.Sprintf(" %02d:%02d", rest/3600, rest/60%60)
		}
		return Cell{text, is}, true
	case s.m && s.y:
		return Cell{fmt.Sprintf("%02d/%04d", m, y), day}, true
	case s.y:
		return Cell{fmt.Sprintf("%04d", y), day}, true
	case s.d:
		return Cell{fmt.Sprintf("%02d", d), day}, true
	case s.m:
		return Cell{fmt.Sprintf("%02d", m), day}, true
	}
	return Cell{}, false
}

// isoCell is a cell that holds a day as text (t="d"): 2027-01-06T00:00:00.
func isoCell(value string) Cell {
	value = strings.TrimSpace(value)
	days, clock, _ := strings.Cut(strings.TrimSuffix(value, "Z"), "T")
	t, err := time.Parse("2006-01-02", days)
	if err != nil {
		text, is := clean(value)
		return Cell{text, is}
	}
	text := t.Format("02/01/2006")
	if len(clock) >= 5 && clock[:5] != "00:00" {
		text += " " + clock[:5]
	}
	return Cell{text, day}
}

// possible tells whether a day exists, in the years of papers.
func possible(d, m, y int) bool {
	if y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 {
		return false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// ints reads texts of digits.
func ints(all []string) ([]int, bool) {
	var out []int
	for _, s := range all {
		n, err := strconv.Atoi(s)
		if err != nil || len(s) > 8 || s[0] < '0' || s[0] > '9' {
			return nil, false
		}
		out = append(out, n)
	}
	return out, true
}
