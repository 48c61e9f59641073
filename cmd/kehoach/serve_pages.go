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
	open map[string]string // addresses by folder
	left sync.WaitGroup
	errs []error
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
	if address, ok := p.open[dir]; ok {
		return address, true, nil
	}
	claim, address := claimed(dir)
	if address != "" {
		return address, false, nil
	}
	if address, err = p.begin(dir, port, claim); err != nil {
		claim.drop()
		return "", false, err
	}
	claim.tell(address)
	return address, true, nil
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
		return "", trouble(diag.M("không nghe được ở cổng %d", "cannot listen at port %d", port), err)
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
	p.open[dir] = web.Address(host, token)
	remember(at)
	p.left.Go(func() { p.serve(s, ls, folder, claim) })
	return p.open[dir], nil
}

// choose opens the page of a folder that somebody chose on another page.
func (p *pages) choose(dir string) (address string, err error) {
	address, _, err = p.show(dir, 0)
	return address, err
}

func (p *pages) serve(s *web.Server, ls []net.Listener, folder *keep.Folder, claim *claim) {
	defer claim.drop()
	err := s.Serve(p.ctx, ls...)
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open, folder.Path())
	p.errs = append(p.errs, err, folder.Close())
}

// wait waits for the end of all pages.
func (p *pages) wait() error {
	p.left.Wait()
	return errors.Join(p.errs...)
}
