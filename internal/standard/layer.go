package standard

import (
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Layer is a folder of templates that lies over those of the program. Name is
// the folder as its user wrote it; Files has the contents by slashed path:
// the-thuc/*.yaml (forms), du-lieu/*.yaml (words), khoi-dau/*.yaml (starter
// plans). Bytes and not an fs.FS: whoever reads the folder bounds it, and what
// was read does not change between two looks.
type Layer struct {
	Name  string
	Files map[string][]byte
}

// Path is a file of the layer as findings name it.
func (l Layer) Path(file string) string {
	if l.Name == "" {
		return file
	}
	return filepath.Join(l.Name, filepath.FromSlash(file))
}

const formFolder = "the-thuc/"

// formFile is where the form of an id stands.
func formFile(id string) string { return formFolder + id + ".yaml" }

// forms lists the ids of the forms in a layer, in alphabetical order.
func (l Layer) forms() []string {
	var out []string
	for _, file := range slices.Sorted(maps.Keys(l.Files)) {
		if id, ok := strings.CutPrefix(file, formFolder); ok {
			out = append(out, strings.TrimSuffix(id, path.Ext(id)))
		}
	}
	return out
}

// layerOf reads the templates of the program.
func layerOf(fsys fs.FS) (Layer, error) {
	names, err := fs.Glob(fsys, formFolder+"*.yaml")
	if err != nil {
		return Layer{}, err
	}
	for _, words := range []string{unbrokenFile, tableFile} {
		if _, err := fs.Stat(fsys, words); err == nil {
			names = append(names, words)
		}
	}
	l := Layer{Files: map[string][]byte{}}
	for _, name := range names {
		if l.Files[name], err = fs.ReadFile(fsys, name); err != nil {
			return Layer{}, err
		}
	}
	return l, nil
}

// top is the topmost layer up to a depth that has a form, -1 for none.
func (l *loader) top(id string, depth int) int {
	for ; depth >= 0; depth-- {
		if _, ok := l.layers[depth].Files[formFile(id)]; ok {
			return depth
		}
	}
	return -1
}
