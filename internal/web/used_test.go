package web

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// usedIn asks for the lines that other plans have in a field of a.yaml.
func usedIn(t *testing.T, c *client, path string) []string {
	t.Helper()
	var lines []string
	if err := json.Unmarshal([]byte(c.must("GET", "/plan/a.yaml/used?path="+path, "")), &lines); err != nil {
		t.Fatal(err)
	}
	return lines
}

// TestUsed: offered is what other plans have and the field has not, the most used
// first; what is no field that is used again has none.
func TestUsed(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", "noi_nhan:\n  - Như trên\n  - Lưu VT;\n")
	f.write("b.yaml", "noi_nhan:\n  - như trên.\n  - Huyện đoàn\n  - Đoàn …\n  - Đảng uỷ xã (b/c)\nluu: VT, 02\n")
	f.write("c.yaml", "noi_nhan:\n  - Đảng uỷ xã (b/c);\n  - Lưu VT\nnguoi_ky:\n  chuc_vu:\n    - KT. CHỦ TỊCH\n")
	c := serve(t, f).enter()
	got := usedIn(t, c, "noi_nhan")
	if len(got) != 2 || !strings.HasPrefix(got[0], "Đảng uỷ xã") || got[1] != "Huyện đoàn" {
		t.Errorf("%q", got)
	}
	if got := usedIn(t, c, "luu"); !slices.Equal(got, []string{"VT, 02"}) {
		t.Errorf("%q", got)
	}
	if got := usedIn(t, c, "nguoi_ky.chuc_vu"); !slices.Equal(got, []string{"KT. CHỦ TỊCH"}) {
		t.Errorf("%q", got)
	}
	if got := usedIn(t, c, "can_cu"); got == nil || len(got) != 0 {
		t.Errorf("%q", got)
	}
	for _, path := range []string{"", "so", "muc.0.noi_dung", "noi_nhan.0", "../b.yaml"} {
		if status, answer := c.ask("GET", "/plan/a.yaml/used?path="+path, ""); status != 404 {
			t.Errorf("%q: %d %s", path, status, answer)
		}
	}
	f.write("b.yaml", "noi_nhan: [Nơi mới hơn]\n")
	if got := usedIn(t, c, "noi_nhan"); !slices.Contains(got, "Nơi mới hơn") || slices.Contains(got, "Huyện đoàn") {
		t.Errorf("after a change: %q", got)
	}
	c.must("POST", "/plan/a.yaml/edit", editOf("noi_nhan", "Như trên\nLưu VT;", "Nơi mới hơn"))
	if got := usedIn(t, c, "noi_nhan"); slices.Contains(got, "Nơi mới hơn") {
		t.Errorf("its own line is offered: %q", got)
	}
}

// TestUsedHostile: what stands in other files is text, whatever it says, and files
// that cannot be read are passed over.
func TestUsedHostile(t *testing.T) {
	f := newFolder(t)
	hostile := `</script><img src=x onerror=alert(1)>`
	f.write("b.yaml", "noi_nhan:\n  - '"+hostile+"'\n  - "+strings.Repeat("x", mostUsedLine+1)+"\n")
	f.write("c.yaml", "noi_nhan: [\xff\xfe\n")
	f.write("d.yaml", "noi_nhan: &a [*a]\n")
	f.write("e.yaml", "noi_nhan: [Nơi quá lớn]\nket: |\n  "+strings.Repeat("chữ ", mostUsedBytes/4)+"\n")
	c := serve(t, f).enter()
	if got := usedIn(t, c, "noi_nhan"); !slices.Equal(got, []string{hostile}) {
		t.Errorf("%q", got)
	}
	if raw := c.must("GET", "/plan/a.yaml/used?path=noi_nhan", ""); strings.Contains(raw, "<img") {
		t.Errorf("not escaped: %s", raw)
	}
}

// TestUsedBounds: of a folder with many plans only the newest are read, each once,
// and few lines of them are offered.
func TestUsedBounds(t *testing.T) {
	f := newFolder(t)
	for i := range mostUsedPlans + 5 {
		f.write(fmt.Sprintf("k%03d.yaml", i), fmt.Sprintf("noi_nhan: [Nơi %d]\n", i))
	}
	s := f.server(t)
	plans, err := s.lore.others("a.yaml")
	if err != nil || len(plans) != mostUsedPlans || len(s.lore.plans) != mostUsedPlans {
		t.Fatalf("%d plans, %v", len(plans), err)
	}
	for name, p := range s.lore.plans { // as if they had been read: it is not done again
		p.lines = map[string][]string{"noi_nhan": {"Đã nhớ"}}
		s.lore.plans[name] = p
	}
	got, err := s.lore.lines("a.yaml", "noi_nhan", "")
	if err != nil || !slices.Equal(got, []string{"Đã nhớ"}) {
		t.Errorf("%q %v", got, err)
	}
	s.lore.plans = nil
	if got, err := s.lore.lines("a.yaml", "noi_nhan", ""); err != nil || len(got) != mostOffered {
		t.Errorf("%d lines, %v", len(got), err)
	}
}
