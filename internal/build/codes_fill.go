package build

import "kehoach.example/internal/diag"

// fillCodes are told where a plan is held against a list of units.
func fillCodes() []meaning {
	return []meaning{
		{
			"BATCH-ONLY", diag.M("chỉ dùng khi làm hàng loạt", "serves a batch only"),
			diag.M("khi: và trang_tinh: hỏi danh sách đơn vị, nên chỉ kehoach batch mới in được kế hoạch này.",
				"khi: and trang_tinh: ask a list of units, so only kehoach batch can print this plan."),
		},
		{
			"FILL-YAML", diag.M("làm hàng loạt cần tệp kế hoạch YAML", "a batch needs a plan file in YAML"),
			diag.M("Chỗ trống {…}, khi: và trang_tinh: chỉ có trong tệp kế hoạch YAML. Tệp Word hay chữ thường thì đưa về YAML trước bằng kehoach import.",
				"Holes {…}, khi: and trang_tinh: stand only in a plan file in YAML. Bring a Word file or text to YAML first with kehoach import."),
		},
		{
			"FILL-NONE", diag.M("kế hoạch không có gì để điền", "the plan has nothing to be filled in"),
			diag.M("Mọi đơn vị sẽ nhận cùng một bản. Viết tên cột trong ngoặc nhọn ở chỗ cần điền, hoặc đặt tên cột theo một khóa (so, nguoi_ky.ho_ten).",
				"All units would get the same paper. Write the name of a column in braces where it is to stand, or name a column like a key (so, nguoi_ky.ho_ten)."),
		},
		{
			"FILL-COLUMN", diag.M("danh sách không có cột mà kế hoạch hỏi", "the list lacks a column that the plan asks for"),
			diag.M("Tên trong {…} và trong khi: cot: là tên cột ở dòng đầu danh sách; dấu tiếng Việt, hoa thường, dấu cách không phân biệt: {ten_don_vi} là cột “Tên đơn vị”.",
				"A name in {…} and in khi: cot: is that of a column in the first row of the list; diacritics, case and blanks do not count: {ten_don_vi} is the column “Tên đơn vị”."),
		},
		{
			"FILL-PLACE", diag.M("chỗ trống ở nơi không điền được", "a hole where none can be filled"),
			diag.M("Chỗ trống chỉ đứng trong chữ in ra giấy. Tên thể thức, tệp mẫu, biểu trưng, hình, trang tính và điều kiện phải ghi cố định, để danh sách không bao giờ chọn được tệp.",
				"Holes stand only in text that is printed. Names of forms, letterheads, logos, pictures, sheets and conditions are written out, so that a list can never choose a file."),
		},
		{
			"FILL-PATH", diag.M("tên cột là một khóa nhưng không rõ mục nào", "a column is named like a key of an unclear item"),
			diag.M("Cột mang tên một khóa thì điền khóa đó. Khóa nằm trong danh sách nhiều mục thì tên cột phải có số thứ tự từ 1: nguoi_ky.2.ho_ten, muc.3.tieu_de.",
				"A column that is named like a key fills it. Where the key stands in a list of several items the name has its number from 1: nguoi_ky.2.ho_ten, muc.3.tieu_de."),
		},
		{
			"FILL-OVERRIDE", diag.M("một cột điền một khóa", "a column fills a key"),
			diag.M("Cột mang tên một khóa (so, dia_danh, nguoi_ky.ho_ten) thay giá trị của khóa ở những dòng có chữ; ô trống thì giữ giá trị trong kế hoạch.",
				"A column that is named like a key (so, dia_danh, nguoi_ky.ho_ten) takes the place of its value in rows where it is not blank; a blank cell keeps the plan's value."),
		},
		{
			"FILL-UNUSED", diag.M("có cột kế hoạch không dùng", "columns that the plan does not use"),
			diag.M("Chỉ để biết: các cột này không ảnh hưởng tới bản in.", "For information: these columns change nothing on paper."),
		},
		{
			"FILL-ROOM", diag.M("ô trống thành chỗ để trống trên giấy", "a blank cell is room on paper"),
			diag.M("Số, ngày và họ tên người ký được phép trống: bản in chừa chỗ để điền tay, như khi làm một bản.",
				"Number, day and name of the signer may be blank: the paper has room to write them, as with a single paper."),
		},
		{
			"FILL-VALUE", diag.M("không dòng nào có giá trị của điều kiện", "no row has the value of a condition"),
			diag.M("Giá trị dưới la: không xuất hiện ở cột đó, nên phần này có thể không được in ở đâu cả. Thường là gõ sai.",
				"A value below la: does not occur in the column, so the part may be printed nowhere. Mostly it is mistyped."),
		},
		{
			"FILL-EMPTY", diag.M("ô trống mà bản của dòng phải in", "a blank cell that the row's paper must print"),
			diag.M("Câu có chỗ trống mà không có chữ để điền sẽ đọc sai. Chỉ số, ngày và họ tên người ký được để trống.",
				"A sentence with a hole and no word for it reads wrongly. Only number, day and the signer's name may be blank."),
		},
		{
			"FILL-NO-PART", diag.M("điều kiện bỏ hết các phần", "the conditions leave out all parts"),
			diag.M("Bản của dòng này sẽ không có phần nào. Để ít nhất một phần không có khi:, hoặc sửa ô.", "The paper of the row would have no part. Leave one without khi:, or mend the cell."),
		},
		{
			"FILL-SHEET", diag.M("trang tính của phụ lục không dùng được", "the sheet of a phụ lục cannot be used"),
			diag.M("trang_tinh: gọi một trang khác của tệp Excel: một cột tên đơn vị và các cột của bảng. Tệp CSV chỉ có một trang.",
				"trang_tinh: names another sheet of the Excel file: a column of units and the columns of the table. A CSV file has one sheet only."),
		},
		{
			"FILL-SHEET-EMPTY", diag.M("trang tính không có dòng của đơn vị", "the sheet has no row of the unit"),
			diag.M("Phụ lục chỉ có bảng này thì bị bỏ ở bản của đơn vị; phụ lục còn chữ khác thì in không có bảng. Tên đơn vị ở hai trang phải giống nhau, hoa thường và dấu cách không phân biệt.",
				"A phụ lục that has nothing but this table is left out of the unit's paper; one with other text is printed without the table. Units must be named alike in both sheets; case and blanks do not count."),
		},
		{
			"FILL-SHEET-ROW", diag.M("dòng của trang tính không thuộc đơn vị nào", "rows of a sheet that are no unit's"),
			diag.M("Dòng không ghi tên đơn vị, hoặc tên đó không có trong trang các đơn vị, thì không vào bản nào. Ghi tên vào từng dòng, cả khi nhiều dòng liền nhau là của một đơn vị.",
				"A row that names no unit, or one that is not in the sheet of units, comes into no paper. Write the name into each row, also where several rows in turn are of one unit."),
		},
	}
}
