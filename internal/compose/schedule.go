package compose

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// period is a row of the schedule: a đợt, or a task with its deadline. Of a
// deadline both days are the same.
type period struct {
	label    []doc.Run
	from, to time.Time
	at       diag.Place
}

// schedule draws đợt and deadlines on a time line: a table whose columns are
// months, quarters or years, with a bar in each row.
func (c *composer) schedule(d plan.Doan) {
	rows := c.periods()
	if len(rows) == 0 {
		c.findings = append(c.findings, diag.New("SCHEDULE-EMPTY", diag.Error, "compose", d.Chu.At,
			diag.M("{tien_do} không có gì để vẽ: không có đợt hay nhiệm vụ nào ghi ngày", "{tien_do} has nothing to draw: no đợt and no task has a date"),
			diag.M("ghi tu, den cho đợt, thoi_han cho nhiệm vụ (31/3/2027, Quý I/2027, tháng 3/2027), hoặc bỏ {tien_do}", "give đợt their tu and den, tasks their thoi_han (31/3/2027, Quý I/2027, tháng 3/2027), or leave out {tien_do}")))
		return
	}
	first := slices.MinFunc(rows, func(a, b period) int { return a.from.Compare(b.from) }).from
	last := slices.MaxFunc(rows, func(a, b period) int { return a.to.Compare(b.to) }).to
	s := scaleOf(first, last)
	t := &doc.Table{ID: c.id(), Role: doc.TienDo, Rows: c.scaleHead(s)}
	t.Head = len(t.Rows)
	for _, p := range rows {
		t.Rows = append(t.Rows, c.scheduleRow(t.ID, s, p))
	}
	c.add(t)
}

// scale divides the time line: columns of so many months each.
type scale struct {
	start   time.Time // first day of the first column
	months  int       // of a column
	columns int
}

// The most columns of a kind that leave room for their heads.
const (
	mostMonths   = 18
	mostQuarters = 20
)

func scaleOf(first, last time.Time) scale {
	span := 12*(last.Year()-first.Year()) + int(last.Month()-first.Month()) + 1
	s := scale{start: day(first.Year(), first.Month(), 1), months: 1}
	switch {
	case span <= mostMonths:
	case span <= 3*mostQuarters:
		s.months, s.start = 3, day(first.Year(), (first.Month()-1)/3*3+1, 1)
	default:
		s.months, s.start = 12, day(first.Year(), 1, 1)
	}
	s.columns = int(monthsBetween(s.start, last))/s.months + 1
	return s
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func monthsBetween(a, b time.Time) int { return 12*(b.Year()-a.Year()) + int(b.Month()-a.Month()) }

// column gives the column of a day and how far into it the day begins.
func (s scale) column(t time.Time) (int, float64) {
	i := monthsBetween(s.start, t) / s.months
	from, to := s.start.AddDate(0, i*s.months, 0), s.start.AddDate(0, (i+1)*s.months, 0)
	return i, t.Sub(from).Hours() / to.Sub(from).Hours()
}

// words tell a period as the columns show it.
func (s scale) words(p period) string {
	from, to := s.name(p.from), s.name(p.to)
	switch {
	case p.from.Equal(p.to):
		return "Hạn chót: " + from
	case from == to:
		return "Thời gian thực hiện: trong " + from
	}
	return "Thời gian thực hiện: từ " + from + " đến " + to
}

// name is the column of a day: tháng 3 năm 2027, quý I năm 2027, năm 2027.
func (s scale) name(t time.Time) string {
	year := "năm " + strconv.Itoa(t.Year())
	switch s.months {
	case 1:
		return "tháng " + strconv.Itoa(int(t.Month())) + " " + year
	case 3:
		return "quý " + plan.Roman(int(t.Month()-1)/3+1) + " " + year
	}
	return year
}

// scaleHead makes the head: years, and below them months or quarters.
func (c *composer) scaleHead(s scale) []doc.Row {
	words := c.form.Table.Schedule
	label := doc.Cell{Across: 1, Down: 1, Blocks: c.headCell(words.Label)}
	if s.months == 12 {
		row := doc.Row{Cells: []doc.Cell{label}}
		for i := range s.columns {
			row.Cells = append(row.Cells, doc.Cell{Across: 1, Down: 1, Blocks: c.headCell(words.Year + strconv.Itoa(s.start.Year()+i))})
		}
		return []doc.Row{row}
	}
	label.Down = 2
	years, parts := doc.Row{Cells: []doc.Cell{label}}, doc.Row{Cells: []doc.Cell{{Across: 1}}}
	for i := range s.columns {
		t := s.start.AddDate(0, i*s.months, 0)
		part := strconv.Itoa(int(t.Month()))
		if s.months == 3 {
			part = plan.Roman(int(t.Month()-1)/3 + 1)
		}
		parts.Cells = append(parts.Cells, doc.Cell{Across: 1, Down: 1, Blocks: c.headCell(part)})
		if n := len(years.Cells) - 1; n > 0 && (s.months == 1 && t.Month() > 1 || s.months == 3 && t.Month() > 3) {
			years.Cells[n].Across++
			continue
		}
		years.Cells = append(years.Cells, doc.Cell{Across: 1, Down: 1, Blocks: c.headCell(words.Year + strconv.Itoa(t.Year()))})
	}
	return []doc.Row{years, parts}
}

func (c *composer) headCell(text string) []doc.Block {
	return []doc.Block{c.para(doc.ODau, []doc.Run{{Text: text}}, diag.Place{})}
}

func (c *composer) scheduleRow(table int, s scale, p period) doc.Row {
	row := doc.Row{Cells: []doc.Cell{{Across: 1, Down: 1, Blocks: []doc.Block{c.para(doc.OTienDo, p.label, p.at)}}}}
	from, lead := s.column(p.from)
	to, tail := s.column(p.to.AddDate(0, 0, 1)) // a period ends when its last day is over
	bar := &doc.Bar{ID: c.id(), Role: doc.ThoiDoan, Table: table, Column: from + 1, Lead: lead, Columns: to - from, Tail: tail}
	if p.from.Equal(p.to) {
		bar.Role, bar.Columns, bar.Tail = doc.HanChot, 0, lead
	}
	bar.Alt = s.words(p)
	for i := range s.columns {
		cell := doc.Cell{Across: 1, Down: 1}
		if i == from {
			cell.Blocks = []doc.Block{bar}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// periods gathers what has dates, in the order of the paper.
func (c *composer) periods() []period {
	var out []period
	for _, m := range c.plan.Muc {
		for _, d := range m.Dot {
			from, okF := ends(d.Tu, false)
			to, okT := ends(d.Den, true)
			if okF && okT && !to.Before(from) {
				out = append(out, period{c.periodLabel(d.Ten, d.Tu.String()+" - "+d.Den.String()), from, to, d.Ten.At})
			}
		}
		out = append(out, c.deadlines(m.NhiemVu)...)
	}
	for _, a := range c.plan.PhuLuc {
		out = append(out, c.deadlines(a.NhiemVu)...)
	}
	return out
}

func (c *composer) periodLabel(name plan.Chu, days string) []doc.Run {
	return append(runsOf(name), doc.Run{Text: " (" + days + ")"})
}

// ends gives the first or the last day of a day, a month or a year.
func ends(n plan.Ngay, last bool) (time.Time, bool) {
	y, m, d := number(n.Year), number(n.Month), number(n.Day)
	switch {
	case n.Text != "" || y == 0:
		return time.Time{}, false
	case m == 0 && last:
		return day(y, 12, 31), true
	case m == 0:
		return day(y, 1, 1), true
	case d == 0 && last:
		return day(y, time.Month(m)+1, 0), true
	case d == 0:
		return day(y, time.Month(m), 1), true
	}
	return day(y, time.Month(m), d), true
}

// deadlines gathers the tasks with a date, of a list or of a table.
func (c *composer) deadlines(t plan.NhiemVu) []period {
	var out []period
	add := func(name, when plan.Chu) {
		if from, to, ok := span(when.Plain()); ok && !name.Blank() {
			out = append(out, period{c.periodLabel(name, strings.TrimSpace(when.Plain())), from, to, name.At})
		}
	}
	for _, v := range t.Viec {
		add(v.Viec, v.ThoiHan)
	}
	g := gridOf(t.Bang.Doan)
	name, when := c.taskColumn(g, "viec"), c.taskColumn(g, "thoi_han")
	if name < 0 || when < 0 {
		return out
	}
	var last plan.Chu // a task that goes on over rows has one name
	for _, r := range g.rows[g.head:] {
		if r.group || len(r.cells) <= max(name, when) {
			continue
		}
		if merged(r.cells[name]) == "" {
			last = r.cells[name][0]
		}
		add(last, r.cells[when][0])
	}
	return out
}

// taskColumn finds the column that holds a key of a task by its head, -1 for
// none.
func (c *composer) taskColumn(g grid, key string) int {
	for _, col := range c.form.Table.Tasks {
		if col.Key != key {
			continue
		}
		for i := range g.head {
			for j, cell := range g.rows[i].cells {
				head := strings.ToLower(strings.TrimSpace(cell[0].Plain()))
				if slices.ContainsFunc(append(col.Known, col.Head), func(s string) bool { return head == strings.ToLower(s) }) {
					return j
				}
			}
		}
	}
	return -1
}

var (
	dayInText     = regexp.MustCompile(`(\d{1,2})/(\d{1,2})/(\d{4})`)
	quarterInText = regexp.MustCompile(`(?i)quý\s+(IV|I{1,3}|[1-4])\s*(?:/|năm\s+)\s*(\d{4})`)
	monthInText   = regexp.MustCompile(`(?i)(?:^|tháng\s+)(\d{1,2})/(\d{4})`)
)

// span reads the time of a task: one day, from the first of several days to
// the last, a quarter or a month.
func span(s string) (from, to time.Time, ok bool) {
	var days []time.Time
	for _, m := range dayInText.FindAllStringSubmatch(s, -1) {
		if t := day(number(m[3]), time.Month(number(m[2])), number(m[1])); t.Day() == number(m[1]) {
			days = append(days, t)
		}
	}
	if len(days) > 0 {
		slices.SortFunc(days, func(a, b time.Time) int { return a.Compare(b) })
		return days[0], days[len(days)-1], true
	}
	if m := quarterInText.FindStringSubmatch(s); m != nil {
		q := max(number(m[1]), map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4}[strings.ToUpper(m[1])])
		first := day(number(m[2]), time.Month(3*q-2), 1)
		return first, first.AddDate(0, 3, -1), true
	}
	if m := monthInText.FindStringSubmatch(s); m != nil && number(m[1]) >= 1 && number(m[1]) <= 12 {
		first := day(number(m[2]), time.Month(number(m[1])), 1)
		return first, first.AddDate(0, 1, -1), true
	}
	return from, to, false
}
