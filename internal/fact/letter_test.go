package fact

import (
	"testing"
	"unicode"
)

// TestIsLetter: the quick way tells what the tables of Unicode tell.
func TestIsLetter(t *testing.T) {
	for r := rune(0); r <= 0x2100; r++ {
		if isLetter(r) != unicode.IsLetter(r) {
			t.Errorf("%U: isLetter is %v", r, isLetter(r))
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		s    string
		want []string // as it stands, in small letters where these differ
		gap  string   // for each: a blank before it
	}{
		{"", nil, ""},
		{"  ", nil, ""},
		{"Đại hội XIV.", []string{"Đại đại", "hội", "XIV xiv", "."}, "-xx-"},
		{"số 82/KH-LĐLĐ", []string{"số", "82", "/", "KH kh", "-", "LĐLĐ lđlđ"}, "-x----"},
		{"M'Drắk và M’Nông", []string{"M'Drắk m'drắk", "và", "M’Nông m’nông"}, "-xx"},
		{"“Năm 2027”...", []string{"“", "Năm năm", "2027", "”", ".", ".", "."}, "--x----"},
		{"TW4 (khóa XII)", []string{"TW4 tw4", "(", "khóa", "XII xii", ")"}, "-x-x-"},
		{"12a × 3÷4", []string{"12", "a", "×", "3", "÷", "4"}, "--xx--"},
		{"A\u00a0b\tc", []string{"A a", "b", "c"}, "-xx"},
		{"a\u0301o đẹp", []string{"a\u0301o", "đẹp"}, "-x"},
	} {
		got := tokens(c.s)
		if len(got) != len(c.want) {
			t.Errorf("%q has %d tokens, want %d", c.s, len(got), len(c.want))
			continue
		}
		for i, tok := range got {
			want := tok.S
			if tok.Low != tok.S {
				want += " " + tok.Low
			}
			if want != c.want[i] || tok.Gap != (c.gap[i] == 'x') || c.s[tok.Lo:tok.Hi] != tok.S {
				t.Errorf("%q: token %d is %q, gap %v", c.s, i, want, tok.Gap)
			}
		}
	}
}
