package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DocNumber is the number of a document, as it is cited: 145/2020/NĐ-CP, 34-CT/TW.
type DocNumber struct {
	Lo, Hi int    // where it stands in its text
	S      string // without blanks, with hyphens: "145/2020/NĐ-CP"
	Num    string // "145"; "" where it is left blank
	Year   string // "2020"; "" without one
	Type   string // first group of letters: "NĐ", "CT", "QH15", "UBND"
	Organ  string // what follows it: "CP", "TW", "MTTQ-BTT"
	Dash   bool   // a hyphen behind the number: the Party's form
	Stroke bool   // a stroke behind the first letters: the Party's form
	Spaced bool   // blanks stand inside
}

// Whole tells whether there is a symbol and not only a number.
func (n DocNumber) Whole() bool { return n.Type != "" }

// Party tells whether the number has the Party's form: 34-CT/TW.
func (n DocNumber) Party() bool { return n.Dash && n.Stroke }

// docNumber reads a number at a token. Loose: blanks inside and a blank number
// are read too, because words before it tell that a number follows.
func (l *Lexicon) docNumber(t *Text, i int, loose bool) (n DocNumber, end int, ok bool) {
	k := i
	switch tok := t.Token(k); {
	case tok.Kind == Number && len(tok.S) <= 5:
		n.Num, k = tok.S, k+1
		if w := t.Token(k); w.Kind == Word && !w.Gap && len(w.S) == 1 {
			n.Num, k = n.Num+w.S, k+1 // 30c/NQ-CP
		}
	case loose && (tok.S == "…" || tok.S == "." || tok.S == "_"):
		for t.Token(k).S == tok.S {
			k++
		}
	case !loose || tok.S != "/":
		return n, i, false
	}
	parts, first := 0, k
	for {
		sep := t.Token(k)
		if sep.S != "/" && sep.S != "-" && sep.S != "–" || k >= len(t.Tokens) {
			break
		}
		part := t.Token(k + 1)
		gap := sep.Gap || part.Gap
		if gap && (!loose || parts >= 2 || part.Kind == Word && !symbolic(part, true)) {
			break
		}
		switch {
		case part.Kind == Number && sep.S == "/" && parts == 0 && n.Year == "" && len(part.S) <= 4:
			n.Year = part.S
		case part.Kind == Word && symbolic(part, gap):
			l.addPart(&n, sep.S, part.S, parts, k == first)
			parts++
		case part.Kind == Word && parts >= 2 && !gap:
			n.Organ += sep.S + part.S // 3294-CV/VPTW/nb
		default:
			sep.S = ""
		}
		if sep.S == "" {
			break
		}
		n.Spaced = n.Spaced || gap
		k += 2
		for t.Token(k).S == "&" && !t.Token(k).Gap && t.Token(k+1).Kind == Word && !t.Token(k+1).Gap {
			n.Organ += "&" + t.Token(k+1).S
			k += 2
		}
	}
	if k == i || parts == 0 && n.Num == "" {
		return n, i, false
	}
	n.Lo, n.Hi = t.Tokens[i].Lo, t.Tokens[k-1].Hi
	n.S = plainNumber(t.S[n.Lo:n.Hi])
	return n, k, true
}

func (l *Lexicon) addPart(n *DocNumber, sep, part string, parts int, first bool) {
	if sep == "–" {
		sep = "-"
	}
	switch parts {
	case 0:
		n.Type, n.Dash = part, first && sep == "-"
	case 1:
		n.Organ, n.Stroke = part, sep == "/"
	default:
		n.Organ += sep + part
	}
}

// symbolic tells whether a word can be a group of a symbol: capitals alone, or
// two of them (TTg, ToC, QĐi). Beside blanks only capitals can.
func symbolic(t Token, gap bool) bool {
	if !t.Upper() {
		return false
	}
	if t.Caps() {
		return !gap || utf8.RuneCountInString(t.S) > 1
	}
	n := 0
	for _, r := range t.S {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1 && !gap
}

// plainNumber takes blanks out of a number and writes its dashes as hyphens.
func plainNumber(s string) string {
	if !strings.ContainsAny(s, " \t\u00a0–") {
		return s
	}
	return strings.NewReplacer(" ", "", "\t", "", "\u00a0", "", "–", "-").Replace(s)
}
