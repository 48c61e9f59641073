package list

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// maxHeads is how many rows the headers may take that merged cells hold together.
const maxHeads = 5

// sheet finds the headers of a grid and makes a sheet of what stands below. The
// cells of the grid become those of the sheet. First tells that it is the list
// of units: of the others nobody hears what is only worth knowing.
func (g *grid) sheet(file string, known map[string]bool, first bool) (Sheet, []diag.Finding) {
	s := Sheet{Name: g.name, Hidden: g.hidden, filter: g.filter, days: g.days}
	if len(g.rows) == 0 {
		return s, nil
	}
	at := g.headRow(known)
	from, to := g.headBlock(at)
	s.Head = g.rows[to].Number
	where := g.columnsOf(&s, from, to)
	found := g.twice(file, &s, known, first)
	below := to + 1
	if below+1 < len(g.rows) && numbersColumns(g.rows[below].Cells) && len(where) > 0 && !onlyDigits(g.rows[below+1].at(where[s.Unit()]).Text) {
		if first {
			found = append(found, diag.New("LIST-HEAD", diag.Info, group, placeOf(file, g.name, g.rows[below].Number, "A"),
				diag.M("dòng %d chỉ đánh số cột nên không tính là đơn vị", "row %d only numbers the columns and is taken for no unit", g.rows[below].Number),
				diag.M("nếu dòng này là một đơn vị thì ghi tên đơn vị vào ô tên", "where this row is a unit, write its name into the cell of the name")))
		}
		below++
	}
	if first {
		found = append(found, g.told(file, &s, from, to, where, below)...)
	}
	g.cover()
	for _, row := range g.rows[below:] {
		row.Cells = pick(row.Cells, where)
		if slices.ContainsFunc(row.Cells, func(c Cell) bool { return c.Text != "" || c.is&noValue != 0 }) {
			s.Rows = append(s.Rows, row)
		}
	}
	return s, found
}

// headRow is the index of the row of headers: of the first rows the first that
// has most of the names that are known, else the first of all.
func (g *grid) headRow(known map[string]bool) int {
	best, most := 0, 0
	for i, row := range g.rows[:min(headRows, len(g.rows))] {
		hits := map[string]bool{}
		for _, c := range row.Cells {
			if len(c.Text) <= 1000 && len(known) > 0 {
				if name := Fold(c.Text); known[name] {
					hits[name] = true
				}
			}
		}
		if len(hits) > most {
			best, most = i, len(hits)
		}
	}
	return best
}

// headBlock are the rows that cells merged over several rows hold together with
// the row of headers, as indexes of rows.
func (g *grid) headBlock(at int) (from, to int) {
	n := g.rows[at].Number
	top, bottom := n, n
	for _, m := range g.merges {
		if m.rows.from <= n && n <= m.rows.to && m.rows.to-m.rows.from < maxHeads {
			top, bottom = min(top, m.rows.from), max(bottom, m.rows.to)
		}
	}
	from, to = at, at
	for from > 0 && g.rows[from-1].Number >= top {
		from--
	}
	for to+1 < len(g.rows) && g.rows[to+1].Number <= bottom {
		to++
	}
	return from, to
}

// columnsOf fills the columns of a sheet with what stands lowest in the rows of
// headers, and gives which columns of the grid they are.
func (g *grid) columnsOf(s *Sheet, from, to int) []int {
	var where []int
	width := 0
	for _, row := range g.rows[from : to+1] {
		width = max(width, len(row.Cells))
	}
	for column := range width {
		for i := to; i >= from; i-- {
			row := g.rows[i]
			if column >= len(row.Cells) || row.Cells[column].Text == "" || g.covers(row.Number, column) {
				continue
			}
			title := row.Cells[column].Text
			if Fold(title) == "" && strings.Trim(title, "#") != "" {
				continue
			}
			c := Column{Title: title, Name: Fold(title), Letter: letterOf(column), head: row.Number}
			c.hidden = slices.ContainsFunc(g.away, func(a span) bool { return a.from <= column && column <= a.to })
			s.Columns = append(s.Columns, c)
			where = append(where, column)
			break
		}
	}
	return where
}

// covers tells whether a cell lies under a merged one.
func (g *grid) covers(row, column int) bool {
	return slices.ContainsFunc(g.merges, func(m area) bool {
		return m.rows.from <= row && row <= m.rows.to && m.columns.from <= column && column <= m.columns.to &&
			(row != m.rows.from || column != m.columns.from)
	})
}

// cover marks all cells of the grid that lie under merged ones and empties them,
// as Excel shows them.
func (g *grid) cover() {
	for _, m := range g.merges {
		i, _ := slices.BinarySearchFunc(g.rows, m.rows.from, func(r Row, n int) int { return r.Number - n })
		for ; i < len(g.rows) && g.rows[i].Number <= m.rows.to; i++ {
			row := &g.rows[i]
			for column := m.columns.from; column <= min(m.columns.to, maxColumns-1); column++ {
				if row.Number == m.rows.from && column == m.columns.from {
					continue
				}
				for len(row.Cells) <= column {
					row.Cells = append(row.Cells, Cell{})
				}
				row.Cells[column] = Cell{is: covered}
			}
		}
	}
}

// pick keeps the cells of the columns that have a header, in their own place.
func pick(cells []Cell, where []int) []Cell {
	n := len(cells)
	for len(cells) < len(where) {
		cells = append(cells, Cell{})
	}
	for i, column := range where {
		if column < n {
			cells[i] = cells[column]
		} else {
			cells[i] = Cell{}
		}
	}
	return cells[:len(where):len(where)]
}

// twice finds headers of one name. In the list it is an error where the plan asks
// for that name, because nobody can tell which of them is meant.
func (g *grid) twice(file string, s *Sheet, known map[string]bool, list bool) []diag.Finding {
	var out []diag.Finding
	first := map[string]int{}
	for i, c := range s.Columns {
		j, again := first[c.Name]
		if !again {
			first[c.Name] = i
			continue
		}
		severity := diag.Warning
		if list && (len(known) == 0 || known[c.Name]) {
			severity = diag.Error
		}
		out = append(out, diag.New("LIST-COLUMN-TWICE", severity, group, placeOf(file, g.name, c.head, c.Letter),
			diag.M("cột %s trùng tên với cột %s: %q", "column %s has the name of column %s: %q", c.Letter, s.Columns[j].Letter, short(c.Title)),
			diag.M("đổi tên một trong hai cột, hoặc xóa cột thừa", "rename one of the two columns, or delete the one too many")))
	}
	return out
}

// told is what is worth knowing about the headers.
func (g *grid) told(file string, s *Sheet, from, to int, where []int, below int) []diag.Finding {
	var out []diag.Finding
	at := s.Place(file, s.Head, 0)
	if from < to && s.severalHeads() {
		out = append(out, diag.New("LIST-HEAD", diag.Info, group, at,
			diag.M("tên cột nằm ở nhiều dòng trộn ô (%d đến %d); mỗi cột lấy tên ở ô thấp nhất", "the headers take several merged rows (%d to %d); each column has the name that stands lowest", g.rows[from].Number, g.rows[to].Number),
			diag.M("nếu cột lấy nhầm tên thì bỏ trộn ô, ghi mọi tên cột trong một dòng", "where a column has the wrong name, unmerge the cells and write all names into one row")))
	} else if from > 0 {
		out = append(out, diag.New("LIST-HEAD", diag.Info, group, at,
			diag.M("lấy dòng %d làm dòng tên cột; các dòng ở trên không phải đơn vị", "row %d is taken for the headers; the rows above it are no units", s.Head),
			diag.M("nếu không đúng thì xóa các dòng ở trên bảng, để tên cột đứng dòng đầu", "where this is wrong, delete the rows above the table, so that the headers stand first")))
	}
	for column, n := range g.strays(where, below) {
		if n.count > 0 {
			out = append(out, diag.New("LIST-COLUMN", diag.Warning, group, placeOf(file, g.name, n.row, letterOf(column)),
				diag.M("cột %s có %d ô có chữ nhưng không có tên ở dòng %d nên không dùng được", "column %s has %d filled cells but no header in row %d, so it cannot be used", letterOf(column), n.count, s.Head),
				diag.M("đặt tên cột ở ô %s%d, hoặc xóa các ô thừa", "name the column in %s%d, or clear the cells", letterOf(column), s.Head)))
		}
	}
	return out
}

// severalHeads tells whether headers stand in more than one row.
func (s *Sheet) severalHeads() bool {
	return slices.ContainsFunc(s.Columns, func(c Column) bool { return c.head != s.Head })
}

// stray counts filled cells of a column without a header.
type stray struct{ row, count int }

func (g *grid) strays(where []int, below int) []stray {
	named := map[int]bool{}
	for _, column := range where {
		named[column] = true
	}
	var out []stray
	for _, row := range g.rows[below:] {
		for column, c := range row.Cells {
			for len(out) <= column {
				out = append(out, stray{})
			}
			if !named[column] && c.Text != "" {
				if out[column].count++; out[column].count == 1 {
					out[column].row = row.Number
				}
			}
		}
	}
	return out
}

// numbersColumns tells whether a row under the headers does nothing but number
// the columns: (1), (2), (3) or A, B, 1, 2.
func numbersColumns(cells []Cell) bool {
	count, last := 0, 0
	for _, c := range cells {
		text := strings.Trim(c.Text, "()[] ")
		if text == "" {
			continue
		}
		count++
		if len(text) == 1 && text[0] >= 'A' && text[0] <= 'F' && last == 0 {
			continue
		}
		if last++; text != fmt.Sprint(last) {
			return false
		}
	}
	return count >= 3 && last >= 1
}
