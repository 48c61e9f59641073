package docx_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/readback"
)

var inBraces = regexp.MustCompile(`\{[^{}\n]*\}`)

// outside are the letters of a text that stand in no braces.
func outside(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || string(r) == letterhead.Mark {
			return -1
		}
		return r
	}, inBraces.ReplaceAllString(text, ""))
}

// FuzzLetterhead: whatever the bytes of a letterhead, or with whole false of the
// main part of one: no panic, a reason or a letterhead that can be filled and
// written on and loses none of its letters.
func FuzzLetterhead(f *testing.F) {
	all := readback.Letterheads()
	for _, in := range all {
		f.Add(in.Data, true)
		f.Add([]byte(parts(f, in.Data)[mainPart]), false)
	}
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), true)
	base := parts(f, plain(f, lone).Data)
	_, fig := paper(f)
	text := doc.Section{Blocks: []doc.Block{&doc.Paragraph{ID: 1, Role: doc.Than, Runs: []doc.Run{{Text: "a"}}}}}
	d := &doc.Document{Sections: []doc.Section{text, text}}
	f.Fuzz(func(t *testing.T, data []byte, whole bool) {
		if !whole {
			data = readback.Zip(readback.ZipEntry{Name: "[Content_Types].xml", Content: []byte(base["[Content_Types].xml"])}, readback.ZipEntry{Name: "_rels/.rels", Content: []byte(base["_rels/.rels"])}, readback.ZipEntry{Name: mainPart, Content: data})
		}
		l, found := docx.ReadLetterhead("f.docx", data, keys())
		for _, x := range found {
			if x.Message.Vi == "" || x.Hint.Vi == "" || x.At.File != "f.docx" {
				t.Fatalf("a finding without words: %+v", x)
			}
		}
		if l == nil {
			if !slices.ContainsFunc(found, func(x diag.Finding) bool { return x.Severity == diag.Error }) {
				t.Fatal("refused without a reason")
			}
			return
		}
		filled, err := l.Fill(nil)
		if err != nil {
			t.Fatal(err)
		}
		if !whole {
			before, after := parts(t, data)[mainPart], parts(t, filled.Bytes())[mainPart]
			if a, b := outside(shown(t, before)), outside(shown(t, after)); a != b {
				t.Fatalf("letters are lost:\n%q\n%q", a, b)
			}
		}
		written, err := docx.New().WriteOn(filled, d, fig)
		if err != nil {
			t.Fatal(err)
		}
		if !docx.Unchanged(written) {
			t.Fatal("not known as our own")
		}
	})
}
