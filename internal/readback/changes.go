package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// A node is an element of a part, or with an empty name a piece of text.
type node struct {
	name  xml.Name
	attrs []xml.Attr
	text  string
	kids  []*node
}

// is tells whether a node is an element of WordprocessingML.
func (n *node) is(local string) bool { return n.name == xml.Name{Space: nsW, Local: local} }

// kid is the first child of a name, nil if there is none.
func (n *node) kid(local string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.is(local) {
			return k
		}
	}
	return nil
}

func treeOf(r io.Reader) (*node, error) {
	in := xml.NewDecoder(r)
	open := []*node{{}}
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return open[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name, attrs: slices.Clone(tok.Attr)}
			last.kids = append(last.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.kids = append(last.kids, &node{text: string(tok)})
		}
	}
}

// Taken returns the paragraphs of a DOCX that are not blank, when all its tracked changes are taken (accept) or none is:
// those of the main part, of the footnotes that are called, then of more parts as far as it has them. It does with w:ins and w:del
// what ECMA-376 Part 1, 17.13.5 says: runs go, rows go, and a paragraph whose mark goes runs on into the next. A mark
// that cannot go, because nothing or a table stands behind it and the paragraph still has text, or because it is the
// last of its cell or story, is an error.
func Taken(docx []byte, accept bool, more ...string) ([]string, error) {
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, err
	}
	t := taker{gone: "ins", notes: map[string]bool{}}
	if accept {
		t.gone = "del"
	}
	for _, name := range append([]string{mainPart, notesPart}, more...) {
		part, err := archive.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		root, err := treeOf(part)
		part.Close()
		if err == nil {
			err = t.story(root)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return slices.DeleteFunc(t.out, func(s string) bool { return strings.TrimSpace(s) == "" }), nil
}

// A taker goes through the parts in order.
type taker struct {
	gone  string // the element whose content goes
	notes map[string]bool
	out   []string
	line  strings.Builder // the paragraph so far
}

// story takes the changes of a body, a cell, a note, a margin or a box of text.
func (t *taker) story(parent *node) error {
	var pending bool // text before waits for the next paragraph
	for i, k := range parent.kids {
		switch {
		case k.is("p"):
			t.runs(k)
			if pending = k.kid("pPr").kid("rPr").kid(t.gone) != nil; pending {
				if last := i == len(parent.kids)-1 || parent.kids[i+1].is("sectPr"); last {
					return fmt.Errorf("the last mark is w:%s: %q", t.gone, t.line.String())
				}
				continue
			}
			t.end()
		case k.is("tbl"):
			if pending && strings.TrimSpace(t.line.String()) != "" {
				return fmt.Errorf("text runs into a table: %q", t.line.String())
			}
			pending = false
			for _, row := range k.kids {
				if !row.is("tr") || row.kid("trPr").kid(t.gone) != nil {
					continue
				}
				for _, cell := range row.kids {
					if err := t.story(cell); err != nil {
						return err
					}
				}
			}
		case k.is("footnote"):
			if id := attr(k, "id"); t.notes[id] {
				if err := t.story(k); err != nil {
					return err
				}
			}
		default:
			if err := t.story(k); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *taker) end() {
	t.out = append(t.out, t.line.String())
	t.line.Reset()
}

// runs takes the text of a paragraph. What stands in a box comes before it.
func (t *taker) runs(n *node) {
	for _, k := range n.kids {
		switch {
		case k.is(t.gone), k.is("pPr"), k.is("rPr"), k.name == xml.Name{Space: nsMC, Local: "Fallback"}:
		case k.is("txbxContent"):
			box := taker{gone: t.gone, notes: t.notes}
			if err := box.story(k); err != nil {
				box.out = append(box.out, err.Error())
			}
			t.out = append(t.out, box.out...)
		case k.is("footnoteReference"):
			t.notes[attr(k, "id")] = true
		case k.is("t"), k.is("delText"):
			for _, in := range k.kids {
				t.line.WriteString(in.text)
			}
		case n.is("r") && runChars[k.name.Local] != "" && k.name.Space == nsW:
			t.line.WriteString(runChars[k.name.Local])
		default:
			t.runs(k)
		}
	}
}

func attr(n *node, local string) string {
	for _, a := range n.attrs {
		if a.Name == (xml.Name{Space: nsW, Local: local}) {
			return a.Value
		}
	}
	return ""
}
