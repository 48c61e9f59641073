package internal

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestNoFormByName: which rules and figures belong to a form stands in its
// YAML, so no program text compares with the id of a form.
func TestNoFormByName(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(root, "templates", "the-thuc", "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no forms: %v", err)
	}
	ids := map[string]bool{}
	for _, p := range paths {
		ids[strings.TrimSuffix(filepath.Base(p), ".yaml")] = true
	}
	set, files := goFiles(t, parser.SkipObjectResolution, false)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := literal(n); ok && ids[s] {
				t.Errorf("%s: a string literal is the id of the form %s", set.Position(n.Pos()), s)
			}
			return true
		})
	}
}

// literal is the value of a string literal, or of several that are added.
func literal(n ast.Node) (string, bool) {
	switch x := n.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, x.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		a, okA := literal(x.X)
		b, okB := literal(x.Y)
		return a + b, okA && okB && x.Op == token.ADD
	case *ast.ParenExpr:
		return literal(x.X)
	}
	return "", false
}

var verb = regexp.MustCompile(`%[-+# 0-9.\[\]]*[a-zA-Z%]`)

// TestMessagesInBothLanguages: each message has a Vietnamese and an English
// text or neither, and both take the same arguments in the same order.
func TestMessagesInBothLanguages(t *testing.T) {
	set, files := goFiles(t, parser.SkipObjectResolution, false)
	count := 0
	for name, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			vi, en, args, ok := message(n, path.Dir(name) == "internal/diag")
			if !ok {
				return true
			}
			count++
			v, okV := literal(vi)
			e, okE := literal(en)
			empty := func(s string, ok bool) bool { return ok && strings.TrimSpace(s) == "" }
			at := set.Position(n.Pos())
			if empty(v, okV) != empty(e, okE) {
				t.Errorf("%s: one of the two texts is empty: %q, %q", at, v, e)
			}
			if okV && okE && args > 0 && !slices.Equal(verb.FindAllString(v, -1), verb.FindAllString(e, -1)) {
				t.Errorf("%s: the two texts take other arguments: %q, %q", at, v, e)
			}
			return true
		})
	}
	if count < 50 {
		t.Errorf("only %d messages were found: does this test still know their form?", count)
	}
}

// message takes diag.M(vi, en, …) and diag.Msg{vi, en} apart; inside diag they
// stand without the package's name. A diag.Msg{} is no message.
func message(n ast.Node, inside bool) (vi, en ast.Expr, args int, ok bool) {
	named := func(e ast.Expr, name string) bool {
		if sel, ok := e.(*ast.SelectorExpr); ok {
			pkg, ok := sel.X.(*ast.Ident)
			return ok && pkg.Name == "diag" && sel.Sel.Name == name
		}
		id, ok := e.(*ast.Ident)
		return ok && inside && id.Name == name
	}
	switch x := n.(type) {
	case *ast.CallExpr:
		if named(x.Fun, "M") && len(x.Args) >= 2 {
			return x.Args[0], x.Args[1], len(x.Args) - 2, true
		}
	case *ast.CompositeLit:
		if !named(x.Type, "Msg") || len(x.Elts) == 0 {
			return nil, nil, 0, false
		}
		none := &ast.BasicLit{Kind: token.STRING, Value: `""`}
		texts := map[string]ast.Expr{"Vi": none, "En": none}
		for i, e := range x.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				texts[kv.Key.(*ast.Ident).Name] = kv.Value
			} else {
				texts[[]string{"Vi", "En"}[i]] = e
			}
		}
		return texts["Vi"], texts["En"], 0, true
	}
	return nil, nil, 0, false
}

// TestRoomsAreSmall: no Go file has more than 500 lines, and no package is a
// drawer for what has no place.
func TestRoomsAreSmall(t *testing.T) {
	const most = 500
	drawers := []string{"utils", "util", "common", "helpers", "helper", "pkg", "misc"}
	_, files := goFiles(t, parser.PackageClauseOnly, true)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(text, []byte("\n")); n > most {
			t.Errorf("%s has %d lines, at most %d", name, n, most)
		}
		for _, part := range append(strings.Split(path.Dir(name), "/"), files[name].Name.Name) {
			if slices.Contains(drawers, strings.TrimSuffix(part, "_test")) {
				t.Errorf("%s: no package or folder is called %s", name, part)
			}
		}
	}
}
