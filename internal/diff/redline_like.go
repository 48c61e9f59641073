package diff

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
)

// How alike two pieces must be to be told word by word, as a share of words.
const (
	leastText    = 0.4
	leastTable   = 0.2
	leastSection = 0.3
)

// A glance is what tells a block from another: key is equal for blocks that are
// the same.
type glance struct {
	block doc.Block
	kind  string // what must be equal for two blocks to be the same one
	key   string
	bag   bag
}

func keysOf(list []glance) []string {
	var out []string
	for _, g := range list {
		out = append(out, g.key)
	}
	return out
}

func glances(blocks []doc.Block) []glance {
	var out []glance
	for _, b := range blocks {
		text, kind := textOf(b), fmt.Sprintf("%T %s", b, kindOf(b))
		out = append(out, glance{b, kind, kind + " " + text, bagOf(text)})
	}
	return out
}

// textsOf are the glances at whole sections.
func textsOf(list []doc.Section) []glance {
	var out []glance
	for _, s := range list {
		var b strings.Builder
		for _, bl := range s.Blocks {
			b.WriteString(textOf(bl) + "\n")
		}
		out = append(out, glance{key: b.String(), bag: bagOf(b.String())})
	}
	return out
}

// textOf is all text in a block, without the numbers of footnotes.
func textOf(b doc.Block) string {
	var out strings.Builder
	one := doc.Document{Sections: []doc.Section{{Blocks: []doc.Block{b}}}}
	one.Walk(func(in doc.Block) {
		switch x := in.(type) {
		case *doc.Paragraph:
			text := doc.Paragraph{Runs: slices.DeleteFunc(slices.Clone(x.Runs), func(r doc.Run) bool { return r.Note != 0 })}
			out.WriteString(text.Text() + "\n")
		case *doc.Bar:
			out.WriteString(x.String() + "\n")
		}
	})
	return strings.TrimSuffix(out.String(), "\n")
}

// kindOf tells of what kind a block of its type is.
func kindOf(b doc.Block) string {
	switch x := b.(type) {
	case *doc.Paragraph:
		return fmt.Sprintf("%s %s", x.Role, x.Box)
	case *doc.Rule:
		return fmt.Sprintf("%s %v", x.Role, x.Of == 0)
	case *doc.Image:
		return fmt.Sprintf("%s %s %q %s", x.Role, x.Width, x.Alt, x.Data)
	case *doc.Bar:
		return string(x.Role)
	case *doc.Columns:
		return string(x.Role)
	case *doc.Signers:
		return fmt.Sprintf("%s %d", x.Role, len(x.Columns))
	case *doc.Table:
		return fmt.Sprintf("%s %d", x.Role, x.Columns())
	}
	return ""
}

// alone are the roles of which a place has one: such paragraphs are a pair
// whatever they say.
var alone = map[doc.Role]bool{
	doc.TenLoai: true, doc.TrichYeu: true, doc.PhuDe: true, doc.KemVanBan: true, doc.So: true, doc.Ngay: true,
	doc.NhanPhuLuc: true, doc.TenPhuLuc: true, doc.KemTheo: true, doc.HoTen: true, doc.NoiNhan: true,
	doc.LuuHanh: true, doc.LuuHanhCuoi: true, doc.DoKhan: true, doc.DuThao: true,
}

// alike is the likeness of two blocks, 0 for what is told as one deleted
// and one inserted.
func alike(a, b glance) float64 {
	if a.kind != b.kind {
		x, ok := a.block.(*doc.Paragraph)
		y, too := b.block.(*doc.Paragraph)
		if ok && too && x.Box == y.Box { // running text that became a heading
			return likeness(a.bag, b.bag, 2*leastText)
		}
		return 0
	}
	switch x := b.block.(type) {
	case *doc.Paragraph:
		if alone[x.Role] {
			return 1
		}
		return likeness(a.bag, b.bag, leastText)
	case *doc.Columns, *doc.Signers:
		return 1
	case *doc.Table:
		return likeness(a.bag, b.bag, leastTable)
	}
	return 0 // rules, images and bars are the same one or none
}

// oneLine tells whether two blocks that stand alone in their cells are paragraphs
// of one kind: "5" that became "6" shares no word with it and stays one line.
func oneLine(a, b glance) bool {
	_, ok := a.block.(*doc.Paragraph)
	return ok && a.kind == b.kind
}

// likeness is the share of words of two texts, 0 below the least.
func likeness(a, b bag, least float64) float64 {
	if v := a.like(b); v >= least {
		return v
	}
	return 0
}
