package write

import "strings"

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
