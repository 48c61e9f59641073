package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestMerge(t *testing.T) {
	for _, c := range []struct{ name, was, mine, theirs, want string }{
		{"theirs alone", "một\nhai", "một\nhai", "một\nba", "một\nba"},
		{"alike", "một\nhai", "một\nba", "một\nba", "một\nba"},
		{"several places", "a\nb\nc\nd\ne", "a1\nb\nc\nd\ne1", "a\nb\nc1\nd\ne", "a1\nb\nc1\nd\ne1"},
		{"neighbouring lines", "a\nb\nc", "a1\nb\nc", "a\nb1\nc1", "a1\nb1\nc1"},
		{"a line before one that was changed", "a\nb", "a\nmới\nb", "a\nb1", "a\nmới\nb1"},
		{"a line behind one that was changed", "a\nb", "a\nb\nmới", "a\nb1", "a\nb1\nmới"},
		{"a line between two that were changed", "a\nb", "a\nmới\nb", "a1\nb1", "a1\nmới\nb1"},
		{"a line before one that went", "a\nb\nc", "a\nmới\nb\nc", "a\nc", "a\nmới\nc"},
		{"words of one line", "Kế hoạch năm 2027 của phường", "Kế hoạch năm 2028 của phường", "Kế hoạch năm 2027 của xã", "Kế hoạch năm 2028 của xã"},
		{"a word and a line", "một hai ba", "một hai bốn\nnăm", "không hai ba", "không hai bốn\nnăm"},
		{"the first text was empty", "", "một", "", "một"},
		{"emptied", "một\nhai", "", "một\nhai", ""},
	} {
		for _, order := range [][2]string{{c.mine, c.theirs}, {c.theirs, c.mine}} {
			if got, ok := Merge(c.was, order[0], order[1]); !ok || got != c.want {
				t.Errorf("%s: %q %v, want %q", c.name, got, ok, c.want)
			}
		}
	}
	for _, c := range []struct{ name, was, mine, theirs string }{
		{"one word", "một hai ba", "một năm ba", "một sáu ba"},
		{"words without one between", "hạn 30 ngày", "hạn 15 ngày", "hạn 30 tháng"},
		{"written anew", "NỘI DUNG", "NỘI DUNG MỘT", "TỔ CHỨC THỰC HIỆN"},
		{"both put in", "a\nb", "a\nx\nb", "a\ny\nb"},
		{"both filled in", "", "một", "hai"},
		{"gone and changed", "a\nb\nc", "a\nc", "a\nb1\nc"},
		{"gone around what was changed", "a\nb\nc\nd", "a\nd", "a\nb\nc1\nd"},
		{"gone around what was put in", "a\nb\nc\nd", "a\nd", "a\nb\nmới\nc\nd"},
	} {
		for _, order := range [][2]string{{c.mine, c.theirs}, {c.theirs, c.mine}} {
			if got, ok := Merge(c.was, order[0], order[1]); ok {
				t.Errorf("%s: taken for %q", c.name, got)
			}
		}
	}
}

// edited changes some words and lines of a text at random; new words are told by a
// sign.
func edited(rng *rand.Rand, text, sign string) string {
	lines := strings.Split(text, "\n")
	for i := range 1 + rng.IntN(4) {
		word, at := fmt.Sprint(sign, i), rng.IntN(len(lines)+1)
		switch {
		case at == len(lines), rng.IntN(5) == 0:
			lines = slices.Insert(lines, at, word)
			continue
		case rng.IntN(6) == 0 && len(lines) > 1:
			lines = slices.Delete(lines, at, at+1)
			continue
		}
		words := strings.Split(lines[at], " ")
		n := rng.IntN(len(words))
		switch rng.IntN(4) {
		case 0:
			words = slices.Insert(words, n, word)
		case 1:
			words = slices.Delete(words, n, n+1)
		case 2:
			words[n] += "\n" + word
		default:
			words[n] = word
		}
		lines = strings.Split(strings.Join(append(slices.Clone(lines[:at]), append([]string{strings.Join(words, " ")}, lines[at+1:]...)...), "\n"), "\n")
	}
	return strings.Join(lines, "\n")
}

// TestMergeLosesNothing: what is merged has the new words of both and all words that
// neither took out, and it is the same whoever comes first.
func TestMergeLosesNothing(t *testing.T) {
	merged := 0
	for seed := range uint64(4000) {
		rng := rand.New(rand.NewPCG(seed, 3))
		var lines []string
		for i := range 1 + rng.IntN(8) {
			var words []string
			for n := range 1 + rng.IntN(7) {
				words = append(words, fmt.Sprintf("w%d.%d", i, n))
			}
			lines = append(lines, strings.Join(words, " "))
		}
		was := strings.Join(lines, "\n")
		mine, theirs := edited(rng, was, "mine"), edited(rng, was, "theirs")
		got, ok := Merge(was, mine, theirs)
		again, okAgain := Merge(was, theirs, mine)
		if ok != okAgain || got != again {
			t.Fatalf("seed %d: %q %v, and %q %v the other way", seed, got, ok, again, okAgain)
		}
		if !ok {
			continue
		}
		merged++
		count := func(text, word string) int {
			n := 0
			for _, w := range strings.Fields(text) {
				if w == word {
					n++
				}
			}
			return n
		}
		for _, w := range strings.Fields(was + " " + mine + " " + theirs) {
			want := count(mine, w)
			if want == count(was, w) {
				want = count(theirs, w)
			}
			if n := count(got, w); n != want {
				t.Fatalf("seed %d: %q stands %d times, want %d\nwas %q\nmine %q\ntheirs %q\nmerged %q", seed, w, n, want, was, mine, theirs, got)
			}
		}
	}
	if merged < 500 {
		t.Errorf("only %d were merged", merged)
	}
}
