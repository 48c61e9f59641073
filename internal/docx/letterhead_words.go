package docx

import "strings"

// spoken takes up the own words of a paragraph.
func (s *story) spoken(letters []letter) {
	var b strings.Builder
	for _, l := range letters {
		switch {
		case l.key != 0:
			key, words := s.known[l.key-1], lastOf(b.String())
			if old, again := s.before[key]; again && lastWord(old) != lastWord(words) {
				words = "" // one value goes to all places
			}
			s.before[key] = words
		case !l.gone && string(l.r) != barrier:
			b.WriteRune(l.r)
		}
	}
	s.words.WriteString(b.String() + "\n")
}

// lastOf is the end of a text: enough to tell the word before a key.
func lastOf(s string) string {
	const most = 80 // bytes
	if len(s) > most {
		s = strings.ToValidUTF8(s[len(s)-most:], "")
	}
	return strings.Clone(s)
}

// lastWord is the word that a text ends in, without the signs behind it.
func lastWord(s string) string {
	words := strings.Fields(strings.TrimRight(s, "-–: "))
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[len(words)-1])
}
