package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"kehoach.example/internal/diag"
)

// version is set by the release: go build -ldflags "-X main.version=1.2.3".
var version = "0.1.0-dev"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.text("in phiên bản của chương trình", "print the version of the program"),
		Long:  a.text("In phiên bản của chương trình.", "Prints the version of the program."),
		Example: a.text("  kehoach version                          ghi kèm khi báo lỗi",
			"  kehoach version                          to be told when reporting a bug"),
		Args: noFiles,
		RunE: func(*cobra.Command, []string) error {
			if a.json {
				return refuse(diag.M("lệnh version không có --json", "the command version has no --json"),
					diag.M("bỏ --json", "leave --json out"))
			}
			return a.result([]byte("kehoach " + version + revision() + "\n"))
		},
	}
}

// revision names the commit that the program was built from, where the
// builder knew it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return " (" + s.Value[:12] + ")"
		}
	}
	return ""
}
