package list

import (
	"errors"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// Read reads a list by its content, whatever its name ends in: a zip is an Excel
// file, text is CSV. The findings are of the file as a whole; where one is an
// error there is no book.
func Read(name string, data []byte, opt Options) (*Book, []diag.Finding) {
	grids, notes, err := readGrids(name, data, opt)
	var no refusal
	if errors.As(err, &no) {
		no.finding.At.File = name
		return nil, []diag.Finding{no.finding}
	}
	known := map[string]bool{}
	for _, k := range opt.Known {
		known[Fold(k)] = true
	}
	b := &Book{Name: name}
	for i, g := range seenFirst(grids) {
		s, found := g.sheet(name, known, i == 0)
		b.Sheets = append(b.Sheets, s)
		notes = append(notes, found...)
	}
	if first := b.Sheets[0]; len(first.Rows) == 0 && !diag.HasErrors(notes) {
		notes = append(notes, nothing(name, first))
	}
	if grids[0].name != b.Sheets[0].Name {
		notes = append(notes, otherFirst(name, grids[0], &b.Sheets[0]))
	}
	if diag.HasErrors(notes) {
		return nil, notes
	}
	return b, notes
}

// readGrids reads a file by its content.
func readGrids(name string, data []byte, opt Options) ([]*grid, []diag.Finding, error) {
	if len(data) > MaxFile {
		return nil, nil, refusal{TooLarge(name, int64(len(data)))}
	}
	if opc.IsZip(data) {
		return readXLSX(name, data)
	}
	if err := knownOther(data); err != nil {
		return nil, nil, err
	}
	return readCSV(name, data, opt)
}

// seenFirst puts sheets that are hidden or empty behind the others.
func seenFirst(grids []*grid) []*grid {
	out := slices.Clone(grids)
	slices.SortStableFunc(out, func(a, b *grid) int { return rank(a) - rank(b) })
	return out
}

func rank(g *grid) int {
	switch {
	case len(g.rows) == 0:
		return 2
	case g.hidden:
		return 1
	}
	return 0
}

// nothing refuses a list without a row.
func nothing(file string, s Sheet) diag.Finding {
	at := placeOf(file, s.Name, max(s.Head, 1), "A")
	if s.Head == 0 {
		return diag.New("LIST-EMPTY-FILE", diag.Error, group, at, diag.M("danh sách không có ô nào có chữ", "no cell of the list holds anything"),
			diag.M("kiểm tra xem có nhầm tệp không", "see whether this is the right file"))
	}
	return diag.New("LIST-EMPTY-FILE", diag.Error, group, at,
		diag.M("danh sách chỉ có dòng tên cột (dòng %d), không có dòng đơn vị nào", "the list has only its row of headers (row %d) and no unit", s.Head),
		diag.M("ghi mỗi đơn vị một dòng ở dưới dòng tên cột", "write a row for each unit below the headers"))
}

// otherFirst tells that the list is not on the first sheet.
func otherFirst(file string, g *grid, s *Sheet) diag.Finding {
	why := diag.M("ẩn", "hidden")
	hint := diag.M("nếu danh sách ở trang ẩn đó thì bỏ ẩn (Unhide) rồi làm lại", "where the list is on that hidden sheet, unhide it and try again")
	if len(g.rows) == 0 {
		why = diag.M("trống", "empty")
		hint = diag.M("nếu không đúng thì để trang có danh sách đứng đầu; trang trống nên xóa", "where this is wrong, put the sheet with the list first; delete empty sheets")
	}
	return diag.New("LIST-SHEET", diag.Info, group, s.Place(file, max(s.Head, 1), 0),
		diag.Msg{
			Vi: "danh sách được lấy từ trang \"" + s.Name + "\", vì trang \"" + g.name + "\" đứng trước thì " + why.Vi,
			En: "the list is taken from the sheet \"" + s.Name + "\", because \"" + g.name + "\" before it is " + why.En,
		}, hint)
}
