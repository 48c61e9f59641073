package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kehoach.example/internal/diag"
)

// help prints the help of a command. The library's own template is English.
func (a *app) help(w io.Writer, cmd *cobra.Command) {
	fmt.Fprintf(w, "%s\n\n", cmd.Long)
	fmt.Fprintf(w, "%s\n  %s\n", a.text("Cách dùng:", "Usage:"), a.useLine(cmd))
	if rows := commandRows(cmd); len(rows) > 0 {
		a.section(w, diag.M("Các lệnh:", "Commands:"), rows)
	}
	fmt.Fprintf(w, "\n%s\n%s\n", a.text("Ví dụ:", "Examples:"), cmd.Example)
	if rows := flagRows(cmd.LocalNonPersistentFlags()); len(rows) > 0 {
		a.section(w, diag.M("Tùy chọn:", "Options:"), rows)
	}
	a.section(w, diag.M("Tùy chọn chung:", "Common options:"), flagRows(cmd.Root().PersistentFlags()))
	if !cmd.HasParent() {
		a.section(w, diag.M("Mã thoát:", "Exit status:"), [][2]string{
			{"0", a.text("xong", "done")},
			{"1", a.text("tệp nguồn có lỗi, không ghi gì", "the source has errors, nothing was written")},
			{"2", a.text("dùng sai, không đọc hoặc không ghi được tệp", "wrong use, a file cannot be read or written")},
		})
		fmt.Fprintf(w, "\n%s\n", a.text("Trợ giúp của một lệnh: kehoach build --help", "Help of one command: kehoach build --help"))
	}
}

func (a *app) useLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return cmd.Name() + " " + a.text("LỆNH [tùy chọn]", "COMMAND [options]")
}

// section prints a table of two columns under a heading.
func (a *app) section(w io.Writer, head diag.Msg, rows [][2]string) {
	fmt.Fprintf(w, "\n%s\n", head.In(a.lang))
	wide := 0
	for _, r := range rows {
		wide = max(wide, utf8.RuneCountInString(r[0]))
	}
	for _, r := range rows {
		pad := strings.Repeat(" ", wide-utf8.RuneCountInString(r[0]))
		fmt.Fprintf(w, "  %s%s  %s\n", r[0], pad, r[1])
	}
}

func commandRows(cmd *cobra.Command) [][2]string {
	var rows [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			rows = append(rows, [2]string{c.Name(), c.Short})
		}
	}
	return rows
}

func flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, usage})
	})
	return rows
}

// helpCommand is `kehoach help LỆNH`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.text("help [LỆNH]", "help [COMMAND]"),
		Short: a.text("in trợ giúp của một lệnh", "print the help of a command"),
		Long:  a.text("In trợ giúp của một lệnh.", "Prints the help of a command."),
		Example: a.text("  kehoach help build                       cách lập văn bản",
			"  kehoach help build                       how to make the papers"),
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.noCommand(cmd.Root(), args)
			}
			a.help(a.out, topic)
			return nil
		},
	}
}
