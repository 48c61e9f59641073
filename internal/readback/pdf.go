package readback

import (
	"fmt"
	"slices"
	"strings"
)

// QPDFCheck returns nil if `qpdf --check` finds nothing, not even a warning, and else what it says.
func QPDFCheck(pdf []byte) error {
	out, err := onFile(pdf, "qpdf", "--check", "{}")
	if err != nil {
		return fmt.Errorf("%w\n%s", err, short(out))
	}
	return nil
}

// A Font is a row of pdffonts.
type Font struct {
	Name     string // without the subset tag
	Type     string // "TrueType", "CID TrueType", "Type 1", …
	Encoding string // "WinAnsi", "Identity-H", "Custom", …
	Embedded bool
	Subset   bool
	Unicode  bool // has a ToUnicode map
}

// Fonts returns the fonts of a PDF in the order of their use, through pdffonts.
func Fonts(pdf []byte) ([]Font, error) {
	out, err := onFile(pdf, "pdffonts", "{}")
	if err != nil {
		return nil, err
	}
	return parseFonts(string(out))
}

// fontTypes are the types that pdffonts prints, the longer before those that they end with.
var fontTypes = []string{
	"CID Type 0C (OT)", "CID TrueType (OT)", "CID Type 0C", "CID Type 0", "CID TrueType",
	"Type 1C (OT)", "TrueType (OT)", "Type 1C", "Type 1", "Type 3", "TrueType", "unknown",
}

// parseFonts reads the table from the right, because a long name pushes the other columns out of place:
//
//	name                                 type              encoding         emb sub uni object ID
//	------------------------------------ ----------------- ---------------- --- --- --- ---------
//	BAAAAA+LiberationSerif               TrueType          WinAnsi          yes yes yes     33  0
func parseFonts(table string) ([]Font, error) {
	var fonts []Font
	rows := strings.Split(strings.TrimRight(strings.ReplaceAll(table, "\r\n", "\n"), "\n"), "\n")
	if len(rows) < 2 || !strings.HasPrefix(rows[1], "-----") {
		if strings.TrimSpace(table) == "" {
			return nil, nil
		}
		return nil, fmt.Errorf("output of pdffonts: no table in %q", short([]byte(table)))
	}
	for _, row := range rows[2:] {
		font, ok := parseFont(row)
		if !ok {
			return nil, fmt.Errorf("output of pdffonts: cannot read %q", row)
		}
		fonts = append(fonts, font)
	}
	return fonts, nil
}

func parseFont(row string) (Font, bool) {
	fields := strings.Fields(strings.ReplaceAll(row, "[none]", "0 0"))
	n := len(fields)
	if n < 8 {
		return Font{}, false
	}
	font := Font{Encoding: fields[n-6]}
	for i, flag := range []*bool{&font.Embedded, &font.Subset, &font.Unicode} {
		answer := fields[n-5+i]
		if answer != "yes" && answer != "no" {
			return Font{}, false
		}
		*flag = answer == "yes"
	}
	front := strings.Join(fields[:n-6], " ")
	i := slices.IndexFunc(fontTypes, func(kind string) bool { return strings.HasSuffix(front, " "+kind) })
	if i < 0 {
		return Font{}, false
	}
	font.Type = fontTypes[i]
	font.Name = subsetTag.ReplaceAllString(strings.TrimSuffix(front, " "+font.Type), "")
	return font, true
}
