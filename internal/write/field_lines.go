package write

import (
	"strings"
)

// setItems changes the items of a list in lines where they differ. Items that
// stay keep their comments, and so do those that go.
func (s *sheet) setItems(sl slot, want []string, none bool) string {
	slots, ok := s.itemSlots(sl.n)
	if !ok {
		return s.text
	}
	if none {
		want = nil
	}
	have := make([]string, len(slots))
	for i := range slots {
		text, _ := typedText(slots[i].n)
		have[i] = strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", " ")
	}
	head := 0
	for head < min(len(have), len(want)) && have[head] == want[head] {
		head++
	}
	tail := 0
	for tail < min(len(have), len(want))-head && have[len(have)-1-tail] == want[len(want)-1-tail] {
		tail++
	}
	both := min(len(have), len(want)) - head - tail
	out := s // from the end, so that places before it stay
	for i := len(have) - tail - 1; i >= head+both; i-- {
		out = cut(out.dropItem(slots[i]))
	}
	if extra := want[head+both : len(want)-tail]; len(extra) > 0 {
		lines := strings.Join(items(extra, slots[0].indent), s.eol)
		if head+both == 0 {
			at := s.lo[s.lineOf(slots[0].mark)-1]
			out = cut(out.text[:at] + lines + s.eol + out.text[at:])
		} else {
			at := s.hi[s.lineOf(s.end(slots[head+both-1]))-1]
			out = cut(out.text[:at] + s.eol + lines + out.text[at:])
		}
	}
	for i := head + both - 1; i >= head; i-- {
		out = cut(out.put(slots[i], printed{onLine(want[i], s.quoteOf(slots[i])), nil}))
	}
	return out.text
}

// quoteOf is the quotation mark of a value; 0 for none.
func (s *sheet) quoteOf(sl slot) byte {
	at := s.offset(sl.n.At.Line, sl.n.At.Column)
	if at < len(s.text) && !sl.n.Plain && (s.text[at] == '"' || s.text[at] == '\'') {
		return s.text[at]
	}
	return 0
}

// dropItem takes an item of text out of a list; its comments stay on lines of
// their own.
func (s *sheet) dropItem(sl slot) string {
	end := s.end(sl)
	var lines []string
	for _, x := range s.notes(sl, end) {
		lines = append(lines, strings.Repeat(" ", sl.indent)+x.text+s.eol)
	}
	first, last := s.lineOf(sl.mark), s.lineOf(end)
	rest := len(s.text)
	if last < len(s.lo) {
		rest = s.lo[last]
	}
	return s.text[:s.lo[first-1]] + strings.Join(lines, "") + s.text[rest:]
}
