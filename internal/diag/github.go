package diag

import (
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes the findings as workflow commands: GitHub shows them at
// their lines. Of the characters that end a part of a command each is escaped
// as GitHub's toolkit does it.
func WriteGitHub(w io.Writer, fs []Finding, lang string) {
	for _, f := range Sort(fs) {
		level := "notice"
		if f.Severity != Info {
			level = string(f.Severity)
		}
		var parts []string
		if f.At.File != "" {
			parts = append(parts, "file="+escapeProperty(f.At.File))
		}
		for _, n := range []struct {
			name  string
			value int
		}{{"line", f.At.Line}, {"col", f.At.Column}, {"endColumn", f.At.EndColumn}} {
			if n.value == 0 {
				break // without its line a column is nowhere
			}
			parts = append(parts, fmt.Sprintf("%s=%d", n.name, n.value))
		}
		parts = append(parts, "title="+escapeProperty(f.Code))
		text := f.Message.In(lang)
		if h := f.Hint.In(lang); h != "" {
			text += "\n→ " + h
		}
		if f.Basis != "" {
			text += "\n(" + f.Basis + ")"
		}
		fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(parts, ","), escapeData(text))
	}
}

func escapeData(s string) string {
	return Legible(strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s))
}

func escapeProperty(s string) string {
	return Legible(strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s))
}
