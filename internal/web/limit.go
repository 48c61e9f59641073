package web

import (
	"context"
	"net"
	"slices"
	"sync"
)

// A hall lets so many connections in at a time. Where it is full the oldest one that
// has not shown the cookie is closed for the next: nobody can make the page run out
// of files, and no stranger who sits there keeps its owner out.
type hall struct {
	most int

	mu   sync.Mutex
	here []*guest // in the order in which they came
}

// limited lets in those that come at a listener.
func (h *hall) limited(l net.Listener) net.Listener { return &limitedListener{l, h} }

type limitedListener struct {
	net.Listener
	hall *hall
}

// Accept waits for a connection for which there is room.
func (l *limitedListener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		g := &guest{Conn: c, hall: l.hall}
		if l.hall.enters(g) {
			return g, nil
		}
		c.Close()
	}
}

// enters makes room for a guest; false where all who are here are known.
func (h *hall) enters(g *guest) bool {
	h.mu.Lock()
	if len(h.here) < h.most {
		h.here = append(h.here, g)
		h.mu.Unlock()
		return true
	}
	i := slices.IndexFunc(h.here, func(g *guest) bool { return !g.known })
	if i < 0 {
		h.mu.Unlock()
		return false
	}
	stranger := h.here[i]
	h.here = append(slices.Delete(h.here, i, i+1), g)
	h.mu.Unlock()
	stranger.Conn.Close()
	return true
}

// A guest is a connection.
type guest struct {
	net.Conn
	hall  *hall
	known bool // it has shown the cookie; guarded by the hall
}

// Close makes room for another one.
func (g *guest) Close() error {
	h := g.hall
	h.mu.Lock()
	h.here = slices.DeleteFunc(h.here, func(one *guest) bool { return one == g })
	h.mu.Unlock()
	return g.Conn.Close()
}

type guestKey struct{}

// withGuest hands the connection of a request to it.
func withGuest(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, guestKey{}, c)
}

// welcome notes that the connection of a request has shown the cookie.
func welcome(ctx context.Context) {
	g, ok := ctx.Value(guestKey{}).(*guest)
	if !ok { // a test that asks without a connection
		return
	}
	g.hall.mu.Lock()
	defer g.hall.mu.Unlock()
	g.known = true
}
