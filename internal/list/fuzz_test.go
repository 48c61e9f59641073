package list_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// sound holds what came of a file to what is promised of every file.
func sound(t *testing.T, b *list.Book, fs []diag.Finding) {
	t.Helper()
	whole := map[string]bool{"LIST-FORMAT": true, "LIST-ENCRYPTED": true, "LIST-BROKEN": true, "LIST-TOO-LARGE": true, "LIST-EMPTY-FILE": true} // of the file itself
	placed := func(f diag.Finding) {
		if f.At.File != "f" || f.At.Where == "" && !whole[f.Code] || f.Code == "" || f.Message.Vi == "" || f.Message.En == "" {
			t.Errorf("a finding without its place or words: %+v", f)
		}
	}
	for _, f := range fs {
		placed(f)
	}
	if (b == nil) != diag.HasErrors(fs) {
		t.Fatalf("book: %v, findings: %+v", b != nil, fs)
	}
	if b == nil {
		return
	}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		uses := map[int]list.Use{}
		for c := range s.Columns {
			uses[c] = list.Use{Required: c%2 == 0, Date: c%3 == 1}
		}
		last := 0
		for _, p := range b.Judge(s, uses) {
			placed(p.Finding)
			if p.Row < last || (p.Finding.Severity == diag.Error) != p.Bad {
				t.Errorf("row %d behind %d: %+v", p.Row, last, p)
			}
			last = p.Row
		}
		last = 0
		for _, r := range s.Rows {
			if r.Number <= last || len(r.Cells) != len(s.Columns) {
				t.Fatalf("row %d behind %d has %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			for _, c := range r.Cells {
				soundText(t, c.Text)
			}
		}
	}
}

// soundText holds a text to what is promised of a cell.
func soundText(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || strings.TrimSpace(s) != s || strings.ContainsAny(s, "\x00\t\r\u00a0\u200b\ufeff") || strings.Contains(s, "  ") {
		t.Errorf("a cell holds %q", s)
	}
}

// FuzzXLSX: parts of an Excel file as anybody may write them.
func FuzzXLSX(f *testing.F) {
	for _, s := range shapes() {
		f.Add(s["xl/workbook.xml"], s["xl/worksheets/sheet1.xml"], s["xl/sharedStrings.xml"], s["xl/styles.xml"])
	}
	s := book(dateStyles, [2]string{"DS xã", faulty()})
	f.Add(s["xl/workbook.xml"], s["xl/worksheets/sheet1.xml"], "", s["xl/styles.xml"])
	f.Fuzz(func(t *testing.T, workbook, sheet, shared, styles string) {
		s := shapes()["Excel"]
		s["xl/workbook.xml"], s["xl/worksheets/sheet1.xml"], s["xl/sharedStrings.xml"], s["xl/styles.xml"] = workbook, sheet, shared, styles
		b, fs := list.Read("f", s.zip(t), list.Options{Known: []string{"ten_don_vi"}})
		sound(t, b, fs)
	})
}

// FuzzCSV: bytes that are taken for a CSV file or for anything else.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"STT,Tên đơn vị,Ngày\n1,Xã A,06/01/2027\n2,\"Xã \"\"B\"\"\",31/02/2027\n", "a;b\n\"1\n2\";=\"007\"\n", "sep=;\na;b\n1;2", "\"", "a,b\n\x00", asUTF16("a\tb\n1\t2\n", false), asUTF16("a\tb\n", true),
		"X\xe3,b\nB\xec\xccnh,1\n", "PK\x03\x04", "\xd0\xcf\x11\xe0", "Xã,Ngày\na,ngày 6 tháng 1 năm 2027\nb,46388\nc,8h30 6/1/27\nd,2027-01-06T00:00\n", "<html>", "Mã,Mã\n007,08\n5,1.2E+11\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, fs := list.Read("f", data, list.Options{Known: []string{"ten_don_vi"}})
		sound(t, b, fs)
	})
}
