package main

import (
	"os"

	"github.com/spf13/pflag"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

func (a *app) checkUnderFlag(fl *pflag.FlagSet, file *string) {
	fl.StringVar(file, "under", "", a.text("đối chiếu với kế hoạch `CẤP-TRÊN`: việc chưa trả lời, trễ hạn, căn cứ, thời kỳ", "compare with the plan `SUPERIOR`: tasks unanswered or late, grounds, period"))
}

// superior reads the plan behind --under into the options of a check. What is
// wrong in it ends the command: nothing could be compared.
func (a *app) superior(office *build.Office, path string, given bool, inputs []source, opt *build.CheckOptions) error {
	if !given {
		return nil
	}
	if path == "" || path == "-" {
		return refuse(diag.M("--under cần tên tệp kế hoạch của cấp trên", "--under needs the file of the superior's plan"),
			diag.M("ví dụ: kehoach check --under cap-tren.docx ke-hoach.yaml", "for example: kehoach check --under superior.docx plan.yaml"))
	}
	src, err := readSource(path)
	if err != nil {
		return err
	}
	for _, in := range inputs {
		if in.info != nil && os.SameFile(in.info, src.info) {
			return refuse(diag.M("%s vừa là kế hoạch của cấp trên vừa là kế hoạch cần soát", "%s is both the superior's plan and the one to check", path),
				diag.M("ghi hai tệp khác nhau", "name two files"))
		}
	}
	sup, found := office.Superior(src.Input)
	if sup == nil {
		return a.verdict(found, false)
	}
	opt.Under = sup
	return nil
}
