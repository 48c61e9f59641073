package write

import (
	"slices"
	"strconv"
	"strings"
)

// RemoveItem takes an item out of a list, with the comments right above it. The
// key of a list that has no more items stays, blank.
func RemoveItem(text, path string) (string, error) {
	return change(text, path, false, func(s *sheet, p spot, before []Field) (string, meant, error) {
		list, no, err := s.listOf(p, path)
		if err != nil {
			if f := FieldAt(before, path); f != nil && p.given && p.t == nil {
				return s.dropKey(p), func(was []fieldFact) []fieldFact { return without(was, path) }, nil
			}
			return "", nil, err
		}
		chunks, lo, hi := s.chunks(list)
		top := path[:strings.LastIndexByte(path, '.')]
		return s.text[:lo] + strings.Join(slices.Delete(chunks, no, no+1), "") + s.text[hi:], func(was []fieldFact) []fieldFact {
			return moved(without(was, path), top, func(n int) int {
				if n > no {
					return n - 1
				}
				return n
			})
		}, nil
	})
}

// MoveItem moves an item of a list by some places, with the comments right
// above it.
func MoveItem(text, path string, by int) (string, error) {
	return change(text, path, false, func(s *sheet, p spot, before []Field) (string, meant, error) {
		list, no, err := s.listOf(p, path)
		if err != nil {
			return "", nil, err
		}
		chunks, lo, hi := s.chunks(list)
		to := min(max(no+by, 0), len(chunks)-1)
		it := chunks[no]
		chunks = slices.Insert(slices.Delete(chunks, no, no+1), to, it)
		top := path[:strings.LastIndexByte(path, '.')]
		return s.text[:lo] + strings.Join(chunks, "") + s.text[hi:], func(was []fieldFact) []fieldFact {
			return moved(was, top, func(n int) int {
				switch {
				case n == no:
					return to
				case no < n && n <= to:
					return n - 1
				case to <= n && n < no:
					return n + 1
				}
				return n
			})
		}, nil
	})
}

// listOf gives the list of the item at a path, and the item's number.
func (s *sheet) listOf(p spot, path string) (slot, int, error) {
	if p.item < 0 || !p.given {
		return slot{}, 0, noField(path)
	}
	return p.list, p.item, nil
}

// chunks cuts a list in lines into its items, each with the comments right above
// it and all to the next; lo and hi are where they stand in the text.
func (s *sheet) chunks(list slot) (out []string, lo, hi int) {
	slots, ok := s.itemSlots(list.n)
	if !ok || len(slots) == 0 {
		return nil, 0, 0
	}
	above := s.lineOf(list.mark) // the last line that belongs to what stands before
	var at []int
	for _, sl := range slots {
		line := s.lineOf(sl.mark)
		for line > above+1 && indentOf(s.line(line-1)) >= sl.indent && strings.HasPrefix(strings.TrimLeft(s.line(line-1), " "), "#") {
			line--
		}
		at = append(at, s.lo[line-1])
		above = s.deeper(s.lineOf(s.end(sl)), sl.indent)
	}
	hi = len(s.text)
	if above < len(s.lo) {
		hi = s.lo[above]
	}
	for i, from := range at {
		to := hi
		if i+1 < len(at) {
			to = at[i+1]
		}
		text := s.text[from:to]
		if !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r") {
			text += s.eol
		}
		out = append(out, text)
	}
	return out, at[0], hi
}

// moved are facts with other numbers of the items of a list.
func moved(was []fieldFact, top string, number func(int) int) []fieldFact {
	out := slices.Clone(was)
	for i, x := range out {
		rest, ok := strings.CutPrefix(x.path, top+".")
		if !ok {
			continue
		}
		k := strings.IndexAny(rest+".", ".{")
		if n, err := strconv.Atoi(rest[:k]); err == nil {
			out[i].path = top + "." + strconv.Itoa(number(n)) + rest[k:]
		}
	}
	return out
}

// withItem are the facts of a file with a new item in a list.
func withItem(was []fieldFact, top string, at int, keys []string) []fieldFact {
	out := moved(was, top, func(n int) int {
		if n >= at {
			return n + 1
		}
		return n
	})
	path := top + "." + strconv.Itoa(at)
	out = append(out, fieldFact{path: path + "{}"})
	for _, key := range keys {
		out = append(out, fieldFact{path: path + "." + key})
	}
	return out
}
