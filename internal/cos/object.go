package cos

// Written is one object as it is written: the tokens of its value and, where it
// is a stream, the bytes of that. Who copies objects without changing their
// looks works on it; who wants to know what they say asks File.Get.
type Written struct {
	Data   []byte // of the whole file
	Tokens []Token
	Stream []byte // from the keyword stream to the keyword endstream; nil: none
}

// ReadWritten reads the object at a place, whose number must be n and whose
// generation 0; a stream must tell its length itself. The error is an ErrBroken.
func ReadWritten(data []byte, at, n int) (*Written, error) {
	if at <= 0 || at >= len(data) {
		return nil, broken(at, "no object")
	}
	s := Scanner{Data: data, At: at}
	if r, err := s.head(); err != nil || r != (Ref{Num: n}) {
		return nil, broken(at, "not the object that was asked for")
	}
	o := &Written{Data: data}
	depth := 0
	for {
		t, err := s.Next()
		if err != nil {
			return nil, err
		}
		switch word := o.Word(t); {
		case t.Kind == Ended:
			return nil, broken(t.From, "an object without end")
		case t.Kind == Opened:
			depth++
		case t.Kind == Closed:
			depth--
		case word == "endobj" && depth == 0:
			return o, nil
		case word == "stream" && depth == 0:
			return o, o.readStream(&s, t.From)
		case word == "obj" || word == "endobj" || word == "stream":
			return nil, broken(t.From, "an object within another")
		}
		if depth < 0 {
			return nil, broken(t.From, "something closed that was not open")
		}
		o.Tokens = append(o.Tokens, t)
	}
}

// readStream skips a stream by its /Length, which must stand in the dictionary
// itself, and asks for the words behind it.
func (o *Written) readStream(s *Scanner, from int) error {
	value := o.Value("/Length")
	if len(value) != 1 {
		return broken(from, "a stream without its length")
	}
	length, ok := whole(o.Bytes(value[0]))
	if !ok {
		return broken(from, "a stream without its length")
	}
	if _, err := s.stream(length); err != nil {
		return err
	}
	o.Stream = o.Data[from:s.At]
	return s.Want("endobj")
}

// Bytes gives a token as it stands in the file.
func (o *Written) Bytes(t Token) []byte { return o.Data[t.From:t.To] }

// All gives the bytes of tokens as they stand in the file.
func (o *Written) All(tokens []Token) string {
	if len(tokens) == 0 {
		return ""
	}
	return string(o.Data[tokens[0].From:tokens[len(tokens)-1].To])
}

// Word gives a token that is no string; "" for a string.
func (o *Written) Word(t Token) string {
	if t.Kind != Keyword && t.Kind != NameToken && t.Kind != Number && t.Kind != Opened && t.Kind != Closed {
		return ""
	}
	return string(o.Bytes(t))
}

// Pair is a key of a dictionary and the tokens of its value.
type Pair struct {
	Key   string // with its slash
	Value []Token
}

// Pairs gives the outermost dictionary; nil: the object is none.
func (o *Written) Pairs() []Pair {
	if len(o.Tokens) == 0 || o.Word(o.Tokens[0]) != "<<" {
		return nil
	}
	var out []Pair
	for i := 1; i+1 < len(o.Tokens); {
		end := o.end(i + 1)
		out = append(out, Pair{o.Word(o.Tokens[i]), o.Tokens[i+1 : end]})
		i = end
	}
	return out
}

// Value gives the tokens of a key of the outermost dictionary; nil: no such
// key.
func (o *Written) Value(key string) []Token {
	for _, p := range o.Pairs() {
		if p.Key == key {
			return p.Value
		}
	}
	return nil
}

// end gives the index behind the value that begins at i.
func (o *Written) end(i int) int {
	if _, ok := o.Reference(i); ok {
		return i + 3
	}
	for depth := 0; i < len(o.Tokens); i++ {
		switch o.Tokens[i].Kind {
		case Opened:
			depth++
		case Closed:
			depth--
		}
		if depth <= 0 {
			return i + 1
		}
	}
	return i
}

// Reference reads "7 0 R" at i, which refers to object 7.
func (o *Written) Reference(i int) (n int, ok bool) {
	if i+2 >= len(o.Tokens) || o.Tokens[i].Kind != Number || o.Word(o.Tokens[i+1]) != "0" || o.Word(o.Tokens[i+2]) != "R" {
		return 0, false
	}
	return whole(o.Bytes(o.Tokens[i]))
}

// References gives all objects that Tokens of this one refer to.
func (o *Written) References(tokens []Token) []int {
	var out []int
	sub := Written{Data: o.Data, Tokens: tokens}
	for i := range tokens {
		if n, ok := sub.Reference(i); ok {
			out = append(out, n)
		}
	}
	return out
}

// Refers gives the one object that a key refers to.
func (o *Written) Refers(key string) (int, error) {
	value := o.Value(key)
	refs := o.References(value)
	if len(value) != 3 || len(refs) != 1 {
		return 0, broken(0, "no reference behind "+key)
	}
	return refs[0], nil
}
