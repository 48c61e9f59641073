package docx

import (
	"archive/zip"
	"bytes"
	"io"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
)

// WriteAnew writes the same parts as a press does, all of them anew, and lets
// package archive/zip compress each with compress/flate: for benchmarks.
func WriteAnew(d *doc.Document, fig *standard.Resolved) ([]byte, error) {
	w := &writer{fig: fig, margins: marginsOf(d), day: fileDay(d.Info)}
	look := newLooks(fig)
	w.looks = look.byRole
	w.document(d)
	parts := []part{{mainPart, w.xml.String()}}
	own, extra := w.ownParts(d)
	parts = append(append(parts, w.commonParts(d, look.part, extra)...), own...)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := z.Create(p.name)
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(f, p.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}
