package readback

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Namespaces of XMP and PDF/A.
const (
	rdfSpace    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	dcSpace     = "http://purl.org/dc/elements/1.1/"
	xmpSpace    = "http://ns.adobe.com/xap/1.0/"
	pdfSpace    = "http://ns.adobe.com/pdf/1.3/"
	pdfaidSpace = "http://www.aiim.org/pdfa/ns/id/"
	pdfuaSpace  = "http://www.aiim.org/pdfua/ns/id/"
	extendSpace = "http://www.aiim.org/pdfa/ns/extension/"
	schemaSpace = "http://www.aiim.org/pdfa/ns/schema#"
	fieldSpace  = "http://www.aiim.org/pdfa/ns/property#"
	langSpace   = "http://www.w3.org/XML/1998/namespace"
)

// xmlElement is an element with what stands in it.
type xmlElement struct {
	name  xml.Name
	attrs []xml.Attr
	kids  []*xmlElement
	text  string
}

func (e *xmlElement) attr(space, local string) string {
	for _, a := range e.attrs {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// kid is the first child of a name; nil where there is none.
func (e *xmlElement) kid(space, local string) *xmlElement {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == (xml.Name{Space: space, Local: local}) {
			return k
		}
	}
	return nil
}

// value is the text of a child, or of an attribute that stands for one.
func (e *xmlElement) value(space, local string) string {
	if k := e.kid(space, local); k != nil {
		return strings.TrimSpace(k.text)
	}
	if e == nil {
		return ""
	}
	return e.attr(space, local)
}

// xmpProperty is a property of a packet. Shape: "" for a simple one, Seq, Bag or Alt, or Struct.
type xmpProperty struct {
	name   xml.Name
	shape  string
	values []string // of an Alt that for x-default first
	elem   *xmlElement
}

// xmpPacket is what the metadata of a file says.
type xmpPacket struct {
	properties []xmpProperty
	prefixes   map[string]string // namespace to prefix
	header     string            // the first processing instruction
	footer     string
	twice      []string // properties that stand more than once
}

// get is the first value of a property.
func (p *xmpPacket) get(space, local string) (string, bool) {
	if p != nil {
		for _, prop := range p.properties {
			if prop.name == (xml.Name{Space: space, Local: local}) && len(prop.values) > 0 {
				return prop.values[0], true
			}
		}
	}
	return "", false
}

func (p *xmpPacket) property(space, local string) *xmpProperty {
	for i := range p.properties {
		if p.properties[i].name == (xml.Name{Space: space, Local: local}) {
			return &p.properties[i]
		}
	}
	return nil
}

var namespaceOf = regexp.MustCompile(`xmlns:([A-Za-z_][\w.-]*)\s*=\s*["']([^"']*)["']`)

// parseXMP reads a packet: <?xpacket?> <x:xmpmeta> <rdf:RDF> <rdf:Description>… (XMP specification, part 1).
func parseXMP(data []byte) (*xmpPacket, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("the packet is no UTF-8")
	}
	p := &xmpPacket{prefixes: map[string]string{}}
	for _, m := range namespaceOf.FindAllStringSubmatch(string(data), -1) {
		p.prefixes[m[2]] = m[1]
	}
	root, err := p.parse(data)
	if err != nil {
		return nil, err
	}
	rdf := root.kid(rdfSpace, "RDF")
	if root.kid("adobe:ns:meta/", "xmpmeta") != nil {
		rdf = root.kid("adobe:ns:meta/", "xmpmeta").kid(rdfSpace, "RDF")
	}
	if rdf == nil {
		return nil, errors.New("the packet has no rdf:RDF")
	}
	seen := map[xml.Name]bool{}
	for _, d := range rdf.kids {
		for _, prop := range propertiesOf(d) {
			if seen[prop.name] {
				p.twice = append(p.twice, prop.name.Local)
			}
			seen[prop.name] = true
			p.properties = append(p.properties, prop)
		}
	}
	return p, nil
}

// parse makes a tree of the XML below an element without name.
func (p *xmpPacket) parse(data []byte) (*xmlElement, error) {
	root := &xmlElement{}
	open := []*xmlElement{root}
	in := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("the packet is no XML: %w", err)
		}
		top := open[len(open)-1]
		switch tok := tok.(type) {
		case xml.ProcInst:
			if tok.Target == "xpacket" {
				if p.header == "" {
					p.header = string(tok.Inst)
				}
				p.footer = string(tok.Inst)
			}
		case xml.StartElement:
			e := &xmlElement{name: tok.Name, attrs: tok.Attr}
			top.kids = append(top.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(tok)
		}
	}
}

// propertiesOf are the properties of an rdf:Description, written as elements or as attributes.
func propertiesOf(d *xmlElement) []xmpProperty {
	var out []xmpProperty
	for _, a := range d.attrs {
		if a.Name.Space != rdfSpace && a.Name.Space != "xmlns" && a.Name.Space != langSpace && a.Name.Local != "xmlns" && a.Name.Space != "" {
			out = append(out, xmpProperty{name: a.Name, values: []string{a.Value}})
		}
	}
	for _, k := range d.kids {
		prop := xmpProperty{name: k.name, elem: k}
		switch {
		case len(k.kids) == 0 && k.attr(rdfSpace, "parseType") == "":
			prop.values = []string{k.text}
		case len(k.kids) == 1 && k.kids[0].name.Space == rdfSpace && k.kids[0].name.Local != "Description":
			prop.shape = k.kids[0].name.Local
			for _, li := range k.kids[0].kids {
				if li.attr(langSpace, "lang") == "x-default" {
					prop.values = append([]string{li.text}, prop.values...)
				} else {
					prop.values = append(prop.values, li.text)
				}
			}
		default:
			prop.shape = "Struct"
		}
		out = append(out, prop)
	}
	return out
}
