package standard

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// known is what the forms of the program make use of: a name that none of them
// has is drawn by nobody, and would be lost in silence in an office's own form.
type known struct {
	figures    map[string]map[string]bool // names under figures.styles, figures.rules …
	from, with map[string]bool            // keys of the plan in header lines
	allFrom    map[string]bool            // of which every form prints these
	title      map[string]bool            // rules that a form needs whose title is ruled
	must       map[string]bool            // paths that no form leaves empty
}

func knownOf(forms map[string]*Standard) known {
	k := known{figures: map[string]map[string]bool{}, from: map[string]bool{}, with: map[string]bool{}}
	for _, st := range forms {
		f := &st.Figures
		for group, names := range groupsOf(f) {
			if k.figures[group] == nil {
				k.figures[group] = map[string]bool{}
			}
			addAll(k.figures[group], names)
		}
		from, with, ruled := st.Form.Header.keys()
		addAll(k.from, from)
		addAll(k.with, with)
		k.allFrom = common(k.allFrom, from)
		k.must = common(k.must, st.filled())
		if st.Form.Title.Rule {
			title := keysOf(f.Rules)
			maps.DeleteFunc(title, func(role string, _ bool) bool { return ruled[role] })
			k.title = common(k.title, title)
		}
	}
	return k
}

// groupsOf lists the names of all figures that stand under a name.
func groupsOf(f *Figures) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	gather(reflect.ValueOf(*f), "", func(path string, v reflect.Value) bool {
		if v.Kind() == reflect.Map {
			out[path] = map[string]bool{}
			for _, k := range v.MapKeys() {
				out[path][k.String()] = true
			}
		}
		return v.Kind() == reflect.Map
	})
	return out
}

func keysOf[V any](m map[string]V) map[string]bool {
	out := map[string]bool{}
	for k := range m {
		out[k] = true
	}
	return out
}

func addAll(to, from map[string]bool) { maps.Copy(to, from) }

// common is what stands in both sets; nil is the set of everything.
func common(a, b map[string]bool) map[string]bool {
	if a == nil {
		return b
	}
	maps.DeleteFunc(a, func(name string, _ bool) bool { return !b[name] })
	return a
}

// keys gathers the keys of the plan that the header prints or looks at, and
// the roles under which it draws a rule.
func (h Header) keys() (from, with, ruled map[string]bool) {
	from, with, ruled = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, line := range slices.Concat(h.Left, h.Right) {
		if line.From != "" {
			from[line.From] = true
		}
		if line.With != "" {
			with[line.With] = true
		}
		if line.Rule {
			ruled[line.Role] = true
		}
	}
	return from, with, ruled
}

// filled lists the paths of all words and figures that are not empty.
func (s *Standard) filled() map[string]bool {
	out := map[string]bool{}
	visit := func(path string, v reflect.Value) bool {
		switch x := v.Interface().(type) {
		case interface{ bare() bare }:
			out[path] = out[path] || !isZero(x.bare().value)
			return true
		case string:
			out[path] = x != ""
		}
		if v.Kind() == reflect.Slice {
			out[path] = v.Len() > 0
		}
		return false
	}
	gather(reflect.ValueOf(s.Form), "form", visit)
	gather(reflect.ValueOf(s.Figures), "figures", visit)
	maps.DeleteFunc(out, func(_ string, there bool) bool { return !there })
	return out
}

// list writes names as people do.
func list(names map[string]bool) string {
	return strings.Join(slices.Sorted(maps.Keys(names)), ", ")
}
