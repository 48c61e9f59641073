package build

import "kehoach.example/internal/diag"

// batchCodes are told of a run over a list.
func batchCodes() []meaning {
	return []meaning{
		{
			"BATCH-NAME-TWICE", diag.M("hai dòng cho ra tệp cùng tên", "two rows give files of one name"),
			diag.M("Không dòng nào trong số đó được lập, vì không biết dòng nào đúng. Tên được so không phân biệt chữ hoa, chữ thường và cách gõ dấu, như Windows và macOS so tên tệp.",
				"None of them is made, for nobody knows which is meant. Names are compared without regard to capitals and composed letters, as Windows and macOS do."),
		},
		{
			"BATCH-NAME-TAKEN", diag.M("tệp ra trùng tên với tệp khác của lần chạy", "a file has the name of another one of the run"),
			diag.M("Tệp đầu vào không bao giờ bị ghi đè; mục lục, bản in và tệp nén nằm cùng thư mục với các văn bản.",
				"An input is never written over; the index, the file to print and the archive lie in one folder with the papers."),
		},
		{
			"BATCH-EMPTY", diag.M("không có dòng nào để lập", "there is no row to make"),
			diag.M("Danh sách không có đơn vị nào, hoặc phần được chia (--shard) không có dòng nào được yêu cầu (--only).",
				"The list has no unit, or the share (--shard) has no row that was asked for (--only)."),
		},
		{
			"BATCH-MORE", diag.M("còn nhiều chỗ như vậy", "there are more like it"),
			diag.M("Mỗi loại chỉ kể 20 chỗ đầu; mục lục và --json có đủ.",
				"Of each kind the first 20 are told; the index and --json have them all."),
		},
		{
			"BATCH-FAILED", diag.M("một kế hoạch không ghi được", "a plan could not be written"),
			diag.M("Tệp đang mở, ổ đĩa đầy, tệp đã có người sửa … chỉ làm hỏng dòng đó. Sửa nguyên nhân rồi chạy lại đúng lệnh cũ: chỉ những dòng còn thiếu được lập.",
				"An open file, a full disk, a file that somebody edited … stop that row alone. Remove the cause and run the same command again: only what is missing is made."),
		},
		{
			"BATCH-PRINT-NONE", diag.M("không ghi được bản in", "the file to print could not be written"),
			diag.M("Bản in (--merge) gộp các tệp PDF đã lập, nên cần ít nhất một tệp và không tệp nào bị sửa từ lúc lập.",
				"The file to print (--merge) joins the PDFs that were made: it needs at least one, and none that was edited since."),
		},
		{
			"BATCH-LEFT-OVER", diag.M("tệp cũ của lần chạy trước", "an old file of a former run"),
			diag.M("Dòng của tệp này đã bị bỏ khỏi danh sách, nay là dòng hỏng, hoặc văn bản đã đổi tên. Chương trình không tự xóa tệp.",
				"Its row is no longer in the list or is bad now, or the paper has another name. The program deletes no file."),
		},
	}
}
