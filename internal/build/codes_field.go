package build

import "kehoach.example/internal/diag"

// fieldCodes are told where a field of a plan file is not changed.
func fieldCodes() []meaning {
	return []meaning{
		{
			"FIELD-BROKEN", diag.M("tệp kế hoạch có lỗi YAML, chưa điền được", "the plan file has an error of YAML, so no field is changed"),
			diag.M("Khi tệp có lỗi cú pháp, chương trình không chắc mỗi ô nằm ở đâu nên không sửa gì. Sửa dòng được chỉ ra ở dạng YAML rồi điền tiếp.",
				"In a file with an error of grammar it is not certain where a field stands, so nothing is changed. Mend the line that is told in the YAML view, then go on."),
		},
		{
			"FIELD-PATH", diag.M("kế hoạch không có ô này", "the plan has no such field"),
			diag.M("Ô đã bị xóa hoặc chuyển chỗ ở nơi khác, hoặc khóa này không điền chữ được. Tải lại trang.",
				"The field was deleted or moved elsewhere, or the key takes no text. Load the page again."),
		},
		{
			"FIELD-SHAPE", diag.M("chỗ này viết theo cách mà ô điền không sửa được", "this is written in a way that a field cannot change"),
			diag.M("YAML có nhiều cách viết; cách này chỉ sửa được ở dạng YAML. Tệp giữ nguyên.",
				"YAML can be written in many ways; this one is changed in the YAML view only. The file is left as it is."),
		},
		{
			"FIELD-VALUE", diag.M("chữ có ký tự mà tệp YAML không giữ được", "the text has signs that a YAML file cannot hold"),
			diag.M("Ký tự điều khiển thường lẫn vào khi chép từ PDF hay chương trình cũ. Dán lại dưới dạng chữ thường.",
				"Control characters come with copies from a PDF or an old program. Paste it as plain text."),
		},
	}
}
