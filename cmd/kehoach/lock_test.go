package main

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// heldErrors are what the system says of a file that another program holds.
func heldErrors() []syscall.Errno {
	if runtime.GOOS == "windows" {
		return []syscall.Errno{32, 33} // sharing violation, lock violation
	}
	return []syscall.Errno{syscall.EBUSY, syscall.ETXTBSY}
}

func TestLockedFileIsTold(t *testing.T) {
	for _, e := range heldErrors() {
		err := error(&os.LinkError{Op: "rename", Old: "a", New: "b", Err: e})
		rs := trouble(diag.M("không ghi được k.docx", "k.docx cannot be written"), err)
		if !strings.Contains(rs[0].hint.Vi, "đóng tệp trong Word hoặc trình xem PDF rồi làm lại") {
			t.Errorf("%v: the hint is %q", e, rs[0].hint.Vi)
		}
		if !disk.HeldOnReplace(err) {
			t.Errorf("%v: not known as held", e)
		}
	}
	for _, e := range []error{fs.ErrNotExist, syscall.ENOTDIR, errors.New("?")} {
		if disk.Held(e) {
			t.Errorf("%v is no lock", e)
		}
	}
}

// TestLockReasons asks that no reason is left without both texts and a hint.
func TestLockReasons(t *testing.T) {
	for _, e := range append([]syscall.Errno{
		syscall.ENOENT, syscall.EEXIST, syscall.EACCES, syscall.ENOTDIR, syscall.ENAMETOOLONG, syscall.EROFS, syscall.EIO,
	}, heldErrors()...) {
		why, hint := disk.Reason(&fs.PathError{Op: "open", Path: "k", Err: e})
		for _, s := range []string{why.Vi, why.En, hint.Vi, hint.En} {
			if s == "" {
				t.Errorf("%v: a text is missing: %v, %v", e, why, hint)
			}
		}
	}
}
