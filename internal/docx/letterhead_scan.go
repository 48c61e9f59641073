package docx

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Namespaces of the parts of a letterhead (ISO 29500 transitional).
var spaces = map[string]string{
	"w":   "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"r":   "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"wp":  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	"a":   "http://schemas.openxmlformats.org/drawingml/2006/main",
	"mc":  "http://schemas.openxmlformats.org/markup-compatibility/2006",
	"wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
	"v":   "urn:schemas-microsoft-com:vml",
	"o":   "urn:schemas-microsoft-com:office:office",
	"m":   "http://schemas.openxmlformats.org/officeDocument/2006/math",
}

var prefixes = func() map[string]string {
	out := map[string]string{}
	for prefix, space := range spaces {
		out[space] = prefix
	}
	return out
}()

// node is an element that is open while a part is scanned. Its name has the
// prefix that is customary for its namespace, "" for one of no interest here.
type node struct {
	name       string
	attrs      []xml.Attr
	start, end int // of its start tag in the part
	run        *run
	para       *paragraph
	control    *control
}

func (n *node) attr(local string) string {
	for _, a := range n.attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// errNesting is told of XML that nests deeper than any letterhead.
var errNesting = errors.New("docx: XML nests too deep")

// scan visits the elements of a part in their order. open gets the elements
// around the new one too, itself last; text gets characters with the elements
// around them; shut gets the elements with the one that ends last, and where its
// end tag lies: both ends are equal where it has none of its own.
func scan(src string, open func([]node), text func([]node, string), shut func(stack []node, from, to int)) error {
	d := xml.NewDecoder(strings.NewReader(src))
	var stack []node
	at := 0
	for {
		tok, err := d.Token()
		end := int(d.InputOffset())
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("docx: %w", err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			if len(stack) >= maxNesting {
				return errNesting
			}
			name := ""
			if prefix, ok := prefixes[x.Name.Space]; ok {
				name = prefix + ":" + x.Name.Local
			} else {
				name = ":" + x.Name.Local
			}
			n := node{name: name, attrs: x.Attr, start: at, end: end}
			if len(stack) > 0 {
				above := stack[len(stack)-1]
				n.run, n.para, n.control = above.run, above.para, above.control
			}
			stack = append(stack, n)
			if open != nil {
				open(stack)
			}
		case xml.EndElement:
			if shut != nil {
				shut(stack, at, end)
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if text != nil && len(stack) > 0 {
				text(stack, string(x))
			}
		case xml.Directive:
			return errors.New("docx: a DTD, which no Word file has")
		}
		at = end
	}
}

// wellFormed tells why a part is no XML, nil if it is.
func wellFormed(src string) error {
	roots := 0
	err := scan(src, func(stack []node) {
		if len(stack) == 1 {
			roots++
		}
	}, nil, nil)
	if err == nil && roots != 1 {
		return fmt.Errorf("docx: %d roots", roots)
	}
	return err
}

// edit puts a text in the place of the bytes from from to to.
type edit struct {
	from, to int
	text     string
}

// apply makes edits, which are in order and do not overlap.
func apply(src string, edits []edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(src[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.WriteString(src[at:])
	return b.String()
}

// sorted are edits in the order of their places.
func sorted(edits []edit) []edit {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return edits
}
