package disk

import (
	"errors"
	"os"
	"path"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var replaceFile = windows.NewLazySystemDLL("kernel32.dll").NewProc("ReplaceFileW")

const (
	// Rights and streams that cannot be carried over are no reason to lose a text.
	ignoreMergeErrors = 0x2
	ignoreACLErrors   = 0x4

	longest = 1 << 15 // letters of a path

	// Virus scanners, indexers and synchronisers hold a new file for a moment.
	tries = 8
	wait  = 25 * time.Millisecond
)

// Supplant puts the file with into the place of the file name. What stood there in
// that moment, whoever put it there, is found as aside, where nothing may stand. The
// new file has the rights, the time of creation and the streams of the old one.
//
// Windows does this in two renames (ReplaceFileW): where the process is killed or the
// power fails between them nothing stands at name, and what stood there is aside.
// After an error that is no *Displaced nothing has changed. Nobody can write into the
// file that stands there meanwhile, and where somebody has it open for writing it
// fails as Held. Where ReplaceFileW cannot, for whatever reason, the error is
// errors.ErrUnsupported: a plain rename may do it.
func Supplant(root *os.Root, name, with, aside string) error {
	fail := func(err error) error {
		return &os.LinkError{Op: "supplant", Old: with, New: name, Err: err}
	}
	at, done, err := places(root, name, with, aside)
	defer done()
	if err != nil {
		return fail(err)
	}
	if _, err := root.Lstat(aside); err == nil { // it would be replaced
		return fail(syscall.ERROR_ALREADY_EXISTS)
	}
	for i := 1; ; i++ {
		err = supplant(at[0], at[1], at[2])
		switch {
		case err == nil:
			return nil
		case errors.Is(err, windows.ERROR_UNABLE_TO_MOVE_REPLACEMENT_2):
			return putBack(at[0], at[2], aside, fail(err))
		case !passes(err) || i == tries:
			return fail(err)
		}
		time.Sleep(wait)
	}
}

// supplant holds the file that stands there, so that nobody writes into it, and has
// it replaced. Others may still rename and delete it; that is what aside is for.
func supplant(name, with, aside *uint16) error {
	h, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_DELETE, nil,
		windows.OPEN_EXISTING, windows.FILE_FLAG_OPEN_REPARSE_POINT, 0)
	if err != nil {
		return err
	}
	defer windows.CloseHandle(h)
	ok, _, err := replaceFile.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(with)), uintptr(unsafe.Pointer(aside)),
		ignoreMergeErrors|ignoreACLErrors, 0, 0)
	switch {
	case ok != 0:
		return nil
	case errors.Is(err, windows.ERROR_UNABLE_TO_MOVE_REPLACEMENT_2):
		return err
	}
	return &cannotReplace{err}
}

// cannotReplace is why ReplaceFileW did not do it. That is not said to be held by
// another program: that is for a rename to find out.
type cannotReplace struct{ why error }

func (c *cannotReplace) Error() string { return "ReplaceFile: " + c.why.Error() }

func (c *cannotReplace) Unwrap() error { return errors.ErrUnsupported }

// putBack undoes the first of the two renames. It never replaces what somebody put in
// the place meanwhile.
func putBack(name, aside *uint16, where string, cause error) error {
	var err error
	for i := 0; i < tries; i++ {
		if err = windows.MoveFileEx(aside, name, windows.MOVEFILE_WRITE_THROUGH); err == nil {
			return cause
		}
		if !passing(err) {
			break
		}
		time.Sleep(wait)
	}
	return &Displaced{where, errors.Join(cause, err)}
}

// passes tells whether it is worth while to try again.
func passes(err error) bool {
	if c := (*cannotReplace)(nil); errors.As(err, &c) {
		err = c.why
	}
	return passing(err)
}

// passing tells errors that go away when a scanner lets a file go.
func passing(err error) bool {
	return HeldOnReplace(err) || errors.Is(err, windows.ERROR_UNABLE_TO_REMOVE_REPLACED) || errors.Is(err, windows.ERROR_UNABLE_TO_MOVE_REPLACEMENT)
}

// moveNew is a rename that replaces nothing, in one step. A second name would stay
// where another program holds the file and does not let it be deleted: it could be made
// then, but neither name be removed.
func moveNew(root *os.Root, from, to string) error {
	at, done, err := places(root, from, to)
	defer done()
	if err == nil {
		err = windows.MoveFileEx(at[0], at[1], windows.MOVEFILE_WRITE_THROUGH)
	}
	if err != nil {
		return &os.LinkError{Op: "move", Old: from, New: to, Err: err}
	}
	return nil
}

// places gives what Windows calls files of a folder: by the folders that root opened,
// so that no link leads out of it, and of any length. The folders stay open until done.
func places(root *os.Root, names ...string) (at []*uint16, done func(), err error) {
	var open []*os.File
	done = func() {
		for _, f := range open {
			f.Close()
		}
	}
	for _, name := range names {
		dir, err := root.Open(path.Dir(name))
		if err != nil {
			return nil, done, err
		}
		open = append(open, dir)
		buf := make([]uint16, longest)
		n, err := windows.GetFinalPathNameByHandle(windows.Handle(dir.Fd()), &buf[0], longest, 0)
		if err != nil {
			return nil, done, errors.Join(errors.ErrUnsupported, err) // a disk that is no volume
		}
		p, err := windows.UTF16PtrFromString(windows.UTF16ToString(buf[:n]) + `\` + path.Base(name))
		if err != nil {
			return nil, done, err
		}
		at = append(at, p)
	}
	return at, done, nil
}
