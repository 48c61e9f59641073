// Package disk writes files so that a reader finds the old one or the new one
// and never a part, and knows what the systems call the ways in which a disk
// refuses.
//
// In: an open folder, a name, bytes. Out: files beside their place, ready to be
// renamed; locks; why the system refused something, in the words of people.
package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// ErrLocked tells that another process has a file.
var ErrLocked = errors.New("disk: locked by another process")

// NewMode is that of a file that replaces none, before the umask.
const NewMode fs.FileMode = 0o666

// Stage writes data into a new file in dir, a folder inside of root, and gives
// its name: short, so that a long name of the target does not become too long
// by it. old is the mode of the file that it will replace, 0 where there is
// none. What was staged has reached the disk; after an error nothing is left.
func Stage(root *os.Root, dir string, data []byte, old fs.FileMode) (temp string, err error) {
	f, temp, err := create(root, dir, old)
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if old != 0 {
		_ = f.Chmod(old.Perm()) // past the umask; disks without modes refuse, rightly
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		root.Remove(temp)
		return "", err
	}
	return temp, nil
}

// tempName is what is staged, by its process.
const tempName = ".kehoach-%d-%d.tmp"

// Staged tells by the name of a file that Stage made it.
func Staged(name string) bool {
	var pid, n int
	_, err := fmt.Sscanf(name, tempName, &pid, &n)
	return err == nil && name == fmt.Sprintf(tempName, pid, n)
}

// create makes a file that was not there.
func create(root *os.Root, dir string, old fs.FileMode) (*os.File, string, error) {
	mode := old.Perm()
	if old == 0 {
		mode = NewMode
	}
	for i := 0; ; i++ {
		temp := path.Join(dir, fmt.Sprintf(tempName, os.Getpid(), i))
		f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) && i < 10_000 {
			continue
		}
		return f, temp, err
	}
}

// Put writes a file: beside its place first, then renamed over what stood there.
func Put(root *os.Root, name string, data []byte) error {
	temp, err := Stage(root, path.Dir(name), data, 0)
	if err != nil {
		return err
	}
	if err := root.Rename(temp, name); err != nil {
		root.Remove(temp)
		return err
	}
	return nil
}

// Create writes a file that must not be there yet: it fails with fs.ErrExist.
func Create(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, NewMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		root.Remove(name)
	}
	return err
}
