package write

import (
	"errors"
	"strings"

	"kehoach.example/internal/diag"
)

// fieldFact is a field that is given, for comparing two states of a file.
type fieldFact struct{ path, value string }

// factsOf lists what is given: texts by their paths, items of lists.
func factsOf(fields []Field, out []fieldFact) []fieldFact {
	for _, f := range fields {
		switch {
		case !f.Given:
		case f.Kind == List:
			for _, kid := range f.Kids {
				out = append(out, fieldFact{path: kid.Path + "{}"})
			}
			out = factsOf(f.Kids, out)
		case f.Kind == Group || f.Kind == Map:
			out = factsOf(f.Kids, out)
		case f.Locked:
			out = append(out, fieldFact{f.Path + "!", ""})
		default:
			out = append(out, fieldFact{f.Path, f.Value})
		}
	}
	return out
}

// sameFacts tells whether two lists hold the same, in any order of keys.
func sameFacts(a, b []fieldFact) bool {
	if len(a) != len(b) {
		return false
	}
	count := map[fieldFact]int{}
	for _, x := range a {
		count[x]++
	}
	for _, x := range b {
		if count[x]--; count[x] < 0 {
			return false
		}
	}
	return true
}

// within tells whether a path is another or lies below it.
func within(path, top string) bool {
	return strings.TrimSuffix(strings.TrimSuffix(path, "{}"), "!") == top || strings.HasPrefix(path, top+".")
}

// withValue are the facts of a file in which a field has a value.
func withValue(before []fieldFact, path, value string) []fieldFact {
	return append(without(before, path), fieldFact{path, value})
}

// without are the facts of a file without a field and all below it.
func without(before []fieldFact, path string) []fieldFact {
	var out []fieldFact
	for _, x := range before {
		if !within(x.path, path) {
			out = append(out, x)
		}
	}
	return out
}

// meant gives what a change makes of the facts of a file.
type meant func([]fieldFact) []fieldFact

// change patches a text, with brackets on the way opened into lines, and holds
// the outcome to what was meant: every other field has the value that it had.
func change(text, path string, enter bool, patch func(*sheet, spot, []Field) (string, meant, error)) (string, error) {
	bare := strings.TrimPrefix(text, "\ufeff")
	mark := text[:len(text)-len(bare)]
	s, root, err := open(bare)
	if err != nil {
		return text, err
	}
	before := Fields(root, bare)
	p, err := s.find(root, path, enter)
	for try := 0; errors.Is(err, errFlow) && try < 8; try++ {
		if s, root, err = open(s.unflow(p.slot)); err == nil {
			p, err = s.find(root, path, enter)
		}
	}
	if err != nil {
		return text, plainly(err)
	}
	out, want, err := patch(s, p, before)
	if err != nil {
		return text, err
	}
	if want == nil || out == bare {
		return text, nil
	}
	_, again, err := open(out)
	if err != nil || !sameFacts(want(factsOf(before, nil)), factsOf(Fields(again, out), nil)) {
		return text, otherShape(s.at(p))
	}
	return mark + out, nil
}

func plainly(err error) error {
	if errors.Is(err, errFlow) {
		return otherShape(diag.Place{})
	}
	return err
}
