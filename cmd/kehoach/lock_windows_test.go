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
			putFile(t, plan, smallPlan)
			if out, status := try(args); status != 0 {
				t.Fatalf("status %d: %s", status, out)
			}
			before := contents(t, dir)
			putFile(t, plan, strings.Replace(smallPlan, "so: 12", "so: 13", 1))
			release := hold(t, filepath.Join(dir, held))
			out, status := try(args)
			release()
			if status != 2 || !strings.Contains(out, "đóng tệp trong Word hoặc trình xem PDF rồi làm lại") {
				t.Errorf("status %d: %s", status, out)
			}
			before["k.yaml"] = contents(t, dir)["k.yaml"]
			sameContents(t, before, contents(t, dir))
		})
	}
}

// TestLockOnSigned holds a PDF so that nobody else may read it: signing and
// looking at signatures tell what to do, and nothing is written.
func TestLockOnSigned(t *testing.T) {
	dir := t.TempDir()
	pdf := filepath.Join(dir, "kế hoạch.pdf")
	putFile(t, pdf, "%PDF-1.7\n")
	name, err := syscall.UTF16PtrFromString(pdf)
	if err != nil {
		t.Fatal(err)
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ, 0, nil, syscall.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.CloseHandle(h)
	for _, args := range [][]string{
		{"sign", pdf, "--key", pdf, "-o", filepath.Join(dir, "ra.pdf")},
		{"verify", pdf},
		{"check", "--for-signing", pdf},
	} {
		out, status := try(args)
		if status != 2 || !strings.Contains(out, "tệp đang mở trong chương trình khác") {
			t.Errorf("%s: status %d: %s", args[0], status, out)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
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
