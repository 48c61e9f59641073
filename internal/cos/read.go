package cos

// lengthRoom is how many bytes the object with the length of a stream may have.
const lengthRoom = 256

// readPlain reads an object at its place, with the length of a stream as of a
// revision. inPack allows that length to stand in a stream of objects.
func (b *body) readPlain(e *entry, rev int, inPack bool) (Value, span, error) {
	p := parser{Scanner: Scanner{Data: b.data, At: min(int(e.at), len(b.data))}}
	p.blanks()
	s := span{from: p.At}
	if p.At >= len(p.Data) || digit(p.Data[p.At]) < 0 || p.At > 0 && classes[p.Data[p.At-1]] == regular {
		return nil, s, broken(p.At, "no object where the table says")
	}
	r, err := p.head()
	if err != nil {
		return nil, s, err
	}
	if r.Num != int(e.num) || r.Gen != int(e.gen) {
		return nil, s, broken(s.from, "another object than the table says")
	}
	v, err := p.value(0)
	if err != nil {
		return nil, s, err
	}
	if d, ok := v.(Dict); ok && p.follows("stream") {
		length, err := b.length(d["Length"], rev, inPack)
		if err != nil {
			return nil, s, err
		}
		raw, err := p.stream(length)
		if err != nil {
			return nil, s, err
		}
		v = &Stream{Dict: d, Raw: raw}
	}
	err = p.Want("endobj")
	s.to = p.At
	return v, s, err
}

// length reads the length of a stream, which may be an object of its own.
func (b *body) length(v Value, rev int, inPack bool) (int, error) {
	if r, ok := v.(Ref); ok {
		e := b.find(r, rev)
		if e == nil {
			return 0, broken(0, "a stream whose length is missing")
		}
		if e.state == packed {
			if !inPack {
				return 0, broken(0, "a stream of objects whose length is in one")
			}
			var err error
			if v, err = b.readPacked(e); err != nil {
				return 0, err
			}
		} else {
			short := body{data: b.data[:min(len(b.data), int(e.at)+lengthRoom)]}
			var err error
			if v, _, err = short.readPlain(e, 0, false); err != nil {
				return 0, err
			}
		}
	}
	n, ok := v.(int64)
	if !ok || n < 0 || n > MostBytes {
		return 0, broken(0, "a stream without its length")
	}
	return int(n), nil
}

// pack is a stream of objects (ISO 32000-1, 7.5.7), decoded.
type pack struct {
	data    []byte
	numbers []int
	places  []int // of each object, and the end of the last
}

// readPacked reads an object of a stream of objects.
func (b *body) readPacked(e *entry) (Value, error) {
	p, err := b.packOf(e)
	if err != nil {
		return nil, err
	}
	i := int(e.at)
	if i >= len(p.numbers) || p.numbers[i] != int(e.num) {
		return nil, broken(b.revs[e.rev].at, "another object in the stream of objects than the table says")
	}
	in := parser{Scanner: Scanner{Data: p.data[:p.places[i+1]], At: p.places[i]}}
	v, err := in.value(0)
	if err != nil {
		return nil, err
	}
	if t, err := in.Next(); err != nil || t.Kind != Ended {
		return nil, broken(in.At, "more than one object in one place")
	}
	return v, nil
}

// packOf opens the stream that an object is in. Each is decoded once, while the
// file is opened.
func (b *body) packOf(e *entry) (*pack, error) {
	stream := b.find(Ref{int(e.in), 0}, int(e.rev))
	if stream == nil || stream.state != plain || stream.rev != e.rev {
		return nil, broken(b.revs[e.rev].at, "an object in a stream that is not there")
	}
	key := packKey{stream.num, stream.rev}
	if p, ok := b.packs[key]; ok {
		return p, nil
	}
	v, s, err := b.readPlain(stream, int(e.rev), false)
	if err != nil {
		return nil, err
	}
	x, ok := v.(*Stream)
	if !ok || x.Dict["Type"] != Name("ObjStm") {
		return nil, broken(s.from, "no stream of objects")
	}
	data, err := decode(x, mostUnpacked-b.unpacked, direct)
	if err != nil {
		return nil, err
	}
	b.unpacked += len(data)
	p, ok := unpack(x.Dict, data)
	if !ok {
		return nil, broken(s.from, "a stream of objects whose list is odd")
	}
	b.packs[key] = p
	return p, nil
}

// unpack reads the list of numbers and places, which must ascend.
func unpack(d Dict, data []byte) (*pack, bool) {
	n, _ := d["N"].(int64)
	first, _ := d["First"].(int64)
	if n < 0 || n > int64(len(data)/2) || first < 0 || first > int64(len(data)) {
		return nil, false
	}
	p := &pack{data: data, numbers: make([]int, n), places: make([]int, n+1)}
	s := Scanner{Data: data[:first]}
	for i := range n {
		num, err := s.Integer()
		at, wrong := s.Integer()
		at += int(first)
		if err != nil || wrong != nil || at > len(data) || i > 0 && at <= p.places[i-1] {
			return nil, false
		}
		p.numbers[i], p.places[i] = num, at
	}
	p.places[n] = len(data)
	return p, true
}
