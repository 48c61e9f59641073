package web

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// A roster is the work on many units: one list held against one plan, what was
// seen of its rows, and the run over them. It is the server's: tabs come and go, and
// it goes on. There is one of them, and it does one thing at a time.
type roster struct {
	server *Server

	mu     sync.Mutex
	doing  doing
	id     int     // of the list, counted up: a tab that shows an older one is told
	given  given   // what was handed in
	looked *looked // nil while nothing was looked over
	order  order   // the last that was begun
	made   *made   // how it ended; nil while it has not
	wrong  *trouble
	at     batch.Progress
	begun  time.Time // the phase that at tells of
	stop   context.CancelFunc
	done   chan struct{} // closed when what is being done has ended
	closed bool
	heard  func(batch.Progress)     // is told of each step, in tests
	holes  map[keep.PlanFile]string // of plans that were looked at
}

// doing is what a roster is at.
type doing string

const (
	nothing doing = ""
	looking doing = "looking"
	papers  doing = "making"
)

// given are a plan, a list and how files are to be called.
type given struct {
	Plan, List, Pattern string // names, and the pattern of names
	plan, list          []byte
}

// looked is a list whose rows were all looked over.
type looked struct {
	opt  batch.Options // with all that is known of plan and list
	job  *batch.Job    // nil where no row can be made
	rows sorted
}

// made is how a run ended.
type made struct {
	Order   order
	job     *batch.Job // nil where nothing was begun
	index   *batch.Index
	result  batch.Result
	spent   time.Duration
	Stopped bool
	files   map[string]bool // that the run wrote, or that stood there as they would be
	rows    map[batch.State][]int
}

// busy refuses a second thing at one time.
func (u *roster) busy() *trouble {
	if u.closed {
		return &trouble{503, diag.M("chương trình đang dừng", "the program is ending"), diag.M("mở lại chương trình", "start it again")}
	}
	switch u.doing {
	case looking:
		return &trouble{409, diag.M("đang soát một danh sách", "a list is being looked over"), diag.M("chờ soát xong, hoặc bấm Dừng", "wait for its end, or stop it")}
	case papers:
		return &trouble{
			409, diag.M("đang lập văn bản cho danh sách %s vào thư mục %q; mỗi lúc chỉ lập một danh sách", "papers for the list %s are being made into the folder %q; one list is run at a time", u.given.List, u.order.Folder),
			diag.M("chờ lập xong, hoặc bấm Dừng", "wait for its end, or stop it"),
		}
	}
	return nil
}

// begin does something behind the requests, until it ends or is stopped. A mistake of
// the program in it does not end the server. The lock is held.
func (u *roster) begin(what doing, do func(context.Context)) {
	ctx, stop := context.WithCancel(context.Background())
	u.doing, u.stop, u.done, u.wrong = what, stop, make(chan struct{}), nil
	u.at, u.begun = batch.Progress{}, u.server.Now()
	go func(done chan struct{}) {
		defer close(done)
		defer stop()
		defer func() {
			p := recover()
			u.mu.Lock()
			defer u.mu.Unlock()
			if u.doing = nothing; p != nil {
				u.wrong = &trouble{500, diag.M("lỗi của chương trình: %v", "failure of the program: %v", fmt.Sprint(p)), diag.M("gửi kế hoạch và danh sách cho người phát triển", "send the plan and the list to the developers")}
			}
		}()
		do(ctx)
	}(u.done)
}

// halt stops what is being done, if anything is, and waits for its end: rows that are
// under way are finished.
func (u *roster) halt() {
	u.mu.Lock()
	stop, done := u.stop, u.done
	u.mu.Unlock()
	if done != nil {
		stop()
		<-done
	}
}

// close ends the work for good.
func (u *roster) close() {
	u.mu.Lock()
	u.closed = true
	u.mu.Unlock()
	u.halt()
}

// progress is told by batch, never by two at one time.
func (u *roster) progress(p batch.Progress) {
	now := u.server.Now()
	u.mu.Lock()
	if p.Phase != u.at.Phase {
		u.begun = now
	}
	u.at = p
	u.mu.Unlock()
	u.server.touch()
	if u.heard != nil {
		u.heard(p)
	}
}

// options are those of the page: a processor is left to whoever writes meanwhile.
func (u *roster) options() batch.Options {
	return batch.Options{
		Office: u.server.Office, Lang: u.server.Lang, KeepRows: true, OnPage: true, Engine: build.Native,
		Jobs: max(1, runtime.NumCPU()-1), Progress: u.progress,
	}
}

// look takes a list up and looks its rows over.
func (u *roster) look(g given) *trouble {
	u.mu.Lock()
	defer u.mu.Unlock()
	if t := u.busy(); t != nil {
		return t
	}
	u.id++
	u.given, u.looked, u.made, u.order = g, nil, nil, order{}
	u.begin(looking, func(ctx context.Context) {
		l, t := u.lookOver(ctx, g)
		u.mu.Lock()
		defer u.mu.Unlock()
		u.looked, u.wrong = l, t
	})
	return nil
}

func (u *roster) lookOver(ctx context.Context, g given) (*looked, *trouble) {
	opt := u.options()
	if err := opt.Take(u.server.sources(g)); err != nil {
		return nil, mishap(err)
	}
	l := &looked{opt: opt}
	if opt.Units == nil {
		return l, nil
	}
	opt.Pattern, opt.Formats, opt.KeepGoing = g.Pattern, []build.Format{build.DOCX, build.PDF}, true
	job, err := batch.Look(ctx, opt)
	switch {
	case errors.Is(err, context.Canceled):
		return nil, &trouble{200, diag.M("đã dừng khi đang soát", "stopped while looking"), diag.M("bấm Soát danh sách khi cần", "look at the list again when needed")}
	case err != nil:
		return nil, mishap(err)
	}
	l.job, l.rows = job, sortRows(job)
	return l, nil
}

// sources are what papers are made of.
func (s *Server) sources(g given) batch.Sources {
	return batch.Sources{
		Version: s.Version,
		Plan:    build.Input{Name: g.Plan, Data: g.plan, Files: s.Folder.Files()},
		List:    build.Input{Name: g.List, Data: g.list},
	}
}
