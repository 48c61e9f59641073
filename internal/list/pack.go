package list

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"kehoach.example/internal/diag"
)

// pack is the zip of an Excel file. It counts what is unpacked.
type pack struct {
	parts    map[string]*zip.File // by name as partName gives it
	unpacked int64
	elements int
}

// metered reads at most left bytes while the directory is read.
type metered struct {
	*bytes.Reader
	left    int64
	opening bool
	over    bool
}

func (m *metered) ReadAt(p []byte, off int64) (int, error) {
	n, err := m.Reader.ReadAt(p, off)
	if m.opening {
		if m.left -= int64(n); m.left < 0 {
			m.over = true
			return 0, errors.New("the directory is too long")
		}
	}
	return n, err
}

// openPack opens the zip. Nothing is unpacked yet.
func openPack(data []byte) (*pack, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, tooLarge(diag.Place{}, "tệp nén chứa hơn %d tệp con", "the zip holds more than %d files", maxEntries)
	}
	source := &metered{Reader: bytes.NewReader(data), left: maxDirectory, opening: true}
	archive, err := zip.NewReader(source, int64(len(data)))
	switch {
	case source.over:
		return nil, tooLarge(diag.Place{}, "mục lục của tệp nén dài hơn %d MB", "the directory of the zip is longer than %d MB", maxDirectory>>20)
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, broken("tệp không đầy đủ hoặc đã hỏng: không đọc được mục lục của tệp nén", "the file is cut short or broken: the directory of the zip cannot be read")
	}
	source.opening = false
	p := &pack{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		if name := partName(f.Name); p.parts[name] == nil {
			p.parts[name] = f
		}
	}
	return p, nil
}

// partName is the name by which a part is looked up: names of parts do not
// differ by case (ECMA-376 part 2, 9.1), and some writers put backslashes.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, "\\", "/")), "/"))
}

func (p *pack) has(name string) bool { return name != "" && p.parts[partName(name)] != nil }

// open gives the bytes of a part as a stream that ends in an error where a bound
// is passed, whatever the zip says of its size.
func (p *pack) open(name string) (*part, error) {
	f := p.parts[partName(name)]
	switch {
	case f == nil:
		return nil, broken("tệp thiếu phần %q", "the file lacks the part %q", name)
	case f.Flags&1 != 0:
		return nil, refuse("LIST-ENCRYPTED", diag.M("tệp nén được đặt mật khẩu", "the zip is protected by a password"), saveAs())
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return nil, broken("phần %q được nén bằng cách lạ (số %d)", "the part %q is packed in an unknown way (number %d)", name, f.Method)
	}
	in, err := f.Open()
	if err != nil {
		return nil, broken("không mở được phần %q trong tệp", "the part %q of the file cannot be opened", name)
	}
	return &part{in: in, pack: p, name: name, packed: int64(f.CompressedSize64)}, nil
}

// part reads one part and watches the bounds.
type part struct {
	in      io.ReadCloser
	pack    *pack
	name    string
	packed  int64
	size    int64
	pending int64 // bytes since the last border of the XML
	err     error // the refusal, once there is one
}

func (r *part) Read(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.in.Read(b)
	r.size += int64(n)
	r.pending += int64(n)
	r.pack.unpacked += int64(n)
	switch {
	case r.pack.unpacked > maxUnpacked:
		r.err = tooLarge(diag.Place{}, "tệp giải nén ra hơn %d MB", "the file unpacks to more than %d MB", maxUnpacked>>20)
	case r.size > smallPart && r.size > maxRatio*max(r.packed, 1):
		r.err = tooLarge(diag.Place{}, "phần %q giải nén ra hơn %d lần cỡ của nó: có thể là bom nén", "the part %q unpacks to more than %d times its size: it may be a zip bomb", r.name, maxRatio)
	case r.pending > maxToken:
		r.err = tooLarge(diag.Place{}, "phần %q có một đoạn liền dài hơn %d MB", "the part %q has one piece longer than %d MB", r.name, maxToken>>20)
	case err != nil && !errors.Is(err, io.EOF):
		r.err = broken("phần %q trong tệp đã hỏng (nén sai hoặc sai mã kiểm tra)", "the part %q of the file is broken (bad packing or checksum)", r.name)
	}
	if r.err != nil {
		return 0, r.err
	}
	return n, err
}
