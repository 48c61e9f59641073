package internal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "kehoach.example/"
	root   = ".." // of the module, from here
)

// A room is a row of the table in doc.go.
type room struct {
	kind   string // the heading above: Ground, Nouns, Verbs …
	ours   []string
	thirds []string
}

// table reads the rows of doc.go.
func table(t *testing.T) map[string]room {
	t.Helper()
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	rooms, kind := map[string]room{}, ""
	for _, row := range strings.Split(string(text), "\n") {
		if heading, ok := strings.CutPrefix(row, "// # "); ok {
			kind = heading
		}
		cells := strings.Split(strings.TrimPrefix(row, "//\t"), "|")
		if !strings.HasPrefix(row, "//\t") || strings.HasPrefix(row, "//\tpackage ") {
			continue
		}
		if len(cells) != 4 || strings.TrimSpace(cells[1]) == "" {
			t.Fatalf("doc.go: want four cells: %s", row)
		}
		name := strings.TrimSpace(cells[0])
		if _, twice := rooms[name]; twice {
			t.Errorf("doc.go: %s has two rows", name)
		}
		rooms[name] = room{kind, list(cells[2]), list(cells[3])}
	}
	return rooms
}

func list(cell string) []string {
	if cell = strings.TrimSpace(cell); cell == "-" {
		return nil
	}
	return strings.Split(cell, ", ")
}

// goFiles parses the Go files of the module, by slash path from its root.
func goFiles(t *testing.T, mode parser.Mode, tests bool) (*token.FileSet, map[string]*ast.File) {
	t.Helper()
	set, files := token.NewFileSet(), map[string]*ast.File{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		base := d.Name()
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && (base == "testdata" || base[0] == '.' || base == "node_modules"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") && !tests:
			return nil
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)], err = parser.ParseFile(set, name, nil, mode)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return set, files
}

// nameOf gives a folder its name in the table.
func nameOf(folder string) string { return strings.TrimPrefix(folder, "internal/") }

// TestImports holds the imports of the module to the table: none that it does
// not allow, none allowed that nobody uses, no package without a row.
func TestImports(t *testing.T) {
	rooms := table(t)
	seen, used := map[string]bool{}, map[string]bool{}
	_, files := goFiles(t, parser.ImportsOnly, false)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		from := nameOf(path.Dir(file))
		if from == "internal" {
			continue // the table itself
		}
		seen[from] = true
		r, ok := rooms[from]
		if !ok {
			t.Errorf("%s: the package has no row in internal/doc.go", file)
			continue
		}
		for _, spec := range files[file].Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			allowed := r.ours
			name, ours := strings.CutPrefix(imported, module)
			switch {
			case ours:
				name = nameOf(name)
			case !strings.Contains(strings.Split(imported, "/")[0], "."):
				continue // the standard library
			default:
				name, allowed = imported, r.thirds
			}
			i := slices.IndexFunc(allowed, func(a string) bool { return name == a || !ours && strings.HasPrefix(name, a+"/") })
			if i < 0 {
				t.Errorf("%s imports %s, which its row in internal/doc.go does not allow", file, imported)
				continue
			}
			used[from+" "+allowed[i]] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rooms)) {
		if !seen[name] {
			t.Errorf("internal/doc.go has a row for %s, which does not exist", name)
		}
		for _, a := range slices.Concat(rooms[name].ours, rooms[name].thirds) {
			if seen[name] && !used[name+" "+a] {
				t.Errorf("internal/doc.go allows %s in %s, where nobody imports it", a, name)
			}
		}
	}
}

// TestRoomsWithoutRequests: what knows nothing of requests and views imports neither, in
// its tests either.
func TestRoomsWithoutRequests(t *testing.T) {
	rooms := map[string][]string{"web/desk": {"net", "net/http", "net/url", "html/template", "text/template"}}
	_, files := goFiles(t, parser.ImportsOnly, true)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		for _, spec := range files[file].Imports {
			if imported, _ := strconv.Unquote(spec.Path.Value); slices.Contains(rooms[nameOf(path.Dir(file))], imported) {
				t.Errorf("%s imports %s", file, imported)
			}
		}
	}
}

// TestTableKeepsTheDesign holds the table itself to the rules that no row may
// bend: what the nouns may know, that verbs do not know each other, and that
// each library, and the embedded data, has its few users.
func TestTableKeepsTheDesign(t *testing.T) {
	rooms := table(t)
	users := map[string][]string{
		"gopkg.in/yaml.v3": {"strictyaml"}, "github.com/jung-kurt/gofpdf": {"pdf"}, "golang.org/x/image": {"font"},
		"golang.org/x/text": {"batch", "cmd/kehoach", "disk", "docx", "filename", "fill", "keep", "letterhead", "list", "ooxml", "read", "readback", "strictyaml"}, "github.com/spf13/cobra": {"cmd/kehoach"},
		"github.com/spf13/pflag": {"cmd/kehoach"}, "golang.org/x/term": {"cmd/kehoach"}, "github.com/inconshreveable/mousetrap": {"cmd/kehoach"}, "golang.org/x/sys": {"desktop", "disk"}, "github.com/xuri/excelize/v2": {"batch", "list"}, "github.com/lukasjarosch/go-docx": {"docx"},
		"github.com/klauspost/compress": {"cos", "docx", "pdf"}, "software.sslmate.com/src/go-pkcs12": {"sign"}, "golang.org/x/crypto": {"sign"}, "github.com/ThalesGroup/crypto11": {"sign"}, "github.com/miekg/pkcs11": {"sign"},
		"templates": {"cmd/kehoach"}, "fonts": {"cmd/kehoach"}, "samples": {"cmd/kehoach"}, "readback": nil,
	}
	for _, name := range slices.Sorted(maps.Keys(rooms)) {
		r := rooms[name]
		for _, imported := range slices.Concat(r.ours, r.thirds) {
			kind := rooms[imported].kind
			allowed, limited := users[imported]
			switch {
			case limited && !slices.Contains(allowed, name):
				t.Errorf("%s may not import %s: only %v may", name, imported, allowed)
			case !limited && kind == "":
				t.Errorf("%s: the library or package %s is not in the rules of this test", name, imported)
			case r.kind == "Nouns" && imported != "unit" && imported != "diag" && name+" "+imported != "fact plan":
				t.Errorf("the noun %s may not import %s", name, imported)
			case kind == "Verbs" && name != "build":
				t.Errorf("%s may not import the verb %s: only build knows the order", name, imported)
			case kind == "Order" && r.kind != "Front ends and data":
				t.Errorf("%s may not import build: only front ends do", name)
			}
		}
	}
}
