package web

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
)

// unitPlan is a plan with holes, of one page.
const unitPlan = `the_thuc: nd30
co_quan: |
  ỦY BAN NHÂN DÂN
  {ten_hoa}
so: {so}
ky_hieu: KH-UBND
dia_danh: {dia_danh}
ngay: {ngay}
trich_yeu: Dọn vệ sinh ở {ten}
muc: |
  1. Dọn vệ sinh ở {ten}.
  2. Báo cáo kết quả.
nguoi_ky:
  chuc_vu:
    - TM. ỦY BAN NHÂN DÂN
    - CHỦ TỊCH
  ho_ten: Nguyễn Văn Mẫu
noi_nhan:
  - Như trên
luu: VT
`

// unitRows is a list of so many communes, all made up.
func unitRows(n int) [][]string {
	rows := [][]string{{"Đơn vị", "Tên", "Tên hoa", "Địa danh", "Số", "Ngày"}}
	for i := range n {
		name := fmt.Sprintf("Xã Mẫu %d", i+1)
		rows = append(rows, []string{name, "xã Mẫu " + fmt.Sprint(i+1), strings.ToUpper(name), "Mẫu " + fmt.Sprint(i+1), fmt.Sprint(100 + i), fmt.Sprintf("%02d/3/2027", 1+i%28)})
	}
	return rows
}

// faultyRows has three faulty cells where it is long enough: a day that does not
// exist, an empty cell, another such day.
func faultyRows(n int) [][]string {
	rows := unitRows(n)
	for _, bad := range faults {
		if bad.row <= n {
			rows[bad.row][bad.column] = bad.text
		}
	}
	return rows
}

// faults are the faulty cells: places in the rows of a list, whose numbers are one
// more in its file.
var faults = []struct {
	row, column int
	text, cell  string
}{{20, 5, "31/02/2027", "F21"}, {90, 3, "", "D91"}, {150, 5, "45/3/2027", "F151"}}

func asCSV(rows [][]string) []byte {
	var b bytes.Buffer
	for _, r := range rows {
		b.WriteString(strings.Join(r, ";") + "\n")
	}
	return b.Bytes()
}

func asXLSX(t *testing.T, rows [][]string) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		for k, text := range row {
			cell, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err == nil {
				err = book.SetCellStr("Sheet1", cell, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unitsFolder is a folder with the plan k.yaml, and its page.
func unitsFolder(t *testing.T) (*folder, *client) {
	t.Helper()
	f := newFolder(t)
	f.write("k.yaml", unitPlan)
	return f, serve(t, f).enter()
}

// handsIn hands a list in, as a form does; fields are names and values by turns.
func (c *client) handsIn(name string, data []byte, fields ...string) (int, string) {
	c.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for i := 0; i < len(fields); i += 2 {
		m.WriteField(fields[i], fields[i+1])
	}
	if name != "" {
		w, err := m.CreateFormFile("list", name)
		if err != nil {
			c.t.Fatal(err)
		}
		w.Write(data)
	}
	m.Close()
	return c.ask("POST", "/units/list", b.String(), "Content-Type: "+m.FormDataContentType())
}

// looks hands a list in and waits until it was looked over.
func (c *client) looks(name string, data []byte) string {
	c.t.Helper()
	if status, body := c.handsIn(name, data, "plan", "k.yaml"); status != http.StatusSeeOther {
		c.t.Fatalf("the list: %d %s", status, toldOf(body))
	}
	c.ended()
	return c.must("GET", "/units", "")
}

// ended waits for the end of what is being done.
func (c *client) ended() {
	c.t.Helper()
	steps := strings.Split(strings.TrimSpace(c.must("GET", "/units/events", "")), "\n\n")
	var last advance
	if err := json.Unmarshal([]byte(strings.TrimPrefix(steps[len(steps)-1], "data: ")), &last); err != nil || last.Doing != nothing {
		c.t.Fatalf("%v: %q", err, steps[len(steps)-1])
	}
}

var hiddenID = regexp.MustCompile(`name="id" value="(\d+)"`)

// orders sends an order: name=value, for the list that a page shows.
func (c *client) orders(page string, fields ...string) (int, string) {
	c.t.Helper()
	form := url.Values{"which": {goodRows}, "format-docx": {"1"}, "format-pdf": {"1"}, "folder": {"ra"}}
	if m := hiddenID.FindStringSubmatch(page); m != nil {
		form.Set("id", m[1])
	}
	for _, f := range fields {
		name, value, _ := strings.Cut(f, "=")
		if form.Set(name, value); value == "" {
			form.Del(name)
		}
	}
	return c.ask("POST", "/units/run", form.Encode(), "Content-Type: application/x-www-form-urlencoded")
}

// makes sends an order and waits for its end.
func (c *client) makes(page string, fields ...string) string {
	c.t.Helper()
	if status, body := c.orders(page, fields...); status != http.StatusSeeOther {
		c.t.Fatalf("the run: %d %s", status, toldOf(body))
	}
	c.ended()
	return c.must("GET", "/units", "")
}

var troubleBox = regexp.MustCompile(`(?s)<div class="trouble" role="alert">(.*?)</div>`)

// toldOf is what a page tells people of what went wrong.
func toldOf(page string) string {
	m := troubleBox.FindStringSubmatch(page)
	if m == nil {
		return ""
	}
	return html.UnescapeString(m[1])
}

// in gives the files of a folder in the folder, with their bytes.
func (f *folder) in(name string) map[string]string {
	f.t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(filepath.Join(f.path, name))
	if err != nil {
		f.t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(f.path, name, e.Name()))
		if err != nil {
			f.t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

// byBatch makes what the command makes of the same plan and list.
func (f *folder) byBatch(list string, data []byte, opt batch.Options) map[string]string {
	f.t.Helper()
	dir := f.t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		f.t.Fatal(err)
	}
	defer root.Close()
	opt.Office, opt.Lang, opt.Engine = office(), "vi", build.Native
	if opt.Formats == nil {
		opt.Formats = []build.Format{build.DOCX, build.PDF}
	}
	err = opt.Take(batch.Sources{Plan: build.Input{Name: "k.yaml", Data: []byte(unitPlan), Files: root.FS()}, List: build.Input{Name: list, Data: data}})
	if err != nil {
		f.t.Fatal(err)
	}
	job, err := batch.Look(context.Background(), opt)
	if err != nil || job.Stops() {
		f.t.Fatal(err, job.Told())
	}
	if _, err := job.Run(context.Background(), root); err != nil {
		f.t.Fatal(err)
	}
	return (&folder{f.t, dir}).in(".")
}

func sameFiles(t *testing.T, want, got map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %d bytes, want %d", name, len(got[name]), len(want[name]))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s should not be there", name)
		}
	}
}

var errorCell = regexp.MustCompile(`(?s)<td class="error" aria-describedby="([^"]+)"><span class="value">(.*?)</span><span class="why" id="([^"]+)">(.*?)</span></td>`)

// TestUnits168: of 168 units with three faulty cells these are marked, the good rows
// are made, and the files are those that the command makes.
func TestUnits168(t *testing.T) {
	rows := faultyRows(168)
	for name, data := range map[string][]byte{"ds.csv": asCSV(rows), "ds.xlsx": asXLSX(t, rows)} {
		t.Run(name, func(t *testing.T) {
			f, c := unitsFolder(t)
			page := c.looks(name, data)
			if !strings.Contains(page, `<strong>168</strong> đơn vị: <strong class="good">165</strong> dòng tốt, <strong class="error">3</strong> dòng hỏng (3 ô hỏng)`) {
				t.Error("the counts are not told")
			}
			marks := errorCell.FindAllStringSubmatch(c.must("GET", "/units?show=bad", ""), -1)
			if len(marks) != len(faults) {
				t.Fatalf("%d cells are marked", len(marks))
			}
			for i, m := range marks {
				id := fmt.Sprintf("w-%s-%s", faults[i].cell[:1], faults[i].cell[1:])
				if m[1] != id || m[3] != id || !strings.HasPrefix(m[2], faults[i].text) || !strings.Contains(m[4], "Lỗi:") || !strings.Contains(m[4], "→") {
					t.Errorf("%s: %q", id, m)
				}
			}
			if status, body := c.orders(page, "which=all"); status != 422 || !strings.Contains(toldOf(body), "3 dòng hỏng trong các dòng cần lập (dòng 21, 91, 151)") {
				t.Errorf("all rows: %d %s", status, toldOf(body))
			}
			page = c.makes(page, "print=1", "two-sided=1", "zip=1", "format-kyso=1", "format-meta=1")
			if !strings.Contains(page, "đã lập 165 kế hoạch") || !strings.Contains(page, "3 dòng hỏng không lập") {
				t.Errorf("the end is not told: %s", toldOf(page))
			}
			sameFiles(t, f.byBatch(name, data, batch.Options{
				Formats: build.Formats(), KeepGoing: true, Merge: printName, Zip: zipName, TwoSided: true,
			}), f.in("ra"))
		})
	}
}

// TestUnitsChosen: rows are chosen by their numbers; a bad one among them is refused,
// and nothing is written.
func TestUnitsChosen(t *testing.T) {
	f, c := unitsFolder(t)
	data := asCSV(faultyRows(25))
	page := c.looks("ds.csv", data)
	for _, wrong := range []struct{ only, told string }{
		{"20-22", "1 của"}, {"", "chưa rõ"}, {"một", "chưa rõ"}, {"5-2", "chưa rõ"}, {"900", "không có dòng 900"},
	} {
		status, body := c.orders(page, "which=some", "only="+wrong.only)
		if wrong.only == "900" { // told when the rows are looked over
			c.ended()
			status, body = 422, c.must("GET", "/units", "")
		}
		if wrong.only == "20-22" {
			wrong.told = "1 dòng hỏng trong các dòng cần lập (dòng 21)"
		}
		if status != 422 || !strings.Contains(toldOf(body), wrong.told) {
			t.Errorf("%q: %d %s", wrong.only, status, toldOf(body))
		}
	}
	if _, err := os.Stat(filepath.Join(f.path, "ra")); err == nil {
		t.Error("a folder was made for nothing")
	}
	c.makes(page, "which=some", "only=3,5-6", "format-pdf=")
	sameFiles(t, f.byBatch("ds.csv", data, batch.Options{Formats: []build.Format{build.DOCX}, Only: []batch.Span{{From: 3, To: 3}, {From: 5, To: 6}}}), f.in("ra"))
}

// TestUnitsStopAndResume: a run that is stopped goes on where it stood, and ends in
// the bytes of one that was not.
func TestUnitsStopAndResume(t *testing.T) {
	f, c := unitsFolder(t)
	const units = 60
	data := asCSV(unitRows(units))
	page := c.looks("ds.csv", data)
	reached, goOn := make(chan bool), make(chan bool)
	c.s.roster.heard = func(p batch.Progress) {
		if p.Phase == batch.Making && p.Done == 3 {
			reached <- true
			<-goOn
		}
	}
	if status, body := c.orders(page); status != http.StatusSeeOther {
		t.Fatal(status, toldOf(body))
	}
	<-reached
	if status, body := c.orders(page, "folder=khac"); status != http.StatusConflict || !strings.Contains(toldOf(body), "mỗi lúc chỉ lập một danh sách") {
		t.Errorf("a second run: %d %s", status, toldOf(body))
	}
	if status, body := c.handsIn("ds2.csv", data, "plan", "k.yaml"); status != http.StatusConflict || !strings.Contains(toldOf(body), "mỗi lúc chỉ lập một danh sách") {
		t.Errorf("a second list: %d %s", status, toldOf(body))
	}
	if running := c.must("GET", "/units", ""); !strings.Contains(running, `<progress id="bar"`) || !strings.Contains(running, "Đang lập văn bản") {
		t.Error("the progress is not shown")
	}
	c.s.roster.stop()
	goOn <- true
	if status, _ := c.ask("POST", "/units/stop", ""); status != http.StatusSeeOther {
		t.Errorf("stopping: %d", status)
	}
	c.s.roster.heard = nil
	page = c.must("GET", "/units", "")
	if !strings.Contains(page, "đã dừng: đã lập") || !strings.Contains(page, "Lập tiếp") {
		t.Errorf("it is not told that the run was stopped: %s", toldOf(page))
	}
	some := f.in("ra")
	if len(some) < 6 || len(some) > units || some[".kehoach-nhat-ky.jsonl"] == "" {
		t.Errorf("%d files, or no journal", len(some))
	}
	if status, body := c.ask("POST", "/units/resume", ""); status != http.StatusSeeOther {
		t.Fatalf("going on: %d %s", status, toldOf(body))
	}
	c.ended()
	page = c.must("GET", "/units", "")
	if !strings.Contains(page, "giữ nguyên ") || strings.Contains(page, "Lập tiếp") {
		t.Error("nothing was kept, or the run is not at its end")
	}
	sameFiles(t, f.byBatch("ds.csv", data, batch.Options{}), f.in("ra"))
}

// TestUnitsLater: a run that was stopped goes on when the program was started again.
func TestUnitsLater(t *testing.T) {
	f := newFolder(t)
	f.write("k.yaml", unitPlan)
	data := asCSV(unitRows(60))
	t.Run("first", func(t *testing.T) {
		c := serve(t, f).enter()
		page := c.looks("ds.csv", data)
		begun := make(chan bool)
		c.s.roster.heard = func(p batch.Progress) {
			if p.Phase == batch.Making && p.Done == 2 {
				close(begun)
			}
		}
		c.orders(page)
		<-begun // the server is closed while the run goes on
	})
	f.t = t
	if left := f.in("ra"); left["muc-luc.json"] == "" && left[".kehoach-nhat-ky.jsonl"] == "" {
		t.Errorf("neither index nor journal: %d files", len(left))
	}
	c := serve(t, f).enter()
	c.makes(c.looks("ds.csv", data))
	sameFiles(t, f.byBatch("ds.csv", data, batch.Options{}), f.in("ra"))
}

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

// get asks for a file and gives its head too.
func (c *client) get(path string) (http.Header, string) {
	c.t.Helper()
	r, _ := http.NewRequest("GET", c.base+path, nil)
	for _, k := range c.jar {
		r.AddCookie(k)
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(res.Body); err != nil || res.StatusCode != http.StatusOK {
		c.t.Fatalf("%s: %d %v", path, res.StatusCode, err)
	}
	return res.Header, b.String()
}
