package compose

import (
	"reflect"
	"strconv"

	"kehoach.example/internal/plan"
)

// phuLucKeys are the keys of a phụ lục in canonical order.
var phuLucKeys = plan.KeyNames(plan.PhuLuc{})

// textAndTasks makes what stands in a phụ lục, in the order of the file; tasks
// stand at {nhiem_vu}, else where their key stands.
func (c *composer) textAndTasks(a *plan.PhuLuc) {
	for _, key := range plan.Order(phuLucKeys, a.ThuTu) {
		switch {
		case key == "noi_dung":
			c.van(a.NoiDung, nil, a.NhiemVu)
		case key == "nhiem_vu" && !hasPlace(a.NoiDung, "nhiem_vu"):
			c.tasks(a.NhiemVu)
		}
	}
}

// tasks makes the table of tasks: as typed, or of a list.
func (c *composer) tasks(t plan.NhiemVu) {
	if len(t.Viec) > 0 {
		if g := c.taskGrid(t.Viec); c.fits(g) {
			c.grid(g)
		}
		return
	}
	c.van(t.Bang, nil, plan.NhiemVu{})
}

// taskGrid makes a table of a list of tasks: a column for each key that a task
// has, a row for each group before its tasks, numbers counted through.
func (c *composer) taskGrid(list []plan.Viec) grid {
	g := grid{head: 1, rows: []gridRow{{}}}
	var keys []string
	for _, col := range c.form.Table.Tasks {
		if col.Key == "tt" || col.Key == "viec" || anyTask(list, col.Key) {
			keys = append(keys, col.Key)
			g.rows[0].cells = append(g.rows[0].cells, []plan.Chu{plan.Text(col.Head)})
		}
	}
	group, n := "", 0
	for _, v := range list {
		if s := v.Nhom.Plain(); s != "" && s != group {
			group = s
			g.rows = append(g.rows, gridRow{cells: [][]plan.Chu{{v.Nhom}}, group: true, at: v.Nhom.At})
		}
		r := gridRow{at: v.At}
		for _, key := range keys {
			r.cells = append(r.cells, c.taskCell(v, key, &n))
		}
		g.rows = append(g.rows, r)
	}
	g.square()
	return g
}

func anyTask(list []plan.Viec, key string) bool {
	for _, v := range list {
		if len(taskValue(v, key)) > 0 {
			return true
		}
	}
	return false
}

// taskCell is the cell of a key; without a typed number a task gets the next.
// A task that goes on the one above ("^") has no number of its own.
func (c *composer) taskCell(v plan.Viec, key string, n *int) []plan.Chu {
	cell := taskValue(v, key)
	switch {
	case key == "tt" && len(cell) == 0 && v.Viec.Gop == plan.GopTren:
		return []plan.Chu{{Given: true, Gop: plan.GopTren, At: v.At}}
	case key == "tt" && len(cell) == 0:
		*n++
		return []plan.Chu{plan.Text(strconv.Itoa(*n))}
	case len(cell) == 0:
		return []plan.Chu{{At: v.At}}
	case len(cell) == 1 && cell[0].Gop != "":
		return []plan.Chu{{Given: true, Gop: cell[0].Gop, At: cell[0].At}}
	}
	return cell
}

// taskValue gives the lines of a key of a task.
func taskValue(v plan.Viec, key string) []plan.Chu {
	for _, k := range plan.Keys(reflect.TypeOf(v)) {
		if k.Name != key {
			continue
		}
		switch x := reflect.ValueOf(v).Field(k.Field).Interface().(type) {
		case plan.Chu:
			if !x.Blank() {
				return []plan.Chu{x}
			}
		case plan.Dong:
			return x.Items
		}
	}
	return nil
}

// place makes what stands at a place of running text.
func (c *composer) place(d plan.Doan, dots []plan.Dot, tasks plan.NhiemVu) {
	switch d.ChoTen {
	case "dot":
		c.dots(dots, d)
	case "nhiem_vu":
		c.tasks(tasks)
	case "tien_do":
		c.schedule(d)
	}
}
