package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

func (a *app) diffCommand() *cobra.Command {
	var (
		path  string
		force bool
		forms string
	)
	cmd := &cobra.Command{
		Use:   a.text("diff CŨ MỚI [-o SO-SÁNH.docx]", "diff OLD NEW [-o REDLINE.docx]"),
		Short: a.text("nói kế hoạch mới khác kế hoạch cũ ở đâu", "tell what became of an old plan in a new one"),
		Long: a.text(`So hai kế hoạch (YAML, văn bản thường hoặc DOCX) theo nghĩa: phần, mục, đợt, việc,
nơi nhận … thêm, bỏ, sửa, chuyển chỗ; chỗ bị bỏ gọi theo số của bản cũ. Có -o thì ghi thêm một tệp Word theo thể thức
của bản mới, trong đó mọi chỗ khác là thay đổi được theo dõi: chấp nhận tất cả thì
còn đúng chữ của bản mới, từ chối tất cả thì còn đúng chữ của bản cũ. Chỉ khác đậm,
nghiêng hay bề rộng cột thì không kể. Mã thoát là 0 dù có khác hay không.`,
			`Tells two plans (YAML, plain text or DOCX) apart by meaning: parts, items, phases,
tasks, recipients … added, removed, changed, moved; what is removed is named by its
number in the old plan. With -o a Word file is written too, in the form of the new
plan, in which every difference is a tracked change: accepting all leaves the words
of the new plan, rejecting all those of the old one. Bold, italics and widths of
columns are no difference. The exit status is 0 whether the plans differ or not.`),
		Example: a.text(`  kehoach diff 2026.yaml 2027.yaml                  xem khác nhau ở đâu
  kehoach diff 2026.docx 2027.yaml -o so-sanh.docx  ghi bản so sánh để lãnh đạo xem
  kehoach diff 2026.yaml 2027.yaml --json           cho chương trình khác đọc`,
			`  kehoach diff 2026.yaml 2027.yaml                  see what differs
  kehoach diff 2026.docx 2027.yaml -o redline.docx  write tracked changes for the leader
  kehoach diff 2026.yaml 2027.yaml --json           for other programs`),
		Args: twoFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.diff(args[0], args[1], path, cmd.Flags().Changed("output"), force, forms)
		},
	}
	fl := cmd.Flags()
	fl.StringVarP(&path, "output", "o", "", a.text("ghi bản so sánh vào tệp `SO-SÁNH.docx`", "write tracked changes to the file `REDLINE.docx`"))
	fl.BoolVar(&force, "force", false, a.text("thay cả tệp đã có người sửa (bản sửa sẽ mất)", "replace an edited file too (the edits are lost)"))
	a.templatesFlag(fl, &forms)
	return cmd
}

// twoFiles asks for two files on the command line.
func twoFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 2 {
		return nil
	}
	return refuse(diag.M("lệnh này nhận hai tệp, bản cũ rồi bản mới; đã ghi %d", "this command takes two files, the old one and the new one; %d were named", len(args)),
		diag.M("ví dụ: %s 2026.yaml 2027.yaml", "for example: %s 2026.yaml 2027.yaml", cmd.CommandPath()))
}

// diff tells two plans apart, and writes the file of their differences if one
// is named.
func (a *app) diff(before, after, path string, given, force bool, forms string) error {
	inputs, err := readSources([]string{before, after})
	if err != nil {
		return err
	}
	if os.SameFile(inputs[0].info, inputs[1].info) {
		return refuse(diag.M("%s và %s là một tệp", "%s and %s are one file", before, after),
			diag.M("ghi bản cũ trước, bản mới sau", "name the old plan, then the new one"))
	}
	out, err := redlineFile(path, given, force, inputs)
	if err != nil {
		return err
	}
	defer out.close()
	office, err := a.open("", forms)
	if err != nil {
		return err
	}
	two := office.Diff(inputs[0].Input, inputs[1].Input)
	if diag.HasErrors(two.Findings) {
		return a.verdict(two.Findings, false)
	}
	if out.target != nil {
		data, found, err := office.Redline(two)
		if err != nil {
			return err
		}
		two.Findings = append(two.Findings, found...)
		if diag.HasErrors(found) {
			return a.verdict(two.Findings, false)
		}
		out.target.Data, out.target.Done = data, diag.M("đã ghi %s", "written: %s", out.target.Path())
		if err := write([]*target{out.target}); err != nil {
			return err
		}
	}
	return a.tellChanges(two, out.target)
}

// tellChanges prints what differs to stdout; warnings of reading go to stderr.
func (a *app) tellChanges(two *build.Two, written *target) error {
	var b bytes.Buffer
	if a.json {
		if err := build.WriteChanges(&b, two); err != nil {
			return err
		}
	} else {
		build.PrintChanges(&b, two, a.lang, a.paints())
	}
	found := append(a.early, two.Findings...)
	a.early = nil
	var warnings []diag.Finding
	for _, f := range found {
		if f.Severity == diag.Warning {
			warnings = append(warnings, f)
		}
	}
	diag.Print(a.stderr, warnings, a.lang)
	if err := a.result(b.Bytes()); err != nil {
		return err
	}
	if written != nil {
		a.say(written.Done)
	}
	return nil
}

// paints tells whether stdout is a terminal that shows colours. NO_COLOR turns
// them off (no-color.org); the old window of Windows shows their codes.
func (a *app) paints() bool {
	f, ok := a.out.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || runtime.GOOS == "windows" && os.Getenv("WT_SESSION") == "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// redlineOutput is the Word file to write, if one is named.
type redlineOutput struct {
	dir    *folder
	target *target
}

func (o redlineOutput) close() {
	if o.dir != nil {
		o.dir.Close(false)
	}
}

// redlineFile prepares writing the file named after -o. One that somebody has
// edited is replaced only with force, an input never.
func redlineFile(path string, given, force bool, inputs []source) (redlineOutput, error) {
	if !given {
		return redlineOutput{}, nil
	}
	if !strings.EqualFold(filepath.Ext(path), ".docx") {
		return redlineOutput{}, refuse(diag.M("%q không phải tên tệp Word", "%q is no name of a Word file", path),
			diag.M("đặt tên có đuôi .docx: -o so-sanh.docx", "name it with .docx at the end: -o redline.docx"))
	}
	if err := checkName(filepath.Base(path)); err != nil {
		return redlineOutput{}, err
	}
	if err := checkFolder(filepath.Dir(path)); err != nil {
		return redlineOutput{}, err
	}
	dir, err := openFolder(filepath.Dir(path))
	if err != nil {
		return redlineOutput{}, err
	}
	out := redlineOutput{dir: dir}
	out.target, err = newTarget(dir, filepath.Base(path))
	rs := refusals(nil).add(err)
	if err == nil {
		rs = rs.add(overwrites(out.target, inputs))
	}
	if err == nil && rs == nil {
		rs = rs.add(edited(out.target, build.DOCX, force))
	}
	if rs != nil {
		out.close()
	}
	return out, rs.orNil()
}
