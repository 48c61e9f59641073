package batch

import (
	"archive/zip"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/diag"
)

// WriteList writes an Excel file to begin a list of units with: a sheet with the
// columns that a plan asks for, and no rows.
func WriteList(w io.Writer, columns []string, lang string) error {
	book := excelize.NewFile()
	x := workbook{book: book, lang: lang}
	err := x.writeList(w, columns)
	if cerr := book.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("batch: list: %w", err)
	}
	return nil
}

func (x *workbook) writeList(w io.Writer, columns []string) error {
	if err := x.style(); err != nil {
		return err
	}
	var heads []column
	for _, name := range columns {
		heads = append(heads, column{name, float64(max(14, len(name)+4))})
	}
	s, err := x.begin(diag.M("Danh sách", "List").In(x.lang), 1, heads)
	if err != nil {
		return err
	}
	if err := s.end(); err != nil {
		return err
	}
	if err := x.book.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	x.book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &sortedZip{to: zip.NewWriter(w)} })
	_, err = x.book.WriteTo(io.Discard)
	return err
}
