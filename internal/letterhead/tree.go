package letterhead

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"kehoach.example/internal/opc"
)

// node is an element of XML, held whole. Its name has the prefix that is
// customary for its namespace. A node that is not there is nil; all methods may
// be asked of it.
type node struct {
	name  string
	attrs []xml.Attr
	kids  []node
	text  string
}

// understood are the extensions that a choice may require (ECMA-376 Part 3, 7.6).
var understood = map[string]bool{"wps": true, "wp14": true, "w14": true, "w15": true, "a14": true}

// tree builds nodes.
type tree struct {
	dec   *xml.Decoder
	nodes *int
	depth int
}

var errXML = errors.New("a part is no well-formed XML")

func (t *tree) root() (*node, error) {
	for {
		tok, err := t.dec.Token()
		if err != nil {
			return nil, errXML
		}
		if start, ok := tok.(xml.StartElement); ok {
			n := t.begin(start)
			if err := t.fill(&n); err != nil {
				return nil, err
			}
			return &n, nil
		}
	}
}

func (t *tree) begin(start xml.StartElement) node {
	return node{name: named(start.Name), attrs: start.Attr}
}

// named is a name with its customary prefix; in a namespace that is none of
// Word's, and in none, it has none.
func named(n xml.Name) string {
	if p := opc.Prefix(n.Space); p != n.Space || p == "xml" {
		return p + ":" + n.Local
	}
	return n.Local
}

// fill reads the children of an element. Of alternatives it keeps the one that
// is understood.
func (t *tree) fill(n *node) error {
	if t.depth++; t.depth > maxDepth {
		return errBounds
	}
	defer func() { t.depth-- }()
	var text strings.Builder
	for {
		tok, err := t.dec.Token()
		if errors.Is(err, io.EOF) || err != nil {
			return errXML
		}
		switch x := tok.(type) {
		case xml.EndElement:
			n.text = text.String()
			return nil
		case xml.CharData:
			text.Write(x)
		case xml.StartElement:
			if *t.nodes++; *t.nodes > maxNodes {
				return errBounds
			}
			kid := t.begin(x)
			if err := t.fill(&kid); err != nil {
				return err
			}
			if kid.name == "mc:AlternateContent" {
				n.kids = append(n.kids, chosen(kid)...)
				continue
			}
			n.kids = append(n.kids, kid)
		}
	}
}

// chosen gives what of alternatives is read: the first choice that requires
// nothing unknown, else the fallback; without one the first choice, so that what
// is lost in it is named.
func chosen(n node) []node {
	for _, k := range n.kids {
		if k.name == "mc:Choice" {
			ok := true
			for _, p := range strings.Fields(k.attr("Requires")) {
				ok = ok && understood[p]
			}
			if ok {
				return k.kids
			}
		}
	}
	if n.kid("mc:Fallback") == nil {
		return n.kid("mc:Choice").all()
	}
	return n.kid("mc:Fallback").all()
}

// attr is the value of an attribute: "w:val", or without a namespace "cx".
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if named(a.Name) == name {
			return a.Value
		}
	}
	return ""
}

// kid is the first child of a name.
func (n *node) kid(name string) *node {
	if n == nil {
		return nil
	}
	for i := range n.kids {
		if n.kids[i].name == name {
			return &n.kids[i]
		}
	}
	return nil
}

// all gives the children.
func (n *node) all() []node {
	if n == nil {
		return nil
	}
	return n.kids
}

// at goes down by names.
func (n *node) at(names ...string) *node {
	for _, name := range names {
		n = n.kid(name)
	}
	return n
}

// val is w:val of a child.
func (n *node) val(name string) string { return n.kid(name).attr("w:val") }

// on tells whether a switch is set: its element stands there and does not say
// otherwise (ECMA-376 Part 1, 17.17.4).
func (n *node) on() bool {
	switch n.attr("w:val") {
	case "0", "false", "off":
		return false
	}
	return n != nil
}

// number is an attribute as a whole number within what a page can hold; ok
// tells whether it is one.
func (n *node) number(name string) (int64, bool) { return whole(n.attr(name)) }

// most is the largest length that is believed, in twips or EMU.
const most = 1 << 31

func whole(s string) (int64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || v != v || v > most || v < -most {
		return 0, false
	}
	if v < 0 {
		return int64(v - 0.5), true
	}
	return int64(v + 0.5), true
}

// int is an attribute as a whole number, else 0.
func (n *node) int(name string) int64 {
	v, _ := n.number(name)
	return v
}

// holds tells whether an element of a name stands anywhere within.
func (n *node) holds(name string) bool {
	for i := range n.all() {
		if k := &n.kids[i]; k.name == name || k.holds(name) {
			return true
		}
	}
	return false
}
