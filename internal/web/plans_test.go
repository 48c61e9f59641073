package web

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/web/desk"
)

// TestPlansAsFiles: a plan is renamed, duplicated, put into the bin and taken back
// from the first view, with its versions; never over another.
func TestPlansAsFiles(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	c.must("GET", "/plan/a.yaml", "") // it is open, though nobody looks at it
	do := func(path string, pairs ...string) string {
		t.Helper()
		if status, answer := c.post(path, pairs...); status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", path, status, answer)
		}
		return c.must("GET", c.goTo, "")
	}
	has(t, do("/plans/rename", "plan", "a.yaml", "name", " Hè 2027 "), "Đã đổi tên thành “Hè 2027”", `role="status"`)
	has(t, do("/plans/copy", "plan", "Hè 2027.yaml", "name", "bản hai"), "Đã nhân bản thành “bản hai”")
	if f.read("Hè 2027.yaml") != f.sample() || f.read("bản hai.yaml") != f.sample() || f.read("a.yaml") != "" {
		t.Errorf("%q", f.plans())
	}
	for _, path := range []string{"/plans/rename", "/plans/copy"} {
		f.write("bản hai.yaml", f.sample()+"# của tôi\n")
		for _, name := range []string{"bản hai", "BẢN HAI", "../x", "", "a/b"} {
			status, answer := c.post(path, "plan", "Hè 2027.yaml", "name", name)
			if status < 400 || !strings.Contains(answer, `role="alert"`) {
				t.Errorf("%s %q: %d", path, name, status)
			}
		}
	}
	has(t, do("/plans/aside", "plan", "bản hai.yaml"), "vào thùng rác", "Lấy lại")
	all, err := c.s.Folder.Aside()
	if err != nil || len(all) != 1 || f.read("bản hai.yaml") != "" {
		t.Fatal(all, err)
	}
	has(t, do("/plans/back", "id", all[0].ID), "Đã lấy lại “bản hai”")
	if !strings.HasSuffix(f.read("bản hai.yaml"), "# của tôi\n") {
		t.Error("it came back as another")
	}
	for _, id := range []string{"", "x", "../../a"} {
		if status, _ := c.post("/plans/back", "id", id); status != http.StatusNotFound {
			t.Errorf("%q: %d", id, status)
		}
	}
	if status, _ := c.post("/plans/open"); status != http.StatusNotFound {
		t.Errorf("a folder is shown where nothing can show it: %d", status)
	}
}

// TestRenamedUnsaved: when the program ends it tells of words that a file lacks by the name
// that the plan was given.
func TestRenamedUnsaved(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f, func(s *Server) { s.tick = time.Hour }).enter()
	err := c.s.desks.At("a.yaml", func(k *desk.Desk) {
		if _, err := k.Edit(desk.Wish{Tab: "t1", Rev: -1}, []desk.Edit{{Op: "text", Was: f.sample(), Now: f.sample() + "# của tôi\n"}}); err != nil {
			t.Error(err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	f.write("a.yaml", f.sample()+"# của họ\n")
	if status, answer := c.post("/plans/rename", "plan", "a.yaml", "name", "b"); status != http.StatusSeeOther {
		t.Fatal(status, answer)
	}
	var told *desk.Unsaved
	if err := c.s.desks.Close(); !errors.As(err, &told) || !strings.Contains(told.Why.Vi, "b.yaml") {
		t.Errorf("it ends as if all was saved: %v", err)
	}
}

// TestNameOfADeletedPlan: a plan gets the name of another one that is still open though
// nobody looks at it and its file was deleted; each keeps its words.
func TestNameOfADeletedPlan(t *testing.T) {
	for _, back := range []bool{false, true} {
		f := newFolder(t)
		f.write("k.yaml", strings.Replace(unitPlan, "Dọn vệ sinh ở", "Của k ở", 1))
		c := serve(t, f, func(s *Server) { s.tick = time.Hour }).enter()
		do := func(path string, pairs ...string) {
			t.Helper()
			if status, answer := c.post(path, pairs...); status != http.StatusSeeOther {
				t.Fatalf("%s: %d %s", path, status, answer)
			}
		}
		if back {
			do("/plans/rename", "plan", "k.yaml", "name", "m")
			do("/plans/aside", "plan", "m.yaml")
		}
		f.write("m.yaml", unitPlan)
		c.must("GET", "/plan/m.yaml", "")
		if err := os.Remove(filepath.Join(f.path, "m.yaml")); err != nil {
			t.Fatal(err)
		}
		if back {
			all, err := c.s.Folder.Aside()
			if err != nil || len(all) != 1 {
				t.Fatal(all, err)
			}
			do("/plans/back", "id", all[0].ID)
		} else {
			do("/plans/rename", "plan", "k.yaml", "name", "m")
		}
		if open := c.s.desks.Names(); len(open) > 0 {
			t.Errorf("back %v: open: %q", back, open)
		}
		if page := c.must("GET", "/plan/m.yaml", ""); !strings.Contains(page, "Của k ở") || !strings.Contains(f.read("m.yaml"), "Của k ở") {
			t.Errorf("back %v: it has other words: %s", back, f.read("m.yaml"))
		}
	}
}

// TestNameTooLong: it is told that a name is too long, and how long one may be.
func TestNameTooLong(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	_, answer := c.press("/new", url.Values{"name": {strings.Repeat("Kế hoạch triển khai ", 7)}, "form": {"nd30"}})
	has(t, answer, "dài nhất là 100", "đặt tên khác, ví dụ", `aria-invalid="true" aria-describedby="new-hint trouble"`, "<title>Lỗi: ")
}

// TestFrame: every view tells which one it is, also of a plan whose name has signs of
// addresses.
func TestFrame(t *testing.T) {
	f := newFolder(t)
	const name = "50% #2 & 3.yaml"
	f.write(name, f.sample())
	c := serve(t, f).enter()
	at := "/plan/" + url.PathEscape(name)
	for path, title := range map[string]string{"/": "Kế hoạch", "/units": "Nhiều đơn vị", at: "Soạn: 50% #2 &amp; 3", at + "/finish": "Hoàn tất: 50% #2 &amp; 3", at + "/versions": "Các bản: 50% #2 &amp; 3"} {
		page := c.must("GET", path, "")
		has(t, page, "<title>"+title+" · kehoach</title>")
		if n := strings.Count(page, `aria-current="page"`); n != 1 {
			t.Errorf("%s: %d of the views are the one that is seen", path, n)
		}
		_, nav, _ := strings.Cut(page, "<nav")
		nav, _, _ = strings.Cut(nav, "</nav>")
		for _, part := range strings.Split(nav, `href="`)[1:] {
			to, _, _ := strings.Cut(part, `"`)
			if status, _ := c.ask("GET", strings.ReplaceAll(to, "&amp;", "&"), ""); status != http.StatusOK {
				t.Errorf("%s leads to %s: %d", path, to, status)
			}
		}
	}
}

// TestDropLeft: words whose file is gone are put into the bin from the first view, and
// taken back from there.
func TestDropLeft(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	c.must("POST", "/plan/a.yaml/edit", editOf("so", f.values(t, c)["so"], "77"))
	if err := os.Remove(filepath.Join(f.path, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	if status, answer := c.post("/left/drop", "left", "a.yaml"); status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, answer)
	}
	has(t, c.must("GET", c.goTo, ""), "Đã bỏ chữ chưa lưu của “a”", "Lấy lại")
	all, _ := c.s.Folder.Aside()
	if len(all) != 1 {
		t.Fatal(all)
	}
	if status, _ := c.post("/plans/back", "id", all[0].ID); status != http.StatusSeeOther || !strings.Contains(f.read("a.yaml"), "so: 77") {
		t.Errorf("%d %s", status, f.read("a.yaml"))
	}
}
