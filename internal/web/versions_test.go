package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/web/desk"
)

var restorable = regexp.MustCompile(`name="ban" value="([^"]*)"`)

// TestVersions: what is kept is listed, compared by meaning and restored; the
// restoring can be undone, and no text is lost by any of it.
func TestVersions(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	const at = "/plan/a.yaml/versions"
	was := f.values(t, c)["so"]
	const note = `trước khi gửi <b>chị Lan</b>`
	if status, answer := c.press(at, url.Values{"lam": {doMark}, "ghi_chu": {note}}); status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, answer)
	}
	c.must("POST", "/plan/a.yaml/edit", editOf("so", was, "77"))
	page := c.must("GET", c.goToOr(at), "")
	has(t, page, "trước khi gửi &lt;b&gt;chị Lan&lt;/b&gt;")
	ids := restorable.FindAllStringSubmatch(page, -1)
	if len(ids) == 0 {
		t.Fatalf("nothing to restore: %s", page)
	}
	first := ids[len(ids)-1][1]
	has(t, c.must("GET", at+"?a="+first+"&b=nay", ""), "<ins>77</ins>", "Phần đầu")
	has(t, c.must("GET", at+"?a=nay&b="+first, ""), "<del>77</del>")
	has(t, c.must("GET", at+"?a=nay&b=nay", ""), "Hai bản giống hệt nhau")

	if status, answer := c.press(at, url.Values{"lam": {doRestore}, "ban": {first}}); status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, answer)
	}
	page = c.must("GET", c.goTo, "")
	if got := f.values(t, c)["so"]; got != was {
		t.Errorf("restored %q, not %q", got, was)
	}
	has(t, page, "Đã khôi phục", "trước khi khôi phục", "Hoàn tác việc khôi phục")
	if status, answer := c.press(at, url.Values{"lam": {doUndo}}); status != http.StatusSeeOther || f.values(t, c)["so"] != "77" {
		t.Fatalf("%d %s", status, answer)
	}
	if page := c.must("GET", at, ""); strings.Contains(page, "Hoàn tác việc khôi phục") {
		t.Error("what is undone can be undone")
	}
}

// editOfText is the request that puts another text in the place of one.
func editOfText(was, now string) string {
	data, _ := json.Marshal(editing{Wish: desk.Wish{Tab: "t"}, Edits: []desk.Edit{{Op: "text", Was: was, Now: now}}})
	return string(data)
}

// goToOr is where the last answer led, if it led anywhere.
func (c *client) goToOr(path string) string {
	if c.goTo != "" {
		return c.goTo
	}
	return path
}

// TestVersionsOfNoPlan: a text that cannot be read is compared line by line, and
// restored like others.
func TestVersionsOfNoPlan(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	const at = "/plan/a.yaml/versions"
	c.press(at, url.Values{"lam": {doMark}})
	c.must("POST", "/plan/a.yaml/edit", editOfText(f.sample(), "muc: [<script>\n"))
	first := restorable.FindStringSubmatch(c.must("GET", at, ""))[1]
	has(t, c.must("GET", at+"?a="+first, ""), "so từng dòng", "<ins>muc: [&lt;script&gt;</ins>")
	c.press(at, url.Values{"lam": {doRestore}, "ban": {first}})
	c.must("POST", "/plan/a.yaml/edit", editOfText(f.sample(), "# chỉ là ghi chú\n"+f.sample()))
	has(t, c.must("GET", at+"?a="+first, ""), "Trên giấy không có gì khác", "<ins># chỉ là ghi chú</ins>")
}

// TestVersionsHostile: no name of a version reaches another file, and what is not
// asked by a button is not done.
func TestVersionsHostile(t *testing.T) {
	f := newFolder(t)
	f.beside("bi-mat.yaml", "trich_yeu: bí mật của người khác\n")
	c := serve(t, f).enter()
	const at = "/plan/a.yaml/versions"
	for _, id := range []string{"../../bi-mat", "../../../bi-mat.yaml", "nhat-ky", "khoa", "/etc/passwd", "20270101T000000.000Z-x-00000000", "<script>alert(1)</script>", "dia", "\x00", strings.Repeat("x", 5000)} {
		for _, query := range []string{"?a=", "?b=nay&a=", "?a=nay&b="} {
			status, page := c.ask("GET", at+query+url.QueryEscape(id), "")
			if status < 400 || strings.Contains(page, "bí mật") || strings.Contains(page, "<script>alert") {
				t.Errorf("%s%q: %d", query, id, status)
			}
		}
		if status, _ := c.press(at, url.Values{"lam": {doRestore}, "ban": {id}}); status < 400 || f.values(t, c)["trich_yeu"] == "bí mật của người khác" {
			t.Errorf("restored %q", id)
		}
	}
	for _, lam := range []string{"", "x", "<script>"} {
		if status, _ := c.press(at, url.Values{"lam": {lam}}); status != http.StatusBadRequest {
			t.Errorf("%q: %d", lam, status)
		}
	}
	if status, _ := c.press("/plan/khong-co.yaml/versions", url.Values{"lam": {doMark}}); status < 400 {
		t.Errorf("versions of no plan: %d", status)
	}
}

// TestDiskCompared: what another program wrote is compared with what is being
// written, and either is taken without losing the other.
func TestDiskCompared(t *testing.T) {
	for _, choice := range []string{doDisk, doOurs} {
		f := newFolder(t)
		c := serve(t, f).enter()
		const at = "/plan/a.yaml/versions"
		theirs := regexp.MustCompile(`(?m)^so:.*$`).ReplaceAllString(f.sample(), "so: 88")
		so := f.values(t, c)["so"]
		var err error
		unopened := c.s.desks.At("a.yaml", func(k *desk.Desk) { // nothing is saved between the two
			f.write("a.yaml", theirs)
			_, err = k.Edit(desk.Wish{Tab: "t"}, []desk.Edit{{Op: "set", Path: "so", Was: so, Now: "77"}})
		})
		if err := errors.Join(unopened, err); err != nil {
			t.Fatal(err)
		}
		page := c.must("GET", at, "")
		has(t, page, "Tệp trên đĩa đã bị sửa", at+"?a=dia&amp;b=nay")
		has(t, c.must("GET", at+"?a=dia&b=nay", ""), "<del>88</del>", "<ins>77</ins>")
		if status, answer := c.press(at, url.Values{"lam": {choice}}); status != http.StatusSeeOther {
			t.Fatalf("%d %s", status, answer)
		}
		page = c.must("GET", c.goTo, "")
		want, other := "88", "77"
		if choice == doOurs {
			want, other = other, want
		}
		if got := f.values(t, c)["so"]; got != want || !strings.Contains(f.read("a.yaml"), "so: "+want) {
			t.Errorf("%s: %q", choice, got)
		}
		kept := false
		for _, m := range restorable.FindAllStringSubmatch(page, -1) {
			kept = kept || strings.Contains(c.must("GET", at+"?a="+m[1], ""), "<del>"+other+"</del>")
		}
		if !kept {
			t.Errorf("%s: the other text is no version", choice)
		}
	}
}

// TestCompareWithErrors: where one of two texts has an error the clerk sees the fields
// that differ, and no line of a file.
func TestCompareWithErrors(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	c.must("POST", "/plan/a.yaml/edit", editOf("ngay", f.values(t, c)["ngay"], "31/02/2027"))
	page := c.must("GET", "/plan/a.yaml/versions", "")
	if status, _ := c.post("/plan/a.yaml/versions", "lam", doMark); status != http.StatusSeeOther {
		t.Fatal(status)
	}
	c.must("POST", "/plan/a.yaml/edit", editOf("trich_yeu", f.values(t, c)["trich_yeu"], "chuyện khác hẳn"))
	id := regexp.MustCompile(`name="a" value="(2[^"]+)"`).FindStringSubmatch(c.must("GET", "/plan/a.yaml/versions", ""))
	if id == nil {
		t.Fatal(page)
	}
	page = c.must("GET", "/plan/a.yaml/versions?b=nay&a="+id[1], "")
	has(t, page, "Ngày ban hành: </strong>", "<h3>Trích yếu</h3>", "<ins>", "so từng ô")
	lacks(t, page, "DATE-IMPOSSIBLE</code>", "trich_yeu:", "theo nghĩa")
}
