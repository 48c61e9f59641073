package pdf

import "bytes"

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
		return nil, errSyntax
	}
	s := scanner{data: data, at: i + len("startxref")}
	at, err := s.integer()
	if err != nil || at >= i {
		return nil, errSyntax
	}
	s.at = at
	if err := p.table(&s); err != nil {
		return nil, err
	}
	trailer := &object{data: data}
	for s.at < i {
		t, err := s.next()
		if err != nil {
			return nil, err
		}
		trailer.tokens = append(trailer.tokens, t)
	}
	return p, p.findPages(trailer)
}

// table reads the cross-reference table (ISO 32000-1, 7.5.4).
func (p *part) table(s *scanner) error {
	if err := s.want("xref"); err != nil {
		return err
	}
	if first, err := s.integer(); err != nil || first != 0 {
		return errSyntax
	}
	n, err := s.integer()
	if err != nil || n > len(p.data)/20 { // a line for each
		return errSyntax
	}
	p.offsets = make([]int, n)
	for i := range n {
		at, err := s.integer()
		if err != nil {
			return err
		}
		if _, err := s.integer(); err != nil {
			return err
		}
		state, err := s.next()
		if err != nil {
			return err
		}
		if string(p.data[state.from:state.to]) == "n" {
			p.offsets[i] = at
		}
	}
	return s.want("trailer")
}

func (p *part) object(n int) (*object, error) {
	if n <= 0 || n >= len(p.offsets) {
		return nil, errSyntax
	}
	return readObject(p.data, p.offsets[n], n)
}

// follow goes from an object to the one that a key of it refers to.
func (p *part) follow(o *object, key string) (*object, error) {
	n, err := o.refers(key)
	if err != nil {
		return nil, err
	}
	return p.object(n)
}

func (p *part) findPages(trailer *object) error {
	catalog, err := p.follow(trailer, "/Root")
	if err != nil {
		return err
	}
	tree, err := p.follow(catalog, "/Pages")
	if err != nil {
		return err
	}
	p.box = tree.all(tree.value("/MediaBox"))
	p.pages = tree.references(tree.value("/Kids"))
	if len(p.pages) == 0 || len(p.pages) > len(p.offsets) {
		return errSyntax
	}
	return nil
}
