package pdf

// object is one object of a file: the tokens of its value and, where it is a
// stream, the bytes of that.
type object struct {
	data   []byte // of the whole file
	tokens []token
	stream []byte // from the keyword stream to the keyword endstream; nil: none
}

// readObject reads an object whose number must be n.
func readObject(data []byte, at, n int) (*object, error) {
	if at <= 0 || at >= len(data) {
		return nil, errSyntax
	}
	s := scanner{data: data, at: at}
	if num, err := s.integer(); err != nil || num != n {
		return nil, errSyntax
	}
	if gen, err := s.integer(); err != nil || gen != 0 {
		return nil, errSyntax
	}
	if err := s.want("obj"); err != nil {
		return nil, err
	}
	o := &object{data: data}
	depth := 0
	for {
		t, err := s.next()
		if err != nil || t.kind == ended {
			return nil, errSyntax
		}
		switch word := o.word(t); {
		case t.kind == open:
			depth++
		case t.kind == closed:
			depth--
		case word == "endobj" && depth == 0:
			return o, nil
		case word == "stream" && depth == 0:
			return o, o.readStream(&s, t.from)
		case word == "obj" || word == "endobj" || word == "stream":
			return nil, errSyntax
		}
		if depth < 0 {
			return nil, errSyntax
		}
		o.tokens = append(o.tokens, t)
	}
}

// readStream skips a stream by its /Length, which must stand in the dictionary
// itself, and asks for the words behind it.
func (o *object) readStream(s *scanner, from int) error {
	value := o.value("/Length")
	if len(value) != 1 {
		return errSyntax
	}
	length, err := whole(o.bytes(value[0]))
	if err != nil {
		return err
	}
	if s.sees("\r") {
		s.at++
	}
	if !s.sees("\n") || length > len(o.data)-s.at-1 {
		return errSyntax
	}
	s.at += 1 + length
	if err := s.want("endstream"); err != nil {
		return err
	}
	o.stream = o.data[from:s.at]
	return s.want("endobj")
}

func (o *object) bytes(t token) []byte { return o.data[t.from:t.to] }

// all gives the bytes of tokens as they stand in the file.
func (o *object) all(tokens []token) string {
	if len(tokens) == 0 {
		return ""
	}
	return string(o.data[tokens[0].from:tokens[len(tokens)-1].to])
}

func (o *object) word(t token) string {
	if t.kind != keyword && t.kind != name && t.kind != number && t.kind != open && t.kind != closed {
		return ""
	}
	return string(o.bytes(t))
}

// pair is a key of a dictionary and the tokens of its value.
type pair struct {
	key   string
	value []token
}

// pairs gives the outermost dictionary; nil: the object is none.
func (o *object) pairs() []pair {
	if len(o.tokens) == 0 || o.word(o.tokens[0]) != "<<" {
		return nil
	}
	var out []pair
	for i := 1; i+1 < len(o.tokens); {
		end := o.end(i + 1)
		out = append(out, pair{o.word(o.tokens[i]), o.tokens[i+1 : end]})
		i = end
	}
	return out
}

// value gives the tokens of a key of the outermost dictionary; nil: no such
// key.
func (o *object) value(key string) []token {
	for _, p := range o.pairs() {
		if p.key == key {
			return p.value
		}
	}
	return nil
}

// end gives the index behind the value that begins at i.
func (o *object) end(i int) int {
	if _, ok := o.reference(i); ok {
		return i + 3
	}
	for depth := 0; i < len(o.tokens); i++ {
		switch o.tokens[i].kind {
		case open:
			depth++
		case closed:
			depth--
		}
		if depth <= 0 {
			return i + 1
		}
	}
	return i
}

// reference reads "7 0 R" at i, which refers to object 7.
func (o *object) reference(i int) (n int, ok bool) {
	if i+2 >= len(o.tokens) || o.tokens[i].kind != number || o.word(o.tokens[i+1]) != "0" || o.word(o.tokens[i+2]) != "R" {
		return 0, false
	}
	n, err := whole(o.bytes(o.tokens[i]))
	return n, err == nil
}

// references gives all objects that tokens of this one refer to.
func (o *object) references(tokens []token) []int {
	var out []int
	sub := object{data: o.data, tokens: tokens}
	for i := range tokens {
		if n, ok := sub.reference(i); ok {
			out = append(out, n)
		}
	}
	return out
}

// refers gives the one object that a key refers to.
func (o *object) refers(key string) (int, error) {
	value := o.value(key)
	refs := o.references(value)
	if len(value) != 3 || len(refs) != 1 {
		return 0, errSyntax
	}
	return refs[0], nil
}
