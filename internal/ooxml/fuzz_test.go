package ooxml_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
)

// seeds are files with one of everything that is read.
func seeds() []parts {
	var out []parts
	everything := ""
	for _, text := range []string{
		p("Ke\u0302\u0301 hoạch"), item(1, 0, "a"), item(1, 1, "b"), `<w:p>` + textBox(p("DỰ THẢO")) + `</w:p>`,
		tbl(`<w:tblStyle w:val="TableGrid"/>`, "1 2", tr(tc(`<w:gridSpan w:val="2"/>`, p("a"))), tr(tc(`<w:vMerge/>`, p("b")), tc("", item(1, 0, "")))),
		`<w:p>` + begin + code(" PAGE ") + separate + r("", "3") + endField + `<w:del>` + r("", "x") + `</w:del><w:ins>` + r("", "y") + `</w:ins></w:p>`,
		para(`<w:pStyle w:val="Sub"/><w:rPr><w:del/></w:rPr>`, r(`<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>`, "KÕ"), r(`<w:rFonts w:hAnsi="VNI-Times"/>`, "eá")) + p("z"),
		`<w:p><w:r>` + tx("a") + `<w:br w:type="page"/>` + tx("b") + `<w:footnoteReference w:id="3" w:customMarkFollows="1"/>` + tx("*") + `</w:r></w:p>`,
		`<w:sectPr><w:headerReference r:id="rel-header"/><w:pgSz w:w="2" w:h="1"/></w:sectPr>`,
	} {
		everything += text
		out = append(out, usual(text))
	}
	return append(out, styled(usual(everything)).
		with("numbering", abstract(0, lvl(0, "upperRoman", "%1.", "")+lvl(1, "bullet", "\uf0b7", ""))+num(1, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>`)).
		with("footnotes", `<w:footnote w:id="3">`+p(" * chú thích")+`</w:footnote>`).with("header", p("Sở")))
}

// read reads anything at all: it is refused with one reason, or sound.
func read(t *testing.T, data []byte) {
	d, fs := ooxml.Read("f", data)
	if d == nil {
		if len(fs) != 1 || fs[0].At.File != "f" || fs[0].Message.Vi == "" || fs[0].Hint.Vi == "" {
			t.Fatalf("refused without a reason: %+v", fs)
		}
		return
	}
	if !ooxml.Looks(data) {
		t.Fatal("it is read and does not look so")
	}
	sound(t, d, fs)
}

// FuzzDOCX: whatever the bytes of a file, no panic, a reason or a sound document.
func FuzzDOCX(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s.zip(f))
	}
	f.Add(ole("WordDocument"))
	f.Add([]byte(`{\rtf1`))
	f.Add(append([]byte("x"), usual(p("a")).zip(f)...)) // a zip that begins late
	f.Fuzz(read)
}

// FuzzDocumentXML: the same where the zip is good and its text is not.
func FuzzDocumentXML(f *testing.F) {
	all := seeds()
	for _, s := range all {
		text := s[mainPart]
		f.Add(text[strings.Index(text, "<w:body>")+len("<w:body>") : strings.LastIndex(text, "</w:body>")])
	}
	frame := all[len(all)-1]
	f.Fuzz(func(t *testing.T, text string) {
		file := maps.Clone(frame)
		file[mainPart] = document(text)
		read(t, stored(t, file))
	})
}

// stored packs parts without compressing them, which is faster.
func stored(t testing.TB, p parts) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(f, p[name])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
