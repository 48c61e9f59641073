package check

import (
	"cmp"
	"slices"

	"kehoach.example/internal/fact"
)

// phrases finds the phrases of a list in a text in one pass: only those that
// begin with the word at hand are tried, the longest first.
type phrases struct {
	first map[string][]phrase
}

type phrase struct {
	words []string
	id    int // what it is, for who made the list
}

// newPhrases makes a list of phrases; what `of` gives for an id are its ways.
func newPhrases(n int, of func(id int) []string) *phrases {
	ps := &phrases{first: map[string][]phrase{}}
	for id := range n {
		for _, s := range of(id) {
			if w := fact.Phrase(s); len(w) > 0 {
				ps.first[w[0]] = append(ps.first[w[0]], phrase{w, id})
			}
		}
	}
	for _, list := range ps.first {
		slices.SortStableFunc(list, func(a, b phrase) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return ps
}

// at gives the phrase that stands at a token. Those that `ok` refuses are
// passed over.
func (ps *phrases) at(t *fact.Text, i int, ok func(id, end int) bool) (id, end int, found bool) {
	for _, p := range ps.first[t.Tokens[i].Low] {
		if end, is := t.Match(i, p.words); is && (ok == nil || ok(p.id, end)) {
			return p.id, end, true
		}
	}
	return 0, i, false
}

// each calls `see` for every phrase of a text, from left to right. Those of one
// id do not overlap; those of different ids may.
func (ps *phrases) each(t *fact.Text, see func(id, i, end int)) {
	if len(ps.first) == 0 {
		return
	}
	type last struct{ id, end int }
	var near []last // the matches that are not behind us
	for i, tok := range t.Tokens {
		list := ps.first[tok.Low]
		if len(list) == 0 {
			continue
		}
		near = slices.DeleteFunc(near, func(l last) bool { return l.end <= i })
		for _, p := range list {
			if slices.ContainsFunc(near, func(l last) bool { return l.id == p.id }) {
				continue
			}
			if end, ok := t.Match(i, p.words); ok {
				near = append(near, last{p.id, end})
				see(p.id, i, end)
			}
		}
	}
}

// index is what rules look up in the data, made once.
type index struct {
	slips    *phrases
	variants *phrases
	lower    *phrases
	upper    *phrases
	names    *phrases // Caps.Names
	forms    *phrases // Caps.Forms, then Caps.Levels
	doubles  map[string]bool
	abbrs    map[string]*Abbr
	mail     map[string]bool
	measures map[string]bool
}

// index makes the lists of phrases at the first call.
func (d *Data) index() *index {
	if d == nil {
		d = &Data{}
	}
	d.once.Do(func() { d.made = d.makeIndex() })
	return d.made
}

func (d *Data) makeIndex() *index {
	x := &index{doubles: map[string]bool{}, abbrs: map[string]*Abbr{}, mail: map[string]bool{}, measures: map[string]bool{}}
	x.slips = newPhrases(len(d.Slips), func(i int) []string { return []string{d.Slips[i].Sai} })
	x.variants = newPhrases(len(d.Variants), func(i int) []string { return d.Variants[i].Cach })
	single := func(list []string) *phrases {
		return newPhrases(len(list), func(i int) []string { return []string{list[i]} })
	}
	x.lower, x.upper, x.forms = single(d.Caps.Lower), single(d.Caps.Upper), single(slices.Concat(d.Caps.Forms, d.Caps.Levels))
	x.names = newPhrases(len(d.Caps.Names), func(i int) []string { return []string{d.Caps.Names[i].Ten} })
	for _, s := range d.Doubles {
		x.doubles[s] = true
	}
	for i := range d.Abbrs {
		x.abbrs[d.Abbrs[i].Ngan] = &d.Abbrs[i]
	}
	for _, s := range d.Measures {
		x.measures[s] = true
	}
	for _, s := range d.Mail {
		x.mail[s] = true
	}
	return x
}
