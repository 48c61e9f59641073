package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestClicked: a double click, a folder and a file on the icon open the page; a
// command stays one.
func TestClicked(t *testing.T) {
	dir := t.TempDir()
	plan := filepath.Join(dir, "Kế hoạch.yaml")
	if err := os.WriteFile(plan, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, want []string }{
		{nil, []string{"serve"}},
		{[]string{dir}, []string{"serve", dir}},
		{[]string{plan}, []string{"serve", plan}},
		{[]string{"version"}, []string{"version"}},
		{[]string{"--help"}, []string{"--help"}},
		{[]string{"check", plan}, []string{"check", plan}},
	} {
		if got := clicked(c.args); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.args, got, c.want)
		}
	}
}

// keyboard tells how often somebody was waited for.
type keyboard int

func (k *keyboard) Read(p []byte) (int, error) {
	*k++
	return copy(p, "\n"), nil
}

// TestRefusalStays: without a terminal a refusal is shown until somebody has read it;
// what went well closes its window.
func TestRefusalStays(t *testing.T) {
	word := filepath.Join(t.TempDir(), "k.docx")
	if err := os.WriteFile(word, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args  []string
		waits keyboard
		words []string
	}{
		{[]string{word}, 1, []string{"k.docx là tệp, không phải thư mục hay kế hoạch", "thả vào trang", "Nhấn Enter để đóng"}},
		{[]string{"khong-co", "--lang", "en"}, 1, []string{"Press Enter to close"}},
		{[]string{"version"}, 0, nil},
	} {
		var in keyboard
		var out, stderr bytes.Buffer
		status := runClicked(c.args, &in, &out, &stderr)
		if in != c.waits || (status == statusDone) != (c.waits == 0) {
			t.Errorf("%q: status %d, waited %d times", c.args, status, in)
		}
		for _, words := range c.words {
			if !strings.Contains(stderr.String(), words) {
				t.Errorf("%q: no %q in %s", c.args, words, stderr.String())
			}
		}
	}
}

// TestAsked: what a path on the command line or the icon stands for.
func TestAsked(t *testing.T) {
	dir := t.TempDir()
	plan := filepath.Join(dir, "Kế hoạch.YAML")
	if err := os.WriteFile(plan, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]opening{dir: {dir: dir}, plan: {dir, "Kế hoạch.YAML"}} {
		if got, err := asked(path); got != want || err != nil {
			t.Errorf("%s: %+v, %v", path, got, err)
		}
	}
	_, err := asked(dir + `-2" --no-browser`)
	if rs := refusals(nil); !errors.As(err, &rs) || !strings.Contains(rs[0].hint.Vi, `bỏ dấu \`) {
		t.Errorf("%+v", err)
	}
	_, err = asked(filepath.Join(dir, "khong-co"))
	if rs := refusals(nil); !errors.As(err, &rs) || !strings.Contains(rs[0].msg.Vi, "không có tệp hoặc thư mục") {
		t.Errorf("%+v", err)
	}
}
