package fact

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/plan"
)

// Text is one paragraph, line or cell that goes on paper.
type Text struct {
	Key     string     // key of the plan that holds it: "trich_yeu", "noi_dung", "noi_nhan"
	Part    int        // number of the mục that it stands in, from 1; 0 outside
	Annex   int        // number of the phụ lục, from 1; 0 outside
	Doan    *plan.Doan // its line of running text; nil for other values
	Cell    bool       // a cell of a table
	Row     int        // number of the row in its table, from 0; of cells only
	Chu     plan.Chu   // the text with its looks
	S       string     // the text without looks
	Tokens  []Token    // S in pieces
	Heading bool       // heading of a part, or a numbered heading in running text

	Quotes []Span // quotations in S, with their marks; an open one reaches to the end
	Cites  []Span // citations in S: kind, number, day and issuer

	Subjects []Span // citations in S with their trích yếu, as far as it may reach
	Looked   bool   // S has italics or bold somewhere

	lines  []string // the lines of the file
	sought bool     // from was looked for
	from   int      // byte of its first line at which the text stands, -1 for none
	phased bool     // has the word đợt or giai đoạn
}

// Span is a piece of a text, in bytes.
type Span struct{ Lo, Hi int }

// Has tells whether a byte lies inside.
func (s Span) Has(at int) bool { return at >= s.Lo && at < s.Hi }

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, digits behind or between them, an apostrophe inside
	Number             // digits
	Mark               // one sign
)

// Token is a word, a number or a sign of a text.
type Token struct {
	Kind   Kind
	Gap    bool // a blank stands before it
	Lo, Hi int
	S      string // as it stands
	Low    string // in small letters
}

// Upper tells whether a word begins with a capital letter.
func (t Token) Upper() bool {
	r, _ := utf8.DecodeRuneInString(t.S)
	return t.Kind == Word && isUpper(r)
}

// Caps tells whether all letters of a word are capitals.
func (t Token) Caps() bool {
	if t.Kind != Word {
		return false
	}
	for _, r := range t.S {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// Is tells whether the token is this sign or this word in small letters.
func (t Token) Is(s string) bool { return t.Low == s }

// tokens cuts a text. Signs stand alone; a run of dots is several tokens.
func tokens(s string) []Token {
	out := make([]Token, 0, pieces(s))
	gap := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		tok := Token{Kind: Mark, Lo: i, Hi: i + size, Gap: gap}
		switch {
		case isLetter(r):
			end, upper := wordEnd(s, i)
			tok.Kind, tok.Hi, tok.S, tok.Low = Word, end, s[i:end], s[i:end]
			if upper {
				tok.Low = lower(tok.S)
			}
		case unicode.IsSpace(r):
			gap = true
			i += size
			continue
		case unicode.IsDigit(r):
			end := i
			for end < len(s) && s[end] >= '0' && s[end] <= '9' {
				end++
			}
			tok.Kind, tok.Hi = Number, max(end, i+size)
			tok.S, tok.Low = s[i:tok.Hi], s[i:tok.Hi]
		default:
			tok.S, tok.Low = s[i:i+size], s[i:i+size]
		}
		out = append(out, tok)
		i, gap = tok.Hi, false
	}
	return out
}

// pieces is how many tokens a text has, or some more: room is made once.
func pieces(s string) int {
	n := 1
	for i := range len(s) {
		switch b := s[i]; {
		case b == ' ':
			n++
		case b < '0' || b > '9' && b < 'A' || b == 0xE2: // signs; quotation marks and dashes begin with E2
			n += 2
		}
	}
	return n
}

// isLetter is unicode.IsLetter, quick for the letters of Vietnamese.
func isLetter(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	case r >= 0xC0 && r < 0x250:
		return r != '×' && r != '÷'
	case r >= 0x1E00 && r < 0x1F00:
		return true
	}
	return unicode.IsLetter(r)
}

// capitals are the letters below 2000 that are capitals, looked up once.
var capitals = func() (is [0x2000]bool) {
	for r := range is {
		is[r] = unicode.IsUpper(rune(r))
	}
	return is
}()

// isUpper is unicode.IsUpper, quick for the letters of Vietnamese.
func isUpper(r rune) bool {
	if r >= 0 && int(r) < len(capitals) {
		return capitals[r]
	}
	return unicode.IsUpper(r)
}

// wordEnd is where the word that begins at i ends, and whether it may have a
// capital letter.
func wordEnd(s string, i int) (end int, upper bool) {
	for i < len(s) {
		if b := s[i]; 'a' <= b && b <= 'z' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isLetter(r):
			upper = upper || isUpper(r)
		case '0' <= r && r <= '9' || unicode.IsDigit(r) || unicode.IsMark(r):
		case (r == '\'' || r == '’') && letterAt(s, i+size): // M'Drắk
		default:
			return i, upper
		}
		i += size
	}
	return i, upper
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// lower is strings.ToLower that keeps a word which is small already.
func lower(s string) string {
	for _, r := range s {
		if isUpper(r) {
			return strings.ToLower(s)
		}
	}
	return s
}

// At is the token in which or behind which a byte lies, as an index.
func (t *Text) At(at int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Tokens[mid].Hi <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Token gives a token, an empty one outside of the text.
func (t *Text) Token(i int) Token {
	if i < 0 || i >= len(t.Tokens) {
		return Token{Kind: Mark}
	}
	return t.Tokens[i]
}

// Starts tells whether a sentence, a quotation or a bracket begins at a token,
// or a lead "1. Ban Thường vụ: " has just ended: a capital letter means nothing
// there.
func (t *Text) Starts(i int) bool {
	i--
	if i < 0 {
		return true
	}
	switch p := t.Tokens[i]; p.S {
	case "-", "–":
		return p.Gap || i == 0 // else inside of a word or a range
	case "“", "”", "\"", "‘", "’", "'", "(", "[", "*", "+", "«":
		return true
	case ".", "?", "!", "…", ":", "/", "|":
		return true
	}
	return false
}

// Quoted tells whether a byte lies in a quotation.
func (t *Text) Quoted(at int) bool { return within(t.Quotes, at) }

// Cited tells whether a byte lies in the words by which a document is cited.
func (t *Text) Cited(at int) bool { return within(t.Cites, at) }

// within tells whether a byte lies in one of spans that stand in order and do
// not overlap.
func within(spans []Span, at int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].Hi > at })
	return i < len(spans) && spans[i].Has(at)
}

// InSubject tells whether a byte lies in a citation or may lie in its trích yếu:
// words of another document.
func (t *Text) InSubject(at int) bool {
	for _, c := range t.Subjects {
		if c.Has(at) {
			return true
		}
	}
	return t.Cited(at)
}

// Match tells whether the words of a phrase, in small letters, stand at a
// token, and gives the token behind them. Signs between the words must be
// those of the phrase.
func (t *Text) Match(i int, phrase []string) (end int, ok bool) {
	if i < 0 || i+len(phrase) > len(t.Tokens) {
		return i, false
	}
	for k, w := range phrase {
		if t.Tokens[i+k].Low != w {
			return i, false
		}
	}
	return i + len(phrase), true
}

// Phrase cuts words of data into what Match takes.
func Phrase(s string) []string {
	var out []string
	for _, t := range tokens(s) {
		out = append(out, t.Low)
	}
	return out
}
