package web

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
)

var errorCell = regexp.MustCompile(`(?s)<td class="cell-error" aria-describedby="([^"]+)"><span class="value">(.*?)</span><span class="why" id="([^"]+)">(.*?)</span></td>`)

// TestUnits168: of 168 units with three faulty cells these are marked, the good rows
// are made, and the files are those that the command makes.
func TestUnits168(t *testing.T) {
	rows := faultyRows(168)
	for name, data := range map[string][]byte{"ds.csv": asCSV(rows), "ds.xlsx": asXLSX(t, rows)} {
		t.Run(name, func(t *testing.T) {
			f, c := unitsFolder(t)
			page := c.looks(name, data)
			if !strings.Contains(page, `<strong>168</strong> đơn vị: <strong class="well">165</strong> dòng tốt, <strong class="ill">3</strong> dòng hỏng (3 ô hỏng)`) {
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
