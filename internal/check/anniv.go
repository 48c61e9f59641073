package check

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func annivRules() []Rule {
	return []Rule{
		{
			Code: "ANNIV", Group: GroupAnniv, Basis: basisCare, Fix: Never,
			Title: diag.M("số năm kỷ niệm tính sai", "the years of an anniversary are miscounted"),
			Why: diag.M("Số năm kỷ niệm bằng năm sau trừ năm trước, và hai mốc cùng ngày, cùng tháng; sang năm mới chép lại kế hoạch cũ rất hay quên sửa một chỗ.",
				"The number is the later year less the earlier, on the same day; whoever copies last year's plan easily forgets one of them."),
			Bad:  Sample{Text: "- Treo băng rôn kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)."},
			Good: Sample{Text: "- Treo băng rôn kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)."},
			Run:  anniv,
		},
		{
			Code: "ANNIV-NORANGE", Group: GroupAnniv, Basis: basisCare, Fix: Never,
			Title: diag.M("ngày kỷ niệm thiếu khoảng năm", "an anniversary without its years"),
			Why: diag.M("Trong một câu, ngày này ghi (ngày gốc - ngày nay) còn ngày kia không thì thiếu cân đối.",
				"In one list either all anniversaries tell their days or none."),
			Bad:  Sample{Text: "- Tuyên truyền kỷ niệm 52 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2027) và 141 năm Ngày Quốc tế Lao động."},
			Good: Sample{Text: "- Tuyên truyền kỷ niệm 52 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2027) và 141 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2027)."},
			Run:  annivNoRange,
		},
	}
}

func anniv(p *Pass) {
	for k := range p.Anniversaries {
		a := &p.Anniversaries[k]
		known := p.knownDays(a.Name)
		switch {
		case a.Typed:
			annivBase(p, a, &a.Base, known)
		case a.HasRange() && annivRange(p, a, known):
		case a.HasRange():
			annivBase(p, a, &a.Range.From, known)
		case a.N > 0:
			annivYear(p, a, known)
		}
	}
}

// annivRange looks at number and days of an anniversary, by themselves.
func annivRange(p *Pass, a *fact.Anniversary, known []*Anniversary) bool {
	from, to := a.Range.From, a.Range.To
	if from.Y == 0 || to.Y == 0 || !a.Range.Told {
		return true
	}
	years := to.Y - from.Y
	if p.lasted(a) || a.N == 0 && from.D != to.D && from.M != to.M {
		return true
	}
	days := a.Text.S[a.Range.From.Lo:a.Range.To.Hi]
	switch {
	case a.N > 0 && a.N != years:
		hint := diag.M("sửa thành %d năm, hoặc sửa lại hai mốc", "write %d năm, or mend the days", years)
		if base := single(known); base != nil && base.Goc != from.Y && to.Y-base.Goc == a.N {
			hint = diag.M("năm gốc của %s là %d", "the base year of %s is %d", base.Ten, base.Goc)
		}
		p.At(a.Text, a.Lo, a.Hi, diag.M("ghi %d năm, nhưng %s là %d năm", "it says %d years, but %s are %d", a.N, days, years), hint)
	case from.D > 0 && to.D > 0 && from.D != to.D || from.M > 0 && to.M > 0 && from.M != to.M:
		p.At(a.Text, a.Range.Lo, a.Range.Hi, diag.M("hai mốc kỷ niệm khác ngày: %s", "the two days of the anniversary differ: %s", days),
			diag.M("ghi cùng ngày, cùng tháng ở hai đầu", "write the same day and month at both ends"))
	default:
		return false
	}
	return true
}

// lasted tells whether the days are those of what is commemorated, a life or a
// war, and not of the commemoration.
func (p *Pass) lasted(a *fact.Anniversary) bool {
	from, to := a.Range.From, a.Range.To
	if from.Y == to.Y || a.N == to.Y-from.Y {
		return from.Y == to.Y
	}
	life := strings.Contains(a.Name, "sinh") || strings.Contains(a.Name, "mất")
	if life && (from.D == 0 || from.D != to.D || from.M != to.M) {
		return true
	}
	for _, y := range p.ownYears() {
		if to.Y < y-2 && (y-from.Y == a.N || y-to.Y == a.N) {
			return true
		}
	}
	return false
}

// annivBase compares the day from which an anniversary counts with the one that
// is known.
func annivBase(p *Pass, a *fact.Anniversary, base *fact.Day, known []*Anniversary) {
	if len(known) == 0 || base.Y == 0 {
		return
	}
	for _, k := range known {
		if k.Goc == base.Y && (base.D == 0 || k.Ngay.D == 0 || base.D == k.Ngay.D) && (base.M == 0 || base.M == k.Ngay.M) {
			return
		}
	}
	k := known[0]
	msg := diag.M("%s có ngày gốc %s, ở đây ghi %s", "%s counts from %s, here it is %s", k.Ten, k.base(), a.Text.S[base.Lo:base.Hi])
	if !k.Chac {
		p.Unjudged(a.Text.Place(base.Lo, base.Hi), msg, diag.M("năm gốc có nơi ghi khác nhau, cần tra cứu", "sources differ on the base year: look it up"))
		return
	}
	p.At(a.Text, base.Lo, base.Hi, msg, diag.M("sửa ngày gốc", "mend the base day"))
}

// base is the day from which an anniversary counts, as plans write it.
func (a *Anniversary) base() string {
	if a.Ngay.D == 0 {
		return fmt.Sprintf("tháng %d/%d", a.Ngay.M, a.Goc)
	}
	return fact.Date{Y: a.Goc, M: a.Ngay.M, D: a.Ngay.D}.String()
}

// annivYear looks whether a number without days fits the plan's year. Years
// that the text itself names are taken too.
func annivYear(p *Pass, a *fact.Anniversary, known []*Anniversary) {
	base := single(known)
	goc := a.Base.Y
	if goc == 0 && base != nil {
		goc = base.Goc
	}
	years := p.ownYears()
	if goc == 0 || len(years) == 0 || a.Text.Quoted(a.Lo) || a.Text.Key == "can_cu" || a.Text.InSubject(a.Lo) || p.citesIn(a.Text) {
		return
	}
	years = p.yearsIn(a.Text, years)
	for _, y := range years {
		if y-goc == a.N {
			return
		}
	}
	msg := diag.M("ghi %d năm; tính từ %d thì năm %d là %d năm", "it says %d years; counted from %d the year %d is %d", a.N, goc, years[0], years[0]-goc)
	if a.Base.Y == 0 && !base.Chac {
		p.Unjudged(a.Text.Place(a.Lo, a.Hi), msg, diag.M("năm gốc có nơi ghi khác nhau, cần tra cứu", "sources differ on the base year: look it up"))
		return
	}
	p.At(a.Text, a.Lo, a.Hi, msg, diag.M("sửa số năm, và ghi thêm khoảng năm cho rõ", "mend the number, and add the days"))
}

// citesIn tells whether a text names another document by its day: the number
// may be of that document's year.
func (p *Pass) citesIn(t *fact.Text) bool {
	for k := range p.Days {
		if p.Days[k].Text == t && p.Days[k].Cited {
			return true
		}
	}
	return false
}

// yearsIn adds the years that a text names.
func (p *Pass) yearsIn(t *fact.Text, years []int) []int {
	out := slices.Clone(years)
	for k := range p.Days {
		if d := &p.Days[k]; d.Text == t && d.Y > 0 {
			out = append(out, d.Y)
		}
	}
	return out
}

// single is what is known of a name where it is one thing.
func single(known []*Anniversary) *Anniversary {
	if len(known) == 0 || slices.ContainsFunc(known, func(k *Anniversary) bool { return k.Goc != known[0].Goc }) {
		return nil
	}
	return known[0]
}

// knownDays finds the commemorations that a name names, wholly: "thành lập
// Đảng bộ tỉnh" is not the founding of the Party.
func (p *Pass) knownDays(name string) []*Anniversary {
	if name == "" || p.Data == nil {
		return nil
	}
	name = strings.Join(strings.Fields(strings.Map(noQuote, name)), " ")
	if k := p.Data.anniversary(name); k != nil {
		return []*Anniversary{k}
	}
	var out []*Anniversary
	for _, part := range strings.Split(strings.ReplaceAll(name, ", ", " và "), " và ") {
		k := p.Data.anniversary(part)
		if k == nil {
			if len(out) > 0 && strings.HasPrefix(part, "thống nhất") {
				continue // Giải phóng miền Nam, thống nhất đất nước
			}
			return nil
		}
		out = append(out, k)
	}
	return out
}

func noQuote(r rune) rune {
	if r == '“' || r == '”' || r == '"' {
		return ' '
	}
	return r
}

// anniversary finds a commemoration by its words; the longest that fit win.
func (d *Data) anniversary(name string) *Anniversary {
	var best *Anniversary
	length := 0
	for k := range d.Anniversaries {
		for _, n := range d.Anniversaries[k].Nhan {
			if len(n) <= length {
				continue
			}
			if i := strings.Index(name, n); i >= 0 && onlyOf(heads, name[:i]) && onlyOf(tails, name[i+len(n):]) {
				best, length = &d.Anniversaries[k], len(n)
			}
		}
	}
	return best
}

// Words before and behind the name of a commemoration that change nothing.
var (
	heads = []string{
		"ngày", "lễ", "hội", "chiến thắng", "chủ tịch", "hồ chí minh", "bác hồ", "bác", "người", "ra", "hà nội -",
	}
	tails = []string{
		"của đảng", "cộng sản", "việt nam", "nước", "chxhcn", "cộng hòa xã hội chủ nghĩa", "cộng hoà xã hội chủ nghĩa",
		"quang vinh", "tncs", "thanh niên", "hồ chí minh", "vĩ đại", "kính yêu", "hoàn toàn", "ngày", "mùng",
	}
)

// onlyOf tells whether a piece of a name holds nothing but these words, digits
// and strokes.
func onlyOf(words []string, s string) bool {
next:
	for {
		s = strings.TrimLeft(s, " 0123456789/")
		if s == "" {
			return true
		}
		for _, w := range words {
			if strings.HasPrefix(s, w) && (len(s) == len(w) || s[len(w)] == ' ') {
				s = s[len(w):]
				continue next
			}
		}
		return false
	}
}

// annivNoRange tells of anniversaries without days beside some that have them.
func annivNoRange(p *Pass) {
	ranged := map[*fact.Text]bool{}
	for k := range p.Anniversaries {
		if a := &p.Anniversaries[k]; a.HasRange() {
			ranged[a.Text] = true
		}
	}
	for k := range p.Anniversaries {
		a := &p.Anniversaries[k]
		if a.HasRange() || a.Typed || a.N == 0 || a.Base.Y > 0 || !ranged[a.Text] {
			continue
		}
		p.At(a.Text, a.Lo, a.Hi, diag.M("%q không ghi khoảng năm, các ngày khác trong câu có ghi", "%q has no days, others beside it have", a.Text.S[a.Lo:a.Hi]),
			diag.M("ghi thêm (ngày gốc - ngày năm nay)", "add (base day - this year's day)"))
	}
}
