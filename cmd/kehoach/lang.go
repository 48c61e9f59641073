package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kehoach.example/internal/diag"
)

// langOf looks for --lang before the flags are parsed: the help and the
// messages about wrong flags need it.
func langOf(args []string) string {
	lang := "vi"
	for i, arg := range args {
		switch v, given := strings.CutPrefix(arg, "--lang="); {
		case arg == "--":
			return lang
		case given:
			lang = v
		case arg == "--lang" && i+1 < len(args):
			lang = args[i+1]
		}
	}
	return lang
}

// checkLang refuses a language that the program does not speak.
func checkLang(lang string) error {
	if lang == "vi" || lang == "en" {
		return nil
	}
	return refuse(diag.M("không có ngôn ngữ %q", "there is no language %q", lang),
		diag.M("dùng --lang vi hoặc --lang en", "use --lang vi or --lang en"))
}

// flagError puts the flag library's errors into our words.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	hint := diag.M("xem: %s --help", "see: %s --help", cmd.CommandPath())
	var (
		unknown  *pflag.NotExistError
		needs    *pflag.ValueRequiredError
		bad      *pflag.InvalidValueError
		unformed *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		if !cmd.HasParent() {
			hint = diag.M("ghi lệnh trước, tùy chọn sau: kehoach build ke-hoach.yaml --strict", "the command comes first: kehoach build plan.yaml --strict")
		}
		return refuse(diag.M("không có tùy chọn %s", "there is no option %s", typedFlag(unknown)), hint)
	case errors.As(err, &needs):
		return refuse(diag.M("tùy chọn --%s cần một giá trị", "the option --%s needs a value", needs.GetFlag().Name), hint)
	case errors.As(err, &bad):
		return refuse(diag.M("tùy chọn --%s không nhận giá trị %q", "the option --%s does not take the value %q", bad.GetFlag().Name, bad.GetValue()), hint)
	case errors.As(err, &unformed):
		return refuse(diag.M("tùy chọn viết sai: %s", "the option is malformed: %s", unformed.GetSpecifiedFlag()), hint)
	}
	return refuse(diag.M("dòng lệnh viết sai: %v", "the command line is malformed: %v", err), hint)
}

// typedFlag is an unknown flag as it was typed.
func typedFlag(e *pflag.NotExistError) string {
	if e.GetSpecifiedShortnames() != "" {
		return "-" + e.GetSpecifiedName()
	}
	return "--" + e.GetSpecifiedName()
}
