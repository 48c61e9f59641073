package letterhead_test

import (
	"archive/zip"
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"

	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/readback"
)

// FuzzSheet: whatever document.xml holds, reading ends without a panic, each
// finding has a place and two texts, and without a finding there is a mark.
func FuzzSheet(f *testing.F) {
	for _, l := range readback.Letterheads() {
		in, err := zip.NewReader(bytes.NewReader(l.Data), int64(len(l.Data)))
		if err != nil {
			f.Fatal(err)
		}
		r, err := in.Open("word/document.xml")
		if err != nil {
			f.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			f.Fatal(err)
		}
		body := string(text[bytes.Index(text, []byte("<w:body>"))+8:])
		f.Add(strings.ReplaceAll(body[:strings.LastIndex(body, "<w:sectPr")], "{noi_dung}", letterhead.Mark))
	}
	f.Fuzz(func(t *testing.T, body string) {
		s, found := letterhead.Read("mau.docx", file(body, `<w:headerReference r:id="header1"/>`, map[string]string{"header1": body}))
		for _, one := range found {
			if one.At.File == "" || one.At.Where == "" || one.Message.Vi == "" || one.Message.En == "" || one.Hint.Vi == "" || one.Hint.En == "" {
				t.Errorf("%+v", one)
			}
		}
		if s == nil || len(found) == 0 && s.Page.Width == 0 {
			t.Errorf("no page: %+v", s)
		}
	})
}

// TestBounds: files that would take all memory or the whole stack are refused,
// and so are broken ones.
func TestBounds(t *testing.T) {
	bomb := strings.Repeat(" ", 64<<20)
	for name, data := range map[string][]byte{
		"nothing": nil, "no zip": []byte("PK\x03\x04 giấy"), "an empty zip": readback.Zip(),
		"much text":                file(heart+"<w:p><w:r><w:t>"+bomb+"</w:t></w:r></w:p>", "", nil),
		"deep":                     file(strings.Repeat("<w:sdt><w:sdtContent>", 50_000)+strings.Repeat("</w:sdtContent></w:sdt>", 50_000)+heart, "", nil),
		"many":                     file(strings.Repeat("<w:p/>", 300_000)+heart, "", nil),
		"cut":                      file(heart, "", nil)[:400],
		"no XML":                   file("<w:p></w:tbl>", "", nil),
		"a header that is missing": file(heart, `<w:headerReference w:type="default" r:id="none"/>`, nil),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s, found := letterhead.Read("mau.docx", data)
		runtime.ReadMemStats(&after)
		if s == nil || len(found) == 0 || found[len(found)-1].Code != "LETTERHEAD-PDF-BROKEN" {
			t.Errorf("%s: %v", name, found)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 256<<20 {
			t.Errorf("%s: took %d MB", name, took>>20)
		}
	}
}
