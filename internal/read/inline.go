package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// markup tells which marks of running text are looked for.
type markup struct {
	holes bool // {cot}, [^1] and \ of plan files; pasted text has none
}

var (
	holePattern = regexp.MustCompile(`^\{(` + plan.HoleName + `|hinh:[^{}]*)\}`)
	notePattern = regexp.MustCompile(`^\[\^([\p{L}\p{N}]{1,8})\]`)
)

// inline parses *nghiêng* **đậm** ***cả hai*** ~dưới~ ^trên^ [^1] {cột} \x.
// A mark without its partner is an ordinary character.
func (m markup) inline(s string, at diag.Place) plan.Chu {
	s = strings.ReplaceAll(s, "\t", " ") // a tab stop would mean nothing on paper
	p := inliner{markup: m, rest: s, partner: partners(s, m.holes)}
	for p.pos < len(s) {
		p.step()
	}
	p.flush()
	return plan.Chu{Given: true, Runs: p.runs, At: at}
}

type inliner struct {
	markup
	rest    string
	pos     int
	partner map[int]int // byte position of a mark -> its number of stars
	look    plan.Run
	text    strings.Builder
	runs    []plan.Run
}

func (p *inliner) flush() {
	if p.text.Len() == 0 {
		return
	}
	r := p.look
	r.Text = p.text.String()
	p.text.Reset()
	p.runs = append(p.runs, r)
}

func (p *inliner) step() {
	s := p.rest[p.pos:]
	switch c := s[0]; {
	case c == '\\' && p.holes && isMark(firstRune(s[1:])):
		mark := firstRune(s[1:])
		p.text.WriteRune(mark)
		p.pos += 1 + utf8.RuneLen(mark)
	case c == '*' && p.has(p.pos):
		p.toggle(p.partner[p.pos])
	case p.holes && c == '{':
		p.token(holePattern.FindStringSubmatch(s), func(name string) plan.Run {
			r := p.look
			r.Hole = name
			return r
		})
	case p.holes && c == '[':
		p.token(notePattern.FindStringSubmatch(s), func(name string) plan.Run { return plan.Run{Note: name} })
	case p.holes && (c == '~' || c == '^'):
		p.shifted(s, c)
	default:
		_, size := utf8.DecodeRuneInString(s)
		p.text.WriteString(s[:size])
		p.pos += size
	}
}

// isMark tells whether a backslash takes the meaning off a character.
func isMark(r rune) bool {
	return strings.ContainsRune("\\*~^<[]{}|#-–—+.()•●▪■◦·", r) || unicode.IsDigit(r)
}

func (p *inliner) has(pos int) bool { _, ok := p.partner[pos]; return ok }

func (p *inliner) toggle(n int) {
	p.flush()
	if n&1 == 1 {
		p.look.Italic = !p.look.Italic
	}
	if n >= 2 {
		p.look.Bold = !p.look.Bold
	}
	p.pos += n
}

func (p *inliner) token(m []string, make func(string) plan.Run) {
	if m == nil {
		p.text.WriteByte(p.rest[p.pos])
		p.pos++
		return
	}
	p.flush()
	p.runs = append(p.runs, make(strings.TrimSpace(m[1])))
	p.pos += len(m[0])
}

var shifts = map[byte]plan.Shift{'~': plan.Sub, '^': plan.Sup}

// shifted reads ~dưới~ or ^trên^: short and without blanks, or a hole.
func (p *inliner) shifted(s string, c byte) {
	if m := holePattern.FindStringSubmatch(s[1:]); m != nil && strings.HasPrefix(s[1+len(m[0]):], string(c)) {
		p.flush()
		r := p.look
		r.Hole, r.Shift = strings.TrimSpace(m[1]), shifts[c]
		p.runs = append(p.runs, r)
		p.pos += len(m[0]) + 2
		return
	}
	end := strings.IndexByte(s[1:], c)
	if end < 1 || end > 24 || strings.ContainsAny(s[1:1+end], " *") {
		p.text.WriteByte(c)
		p.pos++
		return
	}
	p.flush()
	r := p.look
	r.Text, r.Shift = s[1:1+end], shifts[c]
	p.runs = append(p.runs, r)
	p.pos += end + 2
}

func starRun(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] == '*' {
		n++
	}
	return n
}

// partners finds the star runs that are marks, by position and length: an
// opener touches a word behind it, a closer one before it. Marks nest; those
// that are never closed are ordinary stars.
func partners(s string, escapes bool) map[int]int {
	out := map[int]int{}
	type opener struct{ pos, n int }
	var open []opener
	for i := 0; i < len(s); {
		if escapes && s[i] == '\\' {
			i += 2
			continue
		}
		n := starRun(s[i:])
		if n == 0 {
			i++
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		top := len(open) - 1
		switch {
		case top >= 0 && open[top].n <= n && !unicode.IsSpace(before) && i > open[top].pos+open[top].n:
			n = open[top].n
			out[open[top].pos], out[i] = n, n
			open = open[:top]
		case i+n < len(s) && !unicode.IsSpace(after):
			open = append(open, opener{i, n})
		}
		i += n
	}
	return out
}
