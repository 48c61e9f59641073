package check_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/check"
)

// Words of recognition are compared in small letters, kinds as they are written.
func TestLexicon(t *testing.T) {
	lex := lexicon(t)
	if len(lex.Kinds) < 20 {
		t.Errorf("%d kinds of document", len(lex.Kinds))
	}
	for _, list := range [][]string{lex.About, lex.Grounds, lex.NameEnds, lex.Facilities, lex.Past} {
		if len(list) == 0 {
			t.Error("an empty list")
		}
		for _, w := range list {
			if w != strings.ToLower(w) {
				t.Errorf("%q has capitals", w)
			}
		}
	}
	for _, k := range lex.Kinds {
		if w := []rune(k.Name); string(w[0]) == strings.ToLower(string(w[0])) {
			t.Errorf("%q begins with a small letter", k.Name)
		}
	}
}

// What is wrong with a file is told at its place; the rest is there.
func TestLexiconFiles(t *testing.T) {
	for _, c := range []struct{ file, text, code string }{
		{check.LexiconFile, "", "DATA-MISSING"},
		{check.OldUnitFile, "", "DATA-MISSING"},
		{check.LexiconFile, "loai: [{loai: Kế hoạch, ky_hieu: [KH]}]\n", "DATA-SOURCE"},
		{check.LexiconFile, "nguon: x\nkiem_tra: 22/11/2026\nloai: [{loai: Kế hoạch, ky_hiu: [KH]}]\n", "YAML-KEY"},
		{check.OldUnitFile, "nguon: x\nkiem_tra: 22/11/2026\nthanh_fo: [A]\n", "YAML-KEY"},
	} {
		_, found := check.LoadLexicon(func(name string) ([]byte, error) {
			if name != c.file {
				return os.ReadFile("../../templates/" + name)
			}
			if c.text == "" {
				return nil, errors.New("no such file")
			}
			return []byte(c.text), nil
		})
		if len(found) != 1 || found[0].Code != c.code || found[0].At.File != c.file {
			t.Errorf("%q: %+v, want %s", c.text, found, c.code)
		}
	}
}
