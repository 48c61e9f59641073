package disk

import (
	"errors"
	"io/fs"
	"os"

	"kehoach.example/internal/diag"
)

// Reason puts an error of the system into a clerk's words.
func Reason(err error) (why, hint diag.Msg) {
	switch {
	case Held(err):
		return diag.M("tệp đang mở trong chương trình khác", "the file is open in another program"),
			diag.M("đóng tệp trong Word hoặc trình xem PDF rồi làm lại", "close the file in Word or the PDF viewer and try again")
	case Full(err):
		return diag.M("ổ đĩa đã đầy", "the disk is full"),
			diag.M("xóa bớt tệp hoặc chọn thư mục ở ổ khác", "free some space or choose a folder on another disk")
	case ReadOnly(err):
		return diag.M("ổ đĩa chỉ cho đọc", "the disk is read-only"),
			diag.M("chọn thư mục ở ổ khác", "choose a folder on another disk")
	case Away(err): // before what is not there: Windows calls it so too
		return diag.M("không tới được ổ đĩa (ổ mạng, USB hoặc OneDrive)", "the drive cannot be reached (a network drive, a USB stick or OneDrive)"),
			diag.M("nối lại ổ đĩa hoặc mạng, mở OneDrive, rồi chạy lại", "connect the drive or the network, start OneDrive, and run again")
	case Infected(err):
		return diag.M("chương trình chống virus giữ tệp lại", "a program against viruses keeps the file"),
			diag.M("nhờ người quản trị máy kiểm tra tệp", "ask who runs the machine to look at the file")
	case Broken(err):
		return diag.M("ổ đĩa đọc ghi bị lỗi", "the disk fails to read or write"),
			diag.M("chọn thư mục ở ổ khác và nhờ người quản trị máy kiểm tra ổ này", "choose a folder on another disk and ask who runs the machine to look at this one")
	case errors.Is(err, fs.ErrNotExist):
		return diag.M("không có tệp hoặc thư mục này", "no such file or folder"),
			diag.M("kiểm tra lại tên; tên có dấu cách thì đặt trong ngoặc kép", "check the name; put a name with blanks in quotes")
	case errors.Is(err, fs.ErrExist):
		return diag.M("đã có tệp hoặc liên kết cùng tên", "a file or link of this name exists"),
			diag.M("chọn tên khác", "choose another name")
	case errors.Is(err, fs.ErrPermission):
		return diag.M("không có quyền", "permission denied"),
			diag.M("xin quyền ở đó hoặc chọn chỗ khác", "ask for the right or choose another place")
	case NotFolder(err):
		return diag.M("một phần của đường dẫn là tệp, không phải thư mục", "a part of the path is a file, not a folder"),
			diag.M("chọn một thư mục khác", "choose another folder")
	case TooLong(err):
		return diag.M("tên hoặc đường dẫn quá dài", "the name or path is too long"),
			diag.M("đặt tên ngắn hơn, hoặc chọn thư mục gần gốc ổ đĩa hơn", "choose a shorter name, or a folder nearer to the root of the disk")
	case BadName(err):
		return diag.M("tên có ký tự mà ổ đĩa không nhận", "the name has characters that the disk does not take"),
			diag.M(`bỏ các ký tự < > : " / \ | ? * trong tên`, `leave out < > : " / \ | ? * in the name`)
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return diag.M("%v", "%v", err),
		diag.M("kiểm tra đường dẫn và ổ đĩa rồi làm lại", "check the path and the disk and try again")
}

// WhyNot tells why a file was not put in its place. Renaming fails where a program
// holds what is to be replaced, whatever Windows calls that.
func WhyNot(err error) diag.Msg {
	var le *os.LinkError
	if errors.As(err, &le) && HeldOnReplace(err) {
		return diag.M("tệp đang mở trong chương trình khác; đóng tệp rồi làm lại", "the file is open in another program; close it and try again")
	}
	why, _ := Reason(err)
	return why
}
