package build

import "kehoach.example/internal/diag"

// pdfCodes are told of a finished PDF before it is signed.
func pdfCodes() []meaning {
	return []meaning{
		{
			"PDF-VERSION", diag.M("PDF phiên bản cũ", "an old version of PDF"),
			diag.M("Nghị định 30/2020 đòi bản số hóa là PDF từ 1.4; bản cũ hơn không có thẻ, chữ trong suốt và siêu dữ liệu để lưu trữ.", "The decree wants scans to be PDF 1.4 or later; older files have no tags, transparency and metadata for archives."),
		},
		{
			"PDF-ARCHIVE", diag.M("tệp không phải PDF/A", "the file is no PDF/A"),
			diag.M("PDF/A (ISO 19005) giữ mọi thứ cần để hiện đúng sau nhiều năm: phông chữ, màu, siêu dữ liệu. kehoach build lập PDF/A-2a.", "PDF/A (ISO 19005) keeps all that it takes to show a paper in many years: fonts, colours, metadata. kehoach build makes PDF/A-2a."),
		},
		{
			"PDF-PAPER", diag.M("trang không phải khổ A4", "a page is not A4"),
			diag.M("Văn bản hành chính dùng khổ A4, dọc hoặc ngang. Ảnh chụp hay bản in từ máy đặt khổ Letter thì lệch khổ.", "Official papers are A4, upright or across. Photos and printers that are set to Letter give other sizes."),
		},
		{
			"PDF-PAGES", diag.M("số trang của tệp", "the pages of the file"),
			diag.M("Số trang đếm được; cảnh báo nếu khác với số trang ghi trong siêu dữ liệu khi lập.", "How many there are; a warning if the metadata tell another number since the file was made."),
		},
		{
			"PDF-EDITED", diag.M("tệp bị sửa sau khi lập", "the file was edited since it was made"),
			diag.M("Tệp của kehoach mang dấu niêm SHA-256. Sửa nội dung, hoặc ghi thêm gì ngoài chữ ký và các chỗ trống để điền, thì không còn là bản đã duyệt. Tệp đã ký mà bị sửa là lỗi.", "Files of kehoach carry a seal of SHA-256. Whoever changes them, or adds anything but signatures and what goes into the blanks, has another paper than was approved. Of a signed file it is an error."),
		},
		{
			"PDF-FOREIGN", diag.M("tệp của chương trình khác", "a file of another program"),
			diag.M("Tệp không mang dấu niêm của kehoach nên không biết có bị sửa sau khi lập hay không. Các điều khác vẫn được xét.", "The file has no seal of kehoach, so nobody can tell whether it was edited since it was made. All else is judged."),
		},
		{
			"PDF-PENDING", diag.M("tệp còn sửa đổi dở dang", "edits that are not settled"),
			diag.M("Bản cũ còn nằm trong tệp, hoặc các ô chờ chương trình vẽ lại: người ký thấy một bản, người đọc có thể thấy bản khác. Xuất lại PDF từ bản gốc.", "Older states are still in the file, or its fields wait to be drawn anew: who signs may see another paper than who reads. Export it again from its original."),
		},
		{
			"PDF-DRAFT", diag.M("dấu DỰ THẢO trên tệp", "a mark DỰ THẢO on the file"),
			diag.M("Bản dự thảo không được ký. Với tệp của chương trình khác, chữ trên trang được tìm nếu phông chữ cho biết chữ nào; trang ảnh thì không xét được.", "A draft is not signed. In files of others the words of the pages are searched where fonts tell their letters; pages of pictures are not judged."),
		},
		{
			"PDF-NO-FIELD", diag.M("không có ô chữ ký", "no field for a signature"),
			diag.M("Ô chữ ký định chỗ của chữ ký và con dấu theo nghị định. Không có ô thì phần mềm ký phải tự đặt, dễ sai chỗ.", "A field keeps the place of the signature and the seal where the decree wants them. Without one the signing program must find a place."),
		},
		{
			"PDF-FIELDS", diag.M("các ô chữ ký còn trống", "the empty signature fields"),
			diag.M("Tên ô để dùng với kehoach sign --field: ky_1 là người ký thứ nhất, dau_1 là con dấu ở đó, kem_tep là tệp kèm theo.", "The names for kehoach sign --field: ky_1 is the first signer, dau_1 the seal there, kem_tep a file that goes with another."),
		},
		{
			"PDF-SIGNED", diag.M("một ô đã ký", "a field is signed"),
			diag.M("Chữ ký số đọc được và không có gì sai. Ai ký, khi nào, chứng thư nào: kehoach verify.", "The digital signature can be read and nothing is wrong with it. Who signed, when, by which certificate: kehoach verify."),
		},
		{
			"PDF-SIGNATURE", diag.M("một chữ ký không đúng", "a signature that does not hold"),
			diag.M("Ký thêm lên một tệp có chữ ký hỏng không làm nó đúng lại. Ký lại từ bản chưa ký.", "To sign a file whose signature is broken does not mend it. Begin with the unsigned file."),
		},
		{
			"PDF-BLANK", diag.M("chỗ trống bị mất hoặc điền sai", "a blank is lost or filled in wrongly"),
			diag.M("Số, ngày, tháng, năm để trống khi lập là các ô để điền khi ký, không làm đổi nội dung trang. Ô mất thì không điền được nữa; điền sai thì bản ký sai.", "Number, day, month and year that were left blank are fields that are filled in at the signature, without touching the page. A lost one can take nothing; a wrong one is signed."),
		},
		{
			"PDF-OPEN", diag.M("còn chỗ trống để điền", "blanks that wait"),
			diag.M("Được ký khi số và ngày còn trống; văn thư điền trong cùng lần ký, hoặc ở lần ký của cơ quan.", "The paper may be signed while number and date are blank; they are filled in with that signature or with the one of the body."),
		},
		{
			"PDF-NOT-EMBEDDED", diag.M("phông chữ không nhúng", "a font that is not embedded"),
			diag.M("Máy khác lấy phông khác thay vào: dấu tiếng Việt sai chỗ, dòng dài ra. Văn bản lưu trữ phải nhúng mọi phông.", "Another machine takes another font: marks stand wrongly and lines grow. A paper that is kept has all its fonts with it."),
		},
		{
			"PDF-COMMENT", diag.M("còn ghi chú trên trang", "comments on a page"),
			diag.M("Ghi chú, tô sáng, hình đóng dấu, nét vẽ nằm đè lên văn bản và ai cũng xóa, sửa được. Giải quyết ý kiến rồi lập lại PDF.", "Notes, highlights, stamps and drawings lie over the paper, and anyone can move them. Settle them and make the PDF again."),
		},
		{
			"PDF-ACTIVE", diag.M("lệnh hoặc nội dung động trong tệp", "actions or moving content"),
			diag.M("JavaScript, lệnh mở chương trình, biểu mẫu XFA, phim, âm thanh: tệp có thể hiện khác đi sau khi ký, và nguy hiểm cho máy. PDF/A cấm.", "JavaScript, programs to start, XFA forms, film and sound: the file may show something else once it is signed, and endangers the machine. PDF/A forbids them."),
		},
		{
			"PDF-ATTACHED", diag.M("tệp đính kèm trong PDF", "files attached within the PDF"),
			diag.M("Người đọc thường không thấy, lưu trữ không mở được. Phụ lục ở tệp riêng thì ký riêng từng tệp.", "Readers do not see them and archives cannot open them. Files that go with a paper are signed one by one."),
		},
		{
			"PDF-LINK", diag.M("liên kết ra ngoài tệp", "links that lead out of the file"),
			diag.M("Được phép, nhưng trang đích có thể đổi hoặc mất sau khi ký.", "They may stay, but where they lead may change or vanish after the signature."),
		},
		{
			"PDF-INVOLVED", diag.M("tệp quá phức tạp để xét hết", "too involved to be judged wholly"),
			diag.M("Số đối tượng được xem có giới hạn, để tệp lạ không làm treo máy. Phần đã xét vẫn đúng.", "How many objects are looked at is bounded, so that no file stops the machine. What was found holds."),
		},
	}
}
