package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/output"
)

// serveFlags are the options of `kehoach serve`.
type serveFlags struct {
	port  int
	quiet bool // opens no browser
	idle  time.Duration
	forms string
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   a.text("serve [THƯ-MỤC]", "serve [FOLDER]"),
		Short: a.text("mở trang trên máy này để soạn, soát, in, ký bằng chuột", "open a page on this machine to write, check, print and sign"),
		Long: a.text(`Mở một trang trong trình duyệt của máy này: điền biểu mẫu, dán văn bản, thả tệp,
bấm nút, bên cạnh là bản in. Kế hoạch nằm trong THƯ-MỤC (mặc định: thư mục mở lần
trước; lần đầu: Kế hoạch, trong thư mục Tài liệu; trên trang chọn được thư mục khác);
mỗi chữ được ghi nhật ký ngay. Không dữ liệu nào rời máy: chương
trình chỉ nghe ở 127.0.0.1 và chỉ trả lời trình duyệt đã mở bằng địa chỉ được in ra.
Ctrl+C để dừng. Trên Windows, bấm đúp vào chương trình là mở trang này; thả một thư
mục vào biểu tượng là mở thư mục ấy.`,
			`Opens a page in the browser of this machine: fill in a form, paste text, drop
files, press buttons, with the paper as it will be printed beside it. Plans stand in
FOLDER (default: the one that was open last; at first Kế hoạch in Documents); every letter is put into a journal at once.
Nothing leaves the machine: the program listens at 127.0.0.1 only and answers only
the browser that opened the printed address. Ctrl+C ends it. On Windows a double
click on the program opens this page, and a folder dropped on its icon that folder.`),
		Example: a.text("  kehoach serve                            thư mục mặc định\n  kehoach serve \"D:\\Kế hoạch 2027\"        thư mục khác\n  kehoach serve --idle 30m                 tự dừng khi 30 phút không ai dùng",
			"  kehoach serve                            the default folder\n  kehoach serve \"D:\\Plans 2027\"           another one\n  kehoach serve --idle 30m                 ends when nobody used it for 30 minutes"),
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.serve(args, f) },
	}
	fl := cmd.Flags()
	fl.IntVar(&f.port, "port", 0, a.text("nghe ở `CỔNG` này (mặc định: cổng lần trước của thư mục, hoặc một cổng trống)", "listen at this `PORT` (default: that of the last time for this folder, or a free one)"))
	fl.BoolVar(&f.quiet, "no-browser", false, a.text("không mở trình duyệt, chỉ in địa chỉ", "open no browser, only print the address"))
	fl.DurationVar(&f.idle, "idle", 0, a.text("tự dừng khi không ai dùng suốt `THỜI-GIAN` (30m, 2h)", "end when nobody used it for this `TIME` (30m, 2h)"))
	a.templatesFlag(fl, &f.forms)
	return cmd
}

// serve keeps the page open until it is stopped.
func (a *app) serve(args []string, f serveFlags) error {
	if f.idle != 0 && f.idle < leastIdle {
		return refuse(diag.M("--idle %s quá ngắn", "--idle %s is too short", f.idle),
			diag.M("ghi ít nhất 1m, hoặc bỏ --idle để trang mở mãi", "write at least 1m, or leave --idle out and the page stays"))
	}
	office, err := a.open("", f.forms)
	if err != nil {
		return err
	}
	dir, err := planFolder(args)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	p := &pages{app: a, office: office, flags: f, ctx: ctx, open: map[string]string{}}
	address, err := p.show(dir, f.port)
	if err != nil {
		return err
	}
	defer a.opened(address, dir, f.quiet)()
	if err := p.wait(); err != nil {
		return endedSo(err)
	}
	a.say(diag.M("đã dừng; mọi kế hoạch đã được lưu", "ended; all plans are saved"))
	return nil
}

// leastIdle is the shortest time behind which a page may end that nobody uses: a tab
// that lies open is heard several times in it.
const leastIdle = time.Minute

// opened tells where the page is, and opens it. What it gives takes away what only the
// browser had to see.
func (a *app) opened(address, dir string, quiet bool) (clear func()) {
	a.say(diag.M("thư mục: %s", "folder: %s", dir))
	a.say(diag.M("trang: %s", "page: %s", address))
	a.say(diag.M("giữ cửa sổ này mở khi làm việc; Ctrl+C để dừng", "keep this window open while you work; Ctrl+C ends it"))
	if quiet {
		return func() {}
	}
	clear, err := browse(address)
	if err != nil {
		a.say(diag.M("không mở được trình duyệt: hãy chép địa chỉ trên vào trình duyệt", "no browser could be opened: copy the address above into one"))
	}
	return clear
}

// planFolder is the folder that is asked for, else the one that was open last, else
// the usual one, which is made.
func planFolder(args []string) (string, error) {
	if len(args) > 0 {
		return args[0], checkFolder(args[0])
	}
	for _, past := range recentFolders() {
		if output.CheckFolder(past.dir) == nil {
			return past.dir, nil
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", trouble(diag.M("không rõ thư mục của người dùng", "the folder of the user is not known"), err)
	}
	dir := home
	documents := filepath.Join(home, "Documents")
	if _, err := os.Stat(documents); err == nil {
		dir = documents
	}
	dir = filepath.Join(dir, "Kế hoạch")
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", trouble(diag.M("không tạo được thư mục %s", "the folder %s cannot be made", dir), err)
	}
	return dir, checkFolder(dir)
}

// browse opens an address in the browser of the user, without a shell. The address
// stands in a file that only the user can read, and not for long: arguments of a program can be read
// by everybody on the machine.
func browse(address string) (clear func(), err error) {
	f, err := os.CreateTemp("", "kehoach-*.html")
	if err != nil {
		return func() {}, err
	}
	clear = func() { os.Remove(f.Name()) }
	_, err = fmt.Fprintf(f, "<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=%s\"><title>kehoach</title>", address)
	if err = errors.Join(err, f.Close()); err != nil {
		clear()
		return clear, err
	}
	cmd := opener(f.Name())
	if err := cmd.Start(); err != nil {
		clear()
		return clear, err
	}
	go cmd.Wait()
	time.AfterFunc(browserTime, clear)
	return clear, nil
}

// opener hands a file or folder to the program that the system has for it: the
// browser, the file manager. path is absolute, and there is no shell.
func opener(path string) *exec.Cmd {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		return exec.Command("open", path)
	}
	return exec.Command("xdg-open", path)
}

// reveal shows a folder in the file manager.
func reveal(folder string) error {
	path, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	cmd := opener(path)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}

// browserTime is how long a browser may take to read the file with the address.
const browserTime = 30 * time.Second

// clicked gives the command of somebody who double-clicked the program, or dropped
// a folder on its icon: they see the page, no terminal.
func clicked(args []string) []string {
	if !mousetrap.StartedByExplorer() {
		return args
	}
	if len(args) == 0 {
		return []string{"serve"}
	}
	if info, err := os.Stat(args[0]); len(args) == 1 && err == nil && info.IsDir() {
		return []string{"serve", args[0]}
	}
	return args
}
