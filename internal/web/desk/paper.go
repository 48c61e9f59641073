package desk

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strconv"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// A Paper is what was made of a text: its fields, what was found, its pages. It stays as
// it is: another text has another one.
type Paper struct {
	Form   *build.FormView
	Groups []build.FormGroup // of the form as tabs see it, with keys for paths

	checked *build.Checked
	rows    *row              // of the form
	values  map[string]string // by key
	shape   string            // of the fields: which there are
	pages   []sheet
}

// A sheet is a page as it is shown.
type sheet struct {
	id   string
	svg  []byte
	w, h float64 // mm
}

// make reads, composes, judges and draws. number gives the rows of the form their
// numbers.
func (d *Desks) make(in build.Input, number func(*row)) *Paper {
	p := &Paper{checked: d.opt.Office.Check(in, build.CheckOptions{Stage: build.Draft})}
	p.checked.Findings = diag.ForPage(p.checked.Findings)
	p.Form = d.opt.Office.FormOf(in, p.checked)
	p.rows = rowOf(p.Form)
	number(p.rows)
	p.fields()
	if made := p.checked.Paper; made != nil && made.Pages != nil {
		p.draw()
	}
	return p
}

// fields notes what the form has.
func (p *Paper) fields() {
	p.values = map[string]string{}
	shape := sha256.New()
	p.Groups = slices.Clone(p.Form.Groups)
	for i, g := range p.Groups {
		p.Groups[i].Fields = p.take(g.Fields, shape)
	}
	p.shape = base64.RawURLEncoding.EncodeToString(shape.Sum(nil)[:9])
}

// take notes the values of fields, and which there are, and gives them with their
// keys.
func (p *Paper) take(fields []build.FormField, shape io.Writer) []build.FormField {
	out := slices.Clone(fields)
	for i := range out {
		f := &out[i]
		f.Path = p.Key(f.Path)
		fmt.Fprintln(shape, f.Path, f.Kind, f.Locked)
		if f.Kids = p.take(f.Kids, shape); len(f.Kids) == 0 {
			f.Value = build.FieldValue(f.Value) // as a field of a page can hold it
			p.values[f.Path] = f.Value
		}
	}
	return out
}

// draw draws the pages; each block knows the place of the form from which it comes.
func (p *Paper) draw() {
	for i, data := range p.checked.Paper.SVG(p.fieldAt) {
		pg, sum := p.checked.Paper.Pages.Pages[i], sha256.Sum256(data)
		p.pages = append(p.pages, sheet{base64.RawURLEncoding.EncodeToString(sum[:12]), data, pg.W.MM(), pg.H.MM()})
	}
}

// Key is how tabs name the field that has a path in the form.
func (p *Paper) Key(path string) string { return p.rows.key(path) }

// Field is the field that a tab names, as the form has it; nil where there is none.
func (p *Paper) Field(key string) *build.FormField {
	path, ok := p.rows.path(key)
	if !ok {
		return nil
	}
	return p.Form.Field(path)
}

// Page is the picture of a page by its ID, as SVG; nil where there is none.
func (p *Paper) Page(id string) []byte {
	for _, pg := range p.pages {
		if pg.id == id {
			return pg.svg
		}
	}
	return nil
}

// added is the key of the row that was added to a list, -1 for its end; "" for none.
func (p *Paper) added(list string, at int) string {
	n := len(p.rows.list(list))
	if n == 0 {
		return ""
	}
	if at < 0 || at >= n {
		at = n - 1
	}
	return p.Key(list + "." + strconv.Itoa(at))
}
