package build

import "kehoach.example/internal/diag"

// wordCodes are told of Word files of others before anything in them is
// understood.
func wordCodes() []meaning {
	return []meaning{
		{
			"DOCX-DOC", diag.M("tệp Word đời cũ (.doc, RTF, trang web), không phải .docx", "an old Word file (.doc, RTF, web page), not a .docx"),
			diag.M("Chương trình chỉ đọc .docx. Mở bằng Word, chọn Lưu dưới dạng (Save As) → Word Document (.docx), rồi nhập tệp mới. Đổi đuôi tệp thì không được.",
				"Only .docx is read. Open it in Word, choose Save As → Word Document (.docx), and import the new file. Changing the name is not enough."),
		},
		{
			"DOCX-ENCRYPTED", diag.M("tệp Word có mật khẩu", "the Word file has a password"),
			diag.M("Chương trình không hỏi và không đoán mật khẩu. Mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập.", "No password is asked for or guessed. Open it in Word, take the password off, save it and import it."),
		},
		{
			"DOCX-BROKEN", diag.M("tệp Word không đầy đủ hoặc đã hỏng", "the Word file is cut short or broken"),
			diag.M("Tệp bị cắt khi chép hoặc tải, hoặc bị hỏng trên đĩa. Xin lại tệp gốc; Word tự sửa được nhiều lỗi: mở, chọn Lưu dưới dạng → .docx.",
				"It was cut short when copied or loaded, or the disk spoiled it. Ask for it again; Word mends much: open it and choose Save As → .docx."),
		},
		{
			"DOCX-TOO-BIG", diag.M("tệp Word vượt giới hạn", "the Word file is over a limit"),
			diag.M("Cỡ tệp, cỡ sau giải nén, độ lồng nhau và số đoạn, số ô đều có giới hạn, để một tệp hỏng hoặc cố ý phá không chiếm hết bộ nhớ. Văn bản bình thường không tới gần các giới hạn đó.",
				"Size, unpacked size, nesting and the numbers of paragraphs and cells are bounded, so that no broken or hostile file takes all memory. No ordinary paper comes near."),
		},
		{
			"DOCX-KIND", diag.M("tệp thuộc loại khác, không phải văn bản Word", "the file is of another kind, no Word document"),
			diag.M("Excel, PowerPoint, PDF, OpenDocument và tệp mẫu Word không nhập được. Mở bằng chương trình của nó, lưu thành .docx rồi nhập.",
				"Excel, PowerPoint, PDF, OpenDocument and Word templates are not imported. Open it in its own program, save it as .docx and import that."),
		},
		{
			"DOCX-MACRO", diag.M("tệp Word có macro", "the Word file has macros"),
			diag.M("Phần chữ được đọc, macro không được chạy. Văn bản hành chính không cần macro; tệp lạ có macro có thể là mã độc.", "Its text is read and nothing is run. No administrative paper needs macros; a strange file with them may be malicious."),
		},
		{
			"DOCX-EXTERNAL", diag.M("tệp Word trỏ tới thứ nằm ngoài tệp", "the Word file points outside of itself"),
			diag.M("Mẫu, ảnh và đối tượng liên kết không được mở hay tải: đọc một tệp thì không được gửi đi đâu cả.", "Templates, pictures and objects that are linked are neither opened nor fetched: reading a file tells nobody."),
		},
		{
			"DOCX-TRACKED", diag.M("tệp Word còn theo dõi sửa đổi", "the Word file still tracks changes"),
			diag.M("Chương trình đọc như khi chấp nhận tất cả: giữ chỗ thêm, bỏ chỗ xóa. Nếu bản đúng là bản khác, xử lý trong Word rồi nhập lại.",
				"It is read as if all were accepted: insertions stay, deletions go. Where another text is right, settle it in Word and import again."),
		},
		{
			"DOCX-COMMENT", diag.M("tệp Word có lời bình", "the Word file has comments"),
			diag.M("Lời bình không phải văn bản nên không được nhập.", "Comments are no part of the paper and are not imported."),
		},
		{
			"DOCX-HIDDEN", diag.M("tệp Word có chữ ẩn", "the Word file has hidden text"),
			diag.M("Chữ ẩn không in ra giấy nên không phải văn bản; thường là chữ cũ còn sót.", "Hidden text is not printed, so it is no part of the paper; mostly it is a remainder."),
		},
		{
			"DOCX-LEGACY-FONT", diag.M("chữ theo phông cũ đã chuyển sang Unicode", "text in old fonts was converted to Unicode"),
			diag.M("Phông .Vn… (TCVN3) và VNI-… dùng bảng mã riêng. Chữ được chuyển theo tên phông của từng mẩu; chữ theo phông thường giữ nguyên.",
				"The fonts .Vn… (TCVN3) and VNI-… have codes of their own. Text is converted by the font of each run; text in ordinary fonts stays."),
		},
		{
			"DOCX-EQUATION", diag.M("tệp Word có công thức toán", "the Word file has equations"),
			diag.M("Kế hoạch không chứa công thức: chỉ các chữ trong đó được đọc, nên phải viết lại bằng lời.", "A plan holds no equations: only the letters in them are read, so they have to be put in words."),
		},
		{
			"DOCX-OBJECT", diag.M("tệp Word có đối tượng nhúng, biểu đồ hoặc sơ đồ", "the Word file has embedded objects, charts or diagrams"),
			diag.M("Nội dung của chúng không được đọc. Chép phần cần dùng vào kế hoạch hoặc chèn ảnh.", "What is in them is not read. Copy what is needed into the plan or put in a picture."),
		},
		{
			"DOCX-ALTCHUNK", diag.M("tệp Word chứa cả một tệp khác làm văn bản", "the Word file holds another whole file as text"),
			diag.M("Phần đó chỉ thành văn bản khi Word mở và lưu lại.", "Such a piece becomes text only when Word opens the file and saves it."),
		},
	}
}
