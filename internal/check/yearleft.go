package check

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func yearLeftRules() []Rule {
	year := []Sample{{Key: "thoi_ky", Text: "năm 2027"}}
	return []Rule{{
		Code: "YEAR-LEFT", Group: GroupDate, Basis: basisCare, Fix: Never,
		Title: diag.M("còn nói của năm trước", "what still speaks of last year"),
		Why: diag.M("Chép lại kế hoạch cũ rất hay sót một chỗ: tên kế hoạch ở câu kết, đề mục của phụ lục, số năm kỷ niệm, tên năm âm lịch còn của năm trước. Kết quả năm trước, phép so sánh, việc tổng kết năm trước và lời viện dẫn thì không nhắc.",
			"Whoever copies last year's plan easily forgets a place: its name in the closing sentence, the title of an annex, an anniversary, the name of the lunar year. Results of last year, comparisons, work on last year and citations are not told."),
		Bad:  Sample{Text: "- Phấn đấu hoàn thành các chỉ tiêu, nhiệm vụ năm 2026.", With: year},
		Good: Sample{Text: "- Phấn đấu hoàn thành các chỉ tiêu, nhiệm vụ năm 2027, cao hơn so với năm 2026.", With: year},
		Run:  yearLeft,
	}}
}

// yearLeft looks for the year before a plan's year where only the plan's own
// can be meant. It says nothing where the plan's time is not beyond doubt.
func yearLeft(p *Pass) {
	y := leftYear(p)
	if y == 0 {
		return
	}
	for k := range p.Days {
		if d := &p.Days[k]; d.Y == y && d.D+d.M+d.Q == 0 && !d.Cited && p.ownWords(d.Text, d.I, d.End) {
			p.tellLeft(d.Text, d.Lo, d.Hi, "năm "+strconv.Itoa(y+1))
		}
	}
	for k := range p.Days {
		if d := &p.Days[k]; d.Y == y && d.M > 0 && p.plannedBefore(d) {
			p.tellLeft(d.Text, d.Lo, d.Hi, strconv.Itoa(y+1))
		}
	}
	for k := range p.Anniversaries {
		if a := &p.Anniversaries[k]; p.pastAnniversary(a, y) {
			p.tellLeft(a.Text, a.Lo, a.Hi, strconv.Itoa(y+1-a.Range.From.Y)+" năm … "+strconv.Itoa(y+1))
		}
	}
	for _, t := range p.Texts {
		p.lunarLeft(t, y)
	}
}

// leftYear is the year before that of a plan of one year, 0 for other plans: a
// school year is named by two, and in several years the one before the first is
// mostly meant.
func leftYear(p *Pass) int {
	if y := p.Period.Year(); y > 0 && p.Period.Sure {
		return y - 1
	}
	return 0
}

func (p *Pass) tellLeft(t *fact.Text, lo, hi int, now string) {
	p.At(t, lo, hi, diag.M("“%s”: còn nói của năm trước, kế hoạch này của năm %d", "“%s” still speaks of last year, the plan is for %d", t.S[lo:hi], p.Period.Year()),
		diag.M("nếu là việc của kế hoạch này, sửa thành: %s", "where the plan's own work is meant, write: %s", now))
}

// Phrases of sentences that speak of last year on purpose.
var lastYearMeant = phraseList("đã; kết quả; đạt được; tổng kết; sơ kết; quyết toán; đánh giá; kiểm điểm; xếp loại; xét; bình xét; so với; cùng kỳ; phát huy; tồn đọng; chuyển sang; từ năm; trước năm; đến năm; giai đoạn; nghiệm thu; vừa qua; tính đến; qua; năm trước; khắc phục; bằng mức; sau khi; tiếp tục thực hiện; công khai; chưa")

// Phrases behind which the year of a plan's own work follows.
var (
	ownWork   = phraseList("nhiệm vụ năm; nhiệm vụ chính trị năm; nhiệm vụ công tác năm; chỉ tiêu năm; mục tiêu năm; kế hoạch năm; phong trào thi đua năm; chủ đề năm; chủ đề công tác năm; xã hội năm")
	ownEffort = phraseList("phấn đấu; hoàn thành; thực hiện thắng lợi; góp phần")
	ownName   = phraseList("trên đây là")
	ownIssue  = phraseList("ban hành kế hoạch; xây dựng kế hoạch; ban hành kế hoạch này")
)

func phraseList(list string) [][]string {
	var out [][]string
	for _, s := range strings.Split(list, "; ") {
		out = append(out, fact.Phrase(s))
	}
	return out
}

// ownWords tells whether "năm 2026" stands where only the plan's own year can
// stand: in a heading, behind "Trên đây là Kế hoạch …", in the sentence that
// issues the plan, in an effort for the tasks of the year.
func (p *Pass) ownWords(t *fact.Text, i, end int) bool {
	lo := t.Tokens[i].Lo
	if t.Quoted(lo) || t.InSubject(lo) || t.Key == "can_cu" || t.Key == "trich_yeu" || p.citesIn(t) || t.Token(end).S == "-" || t.Token(end).S == "–" {
		return false
	}
	from, to := sentenceAround(t, i, end)
	if anyPhrase(t, from, to, lastYearMeant) {
		return false
	}
	switch {
	case t.Key == "tieu_de":
		return end == len(t.Tokens)
	case anyPhrase(t, from, i, ownName):
		return t.Key == "ket" && !comma(t, from, i)
	case t.Key == "mo_dau":
		return anyPhrase(t, from, i, ownIssue) && t.Token(len(t.Tokens)-1).S == ":" && to == len(t.Tokens)
	}
	return anyPhrase(t, max(from, i-5), i+1, ownWork) && anyPhrase(t, from, i, ownEffort)
}

// comma tells whether a comma or a dash stands between tokens: another clause
// begins there.
func comma(t *fact.Text, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t.Tokens[i].S == ";" || t.Tokens[i].S == "," && t.Token(i+1).Upper() {
			return true
		}
	}
	return false
}

func anyPhrase(t *fact.Text, lo, hi int, list [][]string) bool {
	for i := lo; i < hi; i++ {
		for _, ph := range list {
			if t.Tokens[i].Low != ph[0] {
				continue
			}
			if end, ok := t.Match(i, ph); ok && end <= hi {
				return true
			}
		}
	}
	return false
}

// Words directly before a day on which something is to be held, and words of
// sentences whose days are those of documents and foundations.
var (
	toBeHeld = phraseList("vào ngày; vào sáng ngày; vào tháng; từ ngày; từ tháng; dự kiến ngày; dự kiến tháng; trong tháng; bắt đầu từ; ra quân ngày; tổ chức ngày; phát động ngày; khai mạc ngày; tổng kết ngày; kết thúc ngày; xong ngày; thời gian: ngày; thời gian: từ")
	ofOthers = phraseList("ban hành; quyết định; thành lập; công nhận; hiệu lực; sinh; ký; khởi công; khánh thành; theo; căn cứ; luật; nghị; kể từ; trở đi; trở về; trước đó; đến nay")
)

// plannedBefore tells whether something is to be held on a day that was over
// when the plan came out. Deadlines and phases are told by other rules.
func (p *Pass) plannedBefore(d *fact.Day) bool {
	t := d.Text
	issued := p.Facts.Issued.First()
	if t.Key != "noi_dung" || t.Cell || d.Cited || !d.Possible() || t.Quoted(d.Lo) || t.InSubject(d.Lo) || p.citesIn(t) || p.toldElsewhere(d) {
		return false
	}
	if !issued.Zero() && (issued.Y != p.Period.From.Y || p.Facts.Issued.M == 0) {
		return false
	}
	from, to := sentenceAround(t, d.I, d.End)
	near := max(from, d.I-3)
	return anyPhrase(t, near, min(d.I+1, to), toBeHeld) && !anyPhrase(t, from, to, lastYearMeant) && !anyPhrase(t, from, to, ofOthers)
}

// toldElsewhere tells whether a day is that of a deadline or a phase, or in a
// span of time that reaches into the plan's year.
func (p *Pass) toldElsewhere(d *fact.Day) bool {
	for k := range p.Deadlines {
		if x := &p.Deadlines[k]; x.Text == d.Text && x.Day.Lo == d.Lo {
			return true
		}
	}
	for k := range p.Phases {
		if x := &p.Phases[k]; x.Time.Text == d.Text && x.Time.Lo <= d.Lo && d.Hi <= x.Time.Hi {
			return true
		}
	}
	for k := range p.Ranges {
		if x := &p.Ranges[k]; x.Text == d.Text && x.Lo <= d.Lo && d.Hi <= x.Hi && (x.Anniv || x.To.Y != d.Y || x.From.Y != d.Y || x.To.Lo == d.Lo) {
			return true
		}
	}
	return false
}

// pastAnniversary tells whether an anniversary was counted for last year and
// agrees with itself, so that no other rule finds it.
func (p *Pass) pastAnniversary(a *fact.Anniversary, y int) bool {
	if !a.HasRange() || a.N == 0 || a.Range.To.Y != y || a.Range.From.D == 0 || a.Range.To.D == 0 || a.N != y-a.Range.From.Y {
		return false
	}
	t := a.Text
	if t.Quoted(a.Lo) || t.InSubject(a.Lo) || t.Key == "can_cu" || p.citesIn(t) {
		return false
	}
	if issued := p.Facts.Issued.First(); !issued.Zero() && !a.Range.To.Last().Before(issued) {
		return false // it lies between the day of issue and the plan's year
	}
	from, to := sentenceAround(t, t.At(a.Lo), t.At(a.Hi))
	return !anyPhrase(t, from, to, lastYearMeant)
}

// lunarLeft tells of a Tết by the name of last year, and of a name beside a year
// that has another one.
func (p *Pass) lunarLeft(t *fact.Text, y int) {
	if t.Key == "can_cu" || p.citesIn(t) {
		return
	}
	for i := range t.Tokens {
		place, ok := fact.CycleAt(t, i)
		if !ok || t.Quoted(t.Tokens[i].Lo) || t.InSubject(t.Tokens[i].Lo) {
			continue
		}
		from, to := sentenceAround(t, i, i+2)
		told := 0
		if next := t.Token(i + 2); next.Kind == fact.Number && yearLike(next.S) {
			told, _ = strconv.Atoi(next.S)
		}
		wrong := told == y+1 && place == fact.CyclePlace(y)
		left := (told == 0 || told == y) && place == fact.CyclePlace(y) && t.Token(i-1).Low == "đán" && p.Issued.Y > y
		if wrong || left && !anyPhrase(t, from, to, lastYearMeant) {
			p.tellLeft(t, t.Tokens[i].Lo, t.Token(i+1).Hi, fact.CycleName(y+1))
		}
	}
}
