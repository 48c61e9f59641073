package build

import "kehoach.example/internal/diag"

// letterheadCodes are told of an office's own letterhead before it is filled.
func letterheadCodes() []meaning {
	return append([]meaning{
		{
			"LETTERHEAD-KIND", diag.M("giấy tiêu đề không phải tệp .docx", "the letterhead is no .docx"),
			diag.M("Giấy tiêu đề phải là .docx (hoặc mẫu .dotx). Mở bằng Word, chọn Lưu dưới dạng (Save As) → Word Document (.docx).",
				"A letterhead has to be a .docx (or a template, .dotx). Open it in Word and choose Save As → Word Document (.docx)."),
		},
		{
			"LETTERHEAD-BROKEN", diag.M("giấy tiêu đề không đầy đủ hoặc đã hỏng", "the letterhead is cut short or broken"),
			diag.M("Tệp bị cắt khi chép, hỏng trên đĩa, hoặc do chương trình khác ghi theo cách Word không dùng. Mở bằng Word, lưu lại dạng .docx.",
				"It was cut short when copied, the disk spoiled it, or another program wrote it in a way that Word does not. Open it in Word and save it as .docx."),
		},
		{
			"LETTERHEAD-TOO-BIG", diag.M("giấy tiêu đề vượt giới hạn", "the letterhead is over a limit"),
			diag.M("Tệp tối đa 16 MB, giải nén tối đa 64 MB, mỗi phần chữ tối đa 4 MB, 20.000 mẩu chữ và 300 khóa, không quá 1000 tệp con: mỗi văn bản in trên đó đều mang theo tất cả.",
				"At most 16 MB, 64 MB unpacked, 4 MB, 20,000 runs and texts and 300 keys for a part, 1000 files in the zip: every paper on it carries all of that."),
		},
		{
			"LETTERHEAD-ENCRYPTED", diag.M("giấy tiêu đề có mật khẩu", "the letterhead has a password"),
			diag.M("Chương trình không hỏi và không đoán mật khẩu. Bỏ mật khẩu trong Word rồi lưu lại.", "No password is asked for or guessed. Take it off in Word and save the file."),
		},
		{
			"LETTERHEAD-MACRO", diag.M("giấy tiêu đề có macro", "the letterhead has macros"),
			diag.M("Mọi văn bản in trên đó sẽ mang theo macro, nơi nhận sẽ chặn. Lưu lại dạng .docx, Word tự bỏ macro.", "Every paper on it would carry them, and whoever gets it will block it. Save it as .docx: Word leaves the macros out."),
		},
		{
			"LETTERHEAD-STRICT", diag.M("giấy tiêu đề lưu theo kiểu Strict Open XML", "the letterhead was saved as Strict Open XML"),
			diag.M("Kiểu này ít chương trình mở được. Trong Word chọn Lưu dưới dạng → Word Document (.docx).", "Few programs open that kind. In Word choose Save As → Word Document (.docx)."),
		},
		{
			"LETTERHEAD-EQUATION", diag.M("giấy tiêu đề có công thức toán", "the letterhead has an equation"),
			diag.M("Thư viện điền khóa không đọc được công thức. Gõ lại bằng chữ thường hoặc chèn ảnh.", "The library that fills the keys cannot read equations. Type it as text or put in a picture."),
		},
		{
			"LETTERHEAD-TRACKED", diag.M("giấy tiêu đề còn theo dõi sửa đổi", "the letterhead still tracks changes"),
			diag.M("Chưa rõ chữ nào được giữ, và mọi văn bản sẽ in cả vết sửa. Chấp nhận hoặc từ chối hết trong Word.", "It is not settled which words stay, and every paper would show the marks. Accept or reject them all in Word."),
		},
		{
			"LETTERHEAD-COMMENT", diag.M("giấy tiêu đề có lời bình", "the letterhead has comments"),
			diag.M("Lời bình đi theo mọi văn bản in trên giấy này. Xóa trong Word.", "Every paper on it carries them. Delete them in Word."),
		},
		{
			"LETTERHEAD-SETTINGS", diag.M("giấy tiêu đề mang thiết lập riêng của cơ quan", "the letterhead has settings that serve the office alone"),
			diag.M("Trộn thư, theo dõi sửa đổi và tệp mẫu gắn ngoài không đi theo văn bản. Hạn chế chỉnh sửa và mật khẩu ghi thì đi theo: người nhận không sửa được. Bỏ các thiết lập đó trong Word.",
				"A mail merge, Track Changes and an attached template do not go into papers. Restricted editing and a password for writing do: whoever gets the paper cannot edit it. Take these settings away in Word."),
		},
		{
			"LETTERHEAD-OBJECT", diag.M("giấy tiêu đề có hình vẽ chứa chữ mà chương trình không đọc được", "the letterhead has a drawing with text that cannot be read"),
			diag.M("Thay bằng hộp văn bản (Text Box) hoặc ảnh.", "Put a text box or a picture in its place."),
		},
		{
			"LETTERHEAD-SIGN", diag.M("giấy tiêu đề có ký tự dùng riêng", "the letterhead has a private character"),
			diag.M("Bốn ký tự U+E0B0 đến U+E0B3 được chương trình dùng để đánh dấu chỗ điền. Xóa ký tự đó.", "The characters U+E0B0 to U+E0B3 mark places while the letterhead is filled. Delete them."),
		},
	}, letterheadKeyCodes()...)
}

// letterheadKeyCodes are told of the keys of a letterhead.
func letterheadKeyCodes() []meaning {
	return []meaning{
		{
			"LETTERHEAD-KEY-SPLIT", diag.M("Word đã cắt một khóa thành nhiều mẩu", "Word has cut a key into pieces"),
			diag.M("Word cắt chữ khi gõ nhiều lần, khi kiểm tra chính tả hoặc đổi kiểu chữ giữa chừng. Chương trình tự ghép lại, theo kiểu của chữ đầu.",
				"Word cuts text that was typed in several goes, that its spelling checker marked, or whose look changes. It is put together again, in the look of its first letter."),
		},
		{
			"LETTERHEAD-KEY-UNKNOWN", diag.M("không có khóa nào tên như vậy", "there is no such key"),
			diag.M("Chữ trong ngoặc nhọn phải là tên một khóa; sai dấu, khoảng trắng, chữ hoa thì được bỏ qua. Chữ thường thì dùng ngoặc tròn.",
				"What stands in braces has to be the name of a key; diacritics, blanks and case are forgiven. Ordinary text takes round brackets."),
		},
		{
			"LETTERHEAD-KEY-PLACE", diag.M("khóa đứng ở chỗ không điền được", "a key stands where it cannot be filled"),
			diag.M("Mã trường, kết quả trường, chữ nghệ thuật, chú thích và lời bình không được điền. Chuyển khóa ra đoạn thường, ô bảng, hộp chữ, đầu trang hoặc chân trang.",
				"Codes and results of fields, WordArt, notes and comments are not filled. Move the key into an ordinary paragraph, a cell, a text box, a header or a footer."),
		},
		{
			"LETTERHEAD-BRACE", diag.M("ngoặc nhọn không phải khóa", "braces that are no key"),
			diag.M("Được in nguyên như thế. Nếu định viết khóa thì gõ đủ {tên_khóa} trong một đoạn.", "They are printed as they are. If a key was meant, type all of {name} in one paragraph."),
		},
		{
			"LETTERHEAD-NO-BODY", diag.M("giấy tiêu đề không có {noi_dung}", "the letterhead has no {noi_dung}"),
			diag.M("Khóa {noi_dung} cho biết nội dung kế hoạch đặt vào đâu; phải có đúng một.", "{noi_dung} tells where the text of the plan goes; there has to be exactly one."),
		},
		{
			"LETTERHEAD-BODY-TWICE", diag.M("giấy tiêu đề có nhiều {noi_dung}", "the letterhead has more than one {noi_dung}"),
			diag.M("Nội dung chỉ đặt vào một chỗ. Giữ một khóa, xóa các khóa còn lại.", "The text goes to one place. Keep one and delete the others."),
		},
		{
			"LETTERHEAD-BODY-PLACE", diag.M("{noi_dung} đứng ở chỗ không đặt được nội dung", "{noi_dung} stands where no text can go"),
			diag.M("Nội dung có đoạn, bảng và ngắt trang, nên phải thay cả một đoạn thường của phần thân: ngoài bảng, hộp chữ, ô nhập, danh sách, đầu trang, và một mình.",
				"The text has paragraphs, tables and page breaks, so it takes the place of a whole ordinary paragraph of the body: in no table, text box, control, list or header, and alone."),
		},
		{
			"LETTERHEAD-SECTIONS", diag.M("{noi_dung} không ở section cuối của giấy tiêu đề", "{noi_dung} is not in the last section of the letterhead"),
			diag.M("Nội dung và phụ lục nối vào cuối giấy tiêu đề, theo khổ giấy và lề của section cuối.", "The text and its phụ lục go on at the end of the letterhead, with the paper and margins of its last section."),
		},
	}
}
