package keep

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// hostile are names that no request may reach the disk with.
var hostile = []string{
	"", ".", "..", "../k.yaml", "..\\k.yaml", "/etc/passwd", "C:\\k.yaml", "C:k.yaml", "a/b.yaml", "a\\b.yaml", "./k.yaml",
	"k.yaml/", "k.yaml/..", ".kehoach/k.yaml/nhat-ky", ".kehoach", ".yaml", ".k.yaml", "con.yaml", "NUL.yml", "com1.yaml", "LPT¹.yaml",
	"k.yaml.", "k.yaml ", "k.yaml:ads", "k.yaml::$DATA", "k\x00.yaml", "k\n.yaml", "k\x7f.yaml", "k\u0085.yaml", "k\xff.yaml", "k?.yaml", "k*.yaml", "k|.yaml",
	"k", "k.docx", "k.yaml.exe", strings.Repeat("k", 251) + ".yaml", strings.Repeat("ế", 100) + ".yaml", "\\\\?\\k.yaml", "~/k.yaml", "%2e%2e/k.yaml",
}

// odd are names of files that may be there, but that are not made.
var odd = []string{"k\u202elmay.yaml", "k  k.yaml", "k..yaml", "-rf.yaml", "k\u200b.yaml", strings.Repeat("k", 130) + ".yaml"}

func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	inside := filepath.Join(dir, "trong")
	if err := os.Mkdir(inside, 0o777); err != nil {
		t.Fatal(err)
	}
	outside(t, dir, "ngoài")
	f, _ := folder(t, inside)
	for _, name := range hostile {
		_, err := f.Create(name, []byte("x"))
		isFault(t, err, ErrName)
		_, err = f.BringBack(name, "k.yaml")
		isFault(t, err, ErrName)
		_, err = f.Read(name)
		isFault(t, err, ErrName)
		_, err = f.Open(name)
		isFault(t, err, ErrName)
	}
	for _, name := range odd {
		_, err := f.Create(name, []byte("x"))
		isFault(t, err, ErrName)
	}
	if entries, err := os.ReadDir(inside); err != nil || len(entries) != 0 {
		t.Errorf("something was written: %v, %v", entries, err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "k.yaml")); err != nil || string(data) != "ngoài" {
		t.Errorf("%q, %v", data, err)
	}
}

// TestNameTrimmed: blanks around a name are nobody's wish; a full stop at its end is
// told as what it is.
func TestNameTrimmed(t *testing.T) {
	f, _ := folder(t, t.TempDir())
	for name, want := range map[string]string{"cách .yaml": "cách.yaml", "  trước.yml": "trước.yml", "\u00a0hai đầu \u3000.yaml": "hai đầu.yaml"} {
		if got, err := f.Create(name, nil); got != want || err != nil {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	for _, name := range []string{"chấm..yaml", "chấm. .yaml"} {
		_, err := f.Create(name, nil)
		isFault(t, err, ErrName)
		if fault := err.(*Fault); !strings.Contains(fault.Why.Vi, "kết thúc bằng dấu chấm") || !strings.Contains(fault.Hint.Vi, "chấm.yaml") {
			t.Errorf("%q: %s → %s", name, fault.Why.Vi, fault.Hint.Vi)
		}
	}
	_, err := f.Create("  .yaml", nil)
	isFault(t, err, ErrName)
}

func TestCreate(t *testing.T) {
	f, _ := folder(t, t.TempDir())
	for _, name := range []string{"Kế hoạch số 12 (UBND).yaml", "k.yml", "50%.YAML"} {
		if got, err := f.Create(name, []byte(name)); err != nil || got != name {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if data, err := f.Read(name); err != nil || string(data) != name {
			t.Errorf("%q, %v", data, err)
		}
	}
	for _, again := range []string{"k.yml", "K.yml", "kế hoạch số 12 (ubnd).yaml", "Ke\u0302\u0301 hoa\u0323ch số 12 (UBND).yaml", "k.yaml", "50%.yml"} {
		_, err := f.Create(again, []byte("mất"))
		isFault(t, err, os.ErrExist)
	}
	if data, err := f.Read("k.yml"); err != nil || string(data) != "k.yml" {
		t.Errorf("%q, %v", data, err)
	}
	_, err := f.Create("lon.yaml", make([]byte, MostBytes+1))
	isFault(t, err, ErrSize)
	_, err = f.Open("khong-co.yaml")
	isFault(t, err, os.ErrNotExist)
	if got, err := f.Create("Ke\u0302\u0301.yaml", nil); err != nil || got != "Kế.yaml" {
		t.Errorf("%+q, %v", got, err)
	}
	if names := planNames(t, f); len(names) != 4 {
		t.Errorf("%q", names)
	}
}

func planNames(t *testing.T, f *Folder) []string {
	t.Helper()
	plans, err := f.Plans()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range plans {
		out = append(out, p.Name)
	}
	return out
}

// TestReadOtherSpelling: a plan is read by whatever spelling of its name.
func TestReadOtherSpelling(t *testing.T) {
	f, _ := folder(t, t.TempDir())
	apart := "Ke\u0302\u0301.yaml"
	if err := os.WriteFile(filepath.Join(f.path, apart), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{apart, "Kế.yaml", "kẾ.YAML"} {
		if data, err := f.Read(name); err != nil || string(data) != "x" {
			t.Errorf("%+q: %q, %v", name, data, err)
		}
	}
	_, err := f.Read("m.yaml")
	isFault(t, err, os.ErrNotExist)
}

// TestOneSpelling: a name that macOS spells as letters and marks is the same plan.
func TestOneSpelling(t *testing.T) {
	f, _ := folder(t, t.TempDir())
	apart := "Ke\u0302\u0301 hoa\u0323ch.yaml"
	if err := os.WriteFile(filepath.Join(f.path, apart), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	p := opened(t, f, "Kế hoạch.yaml")
	if q := opened(t, f, apart); p != q {
		t.Error("two plans of one file")
	}
}

// TestPlans: the newest first; no folders, links, hidden or other files.
func TestPlans(t *testing.T) {
	dir := t.TempDir()
	f, c := folder(t, dir)
	for i, name := range []string{"a.yaml", "b.yml", "c.yaml", "d.docx", ".e.yaml"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
		at := c.t.Add(time.Duration(i%3) * time.Hour)
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "f.yaml"), 0o777); err != nil {
		t.Fatal(err)
	}
	opened(t, f, "a.yaml")
	if got := planNames(t, f); !slices.Equal(got, []string{"c.yaml", "b.yml", "a.yaml"}) {
		t.Errorf("%q", got)
	}
	_, err := f.Open("f.yaml")
	isFault(t, err, ErrName)
}

// TestLinksStayInside: a link is no plan, and leads nobody out of the folder.
func TestLinksStayInside(t *testing.T) {
	dir := t.TempDir()
	outside(t, dir, "ngoài")
	inside := filepath.Join(dir, "trong")
	if err := os.Mkdir(inside, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "k.yaml"), filepath.Join(inside, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	f, _ := folder(t, inside)
	_, err := f.Read("k.yaml")
	isFault(t, err, ErrName)
	_, err = f.Open("k.yaml")
	isFault(t, err, ErrName)
	if names := planNames(t, f); names != nil {
		t.Errorf("%q", names)
	}
	if _, err := os.Lstat(filepath.Join(inside, hidden)); err == nil {
		t.Error("something was made for what is no plan")
	}
	if err := os.Symlink(dir, filepath.Join(inside, hidden)); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Create("m.yaml", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if _, err = f.Open("m.yaml"); err == nil {
		t.Error("the journal would lie outside of the folder")
	}
	if _, err := os.Lstat(filepath.Join(dir, "m.yaml")); err == nil {
		t.Error("something was written outside of the folder")
	}
}
