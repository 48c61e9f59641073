package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kehoach.example/internal/diag"
)

func (a *app) fmtCommand() *cobra.Command {
	var (
		stdout bool
		forms  string
	)
	cmd := &cobra.Command{
		Use:   a.text("fmt KẾ-HOẠCH.yaml… [--stdout]", "fmt PLAN.yaml… [--stdout]"),
		Short: a.text("sắp lại tệp kế hoạch YAML cho đúng dạng", "bring a plan file to its canonical form"),
		Long: a.text(`Sắp lại tệp kế hoạch YAML cho đúng dạng: khóa gõ có dấu, thụt dòng, dấu nháy.
Nội dung, ghi chú và dòng trống giữ nguyên. Tệp chỉ được ghi khi có thay đổi.`,
			`Brings plan files to their canonical form: keys, indents, quotes. The meaning, the
comments and the blank lines stay. A file is written only if it changes.`),
		Example: a.text(`  kehoach fmt ke-hoach.yaml                sửa ngay trong tệp
  kehoach fmt --stdout ke-hoach.yaml       chỉ in kết quả, không sửa tệp`,
			`  kehoach fmt plan.yaml                    change the file itself
  kehoach fmt --stdout plan.yaml           only print the result`),
		Args: func(cmd *cobra.Command, args []string) error {
			if stdout {
				return needFiles(1)(cmd, args)
			}
			return needFiles(math.MaxInt)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.fmt(expand(args), stdout, forms) },
	}
	cmd.Flags().BoolVar(&stdout, "stdout", false, a.text("in kết quả ra stdout, không sửa tệp", "print the result to stdout, do not change the file"))
	a.templatesFlag(cmd.Flags(), &forms)
	return cmd
}

// fmt rewrites plan files in place, all or none.
func (a *app) fmt(paths []string, stdout bool, forms string) error {
	if stdout && a.json {
		return refuse(diag.M("--json và --stdout cùng ra stdout", "--json and --stdout would both go to stdout"),
			diag.M("bỏ một trong hai", "leave one of them out"))
	}
	inputs, err := readSources(paths)
	if err != nil {
		return err
	}
	if err := noTwins(inputs); err != nil {
		return err
	}
	formatted, err := a.fmtAll(inputs, forms)
	if err != nil {
		return err
	}
	if stdout {
		return a.result(formatted[0])
	}
	return a.rewrite(inputs, formatted)
}

// noTwins refuses one file under two names.
func noTwins(inputs []source) error {
	for i, s := range inputs {
		for _, other := range inputs[:i] {
			if os.SameFile(s.info, other.info) {
				return refuse(diag.M("%s và %s là một tệp", "%s and %s are the same file", other.Name, s.Name),
					diag.M("ghi mỗi tệp một lần", "name each file once"))
			}
		}
	}
	return nil
}

func (a *app) fmtAll(inputs []source, forms string) ([][]byte, error) {
	office, err := a.open("", forms)
	if err != nil {
		return nil, err
	}
	var (
		out   [][]byte
		found []diag.Finding
	)
	for _, in := range inputs {
		data, fs := office.Fmt(in.Input)
		if len(data) == 0 && !diag.HasErrors(fs) {
			return nil, fmt.Errorf("%s: fmt gave neither a plan nor a finding", in.Name)
		}
		out, found = append(out, data), append(found, fs...)
	}
	return out, a.verdict(found, false)
}

// rewrite replaces the inputs that change. A link stays one: its file changes.
func (a *app) rewrite(inputs []source, formatted [][]byte) error {
	var (
		targets []*target
		rs      refusals
	)
	for i, in := range inputs {
		same := bytes.Equal(in.Data, formatted[i])
		if same {
			a.say(diag.M("%s đã đúng dạng", "%s is in form already", in.Name))
			continue
		}
		t, err := inPlace(in)
		if err != nil {
			rs = rs.add(err)
			continue
		}
		defer t.In.Close(false)
		t.Data, t.Done = formatted[i], diag.M("đã sắp lại %s", "reformatted: %s", in.Name)
		targets = append(targets, t)
	}
	if rs != nil {
		return rs
	}
	if err := write(targets); err != nil {
		return err
	}
	a.written(targets)
	return nil
}

// inPlace makes the file of an input the target.
func inPlace(in source) (*target, error) {
	path, err := filepath.EvalSymlinks(in.Name)
	if err != nil {
		return nil, trouble(diag.M("không ghi được %s", "%s cannot be written", in.Name), err)
	}
	dir, err := openFolder(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	t, err := newTarget(dir, filepath.Base(path))
	if err == nil && (t.Old == nil || !bytes.Equal(t.Old.Data, in.Data)) {
		err = refuse(diag.M("%s vừa bị chương trình khác sửa", "%s has just been changed by another program", in.Name),
			diag.M("lưu và đóng tệp đó rồi chạy lại", "save and close it and run again"))
	}
	if err != nil {
		dir.Close(false)
	}
	return t, err
}
