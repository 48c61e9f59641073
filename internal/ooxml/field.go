package ooxml

import (
	"slices"
	"strings"
)

// field is a complex field that is open (ECMA-376 part 1, 17.16.18).
type field struct {
	code   string
	result bool // its result is being read, not its code
}

// maxFields is how deep fields may stand in one another, maxCode how much of a
// code is looked at.
const (
	maxFields = 200
	maxCode   = 200
)

// pageField tells whether a code prints the number of a page or of pages.
func pageField(code string) bool {
	words := strings.Fields(strings.ToUpper(code))
	return len(words) > 0 && slices.Contains([]string{"PAGE", "NUMPAGES", "SECTIONPAGES"}, words[0])
}

func (s *story) fieldChar(kind string) {
	n := len(s.fields)
	switch {
	case kind == "begin":
		if s.fields = append(s.fields, field{}); n > maxFields {
			s.x.fail(tooBig("trường (field) lồng nhau sâu hơn %d tầng", "fields nest deeper than %d levels", maxFields))
		}
	case n == 0:
	case kind == "separate":
		s.fields[n-1].result = true
	case kind == "end":
		s.fields = s.fields[:n-1]
	}
}

func (s *story) instruction() {
	var code []byte
	s.x.each(func(element) {}, func(t []byte) { code = append(code, t[:min(len(t), maxCode-min(len(code), maxCode))]...) })
	if n := len(s.fields); n > 0 && !s.fields[n-1].result && len(s.fields[n-1].code) < maxCode {
		s.fields[n-1].code += string(code)
	}
}

// covered tells whether what comes now belongs to the code of a field or to a
// page number. Plain text between the beginning of a field and its result is no
// code: codes are written apart.
func (s *story) covered(plain bool) bool {
	for i, f := range s.fields {
		switch {
		case f.result && pageField(f.code):
			return true
		case !f.result && (i < len(s.fields)-1 || !plain):
			return true
		}
	}
	return false
}
