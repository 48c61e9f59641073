package list

import (
	"cmp"
	"maps"
	"slices"

	"kehoach.example/internal/diag"
)

// Judge tells what is wrong with the cells of the columns that are used, by
// index, and what is worth knowing of the sheet; in the order of the rows, what
// is no row's first. Each fault is told once, at its cell. Only the memory bounds
// how many: behind 5,000 of one kind in one column, or 50,000 in all, the rest of
// a kind is counted in one finding, but a bad row always has a finding of its own
// that tells why.
//
// Judge writes the days of Date columns into the cells as it reads them, as
// 31/01/2027: whether the day or the month stands first can be decided only over
// a whole column. So a sheet is judged once, before its cells are used.
func (b *Book) Judge(s *Sheet, uses map[int]Use) []Problem {
	j := &judge{file: b.Name, s: s, seen: map[kind]int{}, rest: map[kind]*about{}, bad: map[int]bool{}}
	if len(b.Sheets) > 0 {
		j.first = &b.Sheets[0]
	}
	j.sheet()
	for _, column := range slices.Sorted(maps.Keys(uses)) {
		if column >= 0 && column < len(s.Columns) {
			j.column(column, uses[column])
		}
	}
	j.hiddenRows()
	j.twice()
	return j.result()
}

// judge collects what is wrong with one sheet.
type judge struct {
	file  string
	s     *Sheet
	first *Sheet // the list of units
	found []about
	seen  map[kind]int    // how many of a kind there are
	rest  map[kind]*about // the first that is not told by itself
	bad   map[int]bool    // rows that have their reason
}

// kind of problems in a column.
type kind struct {
	code   string
	column int
}

// about is a problem of a column.
type about struct {
	Problem
	column int
}

// at is a cell of a row; of a row that somebody made too short an empty one.
func (r *Row) at(column int) *Cell {
	if column < len(r.Cells) {
		return &r.Cells[column]
	}
	return &Cell{}
}

// BlankTold tells of an empty cell of which Judge tells why it is empty: it lies
// under a merged one, or is a formula without its value.
func (c Cell) BlankTold() bool { return c.Text == "" && c.is&(covered|noValue) != 0 }

// tell keeps a finding about a cell. An error makes its row bad.
func (j *judge) tell(code string, severity diag.Severity, row, column int, message, hint diag.Msg) {
	k, isBad := kind{code, column}, severity == diag.Error
	j.seen[k]++
	many := j.seen[k] > maxAlike || len(j.found) >= maxTold
	if many && j.rest[k] != nil && (!isBad || j.bad[row]) {
		return
	}
	p := about{Problem{row, isBad, diag.New(code, severity, group, j.s.Place(j.file, row, column), message, hint)}, column}
	if many && (!isBad || j.bad[row]) {
		j.rest[k] = &p
		return
	}
	j.bad[row] = j.bad[row] || isBad
	j.found = append(j.found, p)
}

// note keeps a finding about a column, at its header.
func (j *judge) note(code string, severity diag.Severity, column int, message, hint diag.Msg) {
	f := diag.New(code, severity, group, j.s.headPlace(j.file, column), message, hint)
	j.found = append(j.found, about{Problem{Finding: f}, column})
}

// headPlace is where the header of a column stands.
func (s *Sheet) headPlace(file string, column int) diag.Place {
	row := s.Head
	if own := s.Columns[column].head; own > 0 {
		row = own
	}
	return s.Place(file, row, column)
}

// sheet tells what is worth knowing of the sheet.
func (j *judge) sheet() {
	if j.s.Hidden && len(j.s.Columns) > 0 {
		j.note("LIST-HIDDEN", diag.Warning, 0,
			diag.M("trang %q đang ẩn nhưng vẫn được dùng", "the sheet %q is hidden and used all the same", j.s.Name),
			diag.M("bấm chuột phải vào thẻ trang → Bỏ ẩn (Unhide) để xem lại", "right-click a sheet tab → Unhide to look at it"))
	}
	if j.s.filter != "" {
		at := diag.Place{File: j.file, Where: quoted(j.s.Name) + "!" + j.s.filter}
		j.found = append(j.found, about{Problem{Finding: diag.New("LIST-FILTER", diag.Info, group, at,
			diag.M("danh sách đang lọc (Filter); các dòng bị lọc mất vẫn được tính, chương trình không bỏ dòng nào", "the list is filtered; the rows that the filter hides count too, none is skipped"),
			diag.M("nếu chỉ làm cho các dòng đang thấy, chép chúng sang một tệp mới, hoặc dùng --only", "to work for the visible rows alone, copy them into a new file, or use --only").
				OnPage(diag.M("nếu chỉ làm cho các dòng đang thấy, chép chúng sang một tệp mới, hoặc chọn “Các dòng đánh dấu”", "to work for the visible rows alone, copy them into a new file, or choose marked rows")))}, 0})
	}
}

// hiddenRows tells the rows that nobody sees.
func (j *judge) hiddenRows() {
	if len(j.s.Columns) == 0 {
		return
	}
	for i := range j.s.Rows {
		if r := &j.s.Rows[i]; r.Hidden {
			j.tell("LIST-HIDDEN", diag.Warning, r.Number, j.s.Unit(),
				diag.M("dòng %d đang ẩn nhưng vẫn được tính", "row %d is hidden and counts all the same", r.Number),
				diag.M("bỏ ẩn dòng (Unhide) để xem lại; nếu không cần thì xóa hẳn dòng", "unhide the row to look at it; where it is not needed, delete it"))
		}
	}
}

// result sorts what was found by row and column. The first of each kind that was
// not told by itself stands for those behind it.
func (j *judge) result() []Problem {
	alone := map[kind]int{}
	for _, p := range j.found {
		if p.Row == 0 { // of no cell
			continue
		}
		alone[kind{p.Finding.Code, p.column}]++
	}
	for k, p := range j.rest {
		if n := j.seen[k] - alone[k] - 1; n > 0 {
			more := diag.M(" (và %d ô nữa như vậy trong cột, không kể từng ô)", " (and %d more like this in the column, not told one by one)", n)
			p.Finding.Message.Vi += more.Vi
			p.Finding.Message.En += more.En
		}
		j.found = append(j.found, *p)
	}
	slices.SortStableFunc(j.found, func(a, b about) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.column, b.column), cmp.Compare(a.Finding.Code, b.Finding.Code))
	})
	out := make([]Problem, len(j.found))
	for i, p := range j.found {
		out[i] = p.Problem
	}
	return out
}
