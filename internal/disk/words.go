package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

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
	case errors.Is(err, fs.ErrNotExist):
		return diag.M("không có tệp hoặc thư mục này", "no such file or folder"),
			diag.M("kiểm tra lại tên; tên có dấu cách thì đặt trong ngoặc kép", "check the name; put a name with blanks in quotes")
	case errors.Is(err, fs.ErrExist):
		return diag.M("đã có tệp hoặc liên kết cùng tên", "a file or link of this name exists"),
			diag.M("chọn tên khác", "choose another name")
	case errors.Is(err, fs.ErrPermission):
		return diag.M("không có quyền", "permission denied"),
			diag.M("xin quyền ở đó hoặc chọn chỗ khác", "ask for the right or choose another place")
	case errors.Is(err, syscall.ENOTDIR):
		return diag.M("một phần của đường dẫn là tệp, không phải thư mục", "a part of the path is a file, not a folder"),
			diag.M("chọn một thư mục khác", "choose another folder")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return diag.M("tên quá dài", "the name is too long"),
			diag.M("đặt tên ngắn hơn", "choose a shorter name")
	case errors.Is(err, syscall.EROFS):
		return diag.M("ổ đĩa chỉ cho đọc", "the disk is read-only"),
			diag.M("chọn thư mục ở ổ khác", "choose a folder on another disk")
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
