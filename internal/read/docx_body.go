package read

import "kehoach.example/internal/plan"

// docxBody reads the numbered text of a Word file into parts.
func (t *docxReader) docxBody(lines []tline) {}

// docxAppendix reads what stands behind the signature as phụ lục.
func (t *docxReader) docxAppendix(lines []tline) {}

// runsOf gives the runs of a paragraph that hold a piece of its text, in their
// looks. The piece may have its blanks squeezed and its ends cut.
func (t *docxReader) runsOf(l tline, piece string) []plan.Run { return nil }
