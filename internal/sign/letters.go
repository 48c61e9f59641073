package sign

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"kehoach.example/internal/cos"
)

// letters is a font of one byte for each letter, as far as it takes to write
// with it: codes by letter, advances by code in thousandths of the size.
type letters struct {
	ref     cos.Ref
	codes   map[rune]byte
	advance [256]float64
	descent float64 // negative, in thousandths of the size
	angle   float64
	name    string
}

// maxMap bounds the map of a font.
const maxMap = 1 << 20

// letters reads a font; false where it is none that this package can write with
// (ISO 32000-1, 9.6): a font of one byte with widths and a descriptor.
func (f file) letters(v cos.Value) (*letters, bool) {
	ref, ok := v.(cos.Ref)
	dict := f.dict(ref)
	if !ok || f.name(dict["Type"]) != "Font" || f.name(dict["Subtype"]) == "Type0" || f.name(dict["Subtype"]) == "Type3" {
		return nil, false
	}
	widths, about := f.array(dict["Widths"]), f.dict(dict["FontDescriptor"])
	if len(widths) == 0 || len(widths) > 256 || about == nil {
		return nil, false
	}
	l := &letters{ref: ref, name: f.name(dict["BaseFont"])}
	first := f.whole(dict["FirstChar"])
	for i, w := range widths {
		if code := first + i; code >= 0 && code < 256 {
			l.advance[code], _ = f.number(w)
		}
	}
	l.descent, _ = f.number(about["Descent"])
	l.angle, _ = f.number(about["ItalicAngle"])
	l.codes = f.codes(dict["ToUnicode"])
	if l.codes == nil {
		l.codes = map[rune]byte{}
		for r := ' '; r < 0x7f; r++ {
			l.codes[r] = byte(r)
		}
	}
	return l, true
}

// write gives the codes of a text and how wide it is at size 1; false where a
// letter is missing.
func (l *letters) write(text string) (codes cos.String, width float64, ok bool) {
	for _, r := range text {
		code, ok := l.codes[r]
		if !ok || l.advance[code] <= 0 {
			return nil, 0, false
		}
		codes = append(codes, code)
		width += l.advance[code] / 1000
	}
	return codes, width, true
}

// codes turns the map from codes to letters round (ISO 32000-1, 9.10.3); nil
// where there is none. Of several codes for a letter the lowest counts.
func (f file) codes(v cos.Value) map[rune]byte {
	s, ok := f.Get(v).(*cos.Stream)
	if !ok {
		return nil
	}
	data, err := f.Decode(s, maxMap)
	if err != nil {
		return nil
	}
	out := map[rune]byte{}
	put := func(code int, text string) {
		r := []rune(text)
		if len(r) != 1 || code < 0 || code > 255 {
			return
		}
		if old, ok := out[r[0]]; !ok || byte(code) < old {
			out[r[0]] = byte(code)
		}
	}
	words := mapWords(string(data))
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case "beginbfchar":
			for i++; i+1 < len(words) && isHex(words[i]) && isHex(words[i+1]); i += 2 {
				put(hexCode(words[i]), hexText(words[i+1]))
			}
			i--
		case "beginbfrange":
			i = ranges(words, i+1, put) - 1
		}
	}
	return out
}

// ranges reads the lines of a bfrange from word i and gives the index behind.
func ranges(words []string, i int, put func(int, string)) int {
	for i+2 < len(words) && isHex(words[i]) && isHex(words[i+1]) {
		from, to := hexCode(words[i]), min(hexCode(words[i+1]), 255)
		if words[i+2] == "[" {
			for i += 3; i < len(words) && isHex(words[i]); i++ {
				put(from, hexText(words[i]))
				from++
			}
			i++ // the closing bracket
			continue
		}
		text := []rune(hexText(words[i+2]))
		for code := from; code <= to && len(text) == 1; code++ {
			put(code, string(text[0]+rune(code-from)))
		}
		i += 3
	}
	return i
}

// mapWords takes a CMap apart: hexadecimal strings with their "<", brackets and words.
func mapWords(text string) []string {
	var out []string
	for len(text) > 0 {
		text = strings.TrimLeft(text, "\x00\t\n\f\r ")
		n := strings.IndexAny(text, "\x00\t\n\f\r <>[]%")
		switch {
		case text == "":
			return out
		case n < 0:
			n = len(text)
			out = append(out, text)
		case n > 0:
			out = append(out, text[:n])
		case text[0] == '%':
			if n = strings.IndexAny(text, "\r\n"); n < 0 {
				n = len(text)
			}
		case text[0] == '<' && !strings.HasPrefix(text, "<<"):
			if n = strings.IndexByte(text, '>'); n < 0 {
				return out
			}
			out = append(out, "<"+strings.Join(strings.Fields(text[1:n]), ""))
			n++
		default:
			n = 1
			out = append(out, text[:1])
		}
		text = text[n:]
	}
	return out
}

func isHex(word string) bool { return strings.HasPrefix(word, "<") && len(word) > 1 }

// hexCode gives a code of one byte; -1: it is none.
func hexCode(word string) int {
	n, err := strconv.ParseUint(word[1:], 16, 32)
	if err != nil || len(word) != 3 {
		return -1
	}
	return int(n)
}

// hexText gives the text of UTF-16 in hexadecimal digits; "" where it is none.
func hexText(word string) string {
	digits := word[1:]
	if len(digits)%4 != 0 || len(digits) > 64 {
		return ""
	}
	var units []uint16
	for ; digits != ""; digits = digits[4:] {
		n, err := strconv.ParseUint(digits[:4], 16, 16)
		if err != nil {
			return ""
		}
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}
