package filename

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// Fault is why a name cannot be one of a file, and what to do about it.
type Fault struct{ Why, Hint diag.Msg }

// Error is for programmers; people read Why and Hint.
func (f *Fault) Error() string { return f.Why.En }

// forbidden are the characters that no name on Windows may hold, besides
// controls (Microsoft, "Naming Files, Paths, and Namespaces").
const forbidden = `<>:"/\|?*`

// Check refuses a name that Windows cannot hold: the papers travel to such
// machines even if this is none. Its errors are of type *Fault.
func Check(name string) error {
	bad := strings.IndexFunc(name, func(r rune) bool { return r < 0x20 || strings.ContainsRune(forbidden, r) })
	switch {
	case name == "":
		return fault(diag.M("tên tệp trống", "the file name is empty"))
	case !utf8.ValidString(name):
		return fault(diag.M("tên tệp %q không phải UTF-8", "the file name %q is not UTF-8", name))
	case bad >= 0:
		return fault(diag.M("tên tệp %q có ký tự %q mà Windows không cho dùng", "the file name %q has the character %q, which Windows does not allow", name, name[bad:bad+1]))
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return fault(diag.M("tên tệp %q kết thúc bằng dấu chấm hoặc dấu cách, Windows không cho dùng", "the file name %q ends with a full stop or a blank, which Windows does not allow", name))
	case reserved(stem(name)):
		return fault(diag.M("tên %q là tên Windows dành cho thiết bị", "the name %q is one that Windows keeps for devices", name))
	}
	return nil
}

func fault(why diag.Msg) *Fault {
	return &Fault{why, diag.M("đổi tên tệp, ví dụ: ke-hoach-2027.yaml", "rename the file, for example: plan-2027.yaml")}
}

// Same brings names to one form where a disk may take them for the same:
// without regard to case (Windows, macOS) and to composition (macOS).
func Same(name string) string { return strings.ToUpper(norm.NFC.String(name)) }

// stem is what Windows compares with the names of devices: a name before its
// first full stop, without the blanks behind it.
func stem(name string) string {
	s, _, _ := strings.Cut(name, ".")
	return strings.TrimRight(s, " ")
}

// reserved are names that Windows keeps for devices, with any ending.
func reserved(stem string) bool {
	stem = strings.ToUpper(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	r := []rune(stem)
	return len(r) == 4 && (string(r[:3]) == "COM" || string(r[:3]) == "LPT") && strings.ContainsRune("123456789¹²³", r[3])
}
