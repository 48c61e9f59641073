package ooxml_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
)

// BenchmarkRead reads a plan of some 60 pages.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Tổ chức thực hiện các nhiệm vụ được giao trong năm. ", 6)
	one := para(`<w:pStyle w:val="Head"/><w:ind w:firstLine="720"/>`, r(`<w:b/><w:sz w:val="28"/>`, "1. Nhiệm vụ: "), r(`<w:sz w:val="28"/>`, text), r(`<w:i/>`, "đến hết năm"))
	data := styled(usual(strings.Repeat(one, 600))).zip(b)
	b.SetBytes(int64(600 * len(one)))
	for b.Loop() {
		if d, fs := ooxml.Read("f", data); d == nil {
			b.Fatal(fs)
		}
	}
}
