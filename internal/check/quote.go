package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func quoteRules() []Rule {
	return []Rule{
		{
			Code: "QUOTE-UNBAL", Group: GroupTyping, Basis: basisPunct, Fix: Never,
			Title: diag.M("ngoặc kép thiếu dấu mở hoặc dấu đóng", "a quotation mark without its partner"),
			Why: diag.M("Mỗi dấu “ phải có dấu ” đóng lại; thiếu một dấu thì không biết trích dẫn đến đâu. Trích dẫn bị ngắt sang đoạn sau không bị báo.",
				"Every “ needs its ”, or nobody knows where the quotation ends. One that goes on in the next paragraph is not told."),
			Bad: Sample{Text: "Phát động phong trào “Ngõ xanh, nhà sạch trong toàn khu dân cư."}, Good: Sample{Text: "Phát động phong trào “Ngõ xanh, nhà sạch” trong toàn khu dân cư."},
			Run: quoteUnbalanced,
		},
		{
			Code: "QUOTE-STYLE", Group: GroupTyping, Basis: basisPunct, Fix: Safe,
			Title: diag.M("lẫn ngoặc kép thẳng và cong", "straight and curly quotation marks mixed"),
			Why: diag.M("Trong một văn bản chỉ dùng một kiểu ngoặc kép; kiểu đúng là “ ”.",
				"A document has one kind of quotation marks, and “ ” is the right one."),
			Bad: Sample{Text: "Nhân rộng mô hình “Ngõ xanh”, danh hiệu \"Hộ sạch\" trong khu dân cư."}, Good: Sample{Text: "Nhân rộng mô hình “Ngõ xanh”, danh hiệu “Hộ sạch” trong khu dân cư."},
			Run: quoteStyle,
		},
		{
			Code: "QUOTE-MISMATCH", Group: GroupTyping, Basis: basisCare, Fix: Never,
			Title: diag.M("một khẩu hiệu trích hai cách", "one slogan quoted in two wordings"),
			Why: diag.M("Khẩu hiệu, tên phong trào trong ngoặc kép là trích nguyên văn, phải giống nhau từng chữ ở mọi chỗ.",
				"A slogan or the name of a movement in quotation marks is verbatim and must be the same everywhere."),
			Bad:  Sample{Text: "Hưởng ứng phong trào “Mỗi tuần một việc tốt cho xóm làng”.\nTổng kết phong trào “Mỗi tuần một việc tốt vì xóm làng”."},
			Good: Sample{Text: "Hưởng ứng phong trào “Mỗi tuần một việc tốt cho xóm làng”.\nTổng kết phong trào “Mỗi tuần một việc tốt cho xóm làng”."},
			Run:  quoteMismatch,
		},
	}
}

// openMark is a quotation mark that waits for its partner.
type openMark struct {
	t  *fact.Text
	at fact.Token
}

// quoteUnbalanced goes through the document as a whole: a mark opened in one
// paragraph may be closed in a later one.
func quoteUnbalanced(p *Pass) {
	var open []openMark
	for _, t := range p.Texts {
		if !strings.Contains(t.S, "“") && !strings.Contains(t.S, "”") && !strings.Contains(t.S, "\"") {
			continue
		}
		var straight []fact.Token
		curly := 0
		for i, tok := range t.Tokens {
			switch tok.S {
			case "“":
				open = append(open, openMark{t, tok})
				curly++
			case "”":
				curly--
				if n := len(open); n > 0 {
					open = open[:n-1]
				} else {
					straight = p.loneClose(t, tok, straight)
				}
			case "\"":
				if !(t.Token(i-1).Kind == fact.Number && !tok.Gap && len(straight)%2 == 0) {
					straight = append(straight, tok)
				}
			}
		}
		if len(straight)%2 == 0 || strings.Trim(t.S, "\" -–") == "" {
			continue // in a table " and -"- repeat the cell above
		}
		if curly > 0 { // “…": of two kinds, which is QUOTE-STYLE
			open = open[:len(open)-1]
			continue
		}
		if curly < 0 {
			continue
		}
		last := straight[len(straight)-1]
		p.At(t, last.Lo, last.Hi, diag.M("số dấu ngoặc kép thẳng (\") trong đoạn là số lẻ", "an odd number of straight quotation marks (\") in the paragraph"),
			diag.M("thêm dấu còn thiếu", "add the one that is missing"))
	}
	for i, o := range open {
		if i == 3 {
			break
		}
		hi := o.at.Hi
		if k := o.t.At(o.at.Hi); k+3 < len(o.t.Tokens) {
			hi = o.t.Tokens[k+3].Hi
		}
		p.At(o.t, o.at.Lo, hi, diag.M("dấu “ không có dấu ” đóng lại", "a “ without its ”"), diag.M("thêm dấu ” ở cuối phần trích", "add ” at the end of the quotation"))
	}
}

// loneClose tells of a closing mark that nothing opened, unless a straight mark
// before it did.
func (p *Pass) loneClose(t *fact.Text, tok fact.Token, straight []fact.Token) []fact.Token {
	if len(straight)%2 == 1 {
		return straight
	}
	p.At(t, tok.Lo, tok.Hi, diag.M("dấu ” không có dấu “ mở ra", "a ” without its “"), diag.M("thêm dấu “ ở đầu phần trích, hoặc bỏ dấu này", "add “ at the beginning of the quotation, or leave this one out"))
	return straight
}

// quoteStyle tells of straight marks in a document that has curly ones too,
// once for each paragraph: all its marks are mended at once, where each is
// plainly an opening or a closing one.
func quoteStyle(p *Pass) {
	curly := slices.ContainsFunc(p.Texts, func(t *fact.Text) bool { return strings.Contains(t.S, "“") || strings.Contains(t.S, "”") })
	if !curly {
		return
	}
	for _, t := range p.Texts {
		if !strings.Contains(t.S, "\"") {
			continue
		}
		lo, hi, n := -1, 0, 0
		fix, plain := "", true
		for i, tok := range t.Tokens {
			if tok.S != "\"" || t.Token(i-1).Kind == fact.Number && !tok.Gap && n%2 == 0 {
				continue
			}
			mark := "“"
			if n%2 == 1 {
				mark = "”"
			}
			plain = plain && shaped(t, i, n%2 == 0)
			if lo < 0 {
				lo = tok.Lo
			} else {
				fix += t.S[hi:tok.Lo]
			}
			fix, hi, n = fix+mark, tok.Hi, n+1
		}
		if n == 0 {
			continue
		}
		f := p.At(t, lo, hi, diag.M("ngoặc kép thẳng (\") trong văn bản dùng ngoặc kép cong (“ ”)", "straight quotation marks (\") in a document with curly ones (“ ”)"),
			diag.M("dùng thống nhất “ ”", "use “ ” throughout"))
		if plain && n%2 == 0 && marked(f.At) == t.S[lo:hi] {
			f.Fix = fix
		}
	}
}

// shaped tells whether a straight mark stands as an opening or a closing one
// does: close to what it encloses.
func shaped(t *fact.Text, i int, opening bool) bool {
	next := t.Token(i + 1)
	if opening {
		return (i == 0 || t.Tokens[i].Gap || t.Token(i-1).S == "(") && i+1 < len(t.Tokens) && !next.Gap
	}
	return !t.Tokens[i].Gap && (i+1 == len(t.Tokens) || next.Gap || next.Kind == fact.Mark)
}

// quotation is what stands between marks, in one wording.
type quotation struct {
	raw   string
	words []string // in small letters
	hits
}

// longQuote is from how many words on a quotation is no slogan.
const longQuote = 60

// quoteMismatch compares the quotations of a document: equal but for capitals
// or commas, or, of at least five words, but for one word.
func quoteMismatch(p *Pass) {
	ownTitle(p)
	list := quotations(p)
	same := map[string]*quotation{} // words joined -> first wording
	near := map[string]*quotation{} // words without one of them
	done := map[*quotation]bool{}
	for _, q := range list {
		key := strings.Join(q.words, " ")
		if first := same[key]; first != nil {
			p.mismatch(first, q)
			done[q] = true
			continue
		}
		same[key] = q
	}
	for _, q := range list {
		if done[q] || len(q.words) < 5 || len(q.words) > longQuote {
			continue
		}
		for i := range q.words {
			less := strings.Join(slices.Concat(q.words[:i], q.words[i+1:]), " ")
			if other := same[less]; other != nil && other != q && !hasDigit(q.words[i]) {
				p.mismatch(other, q)
				done[q], done[other] = true, true
				break
			}
			slot := less + "|" + strconv.Itoa(i)
			if other := near[slot]; other != nil && !done[other] && len(q.words) >= 7 && !hasDigit(q.words[i]) && !hasDigit(other.words[i]) {
				p.mismatch(other, q)
				done[q] = true
				break
			}
			near[slot] = q
		}
	}
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// quotations lists the wordings of a document, each with its places. Only
// those of two words on that stand whole in one text.
func quotations(p *Pass) []*quotation {
	var list []*quotation
	byRaw := map[string]*quotation{}
	for _, t := range p.Texts {
		for _, s := range t.Quotes {
			piece := t.S[s.Lo:s.Hi]
			inner := strings.Trim(piece, "“”\"«»‘’ ")
			if !closed(piece) || strings.ContainsAny(inner, "“”\"") || inCaps(t) {
				continue
			}
			inner = strings.TrimRight(inner, " .,;:!…")
			q := byRaw[inner]
			if q == nil {
				q = &quotation{raw: inner, words: wordsOf(inner)}
				if len(q.words) < 2 {
					continue
				}
				byRaw[inner] = q
				list = append(list, q)
			}
			q.add(t, s.Lo, s.Hi)
		}
	}
	return list
}

func closed(piece string) bool {
	return strings.HasPrefix(piece, "“") && strings.HasSuffix(piece, "”") || len(piece) > 1 && strings.HasPrefix(piece, "\"") && strings.HasSuffix(piece, "\"")
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// mismatch tells of two wordings at the one that is rarer, else later.
func (p *Pass) mismatch(a, b *quotation) {
	if b.n > a.n {
		a, b = b, a
	}
	f := p.At(b.t, b.lo, b.hi, diag.M("“%s” ở dòng %s lại viết là “%s”", "“%s” in line %s is quoted as “%s”", shorten(b.raw), a.where(), shorten(a.raw)),
		diag.M("đối chiếu bản gốc, trích giống nhau từng chữ", "compare the original and quote it word by word"))
	if small(a.raw) == small(b.raw) {
		f.Severity = diag.Info
	}
}
