package list

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// stream gives the elements of one part. Names come without their prefixes,
// which every writer chooses for itself. After a failure it gives nothing more
// and err tells why.
type stream struct {
	part  *opc.Part
	pack  *pack
	dec   *xml.Decoder
	depth int
	err   error
}

// read opens a part as XML.
func (p *pack) read(name string) (*stream, error) {
	in, err := p.Open(name)
	switch {
	case err != nil:
		return nil, err
	case in == nil:
		return nil, broken("tệp thiếu phần %q", "the file lacks the part %q", name)
	}
	// UTF-16 is known by its first bytes; all else has to be UTF-8.
	x := &stream{part: in, pack: p, dec: xml.NewDecoder(transform.NewReader(in, unicode.BOMOverride(encoding.Nop.NewDecoder())))}
	x.dec.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return input, nil
		}
		return nil, errors.New("unknown encoding")
	}
	return x, nil
}

// close ends the reading of a part and gives why it failed.
func (x *stream) close() error {
	x.part.Close()
	return x.err
}

// token is the next one; nil at the end and after a failure.
func (x *stream) token() xml.Token {
	if x.err != nil {
		return nil
	}
	x.part.Border()
	t, err := x.dec.RawToken()
	if err != nil {
		x.stop(err)
		return nil
	}
	switch t.(type) {
	case xml.StartElement:
		x.depth++
		x.pack.elements++
		if x.depth > maxDepth {
			x.err = tooLarge(diag.Place{}, "phần %q lồng nhau sâu hơn %d tầng", "the part %q nests deeper than %d levels", x.part.Name, maxDepth)
		} else if x.pack.elements > maxElements {
			x.err = tooLarge(diag.Place{}, "tệp có hơn %d phần tử XML", "the file has more than %d XML elements", maxElements)
		}
	case xml.EndElement:
		if x.depth--; x.depth < 0 {
			x.stop(io.ErrUnexpectedEOF)
		}
	case xml.Directive:
		x.err = broken("phần %q có khai báo DTD, điều không có trong tệp Excel thật", "the part %q has a DTD, which no true Excel file has", x.part.Name)
	}
	if x.err != nil {
		return nil
	}
	return t
}

// stop keeps why reading ended; a whole part ends without a reason.
func (x *stream) stop(err error) {
	switch {
	case x.err != nil:
	case x.part.Err != nil:
		x.err = x.part.Err
	case !errors.Is(err, io.EOF) || x.depth > 0:
		x.err = broken("phần %q không phải XML đúng cú pháp", "the part %q is no well-formed XML", x.part.Name)
	}
}

// fail ends the reading with a reason.
func (x *stream) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

// each calls f for every child of the element that was read last (of the part
// itself at first), and text for its characters; what f leaves unread of a
// child is passed over.
func (x *stream) each(f func(name string, a []xml.Attr), text func([]byte)) {
	inside := x.depth
	for {
		switch t := x.token().(type) {
		case nil, xml.EndElement:
			return
		case xml.StartElement:
			if f != nil {
				f(t.Name.Local, t.Attr)
			}
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

// attr is the value of an attribute by its local name.
func attr(all []xml.Attr, name string) string {
	for _, a := range all {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// isTrue reads a boolean (xsd:boolean).
func isTrue(v string) bool { return v == "1" || v == "true" || v == "on" }

// relation is one relationship of a part (ECMA-376 part 2, 9.3).
type relation struct {
	kind   string // the last word of its type: "worksheet", "styles"
	target string // the part; "" for what lies outside of the file
}

// relations reads the relationships of a part by their ids; of the whole file
// for "". A part without them has none.
func (p *pack) relations(of string) (map[string]relation, error) {
	dir, base := path.Split(of)
	name := dir + "_rels/" + base + ".rels"
	out := map[string]relation{}
	if !p.Has(name) {
		return out, nil
	}
	x, err := p.read(name)
	if err != nil {
		return nil, err
	}
	x.each(func(string, []xml.Attr) {
		x.each(func(element string, a []xml.Attr) {
			if element != "Relationship" {
				return
			}
			kind := attr(a, "Type")
			r := relation{kind: kind[strings.LastIndex(kind, "/")+1:]}
			if !strings.EqualFold(attr(a, "TargetMode"), "External") {
				r.target = opc.Resolve(dir, attr(a, "Target"))
			}
			if out[attr(a, "Id")] = r; len(out) > maxRelations {
				x.fail(tooLarge(diag.Place{}, "một phần có hơn %d quan hệ", "one part has more than %d relationships", maxRelations))
			}
		}, nil)
	}, nil)
	return out, x.close()
}
