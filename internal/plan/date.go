package plan

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	dateSlash = regexp.MustCompile(`^(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})$`)
	dateISO   = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	dateWords = regexp.MustCompile(`(?i)^ngày\s*(\d{1,2})?[\s.…_]*tháng\s*(\d{1,2})?[\s.…_]*năm\s*(\d{4})?[\s.…_]*$`)
)

// ParseNgay reads a day: 06/01/2027, 01/2027, 2027, 2027-01-06, or "ngày 06
// tháng 01 năm 2027" with blanks. Digits stay as typed. ok is false for words.
func ParseNgay(s string) (n Ngay, ok bool) {
	n.Given = true
	s = strings.TrimSpace(s)
	if s == "" {
		return n, true
	}
	if m := dateISO.FindStringSubmatch(s); m != nil {
		n.Day, n.Month, n.Year = m[3], m[2], m[1]
		if n.Month > "02" {
			n.Month = strings.TrimPrefix(n.Month, "0")
		}
		return n, true
	}
	if m := dateSlash.FindStringSubmatch(s); m != nil {
		n.Day, n.Month, n.Year = m[1], m[2], m[3]
		return n, true
	}
	if m := dateWords.FindStringSubmatch(s); m != nil {
		n.Day, n.Month, n.Year = m[1], m[2], m[3]
		return n, true
	}
	n.Text = s
	return n, false
}

// Possible tells whether a day with blanks can exist.
func (n Ngay) Possible() bool {
	if year, _ := strconv.Atoi(n.Year); n.Year != "" && (year < 1900 || year > 2200) {
		return false
	}
	if n.Month == "" {
		return n.Day == ""
	}
	m, _ := strconv.Atoi(n.Month)
	y, _ := strconv.Atoi(n.Year)
	if m < 1 || m > 12 {
		return false
	}
	if n.Day == "" {
		return true
	}
	d, _ := strconv.Atoi(n.Day)
	if n.Year == "" {
		y = 2024 // a leap year: the 29th of February may be meant
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return d >= 1 && t.Month() == time.Month(m)
}

// HoleName is the name of a hole in braces: letters, digits, blanks, _.
const HoleName = `[\p{L}_][\p{L}\p{N}_ ]{0,60}`

var holes = regexp.MustCompile(`\{(` + HoleName + `)\}`)

// Holes are the names in braces of a value that is still words: a list is to fill
// them in. What a list has filled in has none.
func (n Ngay) Holes() []string {
	if n.Filled || !strings.Contains(n.Text, "{") {
		return nil
	}
	var out []string
	for _, m := range holes.FindAllStringSubmatch(n.Text, -1) {
		out = append(out, strings.TrimSpace(m[1]))
	}
	return out
}

// Fill gives the value with words in the place of its holes, read as if it had
// been typed so; ok is false where it is no day.
func (n Ngay) Fill(value func(hole string) string) (out Ngay, ok bool) {
	out, ok = ParseNgay(holes.ReplaceAllStringFunc(n.Text, func(h string) string { return value(strings.TrimSpace(h[1 : len(h)-1])) }))
	out.At, out.Filled = n.At, true
	return out, ok
}
