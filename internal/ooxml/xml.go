package ooxml

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"kehoach.example/internal/opc"
)

// element is the start of an XML element. Its name has the prefix that is
// customary for its namespace, whatever the file uses: "w:p".
type element struct {
	name string
	all  []xml.Attr
}

// attr is the value of an attribute, looked up with its customary prefix;
// attributes without a namespace are taken for those of the element.
func (e element) attr(prefix, local string) string {
	for _, a := range e.all {
		if a.Name.Local == local && (a.Name.Space == "" || opc.Prefix(a.Name.Space) == prefix) {
			return a.Value
		}
	}
	return ""
}

// val is w:val.
func (e element) val() string { return e.attr("w", "val") }

// maxSpaces is how many names of elements, and how many namespaces, one part has
// remembered.
const maxSpaces = 2000

// xmlReader streams the elements of one part. After a failure it gives nothing
// more and err tells why.
type xmlReader struct {
	part   *opc.Part
	pack   *pack
	dec    *xml.Decoder
	depth  int
	err    error
	names  map[xml.Name]string
	spaces map[string]string // prefixes of the file, as last declared
}

// read opens a part for reading and gives its root; without that part both are
// empty.
func (p *pack) read(name string) (*xmlReader, element, error) {
	part, err := p.Open(name)
	if part == nil || err != nil {
		return nil, element{}, err
	}
	x := &xmlReader{part: part, pack: p, names: map[xml.Name]string{}, spaces: map[string]string{}}
	x.dec = xml.NewDecoder(utf8Reader(part))
	x.dec.CharsetReader = charset
	for {
		switch t := x.token().(type) {
		case nil:
			part.Close()
			x.stop(io.ErrUnexpectedEOF) // a whole part has a root
			return nil, element{}, x.err
		case xml.StartElement:
			return x, x.element(t), nil
		}
	}
}

// close reads a part to its end, so that its checksum is looked at, and gives
// the first failure.
func (x *xmlReader) close() error {
	for x.token() != nil {
	}
	x.part.Close()
	return x.err
}

// token is the next token, nil at the end and after a failure.
func (x *xmlReader) token() xml.Token {
	if x.err != nil {
		return nil
	}
	x.part.Border()
	t, err := x.dec.Token()
	if err != nil {
		x.stop(err)
		return nil
	}
	switch t := t.(type) {
	case xml.StartElement:
		x.depth++
		x.pack.elements++
		for _, a := range t.Attr {
			if a.Name.Space == "xmlns" && len(x.spaces) < maxSpaces && len(a.Name.Local)+len(a.Value) < maxName {
				x.spaces[a.Name.Local] = a.Value
			}
		}
		if x.depth > maxDepth {
			x.err = tooBig("phần %q lồng nhau sâu hơn %d tầng", "the part %q nests deeper than %d levels", x.part.Name, maxDepth)
		} else if x.pack.elements > maxElements {
			x.err = tooBig("tệp có hơn %d phần tử XML", "the file has more than %d XML elements", maxElements)
		}
	case xml.EndElement:
		x.depth--
	case xml.Directive:
		x.err = broken("phần %q có khai báo DTD, điều không có trong tệp Word thật", "the part %q has a DTD, which no true Word file has", x.part.Name)
	}
	if x.err != nil {
		return nil
	}
	return t
}

// stop keeps why reading ended; a whole part ends without a reason.
func (x *xmlReader) stop(err error) {
	switch {
	case x.err != nil:
	case x.part.Err != nil:
		x.err = x.part.Err
	case !errors.Is(err, io.EOF) || x.depth > 0:
		x.err = broken("phần %q không phải XML đúng cú pháp", "the part %q is no well-formed XML", x.part.Name)
	}
}

func (x *xmlReader) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

func (x *xmlReader) element(t xml.StartElement) element {
	name, ok := x.names[t.Name]
	if !ok {
		name = opc.Prefix(t.Name.Space) + ":" + t.Name.Local
		if len(x.names) < maxSpaces && len(name) < maxName {
			x.names[t.Name] = name
		}
	}
	return element{name, t.Attr}
}

// each calls f for every child of the element that was read last, and text for
// its characters; what f leaves unread of a child is passed over.
func (x *xmlReader) each(f func(element), text func([]byte)) {
	inside := x.depth
	for {
		switch t := x.token().(type) {
		case nil, xml.EndElement:
			return
		case xml.StartElement:
			f(x.element(t))
			for x.err == nil && x.depth > inside {
				x.token()
			}
		case xml.CharData:
			if text != nil {
				text(t)
			}
		}
	}
}

// alternate reads mc:AlternateContent (ECMA-376 part 3, 7.5): the children of
// the first choice that needs nothing unknown, else those of the fallback.
func (x *xmlReader) alternate(f func(element)) {
	taken := false
	x.each(func(e element) {
		if taken || e.name != "mc:Fallback" && (e.name != "mc:Choice" || !x.knows(e.attr("mc", "Requires"))) {
			return
		}
		taken = true
		x.each(f, nil)
	}, nil)
}

// knows tells whether all namespaces that a choice needs are read here.
func (x *xmlReader) knows(prefixes string) bool {
	for _, p := range strings.Fields(prefixes) {
		if space, ok := x.spaces[p]; !ok || !known[opc.Prefix(space)] {
			return false
		}
	}
	return true
}

// node is an element that is held whole: properties, never text.
type node struct {
	element
	kids []node
}

// tree reads the element that was read last as a whole. Of alternatives inside
// it holds the one that is read.
func (x *xmlReader) tree(e element) node {
	left := maxNode
	return x.branch(e, &left)
}

func (x *xmlReader) branch(e element, left *int) node {
	n := node{element: e}
	if *left--; *left < 0 {
		x.fail(tooBig("một bộ thuộc tính có hơn %d phần tử", "one set of properties has more than %d elements", maxNode))
		return n
	}
	var add func(element)
	add = func(k element) {
		if k.name == "mc:AlternateContent" {
			x.alternate(add)
			return
		}
		n.kids = append(n.kids, x.branch(k, left))
	}
	x.each(add, nil)
	return n
}

// kid is the first child of that name.
func (n node) kid(name string) (node, bool) {
	for _, k := range n.kids {
		if k.name == name {
			return k, true
		}
	}
	return node{}, false
}

func (n node) has(name string) bool {
	_, ok := n.kid(name)
	return ok
}

// valOf is w:val of a child, "" without it.
func (n node) valOf(name string) string {
	k, _ := n.kid(name)
	return k.val()
}
