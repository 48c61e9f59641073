package ooxml

import (
	"errors"
	"path"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// reader reads one file.
type reader struct {
	pack      *pack
	doc       *Document
	styles    *styles
	numbering *numbering
	lists     map[*Paragraph]listed // paragraphs that count
	marks     []noteMark            // of notes, as they were met
	margins   []string              // relationships of headers and footers, as sections name them
	tally     tally
	asIs      bool // the names of old fonts are left over in this file: nothing is converted

	paragraphs, cells, runs, text int // what came out so far
}

// listed is what numbers a paragraph.
type listed struct {
	id    string
	level int
}

// Read reads a file. Where it cannot be read the document is nil and a finding
// of severity error says why and what to do.
func Read(file string, data []byte) (*Document, []diag.Finding) {
	r := newReader()
	err := r.read(data)
	if err == nil && r.tally.legacy.n > 0 && r.tally.leftover > r.tally.converted {
		r = newReader()
		r.asIs = true
		err = r.read(data)
	}
	var no refusal
	if errors.As(err, &no) {
		no.finding.At.File = file
		return nil, []diag.Finding{no.finding}
	}
	r.place(file)
	return r.doc, r.tally.findings(file)
}

func newReader() *reader {
	return &reader{doc: &Document{}, lists: map[*Paragraph]listed{}}
}

// read gives nothing but refusals as errors.
func (r *reader) read(data []byte) error {
	if err := knownOther(data); err != nil {
		return err
	}
	if !Looks(data) {
		return refuse("DOCX-KIND", diag.M("đây không phải tệp Word", "this is no Word file"), saveAs())
	}
	if len(data) > MaxFile {
		return fileTooBig(data)
	}
	p, err := openPack(data)
	if err != nil {
		return err
	}
	r.pack = p
	main, macros, err := p.mainPart()
	if err != nil {
		return err
	}
	r.tally.macros = macros
	rels, err := p.relations(main)
	if err != nil {
		return err
	}
	if err := r.external(main); err != nil {
		return err
	}
	if err := r.tables(rels); err != nil {
		return err
	}
	if err := r.body(main, rels); err != nil {
		return err
	}
	if err := r.readNotes(rels); err != nil {
		return err
	}
	if err := r.settings(target(rels, "settings")); err != nil {
		return err
	}
	return r.readMargins(rels)
}

// tables reads the parts that the text looks up: faces, lists, styles.
func (r *reader) tables(rels []relation) error {
	faces, err := r.pack.readTheme(target(rels, "theme"))
	if err != nil {
		return err
	}
	if r.numbering, err = r.pack.readNumbering(target(rels, "numbering"), faces); err != nil {
		return err
	}
	r.styles, err = r.pack.readStyles(target(rels, "styles"), faces, r.numbering)
	return err
}

// target is the part of the first relationship of a kind, "" without one.
func target(rels []relation, kind string) string {
	for _, rel := range rels {
		if rel.kind == kind && !rel.external {
			return rel.target
		}
	}
	return ""
}

// external counts what the file would fetch from elsewhere: targets of all
// relationships beside the main part but the links that a reader clicks.
func (r *reader) external(main string) error {
	folder := opc.Name(path.Join(path.Dir(main), "_rels"))
	for _, name := range r.pack.Names() {
		if path.Dir(name) != folder || path.Ext(name) != ".rels" {
			continue
		}
		rels, err := r.pack.relations(path.Join(path.Dir(main), path.Base(name[:len(name)-len(".rels")])))
		if err != nil {
			return err
		}
		for _, rel := range rels {
			if rel.external && rel.kind != "hyperlink" {
				r.tally.outside++
			}
		}
	}
	return nil
}

// body reads the main part.
func (r *reader) body(main string, rels []relation) error {
	x, root, err := r.pack.read(main)
	if err != nil {
		return err
	}
	if root.name != "w:document" {
		return refuse("DOCX-KIND", diag.M("phần chính của tệp không phải văn bản Word", "the main part of the file is no Word document"), saveAs())
	}
	s := &story{reader: r, x: x, rels: byID(rels)}
	into := &flow{body: true}
	x.each(func(e element) {
		if e.name == "w:body" {
			s.blocks(into)
		}
	}, nil)
	s.flush(into)
	s.section(into, node{})
	return x.close()
}

// grow counts what comes out and refuses what is over the bounds.
func (s *story) grow(n *int, by, most int, vi, en string) {
	if *n += by; *n > most {
		s.x.fail(tooBig(vi, en, most))
	}
}
