package web

import (
	"crypto/sha256"
	"encoding/base64"
	"strconv"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/svg"
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
	ID     string
	SVG    []byte
	W, H   float64 // mm
	Number int
}

// make reads, composes, judges and draws.
func (s *Server) make(in build.Input) *paper {
	p := &paper{Checked: s.Office.Check(in, build.CheckOptions{Stage: build.Draft}), form: s.Office.Form(in), values: map[string]string{}}
	shape := sha256.New()
	p.form.Walk(func(f *build.FormField) {
		if f.Kids == nil {
			p.values[f.Path] = f.Value
		}
		shape.Write([]byte(f.Path + " " + string(f.Kind) + "\n"))
	})
	p.shape = base64.RawURLEncoding.EncodeToString(shape.Sum(nil)[:9])
	if p.Paper != nil && p.Paper.Pages != nil {
		p.draw()
	}
	return p
}

// draw draws the pages; each block knows the place of the form from which it comes.
func (p *paper) draw() {
	at := p.Paper.Places()
	for i := range p.Paper.Pages.Pages {
		pg := &p.Paper.Pages.Pages[i]
		data := svg.Write(pg, svg.Options{At: func(block int) string { return p.fieldAt(at[block]) }})
		sum := sha256.Sum256(data)
		p.pages = append(p.pages, sheet{base64.RawURLEncoding.EncodeToString(sum[:12]), data, pg.W.Millimetres(), pg.H.Millimetres(), i + 1})
	}
}

// fieldAt is the field and line of a place of the file: "muc.0.noi_dung:3".
func (p *paper) fieldAt(at diag.Place) string {
	path, line, _ := p.form.FieldOf(at.Line, at.Column)
	if path == "" {
		return ""
	}
	return path + ":" + strconv.Itoa(line)
}
