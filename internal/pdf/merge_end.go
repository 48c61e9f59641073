package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"unicode/utf16"

	"kehoach.example/internal/cos"
)

// tree are the pages so far: nodes of at most fan kids, so that a reader finds
// one of thousands in a few steps. Open nodes alone are kept.
type tree struct {
	pages int
	open  []node // the leaf first, then those above it
}

type node struct {
	num  uint32
	kids []uint32
	all  int // pages below
}

const fan = 64

// leaf takes a page in and gives the node above it.
func (t *tree) leaf(m *Merger, page uint32) uint32 {
	t.pages++
	t.add(m, 0, page, 1)
	return t.open[0].num
}

// add puts a kid under the open node of a level; a full one is closed first.
func (t *tree) add(m *Merger, level int, kid uint32, pages int) {
	if level == len(t.open) {
		t.open = append(t.open, node{num: m.allot()})
	}
	if len(t.open[level].kids) == fan {
		full := t.open[level]
		t.add(m, level+1, full.num, full.all)
		m.putNode(full, t.open[level+1].num)
		t.open[level] = node{num: m.allot()}
	}
	n := &t.open[level]
	n.kids = append(n.kids, kid)
	n.all += pages
}

// closeTree closes the nodes that are open and gives the number of the root.
func (m *Merger) closeTree() uint32 {
	t := &m.tree
	for level := 0; level < len(t.open)-1; level++ {
		n := t.open[level]
		t.add(m, level+1, n.num, n.all)
		m.putNode(n, t.open[level+1].num)
	}
	root := t.open[len(t.open)-1]
	m.putNode(root, 0)
	return root.num
}

// putNode writes a node; the root has no parent.
func (m *Merger) putNode(n node, parent uint32) {
	out := []byte("<</Type /Pages")
	if parent != 0 {
		out = fmt.Appendf(out, "\n/Parent %d 0 R", parent)
	}
	out = append(out, "\n/Kids ["...)
	for _, kid := range n.kids {
		out = fmt.Appendf(out, "%d 0 R ", kid)
	}
	m.put(n.num, fmt.Appendf(out, "]\n/Count %d>>", n.all))
}

// blankPage puts in the back of a sheet, as big as its front.
func (m *Merger) blankPage() {
	num := m.allot()
	m.put(num, fmt.Appendf(nil, "<</Parent %d 0 R\n/Type /Page\n/MediaBox %s\n/Resources << >>>>", m.tree.leaf(m, num), m.box))
}

// outline writes the bookmarks (ISO 32000-1, 12.3.3) and gives their root.
func (m *Merger) outline() uint32 {
	root := m.allot()
	first := root + 1
	for range m.marks {
		m.allot()
	}
	last := first + uint32(len(m.marks)) - 1
	for i, k := range m.marks {
		num := first + uint32(i)
		out := fmt.Appendf(nil, "<</Title %s\n/Parent %d 0 R\n/Dest [%d 0 R /Fit]", utf16Text(k.title), root, k.page)
		if num > first {
			out = fmt.Appendf(out, "\n/Prev %d 0 R", num-1)
		}
		if num < last {
			out = fmt.Appendf(out, "\n/Next %d 0 R", num+1)
		}
		m.put(num, append(out, ">>"...))
	}
	m.put(root, fmt.Appendf(nil, "<</Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d>>", first, last, len(m.marks)))
	return root
}

// utf16Text is a text string in big-endian UTF-16, in hexadecimal.
func utf16Text(s string) string {
	out := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", u)
	}
	return string(append(out, '>'))
}

// end writes the catalog, the metadata with the seal, and the table of objects.
// The seal is the hash of a file that is not in memory: the end is made twice,
// first with zeros for the hash.
func (m *Merger) end(pages, outline uint32) error {
	catalog, info := m.allot(), m.allot()
	m.put(catalog, fmt.Appendf(nil, "<</Type /Catalog\n/Pages %d 0 R\n/Outlines %d 0 R\n/PageMode /UseOutlines>>", pages, outline))
	if m.err != nil {
		return m.err
	}
	id := hex.EncodeToString(m.hash.Sum(nil)[:16])
	m.offsets[info] = uint32(m.written)
	body := fmt.Appendf(nil, "%d 0 obj\n%s\nendobj\n", info, m.metadata())
	start := m.written + int64(len(body))
	if start+int64(len(m.offsets))*20+1000 > mostBytes {
		return m.fail(ErrTooBig)
	}
	m.hash.Write(body)
	tail := func(w io.Writer) error { return m.table(w, start, catalog, info, id) }
	if err := tail(m.hash); err != nil {
		return err
	}
	body = bytes.Replace(body, []byte(cos.SealBlank), []byte(cos.SealMark+hex.EncodeToString(m.hash.Sum(nil))), 1)
	if _, err := m.w.Write(body); err != nil {
		return m.fail(fmt.Errorf("pdf: %w", err))
	}
	if err := tail(m.w); err != nil {
		return m.fail(fmt.Errorf("pdf: %w", err))
	}
	return nil
}

// metadata are those of Write, with zeros in the seal.
func (m *Merger) metadata() []byte {
	date := dateOf(m.info).Format("20060102150405")
	return fmt.Appendf(nil, "<</Producer (kehoach)\n/Title %s\n/Keywords (%s)\n/Creator (kehoach)\n/CreationDate (D:%s)\n/ModDate (D:%s)>>",
		utf16Text(m.info.Title), cos.SealBlank, date, date)
}

// table writes the cross-reference table and the trailer.
func (m *Merger) table(w io.Writer, start int64, catalog, info uint32, id string) error {
	out := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(m.offsets))
	for _, at := range m.offsets[1:] {
		if out = fmt.Appendf(out, "%010d 00000 n \n", at); len(out) > 1<<15 {
			if _, err := w.Write(out); err != nil {
				return err
			}
			out = out[:0]
		}
	}
	out = fmt.Appendf(out, "trailer\n<</Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%s> <%s>]>>\nstartxref\n%d\n%%%%EOF\n", len(m.offsets), catalog, info, id, id, start)
	_, err := w.Write(out)
	return err
}
