package fill

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// annex is a sheet whose rows of a unit become a table of a phụ lục.
type annex struct {
	sheet *list.Sheet
	key   int // the column that names the units
	rows  map[string][]*list.Row
	at    diag.Place // of trang_tinh
	index int        // of the phụ lục
}

// row is a row of a table as one line.
func row(d plan.Doan) string {
	var out []string
	for _, c := range d.O {
		out = append(out, c.Plain())
	}
	return strings.Join(out, " | ")
}

// findSheets finds the sheets of phụ lục, and rows in them that are no unit's.
func (t *Template) findSheets() []diag.Finding {
	var out []diag.Finding
	told := map[int]bool{}
	for i, a := range t.Plan.PhuLuc {
		if a.TrangTinh.Blank() || a.TrangTinh.Holed() {
			continue
		}
		s, n, f := t.sheet(a)
		if s == nil {
			out = append(out, f)
			continue
		}
		key := keyColumn(t.main, s)
		x := &annex{s, key, map[string][]*list.Row{}, a.TrangTinh.At, i}
		for k := range s.Rows {
			if name := fold(text(&s.Rows[k], key)); name != "" {
				x.rows[name] = append(x.rows[name], &s.Rows[k])
			}
		}
		t.sheets[i], t.Others[n] = x, map[int]list.Use{}
		for c := range s.Columns {
			t.Others[n][c] = list.Use{}
		}
		if !told[n] {
			told[n] = true
			out = append(out, t.orphans(x)...)
		}
	}
	return out
}

// sheet finds the sheet that a phụ lục names.
func (t *Template) sheet(a plan.PhuLuc) (*list.Sheet, int, diag.Finding) {
	name := a.TrangTinh.Plain()
	refuse := func(msg, hint diag.Msg) (*list.Sheet, int, diag.Finding) {
		return nil, 0, diag.New("FILL-SHEET", diag.Error, group, a.TrangTinh.At, msg, hint)
	}
	var names []string
	for _, s := range t.Book.Sheets[1:] {
		names = append(names, s.Name)
	}
	s, ok := t.Book.Sheet(name)
	n := slices.IndexFunc(t.Book.Sheets, func(x list.Sheet) bool { return s != nil && x.Name == s.Name })
	switch {
	case t.main.Name == "":
		return refuse(diag.M("danh sách %s là tệp CSV, không có trang tính %q", "the list %s is a CSV file and has no sheet %q", t.Book.Name, name),
			diag.M("lưu danh sách thành tệp Excel (.xlsx) có thêm trang tính đó", "save the list as an Excel file (.xlsx) with that sheet"))
	case !ok || n <= 0:
		return refuse(diag.M("danh sách không có trang tính %q ngoài trang các đơn vị", "the list has no sheet %q beside that of the units", name),
			diag.M("các trang tính khác của danh sách: %s", "the other sheets of the list: %s", strings.Join(names, ", ")))
	case len(s.Columns) < 2:
		return refuse(diag.M("trang tính %q cần một cột tên đơn vị và ít nhất một cột nữa", "the sheet %q needs a column of units and one more at least", name),
			diag.M("ghi tên cột ở dòng đầu của trang", "write the names of the columns into the first row of the sheet"))
	}
	if ds := a.NoiDung.Doan; len(ds) > 0 && ds[len(ds)-1].Loai == plan.Hang {
		return refuse(diag.M("noi_dung của phụ lục này kết thúc bằng một bảng, hai bảng sẽ dính liền nhau", "the noi_dung of this phụ lục ends with a table, and the two would touch"),
			diag.M("viết một dòng chữ sau bảng đó", "write a line of text behind that table"))
	}
	return s, n, diag.Finding{}
}

// keyColumn is the column of a sheet that names the units: named as in the list
// of units, else the first.
func keyColumn(main, s *list.Sheet) int {
	if i, ok := s.Column(main.Columns[main.Unit()].Name); ok {
		return i
	}
	return s.Unit()
}

// orphans tells of rows of a sheet whose unit is in no row of the list, each
// unit once, and of each row that names none, unless the list tells why its cell
// is empty.
func (t *Template) orphans(x *annex) []diag.Finding {
	known := map[string]bool{"": true}
	for i := range t.main.Rows {
		known[fold(t.Unit(&t.main.Rows[i]))] = true
	}
	var out []diag.Finding
	for i := range x.sheet.Rows {
		row := &x.sheet.Rows[i]
		if text(row, x.key) == "" && (x.key >= len(row.Cells) || !row.Cells[x.key].BlankTold()) {
			out = append(out, diag.New("FILL-SHEET-ROW", diag.Warning, group, placeOfCell(x.sheet, t.Book.Name, row, x.key),
				diag.M("ô tên đơn vị trống: dòng này không vào bản nào", "the cell of the unit is blank: this row comes into no paper"),
				diag.M("ghi tên đơn vị vào từng dòng", "write the name of the unit into each row")))
		}
		if name := fold(text(row, x.key)); !known[name] {
			known[name] = true
			out = append(out, diag.New("FILL-SHEET-ROW", diag.Warning, group, placeOfCell(x.sheet, t.Book.Name, row, x.key),
				diag.M("đơn vị %q không có trong danh sách: các dòng của đơn vị này ở trang %q không vào bản nào", "the unit %q is not in the list: its rows in the sheet %q come into no paper", text(row, x.key), x.sheet.Name),
				diag.M("sửa tên cho giống ở trang các đơn vị, hoặc thêm đơn vị vào đó", "write the name as in the sheet of units, or add the unit there")))
		}
	}
	return out
}

// annex puts the rows of a unit behind the text of a phụ lục, as a table. Without
// rows, and without anything else to print, the phụ lục is left out: false.
func (f *filling) annex(x *annex, a *plan.PhuLuc) bool {
	rows := x.rows[fold(f.Unit(f.row))]
	if len(rows) == 0 {
		kept := a.NoiDung.Printed() || a.NhiemVu.Given
		what := diag.M("phụ lục này bị bỏ ở bản của đơn vị", "the unit's paper is made without this phụ lục")
		if kept {
			what = diag.M("phụ lục chỉ có phần chữ", "the phụ lục has its text only")
		}
		f.problems = append(f.problems, list.Problem{Row: f.row.Number, Finding: diag.New("FILL-SHEET-EMPTY", diag.Warning, group, f.cellPlace(f.main.Unit()),
			diag.M("trang %q không có dòng nào của %q", "the sheet %q has no row of %q", x.sheet.Name, f.Unit(f.row)), what)})
		return kept
	}
	var ds []plan.Doan
	for _, r := range append([]*list.Row{nil}, rows...) {
		ds = append(ds, f.tableRows(x, r)...)
	}
	for _, d := range ds {
		f.keepID(fmt.Sprintf("phu_luc[%d].trang_tinh", x.index+1), row(d))
	}
	a.NoiDung.Given = true
	a.NoiDung.Doan = append(slices.Clone(a.NoiDung.Doan), ds...)
	if a.NoiDung.At.Line == 0 {
		a.NoiDung.At = x.at
	}
	return true
}

// tableRows makes the row of a table, of the headers without a row; further lines
// of its cells go on it.
func (f *filling) tableRows(x *annex, row *list.Row) []plan.Doan {
	var out []plan.Doan
	for c, column := range x.sheet.Columns {
		if c == x.key {
			continue
		}
		at, lines := x.sheet.Place(f.Book.Name, x.sheet.Head, c), []string{strings.Join(strings.Fields(column.Title), " ")}
		at.Text = lines[0]
		if row != nil {
			at, lines = placeOfCell(x.sheet, f.Book.Name, row, c), strings.Split(text(row, c), "\n")
			f.out.cells = append(f.out.cells, at)
		}
		from := 0
		for k, s := range lines {
			if k == len(out) {
				out = append(out, plan.Doan{Loai: plan.Hang, O: make([]plan.Chu, len(x.sheet.Columns)-1), Tiep: k > 0})
			}
			o := &out[k].O[c-min(max(c-x.key, 0), 1)]
			if *o = f.newText(s, at, from); out[k].Chu.At.Line == 0 {
				out[k].Chu.At = o.At
			}
			from += runes(s) + 1
		}
	}
	for k := range out {
		for j := range out[k].O {
			out[k].O[j].Given = true
		}
	}
	return out
}
