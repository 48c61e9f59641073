package web

import "time"

// A history is what was done to a plan, by whom, so that each tab can undo what
// it did, whatever others did since in other places.
type history struct {
	steps  []step
	first  int // number of the first step that is remembered
	before string
}

// A step is one change. What belongs together, such as the letters of a word, is
// one step.
type step struct {
	span  span
	tab   string
	what  string // what it was about: the path of a field, "" for what stands alone
	at    time.Time
	undid int // number of the step that it took back, -1 for none
	gone  bool
	redo  bool // it took an undo back
}

const (
	maxSteps = 1000
	together = 1200 * time.Millisecond // letters typed so fast are one step
)

// add remembers a change from one text to another.
func (h *history) add(tab, what string, before, after string, now time.Time) {
	if n := len(h.steps); n > 0 && what != "" {
		last := &h.steps[n-1]
		if last.tab == tab && last.what == what && last.undid < 0 && now.Sub(last.at) < together {
			last.span, last.at = between(h.before, after), now
			return
		}
	}
	h.put(step{span: between(before, after), tab: tab, what: what, at: now, undid: -1}, before)
}

func (h *history) put(s step, before string) {
	h.steps, h.before = append(h.steps, s), before
	if len(h.steps) > maxSteps {
		cut := len(h.steps) / 2
		h.steps, h.first = append([]step(nil), h.steps[cut:]...), h.first+cut
	}
}

// undo gives the text without the last step of a tab that still holds. done is
// false where there is none, free where nobody else changed the same words since.
func (h *history) undo(tab, text string, now time.Time) (out string, done, free bool) {
	return h.takeBack(tab, text, now, false)
}

// redo takes the last undo of a tab back, if it did nothing else since.
func (h *history) redo(tab, text string, now time.Time) (out string, done, free bool) {
	return h.takeBack(tab, text, now, true)
}

func (h *history) takeBack(tab, text string, now time.Time, redo bool) (string, bool, bool) {
	i := h.last(tab, redo)
	if i < 0 {
		return text, false, true
	}
	back, ok := h.now(h.steps[i].span.inverse(), i)
	if !ok {
		return text, false, false
	}
	out, ok := back.in(text)
	if !ok {
		return text, false, false
	}
	h.steps[i].gone = true
	h.put(step{span: back, tab: tab, at: now, undid: h.first + i, redo: redo}, text)
	return out, true, true
}

// last finds the step that a tab would take back next, -1 for none.
func (h *history) last(tab string, redo bool) int {
	for i := len(h.steps) - 1; i >= 0; i-- {
		s := h.steps[i]
		if s.tab != tab || s.gone {
			continue
		}
		isUndo := s.undid >= 0 && !s.redo
		switch {
		case redo && isUndo, !redo && !isUndo:
			return i
		case redo && s.undid < 0:
			return -1 // something was done since
		}
	}
	return -1
}

// now carries a change that was right behind a step over all steps since. Steps
// that took each other back, with nothing else between them, count for nothing.
func (h *history) now(s span, behind int) (span, bool) {
	for i := behind + 1; i < len(h.steps); i++ {
		if end := h.pair(i); end > i {
			i = end
			continue
		}
		moved, ok := s.behind(h.steps[i].span)
		if !ok {
			return s, false
		}
		s = moved
	}
	return s, true
}

// pair finds the step that took a step back, if between the two stand only such
// pairs; else it gives the step itself.
func (h *history) pair(i int) int {
	for j := i + 1; j < len(h.steps); j++ {
		if h.steps[j].undid == h.first+i {
			return j
		}
		end := h.pair(j)
		if end == j {
			return i
		}
		j = end
	}
	return i
}
