package build

import "kehoach.example/internal/diag"

// signCodes are told where a finished PDF is signed.
func signCodes() []meaning {
	return []meaning{
		{
			"PDF-KIND", diag.M("tệp không phải PDF", "the file is no PDF"),
			diag.M("Chỉ ký và kiểm tra được tệp PDF. Tệp Word thì lập lại thành PDF bằng kehoach build.", "Only PDF files are signed and verified. Make a PDF with kehoach build."),
		},
		{
			"PDF-ENCRYPTED", diag.M("tệp PDF bị mã hóa", "the PDF is encrypted"),
			diag.M("Văn bản ký số phải đọc được lâu dài, nên không được đặt mật khẩu hay mã hóa (PDF/A cấm mã hóa).", "A signed paper must be readable for long, so it has no password and is not encrypted (PDF/A forbids it)."),
		},
		{
			"PDF-SIZE", diag.M("tệp PDF quá lớn hoặc quá phức tạp", "the PDF is too large or too involved"),
			diag.M("Chương trình giới hạn dung lượng (%d MB), số đối tượng và độ sâu khi đọc tệp lạ, để không bị treo máy.", "Size (%d MB), number and depth of objects are bounded when files of others are read, so that the machine goes on working.", MaxPDF>>20),
		},
		{
			"PDF-BROKEN", diag.M("tệp PDF bị hỏng", "the PDF is damaged"),
			diag.M("Bảng đối tượng của tệp không khớp với nội dung. Chương trình không đoán: một tệp chữa tạm không phải là tệp đã ký. Lấy lại từ bản gốc.", "The tables of the file do not fit what it holds. Nothing is guessed: a mended file is not the one that was signed. Take the original again."),
		},
		{
			"SIGN-NO-FIELD", diag.M("tệp không có ô chữ ký", "the file has no signature field"),
			diag.M("kehoach build để sẵn ô chữ ký đúng chỗ nghị định quy định; tệp in từ Word không có. Lập lại PDF từ kế hoạch rồi ký.", "kehoach build keeps the fields at the places of the decree; a file printed from Word has none. Make the PDF from the plan and sign that."),
		},
		{
			"SIGN-FIELD", diag.M("không có ô chữ ký mang tên đó", "no signature field has that name"),
			diag.M("Tên ô: ky_1, ky_2 … của người ký; dau_1 … của cơ quan; kem_tep trên tệp kèm theo.", "Names of fields: ky_1, ky_2 … of persons; dau_1 … of the body; kem_tep on an attached file."),
		},
		{
			"SIGN-FIELD-DONE", diag.M("ô đã ký rồi", "the field is signed already"),
			diag.M("Mỗi ô ký một lần. Ký nhầm thì lập lại PDF và ký lại từ đầu.", "Each field is signed once. After a slip make the PDF again and sign anew."),
		},
		{
			"SIGN-ALL-DONE", diag.M("mọi ô chữ ký đều đã ký", "all signature fields are signed"),
			diag.M("Văn bản đã đủ chữ ký. Chữ ký trên tệp kèm theo chỉ ký khi nêu --field kem_tep.", "The paper has all its signatures. That of an attached file is only made with --field kem_tep."),
		},
		{
			"SIGN-LOCKED", diag.M("một chữ ký trước đã khóa văn bản hoặc ô", "an earlier signature locks the file or the field"),
			diag.M("Người ký trước dùng chương trình khóa tệp sau khi ký (DocMDP mức 1 hoặc FieldMDP). kehoach sign luôn để ngỏ chỗ cho số, ngày và chữ ký sau.", "An earlier signer's program locked the file (DocMDP 1 or FieldMDP). kehoach sign always leaves number, date and later signatures possible."),
		},
		{
			"SIGN-BROKEN", diag.M("chữ ký đã có trong tệp không còn đúng", "a signature in the file does not hold"),
			diag.M("Ký thêm lên một văn bản có chữ ký hỏng là xác nhận một văn bản đã bị sửa. Lấy lại bản đúng.", "To sign on top of a broken signature confirms a paper that was changed. Take the right file."),
		},
		{
			"SIGN-CHANGED", diag.M("tệp đã bị sửa ngoài việc ký và điền chỗ trống", "the file was changed beside signing and filling in"),
			diag.M("Sau khi có chữ ký: không ký thêm được. Tệp do kehoach lập mà bị sửa trước khi ký cũng không ký: kehoach verify sẽ luôn báo bị sửa; sửa kế hoạch rồi lập lại PDF. Tệp của chương trình khác, chưa ai ký: chỉ cảnh báo, vì chữ ký đầu xác nhận chính nội dung đang có.", "Behind a signature: nothing more is signed. A file of kehoach that was changed before is not signed either: kehoach verify would call it changed for good; change the plan and make the PDF again. A file of others that nobody has signed: a warning, for the first signature confirms what stands there now."),
		},
		{
			"SIGN-NUMBER", diag.M("số văn bản không đúng dạng", "the number is malformed"),
			diag.M("Số gồm chữ số Ả Rập, số nhỏ hơn 10 thêm 0 ở trước (chương trình tự thêm); có thể kèm một chữ cái (25a). Ký hiệu không viết ở đây.", "A number is digits, below 10 with a zero before it (which is added), perhaps with one letter (25a). The symbol is not written here."),
		},
		{
			"SIGN-DATE", diag.M("ngày ban hành không đúng", "the date of issue is malformed"),
			diag.M("Viết năm-tháng-ngày, ngày phải có trong lịch. Chương trình tự thêm số 0 cho ngày dưới 10 và tháng 1, 2.", "Write year-month-day, of a day in the calendar. Zeros before days below 10 and months 1 and 2 are added."),
		},
		{
			"SIGN-NO-BLANK", diag.M("văn bản không có chỗ trống để điền", "the paper has no blank to fill in"),
			diag.M("Số, ngày chỉ được điền vào chỗ đã chừa khi lập PDF, không viết đè lên trang.", "Number and date only go into places that were kept when the PDF was made; nothing is written over the page."),
		},
		{
			"SIGN-PRINTED", diag.M("số, ngày khác với phần đã in", "number or date differ from what is printed"),
			diag.M("Phần in sẵn trên văn bản không sửa được khi ký. Sửa giá trị đưa vào, hoặc sửa kế hoạch và lập lại PDF.", "What is printed cannot be changed by signing. Change the value, or the plan, and make the PDF again."),
		},
		{
			"SIGN-FILLED", diag.M("chỗ trống đã điền rồi", "the blank is filled in already"),
			diag.M("Số, ngày điền một lần rồi khóa lại cùng chữ ký. Điền sai thì lập lại PDF và ký lại.", "Number and date are filled in once and locked with the signature. If they are wrong, make the PDF again and sign anew."),
		},
		{
			"SIGN-FIT", diag.M("chữ không vừa chỗ đã chừa", "the words do not fit the place"),
			diag.M("Chỗ trống rộng như quy định của thể thức; chữ không được thu nhỏ hay tràn ra ngoài.", "A blank is as wide as the form says; words are neither made smaller nor let out of it."),
		},
		{
			"SIGN-FONT", diag.M("tệp không có phông chữ để điền", "the file has no font to fill in with"),
			diag.M("Chữ điền vào phải dùng phông đã nhúng trong tệp, để tệp vẫn là PDF/A. Tệp do kehoach build lập có sẵn phông đó.", "What is filled in uses a font that the file embeds, so that it stays PDF/A. Files of kehoach build have it."),
		},
		{
			"SIGN-ATTACHED", diag.M("chữ ký trên tệp kèm theo thiếu số văn bản", "the signature on an attached file lacks the number"),
			diag.M("Chữ ký của cơ quan trên tệp kèm theo ghi số và ký hiệu văn bản, thời gian ký (NĐ 30/2020, Phụ lục I, Mục II, khoản 8). Thêm --number.", "The body's signature on an attached file shows number and symbol of the paper and the time (Decree 30/2020, Appendix I, II.8). Add --number."),
		},
		{
			"SIGN-PICTURE-PLACE", diag.M("ảnh không hợp với ô sắp ký", "the picture does not belong into the field"),
			diag.M("Ảnh chữ ký (--image) vào ô ky_*, ảnh con dấu (--seal) vào ô dau_*; chữ ký trên tệp kèm theo không có hình.", "A person's signature (--image) goes into ky_*, a seal (--seal) into dau_*; on an attached file there is none."),
		},
		{
			"SIGN-PICTURE-EMPTY", diag.M("ảnh trong suốt hoàn toàn", "the picture is wholly transparent"),
			diag.M("Không có nét nào để hiện. Có thể khi xóa nền đã xóa cả nét.", "There is nothing to be seen. The strokes were perhaps taken away with the ground."),
		},
		{
			"SIGN-PICTURE-OPAQUE", diag.M("ảnh không có nền trong suốt", "the picture has no transparent ground"),
			diag.M("Dấu trùm lên khoảng 1/3 chữ ký: nền trắng sẽ che mất chữ ký và chức vụ, họ tên.", "The seal lies over a third of the signature: a white ground hides it and the words around."),
		},
		{
			"SIGN-PICTURE-COLOR", diag.M("màu của ảnh khác quy định", "the colour of the picture is not that of the decree"),
			diag.M("Chữ ký màu xanh, dấu màu đỏ. Chương trình không đổi màu ảnh.", "Signatures are blue, seals red. The program changes no colours."),
		},
		{
			"SIGN-ROOM", diag.M("chữ ký không vừa chỗ trong tệp", "the signature does not fit its place"),
			diag.M("Chỗ để chữ ký tính theo các chứng thư của khóa, thêm 16 KB cho dấu thời gian.", "The place is as large as the certificates of the key need, with 16 KB more for a time stamp."),
		},
		{
			"SIGN-FOREIGN", diag.M("ký tệp không do kehoach lập", "a file that kehoach did not make is signed"),
			diag.M("Tệp của kehoach có dấu niêm để biết có bị sửa trước khi ký hay không; tệp khác thì không. Chữ ký xác nhận mọi thứ trong tệp, kể cả phần không nhìn thấy. Xem từng trang, và xem kehoach check --for-signing, trước khi ký; ô phải nêu tên bằng --field.", "Files of kehoach have a seal by which a change before signing is noticed; others have none. A signature confirms all that a file holds, also what is not seen. Look at each page, and at kehoach check --for-signing, before signing; the field must be named with --field."),
		},
		{
			"SIGN-DRAFT", diag.M("ký văn bản còn dấu DỰ THẢO", "a paper with the mark DỰ THẢO is signed"),
			diag.M("Bản ban hành không mang dấu dự thảo. Tệp của kehoach tự ghi là dự thảo; ở tệp khác, chương trình tìm chữ DỰ THẢO trên các trang. Bỏ dấu trong kế hoạch, lập lại PDF rồi ký.", "What is issued is no draft. Files of kehoach say that they are drafts; in others the words DỰ THẢO are looked for on the pages. Take the mark out of the plan, make the PDF again and sign that."),
		},
		{
			"SIGN-NO-LOCK", diag.M("tệp đòi khóa ô khi ký, chữ ký không khóa", "the file wants fields locked, the signature locks none"),
			diag.M("Mẫu của chương trình khác có thể đòi khóa các ô khi một ô được ký (/Lock). kehoach sign để ngỏ chỗ cho số, ngày và chữ ký sau, nên không khóa; mọi sửa đổi về sau vẫn bị kehoach verify phát hiện, trừ việc điền và ký vào ô đã có.", "Forms of other programs may want fields locked when one is signed (/Lock). kehoach sign leaves number, date and later signatures possible and locks nothing; later changes are found by kehoach verify all the same, but for filling in and signing fields that are there."),
		},
		{
			"SIGN-CHECK", diag.M("bản vừa ký không qua được bước tự kiểm tra", "the signed file did not pass our own verification"),
			diag.M("Sau khi ký, chương trình tự xác minh lại cả tệp: mọi chữ ký phải đúng và chữ ký mới phải bao trùm cả tệp. Không đạt thì không ghi tệp nào. Đây là lỗi của chương trình, thường do tệp của chương trình khác có cấu trúc lạ.", "After signing the whole file is verified: all signatures must hold and the new one must cover the whole file. Otherwise nothing is written. This is a failure of this program, mostly over an odd file of another one."),
		},
	}
}

// verifyCodes are told where signatures are judged.
func verifyCodes() []meaning {
	return []meaning{
		{
			"VERIFY-NONE", diag.M("tệp chưa có chữ ký", "the file has no signature"),
			diag.M("Không có gì để xác minh. Bản scan có hình chữ ký không phải là văn bản ký số.", "There is nothing to verify. A scan with the picture of a signature is not signed."),
		},
		{
			"VERIFY-FOREIGN", diag.M("tệp không do kehoach lập", "kehoach did not make the file"),
			diag.M("Chữ ký và mọi thay đổi sau chữ ký vẫn được xét; chỉ không biết tệp có bị sửa trước khi ký hay không.", "Signatures and what came after them are judged; only whether the file was changed before is not known."),
		},
		{
			"VERIFY-SIGNATURE", diag.M("chữ ký không đúng", "the signature does not hold"),
			diag.M("Nội dung đã đổi sau khi ký, hoặc chữ ký, chứng thư kèm theo bị sửa. Không dùng bản này.", "The content changed after it was signed, or the signature or its certificates did. Do not use this copy."),
		},
		{
			"VERIFY-RANGE", diag.M("chữ ký không bao trùm đúng phần của tệp", "the signature does not cover the right part of the file"),
			diag.M("Chữ ký phải bao trùm cả tệp như lúc ký, chỉ trừ chỗ để chính nó. Chừa ra nhiều hơn là cách giấu nội dung không được ký.", "A signature covers all of the file as it was, but its own place. To leave out more is a way to hide what nobody signed."),
		},
		{
			"VERIFY-CONTENTS", diag.M("chỗ để chữ ký bị sửa", "the place of the signature was changed"),
			diag.M("Chỗ này nằm ngoài phần được ký, nên từng chữ số được xét: một kiểu chữ, không khoảng trắng, sau chữ ký chỉ có số 0.", "It lies outside of what is signed, so each digit is looked at: one case, no blanks, nothing but zeros behind the signature."),
		},
		{
			"VERIFY-TWICE", diag.M("chữ ký bị dùng ở chỗ khác hoặc lặp lại", "a signature is used elsewhere or twice"),
			diag.M("Một chữ ký chỉ có giá trị ở đúng ô và đúng bản lúc ký; chỉ một chữ ký chứng nhận.", "A signature counts in its own field and as it was made; there is one certification."),
		},
		{
			"VERIFY-STRAY", diag.M("có chữ ký ngoài danh sách ô của tệp", "a signature that no field of the form holds"),
			diag.M("Vài chương trình ghi chữ ký lên trang mà không ghi vào danh sách ô (AcroForm). Chữ ký ấy không xét được ở đây; kiểm tra bằng chương trình đã ký.", "Some programs put a signature on a page and not into the list of fields (AcroForm). It is not judged here; verify it with the program that signed."),
		},
		{
			"VERIFY-KIND", diag.M("kiểu chữ ký chưa đọc được", "a kind of signature that is not read"),
			diag.M("Đọc được PAdES (ETSI.CAdES.detached), adbe.pkcs7.detached và dấu thời gian ETSI.RFC3161. Kiểu cũ thì kiểm tra bằng phần mềm khác.", "PAdES (ETSI.CAdES.detached), adbe.pkcs7.detached and time stamps ETSI.RFC3161 are read. Verify older kinds with other programs."),
		},
		{
			"VERIFY-CHANGED", diag.M("tệp bị sửa ngoài việc ký và điền chỗ trống", "the file was changed beside signing and filling in"),
			diag.M("Có nội dung, chú thích, phông chữ hay thiết lập bị đổi mà chữ ký cũ vẫn đúng về kỹ thuật. Chỗ bị đổi được nêu tên; không dùng bản này.", "Content, comments, fonts or settings were changed in a way that leaves the signature technically sound. The place is named; do not use this copy."),
		},
		{
			"VERIFY-TRAILING", diag.M("có phần thêm vào sau chữ ký cuối cùng", "something was added behind the last signature"),
			diag.M("Không ai ký phần đó. Nếu là số, ngày điền sau thì phải có chữ ký của cơ quan sau khi điền.", "Nobody signed it. If it is a number or a date, the body signs after they are filled in."),
		},
		{
			"VERIFY-ADDED", diag.M("có thêm dữ liệu để xác minh chữ ký", "data to judge signatures by were added"),
			diag.M("Chứng thư và trả lời thu hồi (DSS) thêm vào để kiểm tra lâu dài; không hiện trên văn bản.", "Certificates and answers on revocation (DSS) for the long term; the paper shows none of it."),
		},
		{
			"VERIFY-NOTE", diag.M("điều lạ ở chữ ký, không làm hỏng chữ ký", "something unusual about a signature that breaks nothing"),
			diag.M("Chữ ký vẫn đúng; chương trình ký đã bỏ qua một quy định của PAdES.", "The signature holds; the program that made it left out something that PAdES wants."),
		},
		{
			"VERIFY-CERT", diag.M("chứng thư của người ký có điều đáng ngờ", "something speaks against the certificate of the signer"),
			diag.M("Chữ ký khớp với chứng thư, nhưng chứng thư hết hạn, chưa có hiệu lực, của nơi cấp chứng thư, hoặc cấp cho việc khác. Được nêu cả khi không có --roots.", "The signature fits the certificate, but that had expired, did not hold yet, is that of an authority or was issued for something else. Told without --roots too."),
		},
		{
			"VERIFY-STAMP", diag.M("dấu thời gian không tin được", "the time stamp is not trusted"),
			diag.M("Ai cũng có thể gắn vào tệp đã ký một dấu thời gian của máy chủ riêng. Chỉ tính dấu mà chứng thư của máy chủ dẫn về gốc trong --roots; nếu không, giờ ký là theo lời người ký. Gốc của nơi cấp dấu thời gian có thể khác gốc của người ký: thêm nó vào tệp của --roots.", "Anybody can put a stamp of a server of his own into a signed file. Only one whose server's certificate leads to a root behind --roots counts; else the time is what the signer says. The server may have another root than the signer: add it to the file behind --roots."),
		},
		{
			"VERIFY-UNTRUSTED", diag.M("chứng thư không dẫn tới gốc tin cậy", "the certificate leads to no trusted root"),
			diag.M("Chỉ xét khi có --roots. Lấy chứng thư gốc từ trang của Ban Cơ yếu Chính phủ hoặc của nhà cung cấp, không lấy từ chính tệp. Thu hồi chứng thư không được hỏi.", "Only judged with --roots. Take root certificates from the authority, never out of the file. Whether a certificate was revoked is not asked."),
		},
	}
}
