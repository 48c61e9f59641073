package main

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
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

// sameName brings names to one form where a disk may take them for the same:
// without regard to case (Windows, macOS) and to composition (macOS).
func sameName(name string) string { return strings.ToUpper(norm.NFC.String(name)) }

// reserved are names that Windows keeps for devices, with any ending.
func reserved(stem string) bool {
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	r := []rune(stem)
	return len(r) == 4 && (string(r[:3]) == "COM" || string(r[:3]) == "LPT") && strings.ContainsRune("123456789¹²³", r[3])
}

// checkName refuses a name of a file to write that Windows cannot hold: the
// papers travel to such machines even if this is none.
func checkName(name string) error {
	hint := diag.M("đổi tên tệp, ví dụ: ke-hoach-2027.yaml", "rename the file, for example: plan-2027.yaml")
	stem, _, _ := strings.Cut(name, ".")
	bad := strings.IndexFunc(name, func(r rune) bool { return r < 0x20 || strings.ContainsRune(`<>:"/\|?*`, r) })
	switch {
	case name == "":
		return refuse(diag.M("tên tệp trống", "the file name is empty"), hint)
	case !utf8.ValidString(name):
		return refuse(diag.M("tên tệp %q không phải UTF-8", "the file name %q is not UTF-8", name), hint)
	case bad >= 0:
		return refuse(diag.M("tên tệp %q có ký tự %q mà Windows không cho dùng", "the file name %q has the character %q, which Windows does not allow", name, name[bad:bad+1]), hint)
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return refuse(diag.M("tên tệp %q kết thúc bằng dấu chấm hoặc dấu cách, Windows không cho dùng", "the file name %q ends with a full stop or a blank, which Windows does not allow", name), hint)
	case reserved(strings.ToUpper(strings.TrimRight(stem, " "))):
		return refuse(diag.M("tên %q là tên Windows dành cho thiết bị", "the name %q is one that Windows keeps for devices", name), hint)
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
		if other, taken := first[sameName(base)]; taken {
			rs = rs.add(refuse(diag.M("%s và %s cùng cho ra tệp %s", "%s and %s both give the file %s", other, in, base+".docx"),
				diag.M("đổi tên một tệp, hoặc chạy hai lần với hai thư mục -o", "rename one, or run twice with two folders -o")))
			continue
		}
		first[sameName(base)] = in
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
