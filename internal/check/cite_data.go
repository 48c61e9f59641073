package check

import (
	"strconv"
	"strings"
	"sync"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// citeDataRules compare citations with what is known of laws and other texts
// (templates/du-lieu), and with the day of the document.
func citeDataRules() []Rule {
	late := []Sample{{Key: "ngay", Text: "20/12/2027"}}
	return []Rule{
		{
			Code: "CITE-REPEALED", Group: GroupCite, Basis: "Luật Ban hành văn bản quy phạm pháp luật; dữ liệu văn bản của chương trình", Fix: Never,
			Title: diag.M("viện dẫn văn bản đã hết hiệu lực", "a text is cited that no longer holds"),
			Why: diag.M("Văn bản được viện dẫn làm căn cứ phải còn hiệu lực vào ngày ban hành kế hoạch. Kế hoạch cũ được xét theo ngày của nó.",
				"A text that is cited must be in force on the day of the plan. An older plan is judged by its own day."),
			Bad:  Sample{Text: "Thực hiện Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ về thi đua, khen thưởng.", With: late},
			Good: Sample{Text: "Thực hiện Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ về thi đua, khen thưởng.", With: []Sample{{Key: "ngay", Text: "15/01/2021"}}},
			Run:  citeRepealed,
		},
		{
			Code: "CITE-LAWNAME", Group: GroupCite, Basis: "NĐ 30/2020, PL II (tên các loại văn bản); tên theo văn bản gốc", Fix: Suggested,
			Title: diag.M("tên luật viết sai", "the name of a law is misspelt"),
			Why: diag.M("Luật, pháp lệnh được viện dẫn bằng tên, nên tên phải đúng từng chữ, từng dấu phẩy như khi ban hành.",
				"Laws are cited by name, so the name must be that of the law to the letter and comma."),
			Bad:  Sample{Text: "Các đơn vị phổ biến Luật thi đua khen thưởng đến đoàn viên."},
			Good: Sample{Text: "Các đơn vị phổ biến Luật Thi đua, khen thưởng đến đoàn viên."},
			Run:  citeLawName,
		},
		{
			Code: "CITE-UNKNOWN", Group: GroupCite, Basis: "dữ liệu văn bản của chương trình", Fix: Never,
			Title: diag.M("số và năm khác với văn bản đã biết", "number and year differ from a known text"),
			Why: diag.M("Có văn bản cùng số, cùng loại nhưng khác năm hoặc khác ngày: năm, ngày dễ gõ nhầm khi chép lại kế hoạch cũ.",
				"There is a text with this number and kind and another year or day: years are easily mistyped when an old plan is copied."),
			Bad:  Sample{Text: "Thực hiện Nghị định số 145/2021/NĐ-CP của Chính phủ."},
			Good: Sample{Text: "Thực hiện Nghị định số 145/2020/NĐ-CP của Chính phủ."},
			Run:  citeUnknown,
		},
		{
			Code: "CITE-FUTURE", Group: GroupCite, Basis: "thực hành văn thư: không viện dẫn văn bản chưa ban hành", Fix: Never,
			Title: diag.M("viện dẫn văn bản, đại hội chưa có", "a text or a congress is cited before it was"),
			Why: diag.M("Vào ngày ban hành kế hoạch, văn bản được viện dẫn chưa ban hành, hoặc đại hội chưa họp nên chưa có nghị quyết. Nói về việc chuẩn bị, chào mừng đại hội thì được.",
				"On the day of the plan the cited text had not been issued, or the congress had not met and had no resolution. To speak of preparing a congress is right."),
			Bad:  Sample{Text: "Thực hiện Nghị định số 415/2029/NĐ-CP của Chính phủ.", With: late},
			Good: Sample{Text: "Thực hiện Nghị định số 415/2024/NĐ-CP của Chính phủ.", With: late},
			Run:  citeFuture,
		},
		{
			Code: "DATE-ORDER", Group: GroupDate, Basis: "thực hành văn thư: văn bản ban hành sau văn bản mà nó viện dẫn", Fix: Never,
			Title: diag.M("ngày ban hành sớm hơn ngày của văn bản được viện dẫn", "the document is older than one that it cites"),
			Why: diag.M("Kế hoạch không thể ban hành trước văn bản mà nó viện dẫn: một trong hai ngày sai, thường là năm còn giữ của kế hoạch cũ.",
				"A plan cannot be issued before a document that it cites: one of the two days is wrong, often a year left over from an older plan."),
			Bad:  Sample{Text: "Thực hiện Kế hoạch số 420/KH-ABC ngày 24/12/2027 của Trung tâm ABC về tập huấn.", With: late},
			Good: Sample{Text: "Thực hiện Kế hoạch số 420/KH-ABC ngày 15/12/2027 của Trung tâm ABC về tập huấn.", With: late},
			Run:  dateOrder,
		},
	}
}

// citeIndex finds known texts and laws quickly. It is made once.
type citeIndex struct {
	once   sync.Once
	texts  map[string][]*KnownText // by the whole number, which the Party gives again in each term
	years  map[string][]*KnownText // by number and symbol without the year
	laws   map[string][]lawSpelling
	events map[string][]knownEvent
}

func (d *Data) citeIndex() *citeIndex {
	x := &d.cites
	x.once.Do(func() {
		x.texts, x.years = map[string][]*KnownText{}, map[string][]*KnownText{}
		for i := range d.Texts {
			t := &d.Texts[i]
			x.texts[t.So] = append(x.texts[t.So], t)
			if num, rest, ok := withoutYear(t.So); ok && !strings.Contains(rest, "QH") { // laws are numbered through a year of all kinds
				x.years[num+"/"+rest] = append(x.years[num+"/"+rest], t)
			}
		}
		x.laws = lawSpellings(d.Laws)
		x.events = eventsByWord(d.Events)
	})
	return x
}

// withoutYear cuts 145/2020/NĐ-CP into number and symbol.
func withoutYear(so string) (num, symbol string, ok bool) {
	parts := strings.SplitN(so, "/", 3)
	if len(parts) != 3 || len(parts[1]) != 4 {
		return "", "", false
	}
	return parts[0], parts[2], true
}

// lookUp adds to a hint that a fact was not verified by two sources.
func lookUp(t *KnownText, hint diag.Msg) diag.Msg {
	if t.Chac {
		return hint
	}
	return diag.Msg{Vi: hint.Vi + "; dữ liệu này mới có một nguồn, cần tra lại", En: hint.En + "; this rests on one source, look it up"}
}

func citeRepealed(p *Pass) {
	x := p.Data.citeIndex()
	for _, list := range grouped(p, func(c *fact.Citation) string {
		known, _ := p.known(x, c)
		if known == nil || known.Het.Zero() && known.Thay == "" || c.Quoted || c.Inner || pastTalk(c) {
			return ""
		}
		return known.Loai + known.So
	}) {
		p.repealed(x, list)
	}
}

func (p *Pass) repealed(x *citeIndex, list []*fact.Citation) {
	c := list[0]
	known, sure := p.known(x, c)
	at := c.Text.Place(c.Lo, c.Hi)
	hint := diag.M("tìm văn bản thay thế", "find the text that took its place")
	if last := p.lastOf(x, known); last.Thay != "" {
		hint = diag.M("thay bằng: %s", "cite: %s", last.Thay)
	}
	switch {
	case known.Het.Zero():
		if next := successor(x, known); next != nil && !p.Issued.Zero() && !p.Issued.Before(next.Ngay) {
			p.Unjudged(at, diag.M("%s số %s đã có văn bản thay thế, chưa rõ hết hiệu lực từ ngày nào", "%s số %s has been replaced, the day is not known", known.Loai, known.So), hint)
		}
	case p.Issued.Zero():
		p.Unjudged(at, diag.M("chưa xét được số %s còn hiệu lực không: văn bản không có ngày", "not judged whether %s was in force: the document has no day", known.So),
			diag.M("số %s hết hiệu lực từ %s; ghi ngay hoặc thoi_ky", "%s ended on %s; write ngay or thoi_ky", known.So, known.Het.String()))
	case p.Issued.Before(known.Het):
	case !sure:
		p.Unjudged(at, diag.M("nếu là %s số %s ngày %s thì đã hết hiệu lực từ ngày %s", "if %s số %s of %s is meant, it no longer holds since %s", known.Loai, known.So, known.Ngay.String(), known.Het.String()), hint)
	default:
		f := p.Report(at, again(diag.M("%s số %s đã hết hiệu lực từ ngày %s", "%s số %s no longer holds since %s", known.Loai, known.So, known.Het.String()), list), lookUp(known, hint))
		if !known.Chac {
			f.Severity = diag.Info
		}
	}
}

// successor is the known text whose number the replacement names.
func successor(x *citeIndex, t *KnownText) *KnownText {
	for _, w := range strings.Fields(t.Thay) {
		if list := x.texts[w]; len(list) > 0 && !list[0].Ngay.Zero() {
			return list[0]
		}
	}
	return nil
}

// lastOf follows the replacements of a text to the last that had itself ended on
// the day of the document.
func (p *Pass) lastOf(x *citeIndex, t *KnownText) *KnownText {
	for range 5 {
		next := successor(x, t)
		if next == nil || next.Het.Zero() || p.Issued.Before(next.Het) || next.Thay == "" {
			break
		}
		t = next
	}
	return t
}

// known gives what is known of a cited text: by its kind and number, or of a
// law by its name and year. Numbers without a year come again, so that only the
// day makes sure which text is meant.
func (p *Pass) known(x *citeIndex, c *fact.Citation) (t *KnownText, sure bool) {
	n := c.Number
	for _, t := range x.texts[n.S] {
		switch {
		case n.Year != "":
			return t, true
		case c.Kind != t.Loai || t.Ngay.Zero():
		case c.Day.Full() && c.Day.First() == t.Ngay:
			return t, true
		case c.Day.Y == 0 && !c.Dated:
			return t, false
		}
	}
	if n.S != "" || c.Name == "" || c.Day.Y == 0 {
		return nil, false
	}
	name := strings.ToLower(c.Kind + " " + c.Name)
	for i := range p.Data.Texts {
		if t := &p.Data.Texts[i]; t.Ngay.Y == c.Day.Y && t.Loai == c.Kind && strings.ToLower(t.Ten) == name {
			return t, true
		}
	}
	return nil, false
}

// pastWords are words of a sentence that speaks of a text as of something past.
var pastWords = [][]string{
	{"thay", "thế"}, {"bãi", "bỏ"}, {"hết", "hiệu", "lực"}, {"trước", "đây"}, {"tổng", "kết"}, {"sơ", "kết"}, {"sửa", "đổi"}, {"hủy", "bỏ"}, {"huỷ", "bỏ"},
}

// pastTalk tells whether the sentence speaks of a text as of something past.
func pastTalk(c *fact.Citation) bool { return sentenceHas(c.Text, c.I, c.End, pastWords) }

// sentenceHas tells whether one of the phrases stands in the sentence around
// some tokens.
func sentenceHas(t *fact.Text, from, to int, phrases [][]string) bool {
	lo, hi := sentenceAround(t, from, to)
	for i := lo; i < hi; i++ {
		for _, ph := range phrases {
			if t.Tokens[i].Low != ph[0] {
				continue
			}
			if _, ok := t.Match(i, ph); ok {
				return true
			}
		}
	}
	return false
}

// sentenceAround gives the tokens of the sentence part around some tokens.
func sentenceAround(t *fact.Text, from, to int) (lo, hi int) {
	stops := func(i int) bool {
		s := t.Tokens[i].S
		return s == ";" || s == "." && (i+1 >= len(t.Tokens) || t.Tokens[i+1].Gap)
	}
	lo, hi = from, to
	for lo > 0 && !stops(lo-1) {
		lo--
	}
	for hi < len(t.Tokens) && !stops(hi) {
		hi++
	}
	return lo, hi
}

func citeUnknown(p *Pass) {
	x := p.Data.citeIndex()
	for _, list := range grouped(p, func(c *fact.Citation) string {
		if c.Quoted || !c.Number.Whole() {
			return ""
		}
		return c.Number.S
	}) {
		for _, c := range list {
			if p.unknown(x, c, list) {
				break
			}
		}
	}
}

func (p *Pass) unknown(x *citeIndex, c *fact.Citation, list []*fact.Citation) bool {
	n := c.Number
	if n.Year == "" {
		return false // numbers without a year come again
	}
	if same := x.texts[n.S]; len(same) > 0 {
		known := same[0]
		if d := c.Day; d.Full() && !known.Ngay.Zero() && strconv.Itoa(d.Y) == n.Year && d.First() != known.Ngay {
			p.At(c.Text, c.Lo, c.Hi, diag.M("%s ban hành ngày %s, ở đây ghi ngày %s", "%s is of %s, here it is dated %s", n.S, known.Ngay.String(), d.First().String()),
				lookUp(known, diag.M("đối chiếu văn bản gốc", "compare with the original")))
			return true
		}
		return false
	}
	if c.Day.Y > 0 && c.Day.M > 0 {
		return false // its own day bears out the year, or CITE-FORM tells
	}
	others := x.years[n.Num+"/"+n.S[strings.LastIndex(n.S, n.Type):]]
	if len(others) != 1 || others[0].Loai != c.Kind || c.About && !sameSubject(c, others[0]) {
		return false
	}
	o := others[0]
	p.At(c.Text, c.Lo, c.Hi, again(diag.M("chưa thấy số %s; có %s số %s ngày %s %s: có nhầm năm không?", "%s is not known; there is %s số %s of %s %s: is the year wrong?", n.S, o.Loai, o.So, o.Ngay.String(), o.Ten), list),
		lookUp(o, diag.M("đối chiếu văn bản gốc; nếu đúng thì ghi đủ ngày ban hành", "compare with the original; if it is right, write its day")))
	return true
}

// subjectWords is how many words of a trích yếu must agree.
const subjectWords = 4

// sameSubject tells whether the trích yếu of a citation begins like that of a
// known text.
func sameSubject(c *fact.Citation, t *KnownText) bool {
	want := fact.Phrase(t.Ten)
	want = want[:min(len(want), subjectWords)]
	for i := c.End; i < len(c.Text.Tokens) && c.Text.Tokens[i].Lo < c.Clause; i++ {
		if _, ok := c.Text.Match(i, want); ok {
			return true
		}
	}
	return false
}

func dateOrder(p *Pass) {
	own := p.Facts.Issued.Last()
	late, n := p.laterCited(own)
	if late == nil {
		return
	}
	line := late.Text.Place(late.Lo, late.Hi).Line
	p.Report(p.Plan.Ngay.At, diag.M("ngày ban hành %s sớm hơn văn bản được viện dẫn ở dòng %d: số %s ngày %s", "the day %s is before that of a document cited on line %d: số %s, %s",
		own.String(), line, late.Number.S, late.Day.First().String()),
		diag.M("xem lại năm ở ngày ban hành và ở dòng %d (%d viện dẫn muộn hơn)", "look at the year of the document and on line %d (%d later citations)", line, n))
}

// lastYear is the last year that a document can be of: beyond it lie slips.
const lastYear = 2199

// laterCited gives the latest of the cited documents that are later than a day,
// and how many there are.
func (p *Pass) laterCited(own fact.Date) (late *fact.Citation, n int) {
	if own.Zero() {
		return nil, 0
	}
	for i := range p.Citations {
		c := &p.Citations[i]
		if c.Quoted || c.Text.Key == "kem_theo" || c.Number.S == "" || c.Day.Y == 0 || c.Day.Y > lastYear || !c.Day.Possible() || !own.Before(c.Day.First()) {
			continue
		}
		if n++; late == nil || late.Day.First().Before(c.Day.First()) {
			late = c
		}
	}
	return late, n
}
