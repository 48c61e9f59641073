package desk

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/build"
)

// A span is one change of a text: at a place, old words went and new ones came.
type span struct {
	at       int // bytes
	old, new string
}

// between is the smallest span that makes one text of another, whole letters.
func between(before, after string) span {
	lo := 0
	for lo < len(before) && lo < len(after) && before[lo] == after[lo] {
		lo++
	}
	for lo > 0 && (lo < len(before) && !utf8.RuneStart(before[lo]) || lo < len(after) && !utf8.RuneStart(after[lo])) {
		lo--
	}
	hi := 0
	for hi < len(before)-lo && hi < len(after)-lo && before[len(before)-1-hi] == after[len(after)-1-hi] {
		hi++
	}
	for hi > 0 && !utf8.RuneStart(before[len(before)-hi]) {
		hi--
	}
	return span{lo, before[lo : len(before)-hi], after[lo : len(after)-hi]}
}

// in makes the change; false where the old words do not stand there.
func (s span) in(text string) (string, bool) {
	end := s.at + len(s.old)
	if s.at < 0 || end > len(text) || text[s.at:end] != s.old {
		return text, false
	}
	return text[:s.at] + s.new + text[end:], true
}

func (s span) inverse() span { return span{s.at, s.new, s.old} }

// alone is the span without the texts from which it was cut.
func (s span) alone() span { return span{s.at, strings.Clone(s.old), strings.Clone(s.new)} }

// past carries two changes of one text over each other: one as it stands behind
// other, and other as it stands behind one; false where both touch the same words.
func past(one, other span) (span, span, bool) {
	switch {
	case one.leaves(other):
		other.at += len(one.new) - len(one.old)
	case other.leaves(one):
		one.at += len(other.new) - len(other.old)
	default:
		return one, other, false
	}
	return one, other, true
}

// leaves tells whether a change stands before another one and leaves its words alone.
// Of two that only put something in at one place, neither is the first.
func (s span) leaves(other span) bool {
	end := s.at + len(s.old)
	return end < other.at || end == other.at && (s.old != "" || other.old != "")
}

// merge puts into a text what made now of was, where the text was made of the same
// words by somebody else; false where both changed the same words.
func merge(was, now, text string) (string, bool) {
	if out, ok := build.Merge(was, now, text); ok {
		return out, true
	}
	return text, false
}
