package compose

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"kehoach.example/internal/doc"
)

// noBreak is the blank at which no line ends.
const noBreak = "\u00a0"

var yearWords = regexp.MustCompile(`(?i)năm \d{4}`)

// unbroken ties the words of a phrase together, so that titles and names of
// bodies break by sense: the phrases of the form, a unit and its proper name,
// a year. Words and letters stay as they are.
func (c *composer) unbroken(runs []doc.Run) []doc.Run {
	u := c.form.Unbroken
	if c.longestFirst == nil {
		c.longestFirst = slices.SortedFunc(slices.Values(u.Words), func(a, b string) int { return len(b) - len(a) })
	}
	out := make([]doc.Run, len(runs))
	for i, r := range runs {
		r.Text = tier{u.Names, u.Longest}.names(r.Text)
		lower := strings.ToLower(r.Text)
		for _, w := range c.longestFirst {
			if strings.Contains(lower, w) {
				r.Text = tie(r.Text, lower, w)
				lower = strings.ToLower(r.Text)
			}
		}
		if strings.ContainsAny(r.Text, "0123456789") {
			r.Text = yearWords.ReplaceAllStringFunc(r.Text, func(s string) string { return strings.ReplaceAll(s, " ", noBreak) })
		}
		out[i] = r
	}
	return out
}

// tie ties every occurrence of a phrase, in any case; lower is the text in small
// letters.
func tie(text, lower, phrase string) string {
	if len(lower) != len(text) {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(lower, phrase)
		if i < 0 {
			break
		}
		end := i + len(phrase)
		part := text[i:end]
		if wholeWords(lower, i, end) {
			part = strings.ReplaceAll(part, " ", noBreak)
		}
		b.WriteString(text[:i] + part)
		text, lower = text[end:], lower[end:]
	}
	return b.String() + text
}

func wholeWords(s string, start, end int) bool {
	before, after := lastRuneOf(s[:start]), firstRuneOf(s[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

func firstRuneOf(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}

func lastRuneOf(s string) rune {
	r := []rune(s)
	if len(r) == 0 {
		return ' '
	}
	return r[len(r)-1]
}

// tier ties a unit ("tỉnh", "PHƯỜNG") to the proper name behind it, up to a
// number of letters: a longer piece might not fit into the column.
type tier struct {
	units   []string
	longest int
}

// names ties every unit of a text to its name: the words with a capital. In a
// line of capitals the name is the rest of the line.
func (t tier) names(text string) string {
	rest := strings.ToLower(text) // from a word on
	for i := 0; rest != ""; i++ {
		for _, u := range t.units {
			if behind, ok := strings.CutPrefix(rest, u); !ok || behind == "" || behind[0] != ' ' {
				continue
			}
			words := strings.Split(text, " ")
			parts := append(words[:i:i], t.name(words[i:], strings.Count(u, " ")+1, text == strings.ToUpper(text))...)
			return strings.Join(parts, " ")
		}
		_, rest, _ = strings.Cut(rest, " ")
	}
	return text
}

const longestName = 4 // words of a proper name that are tied

// name ties the first words: n of the unit, then those of the name. What is
// too long is tied in two pieces.
func (t tier) name(words []string, n int, allCaps bool) []string {
	end := n
	for end < len(words) && end-n < longestName && unicode.IsUpper(firstRuneOf(words[end])) {
		end++
	}
	if allCaps && end < len(words) {
		end = n
	}
	unit, name := strings.Join(words[:n], noBreak), strings.Join(words[n:end], noBreak)
	head := []string{unit + noBreak + name}
	switch {
	case name == "":
		head = []string{unit}
	case len([]rune(head[0])) > t.longest:
		head = []string{unit, name}
	}
	if end < len(words) {
		head = append(head, t.names(strings.Join(words[end:], " ")))
	}
	return head
}
