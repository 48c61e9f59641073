package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

// line is a line of running text and its place.
type line = strictyaml.Line

// outline parses running text: one line is one paragraph, an indented line
// continues the one above. It is the one outline parser of the program.
func (m markup) outline(lines []line) []plan.Doan {
	var out []plan.Doan
	for _, l := range joinIndented(lines) {
		if strings.TrimSpace(l.Text) != "" {
			out = append(out, m.doan(l))
		}
	}
	plan.MarkHeadings(out)
	return out
}

// joinIndented puts an indented line behind the paragraph above it. Rows of
// tables, notes and blank lines are left alone.
func joinIndented(lines []line) []line {
	var out []line
	for _, l := range lines {
		trimmed := strings.TrimSpace(l.Text)
		indented := l.Text != "" && (l.Text[0] == ' ' || l.Text[0] == '\t')
		if n := len(out); indented && n > 0 && trimmed != "" && trimmed[0] != '|' && trimmed[0] != '#' {
			if prev := strings.TrimSpace(out[n-1].Text); prev != "" && prev[0] != '|' && prev[0] != '#' {
				out[n-1].Text = strings.TrimRight(out[n-1].Text, " \t") + " " + trimmed
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

func (m markup) doan(l line) plan.Doan {
	s := strings.TrimSpace(l.Text)
	switch {
	case m.holes && (s == "#" || strings.HasPrefix(s, "# ")):
		return plan.Doan{Loai: plan.GhiChu, Chu: plan.Chu{Given: true, Runs: []plan.Run{{Text: strings.TrimSpace(s[1:])}}, At: l.At}}
	case m.holes && strings.HasPrefix(s, "|") || isRow(s):
		return m.row(s, l)
	}
	dau, nhan, rest := splitSign(unboldSign(s))
	d := plan.Doan{Dau: dau, Nhan: nhan}
	if name, ok := placeName(rest); ok && m.holes {
		d.Loai, d.ChoTen, d.Chu.At = plan.Cho, name, l.At
		return d
	}
	d.Chu = m.inline(rest, l.At)
	return d
}

var placePattern = regexp.MustCompile(`^\{\s*(dot|nhiem_vu|tien_do|hinh:[^{}]*)\s*\}$`)

func placeName(s string) (string, bool) {
	m := placePattern.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	return strings.TrimSpace(m[1]), true
}

// isRow tells whether a line is a row of a table wherever it stands: "| a | b |".
func isRow(s string) bool {
	return len(s) > 2 && strings.HasPrefix(s, "|") && strings.HasSuffix(s, "|") && strings.Trim(s, "| ") != ""
}

// row reads "| a | b |".
func (m markup) row(s string, l line) plan.Doan {
	d := plan.Doan{Loai: plan.Hang, Chu: plan.Chu{At: l.At}}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
	width := true
	start := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (s[i] != '|' || i > 0 && s[i-1] == '\\') {
			continue
		}
		cell := strings.TrimSpace(s[start:i])
		width = width && widthCell.MatchString(cell)
		d.O = append(d.O, m.cell(cell, l.At))
		start = i + 1
	}
	d.Rong, d.Tiep = width, !width && l.Text[0] == ' '
	return d
}

func (m markup) cell(s string, at diag.Place) plan.Chu {
	if g := plan.Gop(s); g == plan.GopTren || g == plan.GopTrai {
		return plan.Chu{Given: true, Gop: g, At: at}
	}
	return m.inline(s, at)
}

var widthCell = regexp.MustCompile(`^-+\s*[0-9.]*\s*-+$`)

// The ten signs of real plans (schema, fact 1), and the shapes in which they
// are typed. A sign must be followed by a blank or a letter.
var (
	signMuc    = regexp.MustCompile(`^([IVXL]{1,7})\s?([.\-–])\s*`)
	signSo3    = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{1,2}\.?)\s+`)
	signSo2    = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.?)\s*`)
	signSo1    = regexp.MustCompile(`^(\d{1,2}\.)\s*`)
	signDiem   = regexp.MustCompile(`^([a-zđ]\))\s*|^([a-zđ]\.)\s+`)
	signNgoac  = regexp.MustCompile(`^(\(\d{1,2}\))\s*`)
	signCong   = regexp.MustCompile(`^((?:[-–—]\s*)?\+)\s*`)
	signGach   = regexp.MustCompile(`^([-–—*])\s*`)
	signBullet = regexp.MustCompile(`^[•●▪■◦·\x{f0b7}\x{f0a7}\x{f02d}]\s*`)
)

// splitSign takes the sign off the head of a paragraph. The sign is given as
// typed, without the blank behind it; bullets of word processors become "-".
func splitSign(s string) (plan.Dau, string, string) {
	if m := signMuc.FindStringSubmatch(s); m != nil {
		rest := s[len(m[0]):]
		if isRoman(m[1]) && startsUpper(rest) {
			return plan.DauMuc, m[1] + m[2], rest
		}
	}
	for _, c := range []struct {
		pattern *regexp.Regexp
		dau     plan.Dau
		ok      func(nhan, rest string, blank bool) bool
	}{
		{signSo3, plan.DauKhoan3, nil},
		{signSo2, plan.DauKhoan2, func(nhan, rest string, blank bool) bool {
			return blank && (strings.HasSuffix(nhan, ".") || startsUpper(rest)) || strings.HasSuffix(nhan, ".") && startsLetter(rest)
		}},
		{signSo1, plan.DauKhoan, func(_, rest string, blank bool) bool { return blank || startsLetter(rest) }},
		{signDiem, plan.DauDiem, func(_, rest string, blank bool) bool { return blank || startsLetter(rest) }},
		{signNgoac, plan.DauGach, func(_, rest string, blank bool) bool { return blank || startsLetter(rest) }},
		{signCong, plan.DauCong, func(_, rest string, blank bool) bool { return blank || startsLetter(rest) }},
		{signGach, plan.DauGach, func(nhan, rest string, blank bool) bool { return blank || nhan != "*" && startsLetter(rest) }},
	} {
		m := c.pattern.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		rest := s[len(m[0]):]
		nhan := m[1]
		if nhan == "" && len(m) > 2 {
			nhan = m[2]
		}
		blank := len(m[0]) > len(nhan)
		if rest == "" || c.ok != nil && !c.ok(nhan, rest, blank) || strings.HasPrefix(rest, "-") {
			continue
		}
		return c.dau, squeeze(nhan), rest
	}
	if m := signBullet.FindString(s); m != "" && len(s) > len(m) {
		return plan.DauGach, "-", s[len(m):]
	}
	return plan.KhongDau, "", s
}

func isRoman(s string) bool {
	n, ok := plan.RomanValue(s)
	return ok && n <= 40
}

// startsUpper tells whether a text may begin a sentence; what a hole will hold
// may.
func startsUpper(s string) bool {
	if holePattern.MatchString(s) {
		return true
	}
	s = strings.TrimLeft(s, "*“\"'([{")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func startsLetter(s string) bool {
	s = strings.TrimLeft(s, "*“\"'([{")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// unboldSign takes bold off the number: "**1.** Giao" and "**1. Giao**" become
// "1. Giao" and "1. **Giao**" (schema, fact 6).
func unboldSign(s string) string {
	rest, ok := strings.CutPrefix(s, "**")
	if !ok || strings.HasPrefix(rest, "*") {
		return s
	}
	_, nhan, text := splitSign(rest)
	if nhan == "" || nhan == "*" {
		if i := strings.Index(rest, "**"); i > 0 {
			if _, n, t := splitSign(rest[:i] + " x"); n != "" && t == "x" {
				return rest[:i] + rest[i+2:]
			}
		}
		return s
	}
	lead := rest[:len(rest)-len(text)]
	if after, ok := strings.CutPrefix(text, "**"); ok {
		return lead + strings.TrimLeft(after, " ")
	}
	return lead + "**" + text
}
