package web

import (
	"bytes"
	"net/http"
	"strconv"
	"time"
)

// readTime is how long a browser may take to read an answer.
const readTime = 30 * time.Second

// whole answers when the handler has come to its end and holds no plan any more: who
// does not read holds up nobody who writes, and is let go.
func whole(do http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a := &wholeAnswer{ResponseWriter: w, status: http.StatusOK}
		do(a, r)
		out := http.NewResponseController(w)
		_ = out.SetWriteDeadline(time.Now().Add(readTime)) // where there is no network nobody waits
		defer out.SetWriteDeadline(time.Time{})            // the connection goes on
		w.Header().Set("Content-Length", strconv.Itoa(a.body.Len()))
		w.WriteHeader(a.status)
		w.Write(a.body.Bytes())
		_ = out.Flush()
	}
}

// A wholeAnswer is one that is not written yet.
type wholeAnswer struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

// WriteHeader notes the status.
func (a *wholeAnswer) WriteHeader(status int) { a.status = status }

// Write notes what is to be written.
func (a *wholeAnswer) Write(data []byte) (int, error) { return a.body.Write(data) }

// Unwrap gives the writer of the network to http.ResponseController.
func (a *wholeAnswer) Unwrap() http.ResponseWriter { return a.ResponseWriter }
