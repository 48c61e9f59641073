package web

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// A choice of folders: a place with a folder of Vietnamese letters in it, one that is
// hidden, a link that leads out, and a plan.
type choice struct {
	*client
	place  string
	opened []string
}

func folders(t *testing.T) *choice {
	t.Helper()
	c := &choice{place: t.TempDir()}
	out := t.TempDir()
	for _, err := range []error{
		os.MkdirAll(filepath.Join(c.place, "Công việc & họp", "2027"), 0o777),
		os.Mkdir(filepath.Join(c.place, ".giấu"), 0o777),
		os.WriteFile(filepath.Join(c.place, "a.yaml"), []byte("x: 1\n"), 0o666),
		os.Symlink(out, filepath.Join(c.place, "ra ngoài")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	c.client = serve(t, newFolder(t), func(s *Server) {
		s.Folders = Folders{
			Places: []Place{{diag.M("Chỗ này", "Here"), c.place}},
			Recent: func() []string { return []string{out} },
			Open: func(dir string) (string, error) {
				if strings.HasSuffix(dir, "hỏng") {
					return "", errors.New("no")
				}
				c.opened = append(c.opened, dir)
				return "http://k.localhost:1/?mo=x&y", nil
			},
		}
		s.folderRoutes()
	}).enter()
	return c
}

func (c *choice) choose(form url.Values) (int, string) {
	return c.ask("POST", "/folder", form.Encode(), "Content-Type: application/x-www-form-urlencoded")
}

// TestFolders: folders of a place are shown and opened, a new one is made, one that
// was open before is found again.
func TestFolders(t *testing.T) {
	c := folders(t)
	has(t, c.must("GET", "/", ""), `href="/folder"`)
	page := c.must("GET", "/folder?noi=0", "")
	has(t, page, "Công việc &amp; họp")
	for _, not := range []string{".giấu", "ra ngoài", "a.yaml"} {
		if strings.Contains(page, not) {
			t.Errorf("%s is shown", not)
		}
	}
	inner := "Công việc & họp"
	has(t, c.must("GET", "/folder?noi=0&o="+url.QueryEscape(inner), ""), "2027")
	status, page := c.choose(url.Values{"noi": {"0"}, "o": {inner}})
	has(t, page, `url=http://k.localhost:1/?mo=x&amp;y`)
	c.choose(url.Values{"noi": {"0"}, "o": {inner}, "moi": {" Năm 2028 "}})
	c.choose(url.Values{"nho": c.s.Folders.Recent()})
	want := []string{filepath.Join(c.place, inner), filepath.Join(c.place, inner, "Năm 2028")}
	if status != http.StatusOK || len(c.opened) != 3 || !slices.Equal(c.opened[:2], want) {
		t.Errorf("%d, opened: %q", status, c.opened)
	}
	if _, err := os.Stat(want[1]); err != nil {
		t.Error(err)
	}
}

// TestFoldersRefused: no name leads out of a place, and what cannot be made or opened
// is told.
func TestFoldersRefused(t *testing.T) {
	c := folders(t)
	for _, form := range []url.Values{
		{"noi": {"0"}, "o": {".."}},
		{"noi": {"0"}, "o": {"/etc"}},
		{"noi": {"0"}, "o": {"ra ngoài"}},
		{"noi": {"0"}, "o": {"a.yaml"}},
		{"noi": {"0"}, "o": {"Công việc & họp/../.."}},
		{"noi": {"1"}},
		{"noi": {"-1"}},
		{"nho": {"/etc"}},
		{"nho": {c.place}},
		{"noi": {"0"}, "moi": {"../x"}},
		{"noi": {"0"}, "moi": {"CON"}},
		{"noi": {"0"}, "moi": {".an"}},
		{"noi": {"0"}, "moi": {"k\u202elmay"}},
		{"noi": {"0"}, "moi": {"Công việc & họp"}}, // is there
		{"noi": {"0"}, "moi": {"hỏng"}},
	} {
		if status, page := c.choose(form); status < 400 || !strings.Contains(page, `role="alert"`) {
			t.Errorf("%v: %d", form, status)
		}
		if status, _ := c.ask("GET", "/folder?"+form.Encode(), ""); status >= 500 {
			t.Errorf("%v: %d", form, status)
		}
	}
	if len(c.opened) > 0 {
		t.Errorf("opened: %q", c.opened)
	}
	c = &choice{client: serve(t, newFolder(t)).enter()}
	if status, _ := c.ask("GET", "/folder", ""); status != http.StatusNotFound {
		t.Errorf("without others to choose: %d", status)
	}
}
