package docx

import "kehoach.example/internal/diag"

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
	Keys map[string]bool // those that stand in it, doc.BodyKey too
	Sum  [32]byte        // of the file

	// Words are its own, those of text boxes too, a line for each paragraph, and
	// Before those that stand before a key in its paragraph, "" where a key stands
	// behind several words. They are as they stand in the file: not composed.
	Words  string
	Before map[string]string

	// Outside is what of it no PDF can show, with the places that it has in the
	// file, for whoever reads its looks to keep here.
	Outside []diag.Finding

	bundle  *bundle  // the parts, each key alone in one run
	main    string   // name of the main part
	stories []string // names of the parts that keys may stand in, the main part first
	carrier []byte   // those parts as a file that the library reads
	known   []string
}

// Filled is a letterhead with its keys filled; in the place of the body there is
// one paragraph that holds letterhead.Mark.
type Filled struct {
	bundle *bundle
	lent   *bundle // the parts of the letterhead itself
	main   string
}

// Bytes are those of the DOCX with the mark: what the layout is read from. They
// are made anew each time, so that nobody has to hold them.
func (f *Filled) Bytes() []byte { return store(f.bundle.parts) }
