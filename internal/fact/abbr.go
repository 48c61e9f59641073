package fact

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/plan"
)

// Abbr is a short form in capital letters where it stands: "CNVCLĐ",
// "CSPL&QHLĐ", "KT-XH".
type Abbr struct {
	Text   *Text
	Lo, Hi int
	I, End int // tokens: the first, and the one behind the last
	S      string

	Def    bool // it is explained here: "công nhân, viên chức, lao động (CNVCLĐ)"
	Loose  bool // it stands alone in brackets, and the words before have other letters: "hồ sơ bệnh án (EMR)"
	Symbol bool // a part of a number and symbol: "82/KH-LĐLĐ"
	Quoted bool // inside of a quotation
}

// noAbbr are keys of which the capitals are no short forms in running text.
var noAbbr = map[string]bool{"co_quan": true, "co_quan_chu_quan": true, "ten_loai": true, "chuc_vu": true, "ho_ten": true, "dia_danh": true}

// abbrs finds the short forms of a text. Headings in capitals, Roman numbers
// and TM., KT. are none.
func (f *Facts) abbrs(t *Text) {
	if noAbbr[t.Key] {
		return
	}
	capital := allCaps(t)
	cites := f.citesOf(t)
	for i := 0; i < len(t.Tokens); i++ {
		if !shortForm(t, i) {
			continue
		}
		a := Abbr{Text: t, I: i, End: abbrEnd(t, i)}
		if a.Symbol = inSymbol(t, a.I, a.End); a.Symbol {
			a.End = i + 1 // each of its groups by itself
		}
		a.Lo, a.Hi = t.Tokens[i].Lo, t.Tokens[a.End-1].Hi
		for len(cites) > 0 && cites[0].Hi <= a.Lo {
			cites = cites[1:]
		}
		if len(cites) > 0 {
			c := &cites[0]
			a.Symbol = a.Symbol || c.Short && c.KindLo == a.Lo || c.Number.S != "" && c.Number.Lo <= a.Lo && a.Hi <= c.Number.Hi
		}
		a.S, a.Quoted = t.S[a.Lo:a.Hi], t.Quoted(a.Lo)
		if !a.Symbol {
			a.Def, a.Loose = explained(t, a.I, a.End, a.S)
			a.Def = a.Def || explains(t, a.End, a.S)
		}
		if a.Symbol || a.Def || a.Loose || !capital && !amongCaps(t, a.I, a.End) {
			f.Abbrs = append(f.Abbrs, a)
		}
		i = a.End - 1
	}
}

// citesOf are the citations of the text that was read last.
func (f *Facts) citesOf(t *Text) []Citation {
	from := len(f.Citations)
	for from > 0 && f.Citations[from-1].Text == t {
		from--
	}
	return f.Citations[from:]
}

// symbolAbbrs finds the short forms of the document's own ký hiệu, which is no
// running text.
func (f *Facts) symbolAbbrs(c plan.Chu) {
	t := &Text{Key: "ky_hieu", Chu: c, S: c.Plain(), Tokens: tokens(c.Plain()), lines: f.Lines}
	for i, tok := range t.Tokens {
		if shortForm(t, i) {
			f.Abbrs = append(f.Abbrs, Abbr{Text: t, Lo: tok.Lo, Hi: tok.Hi, I: i, End: i + 1, S: tok.S, Symbol: true})
		}
	}
}

// shortForm tells whether a token looks like a short form: capitals, at least
// two letters, no tone mark (a syllable with one is a word in capitals), no
// Roman number, no TM. or KT.
func shortForm(t *Text, i int) bool {
	tok := t.Tokens[i]
	if tok.Kind != Word || !tok.Caps() || len(tok.S) < 2 {
		return false
	}
	letters := 0
	for _, r := range tok.S {
		if unicode.IsLetter(r) {
			letters++
		}
		if r > 0x7f && !strings.ContainsRune("ĂÂĐÊÔƠƯ", r) {
			return false
		}
	}
	if letters < 2 || isRoman(tok.S) || letters > 2 && syllable.MatchString(tok.S) {
		return false
	}
	switch tok.S {
	case "TM", "KT", "TL", "TUQ":
		return !(t.Token(i+1).S == "." && !t.Token(i+1).Gap)
	}
	return true
}

// syllable is a word in capitals that can be read as one syllable without a
// tone: KHÔNG, BAN. Those that end in a stop always have a tone.
var syllable = regexp.MustCompile(`^(B|CH?|D|Đ|GH?|GI|H|KH?|L|M|NGH|NG|NH|N|PH?|QU|R|S|TH|TR|T|V|X)?[AĂÂEÊIOÔƠUƯY]{1,3}(NG|NH|N|M)?$`)

// abbrEnd is behind the last piece of a short form that is joined by & or -
// or, behind TP, by a dot, without blanks. Commas join where an & does too:
// "VH,TT&DL".
func abbrEnd(t *Text, i int) int {
	end, behind, comma, and := i+1, i+1, false, false
	for end+1 < len(t.Tokens) {
		join, next := t.Tokens[end], t.Tokens[end+1]
		if join.Gap || next.Gap || join.S != "&" && join.S != "-" && join.S != "," && !(join.S == "." && t.Tokens[i].S == "TP") {
			break
		}
		if next.Kind != Word || !next.Caps() || !shortForm(t, end+1) {
			break
		}
		end += 2
		comma, and = comma || join.S == ",", and || join.S == "&"
		if !comma {
			behind = end
		}
	}
	if and {
		return end
	}
	return behind
}

// inSymbol tells whether a short form stands in a number and symbol, or in a
// symbol whose number is open: "82/KH-LĐLĐ", "34-CT/TW", "QĐ-UBND",
// "/KH - LĐLĐ".
func inSymbol(t *Text, i, end int) bool {
	if docType(t.Tokens[i].S) && t.Token(i+1).S == "-" && !t.Token(i+1).Gap {
		return true
	}
	if s := t.Token(end); s.S == "/" && !s.Gap {
		return true
	}
	for k := i - 1; k >= max(0, i-16); k-- {
		tok := t.Tokens[k]
		if t.Tokens[k+1].Gap && tok.Kind != Mark && t.Tokens[k+1].Kind != Mark {
			return false
		}
		switch {
		case tok.S == "/":
			return true
		case (tok.Kind == Number || docType(tok.S)) && t.Tokens[k+1].S == "-" && !t.Tokens[k+1].Gap:
			return true
		case tok.S != "-" && tok.S != "&" && tok.Kind != Number && !symbolic(tok, false):
			return false
		}
	}
	return false
}

// docType tells whether a group of a symbol is a type of document, with which a
// symbol without its number begins.
func docType(s string) bool {
	switch s {
	case "KH", "QĐ", "NĐ", "NQ", "CT", "TT", "HD", "TB", "CV", "BC":
		return true
	}
	return false
}

// amongCaps tells whether a word in capitals stands before or behind: a piece
// in capitals is a name or a heading, not a short form.
func amongCaps(t *Text, i, end int) bool {
	return capsWord(t, i-1) || capsWord(t, end)
}

func capsWord(t *Text, i int) bool {
	tok := t.Token(i)
	if tok.Kind != Word || !tok.Caps() {
		return false
	}
	for _, r := range tok.S {
		if r > 0x7f && !strings.ContainsRune("ĂÂĐÊÔƠƯ", r) {
			return true // a tone mark
		}
	}
	return false
}

// allCaps tells whether a text has no small letter, and is no cell of one word.
func allCaps(t *Text) bool {
	words := 0
	for _, tok := range t.Tokens {
		if tok.Kind != Word {
			continue
		}
		if !tok.Caps() {
			return false
		}
		words++
	}
	return words > 1 || !t.Cell
}

// explained tells whether a short form is given here for the words before it:
// "… (CNVCLĐ)", "… (sau đây gọi tắt là CNVCLĐ)", "… (viết tắt: “CNVCLĐ”)",
// "… (viết tắt là Sở ABC)". Brackets of which the letters do not fit the words
// before are loose: they may hold the short form of a foreign name.
func explained(t *Text, i, end int, s string) (def, loose bool) {
	k := i - 1
	if q := t.Token(k).S; q == "“" || q == "\"" {
		k, end = k-1, end+1
	}
	close := t.Token(end).S
	if t.Token(k).S == "(" {
		if t.Token(k-1).Kind != Word || close != ")" && !((close == ";" || close == ",") && givesName(t, end+1)) {
			return false, false
		}
		def = fitsBefore(t, k, s)
		return def, !def
	}
	if t.Token(end).Kind == Mark {
		k = headBefore(t, k)
	}
	if t.Token(k).S == ":" {
		k--
	}
	if t.Token(k).Low == "là" {
		k--
	}
	return t.Token(k).Low == "tắt" || t.Token(k).Low == "gọi" && (t.Token(k-1).Low == "đây" || close == ")"), false
}

// givesName tells whether a name is given at a token: "sau đây gọi là …".
func givesName(t *Text, i int) bool {
	switch t.Token(i).Low {
	case "sau", "gọi", "viết":
		return true
	}
	return false
}

// headBefore goes back over the head words of a name, "Sở" in "viết tắt là Sở
// ABC", to the word that gives it; without one it stays.
func headBefore(t *Text, k int) int {
	for n, at := 0, k; n <= 3 && at > 0; n, at = n+1, at-1 {
		switch tok := t.Tokens[at]; {
		case tok.Low == "là" || tok.S == ":", tok.Low == "tắt":
			return at
		case tok.Kind != Word:
			return k
		}
	}
	return k
}

// fitsBefore tells whether the letters of a short form are first letters of the
// words before a bracket, in their order.
func fitsBefore(t *Text, open int, s string) bool {
	letters := []rune(strings.ToLower(strings.Map(onlyLetters, s)))
	k := len(letters) - 1
	for i := open - 1; i >= 0 && i >= open-3*len(letters)-4 && k >= 0; i-- {
		if tok := t.Tokens[i]; tok.Kind == Word && sameLetter(plainFirst(tok.Low), letters[k]) {
			k--
		}
	}
	return k < 0
}

// sameLetter compares a first letter with one of a short form, which may lack
// the marks of its vowel or the stroke of Đ.
func sameLetter(a, b rune) bool { return a == b || bareLetter(a) == bareLetter(b) }

func bareLetter(r rune) rune {
	switch r {
	case 'ă', 'â':
		return 'a'
	case 'đ':
		return 'd'
	case 'ê':
		return 'e'
	case 'ô', 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	}
	return r
}

// explains tells whether the words behind a short form are those it stands
// for: "CNVCLĐ (công nhân, viên chức, lao động)", "CNVCLĐ: công nhân, …".
func explains(t *Text, end int, s string) bool {
	if j := t.Token(end).S; j != "(" && j != ":" {
		return false
	}
	letters := []rune(strings.ToLower(strings.Map(onlyLetters, s)))
	k := 0
	for i := end + 1; i < len(t.Tokens) && k < len(letters); i++ {
		tok := t.Tokens[i]
		switch {
		case tok.Kind != Word && tok.S != "," && tok.S != "-":
			return false
		case tok.Kind != Word || tok.Low == "và":
		case plainFirst(tok.Low) == plainFirst(string(letters[k])):
			k++
		default:
			return false
		}
	}
	return k == len(letters)
}

func onlyLetters(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}

// plainFirst is the first letter of a word without its tone.
func plainFirst(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	r, _ = Untone(r)
	return r
}

func isRoman(s string) bool {
	_, ok := plan.RomanValue(s)
	return ok
}
