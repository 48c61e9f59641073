package output

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Paper is a file of a format that stands in a folder.
type Paper struct {
	Name    string
	Base    string // the name without the ending of the format
	Format  build.Format
	Size    int64
	ModTime time.Time
}

// mostFiles is how many files of a folder are looked at.
const mostFiles = 100_000

// Papers lists the files in a folder that have the endings of papers, the newest
// first.
func (f *Folder) Papers() ([]Paper, error) {
	tried := diag.M("không xem được thư mục %s", "the folder %s cannot be looked at", f.Path)
	dir, err := f.Root.Open(".")
	if err != nil {
		return nil, trouble(tried, err)
	}
	defer dir.Close()
	entries, err := dir.ReadDir(mostFiles)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, trouble(tried, err)
	}
	var out []Paper
	for _, e := range entries {
		format, base := build.FormatOf(e.Name())
		if format == "" || base == "" || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil { // else it went away meanwhile
			out = append(out, Paper{e.Name(), base, format, info.Size(), info.ModTime()})
		}
	}
	slices.SortFunc(out, func(a, b Paper) int {
		return cmp.Or(b.ModTime.Compare(a.ModTime), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

// Read reads a plain file of at most so many bytes.
func (f *Folder) Read(name string, most int64) ([]byte, error) {
	tried := diag.M("không đọc được %s", "%s cannot be read", name)
	info, err := f.Root.Lstat(name) // opening a pipe would wait for ever
	switch {
	case err != nil:
		return nil, trouble(tried, err)
	case !info.Mode().IsRegular():
		return nil, refuse(diag.M("%s không phải tệp thường", "%s is no plain file", name), diag.M("chọn tệp khác", "choose another file"))
	}
	file, err := f.Root.Open(name)
	if err != nil {
		return nil, trouble(tried, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	switch {
	case err != nil:
		return nil, trouble(tried, err)
	case int64(len(data)) > most:
		return nil, refuse(diag.M("%s lớn hơn %d MB", "%s is larger than %d MB", name, most>>20), diag.M("chọn tệp khác", "choose another file"))
	}
	return data, nil
}

// Free gives a name at which nothing stands, with every one of the endings: base,
// else base-2, base-3 …
func (f *Folder) Free(base string, endings ...string) string {
	name := base
	for i := 2; slices.ContainsFunc(endings, func(end string) bool {
		_, err := f.Root.Lstat(name + end)
		return !errors.Is(err, fs.ErrNotExist)
	}) && i < mostFiles; i++ {
		name = base + "-" + strconv.Itoa(i)
	}
	return name
}
