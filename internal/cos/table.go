package cos

// table reads a cross-reference table and its trailer (ISO 32000-1, 7.5.4 and
// 7.5.5), and the stream with further entries that it may name (7.5.8.4).
func (l *loader) table(at int) (*section, error) {
	p := parser{Scanner: Scanner{Data: l.data, At: at}}
	if err := p.Want("xref"); err != nil {
		return nil, err
	}
	sec := &section{at: at}
	for {
		t, err := p.Next()
		if err != nil {
			return nil, err
		}
		if p.is(t, "trailer") {
			break
		}
		first, ok := whole(p.Data[t.From:t.To])
		if !ok || first >= mostNumber {
			return nil, broken(t.From, "no number of an object")
		}
		if err := l.lines(&p, sec, first); err != nil {
			return nil, err
		}
	}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	trailer, ok := v.(Dict)
	if !ok {
		return nil, broken(p.At, "no trailer")
	}
	sec.trailer, sec.end = trailer, p.At
	l.tables = append(l.tables, span{at, p.At})
	return sec, l.hybrid(sec)
}

// lines reads the lines of a part of a table: ten digits, five digits, n or f.
// The blanks at their ends may be one or two.
func (l *loader) lines(p *parser, sec *section, first int) error {
	n, err := p.Integer()
	if err != nil {
		return err
	}
	if n > len(p.Data)/18 || first+n > mostNumber {
		return broken(p.At, "a table that is longer than the file")
	}
	if err := l.take(n); err != nil {
		return err
	}
	const width = len("0000000000 65535 f")
	for num := first; num < first+n; num++ {
		p.blanks()
		if len(p.Data)-p.At <= width {
			return broken(p.At, "a table that is cut off")
		}
		line := p.Data[p.At : p.At+width+1]
		at, ok := whole(line[:10])
		gen, fine := whole(line[11:16])
		if !ok || !fine || gen > 65535 || line[10] != ' ' || line[16] != ' ' || line[17] != 'n' && line[17] != 'f' || classes[line[18]] != blank {
			return broken(p.At, "a line of a table that is not as it must be")
		}
		e := entry{num: uint32(num)}
		if line[17] == 'n' {
			e.state, e.at, e.gen = plain, uint32(at), uint16(gen)
		}
		if err := sec.add(e, p.At); err != nil {
			return err
		}
		p.At += width
	}
	return nil
}

// add takes an entry in. Object 0 is none.
func (s *section) add(e entry, at int) error {
	if e.num == 0 {
		if e.state != free {
			return broken(at, "an object with the number 0")
		}
		return nil
	}
	s.entries = append(s.entries, e)
	return nil
}

// hybrid joins the entries of /XRefStm: of objects that the table calls free.
func (l *loader) hybrid(sec *section) error {
	v, there := sec.trailer["XRefStm"]
	if !there {
		return nil
	}
	at, ok := v.(int64)
	if !ok || at <= 0 || at >= int64(len(l.data)) || l.seen[int(at)] {
		return broken(sec.at, "an /XRefStm that names no table")
	}
	l.seen[int(at)] = true
	more, err := l.stream(int(at))
	if err != nil {
		return err
	}
	if _, locked := more.trailer["Encrypt"]; locked {
		return ErrEncrypted
	}
	sec.bare = len(sec.entries) == 0
	sec.entries, err = join(sec.entries, more.entries, int(at))
	return err
}

// join adds the entries of a stream to those of a table: the table calls free
// what only the stream knows, and what both know must be the same.
func join(table, more []entry, at int) ([]entry, error) {
	known := map[uint32]int{}
	for i, e := range table {
		known[e.num] = i
	}
	for _, e := range more {
		i, twice := known[e.num]
		switch {
		case !twice:
			table = append(table, e)
		case e.state == free || e == table[i]:
		case table[i].state != free:
			return nil, broken(at, "an object that is defined twice")
		default:
			table[i] = e
		}
	}
	return table, nil
}
