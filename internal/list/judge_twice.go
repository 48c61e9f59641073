package list

import (
	"crypto/sha256"
	"strings"

	"kehoach.example/internal/diag"
)

// twice tells rows that stand there again, and in the list of units those whose
// name does: other sheets may have several rows for a unit. Case does not count; a
// row is the same if all its cells but its counter are.
func (j *judge) twice() {
	if len(j.s.Columns) == 0 {
		return
	}
	unit := j.s.Unit()
	rows, names := map[[sha256.Size]byte]int{}, map[string]int{}
	list := j.s == j.first
	for i := range j.s.Rows {
		row := &j.s.Rows[i]
		name := strings.ToLower(row.at(unit).Text)
		whole := j.whole(row)
		if name == "" {
			continue
		}
		at, again := rows[whole]
		if again {
			j.tell("LIST-ROW-TWICE", diag.Warning, row.Number, unit,
				diag.M("cả dòng giống hệt dòng %d", "the whole row is the same as row %d", at),
				diag.M("xóa một trong hai dòng; nếu không, đơn vị này có hai văn bản giống nhau", "delete one of the two rows; else this unit gets the same paper twice"))
			continue
		}
		rows[whole] = row.Number
		if at, again = names[name]; again && list {
			j.tell("LIST-TWICE", diag.Warning, row.Number, unit,
				diag.M("tên đơn vị trùng với dòng %d: %q", "the unit has the name of row %d: %q", at, short(row.at(unit).Text)),
				diag.M("nếu là hai đơn vị khác nhau, ghi thêm huyện, tỉnh hoặc khu vực cho khỏi lẫn; nếu là một, xóa một dòng", "where they are two units, add the district or province; where they are one, delete a row"))
			continue
		}
		names[name] = row.Number
	}
}

// whole is the sum of a row without the counter of rows: rows can be long.
func (j *judge) whole(row *Row) [sha256.Size]byte {
	h := sha256.New()
	for i, c := range row.Cells {
		if i < len(j.s.Columns) && counter(j.s.Columns[i].Name) {
			continue
		}
		h.Write([]byte(strings.ToLower(c.Text)))
		h.Write([]byte{0})
	}
	return [sha256.Size]byte(h.Sum(nil))
}
