package check

import (
	"fmt"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func phaseRules() []Rule {
	return []Rule{
		{
			Code: "PHASE-OVERLAP", Group: GroupPhase, Basis: basisCare, Fix: Never,
			Title: diag.M("hai đợt trùng thời gian", "two phases overlap"),
			Why: diag.M("Các đợt của một phong trào nối tiếp nhau; trùng ngày thì đơn vị không biết tính kết quả vào đợt nào.",
				"Phases follow one another; where they share days nobody knows to which one a result belongs."),
			Bad:  Sample{Text: "- Đợt 1: Từ ngày 01/3/2027 đến ngày 30/6/2027.\n- Đợt 2: Từ ngày 15/6/2027 đến ngày 30/11/2027."},
			Good: Sample{Text: "- Đợt 1: Từ ngày 01/3/2027 đến ngày 30/6/2027.\n- Đợt 2: Từ ngày 01/7/2027 đến ngày 30/11/2027."},
			Run:  phaseOverlap,
		},
		{
			Code: "PHASE-GAP", Group: GroupPhase, Basis: basisCare, Fix: Never,
			Title: diag.M("giữa hai đợt có khoảng trống", "a gap between two phases"),
			Why: diag.M("Đợt sau thường bắt đầu ngay ngày sau khi đợt trước kết thúc; thiếu vài ngày thường là gõ nhầm.",
				"A phase begins the day after the one before it ends; a few missing days are mostly a slip."),
			Bad:  Sample{Text: "- Đợt 1: Từ ngày 01/3/2027 đến ngày 28/6/2027.\n- Đợt 2: Từ ngày 01/7/2027 đến ngày 30/11/2027."},
			Good: Sample{Text: "- Đợt 1: Từ tháng 3 đến tháng 6 năm 2027.\n- Đợt 2: Từ tháng 7 đến tháng 11 năm 2027."},
			Run:  phaseGap,
		},
		{
			Code: "PHASE-REVERSED", Group: GroupPhase, Basis: "lịch", Fix: Never,
			Title: diag.M("ngày cuối đứng trước ngày đầu", "the end lies before the start"),
			Why: diag.M("Khoảng thời gian kết thúc trước khi bắt đầu thì không thực hiện được.",
				"A span of time that ends before it begins cannot be kept."),
			Bad:  Sample{Text: "- Hội thi diễn ra từ ngày 20/9/2027 đến ngày 10/9/2027."},
			Good: Sample{Text: "- Hội thi diễn ra từ ngày 20/11 đến ngày 10/01/2028."},
			Run:  phaseReversed,
		},
		{
			Code: "PHASE-RANGE", Group: GroupPhase, Basis: basisCare, Fix: Never,
			Title: diag.M("đợt hoặc thời hạn nằm ngoài thời gian của kế hoạch", "a phase or deadline outside of the plan's time"),
			Why: diag.M("Đợt của kế hoạch một năm phải nằm trong năm đó, và không bắt đầu trước tháng ban hành; thời hạn đã qua khi ban hành thì không ai làm kịp.",
				"A phase lies in the plan's year and does not begin before the month of issue; nobody can meet a deadline that was over when the plan came out."),
			Bad:  Sample{Text: "- Đợt 1: Từ ngày 01/01/2045 đến ngày 30/6/2045."},
			Good: Sample{Text: "- Đợt 1: Từ ngày 10/12 đến ngày 31/12."},
			Run:  phaseRange,
		},
		{
			Code: "PHASE-VAGUE", Group: GroupPhase, Basis: basisCare, Fix: Never,
			Title: diag.M("mốc của đợt không rõ ngày", "the bounds of a phase are no days"),
			Why: diag.M("Mốc là một sự kiện, hoặc một đầu là ngày còn đầu kia là tháng, thì không rõ đợt bắt đầu, kết thúc hôm nào.",
				"Where a bound is an event, or one is a day and the other a month, nobody knows on which day the phase begins or ends."),
			Bad:  Sample{Text: "- Đợt 1: Từ tháng 3/2027 đến ngày 31/7/2027."},
			Good: Sample{Text: "- Đợt 1: Từ ngày 01/3/2027 đến ngày 31/7/2027."},
			Run:  phaseVague,
		},
		rangeStyleRule(),
	}
}

// lists goes through the phases list by list: those of đợt and of giai đoạn
// inside of them stand mixed.
func lists(p *Pass, each func([]fact.Phase)) {
	all := slices.Clone(p.Phases)
	slices.SortStableFunc(all, func(a, b fact.Phase) int { return a.List - b.List })
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end].List == all[i].List {
			end++
		}
		each(all[i:end])
		i = end
	}
}

// whole tells whether both days of a phase are known and in order.
func whole(ph *fact.Phase) bool {
	return !ph.First.Zero() && !ph.Last.Zero() && ph.Event == "" && !ph.Last.Before(ph.First) && ph.Time.From.Possible() && ph.Time.To.Possible()
}

func phaseOverlap(p *Pass) {
	lists(p, func(list []fact.Phase) {
		for k := 1; k < len(list); k++ {
			for i := k - 1; i >= 0; i-- {
				if overlap(p, &list[i], &list[k]) {
					break // one finding for a phase
				}
			}
		}
	})
}

func overlap(p *Pass, a, b *fact.Phase) bool {
	if !whole(a) || !whole(b) || a.Last.Before(b.First) || b.Last.Before(a.First) {
		return false
	}
	first, last := b.First, a.Last
	if first.Before(a.First) {
		first = a.First
	}
	if b.Last.Before(last) {
		last = b.Last
	}
	if shares(a, b) {
		p.Unjudged(b.At, diag.M("%s và %s cùng có %s: không rõ ngày nào thuộc đợt nào", "%s and %s both have %s: it is open which day belongs to which", a.Name, b.Name, unitOf(b.Time.From)),
			diag.M("ghi rõ ngày kết thúc và ngày bắt đầu", "tell the last and the first day"))
		return true
	}
	msg := diag.M("%s và %s trùng nhau %d ngày (%s - %s)", "%s and %s share %d days (%s - %s)", a.Name, b.Name, last.Since(first)+1, first, last)
	if first == last {
		msg = diag.M("%s và %s trùng nhau ngày %s", "%s and %s share the day %s", a.Name, b.Name, first)
	}
	p.Report(b.At, msg, diag.M("cho %s bắt đầu từ ngày %s, hoặc kết thúc %s sớm hơn", "let %s begin on %s, or end %s earlier", b.Name, a.Last.Next(), a.Name))
	return true
}

// shares tells whether two phases meet in one month, quarter or year that both
// name whole: "tháng 01 - 3" and "tháng 3 - 6" may be meant so.
func shares(a, b *fact.Phase) bool {
	to, from := a.Time.To, b.Time.From
	return to.D == 0 && from.D == 0 && to.Y == from.Y && to.M == from.M && to.Q == from.Q
}

// unitOf names a month, a quarter or a year.
func unitOf(d fact.Day) string {
	switch {
	case d.Q > 0:
		return fmt.Sprintf("quý %d", d.Q)
	case d.M > 0:
		return fmt.Sprintf("tháng %d", d.M)
	}
	return fmt.Sprintf("năm %d", d.Y)
}

// phaseGap tells of days between two phases. Phases that lie far apart are
// campaigns of their own: a gap is small beside the phases.
func phaseGap(p *Pass) {
	lists(p, func(list []fact.Phase) {
		for k := 1; k < len(list); k++ {
			a, b := &list[k-1], &list[k]
			if !whole(a) || !whole(b) || b.N > 0 && b.N != a.N+1 || !a.Last.Before(b.First) {
				continue
			}
			gap := b.First.Since(a.Last) - 1
			if gap == 0 || gap*3 > min(a.Last.Since(a.First), b.Last.Since(b.First))+1 {
				continue
			}
			first, last := a.Last.Next(), b.First.Prev()
			msg := diag.M("giữa %s và %s trống %d ngày (%s - %s)", "between %s and %s there are %d days (%s - %s)", a.Name, b.Name, gap, first, last)
			if gap == 1 {
				msg = diag.M("giữa %s và %s trống ngày %s", "between %s and %s the day %s is left out", a.Name, b.Name, first)
			}
			p.Report(b.At, msg, diag.M("nếu hai đợt nối tiếp nhau thì cho %s bắt đầu từ ngày %s", "where they follow one another, let %s begin on %s", b.Name, first))
		}
	})
}

func phaseReversed(p *Pass) {
	hint := diag.M("xem lại ngày, tháng, năm của hai đầu", "look at day, month and year of both ends")
	for k := range p.Ranges {
		r := &p.Ranges[k]
		if r.Anniv || !r.Told || !r.Sure() || r.First().Zero() || !r.Last().Before(r.First()) {
			continue
		}
		if r.From.M == 0 && r.From.Q == 0 && !r.Led || !r.From.Possible() || !r.To.Possible() {
			continue // 2027 - 2026 may be a comparison
		}
		p.At(r.Text, r.Lo, r.Hi, diag.M("%q kết thúc trước khi bắt đầu", "%q ends before it begins", r.Text.S[r.Lo:r.Hi]), hint)
	}
	for k := range p.Phases {
		ph := &p.Phases[k]
		if ph.Dot != nil && ph.Time.Told && ph.Told && !ph.First.Zero() && !ph.Last.Zero() && ph.Last.Before(ph.First) {
			p.Report(ph.At, diag.M("%s kết thúc (%s) trước khi bắt đầu (%s)", "%s ends (%s) before it begins (%s)", ph.Name, ph.Last, ph.First), hint)
		}
	}
}

func phaseRange(p *Pass) {
	early, late := yearOff(p)
	month := p.Facts.Issued.First() // first day that may be the day of issue
	if p.Facts.Issued.M == 0 || early || late || !p.Facts.Issued.Possible() {
		month = fact.Date{} // the year itself is in doubt, and told of
	}
	month.D = min(month.D, 1)
	for k := range p.Phases {
		ph := &p.Phases[k]
		if ph.Told && !(ph.Text != nil && ph.Text.Quoted(ph.Time.Lo)) {
			phaseInside(p, ph, month)
		}
	}
	if month.Zero() {
		return
	}
	issued := p.Facts.Issued.First()
	newYearOver(p, issued)
	for k := range p.Deadlines { // those of tasks and of cells are TASK-RANGE's
		d := &p.Deadlines[k]
		if !d.Sure || d.Task || d.Text.Cell || d.Day.Y == 0 || d.Day.M == 0 && d.Day.Q == 0 || !d.Day.Possible() || d.Text.Quoted(d.Lo) {
			continue
		}
		// A day long past is no slip of the year: it tells of something else.
		if last := d.Day.Last(); last.Before(issued) && issued.Since(last) <= 370 {
			p.At(d.Text, d.Lo, d.Hi, diag.M("thời hạn %s đã qua khi kế hoạch ban hành (%s)", "the deadline %s was over when the plan was issued (%s)", d.Day.Last(), issuedWords(p)),
				diag.M("sửa ngày hoặc năm của thời hạn", "mend day or year of the deadline"))
		}
	}
}

// issuedWords is the day of issue as far as it is known.
func issuedWords(p *Pass) string { return p.Plan.Ngay.String() }

// phaseInside looks whether a phase lies in the plan's time. A phase of whole
// years that is over is history; a month behind the plan's end is left for
// what is done after it.
func phaseInside(p *Pass, ph *fact.Phase, month fact.Date) {
	r, period := ph.Time, p.Period
	whole := r.From.D == 0 && r.From.M == 0 && r.From.Q == 0
	from, to := bounds(p)
	switch {
	case whole && period.Year() > 0: // years of a longer programme
	case !to.Zero() && period.Sure && !ph.Last.Zero() && to.Before(ph.Last):
		p.Report(ph.At, diag.M("%s kéo dài đến %s, ngoài thời gian của kế hoạch (đến %s)", "%s lasts until %s, beyond the plan's time (until %s)", ph.Name, ph.Last, period.To),
			diag.M("xem lại năm của đợt; nếu kế hoạch dài hơn, ghi thoi_ky", "look at the year; where the plan is for longer, tell it by thoi_ky"))
	case ph.First.Zero() || whole || r.From.Last().Zero():
	case !month.Zero() && r.From.Last().Before(month):
		p.Report(ph.At, diag.M("%s bắt đầu %s, trước tháng ban hành kế hoạch (%s)", "%s begins on %s, before the month of issue (%s)", ph.Name, ph.First, issuedWords(p)),
			diag.M("cho đợt bắt đầu từ khi ban hành, hoặc xem lại tháng, năm", "let it begin when the plan is issued, or look at month and year"))
	case month.Zero() && period.Sure && !from.Zero() && ph.First.Before(from):
		p.Report(ph.At, diag.M("%s bắt đầu %s, trước thời gian của kế hoạch (từ %s)", "%s begins on %s, before the plan's time (from %s)", ph.Name, ph.First, period.From),
			diag.M("xem lại năm của đợt", "look at the year of the phase"))
	}
}

// bounds are the first and the last day that a phase may have.
func bounds(p *Pass) (from, to fact.Date) {
	from, to = p.Period.From, p.Period.To
	if from.Zero() {
		return from, to
	}
	// A month in the subject is that of an event ("bão tháng 9 năm 2027").
	if p.Period.Text != nil && (from.M != 8 || to.M != 8) {
		from, to = fact.Date{Y: from.Y, M: 1, D: 1}, fact.Date{Y: to.Y, M: 12, D: 31}
	}
	return from, fact.Date{Y: to.Y + to.M/12, M: to.M%12 + 1, D: 31}
}

func phaseVague(p *Pass) {
	for k := range p.Phases {
		ph := &p.Phases[k]
		switch {
		case ph.Event != "":
			if !fromIssue(ph.Event) {
				p.Report(ph.At, diag.M("mốc của %s không phải là ngày: %q", "a bound of %s is no day: %q", ph.Name, ph.Event),
					diag.M("ghi thêm ngày hoặc tháng dự kiến", "add the day or month that is expected"))
			}
		case ph.Mixed() && ph.Time.From.Possible() && ph.Time.To.Possible():
			p.Report(ph.At, diag.M("%s có một đầu là %s, đầu kia là %s", "%s has a %s at one end and a %s at the other", ph.Name, grainVi(ph.Time.From), grainVi(ph.Time.To)),
				diag.M("ghi cả hai đầu bằng ngày, hoặc cả hai bằng tháng", "tell both by days, or both by months"))
		}
	}
}

// fromIssue tells whether an event is the plan itself: "từ nay", "từ ngày ký".
func fromIssue(words string) bool {
	for _, w := range fact.Phrase(words) {
		switch w {
		case "nay", "ký", "hành":
			return true
		}
	}
	return false
}

// grainVi names what a bound is.
func grainVi(d fact.Day) string {
	switch {
	case d.D > 0:
		return "ngày"
	case d.M > 0:
		return "tháng"
	case d.Q > 0:
		return "quý"
	}
	return "năm"
}
