package cos

// table reads a cross-reference table and its trailer (ISO 32000-1, 7.5.4 and
// 7.5.5), and the stream with further entries that it may name (7.5.8.4). There
// are no comments in it, and no empty lines but one before the trailer, as MuPDF
// writes.
func (l *loader) table(at int) (*section, error) {
	p := parser{Scanner: Scanner{Data: l.data, At: at + len("xref")}}
	if p.spaces(); !p.lineEnd() {
		return nil, broken(p.At, "no line end behind xref")
	}
	sec := &section{at: at}
	for !p.ended() {
		if err := l.part(&p, sec); err != nil {
			return nil, err
		}
	}
	if p.blanks(); !p.sees("<<") {
		return nil, broken(p.At, "no trailer")
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

// ended reads the word behind the last line, if it stands here.
func (s *Scanner) ended() bool {
	back := s.At
	if s.lineEnd(); s.sees("trailer") {
		s.At += len("trailer")
		return true
	}
	s.At = back
	return false
}

// part reads a part of a table: the number of its first object and how many there
// are, then their lines. Other programs take a part from 1 that begins with a free
// object for one from 0.
func (l *loader) part(p *parser, sec *section) error {
	from := p.At
	first, ok := p.digits()
	space := p.sees(" ")
	p.At++
	n, fine := p.digits()
	if p.spaces(); !ok || !fine || !space || !p.lineEnd() {
		return broken(from, "a part of a table that does not tell its numbers")
	}
	if n > (len(p.Data)-p.At)/lineWidth || first+n > mostNumber {
		return broken(from, "a table that is longer than the file")
	}
	if err := l.take(n); err != nil {
		return err
	}
	for num := first; num < first+n; num++ {
		e, ok := lineOf(p.Data[p.At:p.At+lineWidth], num)
		if !ok || num == 1 && first == 1 && e.state == free {
			return broken(p.At, "a line of a table that is not as it must be")
		}
		if err := sec.add(e, p.At); err != nil {
			return err
		}
		p.At += lineWidth
	}
	return nil
}

// lineWidth is the length of a line with its end.
const lineWidth = len("0000000000 65535 f \n")

// lineOf reads a line: ten digits, five digits, n or f. MuPDF counts the
// generation of object 0 one beyond the bound.
func lineOf(line []byte, num int) (e entry, ok bool) {
	at, ok := whole(line[:10])
	gen, fine := whole(line[11:16])
	if !ok || !fine || gen > 65535 && (num > 0 || gen > 65536) || line[10] != ' ' || line[16] != ' ' {
		return e, false
	}
	switch string(line[18:]) {
	case " \n", " \r", "\r\n":
	default:
		return e, false
	}
	e.num = uint32(num)
	if line[17] == 'n' {
		e.state, e.at, e.gen = plain, uint32(at), uint16(gen)
	}
	return e, line[17] == 'n' || line[17] == 'f'
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

// hybrid reads the entries of /XRefStm. Programs do not agree on what counts where
// a table calls an object free and the stream does not: only a table without lines
// may have one, as Word writes it.
func (l *loader) hybrid(sec *section) error {
	v, there := sec.trailer["XRefStm"]
	if !there {
		return nil
	}
	at, ok := v.(int64)
	if !ok || at <= 0 || at >= int64(len(l.data)) || l.seen[int(at)] || len(sec.entries) > 0 {
		return broken(sec.at, "an /XRefStm that names no table, or beside lines")
	}
	l.seen[int(at)] = true
	more, err := l.stream(int(at))
	if err != nil {
		return err
	}
	if _, locked := more.trailer["Encrypt"]; locked {
		return ErrEncrypted
	}
	sec.bare, sec.entries = true, more.entries
	return nil
}

// join adds the entries of the stream of a table without lines to those of the
// table before it, which calls free what only the stream knows; what both know
// must be the same.
func join(table, more []entry, at int) ([]entry, error) {
	known := map[uint32]int{}
	for i, e := range table {
		known[e.num] = i
	}
	for _, e := range more {
		i, twice := known[e.num]
		switch {
		case !twice:
			known[e.num] = len(table)
			table = append(table, e)
		case table[i].state == free:
			table[i] = e
		case e != table[i]:
			return nil, broken(at, "an object that is defined twice")
		}
	}
	return table, nil
}
