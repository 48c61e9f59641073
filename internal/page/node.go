package page

import (
	"fmt"
	"strconv"
	"strings"
)

// Kind is a standard structure type (ISO 32000-1, 14.8.4).
type Kind string

// The kinds of element that a paper has.
const (
	Paper   Kind = "Document"
	Sect    Kind = "Sect" // the plan itself, each phụ lục
	Div     Kind = "Div"  // what stands together: the head, the foot, a signer
	H1      Kind = "H1"   // headings, to H6
	P       Kind = "P"
	L       Kind = "L"
	LI      Kind = "LI"
	Lbl     Kind = "Lbl" // the sign or number of an item of a list
	LBody   Kind = "LBody"
	Table   Kind = "Table"
	THead   Kind = "THead"
	TBody   Kind = "TBody"
	TR      Kind = "TR"
	TH      Kind = "TH"
	TD      Kind = "TD"
	Figure  Kind = "Figure"
	Note    Kind = "Note" // a footnote, behind the paragraph that calls it
	Caption Kind = "Caption"
	Form    Kind = "Form" // a slot
)

// Node is an element of the logical structure of a paper: what belongs together
// and in which order it is read, whatever page it stands on. It holds the items
// of Blocks, then the Kids. An item whose block no node names, or that is marked
// as an artifact, is none of the text: page numbers, repeated heads of tables,
// drawn lines.
type Node struct {
	Kind   Kind
	Blocks []int    // in reading order; the label of an item is part of its Lbl alone
	Slots  []string // names of slots that belong here
	Kids   []*Node
	Title  string // of headings: as a bookmark shows it
	Alt    string // of figures: their words

	Numbering    string // of L: how its items are numbered (ISO 32000-1, 14.8.5.5), "" for signs alone
	Across, Down int    // of TH and TD: columns and rows, 0 for one
	Row          bool   // of TH: the head of its row, not of its column
}

// Dump prints an element and what is in it for tests, a line each: its kind, the
// blocks and slots, the words of a bookmark or a figure, and what a cell covers.
func (n *Node) Dump() string {
	return n.dump(func(_ Kind, block int) string { return strconv.Itoa(block) })
}

// DumpStructure prints the structure of a paper for tests, with the words that
// stand in its elements.
func (d *Document) DumpStructure() string {
	signs, words := map[int]string{}, map[int]string{}
	for _, p := range d.Pages {
		for _, w := range p.Words {
			switch {
			case w.Artifact:
			case w.Label:
				signs[w.Block] += w.Text
			default:
				words[w.Block] += w.Text
			}
		}
	}
	return d.Root.dump(func(k Kind, block int) string {
		if k == Lbl {
			return signs[block]
		}
		return words[block]
	})
}

func (n *Node) dump(say func(Kind, int) string) string {
	var b strings.Builder
	n.write(&b, "", say)
	return b.String()
}

func (n *Node) write(b *strings.Builder, indent string, say func(Kind, int) string) {
	b.WriteString(indent + string(n.Kind))
	if n.Row {
		b.WriteString(" row")
	}
	if n.Across > 1 {
		fmt.Fprintf(b, " across=%d", n.Across)
	}
	if n.Down > 1 {
		fmt.Fprintf(b, " down=%d", n.Down)
	}
	for _, id := range n.Blocks {
		if s := say(n.Kind, id); s != "" {
			b.WriteString(" " + s)
		}
	}
	for _, name := range n.Slots {
		b.WriteString(" " + name)
	}
	if n.Numbering != "" {
		b.WriteString(" " + n.Numbering)
	}
	if words := n.Title + n.Alt; words != "" {
		fmt.Fprintf(b, " %q", words)
	}
	b.WriteByte('\n')
	for _, kid := range n.Kids {
		kid.write(b, indent+"  ", say)
	}
}
