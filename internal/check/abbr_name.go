package check

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/fact"
)

// needless tells whether a short form needs no explanation where it stands: a
// unit behind a number (50 MW), a code or a model, the name of a company or a
// product, the head of a column.
func needless(p *Pass, x *index, a *fact.Abbr) bool {
	t := a.Text
	if t.Cell && t.Row == 0 && len(t.Tokens) == a.End-a.I || strings.ContainsAny(a.S, "0123456789") {
		return true
	}
	switch prev := t.Token(a.I - 1); {
	case prev.Kind == fact.Number:
		return x.measures[a.S] || !t.Tokens[a.I].Gap && utf8.RuneCountInString(a.S) < 3
	case prev.Kind == fact.Word:
		return branded(prev.Low) || x.abbrs[a.S] == nil && foreign(p, prev) || designated(x, a)
	}
	return designated(x, a)
}

// branded tells whether capitals behind a word are a name: of a company, a
// make, a model.
func branded(low string) bool {
	switch low {
	case "ty", "hãng", "hiệu", "tập", "hàng", "siêu", "mềm", "máy", "xuồng", "phun", "kiểu", "mẫu", "model":
		return true
	}
	return false
}

// foreign tells whether a word with a capital is no syllable of Vietnamese: the
// name of a product, of which capitals behind it are a part.
func foreign(p *Pass, tok fact.Token) bool {
	return tok.Upper() && !tok.Caps() && !p.Data.Syllables.spells(tok.Low)
}

// designated tells whether a number behind capitals makes them a code: a road
// (ĐT.741, QL 13), a model that no list knows (ST 300).
func designated(x *index, a *fact.Abbr) bool {
	t, i := a.Text, a.End
	road := false
	switch a.S {
	case "ĐT", "QL", "TL", "HL", "ĐH", "CT", "DT", "ĐX":
		road = true
	}
	if road && t.Token(i).S == "." && !t.Token(i).Gap && !t.Token(i+1).Gap {
		i++
	}
	n := t.Token(i)
	if n.Kind != fact.Number {
		return false
	}
	if road {
		return true
	}
	behind := t.Token(i + 1)
	return x.abbrs[a.S] == nil && utf8.RuneCountInString(a.S) < 4 && len(n.S) > 1 && len(n.S) < 4 && n.S[0] != '0' &&
		(behind.Kind == fact.Mark && behind.S != "/" && behind.S != "-" && behind.S != "%" || functionWord(behind.Low))
}

// common tells whether every reader knows a short form, or all its pieces.
func common(x *index, s string) bool {
	if a := x.abbrs[s]; a != nil {
		return a.Chung
	}
	pieces := strings.FieldsFunc(s, func(r rune) bool { return r == '&' || r == '-' || r == '.' || r == ',' })
	if len(pieces) < 2 {
		bare := strings.TrimRight(s, "0123456789")
		return bare != s && x.abbrs[bare] != nil && x.abbrs[bare].Chung
	}
	some := false
	for _, piece := range pieces {
		a := x.abbrs[piece]
		if a == nil {
			return false
		}
		some = some || a.Chung
	}
	return some
}
