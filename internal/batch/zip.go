package batch

import (
	"archive/zip"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strings"
)

// undated gives a file of an archive the first date that there is, 1 January 1980
// (APPNOTE 4.4.6).
func undated(h zip.FileHeader) *zip.FileHeader {
	//lint:ignore SA1019 CreateRaw writes this field of the date, not Modified
	h.ModifiedDate = 1<<5 | 1
	return &h
}

// WriteZip writes an archive of the files of all rows that were made, and of
// more files of the folder, sorted by their names. DOCX, PDF and XLSX files are
// compressed already and are stored as they are; the index in JSON is deflated.
// Files are read one by one, in pieces. A file that is not the one of the index
// is an error.
func WriteZip(ctx context.Context, w io.Writer, out *os.Root, ix *Index, more ...File) error {
	files := slices.Clone(more)
	for i := range ix.Units {
		if u := &ix.Units[i]; u.State == Done {
			files = append(files, u.Files...)
		}
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	archive, seal := zip.NewWriter(w), sha256.New()
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := addFile(archive, seal, out, f); err != nil {
			return err
		}
	}
	err := archive.SetComment(zipMark + hex.EncodeToString(seal.Sum(nil)))
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		return fmt.Errorf("batch: %w", err)
	}
	return nil
}

// addFile reads a file twice: its check sum stands before it in an archive that
// is written in one go.
func addFile(archive *zip.Writer, seal io.Writer, out *os.Root, want File) error {
	f, err := out.Open(want.Name)
	if err != nil {
		return err
	}
	defer f.Close()
	crc, sum := crc32.NewIEEE(), sha256.New()
	n, err := io.Copy(io.MultiWriter(crc, sum), f)
	if err != nil {
		return err
	}
	if n != want.Bytes || hex.EncodeToString(sum.Sum(nil)) != want.SHA256 {
		return errOther(want.Name)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	sealEntry(seal, want.Name, uint64(n), crc.Sum32())
	head := undated(zip.FileHeader{
		Name: want.Name, CRC32: crc.Sum32(),
		CompressedSize64: uint64(n), UncompressedSize64: uint64(n),
	})
	create := archive.CreateRaw
	if strings.HasSuffix(want.Name, ".json") {
		head.Method, create = zip.Deflate, archive.CreateHeader
	} else if !isASCII(want.Name) {
		head.Flags = utf8Names
	}
	entry, err := create(head)
	if err == nil {
		_, err = io.Copy(entry, f)
	}
	if err != nil {
		return fmt.Errorf("batch: %w", err)
	}
	return nil
}

// utf8Names marks an entry whose name is UTF-8 (APPNOTE 4.4.4, bit 11).
const utf8Names = 1 << 11

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

// zipMark begins the comment of an archive that this program wrote; behind it is
// the SHA-256 of the names, sizes and check sums of its files in their order.
const zipMark = "kehoach-sha256:"

func sealEntry(seal io.Writer, name string, size uint64, crc uint32) {
	fmt.Fprintf(seal, "%q %d %08x\n", name, size, crc)
}

// zipUnchanged tells whether an archive holds the files that WriteZip put into
// it, by its directory: nobody took one out, put one in, or saved one anew.
func zipUnchanged(r io.ReaderAt, size int64) bool {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	seal := sha256.New()
	for _, f := range archive.File {
		sealEntry(seal, f.Name, f.UncompressedSize64, f.CRC32)
	}
	return archive.Comment == zipMark+hex.EncodeToString(seal.Sum(nil))
}
