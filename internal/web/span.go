package web

import "unicode/utf8"

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

// behind is the span as it stands behind another change; false where the two touch
// the same words.
func (s span) behind(other span) (span, bool) {
	switch {
	case other.old == other.new:
		return s, true
	case other.at+len(other.old) < s.at || other.at+len(other.old) == s.at && other.old != "":
		s.at += len(other.new) - len(other.old)
		return s, true
	case s.at+len(s.old) < other.at || s.at+len(s.old) == other.at && s.old != "":
		return s, true
	}
	return s, false
}

// merge puts into a text what made now of was, where the text was made of the same
// words by somebody else; false where both changed the same words.
func merge(was, now, text string) (string, bool) {
	switch text {
	case was, now:
		return now, true
	}
	mine, ok := between(was, now).behind(between(was, text))
	if !ok {
		return text, false
	}
	return mine.in(text)
}
