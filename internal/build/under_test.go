package build

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

var updateUnder = flag.Bool("update-under", false, "write the drafts of testdata/under anew")

// underCase is a superior's plan of testdata/under, the unit below and the
// tasks, written by hand before the program was asked.
type underCase struct {
	name  string
	input Input
	unit  string
	tasks []string
}

func underCases(t *testing.T) []underCase {
	t.Helper()
	var out []underCase
	dirs, _ := filepath.Glob("testdata/under/*/viec.txt")
	for _, file := range dirs {
		dir := filepath.Dir(file)
		c := underCase{name: filepath.Base(dir), unit: strings.TrimSpace(string(mustRead(t, dir+"/don-vi.txt")))}
		sup, _ := filepath.Glob(dir + "/cap-tren.*")
		if len(sup) != 1 {
			t.Fatalf("%s: %d superior's plans", dir, len(sup))
		}
		c.input = Input{Name: filepath.Base(sup[0]), Data: mustRead(t, sup[0])}
		c.tasks = strings.Split(strings.TrimSpace(string(mustRead(t, file))), "\n")
		out = append(out, c)
	}
	if len(out) < 6 {
		t.Fatalf("only %d cases", len(out))
	}
	return out
}

func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func superiorOf(t *testing.T, o *Office, in Input) *Superior {
	t.Helper()
	sup, found := o.Superior(in)
	if sup == nil {
		t.Fatalf("%s: %v", in.Name, found)
	}
	return sup
}

func rowOf(u UnderTask) string {
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	return strings.Join([]string{u.Place.Where, u.Ours, dash(u.Deadline), dash(u.Product), u.Text}, " | ")
}

// TestUnderTasks: what the superior asks of lower units is found, and nothing
// else; counted over all cases.
func TestUnderTasks(t *testing.T) {
	o := openOffice(t)
	right, wrong, missed := 0, 0, 0
	for _, c := range underCases(t) {
		_, report, found := o.Under(superiorOf(t, o, c.input), UnderOptions{Unit: c.unit}, "vi")
		if report == nil {
			t.Fatalf("%s: %v", c.name, found)
		}
		left := map[string]bool{}
		for _, row := range c.tasks {
			left[row] = true
		}
		for _, u := range report.Tasks {
			row := rowOf(u)
			if left[row] {
				right++
				delete(left, row)
				continue
			}
			wrong++
			t.Errorf("%s: not asked, or told otherwise: %s", c.name, row)
		}
		for row := range left {
			missed++
			t.Errorf("%s: missed: %s", c.name, row)
		}
	}
	t.Logf("right %d, wrong %d, missed %d", right, wrong, missed)
}

// TestUnderDrafts: each draft is the golden one, reads back and builds; every
// task has a line to fill in where the report says.
func TestUnderDrafts(t *testing.T) {
	o := openOffice(t)
	for _, c := range underCases(t) {
		data, report, found := o.Under(superiorOf(t, o, c.input), UnderOptions{Unit: c.unit}, "vi")
		if data == nil {
			t.Fatalf("%s: %v", c.name, found)
		}
		golden := "testdata/under/" + c.name + "/du-thao.yaml"
		if *updateUnder {
			if err := os.WriteFile(golden, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want := mustRead(t, golden); string(want) != string(data) {
			t.Errorf("%s: %s", c.name, firstDifference(string(want), string(data)))
		}
		if paper := o.Make(Input{Name: "a.yaml", Data: data}); paper.Pages == nil || diag.HasErrors(paper.Findings) {
			t.Errorf("%s: the draft does not build: %v", c.name, paper.Findings)
		}
		lines := strings.Split(string(data), "\n")
		for _, u := range report.Tasks {
			if u.AnsweredAt < 2 || !strings.HasPrefix(strings.TrimSpace(lines[u.AnsweredAt-1]), "- …") {
				t.Errorf("%s: line %d is no line to fill in: %s", c.name, u.AnsweredAt, u.Text)
			}
		}
	}
}

// TestUnderSamples: the samples as superiors. The counts were made by reading
// them; every draft reads back and builds.
func TestUnderSamples(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct {
		sample, unit string
		tasks        int
	}{
		{"cong-doan-tinh-2026-2030", "Công đoàn phường Trà Vinh", 6},
		{"cong-doan-phuong-ngay-trong", "Công đoàn Trường Tiểu học Sao Mai", 5},
		{"cong-doan-xa-sau-bao", "Tổ công đoàn xóm 3", 2},
		{"lien-doan-quan-2024", "Công đoàn Trường Tiểu học Sao Mai", 8},
		{"hai-khoi-thi-dua", "Công đoàn Trường Tiểu học Sao Mai", 8},
		{"chu-de-nam-2027", "Công đoàn Trường Tiểu học Sao Mai", 7},
		{"ubnd-phuong-2027", "Trường Tiểu học Sao Mai", 3},
		{"ubnd-xa-ung-pho-bao", "Xóm 3", 2},
		{"dang-uy-xa-2027", "Chi bộ thôn Một", 2},
		{"dang-uy-xa-ung-pho-bao", "Chi bộ thôn Một", 3},
		{"doan-xa-he-2027", "Chi đoàn ấp Mũi", 6},
		{"doan-xa-ung-pho-bao", "Chi đoàn ấp Mũi", 1},
		{"mat-tran-xa-2027", "Ban Công tác Mặt trận ấp Rô", 5},
		{"mat-tran-xa-cuu-tro", "Ban Công tác Mặt trận xóm 3", 3},
		{"truong-tieu-hoc-2027", "Tổ Văn phòng", 0},
	} {
		file := c.sample + "/" + c.sample + ".yaml"
		in := Input{Name: file, Data: mustRead(t, "../../samples/"+file)}
		data, report, found := o.Under(superiorOf(t, o, in), UnderOptions{Unit: c.unit}, "vi")
		if data == nil {
			t.Errorf("%s: %v", c.sample, found)
			continue
		}
		if len(report.Tasks) != c.tasks {
			t.Errorf("%s: %d tasks, want %d", c.sample, len(report.Tasks), c.tasks)
		}
		if paper := o.Make(Input{Name: "a.yaml", Data: data}); paper.Pages == nil {
			t.Errorf("%s: the draft does not build: %v", c.sample, paper.Findings)
		}
	}
}
