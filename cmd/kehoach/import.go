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
		opt   build.ImportOptions
	)
	cmd := &cobra.Command{
		Use:   a.text("import TỆP [-o KẾ-HOẠCH.yaml]", "import FILE [-o PLAN.yaml]"),
		Short: a.text("đưa văn bản có sẵn về tệp kế hoạch YAML", "bring an existing text to a plan in YAML"),
		Long: a.text(`Đọc một kế hoạch có sẵn (tệp Word .docx, hoặc chữ chép từ PDF, trang mạng vào tệp
.txt) và ghi thành tệp YAML có ghi chú để sửa tiếp. Không chữ nào bị mất: đoạn
chưa nhận dạng được thì giữ nguyên ở chỗ cũ. Bảng nhận dạng (từng mục, ở đâu,
chắc đến đâu, vì sao) in ra stderr; có --json thì in ra stdout. Không có -o thì
tệp YAML in ra stdout. Tên tệp là - thì đọc từ stdin.`,
			`Reads an existing plan (a Word file .docx, or text copied from a PDF or a web page
into a .txt) and writes it as a commented YAML file to go on with. No word is
lost: what is not recognised stays where it stood. What was recognised (each
field, where, how sure, why) is told on stderr, with --json on stdout. Without -o
the file is printed to stdout. The file name - means stdin.`),
		Example: a.text(`  kehoach import cu.docx -o ke-hoach.yaml  đưa bản năm trước về YAML
  kehoach import cu.txt                    chỉ xem kết quả`,
			`  kehoach import old.docx -o plan.yaml     bring last year's plan to YAML
  kehoach import old.txt                   only look at the result`),
		Args: needFiles(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.importFile(args[0], path, cmd.Flags().Changed("output"), force, forms, opt)
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", a.text("ghi vào tệp `KẾ-HOẠCH.yaml` (mặc định: in ra stdout)", "write to the file `PLAN.yaml` (default: stdout)"))
	cmd.Flags().BoolVar(&force, "force", false, a.text("thay tệp đã có (tệp cũ sẽ mất)", "replace the file if it exists (it is lost)"))
	cmd.Flags().BoolVar(&opt.AnyDocument, "any-document", false, a.text("đọc cả văn bản không phải kế hoạch (quyết định, công văn …)", "read a document that is no plan too (a decision, a letter …)"))
	a.templatesFlag(cmd.Flags(), &forms)
	return cmd
}

func (a *app) importFile(in, path string, given, force bool, forms string, opt build.ImportOptions) error {
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
	imported := office.Import(src.Input, opt)
	if err := a.tellImported(imported); err != nil {
		return err
	}
	if len(imported.Data) == 0 {
		return errors.New("import gave neither a plan nor a finding")
	}
	return out.put(imported.Data)
}

func (a *app) readSourceOrStdin(path string) (source, error) {
	if path != "-" {
		return readSource(path)
	}
	data, err := readAll(a.in, "stdin")
	return source{Input: build.Input{Name: "stdin", Data: data}}, err
}
