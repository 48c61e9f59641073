package docx

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/unit"
)

// TestMarkup: values come into markup as package fmt writes them, marks of XML in
// text as references.
func TestMarkup(t *testing.T) {
	for _, c := range []struct {
		format string
		args   []any
	}{
		{"", nil},
		{"<w:p/>", nil},
		{`<w:ind w:left="%d" w:right="%d"/>`, []any{int64(-120), 0}},
		{"%s%s|%d", []any{"Đường ", "kẻ", 1 << 40}},
		{`<x a="%[1]s" b="%[1]s" c="%s"/>`, []any{"một", "hai"}},
		{"%s %[1]s %[2]d", []any{"một", 7}},
		{"%.2fpt,%.2fpt;%d", []any{-0.005, 12.345, unit.Length(635)}},
		{"%.2f", []any{1e9 / 3}},
	} {
		var b builder
		b.WriteString("|")
		b.f(c.format, c.args...)
		if want := "|" + fmt.Sprintf(c.format, c.args...); b.String() != want {
			t.Errorf("%s: %s, want %s", c.format, b.String(), want)
		}
	}
	for _, l := range []unit.Length{0, 1, 63, 64, 127, 190, 191, 635, 31750, 464219, 2919695, 1 << 32} {
		for _, l := range []unit.Length{l, -l, l + unit.PT, -l - unit.PT} {
			var b builder
			b.points(l)
			want := fmt.Sprintf("%.2fpt", l.Points())
			if b.String() != want {
				t.Errorf("%d: %s, want %s", l, b.String(), want)
			}
		}
	}
	for _, text := range []string{"", "đậm", `a < b && "c" > 'd' ]]>`, "&amp;", `<<>>""`} {
		var b builder
		b.text(text)
		want := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
		if b.String() != want || escape(text) != want {
			t.Errorf("%s: %s, %s", text, b.String(), escape(text))
		}
	}
}

// TestSurvey: marks and blanks are found wherever they stand, and nothing is taken
// for them.
func TestSurvey(t *testing.T) {
	for size := range 20 {
		for at := range size {
			for letter := range 256 {
				for _, fill := range []string{"a", "\x00", "\x80", "!", " a", "a "} {
					text := []byte(strings.Repeat(fill, size)[:size])
					text[at] = byte(letter)
					s := string(text)
					marks, blanks := survey(s)
					if marks != strings.ContainsAny(s, `&<>"`) || blanks != (strings.Trim(s, " ") != s || strings.Contains(s, "  ")) {
						t.Fatalf("%q: marks %t, blanks %t", s, marks, blanks)
					}
				}
			}
		}
	}
	if marks, blanks := survey(""); marks || blanks {
		t.Error("something in nothing")
	}
}

// TestPressIsBounded: a press that is full begins anew.
func TestPressIsBounded(t *testing.T) {
	p := New()
	p.keep(part{"large", strings.Repeat("a", maxWeight)}, packed{data: []byte{1}})
	if len(p.kept) != 0 {
		t.Error("a large part is kept")
	}
	data := strings.Repeat("a", maxWeight-1)
	for i := range 40 {
		for range 2 {
			p.keep(part{fmt.Sprint(i), data}, packed{data: []byte{1}})
		}
	}
	if p.weight > maxKept || p.weight != len(p.kept)*maxWeight || len(p.kept) == 0 {
		t.Errorf("%d parts of %d bytes are kept", len(p.kept), p.weight)
	}
}
