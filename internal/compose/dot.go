package compose

import (
	"regexp"
	"strconv"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// dots makes the đợt lines, each behind the sign of their place. A numbered
// sign counts on: at "1." the second đợt stands behind "2.".
func (c *composer) dots(dots []plan.Dot, place plan.Doan) {
	for i, d := range dots {
		runs := fill(c.dotWords(d), map[string][]doc.Run{
			"ten": runsOf(d.Ten), "tu": {{Text: dayWords(d.Tu)}}, "den": {{Text: dayWords(d.Den)}},
		})
		if !d.ChuDe.Blank() {
			runs = append(runs, fill(c.form.Dot.Theme, map[string][]doc.Run{"chu_de": runsOf(d.ChuDe)})...)
		}
		runs = withMark(runs, ".", ".;:")
		runs = append(runs, c.kyNiem(d)...)
		first, rest := splitFirst(d.NoiDung)
		if len(first) > 0 {
			runs = append(append(runs, doc.Run{Text: " "}), first...)
		}
		sign := plan.CountOn(place.Nhan, i)
		if sign != "" {
			runs = append([]doc.Run{{Text: sign + " "}}, runs...)
		}
		p := c.para(doc.Than, merge(runs), d.Ten.At)
		if sign != "" {
			p.Item, p.Label = int(place.Dau), letters(sign)+1
		}
		c.add(p)
		c.van(rest, nil, plan.NhiemVu{})
	}
}

func (c *composer) dotWords(d plan.Dot) string {
	from, until := dayWords(d.Tu) != "", dayWords(d.Den) != ""
	switch {
	case from && until:
		return c.form.Dot.Range
	case from:
		return c.form.Dot.From
	case until:
		return c.form.Dot.Until
	}
	return "{ten}"
}

// dayWords is a day of a đợt in running text: 01/01/2027, tháng 01/2027, năm 2027.
func dayWords(n plan.Ngay) string {
	switch {
	case n.Text != "" || n.Day != "":
		return n.String()
	case n.Month != "":
		return "tháng " + n.String()
	case n.Year != "":
		return "năm " + n.Year
	}
	return ""
}

// splitFirst takes an unsigned first paragraph: it goes on behind the sentence
// that opens the đợt.
func splitFirst(v plan.Van) ([]doc.Run, plan.Van) {
	if len(v.Doan) == 0 || v.Doan[0].Loai != plan.DoanVan || v.Doan[0].Nhan != "" {
		return nil, v
	}
	first := runsOf(v.Doan[0].Chu)
	v.Doan = v.Doan[1:]
	return first, v
}

var baseDay = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})\s*[-–:]?\s*(.+)$`)

// kyNiem words the anniversaries of a đợt: the number of years and the second
// day are computed from the base date and the year of the đợt.
func (c *composer) kyNiem(d plan.Dot) []doc.Run {
	var list []doc.Run
	for i, t := range d.KyNiem.Items {
		if i > 0 {
			list = append(list, doc.Run{Text: c.form.Dot.Between})
		}
		m := baseDay.FindStringSubmatch(strings.TrimSpace(t.Plain()))
		if m == nil || anniversaryYear(d, 1, 1) == 0 {
			list = append(list, runsOf(t)...)
			continue
		}
		year, day := anniversaryYear(d, number(m[1]), number(m[2])), m[1]+"/"+m[2]+"/"
		list = append(list, fill(c.form.Dot.Anniversary, map[string][]doc.Run{
			"n":       {{Text: strconv.Itoa(year - number(m[3]))}},
			"su_kien": {{Text: m[4]}},
			"goc":     {{Text: day + m[3]}},
			"nay":     {{Text: day + strconv.Itoa(year)}},
		})...)
	}
	if len(list) == 0 {
		return nil
	}
	return fill(c.form.Dot.Anniversaries, map[string][]doc.Run{"ky_niem": list})
}

// anniversaryYear is the year of a đợt in which a day lies inside it, else the
// year of its end; 0 without a year.
func anniversaryYear(d plan.Dot, day, month int) int {
	from, until := number(d.Tu.Year), number(d.Den.Year)
	if from == 0 || until == 0 {
		return max(from, until)
	}
	for y := max(from, until-5); y < until; y++ {
		if y != from || month > number(d.Tu.Month) || month == number(d.Tu.Month) && day >= number(d.Tu.Day) {
			return y
		}
	}
	return until
}
