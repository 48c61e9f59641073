package fill

import (
	"regexp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

const group = "fill"

// misplaced refuses holes where what stands is not text.
func (t *Template) misplaced() []diag.Finding {
	var out []diag.Finding
	for _, h := range t.holes {
		if h.at.fixed() {
			out = append(out, misplaced(h.name, h.at.key, h.text))
		}
	}
	for _, k := range conditions(t.Plan) {
		for _, c := range append([]plan.Chu{k.Cot}, k.La.Items...) {
			for _, r := range c.Runs {
				if r.Hole != "" {
					out = append(out, misplaced(r.Hole, "khi", c.At))
				}
			}
		}
	}
	for _, h := range t.holes {
		if strings.Contains(h.text.Text, "{hinh:") && inPicture.MatchString(h.text.Text) {
			out = append(out, misplaced(h.name, "{hinh: …}", h.text))
		}
	}
	return out
}

var inPicture = regexp.MustCompile(`\{hinh:[^{}]*\{`)

func misplaced(hole, where string, at diag.Place) diag.Finding {
	return diag.New("FILL-PLACE", diag.Error, group, at,
		diag.M("{%s} không đứng được ở %s: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in", "{%s} cannot stand in %s: this names a file, a form, a column or a sheet and is no printed text", hole, where),
		diag.M("ghi giá trị cố định; cần khác nhau giữa các đơn vị thì tách thành nhiều kế hoạch", "write a fixed value; where units differ make several plans"))
}

// findColumns finds the column of each hole.
func (t *Template) findColumns() []diag.Finding {
	var out []diag.Finding
	told := map[string]bool{}
	for i := 0; i < len(t.holes); {
		end := i + 1
		for end < len(t.holes) && t.holes[end].text == t.holes[i].text && t.holes[end].at == t.holes[i].at {
			end++
		}
		var names []string
		for _, h := range t.holes[i:end] {
			names = append(names, h.name)
		}
		for k, at := range t.locate(t.holes[i].text, names) {
			h := &t.holes[i+k]
			h.place = at
			name := list.Fold(h.name)
			column, ok := t.main.Column(name)
			if ok {
				t.columns[h.name] = column
				t.Uses[column] = list.Use{}
			} else if !told[name] {
				told[name] = true
				out = append(out, t.noColumn("{"+h.name+"}", name, placeOr(at, h.text)))
			}
		}
		i = end
	}
	return out
}

func placeOr(at, other diag.Place) diag.Place {
	if at.Line > 0 {
		return at
	}
	return other
}

// noColumn tells that the list lacks a column.
func (t *Template) noColumn(what, name string, at diag.Place) diag.Finding {
	names := t.names()
	hint := diag.M("các cột của danh sách: %s", "the columns of the list: %s", strings.Join(names, ", "))
	if near, ok := strictyaml.Nearest(name, names); ok {
		hint = diag.M("có phải {%s}? Các cột của danh sách: %s", "do you mean {%s}? The columns of the list: %s", near, strings.Join(names, ", "))
	}
	return diag.New("FILL-COLUMN", diag.Error, group, at,
		diag.M("%s: danh sách %s không có cột này", "%s: the list %s has no such column", what, t.Book.Name), hint)
}

func (t *Template) names() []string {
	var out []string
	for _, c := range t.main.Columns {
		out = append(out, c.Name)
	}
	return out
}

// nothing refuses a plan that would be the same for all rows.
func (t *Template) nothing() diag.Finding {
	return diag.New("FILL-NONE", diag.Error, group, t.Plan.At,
		diag.M("kế hoạch không có chỗ trống {…} nào, cũng không cột nào mang tên một khóa: mọi đơn vị sẽ nhận cùng một bản", "the plan has no hole {…}, and no column is named like a key: all units would get the same paper"),
		diag.M("viết tên cột trong ngoặc nhọn ở chỗ cần điền, ví dụ: trich_yeu: Kế hoạch của {%s}", "write the name of a column in braces where it is to stand, such as: trich_yeu: Kế hoạch của {%s}", t.main.Columns[t.main.Unit()].Name))
}

// tell gives what is worth knowing of the columns.
func (t *Template) tell() []diag.Finding {
	var out []diag.Finding
	for _, o := range t.overrides {
		out = append(out, diag.New("FILL-OVERRIDE", diag.Info, group, t.header(o.column),
			diag.M("cột %q điền khóa %s ở những dòng có chữ", "the column %q fills the key %s in rows where it is not blank", t.main.Columns[o.column].Title, o.name),
			diag.M("không muốn vậy thì đổi tên cột trong danh sách", "rename the column in the list if that is not wanted")))
	}
	var unused []string
	for i, c := range t.main.Columns {
		if _, ok := t.Uses[i]; !ok && i != t.main.Unit() {
			unused = append(unused, c.Title)
		}
	}
	if len(unused) > 0 {
		out = append(out, diag.New("FILL-UNUSED", diag.Info, group, t.header(t.main.Unit()),
			diag.M("kế hoạch không dùng các cột: %s", "the plan does not use the columns: %s", strings.Join(unused, "; ")),
			diag.M("cần dùng thì viết {tên cột} vào kế hoạch", "write {name of the column} into the plan to use one")))
	}
	return append(out, t.rooms()...)
}

// header is where the header of a column stands.
func (t *Template) header(column int) diag.Place {
	at := t.main.Place(t.Book.Name, t.main.Head, column)
	at.Text, at.Column = t.main.Columns[column].Title, 1
	at.EndColumn = runes(at.Text) + 1
	return at
}

// rooms tells how many rows leave room on paper for what is blank.
func (t *Template) rooms() []diag.Finding {
	var out []diag.Finding
	told := map[int]bool{}
	for _, h := range t.holes {
		column := t.columns[h.name]
		if !h.whole || !h.at.room() || t.Uses[column].Required || told[column] {
			continue
		}
		told[column] = true
		blank := 0
		for i := range t.main.Rows {
			if text(&t.main.Rows[i], column) == "" {
				blank++
			}
		}
		if blank > 0 {
			out = append(out, diag.New("FILL-ROOM", diag.Info, group, t.header(column),
				diag.M("cột %q để trống ở %d dòng: các bản đó chừa chỗ trên giấy cho %s", "the column %q is blank in %d rows: their papers have room for %s", t.main.Columns[column].Title, blank, h.at.String()),
				diag.M("đã có giá trị thì ghi vào danh sách", "write the value into the list if it is known")))
		}
	}
	return out
}

var slashDay = regexp.MustCompile(`^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$`)

// amongDays is what may stand among days: one from 1982 to 2119 as Excel counts
// it, and a month or a year where the day is not known.
var amongDays = regexp.MustCompile(`^([3-7]\d{4}|(\d{1,2}[/.-])?20\d\d)$`)

// allDays tells whether every cell of a column that is not blank looks like a
// day, so that they are judged as days wherever they stand. A number among them is
// a day that lost its format; months and years may stand among them.
func (t *Template) allDays(column int) bool {
	some := false
	for i := range t.main.Rows {
		switch s := text(&t.main.Rows[i], column); {
		case s == "" || amongDays.MatchString(s):
		case !slashDay.MatchString(s):
			return false
		default:
			some = true
		}
	}
	return some
}
