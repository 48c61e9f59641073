package under

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/fact"
)

// renamer puts the unit where the superior stood.
type renamer struct {
	from, to           string // names of the bodies
	fromPlace, toPlace string // their units of administration; "" where not told
	fromLevel, toLevel string
}

func (w *Words) renamer(superior, unit string) renamer {
	r := renamer{from: superior, to: unit, fromPlace: w.place(superior), toPlace: w.place(unit)}
	r.fromLevel, r.toLevel = w.placeLevel(r.fromPlace), w.placeLevel(r.toPlace)
	return r
}

// in puts the unit into a text; false where nothing changes.
func (r renamer) in(s string) (string, bool) {
	out, _ := r.replaced(s, r.from, r.to)
	if r.toPlace != "" {
		out, _ = r.replaced(out, r.fromPlace, r.toPlace)
	}
	if r.fromLevel == "" || r.toLevel == "" {
		return out, out != s
	}
	for _, lead := range []string{"toàn ", "trong ", "trên địa bàn "} {
		out, _ = r.replaced(out, lead+r.fromLevel, lead+r.toLevel)
	}
	return out, out != s
}

// onePlace tells whether the unit is of the superior's place.
func (r renamer) onePlace() bool { return strings.EqualFold(r.fromPlace, r.toPlace) }

// replaced puts new words for old ones wherever these stand as whole words, in
// any case; capitals stay capitals.
func (r renamer) replaced(s, from, to string) (string, bool) {
	t, name := fact.TextOf(s), fact.TextOf(from)
	if len(name.Tokens) == 0 {
		return s, false
	}
	var b strings.Builder
	at, done := 0, false
	for i := 0; i < len(t.Tokens); i++ {
		if !startsWith(t, i, name) {
			continue
		}
		end := i + len(name.Tokens)
		if next := t.Token(end); next.Upper() && !allCaps(t) && !next.Caps() {
			continue // a longer name
		}
		lo, hi := t.Token(i).Lo, t.Token(end-1).Hi
		put := to
		if old := s[lo:hi]; !strings.ContainsFunc(old, unicode.IsLower) {
			put = strings.ToUpper(to)
		} else if first, _ := utf8.DecodeRuneInString(old); unicode.IsUpper(first) {
			put = capital(to)
		}
		b.WriteString(s[at:lo] + put)
		at, done, i = hi, true, end-1
	}
	return b.String() + s[at:], done
}

// subject is a trích yếu as it goes on in a sentence: it begins with a small
// letter, but for a name or a short form. sure is false where a name may stand
// there.
func subject(s string) (out string, sure bool) {
	t := fact.TextOf(s)
	first, next := t.Token(0), t.Token(1)
	if first.Kind != fact.Word || !first.Upper() || first.Caps() && utf8.RuneCountInString(first.S) > 1 {
		return s, true
	}
	if next.Upper() && next.Kind == fact.Word && !next.Caps() {
		return s, false
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:], true
}
