package build

import (
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
)

// Bounds of a paper that is made: more than a thousand pages. A file of the size
// that is read can hold a hundred times the lines of any real plan, and who opened it
// would wait for minutes.
const (
	mostBlocks  = 60_000 // paragraphs, those in cells too
	mostLetters = 2_000_000
)

// tooLong tells of a paper that is not made.
func tooLong(d *doc.Document) (diag.Finding, bool) {
	blocks, letters := 0, 0
	d.Walk(func(b doc.Block) {
		blocks++
		if p, ok := b.(*doc.Paragraph); ok {
			for _, r := range p.Runs {
				letters += utf8.RuneCountInString(r.Text)
			}
		}
	})
	if blocks <= mostBlocks && letters <= mostLetters {
		return diag.Finding{}, false
	}
	return diag.New("PAPER-LONG", diag.Error, "layout", diag.Place{},
		diag.M("văn bản quá dài: %d đoạn và ô, %d chữ cái; giới hạn %d và %d", "the paper is too long: %d paragraphs and cells, %d letters; the limits are %d and %d", blocks, letters, mostBlocks, mostLetters),
		diag.M("tách phụ lục dài thành kế hoạch riêng", "make plans of their own of long phụ lục")), true
}
