package sign

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// Bounds on the text that is read of files of others.
const (
	maxWordPages = 300
	maxDrawn     = 16 << 20 // bytes of what is drawn, of all pages together
)

// draftMark is the mark of a draft, without its blanks: DỰ THẢO, or as papers of
// the Party have it, Dự thảo lần 2.
var draftMark = regexp.MustCompile(`DỰTHẢO|Dựthảolần[0-9]`)

// codeMap tells which letters the codes of a font show.
type codeMap struct {
	wide bool // codes of two bytes
	runs []codeRun
}

// codeRun are codes that follow each other; text is that of the first, and the
// last letter of it counts on.
type codeRun struct {
	from, to int
	text     []rune
}

// wordReader looks for the mark of a draft in the words of a file of others. They
// can be read where the fonts tell what letters they show (ISO 32000-1, 9.10.2);
// of scans nothing is known. It is nil for files that say themselves whether they
// are drafts.
type wordReader struct {
	*inspector
	fonts  map[cos.Ref]codeMap
	forms  map[cos.Ref]bool // that were read on this page
	room   int
	marked int  // the first page with the mark
	known  bool // all was read
	out    strings.Builder
}

func newWordReader(in *inspector) *wordReader {
	if _, ours := in.meta["Draft"]; ours {
		return nil
	}
	return &wordReader{inspector: in, fonts: map[cos.Ref]codeMap{}, room: maxDrawn, known: true}
}

// on reads the letters of a page, without blanks.
func (r *wordReader) on(page cos.Dict, n int) {
	if r == nil || r.marked > 0 {
		return
	}
	if n > maxWordPages {
		r.known = false
		return
	}
	r.out.Reset()
	r.forms = map[cos.Ref]bool{}
	parts := r.array(page["Contents"])
	if parts == nil {
		parts = cos.Array{page["Contents"]}
	}
	var data []byte
	for _, part := range parts {
		data = append(append(data, r.drawn(part)...), '\n')
	}
	r.text(data, r.dict(page["Resources"]), 0)
	r.known = r.known && r.out.Len() > 0
	if draftMark.MatchString(r.out.String()) {
		r.marked = n
	}
}

func (r *wordReader) tellAll() {
	switch {
	case r == nil:
	case r.marked > 0:
		r.tell("PDF-DRAFT", diag.Warning, whereIs(r.marked), diag.M("trang %d có chữ DỰ THẢO", "page %d has the words DỰ THẢO", r.marked),
			diag.M("nếu là dấu bản dự thảo thì bỏ đi rồi lập lại PDF", "if they mark a draft, take them away and make the PDF again"))
	case !r.known:
		r.note("PDF-DRAFT", diag.M("chưa xét được dấu DỰ THẢO: có trang không đọc được chữ (ảnh quét, phông lạ)", "whether a mark DỰ THẢO stands on it is not judged: pages have no words that can be read (scans, odd fonts)"),
			diag.M("xem các trang bằng mắt", "look at the pages"))
	}
}

// drawn gives the operators of a stream; what cannot be read is not known.
func (r *wordReader) drawn(v cos.Value) []byte {
	if !r.look() {
		r.known = false
		return nil
	}
	s, ok := r.Get(v).(*cos.Stream)
	if !ok {
		return nil
	}
	data, err := r.Decode(s, r.room)
	if r.room -= len(data); err != nil {
		r.known = false
		return nil
	}
	return data
}

// text reads the strings that operators show (9.4.3), and goes into forms.
func (r *wordReader) text(data []byte, resources cos.Dict, depth int) {
	fonts, forms := r.dict(resources["Font"]), r.dict(resources["XObject"])
	var font codeMap
	var name cos.Name // the last one that was an operand
	s := cos.Scanner{Data: data}
	for {
		t, err := s.Next()
		if err != nil {
			r.known = false
		}
		if err != nil || t.Kind == cos.Ended {
			return
		}
		word := string(data[t.From:t.To])
		switch {
		case t.Kind == cos.NameToken:
			name = cos.Name(word[1:])
		case t.Kind == cos.Text:
			r.show(t, data, font)
		case word == "Tf":
			font = r.font(fonts[name])
		case word == "Do" && depth < 4:
			r.form(forms[name], depth)
		case word == "ID": // an image within: its bytes are no operators
			skipImage(&s)
		}
	}
}

// form reads the letters of a form, once for each page.
func (r *wordReader) form(v cos.Value, depth int) {
	ref, ok := v.(cos.Ref)
	if !ok || r.forms[ref] {
		return
	}
	r.forms[ref] = true
	if d := r.attributes(v); r.file.name(d["Subtype"]) == "Form" {
		r.text(r.drawn(v), r.dict(d["Resources"]), depth+1)
	}
}

// skipImage goes behind the image that stands among operators (8.9.7).
func skipImage(s *cos.Scanner) {
	i := bytes.Index(s.Data[s.At:], []byte("\nEI"))
	if i < 0 {
		s.At = len(s.Data)
		return
	}
	s.At += i + len("\nEI")
}

// show adds the letters of a string.
func (r *wordReader) show(t cos.Token, data []byte, font codeMap) {
	codes := t.Decode(data)
	for i := 0; i < len(codes); i++ {
		code := int(codes[i])
		if font.wide && i+1 < len(codes) {
			i++
			code = code<<8 | int(codes[i])
		}
		letters, ok := font.letters(code)
		r.known = r.known && ok
		for _, letter := range letters {
			if !unicode.IsSpace(letter) {
				r.out.WriteRune(letter)
			}
		}
	}
}

// font reads the map of a font.
func (r *wordReader) font(v cos.Value) codeMap {
	ref, there := v.(cos.Ref)
	if m, ok := r.fonts[ref]; ok {
		return m
	}
	d := r.dict(v)
	m := codeMap{wide: r.file.name(d["Subtype"]) == "Type0"}
	if s, ok := r.Get(d["ToUnicode"]).(*cos.Stream); ok && r.look() {
		data, err := r.Decode(s, min(maxMap, r.room))
		if r.room -= len(data); err == nil {
			m.read(mapWords(string(data)))
		}
	} else if !m.wide { // the standard encodings agree on these
		m.runs = []codeRun{{' ', '~', []rune{' '}}}
	}
	if there {
		r.fonts[ref] = m
	}
	return m
}

// letters gives what a code shows. Of codes that are told twice one counts.
func (m codeMap) letters(code int) ([]rune, bool) {
	i, found := slices.BinarySearchFunc(m.runs, code, func(r codeRun, code int) int { return cmp.Compare(r.from, code) })
	if !found {
		i--
	}
	if i < 0 || code > m.runs[i].to {
		return nil, false
	}
	text := slices.Clone(m.runs[i].text)
	text[len(text)-1] += rune(code - m.runs[i].from)
	return text, true
}

// read takes the lines of a map in (9.10.3): a code and its text, or the first
// and the last code and the text of the first, or of each.
func (m *codeMap) read(words []string) {
	chars, ranges := false, false
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case strings.HasPrefix(w, "begin"), strings.HasPrefix(w, "end"):
			chars, ranges = w == "beginbfchar", w == "beginbfrange"
		case !isHex(w):
		case chars && i+1 < len(words):
			m.put(anyCode(w), anyCode(w), words[i+1])
			i++
		case ranges && i+2 < len(words) && words[i+2] == "[":
			code := anyCode(w)
			for i += 3; i < len(words) && isHex(words[i]); i++ {
				m.put(code, code, words[i])
				code++
			}
		case ranges && i+2 < len(words):
			m.put(anyCode(w), anyCode(words[i+1]), words[i+2])
			i += 2
		}
	}
	slices.SortStableFunc(m.runs, func(a, b codeRun) int { return cmp.Compare(a.from, b.from) })
}

func (m *codeMap) put(from, to int, word string) {
	if from < 0 || !isHex(word) {
		return
	}
	if text := []rune(hexText(word)); len(text) > 0 {
		m.runs = append(m.runs, codeRun{from, to, text})
	}
}

// anyCode gives a code of one or two bytes; -1: it is none.
func anyCode(word string) int {
	n, err := strconv.ParseUint(strings.TrimPrefix(word, "<"), 16, 16)
	if err != nil || !isHex(word) {
		return -1
	}
	return int(n)
}
