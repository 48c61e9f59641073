package build

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/roll"
)

// note is what stands above one line of a marked file.
type note struct {
	line  int // of the file without notes, from 0: the notes stand above it
	texts []string
}

// mark puts the lists into the new file, as notes above their lines: a "# "
// line, which running text takes for a note of the drafter and YAML for a
// comment. A note that would change what the plan says there (in a folded text,
// between rows of a table) moves up until it does not. The places of the
// changes move along.
func (o *Office) mark(in Input, p *plan.Plan, r *Rolled) {
	orig, ok := read.Decode(r.Data)
	if !ok {
		return
	}
	lines := strings.Split(orig.Text, "\n")
	notes := notesOf(r.Changes, lines)
	want, tries := o.saidIn(p), 0
	same := func(list []note) bool {
		if tries++; tries > maxTries {
			return false
		}
		next := in
		next.Data = orig.Encode(strings.Join(noted(lines, list), "\n"))
		p, found := o.Read(next)
		return p != nil && !diag.HasErrors(found) && o.saidIn(p) == want
	}
	settle(notes, same)
	slices.SortStableFunc(notes, func(a, b note) int { return a.line - b.line })
	if tries = 0; !same(notes) {
		return
	}
	r.Data = orig.Encode(strings.Join(noted(lines, notes), "\n"))
	for i := range r.Changes {
		r.Changes[i].At.Line += above(notes, r.Changes[i].At.Line)
	}
}

// settle moves notes up that would change what the plan says; halves of the list
// that do no harm are looked at once.
func settle(notes []note, same func([]note) bool) {
	switch {
	case same(notes):
	case len(notes) > 1:
		settle(notes[:len(notes)/2], same)
		settle(notes[len(notes)/2:], same)
	default:
		for n := 0; notes[0].line > 0 && !same(notes); n++ {
			if notes[0].line--; n > nearby {
				notes[0].line = 0 // at the head of the file nothing is in the way
			}
		}
	}
}

const (
	maxTries = 300 // readings of a file to find places for its notes
	nearby   = 40  // lines that a note may move up
)

// saidIn is what a plan says, notes of its drafter left out.
func (o *Office) saidIn(p *plan.Plan) string {
	var out []string
	for _, l := range strings.Split(o.meaning(p), "\n") {
		if !strings.Contains(l, "| note ") {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

// withoutMarks takes the notes of an earlier roll-over out of a file: their lines
// begin with the name of a list.
func withoutMarks(data []byte) []byte {
	orig, ok := read.Decode(data)
	if !ok {
		return data
	}
	return orig.Encode(oldNotes.ReplaceAllString(orig.Text, ""))
}

var oldNotes = regexp.MustCompile(`(?m)^ *# (ĐÃ ĐỔI|GIỮ NGUYÊN CÓ CHỦ Ý|CẦN XEM LẠI): .*\n`)

// above is how many lines of notes stand above a line (from 1).
func above(notes []note, line int) int {
	n := 0
	for _, x := range notes {
		if x.line < line {
			n += len(x.texts)
		}
	}
	return n
}

// notesOf makes the notes, in the order of the lines.
func notesOf(changes []roll.Change, lines []string) []note {
	byLine := map[int][]string{}
	var order []int
	for _, l := range rollLists {
		said := map[int][]string{}
		for _, c := range changes {
			if c.Kind == l.kind && c.At.Line >= 1 {
				said[c.At.Line] = append(said[c.At.Line], entryText(c, "vi"))
			}
		}
		for line, list := range said {
			at := paragraph(lines, line-1)
			if byLine[at] == nil {
				order = append(order, at)
			}
			byLine[at] = append(byLine[at], "# "+strings.ToUpper(l.title.Vi)+": "+strings.Join(list, " | "))
		}
	}
	slices.Sort(order)
	var out []note
	for _, at := range order {
		slices.Sort(byLine[at])
		out = append(out, note{at, byLine[at]})
	}
	return out
}

// blockKey is a line whose value begins on the next one.
var blockKey = regexp.MustCompile(`^\s*(- )?[\p{L}_ ]+:\s*([|>][-+0-9]*)?\s*(#.*)?$`)

// paragraph is the first line of the paragraph that a line belongs to: lines
// that are indented deeper go on the one above.
func paragraph(lines []string, at int) int {
	for at > 0 {
		k := at - 1
		for k > 0 && strings.TrimSpace(lines[k]) == "" {
			k--
		}
		if indent(lines[at]) <= indent(lines[k]) || blockKey.MatchString(lines[k]) || strings.HasPrefix(strings.TrimSpace(lines[at]), "- ") {
			return at
		}
		if ownKey.MatchString(lines[at]) {
			return at
		}
		at = k
	}
	return at
}

// ownKey is a line with a key of its own.
var ownKey = regexp.MustCompile(`^\s*[a-z_]+:( |$)`)

func indent(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// noted puts notes above their lines, as deep as those.
func noted(lines []string, notes []note) []string {
	var out []string
	at := 0
	for _, n := range notes {
		out = append(out, lines[at:n.line]...)
		lead := strings.Repeat(" ", indent(lines[n.line]))
		for _, s := range n.texts {
			if strings.HasSuffix(lines[n.line], "\r") {
				s += "\r"
			}
			out = append(out, lead+s)
		}
		at = n.line
	}
	return append(out, lines[at:]...)
}
