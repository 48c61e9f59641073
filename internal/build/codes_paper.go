package build

import "kehoach.example/internal/diag"

// paperCodes are told while a paper is made.
func paperCodes() []meaning {
	return []meaning{
		{
			"NOT-DRAWN", diag.M("nội dung này chưa in được", "this cannot be printed yet"),
			diag.M("Chương trình không bỏ sót chữ mà không nói. Bỏ nội dung đó, hoặc đặt # trước các dòng để giữ lại.", "The program leaves nothing out in silence. Leave it out, or put # before its lines to keep them."),
		},
		{
			"HOLE-OPEN", diag.M("còn chỗ trống {…} chưa điền", "a hole {…} is left open"),
			diag.M("Chỗ trống, khi: và trang_tinh: chỉ được điền khi làm hàng loạt theo danh sách; bản thảo in nguyên chữ {…}. Làm một bản thì thay bằng chữ, hoặc viết \\{…\\} để in dấu ngoặc.", "Holes, khi: and trang_tinh: are filled only in a batch with a list; a draft shows {…} as it stands. For a single paper write text in its place, or \\{…\\} to print the braces."),
		},
		{
			"DOT-PLACE", diag.M("{dot} đặt sai chỗ", "{dot} stands in the wrong place"),
			diag.M("Viết {dot} một lần, đứng riêng một dòng, trong phần có khóa dot.", "Write {dot} once, on a line of its own, in a part that has the key dot."),
		},
		{
			"TASK-PLACE", diag.M("{nhiem_vu} đặt sai chỗ", "{nhiem_vu} stands in the wrong place"),
			diag.M("Viết {nhiem_vu} một lần, đứng riêng một dòng, trong phần hoặc phụ lục có khóa nhiem_vu.", "Write {nhiem_vu} once, on a line of its own, in a part or phụ lục that has the key nhiem_vu."),
		},
		{
			"SCHEDULE-EMPTY", diag.M("{tien_do} không có gì để vẽ", "{tien_do} has nothing to draw"),
			diag.M("Ghi tu, den cho đợt hoặc thoi_han cho nhiệm vụ, không thì bỏ {tien_do}.", "Give đợt their tu and den or tasks their thoi_han, else leave out {tien_do}."),
		},
		{
			"APPENDIX-REF", diag.M("văn bản không nhắc tới phụ lục", "the text does not refer to a phụ lục"),
			diag.M("Phụ lục phải được nhắc tới trong văn bản, ví dụ (chi tiết tại Phụ lục I kèm theo).", "The text must refer to a phụ lục, such as (chi tiết tại Phụ lục I kèm theo)."),
		},
		{
			"APPENDIX-PAPER", diag.M("không có khổ giấy này", "there is no such paper"),
			diag.M("kho của phụ lục là dọc hoặc ngang.", "kho of a phụ lục is dọc (portrait) or ngang (landscape)."),
		},
		{
			"TABLE-RAGGED", diag.M("hàng của bảng thừa hoặc thiếu ô", "a row with too many or too few cells"),
			diag.M("Mọi hàng phải đủ ô như hàng đầu; ô trống viết | |, gộp ô viết ^ hoặc <.", "All rows have the cells of the first; an empty cell is | |, joined ones are ^ or <."),
		},
		{
			"TABLE-MERGE", diag.M("dấu gộp ô không có ô để gộp", "a mark that joins cells has none to join"),
			diag.M("^ gộp với ô ngay trên, < gộp với ô bên trái; để in các dấu này viết \\^, \\<.", "^ joins the cell above, < the one on the left; \\^ and \\< print the marks."),
		},
		{
			"TABLE-CROWDED", diag.M("bảng có quá nhiều cột", "the table has too many columns"),
			diag.M("Có chữ dài hơn cột và bị cắt. Bớt cột, hoặc đưa bảng vào phụ lục khổ ngang.", "A word is wider than its column and is cut. Use fewer columns, or a landscape phụ lục."),
		},
		{
			"PAPER-LONG", diag.M("văn bản quá dài", "the paper is too long"),
			diag.M("Dài hơn hẳn một nghìn trang. Tách phụ lục dài thành kế hoạch riêng.", "It is far beyond a thousand pages. Make plans of their own of long phụ lục."),
		},
		{
			"HEAD-TIGHT", diag.M("số, ký hiệu và ngày tháng quá dài", "number, symbol and day are too long"),
			diag.M("Hai phần không đứng vừa một dòng. Rút gọn địa danh hoặc ký hiệu.", "They do not fit on one line. Shorten the place or the symbol."),
		},
		{
			"KEM-THEO-UNPRINTED", diag.M("phần không in vì kế hoạch ban hành kèm văn bản khác", "what a plan issued with another document does not print"),
			diag.M("Các phần này nằm ở văn bản ban hành. Bỏ chúng, hoặc bỏ kem_theo.", "These parts stand in the document it is issued with. Leave them out, or leave out kem_theo."),
		},
		{
			"MARK-VALUE", diag.M("thể thức không có dấu chỉ mức độ này", "the form has no such mark"),
			diag.M("Độ khẩn, lưu hành phải dùng đúng chữ mà thể thức quy định.", "Urgency and circulation take the words of the form."),
		},
		{
			"NOTE-PLACE", diag.M("chú thích đặt ở chỗ không gọi được", "a footnote in a place that takes none"),
			diag.M("Chuyển dấu [^1] vào căn cứ, mở đầu, đề mục hoặc đoạn văn ngoài bảng.", "Move the mark [^1] to the grounds, the opening, a heading or a paragraph outside tables."),
		},
		{
			"NOTE-MISSING", diag.M("chú thích không có lời", "a footnote without a text"),
			diag.M("Thêm dòng \"1: lời chú thích\" dưới khóa chu_thich.", "Add a line \"1: text\" under the key chu_thich."),
		},
		{
			"NOTE-UNUSED", diag.M("chú thích không được gọi ở đâu", "a footnote that nobody calls"),
			diag.M("Viết [^1] sau chữ cần chú thích, nếu không chú thích sẽ không được in.", "Write [^1] behind the words that it belongs to, else it is not printed."),
		},
	}
}

// imageCodes are told of images.
func imageCodes() []meaning {
	return []meaning{
		{
			"IMAGE-NAME", diag.M("tên hình không phải tệp cạnh kế hoạch", "the name of the image is no file beside the plan"),
			diag.M("Đặt tệp ảnh cùng thư mục với kế hoạch và ghi đúng tên.", "Put the image beside the plan and write its name."),
		},
		{
			"IMAGE-MISSING", diag.M("không thấy tệp ảnh", "the image file is missing"),
			diag.M("Đặt tệp ảnh cùng thư mục với kế hoạch và ghi đúng tên.", "Put the image beside the plan and write its name."),
		},
		{
			"IMAGE-READ", diag.M("không đọc được tệp ảnh", "the image file cannot be read"),
			diag.M("Xem quyền đọc của tệp, đóng tệp nếu đang mở.", "Look at the rights of the file; close it if it is open."),
		},
		{
			"IMAGE-KIND", diag.M("không phải ảnh PNG hay JPEG đọc được", "neither a PNG nor a JPEG that can be read"),
			diag.M("Mở ảnh và lưu lại thành PNG hoặc JPEG thường.", "Open the image and save it as PNG or plain JPEG."),
		},
		{
			"IMAGE-BROKEN", diag.M("ảnh bị hỏng", "the image is damaged"),
			diag.M("Xin lại tệp gốc.", "Ask for the file again."),
		},
		{
			"IMAGE-SIZE", diag.M("ảnh quá lớn", "the image is too large"),
			diag.M("Thu nhỏ ảnh rồi lưu lại.", "Make it smaller and save it."),
		},
		{
			"IMAGE-COUNT", diag.M("quá nhiều hình, hoặc cộng lại quá lớn", "too many images, or too large together"),
			diag.M("Bớt hình hoặc thu nhỏ ảnh.", "Use fewer or smaller images."),
		},
		{
			"IMAGE-WIDTH", diag.M("bề rộng của hình không dùng được", "the width of the image cannot be used"),
			diag.M("Ghi bề rộng như 120mm, không rộng hơn dòng chữ.", "Write a width such as 120mm, no wider than a line."),
		},
		{
			"IMAGE-ALT", diag.M("hình chưa có lời mô tả", "the image has no words for those who cannot see it"),
			diag.M("Ghi một câu ngắn sau dấu |: {hinh: so-do.png | Sơ đồ tổ chức}.", "Write a short sentence behind a bar: {hinh: chart.png | Organisation}."),
		},
		{
			"IMAGE-PLACE", diag.M("{hinh: …} không đứng riêng một dòng", "{hinh: …} does not stand on a line of its own"),
			diag.M("Xuống dòng trước và sau {hinh: …}.", "Break the line before and after {hinh: …}."),
		},
		{
			"LOGO-FORM", diag.M("thể thức không có chỗ cho biểu trưng", "the form has no place for a logo"),
			diag.M("Bỏ khóa bieu_trung, hoặc khai header.logo trong thể thức riêng của cơ quan.", "Leave out bieu_trung, or name header.logo in a form of the office's own."),
		},
	}
}

// formCodes are told of house forms and of an office's own folder.
func formCodes() []meaning {
	return []meaning{
		{
			"FORM-UNKNOWN", diag.M("không có thể thức này", "there is no such form"),
			diag.M("Xem các thể thức: kehoach forms. Thể thức riêng của cơ quan cần --templates THƯ-MỤC.", "See the forms: kehoach forms. An office's own form needs --templates DIR."),
		},
		{
			"FORM-MISSING", diag.M("không thấy thể thức nào", "no house form was found"),
			diag.M("Cài lại chương trình.", "Install the program again."),
		},
		{
			"FORM-DEFAULT", diag.M("không có, hoặc có hơn một thể thức mặc định", "no default form, or more than one"),
			diag.M("Ghi default: true ở đúng một thể thức.", "Write default: true in exactly one form."),
		},
		{
			"FORM-INHERITS", diag.M("thể thức dựa trên thể thức không có, hoặc dựa vòng tròn", "a form lies over one that is missing, or over itself"),
			diag.M("Sửa dòng inherits theo tên trong kehoach forms.", "Mend the line inherits by the names in kehoach forms."),
		},
		{
			"FORM-INCOMPLETE", diag.M("thể thức ghi thiếu mục", "the form does not say everything"),
			diag.M("Thể thức không có inherits phải ghi đủ; thêm inherits để chỉ ghi những gì khác.", "A form without inherits must say everything; add inherits to write only what differs."),
		},
		{
			"FORM-VALUE", diag.M("giá trị trong thể thức không dùng được", "a value of the form cannot be used"),
			diag.M("Sửa theo gợi ý ở dòng đó.", "Mend it as the hint at its line says."),
		},
		{
			"FORM-ROLE", diag.M("thể thức nhắc tới vai, kiểu hoặc khung không có", "the form names a role, style or frame that is missing"),
			diag.M("Sửa tên, hoặc khai nó trong figures.", "Mend the name, or write it in figures."),
		},
		{
			"FORM-RANGE", diag.M("số đo ngoài khoảng mà quy định cho phép", "a figure outside the range of the law"),
			diag.M("Sửa số đo; nếu cơ quan buộc phải khác, thêm ngoai_quy_dinh: \"lý do\".", "Mend the figure; if the office must differ, add ngoai_quy_dinh: \"reason\"."),
		},
		{
			"FORM-ALLOW", diag.M("thể thức riêng không đổi được khoảng của quy định", "a form of one's own cannot change the range of the law"),
			diag.M("Bỏ allow và basis; cần ra ngoài khoảng thì thêm ngoai_quy_dinh: \"lý do\".", "Leave out allow and basis; to go outside add ngoai_quy_dinh: \"reason\"."),
		},
		{
			"FORM-OUTSIDE", diag.M("số đo ngoài quy định, có lý do", "a figure outside the law, with a reason"),
			diag.M("Thể thức riêng của cơ quan dùng số đo này và ghi lý do; mỗi lần lập văn bản đều nhắc lại.", "The office's own form uses it and says why; every build tells it again."),
		},
		{
			"FORM-REASON", diag.M("ngoai_quy_dinh không có lý do", "ngoai_quy_dinh without a reason"),
			diag.M("Ghi lý do bằng chữ.", "Write the reason in words."),
		},
		{
			"FORM-RULE", diag.M("kiem_tra của thể thức ghi sai quy tắc hoặc mức", "a form names a rule or a severity that is not there"),
			diag.M("Ghi mã quy tắc như kehoach rules liệt kê, mức là error, warning, info hoặc off.", "Write the code as kehoach rules lists it, and error, warning, info or off."),
		},
		{
			"FORM-GLYPH", diag.M("chữ của thể thức có ký tự không in được", "words of the form have a sign that cannot be printed"),
			diag.M("Thay bằng ký tự khác.", "Use another sign."),
		},
		{
			"STARTER-STRAY", diag.M("kế hoạch mẫu không thuộc thể thức nào", "a starter plan that belongs to no form"),
			diag.M("Đặt tên tệp trong khoi-dau theo tên thể thức.", "Name the file in khoi-dau after its form."),
		},
		{
			"STARTER-MISSING", diag.M("thể thức chưa có kế hoạch mẫu", "the form has no starter plan"),
			diag.M("Đặt tệp khoi-dau/TÊN-THỂ-THỨC.yaml vào thư mục mẫu.", "Put a file khoi-dau/FORM.yaml into the templates folder."),
		},
	}
}

// dataCodes are told of the files of du-lieu, ours or an office's own.
func dataCodes() []meaning {
	return []meaning{
		{
			"DATA-MISSING", diag.M("không đọc được tệp dữ liệu của chương trình", "a file of the program's data cannot be read"),
			diag.M("Nếu dùng --templates, xem lại tệp trong thư mục du-lieu; nếu không, cài lại chương trình.", "With --templates, look at the file in the folder du-lieu; otherwise install the program again."),
		},
		{
			"DATA-SOURCE", diag.M("tệp dữ liệu không ghi nguồn và ngày kiểm tra", "a file of data without its source and day of verification"),
			diag.M("Dữ liệu không rõ nguồn thì không dùng để soát được. Thêm hai dòng nguon và kiem_tra.", "Data of unknown source cannot judge anything. Add the lines nguon and kiem_tra."),
		},
		{
			"DATA-DATE", diag.M("ngày trong tệp dữ liệu không có trong lịch", "a day in a file of data that the calendar does not have"),
			diag.M("Sửa ngày ở dòng đó của tệp trong du-lieu.", "Mend the day at its line of the file in du-lieu."),
		},
		{
			"DATA-CSV", diag.M("dòng của danh sách đơn vị không đúng dạng", "a row of the list of units is malformed"),
			diag.M("Sửa dòng đó theo mẫu của tệp du-lieu/don-vi.csv đi kèm chương trình.", "Mend the row as in the file du-lieu/don-vi.csv of the program."),
		},
		{
			"DATA-DUP", diag.M("một mục đứng hai lần trong tệp dữ liệu", "an entry stands twice in a file of data"),
			diag.M("Xóa một trong hai mục.", "Delete one of them."),
		},
		{
			"DATA-ORDER", diag.M("văn bản hết hiệu lực trước khi ban hành", "a text that ends before it is issued"),
			diag.M("Sửa ngày ban hành hoặc ngày hết hiệu lực trong du-lieu/van-ban.yaml.", "Mend the day of issue or the day of its end in du-lieu/van-ban.yaml."),
		},
		{
			"DATA-YEAR", diag.M("ngày kỷ niệm thiếu năm gốc", "an anniversary without its base year"),
			diag.M("Ghi năm gốc bằng bốn chữ số ở khóa goc.", "Write the base year in four digits at the key goc."),
		},
		{
			"DATA-DOUBLE", diag.M("mục của lap_dung không phải chữ lặp", "an entry of lap_dung that is no doubled word"),
			diag.M("lap_dung chỉ nhận những chữ lặp đúng như luôn luôn, dần dần.", "lap_dung takes doubled words that are right, such as luôn luôn."),
		},
		{
			"DATA-SAME", diag.M("chữ sai và chữ đúng giống nhau", "wrong and right are the same"),
			diag.M("Sửa sai hoặc dung của mục đó.", "Mend sai or dung of the entry."),
		},
		{
			"DATA-TONE", diag.M("âm tiết không mang dấu của danh sách chứa nó", "a syllable has not the tone of its list"),
			diag.M("Chuyển âm tiết sang danh sách dấu hỏi hoặc dấu ngã cho đúng.", "Move it to the list of its tone."),
		},
	}
}
