package web

import "testing"

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
