package web

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestUnitsStart: the list to begin with has the columns that the plan asks for, and
// with a row filled in it is taken.
func TestUnitsStart(t *testing.T) {
	f := newFolder(t)
	f.write("mẫu.yaml", unitPlan)
	c := serve(t, f).enter()
	status, data := c.ask("GET", "/units/start?plan=m%E1%BA%ABu.yaml&pattern=&file=", "")
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, data)
	}
	book, err := excelize.OpenReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := book.GetRows(book.GetSheetName(0))
	if len(rows) != 1 || strings.Join(rows[0], " ") != "Đơn vị ten_hoa so dia_danh ngay ten" {
		t.Fatal(rows)
	}
	for i, v := range []string{"Xã Mẫu", "XÃ MẪU", "12", "Mẫu", "05/3/2027", "xã Mẫu"} {
		at, _ := excelize.CoordinatesToCellName(i+1, 2)
		book.SetCellStr(book.GetSheetName(0), at, v)
	}
	var b bytes.Buffer
	book.Write(&b)
	units, found := office().Units(build.Input{Name: "m.yaml", Data: []byte(unitPlan)}, build.Input{Name: "ds.xlsx", Data: b.Bytes()})
	if units == nil || len(units.Rows()) != 1 || diag.HasErrors(found) {
		t.Error(found)
	}
	if status, _ := c.ask("GET", "/units/start?plan=../x", ""); status < 400 {
		t.Errorf("%d", status)
	}
}

// TestUnitsWords: clerks are told no speeds, and places as they stand on the page and
// in Excel.
func TestUnitsWords(t *testing.T) {
	for _, x := range []struct{ got, want diag.Msg }{
		{forClerks(batch.Result{Made: 1}.Words(140 * time.Millisecond)), diag.M("đã lập 1 kế hoạch trong chưa đầy 1 giây", "made 1 plans in less than 1 s")},
		{forClerks(batch.Progress{Phase: batch.Making, Done: 5, All: 10}.Words(2 * time.Second)), diag.M("đã lập 5/10 · còn khoảng 2 giây", "made 5/10 · about 2 s left")},
		{diag.Msg{Vi: placeOf(diag.Place{Where: "ds!B4"}, "vi"), En: placeOf(diag.Place{Where: "ds!B4"}, "en")}, diag.M("ô B4 (trang tính ds)", "cell B4 (sheet ds)")},
		{diag.Msg{Vi: placeOf(diag.Place{File: "a/b.csv", Line: 3}, "vi"), En: placeOf(diag.Place{File: "x.csv"}, "en")}, diag.M("b.csv, dòng 3", "x.csv")},
	} {
		if x.got != x.want {
			t.Errorf("%q, not %q", x.got, x.want)
		}
	}
	s := serve(t, newFolder(t)).s
	found := s.placed([]diag.Finding{diag.New("X", diag.Info, "", diag.Place{File: "a.yaml", Line: 4, Column: 5}, diag.M("chưa có số", "no number"), diag.M("ghi ho_ten", "write ho_ten"))}, build.Input{Name: "a.yaml", Data: []byte("the_thuc: nd30\nmuc:\n- tieu_de: A\nso: 1\n")})
	if found[0].At.Where != "Số" || found[0].Hint.Vi != "ghi “Họ và tên”" {
		t.Errorf("%+v", found)
	}
}
