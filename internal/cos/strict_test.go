package cos_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
)

// fake is another object 4, which no table tells of.
const fake = "4 0 obj\n(FAKE)\nendobj\n"

// later is a file whose second revision adds object 5, behind some bytes.
func later(bytesBetween string) *hand {
	h := small("(four)").table("")
	h.WriteString(bytesBetween)
	return h.put(5, "(five)").table("")
}

// TestSpellings: where the tables and their ends are spelt in a way that makes
// other programs look for objects all over the file, the file is broken; as it
// stands it is not.
func TestSpellings(t *testing.T) {
	if got := open(t, later("").Bytes()).Get(cos.Ref{Num: 4}); !reflect.DeepEqual(got, cos.String("four")) {
		t.Fatalf("object 4 is %v", got)
	}
	for name, c := range map[string][2]string{
		"comment before the place":     {"startxref\n", "startxref\n%c\n"},
		"comment behind startxref":     {"startxref\n", "startxref %1\n"},
		"zero before the place":        {"startxref\n", "startxref \x00"},
		"one line":                     {"startxref\n", "startxref "},
		"empty lines before the place": {"startxref\n", "startxref" + strings.Repeat("\n", 400)},
		"blanks before the end":        {"\n%%EOF", "\n" + strings.Repeat(" ", 3000) + "\n%%EOF"},
		"empty lines before the end":   {"\n%%EOF", strings.Repeat("\n", 1010) + "%%EOF"},
		"zeros before the end":         {"\n%%EOF", "\x00\x00\x00%%EOF"},
		"the end on the same line":     {"\n%%EOF", " %%EOF"},
		"comment behind xref":          {"xref\n0 1\n", "xref%c\n0 1\n"},
		"comment line behind xref":     {"xref\n0 1\n", "xref\n%trailer <</Root 9 0 R>>\n0 1\n"},
		"zero behind xref":             {"xref\n0 1\n", "xref\x000 1\n"},
		"no line end behind xref":      {"xref\n0 1\n", "xref 0 1\n"},
		"comment behind trailer":       {"trailer\n", "trailer %x\n"},
		"comment in a part":            {"5 1\n", "5 %x\n1 %y\n"},
		"numbers on two lines":         {"5 1\n", "5\n1\n"},
		"empty lines in a part":        {"5 1\n", "5 1\n\n\n"},
		"empty line between parts":     {"5 1\n", "\n5 1\n"},
		"two before the trailer":       {"trailer\n", "\n\ntrailer\n"},
		"three blanks":                 {" n \n", " n   \n"},
		"a short line":                 {" n \n", " n\n"},
		"tabs":                         {" n \n", " n\t\t"},
		"a zero":                       {" n \n", " n\x00\n"},
		"a long line":                  {" f \n", " f \r\n"},
		"a size beyond all bounds":     {"/Size 6", "/Size 8388608"},
		"a part from 1":                {"0 1\n0000000000 65535 f ", "1 1\n0000000000 65535 f "},
		"generation of object 0":       {" 65535 f", " 65537 f"},
		"generation of another":        {" 00000 n", " 65536 n"},
	} {
		if _, err := cos.Open(swap(t, later(""), c[0], c[1])); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMostNumber: object 8,388,606 is the last whose table all programs read.
func TestMostNumber(t *testing.T) {
	open(t, small().table("").put(8_388_606, "1").table("").Bytes())
	for _, n := range []int{8_388_607, 9_000_000} {
		if _, err := cos.Open(small().table("").put(n, "1").table("").Bytes()); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%d: %v", n, err)
		}
	}
}

// TestBytesBetween: what stands between objects is blank, and in the first
// revision a comment that nobody takes for an object.
func TestBytesBetween(t *testing.T) {
	for name, between := range map[string]string{
		"an object":              fake,
		"a comment":              "%c\n",
		"a comment at the end":   "%%EOF\n",
		"a hidden object":        "% \r" + fake,
		"a trailer":              "trailer\n<</Root 9 0 R>>\n",
		"a table":                "xref trailer startxref 9\n%%EOF\n",
		"a letter":               "x",
		"the whole file":         small("(four)").table("").String(),
		"an object in a comment": "%4 0 obj (FAKE) endobj\n",
	} {
		if _, err := cos.Open(later(between).Bytes()); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%s behind the first revision: %v", name, err)
		}
		h := small("(four)")
		h.WriteString(between)
		if _, err := cos.Open(h.table("").Bytes()); !errors.Is(err, cos.ErrBroken) && !strings.HasPrefix(name, "a comment") {
			t.Errorf("%s in the first revision: %v", name, err)
		}
	}
	glued := bytes.Replace(later("").Bytes(), []byte("%%EOF\n5 0"), []byte("%%EOFx5 0"), 1)
	if _, err := cos.Open(glued); !errors.Is(err, cos.ErrBroken) {
		t.Errorf("a letter at the end: %v", err)
	}
	open(t, later(" \x00\r\n\r\n").Bytes())
	qdf := small("(four)")
	qdf.WriteString("%% Original object ID: 4 0\n%\xe2\xe3\xcf\xd3\n")
	open(t, qdf.table("").Bytes())
	open(t, swap(t, later(""), "startxref", "%iText-Core-8.0.2\nstartxref"))
	for _, comment := range []string{"%a\n%b\n", "%4 0 obj (FAKE) endobj\n", "%" + strings.Repeat(" ", 1000) + "\n"} {
		if _, err := cos.Open(swap(t, later(""), "startxref", comment+"startxref")); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%.20q behind a table: %v", comment, err)
		}
	}
}

// TestHeads: the number of an object has no comments in it.
func TestHeads(t *testing.T) {
	for _, head := range []string{"5 %c\n0 obj", "5 0%d\nobj", "5 0 %\nobj", "5 0obj"} {
		h := later("")
		data := strings.Replace(h.String(), "\n5 0 obj", "\n"+head, 1)
		data = strings.Replace(data, fmt.Sprintf("startxref\n%d\n", h.prev), fmt.Sprintf("startxref\n%d\n", h.prev+len(head)-len("5 0 obj")), 1)
		if _, err := cos.Open([]byte(data)); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%q: %v", head, err)
		}
	}
}

// TestSkipped: a revision that says it follows an older one than stands before it
// leaves bytes out that belong to nobody then.
func TestSkipped(t *testing.T) {
	h := small("(four)").table("")
	first := h.prev
	h.put(4, "(FOUR)").table("")
	open(t, h.Bytes())
	h.prev = first
	if _, err := cos.Open(h.table("").Bytes()); !errors.Is(err, cos.ErrBroken) {
		t.Errorf("%v", err)
	}
}

// TestMuPDF: the first line and the empty line before the trailer as MuPDF writes
// them.
func TestMuPDF(t *testing.T) {
	data := swap(t, small("(four)").table(""), "0000000000 65535 f", "0000000000 65536 f")
	data = bytes.Replace(data, []byte("trailer"), []byte("\ntrailer"), 1)
	if got := open(t, data).Get(cos.Ref{Num: 4}); !reflect.DeepEqual(got, cos.String("four")) {
		t.Errorf("%v", got)
	}
}

// TestTableStreams: fields of a width that others do not read, types that nobody
// knows, and a table stream that names another are refused.
func TestTableStreams(t *testing.T) {
	file := func(keys, width string, types byte) []byte {
		h := small("(four)").table("").put(5, "(five)")
		at := h.Len()
		row := fmt.Sprintf("\x00\x00\x00%c\x00\x00\x00\x00\x00\x00%c%c\x00\x00", types, h.places[5]>>8, h.places[5]&255)
		from := 3
		switch width {
		case "[8 8 8]":
			row, from = strings.Repeat("\x00", 7)+"\x01"+row[4:12]+strings.Repeat("\x00", 8), 0
		case "[4 8 8]":
			row, from = row+strings.Repeat("\x00", 6), 0
		case "[4 8 2]":
			from = 0
		}
		row = row[from:]
		fmt.Fprintf(h, "6 0 obj\n<</Type /XRef /W %s /Index [5 1] /Size 7 /Root 1 0 R /Prev %d /Length %d %s>>\nstream\n%s\nendstream\nendobj\n", width, h.prev, len(row), keys, row)
		return h.end(at).Bytes()
	}
	for _, width := range []string{"[1 8 2]", "[4 8 2]"} {
		if got := open(t, file("", width, 1)).Get(cos.Ref{Num: 5}); !reflect.DeepEqual(got, cos.String("five")) {
			t.Errorf("%s: %v", width, got)
		}
	}
	for name, data := range map[string][]byte{
		"wide":           file("", "[8 8 8]", 1),
		"wide at end":    file("", "[4 8 8]", 1),
		"another":        file("/XRefStm 3", "[1 8 2]", 1),
		"an odd type":    file("", "[1 8 2]", 3),
		"another's type": file("", "[4 8 2]", 9),
	} {
		if _, err := cos.Open(data); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
