package pdf

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"kehoach.example/internal/cos"
)

// copier copies the objects of one file into the joined one.
type copier struct {
	m      *Merger
	part   *part
	placed map[int]uint32    // numbers of its objects in the joined file; 0: being copied
	tags   map[string]string // names of its subset fonts there
}

// deepest is how long a chain of references may be; those of Write have five.
const deepest = 32

// page copies a page with all that it needs.
func (c *copier) page(n int) (uint32, error) {
	if _, twice := c.placed[n]; twice {
		return 0, cos.ErrBroken
	}
	o, err := c.part.object(n)
	if err != nil {
		return 0, err
	}
	if kind := o.Value("/Type"); len(kind) != 1 || o.Word(kind[0]) != "/Page" || o.Stream != nil {
		return 0, cos.ErrBroken
	}
	num := c.m.allot()
	c.placed[n] = num
	out := fmt.Appendf(nil, "<</Parent %d 0 R", c.m.tree.leaf(c.m, num))
	for _, p := range o.Pairs() {
		switch p.Key {
		case "/Parent", "/StructParents", "/Annots", "/Tabs": // it is made to be printed
			continue
		}
		if out, err = c.rewrite(append(out, "\n"+p.Key+" "...), o, p.Value, 0); err != nil {
			return 0, err
		}
	}
	c.m.box = c.part.box
	if box := o.Value("/MediaBox"); len(box) > 0 {
		c.m.box = o.All(box)
	} else {
		out = append(out, "\n/MediaBox "+c.part.box...)
	}
	c.m.put(num, append(out, ">>"...))
	return num, nil
}

// place copies an object and all that it refers to, and gives its number. What
// equals an object that is there already is not written again.
func (c *copier) place(n, depth int) (uint32, error) {
	if num, ok := c.placed[n]; ok {
		if num == 0 {
			return 0, errors.New("pdf: objects refer to each other in a circle")
		}
		return num, nil
	}
	if depth > deepest {
		return 0, cos.ErrBroken
	}
	c.placed[n] = 0
	o, err := c.part.object(n)
	if err != nil {
		return 0, err
	}
	if err := c.tag(o, depth); err != nil {
		return 0, err
	}
	value, err := c.rewrite(nil, o, o.Tokens, depth)
	if err != nil {
		return 0, err
	}
	if o.Stream != nil {
		value = append(value, '\n')
	}
	num := c.m.share(value, o.Stream)
	c.placed[n] = num
	return num, nil
}

// rewrite appends tokens of an object with its references and fonts as they
// are named in the joined file.
func (c *copier) rewrite(out []byte, o *cos.Written, tokens []cos.Token, depth int) ([]byte, error) {
	sub := cos.Written{Data: o.Data, Tokens: tokens}
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if i > 0 && t.From > tokens[i-1].To {
			out = append(out, ' ')
		}
		if n, ok := sub.Reference(i); ok {
			num, err := c.place(n, depth+1)
			if err != nil {
				return nil, err
			}
			out = fmt.Appendf(out, "%d 0 R", num)
			i += 2
			continue
		}
		word := o.Bytes(t)
		if t.Kind == cos.NameToken {
			if tagged, ok := c.tags[string(word)]; ok {
				word = []byte(tagged)
			}
		}
		out = append(out, word...)
	}
	return out, nil
}

// tag gives the subset fonts of a part names of their own: each file names its
// subsets alike, and printers that keep fonts by their name would take one for
// another (ISO 32000-1, 9.6.4: different subsets have different tags). The tag
// is the number of the font program, in letters.
func (c *copier) tag(o *cos.Written, depth int) error {
	for _, n := range o.References(o.Value("/DescendantFonts")) {
		if _, err := c.place(n, depth+1); err != nil {
			return err
		}
	}
	if descriptor, err := c.part.follow(o, "/FontDescriptor"); err == nil {
		o = descriptor
	}
	title := o.Value("/FontName")
	program, err := o.Refers("/FontFile2")
	if len(title) != 1 || err != nil {
		return nil
	}
	word := string(o.Bytes(title[0]))
	if _, known := c.tags[word]; known || len(word) < 8 || word[7] != '+' {
		return nil
	}
	num, err := c.place(program, depth+1)
	if err != nil {
		return err
	}
	c.tags[word] = "/" + letters(num) + word[7:]
	return nil
}

// letters writes a number as six capitals.
func letters(n uint32) string {
	out := []byte("AAAAAA")
	for i := len(out) - 1; n > 0 && i >= 0; i-- {
		out[i] += byte(n % 26)
		n /= 26
	}
	return string(out)
}

// share writes an object, or gives the number of an equal one.
func (m *Merger) share(value, stream []byte) uint32 {
	hash := sha256.New()
	hash.Write(value)
	hash.Write(stream)
	key := sum(hash.Sum(nil)[:len(sum{})])
	if num, ok := m.same[key]; ok {
		return num
	}
	num := m.allot()
	m.put(num, value, stream)
	if len(m.same) < mostShared {
		m.same[key] = num
	}
	return num
}
