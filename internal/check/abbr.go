package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const basisAbbr = "HD 05-HD/VPTW, 6.1.3; thực hành văn thư với văn bản khác"

func abbrRules() []Rule {
	return []Rule{
		{
			Code: "ABBR-VARIANT", Group: GroupAbbr, Basis: basisCare, Fix: Never,
			Title: diag.M("một chữ viết tắt viết hai cách", "one abbreviation in two spellings"),
			Why: diag.M("Tên viết tắt của một cơ quan, một nhóm người chỉ viết một cách; sai một chữ (D thay Đ) là sai tên, trong ký hiệu thì sai cả số văn bản.",
				"The abbreviation of a body has one spelling; a letter wrong (D for Đ) is a wrong name, and in a symbol a wrong document."),
			Bad: Sample{Text: "Giao CSPLVQHLĐ theo dõi, báo cáo theo mẫu của CSPLVQHLĐ; CSPLVQHLD tổng hợp."}, Good: Sample{Text: "Mời CBCC, CBVC, HĐND, HĐTV dự; số liệu KT-XH, KH và KT theo mẫu."},
			Run: abbrVariant,
		},
		{
			Code: "ABBR-UNDEF", Group: GroupAbbr, Basis: basisAbbr, Fix: Never,
			Title: diag.M("chữ viết tắt không được giải nghĩa", "an abbreviation that is never explained"),
			Why: diag.M("Chữ viết tắt không thông dụng phải viết đầy đủ ở lần đầu, kèm chữ tắt trong ngoặc; người nhận ngoài ngành không đoán được.",
				"An abbreviation that is not common must be written out the first time, with the short form in brackets; a reader from elsewhere cannot guess it."),
			Bad: Sample{Text: "Vận động QTPX tham gia dọn vệ sinh."}, Good: Sample{Text: "Vận động quần tình phố xóm (QTPX) tham gia dọn vệ sinh; QTPX chuẩn bị dụng cụ."},
			Run: abbrUndefined,
		},
		{
			Code: "ABBR-ORDER", Group: GroupAbbr, Basis: basisAbbr, Fix: Never,
			Title: diag.M("chữ viết tắt dùng trước khi giải nghĩa", "an abbreviation used before it is explained"),
			Why: diag.M("Lời giải nghĩa đứng ở chỗ chữ viết tắt xuất hiện lần đầu.",
				"The explanation stands where the abbreviation comes first."),
			Bad: Sample{Text: "Vận động QTPX tham gia dọn vệ sinh.\nMỗi quần tình phố xóm (QTPX) chuẩn bị một bộ dụng cụ."}, Good: Sample{Text: "Vận động quần tình phố xóm (QTPX) tham gia dọn vệ sinh; QTPX chuẩn bị dụng cụ."},
			Run: abbrOrder,
		},
	}
}

// abbrUse is how a document uses one short form.
type abbrUse struct {
	s          string
	letters    string // without marks
	plain      hits   // places in running text that need an explanation
	all        hits   // every place
	symbols    int    // how many of them stand in numbers and symbols
	firstPlain *fact.Abbr
	def        *fact.Abbr
	early      bool // used before it is explained
	loose      bool // stands alone in brackets, which may explain it
}

func abbrUses(p *Pass) []*abbrUse {
	x := p.Data.index()
	var list []*abbrUse
	by := map[string]*abbrUse{}
	for i := range p.Abbrs {
		a := &p.Abbrs[i]
		u := by[a.S]
		if u == nil {
			u = &abbrUse{s: a.S, letters: onlyLetters(a.S)}
			by[a.S] = u
			list = append(list, u)
		}
		u.all.add(a.Text, a.Lo, a.Hi)
		if a.Symbol {
			u.symbols++
		}
		switch {
		case a.Loose:
			u.loose = true
		case a.Def:
			if u.def == nil {
				u.def = a
			}
		case a.Symbol || a.Quoted || a.Text.Key == "noi_nhan" || a.Text.Key == "luu" || needless(p, x, a):
		default:
			if u.firstPlain == nil {
				u.firstPlain, u.early = a, u.def == nil
			}
			u.plain.add(a.Text, a.Lo, a.Hi)
		}
	}
	return list
}

// mostUndefined is how many unexplained short forms are told one by one. The
// rest of them stand in one finding.
const mostUndefined = 8

func abbrUndefined(p *Pass) {
	x := p.Data.index()
	uses := abbrUses(p)
	var list []*abbrUse
	for _, u := range uses {
		if u.plain.n > 0 && u.def == nil && !u.loose && !common(x, u.s) && !mistaken(x, u, uses) {
			list = append(list, u)
		}
	}
	rest := list[min(mostUndefined, len(list)):]
	if len(rest) < 2 {
		rest = nil
	}
	for _, u := range list[:len(list)-len(rest)] {
		hint := diag.M("lần đầu viết đầy đủ, kèm (%s); các lần sau mới viết tắt", "write it out the first time, with (%s) behind it", u.s)
		if a := x.abbrs[u.s]; a != nil && a.Day != "" {
			hint = diag.M("lần đầu viết: %s (%s)", "the first time write: %s (%s)", a.Day, u.s)
		}
		p.At(u.plain.t, u.plain.lo, u.plain.hi, told(diag.M("“%s” không được giải nghĩa ở đâu trong văn bản", "“%s” is explained nowhere in the document", u.s), u.plain.times()), hint)
	}
	if len(rest) > 0 {
		p.undefinedRest(rest)
	}
}

// undefinedRest tells in one finding of several short forms, each with its lines.
func (p *Pass) undefinedRest(list []*abbrUse) {
	var vi, en []string
	for _, u := range list {
		m := diag.M("“%s” (dòng %s)", "“%s” (lines %s)", u.s, u.plain.where())
		vi, en = append(vi, m.Vi), append(en, m.En)
	}
	msg := diag.M("còn %d chữ viết tắt nữa không được giải nghĩa: %s", "%d more short forms are explained nowhere: %s", len(list), strings.Join(vi, ", "))
	msg.En = fmt.Sprintf("%d more short forms are explained nowhere: %s", len(list), strings.Join(en, ", "))
	h := &list[0].plain
	p.At(h.t, h.lo, h.hi, msg, diag.M("lần đầu viết đầy đủ, kèm chữ viết tắt trong ngoặc", "write each out the first time, with the short form in brackets"))
}

// mistaken tells whether a short form is another one of the document with a
// mistake, which ABBR-VARIANT tells.
func mistaken(x *index, u *abbrUse, uses []*abbrUse) bool {
	if len(uses) > mostAbbrs {
		return false
	}
	for _, v := range uses {
		if v == u {
			continue
		}
		if kind := kindred(u, v); kind != apart && !mayDiffer(x, u, v, kind) {
			if wrong, _ := which(x, u, v); wrong == u {
				return true
			}
		}
	}
	return false
}

func abbrOrder(p *Pass) {
	x := p.Data.index()
	for _, u := range abbrUses(p) {
		if u.def == nil || u.loose || !u.early || common(x, u.s) {
			continue
		}
		line := u.def.Text.Place(u.def.Lo, u.def.Hi).Line
		p.At(u.plain.t, u.plain.lo, u.plain.hi, diag.M("“%s” dùng ở đây, đến dòng %d mới giải nghĩa", "“%s” is used here and explained only in line %d", u.s, line),
			diag.M("chuyển lời giải nghĩa lên lần dùng đầu tiên", "move the explanation to the first use"))
	}
}

// abbrVariant compares the short forms of a document two by two. Only what is
// plainly one name is told: D for Đ, blanks or marks between the same letters,
// one letter too few or two changed about in a long one.
func abbrVariant(p *Pass) {
	x := p.Data.index()
	uses := abbrUses(p)
	if len(uses) > mostAbbrs {
		return
	}
	by := map[string]*abbrUse{}
	for _, u := range uses {
		by[u.s] = u
	}
	for i, a := range uses {
		for _, b := range uses[:i] {
			if kind := kindred(a, b); kind != apart && !mayDiffer(x, a, b, kind) {
				p.variant(x, a, b)
			}
		}
	}
	p.blankInside(by)
}

// mostAbbrs is how many short forms a plan may have to be compared two by two: a
// text with more is a table of codes.
const mostAbbrs = 300

// How two short forms are alike.
const (
	apart = iota
	strokes
	marks
	letter
)

// kindred tells how two short forms that differ are alike. Letters of Đ take a
// byte more than those of D.
func kindred(a, b *abbrUse) int {
	la, lb := a.letters, b.letters
	if d := len(la) - len(lb); d > 4 || d < -4 {
		return apart
	}
	n, m := utf8.RuneCountInString(la), utf8.RuneCountInString(lb)
	switch {
	case la == lb:
		if a.symbols == a.all.n || b.symbols == b.all.n {
			return apart // symbols have no marks inside
		}
		return marks
	case n == m && n >= 3 && plainD(la) == plainD(lb):
		return strokes
	case n >= 5 && m >= 5 && (n == m && swapped(la, lb) || n == m+1 && lacks(la, lb) || m == n+1 && lacks(lb, la)):
		return letter
	}
	return apart
}

func onlyLetters(s string) string {
	if !strings.ContainsAny(s, "&-.,") {
		return s
	}
	return strings.NewReplacer("&", "", "-", "", ".", "", ",", "").Replace(s)
}

func plainD(s string) string { return strings.ReplaceAll(s, "Đ", "D") }

// lacks tells whether b is a, of at least six letters, without one of them.
func lacks(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y)+1 || len(x) < 6 {
		return false
	}
	i := 0
	for i < len(y) && x[i] == y[i] {
		i++
	}
	return string(x[i+1:]) == string(y[i:])
}

// swapped tells whether two neighbours have changed places.
func swapped(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}

// mayDiffer tells whether two alike short forms may well be two things: both are
// known or explained, or nothing shows that one is the other's mistake.
func mayDiffer(x *index, a, b *abbrUse, kind int) bool {
	good := func(u *abbrUse) bool { return u.def != nil || x.abbrs[u.s] != nil }
	if good(a) && good(b) {
		return kind != marks || a.def != nil && b.def != nil
	}
	short := utf8.RuneCountInString(a.letters) < 4
	switch kind {
	case strokes:
		return short && !good(a) && !good(b)
	case marks:
		return short && !good(a) && !good(b)
	}
	few, many := a, b
	if few.all.n > many.all.n {
		few, many = many, few
	}
	return good(few) || few.all.n > 1 || many.all.n < 3
}

// variant tells of two spellings.
func (p *Pass) variant(x *index, a, b *abbrUse) {
	wrong, right := which(x, a, b)
	f := p.tellVariant(wrong.s, right.s, &wrong.all, &right.all)
	if kindred(a, b) != strokes && f.Severity == diag.Error {
		f.Severity = diag.Warning
	}
	p.variantCited(wrong, right, f.At.Line)
}

// variantCited tells the spelling apart where it stands in the number of a cited
// document, which is not ours to change: it has to be looked up.
func (p *Pass) variantCited(wrong, right *abbrUse, told int) {
	for i := range p.Abbrs {
		a := &p.Abbrs[i]
		if a.S != wrong.s || !a.Symbol || !a.Text.Cited(a.Lo) {
			continue
		}
		if at := a.Text.Place(a.Lo, a.Hi); at.Line != told {
			f := p.Report(at, diag.M("“%s” trong số của văn bản được viện dẫn; nơi khác viết “%s”", "“%s” in the number of a cited document; elsewhere it is “%s”", a.S, right.s),
				diag.M("đối chiếu với bản gốc", "compare it with the original"))
			f.Severity = diag.Warning
		}
		return
	}
}

// which of two spellings is wrong: the one that is not known, else the rarer,
// else the one with fewer Đ.
func which(x *index, a, b *abbrUse) (wrong, right *abbrUse) {
	wrong, right = a, b
	known := func(u *abbrUse) int {
		switch {
		case x.abbrs[u.s] != nil:
			return 2
		case u.def != nil:
			return 1
		}
		return 0
	}
	switch {
	case known(a) != known(b):
		if known(a) > known(b) {
			wrong, right = b, a
		}
	case a.all.n != b.all.n:
		if a.all.n > b.all.n {
			wrong, right = b, a
		}
	case strings.Count(a.s, "Đ") > strings.Count(b.s, "Đ"):
		wrong, right = b, a
	}
	return wrong, right
}

func (p *Pass) tellVariant(wrong, right string, w, r *hits) *diag.Finding {
	return p.At(w.t, w.lo, w.hi, diag.M("viết hai cách: “%s” %d lần (dòng %s), “%s” %d lần (dòng %s)", "in two spellings: “%s” %d times (lines %s), “%s” %d times (lines %s)", wrong, w.n, w.where(), right, r.n, r.where()),
		diag.M("thống nhất một cách, có lẽ là “%s”", "keep to one, perhaps “%s”", right))
}

// blankInside finds "HĐ TĐKT" beside "HĐTĐKT".
func (p *Pass) blankInside(by map[string]*abbrUse) {
	split := map[string]*hits{}
	var order []string
	for i := 1; i < len(p.Abbrs); i++ {
		a, b := &p.Abbrs[i-1], &p.Abbrs[i]
		if a.Text != b.Text || a.End != b.I || utf8.RuneCountInString(a.S+b.S) < 4 || by[a.S+b.S] == nil {
			continue
		}
		key := a.S + " " + b.S
		if split[key] == nil {
			split[key] = &hits{}
			order = append(order, key)
		}
		split[key].add(a.Text, a.Lo, b.Hi)
	}
	for _, key := range order {
		right := strings.ReplaceAll(key, " ", "")
		p.tellVariant(key, right, split[key], &by[right].all)
	}
}
