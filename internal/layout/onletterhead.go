package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
)

// OnLetterhead: skeleton.
func OnLetterhead(s *letterhead.Sheet, d *doc.Document, fig *standard.Resolved, fam *font.Family) *page.Document {
	return Layout(d, fig, fam)
}
