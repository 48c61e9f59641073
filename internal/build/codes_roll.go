package build

import "kehoach.example/internal/diag"

// rollCodes are told when the plan of a new year is made.
func rollCodes() []meaning {
	return []meaning{
		{
			"ROLL-NOYEAR", diag.M("không rõ năm của kế hoạch cũ", "the year of the old plan is not known"),
			diag.M("Trích yếu không nêu năm, nên không biết mốc nào là của chính kế hoạch. Ghi thoi_ky, ví dụ thoi_ky: năm 2026.",
				"The title names no year, so that nobody knows which times are the plan's own. Write thoi_ky, as thoi_ky: năm 2026."),
		},
		{
			"ROLL-YEAR", diag.M("năm của kế hoạch mới không hợp với kế hoạch cũ", "the new plan's year does not fit the old plan"),
			diag.M("Năm mới phải ở sau kế hoạch cũ; với kế hoạch nhiều năm là năm đầu của kỳ sau, với năm học là năm bắt đầu.",
				"It must lie behind the old plan; for a plan of several years it is the first year of the next time, for a school year the year in which it begins."),
		},
		{
			"ROLL-UNSURE", diag.M("năm của kế hoạch cũ chưa chắc", "the year of the old plan is not beyond doubt"),
			diag.M("Trích yếu nêu nhiều năm, hoặc năm đứng sau tên một luật. Ghi thoi_ky để nói rõ kế hoạch là của năm nào.",
				"The title names several years, or a year behind the name of a law. Write thoi_ky to tell for which year the plan is."),
		},
		{
			"ROLL-AHEAD", diag.M("kế hoạch mới không nối tiếp ngay kế hoạch cũ", "the new plan does not follow the old one directly"),
			diag.M("Mọi mốc được dời đúng bằng khoảng cách giữa hai kế hoạch. Nếu muốn kế hoạch của kỳ kế tiếp thì sửa --year.",
				"All times move by the distance of the two plans. Where the next plan is meant, mend --year."),
		},
		{
			"ROLL-LUNAR", diag.M("chưa có ngày nghỉ âm lịch của năm mới", "the lunar days off of the new year are not known"),
			diag.M("Tệp ky-niem.yaml trong du-lieu chỉ có tết Nguyên đán, Giỗ Tổ của một số năm. Mốc trùng các ngày ấy sẽ không được nhắc; có thể ghi thêm vào tệp.",
				"The file ky-niem.yaml in du-lieu has the lunar days off of some years only. Days that fall on others are not told; they can be added to the file."),
		},
		{
			"ROLL-CHOICE", diag.M("chữ gõ vào một dòng của ba danh sách không thay được", "a text that was typed for an entry of the lists cannot be put in"),
			diag.M("Mốc ấy không đứng liền một chỗ trong tệp. Nhận hoặc giữ, rồi sửa khi soạn.", "That time does not stand in one piece in the file. Accept or keep it, and mend it in the plan afterwards."),
		},
		{
			"ROLL-BROKEN", diag.M("kế hoạch mới không đọc lại được", "the new plan does not read back"),
			diag.M("Không có tệp nào được ghi. Gửi tệp nguồn cho người bảo trì chương trình.", "No file was written. Send the source to the maintainers."),
		},
	}
}
