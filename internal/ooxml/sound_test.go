package ooxml_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
)

// sound looks at what holds for every document that is read: each paragraph has
// the line that its place names, in the order of the file, and nothing stands in
// a line that no paragraph holds.
func sound(t testing.TB, d *ooxml.Document, fs []diag.Finding) {
	t.Helper()
	at := 0
	look := func(p *ooxml.Paragraph) {
		at++
		if p.At.Line != at || at > len(d.Lines) {
			t.Fatalf("paragraph %d says that it is %d of %d", at, p.At.Line, len(d.Lines))
		}
		text := strings.ReplaceAll(p.Text(), "\n", " ")
		if p.Number != "" && text != "" {
			text = " " + text
		}
		text = p.Number + text
		switch {
		case p.At.File != "f" || p.At.Where == "" || p.At.Text != d.Lines[at-1] || strings.TrimRight(text, " ") != strings.TrimRight(d.Lines[at-1], " "):
			t.Fatalf("place of paragraph %d: %+v, its text %q, line %q", at, p.At, text, d.Lines[at-1])
		case p.At.Column != 1 || p.At.EndColumn != utf8.RuneCountInString(d.Lines[at-1])+1:
			t.Fatalf("columns of paragraph %d: %+v", at, p.At)
		case !norm.NFC.IsNormalString(p.Text()):
			t.Fatalf("not in NFC: %q", p.Text())
		}
		for _, r := range p.Runs {
			if strings.ContainsAny(r.Text, "\u00a0\u00ad\u200b\ufeff\n\r\x00Ð") || r.Break && r.Text != "" || r.Note < 0 || r.Note > len(d.Notes) {
				t.Fatalf("a run that may not be: %+v", r)
			}
		}
		if len(p.Runs) == 0 && p.Number == "" && !p.Drawn {
			t.Fatalf("paragraph %d is empty", at)
		}
	}
	for _, s := range d.Sections {
		walk(s.Blocks, look)
	}
	for _, n := range d.Notes {
		for _, p := range n.Text {
			look(p)
		}
	}
	for _, p := range d.Margins {
		look(p)
	}
	if at != len(d.Lines) {
		t.Fatalf("%d paragraphs, %d lines", at, len(d.Lines))
	}
	for _, f := range fs {
		if f.Message.Vi == "" || f.Message.En == "" || f.At.File != "f" || f.At.Line < 0 || f.At.Line > len(d.Lines) || f.Severity == diag.Error {
			t.Fatalf("a finding that may not be: %+v", f)
		}
	}
}

func walk(blocks []ooxml.Block, f func(*ooxml.Paragraph)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *ooxml.Paragraph:
			f(b)
		case *ooxml.Table:
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					walk(c.Blocks, f)
				}
			}
		}
	}
}
