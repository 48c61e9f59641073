package diag_test

import (
	"testing"

	"kehoach.example/internal/diag"
)

// TestSortCells: the cells of a list stand row by row, whatever is said of them.
func TestSortCells(t *testing.T) {
	cell := func(code string, line int, where string) diag.Finding {
		return coded(code, diag.Place{File: "ds", Line: line, Where: where})
	}
	in := []diag.Finding{
		cell("7", 0, "Sheet1!A17"), cell("2", 0, "Sheet1!A2"), cell("6", 0, "Sheet1!AA6"), cell("5", 0, "Sheet1!C6"),
		cell("4", 0, "Sheet1!6:6"), cell("3", 0, "Sheet1!B2"), cell("1", 0, "đoạn 9"), cell("0", 0, "đoạn 10"),
		cell("b", 3, "dòng 3, cột AA"), cell("a", 3, "dòng 3, cột B"), cell("9", 3, "dòng 3"), cell("c", 4, "dòng 4, cột A"),
		cell("8", 0, "'Điểm tiêm'!A1x"),
	}
	if got := codes(diag.Sort(in)); got != "0 1 8 2 3 4 5 6 7 9 a b c" {
		t.Errorf("order %s", got)
	}
}
