package build

import "kehoach.example/internal/diag"

// signKeyCodes are told of keys, tokens, roots and servers for time stamps. None
// of them leaves a signed file behind.
func signKeyCodes() []meaning {
	return []meaning{
		{
			"KEY-FILE", diag.M("tệp khóa không đọc được", "the file of the key cannot be read"),
			diag.M("Khóa ký nằm trong tệp .p12 hoặc .pfx (PKCS #12) do nơi cấp chứng thư giao. Tệp .cer, .crt, .pem không chứa đủ. Tệp cũ kiểu lạ thì nhập vào Windows (certmgr) rồi xuất lại.", "A key is kept in a .p12 or .pfx file (PKCS #12) that the issuer of the certificate gave out. A .cer, .crt or .pem is not enough. Import an old file of an odd kind into Windows (certmgr) and export it anew."),
		},
		{
			"KEY-PASSPHRASE", diag.M("mật khẩu không mở được tệp khóa", "the passphrase does not open the key"),
			diag.M("Mật khẩu phân biệt chữ hoa, chữ thường và dấu. Tệp khóa bị hỏng cũng có thể báo như vậy. Với --passphrase-file, dòng đầu của tệp là mật khẩu.", "Capitals and accents matter. A damaged file may look the same. With --passphrase-file the first line of the file is the passphrase."),
		},
		{
			"KEY-COST", diag.M("tệp khóa đòi tính quá lâu", "the key takes too long to open"),
			diag.M("Số vòng dẫn xuất khóa ghi trong tệp lớn đến mức máy sẽ treo; tệp do phần mềm thường dùng xuất ra chỉ có vài nghìn đến một triệu vòng.", "The rounds for deriving keys that the file asks for would hang the machine; usual programs write some thousands to a million."),
		},
		{
			"KEY-MISSING", diag.M("tệp không có khóa bí mật", "the file holds no private key"),
			diag.M("Tệp chỉ có chứng thư. Khi xuất từ Windows, chọn Yes, export the private key.", "It holds certificates only. When exporting from Windows choose: Yes, export the private key."),
		},
		{
			"KEY-CERT", diag.M("tệp không có chứng thư", "the file holds no certificate"),
			diag.M("Chữ ký phải kèm chứng thư của người ký. Xuất lại khóa cùng chứng thư và các chứng thư cấp trên.", "A signature needs the certificate of its signer. Export the key again with it and those above it."),
		},
		{
			"KEY-PAIR", diag.M("khóa và chứng thư không đi với nhau", "key and certificate do not belong together"),
			diag.M("Chữ ký bằng khóa này sẽ không khớp với chứng thư nào trong tệp, nên không ai kiểm tra được.", "A signature by this key would fit no certificate there, so nobody could verify it."),
		},
		{
			"KEY-SIZE", diag.M("khóa RSA quá ngắn hoặc quá dài", "the RSA key is too short or too long"),
			diag.M("Khóa RSA dưới 2048 bit không còn an toàn. Xin cấp khóa mới.", "RSA keys below 2048 bits are no longer safe. Ask for a new one."),
		},
		{
			"KEY-ALGORITHM", diag.M("loại khóa không ký được PDF", "a kind of key that signs no PDF"),
			diag.M("PDF 1.7 và PAdES dùng RSA hoặc ECDSA trên P-256, P-384, P-521. Ed25519 chỉ có trong PDF 2.0, phần mềm đọc hiện nay chưa kiểm tra được.", "PDF 1.7 and PAdES take RSA, or ECDSA over P-256, P-384, P-521. Ed25519 is known to PDF 2.0 only, and hardly to the readers of today."),
		},
		{
			"KEY-EXPIRED", diag.M("chứng thư đã hết hạn", "the certificate has expired"),
			diag.M("Chữ ký làm sau ngày hết hạn không có giá trị. Gia hạn chứng thư ở nơi cấp rồi ký lại.", "A signature made after that day is worth nothing. Have the certificate renewed and sign then."),
		},
		{
			"KEY-NOT-YET", diag.M("chứng thư chưa có hiệu lực", "the certificate is not yet valid"),
			diag.M("Thường do đồng hồ của máy chạy sai. Nếu đồng hồ đúng thì đợi đến ngày ghi trên chứng thư.", "Mostly the clock of the machine is wrong. If it is right, wait for the day that the certificate names."),
		},
		{
			"KEY-USAGE", diag.M("chứng thư không được cấp để ký", "a certificate that is not for signing"),
			diag.M("Mục Key Usage của chứng thư phải có digitalSignature hoặc nonRepudiation (contentCommitment). Chứng thư chỉ để mã hóa thì không ký được.", "Its key usage must have digitalSignature or nonRepudiation (contentCommitment). One for encryption alone cannot sign."),
		},
		{
			"KEY-CA", diag.M("chứng thư của nơi cấp chứng thư", "the certificate of an authority"),
			diag.M("Khóa của nơi cấp chứng thư chỉ để cấp chứng thư; văn bản do người hoặc cơ quan ký bằng khóa của mình.", "The key of an authority issues certificates; papers are signed by a person or an organisation with their own."),
		},
		{
			"KEY-PURPOSE", diag.M("chứng thư không ghi mục đích ký tài liệu", "the certificate does not name the signing of documents"),
			diag.M("Mục Extended Key Usage chỉ ghi mục đích khác, như máy chủ web. Chữ ký vẫn đúng; một số phần mềm có thể nhắc.", "Its extended key usage names other purposes only, such as web servers. The signature is right; some programs may mention it."),
		},
		{
			"KEY-SIGN", diag.M("khóa không ký được", "the key makes no signature"),
			diag.M("Thiết bị hoặc tệp khóa không trả lời, hoặc trả chữ ký không khớp với chứng thư. Chưa có tệp nào được ghi.", "The token or the key does not answer, or its signature does not fit the certificate. Nothing was written."),
		},
		{
			"KEY-TOKEN", diag.M("bản chương trình này không dùng token", "this build knows no tokens"),
			diag.M("Thư viện của token viết bằng C, nên bản thường không có. Dựng bằng: CGO_ENABLED=1 go build -tags pkcs11 ./cmd/kehoach", "The libraries of tokens are C, so the usual build is without. Build one that has them: CGO_ENABLED=1 go build -tags pkcs11 ./cmd/kehoach"),
		},
		{
			"KEY-TOKEN-LIBRARY", diag.M("thư viện của token không nạp được", "the library of the token cannot be loaded"),
			diag.M("Mỗi loại token có thư viện PKCS#11 riêng (.dll trên Windows, .so trên Linux), cài cùng phần mềm của nó. Chương trình 64 bit cần thư viện 64 bit.", "Each kind of token has a PKCS#11 library of its own (.dll on Windows, .so on Linux), installed with its program. A 64-bit program needs a 64-bit one."),
		},
		{
			"KEY-TOKEN-LABEL", diag.M("không rõ token nào", "it is not clear which token"),
			diag.M("Không có token nào mang nhãn đã ghi, hoặc có nhiều token mà không ghi nhãn. Lời báo liệt kê các token đang cắm.", "No token has that label, or several are plugged in and none was named. The message lists them."),
		},
		{
			"KEY-TOKEN-PIN", diag.M("mã PIN của token sai hoặc thiếu", "the PIN of the token is wrong or missing"),
			diag.M("Mã PIN chỉ được gửi một lần cho mỗi lần chạy. Sai liên tiếp vài lần thì token tự khóa.", "The PIN is sent once in a run. After a few wrong ones in a row the token locks itself."),
		},
		{
			"KEY-TOKEN-LOCKED", diag.M("mã PIN của token đã bị khóa", "the PIN of the token is locked"),
			diag.M("Chỉ nơi cấp chứng thư, hoặc người giữ mã SO-PIN, mở khóa được.", "Only the issuer of the certificate, or who has the SO-PIN, can unlock it."),
		},
		{
			"KEY-TOKEN-OPEN", diag.M("không mở được token", "the token cannot be opened"),
			diag.M("Token bị rút ra, đang bị chương trình khác giữ, hoặc thư viện báo lỗi.", "It was taken out, another program holds it, or its library fails."),
		},
		{
			"KEY-TOKEN-KEY", diag.M("không rõ khóa nào trong token", "it is not clear which key in the token"),
			diag.M("Khóa được gọi bằng nhãn của khóa hoặc của chứng thư. Chỉ khóa có chứng thư trong token mới ký được. Lời báo liệt kê các khóa.", "A key is called by its label or by that of its certificate. Only a key whose certificate lies in the token can sign. The message lists them."),
		},
		{
			"STAMP-URL", diag.M("địa chỉ máy chủ dấu thời gian không dùng được", "the address of the server for time stamps is of no use"),
			diag.M("Địa chỉ đầy đủ, bắt đầu bằng http:// hoặc https://.", "It is a whole address that begins with http:// or https://."),
		},
		{
			"STAMP-SERVER", diag.M("không lấy được dấu thời gian", "no time stamp was had"),
			diag.M("Máy chủ không trả lời trong 30 giây, trả lỗi HTTP, hoặc chuyển sang địa chỉ kém an toàn hơn. Tệp chưa được ký; bỏ dấu thời gian thì vẫn ký được.", "The server did not answer within 30 seconds, answered with an HTTP error, or sent on to a less safe address. Nothing was signed; without a time stamp it can be."),
		},
		{
			"STAMP-ANSWER", diag.M("trả lời không phải dấu thời gian", "the answer is no time stamp"),
			diag.M("Máy chủ trả một trang web hoặc dữ liệu khác, không phải trả lời theo RFC 3161.", "The server answers with a web page or something else, not as RFC 3161 says."),
		},
		{
			"STAMP-REFUSED", diag.M("máy chủ từ chối cấp dấu thời gian", "the server gives no time stamp"),
			diag.M("Lý do là lời của máy chủ. Thường do chưa đăng ký, hết lượt, hoặc máy chủ không nhận SHA-256.", "The reason is the server's own. Mostly one has to register, the allowance is used up, or it takes no SHA-256."),
		},
		{
			"STAMP-OTHER", diag.M("dấu thời gian của yêu cầu khác", "a time stamp for another request"),
			diag.M("Số của yêu cầu hoặc giá trị băm trong dấu không phải của lần ký này: có thể máy chủ trung gian trả lại câu trả lời cũ.", "The number of the request or the digest in it is not that of this signature: a proxy may have given an old answer."),
		},
		{
			"STAMP-BAD", diag.M("dấu thời gian không hợp lệ", "a time stamp that does not hold"),
			diag.M("Chữ ký của máy chủ sai, hoặc chứng thư của nó không chỉ dành cho dấu thời gian (RFC 3161, 2.3).", "The signature of the server is wrong, or its certificate is not for time stamps alone (RFC 3161, 2.3)."),
		},
		{
			"ROOTS-FILE", diag.M("tệp chứng thư gốc không đọc được", "the file of roots cannot be read"),
			diag.M("Là tệp văn bản dạng PEM, gồm một hay nhiều khối -----BEGIN CERTIFICATE-----.", "It is a text file in PEM with one or more blocks -----BEGIN CERTIFICATE-----."),
		},
	}
}
