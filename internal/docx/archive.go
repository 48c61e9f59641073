package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/crc32"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
)

// A packed part is a part as it stands in a zip (APPNOTE 4.3.7).
type packed struct {
	name   string
	method uint16 // zip.Store or zip.Deflate
	crc    uint32 // of what was packed
	size   int    // of what was packed
	data   []byte
}

// An archive is a zip on its way: the parts that are in it, and the directory
// that will stand behind them. Nothing in it depends on a clock or on the system,
// and nothing stands in it twice, so that the seal holds for all of its bytes.
type archive struct {
	buf    []byte
	dir    []byte
	count  int
	seal   hash.Hash
	sealed int // bytes that are counted into the seal
	flate  *flate.Writer
}

// reset empties an archive; it keeps its room.
func (a *archive) reset() {
	a.buf, a.dir, a.count, a.sealed = a.buf[:0], a.dir[:0], 0, 0
	a.seal.Reset()
}

// A front is how many archives begin: the parts that they have in common.
type front struct {
	buf, dir []byte
	count    int
	seal     hash.Cloner // over buf
}

// front gives what stands in the archive by now, for others that begin alike.
func (a *archive) front() (*front, error) {
	a.countIn()
	seal, err := a.seal.(hash.Cloner).Clone()
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return &front{bytes.Clone(a.buf), bytes.Clone(a.dir), a.count, seal}, nil
}

// beginWith empties an archive but for what it begins with.
func (a *archive) beginWith(f *front) error {
	seal, err := f.seal.Clone()
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	a.buf, a.dir, a.count = append(a.buf[:0], f.buf...), append(a.dir[:0], f.dir...), f.count
	a.seal, a.sealed = seal, len(f.buf)
	return nil
}

// countIn counts into the seal what it does not hold yet.
func (a *archive) countIn() {
	a.seal.Write(a.buf[a.sealed:])
	a.sealed = len(a.buf)
}

// quick is how hard the parts are packed that are different in each file. Harder
// makes a file of five pages 8 % smaller and takes twice the time.
const quick = 1

func newArchive() (*archive, error) {
	w, err := flate.NewWriter(nil, quick)
	return &archive{seal: sha256.New(), flate: w}, err
}

// Where the fields of the head of a part stand that are known behind it.
const (
	crcAt    = 14
	partHead = 30
)

// add puts a packed part in.
func (a *archive) add(p packed) {
	from := len(a.buf)
	a.begin(p.name, p.method)
	a.buf = append(a.buf, p.data...)
	a.end(from, p.name, p.crc, p.size)
}

// store puts a part in as it is.
func (a *archive) store(name, data string) {
	from := len(a.buf)
	a.begin(name, zip.Store)
	a.buf = append(a.buf, data...)
	a.end(from, name, crc32.ChecksumIEEE(a.buf[len(a.buf)-len(data):]), len(data))
}

// deflate packs a part and puts it in.
func (a *archive) deflate(name string, data []byte) error {
	from := len(a.buf)
	a.begin(name, zip.Deflate)
	a.flate.Reset(a)
	if _, err := a.flate.Write(data); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	if err := a.flate.Close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	a.end(from, name, crc32.ChecksumIEEE(data), len(data))
	return nil
}

// Write takes what the packing of a part gives.
func (a *archive) Write(data []byte) (int, error) {
	a.buf = append(a.buf, data...)
	return len(data), nil
}

// The first day that a zip can tell of, at midnight: the time of every part.
const firstDay = 1<<5 | 1

// begin writes the head of a part; its sums come with end.
func (a *archive) begin(name string, method uint16) {
	const version = 20 // knows deflate
	flags := uint16(0)
	if !isASCII(name) {
		flags = 1 << 11 // the name is UTF-8
	}
	b := append(a.buf, "PK\x03\x04"...)
	for _, word := range []uint16{version, flags, method, 0, firstDay, 0, 0, 0, 0, 0, 0, uint16(len(name)), 0} {
		b = binary.LittleEndian.AppendUint16(b, word)
	}
	a.buf = append(b, name...)
}

// end writes the sums of the part whose head stands at a place, and its entry in
// the directory.
func (a *archive) end(from int, name string, crc uint32, size int) {
	head, data := a.buf[from:], a.buf[from+partHead+len(name):]
	binary.LittleEndian.PutUint32(head[crcAt:], crc)
	binary.LittleEndian.PutUint32(head[crcAt+4:], uint32(len(data)))
	binary.LittleEndian.PutUint32(head[crcAt+8:], uint32(size))
	d := append(a.dir, "PK\x01\x02\x14\x00"...)
	d = append(d, head[4:partHead]...)
	d = append(d, make([]byte, 10)...) // no comment, first disk, no attributes
	d = binary.LittleEndian.AppendUint32(d, uint32(from))
	a.dir = append(d, name...)
	a.count++
}

// close seals the archive, ends it, and gives its bytes, which are good until the
// next reset. others are custom properties of somebody else, "" for none.
func (a *archive) close(others string) []byte {
	a.countIn()
	a.seal.Write([]byte(others))
	a.store(sealPart, sealProps(hex.EncodeToString(a.seal.Sum(nil)), others))
	at := len(a.buf)
	b := append(append(a.buf, a.dir...), "PK\x05\x06\x00\x00\x00\x00"...)
	b = binary.LittleEndian.AppendUint16(b, uint16(a.count))
	b = binary.LittleEndian.AppendUint16(b, uint16(a.count))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(a.dir)))
	b = binary.LittleEndian.AppendUint32(b, uint32(at))
	a.buf = append(b, 0, 0)
	return a.buf
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
