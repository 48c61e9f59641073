package desktop

import (
	"os"
	"runtime"

	"golang.org/x/sys/windows"
)

// Open hands a file or folder to the program that the system has for it. The path
// is absolute; all of its letters arrive (ShellExecuteW), whatever the code page.
func Open(path string) error {
	if _, err := os.Stat(path); err != nil {
		return err // the system might show a window of its own
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	runtime.LockOSThread() // what is asked may live in a library that needs its thread
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}

// moved tells where the documents are: OneDrive and people move them. "" is not known.
func moved(string) string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return dir
}
