package plan

import "slices"

// TableLines counts the lines of the table whose rows stand at the head of
// running text; notes of the drafter between its rows are counted. 0 where no row
// stands there.
func TableLines(ds []Doan) int {
	n := 0
	for n < len(ds) && (ds[n].Loai == Hang || ds[n].Loai == GhiChu) {
		n++
	}
	for n > 0 && ds[n-1].Loai == GhiChu {
		n--
	}
	if n == 0 || ds[0].Loai != Hang {
		return 0
	}
	return firstTable(ds[:n])
}

// firstTable counts the rows of the first of two tables that touch: a second
// row of widths ends the head of another, with its name above it. A row with a
// cell that is joined to the one above, or that goes on it, cannot begin a table.
func firstTable(ds []Doan) int {
	seen := false
	for i, d := range ds {
		if !d.Rong || !seen {
			seen = seen || d.Rong
			continue
		}
		start := i - 1
		for start > 1 && (ds[start].Tiep || slices.ContainsFunc(ds[start].O, func(t Chu) bool { return t.Gop == GopTren })) {
			start--
		}
		for start > 1 && len(ds[start-1].O) == 1 && !ds[start-1].Rong {
			start--
		}
		return max(start, 1)
	}
	return len(ds)
}
