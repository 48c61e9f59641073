package diag

import (
	"cmp"
	"strconv"
	"strings"
)

// cell is what a place names of a sheet; a place that is no cell names nothing.
type cell struct {
	sheet  string
	row    int
	column string // letters; "" for a whole row
}

// cellOf reads "Sheet1!C17", "Sheet1!17:17" and, of a CSV file, "dòng 17, cột C".
func cellOf(where string) cell {
	if i := strings.LastIndexByte(where, '!'); i >= 0 {
		first, _, _ := strings.Cut(where[i+1:], ":")
		column := strings.TrimRight(first, "0123456789")
		row, err := strconv.Atoi(first[len(column):])
		if err != nil {
			return cell{}
		}
		return cell{where[:i], row, column}
	}
	_, column, _ := strings.Cut(where, ", cột ")
	return cell{column: column}
}

// compareCells orders cells row by row: B3, AA3, A17. Places that are no cells are
// alike and stand before them.
func compareCells(a, b string) int {
	x, y := cellOf(a), cellOf(b)
	return cmp.Or(
		cmp.Compare(x.sheet, y.sheet),
		cmp.Compare(x.row, y.row),
		cmp.Compare(len(x.column), len(y.column)),
		cmp.Compare(x.column, y.column),
	)
}
