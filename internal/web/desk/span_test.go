package desk

import (
	"strings"
	"testing"
)

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		was, now, text, want string
		ok                   bool
	}{
		{"một hai ba", "một hai bốn", "một hai ba", "một hai bốn", true},
		{"một hai ba", "không hai ba", "một hai bốn", "không hai bốn", true},
		{"một hai ba", "một hai bốn", "không hai ba", "không hai bốn", true},
		{"một hai ba", "một năm ba", "một sáu ba", "một sáu ba", false},
		{"một", "một hai", "một", "một hai", true},
		{"", "một", "hai", "hai", false},
	} {
		if got, ok := merge(c.was, c.now, c.text); got != c.want || ok != c.ok {
			t.Errorf("%+v: %q %v", c, got, ok)
		}
	}
}

// TestMergeInPlaces: who edits the file in several places while another tab fills in a
// field between them loses nothing, and neither does the other one.
func TestMergeInPlaces(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	b := a.other()
	was := a.text()
	now := "# của a\n" + strings.TrimSuffix(was, "\n") + "\n# cũng của a\n"
	if b.set("so", "28") != nil || b.set("dia_danh", "Phường Hai") != nil {
		t.Fatal("not taken")
	}
	if err := a.edit(Edit{Op: "text", Was: was, Now: now}); err != nil {
		t.Fatalf("told as a conflict: %v", err)
	}
	b.look()
	if got := a.text(); !strings.HasPrefix(got, "# của a\n") || !strings.HasSuffix(got, "\n# cũng của a\n") || b.state.Values["so"] != "28" || b.state.Values["dia_danh"] != "Phường Hai" {
		t.Errorf("words are lost: %s", got)
	}
	if err := a.edit(Edit{Op: "text", Was: was, Now: strings.Replace(was, "27", "29", 1)}); !is(err, Conflict) {
		t.Errorf("the same words: %v", err)
	}
}
