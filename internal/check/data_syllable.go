package check

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/strictyaml"
)

// Syllables tells whether a word can be a Vietnamese syllable, and what Telex
// letters left over would have made. A syllable is an initial, a rhyme and a
// tone; which there are is data (am-tiet.yaml), how they are spelled together
// is here.
type Syllables struct {
	initials map[string]bool
	rhymes   map[string]rhyme
	known    map[string]bool // words that are no syllables and right: "ôtô", "đắk"
	foreign  map[string]bool // words that only look like leftovers of Telex: "boost"
	// only are syllables in letters without tone that are words with one of hỏi
	// and ngã, and none with the other: "chuyên" is Hoi.
	only map[string]fact.Tone
	// inNames are words with the other tone that stand in names of units: Chũ.
	inNames map[string]bool

	seen *plainWords
}

// rhyme is what may be done with a rhyme.
type rhyme struct {
	at   uint8 // bit i: the tone may stand on its letter i
	stop bool  // ends in c, ch, p, t: sắc and nặng only
}

// spelled is a word in letters without tones.
type spelled struct {
	buf  [40]byte // UTF-8
	off  [14]int8 // where each letter begins, and the end behind the last
	n    int
	tone fact.Tone
	at   int // letter with the tone, -1 for none
}

const maxLetters = 12 // the longest syllable, "nghiêng", has 7

// add appends a letter without tone; false where the word is too long.
func (w *spelled) add(r rune) bool {
	if w.n >= maxLetters {
		return false
	}
	end := int(w.off[w.n])
	end += utf8.EncodeRune(w.buf[end:end+utf8.RuneLen(r)], r)
	w.n++
	w.off[w.n] = int8(end)
	return true
}

// part is the letters from i to j.
func (w *spelled) part(i, j int) []byte { return w.buf[w.off[i]:w.off[j]] }

// Valid tells whether a word in small letters can be a Vietnamese syllable.
// Only what cannot be one is denied: words without any diacritic (English,
// names, abbreviations), with digits or apostrophes (M'Drắk), with letters of
// other languages, and short forms with đ (nđ, qđ) are not judged and so valid.
// Names of other languages of the country must be left out by who asks, unless
// they are in the list of units or of exceptions.
func (s *Syllables) Valid(word string) bool {
	if len(s.rhymes) == 0 || !judged(word) || s.known[word] {
		return true
	}
	var w spelled
	if !w.read(word) {
		return false
	}
	_, ok := s.parse(&w)
	return ok
}

// spells tells whether a word in small letters, with marks or without, can be
// read as one syllable; all can where no syllables are known.
func (s *Syllables) spells(word string) bool {
	if len(s.rhymes) == 0 || s.known[word] {
		return true
	}
	var w spelled
	if !w.read(word) {
		return false
	}
	_, ok := s.parse(&w)
	return ok
}

// judged tells whether a word is written in Vietnamese letters with a mark on a
// vowel, and is not a short form: đ inside, and no tone (tưlđtt).
func judged(word string) bool {
	mark, short, sung := false, false, false
	for i := 0; i < len(word); i++ {
		if c := word[i]; c < utf8.RuneSelf {
			if c < 'a' || c > 'z' {
				return false
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		base, tone := fact.Untone(r)
		if vowel := isVowel(base); !vowel && r != 'đ' {
			return false
		} else if vowel && (tone != fact.Ngang || base >= utf8.RuneSelf) {
			mark, sung = true, sung || tone != fact.Ngang
		}
		short = short || r == 'đ' && i > 0
		i += size - 1
	}
	return mark && (sung || !short)
}

// isVowel tells whether a letter without tone is a vowel.
func isVowel(r rune) bool {
	switch r {
	case 'a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y':
		return true
	}
	return false
}

// read takes a word apart; false where it has two tones or too many letters.
func (w *spelled) read(word string) bool {
	w.at = -1
	for _, r := range word {
		base, tone := fact.Untone(r)
		if tone != fact.Ngang {
			if w.at >= 0 {
				return false
			}
			w.tone, w.at = tone, w.n
		}
		if !w.add(base) {
			return false
		}
	}
	return true
}

// parse finds where the rhyme of a syllable begins; false where it is none.
func (s *Syllables) parse(w *spelled) (start int, ok bool) {
	for k := min(3, w.n-1); k >= 0; k-- {
		initial := w.part(0, k)
		if k > 0 && !s.initials[string(initial)] {
			continue
		}
		rest := w.part(k, w.n)
		r, ok := s.rhymes[string(rest)]
		if !ok || !together(string(initial), string(rest)) {
			continue
		}
		if r.stop && w.tone != fact.Sac && w.tone != fact.Nang {
			continue
		}
		if w.at >= 0 && (w.at < k || r.at&(1<<(w.at-k)) == 0) {
			continue
		}
		return k, true
	}
	return 0, false
}

// together tells whether an initial is spelled so before a rhyme.
func together(initial, rhyme string) bool {
	front := strings.HasPrefix(rhyme, "i") || strings.HasPrefix(rhyme, "e") || strings.HasPrefix(rhyme, "ê")
	y := strings.HasPrefix(rhyme, "y")
	switch {
	case initial == "qu":
		return rhyme == "ôc" || !strings.HasPrefix(rhyme, "u") && !strings.HasPrefix(rhyme, "o") && !strings.HasPrefix(rhyme, "ô") && !strings.HasPrefix(rhyme, "ư") && !strings.HasPrefix(rhyme, "iê")
	case y && rhyme != "y":
		return initial == "" && strings.HasPrefix(rhyme, "yê")
	}
	switch initial {
	case "":
		return !strings.HasPrefix(rhyme, "iê")
	case "c":
		return !front && !y
	case "k", "gh", "ngh":
		return front || y && initial == "k"
	case "ng":
		return !front && !y
	case "g":
		return !front && !y || rhyme == "i" || rhyme == "in" || rhyme == "im" || rhyme == "it" || strings.HasPrefix(rhyme, "iê") && rhyme != "iêu"
	case "gi":
		return !strings.HasPrefix(rhyme, "i") && !y
	}
	return true
}

// toneAt is where the tone of a rhyme may stand, as bits: on its only vowel; on
// the last vowel with a hat, horn or breve; before a final consonant and of
// three on the second; of two open ones on the first, in oa, oe, uy on either.
func toneAt(rhyme string) uint8 {
	letters := []rune(rhyme)
	n, last := 0, -1 // vowels, the last with a mark
	for n < len(letters) && isVowel(letters[n]) {
		if letters[n] >= utf8.RuneSelf {
			last = n
		}
		n++
	}
	switch {
	case last >= 0:
		return 1 << last
	case n == 1:
		return 1
	case n == 3 || n < len(letters):
		return 1 << 1
	case rhyme == "oa" || rhyme == "oe" || rhyme == "uy":
		return 1 | 1<<1
	}
	return 1
}

func (l *loader) syllables(d *Data) {
	var file struct {
		AmDau   []string `key:"am_dau" need:"true"`
		Van     []string `key:"van" need:"true"`
		NgoaiLe []string `key:"ngoai_le"`
		Giong   []string `key:"khong_phai_telex"`
		Hoi     []string `key:"chi_hoi"`
		Nga     []string `key:"chi_nga"`
	}
	root := l.yaml(d, sylFile, &file)
	s := &d.Syllables
	s.initials, s.known, s.foreign = setOf(file.AmDau), setOf(file.NgoaiLe), setOf(file.Giong)
	s.rhymes, s.inNames = make(map[string]rhyme, len(file.Van)), map[string]bool{}
	s.seen = &plainWords{}
	for _, v := range file.Van {
		s.rhymes[v] = rhyme{toneAt(v), strings.HasSuffix(v, "c") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "p") || strings.HasSuffix(v, "t")}
	}
	s.only = make(map[string]fact.Tone, len(file.Hoi)+len(file.Nga))
	l.onlyTone(s, root, "chi_hoi", file.Hoi, fact.Hoi)
	l.onlyTone(s, root, "chi_nga", file.Nga, fact.Nga)
	s.ofUnits(&d.Units)
}

// onlyTone keeps the syllables of a list that are words with one tone only.
func (l *loader) onlyTone(s *Syllables, root *strictyaml.Node, key string, list []string, tone fact.Tone) {
	for i, word := range list {
		var w spelled
		if !w.read(strings.ToLower(word)) || w.tone != tone {
			l.report("DATA-TONE", placeOf(root, key, i), diag.M("%q không mang dấu của danh sách này", "%q has not the tone of this list", word), asOurs)
			continue
		}
		base := string(w.part(0, w.n))
		if _, twice := s.only[base]; twice {
			l.twice(root, key, i, word)
		}
		s.only[base] = tone
	}
}

// OtherTone gives the word for which one in small letters was typed with ngã
// instead of hỏi or hỏi instead of ngã, where the typed one is no word:
// "chuyển" for "chuyễn"; "" for all others.
func (s *Syllables) OtherTone(word string) string {
	var w spelled
	if !w.read(word) || w.tone != fact.Hoi && w.tone != fact.Nga {
		return ""
	}
	right, known := s.only[string(w.part(0, w.n))]
	if !known || right == w.tone || s.known[word] {
		return ""
	}
	var out strings.Builder
	n := 0
	for _, r := range word {
		if n == w.at {
			base, _ := fact.Untone(r)
			r = fact.Toned(base, right)
		}
		out.WriteRune(r)
		n++
	}
	return out.String()
}

func setOf(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[strings.ToLower(w)] = true
	}
	return out
}

// ofUnits makes known what stands in names of units and is no syllable: names
// of other languages of the country, "Đắk", "Pắc Ta".
func (s *Syllables) ofUnits(u *Units) {
	for _, p := range u.provinces {
		for _, c := range p.communes {
			for w := range strings.FieldsSeq(c.bare) {
				if !s.Valid(w) {
					s.known[w] = true
				} else if s.OtherTone(w) != "" {
					s.inNames[w] = true
				}
			}
		}
	}
}
