package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"kehoach.example/internal/batch"
)

// How often progress is told: on a terminal, and elsewhere in lines.
const (
	everyLook = 200 * time.Millisecond
	everyLine = 5 * time.Second
	everyStep = time.Second // between two tenths of the work
)

// progress tells how far a batch is: on a terminal in one line that is written
// over, elsewhere in lines. Nothing of it comes into a file.
type progress struct {
	app      *app
	w        io.Writer
	terminal bool
	begun    time.Time // of looking or making
	told     time.Time
	tenth    int
	phase    batch.Phase
	wide     int // of the line on the terminal
}

func newProgress(a *app) *progress {
	now := time.Now()
	return &progress{app: a, w: a.stderr, terminal: isTerminal(a.stderr), begun: now, told: now}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// tell tells of one more row.
func (p *progress) tell(at batch.Progress) {
	now := time.Now()
	if at.Phase == batch.Making && p.phase != at.Phase {
		p.phase, p.begun, p.told, p.tenth = at.Phase, now, now, 0
	}
	since, tenth := now.Sub(p.told), at.Done*10/max(at.All, 1)
	switch {
	case at.Phase == batch.Writing && !p.terminal && since >= everyStep:
		p.app.say(at.Words(0))
	case p.terminal && (at.Phase == batch.Writing || since >= everyLook || at.Done == at.All):
		line := at.Words(now.Sub(p.begun)).In(p.app.lang)
		fmt.Fprint(p.w, "\r"+line+strings.Repeat(" ", max(p.wide-utf8.RuneCountInString(line), 0)))
		p.wide = utf8.RuneCountInString(line)
	case !p.terminal && at.Done < at.All && (since >= everyLine || tenth > p.tenth && since >= everyStep):
		p.app.say(at.Words(now.Sub(p.begun)))
	default:
		return
	}
	p.told, p.tenth = now, tenth
}

// clear takes the line off the terminal.
func (p *progress) clear() {
	if p.terminal && p.wide > 0 {
		fmt.Fprint(p.w, "\r"+strings.Repeat(" ", p.wide)+"\r")
		p.wide = 0
	}
}
