package web

import (
	"bytes"
	"net/http"
	"time"
)

// A reply holds an answer back until whoever made it is done and has let go of what it
// had locked: a browser that does not read holds nobody up but itself, and that not for
// ever. What is flushed, or too large to be held, goes out as it comes.
type reply struct {
	http.ResponseWriter
	body   bytes.Buffer
	status int
	out    bool // what is held was sent
}

// writeTime is how long a browser on this machine may take to read a piece of an
// answer.
const writeTime = 30 * time.Second

// Write takes a piece of the answer.
func (p *reply) Write(data []byte) (int, error) {
	if !p.out {
		return p.body.Write(data)
	}
	p.hurry()
	return p.ResponseWriter.Write(data)
}

// WriteHeader takes the status of the answer.
func (p *reply) WriteHeader(status int) {
	switch {
	case p.out:
		p.ResponseWriter.WriteHeader(status)
	case p.status == 0:
		p.status = status
	}
}

// FlushError sends what there is; all that comes behind it goes out at once.
func (p *reply) FlushError() error {
	if err := p.send(); err != nil {
		return err
	}
	return http.NewResponseController(p.ResponseWriter).Flush()
}

// Unwrap is for http.ResponseController.
func (p *reply) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// send sends what is held.
func (p *reply) send() error {
	if p.out {
		return nil
	}
	p.out = true
	p.hurry()
	if p.status != 0 {
		p.ResponseWriter.WriteHeader(p.status)
	}
	if p.body.Len() == 0 {
		return nil
	}
	_, err := p.ResponseWriter.Write(p.body.Bytes())
	return err
}

// hurry gives the browser a time in which to read what comes next.
func (p *reply) hurry() {
	_ = http.NewResponseController(p.ResponseWriter).SetWriteDeadline(time.Now().Add(writeTime))
}

// stream lets an answer go out as it is made: a large file is not held. Nothing may be
// locked then.
func stream(w http.ResponseWriter) {
	if p, ok := w.(*reply); ok {
		p.out = true
	}
}
