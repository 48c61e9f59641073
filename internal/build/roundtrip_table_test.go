package build

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// wildTables makes tables as nobody sane would: cells merged across and down at
// random, rows of too few cells, empty rows, inner tables, tables that touch.
type wildTables struct {
	*sheet
	*rand.Rand
	word int
}

func (w *wildTables) text() string {
	w.word++
	out := fmt.Sprintf("chữ%d", w.word)
	for range w.IntN(4) {
		w.word++
		out += fmt.Sprintf(" ô%d", w.word)
	}
	return out
}

func (w *wildTables) look() string {
	return []string{"", "", "b", "center", "center b", "i"}[w.IntN(6)]
}

func (w *wildTables) cell(depth int) readback.WordCell {
	switch w.IntN(8) {
	case 0:
		return w.Cell("")
	case 1:
		return w.Cell(w.look(), w.text(), w.text())
	case 2:
		if depth == 0 {
			return readback.CellOf(w.Para("", w.text()), w.table(1), w.Para(w.look(), w.text()))
		}
	case 3:
		return w.Cell(w.look(), "| "+w.text()+" | * #"+w.text())
	}
	return w.Cell(w.look(), w.text())
}

func (w *wildTables) table(depth int) readback.WordPiece {
	columns := 1 + w.IntN(5)
	widths := make([]int, columns)
	for i := range widths {
		widths[i] = 600 + w.IntN(2500)
	}
	var rows [][]readback.WordCell
	for range 1 + w.IntN(6) {
		var row []readback.WordCell
		for at := 0; at < columns; {
			c := w.cell(depth)
			c.Across = 1 + w.IntN(min(2, columns-at))
			if w.IntN(9) == 0 {
				c.Across = columns - at
			}
			switch w.IntN(6) {
			case 0:
				c.Down = "first"
			case 1:
				c.Down = "on"
				c.In = w.Empty(1)
			}
			at += c.Across
			row = append(row, c)
			if w.IntN(15) == 0 {
				break // too few cells
			}
		}
		rows = append(rows, row)
	}
	return w.Table([]string{"grid", "grid head", "styled", ""}[w.IntN(4)], widths, rows...)
}

// TestWildTables: whatever a table looks like, its import builds, and no word is
// lost, comes twice or moves.
func TestWildTables(t *testing.T) {
	o := openOffice(t)
	for seed := range uint64(80) {
		w := &wildTables{sheet: newSheet(readback.Maker(seed % 4)), Rand: rand.New(rand.NewPCG(seed, 9))}
		pieces := []readback.WordPiece{w.Para("both b", "I. BẢNG"), w.Para("both", "Các bảng sau:")}
		for range 1 + w.IntN(3) {
			if w.IntN(3) == 0 {
				pieces = append(pieces, w.Para(w.look(), w.text()))
			} else {
				pieces = append(pieces, w.Empty(1))
			}
			pieces = append(pieces, w.table(0))
		}
		w.body = readback.WordPieces(append(pieces, w.Para("both", "Hết bảng."))...)
		if w.IntN(2) == 0 {
			w.tail = readback.WordPieces(w.Section(""), w.Para("center b", "PHỤ LỤC"), w.Para("center b", "BẢNG KÊ"), w.table(0), w.Para("", w.text()))
		}
		file := w.bytes()
		got := o.Import(Input{Name: "bang.docx", Data: file}, ImportOptions{})
		if got.Data == nil {
			t.Errorf("seed %d: refused: %s", seed, told(got.Findings))
			continue
		}
		if faults := lostOrTwice(o, got.Data, w.source(), got.Findings); len(faults) > 0 {
			t.Errorf("seed %d: %s", seed, strings.Join(faults, "\n"))
		}
	}
}
