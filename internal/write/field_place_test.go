package write

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFieldOf: the place of each line of each value leads back to its field and
// to that line, at its first letter and behind its last one.
func TestFieldOf(t *testing.T) {
	for name, text := range planFiles(t) {
		fields := fieldsOf(t, text)
		for _, f := range leaves(fields) {
			if !f.Given {
				continue
			}
			if path, _, _ := FieldOf(fields, f.At.Line, f.At.Column); path != f.Path && !strings.HasPrefix(path, f.Path) {
				t.Errorf("%s: the key of %s is at %v, where %s is", name, f.Path, f.At, path)
			}
			for i, line := range f.Lines {
				path, l, c := FieldOf(fields, line.Line, line.Column)
				if path != f.Path || l != i+1 && f.Lines[l-1] != line || c != 1 {
					t.Errorf("%s: %s line %d at %v: %s %d:%d", name, f.Path, i+1, line, path, l, c)
				}
			}
			if n := len(f.Lines); n > 0 {
				last := strings.Split(f.Value, "\n")[n-1]
				at := f.Lines[n-1]
				path, l, c := FieldOf(fields, at.Line, at.Column+utf8.RuneCountInString(last))
				if path != f.Path || l != n || c != utf8.RuneCountInString(last)+1 {
					t.Errorf("%s: the end of %s: %s %d:%d", name, f.Path, path, l, c)
				}
			}
		}
	}
}

// TestFieldLines: where a value stands as typed, its places are those of its
// letters.
func TestFieldLines(t *testing.T) {
	for name, text := range planFiles(t) {
		s := cut(text)
		for _, f := range leaves(fieldsOf(t, text)) {
			for i, at := range f.Lines {
				line := strings.Split(f.Value, "\n")[i]
				rest := s.text[s.offset(at.Line, at.Column):]
				if first, _, _ := strings.Cut(line, " "); !strings.HasPrefix(rest, first) && !strings.Contains(name, "moi-cach-viet") {
					t.Errorf("%s: %s line %d: %q stands at %v", name, f.Path, i+1, rest[:min(len(rest), 20)], at)
				}
			}
		}
	}
}

// tree prints fields for the golden file.
func tree(fields []Field) string {
	var b strings.Builder
	for _, f := range fields {
		state := "-"
		if f.Given {
			state = fmt.Sprintf("%d:%d", f.At.Line, f.At.Column)
		}
		for _, x := range []struct {
			is   bool
			name string
		}{{f.Required, "required"}, {f.Usual, "usual"}, {f.Locked, "locked"}} {
			if x.is {
				state += " " + x.name
			}
		}
		fmt.Fprintf(&b, "%s %s %s\n", f.Path, f.Kind, state)
		for i, l := range f.Lines {
			fmt.Fprintf(&b, "\t%d:%d %q\n", l.Line, l.Column, strings.Split(f.Value, "\n")[i])
		}
		b.WriteString(tree(f.Kids))
	}
	return b.String()
}

// TestFieldsGolden: the fields of a sample and of a file with every shape.
func TestFieldsGolden(t *testing.T) {
	for golden, file := range map[string]string{
		"testdata/truong/moi-cach-viet.txt": "testdata/truong/moi-cach-viet.yaml",
		"testdata/truong/dot-thi-dua.txt":   "../build/testdata/dot-thi-dua.yaml",
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := tree(fieldsOf(t, string(data)))
		want, err := os.ReadFile(golden)
		if string(want) == got && err == nil {
			continue
		}
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		t.Errorf("%s: got\n%s", golden, got)
	}
}

// TestFieldOfLongValue: looking a place up costs nothing for the length of the value
// in which it stands.
func TestFieldOfLongValue(t *testing.T) {
	fs := fieldsOf(t, "ket: |\n"+strings.Repeat("  - chữ\n", 1000))
	path, l, c := "", 0, 0
	if n := testing.AllocsPerRun(10, func() { path, l, c = FieldOf(fs, 900, 6) }); n > 0 {
		t.Errorf("%v times memory", n)
	}
	if path != "ket" || l != 899 || c != 4 {
		t.Errorf("%s %d %d", path, l, c)
	}
}
