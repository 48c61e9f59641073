package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/diag"
)

// root makes the tree of commands in the language of the run.
func (a *app) root() *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click opens the page, see clicked
	cmd := &cobra.Command{
		Use: "kehoach",
		Long: a.text(`Lập kế hoạch công tác đúng thể thức: từ tệp YAML hoặc văn bản dán vào, ra tệp
DOCX để sửa trong Word và tệp PDF cùng dòng, cùng trang để trình ký.`,
			`Makes official Vietnamese plans: from YAML or pasted text, a DOCX to edit in
Word and a PDF of the same lines and pages for signing.`),
		Example: a.text(`  kehoach new -o ke-hoach.yaml             tạo kế hoạch mẫu để điền
  kehoach check ke-hoach.yaml              soát trước khi trình ký
  kehoach build ke-hoach.yaml              ghi ke-hoach.docx và ke-hoach.pdf
  kehoach import cu.docx -o ke-hoach.yaml  đưa kế hoạch cũ (tệp Word) về YAML`,
			`  kehoach new -o plan.yaml                 make a starter plan to fill in
  kehoach check plan.yaml                  look it over before anyone signs
  kehoach build plan.yaml                  write plan.docx and plan.pdf
  kehoach import old.docx -o plan.yaml     bring an old plan (a Word file) to YAML`),
		Args:                       cobra.ArbitraryArgs,
		RunE:                       a.noCommand,
		PersistentPreRunE:          func(*cobra.Command, []string) error { return checkLang(a.lang) },
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	pf := cmd.PersistentFlags()
	pf.String("lang", "vi", a.text("ngôn ngữ của thông báo và trợ giúp: `vi|en`", "language of messages and help: `vi|en`"))
	pf.BoolVar(&a.json, "json", false, a.text("in các điều phát hiện ra stdout dạng JSON", "print the findings to stdout as JSON"))
	pf.BoolP("help", "h", false, a.text("in trợ giúp của lệnh", "print the help of the command"))
	cmd.SetOut(a.out)
	cmd.SetErr(a.stderr)
	cmd.SetFlagErrorFunc(a.flagError)
	cmd.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(a.out, c) })
	cmd.SetHelpCommand(a.helpCommand())
	cmd.AddCommand(a.buildCommand(), a.batchCommand(), a.batchIndexCommand(), a.checkCommand(), a.importCommand(), a.newCommand(), a.diffCommand(), a.signCommand(), a.verifyCommand(), a.fmtCommand(), a.letterheadCommand(), a.formsCommand(), a.rulesCommand(), a.explainCommand(), a.serveCommand(), a.versionCommand())
	return cmd
}

// text gives one of two texts by the language of the run.
func (a *app) text(vi, en string) string { return diag.Msg{Vi: vi, En: en}.In(a.lang) }

// noCommand answers a line that names no command or an unknown one.
func (a *app) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		a.help(a.stderr, cmd)
		return refuse(diag.M("chưa có lệnh", "no command was given"),
			diag.M("ví dụ: kehoach build ke-hoach.yaml", "for example: kehoach build plan.yaml"))
	}
	hint := diag.M("xem các lệnh: kehoach --help", "see the commands: kehoach --help")
	if like := cmd.SuggestionsFor(args[0]); len(like) > 0 {
		hint = diag.M("có phải `kehoach %s`?", "do you mean `kehoach %s`?", strings.Join(like, "`, `kehoach "))
	} else if filepath.Ext(args[0]) != "" {
		hint = diag.M("để lập văn bản: kehoach build %s", "to make the papers: kehoach build %s", args[0])
	}
	return refuse(diag.M("không có lệnh %q", "there is no command %q", args[0]), hint)
}

// needFiles asks for files on the command line, at most most of them.
func needFiles(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return refuse(diag.M("chưa ghi tên tệp", "no file was named"),
				diag.M("ví dụ: %s ke-hoach.yaml", "for example: %s plan.yaml", cmd.CommandPath()))
		case len(args) > most:
			return refuse(diag.M("lệnh này nhận một tệp, đã ghi %d", "this command takes one file, %d were named", len(args)),
				diag.M("chạy lệnh cho từng tệp; tên có dấu cách thì đặt trong ngoặc kép", "run it for each file; put a name with blanks in quotes"))
		}
		return nil
	}
}

// noFiles refuses whatever stands behind the options.
func noFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return refuse(diag.M("lệnh này không nhận thêm gì, đã ghi: %s", "this command takes nothing more, but found: %s", strings.Join(args, " ")),
		diag.M("xem: %s --help", "see: %s --help", cmd.CommandPath()))
}
