package main

import (
	"context"
	"crypto/rand"
	"errors"
	"net"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web"
	"kehoach.example/samples"
)

// pages are the folders that are open in a run, a page for each.
type pages struct {
	app    *app
	office *build.Office
	flags  serveFlags
	ctx    context.Context // ends all of them

	mu   sync.Mutex
	open map[string]*page // by folder
	left sync.WaitGroup
	errs []error
}

// A page is one that is open, or ends.
type page struct {
	address string
	folder  *keep.Folder
	claim   *claim
	ends    chan struct{} // closed before nobody listens any more
	over    chan struct{} // closed when the folder is
}

// show opens the page of a folder, or finds the one that is open. A port of 0 is the
// one that the folder had the last time, or any: at the same address the browser
// still has what was typed while the program was away. It is not ours where another
// program shows the folder.
func (p *pages) show(dir string, port int) (address string, ours bool, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return "", false, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if there := p.listening(dir); there != nil {
		return there.address, true, nil
	}
	claim, address := claimed(dir)
	if address != "" {
		return address, false, nil
	}
	if address, err = p.begin(dir, port, claim); err != nil {
		claim.drop()
		return "", false, err
	}
	return address, true, nil
}

// listening is the page that is open of a folder, nil for none. It waits for the end of
// one that ends: two of one folder would keep each other from its plans. The lock is
// held, but not meanwhile.
func (p *pages) listening(dir string) *page {
	for {
		there := p.open[dir]
		if there == nil {
			return nil
		}
		select {
		case <-there.ends:
		default:
			return there
		}
		p.mu.Unlock()
		<-there.over
		p.mu.Lock()
	}
}

// begin opens the page of a folder.
func (p *pages) begin(dir string, port int, claim *claim) (address string, err error) {
	folder, err := keep.Open(dir, time.Now)
	if err != nil {
		return "", trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", dir), err)
	}
	at := seenBefore(dir)
	ls, err := listen(port, at.port)
	if err != nil {
		folder.Close()
		return "", notHeard(port, err)
	}
	at = at.movedTo(ls[0].Addr().(*net.TCPAddr).Port)
	host, token := net.JoinHostPort(at.label+".localhost", strconv.Itoa(at.port)), rand.Text()
	s, err := web.New(web.Options{
		Office: p.office, Folder: folder, Path: dir, Lang: p.app.lang, Fonts: fonts.FS, Samples: samples.FS,
		Version: version, Token: token, Now: time.Now, Idle: p.flags.idle, Reveal: reveal,
		Folders: web.Folders{Places: places(), Recent: recentNames, Open: p.choose},
	}, host)
	if err != nil {
		hangUp(ls)
		folder.Close()
		return "", err
	}
	remember(at)
	g := &page{web.Address(host, token), folder, claim, make(chan struct{}), make(chan struct{})}
	claim.tell(g.address)
	p.open[dir] = g
	p.left.Go(func() { p.serve(dir, g, s, telling(ls, g.stops())) })
	return g.address, nil
}

// choose opens the page of a folder that somebody chose on another page. That one may
// end meanwhile: the program does not.
func (p *pages) choose(dir string) (address string, err error) {
	p.left.Add(1)
	defer p.left.Done()
	address, _, err = p.show(dir, 0)
	if rs := refusals(nil); errors.As(err, &rs) { // which the page does not know
		err = &keep.Fault{Why: rs[0].msg, Hint: rs[0].hint, Err: err}
	}
	return address, err
}

// stops gives what is to be done when a page stops to listen: nobody is sent to it then.
func (g *page) stops() func() {
	return sync.OnceFunc(func() {
		g.claim.withdraw()
		close(g.ends)
	})
}

// serve keeps a page open until it ends. The claim is let go when the folder is closed.
func (p *pages) serve(dir string, g *page, s *web.Server, ls []net.Listener) {
	err := s.Serve(p.ctx, ls...)
	hangUp(ls)
	closed := g.folder.Close()
	g.claim.drop()
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open, dir)
	close(g.over)
	p.errs = append(p.errs, err, closed)
}

// wait waits for the end of all pages.
func (p *pages) wait() error {
	p.left.Wait()
	return errors.Join(p.errs...)
}
