package sign

import (
	"fmt"
	"strings"
	"time"

	"kehoach.example/internal/diag"
)

// fields: a place for a signature must be kept; what is signed already must
// hold.
func (in *inspector) fields() {
	all := inOrder(in.form.signatures())
	for _, s := range in.signatures {
		where := whereField(s.field.name)
		if len(s.problems) > 0 {
			in.tell("PDF-SIGNATURE", diag.Error, where, follow(diag.M("chữ ký ở ô %q không đúng", "the signature in %q does not hold", s.field.name), s.problems[0].what),
				diag.M("lấy lại bản chưa ký rồi ký lại từ đầu", "take the file as it was before it was signed and sign anew"))
			continue
		}
		in.tell("PDF-SIGNED", diag.Info, where, diag.M("ô %q đã ký", "the field %q is signed", s.field.name),
			diag.M("ai ký, khi nào: kehoach verify", "who signed and when: kehoach verify").
				OnPage(diag.M("ai ký, khi nào: xem ở mục “Kiểm tra chữ ký”", "who signed and when: look under “Verify signatures”")))
	}
	if len(all) == 0 {
		in.tell("PDF-NO-FIELD", diag.Error, "", diag.M("tệp không có ô chữ ký nào", "the file has no field for a signature"),
			diag.M("lập PDF bằng kehoach build, hoặc đặt ô chữ ký bằng phần mềm ký", "make the PDF with kehoach build, or let the signing program place one").
				OnPage(diag.M("ghi PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất, hoặc đặt ô chữ ký bằng phần mềm ký", "write the PDF with “Write into the folder” under Finish, or let the signing program place one")))
		return
	}
	var open []string
	for _, d := range all {
		kind, _ := kindOf(d.name)
		if in.Get(d.value) != nil || kind == kindAttached { // that one is for a file that goes with another
			continue
		}
		w := d.place()
		if (kind == kindPerson || kind == kindSeal) && (w.page == 0 || !w.seen(in.file)) {
			in.tell("PDF-BLANK", diag.Error, whereField(d.name), diag.M("ô chữ ký %q không còn chỗ trên trang", "the signature field %q has no place on any page", d.name), hintBuild)
			continue
		}
		if open = append(open, diag.Word(d.name)); w.page > 0 {
			open[len(open)-1] += fmt.Sprintf(" (tr. %d)", w.page)
		}
	}
	if len(open) > 0 {
		in.tell("PDF-FIELDS", diag.Info, "", diag.M("ô chữ ký còn trống: %s", "empty signature fields: %s", strings.Join(open, ", ")), diag.Msg{})
	}
}

// printedAs are the keys of the metadata that tell what of the blanks is printed.
var printedAs = map[string]string{nameSo: "So", nameNgay: "NgayNgay", nameThang: "NgayThang", nameNam: "NgayNam"}

// blanksKept: what our file left blank must still be there as a field, empty or
// filled in as the law wants it.
func (in *inspector) blanksKept() {
	var open []string
	values := map[string]string{}
	for _, name := range blanks {
		printed, ours := in.meta[printedAs[name]]
		d := in.form.field(name)
		if !ours {
			continue
		}
		if d == nil || d.kind != "Tx" {
			if values[name] = printed; printed == "" {
				in.tell("PDF-BLANK", diag.Error, whereField(name), diag.M("chỗ trống %q không còn là ô để điền", "the blank %q is no field that can be filled in any more", name), hintBuild)
			}
			continue
		}
		if w := d.place(); w.page == 0 || !w.seen(in.file) {
			in.tell("PDF-BLANK", diag.Error, whereField(name), diag.M("ô %q không còn chỗ trên trang", "the field %q has no place on any page", name), hintBuild)
			continue
		}
		value := in.text(d.value)
		if values[name] = value; value == "" {
			open = append(open, name)
		} else if !legal(name, value) {
			in.tell("PDF-BLANK", diag.Error, whereField(name), diag.M("ô %q điền %q, không đúng cách ghi", "the field %q holds %q, which is not how it is written", name, value),
				diag.M("số và ngày dưới 10, tháng 1 và 2 có số 0 ở trước; năm đủ bốn chữ số", "numbers and days below 10 and months 1 and 2 have a zero before them; the year has four digits"))
		}
	}
	in.calendar(values)
	if len(open) > 0 {
		in.tell("PDF-OPEN", diag.Info, "", follow(diag.M("còn để trống", "still blank"), BlankWords(open)),
			diag.M("văn thư điền khi ký: kehoach sign --number SỐ --date NGÀY", "they are filled in when the file is signed: kehoach sign --number NUMBER --date DATE").
				OnPage(diag.M("văn thư điền khi ký: ô “Số”, “Ngày” ở mục Ký số", "they are filled in when the file is signed: “Number” and “Day” under Sign")))
	}
}

// BlankWords names blanks (so, ngay, thang, nam) as clerks call them; what is none
// keeps its name.
func BlankWords(names []string) diag.Msg {
	words := map[string]diag.Msg{
		nameSo: diag.M("số", "number"), nameNgay: diag.M("ngày", "day"), nameThang: diag.M("tháng", "month"), nameNam: diag.M("năm", "year"),
	}
	var vi, en []string
	for _, n := range names {
		w, known := words[n]
		if !known {
			w = diag.Msg{Vi: diag.Word(n), En: diag.Word(n)}
		}
		vi, en = append(vi, w.Vi), append(en, w.En)
	}
	return diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

// legal tells whether a number or a part of a date is written as the decree
// wants it (NĐ 30/2020, Phụ lục I, Mục II, khoản 3 và 4).
func legal(name, value string) bool {
	if name == nameSo {
		plain, ok := plainNumber(value)
		return ok && plain == value
	}
	form := map[string]string{nameNgay: "02", nameThang: "1", nameNam: "2006"}[name]
	if name == nameThang && strings.HasPrefix(value, "0") {
		form = "01"
	}
	t, err := time.Parse(form, value)
	return err == nil && (name != nameThang || int(t.Month()) > 2 == (form == "1"))
}

// calendar: a whole date must be a day that exists.
func (in *inspector) calendar(values map[string]string) {
	day, month, year := values[nameNgay], values[nameThang], values[nameNam]
	if day == "" || month == "" || year == "" {
		return
	}
	if _, err := time.Parse("2006-1-2", year+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(day, "0")); err != nil {
		in.tell("PDF-BLANK", diag.Error, whereField(nameNgay), diag.M("không có ngày %s tháng %s năm %s", "there is no day %s of month %s of %s", day, month, year),
			diag.M("sửa ngày rồi lập lại PDF", "mend the date and make the PDF again"))
	}
}
