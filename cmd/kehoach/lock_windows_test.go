package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestLockByWord holds the PDF as a viewer does and the DOCX as Word does:
// nothing is replaced, nothing is left, and the clerk is told what to do.
func TestLockByWord(t *testing.T) {
	for _, held := range []string{"k.docx", "k.pdf"} {
		t.Run(held, func(t *testing.T) {
			dir := t.TempDir()
			plan := filepath.Join(dir, "k.yaml")
			args := []string{"build", plan, "-o", dir}
			save(t, plan, smallPlan)
			if out, status := try(args); status != 0 {
				t.Fatalf("status %d: %s", status, out)
			}
			before := contents(t, dir)
			save(t, plan, strings.Replace(smallPlan, "so: 12", "so: 13", 1))
			release := hold(t, filepath.Join(dir, held))
			out, status := try(args)
			release()
			if status != 2 || !strings.Contains(out, "đóng tệp trong Word rồi chạy lại") {
				t.Errorf("status %d: %s", status, out)
			}
			before["k.yaml"] = contents(t, dir)["k.yaml"]
			sameContents(t, before, contents(t, dir))
		})
	}
}

// hold opens a file so that others may read and write, but not replace it.
func hold(t *testing.T, path string) func() {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ|syscall.FILE_SHARE_WRITE, nil, syscall.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { syscall.CloseHandle(h) }
}

func try(args []string) (string, int) {
	var out bytes.Buffer
	status := run(args, strings.NewReader(""), &out, &out)
	return out.String(), status
}

func save(t *testing.T, path, data string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}
