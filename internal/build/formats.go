package build

import (
	"fmt"
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/pdf"
)

// Format is a kind of file that a paper can become.
type Format string

// The formats: the Word file, the PDF, and the two files beside it that tell
// signing programs and document-management systems what they ask for.
const (
	DOCX Format = "docx"
	PDF  Format = "pdf"
	Kyso Format = "kyso"
	Meta Format = "meta"
)

// Formats lists all formats in the order in which they are written.
func Formats() []Format { return []Format{DOCX, PDF, Kyso, Meta} }

// Ending is what names of files of a format end with: ".kyso.json".
func (f Format) Ending() string {
	switch f {
	case Kyso, Meta:
		return "." + string(f) + ".json"
	}
	return "." + string(f)
}

// Paged tells whether files of a format are made of the pages of a paper.
func (f Format) Paged() bool { return f != DOCX }

// FormatOf is the format of a file that was written for a paper, by its name,
// and the name without its ending; "" for another file.
func FormatOf(file string) (Format, string) {
	for _, f := range Formats() {
		if base, ok := strings.CutSuffix(file, f.Ending()); ok {
			return f, base
		}
	}
	return "", file
}

// Engine makes the PDFs.
type Engine string

// The engines. The reference is slower and makes plain files, without tags and
// without places for signatures.
const (
	Native    Engine = "native"
	Reference Engine = "gofpdf"
)

// Write makes the file of a paper in a format. base is its name without folder
// and ending.
func (o *Office) Write(p *Paper, f Format, e Engine, base string) ([]byte, error) {
	switch {
	case f == DOCX:
		return p.DOCX()
	case p.Pages == nil:
		return nil, fmt.Errorf("build: %s of a paper without pages", f)
	case f == Kyso:
		return p.KySo(base + PDF.Ending())
	case f == Meta:
		return p.MetaFile(base + PDF.Ending())
	}
	return o.PDF(p, e)
}

// PDF writes a paper with Pages as a PDF.
func (o *Office) PDF(p *Paper, e Engine) ([]byte, error) {
	if e == Reference {
		return pdf.Reference(p.Pages, o.Fonts)
	}
	return o.pdf.Write(p.Pages)
}

// Unchanged tells whether a file of a format is one that this program wrote and
// nobody has edited since.
func Unchanged(f Format, data []byte) bool {
	if f == DOCX {
		return docx.Unchanged(data)
	}
	return cos.Unchanged(data)
}
