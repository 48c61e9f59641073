package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// contents gives the files of a folder, hidden ones too.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

func sameContents(t *testing.T, want, got map[string]string) {
	t.Helper()
	if !maps.Equal(want, got) {
		t.Errorf("the folder holds %q, want %q", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("%s was changed", name)
			}
		}
	}
}

// TestPanicIsOurFailure: the program never ends with a trace alone.
func TestPanicIsOurFailure(t *testing.T) {
	var stderr bytes.Buffer
	status := run([]string{"version"}, nil, panicking{}, &stderr)
	if status != statusFailed || !strings.Contains(stderr.String(), "lỗi của chương trình: hỏng") {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("hỏng") }

// TestEveryCommandHasHelp in both languages, with an example that names it.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		root := (&app{lang: lang}).root()
		for _, c := range root.Commands() {
			if c.Short == "" || c.Long == "" || !strings.Contains(c.Example, "kehoach "+c.Name()) {
				t.Errorf("%s: %s lacks a text", lang, c.Name())
			}
		}
	}
}

// TestRefusalsAreGathered: nothing is lost on the way, ours or not.
func TestRefusalsAreGathered(t *testing.T) {
	rs := refusals(nil).add(nil)
	if rs.orNil() != nil {
		t.Error("nothing was refused, but there is an error")
	}
	rs = rs.add(checkName("CON")).add(errors.New("hỏng")).add(checkName("NUL"))
	if len(rs) != 3 {
		t.Errorf("%d refusals, want 3", len(rs))
	}
}
