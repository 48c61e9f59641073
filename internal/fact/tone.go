package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tone is one of the six tones of a syllable.
type Tone uint8

// The tones, in the order of the dictionaries.
const (
	Ngang Tone = iota
	Huyen
	Sac
	Hoi
	Nga
	Nang
)

// vowels are the twelve vowels, each with its tones in the order of Tone.
const vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"

// letters holds what Untone gives, for the two ranges of Unicode in which
// letters with tones stand. It never changes.
var letters = letterTable()

type toned struct {
	base rune
	tone Tone
}

const (
	lowRange  = 0x200                      // a … ư, with upper case
	highFrom  = 0x1EA0                     // ạ … ỹ
	highRange = lowRange + 0x1F00 - 0x1EA0 // behind the low ones
)

func slot(r rune) int {
	switch {
	case r >= 0 && r < lowRange:
		return int(r)
	case r >= highFrom && r < 0x1F00:
		return lowRange + int(r-highFrom)
	}
	return -1
}

func letterTable() (out [highRange]toned) {
	all := []rune(vowels)
	for i, r := range all {
		base, tone := all[i-i%6], Tone(i%6)
		out[slot(r)] = toned{base, tone}
		out[slot(unicode.ToUpper(r))] = toned{unicode.ToUpper(base), tone}
	}
	return out
}

// Untone takes the tone off a letter: ế is ê with Sac. Case is kept; what is no
// vowel comes back as it is.
func Untone(r rune) (rune, Tone) {
	if i := slot(r); i >= 0 && letters[i].base != 0 {
		return letters[i].base, letters[i].tone
	}
	return r, Ngang
}

// Toned puts a tone on a vowel that has none; other letters come back.
func Toned(r rune, t Tone) rune {
	all, n, found := vowels, Tone(0), false
	upper := unicode.IsUpper(r)
	for _, v := range all {
		if !found && v != unicode.ToLower(r) {
			continue
		}
		found = true
		if n == t {
			if upper {
				return unicode.ToUpper(v)
			}
			return v
		}
		n++
	}
	return r
}

// PlainTone moves tones from where the old spelling has them to where the new
// one does: hoà is hòa, khoẻ is khỏe, uỷ is ủy. No rule prefers either (NĐ
// 30/2020 mixes them), so names and terms are compared by it. All else stays,
// letter by letter; what has nothing to move is given back as it is.
func PlainTone(s string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		lo, r1, r2, end := oldPair(s, i)
		if lo < 0 {
			break
		}
		v, tone := Untone(r2)
		b.WriteString(s[done:lo])
		b.WriteRune(Toned(r1, tone))
		b.WriteRune(v)
		done, i = end, end
	}
	if done == 0 {
		return s
	}
	return b.String() + s[done:]
}

// oldPair finds the next oà, oè, uỳ at the end of a word.
func oldPair(s string, from int) (lo int, r1, r2 rune, end int) {
	var before rune // the letter before r1
	r1 = ' '
	at := from
	for i := from; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= utf8.RuneSelf && pairs(before, r1, r) && !letterAt(s, i+size) {
			return at, r1, r, i + size
		}
		before, r1, at = r1, r, i
		i += size
	}
	return -1, 0, 0, 0
}

// pairs tells whether two letters are an open oa, oe or uy with the tone on
// the second.
func pairs(before, first, second rune) bool {
	v, tone := Untone(second)
	if tone == Ngang {
		return false
	}
	switch first {
	case 'o', 'O':
		return v == 'a' || v == 'A' || v == 'e' || v == 'E'
	case 'u', 'U':
		return (v == 'y' || v == 'Y') && before != 'q' && before != 'Q'
	}
	return false
}
