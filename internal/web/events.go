package web

import (
	"fmt"
	"net/http"
	"time"
)

// beat is how often an open tab is written to, so that one that is gone is noticed.
const beat = 15 * time.Second

// events tells a tab that a plan has changed, in whatever tab or program.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	k, err := s.desks.take(r.PathValue("name"))
	if err != nil {
		s.fail(w, known(err))
		return
	}
	c := make(chan struct{}, 1)
	k.tabs[c] = true
	k.mu.Unlock()
	defer func() {
		k.mu.Lock()
		delete(k.tabs, c)
		k.mu.Unlock()
		s.desks.use(k)
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	out, t := http.NewResponseController(w), time.NewTicker(beat)
	defer t.Stop()
	for {
		k.mu.Lock()
		rev, disk, opened := k.rev, k.disk, k.opened
		k.mu.Unlock()
		s.touch()
		if _, err := fmt.Fprintf(w, "data: {\"rev\":%d,\"disk\":%q,\"opened\":%d}\n\n", rev, disk, opened); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-c:
		case <-t.C:
		}
	}
}
