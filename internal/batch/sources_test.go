package batch

import (
	"testing"
	"testing/fstest"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/templates"
)

const holedPlan = "co_quan: UBND XÃ {ten}\nky_hieu: KH-UBND\ntrich_yeu: Làm việc ở {ten}\nmuc: |\n  I. VIỆC\n  Làm việc ở {ten}.\n"

// taken gives the options of a plan and a list, and of files beside the plan.
func taken(t *testing.T, plan, units, version string, files fstest.MapFS) Options {
	t.Helper()
	office, found := build.Open(templates.FS, fonts.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	opt := Options{Office: office, Lang: "vi"}
	err := opt.Take(Sources{
		Version: version,
		Plan:    build.Input{Name: "x/kh.yaml", Data: []byte(plan), Files: files},
		List:    build.Input{Name: "x/ds.csv", Data: []byte(units)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return opt
}

// TestTake: what a run is made of covers plan, list and each file that the plan
// names, also where no row shows it.
func TestTake(t *testing.T) {
	plan := holedPlan + "  {hinh: a.png | một hình}\n"
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	sums := func(plan, units, png string) [2][32]byte {
		opt := taken(t, plan, units, "1", fstest.MapFS{"a.png": file(png), "b.png": file(units)})
		if opt.Units == nil || opt.Plan != "kh.yaml" || opt.List != "ds.csv" {
			t.Fatalf("%+v", opt)
		}
		return [2][32]byte{opt.Common, opt.Listed}
	}
	const units = "Đơn vị,Tên\nXã A,A\n"
	first := sums(plan, units, "1")
	if first != sums(plan, units, "1") {
		t.Error("two runs over the same are not the same")
	}
	if other := sums(plan, units, "2"); other[0] != first[0] || other[1] == first[1] {
		t.Error("an image that the plan names does not count, or counts for papers that do not show it")
	}
	if other := sums(plan, units+"Xã B,B\n", "1"); other[0] != first[0] || other[1] == first[1] {
		t.Error("the list does not count")
	}
	if other := sums(plan+"  Thêm.\n", units, "1"); other[0] == first[0] {
		t.Error("the plan does not count")
	}
}

// TestTakeNothing: of a list without the columns that the plan asks for, no units.
func TestTakeNothing(t *testing.T) {
	if opt := taken(t, holedPlan, "Đơn vị\nXã A\n", "1", nil); opt.Units != nil || len(opt.Found) == 0 {
		t.Errorf("%+v", opt)
	}
}
