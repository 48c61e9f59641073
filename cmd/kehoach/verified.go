package main

import (
	"fmt"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// verified tells for people what was found out about a file.
func (a *app) verified(r *build.Verified) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		fmt.Fprintln(&b, diag.Legible(fmt.Sprintf(format, args...)))
	}
	w := build.InWords(r, diag.M("--roots", "--roots"))
	line("%s: %s", r.File, w.Conclusion.In(a.lang))
	for _, s := range w.Signatures {
		line("  %s", s.Title.In(a.lang))
		for _, row := range s.Rows {
			line("      %s: %s", row.Name.In(a.lang), row.Text.In(a.lang))
		}
	}
	for _, row := range w.More {
		if text := row.Text.In(a.lang); text != "" {
			line("  %s: %s", row.Name.In(a.lang), text)
			continue
		}
		line("  %s", row.Name.In(a.lang))
	}
	return b.String()
}
