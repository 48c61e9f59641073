package fill

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// findConditions finds the columns of conditions, and values that no row has.
func (t *Template) findConditions() []diag.Finding {
	var out []diag.Finding
	for _, k := range conditions(t.Plan) {
		name := list.Fold(k.Cot.Plain())
		column, ok := t.main.Column(name)
		if !ok {
			out = append(out, t.noColumn("khi: cot: "+k.Cot.Plain(), name, k.Cot.At))
			continue
		}
		t.columns[k.Cot.Plain()] = column
		if _, used := t.Uses[column]; !used {
			t.Uses[column] = list.Use{}
		}
		for _, v := range k.La.Items {
			if !v.Holed() && !t.occurs(column, v.Plain()) {
				out = append(out, diag.New("FILL-VALUE", diag.Warning, group, v.At,
					diag.M("không dòng nào của cột %q ghi %q", "no row of the column %q has %q", t.main.Columns[column].Title, v.Plain()),
					diag.M("kiểm tra cách viết; hoa, thường và dấu cách thừa được bỏ qua, dấu tiếng Việt thì không", "look at the spelling; case and blanks do not count, diacritics do")))
			}
		}
	}
	return out
}

func (t *Template) occurs(column int, value string) bool {
	value = fold(value)
	for i := range t.main.Rows {
		if fold(text(&t.main.Rows[i], column)) == value {
			return true
		}
	}
	return false
}

// holds tells whether a part stands in the paper of a row.
func (t *Template) holds(k plan.Khi, row *list.Row) bool {
	if !k.Cot.Given {
		return true
	}
	cell := text(row, t.columns[k.Cot.Plain()])
	for _, v := range k.La.Items {
		if fold(cell) == fold(v.Plain()) {
			return true
		}
	}
	return len(k.La.Items) == 0 && cell != ""
}
