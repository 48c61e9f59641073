package ooxml

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// encoding is how a font of the time before Unicode writes Vietnamese.
type encoding int

const (
	modern encoding = iota
	tcvn3           // .VnTime and its family
	tcvn3H          // the same with capitals for small letters: .VnTimeH
	vni             // VNI-Times and its family
)

// encodingOf tells the encoding of a font by its name.
func encodingOf(font string) encoding {
	f := strings.ToLower(font)
	switch {
	case strings.HasPrefix(f, ".vn") && strings.HasSuffix(font, "H"):
		return tcvn3H
	case strings.HasPrefix(f, ".vn"):
		return tcvn3
	case strings.HasPrefix(f, "vni-"), strings.HasPrefix(f, "vni "):
		return vni
	}
	return modern
}

// encoding of a run is that of the font of its letters that are not ASCII.
func (l look) encoding() encoding { return encodingOf(l.wide.or(l.plain).v) }

// convert brings a text of one look to Unicode.
func (l look) convert(s string) string {
	switch e := l.encoding(); {
	case e == modern || !legacyText(s, e):
		return s
	case e == vni:
		return fromVNI(s)
	case e == tcvn3H:
		return strings.ToUpper(fromTCVN3(s))
	default:
		return fromTCVN3(s)
	}
}

// legacyText tells whether a text can be in the encoding: letters that only
// Unicode has show that the name of the font is left over.
func legacyText(s string, e encoding) bool {
	for _, r := range s {
		switch {
		case r >= 0x100 && r < 0x250, r >= 0x300 && r < 0x370, r >= 0x1e00 && r < 0x1f00:
			return false
		case e != vni && (r >= 0xc0 && r <= 0xc5 || r == 0xe0): // no letters there
			return false
		}
	}
	return true
}

// fromTCVN3 puts the letter of TCVN 5712:1993 (VN3) for each code.
func fromTCVN3(s string) string {
	var b strings.Builder
	for _, r := range s {
		if isPrivate(r) {
			r -= private
		}
		if u, ok := tcvn3Letters[r]; ok {
			r = u
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// fromVNI joins each letter with the sign behind it.
func fromVNI(s string) string {
	var b strings.Builder
	base := false // the rune before takes signs
	for _, r := range s {
		if isPrivate(r) {
			r -= private
		}
		if marks, ok := vniMarks[r]; ok && base {
			b.WriteString(marks)
			base = false
			continue
		}
		base = strings.ContainsRune(vniBases, r)
		if u, ok := vniLetters[r]; ok {
			r = u
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// vniBases are the letters that a sign of VNI may follow.
const vniBases = "aeouyAEOUYôöÔÖ"

// tcvn3Letters are the letters of TCVN 5712:1993, code VN3, by their byte; the
// accents for themselves among them. Source: the standard's table.
var tcvn3Letters = table(
	"¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ",
	"\u00b0\u00b1\u00b2\u00b3\u00b4", "\u0300\u0309\u0303\u0301\u0323",
	"µ¶·¸¹", "àảãáạ", "»¼½¾Æ", "ằẳẵắặ", "ÇÈÉÊË", "ầẩẫấậ",
	"ÌÎÏÐÑ", "èẻẽéẹ", "ÒÓÔÕÖ", "ềểễếệ", "×ØÜÝÞ", "ìỉĩíị",
	"ßáâãä", "òỏõóọ", "åæçèé", "ồổỗốộ", "êëìíî", "ờởỡớợ",
	"ïñòóô", "ùủũúụ", "õö÷øù", "ừửữứự", "úûüýþ", "ỳỷỹýỵ",
)

// vniLetters are the letters that VNI for Windows writes with one byte. Source:
// the table that VNI Software gives out with its fonts.
var vniLetters = table("ôÔöÖñÑ", "ơƠưƯđĐ", "íìæóòÍÌÆÓÒ", "íìỉĩịÍÌỈĨỊ", "îÎ", "ỵỴ")

// vniMarks are its signs behind a letter, as accents of Unicode.
var vniMarks = marks()

func table(pairs ...string) map[rune]rune {
	out := map[rune]rune{}
	for i := 0; i < len(pairs); i += 2 {
		to := []rune(norm.NFC.String(pairs[i+1]))
		for k, r := range []rune(pairs[i]) {
			out[r] = to[k]
		}
	}
	return out
}

func marks() map[rune]string {
	const circumflex, breve = "\u0302", "\u0306"
	tones := []string{"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"}
	out := map[rune]string{'â': circumflex, 'Â': circumflex, 'ê': breve, 'Ê': breve}
	for _, row := range []struct{ signs, over string }{{"ùøûõïÙØÛÕÏ", ""}, {"áàåãäÁÀÅÃÄ", circumflex}, {"éèúüëÉÈÚÜË", breve}} {
		for i, r := range []rune(row.signs) {
			out[r] = row.over + tones[i%len(tones)]
		}
	}
	return out
}
