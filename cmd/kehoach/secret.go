package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"unicode/utf8"

	"golang.org/x/term"
	"golang.org/x/text/encoding/unicode"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// maxSecret is the largest file that a passphrase is read from, in bytes.
const maxSecret = 64 << 10

// secret gets a passphrase or a PIN: the first line of a file, without a name of
// none, or what is typed at the terminal and not shown. It is never taken from the command line or from
// the environment, where others can read it.
func (a *app) secret(file build.Input, of diag.Msg) (string, error) {
	if file.Name != "" {
		return firstLine(file)
	}
	f, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return "", refuse(diag.Msg{Vi: "không hỏi được " + of.Vi + ": stdin không phải màn hình gõ lệnh", En: of.En + " cannot be asked for: stdin is no terminal"},
			diag.M("ghi mật khẩu vào dòng đầu một tệp chỉ mình đọc được rồi thêm --passphrase-file TỆP", "put it into the first line of a file that only you can read and add --passphrase-file FILE"))
	}
	return a.typed(f, of)
}

// typed asks at a terminal. One who stops the program there gets back a terminal
// that shows what is typed, and the command ends as it does after any refusal.
func (a *app) typed(f *os.File, of diag.Msg) (string, error) {
	fd := int(f.Fd())
	tried := diag.Msg{Vi: "không đọc được " + of.Vi, En: of.En + " cannot be read"}
	state, err := term.GetState(fd)
	if err != nil {
		return "", trouble(tried, err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprint(a.stderr, diag.Msg{Vi: "Nhập " + of.Vi + ": ", En: "Enter " + of.En + ": "}.In(a.lang))
	typed, err := unlessStopped(ctx, func() ([]byte, error) { return term.ReadPassword(fd) })
	fmt.Fprintln(a.stderr)
	switch {
	case errors.Is(err, errStopped):
		term.Restore(fd, state)
		return "", refuse(diag.Msg{Vi: "đã dừng khi đang hỏi " + of.Vi, En: "stopped while asking for " + of.En},
			diag.M("chưa ghi gì; chạy lại khi cần", "nothing was written; run it again"))
	case err != nil:
		return "", trouble(tried, err)
	}
	return string(typed), nil
}

var errStopped = errors.New("stopped by a signal")

// unlessStopped waits for what is read, or for the end of ctx, which gives
// errStopped. A read that was not waited for goes on until the program ends.
func unlessStopped(ctx context.Context, read func() ([]byte, error)) ([]byte, error) {
	type answer struct {
		data []byte
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		data, err := read()
		answers <- answer{data, err}
	}()
	select {
	case got := <-answers:
		return got.data, got.err
	case <-ctx.Done():
		return nil, errStopped
	}
}

// firstLine is the first line of a file without its line end. Editors put a mark
// of the encoding before it, and the redirection of PowerShell writes UTF-16.
func firstLine(file build.Input) (string, error) {
	data := file.Data
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		var err error
		if data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data); err != nil {
			return "", err
		}
	}
	if !utf8.Valid(data) {
		return "", refuse(diag.M("tệp mật khẩu %s không phải UTF-8", "the passphrase file %s is not UTF-8", file.Name),
			diag.M("lưu lại tệp bằng Notepad, chọn Encoding: UTF-8", "save it again in Notepad with Encoding: UTF-8"))
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

var smallSecret = diag.M("tệp mật khẩu chỉ cần một dòng; kiểm tra lại tệp đã chọn", "a passphrase file needs one line; check which file was named")
