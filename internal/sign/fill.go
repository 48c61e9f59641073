package sign

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"kehoach.example/internal/diag"
)

// filling is a blank with what goes into it.
type filling struct {
	field *field
	text  string
	look  look
	line  line
}

// numberForm is how a number is written: digits, and a letter where one was put
// in between two.
var numberForm = regexp.MustCompile(`^[0-9]{1,9}[\p{L}]?$`)

// fill checks the number and the date and puts them where they belong.
func (s *signing) fill() {
	if s.Number != "" {
		s.number()
	}
	if s.Date != "" {
		s.date()
	}
}

// number: below 10 it has a zero before it (NĐ 30/2020, Phụ lục I, Mục II, khoản 3).
func (s *signing) number() {
	text, ok := plainNumber(s.Number)
	if !ok {
		s.fail("SIGN-NUMBER", whereField(nameSo), diag.M("số văn bản %q không đúng: cần chữ số, có thể thêm một chữ cái", "the number %q is none: it takes digits and perhaps one letter", s.Number),
			diag.M("viết như 06, 25, 125a; không kèm ký hiệu", "write 06, 25, 125a; without the symbol"))
		return
	}
	s.Number = text
	if s.kind == kindAttached && s.form.field(nameSo) == nil && s.meta["So"] == "" {
		return // it stands in the words of the signature
	}
	s.put(nameSo, text, s.meta["So"])
}

// plainNumber writes a number as the decree wants it; false: it is none.
func plainNumber(text string) (string, bool) {
	if !numberForm.MatchString(text) {
		return "", false
	}
	digits := strings.TrimRightFunc(text, unicode.IsLetter)
	n, err := strconv.Atoi(digits)
	if err != nil || n == 0 {
		return "", false
	}
	return fmt.Sprintf("%02d", n) + text[len(digits):], true
}

// date: days below 10 and months 1 and 2 have a zero before them (Mục II, khoản 4).
func (s *signing) date() {
	day, err := time.Parse(time.DateOnly, s.Date)
	if err != nil || day.Year() < 1900 {
		s.fail("SIGN-DATE", "", diag.M("ngày %q không đúng hoặc không có trong lịch", "the date %q is malformed or in no calendar", s.Date),
			diag.M("viết năm-tháng-ngày: 2027-01-06", "write year-month-day: 2027-01-06"))
		return
	}
	month := strconv.Itoa(int(day.Month()))
	if day.Month() <= time.February {
		month = "0" + month
	}
	s.put(nameNgay, fmt.Sprintf("%02d", day.Day()), s.meta["NgayNgay"])
	s.put(nameThang, month, s.meta["NgayThang"])
	s.put(nameNam, strconv.Itoa(day.Year()), s.meta["NgayNam"])
}

// put checks one value against what the file has: a blank takes it, what is
// printed or filled in must be the same.
func (s *signing) put(name, text, printed string) {
	d := s.form.field(name)
	where := whereField(name)
	if d == nil || d.kind != "Tx" {
		switch {
		case printed == "":
			s.fail("SIGN-NO-BLANK", where, diag.M("tệp không có chỗ trống %q để điền %q", "the file has no blank %q for %q", name, text),
				diag.M("bỏ --number, --date, hoặc lập lại PDF từ kế hoạch để trống chỗ đó", "leave --number and --date out, or make the PDF from a plan that leaves it blank").
					OnPage(diag.M("để trống ô “Số”, “Ngày”, hoặc ghi lại PDF từ kế hoạch để trống chỗ đó", "leave “Number” and “Day” empty, or write the PDF of a plan that leaves it blank")))
		case !same(printed, text):
			s.fail("SIGN-PRINTED", where, diag.M("ô %q đã in sẵn %q trên văn bản, khác với %q", "%q is printed on the paper as %q, which is not %q", name, printed, text),
				diag.M("sửa --number, --date cho khớp, hoặc sửa kế hoạch rồi lập lại PDF", "make --number and --date agree, or change the plan and make the PDF again").
					OnPage(diag.M("sửa ô “Số”, “Ngày” cho khớp, hoặc sửa kế hoạch rồi ghi lại PDF", "make “Number” and “Day” agree, or change the plan and write the PDF again")))
		}
		return
	}
	old := s.text(d.value)
	if old == "" && d.flags&readOnly != 0 {
		s.fail("SIGN-FILLED", where, diag.M("ô %q còn trống nhưng bị đặt chỉ đọc, không điền được", "the field %q is blank but read-only and cannot be filled in", name),
			diag.M("bỏ --number, --date; hoặc lập lại PDF bằng kehoach build", "leave --number and --date out, or make the PDF again with kehoach build").
				OnPage(diag.M("để trống ô “Số”, “Ngày”; hoặc ghi lại PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất", "leave “Number” and “Day” empty, or write the PDF again with “Write into the folder” under Finish")))
		return
	}
	if old != "" {
		if !same(old, text) {
			s.fail("SIGN-FILLED", where, diag.M("ô %q đã điền %q, không điền lại được", "the field %q holds %q already and cannot be filled in again", name, old),
				diag.M("bỏ --number, --date; nếu điền sai thì lập lại PDF và ký lại từ đầu", "leave --number and --date out; if it is wrong, make the PDF again and sign anew").
					OnPage(diag.M("để trống ô “Số”, “Ngày”; nếu điền sai thì ghi lại PDF và ký lại từ đầu", "leave “Number” and “Day” empty; if it is wrong, write the PDF again and sign anew")))
		}
		return
	}
	s.lockedField(name)
	s.set(d, text)
}

// same tells whether two numbers are alike but for zeros before them.
func same(a, b string) bool {
	plain := func(s string) string { return strings.TrimLeft(strings.TrimSpace(s), "0") }
	return plain(a) == plain(b)
}

// set puts a value into a blank, as its form says that it looks.
func (s *signing) set(d *field, text string) {
	w := d.place()
	k, ok := s.fieldLook(s.form, d)
	if !ok || w.rect.empty() {
		s.fail("SIGN-FONT", whereField(d.name), diag.M("không điền được ô %q: tệp không có phông chữ hoặc khung cho ô này", "the field %q cannot be filled in: the file has no font or no area for it", d.name),
			diag.M("lập lại PDF bằng kehoach build", "make the PDF again with kehoach build").
				OnPage(diag.M("ghi lại PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất", "write the PDF again with “Write into the folder” under Finish")))
		return
	}
	l, ok := k.words(w.rect, text, d.align)
	if !ok {
		s.fail("SIGN-FIT", whereField(d.name), diag.M("%q không vừa ô %q (rộng %.1f mm) hoặc phông chữ không có chữ đó", "%q does not fit the field %q (%.1f mm wide), or its font lacks a letter", text, d.name, w.rect.width()*25.4/72),
			diag.M("kiểm tra lại giá trị; nếu đúng thì ghi số, ngày vào kế hoạch rồi lập lại PDF", "check the value; if it is right, write it into the plan and make the PDF again"))
		return
	}
	s.fills = append(s.fills, filling{d, text, k, l})
}
