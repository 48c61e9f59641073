package opc

import (
	"archive/zip"
	"errors"
	"io"

	"kehoach.example/internal/diag"
)

// Part reads one part and watches the bounds.
type Part struct {
	Name string
	Err  error // the refusal, once there is one

	in      io.ReadCloser
	pkg     *Package
	packed  int64 // bytes of the file that it can be made of
	size    int64
	pending int64 // bytes since the last border
}

// Open gives the bytes of a part, nil where there is no such part.
func (p *Package) Open(name string) (*Part, error) {
	f := p.parts[Name(name)]
	switch {
	case f == nil || name == "":
		return nil, nil
	case f.Flags&1 != 0:
		return nil, p.limits.Refuse(Fault{Encrypted, diag.M("tệp nén được đặt mật khẩu", "the zip is protected by a password")})
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return nil, p.limits.broken("phần %q được nén bằng cách lạ (số %d)", "the part %q is packed in an unknown way (number %d)", name, f.Method)
	}
	in, err := f.Open()
	if err != nil {
		return nil, p.limits.broken("không mở được phần %q trong tệp", "the part %q of the file cannot be opened", name)
	}
	return &Part{Name: name, in: in, pkg: p, packed: int64(max(min(f.CompressedSize64, p.size), 1))}, nil
}

// Border tells that what was read so far is no longer held: between two pieces
// of XML.
func (r *Part) Border() { r.pending = 0 }

// Close ends the reading of the part.
func (r *Part) Close() error { return r.in.Close() }

// Read reads on, until a bound is passed.
func (r *Part) Read(b []byte) (int, error) {
	if r.Err != nil {
		return 0, r.Err
	}
	n, err := r.in.Read(b)
	r.size += int64(n)
	r.pending += int64(n)
	r.pkg.unpacked += int64(n)
	r.Err = r.judge()
	if r.Err == nil && err != nil && !errors.Is(err, io.EOF) {
		r.Err = r.pkg.limits.broken("phần %q trong tệp đã hỏng (nén sai hoặc sai mã kiểm tra)", "the part %q of the file is broken (bad packing or checksum)", r.Name)
	}
	if r.Err != nil {
		return 0, r.Err
	}
	return n, err
}

// judge tells whether a bound is passed.
func (r *Part) judge() error {
	l := &r.pkg.limits
	over := func(n, limit int64) bool { return limit > 0 && n > limit }
	switch {
	case over(r.size, l.Part):
		return l.tooLarge("phần %q giải nén ra hơn %d MB", "the part %q unpacks to more than %d MB", r.Name, l.Part>>20)
	case over(r.pkg.unpacked, l.Whole):
		return l.tooLarge("tệp giải nén ra hơn %d MB", "the file unpacks to more than %d MB", l.Whole>>20)
	case r.size > l.Small && over(r.size, l.Ratio*r.packed):
		return l.tooLarge("phần %q giải nén ra hơn %d lần cỡ của nó: có thể là bom nén", "the part %q unpacks to more than %d times its size: it may be a zip bomb", r.Name, l.Ratio)
	case over(r.pending, l.Token):
		return l.tooLarge("phần %q có một đoạn liền dài hơn %d MB", "the part %q has one piece longer than %d MB", r.Name, l.Token>>20)
	}
	return nil
}
