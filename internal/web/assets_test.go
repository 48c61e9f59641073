package web

import (
	"io/fs"
	"path"
	"regexp"
	"testing"
)

var (
	askedFor = regexp.MustCompile(`"/static/([^"?#]+)"`)
	imported = regexp.MustCompile(`(?m)^(?:import|export) (?:[^;]*?from )?"\./([^"]+)"`)
	defined  = regexp.MustCompile(`\{\{-?\s*define "([^"]+)"`)
)

// TestNothingIsMissing: what pages and scripts ask for is embedded, and no two
// pages define one template.
func TestNothingIsMissing(t *testing.T) {
	asked := map[string]string{}
	templates := map[string]string{}
	gather := func(files fs.FS, pattern string, r *regexp.Regexp, into map[string]string, once bool) {
		names, err := fs.Glob(files, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range r.FindAllStringSubmatch(string(data), -1) {
				if where, twice := into[m[1]]; twice && once {
					t.Errorf("%s is defined in %s and in %s", m[1], where, name)
				}
				into[m[1]] = name
			}
		}
	}
	gather(pages, "pages/*.html", askedFor, asked, false)
	gather(pages, "pages/*.html", defined, templates, true)
	gather(static, "static/*.js", imported, asked, false)
	for file, where := range asked {
		if _, err := fs.Stat(static, path.Join("static", file)); err != nil {
			t.Errorf("%s asks for %s: %v", where, file, err)
		}
	}
	if len(asked) < 10 {
		t.Errorf("only %d files are asked for: does this test still know how?", len(asked))
	}
}

// tooNew are things that browsers of November 2022 (Chromium 107, Firefox 107) lack, and
// without which a page would not work there.
var tooNew = regexp.MustCompile(`:has\(|@(container|layer|starting-style|scope)\b|\b(color-mix|light-dark|linear)\(|\d(lh|rlh|cqw|dvh|svh)\b|\bsubgrid\b|(?m:^\s*&)|` +
	`\.(toSorted|toReversed|toSpliced|findLastIndexOf|isWellFormed|checkVisibility|setHTML|groupBy|with)\(|\b(Promise\.withResolvers|Array\.fromAsync|URL\.canParse|AbortSignal\.any|Map\.groupBy|Object\.groupBy)\b|` +
	`\b(popover|inert|startViewTransition|moveBefore|showPicker)\b`)

// TestNothingTooNew: scripts and styles use nothing that browsers of four years ago do
// not have. The bundle of the editor is built for them.
func TestNothingTooNew(t *testing.T) {
	for _, pattern := range []string{"static/*.js", "static/*.css"} {
		names, _ := fs.Glob(static, pattern)
		for _, name := range names {
			data, err := fs.ReadFile(static, name)
			if err != nil {
				t.Fatal(err)
			}
			if m := tooNew.FindString(string(data)); m != "" && name != "static/editor.js" {
				t.Errorf("%s: %q is newer than browsers that offices have", name, m)
			}
		}
	}
	for _, new := range []string{"main:has(p)", "list.toSorted()", "@container", "height: 2lh;"} {
		if !tooNew.MatchString(new) {
			t.Errorf("%q is not known as too new", new)
		}
	}
}
