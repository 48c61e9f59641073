package build

import "kehoach.example/internal/diag"

// underCodes are told where a plan is compared with its superior's.
func underCodes() []meaning {
	return []meaning{
		{
			"UNDER-UNANSWERED", diag.M("việc cấp trên giao chưa có mục trả lời", "a task of the superior that no item answers"),
			diag.M("Cấp trên giao việc cho đơn vị cấp dưới thì kế hoạch của đơn vị phải có mục làm việc đó. Đối chiếu theo chữ: mục nào nói lại phần lớn chữ của việc được giao thì coi là trả lời; chỉ giống một phần thì báo là chưa xét. Dòng còn “…” là chưa trả lời.",
				"What the superior asks of lower units needs an item in the unit's plan. They are compared by words: an item that says most of the task's words answers it; what is alike in part is not judged. A line that still has “…” answers nothing."),
		},
		{
			"UNDER-LATE", diag.M("trả lời muộn hơn thời hạn của cấp trên", "answered later than the superior's deadline"),
			diag.M("Thời hạn của đơn vị phải trước hoặc đúng thời hạn cấp trên giao, để còn tổng hợp. Mục không ghi thời hạn thì báo là chưa xét.",
				"The unit's deadline lies on or before the superior's, which must still sum up. An item without a deadline is not judged."),
		},
		{
			"UNDER-CITE", diag.M("căn cứ không nêu đúng kế hoạch của cấp trên", "the superior's plan is not cited rightly"),
			diag.M("Kế hoạch triển khai phải nêu kế hoạch của cấp trên trong căn cứ, đúng số, ký hiệu và ngày (NĐ 30/2020, Phụ lục I, II.6.b).",
				"A plan that carries out another names it among its grounds, with the right number, symbol and day (Decree 30/2020, Appendix I, II.6.b)."),
		},
		{
			"UNDER-PERIOD", diag.M("thời kỳ không trùng với kế hoạch của cấp trên", "the period does not meet the superior's"),
			diag.M("Hai kế hoạch nói về hai thời gian khác nhau: thường là năm cũ quên sửa, hoặc chọn nhầm kế hoạch của cấp trên.",
				"The two plans speak of different times: often a year of last year's plan, or the wrong plan behind --under."),
		},
		{
			"UNDER-SAME", diag.M("hai kế hoạch cùng một cơ quan ban hành", "both plans have one issuer"),
			diag.M("Sau --under là kế hoạch của cấp trên. Có thể hai tệp đã bị đổi chỗ.", "Behind --under goes the superior's plan. The files were perhaps changed about."),
		},
	}
}
