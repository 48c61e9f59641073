package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

func (a *app) newCommand() *cobra.Command {
	var (
		form  string
		path  string
		force bool
	)
	cmd := &cobra.Command{
		Use:   a.text("new [-o KẾ-HOẠCH.yaml] [--the-thuc TÊN]", "new [-o PLAN.yaml] [--the-thuc NAME]"),
		Short: a.text("tạo tệp kế hoạch mẫu để điền", "make a starter plan to fill in"),
		Long: a.text(`Tạo một tệp kế hoạch mẫu có ghi chú từng chỗ cần điền. Không có -o thì in ra
stdout. Tệp đã có thì không bị thay, trừ khi có --force.`,
			`Makes a starter plan with a comment at each place to fill in. Without -o it is
printed to stdout. An existing file is not replaced without --force.`),
		Example: a.text(`  kehoach new -o ke-hoach.yaml             mẫu theo thể thức mặc định
  kehoach new --the-thuc nd30              in ra mẫu theo Nghị định 30/2020/NĐ-CP`,
			`  kehoach new -o plan.yaml                 a plan in the default form
  kehoach new --the-thuc nd30              print one in the form of Decree 30/2020`),
		Args: noFiles,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.newPlan(form, path, cmd.Flags().Changed("output"), force)
		},
	}
	cmd.Flags().StringVar(&form, "the-thuc", "", a.text("`TÊN` thể thức (mặc định: thể thức của chương trình)", "the `NAME` of the house form (default: the program's)"))
	cmd.Flags().StringVarP(&path, "output", "o", "", a.text("ghi vào tệp `KẾ-HOẠCH.yaml` (mặc định: in ra stdout)", "write to the file `PLAN.yaml` (default: stdout)"))
	cmd.Flags().BoolVar(&force, "force", false, a.text("thay tệp đã có (tệp cũ sẽ mất)", "replace the file if it exists (it is lost)"))
	return cmd
}

func (a *app) newPlan(form, path string, given, force bool) error {
	office, err := open("")
	rs := refusals(nil).add(err)
	if err == nil {
		rs = rs.add(checkForm(office, form))
	}
	out, err := a.planFile(path, given, force, nil)
	if err == nil {
		defer out.close()
	}
	if rs = rs.add(err); rs != nil {
		return rs
	}
	data, found := office.Starter(form)
	if err := a.verdict(found, false); err != nil {
		return err
	}
	if len(data) == 0 {
		return errors.New("there is no starter plan and no finding")
	}
	return out.put(data)
}

// checkForm refuses a form that does not exist.
func checkForm(office *build.Office, form string) error {
	if _, ok := office.Forms.Get(form); ok || form == "" {
		return nil
	}
	return refuse(diag.M("không có thể thức %q", "there is no form %q", form),
		diag.M("dùng một trong: %s", "use one of: %s", strings.Join(office.Forms.IDs(), ", ")))
}
