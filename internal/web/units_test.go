package web

import (
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

var troubleBox = regexp.MustCompile(`(?s)<div class="trouble" role="alert"[^>]*>(.*?)</div>`)

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

// TestUnitsOfManyPlans: in a folder of hundreds of plans the view does not wait for all
// to be looked through; each has its turn once.
func TestUnitsOfManyPlans(t *testing.T) {
	f := newFolder(t)
	for i := range mostLookedThrough + 49 { // and a.yaml
		f.write(fmt.Sprintf("k%d.yaml", i), "trich_yeu: của {don_vi}\n")
	}
	c := serve(t, f).enter()
	for i, want := range []int{mostLookedThrough, mostLookedThrough + 50, mostLookedThrough + 50} {
		page := c.must("GET", "/units", "")
		if n := len(c.s.roster.seenHoles(nil)); n != want {
			t.Errorf("view %d: %d plans were looked through, want %d", i+1, n, want)
		}
		if n := strings.Count(page, `<option value="k`); n != mostLookedThrough+49 {
			t.Errorf("view %d offers %d plans", i+1, n)
		}
	}
}
