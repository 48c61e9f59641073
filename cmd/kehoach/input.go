package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// maxInput is where reading a file stops. Smaller files that are still too
// large for a plan are told so by the reader, with their size.
const maxInput = 64 << 20

// source is an input with the file that it came from.
type source struct {
	build.Input
	info os.FileInfo // nil for the standard input
}

// expand gives the files that patterns such as *.yaml name: the shells of
// Windows leave them as they are.
func expand(args []string) []string {
	var out []string
	for _, arg := range args {
		if _, err := os.Lstat(arg); err != nil && strings.ContainsAny(arg, "*?") {
			if found, err := filepath.Glob(arg); err == nil && len(found) > 0 {
				out = append(out, found...)
				continue
			}
		}
		out = append(out, arg)
	}
	return out
}

// readSources reads all inputs and tells of every one that cannot be read.
func readSources(paths []string) ([]source, error) {
	var (
		out []source
		rs  refusals
	)
	for _, path := range paths {
		s, err := readSource(path)
		rs = rs.add(err)
		out = append(out, s)
	}
	return out, rs.orNil()
}

// openFile opens a file to be read; a folder is refused with a hint.
func openFile(path string, hint diag.Msg) (*os.File, os.FileInfo, error) {
	tried := diag.M("không đọc được %s", "%s cannot be read", path)
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, trouble(tried, err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
		err = trouble(tried, err)
	case info.IsDir():
		err = refuse(diag.M("%s là thư mục, không phải tệp", "%s is a folder, not a file", path), hint)
	default:
		return f, info, nil
	}
	f.Close()
	return nil, nil, err
}

func readSource(path string) (source, error) {
	tried := diag.M("không đọc được %s", "%s cannot be read", path)
	f, info, err := openFile(path, diag.M("ghi tên các tệp, ví dụ: %s", "name the files, for example: %s", filepath.Join(path, "*.yaml")))
	if err != nil {
		return source{}, err
	}
	defer f.Close()
	in := build.Input{Name: path, Files: disk.Beside(filepath.Dir(path))}
	if info.Size() > maxInput {
		head := make([]byte, 64)
		n, _ := io.ReadFull(f, head)
		if build.IsWord(head[:n]) && info.Size() > build.MaxWord {
			in.Data, in.Size = head[:n], info.Size()
			return source{in, info}, nil
		}
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return source{}, trouble(tried, err)
		}
	}
	in.Data, err = readAll(f, path)
	return source{in, info}, err
}

// readAll reads no more than a plan can need: a Word file may hold pictures.
func readAll(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	limit := maxInput
	if err == nil && len(data) > limit && build.IsWord(data) {
		var rest []byte
		limit = build.MaxWord
		rest, err = io.ReadAll(io.LimitReader(r, int64(limit+1-len(data))))
		data = append(data, rest...)
	}
	switch {
	case err != nil:
		return nil, trouble(diag.M("không đọc được %s", "%s cannot be read", name), err)
	case len(data) > limit:
		return nil, refuse(diag.M("%s lớn hơn %d MB, không thể là kế hoạch", "%s is larger than %d MB and cannot be a plan", name, limit>>20),
			diag.M("kiểm tra lại tệp đã chọn", "check which file was named"))
	}
	return data, nil
}

// readBytes reads a file of at most so many bytes; about tells what it should be.
func readBytes(path string, most int, about diag.Msg) (source, error) {
	tried := diag.M("không đọc được %s", "%s cannot be read", path)
	f, info, err := openFile(path, diag.M("ghi tên một tệp", "name a file"))
	if err != nil {
		return source{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, int64(most)+1))
	switch {
	case err != nil:
		return source{}, trouble(tried, err)
	case len(data) > most:
		return source{}, refuse(diag.M("%s lớn hơn %s", "%s is larger than %s", path, sizeWords(most)), about)
	}
	return source{build.Input{Name: path, Data: data}, info}, nil
}

// sizeWords tells a bound in bytes as people do.
func sizeWords(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
