package list

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// readCSV reads a table of text (RFC 4180, with the separators that Excel uses).
func readCSV(file string, data []byte, opt Options) ([]*grid, []diag.Finding, error) {
	text, notes, err := decode(file, data)
	if err != nil {
		return nil, nil, err
	}
	sep, said := byte(0), false
	if rest, ok := strings.CutPrefix(text, "sep="); ok && len(rest) > 0 && strings.IndexByte(separators, rest[0]) >= 0 {
		sep, said = rest[0], true // Excel's own way to say it; the line stays empty
		text = strings.TrimPrefix(text[len("sep=")+1:], "\r")
	}
	if !said {
		sep = separator(text, opt)
	}
	p := csvParser{text: text, sep: sep, line: 1}
	g := &grid{}
	for !p.done() {
		row, err := p.record(file)
		if err != nil {
			return nil, nil, err
		}
		if p.cells > maxCells {
			return nil, nil, tooLarge(placeOf(file, "", row.Number, ""), "danh sách có hơn %d ô (dòng nhân cột)", "the list has more than %d cells (rows times columns)", maxCells)
		}
		if len(row.Cells) > 0 {
			g.rows = append(g.rows, row)
		}
		if len(g.rows) > maxRows {
			return nil, nil, tooLarge(placeOf(file, "", row.Number, ""), "danh sách có hơn %d dòng", "the list has more than %d rows", maxRows)
		}
	}
	if sep != ',' && len(g.rows) > 0 {
		notes = append(notes, diag.New("LIST-SEPARATOR", diag.Info, group, placeOf(file, "", g.rows[0].Number, ""),
			diag.M("các cột được tách bằng dấu %s, theo dòng tên cột", "columns are parted by %s, as in the row of headers", signs[sep]),
			diag.M("nếu các cột bị tách sai thì lưu danh sách thành tệp Excel (.xlsx)", "where columns are parted wrongly, save the list as an Excel file (.xlsx)")))
	}
	return []*grid{g}, notes, nil
}

// separators are the signs that part columns.
const separators = ",;\t"

// signs are their names, the same in both languages.
var signs = map[byte]string{',': "\",\"", ';': "\";\"", '\t': "TAB"}

// separator decides by the row of headers which sign parts the columns: the one
// by which most of the names are found that the plan asks for, then the one that
// makes most cells of the first rows.
func separator(text string, opt Options) byte {
	known := map[string]bool{}
	for _, k := range opt.Known {
		known[Fold(k)] = true
	}
	best, mostHits, mostCells := byte(','), 0, 0
	for _, sep := range []byte(separators) {
		p := csvParser{text: text, sep: sep, line: 1}
		hits := 0
		for rows := 0; rows < headRows && !p.done(); {
			row, err := p.record("")
			if err != nil {
				break
			}
			if len(row.Cells) == 0 {
				continue
			}
			rows++
			n := 0
			for _, c := range row.Cells {
				if len(c.Text) <= 1000 && known[Fold(c.Text)] {
					n++
				}
			}
			hits = max(hits, n)
		}
		if hits > mostHits || hits == mostHits && p.fields > mostCells {
			best, mostHits, mostCells = sep, hits, p.fields
		}
	}
	return best
}

// mostFields is how many cells a line may have, empty ones too: as many as Excel
// has columns.
const mostFields = 16_384

// csvParser takes a text apart.
type csvParser struct {
	text   string
	sep    byte
	pos    int
	line   int
	cells  int // that were read, in each row up to the last filled one
	fields int // with the empty ones
}

func (p *csvParser) done() bool { return p.pos >= len(p.text) }

// record is one row. Empty cells at its end are left out.
func (p *csvParser) record(file string) (Row, error) {
	row := Row{Number: p.line}
	filled := 0
	for column := 0; ; column++ {
		raw, more, err := p.field(file)
		if p.fields++; err != nil {
			return row, err
		}
		if column > mostFields {
			return row, tooLarge(placeOf(file, "", row.Number, ""), "dòng có hơn %d ô", "the line has more than %d cells", mostFields)
		}
		text, is := clean(raw)
		if text != "" {
			if column >= maxColumns {
				return row, tooLarge(placeOf(file, "", row.Number, letterOf(column)), "có ô nằm ngoài %d cột đầu", "a cell lies outside of the first %d columns", maxColumns)
			}
			if len(text) > maxLetters && utf8.RuneCountInString(text) > maxLetters {
				return row, tooLarge(placeOf(file, "", row.Number, letterOf(column)), "ô chứa hơn %d chữ; có thể thiếu một dấu ngoặc kép ở gần đó", "the cell holds more than %d letters; a quotation mark may be missing near", maxLetters)
			}
			for len(row.Cells) <= column {
				row.Cells = append(row.Cells, Cell{})
			}
			row.Cells[column] = Cell{text, is | untyped}
			filled = column + 1
		}
		if !more {
			break
		}
	}
	p.cells += filled
	return row, nil
}

// field is the next cell as it stands, without its quotes. More tells that the
// row has another.
func (p *csvParser) field(file string) (text string, more bool, err error) {
	if !p.done() && p.text[p.pos] == '"' {
		if text, err = p.quotedField(file); err != nil {
			return "", false, err
		}
	}
	rest := p.text[p.pos:]
	end := strings.IndexAny(rest, string(p.sep)+"\r\n")
	if end < 0 {
		p.pos = len(p.text)
		return excelText(text + rest), false, nil
	}
	text += rest[:end]
	p.pos += end + 1
	if rest[end] == p.sep {
		return excelText(text), true, nil
	}
	if rest[end] == '\r' && !p.done() && p.text[p.pos] == '\n' {
		p.pos++
	}
	p.line++
	return excelText(text), false, nil
}

// quotedField is what stands between quotes; two of them are one.
func (p *csvParser) quotedField(file string) (string, error) {
	start, line := p.pos+1, p.line
	for i := start; i < len(p.text); i++ {
		switch p.text[i] {
		case '\n':
			p.line++
		case '\r':
			if i+1 == len(p.text) || p.text[i+1] != '\n' {
				p.line++
			}
		case '"':
			if i+1 < len(p.text) && p.text[i+1] == '"' {
				i++
				continue
			}
			p.pos = i + 1
			return strings.ReplaceAll(p.text[start:i], `""`, `"`), nil
		}
	}
	return "", refusal{diag.New("LIST-QUOTE", diag.Error, group, placeOf(file, "", line, ""),
		diag.M("dấu ngoặc kép mở ở dòng %d không có dấu đóng, nên không rõ ô kết thúc ở đâu", "the quotation mark that opens in line %d is never closed, so the end of the cell is unknown", line),
		diag.M("thêm dấu \" ở cuối ô; nếu ô có dấu \" thật thì viết hai dấu liền nhau", "add \" at the end of the cell; a true \" is written twice"))}
}

// excelText takes ="0078" apart, by which programs tell Excel that digits are text.
func excelText(s string) string {
	if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) && strings.Count(inner, `"`) == 1 {
		return strings.TrimSuffix(inner, `"`)
	}
	return s
}
