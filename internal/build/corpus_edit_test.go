package build

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// A leaf of markup is text (no open) or an element with what stands in it.
type markupNode struct {
	open, text, shut string
	kids             []*markupNode
}

// markupTree takes markup apart; what is not well-formed ends it.
func markupTree(s string) *markupNode {
	root := &markupNode{}
	stack := []*markupNode{root}
	in := xml.NewDecoder(strings.NewReader(s))
	for {
		from := in.InputOffset()
		token, err := in.RawToken()
		if errors.Is(err, io.EOF) || err != nil {
			return root
		}
		piece, top := s[from:in.InputOffset()], stack[len(stack)-1]
		switch token.(type) {
		case xml.StartElement:
			n := &markupNode{open: piece}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) > 1 {
				top.shut = piece
				stack = stack[:len(stack)-1]
			}
		default:
			top.kids = append(top.kids, &markupNode{text: piece})
		}
	}
}

func (n *markupNode) write(b *strings.Builder) {
	b.WriteString(n.open + n.text)
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString(n.shut)
}

// all lists the nodes of a tree below the root, each with its owner.
func (n *markupNode) all(into [][2]*markupNode) [][2]*markupNode {
	for _, k := range n.kids {
		into = append(into, [2]*markupNode{n, k})
		into = k.all(into)
	}
	return into
}

// plantedTexts are texts that mean something at some place.
var plantedTexts = []string{
	"", " ", "KẾ HOẠCH", "Nơi nhận:", "- Lưu: VT.", "I. NỘI DUNG", "1.", "1. ", "a) ", "- ", "+ x", "Số: 12/KH-UBND", "Số:", "PHỤ LỤC", "Phụ lục I: X", "(Kèm theo Quyết định số 1/QĐ-UBND)", "Căn cứ Luật;", "như sau:",
	"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Mận", "\u0301", "DỰ THẢO", "KHẨN", "ỦY BAN NHÂN DÂN XÃ", "Trên đây là", "./.", "2", "-----", "*", "**", "{dot}", "| a | b |", "# x", "[^1]", "QUYẾT ĐỊNH", "Kính gửi: Ông", "ngày 1 tháng 2 năm 2026", "TT", "\\", "^", "<", "không",
}

var attributeValue = regexp.MustCompile(`="[^"]*"`)

// edited changes markup, four bytes a change, so that it stays well-formed.
func edited(main string, edits []byte) string {
	const most = 40 // changes of one file, and twice as many kilobytes of it
	root := markupTree(main)
	for i := 0; i+4 <= len(edits) && i < 4*most; i += 4 {
		nodes := root.all(nil)
		if len(nodes) == 0 || len(nodes) > 20_000 {
			break
		}
		at := (int(edits[i+1])<<8 | int(edits[i+2])) % len(nodes)
		owner, n := nodes[at][0], nodes[at][1]
		other := nodes[(at+int(edits[i+3])*7)%len(nodes)][1]
		place := slices.Index(owner.kids, n)
		switch edits[i] % 8 {
		case 0:
			owner.kids = slices.Delete(slices.Clone(owner.kids), place, place+1)
		case 1:
			owner.kids = slices.Insert(slices.Clone(owner.kids), place, n.clone())
		case 2: // a copy of another goes before it
			owner.kids = slices.Insert(slices.Clone(owner.kids), place, other.clone())
		case 3: // what it holds takes its place
			owner.kids = slices.Replace(slices.Clone(owner.kids), place, place+1, n.kids...)
		case 4, 5:
			for n.text == "" && len(n.kids) > 0 {
				n = n.kids[0]
			}
			if n.text != "" {
				n.text = strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(plantedTexts[int(edits[i+3])%len(plantedTexts)])
			}
		case 6:
			n.open = attributeValue.ReplaceAllString(n.open, `="`+string(rune('0'+edits[i+3]%10))+`"`)
		case 7: // the two change places
			*n, *other = *other.clone(), *n.clone()
		}
	}
	var b strings.Builder
	root.write(&b)
	return b.String()
}

func (n *markupNode) clone() *markupNode {
	c := *n
	c.kids = nil
	for _, k := range n.kids {
		c.kids = append(c.kids, k.clone())
	}
	return &c
}
