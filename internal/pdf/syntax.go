package pdf

import (
	"bytes"
	"errors"
	"strconv"
)

// A kind of token (ISO 32000-1, 7.2 and 7.3).
type kind byte

const (
	ended kind = iota
	number
	name    // with its slash
	text    // a string, literal or hexadecimal
	open    // << or [
	closed  // >> or ]
	keyword // obj, R, true, stream …
)

// token is a piece of PDF syntax: data[from:to].
type token struct {
	kind     kind
	from, to int
}

var errSyntax = errors.New("pdf: broken syntax")

// scanner takes the syntax of a file apart. It never goes into streams: who
// reads one skips it by its length.
type scanner struct {
	data []byte
	at   int
}

func blank(c byte) bool { return bytes.IndexByte([]byte("\x00\t\n\f\r "), c) >= 0 }

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip goes over blanks and comments.
func (s *scanner) skip() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case blank(c):
			s.at++
		case c == '%':
			for s.at < len(s.data) && s.data[s.at] != '\n' && s.data[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

// next gives the next token; ended behind the last.
func (s *scanner) next() (token, error) {
	s.skip()
	t := token{from: s.at, to: s.at}
	if s.at >= len(s.data) {
		return t, nil
	}
	var err error
	switch c := s.data[s.at]; {
	case c == '(':
		t.kind, err = text, s.literal()
	case s.sees("<<"), s.sees(">>"):
		t.kind = open
		if c == '>' {
			t.kind = closed
		}
		s.at += 2
	case c == '<':
		t.kind, err = text, s.hex()
	case c == '[':
		t.kind, s.at = open, s.at+1
	case c == ']':
		t.kind, s.at = closed, s.at+1
	case c == '/':
		t.kind, s.at = name, s.at+1
		s.regular()
	case delimiter(c):
		err = errSyntax
	default:
		t.kind = keyword
		if s.regular(); bytes.IndexByte([]byte("+-.0123456789"), c) >= 0 {
			t.kind = number
		}
	}
	t.to = s.at
	return t, err
}

func (s *scanner) sees(word string) bool { return bytes.HasPrefix(s.data[s.at:], []byte(word)) }

// regular goes over the letters and digits of a name, number or keyword.
func (s *scanner) regular() {
	for s.at < len(s.data) && !blank(s.data[s.at]) && !delimiter(s.data[s.at]) {
		s.at++
	}
}

// literal goes over a string in parentheses, which may hold more of them.
func (s *scanner) literal() error {
	for depth := 0; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			s.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return nil
			}
		}
	}
	s.at = len(s.data)
	return errSyntax
}

func (s *scanner) hex() error {
	i := bytes.IndexByte(s.data[s.at:], '>')
	if i < 0 {
		return errSyntax
	}
	s.at += i + 1
	return nil
}

// want reads a keyword that must stand here.
func (s *scanner) want(word string) error {
	t, err := s.next()
	if err != nil || string(s.data[t.from:t.to]) != word {
		return errSyntax
	}
	return nil
}

// integer reads a whole number that must stand here.
func (s *scanner) integer() (int, error) {
	t, err := s.next()
	if err != nil || t.kind != number {
		return 0, errSyntax
	}
	return whole(s.data[t.from:t.to])
}

// whole reads a whole number that is not negative.
func whole(digits []byte) (int, error) {
	n, err := strconv.ParseUint(string(digits), 10, 31)
	if err != nil {
		return 0, errSyntax
	}
	return int(n), nil
}
