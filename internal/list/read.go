package list

import (
	"kehoach.example/internal/diag"
)

// Read reads a list by its content, then by the ending of its name. The findings
// are of the file as a whole; where one is an error there is no book.
func Read(name string, data []byte, opt Options) (*Book, []diag.Finding) {
	return nil, nil
}

// Sheet finds a sheet by its name, without regard to case, blanks and diacritics.
func (b *Book) Sheet(name string) (*Sheet, bool) { return nil, false }

// Fold brings a header, a hole or the name of a sheet to one form: "Tên đơn vị"
// is ten_don_vi. A full stop stays: nguoi_ky.ho_ten names a key.
func Fold(title string) string { return title }

// Column is the index of a column by its folded name.
func (s *Sheet) Column(name string) (int, bool) { return 0, false }

// Unit is the index of the column that names the units: the first that is no
// counter (STT, TT).
func (s *Sheet) Unit() int { return 0 }

// Place is where a cell stands: "Sheet1!C17". Column is an index of Columns;
// row the number in the file.
func (s *Sheet) Place(file string, row, column int) diag.Place { return diag.Place{} }

// Judge tells what is wrong with the cells of the columns that are used, by
// index, and what is worth knowing of the sheet; in the order of the rows.
func (b *Book) Judge(s *Sheet, uses map[int]Use) []Problem { return nil }
