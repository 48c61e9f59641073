package readback

import (
	"fmt"
	"os"
	"path/filepath"
)

// MuPDF returns a PDF as `mutool clean` writes it anew, with further options. An error means that mutool is missing
// or could not read the file.
func MuPDF(pdf []byte, options ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "out.pdf")
	args := append(append([]string{"clean"}, options...), "{}", path)
	if _, err := onFile(pdf, "mutool", args...); err != nil {
		return nil, err
	}
	out, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("mutool clean: %w", err)
	}
	return out, nil
}
