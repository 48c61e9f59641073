package standard

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// places tells where each value of one file stands, by its path in dots:
// figures.styles.than.size, form.header.left.0.role. What a form took from one
// below has no place here, and so is not told twice.
type places struct {
	file   diag.Place
	byPath map[string]place
}

// place is a key of the file and what stands behind it.
type place struct{ key, value diag.Place }

func placesOf(n *strictyaml.Node) places {
	p := places{n.At, map[string]place{}}
	p.file.Line, p.file.Column, p.file.EndColumn, p.file.Text = 0, 0, 0, ""
	p.walk("", n)
	return p
}

func (p places) walk(path string, n *strictyaml.Node) {
	put := func(name string, key diag.Place, v *strictyaml.Node) {
		at := strings.TrimPrefix(path+"."+name, ".")
		if _, again := p.byPath[at]; again {
			return // a key that stands twice is told by the decoder
		}
		value := key
		if v.Kind == strictyaml.Scalar {
			value = v.At
		}
		p.byPath[at] = place{key, value}
		p.walk(at, v)
	}
	for _, e := range n.Entries {
		put(strictyaml.Fold(e.Key), e.At, e.Value)
	}
	for i, item := range n.Items {
		put(strconv.Itoa(i), item.At, item)
	}
}

// has tells whether the file names a path.
func (p places) has(path string) bool {
	_, ok := p.byPath[path]
	return ok
}

// key is where the last key of a path stands, or the nearest one above it.
func (p places) key(path string) diag.Place { return p.near(path).key }

// value is where the value of a path stands: on its line if it is one word,
// else its key.
func (p places) value(path string) diag.Place { return p.near(path).value }

func (p places) near(path string) place {
	for {
		if at, ok := p.byPath[path]; ok {
			return at
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return place{p.file, p.file}
		}
		path = path[:i]
	}
}
