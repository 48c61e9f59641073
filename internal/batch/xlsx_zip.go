package batch

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
)

// sortedZip is the archive below a workbook. excelize gives its sheets in the
// order of a map; here they wait, compressed, until all are there, and are
// written by their names, without times.
type sortedZip struct {
	to    *zip.Writer
	parts []*zipPart
}

// zipPart is one file of the archive.
type zipPart struct {
	name    string
	packed  bytes.Buffer
	deflate *flate.Writer
	crc     uint32
	size    uint64
}

// Write takes in a piece of the file.
func (p *zipPart) Write(b []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.size += uint64(len(b))
	return p.deflate.Write(b)
}

// Create begins a file; the one before is done.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &zipPart{name: name}
	var err error
	if p.deflate, err = flate.NewWriter(&p.packed, flate.DefaultCompression); err != nil {
		return nil, err
	}
	if err := z.finish(); err != nil {
		return nil, err
	}
	z.parts = append(z.parts, p)
	return p, nil
}

// finish ends the last file, whose packer is large.
func (z *sortedZip) finish() error {
	if len(z.parts) == 0 {
		return nil
	}
	last := z.parts[len(z.parts)-1]
	if last.deflate == nil {
		return nil
	}
	err := last.deflate.Close()
	last.deflate = nil
	return err
}

// AddFS is asked for by excelize's interface; it adds no folders.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes all files. [Content_Types].xml sorts first, as readers like it.
func (z *sortedZip) Close() error {
	if err := z.finish(); err != nil {
		return err
	}
	slices.SortFunc(z.parts, func(a, b *zipPart) int { return bytes.Compare([]byte(a.name), []byte(b.name)) })
	for _, p := range z.parts {
		w, err := z.to.CreateRaw(undated(zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.crc,
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
		}))
		if err == nil {
			_, err = p.packed.WriteTo(w)
		}
		if err != nil {
			return err
		}
	}
	return z.to.Close()
}
