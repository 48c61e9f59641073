package list

import (
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
)

// column judges a column and its cells.
func (j *judge) column(column int, use Use) {
	if c := j.s.Columns[column]; c.hidden {
		j.note("LIST-HIDDEN", diag.Warning, column,
			diag.M("cột %s (%q) đang ẩn nhưng vẫn được dùng", "column %s (%q) is hidden and used all the same", c.Letter, short(c.Title)),
			diag.M("bỏ ẩn cột (Unhide) để xem lại các ô", "unhide the column to look at its cells"))
	}
	var days *dayColumn
	zeros := 0
	if use.Date {
		days = j.days(column)
	} else {
		zeros = j.usualDigits(column)
	}
	for i := range j.s.Rows {
		row := &j.s.Rows[i]
		c := row.at(column)
		if j.unreadable(row.Number, column, c, use.Required) {
			continue
		}
		j.cleaned(row.Number, column, c)
		if days != nil {
			j.day(days, row.Number, column, c)
			continue
		}
		j.digits(row.Number, column, c, zeros)
	}
}

// unreadable judges a cell that has no value.
func (j *judge) unreadable(row, column int, c *Cell, required bool) bool {
	title := short(j.s.Columns[column].Title)
	switch {
	case c.is&covered != 0:
		severity := diag.Warning
		if required {
			severity = diag.Error
		}
		j.tell("LIST-MERGED", severity, row, column,
			diag.M("ô nằm trong vùng ô trộn nên trống: giá trị chỉ thuộc ô đầu của vùng (cột %q)", "the cell lies in a merged area and is empty: the value belongs to the first cell alone (column %q)", title),
			diag.M("trong Excel chọn vùng đó, bấm Trộn ô (Merge & Center) lần nữa để bỏ trộn, rồi điền giá trị vào từng ô; nếu dòng này chỉ là tiêu đề nhóm thì xóa dòng",
				"in Excel choose the area, press Merge & Center again to unmerge it, and fill in each cell; where the row is only a heading, delete it"))
	case c.is&noValue != 0:
		j.tell("LIST-FORMULA", diag.Error, row, column,
			diag.M("ô là công thức chưa có kết quả trong tệp (cột %q); chương trình không tự tính", "the cell is a formula whose result is not in the file (column %q); nothing is computed here", title),
			diag.M("mở tệp bằng Excel rồi lưu lại; hoặc chép cột đó, dán đặc biệt → giá trị (Paste Special → Values)", "open the file in Excel and save it; or copy the column and use Paste Special → Values"))
	case c.is&failed != 0:
		j.tell("LIST-ERROR", diag.Error, row, column,
			diag.M("ô báo lỗi của Excel: %s (cột %q)", "the cell shows an error of Excel: %s (column %q)", short(c.Text), title),
			diag.M("sửa công thức, hoặc gõ giá trị đúng vào ô", "mend the formula, or type the right value into the cell"))
	case c.Text == "" && required:
		j.tell("LIST-EMPTY", diag.Error, row, column,
			diag.M("ô trống, trong khi cột %q bắt buộc có", "the cell is empty, but the column %q is required", title),
			diag.M("điền ô này; nếu dòng không phải đơn vị (tổng cộng, ghi chú) thì xóa dòng", "fill in the cell; where the row is no unit (a total, a note), delete it"))
	case c.Text != "":
		return false
	}
	return true
}

// cleaned tells what was changed in a text.
func (j *judge) cleaned(row, column int, c *Cell) {
	if c.is&blanks != 0 {
		j.tell("LIST-BLANKS", diag.Info, row, column,
			diag.M("ô có dấu cách thừa (ở đầu, ở cuối, cách đôi hoặc dấu cách cứng), đã bỏ: %q", "the cell had blanks too many (at its ends, doubled or no-break), which were taken out: %q", short(c.Text)),
			diag.M("không bắt buộc sửa; xóa dấu cách thừa trong ô thì lần sau không báo nữa", "nothing has to be done; without those blanks in the cell this is not told again"))
	}
	if c.is&decomposed != 0 {
		j.tell("LIST-NFD", diag.Info, row, column,
			diag.M("chữ trong ô tách rời dấu (Unicode tổ hợp), đã ghép lại: %q", "the letters of the cell stood apart from their marks (NFD) and were composed: %q", short(c.Text)), diag.Msg{})
	}
	if c.is&controls != 0 {
		j.tell("LIST-CONTROL", diag.Warning, row, column,
			diag.M("ô có ký tự điều khiển hoặc ký tự không nhìn thấy, đã bỏ: %q", "the cell had control or invisible characters, which were taken out: %q", short(c.Text)),
			diag.M("xem lại ô; thường do chép từ web hoặc PDF", "look at the cell; mostly it was copied from the web or a PDF"))
	}
	if c.is&untyped != 0 && lostLetters(c.Text) {
		j.tell("LIST-LETTERS", diag.Warning, row, column,
			diag.M("ô có dấu ? giữa chữ: có thể chữ tiếng Việt đã mất khi lưu CSV: %q", "the cell has ? inside of words: Vietnamese letters may have been lost when it was saved as CSV: %q", short(c.Text)),
			diag.M("từ tệp Excel gốc, lưu lại dạng CSV UTF-8 hoặc .xlsx", "from the Excel file, save it again as CSV UTF-8 or .xlsx"))
	}
}

// lostLetters tells whether question marks stand where letters stood.
func lostLetters(s string) bool {
	if strings.ContainsAny(s, "=/") { // an address
		return false
	}
	runes := []rune(s)
	for i := 1; i+1 < len(runes); i++ {
		if runes[i] == '?' && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1]) {
			return true
		}
	}
	return false
}

// digits judges a number: what Excel has lost of it.
func (j *judge) digits(row, column int, c *Cell, zeros int) {
	switch {
	case c.is&(lostDigits|scientific) != 0 || manyDigits(c):
		j.tell("LIST-DIGITS", diag.Warning, row, column,
			diag.M("ô là số rất dài hoặc dạng 1,2E+11: Excel chỉ giữ 15 chữ số, có thể đã mất số cuối: %s", "the cell is a very long number or one like 1.2E+11: Excel keeps 15 digits, the last may be lost: %s", short(c.Text)),
			diag.M("nếu là mã số, định danh, tài khoản: định dạng cột là Văn bản (Text) rồi gõ lại", "where it is a code or an account: format the column as Text and type it again"))
	case zeros > 0 && c.is&(number|untyped) != 0 && onlyDigits(c.Text) && c.Text[0] != '0' && len(c.Text) < zeros:
		j.tell("LIST-ZEROS", diag.Warning, row, column,
			diag.M("có thể đã mất số 0 ở đầu: %s có %d chữ số, các ô khác của cột có %d", "leading zeros may be lost: %s has %d digits, the other cells of the column have %d", c.Text, len(c.Text), zeros),
			diag.M("gõ lại với đủ số 0, ví dụ %s; trong Excel định dạng cột là Văn bản (Text) trước khi gõ", "type it with its zeros, such as %s; in Excel format the column as Text before typing", strings.Repeat("0", zeros-len(c.Text))+c.Text))
	}
}

// manyDigits tells a text of a CSV file that Excel wrote as 1.23457E+11.
func manyDigits(c *Cell) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(c.Text), "E+")
	return ok && c.is&untyped != 0 && onlyDigits(exponent) && onlyDigits(strings.NewReplacer(".", "", ",", "").Replace(mantissa))
}

// onlyDigits tells whether a text is digits and nothing else.
func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// usualDigits is how many digits the cells of a column have, where they are
// codes: most of its texts begin with 0, or have one length that few numbers
// miss. It is 0 elsewhere. A file that does not part texts from numbers needs a 0
// in front to tell codes.
func (j *judge) usualDigits(column int) int {
	texts, zeros, loose, lengths := 0, 0, 0, map[int]int{}
	for i := range j.s.Rows {
		c := j.s.Rows[i].at(column)
		switch {
		case !onlyDigits(c.Text):
		case c.is&number != 0 || c.is&untyped != 0 && len(c.Text) < 2:
			loose++
		default:
			texts++
			lengths[len(c.Text)]++
			if c.Text[0] == '0' && len(c.Text) > 1 {
				zeros++
			}
		}
	}
	usual := 0
	for n, count := range lengths {
		if count > lengths[usual] || count == lengths[usual] && n > usual {
			usual = n
		}
	}
	alike := lengths[usual]*2 > texts
	switch {
	case zeros*2 > texts, zeros > 0 && alike:
		return usual
	case alike && !j.untyped() && usual >= 3 && texts >= 2 && texts >= loose:
		return usual
	}
	return 0
}

// untyped tells whether the sheet comes from a file that does not part texts
// from numbers.
func (j *judge) untyped() bool {
	for i := range j.s.Rows {
		for _, c := range j.s.Rows[i].Cells {
			if c.Text != "" {
				return c.is&untyped != 0
			}
		}
	}
	return false
}
