package cos

// stream reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (l *loader) stream(at int) (*section, error) {
	p := parser{Scanner: Scanner{Data: l.data, At: at}}
	if digit(p.Data[at]) < 0 {
		return nil, broken(at, "no table of objects")
	}
	if _, err := p.head(); err != nil {
		return nil, err
	}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(Dict)
	if _, hybrid := d["XRefStm"]; !ok || hybrid || d["Type"] != Name("XRef") {
		return nil, broken(at, "no table of objects")
	}
	if err := p.Want("stream"); err != nil {
		return nil, err
	}
	length, ok := d["Length"].(int64)
	if !ok || length < 0 || length > int64(len(l.data)) {
		return nil, broken(at, "a table without its length")
	}
	raw, err := p.Scanner.stream(int(length))
	if err != nil {
		return nil, err
	}
	if err := p.Want("endobj"); err != nil {
		return nil, err
	}
	l.tables = append(l.tables, span{at, p.At})
	sec := &section{at: at, end: p.At, stream: true, trailer: d}
	return sec, l.fields(sec, raw)
}

// fields reads the entries of a stream: fields of the widths /W for the numbers
// in /Index. Other programs refuse those of more than four bytes, but for places.
func (l *loader) fields(sec *section, raw []byte) error {
	wrong := broken(sec.at, "a table whose /W or /Index is odd")
	w, ok := wholes(sec.trailer["W"], 8)
	if !ok || len(w) != 3 || w[0] > 4 || w[1] == 0 || w[2] > 4 {
		return wrong
	}
	index := []int{0}
	if v, there := sec.trailer["Index"]; there {
		if index, ok = wholes(v, mostNumber); !ok || len(index)%2 != 0 {
			return wrong
		}
	} else if size, ok := sec.trailer["Size"].(int64); ok && size > 0 && size <= mostNumber {
		index = append(index, int(size))
	} else {
		return wrong
	}
	rows := 0
	for i := 1; i < len(index); i += 2 {
		if err := l.take(index[i]); err != nil {
			return err
		}
		if index[i-1]+index[i] > mostNumber {
			return wrong
		}
		rows += index[i]
	}
	width := w[0] + w[1] + w[2]
	data, err := decode(&Stream{Dict: sec.trailer, Raw: raw}, rows*width, direct)
	if err != nil || len(data) != rows*width {
		return broken(sec.at, "a table of another length than it tells")
	}
	for i := 0; i < len(index); i += 2 {
		for num := index[i]; num < index[i]+index[i+1]; num++ {
			e, ok := fieldsOf(data, w)
			if !ok {
				return broken(sec.at, "a table with an entry beyond all bounds")
			}
			e.num = uint32(num)
			if err := sec.add(e, sec.at); err != nil {
				return err
			}
			data = data[width:]
		}
	}
	return nil
}

// fieldsOf reads one entry. Types that nobody knows may come one day (7.5.8.3), and
// programs differ in what they do then.
func fieldsOf(data []byte, w []int) (e entry, ok bool) {
	fields := [3]uint64{1, 0, 0}
	for i, width := range w {
		if width > 0 {
			fields[i] = 0
		}
		for _, c := range data[:width] {
			if fields[i] >= 1<<56 {
				return e, false
			}
			fields[i] = fields[i]<<8 | uint64(c)
		}
		data = data[width:]
	}
	switch fields[0] {
	case 1:
		e = entry{state: plain, at: uint32(fields[1]), gen: uint16(fields[2])}
		return e, fields[1] <= MostBytes && fields[2] <= 65535
	case 2:
		e = entry{state: packed, in: uint32(fields[1]), at: uint32(fields[2])}
		return e, fields[1] < mostNumber && fields[2] <= mostEntries
	}
	return e, fields[0] == 0
}

// direct stands for File.Get where there is no table yet.
func direct(v Value) Value {
	if _, elsewhere := v.(Ref); elsewhere {
		return nil
	}
	return v
}

// wholes reads an array of whole numbers up to most.
func wholes(v Value, most int) ([]int, bool) {
	a, _ := v.(Array)
	out := make([]int, len(a))
	for i, e := range a {
		n, ok := e.(int64)
		if !ok || n < 0 || n > int64(most) {
			return nil, false
		}
		out[i] = int(n)
	}
	return out, len(out) > 0
}
