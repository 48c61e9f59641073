package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// A paper is what was made of a text: its fields, what was found, its pages.
type paper struct {
	*build.Checked
	form   *build.FormView
	rows   *row              // of the form
	shown  []build.FormGroup // the form as tabs see it, with keys for paths
	values map[string]string // by key
	shape  string            // of the fields: which there are
	pages  []sheet
}

// A sheet is a page as it is shown.
type sheet struct {
	ID   string
	SVG  []byte
	W, H float64 // mm
}

// make reads, composes, judges and draws. number gives the rows of the form their
// numbers.
func (s *Server) make(in build.Input, number func(*row)) *paper {
	p := &paper{Checked: s.Office.Check(in, build.CheckOptions{Stage: build.Draft})}
	p.Findings = diag.ForPage(p.Findings)
	p.form = s.Office.FormOf(in, p.Checked)
	p.rows = rowOf(p.form)
	number(p.rows)
	p.fields()
	if p.Paper != nil && p.Paper.Pages != nil {
		p.draw()
	}
	return p
}

// fields notes what the form has.
func (p *paper) fields() {
	p.values = map[string]string{}
	shape := sha256.New()
	p.shown = slices.Clone(p.form.Groups)
	for i, g := range p.shown {
		p.shown[i].Fields = p.take(g.Fields, shape)
	}
	p.shape = base64.RawURLEncoding.EncodeToString(shape.Sum(nil)[:9])
}

// take notes the values of fields, and which there are, and gives them with their
// keys.
func (p *paper) take(fields []build.FormField, shape io.Writer) []build.FormField {
	out := slices.Clone(fields)
	for i := range out {
		f := &out[i]
		f.Path = p.rows.key(f.Path)
		io.WriteString(shape, f.Path+" "+string(f.Kind)+"\n")
		if f.Kids = p.take(f.Kids, shape); len(f.Kids) == 0 {
			p.values[f.Path] = f.Value
		}
	}
	return out
}

// draw draws the pages; each block knows the place of the form from which it comes.
func (p *paper) draw() {
	for i, data := range p.Paper.SVG(p.fieldAt) {
		pg, sum := p.Paper.Pages.Pages[i], sha256.Sum256(data)
		p.pages = append(p.pages, sheet{base64.RawURLEncoding.EncodeToString(sum[:12]), data, pg.W.MM(), pg.H.MM()})
	}
}

// fieldAt is the field and line of a place of the file: "muc.@1.noi_dung:3".
func (p *paper) fieldAt(at diag.Place) string {
	path, line, _ := p.form.FieldOf(at)
	if path == "" || at.Line == 0 {
		return ""
	}
	return p.rows.key(path) + ":" + strconv.Itoa(line)
}

// added is the key of the row that was added to a list, -1 for its end; "" for none.
func (p *paper) added(list string, at int) string {
	n := len(p.rows.list(list))
	if n == 0 {
		return ""
	}
	if at < 0 || at >= n {
		at = n - 1
	}
	return p.rows.key(list + "." + strconv.Itoa(at))
}

// pageOf is the page on which a place of the form begins, as fieldAt names it: that of
// the line, else that of its field; -1 for none.
func (p *paper) pageOf(place string) int {
	field, _, _ := strings.Cut(place, ":")
	for _, name := range []string{place, field + ":"} {
		for i, pg := range p.pages {
			if field != "" && holds(pg.SVG, name) {
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
