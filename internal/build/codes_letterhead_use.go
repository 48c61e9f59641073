package build

import "kehoach.example/internal/diag"

// letterheadUseCodes are told where a plan is printed on an office's own
// letterhead.
func letterheadUseCodes() []meaning {
	return []meaning{
		{
			"LETTERHEAD-LOST", diag.M("giấy tiêu đề không có chỗ cho chữ của kế hoạch", "the letterhead has no place for words of the plan"),
			diag.M("Viết khóa được nêu vào chỗ cần in trong tệp Word, hoặc bỏ chữ đó khỏi kế hoạch. Chữ in sẵn trên giấy tiêu đề giống chữ của kế hoạch thì không bị nhắc.", "Write the key that is named where the words should stand in the Word file, or leave the words out of the plan. Words that the letterhead has of its own are not told."),
		},
		{
			"LETTERHEAD-SIGNERS", diag.M("nhiều người ký, giấy tiêu đề chỉ có chỗ cho một", "several signers, and room for one on the letterhead"),
			diag.M("Bỏ các khóa của phần cuối ({noi_nhan}, {nguoi_ky}, {ho_ten} …) khỏi giấy tiêu đề: chương trình tự in nơi nhận và đủ các chữ ký sau nội dung.", "Take the keys of the foot ({noi_nhan}, {nguoi_ky}, {ho_ten} …) out of the letterhead: the program then prints the recipients and all signatures behind the text."),
		},
		{
			"LETTERHEAD-HALF", diag.M("giấy tiêu đề chỉ có một phần của một khối", "the letterhead has a part of a block only"),
			diag.M("Đã có một khóa của phần cuối thì cần đủ {noi_nhan}, {nguoi_ky}, {ho_ten}; đã có {so} thì cần {ky_hieu}. Hoặc bỏ cả khối để chương trình tự in.", "With one key of the foot {noi_nhan}, {nguoi_ky} and {ho_ten} are all needed; with {so} also {ky_hieu}. Or leave the block out, then the program prints it."),
		},
		{
			"LETTERHEAD-PAGE", diag.M("khổ giấy, lề của giấy tiêu đề ngoài quy định", "page or margins of the letterhead outside the law"),
			diag.M("Văn bản vẫn được lập trên giấy đó. Sửa khổ giấy, lề trong Word nếu đó là nhầm.", "The paper is made on it all the same. Change page and margins in Word if this is a slip."),
		},
		{
			"LETTERHEAD-GLYPH", diag.M("chữ của giấy tiêu đề không có trong phông của PDF", "a sign of the letterhead that the fonts of the PDF do not have"),
			diag.M("Chỉ bản PDF không lập được. Thay ký tự đó bằng ký tự khác hoặc bằng hình.", "The PDF alone cannot be made. Use another sign or a picture."),
		},
		{
			"LETTERHEAD-FILL", diag.M("không điền được giấy tiêu đề", "the letterhead cannot be filled"),
			diag.M("Soát giấy tiêu đề bằng kehoach letterhead check; nếu không thấy lỗi, gửi tệp cho người phát triển.", "Look it over with kehoach letterhead check; if nothing is found, send the file to the developers."),
		},
		{
			"LETTERHEAD-BOTH", diag.M("kế hoạch có mau, lệnh có --letterhead", "the plan has mau and the command --letterhead"),
			diag.M("Giấy tiêu đề sau --letterhead được dùng.", "The letterhead behind --letterhead is used."),
		},
		{
			"LETTERHEAD-NAME", diag.M("mau không phải tên tệp cạnh kế hoạch", "mau is no name of a file beside the plan"),
			diag.M("Đặt giấy tiêu đề cùng thư mục với kế hoạch và ghi đúng tên: mau: giay-tieu-de.docx. Tệp ở chỗ khác thì dùng --letterhead.", "Put the letterhead beside the plan and write its name: mau: giay-tieu-de.docx. For a file elsewhere use --letterhead."),
		},
		{
			"LETTERHEAD-MISSING", diag.M("không thấy tệp giấy tiêu đề", "the file of the letterhead is missing"),
			diag.M("Đặt tệp Word cạnh tệp kế hoạch và ghi đúng tên ở khóa mau.", "Put the Word file beside the plan and write its name at the key mau."),
		},
		{
			"LETTERHEAD-READ", diag.M("không đọc được tệp giấy tiêu đề", "the file of the letterhead cannot be read"),
			diag.M("Cần một tệp .docx thường, không quá 16 MB, nằm trong thư mục của kế hoạch.", "It must be an ordinary .docx file of 16 MB at most inside the folder of the plan."),
		},
	}
}
