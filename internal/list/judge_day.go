package list

import (
	"fmt"
	"strings"

	"kehoach.example/internal/diag"
)

// order tells whether the day or the month stands first in a column.
type order int

const (
	dayFirst   order = iota // as Vietnamese writes
	monthFirst              // as American programs write
	mixed                   // both stand in the column: what can be either is not known
)

// dayColumn is what a whole column of days tells.
type dayColumn struct {
	order   order
	anyReal bool // some cells are days of Excel, not texts
}

// census counts the days of a column; the rows are examples.
type census struct {
	onlyDay, onlyMonth, either  int // texts that can be read in one way, in both
	dayRow, monthRow, eitherRow int
	texts, real, realLow        int // cells that are texts, days of Excel, such up to the 12th
}

// days decides once over a column which of two numbers is the day, and says it.
func (j *judge) days(column int) *dayColumn {
	var n census
	for i := range j.s.Rows {
		n.count(&j.s.Rows[i], column)
	}
	d := &dayColumn{anyReal: n.real > 0}
	title := short(j.s.Columns[column].Title)
	cell := func(row int) string { return fmt.Sprintf("%s%d", j.s.Columns[column].Letter, row) }
	switch {
	case n.onlyDay > 0 && n.onlyMonth > 0:
		d.order = mixed
		j.note("LIST-DATE-ORDER", diag.Warning, column,
			diag.M("cột %q lẫn hai cách ghi ngày: ô %s chỉ có thể là ngày/tháng, ô %s chỉ có thể là tháng/ngày; ô nào đọc được cả hai cách thì không dùng được",
				"the column %q mixes two ways to write days: %s can only be day/month, %s only month/day; cells that can be both cannot be used", title, cell(n.dayRow), cell(n.monthRow)),
			diag.M("ghi lại cả cột theo ngày/tháng/năm", "write the whole column as day/month/year"))
	case n.onlyMonth > 0:
		d.order = monthFirst
		j.note("LIST-DATE-ORDER", diag.Warning, column,
			diag.M("cột %q được đọc là tháng/ngày/năm, vì ô %s không thể là ngày/tháng/năm", "the column %q is read as month/day/year, because %s cannot be day/month/year", title, cell(n.monthRow)),
			diag.M("nếu không đúng, sửa ô đó; tốt nhất ghi cả cột theo ngày/tháng/năm", "where this is wrong, mend that cell; best write the whole column as day/month/year"))
	case n.either > 0:
		j.note("LIST-DATE-ORDER", diag.Info, column,
			diag.M("cột %q được đọc là ngày/tháng/năm như cách ghi của Việt Nam (ví dụ ô %s)", "the column %q is read as day/month/year, as Vietnamese writes it (such as %s)", title, cell(n.eitherRow)),
			diag.M("nếu cột ghi tháng trước ngày thì ghi lại cả cột theo ngày/tháng/năm", "where the column has the month first, write all of it as day/month/year"))
	case n.texts > 0 && n.real == 0:
		j.note("LIST-DATE-TEXT", diag.Info, column,
			diag.M("cột %q ghi ngày dạng chữ, được đọc là ngày/tháng/năm", "the column %q has days as text; they are read as day/month/year", title),
			diag.M("nếu cột ghi tháng trước ngày thì ghi lại cả cột theo ngày/tháng/năm", "where the column has the month first, write all of it as day/month/year"))
	}
	if n.onlyDay > 0 && n.onlyMonth == 0 && n.real > 1 && n.real == n.realLow {
		j.note("LIST-DATE-SWAPPED", diag.Warning, column,
			diag.M("cột %q: các ô sau ngày 12 (như ô %s) là chữ, còn mọi ô Excel nhận là ngày đều từ 1 đến 12: có thể Excel đã đảo ngày với tháng ở các ô đó",
				"column %q: days after the 12th (such as %s) are text, while all that Excel took for days are from 1 to 12: it may have swapped day and month in those", title, cell(n.dayRow)),
			diag.M("so các ô ngày với bản gốc; đặt vùng của máy là Việt Nam rồi nhập lại cột", "hold the days against their source; set the region of the machine to Vietnam and type the column again"))
	}
	return d
}

// count takes a cell into the census.
func (n *census) count(row *Row, column int) {
	c := row.at(column)
	switch {
	case c.Text == "" || c.is&(failed|number) != 0:
		return
	case c.is&day != 0:
		if n.real++; len(c.Text) > 2 && c.Text[:2] <= "12" {
			n.realLow++
		}
		return
	}
	w, ok := readDay(c.Text)
	if !ok {
		return
	}
	if c.is&untyped == 0 && w.kind == aDay {
		n.texts++
	}
	if w.kind != aDay || w.fixed {
		return
	}
	asDay, asMonth := possible(w.a, w.b, w.year), possible(w.b, w.a, w.year)
	switch {
	case asDay && asMonth && w.a != w.b:
		if n.either++; n.eitherRow == 0 {
			n.eitherRow = row.Number
		}
	case asDay && !asMonth:
		if n.onlyDay++; n.dayRow == 0 {
			n.dayRow = row.Number
		}
	case asMonth && !asDay:
		if n.onlyMonth++; n.monthRow == 0 {
			n.monthRow = row.Number
		}
	}
}

// day judges a cell of a column of days and writes it as 31/01/2027.
func (j *judge) day(d *dayColumn, row, column int, c *Cell) {
	text := c.Text
	if c.is&number != 0 {
		text, _, _ = strings.Cut(text, ",") // a day with a part of it as its time
		text = strings.ReplaceAll(text, ".", "")
	}
	w, ok := readDay(text)
	switch {
	case !ok:
		j.noDay(row, column, c)
		return
	case w.kind == aSerial:
		j.serial(row, column, c, w)
		return
	case w.kind == aMonth || w.kind == aYear:
		c.Text = w.text()
		return
	}
	dd, mm := w.a, w.b
	swapped := possible(w.b, w.a, w.year)
	if !w.fixed && c.is&day == 0 {
		straight := possible(w.a, w.b, w.year)
		if d.order == mixed && straight && swapped && w.a != w.b {
			j.tell("LIST-DATE-AMBIGUOUS", diag.Error, row, column,
				diag.M("%q có thể là ngày %d tháng %d hoặc ngày %d tháng %d: cột này lẫn cả hai cách ghi", "%q can be day %d of month %d or day %d of month %d: this column has both ways", short(c.Text), w.a, w.b, w.b, w.a),
				diag.M("ghi lại theo ngày/tháng/năm cho cả cột", "write the whole column as day/month/year"))
			return
		}
		if d.order == monthFirst && swapped || !straight && swapped && d.order == mixed {
			dd, mm = w.b, w.a
		}
	}
	if !possible(dd, mm, w.year) {
		j.noDay(row, column, c)
		return
	}
	j.saidOfDay(d, row, column, c, w)
	c.Text = fmt.Sprintf("%02d/%02d/%04d", dd, mm, w.year)
}

// saidOfDay tells what of a day was not taken over as it stood.
func (j *judge) saidOfDay(d *dayColumn, row, column int, c *Cell, w written) {
	if c.is&noYear != 0 {
		j.tell("LIST-DATE-YEAR", diag.Warning, row, column,
			diag.M("ô chỉ hiện ngày và tháng; năm ghi trong tệp là %d", "the cell shows day and month alone; the year in the file is %d", w.year),
			diag.M("bấm vào ô xem có đúng năm không; gõ lại đủ ngày/tháng/năm", "click the cell and see whether that is the year; type it as day/month/year"))
	}
	if w.shortYear {
		j.tell("LIST-DATE-YEAR", diag.Warning, row, column,
			diag.M("năm ghi hai chữ số, được đọc là %d: %q", "the year has two digits and is read as %d: %q", w.year, short(c.Text)),
			diag.M("ghi đủ bốn chữ số của năm", "write all four digits of the year"))
	}
	if w.clock {
		j.tell("LIST-DATE-TIME", diag.Info, row, column,
			diag.M("ô có cả giờ, chỉ ngày được dùng: %q", "the cell has a time too, only the day is used: %q", short(c.Text)),
			diag.M("nếu cần in giờ thì ghi giờ vào một cột riêng", "where the time is to be printed, give it a column of its own"))
	}
	if d.anyReal && c.is&(day|untyped) == 0 {
		j.tell("LIST-DATE-TEXT", diag.Info, row, column,
			diag.M("ngày trong ô là chữ, không phải ngày của Excel như các ô khác: %q", "the day in the cell is text, no day of Excel as in other cells: %q", short(c.Text)),
			diag.M("so với bản gốc; để cả cột một kiểu thì định dạng ô là Ngày (Date) rồi gõ lại", "hold it against its source; for one kind in all of the column format the cell as Date and type it again"))
	}
}

// noDay tells a text that is no day.
func (j *judge) noDay(row, column int, c *Cell) {
	j.tell("LIST-DATE", diag.Error, row, column,
		diag.M("%q không phải ngày có thật (cột %q cần ngày)", "%q is no day that exists (the column %q needs days)", short(c.Text), short(j.s.Columns[column].Title)),
		diag.M("ghi theo ngày/tháng/năm, ví dụ 06/01/2027; chưa rõ ngày thì ghi 01/2027 hoặc 2027", "write day/month/year, such as 06/01/2027; where the day is not known, 01/2027 or 2027"))
}

// serial reads a number without a format of days as the days that Excel counts.
func (j *judge) serial(row, column int, c *Cell, w written) {
	dd, mm, y, ok := j.s.days.date(w.a)
	if !ok || !possible(dd, mm, y) {
		j.noDay(row, column, c)
		return
	}
	text := fmt.Sprintf("%02d/%02d/%04d", dd, mm, y)
	j.tell("LIST-SERIAL", diag.Warning, row, column,
		diag.M("số %s được đọc là ngày %s (Excel đếm ngày bằng số)", "the number %s is read as the day %s (Excel counts days)", short(c.Text), text),
		diag.M("định dạng ô là Ngày (Date) để kiểm tra", "format the cell as Date to see it"))
	c.Text = text
}
