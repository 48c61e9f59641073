package readback

import (
	"fmt"
	"strings"
)

// TagText returns the tags and the text of a PDF in the order in which they are read, by the readers of this package:
// an element a line, two blanks for each level, with its attributes and the text that it has itself in quotes; at an
// annotation stands its name. Unlike [StructText] it takes no time. A file without tags gives "".
func TagText(pdf []byte) (string, error) {
	f, err := factsOf(pdf)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	w := tagWriter{f, f.textByMark(), &b}
	for _, e := range f.tree.kids {
		w.element(e, "")
	}
	return b.String(), nil
}

// Aloud returns the text alone: what an element has itself is one string, cut where another element stands in it.
func Aloud(pdf []byte) ([]string, error) {
	f, err := factsOf(pdf)
	if err != nil {
		return nil, err
	}
	texts := f.textByMark()
	var out []string
	for _, e := range f.tree.all {
		for _, piece := range piecesOf(e, texts) {
			if piece.text != "" {
				out = append(out, piece.text)
			}
		}
	}
	return out, nil
}

// tagPiece is what an element has: text of its own, or something else.
type tagPiece struct {
	text string
	kid  tagKid
}

// piecesOf joins the marks of an element that follow each other.
func piecesOf(e *tagElement, texts map[pdfMark][]painted) []tagPiece {
	var out []tagPiece
	open := false
	for _, k := range e.kids {
		if k.mark == nil {
			out, open = append(out, tagPiece{kid: k}), false
			continue
		}
		if !open {
			out, open = append(out, tagPiece{}), true
		}
		for _, p := range texts[*k.mark] {
			out[len(out)-1].text += p.text
		}
	}
	return out
}

type tagWriter struct {
	f     *pdfFacts
	texts map[pdfMark][]painted
	out   *strings.Builder
}

func (w tagWriter) element(e *tagElement, indent string) {
	w.out.WriteString(indent + e.kind)
	for _, a := range []struct{ owner, key string }{{"Table", "Scope"}, {"Table", "ColSpan"}, {"Table", "RowSpan"}, {"List", "ListNumbering"}} {
		if v := w.f.attribute(e, a.owner, a.key); v != nil {
			fmt.Fprintf(w.out, " %s=%v", a.key, v)
		}
	}
	if alt := w.f.text(e.dict["Alt"]); alt != "" {
		fmt.Fprintf(w.out, " Alt=%q", alt)
	}
	pieces := piecesOf(e, w.texts)
	if len(pieces) > 0 && pieces[0].text != "" {
		fmt.Fprintf(w.out, " %q", pieces[0].text)
		pieces = pieces[1:]
	}
	w.out.WriteByte('\n')
	for _, p := range pieces {
		switch {
		case p.kid.elem != nil:
			w.element(p.kid.elem, indent+"  ")
		case p.kid.object != 0:
			d := w.f.dict(pdfRef(p.kid.object))
			fmt.Fprintf(w.out, "%s  (%s %s: %q)\n", indent, w.f.name(d["Subtype"]), w.f.text(d["T"]), w.f.text(d["TU"]))
		case p.text != "":
			fmt.Fprintf(w.out, "%s  %q\n", indent, p.text)
		}
	}
}
