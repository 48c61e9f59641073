package keep

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// endings are those of plan files.
var endings = []string{".yaml", ".yml"}

// mostName is how many bytes disks allow a name to have.
const mostName = 255

// checkName refuses what cannot be the name of a plan file that is there
// already: names come from requests.
func checkName(name string) error {
	if err := filename.Check(name); err != nil {
		return badName(name, err.(*filename.Fault).Why)
	}
	switch {
	case strings.HasPrefix(name, "."):
		return badName(name, diag.M("tên tệp %q bắt đầu bằng dấu chấm", "the file name %q begins with a full stop", shown(name)))
	case len(name) > mostName:
		return badName(name, diag.M("tên tệp %q quá dài", "the file name %q is too long", shown(name)))
	case strings.ContainsFunc(name, unicode.IsControl):
		return badName(name, diag.M("tên tệp %q có ký tự điều khiển", "the file name %q has a control character", shown(name)))
	case !isPlan(name):
		return badName(name, diag.M("tên tệp %q không có đuôi .yaml hoặc .yml", "the file name %q does not end in .yaml or .yml", shown(name)))
	}
	return nil
}

// checkNew refuses, besides, names that would trouble people: blanks that
// cannot be seen, letters that turn the direction of writing, long names. A new
// file has composed letters, and no blanks around what people call it.
func checkNew(name string) (string, error) {
	name = norm.NFC.String(name)
	if isPlan(name) {
		end := filepath.Ext(name)
		name = strings.TrimFunc(strings.TrimSuffix(name, end), blank) + end
	}
	if err := checkName(name); err != nil {
		return "", err
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	switch {
	case strings.HasSuffix(stem, "."):
		return "", badName(name, diag.M("tên %q kết thúc bằng dấu chấm", "the name %q ends in a full stop", shown(stem)))
	case filename.Safe(stem) != stem:
		return "", badName(name, diag.M("tên tệp %q quá dài hoặc có ký tự không nên dùng", "the file name %q is too long or has characters that should not be used", shown(name)))
	}
	return name, nil
}

func blank(r rune) bool { return unicode.Is(unicode.Zs, r) }

func badName(name string, why diag.Msg) error {
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	like := filename.Safe(stem) + ".yaml"
	return fault(ErrName, why, diag.M("đặt tên khác, ví dụ: %s", "choose another name, for example: %s", like))
}

// shown cuts a name for a message.
func shown(name string) string {
	if r := []rune(name); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return name
}

// isPlan tells by its ending whether a file may be a plan.
func isPlan(name string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// mostFree is how many letters of a name are kept where one is made up.
const mostFree = 80

// Free is a name for a new plan file that the folder does not have yet and that Left
// does not list, made of what somebody calls the plan: "Hè 2028.yaml", "Hè 2028 (2).yaml".
func (f *Folder) Free(name string) string {
	return f.firstFree(name, f.left)
}

// FreeFor is such a name for the words of a plan that Left lists: its own one, where no
// file has that meanwhile.
func (f *Folder) FreeFor(left string) string {
	return f.firstFree(left, func(name string) bool { return f.left(name) && !f.leftAs(left, name) })
}

// firstFree passes over names that are not to be had, though no file has them.
func (f *Folder) firstFree(name string, over func(name string) bool) string {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
	if r := []rune(stem); len(r) > mostFree {
		stem = string(r[:mostFree])
	}
	stem = filename.Safe(stem)
	free := stem + ".yaml"
	there := map[string]bool{}
	_ = f.entries(func(e fs.DirEntry) { there[papers(e.Name())] = true })
	for n := 2; n < mostFiles && (there[papers(free)] || over(free)); n++ {
		free = fmt.Sprintf("%s (%d).yaml", stem, n)
	}
	return free
}

// papers is the same for plans whose papers would have the same names on some disk:
// "a.yaml", "A.yml".
func papers(name string) string {
	if isPlan(name) {
		name = strings.TrimSuffix(name, filepath.Ext(name)) + endings[0]
	}
	return filename.Same(name)
}

// taken tells whether a new plan cannot have a name.
func (f *Folder) taken(name string) bool {
	_, err := f.root.Lstat(name)
	return err == nil || f.twin(name) != ""
}

// twin is a plan whose papers would have the names of those of this one, "" for none.
// Those that are to be passed over are none.
func (f *Folder) twin(name string, over ...string) string {
	found, like := "", papers(name)
	_ = f.entries(func(e fs.DirEntry) {
		if e.Name() != name && !slices.Contains(over, e.Name()) && papers(e.Name()) == like {
			found = e.Name()
		}
	})
	return found
}
