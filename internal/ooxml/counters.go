package ooxml

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// counters count the lists while the paragraphs come by in their order.
type counters struct {
	numbering *numbering
	state     map[string]*[levels]count // by list
	begun     map[string]bool           // "numbering level" whose own start was taken
}

type count struct {
	n  int
	on bool // has counted since it was last reset
}

func newCounters(n *numbering) *counters {
	return &counters{numbering: n, state: map[string]*[levels]count{}, begun: map[string]bool{}}
}

// next counts a paragraph of a numbering and gives its number as it is printed.
func (c *counters) next(id string, at int) string {
	num, key, l := c.numbering.find(id)
	if l == nil {
		return ""
	}
	st := c.state[key]
	if st == nil {
		st = &[levels]count{}
		c.state[key] = st
	}
	lvl, _ := c.numbering.level(id, at)
	start, own := num.start[at]
	mark := id + " " + strconv.Itoa(at)
	switch {
	case own && !c.begun[mark]:
		st[at] = count{start, true}
	case !st[at].on && own:
		st[at] = count{start, true}
	case !st[at].on:
		st[at] = count{lvl.start, true}
	default:
		st[at].n++
	}
	c.begun[mark] = true
	for i := at + 1; i < levels; i++ {
		deeper, _ := c.numbering.level(id, i)
		if !deeper.restart.ok || at < deeper.restart.v {
			st[i].on = false
		}
	}
	return c.print(id, num, st, at, lvl)
}

// print puts the numbers of the levels into the text of the level (17.9.11).
func (c *counters) print(id string, num numbered, st *[levels]count, at int, lvl level) string {
	if lvl.format == "bullet" {
		return bullet(lvl)
	}
	var b strings.Builder
	for i := 0; i < len(lvl.text); i++ {
		d := byte(0)
		if lvl.text[i] == '%' && i+1 < len(lvl.text) {
			d = lvl.text[i+1]
		}
		if d < '1' || d > '9' {
			b.WriteByte(lvl.text[i])
			continue
		}
		i++
		of := int(d - '1')
		named, _ := c.numbering.level(id, of)
		n := st[of].n
		if own, ok := num.start[of]; !st[of].on && ok {
			n = own
		} else if !st[of].on {
			n = named.start
		}
		format := named.format
		if lvl.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(inFormat(n, format, named.custom))
	}
	text := norm.NFC.String(tidy(lvl.look.convert(b.String())))
	if lvl.look.caps.v {
		text = strings.ToUpper(text)
	}
	return strings.TrimSpace(text)
}

// inFormat prints a number in a format of lists (ECMA-376 part 1, 17.18.59).
// Formats that no Vietnamese paper uses are printed in digits.
func inFormat(n int, format, custom string) string {
	digits := strconv.Itoa(n)
	switch format {
	case "none":
		return ""
	case "decimalZero":
		return padded(digits, 2)
	case "custom": // "001, 002, 003, ..."
		first, _, _ := strings.Cut(custom, ",")
		return padded(digits, min(len(strings.TrimSpace(first)), 9))
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n)
	case "lowerLetter":
		return strings.ToLower(letters(n))
	}
	return digits
}

func padded(digits string, width int) string {
	return strings.Repeat("0", max(0, width-len(digits))) + digits
}

// letters counts A … Z, AA, BB …, as Word does.
func letters(n int) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	out := ""
	for _, r := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= r.n {
			out, n = out+r.s, n-r.n
		}
	}
	return out
}
