package filename

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"Phường Hồng Gai":                 "Phường Hồng Gai",
		"Phu\u031bo\u031b\u0300ng":        "Phường",
		"12/KH-UBND":                      "12-KH-UBND",
		"  Xã   Tân\t\nLập \u00a0 ":       "Xã Tân Lập",
		"../../x":                         "x",
		`..\..\x`:                         "x",
		"/etc/passwd":                     "etc-passwd",
		`C:\Users\x`:                      "C--Users-x",
		"":                                "khong-ten",
		" ":                               "khong-ten",
		"...":                             "khong-ten",
		".":                               "khong-ten",
		"\u200b\ufeff":                    "khong-ten",
		"a.":                              "a",
		"a. . .":                          "a",
		".htaccess":                       "htaccess",
		"-rf":                             "rf",
		"CON":                             "CON_",
		"con.2027":                        "con_.2027",
		"Aux .docx":                       "Aux_ .docx",
		"lpt¹":                            "lpt¹_",
		"COM1.a.b":                        "COM1_.a.b",
		"C\u200bON":                       "CON_",
		"..CON":                           "CON_",
		"CON...":                          "CON_",
		"CONG":                            "CONG",
		"a\u202excod.b":                   "axcod.b",
		"a\x00b\x1fc\x7fd\u0085e":         "a-b-c-d e",
		"a\xffb\xed\xa0\x80c":             "a-b-c",
		"e\u200b\u0301":                   "é",
		"Trường 🏫 số 1":                   "Trường 🏫 số 1",
		"👩\u200d👩\u200d👧":                 "👩👩👧",
		"=cmd|' /C calc'!A0":              "=cmd-' -C calc'!A0",
		"{noi_dung}":                      "{noi_dung}",
		"\u2028x\u2029":                   "x",
		"a\ue000":                         "a-",
		strings.Repeat("a", 300):          strings.Repeat("a", 120),
		strings.Repeat("ế", 300):          strings.Repeat("ế", 66),
		strings.Repeat("x\u0301", 300):    strings.Repeat("x\u0301", 60),
		strings.Repeat("a ", 200):         strings.TrimSpace(strings.Repeat("a ", 60)),
		"CON." + strings.Repeat("b", 200): "CON_." + strings.Repeat("b", 115),
	} {
		if got := Safe(in); got != want {
			t.Errorf("Safe(%q) = %q, want %q", in, got, want)
		}
	}
}

// safe holds a name to all that Safe promises.
func safe(t *testing.T, in string) {
	t.Helper()
	name := Safe(in)
	if err := Check(name); err != nil {
		t.Errorf("Safe(%q) = %q: %v", in, name, err)
	}
	if again := Safe(name); again != name {
		t.Errorf("Safe(%q) = %q, and again %q", in, name, again)
	}
	if n := utf8.RuneCountInString(name); n > 120 || len(name) > 200 {
		t.Errorf("Safe(%q): %d runes, %d bytes", in, n, len(name))
	}
	if !norm.NFC.IsNormalString(name) || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-") {
		t.Errorf("Safe(%q) = %q", in, name)
	}
	for _, r := range name {
		if unicode.In(r, unicode.C) || r != ' ' && unicode.IsSpace(r) {
			t.Errorf("Safe(%q) = %q holds %U", in, name, r)
		}
	}
}

func FuzzSafe(f *testing.F) {
	for _, in := range []string{
		"Phường 1", "CON", "a\xff", "\u0301\u0301", strings.Repeat("\u0301", 400), strings.Repeat("ự", 199) + ".CON",
		"\u1100\u1161\u11a8", "ſ", ">\u0338", "\u212a", strings.Repeat("🏫", 60), "COM1 .", "- - .x", "\u034f", "\u3164", "\U000e0041", "K\u0345",
		"CON" + strings.Repeat(".", 300) + "x", "\u0340", "NUL\u200b .a",
	} {
		f.Add(in)
	}
	f.Fuzz(safe)
}

// TestSafeOfEveryCharacter: each character of Unicode, alone and after letters.
func TestSafeOfEveryCharacter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if r > 0x20000 && r>>12 != 0xe0 {
			continue // ideographs, and what nobody has assigned
		}
		for _, in := range []string{string(r), "a" + string(r), string(r) + ".", "CON" + string(r), string(r) + "nul"} {
			if safe(t, in); t.Failed() {
				return
			}
		}
	}
}
