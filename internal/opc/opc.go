// Package opc opens the zip of an Office file (Open Packaging Conventions,
// ECMA-376 part 2) within bounds.
//
// In: the bytes of a file and the bounds of whoever reads it. Out: its parts as
// streams. It promises that nothing the file says of its own sizes is trusted,
// and that a stream ends in an error where a bound is passed. What stands in
// the parts is left to others.
package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// Limits bound what reading may cost; 0 is no bound.
type Limits struct {
	Entries   int   // files in the zip
	Directory int64 // bytes of its directory that are read
	Part      int64 // unpacked bytes of one part
	Whole     int64 // and of all parts that are read
	Ratio     int64 // how many times its packed size a part may unpack to,
	Small     int64 // as soon as it is larger than this
	Token     int64 // bytes between two calls of Part.Border

	// Refuse makes the error that the reader's own callers know.
	Refuse func(Fault) error
}

// Kind is what is wrong with a file.
type Kind int

// The kinds of faults.
const (
	TooLarge  Kind = iota // a bound is passed
	Broken                // it does not hold to its format
	Encrypted             // a password protects it
)

// Fault is why a file cannot be read.
type Fault struct {
	Kind    Kind
	Message diag.Msg
}

// Package is an opened file.
type Package struct {
	limits   Limits
	parts    map[string]*zip.File // by Name
	size     uint64               // of the whole file, in bytes
	unpacked int64
}

// Open opens a file. Nothing is unpacked yet.
func Open(data []byte, limits Limits) (*Package, error) {
	if limits.Entries > 0 && bytes.Count(data, []byte("PK\x01\x02")) > limits.Entries {
		return nil, limits.tooLarge("tệp nén chứa hơn %d tệp con", "the zip holds more than %d files", limits.Entries)
	}
	source := &metered{Reader: bytes.NewReader(data), left: limits.Directory, opening: limits.Directory > 0}
	archive, err := zip.NewReader(source, int64(len(data)))
	switch {
	case source.over:
		return nil, limits.tooLarge("mục lục của tệp nén dài hơn %d MB", "the directory of the zip is longer than %d MB", limits.Directory>>20)
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, limits.broken("tệp không đầy đủ hoặc đã hỏng: không đọc được mục lục của tệp nén", "the file is cut short or broken: the directory of the zip cannot be read")
	}
	source.opening = false
	p := &Package{limits: limits, parts: map[string]*zip.File{}, size: uint64(len(data))}
	for _, f := range archive.File {
		if name := Name(f.Name); p.parts[name] == nil {
			p.parts[name] = f
		}
	}
	return p, nil
}

// Name is the name by which a part is looked up: names of parts do not differ by
// case (ECMA-376 part 2, 9.1), and some writers put backslashes.
func Name(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Resolve gives the part that the target of a relationship names, seen from a
// folder (ECMA-376 part 2, 9.3).
func Resolve(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + folder + "/" + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// Has tells whether there is a part of this name.
func (p *Package) Has(name string) bool { return name != "" && p.parts[Name(name)] != nil }

// Names are those of all parts, in small letters and sorted.
func (p *Package) Names() []string { return slices.Sorted(maps.Keys(p.parts)) }

func (l *Limits) tooLarge(vi, en string, args ...any) error {
	return l.Refuse(Fault{TooLarge, diag.M(vi, en, args...)})
}

func (l *Limits) broken(vi, en string, args ...any) error {
	return l.Refuse(Fault{Broken, diag.M(vi, en, args...)})
}

// metered reads at most left bytes while the directory is read.
type metered struct {
	*bytes.Reader
	left    int64
	opening bool
	over    bool
}

func (m *metered) ReadAt(p []byte, off int64) (int, error) {
	n, err := m.Reader.ReadAt(p, off)
	if m.opening {
		if m.left -= int64(n); m.left < 0 {
			m.over = true
			return 0, errors.New("the directory is too long")
		}
	}
	return n, err
}
