package internal

import (
	"go/ast"
	"go/parser"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ofCommandLine knows a text that speaks of an option or a command.
var ofCommandLine = regexp.MustCompile(`--[a-z]|kehoach (build|check|sign|verify|batch|import|new|forms|rules|letterhead|roll|under|diff|fmt|explain|serve|templates)\b`)

// onlyThere are files whose texts nobody sees but at a command line, or that choose by
// themselves between the two.
var onlyThere = regexp.MustCompile(`^(build/codes.*|sign/token\.go|batch/.*|cmd/.*|.*_test\.go)$`)

// TestPageHasNoCommandLine: a text that speaks of an option or a command has other words
// for people who have none, and these speak of none.
func TestPageHasNoCommandLine(t *testing.T) {
	set, files := goFiles(t, parser.SkipObjectResolution, false)
	for name, file := range files {
		if name = strings.TrimPrefix(filepath.ToSlash(name), "internal/"); onlyThere.MatchString(name) {
			continue
		}
		replaced := map[ast.Node]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "OnPage" {
					replaced[sel.X] = true
				}
			}
			vi, en, _, ok := message(n, false)
			if !ok || replaced[n] {
				return true
			}
			for _, e := range []ast.Expr{vi, en} {
				if text, ok := literal(e); ok && ofCommandLine.MatchString(text) {
					t.Errorf("%s: the page would say %q: give it other words with OnPage", set.Position(n.Pos()), text)
				}
			}
			return true
		})
	}
}
