package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// underFlags are the options of `kehoach new --under`.
type underFlags struct {
	file string // the superior's plan
	unit string
	from bool // --from stands on the line too
}

func (a *app) underFlags(fl *pflag.FlagSet, f *underFlags) {
	fl.StringVar(&f.file, "under", "", a.text("lập dự thảo theo kế hoạch `CẤP-TRÊN` (docx, txt, yaml), mỗi việc giao xuống là một mục phải trả lời", "draft from the plan `SUPERIOR` (docx, txt, yaml), with an item for each task that it gives down"))
	fl.StringVar(&f.unit, "unit", "", a.text("với --under: `TÊN` đơn vị lập kế hoạch, viết hoa thường như trong câu", "with --under: the `NAME` of the unit, in the case of running text"))
}

// newUnder drafts the plan of a unit below.
func (a *app) newUnder(f newFlags) error {
	rs := refusals(nil).add(checkUnder(f))
	sources := []source{{}}
	if f.under.file != "" {
		src, err := a.readSourceOrStdin(f.under.file)
		rs, sources[0] = rs.add(err), src
	}
	office, err := a.open("", f.forms)
	if errors.Is(err, errFindings) {
		return err
	}
	if rs = rs.add(err); err == nil {
		rs = rs.add(checkForm(office, f))
	}
	out, err := a.planFile(f.path, f.named, f.force, sources)
	if err == nil {
		defer out.close()
	}
	if rs = rs.add(err); rs != nil {
		return rs
	}
	superior, found := office.Superior(sources[0].Input)
	if superior == nil {
		return a.verdict(found, false)
	}
	data, report, found := office.Under(superior, build.UnderOptions{Unit: f.under.unit, Form: f.form}, a.lang)
	if diag.HasErrors(found) {
		return a.verdict(found, false)
	}
	found = append(a.early, found...)
	a.early = nil
	diag.Print(a.stderr, found, a.lang) // stdout has the report alone
	a.count(found, diag.Msg{})
	if err := out.put(data); err != nil {
		return err
	}
	if a.json {
		return a.resultJSON(report)
	}
	return a.tellUnder(report)
}

// checkUnder refuses what does not go with --under.
func checkUnder(f newFlags) error {
	var rs refusals
	if f.under.file == "" {
		rs = append(rs, refuse(diag.M("--unit chỉ đi cùng --under, và --under cần tên tệp", "--unit goes with --under only, and --under needs a file"),
			diag.M("ví dụ: kehoach new --under cap-tren.docx --unit \"Công đoàn phường B\" -o ke-hoach.yaml", "for example: kehoach new --under superior.docx --unit \"Công đoàn phường B\" -o plan.yaml"))...)
	}
	if strings.TrimSpace(f.under.unit) == "" && f.under.file != "" {
		rs = append(rs, refuse(diag.M("chưa ghi đơn vị lập kế hoạch", "the unit is not named"),
			diag.M("thêm --unit \"Công đoàn phường B\", viết hoa thường như trong câu", "add --unit \"Công đoàn phường B\", in the case of running text"))...)
	}
	if f.under.from {
		rs = append(rs, refuse(diag.M("--under và --from không dùng chung", "--under and --from do not go together"),
			diag.M("lập từ năm trước bằng --from, rồi đối chiếu: kehoach check --under CẤP-TRÊN KẾ-HOẠCH", "make next year's plan with --from, then compare: kehoach check --under SUPERIOR PLAN"))...)
	}
	if f.sample != "" {
		rs = append(rs, refuse(diag.M("--under và --vi-du không dùng chung", "--under and --vi-du do not go together"),
			diag.M("bỏ một trong hai", "leave one of them out"))...)
	}
	return rs.orNil()
}

// tellUnder prints for people what was found, kept and left to be filled in.
func (a *app) tellUnder(r *build.UnderReport) error {
	w := a.stderr
	fmt.Fprintf(w, "%s\n", a.text(fmt.Sprintf("Việc cấp trên giao cho cấp dưới: %d", len(r.Tasks)), fmt.Sprintf("Tasks that the superior gives down: %d", len(r.Tasks))))
	for _, t := range r.Tasks {
		a.tellTask(w, t)
	}
	if len(r.Tasks) == 0 {
		fmt.Fprintf(w, "  %s\n", a.text("không nhận ra việc nào; đọc lại phần tổ chức thực hiện của cấp trên", "none was recognised; read the superior's part on carrying out again"))
	}
	fmt.Fprintf(w, "%s\n", a.text("Giữ từ kế hoạch cấp trên:", "Kept of the superior's plan:"))
	for _, k := range r.Kept {
		fmt.Fprintf(w, "  %s: %s\n", k.What, k.Text)
	}
	fmt.Fprintf(w, "%s\n", a.text("Cần xem lại, điền tiếp:", "To look at and fill in:"))
	for _, v := range r.Review {
		fmt.Fprintf(w, "  %s: %s\n", v.Key, v.Message)
	}
	return nil
}

func (a *app) tellTask(w io.Writer, t build.UnderTask) {
	at := t.Place.File
	if t.Place.Line > 0 {
		at += fmt.Sprintf(":%d", t.Place.Line)
	}
	fmt.Fprintf(w, "  %s: %s; %s\n", at, t.Place.Where, t.Owner)
	fmt.Fprintf(w, "    %s\n", t.Text)
	var more []string
	if t.Deadline != "" {
		more = append(more, a.text("thời hạn: ", "deadline: ")+t.Deadline)
	}
	if t.Product != "" {
		more = append(more, a.text("sản phẩm: ", "product: ")+t.Product)
	}
	if t.Ours == "other" {
		more = append(more, a.text("giao cho loại đơn vị khác, xem có phải việc của mình", "for units of another kind, see whether it is yours"))
	}
	more = append(more, a.text(fmt.Sprintf("điền ở dòng %d", t.AnsweredAt), fmt.Sprintf("to fill in on line %d", t.AnsweredAt)))
	fmt.Fprintf(w, "    → %s\n", strings.Join(more, "; "))
}
