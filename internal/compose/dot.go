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
func (c *composer) dots(dots []plan.Dot, sign string) {
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
		if sign != "" {
			runs = append([]doc.Run{{Text: counted(sign, i) + " "}}, runs...)
		}
		c.add(c.para(doc.Than, merge(runs), d.Ten.At))
		c.van(rest, nil)
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

var signNumber = regexp.MustCompile(`(\d+)(\.?)$`)

// counted counts the last number of a sign on: "1." and 1 give "2.".
func counted(sign string, i int) string {
	m := signNumber.FindStringSubmatchIndex(sign)
	if m == nil || i == 0 {
		return sign
	}
	n, _ := strconv.Atoi(sign[m[2]:m[3]])
	return sign[:m[2]] + strconv.Itoa(n+i) + sign[m[3]:]
}

var baseDay = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/)(\d{4})\s*[-–:]?\s*(.+)$`)

// kyNiem words the anniversaries of a đợt: the number of years and the second
// day are computed from the base date and the year of the đợt.
func (c *composer) kyNiem(d plan.Dot) []doc.Run {
	var list []doc.Run
	for i, t := range d.KyNiem.Items {
		if i > 0 {
			list = append(list, doc.Run{Text: c.form.Dot.Between})
		}
		m := baseDay.FindStringSubmatch(strings.TrimSpace(t.Plain()))
		year := number(anniversaryYear(d))
		if m == nil || year == 0 {
			list = append(list, runsOf(t)...)
			continue
		}
		list = append(list, fill(c.form.Dot.Anniversary, map[string][]doc.Run{
			"n":       {{Text: strconv.Itoa(year - number(m[2]))}},
			"su_kien": {{Text: m[3]}},
			"goc":     {{Text: m[1] + m[2]}},
			"nay":     {{Text: m[1] + strconv.Itoa(year)}},
		})...)
	}
	if len(list) == 0 {
		return nil
	}
	return fill(c.form.Dot.Anniversaries, map[string][]doc.Run{"ky_niem": list})
}

func anniversaryYear(d plan.Dot) string {
	if d.Den.Year != "" {
		return d.Den.Year
	}
	return d.Tu.Year
}
