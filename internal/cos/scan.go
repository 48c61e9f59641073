package cos

import (
	"bytes"
	"strconv"
)

// Kind is a kind of token (ISO 32000-1, 7.2 and 7.3).
type Kind byte

// The kinds of token.
const (
	Ended     Kind = iota
	Number         // 7, -1.5
	NameToken      // with its slash
	Text           // a string, literal or hexadecimal
	Opened         // << or [
	Closed         // >> or ]
	Keyword        // obj, R, true, stream …
)

// Token is a piece of PDF syntax: Data[From:To] of its scanner.
type Token struct {
	Kind     Kind
	From, To int
}

// Scanner takes the syntax of a file apart, from byte At. It never goes into
// streams: who reads one skips it by its length.
type Scanner struct {
	Data []byte
	At   int
}

// What a byte is (ISO 32000-1, 7.2.2).
const (
	regular = iota
	blank
	delimiter
)

var classes = func() (c [256]byte) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = blank
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = delimiter
	}
	return c
}()

// skip goes over blanks and comments.
func (s *Scanner) skip() {
	for s.At < len(s.Data) {
		switch c := s.Data[s.At]; {
		case classes[c] == blank:
			s.At++
		case c == '%':
			for s.At < len(s.Data) && s.Data[s.At] != '\n' && s.Data[s.At] != '\r' {
				s.At++
			}
		default:
			return
		}
	}
}

// blanks goes over blanks alone.
func (s *Scanner) blanks() {
	for s.At < len(s.Data) && classes[s.Data[s.At]] == blank {
		s.At++
	}
}

// Next gives the next token; Ended behind the last. The error is an ErrBroken.
func (s *Scanner) Next() (Token, error) {
	s.skip()
	t := Token{From: s.At, To: s.At}
	if s.At >= len(s.Data) {
		return t, nil
	}
	var err error
	switch c := s.Data[s.At]; {
	case c == '(':
		t.Kind, err = Text, s.literal()
	case s.sees("<<"), s.sees(">>"):
		t.Kind = Opened
		if c == '>' {
			t.Kind = Closed
		}
		s.At += 2
	case c == '<':
		t.Kind, err = Text, s.hex()
	case c == '[':
		t.Kind, s.At = Opened, s.At+1
	case c == ']':
		t.Kind, s.At = Closed, s.At+1
	case c == '/':
		t.Kind, s.At = NameToken, s.At+1
		s.regular()
	case classes[c] == delimiter:
		err = broken(s.At, "a delimiter that opens nothing")
	default:
		t.Kind = Keyword
		if s.regular(); c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
			t.Kind = Number
		}
	}
	t.To = s.At
	return t, err
}

func (s *Scanner) sees(word string) bool {
	return len(s.Data)-s.At >= len(word) && string(s.Data[s.At:s.At+len(word)]) == word
}

// regular goes over the letters and digits of a name, number or keyword.
func (s *Scanner) regular() {
	for s.At < len(s.Data) && classes[s.Data[s.At]] == regular {
		s.At++
	}
}

// literal goes over a string in parentheses, which may hold more of them.
func (s *Scanner) literal() error {
	from := s.At
	for depth := 0; s.At < len(s.Data); s.At++ {
		switch s.Data[s.At] {
		case '\\':
			s.At++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.At++
				return nil
			}
		}
	}
	s.At = len(s.Data)
	return broken(from, "a string without end")
}

func (s *Scanner) hex() error {
	i := bytes.IndexByte(s.Data[s.At:], '>')
	if i < 0 {
		return broken(s.At, "a string without end")
	}
	s.At += i + 1
	return nil
}

// Want reads a word that must stand here.
func (s *Scanner) Want(word string) error {
	t, err := s.Next()
	if err != nil {
		return err
	}
	if string(s.Data[t.From:t.To]) != word {
		return broken(t.From, "no "+word)
	}
	return nil
}

// Integer reads a whole number, not negative and below 2^31, that must stand here.
func (s *Scanner) Integer() (int, error) {
	t, err := s.Next()
	if err != nil {
		return 0, err
	}
	n, ok := whole(s.Data[t.From:t.To])
	if !ok {
		return 0, broken(t.From, "no whole number")
	}
	return n, nil
}

// whole reads a whole number that is not negative.
func whole(digits []byte) (int, bool) {
	if len(digits) == 0 || len(digits) > 10 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(digits), 10, 31)
	return int(n), err == nil
}

// head reads "7 0 obj"; between these stand blanks alone.
func (s *Scanner) head() (Ref, error) {
	from := s.At
	num, err := s.Integer()
	if err != nil {
		return Ref{}, err
	}
	gen, err := s.Integer()
	if err != nil {
		return Ref{}, err
	}
	if err := s.Want("obj"); err != nil {
		return Ref{}, err
	}
	if bytes.IndexByte(s.Data[from:s.At], '%') >= 0 {
		return Ref{}, broken(from, "a comment within the number of an object")
	}
	return Ref{num, gen}, nil
}

// stream goes over the bytes of a stream, from behind the word stream to behind
// endstream (ISO 32000-1, 7.3.8.1), and gives them.
func (s *Scanner) stream(length int) ([]byte, error) {
	if s.sees("\r\n") {
		s.At++
	}
	if !s.sees("\n") || length < 0 || length > len(s.Data)-s.At-1 {
		return nil, broken(s.At, "a stream without a line end before it, or longer than the file")
	}
	from := s.At + 1
	s.At = from + length
	if s.blanks(); !s.sees("endstream") {
		return nil, broken(s.At, "no endstream where the length of the stream says")
	}
	return s.Data[from : from+length : from+length], s.Want("endstream")
}

// Decode gives the string that a Text token of some bytes stands for; nil: it is
// none, or broken.
func (t Token) Decode(data []byte) String {
	if t.Kind != Text {
		return nil
	}
	v, err := textOf(data[t.From:t.To], t.From)
	if err != nil {
		return nil
	}
	s, _ := v.(String)
	return s
}
