package diff

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// Print tells changes to people, by what of the paper they belong to, and sums
// them up. With paint what is gone is red and what came green, as terminals
// show it.
func Print(w io.Writer, changes []Change, lang string, paint bool) {
	p := printer{lang: lang}
	if paint {
		p.gone, p.came = "\x1b[31m", "\x1b[32m"
	}
	if len(changes) == 0 {
		fmt.Fprintln(w, p.word("không có gì khác", "there is no difference"))
		return
	}
	var sums []string
	for _, g := range p.groups(changes) {
		fmt.Fprintln(w, g.name)
		for _, line := range g.lines {
			fmt.Fprintf(w, "  %s\n", line)
		}
		sums = append(sums, fmt.Sprintf("%s %d", strings.ToLower(g.name), g.count))
	}
	fmt.Fprintln(w, diag.M("%d chỗ khác: %s", "differences: %d: %s", len(changes), strings.Join(sums, ", ")).In(lang))
}

// toldGroup is what is said of one group.
type toldGroup struct {
	name  string
	lines []string
	count int // of changes
}

// groups tells changes by what of the paper they belong to.
func (p printer) groups(changes []Change) []toldGroup {
	var out []toldGroup
	for _, g := range groupNames {
		var of []Change
		for _, c := range changes {
			if c.Group == g.group {
				of = append(of, c)
			}
		}
		if len(of) > 0 {
			out = append(out, toldGroup{g.name.In(p.lang), p.lines(of), len(of)})
		}
	}
	return out
}

// A printer words changes. What is gone and what came stand behind its signs and
// before the end of those.
type printer struct{ lang, gone, came string }

const painted = "\x1b[0m" // ends what is gone or came

func (p printer) word(vi, en string) string { return diag.Msg{Vi: vi, En: en}.In(p.lang) }

// old and fresh paint what is gone and what came.
func (p printer) old(s string) string   { return color(p.gone, s) }
func (p printer) fresh(s string) string { return color(p.came, s) }

func color(sign, s string) string {
	if sign == "" || s == "" {
		return s
	}
	return sign + s + painted
}

// lines tell of changes. Items of one part that only have other numbers are told
// in one line: one that came in moves all behind it.
func (p printer) lines(changes []Change) []string {
	var out []string
	for i := 0; i < len(changes); i++ {
		c := changes[i]
		if c.Kind != Numbered {
			out = append(out, p.line(c))
			continue
		}
		var pairs []string
		for ; i < len(changes) && changes[i].Kind == Numbered && changes[i].After.Part == c.After.Part; i++ {
			pairs = append(pairs, p.old(changes[i].Old)+" → "+p.fresh(changes[i].New))
		}
		i--
		c.After.Item = ""
		out = append(out, p.say(p.word("đánh số lại", "numbered anew"), c, "", strings.Join(pairs, ", ")))
	}
	return out
}

// line tells of one change: where, what, and how it was and is.
func (p printer) line(c Change) string {
	what := fieldName(c.Field, p.lang)
	switch c.Kind {
	case Added:
		return p.say(p.word("thêm", "added"), c, what, p.fresh(p.whole(c.New, c))+p.size(c))
	case Removed:
		return p.say(p.word("bỏ", "removed"), c, what, p.old(p.whole(c.Old, c))+p.size(c))
	case Moved:
		return p.say(p.moved(c), c, what, p.texts(c))
	}
	return p.say("", c, what, p.texts(c))
}

// say joins the pieces of a line: "Mục II.2: thêm nhiệm vụ: …".
func (p printer) say(verb string, c Change, what, value string) string {
	place := p.place(c.Place())
	label := strings.TrimSpace(verb + " " + what)
	switch {
	case place != "" && label != "":
		return place + ": " + label + ": " + value
	case place+label != "":
		return place + label + ": " + value
	}
	return value
}

// moved tells from where, if that has a name.
func (p printer) moved(c Change) string {
	if from := p.place(c.Before); from != "" && from != p.place(c.After) {
		return p.word("chuyển từ ", "moved from ") + from
	}
	return p.word("chuyển chỗ", "moved")
}

// whole is a text that is added or removed; of a part its title.
func (p printer) whole(s string, c Change) string {
	if c.Field == "muc" || c.Field == "phu_luc" {
		s, _, _ = strings.Cut(s, "\n")
	}
	return squeezed(s)
}

// size counts what stands in a part that is added or removed as a whole.
func (p printer) size(c Change) string {
	if c.Lines == 0 {
		return ""
	}
	return diag.M(" (%d đoạn)", " (lines: %d)", c.Lines).In(p.lang)
}

// numbered is an item that is named by its number: "2.a", "2.a, gạch 3".
var numbered = regexp.MustCompile(`^[0-9IVX\pL]{1,4}(?:\.[0-9\pL]+)*(?:,|$)`)

// place names a place: "Mục II.2.a, gạch 1".
func (p printer) place(w Where) string {
	item := cut(w.Item, 70)
	switch {
	case w.Part == "":
		return item
	case plainPart.MatchString(w.Part):
		part := p.word("Mục ", "Part ") + w.Part
		if item == "" {
			return part
		}
		if numbered.MatchString(item) {
			return part + "." + item
		}
		return part + ", " + item
	case item == "":
		return w.Part
	case numbered.MatchString(item):
		return w.Part + p.word(", mục ", ", item ") + item
	}
	return w.Part + ", " + item
}

// plainPart is the number of a part of the plan; a phụ lục has its name.
var plainPart = regexp.MustCompile(`^[0-9IVXL]+$`)

// short is how long a text may be to be told whole, in letters.
const short = 30

// texts tells how a text was and is: whole where both are short, else the words
// that differ, with a few around them.
func (p printer) texts(c Change) string {
	if squeezed(c.Old) == squeezed(c.New) {
		return cut(squeezed(c.New), 4*short)
	}
	if utf8.RuneCountInString(c.Old) <= short && utf8.RuneCountInString(c.New) <= short {
		return p.old(squeezed(c.Old)) + " → " + p.fresh(squeezed(c.New))
	}
	var b strings.Builder
	pieces := Words(squeezed(c.Old), squeezed(c.New))
	for i, x := range pieces {
		switch {
		case x.Same():
			b.WriteString(around(x.New, i == 0, i == len(pieces)-1))
		case x.Old == "":
			b.WriteString("[+" + p.fresh(x.New) + "]")
		case x.New == "":
			b.WriteString("[-" + p.old(x.Old) + "]")
		default:
			b.WriteString("[" + p.old(x.Old) + " → " + p.fresh(x.New) + "]")
		}
	}
	return b.String()
}

// around leaves of a text that is in both plans a few words beside the changes.
func around(s string, first, last bool) string {
	const beside = 5
	words := strings.SplitAfter(s, " ")
	switch {
	case first && len(words) > beside+1:
		return "… " + strings.Join(words[len(words)-beside-1:], "")
	case last && len(words) > beside+1:
		return strings.TrimRight(strings.Join(words[:beside+1], ""), " ") + " …"
	case !first && !last && len(words) > 2*beside+2:
		return strings.Join(words[:beside+1], "") + "… " + strings.Join(words[len(words)-beside-1:], "")
	}
	return s
}

// cut shortens a text for people.
func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
