package batch

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostParts is how many parts of a plan the matrix has; a sheet has 16,384
// columns.
const mostParts = 16_000

// matrixSheet shows how units differ: a row for each unit, a column for each part
// of the plan that may differ. What more than half of the units have is grey; a
// part that is left out is a dash.
func (x *workbook) matrixSheet() error {
	parts := x.ix.Parts[:min(len(x.ix.Parts), mostParts)]
	columns := []column{{x.text("Dòng", "Row"), 7}, {x.text("Đơn vị", "Unit"), 32}}
	for _, p := range parts {
		columns = append(columns, column{x.place(p), 40})
	}
	s, err := x.begin(x.text("Khác nhau", "Differences"), 2, columns)
	if err != nil {
		return err
	}
	usual := x.usual(len(parts))
	for i := range x.ix.Units {
		u := &x.ix.Units[i]
		row := []any{u.Row, u.Unit}
		for k, text := range x.texts(i, len(parts)) {
			look := x.looks.plain
			if usual[k].is(text) {
				look = x.looks.grey
			}
			if text == "" {
				text = "—"
			}
			row = append(row, excelize.Cell{StyleID: look, Value: cellText(text)})
		}
		if err := s.put(row...); err != nil {
			return err
		}
	}
	return s.end()
}

// texts are the words of a unit; none for one that cannot be made.
func (x *workbook) texts(i, most int) []string {
	texts := x.ix.Texts(i)
	return texts[:min(len(texts), most)]
}

// place names a part of the plan: its line, and what stands there.
func (x *workbook) place(p Part) string {
	text := short(strings.Join(strings.Fields(p.Text), " "), 80)
	if p.Line == 0 {
		return p.ID + ": " + text
	}
	return fmt.Sprintf(x.text("dòng %d: %s", "line %d: %s"), p.Line, text)
}

// usual is what most units have in a part; none where no text has more than half.
type usual struct {
	text  string
	votes int
	some  bool
}

func (u usual) is(text string) bool { return u.some && u.text == text }

// usual finds for each part the text that more than half of the units have, by
// the vote of Boyer and Moore: what is left of pairs of different texts is
// counted again.
func (x *workbook) usual(parts int) []usual {
	out := make([]usual, parts)
	for i := range x.ix.Units {
		for k, text := range x.texts(i, parts) {
			switch u := &out[k]; {
			case u.votes == 0:
				u.text, u.votes = text, 1
			case u.text == text:
				u.votes++
			default:
				u.votes--
			}
		}
	}
	count, all := make([]int, parts), make([]int, parts)
	for i := range x.ix.Units {
		for k, text := range x.texts(i, parts) {
			if all[k]++; text == out[k].text {
				count[k]++
			}
		}
	}
	for k := range out {
		out[k].some = 2*count[k] > all[k] && count[k] > 1
	}
	return out
}

// mostFindings is how many findings the sheet of them has; a sheet has 1,048,576
// rows. The index in JSON has them all.
const mostFindings = 1_000_000

// findingSheet has a row for each finding: first of the plan and the list, then
// of each row.
func (x *workbook) findingSheet() error {
	s, err := x.begin(x.text("Phát hiện", "Findings"), 1, []column{
		{x.text("Mã", "Code"), 22},
		{x.text("Mức", "Severity"), 11},
		{x.text("Dòng", "Row"), 7},
		{x.text("Đơn vị", "Unit"), 32},
		{x.text("Chỗ", "Place"), 24},
		{x.text("Trong kế hoạch", "In the plan"), 24},
		{x.text("Nội dung", "Words"), 90},
	})
	if err != nil {
		return err
	}
	for _, f := range x.ix.Findings {
		if err := x.finding(s, f, nil, ""); err != nil {
			return err
		}
	}
	for i := range x.ix.Units {
		u := &x.ix.Units[i]
		for _, f := range u.Findings {
			if err := x.finding(s, f, u.Row, u.Unit); err != nil {
				return err
			}
		}
	}
	if s.row > mostFindings {
		if err := s.put("…", nil, nil, nil, nil, nil, x.text("còn nữa: xem tệp mục lục JSON", "there are more: see the index in JSON")); err != nil {
			return err
		}
	}
	return s.end()
}

func (x *workbook) finding(s *sheet, f Finding, row any, unit string) error {
	if s.row > mostFindings {
		return nil
	}
	return s.put(f.Code, x.severity(f.Severity), row, unit, f.Where, f.Plan, f.Message)
}

func (x *workbook) severity(s string) string {
	names := []string{"error", x.text("lỗi", "error"), "warning", x.text("cảnh báo", "warning"), "info", x.text("lưu ý", "note")}
	if i := slices.Index(names, s); i >= 0 && i%2 == 0 {
		return names[i+1]
	}
	return s
}
