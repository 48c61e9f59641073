package docx

import (
	"path"
	"strings"

	"kehoach.example/internal/opc"
)

// A relation is one relationship of a part (ECMA-376 Part 2, 6.5.3.4).
type relation struct {
	kind, target string // kind: the last word of its type; target: the part, "" outside of the file
	strict       bool
}

// relsOf names the part that holds the relationships of a part, of the file for
// "".
func relsOf(name string) string {
	dir, base := path.Split(name)
	return dir + "_rels/" + base + ".rels"
}

// relations reads the relationships of a part.
func (b *bundle) relations(name string) []relation {
	var out []relation
	_ = scan(b.get(relsOf(name)), func(stack []node) {
		n := &stack[len(stack)-1]
		if len(stack) != 2 || !strings.HasSuffix(n.name, ":Relationship") {
			return
		}
		kind := n.attr("Type")
		r := relation{kind: kind[strings.LastIndexByte(kind, '/')+1:], strict: strings.HasPrefix(kind, "http://purl.oclc.org/")}
		if !strings.EqualFold(n.attr("TargetMode"), "External") {
			r.target = opc.Resolve(path.Dir(name), n.attr("Target"))
		}
		out = append(out, r)
	}, nil, nil) // a part that is no XML was refused before
	return out
}

// related is the first part that a part has a relation of a kind to, "" without.
func (b *bundle) related(name, kind string) string {
	for _, r := range b.relations(name) {
		if r.kind == kind && r.target != "" && b.has(r.target) {
			return r.target
		}
	}
	return ""
}

// typeOf is the content type of a part.
func (b *bundle) typeOf(name string) string {
	byPart, byExt := "", ""
	_ = scan(b.get(typesPart), func(stack []node) {
		n := &stack[len(stack)-1]
		switch {
		case len(stack) != 2:
		case strings.EqualFold(n.attr("PartName"), "/"+name):
			byPart = n.attr("ContentType")
		case n.attr("Extension") != "" && strings.EqualFold("."+n.attr("Extension"), path.Ext(name)):
			byExt = n.attr("ContentType")
		}
	}, nil, nil)
	if byPart != "" {
		return byPart
	}
	return byExt
}

const (
	typesPart = "[Content_Types].xml"
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)
