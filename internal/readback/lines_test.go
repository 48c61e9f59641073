package readback

import (
	"slices"
	"strings"
	"testing"
)

// set makes the words of a text, 14 pt letters of 7 pt each, with the baseline row at y; "_" is a gap of 40 pt, "~"
// one of 22 pt, a blank one of 4 pt.
func set(x, y float64, text string) []Word {
	const letter, high = 7.0, 18.2
	var words []Word
	for _, r := range text + " " {
		gap, isGap := map[rune]float64{' ': 4, '~': 22, '_': 40}[r]
		if isGap {
			x += gap
			continue
		}
		n := len(words)
		if n > 0 && x == words[n-1].X1 {
			words[n-1].Text += string(r)
			words[n-1].X1 += letter
		} else {
			words = append(words, Word{Page: 1, X0: x, Y0: y, X1: x + letter, Y1: y + high, Text: string(r)})
		}
		x += letter
	}
	return words
}

func TestLines(t *testing.T) {
	rule := Stroke{Page: 1, X0: 120, Y0: 0, X1: 120, Y1: 200}
	cases := []struct {
		name  string
		words []Word
		rules []Stroke
		want  string
	}{
		{
			"cells of several lines follow each other",
			slices.Concat(set(90, 10, "SO NOI VU"), set(90, 30, "PHONG"), set(300, 10, "CONG HOA"), set(300, 31, "Doc lap")),
			nil, "SO NOI VU|PHONG|CONG HOA|Doc lap",
		},
		{
			"cells of one line each share a row; the room for a number is no gutter",
			slices.Concat(
				set(80, 10, "UBND XA TAM DONG"), set(300, 10, "CONG HOA XA HOI"),
				set(110, 45, "So:~/KH"), set(300, 45, "Ha Noi, ngay~thang 1")),
			nil, "UBND XA TAM DONG|CONG HOA XA HOI|So: /KH|Ha Noi, ngay thang 1",
		},
		{
			"a badly justified line stays whole",
			slices.Concat(set(85, 10, "aaaaaaa bbbbb cc ddddddd eeee ffff"), set(85, 30, "aaaa_bbbbbbb_cccccc"), set(85, 50, "dd eeeeeee fff")),
			nil, "aaaaaaa bbbbb cc ddddddd eeee ffff|aaaa bbbbbbb cccccc|dd eeeeeee fff",
		},
		{
			"so does one of two words in running text",
			slices.Concat(set(85, 10, "aaaaaaa bbbbb cc ddddddd eeee ffff"), set(85, 30, "aaaa_bbbbbbbbbbbbbbbb"), set(85, 50, "dd eeeeeeeee fff")),
			nil, "aaaaaaa bbbbb cc ddddddd eeee ffff|aaaa bbbbbbbbbbbbbbbb|dd eeeeeeeee fff",
		},
		{
			"a rule parts cells however close they are",
			slices.Concat(set(90, 10, "abc"), set(123, 10, "def")),
			[]Stroke{rule},
			"abc|def",
		},
		{
			"without it close cells are one line",
			slices.Concat(set(90, 10, "abc"), set(123, 10, "def")),
			nil, "abc def",
		},
		{
			"a raised figure stays on its line",
			[]Word{{1, 90, 10, 100, 28, "m"}, {1, 100, 8, 104, 18, "2"}},
			nil, "m 2",
		},
		{
			"another page is another line",
			[]Word{{1, 90, 10, 100, 28, "a"}, {2, 110, 10, 120, 28, "b"}},
			nil, "a|b",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, line := range Lines(c.words, c.rules...) {
				got = append(got, line.Text)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
	if got := Lines(nil); got != nil {
		t.Errorf("nothing gives %v", got)
	}
}
