package build_test

import (
	"os"
	"path/filepath"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// communes is the batch plan of the samples with its list.
func communes(tb testing.TB) *build.Units {
	tb.Helper()
	input := func(name string) build.Input {
		data, err := os.ReadFile(filepath.Join("../../samples/tiem-phong-dai-cac-xa", name))
		if err != nil {
			tb.Fatal(err)
		}
		return build.Input{Name: name, Data: data}
	}
	units, found := office().Units(input("tiem-phong-dai-cac-xa.yaml"), input("tiem-phong-dai-cac-xa.csv"))
	if diag.HasErrors(found) {
		tb.Fatal(found)
	}
	return units
}

// BenchmarkPair is one row of a batch on its way to a Word file and a PDF, by
// phases: the plan with holes is read once for all rows, every other phase runs
// for each. "facts" is a part of "check", "pair" is all of it but reading.
func BenchmarkPair(b *testing.B) {
	units := communes(b)
	for _, phase := range units.Phases(&units.Rows()[0]) {
		b.Run(phase.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := phase.Do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
