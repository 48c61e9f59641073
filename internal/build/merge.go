package build

import (
	"io"

	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
)

// NewMerger begins a file that joins PDF papers of this program into one to
// print. The date is told in its metadata; zero parts of it count as 1 January.
func NewMerger(w io.Writer, title string, year, month, day int) *pdf.Merger {
	return pdf.NewMerger(w, page.Info{Title: title, Year: year, Month: month, Day: day})
}
