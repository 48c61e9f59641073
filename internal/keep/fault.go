package keep

import (
	"errors"
	"io/fs"
	"os"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// What a caller may have to tell apart, by errors.Is.
var (
	ErrStale   = errors.New("keep: the text has changed since this revision")
	ErrChanged = errors.New("keep: somebody changed the file on the disk")
	ErrGone    = errors.New("keep: the file is no longer on the disk")
	ErrBusy    = errors.New("keep: another process has the plan")
	ErrName    = errors.New("keep: no name of a plan file")
	ErrClosed  = errors.New("keep: closed")
	ErrSpoilt  = errors.New("keep: what was stored is spoilt")
	ErrSize    = errors.New("keep: too large")
	// ErrReadOnly: nothing can be written in the folder, so the plan cannot be opened;
	// its file has all of it, and Read gives that.
	ErrReadOnly = errors.New("keep: the folder is read-only")
)

// Fault is why something was not done, and what to do about it. All errors of
// this package are of type *Fault.
type Fault struct {
	Why, Hint diag.Msg
	Err       error // one of the above, or what the system says
}

// Error is for programmers; people read Why and Hint.
func (f *Fault) Error() string { return f.Why.En }

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

func fault(err error, why, hint diag.Msg) error { return &Fault{why, hint, err} }

// trouble tells why the system refused something, behind what was tried.
func trouble(tried diag.Msg, err error) error {
	if f := (*Fault)(nil); err == nil || errors.As(err, &f) {
		return err
	}
	why, hint := reason(err)
	return fault(err, diag.Msg{Vi: tried.Vi + ": " + why.Vi, En: tried.En + ": " + why.En}, hint)
}

// reason puts an error of the system into the words of a clerk who has the text
// before him on a page.
func reason(err error) (why, hint diag.Msg) {
	why, hint = disk.Reason(err)
	var le *os.LinkError
	switch {
	case disk.Held(err), errors.As(err, &le) && disk.HeldOnReplace(err):
		why = diag.M("tệp đang mở trong chương trình khác", "the file is open in another program")
		hint = diag.M("đóng tệp trong chương trình kia rồi thử lại", "close the file in the other program and try again")
	case disk.Full(err):
		hint = diag.M("đừng đóng trang này; xóa bớt tệp trên ổ đĩa", "do not close this page; free some space on the disk")
	case disk.ReadOnly(err):
		hint = diag.M("đừng đóng trang này; mở khóa chống ghi của ổ đĩa, hoặc chép nội dung sang thư mục ở ổ khác", "do not close this page; lift the write protection of the disk, or copy the text to a folder on another disk")
	case disk.Away(err):
		hint = diag.M("đừng đóng trang này; nối lại ổ đĩa hoặc mạng, mở OneDrive", "do not close this page; connect the drive or the network, start OneDrive")
	case disk.Infected(err), disk.Broken(err), disk.BadName(err):
	case errors.Is(err, fs.ErrPermission):
		hint = diag.M("đừng đóng trang này; xin quyền ghi vào thư mục, hoặc chép nội dung sang thư mục khác", "do not close this page; ask for the right to write in the folder, or copy the text to another folder")
	case errors.Is(err, fs.ErrExist), disk.TooLong(err):
	case errors.Is(err, fs.ErrNotExist), disk.NotFolder(err):
		hint = diag.M("xem thư mục có bị xóa, đổi tên hay ngắt khỏi máy không", "see whether the folder was deleted, renamed or disconnected")
	default:
		hint = diag.M("kiểm tra thư mục và ổ đĩa rồi thử lại", "check the folder and the disk and try again")
	}
	return why, hint
}
