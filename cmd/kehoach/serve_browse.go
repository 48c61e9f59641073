package main

import (
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"time"

	"kehoach.example/internal/desktop"
)

// browserTime is how long a browser may take to read the file with the address.
const browserTime = 30 * time.Second

// browse opens an address in the browser of the user, without a shell. The address
// stands in a file that only the user can read: arguments of a program can be read
// by everybody on the machine. forget deletes it.
func browse(address string) (forget func(), err error) {
	f, err := os.CreateTemp("", "kehoach-*.html")
	if err != nil {
		return nil, err
	}
	forget = func() { os.Remove(f.Name()) }
	_, err = fmt.Fprintf(f, "<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=%s\"><title>kehoach</title>", html.EscapeString(address))
	if err = errors.Join(err, f.Close()); err == nil {
		err = desktop.Open(f.Name())
	}
	if err != nil {
		forget()
		return nil, err
	}
	return forget, nil
}

// reveal shows a folder in the file manager.
func reveal(folder string) error {
	path, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	return desktop.Open(path)
}
