package check

import (
	"strings"

	"kehoach.example/internal/fact"
)

// tetDays are the days off around the first day of the lunar year: one before
// it and the three behind (Bộ luật Lao động 2019, Điều 112: năm ngày; which of
// the two divisions holds is told each year).
const (
	tetBefore = 1
	tetAfter  = 3
)

// DayOff names the day off by law that falls on a day, "" for none. Lunar days
// are known for the years of the data only.
func (d *Data) DayOff(on fact.Date) string {
	for _, h := range d.Holidays {
		switch {
		case h.Ngay.Y == 0 && h.Ngay.M == on.M && h.Ngay.D == on.D, h.Ngay == on:
			return h.Ten
		case h.Ngay.Y != 0 && strings.Contains(strings.ToLower(h.Ten), "nguyên đán"):
			if n := on.Since(h.Ngay); n >= -tetBefore && n <= tetAfter {
				return "nghỉ tết Nguyên đán"
			}
		}
	}
	return ""
}

// BaseYear is the year from which a commemoration counts, by its name in small
// letters; ok is false where the name is not known or means several.
func (d *Data) BaseYear(name string) (year int, ok bool) {
	p := Pass{Input: &Input{Data: d}}
	if k := single(p.knownDays(name)); k != nil {
		return k.Goc, true
	}
	return 0, false
}
