package write

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/strictyaml"
)

// planFiles are the plan files of the repository, by their names.
func planFiles(t testing.TB) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, glob := range []string{"../../samples/*/*.yaml", "../../templates/khoi-dau/*.yaml", "../build/testdata/*.yaml", "../build/testdata/roll/*.yaml", "../build/testdata/under/*.yaml", "testdata/truong/*.yaml"} {
		names, _ := filepath.Glob(glob)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := open(string(data)); err == nil {
				out[name] = string(data)
			}
		}
	}
	if len(out) < 40 {
		t.Fatalf("only %d plan files", len(out))
	}
	return out
}

func fieldsOf(t testing.TB, text string) []Field {
	t.Helper()
	root, found := strictyaml.Parse("f.yaml", []byte(strings.TrimPrefix(text, "\ufeff")))
	if root == nil && strings.Contains(text, ":") {
		t.Fatalf("%v\n%s", found, text)
	}
	return Fields(root, strings.TrimPrefix(text, "\ufeff"))
}

// leaves lists the fields of text, given or not.
func leaves(fields []Field) []Field {
	var out []Field
	for _, f := range fields {
		switch f.Kind {
		case Group, List, Map:
			out = append(out, leaves(f.Kids)...)
		default:
			out = append(out, f)
		}
	}
	return out
}

// TestFieldOwnValue: a field that is given its own value changes no byte.
func TestFieldOwnValue(t *testing.T) {
	for name, text := range planFiles(t) {
		for _, f := range leaves(fieldsOf(t, text)) {
			if !f.Given || f.Locked {
				continue
			}
			if out, err := SetField(text, f.Path, f.Value); err != nil || out != text {
				t.Errorf("%s: %s: %v", name, f.Path, err)
			}
		}
	}
}

var hostile = []string{
	"", "a", "Sở: Nội vụ", "a # b", "#b", "# b", "- a", "-", "---", "...", "'", "''", `"`, `a"b'c`, "{ten}", "{", "}", "[a, b]", "|", "| a | b |", ">", "&a", "*a*", "!x", "%x", "@x", "`x",
	"a\tb", "\ta", "a\t", " a", "a ", "  ", "null", "~", "true", "12", "0204", "2027-01-06", "? x", ": x", "x:", "x:\ty", "a\t#b", "a\nb", "a\n\nb", "\na", " a\nb", "a\n b", "a\n  \nb", "\t\na", "a\n# b", "#\n- b", "- a\n- b", "a: b\nc: d", "---\na\n...", "...\n---",
	"Phu\u031b\u01a1\u0300ng", "\u200b", "a\u00a0", "\u00a0a", "😀", "\\", "\\n", `a\`, "ký, hiệu", "a]", "a: ", "a:", "Căn cứ: \"x\" # y: z", "'a", "a'", "|-", ">+\na", "- - a", "-\n-", "a\r\nb", "\u2028", "\ufeffx"[3:], "=", "<<", "y", "{a: b}\n[c", "a\n\n\n", "...a", "--- a",
}

var noteText = regexp.MustCompile(`(?m)(?:^|[ \t])#[^\r\n]*`)

// lostRemarks are the comments of a file that another one does not have.
func lostRemarks(text string, fields []Field, out string) []string {
	lines := strings.Split(text, "\n")
	for _, f := range leaves(fields) { // what stands in text is no comment
		for _, l := range f.Lines {
			if raw := strings.TrimLeft(lines[l.Line-1], " "); strings.HasPrefix(raw, "#") || strings.Contains(f.Value, "#") {
				lines[l.Line-1] = ""
			}
		}
	}
	var lost []string
	for _, l := range lines {
		if m := strings.TrimSpace(noteText.FindString(l)); m != "" && !strings.Contains(out, m) {
			lost = append(lost, m)
		}
	}
	return lost
}

// setTo sets a field and holds the outcome to what is promised.
func setTo(t testing.TB, name, text, path, value string) string {
	t.Helper()
	was := fieldsOf(t, text)
	before := factsOf(was, nil)
	out, err := SetField(text, path, value)
	if err != nil {
		t.Errorf("%s: %s = %q: %v", name, path, value, err)
		return text
	}
	fields := fieldsOf(t, out)
	got := FieldAt(fields, path)
	if got == nil || got.Value != FieldValue(value) || !got.Given {
		t.Errorf("%s: %s = %q: got %+v\n%s", name, path, value, got, out)
		return out
	}
	if !sameFacts(without(before, path), without(factsOf(fields, nil), path)) {
		t.Errorf("%s: %s = %q: other fields changed\n%s", name, path, value, out)
	}
	if lost := lostRemarks(text, was, out); len(lost) > 0 {
		t.Errorf("%s: %s = %q: lost %q\n%s", name, path, value, lost, out)
	}
	return out
}

// TestSetFieldHostile: whatever is put into a field is read back as it was, and
// nothing else changes. Each file is changed again and again.
func TestSetFieldHostile(t *testing.T) {
	for name, text := range planFiles(t) {
		rnd := rand.New(rand.NewPCG(7, uint64(len(name))))
		for _, f := range leaves(fieldsOf(t, text)) {
			if f.Locked || rnd.IntN(3) > 0 { // the machine has other work too
				continue
			}
			value := hostile[rnd.IntN(len(hostile))]
			if rnd.IntN(3) == 0 {
				value += "\n" + hostile[rnd.IntN(len(hostile))]
			}
			out := setTo(t, name, text, f.Path, value)
			setTo(t, name, out, f.Path, hostile[rnd.IntN(len(hostile))])
		}
	}
}

// TestSetFieldEveryShape: each hostile value into each shape of value.
func TestSetFieldEveryShape(t *testing.T) {
	data, err := os.ReadFile("testdata/truong/moi-cach-viet.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for k, eol := range []string{"\n", "\r\n"} {
		text := strings.ReplaceAll(string(data), "\n", eol)
		for i, f := range leaves(fieldsOf(t, text)) {
			if f.Locked {
				continue
			}
			for j, value := range hostile {
				if (i+j)%5 != k {
					continue
				}
				out := setTo(t, fmt.Sprintf("%q", eol), text, f.Path, value)
				if strings.Count(out, "\n") != strings.Count(out, eol) {
					t.Errorf("%s = %q: line ends\n%q", f.Path, value, out)
				}
			}
		}
	}
}

func TestSetFieldRefuses(t *testing.T) {
	for _, c := range []struct{ text, path, value, code string }{
		{"so: 1\n", "so", "\x07", "FIELD-VALUE"},
		{"so: 1\n", "so", "\xff", "FIELD-VALUE"},
		{"so: 1\n", "khong_co", "x", "FIELD-PATH"},
		{"so: 1\n", "muc.0.tieu_de", "x", "FIELD-PATH"},
		{"so: 1\n", "nguoi_ky", "x", "FIELD-PATH"},
		{"so: 1\n", "so.x", "x", "FIELD-PATH"},
		{"so: a: b\n", "so", "x", "FIELD-BROKEN"},
		{"so: [a, b]\n", "so", "x", "FIELD-SHAPE"},
		{"? so\n: a\n", "so", "x", "FIELD-SHAPE"},
		{"- so\n", "so", "x", "FIELD-SHAPE"},
	} {
		out, err := SetField(c.text, c.path, c.value)
		var r *Refused
		if !errors.As(err, &r) || r.Code != c.code || out != c.text {
			t.Errorf("%q %s = %q: %v", c.text, c.path, c.value, err)
		}
	}
}

// FuzzSetField: any text into any field of any file is refused or read back.
func FuzzSetField(f *testing.F) {
	data, err := os.ReadFile("testdata/truong/moi-cach-viet.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for i, value := range hostile {
		f.Add(string(data), uint8(i), value)
	}
	f.Add("trich_yeu: {ten} năm\nmuc:\n- {tieu_de: a, noi_dung: b}\n", uint8(3), "x")
	f.Fuzz(func(t *testing.T, text string, n uint8, value string) {
		s, root, err := open(text)
		if err != nil {
			return
		}
		all := leaves(Fields(root, s.text))
		field := all[int(n)%len(all)]
		out, err := SetField(text, field.Path, value)
		if err != nil {
			return
		}
		if got := FieldAt(fieldsOf(t, out), field.Path); got == nil || got.Value != FieldValue(value) && field.Value != value {
			t.Errorf("%s = %q: %+v\n%q\n%q", field.Path, value, got, text, out)
		}
	})
}

// FuzzFields: whatever a file holds, its fields can be shown and found again.
func FuzzFields(f *testing.F) {
	for _, name := range []string{"moi-cach-viet", "cho-trong"} {
		data, err := os.ReadFile("testdata/truong/" + name + ".yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), uint16(3))
	}
	f.Add("muc: {a: [b\n", uint16(1))
	f.Add("? a\n: b\n- c\n", uint16(1))
	f.Fuzz(func(t *testing.T, text string, n uint16) {
		root, _ := strictyaml.Parse("f.yaml", []byte(text))
		fields := Fields(root, text)
		for _, x := range leaves(fields) {
			if x.Value != "" && len(x.Lines) != strings.Count(x.Value, "\n")+1 {
				t.Errorf("%s: %q has %d places", x.Path, x.Value, len(x.Lines))
			}
		}
		FieldOf(fields, int(n>>8), int(n&255))
	})
}

// FuzzItems: a change of a list in any file is refused or does what it says.
func FuzzItems(f *testing.F) {
	data, err := os.ReadFile("testdata/truong/moi-cach-viet.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for n := range uint8(40) {
		f.Add(string(data), n, int8(n%5)-2)
	}
	f.Fuzz(func(t *testing.T, text string, n uint8, by int8) {
		_, root, err := open(text)
		if err != nil {
			return
		}
		var paths []string
		for _, x := range factsOf(Fields(root, text), nil) {
			paths = append(paths, strings.TrimSuffix(x.path, "{}"))
		}
		paths = append(paths, "muc", "nguoi_ky", "phu_luc", "chu_thich", "muc.0.dot", "muc.0.nhiem_vu")
		path := paths[int(n)%len(paths)]
		for _, change := range []func() (string, error){
			func() (string, error) { return AddItem(text, path, int(by)) },
			func() (string, error) { return RemoveItem(text, path) },
			func() (string, error) { return MoveItem(text, path, int(by)) },
			func() (string, error) { return DropField(text, path) },
		} {
			out, err := change()
			if _, _, bad := open(out); bad != nil || err != nil && out != text {
				t.Errorf("%s: %v\n%q\n%q", path, err, text, out)
			}
		}
	})
}
