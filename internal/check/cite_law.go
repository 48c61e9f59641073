package check

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// lawSpelling is one way in which the name of a law is written.
type lawSpelling struct {
	words []string // in small letters, signs too
	law   *Law
	right bool
}

// lawSpellings gathers the spellings of laws by their first two words.
func lawSpellings(laws []Law) map[string][]lawSpelling {
	out := map[string][]lawSpelling{}
	add := func(s string, l *Law, right bool) {
		if w := fact.Phrase(s); len(w) > 1 {
			out[w[1]] = append(out[w[1]], lawSpelling{w, l, right})
		}
	}
	for i := range laws {
		add(laws[i].Ten, &laws[i], true)
		for _, s := range laws[i].Sai {
			add(s, &laws[i], strings.EqualFold(s, laws[i].Ten))
		}
	}
	return out
}

// wrongLaw is a spelling found, and where.
type wrongLaw struct {
	t      *fact.Text
	lo, hi int
	law    *Law
	n      int
}

func citeLawName(p *Pass) {
	laws := p.Data.citeIndex().laws
	if len(laws) == 0 {
		return
	}
	var order []string
	found := map[string]*wrongLaw{}
	for _, t := range p.Texts {
		for i := 0; i < len(t.Tokens); i++ {
			switch t.Tokens[i].Low {
			case "luật", "bộ", "pháp":
			default:
				continue
			}
			lo, end, law, bad := lawAt(t, i, laws)
			if end > i {
				i = end - 1
			}
			if !bad {
				continue
			}
			s := t.S[lo:t.Tokens[end-1].Hi]
			if p.oldLaw(s) || strings.EqualFold(s, law.Ten) && inTitleOf(t, lo) {
				continue // capitals of another document's title
			}
			if found[s] == nil {
				found[s] = &wrongLaw{t: t, lo: lo, hi: t.Tokens[end-1].Hi, law: law}
				order = append(order, s)
			}
			found[s].n++
		}
	}
	for _, s := range order {
		w := found[s]
		msg := diag.M("tên luật viết %q, đúng là %q", "the law is written %q, its name is %q", s, w.law.Ten)
		if w.n > 1 {
			msg = diag.M("tên luật viết %q (%d chỗ), đúng là %q", "the law is written %q (%d places), its name is %q", s, w.n, w.law.Ten)
		}
		p.At(w.t, w.lo, w.hi, msg, diag.M("viết: %s", "write: %s", w.law.Ten))
	}
}

// inTitleOf tells whether a byte may lie in the trích yếu of another document.
func inTitleOf(t *fact.Text, at int) bool {
	return slices.ContainsFunc(t.Subjects, func(s fact.Span) bool { return s.Has(at) && s.Lo < at })
}

// oldLaw tells whether words are the name of an older law, right while it held.
func (p *Pass) oldLaw(s string) bool {
	for i := range p.Data.Texts {
		if t := &p.Data.Texts[i]; t.Ten == s && !t.Het.Zero() && p.Issued.Before(t.Het) {
			return true
		}
	}
	return false
}

// lawAt reads the longest name of a law at a token, and tells whether it is
// written otherwise than it should be. Names in small letters alone are no
// names, those in capitals alone are titles.
func lawAt(t *fact.Text, i int, laws map[string][]lawSpelling) (lo, end int, law *Law, bad bool) {
	best := lawSpelling{}
	for _, s := range laws[t.Token(i+1).Low] {
		if len(s.words) < len(best.words) || len(s.words) == len(best.words) && best.right {
			continue
		}
		if _, ok := t.Match(i, s.words); ok {
			best = s
		}
	}
	if best.law == nil {
		return 0, i, nil, false
	}
	end = i + len(best.words)
	lo = t.Tokens[i].Lo
	if !t.Tokens[i].Upper() || t.Quoted(lo) || t.Tokens[i].Caps() && t.Tokens[end-1].Caps() {
		return lo, end, best.law, false
	}
	s := t.S[lo:t.Tokens[end-1].Hi]
	return lo, end, best.law, s != best.law.Ten && strings.Join(strings.Fields(s), " ") != best.law.Ten
}
