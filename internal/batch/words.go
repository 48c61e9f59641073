package batch

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"kehoach.example/internal/diag"
)

// Words tell how far a run is, how fast and how long still, after the time that
// its phase took so far.
func (p Progress) Words(spent time.Duration) diag.Msg {
	if p.Phase == Writing {
		return diag.M("đang ghi mục lục …", "writing the index …")
	}
	vi, en := "đã soát", "looked over"
	if p.Phase == Making {
		vi, en = "đã lập", "made"
	}
	rate := float64(p.Done) / max(spent.Seconds(), 0.001)
	left := time.Duration(float64(p.All-p.Done) / max(rate, 0.001) * float64(time.Second))
	l := lasting(left)
	return diag.Msg{
		Vi: fmt.Sprintf("%s %d/%d · %s kế hoạch/giây · còn khoảng %s", vi, p.Done, p.All, perSecond(rate, ","), l.Vi),
		En: fmt.Sprintf("%s %d/%d · %s plans/s · about %s left", en, p.Done, p.All, perSecond(rate, "."), l.En),
	}
}

// perSecond is a rate with two digits that matter.
func perSecond(rate float64, point string) string {
	if rate >= 10 {
		return strconv.FormatFloat(rate, 'f', 0, 64)
	}
	return strings.Replace(strconv.FormatFloat(rate, 'f', 1, 64), ".", point, 1)
}

// lasting tells a time in hours, minutes and seconds, the two largest of them.
func lasting(d time.Duration) diag.Msg {
	s := int(d.Round(time.Second).Seconds())
	h, m, s := s/3600, s/60%60, s%60
	switch {
	case h > 0:
		return diag.M("%d giờ %d phút", "%d h %d min", h, m)
	case m > 0:
		return diag.M("%d phút %d giây", "%d min %d s", m, s)
	}
	return diag.M("%d giây", "%d s", s)
}

// Words tell how a run ended whose making took so long.
func (r Result) Words(spent time.Duration) diag.Msg {
	rate, long := perSecond(float64(r.Made)/max(spent.Seconds(), 0.001), ","), lasting(spent)
	vi, en := []string{fmt.Sprintf("đã lập %d kế hoạch", r.Made)}, []string{fmt.Sprintf("made %d plans", r.Made)}
	if r.Made > 0 {
		vi[0] += fmt.Sprintf(" trong %s (%s kế hoạch/giây)", long.Vi, rate)
		en[0] += fmt.Sprintf(" in %s (%s plans/s)", long.En, strings.Replace(rate, ",", ".", 1))
	}
	for _, c := range []struct {
		n      int
		vi, en string
	}{
		{r.Kept, "giữ nguyên %d kế hoạch đã có", "kept %d that stood there"},
		{r.NoPDF, "%d kế hoạch không có bản PDF", "%d without the PDF"},
		{r.Bad, "%d dòng hỏng không lập", "%d bad rows were not made"},
		{r.Failed, "%d kế hoạch không lập được", "%d could not be made"},
		{r.Left, "%d dòng không được yêu cầu", "%d rows were not asked for"},
	} {
		if c.n > 0 {
			vi, en = append(vi, fmt.Sprintf(c.vi, c.n)), append(en, fmt.Sprintf(c.en, c.n))
		}
	}
	return diag.Msg{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}
}
