package docx

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
)

// group of all findings about letterheads.
const letterheadGroup = "letterhead"

// resave is the way out for whatever Word opens.
func resave() diag.Msg {
	return diag.M("mở bằng Word, chọn Lưu dưới dạng (Save As) → Word Document (.docx), rồi dùng tệp mới làm giấy tiêu đề",
		"open it in Word, choose Save As → Word Document (.docx), and use that file as the letterhead")
}

func finding(code string, sev diag.Severity, where string, message, hint diag.Msg) diag.Finding {
	return diag.New(code, sev, letterheadGroup, diag.Place{Where: where}, message, hint)
}

func refuse(code string, message, hint diag.Msg) *diag.Finding {
	f := finding(code, diag.Error, "", message, hint)
	return &f
}

func otherKind(message diag.Msg) *diag.Finding { return refuse("LETTERHEAD-KIND", message, resave()) }

func brokenFile(message diag.Msg) *diag.Finding {
	return refuse("LETTERHEAD-BROKEN", message, diag.M("xin lại tệp gốc, hoặc mở bằng Word (Word tự sửa được nhiều lỗi) rồi Lưu dưới dạng → .docx",
		"ask for the file again, or open it in Word, which mends much, and choose Save As → .docx"))
}

func tooLarge(message diag.Msg) *diag.Finding {
	return refuse("LETTERHEAD-TOO-BIG", message, diag.M("giấy tiêu đề chỉ có vài dòng và một biểu trưng: xóa phần thừa, nén ảnh trong Word (Picture Format → Compress Pictures) rồi lưu lại",
		"a letterhead is a few lines and a logo: delete the rest, compress its pictures in Word (Picture Format → Compress Pictures) and save it"))
}

func encrypted() *diag.Finding {
	return refuse("LETTERHEAD-ENCRYPTED", diag.M("tệp giấy tiêu đề được đặt mật khẩu mở tệp", "the letterhead is protected by a password"),
		diag.M("mở bằng Word với mật khẩu, vào Tệp → Thông tin → Bảo vệ tài liệu bỏ mật khẩu, rồi lưu lại dạng .docx",
			"open it in Word with its password, take the password off under File → Info → Protect Document, and save it as .docx"))
}

// The findings at places in a letterhead.

func keySplit(where, key string) diag.Finding {
	return finding("LETTERHEAD-KEY-SPLIT", diag.Info, where,
		diag.M("Word đã cắt khóa {%s} thành nhiều mẩu; chương trình đã tự ghép lại, mang kiểu chữ của chữ đầu", "Word has cut the key {%s} into pieces; it was put together again, in the look of its first letter", key),
		diag.M("không phải làm gì; muốn hết báo thì xóa khóa, gõ lại một mạch rồi lưu", "nothing has to be done; to be rid of this, delete the key, type it again in one go and save"))
}

func keyUnknown(where, typed, near string) diag.Finding {
	hint := diag.M("xem các khóa dùng được bằng lệnh `kehoach letterhead --help`; dấu ngoặc nhọn chỉ dành cho khóa", "see the keys that can be used with `kehoach letterhead --help`; braces are for keys only").
		OnPage(diag.M("xem các khóa dùng được trong hướng dẫn của chương trình; dấu ngoặc nhọn chỉ dành cho khóa", "see the keys that can be used in the guide of the program; braces are for keys only"))
	if near != "" {
		hint = diag.M("có phải {%s} không? sửa lại cho đúng; nếu đây chỉ là chữ thường thì đổi ngoặc nhọn thành ngoặc tròn", "did you mean {%s}? mend it; if this is ordinary text, use round brackets", near)
	}
	return finding("LETTERHEAD-KEY-UNKNOWN", diag.Error, where, diag.M("không có khóa nào tên {%s}", "there is no key {%s}", typed), hint)
}

func braceLoose(where, text string) diag.Finding {
	return finding("LETTERHEAD-BRACE", diag.Info, where, diag.M("dấu ngoặc nhọn ở đây không phải khóa nên được in nguyên: %s", "the braces here are no key and are printed as they are: %s", text),
		diag.M("nếu định viết khóa thì viết đủ cả hai ngoặc trong một dòng, ví dụ {so_ky_hieu}", "if a key was meant, write both braces in one line, as in {so_ky_hieu}"))
}

// keyPlace tells of a key where no value can be put.
func keyPlace(where, key string, place diag.Msg) diag.Finding {
	return finding("LETTERHEAD-KEY-PLACE", diag.Error, where,
		diag.Msg{Vi: "khóa {" + key + "} nằm trong " + place.Vi + ": chỗ này không điền được", En: "the key {" + key + "} stands in " + place.En + ", which cannot be filled"},
		diag.M("chuyển khóa ra đoạn văn bình thường", "move the key into an ordinary paragraph"))
}

func equation(where string) diag.Finding {
	return finding("LETTERHEAD-EQUATION", diag.Error, where, diag.M("giấy tiêu đề có công thức toán (Equation)", "the letterhead holds an equation"),
		diag.M("gõ lại phần đó bằng chữ thường, hoặc chèn bằng ảnh", "type it as ordinary text, or put it in as a picture"))
}

func trackedIn(where string, n int) diag.Finding {
	return finding("LETTERHEAD-TRACKED", diag.Error, where, diag.M("giấy tiêu đề còn theo dõi sửa đổi (%d chỗ): chưa rõ chữ nào được giữ", "the letterhead still tracks changes (%d of them): it is not settled which words stay", n),
		diag.M("trong Word vào Xem lại (Review) → Chấp nhận tất cả (Accept All Changes), tắt Theo dõi sửa đổi, rồi lưu lại", "in Word choose Review → Accept All Changes, turn Track Changes off, and save it"))
}

func commented(where string) diag.Finding {
	return finding("LETTERHEAD-COMMENT", diag.Warning, where, diag.M("giấy tiêu đề có lời bình: mọi văn bản in trên đó sẽ mang theo", "the letterhead has comments: every paper on it will carry them"),
		diag.M("xóa lời bình trong Word rồi lưu lại", "delete the comments in Word and save it"))
}

func objectIn(where string) diag.Finding {
	return finding("LETTERHEAD-OBJECT", diag.Error, where, diag.M("giấy tiêu đề có nhóm hình, sơ đồ (SmartArt) hoặc khung vẽ có chữ bên trong: chương trình không đọc được chữ đó", "the letterhead has a group of shapes, a diagram (SmartArt) or a canvas with text of its own, which cannot be read"),
		diag.M("thay bằng hộp văn bản (Text Box) hoặc ảnh", "put a text box or a picture in its place"))
}

func privateSign(where string) diag.Finding {
	return finding("LETTERHEAD-SIGN", diag.Error, where, diag.M("giấy tiêu đề có ký tự dùng riêng (U+E0B0 đến U+E0B4) mà chương trình cần để đánh dấu", "the letterhead has a private character (U+E0B0 to U+E0B4) that the program marks places with"),
		diag.M("xóa ký tự lạ đó, hoặc thay bằng ảnh", "delete that strange character, or put a picture in its place"))
}

func bodyMissing() diag.Finding {
	return finding("LETTERHEAD-NO-BODY", diag.Error, "", diag.M("giấy tiêu đề không có khóa {%s}: không biết đặt nội dung kế hoạch vào đâu", "the letterhead has no {%s}: nobody knows where the text of the plan goes", doc.BodyKey),
		diag.M("gõ {%s} thành một đoạn riêng ở chỗ nội dung bắt đầu", "type {%s} as a paragraph of its own where the text begins", doc.BodyKey))
}

func bodyTwice(where string) diag.Finding {
	return finding("LETTERHEAD-BODY-TWICE", diag.Error, where, diag.M("khóa {%s} đứng nhiều lần; nội dung kế hoạch chỉ đặt vào một chỗ", "{%s} stands more than once; the text of a plan goes to one place", doc.BodyKey),
		diag.M("giữ một chỗ, xóa các chỗ còn lại", "keep one and delete the others"))
}

// bodyPlace tells that the key of the text stands where a text cannot go.
func bodyPlace(where string, place diag.Msg) diag.Finding {
	return finding("LETTERHEAD-BODY-PLACE", diag.Error, where,
		diag.Msg{Vi: "khóa {" + doc.BodyKey + "} " + place.Vi, En: "{" + doc.BodyKey + "} " + place.En},
		diag.M("đặt {%s} một mình trong một đoạn thường của phần thân, ngoài bảng, hộp chữ, ô nhập, đầu trang và danh sách", "put {%s} alone into an ordinary paragraph of the body: in no table, text box, content control, header or list", doc.BodyKey))
}

func bodySection(where string) diag.Finding {
	return finding("LETTERHEAD-SECTIONS", diag.Error, where, diag.M("giấy tiêu đề chia nhiều phần (section) và {%s} không ở phần cuối", "the letterhead has several sections, and {%s} is not in the last", doc.BodyKey),
		diag.M("đưa {%s} xuống phần cuối, hoặc xóa các dấu ngắt phần (Section Break) sau nó", "move {%s} into the last section, or delete the section breaks behind it", doc.BodyKey))
}
