package letterhead

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"kehoach.example/internal/opc"
)

// What reading a letterhead may cost, whatever the file says of itself. A
// letterhead has a tenth of it.
const (
	maxEntries   = 2000
	maxDirectory = 2 << 20
	maxPart      = 8 << 20  // one part of XML, unpacked
	maxUnpacked  = 24 << 20 // all parts of XML together
	maxPictures  = 32 << 20 // all pictures together
	maxNodes     = 200_000
	maxDepth     = 120
)

// pack is the zip of a Word file with the bounds on what comes out of it.
type pack struct {
	*opc.Package
	text     int64 // bytes of XML that may still be unpacked
	pictures int64
	nodes    int
}

var (
	errBounds = errors.New("a bound is passed")
	errAbsent = errors.New("a part is missing")
	errBroken = errors.New("the file is broken")
)

func openPack(data []byte) (*pack, error) {
	p, err := opc.Open(data, opc.Limits{Entries: maxEntries, Directory: maxDirectory, Refuse: refusalOf})
	if err != nil {
		return nil, err
	}
	return &pack{Package: p, text: maxUnpacked, pictures: maxPictures}, nil
}

// refusalOf tells a bound from a file that is broken.
func refusalOf(f opc.Fault) error {
	if f.Kind == opc.TooLarge {
		return errBounds
	}
	return errBroken
}

// bytes unpacks a part, at most as much as is left of a bound.
func (p *pack) bytes(name string, most int64, left *int64) ([]byte, error) {
	in, err := p.Open(name)
	switch {
	case err != nil:
		return nil, err
	case in == nil:
		return nil, errAbsent
	}
	defer in.Close()
	most = min(most, *left)
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, errBounds
	}
	*left -= int64(len(data))
	return data, nil
}

// part reads a part of XML as a tree.
func (p *pack) part(name string) (*node, error) {
	data, err := p.bytes(name, maxPart, &p.text)
	if err != nil {
		return nil, err
	}
	t := tree{dec: xml.NewDecoder(bytes.NewReader(data)), nodes: &p.nodes}
	return t.root()
}

// relation is where a relationship of a part leads to; what lies outside of the
// file has no part.
type relation struct {
	kind  string // the last word of its type: "header", "image"
	part  string
	order int // in its file
}

// relations reads the relationships of a part by their ids.
func (p *pack) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	root, err := p.part(dir + "_rels/" + base + ".rels")
	if errors.Is(err, errAbsent) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := map[string]relation{}
	for i := range root.kids {
		k := &root.kids[i]
		kind := k.attr("Type")
		r := relation{kind: kind[strings.LastIndex(kind, "/")+1:], order: i}
		if !strings.EqualFold(k.attr("TargetMode"), "External") {
			r.part = opc.Resolve(dir, k.attr("Target"))
		}
		out[k.attr("Id")] = r
	}
	return out, nil
}
