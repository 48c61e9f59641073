package readback

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tokens returns the words of a text: runs of Unicode letters and digits, after NFC, in their case and order.
func Tokens(s string) []string {
	return strings.FieldsFunc(norm.NFC.String(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// MissingWords compares two lists as multisets: missing are the words that want has more often than got, extra the
// others, each as often as it is missing or extra and in the order of its list. Both are nil if the lists hold the
// same words.
func MissingWords(want, got []string) (missing, extra []string) {
	return less(want, got), less(got, want)
}

// less returns the words of a that are left when each word of b has taken one away.
func less(a, b []string) []string {
	count := make(map[string]int, len(b))
	for _, w := range b {
		count[w]++
	}
	var left []string
	for _, w := range a {
		if count[w] > 0 {
			count[w]--
			continue
		}
		left = append(left, w)
	}
	return left
}
