package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/docx"
)

// Letterhead is an office's own letterhead, looked over.
type Letterhead = docx.Letterhead

// Letterhead looks over a letterhead: a Word file with keys. With an error among
// the findings there is none.
func (o *Office) Letterhead(name string, data []byte) (*Letterhead, []diag.Finding) { return nil, nil }

// NewLetterhead makes a letterhead to begin with, out of a form's own head and
// foot, with keys where the words of a plan stand.
func (o *Office) NewLetterhead(form string) ([]byte, []diag.Finding) { return nil, nil }
