package build_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

const tasks = 40

// taskPlan has a phụ lục on landscape pages with forty tasks in four groups;
// each fifth has two products, its other cells go through both rows.
func taskPlan() string {
	var b strings.Builder
	b.WriteString(generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n      Phân công tại Phụ lục.\n" + generatedFoot)
	b.WriteString("phu_luc:\n  - tieu_de: PHÂN CÔNG\n    kho: ngang\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Sản phẩm | Thời hạn | Chủ trì | Phối hợp |\n")
	for i := 1; i <= tasks; i++ {
		if i%10 == 1 {
			fmt.Fprintf(&b, "      | Nhóm %d: việc của quý |\n", i/10+1)
		}
		fmt.Fprintf(&b, "      | %d | Việc số %d của các đơn vị, làm cùng người dân trong khu phố | đầu%d | %02d/%d/2027 | Phòng Văn hóa | Các khu phố |\n", i, i, i, i%28+1, i%10+3)
		if i%5 == 0 {
			fmt.Fprintf(&b, "      | ^ | ^ | cuối%d | 31/12/2027 | ^ | ^ |\n", i)
		}
	}
	return b.String()
}

// TestLandscapeTable: forty tasks over several landscape pages keep head row,
// borders, joined cells and numbers, in our PDF and in LibreOffice's.
func TestLandscapeTable(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	m, err := makeOf(office(), "bon-muoi-viec.yaml", []byte(taskPlan()))
	if err != nil {
		t.Fatal(err)
	}
	other, err := look(renderAll(t, []*made{m})[m.name])
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]*view{"our PDF": see(t, m), "LibreOffice": other} {
		t.Run(name, func(t *testing.T) {
			pages := v.headRows(t)
			if len(pages) < 3 {
				t.Errorf("the table stands on %d pages", len(pages))
			}
			v.numbersInOrder(t, pages)
			v.joinedCells(t)
		})
	}
}

// headRows gives the pages of the table, and holds each to a head row at its
// top and to borders at the margins.
func (v *view) headRows(t *testing.T) []box {
	t.Helper()
	grids := v.tables()
	for _, b := range grids {
		size := v.sizes[b.page-1]
		if size.W < size.H || math.Abs(b.x0-30*mm) > 1 || math.Abs(b.x1-(size.W-20*mm)) > 1 || b.y1 > size.H-20*mm+1 {
			t.Errorf("page %d: the table stands at %+v of %+v", b.page, b, size)
		}
		var first []string
		inside := v.within(b)
		top := slices.MinFunc(inside, func(a, b word) int { return int(1000 * (a.Base - b.Base)) })
		for _, w := range inside {
			if math.Abs(w.Base-top.Base) < 1 {
				first = append(first, w.Text)
			}
		}
		slices.Sort(first)
		if got := strings.Join(first, " "); got != "Chủ Nhiệm Phối Sản TT Thời hạn hợp phẩm trì vụ" {
			t.Errorf("page %d begins with %s", b.page, got)
		}
	}
	return grids
}

func (v *view) within(b box) []word {
	return slices.DeleteFunc(slices.Clone(v.words), func(w word) bool {
		return w.Page != b.page || w.X0 < b.x0 || w.X1 > b.x1 || w.Base < b.y0 || w.Base > b.y1
	})
}

// numbersInOrder reads the first column down over all pages.
func (v *view) numbersInOrder(t *testing.T, grids []box) {
	t.Helper()
	var got []int
	for _, b := range grids {
		column := v.within(b)
		slices.SortStableFunc(column, func(a, b word) int { return int(1000 * (a.Base - b.Base)) })
		for _, w := range column {
			if n, err := strconv.Atoi(w.Text); err == nil && w.X0 < b.x0+40 {
				got = append(got, n)
			}
		}
	}
	if len(got) != tasks || !slices.IsSorted(got) || got[0] != 1 || got[tasks-1] != tasks {
		t.Errorf("numbers of the tasks: %v", got)
	}
}

// joinedCells asks that between the two products of a task a line is drawn
// below the first product, and none through the task.
func (v *view) joinedCells(t *testing.T) {
	t.Helper()
	seen := 0
	for i := 5; i <= tasks; i += 5 {
		first, second, task := v.find(fmt.Sprintf("đầu%d", i)), v.find(fmt.Sprintf("cuối%d", i)), v.find("Việc")
		if first.Page != second.Page {
			continue // parted by the end of the page
		}
		seen++
		crossing := func(x float64) bool {
			return slices.ContainsFunc(joined(v.strokes), func(s readback.Stroke) bool {
				s = ordered(s)
				return s.Page == first.Page && s.Y0 == s.Y1 && s.Y0 > first.Base && s.Y0 < second.Base-6 && s.X0 < x && x < s.X1
			})
		}
		if !crossing(first.X0) || crossing(task.X0+5) {
			t.Errorf("task %d: line below its first product %v, through the task %v", i, crossing(first.X0), crossing(task.X0+5))
		}
	}
	if seen < 6 {
		t.Errorf("only %d tasks with two products stand on one page", seen)
	}
}

func (v *view) find(text string) word {
	for _, w := range v.words {
		if w.Text == text {
			return w
		}
	}
	return word{}
}
