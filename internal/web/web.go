// Package web is the local page: everything that the program does, for people
// who do not use a command line.
//
// In: a clerk's folder, the office, requests of a browser on the same machine.
// Out: pages, scripts and JSON. It is a front end: it calls the jobs of build and
// batch, keeps plans with keep, has those that are open on desks, and owns no rule, no
// layout and no wording of the paper. The text of a plan file is the one state of a
// plan; the form and the YAML view are two looks at it.
//
// It promises that nobody but the browser that opened the address of this run can
// read or write anything (guard.go), that no name of a request reaches the disk
// but through os.Root, and that nobody's words are lost: two tabs, another program
// and a pulled plug included (desk).
package web

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// Options are what a page is opened with.
type Options struct {
	Office  *build.Office
	Folder  *keep.Folder
	Path    string // of the folder, as people call it
	Lang    string // "vi" or "en"
	Fonts   fs.FS  // the faces of the preview: those of the PDF
	Samples fs.FS
	Version string
	Token   string           // the secret of the opening address
	Now     func() time.Time // tells when versions were made
	Idle    time.Duration    // the page ends itself when nobody asks it for so long; 0: never

	Folders Folders // others; one without Open lets nobody choose

	// Reveal shows a folder in the file manager of the system; nil where there is none.
	Reveal func(folder string) error
}

// Server is the page of one folder.
type Server struct {
	Options
	guard  *guard
	views  *views
	mux    *http.ServeMux
	desks  *desk.Desks
	roster *roster
	lore   *lore
	judged judged // files of the folder

	samples   func() []sampleOf
	tray      tray
	receiving chan struct{} // a place for each file that is being received
	patience  time.Duration // for a file to come
	tick      time.Duration // how often plans are written to the disk

	mu   sync.Mutex
	here int       // requests under way
	seen time.Time // when somebody asked last
}

// New makes a page for the addresses at which it will be asked, such as
// "127.0.0.1:8421".
func New(o Options, hosts ...string) (*Server, error) {
	v, err := newViews(o.Lang)
	if err != nil {
		return nil, err
	}
	s := &Server{Options: o, views: v, mux: http.NewServeMux(), guard: newGuard(o.Token, hosts), seen: o.Now()}
	s.desks = desk.New(desk.Options{Office: o.Office, Folder: o.Folder, Lang: o.Lang, Now: o.Now})
	s.samples = sync.OnceValue(s.readSamples)
	s.receiving, s.patience, s.tick = make(chan struct{}, maxReceiving), patience, tick
	s.roster = &roster{server: s}
	s.lore = &lore{server: s}
	s.routes()
	return s, nil
}

// Address is the address that opens the page, with its secret.
func Address(host, token string) string { return "http://" + host + "/?" + tokenKey + "=" + token }

// PlanAddress is an opening address that goes on to a plan of the folder.
func PlanAddress(address, plan string) string {
	return address + "&" + planKey + "=" + url.QueryEscape(plan)
}

func (s *Server) routes() {
	s.assets()
	s.startRoutes()
	s.planRoutes()
	s.versionsRoutes()
	s.unitsRoutes()
	s.finishRoutes()
	s.folderRoutes()
}

// ServeHTTP answers a request that the guard lets in.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.guard.lets(w, r) {
		return
	}
	welcome(r.Context())
	s.comes(1)
	defer s.comes(-1)
	p := &reply{ResponseWriter: w}
	s.mux.ServeHTTP(p, r)
	p.send() // else nobody reads it any more
}

// touch tells that somebody is there.
func (s *Server) touch() { s.comes(0) }

// comes counts the requests that are under way.
func (s *Server) comes(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.here += n
	s.seen = s.Now()
}

// Limits of one connection, and of all.
const (
	headTime  = 5 * time.Second
	bodyTime  = 2 * time.Minute
	idleTime  = time.Minute
	headBytes = 16 << 10
	maxConns  = 256
	tick      = time.Second
	lastTime  = 2 * time.Second // for answers that are under way when the page ends
)

// Serve answers at listeners until the context ends, or nobody has asked for the time
// of Idle. All plans are saved then.
func (s *Server) Serve(ctx context.Context, at ...net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	h := &http.Server{
		Handler: s, ReadHeaderTimeout: headTime, ReadTimeout: bodyTime, IdleTimeout: idleTime, WriteTimeout: bodyTime + writeTime, MaxHeaderBytes: headBytes,
		BaseContext: func(net.Listener) context.Context { return ctx }, ConnContext: withGuest,
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.tend(ctx)
		stop() // ends the streams of events
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastTime)
		defer cancel()
		h.Shutdown(late)
		h.Close()
	}()
	err := serveAll(h, at)
	stop()
	<-ended
	s.roster.close()
	return errors.Join(err, s.desks.Close())
}

// serveAll answers at listeners until one of them fails, or the server is closed.
func serveAll(h *http.Server, at []net.Listener) error {
	room, end := &hall{most: maxConns}, make(chan error, len(at))
	for _, l := range at {
		go func() { end <- h.Serve(room.limited(l)) }()
	}
	if err := <-end; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// tend saves what was typed again and again until the page ends.
func (s *Server) tend(ctx context.Context) {
	t := time.NewTicker(s.tick)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			s.desks.Save(s.tick)
			if s.Idle > 0 && s.idle() > s.Idle {
				return
			}
		}
	}
}

// idle is how long nobody has asked for anything: an upload that still comes and a tab
// that is open are use.
func (s *Server) idle() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.here > 0 {
		return 0
	}
	return s.Now().Sub(s.seen)
}
