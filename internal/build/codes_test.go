package build

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// codePattern is how a code is written.
var codePattern = regexp.MustCompile(`^[A-Z]{2,}(-[A-Z0-9]+)*$`)

// tellers are the functions that take a code.
var tellers = []string{"New", "Report", "report", "finding", "warning", "note", "fail", "refuse", "found", "tell"}

// codesInSource gathers the codes that the program can tell from its text: the
// first arguments of functions that tell something, and fields called code.
func codesInSource(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	set := token.NewFileSet()
	add := func(e ast.Expr) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && codePattern.MatchString(s) && strings.Contains(s, "-") {
			out[s] = set.Position(lit.Pos()).String()
		}
	}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.CallExpr:
				if slices.Contains(tellers, calleeOf(x)) {
					for _, arg := range x.Args[:min(2, len(x.Args))] {
						add(arg)
					}
				}
			case *ast.KeyValueExpr:
				if id, ok := x.Key.(*ast.Ident); ok && id.Name == "code" {
					add(x.Value)
				}
			case *ast.AssignStmt:
				for i, l := range x.Lhs {
					if sel, ok := l.(*ast.SelectorExpr); ok && strings.EqualFold(sel.Sel.Name, "code") && i < len(x.Rhs) {
						add(x.Rhs[i])
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func calleeOf(x *ast.CallExpr) string {
	switch f := x.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// TestEveryCodeIsExplained: whatever the program can tell, `kehoach explain`
// knows; and nothing is explained that nobody tells.
func TestEveryCodeIsExplained(t *testing.T) {
	o := openOffice(t)
	told := codesInSource(t)
	if len(told) < 70 {
		t.Fatalf("only %d codes were found: does this test still know how they are told?", len(told))
	}
	for code, at := range told {
		if e, ok := o.Explain(code); !ok || e.Title.Vi == "" || e.Title.En == "" || e.Why.Vi == "" || e.Why.En == "" {
			t.Errorf("%s: %s is not explained: %+v", at, code, e)
		}
	}
	seen := map[string]bool{}
	for _, m := range meanings() {
		if seen[m.code] {
			t.Errorf("%s is explained twice", m.code)
		}
		seen[m.code] = true
		if _, ok := told[m.code]; !ok {
			t.Errorf("%s is explained, but never told", m.code)
		}
	}
	for code := range o.rules {
		if e, ok := o.Explain(strings.ToLower(code)); !ok || e.Rule == nil {
			t.Errorf("the rule %s is not explained", code)
		}
	}
}

// TestNear: a slip of the finger finds its code; something else finds none.
func TestNear(t *testing.T) {
	o := openOffice(t)
	for typed, want := range map[string]string{"NUM-SPAC": "NUM-SPACE", "numspace": "NUM-SPACE", "NUM-PADD": "NUM-PAD", "YAML-KEI": "YAML-KEY"} {
		if got := o.Near(typed); len(got) == 0 || got[0] != want {
			t.Errorf("%s: %v, want %s first", typed, got, want)
		}
	}
	for _, typed := range []string{"", "X", "HOANTOANKHAC"} {
		if got := o.Near(typed); len(got) > 0 {
			t.Errorf("%q: %v", typed, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"A", "", 1}, {"ABC", "ABC", 0}, {"ABC", "AXC", 1}, {"ABC", "AC", 1}, {"KITTEN", "SITTING", 3}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
