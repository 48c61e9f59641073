package docx

import (
	_ "github.com/lukasjarosch/go-docx" // fills the keys

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
)

// BodyKey is the key of the place where the text of the plan goes.
const BodyKey = "noi_dung"

// LetterheadKey is a key that an office may write into its letterhead as
// {so_ky_hieu}; what it stands for is told in words.
type LetterheadKey struct {
	Name string
	Doc  diag.Msg
}

// Letterhead is an office's own Word file, looked over and ready to be filled.
// It is safe for concurrent use.
type Letterhead struct {
	Name string
	Keys map[string]bool // those that stand in it, BodyKey too
	Sum  [32]byte        // of the file
}

// ReadLetterhead looks a file over (the pre-pass: each key alone in one run) and
// tells everything that stops it from being filled or that will not look as the
// office thinks. With an error there is no letterhead.
func ReadLetterhead(name string, data []byte, keys []LetterheadKey) (*Letterhead, []diag.Finding) {
	return nil, nil
}

// Filled is a letterhead with its keys filled; in the place of the body there is
// one paragraph that holds letterhead.Mark.
type Filled struct{ data []byte }

// Bytes are those of the DOCX with the mark: what the layout is read from.
func (f *Filled) Bytes() []byte { return f.data }

// Fill puts values into the keys: text, "\n" for a line break. A key without a
// value becomes nothing.
func (l *Letterhead) Fill(values map[string]string) (*Filled, error) { return nil, nil }

// WriteOn writes a paper on a filled letterhead: the blocks of its first section
// in the place of the mark, the other sections behind. fig has the page of the
// letterhead.
func WriteOn(f *Filled, d *doc.Document, fig *standard.Resolved) ([]byte, error) { return nil, nil }
