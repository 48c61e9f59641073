package main

import (
	"context"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kehoach.example/internal/disk"
)

// ownSettings gives a test settings and a home of its own.
func ownSettings(t *testing.T) (home string) {
	t.Helper()
	home = t.TempDir()
	for _, key := range []string{"HOME", "USERPROFILE", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(key, home)
	}
	t.Setenv("XDG_DOCUMENTS_DIR", "")
	return home
}

// started is a start of the program; end ends it.
func started(t *testing.T) (p *pages, end func()) {
	t.Helper()
	a := &app{lang: "vi", stderr: io.Discard}
	office, err := a.open("", "")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	p = &pages{app: a, office: office, ctx: ctx, open: map[string]*page{}}
	end = func() {
		stop()
		if err := p.wait(); err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(end)
	return p, end
}

func (p *pages) shows(t *testing.T, dir string) (address string, ours bool) {
	t.Helper()
	address, ours, err := p.show(dir, 0)
	if err != nil || !isAddress.MatchString(address) {
		t.Fatalf("%q, %v", address, err)
	}
	return address, ours
}

// TestSecondStart: who starts the program again for a folder gets the page that is
// open, however the folder is spelled; when that has ended, a page of its own.
func TestSecondStart(t *testing.T) {
	ownSettings(t)
	dir := filepath.Join(t.TempDir(), "Kế hoạch")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	one, end := started(t)
	two, _ := started(t)
	first, ours := one.shows(t, dir)
	if !ours {
		t.Fatal("nobody else has it")
	}
	spelt := []string{dir, dir + string(filepath.Separator)}
	if runtime.GOOS != "windows" { // where links need a right of their own
		link := filepath.Join(t.TempDir(), "loi-tat")
		if err := os.Symlink(dir, link); err != nil {
			t.Fatal(err)
		}
		spelt = append(spelt, link)
	}
	for _, spelling := range spelt {
		if again, ours := two.shows(t, spelling); again != first || ours {
			t.Errorf("%s: %s, ours %v; open is %s", spelling, again, ours, first)
		}
	}
	if other, ours := two.shows(t, t.TempDir()); other == first || !ours {
		t.Errorf("another folder: %s, ours %v", other, ours)
	}
	end()
	if next, ours := two.shows(t, dir); next == first || !ours {
		t.Errorf("after the end: %s, ours %v", next, ours)
	}
}

// TestClaimIsPrivate: only the user can read the address, it is gone with the
// program, and what says nothing good claims nothing.
func TestClaimIsPrivate(t *testing.T) {
	home := ownSettings(t)
	dir := t.TempDir()
	one, end := started(t)
	first, _ := one.shows(t, dir)
	_, secret, _ := strings.Cut(first, "?mo=")
	var file string
	check := func(want bool) {
		t.Helper()
		found := false
		err := filepath.WalkDir(home, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil || !strings.Contains(string(data), secret) {
				return err
			}
			found, file = true, path
			info, err := d.Info()
			if err == nil && info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
				t.Errorf("%s: %v", path, info.Mode())
			}
			return err
		})
		if err != nil || found != want {
			t.Errorf("the secret is there: %v, %v", found, err)
		}
	}
	check(true)
	end()
	check(false)
	held, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	if err := disk.Lock(held); err != nil {
		t.Fatal(err)
	}
	two, _ := started(t)
	for _, said := range []string{
		"may-khac\n" + first + "\n", machineName() + "\n" + first + "\n", // nobody listens any more
		machineName() + "\nhttp://evil.example/?mo=" + secret + "\n", machineName() + "\njavascript:alert(1)\n", "\n\n",
	} {
		if err := held.Truncate(0); err != nil {
			t.Fatal(err)
		}
		if _, err := held.WriteAt([]byte(said), 0); err != nil {
			t.Fatal(err)
		}
		if c, address := claimed(dir); address != "" || c.file != nil {
			t.Errorf("%q gives %q", said, address)
		}
	}
	if _, ours := two.shows(t, dir); !ours {
		t.Error("no page of its own")
	}
}

// TestStrangerAtOpenPage: that a second start finds the page lets nobody else in.
func TestStrangerAtOpenPage(t *testing.T) {
	ownSettings(t)
	one, _ := started(t)
	address, _ := one.shows(t, t.TempDir())
	base, secret, _ := strings.Cut(address, "?mo=")
	host := strings.TrimSuffix(strings.TrimPrefix(base, "http://"), "/")
	for path, want := range map[string]int{"": http.StatusForbidden, "?mo=" + secret[1:]: http.StatusForbidden, "?mo=" + secret: http.StatusOK, "dang-mo": http.StatusForbidden} {
		_, port, _ := strings.Cut(host, ":")
		r, err := http.NewRequest("GET", "http://127.0.0.1:"+port+"/"+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != want {
			t.Errorf("%q: %d, want %d", path, res.StatusCode, want)
		}
	}
}
