package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/ooxml"
)

// cleanDocument brings the letters of a Word file to the form in which all
// sources are read: see clean. An accent that Word keeps in a run of its own
// moves to its letter.
func cleanDocument(d *ooxml.Document) {
	for i, s := range d.Lines {
		d.Lines[i] = cleanText(s)
	}
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			paragraphs(b, cleanParagraph)
		}
	}
	for _, n := range d.Notes {
		for _, p := range n.Text {
			cleanParagraph(p)
		}
	}
	for _, p := range d.Margins {
		cleanParagraph(p)
	}
}

func cleanParagraph(p *ooxml.Paragraph) {
	p.Number = cleanText(p.Number)
	p.At.Text = cleanText(p.At.Text)
	for i := range p.Runs {
		r := &p.Runs[i]
		if n := accents(r.Text); n > 0 && i > 0 && p.Runs[i-1].Text != "" && !r.Break {
			p.Runs[i-1].Text = cleanText(p.Runs[i-1].Text + r.Text[:n])
			r.Text = r.Text[n:]
		}
		r.Text = cleanText(r.Text)
	}
}

// accents is how many bytes of combining accents a text begins with.
func accents(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		n += size
	}
	return n
}

// cleanText cleans the letters of a text and keeps its line breaks.
func cleanText(s string) string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		cleaned, _ := cleanLine(line)
		out = append(out, cleaned)
	}
	return norm.NFC.String(strings.Join(out, "\n"))
}
