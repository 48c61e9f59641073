package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// crashed is a plan of which the file lacks a hole that was typed: nothing was saved
// before the program was gone. Another run serves it.
func crashed(t *testing.T) (*folder, *client) {
	t.Helper()
	f := newFolder(t)
	f.write("k.yaml", unitPlan)
	a := f.tab(t, "k.yaml")
	if code := a.set("trich_yeu", "Dọn vệ sinh ở {ten} với {nguoi}"); code != http.StatusOK {
		t.Fatal(code)
	}
	if err := a.s.Folder.Close(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(f.read("k.yaml"), "{nguoi}") {
		t.Fatal("it was saved")
	}
	return f, serve(t, f).enter()
}

// firstRow is that of a list as Excel has it.
func firstRow(t *testing.T, data string) string {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(rows) == 0 {
		t.Fatal(rows, err)
	}
	return strings.Join(rows[0], ";")
}

// TestTextOfTheJournal: words that stand in the journal alone are in a copy of a plan,
// in its lists and papers for many units, and in what is made of it.
func TestTextOfTheJournal(t *testing.T) {
	f, c := crashed(t)
	if status, answer := c.post("/plans/copy", "plan", "k.yaml", "name", "bản hai"); status != http.StatusSeeOther || !strings.Contains(f.read("bản hai.yaml"), "{nguoi}") {
		t.Errorf("the copy: %d %s", status, answer)
	}
	if n := len(c.s.desks.Names()); n > 0 {
		t.Errorf("%d desks for a copy", n)
	}
	if list := c.must("GET", "/units/start?plan=k.yaml", ""); !strings.Contains(firstRow(t, list), "nguoi") {
		t.Error("the list to begin with lacks the column")
	}
	c.looks("ds.csv", asCSV(unitRows(2)))
	if given := string(c.s.roster.given.plan); !strings.Contains(given, "{nguoi}") {
		t.Errorf("the papers are made of %s", given)
	}
	at := c.bring(part{"viec", "", "import"}, part{"ke_hoach", "", "k.yaml"})
	if status, answer := c.press(at, url.Values{"name": {"bản ba"}}); status != http.StatusSeeOther || !strings.Contains(f.read("bản ba.yaml"), "{nguoi}") {
		t.Errorf("what is made of it: %d %s", status, answer)
	}
}

// TestTextOfABusyPlan: of a plan that another process has the file is known.
func TestTextOfABusyPlan(t *testing.T) {
	f, c := unitsFolder(t)
	f.tab(t, "k.yaml")
	if data, err := c.s.desks.Text("k.yaml"); err != nil || string(data) != unitPlan {
		t.Errorf("%v %q", err, data)
	}
	if status, _ := c.post("/plans/copy", "plan", "khong-co.yaml", "name", "x"); status != http.StatusNotFound {
		t.Errorf("a copy of nothing: %d", status)
	}
}
