package under

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// issuer is the name of the body that issued a plan, in the case of running
// text. The plan's own text is the first witness of that case; else fixed
// phrases and the rules for names of units; sure is false where neither tells.
func (w *Words) issuer(f *fact.Facts) (name string, sure bool) {
	raw := bodyName(f.Plan.CoQuan)
	if raw == "" {
		return "", false
	}
	above := bodyName(f.Plan.CoQuanChuQuan)
	if t := fact.TextOf(raw); above != "" {
		if end, ok := w.at("organs", t, 0); ok && end == len(t.Tokens) {
			raw += " " + above
		}
	}
	name, sure = typed(f, raw)
	if !sure {
		name, sure = w.cased(raw)
	}
	if t := fact.TextOf(name); above != "" && w.level(t) < 0 {
		if _, ok := w.at("add place", t, 0); ok {
			if up, _ := w.cased(above); w.place(up) != "" {
				name += " " + w.place(up)
			}
		}
	}
	return name, sure
}

// bodyName is the name of a body on one line; several bodies stand with commas.
func bodyName(d plan.Dong) string {
	sep := " "
	if d.List {
		sep = ", "
	}
	return strings.Join(strings.Fields(d.Plain(sep)), " ")
}

// typed finds a name in running text, where its case is that of the clerk.
func typed(f *fact.Facts, raw string) (string, bool) {
	name := fact.TextOf(raw)
	for _, key := range []string{"mo_dau", "ket", "noi_dung", "yeu_cau", "muc_dich", "luu"} {
		for _, t := range f.Of(key) {
			for i := range t.Tokens {
				if !startsWith(t, i, name) || !t.Token(i).Upper() {
					continue
				}
				said := t.S[t.Token(i).Lo:t.Token(i+len(name.Tokens)-1).Hi]
				if strings.ContainsFunc(said, unicode.IsLower) {
					return strings.Join(strings.Fields(said), " "), true
				}
			}
		}
	}
	return "", false
}

// cased brings a name in capitals to the case of running text (NĐ 30/2020, PL
// II): fixed phrases as they are, levels small, what follows is a proper name.
func (w *Words) cased(raw string) (string, bool) {
	if strings.ContainsFunc(raw, unicode.IsLower) {
		return raw, true
	}
	t := fact.TextOf(raw)
	var b strings.Builder
	sure := false
	for i := 0; i < len(t.Tokens); {
		if i > 0 && t.Token(i).Gap {
			b.WriteByte(' ')
		}
		if phrase, end, ok := w.phraseAt(t, i); ok {
			b.WriteString(phrase)
			sure = sure || i == 0
			i = end
			continue
		}
		if end, ok := w.at("levels", t, i); ok && i > 0 {
			b.WriteString(strings.ToLower(t.S[t.Token(i).Lo:t.Token(end-1).Hi]))
			i = end
			continue
		}
		b.WriteString(capital(t.Token(i).Low))
		i++
	}
	return b.String(), sure
}

// phraseAt gives the longest fixed phrase that stands at a token.
func (w *Words) phraseAt(t *fact.Text, i int) (phrase string, end int, ok bool) {
	for _, p := range w.Names {
		if e, found := t.Match(i, fact.Phrase(p)); found && e > end {
			phrase, end, ok = p, e, true
		}
	}
	return phrase, end, ok
}

// capital writes the first letter of a word as a capital.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// level is the token at which the last level before a proper name stands, -1
// for none.
func (w *Words) level(t *fact.Text) int {
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		if end, ok := w.at("levels", t, i); ok && (t.Token(end).Upper() || t.Token(end).Kind == fact.Number) {
			if end, _ := w.at("levels", t, i-1); end <= i { // else "xã" of "thị xã"
				return i
			}
		}
	}
	return -1
}

// place is the unit of administration that a body's name tells: "tỉnh Cà Mau",
// "phường Hạnh Thông"; "" for none.
func (w *Words) place(name string) string {
	t := fact.TextOf(name)
	if i := w.level(t); i >= 0 {
		return t.S[t.Token(i).Lo:]
	}
	for _, l := range w.LevelIn {
		for i := range t.Tokens {
			if end, ok := t.Match(i, fact.Phrase(l.Has)); ok && end < len(t.Tokens) {
				return l.Level + " " + t.S[t.Token(end).Lo:]
			}
		}
	}
	return ""
}

// placeLevel is the level of a place: "phường" of "phường Hạnh Thông".
func (w *Words) placeLevel(place string) string {
	t := fact.TextOf(place)
	end, ok := w.at("levels", t, 0)
	if !ok {
		return ""
	}
	return strings.ToLower(t.S[:t.Token(end-1).Hi])
}
