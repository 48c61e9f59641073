package desk

import (
	"bytes"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
)

// fieldAt is the field and line of a place of the file: "muc.@1.noi_dung:3".
func (p *Paper) fieldAt(at diag.Place) string {
	path, line, _ := p.Form.FieldOf(at)
	if path == "" || at.Line == 0 {
		return ""
	}
	return p.Key(path) + ":" + strconv.Itoa(line)
}

// seen is the place of the form that a tab is at: it names it itself, or tells the line
// and the column of the file, ":12:3".
func (p *Paper) seen(see string) string {
	at, inText := strings.CutPrefix(see, ":")
	if !inText {
		return see
	}
	line, column, _ := strings.Cut(at, ":")
	l, _ := strconv.Atoi(line)
	c, _ := strconv.Atoi(column)
	return p.fieldAt(diag.Place{Line: l, Column: c})
}

// Place is where a place of the form, such as "muc.@1.noi_dung:3", stands in the file,
// line and column from 1; 0 where it does not.
func (p *Paper) Place(of string) (line, column int) {
	key, n, _ := strings.Cut(of, ":")
	f := p.Field(key)
	if f == nil {
		return 0, 0
	}
	at := f.At
	if i, _ := strconv.Atoi(n); i >= 1 && i <= len(f.Lines) {
		at = f.Lines[i-1]
	}
	return at.Line, at.Column
}

// pageOf is the page on which a place of the form begins, as marks name it: that of
// the line, else that of its field; -1 for none.
func (p *Paper) pageOf(place string) int {
	field, _, _ := strings.Cut(place, ":")
	for _, name := range []string{place, field + ":"} {
		for i, pg := range p.pages {
			if field != "" && holds(pg.svg, name) {
				return i
			}
		}
	}
	return -1
}

// holds tells whether a picture has blocks of a place: data-at has the names of
// several with blanks between them. A name that ends with a colon stands for every
// line of a field.
func holds(svg []byte, name string) bool {
	want := []byte(name)
	for rest := svg; ; {
		i := bytes.Index(rest, want)
		if i < 1 || i+len(want) >= len(rest) {
			return false
		}
		before, behind := rest[i-1], rest[i+len(want)]
		if (before == '"' || before == ' ') && (want[len(want)-1] == ':' || behind == '"' || behind == ' ') {
			return true
		}
		rest = rest[i+1:]
	}
}
