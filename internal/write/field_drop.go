package write

import "strings"

// DropField takes a key out of a plan file: what it says is not printed any
// more. A field that is not given stays so.
func DropField(text, path string) (string, error) {
	return change(text, path, false, func(s *sheet, p spot, _ []Field) (string, meant, error) {
		switch {
		case p.item >= 0:
			return "", nil, noField(path)
		case !p.given:
			return text, nil, nil
		}
		return s.dropKey(p), func(was []fieldFact) []fieldFact { return without(was, path) }, nil
	})
}

func (s *sheet) dropKey(p spot) string {
	sl, lines := p.slot, s.lineOf(s.end(p.slot))
	head := s.lo[s.lineOf(sl.mark)-1]
	rest := len(s.text)
	if lines < len(s.lo) {
		rest = s.lo[lines]
	}
	if blank(s.text[head:sl.mark]) {
		return s.text[:head] + s.text[rest:]
	}
	if len(p.home.Entries) == 1 { // the only key of an item: a blank item stays
		return strings.TrimRight(s.text[:sl.mark], " ") + s.eol + s.text[rest:]
	}
	e := p.home.Entries[1]
	next := s.offset(e.At.Line, e.At.Column)
	between := s.text[rest:s.lo[e.At.Line-1]]
	return s.text[:head] + between + s.text[head:sl.mark] + s.text[next:]
}
