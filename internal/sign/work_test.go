package sign

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
)

// plainFile writes a file of these objects; the first is the catalog.
func plainFile(objects map[int]string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	(&paper{objects: objects}).write(&b, objects, 0)
	return bytes.Replace(b.Bytes(), []byte(fmt.Sprintf("/Info %d 0 R", pInfo)), []byte("            "), 1)
}

// refs lists references to objects from one number up to another.
func refs(from, to int) string {
	var b strings.Builder
	for n := from; n < to; n++ {
		fmt.Fprintf(&b, " %d 0 R", n)
	}
	return b.String()
}

// TestWork: small files that ask for more work than any paper needs are told so,
// by everything that reads files of others.
func TestWork(t *testing.T) {
	const many = 160_000
	onePage := map[int]string{2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}
	for _, c := range []struct {
		name string
		make func(*testing.T, map[int]string) []byte
	}{
		{"fields that share their kids", func(_ *testing.T, o map[int]string) []byte {
			o[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [" + refs(20, 9020) + "] >> >>"
			o[7], o[8] = "["+strings.Repeat("8 0 R ", many)+"]", "<< /Rect [0 0 9 9] >>"
			for n := 20; n < 9020; n++ {
				o[n] = "<< /FT /Tx /T (a) /Kids 7 0 R >>"
			}
			return plainFile(o)
		}},
		{"pages that share their annotations", func(_ *testing.T, o map[int]string) []byte {
			o[1], o[2] = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 20000 /Kids ["+refs(20, 20020)+"] >>"
			o[7], o[8] = "["+strings.Repeat("8 0 R ", many)+"]", "<< /Subtype /Link /Rect [0 0 9 9] >>"
			for n := 20; n < 20020; n++ {
				o[n] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots 7 0 R >>"
			}
			return plainFile(o)
		}},
		{"fonts with large maps", func(t *testing.T, o map[int]string) []byte {
			var bomb bytes.Buffer
			w := zlib.NewWriter(&bomb)
			fmt.Fprint(w, strings.Repeat(" ", 1_000_000), "1 beginbfchar <41> <0041> endbfchar")
			w.Close()
			var fields, fonts strings.Builder
			for n := range 200 {
				fmt.Fprintf(&fonts, "/A%d %d 0 R ", n, 20+n)
				o[20+n] = "<< /Type /Font /Subtype /TrueType /Widths [1] /FirstChar 32 /FontDescriptor 11 0 R /ToUnicode 12 0 R >>"
			}
			o[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>"
			o[3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 14 0 R /Resources << /Font << " + fonts.String() + " >> >> >>"
			for n := range 200 {
				fmt.Fprintf(&fields, "%d 0 R ", 300+n)
				o[300+n] = fmt.Sprintf("<< /FT /Tx /T (so) /DA (/A%d 9 Tf) /Subtype /Widget /Rect [0 0 9 9] >>", n)
			}
			o[5] = "<< /Fields [" + fields.String() + "] /DR << /Font << " + fonts.String() + " >> >> >>"
			o[11], o[12] = "<< >>", stream("/Filter /FlateDecode", bomb.String())
			o[14] = stream("", "BT ET")
			changes := map[int]string{}
			for n := range 200 {
				changes[300+n] = strings.TrimSuffix(o[300+n], ">>") + fmt.Sprintf("/V (A) /AP << /N %d 0 R >> >>", 600+n)
				changes[600+n] = stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /A%d %d 0 R >> >>", n, 20+n), fmt.Sprintf("BT /A%d 9 Tf (A) Tj ET", n))
			}
			return added(t, plainFile(o), changes)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := map[int]string{}
			for n, body := range onePage {
				o[n] = body
			}
			data := c.make(t, o)
			if f, err := cos.Open(data); err != nil || len(data) > 4<<20 {
				t.Fatalf("%v %v, %d bytes", f, err, len(data))
			}
			r, found := Verify("a.pdf", data, VerifyOptions{})
			if r != nil || len(found) != 1 || found[0].Code != "PDF-SIZE" {
				t.Errorf("verify: %+v %v", r, messages(found))
			}
			if found := Inspect("a.pdf", data); len(found) != 1 || found[0].Code != "PDF-SIZE" {
				t.Errorf("inspect: %v", messages(found))
			}
		})
	}
}
