package ooxml

import (
	"bytes"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// The first bytes of files that are called Word files.
const (
	magicZip = "PK\x03\x04"
	magicRTF = "{\\rtf"
	magicPDF = "%PDF-"
)

// saveAs is the way out for whatever Word opens.
func saveAs() diag.Msg {
	return diag.M("mở bằng Word, chọn Lưu dưới dạng (Save As) → Word Document (.docx), rồi nhập tệp .docx đó",
		"open it in Word, choose Save As → Word Document (.docx), and import that file")
}

// Looks tells whether a file is a DOCX, or something that is taken for one and
// that Read refuses with its reason (.doc, an encrypted file, a macro file).
func Looks(data []byte) bool {
	if len(data) >= 3 && len(data) < len(magicZip) {
		return strings.HasPrefix(magicZip, string(data))
	}
	return opc.IsZip(data) || knownOther(data) != nil
}

// knownOther refuses what is no zip and yet called a Word file.
func knownOther(data []byte) error {
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case opc.IsCompound(data):
		return oldOffice(data)
	case bytes.HasPrefix(text, []byte(magicRTF)):
		return refuse("DOCX-DOC", diag.M("đây là tệp RTF (có khi mang đuôi .doc), không phải .docx", "this is an RTF file (sometimes called .doc), not a .docx"), saveAs())
	case bytes.HasPrefix(text, []byte(magicPDF)):
		return refuse("DOCX-KIND", diag.M("đây là tệp PDF, không phải tệp Word", "this is a PDF, not a Word file"),
			diag.M("xin bản .docx của văn bản; nếu chỉ có PDF, chép chữ của nó dán vào một tệp .txt rồi nhập tệp đó",
				"ask for the .docx of the paper; where there is only the PDF, copy its text into a .txt file and import that"))
	case webPage(text):
		return refuse("DOCX-DOC", diag.M("đây là trang web do Word lưu (HTML, MHTML hoặc XML, có khi mang đuôi .doc), không phải .docx",
			"this is a page that Word saved as HTML, MHTML or XML (sometimes called .doc), not a .docx"), saveAs())
	}
	return nil
}

// webPage tells whether a text is a page that Word wrote. Only what names Word
// in its head is: other pages are text.
func webPage(text []byte) bool {
	head := strings.ToLower(string(text[:min(len(text), 4096)]))
	switch {
	case strings.HasPrefix(head, "mime-version:"):
		return strings.Contains(head, "multipart/related")
	case strings.HasPrefix(head, "<html"), strings.HasPrefix(head, "<!doctype html"):
		return strings.Contains(head, "urn:schemas-microsoft-com:office:") || strings.Contains(head, "content=word.document")
	case strings.HasPrefix(head, "<?xml"):
		return strings.Contains(head, `progid="word.document"`)
	}
	return false
}

// oldOffice tells the kinds of OLE compound file apart by the names of their
// streams, which stand in the directory in UTF-16 ([MS-CFB] 2.6.1).
func oldOffice(data []byte) error {
	has := func(stream string) bool { return opc.HasStream(data, stream) }
	switch {
	case len(data) > MaxFile:
		return fileTooBig(data)
	case has("WordDocument"):
		return refuse("DOCX-DOC", diag.M("đây là tệp Word đời cũ (.doc), chương trình chỉ đọc .docx", "this is an old Word file (.doc); only .docx is read"), saveAs())
	case has("EncryptedPackage"):
		return refuse("DOCX-ENCRYPTED", diag.M("tệp Word này được đặt mật khẩu mở tệp", "this Word file is protected by a password"),
			diag.M("mở bằng Word với mật khẩu, vào Tệp → Thông tin → Bảo vệ tài liệu bỏ mật khẩu, chọn Lưu dưới dạng → .docx rồi nhập lại",
				"open it in Word with its password, take the password off under File → Info → Protect Document, choose Save As → .docx and import that"))
	case has("Workbook"), has("Book"):
		return otherKind(diag.M("tệp Excel đời cũ (.xls)", "an old Excel file (.xls)"))
	case has("PowerPoint Document"):
		return otherKind(diag.M("tệp PowerPoint đời cũ (.ppt)", "an old PowerPoint file (.ppt)"))
	}
	return refuse("DOCX-DOC", diag.M("đây là tệp Office đời cũ (.doc, .xls …) hoặc tệp hỏng, không phải .docx", "this is an old Office file (.doc, .xls …) or a broken one, not a .docx"), saveAs())
}

// otherKind refuses a file that is something else, by its name.
func otherKind(what diag.Msg) error {
	return refuse("DOCX-KIND", diag.Msg{Vi: "đây là " + what.Vi + ", không phải tệp Word .docx", En: "this is " + what.En + ", not a Word .docx"}, saveAs())
}

func fileTooBig(data []byte) error { return refusal{TooBig("", int64(len(data)))} }
