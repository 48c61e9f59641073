package build

import "kehoach.example/internal/diag"

// wordBodyCodes are told of the text, tables and pictures of a Word file.
func wordBodyCodes() []meaning {
	return []meaning{
		{
			"DOCX-FRAME", diag.M("khung quanh đoạn chữ không đưa vào", "a frame round text was left out"),
			diag.M("Bảng chỉ có một ô là khung vẽ quanh chữ. Chữ được giữ thành các đoạn; muốn in khung thì viết thành bảng một ô.",
				"A table of one cell is a frame drawn round text. The text is kept as paragraphs; to print the frame write a table of one cell."),
		},
		{
			"DOCX-TABLE-LINES", diag.M("bảng không kẻ ô", "a table without lines"),
			diag.M("Tệp Word dùng bảng không kẻ ô để chia cột trong thân văn bản. Bản in kẻ ô cho mọi bảng; nếu không phải bảng số liệu thì viết lại thành các đoạn.",
				"The Word file uses a table without lines to set columns in the text. The paper draws the lines of every table; write it as paragraphs if it is no table of data."),
		},
		{
			"DOCX-NESTED", diag.M("bảng nằm trong ô của bảng khác", "a table inside a cell of another"),
			diag.M("Kế hoạch không có bảng lồng nhau. Chữ của bảng con được giữ theo thứ tự đọc, mỗi đoạn một dòng trong ô.",
				"A plan has no tables inside tables. The text of the inner one is kept in reading order, a line of the cell for each paragraph."),
		},
		{
			"DOCX-PICTURE", diag.M("hình chưa đưa vào kế hoạch", "a picture was not taken over"),
			diag.M("Kế hoạch ghi tên tệp hình đặt bên cạnh, nên hình trong tệp Word phải được lưu ra trước. Chỗ của hình có một dòng ghi chú.",
				"A plan names the file of a picture beside it, so the picture of a Word file must be saved first. A note stands at its place."),
		},
		{
			"DOCX-TURNED", diag.M("trang ngang trong thân kế hoạch", "a landscape page in the body of the plan"),
			diag.M("Thân kế hoạch in trên trang dọc; chỉ phụ lục có trang ngang (kho: ngang).",
				"The body of a plan is printed on portrait pages; only a phụ lục has landscape ones (kho: ngang)."),
		},
		{
			"DOCX-NOTE", diag.M("chú thích ở chỗ không gọi được chú thích cuối trang", "a footnote where none can be called"),
			diag.M("Trong bảng, phần đầu và phần cuối không gọi được chú thích cuối trang: dấu thành (*), lời chú thích thành một đoạn dưới bảng hoặc cuối kế hoạch.",
				"No footnote can be called in a table, the head or the foot: its mark becomes (*) and its text a paragraph below the table or at the end of the plan."),
		},
	}
}
