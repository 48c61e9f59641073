package main

import (
	"io/fs"
	"os"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/templates"
)

// open loads forms and fonts. fontDir and templateDir are the office's own
// folders, "" for none. What is wrong in the forms of an office is told at its
// place, as mistakes in a plan are.
func (a *app) open(fontDir, templateDir string) (*build.Office, error) {
	var (
		faces = fs.FS(fonts.FS)
		own   []build.Layer
		rs    refusals
	)
	if fontDir != "" {
		rs = rs.add(checkFolder(fontDir))
		faces = os.DirFS(fontDir)
	}
	if templateDir != "" {
		layer, err := readTemplates(templateDir)
		rs = rs.add(err)
		own = append(own, layer)
	}
	if rs != nil {
		return nil, rs
	}
	office, found := build.Open(templates.FS, faces, own...)
	var placed []diag.Finding
	for _, f := range found {
		switch {
		case f.At.File != "" && own != nil:
			placed = append(placed, f)
		case f.Severity == diag.Error:
			rs = append(rs, refusal{f.Message, f.Hint})
		}
	}
	if rs == nil && diag.HasErrors(placed) {
		return nil, a.verdict(placed, false)
	}
	a.early = placed
	return office, rs.orNil()
}
