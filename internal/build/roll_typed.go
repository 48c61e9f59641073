package build

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// typed puts a text into the field in which an entry stands.
func (o *Office) typed(in Input, w wish) ([]byte, []diag.Finding) {
	form := o.Form(in)
	path, line, column := form.FieldOf(w.at.Line, w.at.Column)
	value, ok := "", false
	form.Walk(func(f *FormField) {
		if f.Path == path && f.Kids == nil {
			value, ok = f.Value, true
		}
	})
	if !ok {
		return nil, untypable(w)
	}
	if value != w.was {
		lines := strings.Split(value, "\n")
		if line < 1 || line > len(lines) {
			return nil, untypable(w)
		}
		if lines[line-1], ok = replaced(lines[line-1], column, w); !ok {
			return nil, untypable(w)
		}
		w.text = strings.Join(lines, "\n")
	}
	return o.SetField(in, path, w.text)
}

// replaced puts a text into a line of a field: at its column, or where else it
// stands if that is one place only.
func replaced(line string, column int, w wish) (string, bool) {
	runes := []rune(line)
	if end := column - 1 + utf8.RuneCountInString(w.was); column >= 1 && end <= len(runes) && string(runes[column-1:end]) == w.was {
		return string(runes[:column-1]) + w.text + string(runes[end:]), true
	}
	return strings.Replace(line, w.was, w.text, 1), w.was != "" && strings.Count(line, w.was) == 1
}

func untypable(w wish) []diag.Finding {
	return []diag.Finding{diag.New("ROLL-CHOICE", diag.Error, "roll", w.at,
		diag.M("không thay được %q bằng chữ gõ ở đây", "%q cannot be replaced here", w.was),
		diag.M("chọn nhận hoặc giữ, rồi sửa chỗ này khi soạn", "accept it or keep the old text, and mend it in the plan afterwards"))}
}
