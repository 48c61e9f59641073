package main

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// baseOf is the name of an input without its folder and ending: what its
// outputs are called. "KH 15.1" has no ending, "KH 15.1.yaml" has one.
func baseOf(path string) string {
	name := filepath.Base(path)
	ext := filepath.Ext(name)
	if !isEnding(ext) {
		return name
	}
	return strings.TrimSuffix(name, ext)
}

// isEnding tells the ending of a file from a full stop inside a name: a few
// ASCII letters and digits, not digits alone.
func isEnding(ext string) bool {
	if len(ext) < 2 || len(ext) > 6 {
		return false
	}
	letters := 0
	for _, r := range ext[1:] {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			letters++
		case r < '0' || r > '9':
			return false
		}
	}
	return letters > 0
}

// checkName refuses a name of a file to write that Windows cannot hold.
func checkName(name string) error {
	var f *filename.Fault
	if errors.As(filename.Check(name), &f) {
		return refuse(f.Why, f.Hint)
	}
	return nil
}

// outputBases gives the base name of each input's outputs. It refuses names
// that cannot be written and two inputs that would write the same files.
func outputBases(inputs []string) ([]string, error) {
	var (
		bases []string
		rs    refusals
		first = map[string]string{}
	)
	for _, in := range inputs {
		base := baseOf(in)
		if err := checkName(base); err != nil {
			rs = rs.add(err)
			continue
		}
		if other, taken := first[filename.Same(base)]; taken {
			rs = rs.add(refuse(diag.M("%s và %s cùng cho ra tệp %s", "%s and %s both give the file %s", other, in, base+".docx"),
				diag.M("đổi tên một tệp, hoặc chạy hai lần với hai thư mục -o", "rename one, or run twice with two folders -o")))
			continue
		}
		first[filename.Same(base)] = in
		bases = append(bases, base)
	}
	return bases, rs.orNil()
}

// checkPlanName refuses a name for a plan file that is none.
func checkPlanName(path string) error {
	if !slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path))) {
		return refuse(diag.M("%s không có đuôi .yaml của tệp kế hoạch", "%s has not the ending .yaml of a plan file", path),
			diag.M("ví dụ: -o ke-hoach.yaml", "for example: -o plan.yaml"))
	}
	return checkName(filepath.Base(path))
}
