package sign

import (
	"strconv"
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// cautions tells what the signer must know, and what is signed only if it is asked
// for by name.
func (s *signing) cautions() {
	if !s.ours && !s.Foreign {
		s.fail("SIGN-FOREIGN", "", diag.M("tệp không do kehoach lập: không biết tệp có đúng bản đã duyệt hay đã bị sửa, và ô nào là của ai", "kehoach did not make this file: whether it is what was approved or was changed is not known, nor whose field is which"),
			diag.M("lập PDF bằng kehoach build rồi ký bản đó; nếu vẫn ký tệp này thì nêu ô bằng --field", "make the PDF with kehoach build and sign that; to sign this one all the same, name the field with --field").
				OnPage(diag.M("ghi PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất rồi ký bản đó; nếu vẫn ký tệp này thì chọn ô ở “Chỗ ký”", "write the PDF with “Write into the folder” under Finish and sign that; to sign this one all the same, choose the field under “Place”")))
	} else if !s.ours {
		s.tell("SIGN-FOREIGN", diag.Warning, "", diag.M("tệp không do kehoach lập: không biết tệp có đúng bản đã duyệt hay đã bị sửa; chữ ký sẽ xác nhận mọi thứ đang có trong tệp", "kehoach did not make this file: whether it is what was approved or was changed is not known; the signature confirms all that it holds"),
			diag.M("so từng trang bằng mắt với bản đã duyệt; chắc hơn là lập PDF bằng kehoach build rồi ký bản đó", "compare each page by eye with what was approved; it is safer to make the PDF with kehoach build and sign that").
				OnPage(diag.M("so từng trang bằng mắt với bản đã duyệt; chắc hơn là ghi PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất rồi ký bản đó", "compare each page by eye with what was approved; it is safer to write the PDF with “Write into the folder” under Finish and sign that")))
	}
	s.draft()
	s.lock()
}

// draft: our own files say whether a mark DỰ THẢO stands on them; in others the
// words of the pages are looked at.
func (s *signing) draft() {
	tell := func(page int) {
		s.tell("SIGN-DRAFT", diag.Warning, whereIs(page), diag.M("văn bản còn mang dấu DỰ THẢO: chữ ký số sẽ nằm trên một bản dự thảo", "a mark DỰ THẢO says that this is a draft: the signature will stand on a draft"),
			diag.M("bỏ dấu dự thảo trong kế hoạch, lập lại PDF rồi ký bản đó", "take the mark out of the plan, make the PDF again and sign that"))
	}
	if s.meta.draft() {
		tell(0)
		return
	}
	words := newWordReader(&inspector{past: s.past, name: s.name, meta: s.meta, left: mostLooked, seen: map[visit]bool{}})
	if words == nil {
		return
	}
	n := 0
	err := s.EachPage(func(_ cos.Ref, page cos.Dict) bool {
		n++
		words.on(page, n)
		return words.marked == 0 && words.left > 0
	})
	if err == nil && words.marked > 0 {
		tell(words.marked)
	}
}

// mostLocked bounds how many fields a warning names.
const mostLocked = 8

// lock: a form may want fields locked once one of them is signed (ISO 32000-1,
// 12.7.4.5, /Lock). Our signatures lock nothing.
func (s *signing) lock() {
	if s.target == nil {
		return
	}
	d := s.dict(s.target.dict["Lock"])
	if d == nil {
		return
	}
	var fields []string
	for _, v := range s.array(d["Fields"]) {
		if len(fields) == mostLocked {
			fields = append(fields, "…")
			break
		}
		fields = append(fields, strconv.Quote(diag.Word(s.text(v))))
	}
	named := strings.Join(fields, ", ")
	what := diag.M("mọi ô", "all fields")
	switch s.file.name(d["Action"]) {
	case "Include":
		what = diag.M("ô %s", "the fields %s", named)
	case "Exclude":
		what = diag.M("mọi ô trừ %s", "all fields but %s", named)
	}
	s.tell("SIGN-NO-LOCK", diag.Warning, whereField(s.target.name),
		diag.Msg{
			Vi: "tệp đòi khóa " + what.Vi + " khi ký ô này (/Lock), nhưng chữ ký của chương trình không khóa ô nào",
			En: "the file wants " + what.En + " locked when this field is signed (/Lock), but our signatures lock nothing",
		},
		diag.M("nếu cần khóa thì ký ô này bằng chương trình đã lập ra tệp", "where they must be locked, sign this field with the program that made the file"))
}
