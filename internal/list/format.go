package list

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/diag"
)

// formats are the number formats of a book, by the style of a cell.
type formats struct {
	styles  []*format
	scratch *excelize.File // where excelize shows numbers in formats
	used    int            // cells of it
	work    int            // see maxWork
}

// format is a number format (ECMA-376 part 1, 18.8.30).
type format struct {
	code  string
	shows shown
	cell  string // of the scratch file, made when it is needed
}

// shown tells what a format makes of a number.
type shown struct {
	general           bool // the number as it is
	d, m, y           bool // a day, or parts of one
	time              bool
	text, wordsOnText bool // it is the format of texts (@); it adds words to a text
}

func (s shown) isDate() bool { return s.d || s.m || s.y }

func newFormats() *formats {
	return &formats{styles: []*format{{shows: shown{general: true}}}}
}

func (f *formats) close() {
	if f.scratch != nil {
		f.scratch.Close()
	}
}

// readFormats reads which style has which number format.
func (r *bookReader) readFormats(name string) (*formats, error) {
	x, err := r.pack.read(name)
	if err != nil {
		return nil, err
	}
	f, own, made := &formats{}, map[string]string{}, map[string]*format{}
	x.each(func(string, []xml.Attr) {
		x.each(func(element string, _ []xml.Attr) {
			switch element {
			case "numFmts":
				x.each(func(element string, a []xml.Attr) {
					if code := attr(a, "formatCode"); element == "numFmt" && len(code) <= maxFormat && len(own) < maxRelations {
						own[attr(a, "numFmtId")] = code
					}
				}, nil)
			case "cellXfs":
				x.each(func(element string, a []xml.Attr) {
					if element != "xf" {
						return
					}
					id := attr(a, "numFmtId")
					if made[id] == nil {
						made[id] = formatOf(id, own)
					}
					if f.styles = append(f.styles, made[id]); len(f.styles) > maxStyles {
						x.fail(tooLarge(diag.Place{}, "tệp có hơn %d kiểu ô", "the file has more than %d styles of cells", maxStyles))
					}
				}, nil)
			}
		}, nil)
	}, nil)
	if len(f.styles) == 0 {
		f = newFormats()
	}
	return f, x.close()
}

// builtIn are the formats that a file may use by number alone (18.8.30), as far
// as they are no days.
var builtIn = map[string]string{
	"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "11": "0.00E+00", "12": "# ?/?", "13": "# ??/??",
	"37": "#,##0;-#,##0", "38": "#,##0;-#,##0", "39": "#,##0.00;-#,##0.00", "40": "#,##0.00;-#,##0.00",
	"41": "#,##0", "42": "#,##0", "43": "#,##0.00", "44": "#,##0.00", "48": "##0.0E+0", "49": "@",
	"14": "dd/mm/yyyy", "15": "dd/mm/yyyy", "16": "d/m", "17": "mm/yyyy", "22": "dd/mm/yyyy hh:mm",
	"18": "h:mm AM/PM", "19": "h:mm:ss AM/PM", "20": "h:mm", "21": "h:mm:ss", "45": "mm:ss", "46": "[h]:mm:ss", "47": "mm:ss.0",
	"27": "dd/mm/yyyy", "28": "d/m", "29": "d/m", "30": "dd/mm/yyyy", "31": "dd/mm/yyyy", "32": "h:mm", "33": "h:mm:ss", "34": "h:mm", "35": "h:mm:ss", "36": "dd/mm/yyyy",
	"50": "dd/mm/yyyy", "51": "d/m", "52": "mm/yyyy", "53": "d/m", "54": "d/m", "55": "mm/yyyy", "56": "d/m", "57": "dd/mm/yyyy", "58": "d/m",
}

// formatOf is the format of a number; the book's own go before the built-in.
func formatOf(id string, own map[string]string) *format {
	code, ok := own[id]
	if !ok {
		code = builtIn[id]
	}
	return &format{code: code, shows: shownBy(code)}
}

// of is the format of a style.
func (f *formats) of(style int) *format {
	if style < 0 || style >= len(f.styles) {
		return &format{shows: shown{general: true}}
	}
	return f.styles[style]
}

// number is a number as people see it.
func (f *formats) number(value string, style int, days calendar) Cell {
	value = strings.TrimSpace(value)
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		text, is := clean(value)
		return Cell{text, is}
	}
	fm := f.of(style)
	switch s := fm.shows; {
	case s.isDate():
		if c, ok := days.cell(v, s); ok {
			return c
		}
	case !s.general && !s.text:
		if text, ok := f.show(fm, v); ok {
			text, _ = clean(text)
			return Cell{text, number | digits(v)}
		}
	}
	return general(v)
}

// digits tells a number of more digits than Excel keeps (15).
func digits(v float64) mark {
	if math.Abs(v) >= 1e15 {
		return lostDigits
	}
	return 0
}

// general is a number without a format: with the decimals that Excel has room
// for, eleven letters in all.
func general(v float64) Cell {
	is := number | digits(v)
	if v == math.Trunc(v) && math.Abs(v) < 1e21 {
		if math.Abs(v) >= 1e11 {
			is |= scientific
		}
		return Cell{strconv.FormatFloat(v, 'f', 0, 64), is}
	}
	whole := len(strconv.FormatFloat(math.Trunc(math.Abs(v)), 'f', 0, 64))
	text := strconv.FormatFloat(v, 'f', max(0, 10-whole), 64)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	if text == "0" || text == "-0" || math.Abs(v) >= 1e21 {
		text = strconv.FormatFloat(v, 'E', 5, 64)
		is |= scientific
	}
	return Cell{strings.ReplaceAll(text, ".", ","), is}
}

// show asks excelize what a format makes of a number. It is false where that is
// nothing at all.
func (f *formats) show(fm *format, v float64) (text string, ok bool) {
	text, ok = f.ask(fm, func(cell string) error { return f.scratch.SetCellValue(scratchSheet, cell, v) })
	if !ok || strings.TrimSpace(text) == "" {
		return "", false
	}
	return vietnamese(text, fm.code), true
}

// text is a text as people see it: a format can put words around it.
func (f *formats) text(s string, style int) string {
	fm := f.of(style)
	if s == "" {
		return s
	}
	text, ok := f.ask(fm, func(cell string) error { return f.scratch.SetCellStr(scratchSheet, cell, s) })
	if !ok || text == "" {
		return s
	}
	return text
}

const scratchSheet = "Sheet1"

// ask puts a value into a cell of a format and reads what it shows.
func (f *formats) ask(fm *format, put func(cell string) error) (text string, ok bool) {
	// Formats come from files of others, and the library's reader of formats has
	// no promise of its own: a number that it cannot show stays as it is.
	defer func() {
		if recover() != nil {
			text, ok = "", false
		}
	}()
	f.work += len(fm.code) * len(fm.code)
	if f.scratch == nil {
		f.scratch = excelize.NewFile()
	}
	if fm.cell == "" {
		f.used++
		cell := fmt.Sprintf("A%d", f.used)
		id, err := f.scratch.NewStyle(&excelize.Style{CustomNumFmt: &fm.code})
		if err != nil || f.scratch.SetCellStyle(scratchSheet, cell, cell, id) != nil {
			return "", false
		}
		fm.cell = cell
	}
	if put(fm.cell) != nil {
		return "", false
	}
	text, err := f.scratch.GetCellValue(scratchSheet, fm.cell)
	return text, err == nil
}

// vietnamese changes the signs between digits to those of Vietnamese: 1.250,5.
// Formats name them as English does, and Excel shows those of the machine.
func vietnamese(text, code string) string {
	if !strings.ContainsAny(bare(code), ".,") {
		return text
	}
	b := []byte(text)
	digit := func(i int) bool { return i >= 0 && i < len(b) && b[i] >= '0' && b[i] <= '9' }
	for i, c := range b {
		switch {
		case c == '.' && digit(i+1):
			b[i] = ','
		case c == ',' && digit(i-1) && digit(i+1):
			b[i] = '.'
		}
	}
	return string(b)
}
