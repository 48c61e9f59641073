package fact

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// Task is one row of a list of tasks: of the key nhiem_vu, or of a table with
// the heads of one.
type Task struct {
	List  int // tasks of one list have one number
	At    diag.Place
	Name  string
	Cells map[string]TaskCell // by key: san_pham, thoi_han, chu_tri, phoi_hop
}

// TaskCell is what a task says under one head.
type TaskCell struct {
	S  string
	At diag.Place
}

// TaskList tells which heads a list of tasks has.
type TaskList struct {
	At    diag.Place
	Keys  map[string]bool
	Typed bool // of the key nhiem_vu with keys for each task
}

// findTasks gathers the tasks of the plan in the order of the paper.
func (f *Facts) findTasks(lex *Lexicon) {
	for i := range f.Plan.Muc {
		f.tasks(f.Plan.Muc[i].NhiemVu, lex)
		f.tableTasks(f.Plan.Muc[i].NoiDung, lex, false)
	}
	for i := range f.Plan.PhuLuc {
		f.tasks(f.Plan.PhuLuc[i].NhiemVu, lex)
		f.tableTasks(f.Plan.PhuLuc[i].NoiDung, lex, false)
	}
}

func (f *Facts) tasks(n plan.NhiemVu, lex *Lexicon) {
	if len(n.Viec) == 0 {
		f.tableTasks(n.Bang, lex, true)
		return
	}
	list := TaskList{At: n.At, Typed: true, Keys: map[string]bool{}}
	above := map[string]TaskCell{}
	for _, v := range n.Viec {
		t := Task{List: len(f.TaskLists), At: v.At, Name: v.Viec.Plain(), Cells: map[string]TaskCell{}}
		for key, c := range map[string]plan.Dong{
			"san_pham": {Items: []plan.Chu{v.SanPham}}, "thoi_han": {Items: []plan.Chu{v.ThoiHan}}, "chu_tri": v.ChuTri, "phoi_hop": v.PhoiHop,
		} {
			t.set(key, c.Plain("; "), placeOfFirst(c), above)
			list.Keys[key] = list.Keys[key] || t.Cells[key].S != ""
		}
		f.Tasks = append(f.Tasks, t)
	}
	f.TaskLists = append(f.TaskLists, list)
}

func placeOfFirst(d plan.Dong) diag.Place {
	for _, c := range d.Items {
		if c.Given {
			return c.At
		}
	}
	return d.At
}

// set fills a cell; "^" and "<" are the cell that it is joined to.
func (t *Task) set(key, s string, at diag.Place, above map[string]TaskCell) {
	s = strings.TrimSpace(s)
	if at.Line == 0 {
		at = t.At
	}
	c := TaskCell{S: s, At: at}
	switch plan.Gop(s) {
	case plan.GopTren:
		c.S = above[key].S
	case plan.GopTrai:
		c.S = "<"
	}
	above[key], t.Cells[key] = c, c
}

// tableTasks reads tables whose heads are those of tasks: with one for the
// task itself and one for its owner or its deadline. A table of the key
// nhiem_vu is one in any case.
func (f *Facts) tableTasks(v plan.Van, lex *Lexicon, sure bool) {
	var heads []string
	above := map[string]TaskCell{}
	for i := range v.Doan {
		d := &v.Doan[i]
		switch {
		case d.Loai == plan.GhiChu || d.Rong:
		case d.Loai != plan.Hang:
			heads = nil
		case heads == nil:
			if heads = lex.headsOf(d.O, sure); heads != nil {
				above = map[string]TaskCell{}
				f.TaskLists = append(f.TaskLists, listOf(d, heads))
			}
		case d.Tiep || len(d.O) != len(heads):
		default:
			f.row(d, heads, above)
		}
	}
}

func listOf(d *plan.Doan, heads []string) TaskList {
	list := TaskList{At: d.Chu.At, Keys: map[string]bool{}}
	for _, h := range heads {
		list.Keys[h] = true
	}
	return list
}

// headsOf gives the keys of the columns, nil where the row is not the head of
// a table of tasks.
func (lex *Lexicon) headsOf(cells []plan.Chu, sure bool) []string {
	var keys []string
	has := map[string]bool{}
	for _, c := range cells {
		key := lex.Heads[lower(strings.Join(strings.Fields(c.Plain()), " "))]
		keys = append(keys, key)
		has[key] = true
	}
	if len(cells) < 2 || !has["viec"] || !sure && !has["chu_tri"] || !has["chu_tri"] && !has["thoi_han"] {
		return nil
	}
	return keys
}

func (f *Facts) row(d *plan.Doan, heads []string, above map[string]TaskCell) {
	t := Task{List: len(f.TaskLists) - 1, At: d.Chu.At, Cells: map[string]TaskCell{}}
	for i, h := range heads {
		if h == "" {
			continue
		}
		s := d.O[i].Plain()
		if d.O[i].Gop != "" {
			s = string(d.O[i].Gop)
		}
		t.set(h, s, d.O[i].At, above)
	}
	t.Name = t.Cells["viec"].S
	if t.Name != "" && t.Name != "<" {
		f.Tasks = append(f.Tasks, t)
	}
}
