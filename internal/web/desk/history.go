package desk

import (
	"slices"
	"time"
)

// A history is what was done to a plan, by whom, so that each tab can undo what
// it did, whatever others did since in other places. What is undone is no longer in
// it, as if it had never been done. Only add changes a step, and only the last one.
type history struct {
	steps  []step // made one after the other they lead to the text as it is
	undone []step // what was taken back; each fits when those of its tab behind it are made again
	before string // the text before the last step
	goesOn bool   // the last step may go on: nothing was undone or made again since
}

// A step is one change. What belongs together, such as the letters of a word, is
// one step.
type step struct {
	span  span
	tab   string
	what  string // what it was about: the path of a field, "" for what stands alone
	began time.Time
	at    time.Time // of the last letter
	stuck bool      // somebody else has changed the same words since it was undone
}

const (
	maxSteps = 1000
	maxHeld  = 8 << 20                 // bytes of words in the steps, if these are several
	together = 1200 * time.Millisecond // letters typed so fast are one step
	atMost   = 5 * time.Second         // so long
)

// add remembers a change from one text to another.
func (h *history) add(tab, what string, before, after string, now time.Time) {
	h.undone = slices.DeleteFunc(slices.Clone(h.undone), func(s step) bool { return s.tab == tab })
	h.carry(between(before, after), tab)
	if !h.joins(tab, what, now) {
		h.steps, h.before, h.goesOn = append(h.steps, step{tab: tab, what: what, began: now}), before, true
	}
	last := &h.steps[len(h.steps)-1]
	last.span, last.at = between(h.before, after).alone(), now
	if h.before == after { // written and taken out again
		h.steps, h.goesOn = h.steps[:len(h.steps)-1], false
	}
	h.steps = bounded(h.steps)
}

// joins tells whether a change belongs to the last step.
func (h *history) joins(tab, what string, now time.Time) bool {
	if len(h.steps) == 0 || what == "" || !h.goesOn {
		return false
	}
	last := h.steps[len(h.steps)-1]
	return last.tab == tab && last.what == what && now.Sub(last.at).Abs() < together && now.Sub(last.began).Abs() < atMost
}

// bounded forgets what was done long ago.
func bounded(steps []step) []step {
	if len(steps) > maxSteps {
		steps = slices.Clone(steps[len(steps)/2:])
	}
	held := 0
	for i := len(steps) - 1; i >= 0; i-- {
		held += len(steps[i].span.old) + len(steps[i].span.new)
		if held > maxHeld && i < len(steps)-1 {
			return slices.Clone(steps[i+1:])
		}
	}
	return steps
}

// undo gives the text without the last step of a tab that can be taken out of it:
// where somebody else changed the same words since, it is the one before. done is
// false where there is none, free where there is none that others hold.
func (h *history) undo(tab, text string, now time.Time) (out string, done, free bool) {
	free = true
	for i := len(h.steps) - 1; i >= 0; i-- {
		if by := h.steps[i].tab; by != tab && by != versionsTab { // who restored a version looks at another page then
			continue
		}
		back, rest, ok := h.without(i)
		if ok {
			out, ok = back.in(text)
		}
		if !ok {
			free = false
			continue
		}
		h.steps, h.goesOn = append(slices.Clone(h.steps[:i]), rest...), false
		h.carry(back, tab)
		h.undone = bounded(append(slices.Clone(h.undone), step{span: back.inverse(), tab: tab, at: now}))
		return out, true, true
	}
	return text, false, free
}

// without gives the change that takes a step back, and the steps since as they are
// without it; false where one of them touched the same words.
func (h *history) without(i int) (back span, rest []step, ok bool) {
	back = h.steps[i].span.inverse()
	for _, s := range h.steps[i+1:] {
		if s.span, back, ok = past(s.span, back); !ok {
			return back, nil, false
		}
		rest = append(rest, s)
	}
	return back, rest, true
}

// redo makes again what a tab undid last, if it did nothing else since. done and free
// are those of undo.
func (h *history) redo(tab, text string, now time.Time) (out string, done, free bool) {
	for i := len(h.undone) - 1; i >= 0; i-- {
		s := h.undone[i]
		if s.tab != tab {
			continue
		}
		out, ok := s.span.in(text)
		if s.stuck || !ok {
			return text, false, false
		}
		h.undone = slices.Delete(slices.Clone(h.undone), i, i+1)
		h.carry(s.span, tab)
		h.steps, h.goesOn = bounded(append(h.steps, step{span: s.span, tab: tab, at: now})), false
		return out, true, true
	}
	return text, false, true
}

// carry carries what others undid over a change of the text. Where that touches the
// same words, neither this nor what they undid before can be made again.
func (h *history) carry(change span, by string) {
	if len(h.undone) == 0 {
		return
	}
	h.undone = slices.Clone(h.undone)
	seen, lost := map[string]span{}, map[string]bool{} // the change as the steps of a tab see it
	for i := len(h.undone) - 1; i >= 0; i-- {
		u := &h.undone[i]
		if u.tab == by {
			continue
		}
		c, ok := seen[u.tab]
		if !ok {
			c = change
		}
		if u.stuck = u.stuck || lost[u.tab]; !u.stuck {
			u.span, c, ok = past(u.span, c)
			u.stuck = !ok
		}
		seen[u.tab], lost[u.tab] = c, u.stuck
	}
}
