package main

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/keep"
)

// TestIdleTooShort: a page does not end under an open tab.
func TestIdleTooShort(t *testing.T) {
	for _, idle := range []string{"3s", "59s", "-1m"} {
		var told strings.Builder
		status := run([]string{"serve", t.TempDir(), "--no-browser", "--idle", idle}, strings.NewReader(""), &told, &told)
		if status == 0 || !strings.Contains(told.String(), "quá ngắn") || !strings.Contains(told.String(), "ít nhất 1m") {
			t.Errorf("%s: %d %s", idle, status, told.String())
		}
	}
}

// TestPortRefused: a port that another program has, and one that is none, are told in
// words of their own.
func TestPortRefused(t *testing.T) {
	ownSettings(t)
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, has, _ := net.SplitHostPort(l.Addr().String())
	for port, want := range map[string]string{has: "chương trình khác đang dùng cổng", "65536": "không phải là số cổng", "-1": "không phải là số cổng"} {
		var told strings.Builder
		status := run([]string{"serve", t.TempDir(), "--no-browser", "--port", port}, strings.NewReader(""), &told, &told)
		if status != statusFailed || !strings.Contains(told.String(), want) || !strings.Contains(told.String(), "bỏ --port") {
			t.Errorf("%s: %d %s", port, status, told.String())
		}
	}
}

// TestChosenFolderRefused: the page tells in the clerk's words why a folder that was
// chosen cannot be opened.
func TestChosenFolderRefused(t *testing.T) {
	ownSettings(t)
	p, _ := started(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "tệp")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{file, filepath.Join(dir, "không có")} {
		_, err := p.choose(bad)
		f := (*keep.Fault)(nil)
		if !errors.As(err, &f) || !strings.Contains(f.Why.Vi, "không mở được thư mục "+bad) || f.Hint.Vi == "" {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// TestLabelOfAnotherPort: a folder whose port another program has now gets a name that
// this one cannot have heard.
func TestLabelOfAnotherPort(t *testing.T) {
	first := recent{label: newLabel()}.movedTo(8001)
	if again := first.movedTo(8001); again != first {
		t.Errorf("%+v is not at the address of the last time %+v", again, first)
	}
	if moved := first.movedTo(8002); moved.label == first.label || !isLabel.MatchString(moved.label) || moved.port != 8002 {
		t.Errorf("%+v", moved)
	}
}
