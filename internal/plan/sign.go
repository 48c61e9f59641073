package plan

import (
	"regexp"
	"slices"
	"strconv"
)

var signNumber = regexp.MustCompile(`(\d+)(\D?)$`)

// letters are the points of the decree: the Vietnamese alphabet.
const letters = "abcdđeghiklmnopqrstuvxy"

// CountOn counts the last number or letter of a sign on: "1." and 1 give "2.",
// "a)" gives "b)". Other signs stay.
func CountOn(sign string, by int) string {
	if by == 0 || sign == "" {
		return sign
	}
	if m := signNumber.FindStringSubmatchIndex(sign); m != nil {
		n, _ := strconv.Atoi(sign[m[2]:m[3]])
		return sign[:m[2]] + strconv.Itoa(n+by) + sign[m[3]:]
	}
	alphabet, r := []rune(letters), []rune(sign)
	if k := slices.Index(alphabet, r[0]); k >= 0 && len(r) == 2 && k+by < len(alphabet) {
		return string(alphabet[k+by]) + string(r[1:])
	}
	return sign
}
