package readback

import (
	"slices"
	"strings"
	"testing"
)

// TestLetterheads: each is valid, opens, has a name of its own and shows its words.
func TestLetterheads(t *testing.T) {
	files, old := map[string][]byte{}, map[string]bool{}
	for _, l := range Letterheads() {
		if files[l.Name] != nil {
			t.Errorf("two letterheads %s", l.Name)
		}
		files[l.Name] = l.Data
		old[l.Name] = l.Old
		if text, err := DocxText(l.Data); err != nil || !strings.Contains(text, l.Finish) {
			t.Errorf("%s: %v", l.Name, err)
		}
		if !slices.IsSorted(l.Keys) || !slices.Contains(l.Keys, "noi_dung") {
			t.Errorf("%s: keys %v", l.Name, l.Keys)
		}
	}
	if len(files) < 10 {
		t.Errorf("%d letterheads", len(files))
	}
	Need(t, "ooxml-validator")
	found, err := Validate(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range found {
		if old[name] && len(list) == 1 && strings.Contains(list[0], ":smartTag'") {
			continue
		}
		t.Errorf("%s: %s", name, strings.Join(list, "\n"))
	}
}
