package letterhead

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// What reading a letterhead may cost, whatever the file says of itself. A
// letterhead has a tenth of it.
const (
	maxEntries  = 2000
	maxPart     = 8 << 20  // one part of XML, unpacked
	maxUnpacked = 24 << 20 // all parts of XML together
	maxPictures = 32 << 20 // all pictures together
	maxNodes    = 200_000
	maxDepth    = 120
)

// pack is the zip of a Word file with the bounds on what comes out of it.
type pack struct {
	files    map[string]*zip.File
	text     int64 // bytes of XML that may still be unpacked
	pictures int64
	nodes    int
}

var (
	errBounds = errors.New("a bound is passed")
	errAbsent = errors.New("a part is missing")
)

func openPack(data []byte) (*pack, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, errBounds
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	p := &pack{files: map[string]*zip.File{}, text: maxUnpacked, pictures: maxPictures}
	for _, f := range archive.File {
		if name := partName(f.Name); p.files[name] == nil {
			p.files[name] = f
		}
	}
	return p, nil
}

// partName is the name by which a part is looked up: names of parts do not
// differ by case (ECMA-376 Part 2, 9.1).
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// bytes unpacks a part, at most as much as is left of a bound.
func (p *pack) bytes(name string, most int64, left *int64) ([]byte, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, errAbsent
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
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
	kind string // the last word of its type: "header", "image"
	part string
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
		kind, target := k.attr("Type"), strings.ReplaceAll(k.attr("Target"), `\`, "/")
		r := relation{kind: kind[strings.LastIndex(kind, "/")+1:]}
		if !strings.EqualFold(k.attr("TargetMode"), "External") {
			if !strings.HasPrefix(target, "/") {
				target = "/" + dir + target
			}
			r.part = strings.TrimPrefix(path.Clean(target), "/")
		}
		out[k.attr("Id")] = r
	}
	return out, nil
}
