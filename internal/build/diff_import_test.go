package build

import (
	"bytes"
	"testing"

	"kehoach.example/internal/readback"
)

// TestDiffWithItsOwnImport: a file and the plan imported from it do not differ,
// though import writes down the form and puts a table of tasks under its key.
func TestDiffWithItsOwnImport(t *testing.T) {
	o := openOffice(t)
	s := newSheet(readback.ByWord365)
	s.body = readback.WordPieces(s.body, s.Para("both indent b", "3. Tiến độ"), s.Table("grid head", []int{800, 4000, 2400, 2400},
		s.Rows("", []string{"STT", "Nhiệm vụ", "Thời hạn", "Chủ trì"}, []string{"1", "Gom sách cũ", "15/4/2026", "Các thôn"})...))
	source := Input{Name: "cu.docx", Data: s.bytes()}
	imported := o.Import(source, ImportOptions{})
	if !bytes.Contains(imported.Data, []byte("nhiem_vu: |")) || !bytes.Contains(imported.Data, []byte("the_thuc:")) {
		t.Fatalf("%s\n%v", imported.Data, imported.Findings)
	}
	if got := o.Diff(source, Input{Name: "cu.yaml", Data: imported.Data}).Changes; len(got) > 0 {
		t.Errorf("%v", got)
	}
}
