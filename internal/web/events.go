package web

import (
	"fmt"
	"net/http"
	"time"

	"kehoach.example/internal/web/desk"
)

// beat is how often an open tab is written to, so that one that is gone is noticed.
const beat = 15 * time.Second

// events tells a tab that a plan has changed, in whatever tab or program.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	var (
		k    *desk.Desk
		told <-chan struct{}
		stop func()
	)
	s.at(w, r, func(at *desk.Desk) {
		k = at
		told, stop = k.Listen()
	})
	if k == nil {
		return // which is answered
	}
	defer stop()
	w.Header().Set("Content-Type", "text/event-stream")
	out, t := http.NewResponseController(w), time.NewTicker(beat)
	defer t.Stop()
	for {
		rev, disk, opened := k.News()
		s.touch()
		if _, err := fmt.Fprintf(w, "data: {\"rev\":%d,\"disk\":%q,\"opened\":%d}\n\n", rev, disk, opened); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-told:
		case <-t.C:
		}
	}
}
