package desk

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

func TestOfFile(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"a\nb\n", "a\nx\nb\n", "a\nx\nb\n"},
		{"a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"},
		{"a\r\nb", "a\nb\n", "a\r\nb\r\n"},
		{"a\nb\r\nc\r\nd\n", "a\nb\nx\nd\n", "a\nb\r\nx\nd\n"},
		{"\ufeffa\r\nb\r\n", "x\nb\n", "\ufeffx\r\nb\r\n"},
		{"\ufeff", "a\n", "\ufeffa\n"},
		{"a\rb\r", "a\nb\nc\n", "a\rb\rc\r"},
		{"", "a\nb", "a\nb"},
		{"a\r\nb\r\n", "", ""},
	} {
		if got := ofFile(c.file, c.text); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.text, c.file, got, c.want)
		}
		if got := ofFile(c.file, forPage(c.file)); got != c.file {
			t.Errorf("%q becomes %q", c.file, got)
		}
	}
}

// TestLineEnds: the file view of a plan that Notepad wrote changes nothing where
// nobody typed, and keeps the ends of the lines where somebody did.
func TestLineEnds(t *testing.T) {
	f := newFolder(t)
	file := bom + strings.ReplaceAll(fewWords, "\n", "\r\n")
	f.write("a.yaml", file)
	a := f.tab("a.yaml")
	text := a.text()
	if text != fewWords {
		t.Fatalf("the page is told %q", text)
	}
	if a.edit(Edit{Op: "text", Was: text, Now: text}) != nil || a.desk().text != file {
		t.Errorf("looking changes %q", a.desk().text)
	}
	now := strings.Replace(text, "so: ", "# của tôi\nso: ", 1)
	if a.edit(Edit{Op: "text", Was: text, Now: now}) != nil {
		t.Fatal("not taken")
	}
	want := strings.Replace(file, "so: ", "# của tôi\r\nso: ", 1)
	if a.d.Save(time.Second); f.read("a.yaml") != want {
		t.Errorf("the file has %q", f.read("a.yaml"))
	}
	if a.edit(Edit{Op: "undo"}) != nil || a.desk().text != file {
		t.Errorf("undone: %q", a.desk().text)
	}
	if err := a.edit(Edit{Op: "text", Was: strings.Replace(text, "12", "13", 1), Now: strings.Replace(text, "12", "14", 1)}); !is(err, Conflict) {
		t.Error(err)
	}
}

// TestUTF16: a plan that Notepad wrote as "Unicode" is edited like others; the first
// change makes it UTF-8, and what stood there is a version.
func TestUTF16(t *testing.T) {
	f := newFolder(t)
	file := "\xff\xfe"
	for _, u := range utf16.Encode([]rune(fewWords)) {
		file += string([]byte{byte(u), byte(u >> 8)})
	}
	f.write("a.yaml", file)
	a := f.tab("a.yaml")
	if a.text() != fewWords || a.state.Values["dia_danh"] != "Phường A" {
		t.Fatalf("%q", a.text())
	}
	if a.d.Save(time.Second); f.read("a.yaml") != file {
		t.Error("looking changes it")
	}
	now := strings.Replace(fewWords, "so: ", "# của tôi\nso: ", 1)
	if err := a.edit(Edit{Op: "text", Was: fewWords, Now: now}); err != nil {
		t.Fatal(err)
	}
	if a.d.Save(time.Second); f.read("a.yaml") != now {
		t.Errorf("%q", f.read("a.yaml"))
	}
	vs, err := a.desk().plan.Versions()
	if err != nil || len(vs) != 1 {
		t.Fatal(vs, err)
	}
	if data, _ := a.desk().plan.Version(vs[0].ID); string(data) != file {
		t.Error("what stood there is no version")
	}
	if err := a.desk().Restore(vs[0].ID); err != nil || a.text() != fewWords {
		t.Errorf("restored %q, %v", a.text(), err)
	}
}
