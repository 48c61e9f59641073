package under

import (
	"slices"
	"strings"

	"kehoach.example/internal/fact"
)

// Ours tells whether a task is one for a given unit.
type Ours int

// Whom a task is for.
const (
	Other Ours = iota // units of another kind: "Công đoàn cơ sở" for a phường
	Maybe             // a name that may mean any unit: "các đơn vị"
	Yes               // the unit by name, or units of its kind
)

// sides are the two bodies between which the tasks go.
type sides struct {
	issuer *fact.Text // name of the superior; nil where it is not told
	unit   *fact.Text // name of the unit below
	kinds  [][]string // what units of its kind are called: "hội liên hiệp phụ nữ xã"
	one    bool       // both are of one place, so that "Trạm Y tế phường" is the unit
}

// sidesOf are the sides of a superior's plan and a unit.
func (w *Words) sidesOf(issuer, unit string) sides {
	var s sides
	if issuer != "" {
		s.issuer = fact.TextOf(issuer)
	}
	if unit != "" {
		place := w.place(unit)
		s.unit, s.kinds = fact.TextOf(unit), w.kindsOf(unit)
		s.one = place != "" && strings.EqualFold(place, w.place(issuer))
	}
	return s
}

// kindsOf gives what units of the kind of a unit are called: its name as far as
// it is no proper name, with and without the level.
func (w *Words) kindsOf(unit string) [][]string {
	t := fact.TextOf(unit)
	var out [][]string
	end := w.level(t)
	if end > 0 {
		behind, _ := w.at("levels", t, end)
		out = append(out, fact.Phrase(t.S[:t.Token(behind-1).Hi]))
	} else if _, named, ok := w.phraseAt(t, 0); ok {
		end = named
	}
	if end > 1 && end < len(t.Tokens) {
		out = append(out, fact.Phrase(t.S[:t.Token(end-1).Hi]))
	}
	return out
}

// owner is a mention of lower units by which somebody is given a task.
type owner struct {
	lo, hi int    // tokens, qualifiers behind the name included
	first  int    // token of the first lower unit among the names
	name   string // as it is written
	ours   Ours
}

// longestOwner is how many tokens a name of owners has at most.
const longestOwner = 30

// ownerAt reads the names of owners at a token: "Các phòng, ban; công đoàn cơ
// sở trực thuộc". It is none where no lower unit is among them. The end is the
// verb, the colon or the sentence end behind them.
func (w *Words) ownerAt(t *fact.Text, i int, s sides) (owner, bool) {
	for {
		end, ok := w.at("leads", t, i)
		if !ok {
			break
		}
		i = end
	}
	out := owner{lo: i, hi: w.ownerEnd(t, i)}
	found := false
	for k := i; k < out.hi; k++ {
		if k > i && !separates(t, k-1) {
			continue
		}
		if ours, ok := w.nameAt(t, k, out.hi, s); ok {
			if !found {
				out.first = k
			}
			found = true
			out.ours = max(out.ours, ours)
		}
	}
	if found {
		out.name = t.S[t.Token(out.lo).Lo:t.Token(out.hi-1).Hi]
	}
	return out, found
}

// separates tells whether the next owner of a list begins behind a token.
func separates(t *fact.Text, i int) bool {
	switch t.Token(i).Low {
	case ",", ";", "và", "-", "+", "/", "cùng":
		return true
	}
	return false
}

// ownerEnd is where names of owners that begin at a token end.
func (w *Words) ownerEnd(t *fact.Text, i int) int {
	for k := i; k < len(t.Tokens); k++ {
		tok := t.Tokens[k]
		if k > i+longestOwner || tok.S == ":" || tok.S == "(" || tok.S == "." || tok.S == "?" {
			return k
		}
		if k == i || tok.Upper() {
			continue // a name: "Ban Tổ chức"
		}
		if _, ok := w.at("verbs", t, k); ok {
			return k
		}
		if _, ok := w.at("adverbs", t, k); ok && tok.Low != "và" && tok.Low != "cùng" {
			return k
		}
		if _, ok := w.at("following", t, k); ok {
			return k
		}
	}
	return len(t.Tokens)
}

// nameAt tells whether a lower unit is named at a token, and which.
func (w *Words) nameAt(t *fact.Text, i, hi int, s sides) (Ours, bool) {
	plural := false
	for i < hi {
		if end, ok := w.at("plural", t, i); ok {
			i, plural = end, true
			continue
		}
		if end, ok := w.at("heads", t, i); ok {
			i = end
			continue
		}
		break
	}
	if s.unit != nil && startsWith(t, i, s.unit) && (!t.Token(i+len(s.unit.Tokens)).Upper() || allCaps(t)) {
		return Yes, true
	}
	if s.issuer != nil && startsWith(t, i, s.issuer) {
		return Other, false
	}
	best, group, many := i, Group{}, false
	try := func(g Group, phrases [][]string) {
		for _, p := range phrases {
			end, inner, ok := w.loose(t, i, p)
			several := plural || inner || listed(t, end, w)
			if ok && (end > best || g.own && end == best) && end <= hi && (g.Always || several) {
				best, group, many = end, g, several
			}
		}
	}
	for _, g := range w.Groups {
		try(g, g.called)
	}
	try(Group{own: true, Always: s.one}, s.kinds)
	if best == i || !w.ends(t, best, hi, group) {
		return Other, false
	}
	if next := t.Token(best); !many && next.Upper() && !allCaps(t) && !next.Caps() {
		return Other, false // the proper name of one unit
	}
	return w.forUnit(group, s.unit), true
}

// ends tells whether the name of a group ends at a token: the names end there
// too, or others follow, or words that tell which units are meant. "đảng ủy
// viên", "các trường hợp" are something else.
func (w *Words) ends(t *fact.Text, i, hi int, g Group) bool {
	if _, ok := longest(g.notBehind, t, i); ok {
		return false
	}
	if i >= hi || separates(t, i) || t.Token(i).Upper() {
		return true
	}
	_, which := w.at("which", t, i)
	_, level := w.at("levels", t, i)
	return which || level || t.Token(i).Low == "các" || w.has("belonging", t, i, hi)
}

// listed tells whether levels behind a name make it several: "xã, phường".
func listed(t *fact.Text, i int, w *Words) bool {
	if end, ok := w.at("hamlets", t, i); ok && !t.Token(end).Upper() {
		return true // "Ban Công tác Mặt trận ấp họp": no proper name, so any of them
	}
	switch t.Token(i).Low {
	case "các", ",", "-", "và": // "Ban Công tác Mặt trận các ấp"
	default:
		return false
	}
	_, ok := w.at("levels", t, i+1)
	return ok
}

// loose matches a phrase, over a word for several inside: "công đoàn các xã".
func (w *Words) loose(t *fact.Text, i int, phrase []string) (end int, inner, ok bool) {
	for n, word := range phrase {
		if several, ok := w.at("plural", t, i); ok && n > 0 && t.Token(i).Low != word {
			i, inner = several, true
		}
		if t.Token(i).Low != word {
			return i, false, false
		}
		i++
	}
	return i, inner, true
}

// startsWith tells whether a name stands at a token, in any case.
func startsWith(t *fact.Text, i int, name *fact.Text) bool {
	if len(name.Tokens) == 0 {
		return false
	}
	for n, tok := range name.Tokens {
		if fact.PlainTone(t.Token(i+n).Low) != fact.PlainTone(tok.Low) {
			return false
		}
	}
	return true
}

// allCaps tells whether a text is a heading in capitals, in which capitals tell
// nothing.
func allCaps(t *fact.Text) bool {
	return !slices.ContainsFunc(t.Tokens, func(k fact.Token) bool { return k.Kind == fact.Word && !k.Caps() })
}

// forUnit tells whether a group takes in a unit.
func (w *Words) forUnit(g Group, unit *fact.Text) Ours {
	switch {
	case g.own:
		return Yes
	case g.General || unit == nil:
		return Maybe
	}
	for _, begin := range g.Units {
		if _, ok := unit.Match(0, fact.Phrase(begin)); ok {
			return Yes
		}
	}
	return Other
}
