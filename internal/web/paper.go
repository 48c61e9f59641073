package web

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"strconv"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// A paper is what was made of a text: its fields, what was found, its pages.
type paper struct {
	*build.Checked
	form   *build.FormView
	values map[string]string // by path
	shape  string            // of the fields: which there are
	pages  []sheet
}

// A sheet is a page as it is shown.
type sheet struct {
	ID   string
	SVG  []byte
	W, H float64 // mm
}

// make reads, composes, judges and draws.
func (s *Server) make(in build.Input) *paper {
	p := &paper{Checked: s.Office.Check(in, build.CheckOptions{Stage: build.Draft})}
	p.form = s.Office.FormOf(in, p.Checked)
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
	for _, g := range p.form.Groups {
		p.take(g.Fields, shape)
	}
	p.shape = base64.RawURLEncoding.EncodeToString(shape.Sum(nil)[:9])
}

// take notes the values of fields, and which there are.
func (p *paper) take(fields []build.FormField, shape io.Writer) {
	for _, f := range fields {
		io.WriteString(shape, f.Path+" "+string(f.Kind)+"\n")
		if len(f.Kids) > 0 {
			p.take(f.Kids, shape)
		} else {
			p.values[f.Path] = f.Value
		}
	}
}

// draw draws the pages; each block knows the place of the form from which it comes.
func (p *paper) draw() {
	for i, data := range p.Paper.SVG(p.fieldAt) {
		pg, sum := p.Paper.Pages.Pages[i], sha256.Sum256(data)
		p.pages = append(p.pages, sheet{base64.RawURLEncoding.EncodeToString(sum[:12]), data, pg.W.MM(), pg.H.MM()})
	}
}

// fieldAt is the field and line of a place of the file: "muc.0.noi_dung:3".
func (p *paper) fieldAt(at diag.Place) string {
	path, line, _ := p.form.FieldOf(at)
	if path == "" || at.Line == 0 {
		return ""
	}
	return path + ":" + strconv.Itoa(line)
}
