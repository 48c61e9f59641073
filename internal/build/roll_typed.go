package build

import (
	"errors"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// typed puts a text into the field in which an entry stands.
func typed(text string, w wish) (string, []diag.Finding) {
	root, _ := strictyaml.Parse(w.at.File, []byte(text))
	fields := write.Fields(root, text)
	path, line, column := write.FieldOf(fields, w.at.Line, w.at.Column)
	if w.was == "" { // the value was opened: its key ends before it
		path, line, column = write.FieldOf(fields, w.at.Line, w.at.Column-1)
	}
	f := write.FieldAt(fields, path)
	if f == nil || f.Kids != nil {
		return "", untypable(w)
	}
	if f.Value != w.was {
		lines, ok := strings.Split(f.Value, "\n"), false
		if line < 1 || line > len(lines) {
			return "", untypable(w)
		}
		if lines[line-1], ok = replaced(lines[line-1], column, w); !ok {
			return "", untypable(w)
		}
		w.text = strings.Join(lines, "\n")
	}
	out, err := write.SetField(text, path, w.text)
	if no := (*write.Refused)(nil); errors.As(err, &no) {
		no.At = w.at
		return "", []diag.Finding{no.Finding}
	}
	return out, nil
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
