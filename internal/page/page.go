// Package page is the third noun: finished pages, words, strokes, images and
// slots at fixed places. Every item carries the block and the role it comes from;
// the structure of the paper tells what the blocks are and how they are read.
//
// In: nothing. Out: plain data and a dump in millimetres for tests. Lengths
// count from the top left corner of the page; Y of a word is its baseline.
package page

import (
	"fmt"
	"strings"

	"kehoach.example/internal/unit"
)

// Word is a piece of text that is drawn in one go. Text may end with a blank:
// a continued line keeps a real blank at its end.
type Word struct {
	X, Y   unit.Length
	Width  unit.Length
	Text   string
	Bold   bool
	Italic bool
	Size   unit.Length
	Color  string // "FF0000" as in OOXML, "" for black
	Block  int
	Role   string

	Label    bool // the sign or number of an item of a list
	Artifact bool // it stands in the text elsewhere already, or is none of it
}

// Stroke is a straight line, black unless it has a colour. A square one is
// drawn half its thickness beyond its ends, so that the corners of frames close.
type Stroke struct {
	X0, Y0, X1, Y1 unit.Length
	Thickness      unit.Length
	Color          string // "FF0000" as in OOXML, "" for black
	Square         bool
	Block          int
	Role           string
}

// Page is one page. Number counts the pages of its section from 1.
type Page struct {
	W, H    unit.Length
	Number  int
	Words   []Word
	Strokes []Stroke
	Images  []Image
	Slots   []Slot
}

// Info is what the file says about itself.
type Info struct {
	Title, Subject, Creator string
	Year, Month, Day        int
	Lang                    string
}

// Document is a finished paper. Root is its logical structure, of kind Paper.
type Document struct {
	Info  Info
	Meta  Meta
	Pages []Page
	Root  *Node
}

// Dump prints the pages for tests, in millimetres with two decimals: one line
// a text line, words of one baseline and block together.
func (d *Document) Dump() string {
	var b strings.Builder
	for i, p := range d.Pages {
		fmt.Fprintf(&b, "page %d %.2f x %.2f\n", i+1, p.W.MM(), p.H.MM())
		for j := 0; j < len(p.Words); {
			j = dumpLine(&b, p.Words, j)
		}
		for _, s := range p.Strokes {
			fmt.Fprintf(&b, "  stroke %s %.2f,%.2f - %.2f,%.2f thick %.3f%s\n", s.Role, s.X0.MM(), s.Y0.MM(), s.X1.MM(), s.Y1.MM(), s.Thickness.MM(), tint(s.Color))
		}
		for _, im := range p.Images {
			fmt.Fprintf(&b, "  image %s %.2f,%.2f %.2f x %.2f %s %q\n", im.Role, im.X.MM(), im.Y.MM(), im.W.MM(), im.H.MM(), im.Kind, im.Alt)
		}
		for _, s := range p.Slots {
			fmt.Fprintf(&b, "  slot %s\n", s)
		}
	}
	return b.String()
}

func dumpLine(b *strings.Builder, words []Word, i int) int {
	first := words[i]
	var text strings.Builder
	end := first.X
	for i < len(words) && words[i].Y == first.Y && words[i].Block == first.Block {
		text.WriteString(look(words[i]))
		end = words[i].X + words[i].Width
		i++
	}
	fmt.Fprintf(b, "  %s %.2f-%.2f @%.2f %.1fpt%s %s\n", first.Role, first.X.MM(), end.MM(), first.Y.MM(), first.Size.Points(), tint(first.Color), text.String())
	return i
}

func tint(color string) string {
	if color == "" {
		return ""
	}
	return " #" + color
}

func look(w Word) string {
	mark := map[bool]string{true: "b"}[w.Bold] + map[bool]string{true: "i"}[w.Italic]
	if mark == "" {
		return w.Text
	}
	return "<" + mark + ":" + w.Text + ">"
}
