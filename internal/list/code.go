package list

import "strings"

// bare is the first section of a format without quoted words, signs that are
// escaped, fillers and what stands in brackets; elapsed hours stay as "[h".
func bare(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return b.String()
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return b.String()
			}
			inside := strings.ToLower(code[i+1 : i+end])
			if inside != "" && strings.Trim(inside, "hms") == "" {
				b.WriteString("[h")
			}
			i += end
		case ';':
			return b.String()
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// shownBy tells what a format makes of a number (ECMA-376 part 1, 18.8.31).
func shownBy(code string) shown {
	lower := strings.ToLower(bare(code))
	switch {
	case code == "" || strings.Contains(lower, "general"):
		return shown{general: true, wordsOnText: wordsOnText(code)}
	case lower == "@":
		return shown{text: true, wordsOnText: wordsOnText(code)}
	case strings.ContainsAny(lower, "0#?"):
		if !strings.Contains(lower, "s.0") && !strings.Contains(lower, "[h") { // seconds have decimals
			return shown{wordsOnText: wordsOnText(code)}
		}
	}
	var s shown
	lower = strings.NewReplacer("am/pm", "", "a/p", "").Replace(lower)
	for i := 0; i < len(lower); {
		n := 1
		for i+n < len(lower) && lower[i+n] == lower[i] {
			n++
		}
		switch lower[i] {
		case 'y', 'e':
			s.y = true
		case 'd':
			s.d = s.d || n <= 2 // ddd is a day of the week
		case 'h', 's':
			s.time = true
		case 'm':
			if minutes(lower[:i], lower[i+n:]) {
				s.time = true
			} else {
				s.m = true
			}
		}
		i += n
	}
	s.wordsOnText = wordsOnText(code)
	return s
}

// minutes tells whether an m stands for minutes: behind hours, before seconds.
func minutes(before, behind string) bool {
	before = strings.TrimRight(before, ": .")
	behind = strings.TrimLeft(behind, ": .")
	return strings.HasSuffix(before, "h") || strings.HasPrefix(behind, "s")
}

// wordsOnText tells whether a format adds something to texts.
func wordsOnText(code string) bool {
	return strings.Contains(code, "@") && strings.ContainsAny(code, "\"\\") && code != "@"
}
