package main

import (
	"io/fs"

	"kehoach.example/internal/diag"
	"kehoach.example/samples"
)

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\uFEFF"

// withList adds the list of a sample that is a batch plan: it is written beside
// the plan, under the plan's name.
func (o *planOutput) withList(f newFlags) error {
	if f.sample == "" {
		return nil
	}
	data, err := fs.ReadFile(samples.FS, f.sample+"/"+f.sample+".csv")
	if err != nil {
		return nil // a plan of one paper
	}
	if o.dir == nil {
		o.app.say(diag.M("kế hoạch này làm hàng loạt theo một danh sách: thêm -o ke-hoach.yaml để ghi cả danh sách mẫu ke-hoach.csv",
			"this plan is one of a batch with a list: add -o plan.yaml to get the sample list plan.csv too"))
		return nil
	}
	t, err := newTarget(o.dir, baseOf(f.path)+".csv")
	if err != nil {
		return err
	}
	if t.Old != nil && !f.force {
		return refuse(diag.M("đã có tệp %s", "the file %s exists", t.Path()),
			diag.M("chọn tên khác; thêm --force nếu chịu mất tệp đó", "choose another name; add --force to lose it"))
	}
	t.Data, t.Done = []byte(byteOrderMark+string(data)), diag.M("đã ghi %s", "written: %s", t.Path())
	o.more = append(o.more, t)
	return nil
}
