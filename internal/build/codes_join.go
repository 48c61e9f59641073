package build

import "kehoach.example/internal/diag"

// joinCodes are told where a run over a list is printed, or its shares are
// joined.
func joinCodes() []meaning {
	return []meaning{
		{
			"BATCH-PRINT-MISSING", diag.M("một đơn vị không có trong bản in", "a unit that is not in the file to print"),
			diag.M("Bản in gộp các tệp PDF. Đơn vị chỉ có bản Word, vì giấy tiêu đề không dàn trang được, thì phải in riêng.",
				"The file to print joins PDF files. A unit that has the Word file alone, because its letterhead cannot be laid out, is printed by itself."),
		},
		{
			"BATCH-JOIN-NONE", diag.M("không có mục lục nào để gộp", "there is no index to join"),
			diag.M("kehoach batch --shard I/N ghi muc-luc.I-N.json vào thư mục sau -o; ghi các thư mục đó cho batch-index.",
				"kehoach batch --shard I/N writes muc-luc.I-N.json into the folder behind -o; these folders are what batch-index asks for."),
		},
		{
			"BATCH-JOIN-READ", diag.M("một mục lục không đọc được", "an index that cannot be read"),
			diag.M("Tệp bị cắt, bị sửa, quá lớn, hoặc do phiên bản khác ghi. Chạy lại phần đó thì tệp được ghi lại.",
				"The file was cut, edited, is too large, or another version wrote it. Running that share again writes it anew."),
		},
		{
			"BATCH-JOIN-OPEN", diag.M("một phần chưa chạy xong", "a share that has not ended"),
			diag.M("Nhật ký của phần đó còn trong thư mục: phần đó đang chạy, hoặc bị dừng. Chạy lại thì chỉ những văn bản còn thiếu được lập.",
				"Its diary is still in the folder: it is running, or was stopped. Run again, it makes only what is missing."),
		},
		{
			"BATCH-JOIN-OTHER", diag.M("các phần không cùng một lần lập", "shares that are not of one run"),
			diag.M("Mọi phần phải lập từ cùng kế hoạch, danh sách, thể thức, phông, giấy tiêu đề, tùy chọn và bản chương trình, và chia thành cùng số phần. Tệp mục lục cũ của lần chia khác thì xóa đi.",
				"All shares must be made of the same plan, list, forms, fonts, letterhead, options and version of the program, and be as many. Delete an old index of another division."),
		},
		{
			"BATCH-JOIN-SHARE", diag.M("thiếu một phần", "a share is missing"),
			diag.M("Chia N phần thì phải có đủ muc-luc.0-N.json đến muc-luc.(N-1)-N.json.", "Of N shares there must be muc-luc.0-N.json up to muc-luc.(N-1)-N.json."),
		},
		{
			"BATCH-JOIN-TWICE", diag.M("một phần, một dòng hoặc một tên tệp có hai lần", "a share, a row or the name of a file is there twice"),
			diag.M("Mỗi dòng của danh sách phải được lập đúng một lần, và mọi tệp phải để chung được trong một thư mục.",
				"Each row of the list must be made exactly once, and all files must have room in one folder."),
		},
		{
			"BATCH-JOIN-ROWS", diag.M("một phần có số dòng không đúng", "a share does not have its rows"),
			diag.M("Phần I trong N phần có các dòng mà thứ tự trong danh sách, đếm từ 0, chia cho N dư I.", "Share I of N has the rows whose place in the list, counted from 0, leaves I when divided by N."),
		},
		{
			"BATCH-JOIN-UNDONE", diag.M("một dòng chưa lập được", "a row that was not made"),
			diag.M("Dòng có lỗi, không ghi được, hoặc chưa được yêu cầu (--only). Sửa nguyên nhân rồi chạy lại phần đó.",
				"The row has errors, could not be written, or was not asked for (--only). Remove the cause and run that share again."),
		},
		{
			"BATCH-JOIN-FILE", diag.M("một tệp thiếu hoặc đã khác", "a file is missing or has changed"),
			diag.M("Mục lục ghi SHA-256 của từng tệp lúc lập. Tệp bị xóa, đổi tên hoặc sửa thì không khớp. Chạy lại phần đó thì tệp thiếu được lập lại; tệp đã sửa thì giữ bản sửa ở chỗ khác trước.",
				"The index has the SHA-256 of each file as it was made. One that was deleted, renamed or edited does not match. Running that share again makes what is missing; keep edits elsewhere first."),
		},
	}
}
