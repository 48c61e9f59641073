package list

import (
	"bytes"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// The first signs of texts that are no list.
const (
	magicRTF = "{\\rtf"
	magicPDF = "%PDF-"
)

// saveAs is the way out for whatever Excel opens.
func saveAs() diag.Msg {
	return diag.M("mở bằng Excel hoặc LibreOffice, chọn Lưu dưới dạng (Save As) → Excel Workbook (.xlsx), rồi dùng tệp .xlsx đó",
		"open it in Excel or LibreOffice, choose Save As → Excel Workbook (.xlsx), and use that file")
}

// otherKind refuses a file that is something else, by its name.
func otherKind(what diag.Msg, hint diag.Msg) error {
	return refuse("LIST-FORMAT", diag.Msg{Vi: "đây là " + what.Vi + ", không phải danh sách Excel (.xlsx) hay CSV", En: "this is " + what.En + ", no Excel (.xlsx) or CSV list"}, hint)
}

// asTable is the way out where the rows stand in a file of another kind.
func asTable() diag.Msg {
	return diag.M("chép bảng sang Excel, mỗi đơn vị một dòng, dòng đầu là tên cột, lưu dạng .xlsx rồi dùng tệp đó",
		"copy the table into Excel, a row for each unit, the names of the columns in the first row, save it as .xlsx and use that")
}

// knownOther refuses what is neither a zip nor text, and text that is no table.
func knownOther(data []byte) error {
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	lower := strings.ToLower(string(text[:min(len(text), 2048)]))
	switch {
	case len(text) == 0:
		return refuse("LIST-EMPTY-FILE", diag.M("tệp danh sách trống", "the list is empty"),
			diag.M("mở tệp bằng Excel xem có dữ liệu không; có thể tệp chưa tải về đủ", "open it in Excel and see whether it holds anything; it may not have been loaded whole"))
	case opc.IsCompound(data):
		return oldOffice(data)
	case bytes.HasPrefix(text, []byte(magicPDF)):
		return otherKind(diag.M("tệp PDF", "a PDF"), diag.M("xin tệp Excel gốc của danh sách", "ask for the Excel file of the list"))
	case strings.HasPrefix(lower, magicRTF):
		return otherKind(diag.M("tệp RTF của Word", "an RTF file of Word"), asTable())
	case strings.HasPrefix(lower, "<html"), strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<table"), strings.HasPrefix(lower, "mime-version:"):
		return otherKind(diag.M("trang web (HTML) mang đuôi của Excel, như nhiều phần mềm xuất ra", "a web page (HTML) with a name of Excel, as much software exports it"), saveAs())
	case strings.HasPrefix(lower, "<?xml"):
		return otherKind(diag.M("tệp XML (có thể là bảng tính XML của Excel 2003)", "an XML file (perhaps a spreadsheet of Excel 2003)"), saveAs())
	}
	return nil
}

// oldOffice tells the kinds of OLE compound file apart by the names of their
// streams, which stand in the directory in UTF-16 ([MS-CFB] 2.6.1).
func oldOffice(data []byte) error {
	has := func(stream string) bool { return opc.HasStream(data, stream) }
	switch {
	case has("EncryptedPackage"):
		return refuse("LIST-ENCRYPTED", diag.M("tệp Excel này được đặt mật khẩu mở tệp", "this Excel file is protected by a password"),
			diag.M("mở bằng Excel với mật khẩu, vào Tệp → Thông tin → Bảo vệ sổ làm việc (Encrypt with Password) xóa mật khẩu, lưu lại dạng .xlsx rồi dùng tệp đó",
				"open it in Excel with its password, clear it under File → Info → Protect Workbook (Encrypt with Password), save it as .xlsx and use that"))
	case has("Workbook"), has("Book"):
		return refuse("LIST-FORMAT", diag.M("đây là tệp Excel đời cũ (.xls), chương trình chỉ đọc .xlsx và .csv", "this is an old Excel file (.xls); only .xlsx and .csv are read"), saveAs())
	case has("WordDocument"):
		return otherKind(diag.M("tệp Word đời cũ (.doc)", "an old Word file (.doc)"), asTable())
	}
	return otherKind(diag.M("tệp Office đời cũ (.xls, .doc …) hoặc tệp hỏng", "an old Office file (.xls, .doc …) or a broken one"), saveAs())
}

// otherZip refuses a zip that is no book of Excel.
func otherZip(p *pack) error {
	switch {
	case p.Has("word/document.xml"):
		return otherKind(diag.M("tệp Word (.docx)", "a Word file (.docx)"), asTable())
	case p.Has("ppt/presentation.xml"):
		return otherKind(diag.M("tệp PowerPoint (.pptx)", "a PowerPoint file (.pptx)"), asTable())
	case p.Has("xl/workbook.bin"):
		return otherKind(diag.M("tệp Excel nhị phân (.xlsb)", "a binary Excel file (.xlsb)"), saveAs())
	case p.Has("mimetype"), p.Has("content.xml"):
		return otherKind(diag.M("tệp OpenDocument (.ods của LibreOffice)", "an OpenDocument file (.ods of LibreOffice)"), saveAs())
	}
	return otherKind(diag.M("tệp nén không chứa sổ Excel", "a zip without an Excel book"),
		diag.M("nếu là tệp .zip thì giải nén ra và dùng tệp .xlsx bên trong", "where it is a .zip, unpack it and use the .xlsx in it"))
}
