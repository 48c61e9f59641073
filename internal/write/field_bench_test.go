package write

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkSetField measures one change of a file of about 300 KB.
func BenchmarkSetField(b *testing.B) {
	data, err := os.ReadFile("../../samples/ubnd-phuong-2027/ubnd-phuong-2027.yaml")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	i := strings.Index(text, "muc:\n") + 5
	j := strings.Index(text, "\nket:") + 1
	text = text[:i] + strings.Repeat(text[i:j], 300<<10/(j-i)) + text[j:]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := SetField(text, "muc.1.tieu_de", "X"); err != nil {
			b.Fatal(err)
		}
	}
}
