package batch

import (
	"testing"
	"time"
)

func TestProgressWords(t *testing.T) {
	for _, c := range []struct {
		at     Progress
		spent  time.Duration
		vi, en string
	}{
		{
			Progress{Phase: Making, Done: 120, All: 3321},
			120 * time.Second / 45,
			"đã lập 120/3321 · 45 kế hoạch/giây · còn khoảng 1 phút 11 giây", "made 120/3321 · 45 plans/s · about 1 min 11 s left",
		},
		{
			Progress{Phase: Looking, Done: 5, All: 10},
			2 * time.Second,
			"đã soát 5/10 · 2,5 kế hoạch/giây · còn khoảng 2 giây", "looked over 5/10 · 2.5 plans/s · about 2 s left",
		},
		{
			Progress{Phase: Making, Done: 1, All: 7201},
			time.Second,
			"đã lập 1/7201 · 1,0 kế hoạch/giây · còn khoảng 2 giờ 0 phút", "made 1/7201 · 1.0 plans/s · about 2 h 0 min left",
		},
	} {
		if got := c.at.Words(c.spent); got.Vi != c.vi || got.En != c.en {
			t.Errorf("%v: %v", c.at, got)
		}
	}
}
