package ooxml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// place numbers the paragraphs in the order of the file: the body, its notes,
// its margins. Lists count in that order too.
func (r *reader) place(file string) {
	count := newCounters(r.numbering)
	put := func(p *Paragraph, where string) {
		if ref, ok := r.lists[p]; ok {
			p.Number = count.next(ref.id, ref.level)
		}
		text := lineOf(p)
		r.doc.Lines = append(r.doc.Lines, text)
		p.At = diag.Place{
			File: file, Line: len(r.doc.Lines), Column: 1, EndColumn: utf8.RuneCountInString(text) + 1, Text: text,
			Where: where,
		}
	}
	r.each(func(p *Paragraph) { put(p, "đoạn "+strconv.Itoa(len(r.doc.Lines)+1)) })
	for i, n := range r.doc.Notes {
		for _, p := range n.Text {
			put(p, "chú thích "+strconv.Itoa(i+1))
		}
	}
	for _, p := range r.doc.Margins {
		put(p, "đầu trang, chân trang")
	}
}

// lineOf is a paragraph as one line: its number, a blank, its text.
func lineOf(p *Paragraph) string {
	var b strings.Builder
	if b.WriteString(p.Number); p.Number != "" && len(p.Runs) > 0 {
		b.WriteByte(' ')
	}
	for _, r := range p.Runs {
		if r.Break {
			b.WriteByte(' ')
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
