package font

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/unit"
)

// TestKeptTexts: texts that are filled again, by many at one time and beside more
// texts than are kept, have the lines of their first filling, each look its own.
func TestKeptTexts(t *testing.T) {
	f, err := Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	text := func(i int) []Piece {
		plain := Style{Size: 14 * unit.PT}
		words := Piece{Text: fmt.Sprintf("Đoạn %d của kế hoạch, dài hơn một dòng ", i/4), Style: plain}
		strong := words
		strong.Style.Bold = true
		return [][]Piece{{words}, {strong}, {words, strong}, {strong, words}}[i%4]
	}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for i := range mostTexts + mostTexts/4 {
				for _, k := range []int{i, i % 40} {
					got, want := f.Fill(text(k), 60*unit.MM, 70*unit.MM), f.fill(text(k), 60*unit.MM, 70*unit.MM)
					if !reflect.DeepEqual(got, want) {
						t.Errorf("text %d: %v, want %v", k, got, want)
						return
					}
				}
			}
		})
	}
	wg.Wait()
	if n := len(f.kept.of); n == 0 || n > mostTexts || f.kept.bytes > mostBytes {
		t.Errorf("%d texts, %d bytes", n, f.kept.bytes)
	}
}
