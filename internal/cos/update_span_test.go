package cos_test

import (
	"testing"

	"kehoach.example/internal/cos"
)

// TestUpdateSpan: an update tells where it wrote its objects, as the file that it
// made does, whatever else looks like them.
func TestUpdateSpan(t *testing.T) {
	for _, decoy := range []cos.Value{nil, cos.String("9 0 obj\n(x)\nendobj")} {
		u := open(t, revised().Bytes()).NewUpdate()
		first, second := u.Add(decoy), u.Add(cos.String("x"))
		if from, to := u.Span(second); from != 0 || to != 0 {
			t.Errorf("at %d, %d before it was written", from, to)
		}
		out := u.Bytes()
		from, to := u.Span(second)
		if string(out[from:to]) != "9 0 obj\n(x)\nendobj" {
			t.Errorf("%v is at %d, %d", second, from, to)
		}
		for _, r := range []cos.Ref{first, second, {Num: 99}} {
			a, b := u.Span(r)
			if c, d := open(t, out).Span(r); a != c || b != d {
				t.Errorf("%v is at %d, %d, in the file at %d, %d", r, a, b, c, d)
			}
		}
	}
}
