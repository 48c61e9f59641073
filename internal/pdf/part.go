package pdf

import (
	"bytes"

	"kehoach.example/internal/cos"
)

// part is a file that Write made, opened to be taken apart.
type part struct {
	data    []byte
	offsets []int  // of each object; 0: there is none
	pages   []int  // the objects of its pages, in their order
	box     string // MediaBox of pages that have none of their own
}

// openPart reads the table of objects and the pages of a file. Only what Write
// makes is understood: one table, one level of pages.
func openPart(data []byte) (*part, error) {
	p := &part{data: data}
	i := bytes.LastIndex(data, []byte("startxref"))
	if i < 0 {
		return nil, cos.ErrBroken
	}
	s := cos.Scanner{Data: data, At: i + len("startxref")}
	at, err := s.Integer()
	if err != nil || at >= i {
		return nil, cos.ErrBroken
	}
	s.At = at
	if err := p.table(&s); err != nil {
		return nil, err
	}
	trailer := &cos.Written{Data: data}
	for s.At < i {
		t, err := s.Next()
		if err != nil {
			return nil, err
		}
		trailer.Tokens = append(trailer.Tokens, t)
	}
	return p, p.findPages(trailer)
}

// table reads the cross-reference table (ISO 32000-1, 7.5.4).
func (p *part) table(s *cos.Scanner) error {
	if err := s.Want("xref"); err != nil {
		return err
	}
	if first, err := s.Integer(); err != nil || first != 0 {
		return cos.ErrBroken
	}
	n, err := s.Integer()
	if err != nil || n > len(p.data)/20 { // a line for each
		return cos.ErrBroken
	}
	p.offsets = make([]int, n)
	for i := range n {
		at, err := s.Integer()
		if err != nil {
			return err
		}
		if _, err := s.Integer(); err != nil {
			return err
		}
		state, err := s.Next()
		if err != nil {
			return err
		}
		if string(p.data[state.From:state.To]) == "n" {
			p.offsets[i] = at
		}
	}
	return s.Want("trailer")
}

func (p *part) object(n int) (*cos.Written, error) {
	if n <= 0 || n >= len(p.offsets) {
		return nil, cos.ErrBroken
	}
	return cos.ReadWritten(p.data, p.offsets[n], n)
}

// follow goes from an object to the one that a key of it refers to.
func (p *part) follow(o *cos.Written, key string) (*cos.Written, error) {
	n, err := o.Refers(key)
	if err != nil {
		return nil, err
	}
	return p.object(n)
}

func (p *part) findPages(trailer *cos.Written) error {
	catalog, err := p.follow(trailer, "/Root")
	if err != nil {
		return err
	}
	tree, err := p.follow(catalog, "/Pages")
	if err != nil {
		return err
	}
	p.box = tree.All(tree.Value("/MediaBox"))
	p.pages = tree.References(tree.Value("/Kids"))
	if len(p.pages) == 0 || len(p.pages) > len(p.offsets) {
		return cos.ErrBroken
	}
	return nil
}
