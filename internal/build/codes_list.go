package build

import (
	"slices"

	"kehoach.example/internal/diag"
)

// listCodes are told of lists of units and their cells.
func listCodes() []meaning { return slices.Concat(listFileCodes(), listCellCodes(), listDayCodes()) }

// listFileCodes are told of a list as a whole.
func listFileCodes() []meaning {
	return []meaning{
		{
			"LIST-FORMAT", diag.M("danh sách không phải tệp Excel (.xlsx) hay CSV", "the list is no Excel file (.xlsx) and no CSV"),
			diag.M("Chương trình xem nội dung, không xem đuôi tệp. Tệp .xls đời cũ, .xlsb, .ods, trang web mang đuôi .xls, Word và PDF: mở bằng chương trình của nó, lưu hoặc chép thành .xlsx.",
				"What a file holds counts, not its name. Old .xls, .xlsb, .ods, web pages called .xls, Word and PDF: open it in its own program and save or copy it as .xlsx."),
		},
		{
			"LIST-ENCRYPTED", diag.M("danh sách có mật khẩu", "the list has a password"),
			diag.M("Chương trình không hỏi và không đoán mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại.", "No password is asked for or guessed. Open it in Excel, take the password off and save it."),
		},
		{
			"LIST-BROKEN", diag.M("tệp danh sách không đầy đủ hoặc đã hỏng", "the list is cut short or broken"),
			diag.M("Tệp bị cắt khi chép hoặc tải, hoặc hỏng trên đĩa. Xin lại tệp gốc; Excel tự sửa được nhiều lỗi: mở rồi lưu thành .xlsx.", "It was cut short when copied or loaded, or the disk spoiled it. Ask for it again; Excel mends much: open it and save it as .xlsx."),
		},
		{
			"LIST-TOO-LARGE", diag.M("danh sách vượt giới hạn", "the list is over a limit"),
			diag.M("Cỡ tệp, cỡ sau giải nén, số trang, dòng, cột, ô và số chữ trong ô đều có giới hạn, để tệp hỏng hoặc cố ý phá không chiếm hết bộ nhớ. 20.000 dòng × 50 cột vẫn đọc được.",
				"Size, unpacked size, sheets, rows, columns, cells and letters of a cell are bounded, so that no broken or hostile file takes all memory. 20,000 rows of 50 columns are read."),
		},
		{
			"LIST-EMPTY-FILE", diag.M("danh sách không có đơn vị nào", "the list has no unit"),
			diag.M("Tệp trống, hoặc chỉ có dòng tên cột. Ghi mỗi đơn vị một dòng ở dưới dòng tên cột.", "The file is empty or has only its headers. Write a row for each unit below them."),
		},
		{
			"LIST-SHEET", diag.M("trang tính nào được đọc", "which sheets are read"),
			diag.M("Danh sách là trang đầu tiên không ẩn và có dữ liệu; trang biểu đồ không có ô nên không đọc. Điều đó được nói ra để không ai lấy nhầm trang.", "The list is the first sheet that is visible and holds something; sheets of charts have no cells. It is told so that nobody takes the wrong one."),
		},
		{
			"LIST-HEAD", diag.M("dòng nào là tên cột", "which row has the headers"),
			diag.M("Trong 30 dòng đầu, dòng có nhiều tên cột mà kế hoạch dùng nhất là dòng tên cột; dòng tiêu đề ở trên và dòng đánh số cột ở dưới không phải đơn vị.",
				"Of the first 30 rows the one with most of the columns that the plan uses has the headers; titles above and a row of column numbers below are no units."),
		},
		{
			"LIST-COLUMN", diag.M("cột có chữ nhưng không có tên", "a column is filled but has no header"),
			diag.M("Kế hoạch gọi cột bằng tên, nên cột không tên không dùng được. Đặt tên ở dòng tên cột, hoặc xóa các ô thừa.", "A plan calls columns by their names, so one without cannot be used. Name it in the row of headers, or clear its cells."),
		},
		{
			"LIST-COLUMN-TWICE", diag.M("hai cột cùng tên", "two columns of one name"),
			diag.M("Không biết kế hoạch cần cột nào. Tên cột không phân biệt chữ hoa, dấu và dấu cách. Đổi tên một cột.", "Nobody can tell which one the plan means. Case, diacritics and blanks do not count. Rename one."),
		},
		{
			"LIST-SEPARATOR", diag.M("dấu tách cột của CSV", "what parts the columns of the CSV"),
			diag.M("Dấu phẩy, chấm phẩy hoặc TAB được chọn một lần theo dòng tên cột, cho cả tệp.", "A comma, semicolon or TAB is chosen once by the row of headers, for the whole file."),
		},
		{
			"LIST-ENCODING", diag.M("CSV không theo mã UTF-8", "the CSV is not in UTF-8"),
			diag.M("Tệp được đọc theo mã Windows-1258. Chữ sai thì lưu lại từ Excel dạng CSV UTF-8 hoặc .xlsx.", "It was read as Windows-1258. Where letters are wrong, save it again from Excel as CSV UTF-8 or .xlsx."),
		},
		{
			"LIST-QUOTE", diag.M("dấu ngoặc kép trong CSV không đóng", "a quotation mark of the CSV is never closed"),
			diag.M("Ô mở bằng dấu \" phải đóng bằng dấu \"; dấu \" thật trong ô viết hai lần. Không đoán chỗ đóng, vì cả phần sau của tệp sẽ lệch.", "A cell that opens with \" closes with \"; a true one inside is written twice. Its end is not guessed, because all that follows would shift."),
		},
		{
			"LIST-FILTER", diag.M("danh sách đang lọc", "the list is filtered"),
			diag.M("Các dòng bị lọc mất vẫn được tính: không bỏ dòng nào mà không nói. Chỉ làm vài dòng thì dùng --only.", "Rows that a filter hides count: none is skipped silently. For a few rows use --only."),
		},
		{
			"LIST-HIDDEN", diag.M("dòng, cột hoặc trang đang ẩn", "a row, column or sheet is hidden"),
			diag.M("Thứ đang ẩn vẫn được dùng như thường. Bỏ ẩn để xem lại; không cần thì xóa hẳn.", "What is hidden is used all the same. Unhide it to look at it; where it is not needed, delete it."),
		},
	}
}

// listCellCodes are told of cells.
func listCellCodes() []meaning {
	return []meaning{
		{
			"LIST-EMPTY", diag.M("ô bắt buộc bị trống", "a required cell is empty"),
			diag.M("Cột mà chữ của kế hoạch cần thì mọi dòng phải có, nếu không văn bản sẽ thiếu chữ.", "A column that the words of the plan need has to be filled in each row, or words would be missing on paper."),
		},
		{
			"LIST-MERGED", diag.M("ô nằm trong vùng ô trộn", "the cell lies in a merged area"),
			diag.M("Trong vùng trộn chỉ ô đầu có giá trị. Bỏ trộn (Merge & Center lần nữa) rồi điền từng ô; chương trình không chép giá trị sang ô khác.", "Only the first cell of a merged area has a value. Unmerge it (Merge & Center again) and fill in each cell; no value is copied."),
		},
		{
			"LIST-FORMULA", diag.M("công thức chưa có kết quả trong tệp", "a formula without its result"),
			diag.M("Excel lưu kết quả cùng công thức; tệp do phần mềm khác xuất ra có thể thiếu. Mở bằng Excel rồi lưu, hoặc dán giá trị. Công thức có kết quả thì dùng bình thường.", "Excel keeps results with its formulas; other software may not. Open and save it in Excel, or paste values. A formula with its result is fine."),
		},
		{
			"LIST-ERROR", diag.M("ô báo lỗi của Excel (#N/A, #REF! …)", "the cell shows an error of Excel (#N/A, #REF! …)"),
			diag.M("Sửa công thức hoặc gõ giá trị vào ô.", "Mend the formula or type the value."),
		},
		{
			"LIST-BLANKS", diag.M("dấu cách thừa đã bỏ", "blanks too many were taken out"),
			diag.M("Dấu cách ở đầu, ở cuối, cách đôi và dấu cách cứng không thuộc giá trị của ô.", "Blanks at the ends, doubled ones and no-break ones are no part of a value."),
		},
		{
			"LIST-NFD", diag.M("chữ tách rời dấu đã ghép lại", "letters apart from their marks were composed"),
			diag.M("Máy Mac và một số bộ gõ lưu chữ và dấu rời nhau; giấy tờ cần chữ dựng sẵn.", "Macs and some keyboards keep letters and marks apart; papers need them composed."),
		},
		{
			"LIST-CONTROL", diag.M("ký tự không nhìn thấy đã bỏ", "invisible characters were taken out"),
			diag.M("Thường do chép từ web hoặc PDF. Xem lại ô vì có thể mất cả chữ thật ở đó.", "Mostly copied from the web or a PDF. Look at the cell, true letters may be missing too."),
		},
		{
			"LIST-LETTERS", diag.M("dấu ? giữa chữ: có thể đã mất chữ tiếng Việt", "? inside of words: Vietnamese letters may be lost"),
			diag.M("Excel lưu \"CSV\" thường (không phải CSV UTF-8) thay chữ có dấu bằng dấu ?. Lưu lại từ tệp gốc dạng CSV UTF-8 hoặc .xlsx.", "The plain \"CSV\" of Excel, unlike CSV UTF-8, puts ? for letters with marks. Save it again from the Excel file as CSV UTF-8 or .xlsx."),
		},
		{
			"LIST-DIGITS", diag.M("số dài có thể đã mất chữ số", "a long number may have lost digits"),
			diag.M("Excel giữ 15 chữ số. Mã số, tài khoản, định danh phải để cột dạng Văn bản (Text).", "Excel keeps 15 digits. Codes and accounts belong into a column of Text."),
		},
		{
			"LIST-ZEROS", diag.M("có thể đã mất số 0 ở đầu", "leading zeros may be lost"),
			diag.M("Ô này là số và ngắn hơn các mã cùng cột. Định dạng cột là Văn bản (Text) rồi gõ lại đủ số 0.", "The cell is a number and shorter than the codes of its column. Format the column as Text and type the zeros."),
		},
		{
			"LIST-TWICE", diag.M("tên đơn vị trùng", "a unit's name stands twice"),
			diag.M("Hai đơn vị khác nhau thì ghi thêm huyện, tỉnh cho khỏi lẫn; một đơn vị thì xóa một dòng.", "Where they are two units, add the district or province; where they are one, delete a row."),
		},
		{
			"LIST-ROW-TWICE", diag.M("cả dòng trùng", "a whole row stands twice"),
			diag.M("Đơn vị sẽ có hai văn bản giống nhau. Xóa một dòng.", "The unit would get the same paper twice. Delete a row."),
		},
	}
}

// listDayCodes are told of cells that have to be days.
func listDayCodes() []meaning {
	return []meaning{
		{
			"LIST-DATE", diag.M("không phải ngày có thật", "no day that exists"),
			diag.M("Ghi theo ngày/tháng/năm, ví dụ 06/01/2027; chưa rõ ngày thì 01/2027 hoặc 2027.", "Write day/month/year, such as 06/01/2027; where the day is not known, 01/2027 or 2027."),
		},
		{
			"LIST-DATE-ORDER", diag.M("ngày hay tháng đứng trước", "whether the day or the month stands first"),
			diag.M("Được định một lần cho cả cột: ngày/tháng như Việt Nam, trừ khi có ô chỉ có thể là tháng/ngày (01/25/2027) và không ô nào chỉ có thể là ngày/tháng. Luôn được nói ra.",
				"It is decided once for a column: day/month as in Vietnam, unless a cell can only be month/day (01/25/2027) and none only day/month. It is always told."),
		},
		{
			"LIST-DATE-AMBIGUOUS", diag.M("ngày đọc được hai cách trong cột lẫn hai cách ghi", "a day that can be read in two ways, in a column that has both"),
			diag.M("Không đoán. Ghi lại cả cột theo ngày/tháng/năm.", "Nothing is guessed. Write the whole column as day/month/year."),
		},
		{
			"LIST-DATE-TEXT", diag.M("ngày ghi dạng chữ", "a day written as text"),
			diag.M("Excel không nhận ô là ngày nên không kiểm tra được; chương trình đọc được và kiểm tra thay.", "Excel does not take the cell for a day and cannot check it; it is read and checked here."),
		},
		{
			"LIST-DATE-YEAR", diag.M("năm của ngày không hiện đủ", "the year of a day is not shown in full"),
			diag.M("Ô chỉ hiện ngày và tháng, hoặc năm hai chữ số. Ghi đủ ngày/tháng/năm để người đọc danh sách thấy cùng một năm.", "The cell shows day and month alone, or two digits of the year. Write it in full, so that all see the same year."),
		},
		{
			"LIST-DATE-TIME", diag.M("ô ngày có cả giờ", "a day with a time"),
			diag.M("Cột này cần ngày; giờ không được dùng. Cần giờ thì để ở cột riêng.", "The column needs days; the time is not used. A time belongs into a column of its own."),
		},
		{
			"LIST-DATE-SWAPPED", diag.M("Excel có thể đã đảo ngày và tháng", "Excel may have swapped day and month"),
			diag.M("Máy đặt vùng Mỹ đọc 03/04/2027 thành ngày 4 tháng 3, còn 25/01/2027 thì để nguyên là chữ. So với bản gốc rồi nhập lại với vùng Việt Nam.",
				"A machine set to America reads 03/04/2027 as 4 March and leaves 25/01/2027 as text. Hold it against the source and type it again in the region Vietnam."),
		},
		{
			"LIST-SERIAL", diag.M("số được đọc là ngày", "a number read as a day"),
			diag.M("Excel đếm ngày từ 1900; ô mất định dạng ngày thì chỉ còn số. Định dạng lại ô là Ngày (Date) để kiểm tra.", "Excel counts days from 1900; a cell without its format shows the count. Format it as Date to see it."),
		},
	}
}
