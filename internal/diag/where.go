package diag

import (
	"cmp"
	"strconv"
	"strings"
)

// compareWhere orders places that are no lines: by the words before their last
// number, then by that number, so that Sheet1!C9 stands before Sheet1!B17.
func compareWhere(a, b string) int {
	sheetA, columnA, rowA := cellOf(a)
	sheetB, columnB, rowB := cellOf(b)
	return cmp.Or(
		cmp.Compare(sheetA, sheetB),
		cmp.Compare(rowA, rowB),
		cmp.Compare(len(columnA), len(columnB)),
		cmp.Compare(columnA, columnB),
	)
}

// cellOf takes "Sheet1!AB17" apart; of other words the number at their end.
func cellOf(where string) (sheet, column string, row int) {
	words := strings.TrimRight(where, "0123456789")
	row, _ = strconv.Atoi(where[len(words):])
	sheet = strings.TrimRight(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if !strings.HasSuffix(sheet, "!") {
		return words, "", row
	}
	return sheet, words[len(sheet):], row
}
