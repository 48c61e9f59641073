package web

import (
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// readData is what was read in a text that is no plan file.
type readData struct {
	Rows    []importRow
	Unknown []diag.Msg // paragraphs that were not recognised
	Doubts  int
}

// An importRow is a field, the words that were taken for it, and how sure that is.
type importRow struct {
	Label, Amount, Where diag.Msg
	Words                []string
	Sure                 string
	SureWords, Why       diag.Msg
}

// What is shown of the words of a field.
const (
	mostWords = 4   // lines
	mostWord  = 160 // letters of a line
)

func (s *Server) readOf(got *build.Imported) *readData {
	d := &readData{}
	form := s.Office.Form(build.Input{Name: "ke-hoach.yaml", Data: got.Data})
	told := map[string]int{} // fields of a key
	for _, row := range got.Rows() {
		if row.Key == "" {
			for _, at := range row.At {
				d.Unknown = append(d.Unknown, build.LineWords(at))
			}
			continue
		}
		label, words := diag.Msg{Vi: row.Key, En: row.Key}, []string(nil)
		if f := fieldNamed(form, row.Key); f != nil {
			label, words = f.Label, wordsOf(f, told[row.Key], len(row.At))
		}
		told[row.Key] += len(row.At)
		d.Rows = append(d.Rows, importRow{label, row.Amount, build.LineWords(row.At[0]), words, string(row.Sure), build.SureWords(row.Sure), row.Why})
		if row.Sure == build.Doubt {
			d.Doubts++
		}
	}
	return d
}

// fieldNamed is the first field of a key, wherever it stands; nil for none.
func fieldNamed(form *build.FormView, key string) *build.FormField {
	var find func([]build.FormField) *build.FormField
	find = func(fields []build.FormField) *build.FormField {
		for i := range fields {
			if fields[i].Key == key {
				return &fields[i]
			}
			if f := find(fields[i].Kids); f != nil {
				return f
			}
		}
		return nil
	}
	for _, g := range form.Groups {
		if f := find(g.Fields); f != nil {
			return f
		}
	}
	return nil
}

// wordsOf are the first words of a field; of a list those of n items behind the
// first ones.
func wordsOf(f *build.FormField, first, n int) []string {
	var out []string
	if f.Kind == build.ListField && first+n <= len(f.Kids) {
		for i := range f.Kids[first : first+n] {
			if all := valuesOf(&f.Kids[first+i]); len(all) > 0 {
				out = append(out, all[0])
			}
		}
	} else {
		out = valuesOf(f)
	}
	if len(out) > mostWords {
		out = append(out[:mostWords:mostWords], "…")
	}
	for i, line := range out {
		if r := []rune(line); len(r) > mostWord {
			out[i] = string(r[:mostWord]) + " …"
		}
	}
	return out
}

// valuesOf are the lines of a field and of those in it.
func valuesOf(f *build.FormField) []string {
	var out []string
	for _, line := range strings.Split(f.Value, "\n") {
		out = append(out, strings.TrimSpace(plainWords(line)))
	}
	for i := range f.Kids {
		out = append(out, valuesOf(&f.Kids[i])...)
	}
	return slices.DeleteFunc(out, func(line string) bool { return line == "" })
}
