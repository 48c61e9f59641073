package diff

import (
	"strings"
	"unicode"
)

// Group is what is told of one part of the paper.
type Group struct {
	Name  string
	Lines []Line
}

// Line tells of a change, in pieces.
type Line []Phrase

// Phrase is a piece of a line: words that are gone, words that came, or what is
// said of them.
type Phrase struct {
	Text      string
	Gone, New bool
}

// Tell tells changes as Print does, for whoever shows them in colours of his own.
func Tell(changes []Change, lang string) []Group {
	const gone, came = "\x1b<", "\x1b>"
	var out []Group
	for _, g := range (printer{lang, gone, came}).groups(plain(changes)) {
		group := Group{Name: g.name}
		for _, s := range g.lines {
			var line Line
			for i, part := range strings.Split(s, "\x1b") {
				p := Phrase{Text: part, Gone: strings.HasPrefix(part, gone[1:]), New: strings.HasPrefix(part, came[1:])}
				if p.Gone || p.New {
					p.Text = part[1:]
				} else if i > 0 {
					p.Text = strings.TrimPrefix(part, painted[1:])
				}
				if p.Text != "" {
					line = append(line, p)
				}
			}
			group.Lines = append(group.Lines, line)
		}
		out = append(out, group)
	}
	return out
}

// plain leaves out what could be taken for a sign.
func plain(changes []Change) []Change {
	out := make([]Change, len(changes))
	for i, c := range changes {
		for _, s := range []*string{&c.Old, &c.New, &c.Before.Part, &c.Before.Item, &c.After.Part, &c.After.Item, &c.Field} {
			*s = strings.Map(func(r rune) rune {
				if unicode.IsControl(r) && r != '\n' {
					return -1
				}
				return r
			}, *s)
		}
		out[i] = c
	}
	return out
}
