package list

import (
	"fmt"
	"regexp"
	"strings"
)

// The kinds of days that people write.
type kindOfDay int

const (
	aDay kindOfDay = iota
	aMonth
	aYear
	aSerial
)

// written is a day as it stands in a cell.
type written struct {
	kind      kindOfDay
	a, b      int // of a day: the first and the second number; of a month: a; of a serial: a
	year      int
	fixed     bool // a is the day and b the month, whatever the column does
	shortYear bool
	clock     bool // a time stood beside it
}

// text is a month or a year as it is kept.
func (w written) text() string {
	if w.kind == aYear {
		return fmt.Sprintf("%04d", w.year)
	}
	return fmt.Sprintf("%02d/%04d", w.a, w.year)
}

var (
	clockText = regexp.MustCompile(`\d{1,2}(:\d{2}(:\d{2})?([.,]\d+)?|h(\d{2})?)\s*(am|pm|sa|ch)?`)
	zeroClock = regexp.MustCompile(`^0{1,2}(:0{2})+([.,]0+)?$|^12:00(:00)?\s*(am|sa)$`)
	dayWords  = strings.NewReplacer("ngày", " ", "tháng", "/", "năm", "/")
	apart     = strings.NewReplacer(".", "/", "-", "/", "–", "/", "…", "/", "_", "/", " / ", "/", "/ ", "/", " /", "/", " ", "/")
)

// readDay reads what people write for a day: 06/01/2027, 6-1-27, 2027-01-06,
// ngày 06 tháng 01 năm 2027, 01/2027, 2027, …/01/2027, 46000. Whether such a day
// exists is not asked of a full day.
func readDay(text string) (written, bool) {
	var w written
	if len(text) > 60 {
		return w, false
	}
	s := strings.ToLower(text)
	if i := strings.LastIndex(s, ", "); i >= 0 { // Thứ Hai, 06/01/2027
		s = s[i+2:]
	}
	if found := clockText.FindString(s); found != "" {
		w.clock = !zeroClock.MatchString(strings.TrimSpace(found))
		s = strings.Replace(s, found, " ", 1)
	}
	if days, rest, ok := strings.Cut(s, "t"); ok && len(days) == 10 && strings.TrimSpace(rest) == "" {
		s = days // 2027-01-06T08:00
	}
	w.fixed = strings.Contains(s, "tháng")
	s = strings.Join(strings.Fields(dayWords.Replace(s)), " ")
	parts := strings.FieldsFunc(apart.Replace(s), func(r rune) bool { return r == '/' })
	n, ok := ints(parts)
	if !ok {
		return w, false
	}
	switch len(n) {
	case 1:
		return w.one(n[0], len(parts[0]))
	case 2:
		w.kind, w.a, w.year = aMonth, n[0], n[1]
		return w, len(parts[1]) == 4 && n[0] >= 1 && n[0] <= 12 && n[1] >= 1900 && n[1] <= 2199
	case 3:
		if len(parts[0]) == 4 {
			w.fixed = true
			n[0], n[2] = n[2], n[0]
			parts[0], parts[2] = parts[2], parts[0]
		}
		w.a, w.b, w.year = n[0], n[1], n[2]
		if len(parts[2]) == 2 {
			w.year += 2000
			w.shortYear = true
		}
		return w, len(parts[0]) <= 2 && len(parts[1]) <= 2 && (len(parts[2]) == 2 || len(parts[2]) == 4)
	}
	return w, false
}

// one reads a number that stands alone: a year, or days as Excel counts them.
func (w written) one(n, digits int) (written, bool) {
	switch {
	case digits == 4 && n >= 1900 && n <= 2199:
		w.kind, w.year = aYear, n
		return w, true
	case digits == 5 && n >= 20_000: // 1954 and later
		w.kind, w.a = aSerial, n
		return w, true
	}
	return w, false
}
