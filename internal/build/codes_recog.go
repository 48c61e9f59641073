package build

import "kehoach.example/internal/diag"

// recognitionCodes are told of what a Word file holds besides a plan.
func recognitionCodes() []meaning {
	return []meaning{
		{
			"TEXT-MARGIN", diag.M("chữ ở lề trang không có chỗ trong kế hoạch", "words in the margin have no place in a plan"),
			diag.M("Đầu trang, chân trang của tệp Word có chữ không phải số trang, địa chỉ hay phạm vi lưu hành. Nếu cần, chuyển vào dia_chi hoặc luu_hanh.",
				"The head or foot of the pages has words that are no page number, address or mark of circulation. Move them to dia_chi or luu_hanh if they are needed."),
		},
	}
}
