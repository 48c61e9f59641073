package cos

import "bytes"

// What tells where things are is read sign by sign: programs that find anything
// else there look for objects all over the file instead, and may show others.

// longestComment is the longest comment that may stand between objects.
const longestComment = 1000

// lineEnd reads one line end, if it stands here.
func (s *Scanner) lineEnd() bool {
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if s.sees(end) {
			s.At += len(end)
			return true
		}
	}
	return false
}

// digits reads a whole number that begins here.
func (s *Scanner) digits() (int, bool) {
	from := s.At
	for s.At < len(s.Data) && s.Data[s.At] >= '0' && s.Data[s.At] <= '9' {
		s.At++
	}
	return whole(s.Data[from:s.At])
}

// spaces goes over spaces alone.
func (s *Scanner) spaces() {
	for s.sees(" ") {
		s.At++
	}
}

// gap goes over blanks and, up to a number of them, comments that no program
// takes for anything else, even one that looks for objects all over the file.
func (s *Scanner) gap(comments int) {
	for s.blanks(); comments > 0 && s.sees("%"); comments-- {
		line := s.Data[s.At:]
		if i := bytes.IndexAny(line, "\r\n"); i >= 0 {
			line = line[:i]
		}
		if len(line) > longestComment || speaks(line) {
			return
		}
		s.At += len(line)
		s.blanks()
	}
}

// speaks tells whether a comment holds a word that begins an object or a table.
// That of an object is found in "object" too, as qpdf writes it.
func speaks(line []byte) bool {
	line = bytes.ReplaceAll(line, []byte("object"), nil)
	for _, word := range []string{"obj", "xref", "trailer", "stream", "%EOF", "%PDF"} {
		if bytes.Contains(line, []byte(word)) {
			return true
		}
	}
	return false
}

// named reads startxref, a number and %%EOF, each on its line (ISO 32000-1,
// 7.5.5), up to %%EOF.
func (s *Scanner) named() (int, error) {
	from := s.At
	if !s.sees("startxref") {
		return 0, broken(from, "a table without startxref behind it")
	}
	s.At += len("startxref")
	if !s.lineEnd() {
		return 0, broken(s.At, "no line end behind startxref")
	}
	at, ok := s.digits()
	if !ok {
		return 0, broken(s.At, "no whole number")
	}
	if !s.lineEnd() || !s.sees("%%EOF") {
		return 0, broken(s.At, "no %%EOF")
	}
	return at, nil
}

// pointer reads what stands behind a table: startxref must name this one and,
// unless mark is -1, stand at mark. One comment may stand before it: iText signs
// there. The scanner stands at %%EOF.
func (l *loader) pointer(end, at, mark int) (Scanner, error) {
	s := Scanner{Data: l.data, At: end}
	s.gap(1)
	from := s.At
	n, err := s.named()
	if err != nil {
		return s, err
	}
	if n != at || mark >= 0 && from != mark {
		return s, broken(from, "a startxref that names another table")
	}
	l.tails = append(l.tails, span{end, s.At + len("%%EOF")})
	return s, nil
}
