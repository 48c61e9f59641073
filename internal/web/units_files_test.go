package web

import (
	"archive/zip"
	"bytes"
	"html"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/list"
)

// TestUnitsFiles: what was made is given with its type and name, packed or one by
// one, and nothing else is.
func TestUnitsFiles(t *testing.T) {
	f, c := unitsFolder(t)
	f.beside("bi-mat.docx", "bí mật")
	data := asCSV(unitRows(3))
	page := c.makes(c.looks("ds.csv", data), "folder=Ra năm 2027")
	want := f.in("Ra năm 2027")
	links := regexp.MustCompile(`href="(/units/file/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(links) != 2*3+1 {
		t.Errorf("%d links", len(links))
	}
	for _, l := range links {
		name, _ := url.PathUnescape(strings.TrimPrefix(html.UnescapeString(l[1]), "/units/file/"))
		head, body := c.get(html.UnescapeString(l[1]))
		if body != want[name] || head.Get("Content-Type") != types[filepath.Ext(name)] || !strings.HasPrefix(head.Get("Content-Disposition"), "attachment; filename*=utf-8''") && name != "muc-luc.xlsx" {
			t.Errorf("%s: %v", name, head)
		}
	}
	head, body := c.get("/units/archive")
	r, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range r.File {
		w, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(w); err != nil || b.String() != want[file.Name] {
			t.Errorf("%s in the archive: %v", file.Name, err)
		}
	}
	if len(r.File) != len(want) || !strings.Contains(head.Get("Content-Disposition"), "filename*=utf-8''Ra%20n%C4%83m%202027.zip") {
		t.Errorf("%d files, %v", len(r.File), head)
	}
	f.write("Ra năm 2027/rieng.docx", "của tôi")
	for _, name := range []string{"rieng.docx", "../k.yaml", "..%2Fk.yaml", "..%5Ck.yaml", "..%2F..%2Fbi-mat.docx", ".kehoach", "khong.pdf", "%00", "muc-luc.xlsx%00.pdf"} {
		if status, body := c.ask("GET", "/units/file/"+name, ""); status < 300 || strings.Contains(body, "bí mật") || strings.Contains(body, "của tôi") {
			t.Errorf("%s: %d", name, status)
		}
	}
	f.write("Ra năm 2027/Xã Mẫu 1 - 100-KH-UBND.pdf", "sửa")
	if status, body := c.ask("GET", "/units/archive", ""); status != http.StatusConflict || !strings.Contains(toldOf(body), "Xã Mẫu 1 - 100-KH-UBND.pdf") {
		t.Errorf("an archive with an edited file: %d %s", status, toldOf(body))
	}
}

// TestUnitsNames: no name of a list, a plan or a folder leads anywhere, and what
// stands in cells stays text.
func TestUnitsNames(t *testing.T) {
	f, c := unitsFolder(t)
	f.beside("bi-mat.csv", "bí mật")
	data := asCSV(unitRows(2))
	hostile := []string{"../ds.csv", `..\..\ds.csv`, "/etc/passwd", "CON.csv", "a\u202e.csv", strings.Repeat("dài", 300) + ".csv", "<img src=x onerror=alert(1)>.csv", "a:b.csv", ".kehoach", "  ", "ds.csv."}
	for _, name := range hostile {
		status, body := c.handsIn(name, data, "plan", "k.yaml")
		if status != http.StatusSeeOther {
			t.Errorf("list %q: %d %s", name, status, toldOf(body))
			continue
		}
		c.ended()
		if body = c.must("GET", "/units", ""); strings.Contains(body, "<img src=x") || !strings.Contains(body, "2</strong> đơn vị") {
			t.Errorf("list %q: %s", name, toldOf(body))
		}
		for _, bad := range []string{"plan", "file"} {
			fields := []string{"plan", "k.yaml", "file", "ds.csv"}
			fields[1+2*slices.Index([]string{"plan", "file"}, bad)] = name
			if status, body := c.handsIn("", nil, fields...); status < 400 || strings.Contains(body, "<img src=x") || strings.Contains(body, "root:") {
				t.Errorf("%s %q: %d", bad, name, status)
			}
		}
	}
	page := c.looks("ds.csv", data)
	for _, name := range append(hostile, "", ".", "..", "a/b", "k.yaml", "NUL", "a.") {
		status, body := c.orders(page, "folder="+name)
		if name == "k.yaml" { // a name like others, but of a file
			c.ended()
			status, body = 422, c.must("GET", "/units", "")
		}
		if strings.TrimSpace(name) != "ds.csv" && (status != 422 || toldOf(body) == "" || strings.Contains(body, "<img src=x")) {
			t.Errorf("folder %q: %d %s", name, status, toldOf(body))
		}
	}
	f.only(t)
}

// TestUnitsCells: markup and formulas in cells are text on the page and in the files.
func TestUnitsCells(t *testing.T) {
	f, c := unitsFolder(t)
	rows := unitRows(3)
	rows[1][1], rows[2][1], rows[3][1] = `<script>alert(1)</script>`, `=HYPERLINK("http://x")`, `"><img src=x onerror=alert(1)>`
	rows[3][5] = `<b>31/02/2027`
	page := c.looks("<b>ds</b>.xlsx", asXLSX(t, rows))
	for _, markup := range []string{"<script>alert", "<img src=x", "<b>ds", "<b>31"} {
		if strings.Contains(page, markup) {
			t.Errorf("the page has %s", markup)
		}
	}
	for _, text := range []string{`&lt;script&gt;alert(1)`, `=HYPERLINK(`, `&lt;b&gt;31/02/2027`} {
		if !strings.Contains(page, text) {
			t.Errorf("the page lacks %s", text)
		}
	}
	page = c.makes(page)
	if !strings.Contains(page, "đã lập 2 kế hoạch") || len(f.in("ra")) != 6 {
		t.Errorf("%v", toldOf(page))
	}
}

// TestUnitsRefused: what cannot be a list, or not of this plan, is told in words,
// and the page lives.
func TestUnitsRefused(t *testing.T) {
	f, c := unitsFolder(t)
	f.beside("bi-mat.csv", "bí mật")
	for _, bad := range []struct {
		name, data, told string
	}{
		{"ds.csv", "", ""},
		{"ds.xlsx", "PK\x03\x04 hỏng", ""},
		{"ds.csv", "Đơn vị\nXã A\n", "dia_danh"},
		{"ds.csv", "\xff\xfe\x00", ""},
	} {
		page := c.looks(bad.name, []byte(bad.data))
		if !strings.Contains(page, "Chưa lập được văn bản nào") || !strings.Contains(page, "Lỗi:") || !strings.Contains(page, bad.told) {
			t.Errorf("%q: %s", bad.data, toldOf(page))
		}
		if status, body := c.orders(page); status < 400 || toldOf(body) == "" {
			t.Errorf("%q is run: %d", bad.data, status)
		}
	}
	if status, body := c.handsIn("", nil, "plan", "k.yaml"); status != 422 || !strings.Contains(toldOf(body), "chưa chọn danh sách") {
		t.Errorf("no list: %d %s", status, toldOf(body))
	}
	if status, _ := c.ask("POST", "/units/list", "x=1"); status != 400 {
		t.Errorf("no form: %d", status)
	}
	data := asCSV(unitRows(2))
	page := c.looks("ds.csv", data)
	for _, fields := range [][]string{{"format-docx=", "format-pdf="}, {"format-pdf=", "print=1"}, {"id=99"}} {
		if status, body := c.orders(page, fields...); status < 400 || toldOf(body) == "" {
			t.Errorf("%v: %d", fields, status)
		}
	}
	f.write("k.yaml", unitPlan+"# sửa\n")
	if status, body := c.orders(page); status != http.StatusConflict || !strings.Contains(toldOf(body), "đã được sửa sau khi soát") {
		t.Errorf("of a plan that was edited: %d %s", status, toldOf(body))
	}
	f.only(t)
}

// TestUnitsReveal: the file manager is asked for the folder of the run alone.
func TestUnitsReveal(t *testing.T) {
	f := newFolder(t)
	f.write("k.yaml", unitPlan)
	c := serve(t, f).enter()
	var shown []string
	c.s.Reveal = func(dir string) error { shown = append(shown, dir); return nil }
	if status, _ := c.ask("POST", "/units/open", "folder=/etc"); status != http.StatusNotFound || shown != nil {
		t.Errorf("before a run: %d %v", status, shown)
	}
	page := c.makes(c.looks("ds.csv", asCSV(unitRows(1))))
	if !strings.Contains(page, "Mở thư mục") {
		t.Error("no button")
	}
	c.ask("POST", "/units/open", "folder=/etc")
	if len(shown) != 1 || shown[0] != filepath.Join(f.path, "ra") {
		t.Errorf("%v", shown)
	}
}

// TestUnitsMany: the rows of all communes are shown a page at a time.
func TestUnitsMany(t *testing.T) {
	_, c := unitsFolder(t)
	page := c.looks("ds.csv", asCSV(unitRows(230)))
	if n := strings.Count(page, `name="row"`); n != rowsOnPage || !strings.Contains(page, "1–100 / 230") {
		t.Errorf("%d rows are shown", n)
	}
	last := c.must("GET", "/units?page=3", "")
	if n := strings.Count(last, `name="row"`); n != 30 || !strings.Contains(last, "Xã Mẫu 230") {
		t.Errorf("%d rows are shown last", n)
	}
	for _, odd := range []string{"?page=-1", "?page=99", "?page=x", "?show=%3Cb%3E", "?show=made&page=2"} {
		if body := c.must("GET", "/units"+odd, ""); strings.Count(body, `name="row"`) == 0 || strings.Contains(body, "<b>") {
			t.Errorf("%s shows no row", odd)
		}
	}
}

// TestUnitsTooLarge: a list that is larger than one may be is told so, and not taken.
func TestUnitsTooLarge(t *testing.T) {
	_, c := unitsFolder(t)
	for _, more := range []int{1, 1 << 20} {
		if status, body := c.handsIn("ds.csv", make([]byte, list.MaxFile+more), "plan", "k.yaml"); status != http.StatusRequestEntityTooLarge || !strings.Contains(toldOf(body), "lớn hơn 32 MB") {
			t.Errorf("%d bytes more: %d %s", more, status, toldOf(body))
		}
	}
	if page := c.must("GET", "/units", ""); strings.Contains(page, `id="rows"`) {
		t.Error("it was taken")
	}
}

// TestUnitsEnglish: the view speaks the language of the run.
func TestUnitsEnglish(t *testing.T) {
	f := newFolder(t)
	f.write("k.yaml", unitPlan)
	c := serve(t, f)
	v, err := newViews("en")
	if err != nil {
		t.Fatal(err)
	}
	c.s.Lang, c.s.views = "en", v
	c.enter()
	page := c.makes(c.looks("ds.xlsx", asXLSX(t, faultyRows(25))), "folder=out")
	for _, words := range []string{"Many units", "24</strong> good rows", "made 24 plans", "1 bad rows were not made", "Make the papers", "all rows ("} {
		if !strings.Contains(strings.ToLower(page), strings.ToLower(words)) {
			t.Errorf("the page lacks %q", words)
		}
	}
	for _, word := range []string{"đơn vị:", "Lập", "dòng", "Lỗi", "Chọn"} {
		if strings.Contains(page, word) {
			t.Errorf("the page has %q", word)
		}
	}
}
