package main

import (
	"path/filepath"

	"kehoach.example/internal/diag"
)

// planOutput is a plan file or a letterhead to write, or stdout.
type planOutput struct {
	app    *app
	dir    *folder // nil: stdout
	target *target
	more   []*target // written with it
}

// planFile prepares writing a plan to a file named after -o, or to stdout.
// A file that exists is replaced only with force, an input never.
func (a *app) planFile(path string, given, force bool, inputs []source) (planOutput, error) {
	if !given {
		if a.json {
			return planOutput{}, refuse(diag.M("--json và kế hoạch cùng ra stdout", "--json and the plan would both go to stdout"),
				diag.M("ghi kế hoạch vào tệp: -o ke-hoach.yaml", "write the plan to a file: -o plan.yaml"))
		}
		return planOutput{app: a}, nil
	}
	if err := checkPlanName(path); err != nil {
		return planOutput{}, err
	}
	return a.newFile(path, force, inputs)
}

// newFile prepares writing a file of a person's own naming. One that exists is
// replaced only with force, an input never.
func (a *app) newFile(path string, force bool, inputs []source) (planOutput, error) {
	if err := checkFolder(filepath.Dir(path)); err != nil {
		return planOutput{}, err
	}
	dir, err := openFolder(filepath.Dir(path))
	if err != nil {
		return planOutput{}, err
	}
	t, err := newTarget(dir, filepath.Base(path))
	rs := refusals(nil).add(err)
	if err == nil {
		rs = rs.add(overwrites(t, inputs))
	}
	if rs == nil && t.Old != nil && !force {
		rs = refuse(diag.M("đã có tệp %s", "the file %s exists", t.Path()),
			diag.M("chọn tên khác; thêm --force nếu chịu mất tệp đó", "choose another name; add --force to lose it"))
	}
	out := planOutput{app: a, dir: dir, target: t}
	if rs != nil {
		out.close()
	}
	return out, rs.orNil()
}

// put writes the plan.
func (o planOutput) put(data []byte) error {
	if o.dir == nil {
		return o.app.result(data)
	}
	o.target.Data = data
	o.target.Done = diag.M("đã ghi %s", "written: %s", o.target.Path())
	all := append([]*target{o.target}, o.more...)
	if err := write(all); err != nil {
		return err
	}
	o.app.written(all)
	return nil
}

func (o planOutput) close() {
	if o.dir != nil {
		o.dir.Close(false)
	}
}
