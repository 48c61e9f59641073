package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/web"
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
		Use:   a.text("serve [THƯ-MỤC | KẾ-HOẠCH]", "serve [FOLDER | PLAN]"),
		Short: a.text("mở trang trên máy này để soạn, soát, in, ký bằng chuột", "open a page on this machine to write, check, print and sign"),
		Long: a.text(`Mở một trang trong trình duyệt của máy này: điền biểu mẫu, dán văn bản, thả tệp,
bấm nút, bên cạnh là bản in. Kế hoạch nằm trong THƯ-MỤC (mặc định: thư mục mở lần
trước; lần đầu: Kế hoạch, trong thư mục Tài liệu; trên trang chọn được thư mục khác);
mỗi chữ được ghi nhật ký ngay. Ghi tên một kế hoạch thì trang mở kế hoạch ấy. Thư mục
đang mở ở một cửa sổ kehoach khác thì trang ấy được mở lại. Không dữ liệu nào rời máy:
chương trình chỉ nghe ở 127.0.0.1 và chỉ trả lời trình duyệt đã mở bằng địa chỉ được
in ra. Ctrl+C để dừng. Trên Windows, bấm đúp vào chương trình là mở trang này; thả một
thư mục hoặc một kế hoạch (.yaml) vào biểu tượng là mở thư mục, kế hoạch ấy.`,
			`Opens a page in the browser of this machine: fill in a form, paste text, drop
files, press buttons, with the paper as it will be printed beside it. Plans stand in
FOLDER (default: the one that was open last; at first Kế hoạch in Documents); every
letter is put into a journal at once. Where a plan is named the page opens it. Of a
folder that is open in another kehoach the page there is opened again. Nothing leaves
the machine: the program listens at 127.0.0.1 only and answers only the browser that
opened the printed address. Ctrl+C ends it. On Windows a double click on the program
opens this page, and a folder or a plan (.yaml) dropped on its icon opens that.`),
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
	if err := checkPort(f.port); err != nil {
		return err
	}
	office, err := a.open("", f.forms)
	if err != nil {
		return err
	}
	at, err := planFolder(args)
	if err != nil {
		return err
	}
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) // who reads what is said may end first: nothing is left unsaved by that
	ctx, stop := servingTime(a.say)
	defer stop()
	p := &pages{app: a, office: office, flags: f, ctx: ctx, open: map[string]*page{}}
	address, ours, err := p.show(at.dir, f.port)
	if err != nil {
		return err
	}
	if at.plan != "" {
		address = web.PlanAddress(address, at.plan)
	}
	if !ours {
		return a.openedAgain(ctx, address, at.dir, f.quiet)
	}
	defer a.opened(address, at.dir, f.quiet)()
	if err := p.wait(); err != nil {
		return endedSo(err)
	}
	a.say(diag.M("đã dừng; mọi kế hoạch đã được lưu", "ended; all plans are saved"))
	return nil
}

// servingTime lasts until somebody ends the program. Where that takes long, which say
// tells of, another Ctrl+C ends it at once: a share that stands still may keep it for ever, and the
// journals have every word. A terminal that is closed may send its signal twice, and
// nobody asked that plans be left unsaved.
func servingTime(say func(diag.Msg)) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	over := context.AfterFunc(ctx, func() {
		time.AfterFunc(orderly, func() { signal.Reset(os.Interrupt) })
		say(diag.M("đang lưu và dừng; nếu quá lâu thì bấm Ctrl+C lần nữa", "saving and ending; if it takes too long, press Ctrl+C again"))
	})
	return ctx, func() {
		over()
		stop()
	}
}

// orderly is longer than the end takes where no disk stands still: a key that is held
// down or pressed twice breaks nothing off.
const orderly = 3 * time.Second

// leastIdle is the shortest time behind which a page may end that nobody uses: a tab
// that lies open is heard several times in it.
const leastIdle = time.Minute

// opened tells where the page is, and opens it. What it gives takes away what only the
// browser had to see.
func (a *app) opened(address, dir string, quiet bool) (forget func()) {
	a.say(diag.M("thư mục: %s", "folder: %s", dir))
	a.say(diag.M("trang: %s", "page: %s", address))
	a.say(diag.M("giữ cửa sổ này mở khi làm việc; Ctrl+C để dừng", "keep this window open while you work; Ctrl+C ends it"))
	if quiet {
		return func() {}
	}
	forget, err := browse(address)
	if err != nil {
		a.say(diag.M("không mở được trình duyệt: hãy chép địa chỉ trên vào trình duyệt", "no browser could be opened: copy the address above into one"))
		return func() {}
	}
	time.AfterFunc(browserTime, forget)
	return forget
}

// openedAgain opens the page that another program has of a folder, and ends when the
// browser had time for it.
func (a *app) openedAgain(ctx context.Context, address, dir string, quiet bool) error {
	a.say(diag.M("thư mục %s đang mở ở một cửa sổ kehoach khác", "the folder %s is open in another kehoach", dir))
	a.say(diag.M("trang: %s", "page: %s", address))
	if quiet {
		return nil
	}
	forget, err := browse(address)
	if err != nil {
		return refuse(diag.M("không mở được trình duyệt", "no browser could be opened"),
			diag.M("chép địa chỉ trên vào trình duyệt", "copy the address above into one"))
	}
	defer forget()
	a.say(diag.M("trang ấy được mở lại; cửa sổ này tự đóng sau %d giây, cửa sổ kia thì giữ mở", "that page is opened again; this window closes in %d seconds, keep the other one open", int(browserTime/time.Second)))
	select {
	case <-ctx.Done():
	case <-time.After(browserTime):
	}
	return nil
}
