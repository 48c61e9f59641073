package check

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/fact"
)

// Telex gives the word that was meant where letters of the Telex or VNI method
// were left in it ("quoosc", "d9oa2n"). The word is in small letters; it is
// found only if it can be neither English nor a code: what is typed with ASCII
// letters alone is told by combinations that English does not have.
func (s *Syllables) Telex(word string) (string, bool) {
	if len(s.rhymes) == 0 || len(word) < 3 || len(word) > maxLetters || s.foreign[word] {
		return "", false
	}
	digits := 0
	for i := range len(word) {
		switch c := word[i]; {
		case c >= '1' && c <= '9':
			digits++
		case c < 'a' || c > 'z':
			return "", false
		}
	}
	if digits > 0 {
		if !vniLike(word, digits) {
			return "", false
		}
		return s.decode(word, vniKey)
	}
	if !telexLike(word) {
		return "", false
	}
	if out, ok := s.decode(word, telexKey); ok {
		return out, true
	}
	if !strings.HasPrefix(word, "dd") {
		return "", false
	}
	for i := 2; i < len(word); i++ { // one vowel typed twice: ddoaofn
		if !vowelLetter(word[i]) || strings.IndexByte(word[:i], word[i]) < 0 {
			continue
		}
		if out, ok := s.decode(word[:i]+word[i+1:], telexKey); ok {
			return out, true
		}
	}
	return "", false
}

// telexLike tells whether a word has what English has not.
func telexLike(word string) bool {
	if strings.HasPrefix(word, "dd") {
		return true
	}
	for _, odd := range [...]string{"iee", "yee", "uoo", "uaa", "uow", "uw"} {
		if strings.Contains(word, odd) {
			return true
		}
	}
	return toneInside(word) || toneBehind(word)
}

// toneInside tells whether a tone stands between a vowel that is typed with two
// letters, or any vowel for j, and a final consonant: "tooij" is not, "coojng",
// "hojc" are.
func toneInside(word string) bool {
	for i := 1; i+1 < len(word); i++ {
		if !strings.ContainsRune("sfrxj", rune(word[i])) || !finals(word[i+1:]) || !vowelLetter(word[i-1]) {
			continue
		}
		if word[i] == 'j' || i >= 2 && doubled(word[i-2:i]) {
			return true
		}
	}
	return false
}

// toneBehind tells whether a tone stands behind a final consonant where no
// English word has such letters: "coongf", "hocj".
func toneBehind(word string) bool {
	if len(word) < 4 {
		return false
	}
	tone, before := word[len(word)-1], word[len(word)-2]
	switch tone {
	case 'j':
		return strings.IndexByte("cghmnptaiouy", before) >= 0
	case 'f', 'x', 'r':
		return strings.HasSuffix(word[:len(word)-1], "ng") || strings.HasSuffix(word[:len(word)-1], "nh")
	case 's':
		return strings.HasSuffix(word[:len(word)-1], "nh")
	}
	return false
}

// doubled tells whether two letters make one vowel of Telex.
func doubled(two string) bool {
	switch two {
	case "aa", "ee", "oo", "aw", "ow", "uw":
		return true
	}
	return false
}

func vowelLetter(c byte) bool { return strings.IndexByte("aeiouyw", c) >= 0 }

// finals tells whether a word may end so.
func finals(s string) bool {
	switch s {
	case "c", "ch", "m", "n", "ng", "nh", "p", "t":
		return true
	}
	return false
}

// vniLike tells whether digits in a word are keys of VNI and not a code: d9 at
// its head, or a hat, horn or breve behind a vowel with letters behind.
func vniLike(word string, digits int) bool {
	if strings.HasPrefix(word, "d9") {
		return len(word)-digits >= 2
	}
	if len(word)-digits < 3 {
		return false
	}
	for i := 1; i+1 < len(word); i++ {
		if word[i] >= '6' && word[i] <= '8' && vowelLetter(word[i-1]) && (finals(word[i+1:]) || digits > 1) {
			return true
		}
	}
	return false
}

// decode types a word key by key and gives it with its marks, if it is a
// syllable that has any.
func (s *Syllables) decode(word string, key func(w *typed, c byte) bool) (string, bool) {
	var t typed
	for i := range len(word) {
		if !key(&t, word[i]) {
			return "", false
		}
	}
	var w spelled
	w.at = -1
	w.tone = t.tone
	marks := t.tone != fact.Ngang
	for _, r := range t.letters[:t.n] {
		marks = marks || r >= utf8.RuneSelf
		if !w.add(r) {
			return "", false
		}
	}
	k, ok := s.parse(&w)
	if !ok || !marks {
		return "", false
	}
	at := s.rhymes[string(w.part(k, w.n))].at
	for i := k; t.tone != fact.Ngang; i++ {
		if at&(1<<(i-k)) != 0 {
			t.letters[i] = fact.Toned(t.letters[i], t.tone)
			break
		}
	}
	return string(t.letters[:t.n]), true
}

// typed is a word on its way through the keys.
type typed struct {
	letters [maxLetters]rune
	n       int
	tone    fact.Tone
}

func (t *typed) push(r rune) bool {
	if t.n == maxLetters {
		return false
	}
	t.letters[t.n] = r
	t.n++
	return true
}

func (t *typed) hasVowel() bool {
	for _, r := range t.letters[:t.n] {
		if isVowel(r) {
			return true
		}
	}
	return false
}

func (t *typed) setTone(tone fact.Tone) bool {
	if t.tone != fact.Ngang || !t.hasVowel() {
		return false
	}
	t.tone = tone
	return true
}

// change turns the last of some letters into others; false where there is none.
func (t *typed) change(from, to string) bool {
	olds, news := []rune(from), []rune(to)
	for i := t.n - 1; i >= 0; i-- {
		for k, r := range olds {
			if t.letters[i] == r {
				t.letters[i] = news[k]
				return true
			}
		}
	}
	return false
}

// horn turns uo into ươ, else the last o or u.
func (t *typed) horn() bool {
	for i := 0; i+1 < t.n; i++ {
		if t.letters[i] == 'u' && t.letters[i+1] == 'o' && (i == 0 || t.letters[i-1] != 'q') {
			t.letters[i], t.letters[i+1] = 'ư', 'ơ'
			return true
		}
	}
	for i := 0; i+1 < t.n; i++ {
		if t.letters[i] == 'ư' && t.letters[i+1] == 'o' {
			t.letters[i+1] = 'ơ'
			return true
		}
	}
	return t.change("ou", "ơư")
}

func telexKey(t *typed, c byte) bool {
	last := rune(0)
	if t.n > 0 {
		last = t.letters[t.n-1]
	}
	if t.hasVowel() {
		if i := strings.IndexByte("fsrxj", c); i >= 0 {
			return t.setTone(fact.Huyen + fact.Tone(i))
		}
	}
	switch {
	case c == 'd' && last == 'd' && t.n == 1:
		t.letters[0] = 'đ'
		return true
	case (c == 'a' || c == 'e' || c == 'o') && last == rune(c):
		return t.change("aeo", "âêô")
	case c == 'w' && last == 'a':
		return t.change("a", "ă")
	case c == 'w':
		return t.horn()
	case c == 'f' || c == 'j' || c == 'z':
		return false
	}
	return t.push(rune(c))
}

func vniKey(t *typed, c byte) bool {
	switch c {
	case '1', '2', '3', '4', '5':
		tones := [...]fact.Tone{fact.Sac, fact.Huyen, fact.Hoi, fact.Nga, fact.Nang}
		return t.setTone(tones[c-'1'])
	case '6':
		return t.change("aeo", "âêô")
	case '7':
		return t.horn()
	case '8':
		return t.change("a", "ă")
	case '9':
		if t.n != 1 || t.letters[0] != 'd' {
			return false
		}
		t.letters[0] = 'đ'
		return true
	}
	return t.push(rune(c))
}
