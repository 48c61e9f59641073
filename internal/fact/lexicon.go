package fact

import "strings"

// Lexicon holds the words by which things are recognised. They are data of the
// folder templates/du-lieu. Index it once before use; the zero value recognises
// no citation.
type Lexicon struct {
	Kinds      []DocKind // kinds of document that are cited
	OtherTypes []string  // further abbreviations of kinds in a symbol
	Party      []string  // organs whose numbers have the Party's form: 34-CT/TW
	State      []string  // organs whose numbers have the state's form: 82/KH-LĐLĐ
	About      []string  // words that begin a trích yếu, in small letters
	AboutUpper []string  // likewise, with a capital too
	Grounds    []string  // words that begin a ground, in small letters
	NameEnds   []string  // words that are no part of the name of a law or a body

	// Heads are the heads of columns of a list of tasks, in small letters, and
	// the key of each: "đơn vị chủ trì": "chu_tri".
	Heads map[string]string

	OldCities  []string // cities of a province, until 01/7/2025
	Facilities []string // words that begin the name of a school, a hospital, a road: it keeps an old name
	Past       []string // words of a sentence that speaks of the time before 01/7/2025

	kinds      map[string][]int // first word of a kind -> kinds, the longest first
	phrases    [][]string       // of each kind, as Match takes it
	shorts     map[string]int   // the abbreviation of a kind -> the kind
	types      map[string]bool
	party      map[string]bool
	state      map[string]bool
	about      map[string][][]string
	aboutUpper map[string][][]string
	grounds    map[string][][]string
	nameEnds   map[string]bool

	oldCities        map[string]bool // in small letters, tones in the new place
	facilities, past map[string][][]string
}

// DocKind is a kind of document: "Nghị định".
type DocKind struct {
	Name    string   // "Nghị định"
	Abbrs   []string // in its symbol: "NĐ"
	ByName  bool     // cited by a name and without a number: laws
	Plain   bool     // a number without a symbol is a citation too: "Chỉ thị 05"
	HasYear bool     // its number has a year: 30/2020/NĐ-CP
	Called  bool     // often called by a name: "Đề án …", without a number
}

// Index prepares a lexicon for use.
func (l *Lexicon) Index() {
	l.kinds, l.phrases, l.shorts = map[string][]int{}, nil, map[string]int{}
	l.types, l.party, l.state, l.nameEnds = set(l.OtherTypes), set(l.Party), set(l.State), set(l.NameEnds)
	for i, k := range l.Kinds {
		p := Phrase(k.Name)
		l.phrases = append(l.phrases, p)
		if len(p) > 0 {
			l.kinds[p[0]] = append(l.kinds[p[0]], i)
		}
		for n, a := range k.Abbrs {
			l.types[a] = true
			if _, taken := l.shorts[a]; n == 0 && !taken && len(a) > 1 {
				l.shorts[a] = i
			}
		}
	}
	for _, list := range l.kinds { // the longest first, by insertion: lists are short
		for a := 1; a < len(list); a++ {
			for b := a; b > 0 && len(l.phrases[list[b]]) > len(l.phrases[list[b-1]]); b-- {
				list[b], list[b-1] = list[b-1], list[b]
			}
		}
	}
	l.about, l.grounds = byFirst(l.About), byFirst(l.Grounds)
	l.aboutUpper = byFirst(l.AboutUpper)
	l.facilities, l.past = byFirst(l.Facilities), byFirst(l.Past)
	l.oldCities = map[string]bool{}
	for _, c := range l.OldCities {
		l.oldCities[cityKey(c)] = true
	}
}

func set(words []string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[w] = true
	}
	return out
}

func byFirst(words []string) map[string][][]string {
	out := map[string][][]string{}
	for _, w := range words {
		if p := Phrase(w); len(p) > 0 {
			out[p[0]] = append(out[p[0]], p)
		}
	}
	return out
}

// kindAt gives the kind of document whose name stands at a token, and the token
// behind it.
func (l *Lexicon) kindAt(t *Text, i int) (kind, end int, ok bool) {
	for _, k := range l.kinds[t.Tokens[i].Low] {
		if end, ok := t.Match(i, l.phrases[k]); ok {
			return k, end, true
		}
	}
	return 0, i, false
}

func (l *Lexicon) isKind(t *Text, i int) bool {
	_, _, ok := l.kindAt(t, i)
	return ok
}

// shortKind gives the kind of document whose abbreviation stands for it at a
// token, before its number: "NĐ 30/2020/NĐ-CP", "KL 83-KL/TW", "TT 09/2024".
func (l *Lexicon) shortKind(t *Text, i int) (kind int, ok bool) {
	tok, at := &t.Tokens[i], i+1
	if tok.Kind != Word || tok.S == tok.Low || t.Token(at).Kind == Mark {
		return 0, false
	}
	kind, ok = l.shorts[tok.S]
	if !ok || prior(t, i).S == "/" || prior(t, i).S == "-" && !tok.Gap {
		return 0, false
	}
	if t.Token(at).Low == "số" {
		at++
	}
	if !t.Token(at).Gap {
		return 0, false
	}
	n, _, ok := l.docNumber(t, at, false)
	switch {
	case !ok || n.Num == "":
		return 0, false
	case !n.Whole():
		return kind, l.Kinds[kind].HasYear && len(n.Year) == 4
	}
	return kind, n.Type == tok.S || n.Year != "" || tok.S == "CV" && n.Organ != ""
}

// IsGround tells whether words that begin a ground stand at a token: "Căn cứ",
// "Thực hiện".
func (l *Lexicon) IsGround(t *Text, i int) bool { return startsAt(l.grounds, t, i) }

// KindOf gives what is known of a kind of document by its name.
func (l *Lexicon) KindOf(name string) (DocKind, bool) {
	for _, k := range l.Kinds {
		if k.Name == name {
			return k, true
		}
	}
	return DocKind{}, false
}

// IsType tells whether letters are the abbreviation of a kind of document.
func (l *Lexicon) IsType(s string) bool { return l.types[s] }

// IsParty tells whether an organ numbers its papers in the Party's form.
func (l *Lexicon) IsParty(organ string) bool { return l.party[organ] }

// IsState tells whether an organ numbers its papers in the state's form.
func (l *Lexicon) IsState(organ string) bool { return l.state[organ] }

// IsOldCity tells whether a name is that of a city of a province before
// 01/7/2025.
func (l *Lexicon) IsOldCity(name string) bool { return l.oldCities[cityKey(name)] }

func cityKey(name string) string {
	return PlainTone(lower(strings.Join(strings.Fields(strings.ReplaceAll(name, "–", "-")), " ")))
}

// IsFacility tells whether a word at a token begins the name of a facility.
func (l *Lexicon) IsFacility(t *Text, i int) bool { return startsAt(l.facilities, t, i) }

// IsPast tells whether words at a token tell of the time before 01/7/2025.
func (l *Lexicon) IsPast(t *Text, i int) bool { return startsAt(l.past, t, i) }

// aboutAt tells whether a trích yếu begins at a token. Most words begin one only
// in small letters: with a capital they belong to the name of a body.
func (l *Lexicon) aboutAt(t *Text, i int) bool {
	return !t.Token(i).Upper() && startsAt(l.about, t, i) || startsAt(l.aboutUpper, t, i)
}

func startsAt(words map[string][][]string, t *Text, i int) bool {
	for _, p := range words[t.Token(i).Low] {
		if _, ok := t.Match(i, p); ok {
			return true
		}
	}
	return false
}
