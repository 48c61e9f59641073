package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"path"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"kehoach.example/internal/standard"
)

// Press writes papers. What many files have in common, such as the styles of a
// form and the parts of a letterhead, it packs once and keeps, within bounds. It
// is safe for concurrent use; the figures of a form must not change behind it.
type Press struct {
	desks sync.Pool

	mu     sync.RWMutex
	kept   map[part]packed
	fronts map[frontKey]*front
	looks  map[formLook]*looks
	weight int // bytes of the parts and fronts that are kept, packed and not
}

// New makes a press that keeps nothing yet.
func New() *Press {
	return &Press{kept: map[part]packed{}, fronts: map[frontKey]*front{}, looks: map[formLook]*looks{}}
}

// What a press keeps at most. When it is full it begins anew.
const (
	maxKept   = 16 << 20 // bytes
	maxWeight = 1 << 20  // bytes of one part
)

// A desk is the room in which one file is written at a time.
type desk struct {
	*archive
	xml []byte // room for what is written
}

func (p *Press) desk() (*desk, error) {
	d, ok := p.desks.Get().(*desk)
	if !ok {
		a, err := newArchive()
		if err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
		d = &desk{archive: a}
	}
	d.reset()
	return d, nil
}

// addKept puts in a part that other files have too.
func (p *Press) addKept(d *desk, x part) error {
	p.mu.RLock()
	ready, ok := p.kept[x]
	p.mu.RUnlock()
	if !ok {
		var err error
		if ready, err = hard(x); err != nil {
			return err
		}
		p.keep(x, ready)
	}
	d.add(ready)
	return nil
}

func (p *Press) keep(x part, ready packed) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.kept[x]; !ok && p.take(len(x.data)+len(ready.data)) {
		p.kept[x] = ready
	}
}

// take tells whether so many bytes are kept, and makes room for them.
func (p *Press) take(weight int) bool {
	if weight > maxWeight {
		return false
	}
	if p.weight+weight > maxKept {
		clear(p.kept)
		clear(p.fronts)
		p.weight = 0
	}
	p.weight += weight
	return true
}

// A frontKey is what the front of a file follows from.
type frontKey struct {
	look     formLook
	form     string // that the file tells of
	twoSided bool
	names    string // of the parts of its own
}

// begin begins a file with the parts that it has in common with others, which are
// written only where no file was like this.
func (p *Press) begin(d *desk, key frontKey, common func() []part) error {
	p.mu.RLock()
	f, ok := p.fronts[key]
	p.mu.RUnlock()
	if ok {
		return d.beginWith(f)
	}
	for _, x := range common() {
		if err := p.addKept(d, x); err != nil {
			return err
		}
	}
	f, err := d.front()
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.fronts[key]; !ok && p.take(len(f.buf)+len(f.dir)+len(key.form)+len(key.names)) {
		p.fronts[key] = f
	}
	return nil
}

// hard packs a part as small as can be: it is done once for many files.
func hard(x part) (packed, error) {
	data := []byte(x.data)
	out := packed{x.name, zip.Store, crc32.ChecksumIEEE(data), len(data), data}
	if dense(x.name) {
		return out, nil
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return out, fmt.Errorf("docx: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return out, fmt.Errorf("docx: %w", err)
	}
	if err := w.Close(); err != nil {
		return out, fmt.Errorf("docx: %w", err)
	}
	out.method, out.data = zip.Deflate, b.Bytes()
	return out, nil
}

// dense tells of files that no packing makes smaller.
func dense(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpeg", ".jpg":
		return true
	}
	return false
}

// small is how long a part of one file alone is at least if it is packed: to
// find the codes for less takes more time than it saves room.
const small = 1 << 11

// addOwn puts in a part of this file alone.
func (d *desk) addOwn(x part) error {
	if dense(x.name) || len(x.data) < small {
		d.store(x.name, x.data)
		return nil
	}
	return d.deflate(x.name, []byte(x.data))
}

// pack writes the parts of a paper on a letterhead, of which the parts that are
// as they were lent are those of other files too. A last part called as that of
// the seal holds the custom properties of others.
func (p *Press) pack(parts []part, lent *bundle) ([]byte, error) {
	d, err := p.desk()
	if err != nil {
		return nil, err
	}
	defer p.desks.Put(d)
	others := ""
	if last := len(parts) - 1; last >= 0 && parts[last].name == sealPart {
		parts, others = parts[:last], parts[last].data
	}
	for _, x := range parts {
		if lent.get(x.name) == x.data {
			err = p.addKept(d, x)
		} else {
			err = d.addOwn(x)
		}
		if err != nil {
			return nil, err
		}
	}
	return bytes.Clone(d.close(others)), nil
}

// A formLook is what the looks of a paper follow from.
type formLook struct {
	fig *standard.Figures
	set string
}

// looks are the styles of the papers of a form, as a part, and the looks of its
// roles.
type looks struct {
	part   string
	byRole map[string]*look
}

// maxLooks bounds the looks that are kept: a form has two.
const maxLooks = 64

// lookOf gives the looks of a paper; they must not be changed.
func (p *Press) lookOf(fig *standard.Resolved) *looks {
	key := formLook{fig.Figures, fig.Set}
	p.mu.RLock()
	l, ok := p.looks[key]
	p.mu.RUnlock()
	if ok {
		return l
	}
	l = newLooks(fig)
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.looks) < maxLooks {
		p.looks[key] = l
	}
	return l
}

func newLooks(fig *standard.Resolved) *looks {
	w := &writer{fig: fig}
	part := w.styles() // of all roles
	return &looks{part, w.others}
}
