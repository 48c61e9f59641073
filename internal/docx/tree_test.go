package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := out[f.Name]; twice {
			t.Errorf("two parts %s", f.Name)
		}
		out[f.Name] = string(body)
	}
	return out
}

// An element is one element of a part: its name, attributes and what is inside.
type element struct {
	name string
	attr map[string]string
	text string
	kids []*element
}

// tree parses a part with its prefixes as written.
func tree(t *testing.T, part string) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(part))
	root := &element{}
	stack := []*element{root}
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%.300s", err, part)
		}
		top := stack[len(stack)-1]
		switch x := tok.(type) {
		case xml.StartElement:
			e := &element{name: join(x.Name), attr: map[string]string{}}
			for _, a := range x.Attr {
				e.attr[join(a.Name)] = a.Value
			}
			top.kids = append(top.kids, e)
			stack = append(stack, e)
		case xml.EndElement:
			if top.name != join(x.Name) {
				t.Fatalf("%s is closed by %s", top.name, join(x.Name))
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(x)
		}
	}
	if len(stack) != 1 || len(root.kids) != 1 {
		t.Fatalf("%d elements are open, %d roots", len(stack)-1, len(root.kids))
	}
	return root.kids[0]
}

func join(n xml.Name) string { return strings.TrimPrefix(n.Space+":"+n.Local, ":") }

// all gives the elements of a name, in order.
func (e *element) all(name string) []*element {
	var out []*element
	for _, k := range e.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = append(out, k.all(name)...)
	}
	return out
}

// one is the first element down a path of names.
func (e *element) one(path ...string) *element {
	for _, name := range path {
		found := e.all(name)
		if len(found) == 0 {
			return &element{attr: map[string]string{}}
		}
		e = found[0]
	}
	return e
}

func (e *element) val(path ...string) string { return e.one(path...).attr["w:val"] }

// textOf is the text of a paragraph; a break is a newline.
func textOf(p *element) string {
	s := ""
	for _, r := range p.all("w:r") {
		for _, k := range r.kids {
			switch k.name {
			case "w:t":
				s += k.text
			case "w:br":
				s += "\n"
			}
		}
	}
	return s
}
