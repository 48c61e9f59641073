package desk

import (
	"strconv"
	"strings"
	"testing"
)

// TestPlace: a line of a field is found in the file, and the file's place names that
// line of the field again.
func TestPlace(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	ds := f.desks()
	check := func(key, words string, line string) {
		t.Helper()
		err := ds.At("a.yaml", func(k *Desk) {
			p := k.Paper()
			of := p.Key(key) + ":" + line
			l, c := p.Place(of)
			lines := strings.Split(fewWords, "\n")
			if l < 1 || l > len(lines) || !strings.HasPrefix(lines[l-1][c-1:], words) {
				t.Fatalf("%s stands at %d:%d", of, l, c)
			}
			if seen := k.State(Wish{See: ":" + strconv.Itoa(l) + ":" + strconv.Itoa(c)}).Seen; seen != of {
				t.Errorf("%d:%d is %q, not %q", l, c, seen, of)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	check("muc.0.noi_dung", "2. An toàn", "2")
	check("dia_danh", "Phường A", "1")
	err := ds.At("a.yaml", func(k *Desk) {
		for _, none := range []string{"", ":", "khong_co:1", "muc.@99.noi_dung:1"} {
			if l, c := k.Paper().Place(none); l != 0 || c != 0 {
				t.Errorf("%q stands at %d:%d", none, l, c)
			}
		}
		if seen := k.State(Wish{See: ":0:0"}).Seen; seen != "" {
			t.Errorf("nothing is %q", seen)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}
