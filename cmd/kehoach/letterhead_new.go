package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/diag"
)

// letterheadNewFlags are the options of `kehoach letterhead new`.
type letterheadNewFlags struct {
	form  string
	path  string
	whole bool
	force bool
	forms string // folder of templates
}

func (a *app) letterheadNewCommand() *cobra.Command {
	var f letterheadNewFlags
	cmd := &cobra.Command{
		Use:   a.text("new -o GIẤY-TIÊU-ĐỀ.docx [--the-thuc TÊN] [tùy chọn]", "new -o LETTERHEAD.docx [--the-thuc NAME] [options]"),
		Short: a.text("tạo giấy tiêu đề mẫu để sửa trong Word", "make a letterhead to edit in Word"),
		Long: a.text(`Tạo giấy tiêu đề theo phần đầu của một thể thức, với khóa ở chỗ chữ của kế hoạch.
Mở trong Word, thêm logo, màu, sửa khoảng cách tùy ý; giữ {noi_dung} đứng riêng
một đoạn. Tệp đã có thì không bị thay, trừ khi có --force.`,
			`Makes a letterhead out of the head of a house form, with keys where the words of a
plan go. Open it in Word, add a logo, colours, change what you like; keep {noi_dung}
in a paragraph of its own. An existing file is not replaced without --force.`),
		Example: a.text(`  kehoach letterhead new -o giay-tieu-de.docx
  kehoach letterhead new --whole -o giay-tieu-de.docx
                                           tên văn bản, nơi nhận, chữ ký cũng là khóa`,
			`  kehoach letterhead new -o letterhead.docx
  kehoach letterhead new --whole -o letterhead.docx
                                           keys for title, recipients and signature too`),
		Args: noFiles,
		RunE: func(*cobra.Command, []string) error { return a.newLetterhead(f) },
	}
	fl := cmd.Flags()
	fl.StringVarP(&f.path, "output", "o", "", a.text("ghi vào `TỆP.docx`", "write to `FILE.docx`"))
	fl.StringVar(&f.form, "the-thuc", "", a.text("`TÊN` thể thức (mặc định: thể thức của chương trình)", "the `NAME` of the house form (default: the program's)"))
	fl.BoolVar(&f.whole, "whole", false, a.text("cả tên văn bản, nơi nhận, chữ ký cũng là khóa", "keys for title, recipients and signature too"))
	fl.BoolVar(&f.force, "force", false, a.text("thay tệp đã có (tệp cũ sẽ mất)", "replace the file if it exists (it is lost)"))
	a.templatesFlag(fl, &f.forms)
	return cmd
}

func (a *app) newLetterhead(f letterheadNewFlags) error {
	if f.path == "" {
		return refuse(diag.M("chưa ghi tên tệp sau -o", "no file was named after -o"),
			diag.M("ví dụ: kehoach letterhead new -o giay-tieu-de.docx", "for example: kehoach letterhead new -o letterhead.docx"))
	}
	office, err := a.open("", f.forms)
	if errors.Is(err, errFindings) {
		return err
	}
	rs := refusals(nil).add(err)
	if err == nil {
		rs = rs.add(checkForm(office, newFlags{form: f.form}))
	}
	out, err := a.wordFile(f.path, f.force)
	if err == nil {
		defer out.close()
	}
	if rs = rs.add(err); rs != nil {
		return rs
	}
	data, found := office.NewLetterhead(f.form, f.whole)
	if err := a.verdict(found, false); err != nil {
		return err
	}
	if len(data) == 0 {
		return errors.New("there is no letterhead and no finding")
	}
	return out.put(data)
}

// wordFile prepares writing a letterhead.
func (a *app) wordFile(path string, force bool) (planOutput, error) {
	if !strings.EqualFold(filepath.Ext(path), ".docx") {
		return planOutput{}, refuse(diag.M("%s không có đuôi .docx của tệp Word", "%s has not the ending .docx of a Word file", path),
			diag.M("ví dụ: -o giay-tieu-de.docx", "for example: -o letterhead.docx"))
	}
	if err := checkName(filepath.Base(path)); err != nil {
		return planOutput{}, err
	}
	return a.newFile(path, force, nil)
}
