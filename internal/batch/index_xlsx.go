package batch

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/diag"
)

// WriteXLSX writes an index as an Excel file of three sheets: the rows and their
// files, how the words of the units differ, and all findings. Labels are in the
// language given, "vi" or "en". Texts are strings, never formulas or links; see
// cellText. The same index gives the same bytes. Rows are written one by one;
// the sheets wait in memory while small, else in temporary files.
func WriteXLSX(w io.Writer, ix *Index, lang string) error {
	book := excelize.NewFile()
	x := workbook{book: book, ix: ix, lang: lang}
	err := x.write(w)
	if cerr := book.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("batch: xlsx: %w", err)
	}
	return nil
}

type workbook struct {
	book  *excelize.File
	ix    *Index
	lang  string
	looks looks
}

// looks are the styles of cells.
type looks struct{ head, plain, grey, number int }

func (x *workbook) write(w io.Writer) error {
	if err := x.style(); err != nil {
		return err
	}
	props := &excelize.DocProperties{Creator: "kehoach", LastModifiedBy: "kehoach", Title: x.text("Mục lục", "Index"), Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"}
	if err := x.book.SetDocProps(props); err != nil {
		return err
	}
	for i, fill := range []func() error{x.unitSheet, x.matrixSheet, x.findingSheet} {
		if err := fill(); err != nil {
			return err
		}
		if i == 0 { // the one that a new workbook has
			if err := x.book.DeleteSheet("Sheet1"); err != nil {
				return err
			}
		}
	}
	x.book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &sortedZip{to: zip.NewWriter(w)} })
	_, err := x.book.WriteTo(io.Discard)
	return err
}

func (x *workbook) text(vi, en string) string { return diag.Msg{Vi: vi, En: en}.In(x.lang) }

func (x *workbook) style() error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	var errs []error
	add := func(s excelize.Style) int {
		s.Alignment = top
		id, err := x.book.NewStyle(&s)
		errs = append(errs, err)
		return id
	}
	x.looks = looks{
		head:   add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2F3"}}, NumFmt: 49}),
		plain:  add(excelize.Style{NumFmt: 49}),
		grey:   add(excelize.Style{Font: &excelize.Font{Color: "8C8C8C"}, NumFmt: 49}),
		number: add(excelize.Style{NumFmt: 1}),
	}
	return errors.Join(errs...)
}

// sheet is a sheet that is being written, row by row.
type sheet struct {
	x      *workbook
	name   string
	stream *excelize.StreamWriter
	row    int
	wide   int // columns
}

// column is a column of a sheet: its header and how wide it is, in letters.
type column struct {
	title string
	wide  float64
}

// begin makes a sheet with its header, which stays in view with the first
// columns.
func (x *workbook) begin(name string, still int, columns []column) (*sheet, error) {
	if _, err := x.book.NewSheet(name); err != nil {
		return nil, err
	}
	if err := x.page(name); err != nil {
		return nil, err
	}
	stream, err := x.book.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	s := &sheet{x: x, name: name, stream: stream, wide: len(columns)}
	var head []any
	for i, c := range columns {
		if err := stream.SetColWidth(i+1, i+1, c.wide); err != nil {
			return nil, err
		}
		head = append(head, excelize.Cell{StyleID: x.looks.head, Value: cellText(c.title)})
	}
	corner, err := excelize.CoordinatesToCellName(still+1, 2)
	if err != nil {
		return nil, err
	}
	err = stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: still, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"})
	if err != nil {
		return nil, err
	}
	return s, s.put(head...)
}

// page prepares a sheet for printing: A4 across, as wide as the paper.
func (x *workbook) page(name string) error {
	size, across, wide, high, fit := 9, "landscape", 1, 0, true
	return errors.Join(
		x.book.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}),
		x.book.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
	)
}

// put writes a row: strings, ready cells and numbers.
func (s *sheet) put(values ...any) error {
	s.row++
	for i, v := range values {
		switch v := v.(type) {
		case string:
			values[i] = excelize.Cell{StyleID: s.x.looks.plain, Value: cellText(v)}
		case int:
			values[i] = excelize.Cell{StyleID: s.x.looks.number, Value: v}
		}
	}
	return s.stream.SetRow("A"+strconv.Itoa(s.row), values)
}

// end closes a sheet, with buttons to filter by.
func (s *sheet) end() error {
	last, err := excelize.CoordinatesToCellName(s.wide, s.row)
	if err != nil {
		return err
	}
	if err := s.x.book.AutoFilter(s.name, "A1:"+last, nil); err != nil {
		return err
	}
	return s.stream.Flush()
}

// unitSheet has a row for each unit.
func (x *workbook) unitSheet() error {
	s, err := x.begin(x.text("Mục lục", "Index"), 2, []column{
		{x.text("Dòng", "Row"), 7},
		{x.text("Đơn vị", "Unit"), 32},
		{x.text("Tệp", "Files"), 46},
		{x.text("Số trang", "Pages"), 9},
		{x.text("Số, ký hiệu", "Number, symbol"), 18},
		{"SHA-256", 68},
		{x.text("Trạng thái", "State"), 24},
		{x.text("Trang trong bản in", "Pages in the file to print"), 12},
		{x.text("Các điều phát hiện", "Findings"), 70},
	})
	if err != nil {
		return err
	}
	for i := range x.ix.Units {
		u := &x.ix.Units[i]
		var names, sums []string
		for _, f := range u.Files {
			names, sums = append(names, f.Name), append(sums, f.SHA256)
		}
		var pages any
		if u.Pages > 0 {
			pages = u.Pages
		}
		err := s.put(u.Row, u.Unit, strings.Join(names, "\n"), pages, u.Number, strings.Join(sums, "\n"), x.state(u), span(u.Print), x.findings(u.Findings))
		if err != nil {
			return err
		}
	}
	return s.end()
}

func (x *workbook) state(u *Unit) string {
	switch u.State {
	case Done:
		return x.text("đã lập", "made")
	case Failed:
		return x.text("không ghi được: ", "not written: ") + u.Reason
	case Bad:
		return x.text("dòng có lỗi, không lập", "the row has errors, not made")
	}
	return x.text("chưa lập", "not made yet")
}

// span are pages from to: "12-15".
func span(r *Range) string {
	switch {
	case r == nil:
		return ""
	case r.From == r.To:
		return strconv.Itoa(r.From)
	}
	return strconv.Itoa(r.From) + "–" + strconv.Itoa(r.To)
}

// mostTold is how many findings one cell tells; the sheet of findings has all.
const mostTold = 5

func (x *workbook) findings(found []Finding) string {
	var lines []string
	for i, f := range found {
		if i == mostTold {
			lines = append(lines, fmt.Sprintf(x.text("… và %d điều nữa ở trang tính bên", "… and %d more on the sheet of findings"), len(found)-i))
			break
		}
		lines = append(lines, f.Code+": "+f.Message)
	}
	return strings.Join(lines, "\n")
}
