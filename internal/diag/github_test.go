package diag_test

import (
	"bytes"
	"testing"

	"kehoach.example/internal/diag"
)

// TestGitHub: a command a finding, with what ends its parts escaped; no column
// without a line.
func TestGitHub(t *testing.T) {
	f := diag.New("A-B", diag.Error, "g", diag.Place{File: "a,b: 100%.yaml", Line: 3, Column: 2, EndColumn: 5},
		diag.M("đạt %s\nhai, ba: bốn", "%s\nx, y: z", "100%"), diag.M("sửa", "mend"))
	f.Basis = "NĐ 30"
	note := diag.New("C", diag.Info, "g", diag.Place{EndColumn: 4}, diag.M("n", "n"), diag.Msg{})
	warning := diag.New("D", diag.Warning, "g", diag.Place{File: "z"}, diag.M("w", "w"), diag.Msg{})
	var b bytes.Buffer
	diag.WriteGitHub(&b, []diag.Finding{warning, f, note}, "vi")
	want := "::notice title=C::n\n" +
		"::error file=a%2Cb%3A 100%25.yaml,line=3,col=2,endColumn=5,title=A-B::đạt 100%25%0Ahai, ba: bốn%0A→ sửa%0A(NĐ 30)\n" +
		"::warning file=z,title=D::w\n"
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

// TestPrintWith: what may be done stands behind the hint; what could not be
// judged is told apart from notes.
func TestPrintWith(t *testing.T) {
	f := found(diag.Place{})
	f.Hint, f.Basis = diag.M("h", "h"), "NĐ 30"
	open := found(diag.Place{})
	open.Severity, open.Judged, open.Code = diag.Info, false, "MO"
	var b bytes.Buffer
	diag.PrintWith(&b, []diag.Finding{f, open}, "vi", func(f diag.Finding) diag.Msg {
		if f.Code == "MO" {
			return diag.Msg{}
		}
		return diag.M("thêm", "more")
	})
	if want := "lỗi MA-THU: sai\n    → h\n    thêm\n    (NĐ 30)\nchưa xét MO: sai\n"; b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}
