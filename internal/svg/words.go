package svg

import (
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// look is how letters look.
type look struct {
	size         unit.Length
	bold, italic bool
	color        string
}

func lookOf(w *page.Word) look { return look{w.Size, w.Bold, w.Italic, w.Color} }

// words writes the words of a page: those of one block that follow each other in
// a group, which has the look of the first.
func (w *writer) words(words []page.Word) {
	for i := 0; i < len(words); {
		group := lookOf(&words[i])
		w.put("<g")
		w.where(words[i].Block)
		w.look(group, look{})
		w.put(">")
		for block := words[i].Block; i < len(words) && words[i].Block == block; {
			i = w.line(words, i, group)
		}
		w.put("</g>\n")
	}
}

// line writes the words of one line from the i-th on, and tells which is the
// next. Every word begins at its own place.
func (w *writer) line(words []page.Word, i int, group look) int {
	y := words[i].Y
	w.points(`<text y="`, y, `">`)
	for first := i; i < len(words) && (i == first || follows(&words[i-1], &words[i])); i++ {
		word := &words[i]
		w.points(`<tspan x="`, word.X, `"`)
		if word.Y != y {
			y = word.Y
			w.points(` y="`, y, `"`)
		}
		w.look(lookOf(word), group)
		w.put(">")
		w.text(word.Text)
		w.put("</tspan>")
	}
	w.put("</text>")
	return i
}

// follows tells whether a word goes on with the line of another. The numbers of
// footnotes and other raised letters do.
func follows(a, b *page.Word) bool {
	return a.Block == b.Block && a.X <= b.X && max(a.Y-b.Y, b.Y-a.Y) < max(a.Size, b.Size)/2
}

// look writes the attributes by which a look differs from the one around it.
func (w *writer) look(l, around look) {
	if l.size != around.size {
		w.points(` font-size="`, l.size, `"`)
	}
	if l.bold != around.bold {
		w.put(` font-weight="` + choose(l.bold, "bold", "normal") + `"`)
	}
	if l.italic != around.italic {
		w.put(` font-style="` + choose(l.italic, "italic", "normal") + `"`)
	}
	if l.color != around.color {
		w.color(" fill", l.color)
	}
}

func choose(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
