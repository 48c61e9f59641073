package batch

import (
	"reflect"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/list"
)

func TestTwins(t *testing.T) {
	got := twins([]string{"Xã A", "Xã B", "XÃ A", "Xã C", "xa\u0303 a", "Xã B", "Xã D"})
	if want := [][]int{{0, 2, 4}, {1, 5}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestKeyParts: a key changes with each part, and parts do not run together.
func TestKeyParts(t *testing.T) {
	row := func(cells ...string) *list.Row {
		r := &list.Row{}
		for _, c := range cells {
			r.Cells = append(r.Cells, list.Cell{Text: c})
		}
		return r
	}
	o := Options{Formats: []build.Format{"docx", "pdf"}}
	keys := map[string]string{}
	add := func(what, key string) {
		if other, twice := keys[key]; twice {
			t.Errorf("%s and %s have one key", what, other)
		}
		keys[key] = what
	}
	add("as it is", o.key(row("a", "b"), [32]byte{}))
	add("another cell", o.key(row("a", "c"), [32]byte{}))
	add("the border between cells", o.key(row("ab", ""), [32]byte{}))
	add("fewer cells", o.key(row("ab"), [32]byte{}))
	add("another plan", o.key(row("a", "b"), [32]byte{1}))
	add("another common", (&Options{Formats: o.Formats, Common: [32]byte{1}}).key(row("a", "b"), [32]byte{}))
	add("fewer formats", (&Options{Formats: []build.Format{"docx"}}).key(row("a", "b"), [32]byte{}))
	again := o.key(row("a", "b"), [32]byte{})
	if keys[again] != "as it is" {
		t.Error("one row has two keys")
	}
}
