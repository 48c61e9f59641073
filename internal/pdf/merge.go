package pdf

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"

	"kehoach.example/internal/page"
)

// Errors of joining files.
var (
	ErrForeign = errors.New("pdf: not a file of this program, or changed since it was written")
	ErrTooBig  = errors.New("pdf: the joined file would have more than 2 GB")
)

// mostBytes is how big a joined file may become; a place in its table has ten
// digits, and readers count in 32 bits.
const mostBytes = 1<<31 - 1

// Merger joins files that Write made into one file to print. One of them is in
// memory at a time; of those before, the places of their objects, what they may
// share with others, and their bookmarks. The same files in the same order give
// the same bytes. After an error the joined file is of no use.
type Merger struct {
	w       io.Writer
	hash    hash.Hash // of all that was written
	written int64
	offsets []uint32       // of each object, from 0; object 0 is none
	same    map[sum]uint32 // objects that parts may share
	tree    tree
	box     string // MediaBox of the last page
	marks   []mark
	info    page.Info
	err     error
}

// sum is a short hash of an object.
type sum [16]byte

// mark is a bookmark: its title and the object of its page.
type mark struct {
	title string
	page  uint32
}

// mostShared bounds the memory of what parts share.
const mostShared = 100_000

// NewMerger begins a file with its title and date; zero parts of the date count
// as 1 January.
func NewMerger(w io.Writer, info page.Info) *Merger {
	m := &Merger{w: w, hash: sha256.New(), offsets: make([]uint32, 1), same: map[sum]uint32{}, info: info}
	m.print("%%PDF-1.4\n%%\xe2\xe3\xcf\xd3\n")
	return m
}

// Add puts a file behind those before, with a bookmark to its first page. odd
// asks for a blank page before it where it would begin on the back of a sheet.
// It gives the pages that it has in the joined file, counted from 1, both
// included.
func (m *Merger) Add(title string, data []byte, odd bool) (first, last int, err error) {
	if m.err != nil {
		return 0, 0, m.err
	}
	if !Unchanged(data) {
		return 0, 0, m.fail(ErrForeign)
	}
	p, err := openPart(data)
	if err != nil {
		return 0, 0, m.fail(fmt.Errorf("%w (%w)", ErrForeign, err))
	}
	if odd && m.tree.pages%2 == 1 {
		m.blankPage()
	}
	first = m.tree.pages + 1
	c := copier{m: m, part: p, placed: map[int]uint32{}, tags: map[string]string{}}
	for i, n := range p.pages {
		num, err := c.page(n)
		if err != nil {
			return 0, 0, m.fail(fmt.Errorf("%w (%w)", ErrForeign, err))
		}
		if i == 0 {
			m.marks = append(m.marks, mark{title, num})
		}
	}
	return first, m.tree.pages, m.err
}

// Close ends the file with its pages, bookmarks and seal.
func (m *Merger) Close() error {
	if m.err == nil && len(m.marks) == 0 {
		m.err = errors.New("pdf: nothing to join")
	}
	if m.err != nil {
		return m.err
	}
	root := m.closeTree()
	outline := m.outline()
	return m.end(root, outline)
}

// fail keeps the first error: nothing can follow it.
func (m *Merger) fail(err error) error {
	if m.err == nil {
		m.err = err
	}
	return m.err
}

// allot gives the number of an object that is still to be written.
func (m *Merger) allot() uint32 {
	m.offsets = append(m.offsets, 0)
	return uint32(len(m.offsets) - 1)
}

// put writes an object under its number.
func (m *Merger) put(n uint32, pieces ...[]byte) {
	m.offsets[n] = uint32(m.written)
	m.print("%d 0 obj\n", n)
	for _, p := range pieces {
		m.write(p)
	}
	m.print("\nendobj\n")
}

func (m *Merger) print(format string, args ...any) { m.write(fmt.Appendf(nil, format, args...)) }

func (m *Merger) write(p []byte) {
	if m.err == nil && m.written+int64(len(p)) > mostBytes {
		m.err = ErrTooBig
	}
	if m.err != nil {
		return
	}
	m.hash.Write(p)
	m.written += int64(len(p))
	if _, err := m.w.Write(p); err != nil {
		m.err = fmt.Errorf("pdf: %w", err)
	}
}
