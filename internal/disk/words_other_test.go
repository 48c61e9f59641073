//go:build !windows

package disk

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

// TestWords: each way in which a system refuses is told in a clerk's words.
func TestWords(t *testing.T) {
	for number, words := range map[syscall.Errno]string{
		syscall.EBUSY: "đang mở trong chương trình khác", syscall.ENOSPC: "đã đầy", syscall.EDQUOT: "đã đầy", syscall.EROFS: "chỉ cho đọc",
		syscall.ESTALE: "không tới được ổ đĩa", syscall.ENODEV: "không tới được ổ đĩa", syscall.ETIMEDOUT: "không tới được ổ đĩa", syscall.EIO: "bị lỗi",
		syscall.ENOENT: "không có tệp hoặc thư mục", syscall.EEXIST: "đã có tệp", syscall.EACCES: "không có quyền",
		syscall.ENOTDIR: "là tệp, không phải thư mục", syscall.ENAMETOOLONG: "quá dài",
	} {
		why, hint := Reason(&fs.PathError{Op: "open", Path: "k", Err: number})
		if !strings.Contains(why.Vi, words) || hint.Vi == "" || hint.En == "" {
			t.Errorf("%v: %q, want %q", number, why.Vi, words)
		}
	}
}
