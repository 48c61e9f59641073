package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Print is how the file to print is made.
type Print struct {
	Title            string
	Year, Month, Day int  // of its metadata; zero parts count as 1 January
	TwoSided         bool // each paper begins on the front of a sheet
}

// WritePrint joins the PDF papers of all rows that were made into one file to
// print, in the order of the list, with a bookmark for each, and puts the pages
// of each into its Unit. One paper is in memory at a time. Rows that have no PDF
// are told; where none has, or a file is not the one that was made, nothing can
// be printed and the error tells why.
func WritePrint(ctx context.Context, w io.Writer, out *os.Root, ix *Index, p Print) ([]diag.Finding, error) {
	var found []diag.Finding
	to := &bounded{w: w, room: mostPrint}
	m := build.NewMerger(to, p.Title, p.Year, p.Month, p.Day)
	joined := 0
	for i := range ix.Units {
		u := &ix.Units[i]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		u.Print = nil
		if u.State != Done {
			continue
		}
		f, ok := u.file(".pdf")
		if !ok {
			found = append(found, diag.New("BATCH-PRINT-MISSING", diag.Warning, "batch", diag.Place{File: ix.List},
				diag.M("dòng %d, %q: không có tệp PDF nên không có trong bản in", "row %d, %q: there is no PDF, so it is not in the file to print", u.Row, u.Unit),
				diag.M("in riêng tệp DOCX của đơn vị này", "print the DOCX of this unit by itself")))
			continue
		}
		data, err := readWhole(out, f)
		if err != nil {
			return nil, err
		}
		first, last, err := m.Add(bookmark(u), data, p.TwoSided)
		switch {
		case err != nil && to.err != nil:
			return nil, to.err
		case err != nil:
			return nil, reason{diag.M("%s không phải PDF do chương trình này ghi, nên không gộp được", "%s is no PDF of this program and cannot be joined", f.Name)}
		}
		u.Print = &Range{first, last}
		joined++
	}
	if joined == 0 {
		return nil, reason{diag.M("không có tệp PDF nào để gộp thành bản in", "there is no PDF to join into a file to print")}
	}
	return few(found), m.Close()
}

// mostPrint bounds a file to print, in bytes: below what a joined PDF may have,
// with room for its table.
const mostPrint = 2_000_000_000

var errTooBig = reason{diag.M("bản in sẽ lớn hơn 2 GB", "it would have more than 2 GB")}

// bounded passes on what is written to it while there is room, and keeps the
// first error.
type bounded struct {
	w    io.Writer
	room int64
	err  error
}

func (b *bounded) Write(p []byte) (n int, err error) {
	if b.room -= int64(len(p)); b.room < 0 && b.err == nil {
		b.err = errTooBig
	}
	if b.err == nil {
		n, b.err = b.w.Write(p)
	}
	return n, b.err
}

// bookmark names a unit in the file to print.
func bookmark(u *Unit) string { return strings.Trim(u.Unit+" - "+u.Number, "- ") }

// file finds a file of a unit by its ending.
func (u *Unit) file(ending string) (File, bool) {
	for _, f := range u.Files {
		if strings.HasSuffix(f.Name, ending) {
			return f, true
		}
	}
	return File{}, false
}

// errOther tells of a file that is not the one of the index.
func errOther(name string) error {
	return reason{diag.M("%s không còn là tệp đã lập", "%s is no longer the file that was made", name)}
}

// readWhole reads a file of the folder and holds it against the index.
func readWhole(out *os.Root, want File) ([]byte, error) {
	f, err := out.Open(want.Name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	h := sha256.New()
	_, err = io.CopyN(io.MultiWriter(&b, h), f, want.Bytes+1)
	switch {
	case err == nil: // longer than it was
		return nil, errOther(want.Name)
	case !errors.Is(err, io.EOF):
		return nil, err
	case hex.EncodeToString(h.Sum(nil)) != want.SHA256:
		return nil, errOther(want.Name)
	}
	return b.Bytes(), nil
}
