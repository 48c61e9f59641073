package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

func (a *app) explainCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   a.text("explain MÃ…", "explain CODE…"),
		Short: a.text("giải thích một mã của check, build", "explain a code of check or build"),
		Long: a.text(`Giải thích một mã: nghĩa, lý do, căn cứ, thời gian hiệu lực, mức theo từng thể
thức, cách sửa, ví dụ sai và đúng.`,
			`Explains a code: what it means and why, its legal basis, when it holds, how
severe it is in each form, what may be mended, a sample that fails and one that
passes.`),
		Example: a.text("  kehoach explain NUM-SPACE                một quy tắc\n  kehoach explain YAML-KEY                 một lỗi khi đọc tệp",
			"  kehoach explain NUM-SPACE                a rule\n  kehoach explain YAML-KEY                 an error of reading"),
		Args: needCodes(math.MaxInt),
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(args, dir) },
	}
	a.templatesFlag(cmd.Flags(), &dir)
	return cmd
}

// needCodes asks for codes on the command line.
func needCodes(most int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 || len(args) > most {
			return refuse(diag.M("chưa ghi mã", "no code was named"),
				diag.M("ví dụ: kehoach explain NUM-SPACE; xem các mã: kehoach rules", "for example: kehoach explain NUM-SPACE; see the codes: kehoach rules"))
		}
		return nil
	}
}

func (a *app) explain(codes []string, dir string) error {
	office, err := a.open("", dir)
	if err != nil {
		return err
	}
	var rs refusals
	list := CodeList{Version: 1, Codes: []CodeInfo{}}
	for _, code := range codes {
		if _, ok := office.Explain(code); !ok {
			rs = rs.add(unknownCode(office, code))
			continue
		}
		list.Codes = append(list.Codes, a.codeInfo(office, code))
	}
	if rs != nil {
		return rs
	}
	if a.json {
		return a.resultJSON(list)
	}
	var b strings.Builder
	for i, c := range list.Codes {
		if i > 0 {
			b.WriteString("\n")
		}
		a.explainOne(&b, office, c)
	}
	return a.result([]byte(b.String()))
}

func (a *app) explainOne(b *strings.Builder, office *build.Office, c CodeInfo) {
	fmt.Fprintf(b, "%s: %s\n\n", c.Code, c.Title)
	wrap(b, "  ", c.Why)
	b.WriteString("\n")
	if c.Kind != "rule" {
		fmt.Fprintf(b, "  %s\n", a.text("Không phải quy tắc: báo khi đọc nguồn, đọc thể thức hoặc lập văn bản.", "No rule: told in reading a source or a form, or in making papers."))
		return
	}
	row := func(vi, en, text string) {
		if text != "" {
			fmt.Fprintf(b, "  %-11s%s\n", a.text(vi, en)+":", text)
		}
	}
	for _, g := range build.Groups() {
		if g.ID == c.Group {
			row("Nhóm", "Group", g.Name.In(a.lang))
		}
	}
	row("Căn cứ", "Basis", c.Basis)
	row("Hiệu lực", "In force", a.period(c))
	row("Mức", "Severity", a.severities(office, c.Severity))
	row("Sửa", "Mending", a.fixClass(c.Fix))
	row("Sai", "Fails", sampleText(c.Bad))
	row("Đúng", "Passes", sampleText(c.Good))
}

// period tells the documents that a rule holds for.
func (a *app) period(c CodeInfo) string {
	switch {
	case c.From != "" && c.Until != "":
		return diag.M("văn bản từ ngày %s đến trước ngày %s", "documents from %s until before %s", c.From, c.Until).In(a.lang)
	case c.From != "":
		return diag.M("văn bản từ ngày %s", "documents from %s", c.From).In(a.lang)
	case c.Until != "":
		return diag.M("văn bản trước ngày %s", "documents before %s", c.Until).In(a.lang)
	}
	return a.text("văn bản của mọi thời gian", "documents of any day")
}

func (a *app) fixClass(class string) string {
	switch class {
	case "safe":
		return a.text("an toàn: kehoach check --fix sửa được", "safe: kehoach check --fix does it")
	case "suggested":
		return a.text("có gợi ý, người soạn quyết định", "suggested, the writer decides")
	}
	return a.text("người soạn tự sửa, chương trình không đề xuất", "by the writer; nothing is proposed")
}

// sampleText shows a sample as it would stand in a plan file.
func sampleText(s CodeSample) string {
	out := sampleValue(s)
	for _, w := range s.With {
		out = sampleText(w) + "\n" + strings.Repeat(" ", 13) + out
	}
	return out
}

func sampleValue(s CodeSample) string {
	lines := strings.Split(strings.Trim(s.Text, "\n"), "\n")
	text := strings.Join(lines, "\n"+strings.Repeat(" ", 13))
	switch {
	case s.Key == "":
		return text
	case s.Text == "-":
		return "# " + s.Key
	case len(lines) > 1 || strings.HasPrefix(s.Text, "\n"):
		return s.Key + ":\n" + strings.Repeat(" ", 13) + text
	}
	return s.Key + ": " + text
}
