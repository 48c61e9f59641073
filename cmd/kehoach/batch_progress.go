package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/diag"
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
		p.app.say(p.line(at, 0))
	case p.terminal && (at.Phase == batch.Writing || since >= everyLook || at.Done == at.All):
		line := p.line(at, now.Sub(p.begun)).In(p.app.lang)
		fmt.Fprint(p.w, "\r"+line+strings.Repeat(" ", max(p.wide-utf8.RuneCountInString(line), 0)))
		p.wide = utf8.RuneCountInString(line)
	case !p.terminal && at.Done < at.All && (since >= everyLine || tenth > p.tenth && since >= everyStep):
		p.app.say(p.line(at, now.Sub(p.begun)))
	default:
		return
	}
	p.told, p.tenth = now, tenth
}

// line tells how far, how fast and how long still.
func (p *progress) line(at batch.Progress, spent time.Duration) diag.Msg {
	if at.Phase == batch.Writing {
		return diag.M("đang ghi mục lục …", "writing the index …")
	}
	vi, en := "đã soát", "looked over"
	if at.Phase == batch.Making {
		vi, en = "đã lập", "made"
	}
	rate := float64(at.Done) / max(spent.Seconds(), 0.001)
	left := time.Duration(float64(at.All-at.Done) / max(rate, 0.001) * float64(time.Second))
	l := lasting(left)
	return diag.Msg{
		Vi: fmt.Sprintf("%s %d/%d · %s kế hoạch/giây · còn khoảng %s", vi, at.Done, at.All, perSecond(rate, ","), l.Vi),
		En: fmt.Sprintf("%s %d/%d · %s plans/s · about %s left", en, at.Done, at.All, perSecond(rate, "."), l.En),
	}
}

// perSecond is a rate with two digits that matter.
func perSecond(rate float64, point string) string {
	if rate >= 10 {
		return strconv.FormatFloat(rate, 'f', 0, 64)
	}
	return strings.Replace(strconv.FormatFloat(rate, 'f', 1, 64), ".", point, 1)
}

// lasting tells a time in hours, minutes and seconds, the two largest of them.
func lasting(d time.Duration) diag.Msg {
	s := int(d.Round(time.Second).Seconds())
	h, m, s := s/3600, s/60%60, s%60
	switch {
	case h > 0:
		return diag.M("%d giờ %d phút", "%d h %d min", h, m)
	case m > 0:
		return diag.M("%d phút %d giây", "%d min %d s", m, s)
	}
	return diag.M("%d giây", "%d s", s)
}

// clear takes the line off the terminal.
func (p *progress) clear() {
	if p.terminal && p.wide > 0 {
		fmt.Fprint(p.w, "\r"+strings.Repeat(" ", p.wide)+"\r")
		p.wide = 0
	}
}

// summary tells how a batch ended.
func (p *progress) summary(r batch.Result) diag.Msg {
	spent := time.Since(p.begun)
	rate, long := perSecond(float64(r.Made)/max(spent.Seconds(), 0.001), ","), lasting(spent)
	vi, en := []string{fmt.Sprintf("đã lập %d kế hoạch", r.Made)}, []string{fmt.Sprintf("made %d plans", r.Made)}
	if r.Made > 0 {
		vi[0] += fmt.Sprintf(" trong %s (%s kế hoạch/giây)", long.Vi, rate)
		en[0] += fmt.Sprintf(" in %s (%s plans/s)", long.En, strings.Replace(rate, ",", ".", 1))
	}
	for _, c := range []struct {
		n      int
		vi, en string
	}{
		{r.Kept, "giữ nguyên %d kế hoạch đã có", "kept %d that stood there"},
		{r.NoPDF, "%d kế hoạch không có bản PDF", "%d without the PDF"},
		{r.Bad, "%d dòng hỏng không lập", "%d bad rows were not made"},
		{r.Failed, "%d kế hoạch không lập được", "%d could not be made"},
		{r.Left, "%d dòng không được yêu cầu", "%d rows were not asked for"},
	} {
		if c.n > 0 {
			vi, en = append(vi, fmt.Sprintf(c.vi, c.n)), append(en, fmt.Sprintf(c.en, c.n))
		}
	}
	return diag.Msg{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}
}
