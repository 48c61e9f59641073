package main

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/samples"
)

// newFlags are the options of `kehoach new`.
type newFlags struct {
	form   string
	sample string
	path   string
	named  bool // -o was given
	force  bool
	forms  string // folder of templates
	under  underFlags
}

func (a *app) newCommand() *cobra.Command {
	var f newFlags
	var from fromFlags
	cmd := &cobra.Command{
		Use:   a.text("new [-o KẾ-HOẠCH.yaml] [--the-thuc TÊN | --vi-du TÊN | --from CŨ --year NĂM | --under CẤP-TRÊN --unit TÊN]", "new [-o PLAN.yaml] [--the-thuc NAME | --vi-du NAME | --from OLD --year YEAR | --under SUPERIOR --unit NAME]"),
		Short: a.text("tạo tệp kế hoạch mẫu để điền", "make a starter plan to fill in"),
		Long: a.text(`Tạo một tệp kế hoạch mẫu có ghi chú từng chỗ cần điền. Không có -o thì in ra
stdout. Tệp đã có thì không bị thay, trừ khi có --force.
Với --from và --year: làm kế hoạch năm mới từ kế hoạch cũ. Mỗi mốc thời gian được
đổi, giữ hoặc hỏi lại; ba danh sách in ra stderr (với --json và -o: stdout).
Với --under và --unit: dự thảo của đơn vị theo kế hoạch cấp trên.`,
			`Makes a starter plan with a comment at each place to fill in. Without -o it is
printed to stdout. An existing file is not replaced without --force.
With --from and --year: the plan of the new year out of the old one. Each time is
changed, kept or asked; the three lists go to stderr (with --json and -o: stdout).
With --under and --unit: a draft of the unit under its superior's plan.`),
		Example: a.text(`  kehoach new -o ke-hoach.yaml             mẫu theo thể thức mặc định
  kehoach new --the-thuc nd30              in ra mẫu theo Nghị định 30/2020/NĐ-CP
  kehoach new --vi-du ubnd-phuong-2027     in ra một kế hoạch viết trọn vẹn để học theo
  kehoach new --from cu.docx --year 2028 -o moi.yaml
                                           kế hoạch năm 2028 từ kế hoạch năm trước
  kehoach new --under cap-tren.docx --unit "Công đoàn phường B" -o ke-hoach.yaml
                                           dự thảo trả lời từng việc cấp trên giao`,
			`  kehoach new -o plan.yaml                 a plan in the default form
  kehoach new --the-thuc nd30              print one in the form of Decree 30/2020
  kehoach new --vi-du ubnd-phuong-2027     print a whole plan to learn from
  kehoach new --from old.docx --year 2028 -o new.yaml
                                           the plan of 2028 out of last year's
  kehoach new --under superior.docx --unit "Công đoàn phường B" -o plan.yaml
                                           a draft with an item for each task given`),
		Args: noFiles,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.named = cmd.Flags().Changed("output")
			if cmd.Flags().Changed("under") || cmd.Flags().Changed("unit") {
				f.under.from = cmd.Flags().Changed("from")
				return a.newUnder(f)
			}
			if from != (fromFlags{}) {
				return a.newFrom(f, from)
			}
			return a.newPlan(f)
		},
	}
	fl := cmd.Flags()
	fl.StringVar(&f.form, "the-thuc", "", a.text("`TÊN` thể thức (mặc định: thể thức của chương trình)", "the `NAME` of the house form (default: the program's)"))
	fl.StringVar(&f.sample, "vi-du", "", a.text("lấy kế hoạch viết sẵn mang `TÊN` này làm mẫu", "start from the whole sample plan of this `NAME`"))
	fl.StringVarP(&f.path, "output", "o", "", a.text("ghi vào tệp `KẾ-HOẠCH.yaml` (mặc định: in ra stdout)", "write to the file `PLAN.yaml` (default: stdout)"))
	fl.BoolVar(&f.force, "force", false, a.text("thay tệp đã có (tệp cũ sẽ mất)", "replace the file if it exists (it is lost)"))
	a.underFlags(fl, &f.under)
	a.templatesFlag(fl, &f.forms)
	a.fromOptions(fl, &from)
	return cmd
}

func (a *app) newPlan(f newFlags) error {
	office, err := a.open("", f.forms)
	if errors.Is(err, errFindings) {
		return err
	}
	rs := refusals(nil).add(err)
	if err == nil {
		rs = rs.add(checkForm(office, f))
	}
	rs = rs.add(checkSample(f))
	out, err := a.planFile(f.path, f.named, f.force, nil)
	if err == nil {
		defer out.close()
	}
	if rs = rs.add(err); rs != nil {
		return rs
	}
	data, err := a.starter(office, f)
	if err != nil {
		return err
	}
	if err := out.withList(f); err != nil {
		return err
	}
	return out.put(data)
}

// starter gives the text of the sample or of the form's starter plan.
func (a *app) starter(office *build.Office, f newFlags) ([]byte, error) {
	if f.sample != "" {
		return fs.ReadFile(samples.FS, f.sample+"/"+f.sample+".yaml")
	}
	data, found := office.Starter(f.form)
	if err := a.verdict(found, false); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, errors.New("there is no starter plan and no finding")
	}
	return data, nil
}

// checkSample refuses a sample that does not exist, and a form beside one.
func checkSample(f newFlags) error {
	if f.sample == "" {
		return nil
	}
	if f.form != "" {
		return refuse(diag.M("--the-thuc và --vi-du không dùng chung", "--the-thuc and --vi-du do not go together"),
			diag.M("bỏ một trong hai; kế hoạch viết sẵn đã ghi thể thức của nó", "leave one out; a sample names its own form"))
	}
	if _, err := fs.Stat(samples.FS, f.sample+"/"+f.sample+".yaml"); err == nil {
		return nil
	}
	entries, _ := fs.ReadDir(samples.FS, ".")
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return refuse(diag.M("không có kế hoạch viết sẵn %q", "there is no sample %q", f.sample),
		diag.M("dùng một trong: %s", "use one of: %s", strings.Join(names, ", ")))
}

// checkForm refuses a form that does not exist.
func checkForm(office *build.Office, f newFlags) error {
	if _, ok := office.Forms.Get(f.form); ok || f.form == "" {
		return nil
	}
	unknown := office.UnknownForm(f.form, diag.Place{})
	return refuse(unknown.Message, unknown.Hint)
}
