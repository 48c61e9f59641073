package build

import "kehoach.example/internal/diag"

// fileCodes are told of a file before anything in it is looked at.
func fileCodes() []meaning {
	return []meaning{
		{
			"FILE-SIZE", diag.M("tệp quá lớn", "the file is too large"),
			diag.M("Một kế hoạch là một tệp chữ nhỏ. Kiểm tra lại tệp đã chọn.", "A plan is a small text file. Check which file was named."),
		},
		{
			"FILE-EMPTY", diag.M("tệp không có nội dung", "the file is empty"),
			diag.M("Tạo một kế hoạch mẫu để điền: kehoach new -o ke-hoach.yaml.", "Make a starter plan to fill in: kehoach new -o plan.yaml."),
		},
		{
			"FILE-BINARY", diag.M("tệp không phải tệp chữ", "the file is not text"),
			diag.M("Tệp Word .docx thì đọc bằng kehoach import, build hoặc check. Tệp Excel, PDF không đọc trực tiếp được: chép chữ dán vào một tệp .txt.",
				"A Word file .docx is read by kehoach import, build and check. Excel and PDF files are not read: copy their text into a .txt file."),
		},
		{
			"FILE-ENCODING", diag.M("chữ trong tệp không phải Unicode UTF-8", "the text is not Unicode in UTF-8"),
			diag.M("Bảng mã cũ (TCVN3, VNI) phải chuyển sang Unicode, nếu không mọi chữ có dấu đều sai. Chuyển bằng UniKey hoặc Word rồi lưu mã UTF-8.",
				"Old encodings (TCVN3, VNI) must be converted to Unicode, else every accented letter is wrong. Convert with UniKey or Word and save as UTF-8."),
		},
		{
			"FONT-GLYPH", diag.M("phông chữ không có ký tự này", "the font does not have this character"),
			diag.M("Ký tự sẽ mất trên giấy. Thay bằng chữ hoặc dấu thông thường.", "It would be missing on paper. Put an ordinary letter or mark in its place."),
		},
		{
			"FONT-MISSING", diag.M("không đọc được phông chữ", "the fonts cannot be read"),
			diag.M("Thư mục của --fonts cần bốn tệp times*.ttf hoặc LiberationSerif-*.ttf.", "The folder of --fonts needs four files times*.ttf or LiberationSerif-*.ttf."),
		},
		{
			"FMT-MEANING", diag.M("sắp lại tệp sẽ làm đổi nghĩa", "the canonical form would change the meaning"),
			diag.M("kehoach fmt để nguyên tệp. Gửi tệp cho người bảo trì chương trình.", "kehoach fmt left the file alone. Send it to the maintainers."),
		},
	}
}

// yamlCodes are told of the grammar and the keys of plan files and forms.
func yamlCodes() []meaning {
	return []meaning{
		{
			"YAML-SYNTAX", diag.M("dòng sai cú pháp YAML", "the line breaks the grammar of YAML"),
			diag.M("Xem dấu hai chấm, dấu nháy và thụt dòng ở đó và ở dòng trên.", "Look at colons, quotes and indentation there and one line above."),
		},
		{
			"YAML-INDENT", diag.M("thụt dòng không khớp các dòng cùng cấp", "the line is not indented as those of its level"),
			diag.M("Các khóa cùng cấp phải thụt vào bằng nhau, bằng dấu cách.", "Keys of one level are indented alike, with blanks."),
		},
		{
			"YAML-TAB", diag.M("thụt dòng bằng phím Tab", "the line is indented with a tab"),
			diag.M("YAML chỉ nhận dấu cách. Thay mỗi Tab bằng hai dấu cách.", "YAML takes blanks only. Put two blanks for each tab."),
		},
		{
			"YAML-NOKEY", diag.M("dòng không có khóa và dấu hai chấm", "the line has no key and colon"),
			diag.M("Viết \"khóa: giá trị\". Chữ nối tiếp dòng trên thì thụt vào.", "Write \"key: value\". Text that continues the line above is indented."),
		},
		{
			"YAML-COLON", diag.M("có dấu hai chấm thứ hai trong giá trị", "there is a second colon in the value"),
			diag.M("Đặt cả giá trị trong nháy, hoặc viết \"khóa: |\" rồi xuống dòng thụt vào.", "Quote the value, or write \"key: |\" and indent the next line."),
		},
		{
			"YAML-BLANK", diag.M("thiếu dấu cách sau dấu hai chấm", "a blank is missing after the colon"),
			diag.M("Viết \"khóa: giá trị\".", "Write \"key: value\"."),
		},
		{
			"YAML-QUOTE", diag.M("dấu nháy mở mà không đóng", "a quotation mark is opened and not closed"),
			diag.M("Đóng bằng cùng loại dấu, hoặc viết \"khóa: |\" rồi xuống dòng thụt vào.", "Close it with the same mark, or write \"key: |\" and indent the next line."),
		},
		{
			"YAML-START", diag.M("ký tự đầu của giá trị có nghĩa riêng trong YAML", "the first character of the value means something in YAML"),
			diag.M("Đặt cả giá trị trong nháy đơn.", "Put the whole value in single quotes."),
		},
		{
			"YAML-HASH", diag.M("chữ sau dấu # bị coi là ghi chú và không được in", "what stands behind # is a comment and is not printed"),
			diag.M("Nếu là chữ, đặt cả dòng trong nháy. Nếu là ghi chú, viết # rồi một dấu cách.", "If it is text, quote the line. If it is a comment, write # and a blank."),
		},
		{
			"YAML-ALIAS", diag.M("chữ bắt đầu bằng & hoặc * cần đặt trong nháy", "text that begins with & or * must stand in quotes"),
			diag.M("Đặt cả giá trị trong nháy đơn.", "Put the whole value in single quotes."),
		},
		{
			"YAML-DOCUMENT", diag.M("tệp có hơn một tài liệu", "the file holds more than one document"),
			diag.M("Mỗi tệp một kế hoạch: tách ở dòng ---.", "One plan a file: cut it at the line ---."),
		},
		{
			"YAML-SIZE", diag.M("tệp lồng quá sâu hoặc quá nhiều mục", "the file is nested too deep or has too many entries"),
			diag.M("Một kế hoạch không cần quá vài nghìn dòng.", "A plan does not need more than a few thousand lines."),
		},
		{
			"YAML-KEY", diag.M("không có khóa này", "there is no such key"),
			diag.M("Chữ dưới khóa lạ sẽ không được in, nên chương trình dừng. Sửa tên khóa theo gợi ý.", "Text under an unknown key would not be printed, so the program stops. Mend the key as the hint says."),
		},
		{
			"YAML-DUP", diag.M("một khóa ghi hai lần", "a key stands twice"),
			diag.M("Gộp hai chỗ làm một.", "Put the two together."),
		},
		{
			"YAML-MISSING", diag.M("thiếu nội dung bắt buộc", "something that is needed is missing"),
			diag.M("Bản nháp cũng phải có trích yếu và ít nhất một phần.", "Even a draft has a subject and one part."),
		},
		{
			"YAML-TYPE", diag.M("giá trị không đúng dạng của khóa", "the value is not what the key takes"),
			diag.M("Khóa cần chữ, danh sách hoặc các khóa con thì viết đúng dạng đó; xem kehoach new.", "A key takes text, a list or keys of its own; see kehoach new."),
		},
	}
}

// planCodes are told of what a plan file says.
func planCodes() []meaning {
	return []meaning{
		{
			"DATE-FORM", diag.M("không đọc được ngày", "the day cannot be read"),
			diag.M("Viết 06/01/2027; để trống ngày thì viết 01/2027; để trống cả tháng thì viết 2027.", "Write 06/01/2027; 01/2027 with an open day; 2027 with day and month open."),
		},
		{
			"DATE-IMPOSSIBLE", diag.M("ngày không có trong lịch", "the calendar has no such day"),
			diag.M("Xem lại ngày, tháng.", "Look at day and month again."),
		},
		{
			"PART-HEADING", diag.M("phần không có đề mục", "a part without a heading"),
			diag.M("Phần không có tieu_de thì không được đánh số.", "A part without tieu_de gets no number."),
		},
		{
			"FORM-CHOSEN", diag.M("thể thức do chương trình chọn", "the program chose the house form"),
			diag.M("Tệp không ghi the_thuc nên thể thức được chọn theo tên cơ quan, ký hiệu, chữ ký. Ghi khóa the_thuc để chọn khác.",
				"The file does not name its form, so body, symbol and signature decided. Write the key the_thuc to choose another."),
		},
		{
			"SILENCE-REASON", diag.M("bỏ qua cảnh báo mà không có lý do", "a warning silenced without a reason"),
			diag.M("Mỗi dòng dưới bo_qua phải có lý do sau dấu hai chấm, không thì không có hiệu lực.", "Each line under bo_qua needs a reason behind the colon, else it has no effect."),
		},
		{
			"SILENCE-ERROR", diag.M("lỗi thì không bỏ qua được", "an error cannot be silenced"),
			diag.M("bo_qua và --ignore chỉ dùng cho cảnh báo và lưu ý. Sửa lỗi đó.", "bo_qua and --ignore are for warnings and notes. Mend the error."),
		},
		{
			"SILENCE-UNKNOWN", diag.M("mã dưới bo_qua không có", "an unknown code under bo_qua"),
			diag.M("Mã gõ sai thì không bỏ qua được gì. Xem các mã: kehoach rules.", "A misspelt code silences nothing. See the codes: kehoach rules."),
		},
	}
}

// pastedCodes are told of pasted text.
func pastedCodes() []meaning {
	return []meaning{
		{
			"NOT-A-PLAN", diag.M("văn bản không phải kế hoạch", "the text is not a plan"),
			diag.M("Không có tên loại KẾ HOẠCH, các phần đánh số, ký hiệu KH …, hoặc có dấu hiệu của tin bài, thư, văn bản loại khác. import và build dừng lại (import --any-document thì vẫn đọc); check vẫn xét tiếp.",
				"It lacks the title KẾ HOẠCH, numbered parts, a symbol KH …, or shows signs of an article, a letter or another kind of document. import and build stop (import --any-document reads on); check goes on."),
		},
		{
			"SPLIT-PARA", diag.M("đoạn văn bị tách làm hai", "a paragraph is split in two"),
			diag.M("Khi chép từ PDF, chỗ sang trang thường cắt đôi một đoạn. Nếu đúng, nối hai dòng lại.", "Copied out of a PDF, a paragraph is often cut where a page ends. If so, join the two lines."),
		},
		{
			"TEXT-CONTROL", diag.M("có ký tự điều khiển không in được", "control characters that cannot be printed"),
			diag.M("Chúng được bỏ đi khi đọc. Xóa chúng trong tệp nguồn.", "They are left out in reading. Delete them in the source."),
		},
		{
			"TEXT-WORD", diag.M("một chuỗi ký tự quá dài không có dấu cách", "too many letters in a row without a blank"),
			diag.M("Tệp có thể không phải văn bản, hoặc các dấu cách đã mất khi chép.", "It may be no text, or the blanks were lost in copying."),
		},
		{
			"TEXT-PAGENO", diag.M("đã bỏ số trang", "a page number was left out"),
			diag.M("Số trang lẫn trong chữ chép từ PDF; chương trình tự đánh số trang.", "Page numbers come along with text copied out of a PDF; the program numbers the pages itself."),
		},
		{
			"TEXT-UNPLACED", diag.M("có chữ chưa biết thuộc về đâu", "words whose place is not known"),
			diag.M("Chữ được giữ nguyên. Xem lại và chuyển về đúng khóa.", "They are kept as they stand. Look at them and move them to their key."),
		},
		{
			"TEXT-TABLE", diag.M("có vẻ là bảng", "this seems to be a table"),
			diag.M("Các hàng được giữ thành đoạn chữ. Trong tệp kế hoạch viết mỗi hàng thành | ô | ô |.", "Its rows are kept as paragraphs. In a plan file write each row as | cell | cell |."),
		},
		{
			"TITLE-ABSENT", diag.M("không thấy trích yếu", "the subject is missing"),
			diag.M("Dưới tên loại KẾ HOẠCH phải có trích yếu nội dung.", "Below the title KẾ HOẠCH stands what the plan is about."),
		},
		{
			"HEAD-ABSENT", diag.M("nguồn không có phần đầu", "the source has no header"),
			diag.M("Thêm tên cơ quan, số, ký hiệu, ngày nếu bản chính có.", "Add body, number, symbol and day if the paper has them."),
		},
		{
			"NUM-ABSENT", diag.M("nguồn không có số, ký hiệu", "the source has no number and symbol"),
			diag.M("Thêm so và ky_hieu nếu bản chính có.", "Add so and ky_hieu if the paper has them."),
		},
		{
			"DATE-ABSENT", diag.M("nguồn không có địa danh, ngày tháng", "the source has no place and day"),
			diag.M("Thêm dia_danh và ngay nếu bản chính có.", "Add dia_danh and ngay if the paper has them."),
		},
		{
			"FOOT-ABSENT", diag.M("nguồn không có nơi nhận hoặc cả phần cuối", "the source has no recipients, or no foot at all"),
			diag.M("Thêm noi_nhan, nguoi_ky nếu bản chính có.", "Add noi_nhan and nguoi_ky if the paper has them."),
		},
		{
			"SIGN-ABSENT", diag.M("nguồn không có chữ ký", "the source has no signature"),
			diag.M("Thêm nguoi_ky nếu bản chính có.", "Add nguoi_ky if the paper has it."),
		},
		{
			"SIGN-NAME-ABSENT", diag.M("nguồn không có họ tên người ký", "the source has no name of the signer"),
			diag.M("Thêm ho_ten nếu bản chính có.", "Add ho_ten if the paper has it."),
		},
	}
}
