package write

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestEdits: what is told is changed, nothing else; of two edits that overlap
// the first is made.
func TestEdits(t *testing.T) {
	for _, c := range []struct {
		name, text string
		edits      []Edit
		want       string
		made       int
	}{
		{"none", "một hai", nil, "một hai", 0},
		{"one", "so: 5\r\n", []Edit{{4, 5, "05"}}, "so: 05\r\n", 1},
		{"in any order", "a b c", []Edit{{4, 5, "C"}, {0, 1, "A"}}, "A b C", 2},
		{"touching", "abcd", []Edit{{0, 2, "1"}, {2, 4, "2"}}, "12", 2},
		{"overlapping", "abcd", []Edit{{0, 3, "1"}, {2, 4, "2"}}, "1d", 1},
		{"one inside the other", "abcd", []Edit{{1, 2, "1"}, {0, 4, "2"}}, "2", 1},
		{"twice the same", "abcd", []Edit{{1, 2, "x"}, {1, 2, "x"}}, "axcd", 1},
		{"put in", "ab", []Edit{{1, 1, "-"}}, "a-b", 1},
		{"put in twice at one place", "ab", []Edit{{1, 1, "-"}, {1, 1, "+"}}, "a-b", 1},
		{"taken out", "a  b", []Edit{{1, 2, ""}}, "a b", 1},
		{"nothing changed", "ab", []Edit{{0, 1, "a"}}, "ab", 0},
		{"a line broken", "ab", []Edit{{1, 1, "\n"}}, "ab", 0},
		{"lines joined", "a\nb", []Edit{{1, 2, " "}}, "a\nb", 0},
		{"outside", "ab", []Edit{{1, 5, "x"}, {-1, 1, "y"}, {2, 1, "z"}}, "ab", 0},
	} {
		got, made := Edits(c.text, c.edits)
		if got != c.want || made != c.made {
			t.Errorf("%s: %q, %d; want %q, %d", c.name, got, made, c.want, c.made)
		}
	}
}

// TestEditsKeepTheRest: for random edits, what no edit covers stands in the
// result in its order, and no line is added or lost.
func TestEditsKeepTheRest(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 2))
	for range 2000 {
		text := strings.Repeat("abc\nđ ", rnd.IntN(5)+1)
		covered := make([]bool, len(text))
		var edits []Edit
		for range rnd.IntN(6) {
			lo := rnd.IntN(len(text))
			hi := min(len(text), lo+rnd.IntN(4))
			edits = append(edits, Edit{lo, hi, strings.Repeat("#", rnd.IntN(3))})
			for i := lo; i < hi; i++ {
				covered[i] = true
			}
		}
		got, _ := Edits(text, edits)
		rest := got
		for i := range len(text) {
			if covered[i] {
				continue
			}
			at := strings.IndexByte(rest, text[i])
			if at < 0 {
				t.Fatalf("%q, %v: %q lost %q", text, edits, got, text[i])
			}
			rest = rest[at+1:]
		}
		if strings.Count(got, "\n") != strings.Count(text, "\n") {
			t.Fatalf("%q, %v: lines changed: %q", text, edits, got)
		}
	}
}

// TestDiff: a unified diff, nothing where nothing changed; changes close to each
// other stand in one hunk.
func TestDiff(t *testing.T) {
	lines := strings.SplitAfter("a b c d e f g h i j k l m n", " ")
	before := strings.Join(lines, "\n") + "\n"
	change := func(text string, letters ...string) string {
		for _, l := range letters {
			text = strings.Replace(text, l, strings.ToUpper(l), 1)
		}
		return text
	}
	head := "--- a/k.yaml\n+++ b/k.yaml\n"
	for _, c := range []struct{ name, before, after, want string }{
		{"nothing", before, before, ""},
		{"one line", "a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nf\ng\nh\n", head + "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n"},
		{"the first line", "a\nb\n", "A\nb\n", head + "@@ -1,2 +1,2 @@\n-a\n+A\n b\n"},
		{"the last line, without an end", "a\nb", "a\nB", head + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+B\n\\ No newline at end of file\n"},
		{"lines of Windows", "a\r\nb\r\n", "A\r\nb\r\n", head + "@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\r\n"},
		{"neighbours", "a\nb\n\nc\n", "A\nB\n\nC\n", head + "@@ -1,4 +1,4 @@\n-a\n-b\n+A\n+B\n \n-c\n+C\n"},
	} {
		if got := string(Diff("k.yaml", c.before, c.after)); got != c.want {
			t.Errorf("%s: got\n%s", c.name, got)
		}
	}
	for _, c := range []struct {
		letters []string
		hunks   int
	}{{[]string{"a", "n"}, 2}, {[]string{"a", "h"}, 1}, {[]string{"a", "i"}, 2}, {[]string{"a", "d", "g"}, 1}, {[]string{"b", "i", "j"}, 1}} {
		if got := strings.Count(string(Diff("k", before, change(before, c.letters...))), "@@ -"); got != c.hunks {
			t.Errorf("%v: %d hunks, want %d", c.letters, got, c.hunks)
		}
	}
	for name, head := range map[string]string{"/t/k.yaml": "--- a/t/k.yaml\n", `C:\a b.yaml`: "--- a/C:/a b.yaml\t\n"} {
		if got := string(Diff(name, "a\n", "b\n")); !strings.HasPrefix(got, head) {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}
