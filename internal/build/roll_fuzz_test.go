package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// FuzzRoll: whatever stands in a plan, it rolls or is refused: no panic, every
// entry has a line of the new file, and the new file has as many lines and no
// entry over another.
func FuzzRoll(f *testing.F) {
	files, _ := filepath.Glob("testdata/roll/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		old, _, _ := strings.Cut(string(data), "-- nam --")
		_, old, _ = strings.Cut(old, "-- cu.yaml --\n")
		f.Add([]byte(old))
	}
	f.Add([]byte("trich_yeu: A năm 2026\nmuc:\n  - tieu_de: 29/02/2024 - 2026, năm thứ\n"))
	o := openOffice(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 8000 {
			return // only slower
		}
		r, found := o.Roll(Input{Name: "cu.yaml", Data: data}, RollOptions{Year: 2024 + len(data)%8, Mark: len(data)%2 == 0})
		if r == nil {
			if !diag.HasErrors(found) {
				t.Fatal("neither a plan nor an error")
			}
			return
		}
		lines := strings.Count(string(r.Data), "\n") + 1
		for _, c := range r.Changes {
			if c.At.Line < 1 || c.At.Line > lines || c.Why.Vi == "" || c.Why.En == "" {
				t.Fatalf("%+v", c)
			}
		}
	})
}
