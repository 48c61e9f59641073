package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestFirstLine: the passphrase is the first line, however an editor keeps it.
func TestFirstLine(t *testing.T) {
	utf16le := func(s string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	for _, c := range []struct{ name, file, want string }{
		{"a line", "Mật khẩu 7\n", "Mật khẩu 7"},
		{"no line end", "Mật khẩu 7", "Mật khẩu 7"},
		{"Windows", "Mật khẩu 7\r\nghi chú\r\n", "Mật khẩu 7"},
		{"a mark before it", "\ufeffMật khẩu 7\r\n", "Mật khẩu 7"},
		{"PowerShell", utf16le("Mật khẩu 7\r\n"), "Mật khẩu 7"},
		{"big end first", "\xfe\xff\x00a\x00b\x00\n", "ab"},
		{"blanks stay", "  a b \n", "  a b "},
		{"one carriage return is the line end's", "a\r\r\n", "a\r"},
		{"an empty passphrase", "\nx\n", ""},
		{"an empty file", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := firstLine(build.Input{Name: "mật khẩu.txt", Data: []byte(c.file)}); err != nil || got != c.want {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
	if got, err := firstLine(build.Input{Name: "m.txt", Data: []byte("M\xe2t")}); err == nil {
		t.Errorf("letters of another encoding gave %q", got)
	}
}

// TestSecretIsAsked: without a file and without a terminal there is none, and
// nothing is read from the standard input.
func TestSecretIsAsked(t *testing.T) {
	in := strings.NewReader("mật khẩu\n")
	a := &app{lang: "vi", in: in, out: &bytes.Buffer{}, stderr: &bytes.Buffer{}}
	if got, err := a.secret(build.Input{}, diag.M("mật khẩu", "passphrase")); err == nil || got != "" || in.Len() != len("mật khẩu\n") {
		t.Errorf("%q, %v, %d bytes left", got, err, in.Len())
	}
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a.in = f
	if got, err := a.secret(build.Input{}, diag.M("mật khẩu", "passphrase")); err == nil {
		t.Errorf("%q was read from nowhere", got)
	}
}

// TestStoppedWhileAsked: one who stops the program while it asks ends the wait, not
// the process: what was begun is still taken back by the callers.
func TestStoppedWhileAsked(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	typed := make(chan []byte)
	defer close(typed)
	asked := func() ([]byte, error) {
		stop() // as the signal does, while it is read
		return <-typed, nil
	}
	if got, err := unlessStopped(ctx, asked); !errors.Is(err, errStopped) || got != nil {
		t.Errorf("%q %v", got, err)
	}
	got, err := unlessStopped(context.Background(), func() ([]byte, error) { return []byte("mật khẩu"), io.EOF })
	if string(got) != "mật khẩu" || !errors.Is(err, io.EOF) {
		t.Errorf("%q %v", got, err)
	}
}

// TestStamperAddress: an address that cannot be used may hold a password, and is
// not repeated.
func TestStamperAddress(t *testing.T) {
	for _, s := range []string{"ftp://user:geheim@host/", "http://user:geheim@/", "geheim", "http://user:geheim@host:%zz/", "http://geheim host/", "://geheim"} {
		got, err := stamper(s)
		var rs refusals
		if got != nil || !errors.As(err, &rs) || strings.Contains(fmt.Sprint(rs), "geheim") {
			t.Errorf("%q: %v %v", s, got, err)
		}
	}
	if got, err := stamper("https://user:geheim@tsa.example/x"); err != nil || got == nil || got.URL != "https://user:geheim@tsa.example/x" {
		t.Errorf("%v %v", got, err)
	}
}

func TestSignDay(t *testing.T) {
	for s, want := range map[string]string{
		"2027-01-06": "2027-01-06", "06/01/2027": "2027-01-06", "6/1/2027": "2027-01-06", " 29/02/2028 ": "2028-02-29", "": "",
	} {
		if got, err := signDay(s); err != nil || got != want {
			t.Errorf("%q: %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"29/02/2027", "2027-13-01", "2027/01/06", "06-01-2027", "06/01/27", "hôm nay", "1", "2027-01-06T00:00:00Z"} {
		if got, err := signDay(s); err == nil {
			t.Errorf("%q is taken for %s", s, got)
		}
	}
}
