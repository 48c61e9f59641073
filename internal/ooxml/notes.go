package ooxml

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// noteMark is the mark of a note in the text.
type noteMark struct {
	end    bool // an endnote
	id     string
	custom string // what the author typed for a number
}

// note reads the mark of a note.
func (s *story) note(e element, l look, d *draft) {
	m := noteMark{end: e.name == "w:endnoteReference", id: e.attr("w", "id")}
	s.marks = append(s.marks, m)
	s.put1(d, Run{Note: len(s.marks)}, l)
	if v := e.attr("w", "customMarkFollows"); v != "" && isOn(v) {
		d.custom = len(s.marks)
	}
}

// readNotes reads the notes whose marks stand in the text, in the order of these
// marks: footnotes, then endnotes. Marks without a note are left out.
func (r *reader) readNotes(rels []relation) error {
	order := r.order()
	texts := map[noteMark][]*Paragraph{}
	for _, kind := range []struct {
		part, root, name string
		end              bool
	}{{"footnotes", "w:footnotes", "w:footnote", false}, {"endnotes", "w:endnotes", "w:endnote", true}} {
		if err := r.readNotePart(target(rels, kind.part), kind.name, kind.end, texts); err != nil {
			return err
		}
	}
	index := map[int]int{}
	first := map[noteMark]int{}
	for _, i := range order {
		m := r.marks[i-1]
		key := noteMark{end: m.end, id: m.id}
		text, ok := texts[key]
		if !ok {
			continue
		}
		if first[key] == 0 {
			r.doc.Notes = append(r.doc.Notes, Note{Mark: norm.NFC.String(strings.TrimSpace(tidy(m.custom))), Text: text})
			first[key] = len(r.doc.Notes)
			unmark(text, strings.TrimSpace(tidy(m.custom)))
		}
		index[i] = first[key]
	}
	r.each(func(p *Paragraph) {
		p.Runs = slices.DeleteFunc(p.Runs, func(run Run) bool { return run.Note > 0 && index[run.Note] == 0 })
		for i := range p.Runs {
			p.Runs[i].Note = index[p.Runs[i].Note]
		}
	})
	return nil
}

// order gives the marks in the order of the text, those of endnotes last.
func (r *reader) order() []int {
	var foot, end []int
	r.each(func(p *Paragraph) {
		for _, run := range p.Runs {
			switch {
			case run.Note == 0:
			case r.marks[run.Note-1].end:
				end = append(end, run.Note)
			default:
				foot = append(foot, run.Note)
			}
		}
	})
	return append(foot, end...)
}

// each calls f for every paragraph of the body in the order of the file.
func (r *reader) each(f func(*Paragraph)) {
	for _, s := range r.doc.Sections {
		eachOf(s.Blocks, f)
	}
}

func eachOf(blocks []Block, f func(*Paragraph)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			f(b)
		case *Table:
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					eachOf(c.Blocks, f)
				}
			}
		}
	}
}

// readNotePart reads the notes of one part; separators have no mark in the text.
func (r *reader) readNotePart(part, name string, end bool, texts map[noteMark][]*Paragraph) error {
	if part == "" {
		return nil
	}
	wanted := map[string]bool{}
	for _, m := range r.marks {
		wanted[m.id] = wanted[m.id] || m.end == end
	}
	whole, err := r.storyOf(part)
	if whole == nil {
		return err
	}
	whole.x.each(func(e element) {
		if id := e.attr("w", "id"); e.name == name && wanted[id] {
			s := *whole // each note begins anew
			texts[noteMark{end: end, id: id}] = s.paragraphsOf()
		}
	}, nil)
	return whole.x.close()
}

// storyOf opens a part that holds text: a part of notes, a header, a footer; nil
// where there is none.
func (r *reader) storyOf(part string) (*story, error) {
	rels, err := r.pack.relations(part)
	if err != nil {
		return nil, err
	}
	x, _, err := r.pack.read(part)
	if x == nil {
		return nil, err
	}
	return &story{reader: r, x: x, rels: byID(rels)}, nil
}

// paragraphsOf reads blocks and takes the paragraphs out of their tables.
func (s *story) paragraphsOf() []*Paragraph {
	into := &flow{}
	s.blocks(into)
	s.flush(into)
	var out []*Paragraph
	eachOf(into.blocks, func(p *Paragraph) { out = append(out, p) })
	return out
}

// unmark takes the typed mark and the blanks around it from the head of a note.
func unmark(text []*Paragraph, mark string) {
	if len(text) == 0 {
		return
	}
	p := text[0]
	for len(p.Runs) > 0 && p.Runs[0].Note == 0 && p.Runs[0].Picture == "" && !p.Runs[0].Break {
		rest := strings.TrimLeft(p.Runs[0].Text, " \t")
		if mark != "" && strings.HasPrefix(rest, mark) {
			rest, mark = strings.TrimLeft(rest[len(mark):], " \t"), ""
		}
		if p.Runs[0].Text = rest; rest != "" {
			return
		}
		p.Runs = p.Runs[1:]
	}
}

// readMargins reads headers and footers, each text once.
func (r *reader) readMargins(rels []relation) error {
	parts, texts, done := byID(rels), map[string]bool{}, map[string]bool{}
	for _, id := range r.margins {
		if part := parts[id]; part != "" && !done[part] {
			done[part] = true
			if err := r.readMargin(part, texts); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) readMargin(part string, seen map[string]bool) error {
	s, err := r.storyOf(part)
	if s == nil {
		return err
	}
	for _, p := range s.paragraphsOf() {
		if text := p.Text(); !pageNumber(text) && !seen[text] {
			seen[text] = true
			r.doc.Margins = append(r.doc.Margins, p)
		}
	}
	return s.x.close()
}

// pageNumber tells whether a line of a margin is a page number, typed or what is
// left around one: "- 2 -", "Trang /".
func pageNumber(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		if w != "trang" && w != "page" && w != "of" && w != "trên" {
			return false
		}
	}
	return true
}
