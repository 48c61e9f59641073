package cos

import (
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/zlib"
)

// Decode gives the bytes of a stream: FlateDecode, also with predictors, or
// none (ISO 32000-1, 7.4). More than limit bytes are ErrTooBig, other filters
// ErrFilter, bytes that do not fit their filter ErrBroken.
func (f *File) Decode(s *Stream, limit int) ([]byte, error) {
	if f.Over() {
		return nil, ErrTooBig
	}
	room := f.work.room(limit)
	data, err := decode(s, room, f.Get)
	switch {
	case err == nil:
		f.work.decoded(len(data))
	case !errors.Is(err, ErrFilter): // as much as may have been made
		f.work.decoded(min(room, mostRatio*len(s.Raw)))
	}
	return data, err
}

// mostRatio is how many bytes Flate makes of one at most.
const mostRatio = 1032

// mostFilters is how many filters a stream may have one after the other.
const mostFilters = 4

func decode(s *Stream, limit int, get func(Value) Value) ([]byte, error) {
	filters, parms := listOf(get(s.Dict["Filter"])), listOf(get(s.Dict["DecodeParms"]))
	if _, outside := s.Dict["F"]; outside || len(filters) > mostFilters {
		return nil, ErrFilter
	}
	data := s.Raw
	for i, filter := range filters {
		if get(filter) != Name("FlateDecode") {
			return nil, ErrFilter
		}
		var parm Dict
		if i < len(parms) {
			parm, _ = get(parms[i]).(Dict)
		}
		var err error
		if data, err = inflate(data, limit, parm, get); err != nil {
			return nil, err
		}
	}
	if len(data) > limit {
		return nil, ErrTooBig
	}
	return data, nil
}

// listOf makes a list of an entry that may be one thing or several.
func listOf(v Value) Array {
	switch x := v.(type) {
	case nil:
		return nil
	case Array:
		return x
	}
	return Array{v}
}

func inflate(data []byte, limit int, parm Dict, get func(Value) Value) ([]byte, error) {
	p, err := predictorOf(parm, get)
	if err != nil {
		return nil, err
	}
	room := limit
	if p.kind >= 10 { // a byte more for each row
		room += limit/p.row + 1
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, broken(0, "a stream that is not compressed as it says")
	}
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(r, int64(room)+1))
	if n > int64(room) {
		return nil, ErrTooBig
	}
	if err != nil {
		return nil, broken(0, "a stream that is not compressed as it says")
	}
	return p.undo(out.Bytes())
}

// predictor tells how the bytes of a stream follow from their neighbours (ISO
// 32000-1, 7.4.4.4): kind 1 not at all, 2 as in TIFF, from 10 as in PNG.
type predictor struct {
	kind, row, pixel int // row and pixel in bytes
}

func predictorOf(parm Dict, get func(Value) Value) (predictor, error) {
	p := predictor{kind: 1}
	kind, colors, bits, columns := int64(1), int64(1), int64(8), int64(1)
	for key, n := range map[Name]*int64{"Predictor": &kind, "Colors": &colors, "BitsPerComponent": &bits, "Columns": &columns} {
		v := get(parm[key])
		if v == nil {
			continue
		}
		x, ok := v.(int64)
		if !ok || x < 1 || x > 1<<20 {
			return p, broken(0, "a predictor with odd parameters")
		}
		*n = x
	}
	if kind == 1 {
		return p, nil
	}
	if kind > 2 && kind < 10 || kind > 15 || colors > 32 || bits > 16 || kind == 2 && bits != 8 {
		return p, ErrFilter
	}
	return predictor{int(kind), int((colors*bits*columns + 7) / 8), int((colors*bits + 7) / 8)}, nil
}

func (p predictor) undo(data []byte) ([]byte, error) {
	switch {
	case p.kind == 1:
		return data, nil
	case p.kind == 2:
		if len(data)%p.row != 0 {
			return nil, broken(len(data), "a row that is not whole")
		}
		for i := range data {
			if i%p.row >= p.pixel {
				data[i] += data[i-p.pixel]
			}
		}
		return data, nil
	}
	if len(data)%(p.row+1) != 0 {
		return nil, broken(len(data), "a row that is not whole")
	}
	out, above := data[:0], make([]byte, p.row)
	for at := 0; at < len(data); at += p.row + 1 {
		line := data[at+1 : at+1+p.row]
		if err := p.line(data[at], line, above); err != nil {
			return nil, err
		}
		copy(above, line)
		out = append(out, line...)
	}
	return out, nil
}

// line undoes the filter of one row (PNG, 9).
func (p predictor) line(filter byte, line, above []byte) error {
	for i := range line {
		var left, corner byte
		if i >= p.pixel {
			left, corner = line[i-p.pixel], above[i-p.pixel]
		}
		switch filter {
		case 0:
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(int(left), int(above[i]), int(corner))
		default:
			return broken(0, "a row with an unknown filter")
		}
	}
	return nil
}

// paeth is the neighbour that is nearest to their plane; a left, b above, c the
// corner.
func paeth(a, b, c int) byte {
	far := func(x int) int {
		if d := a + b - c - x; d >= 0 {
			return d
		} else {
			return -d
		}
	}
	switch x, y, z := far(a), far(b), far(c); {
	case x <= y && x <= z:
		return byte(a)
	case y <= z:
		return byte(b)
	}
	return byte(c)
}
