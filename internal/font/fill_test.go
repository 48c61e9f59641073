package font_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/font"
	"kehoach.example/internal/unit"
)

// lineTexts gives the fragments of each line as one text.
func lineTexts(lines []font.Line) []string {
	var out []string
	for _, l := range lines {
		s := ""
		for _, f := range l.Frags {
			s += f.Text
		}
		out = append(out, s)
	}
	return out
}

func fill(f *font.Family, text string, measure unit.Length) []font.Line {
	return f.Fill([]font.Piece{{Text: text, Style: style(14, "")}}, measure, measure)
}

// TestBreaks: a bar stands at every place where a line may end. Filled into
// the width of every beginning of the text, the first line ends at the last
// bar that has room: never behind it and never between bars.
func TestBreaks(t *testing.T) {
	f := load(t)
	for _, spec := range []string{
		"thi |đua |yêu |nước",
		"ngày |10/10/1954-|10/10/2026 |này",
		"năm |2026 |- |2030 |và |2026-|2030 |và |2026–|2030",
		"ô |a—|b |c…|d |đ...e",
		"ông |KT-|XH, |TP.HCM-|Cần |Thơ",
		"a |x-, |y-. |z-; |t-: |u-! |v-? |s-) |r-] |q-} |p-” |o-’ |n-» |m-\" |l-' |k-…|j",
		"a |b…” |c…, |d…. |đ…)",
		"a |b-- |c–- |d-|(e |f-“g” |h-‘i’",
		"a |www.bandoc.example:80/muon?|ma=12 |b",
		"a |sao?|b |thôi!|c |hả?! |d",
		"a |x/y |và/hoặc |1.000.000 |A&B |8:30 |ai@do.example |x_y |a=b |c+d |50%",
		"a |năm\u00a02027 |xã\u00a0Bến\u00a0Đò |b",
		"a |(kể |cả |ngoài |giờ) |“Máy |sạch, |xưởng |sáng”",
		"a  |b   |c",
	} {
		plain := strings.ReplaceAll(spec, "|", "")
		st := style(14, "")
		var ends []int // places of the bars in the plain text
		for i, before := 0, 0; i < len(spec); i++ {
			if spec[i] == '|' {
				ends = append(ends, i-before)
				before++
			}
		}
		for at := range plain {
			measure := f.Width(plain[:at], st)
			want := ""
			for _, e := range ends {
				if f.Width(strings.TrimRight(plain[:e], " "), st) <= measure {
					want = plain[:e]
				}
			}
			if want == "" || f.Width(plain, st) <= measure {
				continue
			}
			if got := lineTexts(fill(f, plain, measure))[0]; got != want {
				t.Errorf("in the width of %q the first line is %q, want %q", plain[:at], got, want)
			}
		}
	}
}

// TestFillLines: hard breaks, hanging blanks, cut words and empty lines, in a
// measure of so many letters "o" (7 pt at 14 pt).
func TestFillLines(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		name, text string
		letters    int
		want       string
	}{
		{"nothing", "", 5, ""},
		{"it fits", "ooo oo", 6, "ooo oo"},
		{"newline", "oo\nooo", 9, "oo⏎|ooo"},
		{"newline at the end", "oo\n", 9, "oo⏎"},
		{"empty line", "oo\n\noo", 9, "oo⏎|⏎|oo"},
		{"newline after a blank", "oo \noo", 9, "oo ⏎|oo"},
		{"exact", "ooooo ooooo", 5, "ooooo |ooooo"},
		{"overlong word", "oooooooo", 3, "ooo|ooo|oo"},
		{"overlong word behind a word", "o oooooooo", 3, "o |ooo|ooo|oo"},
		{"rest of an overlong word goes on", "oooo oo", 3, "ooo|o |oo"},
		{"less than a letter", "ooo", 0, "o|o|o"},
		{"blanks hang", "ooo     oo", 3, "ooo     |oo"},
		{"blanks at the end hang", "ooo     ", 3, "ooo     "},
		{"only blanks", "     ", 2, "     "},
	} {
		lines := fill(f, c.text, unit.PT*7*unit.Length(c.letters))
		got := lineTexts(lines)
		for i, l := range lines {
			if l.Hard {
				got[i] += "⏎"
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestSlash: a word with slashes is kept together where it can be; one that
// fills a line breaks behind a slash, before a letter, if it opens its
// paragraph, and is cut else.
func TestSlash(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		text    string
		letters int
		want    string
	}{
		{"oo ooo/oo", 7, "oo |ooo/oo"},
		{"oo ooo/oo/oo oo", 5, "oo |ooo/o|o/oo |oo"},
		{"ooo/oo/oo oo", 5, "ooo/|oo/oo |oo"},
		{"ooo/oo", 5, "ooo/|oo"},
		{"ooo/11", 5, "ooo/1|1"},
	} {
		if got := strings.Join(lineTexts(fill(f, c.text, unit.PT*7*unit.Length(c.letters))), "|"); got != c.want {
			t.Errorf("%q in %d letters: %s, want %s", c.text, c.letters, got, c.want)
		}
	}
}

// TestFirstMeasure: the first line has its own measure, for the indent.
func TestFirstMeasure(t *testing.T) {
	f := load(t)
	lines := f.Fill([]font.Piece{{Text: "ooo oo oo", Style: style(14, "")}}, 3*7*unit.PT, 6*7*unit.PT)
	if got := strings.Join(lineTexts(lines), "|"); got != "ooo |oo oo" {
		t.Error(got)
	}
}

// TestLookChangesNoBreak: a word in two looks stays one word; widths are those
// of the looks; the caller's tag and rise come back.
func TestLookChangesNoBreak(t *testing.T) {
	f := load(t)
	bold, small := style(14, "b"), style(7, "")
	lines := f.Fill([]font.Piece{
		{Text: "oo o", Style: style(14, ""), Tag: 1}, {Text: "oo", Style: bold, Tag: 2}, {Text: "oo", Style: bold, Tag: 2}, {Text: "2", Style: small, Rise: 99, Tag: 3},
	}, 5*7*unit.PT, wide)
	if got := strings.Join(lineTexts(lines), "|"); got != "oo |ooooo2" {
		t.Fatal(got)
	}
	second := lines[1].Frags
	if len(second) != 3 || second[0].Tag != 1 || second[1].Text != "oooo" || !second[1].Style.Bold || second[2].Rise != 99 || second[2].Tag != 3 {
		t.Errorf("%+v", second)
	}
	if want := f.Width("o", style(14, "")) + 4*f.Width("o", bold) + f.Width("2", small); lines[1].Width != want {
		t.Errorf("width %v, want %v", lines[1].Width, want)
	}
	if lines[0].Text() != "oo" || lines[0].Blanks() != 0 || lines[0].Width != 14*unit.PT {
		t.Errorf("first line %q, %d blanks, %v", lines[0].Text(), lines[0].Blanks(), lines[0].Width)
	}
}

const wide = unit.Length(1) << 40

// checkFill holds what every filling promises: all of the text in order, lines
// inside the measure unless a single letter is wider, and greedy: no line
// could have taken in the next word.
func checkFill(t *testing.T, f *font.Family, pieces []font.Piece, first, rest unit.Length) {
	t.Helper()
	want := ""
	for _, p := range pieces {
		want += p.Text
	}
	lines := f.Fill(pieces, first, rest)
	got := ""
	for i, l := range lines {
		text := lineTexts(lines[i : i+1])[0]
		got += text
		if l.Hard {
			got += "\n"
		}
		measure := rest
		if i == 0 {
			measure = first
		}
		if l.Width > measure+unit.Length(len(text)) && visible(f, l) > 1 { // an EMU a letter for rounding
			t.Fatalf("line %q is %v wide, measure %v", text, l.Width, measure)
		}
		if i+1 < len(lines) && !l.Hard {
			checkGreedy(t, f, l, lines[i+1], measure, i+2 == len(lines))
		}
	}
	if strings.TrimSuffix(got, "\n") != strings.TrimSuffix(want, "\n") {
		t.Fatalf("the text changed:\n%q\n%q", want, got)
	}
}

// visible counts the letters of a line that take room.
func visible(f *font.Family, l font.Line) int {
	n := 0
	for _, fr := range l.Frags {
		for _, r := range strings.TrimRight(fr.Text, " ") {
			if f.Width(string(r), fr.Style) > 0 {
				n++
			}
		}
	}
	return n
}

// checkGreedy: the word that begins the next line had no room on this one.
func checkGreedy(t *testing.T, f *font.Family, l, next font.Line, measure unit.Length, last bool) {
	t.Helper()
	var used, word unit.Length
	for _, fr := range l.Frags {
		used += fr.Width
	}
	text := lineTexts([]font.Line{next})[0]
	end := wordEnd(text)
	if n := len(l.Frags); n > 0 && len(next.Frags) > 0 && !strings.HasSuffix(l.Frags[n-1].Text, " ") && l.Frags[n-1].Style != next.Frags[0].Style {
		return // an overlong word is cut where its look changes
	}
	if !last && !next.Hard && !strings.HasSuffix(text, " ") {
		return // the next line ends inside an overlong word, which may hold a slash
	}
	if end == len(text) && !last && !next.Hard || strings.Contains(strings.SplitN(text, " ", 2)[0], "/") {
		return // a part of a longer word, or one with slashes, which is kept together if it can be
	}
	for _, fr := range next.Frags {
		n := min(end, len(fr.Text))
		word += f.Width(fr.Text[:n], fr.Style)
		end -= n
	}
	// Letters are scaled piece by piece: an EMU for each may be lost.
	if used+word+unit.Length(len(l.Frags)+len(next.Frags)) <= measure {
		t.Fatalf("%q has room on the line %q: %v + %v in %v", next.Text(), l.Text(), used, word, measure)
	}
}

// wordEnd is where the first piece of a line ends: at a blank, or behind a
// dash or ellipsis without punctuation or another dash behind it.
func wordEnd(line string) int {
	runes := []rune(line)
	for i, r := range runes {
		if r == ' ' {
			return len(string(runes[:i]))
		}
		if strings.ContainsRune("-–—…", r) && i+1 < len(runes) && !strings.ContainsRune(".,;:!?)]}“”‘’»\"'…/-–—", runes[i+1]) {
			return len(string(runes[:i+1]))
		}
	}
	return len(line)
}

var alphabet = []string{" ", " ", " ", "  ", "\n", "\u00a0", "-", "–", "—", "…", ".", ",", ")", "”", "/", "thi", "đua", "nghiêng", "W", "i", "2027", "Ưỡ", "x-y"}

func randomPieces(rng *rand.Rand) []font.Piece {
	var out []font.Piece
	for range 1 + rng.IntN(5) {
		s := ""
		for range rng.IntN(25) {
			s += alphabet[rng.IntN(len(alphabet))]
		}
		out = append(out, font.Piece{Text: s, Style: style([]float64{14, 14, 13, 8}[rng.IntN(4)], []string{"", "", "b", "i", "bi"}[rng.IntN(5)])})
	}
	return out
}

// TestFillRandom: the promises of filling hold for texts that nobody writes.
func TestFillRandom(t *testing.T) {
	f := load(t)
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 6))
		rest := unit.Length(20+rng.IntN(140)) * unit.MM
		checkFill(t, f, randomPieces(rng), max(rest-unit.Length(rng.IntN(13))*unit.MM, unit.MM), rest)
	}
}

// FuzzFill: the promises of filling hold for any text, in any measure.
func FuzzFill(f *testing.F) {
	fam := load(f)
	f.Add("Thi đua - yêu nước…(10/10/1954-10/10/2026)\n\nnăm\u00a02027  ", "b/-“x", 40, 12)
	f.Add("\u0301\u200b-\t", "漢字\x00", 10, 0)
	f.Fuzz(func(t *testing.T, one, two string, millimetres, indent int) {
		if len(one)+len(two) > 2000 || millimetres > 1000 || indent < 0 || indent > millimetres-10 || !utf8.ValidString(one) || !utf8.ValidString(two) {
			return // readers let no broken text through; narrower than a letter there is nothing to promise
		}
		pieces := []font.Piece{{Text: one, Style: style(14, "")}, {Text: two, Style: style(11, "bi")}}
		rest := unit.Length(millimetres) * unit.MM
		checkFill(t, fam, pieces, rest-unit.Length(indent)*unit.MM, rest)
	})
}

// TestTied: what is tied stays with the word before it, whatever that ends
// with, and the signs around it meet as if it were not there; behind a slash it
// makes an ordinary place to end a line of it.
func TestTied(t *testing.T) {
	f := load(t)
	for _, c := range []struct{ before, behind, full, tight string }{ // the first line, with and without room for what is tied
		{"xem rộng", " ngày", "xem rộng1 ", "xem "},
		{"xem rộng", ". Ngày", "xem ", "xem "},
		{"xem rộng", "ngày", "xem ", "xem "},
		{"năm 2026-", "2030", "năm 2026-1", "năm "},
		{"năm 2026-", " 2030", "năm 2026-1 ", "năm "},
		{"đi và/", "hoặc", "đi và/1", "đi "},
	} {
		pieces := []font.Piece{{Text: c.before, Style: style(14, "")}, {Text: "1", Style: style(8, ""), Tag: 1, Tied: true}, {Text: c.behind, Style: style(14, "")}}
		full := f.Width(c.before, style(14, "")) + f.Width("1", style(8, ""))
		for measure, want := range map[unit.Length]string{full + unit.Twip: c.full, full - unit.Twip: c.tight} {
			if got := lineTexts(f.Fill(pieces, measure, measure))[0]; got != want {
				t.Errorf("%q: the first line is %q, want %q", c.before+"1"+c.behind, got, want)
			}
		}
	}
}
