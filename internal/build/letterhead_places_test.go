package build_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestOutsidePlaces: what no PDF can show is told at its place in the office's
// own file, also where a paragraph before it goes because a plan has no words
// for its key.
func TestOutsidePlaces(t *testing.T) {
	whole, found := office().NewLetterhead("", true)
	if len(found) > 0 {
		t.Fatal(told(found))
	}
	const body = "<w:body>"
	data := recast(t, whole, body, body+`<w:p><w:r><w:t>{do_khan}</w:t></w:r></w:p><w:p><w:r><w:rPr><w:emboss/></w:rPr><w:t>Nổi</w:t></w:r></w:p>`)
	sheet := letterheadOf(t, "a.docx", data)
	for _, urgent := range []string{"", "do_khan: KHẨN\n"} {
		paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(onPlan + urgent), Letterhead: sheet})
		var got []string
		for _, f := range paper.Unpaged {
			got = append(got, f.Code+" "+f.At.Where)
		}
		if s := strings.Join(got, "; "); s != "LETTERHEAD-PDF-TEXT đoạn 2" || diag.HasErrors(paper.Findings) {
			t.Errorf("%q: %s%s", urgent, s, told(paper.Findings))
		}
	}
}
