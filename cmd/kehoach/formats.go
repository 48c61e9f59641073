package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// pickFormats gives the formats asked for, each once, in the program's order.
func pickFormats(names []string) ([]build.Format, error) {
	asked := map[string]bool{}
	for _, n := range names {
		asked[strings.ToLower(strings.TrimSpace(n))] = true
	}
	var out []build.Format
	for _, f := range build.Formats() {
		if asked[string(f)] {
			out = append(out, f)
			delete(asked, string(f))
		}
	}
	hint := diag.M("dùng một hoặc nhiều trong: %s", "use one or more of: %s", strings.Join(formatNames(), ","))
	for _, n := range names {
		if asked[strings.ToLower(strings.TrimSpace(n))] {
			return nil, refuse(diag.M("không có dạng tệp %q", "there is no format %q", n), hint)
		}
	}
	if len(out) == 0 {
		return nil, refuse(diag.M("chưa ghi dạng tệp sau --format", "no format was named after --format"), hint)
	}
	return out, nil
}

// formatNames are the names of all formats.
func formatNames() []string {
	var out []string
	for _, f := range build.Formats() {
		out = append(out, string(f))
	}
	return out
}

func (a *app) engineFlag(fl *pflag.FlagSet, engine *string) {
	fl.StringVar(engine, "engine", string(build.Native), a.text("vẽ PDF bằng `BỘ-MÁY` native (mặc định: PDF/A-2a, có chỗ ký) hoặc gofpdf (bản đối chiếu)", "draw the PDF with the `ENGINE` native (default: PDF/A-2a, with places to sign) or gofpdf (the reference)"))
}

// pickEngine refuses an engine that does not exist.
func pickEngine(name string) (build.Engine, error) {
	all := []build.Engine{build.Native, build.Reference}
	if e := build.Engine(strings.ToLower(name)); slices.Contains(all, e) {
		return e, nil
	}
	return "", refuse(diag.M("không có bộ máy %q", "there is no engine %q", name),
		diag.M("dùng một trong: native, gofpdf", "use one of: native, gofpdf"))
}
