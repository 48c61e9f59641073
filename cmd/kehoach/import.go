package main

import (
	"errors"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
)

func (a *app) importCommand() *cobra.Command {
	var (
		path  string
		force bool
		forms string
	)
	cmd := &cobra.Command{
		Use:   a.text("import TỆP [-o KẾ-HOẠCH.yaml]", "import FILE [-o PLAN.yaml]"),
		Short: a.text("đưa văn bản có sẵn về tệp kế hoạch YAML", "bring an existing text to a plan in YAML"),
		Long: a.text(`Đọc một kế hoạch có sẵn (chép từ Word, PDF hoặc trang mạng vào tệp .txt) và ghi
thành tệp YAML có ghi chú để sửa tiếp. Không chữ nào bị mất. Không có -o thì in
ra stdout. Tên tệp là - thì đọc từ stdin.`,
			`Reads an existing plan (copied from Word, a PDF or a web page into a .txt) and
writes it as a commented YAML file to go on with. No word is lost. Without -o it
is printed to stdout. The file name - means stdin.`),
		Example: a.text(`  kehoach import cu.txt -o ke-hoach.yaml   đưa bản năm trước về YAML
  kehoach import cu.txt                    chỉ xem kết quả`,
			`  kehoach import old.txt -o plan.yaml      bring last year's plan to YAML
  kehoach import old.txt                   only look at the result`),
		Args: needFiles(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.importFile(args[0], path, cmd.Flags().Changed("output"), force, forms)
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", a.text("ghi vào tệp `KẾ-HOẠCH.yaml` (mặc định: in ra stdout)", "write to the file `PLAN.yaml` (default: stdout)"))
	cmd.Flags().BoolVar(&force, "force", false, a.text("thay tệp đã có (tệp cũ sẽ mất)", "replace the file if it exists (it is lost)"))
	a.templatesFlag(cmd.Flags(), &forms)
	return cmd
}

func (a *app) importFile(in, path string, given, force bool, forms string) error {
	src, err := a.readSourceOrStdin(in)
	if err != nil {
		return err
	}
	out, err := a.planFile(path, given, force, []source{src})
	if err != nil {
		return err
	}
	defer out.close()
	office, err := a.open("", forms)
	if err != nil {
		return err
	}
	data, found := office.Import(src.Input)
	if err := a.verdict(found, false); err != nil {
		return err
	}
	if len(data) == 0 {
		return errors.New("import gave neither a plan nor a finding")
	}
	return out.put(data)
}

func (a *app) readSourceOrStdin(path string) (source, error) {
	if path != "-" {
		return readSource(path)
	}
	data, err := readAll(a.in, "stdin")
	return source{Input: build.Input{Name: "stdin", Data: data}}, err
}
