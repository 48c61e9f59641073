package check

import (
	"cmp"
	"sort"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func termRules() []Rule {
	return []Rule{
		{
			Code: "TERM-VARIANT", Group: GroupTyping, Basis: basisCare, Fix: Suggested,
			Title: diag.M("một từ viết hai cách", "one term written in two ways"),
			Why: diag.M("Trong một văn bản, một từ chỉ viết một cách (kinh tế - xã hội, hằng năm, bảo đảm). Hai cách viết cho thấy văn bản ghép từ nhiều bản. Chỗ đặt dấu thanh (hòa, hoà) cách nào cũng được, nhưng nên theo một cách. Thuật ngữ có trong tên luật thì theo luật.",
				"A document writes a term in one way. Two ways show that it was put together from several. Tones may stand on either vowel (hòa, hoà), but in one way throughout. A term of a law is written as in the law."),
			Bad:  Sample{Text: "Góp phần phát triển kinh tế - xã hội của địa phương.\nHoàn thành chỉ tiêu kinh tế xã hội của năm."},
			Good: Sample{Text: "Góp phần phát triển kinh tế - xã hội của địa phương.\nHoàn thành chỉ tiêu kinh tế - xã hội của năm."},
			Run:  termVariant,
		},
	}
}

// ways are the ways of one term that a document has.
type ways struct {
	of   map[string]*hits
	list []string
}

func termVariant(p *Pass) {
	x := p.Data.index()
	found := map[int]*ways{}
	var order []int
	for _, t := range p.Texts {
		if named(t) {
			continue
		}
		x.variants.each(t, func(id, i, end int) {
			lo, hi := t.Tokens[i].Lo, t.Tokens[end-1].Hi
			way := wayOf(p.Data.Variants[id].Cach, t.S[lo:hi], inCaps(t))
			v := &p.Data.Variants[id]
			if way == "" || anyAt(t, end, v.KhongSau) || t.Quoted(lo) && !spelling(v.Cach) || t.Cited(lo) {
				return
			}
			if inName(t, i, end, way) && !(v.Luat && way != v.Ten && afterCommon(t, i)) {
				return
			}
			w := found[id]
			if w == nil {
				w = &ways{of: map[string]*hits{}}
				found[id] = w
				order = append(order, id)
			}
			if w.of[way] == nil {
				w.of[way] = &hits{}
				w.list = append(w.list, way)
			}
			w.of[way].add(t, lo, hi)
		})
	}
	for _, id := range order {
		w, v := found[id], &p.Data.Variants[id]
		if len(w.list) > 1 {
			p.tellWays(w, v.Ten, v.Cach[0])
		} else if way := w.list[0]; v.Luat && way != v.Ten {
			h := w.of[way]
			f := p.At(h.t, h.lo, h.hi, told(diag.M("“%s” trong luật viết là “%s”", "“%s” is written “%s” in the law", h.t.S[h.lo:h.hi], v.Ten), h.times()),
				diag.M("viết: %s", "write: %s", v.Ten))
			f.Severity = diag.Info
		}
	}
	tone(p)
}

// spelling tells whether the ways of a term differ in nothing but capitals and
// blanks, so that a quotation too shows how it is written.
func spelling(cach []string) bool {
	bare := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "")) }
	for _, c := range cach[1:] {
		if bare(c) != bare(cach[0]) {
			return false
		}
	}
	return true
}

// afterCommon tells whether a term stands behind a common noun or a joining
// word and so is no name of a board ("Hội đồng Thi đua - Khen thưởng").
func afterCommon(t *fact.Text, i int) bool {
	switch prev := t.Token(i - 1); prev.Low {
	case "tác", "về", "chí", "trào", "động", "và", "trong", "cho", "của", "việc", "chế":
		return !prev.Upper()
	}
	return false
}

// wayOf tells which way of writing a piece is: the same letters, else the same
// but for capitals where no other way differs by them alone. A line in capitals
// does not tell which of those it is.
func wayOf(cach []string, piece string, capitals bool) string {
	way := ""
	for _, c := range cach {
		if c == piece && !capitals {
			return c
		}
		if strings.EqualFold(c, piece) {
			if way != "" {
				return ""
			}
			way = c
		}
	}
	return way
}

// inName tells whether a term is a part of a name: with a capital inside a
// sentence where its way has none, or behind a word with one, as in the name of
// a law, a board or a movement.
func inName(t *fact.Text, i, end int, way string) bool {
	if inCaps(t) {
		return false
	}
	tok := t.Tokens[i]
	if tok.Upper() && !t.Starts(i) && way == strings.ToLower(way) {
		return true
	}
	if tok.Upper() && t.Starts(i) {
		for k := i + 1; k < end; k++ {
			if t.Tokens[k].Upper() && way == strings.ToLower(way) {
				return true
			}
		}
	}
	return t.Token(i-1).Low == "luật" || t.Token(i-1).Upper() && !t.Starts(i-1) && !t.Token(i-1).Caps() && tok.Upper()
}

// tellWays tells of a term in several ways at the first place of the rarest,
// or of the one that is not advised, or not the first, where they are as many.
func (p *Pass) tellWays(w *ways, advised, first string) {
	sort.SliceStable(w.list, func(i, j int) bool {
		a, b := w.list[i], w.list[j]
		if w.of[a].n != w.of[b].n {
			return w.of[a].n > w.of[b].n
		}
		if prefer := cmp.Or(advised, first); a == prefer || b == prefer {
			return a == prefer
		}
		return false
	})
	most, least := w.list[0], w.list[len(w.list)-1]
	vi, en := make([]string, 0, len(w.list)), make([]string, 0, len(w.list))
	for _, way := range w.list {
		m := diag.M("“%s” %d lần (dòng %s)", "“%s” %d times (lines %s)", way, w.of[way].n, w.of[way].where())
		vi, en = append(vi, m.Vi), append(en, m.En)
	}
	msg := diag.M("viết hai cách: %s", "written in two ways: %s", strings.Join(vi, ", "))
	msg.En = "written in two ways: " + strings.Join(en, ", ")
	keep := most
	hint := diag.M("chọn một cách, ví dụ “%s”", "choose one, as “%s”", keep)
	if advised != "" {
		keep = advised
		hint = diag.M("nên thống nhất “%s”", "best “%s” throughout", keep)
	}
	h := w.of[least]
	if least == keep {
		h, least = w.of[most], most
	}
	p.Mend(h.t, h.lo, h.hi, likeCase(h.t.S[h.lo:h.hi], keep), msg, hint)
}

// tone counts both ways of placing the tone over words in small letters, and
// over ủy, which often begins a name.
func tone(p *Pass) {
	var first, second hits
	var a, b []string
	for _, t := range p.Texts {
		if named(t) {
			continue
		}
		for i, tok := range t.Tokens {
			if tok.Kind != fact.Word || len(tok.S) < 3 {
				continue
			}
			style := toneStyle(tok.Low)
			if style == 0 || t.Quoted(tok.Lo) || tok.Upper() && !t.Starts(i) && !strings.HasSuffix(tok.Low, "ủy") && !strings.HasSuffix(tok.Low, "uỷ") {
				continue
			}
			if inListedUnit(p, t, i, i+1) {
				continue
			}
			if style == 1 {
				first.add(t, tok.Lo, tok.Hi)
				a = addWord(a, tok.Low)
			} else {
				second.add(t, tok.Lo, tok.Hi)
				b = addWord(b, tok.Low)
			}
		}
	}
	if first.n == 0 || second.n == 0 {
		return
	}
	few, many, x, y := &first, &second, a, b
	if first.n > second.n {
		few, many, x, y = &second, &first, b, a
	}
	f := p.At(few.t, few.lo, few.hi, diag.M("dấu thanh đặt hai cách: %s (%d lần, dòng %s) và %s (%d lần)", "tones are placed in two ways: %s (%d times, lines %s) and %s (%d times)",
		strings.Join(x, ", "), few.n, few.where(), strings.Join(y, ", "), many.n),
		diag.M("theo cách nhiều hơn: %s", "keep to the more frequent: %s", strings.Join(y, ", ")))
	f.Severity = diag.Info
}

func addWord(list []string, w string) []string {
	if len(list) >= 4 {
		return list
	}
	for _, s := range list {
		if s == w {
			return list
		}
	}
	return append(list, w)
}

// toneStyle tells where an open syllable with oa, oe or uy has its tone: 1 on
// the first vowel (hòa, ủy), 2 on the second (hoà, uỷ), 0 for all else.
func toneStyle(low string) int {
	y, size := utf8.DecodeLastRuneInString(low)
	low = low[:len(low)-size]
	x, size := utf8.DecodeLastRuneInString(low)
	if size == 0 || x < 0x80 && y < 0x80 || strings.HasSuffix(low[:len(low)-size], "q") {
		return 0
	}
	switch {
	case strings.ContainsRune("òóỏõọ", x) && (y == 'a' || y == 'e'), strings.ContainsRune("ùúủũụ", x) && y == 'y':
		return 1
	case x == 'o' && strings.ContainsRune("àáảãạèéẻẽẹ", y), x == 'u' && strings.ContainsRune("ỳýỷỹỵ", y):
		return 2
	}
	return 0
}
