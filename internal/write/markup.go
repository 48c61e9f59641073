package write

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/plan"
)

// dialect is where text goes: a plan file, whose marks are escaped, or plain
// text, which has no escapes, holes and notes.
type dialect struct{ file bool }

// text writes runs with their marks; those of one look that stand together
// have them once.
func (d dialect) text(runs []plan.Run) string {
	var b strings.Builder
	for i := 0; i < len(runs); {
		r := runs[i]
		if r.Note != "" {
			b.WriteString("[^" + r.Note + "]")
			i++
			continue
		}
		s := d.plain(r)
		for i++; i < len(runs) && r.Shift == plan.Level && sameLook(r, runs[i]); i++ {
			s += d.plain(runs[i])
		}
		b.WriteString(marked(r, s))
	}
	return b.String()
}

func sameLook(a, b plan.Run) bool {
	return b.Note == "" && a.Bold == b.Bold && a.Italic == b.Italic && a.Shift == b.Shift
}

// plain writes what a run holds without its look.
func (d dialect) plain(r plan.Run) string {
	switch {
	case r.Hole != "":
		return "{" + r.Hole + "}"
	case d.file:
		return escape(r.Text)
	}
	return r.Text
}

// marked puts the marks of a run's look round a text.
func marked(r plan.Run, s string) string {
	mark := ""
	if r.Italic {
		mark += "*"
	}
	if r.Bold {
		mark += "**"
	}
	switch r.Shift {
	case plan.Sub:
		s = "~" + s + "~"
	case plan.Sup:
		s = "^" + s + "^"
	}
	core := strings.Trim(s, " ")
	if mark == "" || core == "" {
		return s
	}
	i := strings.Index(s, core)
	return s[:i] + mark + core + mark + s[i+len(core):]
}

// escape puts a backslash before signs that would be marks.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch {
		case r == '*' || r == '~' || r == '^' && !strings.HasPrefix(s[i:], "^]"):
			b.WriteByte('\\')
		case r == '{' && (unicode.IsLetter(next) || next == '_'):
			b.WriteByte('\\')
		case r == '[' && next == '^':
			b.WriteByte('\\')
		case r == '\\' && (unicode.IsPunct(next) || unicode.IsSymbol(next) || unicode.IsDigit(next)):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// headSign is a head of a paragraph that would be read as a sign, a note, a
// row or a place; the second group is where the escape goes.
var headSign = regexp.MustCompile(`^((?:[IVXL]{1,7}\s?|\d{1,2}|[a-zđ])?)([.)\-–—+*•(#|])`)

// doan writes a line of running text.
func (d dialect) doan(x plan.Doan) string {
	switch x.Loai {
	case plan.GhiChu:
		return "# " + x.Chu.Plain()
	case plan.Hang:
		return row(d, x)
	case plan.Cho:
		return strings.TrimLeft(x.Nhan+" {"+x.ChoTen+"}", " ")
	}
	s := d.text(x.Chu.Runs)
	if x.Nhan != "" {
		return x.Nhan + " " + s
	}
	bold := "" // a sign in bold is read as a sign too
	if strings.HasPrefix(s, "**") && !strings.HasPrefix(s, "***") {
		bold = "**"
	}
	text := strings.TrimPrefix(s, bold)
	if m := headSign.FindStringSubmatchIndex(text); d.file && m != nil && (bold != "" || text[m[4]] != '*') {
		return bold + text[:m[4]] + `\` + text[m[4]:]
	}
	return s
}

func row(d dialect, x plan.Doan) string {
	var b strings.Builder
	b.WriteString("|")
	for _, c := range x.O {
		s := strings.ReplaceAll(d.text(c.Runs), "|", `\|`)
		switch {
		case s == "" && c.Gop == "" && !x.Rong:
			b.WriteString(" |")
			continue
		case x.Rong:
			b.WriteString(c.Plain() + "|")
			continue
		case c.Gop != "":
			s = string(c.Gop)
		case s == string(plan.GopTrai):
			s = `\` + s
		}
		b.WriteString(" " + s + " |")
	}
	if x.Tiep {
		return "  " + b.String()
	}
	return b.String()
}
