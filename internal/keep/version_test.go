package keep

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// versionTexts reads all versions, the newest first.
func versionTexts(t *testing.T, p *Plan) []string {
	t.Helper()
	vs, err := p.Versions()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, v := range vs {
		data, err := p.Version(v.ID)
		if err != nil || len(data) != v.Bytes {
			t.Fatalf("%s: %d bytes, want %d; %v", v.ID, len(data), v.Bytes, err)
		}
		out = append(out, string(data))
	}
	return out
}

func hasVersion(t *testing.T, p *Plan, text string) {
	t.Helper()
	if vs := versionTexts(t, p); !slices.Contains(vs, text) {
		t.Errorf("%q is no version; there are %q", text, vs)
	}
}

func hasVersions(t *testing.T, p *Plan, want ...string) {
	t.Helper()
	if got := versionTexts(t, p); !slices.Equal(got, want) {
		t.Errorf("the versions are %q, want %q", got, want)
	}
}

func TestVersionBeforeAPause(t *testing.T) {
	p, c := begun(t, "0")
	put(t, p, "1")
	hasVersions(t, p, "0") // nobody knows when the file was last changed
	c.pass(9 * time.Minute)
	put(t, p, "2")
	c.pass(10 * time.Minute)
	put(t, p, "3")
	hasVersions(t, p, "0")
	c.pass(10*time.Minute + time.Second)
	put(t, p, "4")
	hasVersions(t, p, "3", "0")
	p = reopen(t, p)
	c.pass(time.Minute)
	put(t, p, "5") // the pause is counted from the journal
	hasVersions(t, p, "3", "0")
	for range 8 { // a long sitting without a pause
		c.pass(8 * time.Minute)
		text, _ := p.Text()
		put(t, p, string(text)+"+")
	}
	hasVersions(t, p, "5+++++++", "3", "0")
}

func TestVersionBeforeALargeChange(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	_, rev := p.Text()
	rev, err := p.Put([]byte("nhập"), rev, Import)
	if err != nil {
		t.Fatal(err)
	}
	hasVersions(t, p, "1", "0")
	vs, _ := p.Versions()
	if vs[0].Why != Import || vs[1].Why != Pause {
		t.Errorf("%v", vs)
	}
	old, err := p.Version(vs[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Put(old, rev, Restore); err != nil {
		t.Fatal(err)
	}
	hasText(t, p, "0")
	hasVersions(t, p, "nhập", "1", "0")
	for _, w := range []Why{Pause, Marked, Disk, Ours, Spoilt, Paste, Import, Roll, Fix, Format, Restore, "khac"} {
		if m := w.Msg(); m.Vi == "" || m.En == "" {
			t.Errorf("%s has no words", w)
		}
	}
}

func TestMark(t *testing.T) {
	p, _ := begun(t, "0")
	first, err := p.Mark(Marked)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := p.Mark(Marked); err != nil || again.ID != first.ID {
		t.Errorf("the same text became two versions: %v, %v", again, err)
	}
	v, err := p.Mark("../../a")
	if err != nil || v.Why == "../../a" {
		t.Errorf("%v, %v", v, err)
	}
}

func TestVersionThatIsNone(t *testing.T) {
	p, _ := begun(t, "0")
	v, err := p.Mark(Marked)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"", ".", "..", "../../k", "/etc/passwd", journalName, lockName, v.ID + "/", v.ID + ".yaml", "../k.yaml/" + v.ID, "20270104T080000.000Z-../x-00000000", "20270104T080000.001Z-marked-00000000"} {
		if data, err := p.Version(id); err == nil {
			t.Errorf("%q gives %q", id, data)
		}
	}
	name := filepath.Join(p.folder.path, p.dir(), v.ID+".yaml")
	if err := os.WriteFile(name, []byte("1"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err = p.Version(v.ID)
	isFault(t, err, ErrSpoilt)
}

// TestThinning: a plan that is changed every ten minutes for a month.
func TestThinning(t *testing.T) {
	now := time.Date(2027, 3, 31, 18, 0, 0, 0, time.FixedZone("+07", 7*3600))
	var all []Version
	for at := now; now.Sub(at) < 31*24*time.Hour; at = at.Add(-10 * time.Minute) {
		all = append(all, Version{Time: at.UTC(), Why: Pause})
	}
	marked := len(all) - 5
	all[marked].Why = Marked
	gone := superfluous(all, now)
	kept := len(all) - len(gone)
	if kept > mostVersions {
		t.Errorf("%d versions are kept", kept)
	}
	for _, v := range gone {
		if v.Why == Marked || now.Sub(v.Time) < 18*time.Hour {
			t.Errorf("%v goes", v)
		}
	}
	if all = slices.DeleteFunc(all, func(v Version) bool { return slices.Contains(gone, v) }); len(superfluous(all, now)) != 0 {
		t.Error("thinning again takes more")
	}
}

// TestClockSetBack: where the clock goes back by years, as one without a battery
// does, versions are neither taken for superfluous nor made at each letter.
func TestClockSetBack(t *testing.T) {
	p, c := begun(t, "0")
	put(t, p, "1")
	c.t = time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
	want := []string{"1", "0"}
	for i := range 39 {
		put(t, p, fmt.Sprint("gõ ", i))
		_, rev := p.Text()
		if _, err := p.Put([]byte(fmt.Sprint("dán ", i)), rev, Paste); err != nil {
			t.Fatal(err)
		}
		want = append([]string{fmt.Sprint("gõ ", i)}, want...)
		c.pass(5 * time.Minute)
	}
	hasVersions(t, p, want...)
	for range 11 {
		text, _ := p.Text()
		put(t, p, string(text)+"+")
		c.pass(6 * time.Minute)
	}
	hasVersions(t, p, append([]string{"dán 38++++++++++"}, want...)...)
}

func TestThinningBounds(t *testing.T) {
	now := newClock().t
	var all []Version
	for i := range 500 {
		why := Marked
		if i%2 == 0 {
			why = Fix
		}
		all = append(all, Version{Time: now.Add(-time.Duration(i) * time.Second), Why: why, Bytes: i})
	}
	gone := superfluous(all, now)
	if len(all)-len(gone) != mostVersions {
		t.Errorf("%d are kept", len(all)-len(gone))
	}
	for _, v := range gone {
		if v.Bytes == 0 || v.Why == Marked && v.Bytes < 300 {
			t.Errorf("%v goes", v)
		}
	}
}

// TestVersionsAreBounded: with the files too.
func TestVersionsAreBounded(t *testing.T) {
	p, c := begun(t, "0")
	for i := range 230 {
		c.pass(time.Second)
		_, rev := p.Text()
		if _, err := p.Put([]byte(fmt.Sprint("bản ", i)), rev, Fix); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(versionTexts(t, p)); n != mostVersions {
		t.Errorf("%d versions", n)
	}
	hasVersion(t, p, "bản 228")
}

// TestNotes: what a person says of a version stands with it, in one short line,
// and goes when the version goes.
func TestNotes(t *testing.T) {
	p, c := begun(t, "0")
	for i := range mostVersions + 5 {
		put(t, p, fmt.Sprint("lần ", i))
		c.pass(time.Second)
		if v, err := p.MarkAs(fmt.Sprintf(" gửi\n\x1bchị \u202e Lan %d ", i)); err != nil || v.Note != fmt.Sprintf("gửi chị Lan %d", i) {
			t.Fatalf("%+v, %v", v, err)
		}
	}
	if v, err := p.MarkAs("đã duyệt"); err != nil || v.Note != fmt.Sprintf("gửi chị Lan %d; đã duyệt", mostVersions+4) {
		t.Errorf("%+v, %v", v, err)
	}
	p = reopen(t, p)
	vs, err := p.Versions()
	if err != nil || len(vs) != mostVersions || vs[1].Note != fmt.Sprintf("gửi chị Lan %d", mostVersions+3) {
		t.Errorf("%d versions, %+v, %v", len(vs), vs[:2], err)
	}
	files, _ := filepath.Glob(filepath.Join(p.folder.path, hidden, "*", "*"+noteEnding))
	if len(files) > len(vs) {
		t.Errorf("%d notes of %d versions", len(files), len(vs))
	}
	if v, err := p.MarkAs(strings.Repeat("dài ", 1000)); err != nil || len([]rune(v.Note)) != mostNote {
		t.Errorf("%+v, %v", v, err)
	}
}

// TestFree: a name for a new plan is one that Create takes.
func TestFree(t *testing.T) {
	f, _ := folder(t, t.TempDir())
	for _, name := range []string{"Hè 2028.yaml", "Hè 2028", "hÈ 2028.yml", "../../etc/x", "CON", "", "<b>\x00\u202e?", strings.Repeat("dài ", 200)} {
		for range 3 {
			free := f.Free(name)
			if _, err := f.Create(free, []byte("so: 1\n")); err != nil {
				t.Errorf("%q for %q: %v", free, name, err)
			}
		}
	}
	if got := f.Free("Hè 2028.yaml"); got != "Hè 2028 (10).yaml" {
		t.Errorf("%q", got)
	}
	if _, err := f.Create("Đông.yml", nil); err != nil || f.Free("Đông") != "Đông (2).yaml" {
		t.Errorf("%q, %v", f.Free("Đông"), err)
	}
}
