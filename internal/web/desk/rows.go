package desk

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
)

// A row is an item of a list of the form, or the form as a whole. It has a number of
// its own, which it keeps while other rows come, go and move: a tab that shows a row
// names it by that, and its words never come into another one.
type row struct {
	no     int
	values map[string]string // of its fields, by their path in it
	lists  map[string][]*row // by their path in it
}

// rowOf takes the rows out of a form; none has a number yet.
func rowOf(form *build.FormView) *row {
	r := newRow()
	for _, g := range form.Groups {
		r.take(g.Fields, "")
	}
	return r
}

func newRow() *row { return &row{values: map[string]string{}, lists: map[string][]*row{}} }

// take takes in the fields of a row whose path is base.
func (r *row) take(fields []build.FormField, base string) {
	for _, f := range fields {
		rel := strings.TrimPrefix(strings.TrimPrefix(f.Path, base), ".")
		switch {
		case f.Kind == build.ListField:
			list := make([]*row, 0, len(f.Kids))
			for _, kid := range f.Kids {
				one := newRow()
				one.take(kid.Kids, kid.Path)
				list = append(list, one)
			}
			r.lists[rel] = list
		case len(f.Kids) > 0:
			r.take(f.Kids, base)
		default:
			r.values[rel] = f.Value
		}
	}
}

// key is how a tab names a field: its path, with the number of a row ("@7") in the
// place of where it stands.
func (r *row) key(path string) string {
	at, rel := r, ""
	segs := strings.Split(path, ".")
	for i, seg := range segs {
		n, err := strconv.Atoi(seg)
		list, ok := at.lists[rel]
		if !ok || err != nil || n < 0 || n >= len(list) {
			rel = joined(rel, seg)
			continue
		}
		at, rel, segs[i] = list[n], "", "@"+strconv.Itoa(list[n].no)
	}
	return strings.Join(segs, ".")
}

// path is that of the field which a tab names; false where its row is gone.
func (r *row) path(key string) (string, bool) {
	at, rel := r, ""
	segs := strings.Split(key, ".")
	for i, seg := range segs {
		list, ok := at.lists[rel]
		if !ok {
			rel = joined(rel, seg)
			continue
		}
		n := slices.IndexFunc(list, func(one *row) bool { return "@"+strconv.Itoa(one.no) == seg })
		if n < 0 {
			return "", false
		}
		at, rel, segs[i] = list[n], "", strconv.Itoa(n)
	}
	return strings.Join(segs, "."), true
}

// list is that of a path, nil where none stands there.
func (r *row) list(path string) []*row {
	at, rel := r, ""
	for seg := range strings.SplitSeq(path, ".") {
		n, err := strconv.Atoi(seg)
		if list, ok := at.lists[rel]; ok && err == nil && n >= 0 && n < len(list) {
			at, rel = list[n], ""
			continue
		}
		rel = joined(rel, seg)
	}
	return at.lists[rel]
}

func joined(path, seg string) string {
	if path == "" {
		return seg
	}
	return path + "." + seg
}

// equal tells whether two rows hold the same words.
func (r *row) equal(other *row) bool {
	return maps.Equal(r.values, other.values) && maps.EqualFunc(r.lists, other.lists, func(a, b []*row) bool {
		return slices.EqualFunc(a, b, (*row).equal)
	})
}

// words counts what a row says, with the rows in it.
func (r *row) words(into map[string]int) map[string]int {
	for rel, v := range r.values {
		if v != "" {
			into[rel+"\x00"+v]++
		}
	}
	for _, list := range r.lists {
		for _, one := range list {
			one.words(into)
		}
	}
	return into
}

// like tells how much of what two rows say is the same, from 0 to 1.
func (r *row) like(other *row) float64 {
	mine, theirs := r.words(map[string]int{}), other.words(map[string]int{})
	all, same := 0, 0
	for what, n := range mine {
		all += n
		same += min(n, theirs[what])
	}
	for _, n := range theirs {
		all += n
	}
	if all == 0 { // both are blank
		return 1
	}
	return 2 * float64(same) / float64(all)
}
