package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// refusal is why the program does not do what it was asked, and what to do.
type refusal struct{ msg, hint diag.Msg }

// refusals is an error that ends the program with statusFailed. It tells all
// reasons at once.
type refusals []refusal

// Error is for programmers; people read what refused prints.
func (rs refusals) Error() string {
	var out []string
	for _, r := range rs {
		out = append(out, r.msg.En)
	}
	return strings.Join(out, "; ")
}

// orNil gives an error only where something was refused.
func (rs refusals) orNil() error {
	if len(rs) == 0 {
		return nil
	}
	return rs
}

// add takes in an error of any kind; nil adds nothing.
func (rs refusals) add(err error) refusals {
	var more refusals
	switch {
	case err == nil:
		return rs
	case errors.As(err, &more):
		return append(rs, more...)
	}
	return append(rs, ownFailure(err)...)
}

// refuse makes a refusal; none goes without a hint.
func refuse(msg, hint diag.Msg) refusals { return refusals{{msg, hint}} }

// ownFailure is a mistake of the program, not of its user.
func ownFailure(err error) refusals {
	return refuse(diag.M("lỗi của chương trình: %v", "failure of the program: %v", err),
		diag.M("gửi tệp nguồn và dòng trên cho người phát triển", "send the source and the line above to the developers"))
}

// trouble tells why the system refused something, behind what was tried.
func trouble(tried diag.Msg, err error) refusals {
	why, hint := reason(err)
	return refuse(diag.Msg{Vi: tried.Vi + ": " + why.Vi, En: tried.En + ": " + why.En}, hint)
}

// reason puts an error of the system into a clerk's words.
func reason(err error) (why, hint diag.Msg) {
	switch {
	case disk.Held(err):
		return diag.M("tệp đang mở trong chương trình khác", "the file is open in another program"),
			diag.M("đóng tệp trong Word hoặc trình xem PDF rồi chạy lại", "close the file in Word or the PDF viewer and run again")
	case disk.Full(err):
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
		diag.M("kiểm tra đường dẫn và ổ đĩa rồi chạy lại", "check the path and the disk and run again")
}

// refused prints refusals for people, in the manner of findings.
func (a *app) refused(rs refusals) {
	word := diag.M("lỗi", "error").In(a.lang)
	for _, r := range rs {
		fmt.Fprintf(a.stderr, "%s: %s\n", word, diag.Legible(r.msg.In(a.lang)))
		fmt.Fprintf(a.stderr, "    → %s\n", diag.Legible(r.hint.In(a.lang)))
	}
}
