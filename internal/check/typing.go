package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const basisTyping = "thực hành văn thư; NĐ 30/2020, PL I, I.2 (phông chữ Unicode, TCVN 6909:2001)"

// typingRules look at letters and syllables.
func typingRules() []Rule {
	return slices.Concat(letterRules(), doubleRules(), leftoverRules())
}

func letterRules() []Rule {
	return []Rule{
		{
			Code: "TYPO", Group: GroupTyping, Basis: "thực hành văn thư; danh mục lỗi gõ của chương trình", Fix: Suggested,
			Title: diag.M("chữ gõ nhầm thành chữ khác", "a word typed for another that looks alike"),
			Why: diag.M("Gõ nhầm dấu tạo ra một từ khác vẫn có nghĩa, nên máy soát chính tả không báo: “Hướng ứng” thay cho “Hưởng ứng”.",
				"A wrong tone makes another real word, which a spelling checker lets pass: “Hướng ứng” for “Hưởng ứng”."),
			Bad: Sample{Text: "Hướng ứng đợt trồng cây đầu xuân."}, Good: Sample{Text: "Hưởng ứng đợt trồng cây đầu xuân."},
			Run: typo,
		},
		{
			Code: "NFD", Group: GroupTyping, Basis: basisTyping, Fix: Safe,
			Title: diag.M("chữ Unicode tổ hợp", "decomposed letters"),
			Why: diag.M("Chữ có dấu phải là chữ dựng sẵn. Chữ tổ hợp (thường từ máy Mac, điện thoại, tệp PDF) trông giống hệt nhưng tìm không thấy và dễ vỡ dấu khi in.",
				"A letter with marks must be one character. Decomposed letters (from a Mac, a phone, a PDF) look the same, are not found by a search and may print with marks apart."),
			Bad: Sample{Text: "To\u0302\u0309 chu\u031b\u0301c ngày hội đọc sách."}, Good: Sample{Text: "Tổ chức ngày hội đọc sách."},
			Run: decomposed,
		},
		{
			Code: "TELEX", Group: GroupTyping, Basis: basisTyping, Fix: Suggested,
			Title: diag.M("phím Telex, VNI còn sót", "Telex or VNI keys left in a word"),
			Why: diag.M("Bộ gõ tắt giữa chừng để lại phím dấu trong chữ: “ddoanf”.",
				"A typing method that was off for a moment leaves its keys in a word: “ddoanf”."),
			Bad: Sample{Text: "Giao ddoaofn viên trực tại nhà văn hóa."}, Good: Sample{Text: "Giao đoàn viên trực tại nhà văn hóa."},
			Run: telex,
		},
		{
			Code: "SYL-INVALID", Group: GroupTyping, Basis: "quy tắc chính tả tiếng Việt", Fix: Never,
			Title: diag.M("âm tiết không có trong tiếng Việt", "not a syllable of Vietnamese"),
			Why: diag.M("Chữ có dấu mà không đọc được thành âm tiết thường là gõ nhầm hoặc dính hai chữ.",
				"A word with Vietnamese letters that is no syllable is a slip of the fingers, or two words without a blank."),
			Bad: Sample{Text: "Tổ chứưc trồng cây đầu xuân."}, Good: Sample{Text: "Tổ chức trồng cây đầu xuân."},
			Run: syllable,
		},
	}
}

func typo(p *Pass) {
	slips := p.Data.index().slips
	for _, t := range p.Texts {
		if t.Key == "ho_ten" || len(slips.first) == 0 {
			continue
		}
		for i := 0; i < len(t.Tokens); i++ {
			id, end, found := slips.at(t, i, func(id, end int) bool { return fits(&p.Data.Slips[id], t, i, end) })
			if !found || inListedUnit(p, t, i, end) {
				continue
			}
			lo, hi := t.Tokens[i].Lo, t.Tokens[end-1].Hi
			right := likeCase(t.S[lo:hi], p.Data.Slips[id].Dung)
			p.Mend(t, lo, hi, right, diag.M("“%s” có lẽ là “%s”", "“%s” seems to be “%s”", t.S[lo:hi], right),
				diag.M("sửa thành “%s” nếu đúng ý", "write “%s” if that is meant", right))
			i = end - 1
		}
	}
}

// slipOver tells whether a word is part of a slip.
func slipOver(p *Pass, t *fact.Text, i int) bool {
	slips := p.Data.index().slips
	for k := max(i-2, 0); k <= i; k++ {
		if _, end, ok := slips.at(t, k, func(id, end int) bool { return fits(&p.Data.Slips[id], t, k, end) }); ok && end > i {
			return true
		}
	}
	return false
}

// fits tells whether a slip stands among the words that make it one, and not
// among those in which it is right.
func fits(s *Slip, t *fact.Text, i, end int) bool {
	if nameLike(t, i, end) || anyAt(t, end, s.KhongSau) || anyEndsAt(t, i, s.KhongTruoc) {
		return false
	}
	if len(s.Truoc) == 0 && len(s.Sau) == 0 {
		return true
	}
	if t.Token(end).Is(",") { // "mục tiêu, chi tiêu, nhiệm vụ"
		end++
	}
	if t.Token(i - 1).Is(",") {
		i--
	}
	return anyAt(t, end, s.Sau) || anyEndsAt(t, i, s.Truoc)
}

// nameLike tells whether every word of a piece of several begins with a
// capital: a name of people or places.
func nameLike(t *fact.Text, i, end int) bool {
	if end-i < 2 {
		return false
	}
	for k := i; k < end; k++ {
		if tok := t.Tokens[k]; !tok.Upper() || tok.Caps() && len(tok.S) > 2 {
			return false
		}
	}
	return true
}

// anyAt tells whether one of some phrases stands at a token, anyEndsAt whether
// one ends there.
func anyAt(t *fact.Text, end int, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool {
		_, ok := t.Match(end, fact.Phrase(w))
		return ok
	})
}

func anyEndsAt(t *fact.Text, i int, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool {
		words := fact.Phrase(w)
		_, ok := t.Match(i-len(words), words)
		return ok
	})
}

// likeCase writes a word with the capitals of another.
func likeCase(model, s string) string {
	switch first, _ := utf8.DecodeRuneInString(model); {
	case model == strings.ToUpper(model) && utf8.RuneCountInString(model) > 1:
		return strings.ToUpper(s)
	case unicode.IsUpper(first):
		return capital(s)
	}
	return s
}

// capital writes the first letter large.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// small writes the first letter small.
func small(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

func decomposed(p *Pass) {
	if len(p.Decomposed) == 0 {
		return
	}
	at := p.Decomposed[0]
	f := p.Report(at, diag.M("tệp có chữ Unicode tổ hợp ở %d dòng; trên giấy đã chuyển thành chữ dựng sẵn", "%d lines of the file have decomposed letters; on paper they are composed", len(p.Decomposed)),
		diag.M("chuyển mã cả tệp sang Unicode dựng sẵn (UniKey: Unicode tổ hợp → Unicode)", "convert the file to composed Unicode (NFC)"))
	f.Fix = marked(at)
}

func telex(p *Pass) {
	words := map[string]*hits{}
	var order []string
	eachWord(p, func(t *fact.Text, i int) {
		tok := t.Tokens[i]
		if right, ok := p.Data.Syllables.Telex(tok.Low); ok && right != "" && !coded(t, i) {
			order = count(words, order, tok.S, t, tok)
		}
	})
	for _, w := range order {
		h := words[w]
		right, _ := p.Data.Syllables.Telex(strings.ToLower(w))
		right = likeCase(w, right)
		p.Mend(h.t, h.lo, h.hi, right, told(diag.M("“%s” còn sót phím của bộ gõ, có lẽ là “%s”", "“%s” has keys of the typing method in it, perhaps “%s”", w, right), h.times()),
			diag.M("gõ lại: %s", "type it again: %s", right))
	}
}

func syllable(p *Pass) {
	words := map[string]*hits{}
	var order []string
	eachWord(p, func(t *fact.Text, i int) {
		tok := t.Tokens[i]
		if toneless(p, t, i) {
			order = count(words, order, tok.Low, t, tok)
			return
		}
		if tok.S != tok.Low || !vietnamese(tok.S) || strings.ContainsAny(tok.S, "'’") || p.Data.Syllables.Valid(tok.Low) || coded(t, i) {
			return
		}
		if next := t.Token(i + 1); next.S == "-" && !next.Gap || t.Token(i-1).S == "-" && !tok.Gap {
			return // mê-tan: a foreign word in pieces
		}
		if _, ok := p.Data.Syllables.Telex(tok.Low); ok {
			return
		}
		if slipOver(p, t, i) {
			return // told by TYPO, with the right word
		}
		if a, _ := split(p.Data, tok.Low); a == "" && severalVowels(tok.Low) {
			return // ôtô: a foreign word
		}
		order = count(words, order, tok.Low, t, tok)
	})
	for _, w := range order {
		h := words[w]
		if right := p.Data.Syllables.OtherTone(w); right != "" {
			p.At(h.t, h.lo, h.hi, told(diag.M("“%s” không có trong từ vựng tiếng Việt", "“%s” is no word of Vietnamese", w), h.times()),
				diag.M("nhầm dấu hỏi, ngã: có lẽ là “%s”", "hỏi and ngã mixed up: perhaps “%s”", right))
			continue
		}
		hint := diag.M("xem lại dấu và chữ cái", "look at its letters and tone")
		if a, b := split(p.Data, w); a != "" {
			hint = diag.M("có lẽ thiếu dấu cách: %s %s", "perhaps a blank is missing: %s %s", a, b)
		}
		p.At(h.t, h.lo, h.hi, told(diag.M("“%s” không phải âm tiết tiếng Việt", "“%s” is no syllable of Vietnamese", w), h.times()), hint)
	}
}

// toneless tells whether a word, in small letters or at the head of a sentence,
// is none with its hỏi or ngã but is one with the other. What is quoted may be
// the speech of a region.
func toneless(p *Pass, t *fact.Text, i int) bool {
	tok := &t.Tokens[i]
	if !hoiNga(tok.Low) || tok.S != tok.Low && (i > 0 && t.Tokens[i-1].S != "." || tok.Caps() || t.Token(i+1).Upper() || p.Data.Syllables.inNames[tok.Low]) {
		return false
	}
	return p.Data.Syllables.OtherTone(tok.Low) != "" && !t.Quoted(tok.Lo) && !coded(t, i) && !slipOver(p, t, i)
}

// hoiNga tells whether a word has a letter with hỏi or ngã.
func hoiNga(s string) bool {
	for _, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		if _, tone := fact.Untone(r); tone == fact.Hoi || tone == fact.Nga {
			return true
		}
	}
	return false
}

// eachWord visits the words of running text that may be judged by their
// letters: not in names.
func eachWord(p *Pass, see func(t *fact.Text, i int)) {
	for _, t := range p.Texts {
		if named(t) {
			continue
		}
		for i := range t.Tokens {
			if tok := &t.Tokens[i]; tok.Kind == fact.Word && len(tok.S) > 1 && !p.Data.Syllables.plain(tok.Low) {
				see(t, i)
			}
		}
	}
}

// coded tells whether a word is a short form, a code, or a piece of an address
// of the web or mail.
func coded(t *fact.Text, i int) bool {
	tok := t.Tokens[i]
	return tok.Caps() || capitalInside(tok.S) || inAddress(t, i)
}

func count(words map[string]*hits, order []string, key string, t *fact.Text, tok fact.Token) []string {
	h := words[key]
	if h == nil {
		h = &hits{}
		words[key] = h
		order = append(order, key)
	}
	h.add(t, tok.Lo, tok.Hi)
	return order
}

// capitalInside tells whether a capital or a digit stands behind the first
// letter: names of programs, codes.
func capitalInside(s string) bool {
	for i, r := range s {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return true
		}
	}
	return false
}

// vietnamese tells whether a word has a letter that only Vietnamese has: a
// word without may be foreign.
func vietnamese(s string) bool {
	for _, r := range s {
		if r > 0x7f && unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// inAddress tells whether a token is a piece of a web or mail address or of a
// file name: marks inside without blanks.
func inAddress(t *fact.Text, i int) bool {
	lo, hi := i, i
	for lo > 0 && !t.Tokens[lo].Gap && i-lo < 20 {
		lo--
	}
	for hi+1 < len(t.Tokens) && !t.Tokens[hi+1].Gap && hi-i < 20 {
		hi++
	}
	for k := lo; k <= hi; k++ {
		switch tok := t.Tokens[k]; tok.S {
		case "@", "\\", "_", "www", "http", "https":
			return true
		case ".":
			if k > lo && k < hi && plainWord(t.Tokens[k-1]) && plainWord(t.Tokens[k+1]) {
				return true
			}
		}
	}
	return false
}

// plainWord tells whether a word has small Latin letters only, as the parts of
// addresses have.
func plainWord(tok fact.Token) bool {
	if tok.Kind == fact.Mark {
		return false
	}
	for _, r := range tok.S {
		if r > 0x7f || unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// split cuts a word into two syllables, where that is possible in one way
// that leaves no single letter.
func split(d *Data, w string) (string, string) {
	for i := range w {
		a, b := w[:i], w[i:]
		if utf8.RuneCountInString(a) < 2 || utf8.RuneCountInString(b) < 2 || utf8.RuneCountInString(w) < 6 {
			continue
		}
		if d.Syllables.Valid(a) && d.Syllables.Valid(b) {
			return a, b
		}
	}
	return "", ""
}

// severalVowels tells whether vowels stand on both sides of a consonant.
func severalVowels(w string) bool {
	groups, inside := 0, false
	for _, r := range w {
		v := !strings.ContainsRune("bcdđghklmnpqrstvxfjwz", r)
		if v && !inside {
			groups++
		}
		inside = v
	}
	return groups > 1
}
