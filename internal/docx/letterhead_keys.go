package docx

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/strictyaml"
)

// Private characters that stand for what the library would take for its own: it
// replaces braces in values again, and writes a newline in a way of its own.
const (
	breakSign = '\uE0B1'
	openSign  = '\uE0B2'
	closeSign = '\uE0B3'

	vacantSign = '\uE0B4' // in the place of a key without a value
)

func isSign(r rune) bool { return r >= '\uE0B0' && r <= vacantSign }

var (
	hideBraces = strings.NewReplacer("{", string(openSign), "}", string(closeSign))
	showBraces = strings.NewReplacer(string(openSign), "{", string(closeSign), "}", string(vacantSign), "")
)

// maxKey is how many letters may stand between two braces that are a key.
const maxKey = 60

// where tells the place of the paragraph that begins.
func (s *story) where(stack []node) string {
	place := ""
	outer := stack[len(stack)-1].para
	switch {
	case outer != nil:
		return "hộp chữ ở " + outer.where
	case len(s.cells) > 0:
		c := s.cells[len(s.cells)-1]
		place = fmt.Sprintf("ô %d hàng %d của bảng %d", c.cell, c.row, c.table)
	default:
		s.paras++
		place = fmt.Sprintf("đoạn %d", s.paras)
	}
	if s.label != "" {
		return s.label + ", " + place
	}
	return place
}

// around names what a paragraph stands in, from the inside.
func around(stack []node) string {
	for i := len(stack) - 2; i >= 0; i-- {
		switch stack[i].name {
		case "w:tc", "w:sdt", "w:txbxContent":
			return stack[i].name
		}
	}
	return ""
}

// attributes looks for keys in attributes, such as the words of WordArt.
func (s *story) attributes(n *node) {
	if n.name == "w:alias" || n.name == "w:tag" {
		return // of a content control, which nobody prints
	}
	for _, a := range n.attrs {
		if !strings.Contains(a.Value, "{") {
			continue
		}
		for _, key := range s.keysIn(a.Value) {
			place := diag.M("thuộc tính của một hình hay trường (chữ nghệ thuật, chú giải ảnh)", "an attribute of a drawing or a field (WordArt, a description)")
			s.tell(keyPlace(s.last, key, place))
		}
	}
}

// keysIn are the known keys in a text.
func (s *story) keysIn(text string) []string {
	var out []string
	for {
		at := strings.IndexByte(text, '{')
		if at < 0 {
			return out
		}
		text = text[at+1:]
		end := strings.IndexAny(text, "{}")
		if end < 0 {
			return out
		}
		if key := keyOf(text[:end]); text[end] == '}' && slices.Contains(s.known, key) {
			out = append(out, key)
		}
	}
}

// keyOf is the key that is written between two braces, "" where it is none.
// Diacritics, blanks and case are forgiven, as in the keys of a plan.
func keyOf(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
			return -1
		case '\u2010', '\u2011', '\u2013':
			return '-'
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
	letters, n := false, 0
	for _, r := range clean {
		n++
		switch {
		case unicode.IsLetter(r):
			letters = true
		case !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_' && r != '-' && r != ' ':
			return ""
		}
	}
	if !letters || n > maxKey {
		return ""
	}
	return strictyaml.Fold(clean)
}

// A letter is a character of a paragraph: which atom it stands in.
type letter struct {
	r    rune
	atom int32
	key  int16 // number of the key that begins here, 0 for none
	gone bool  // it belongs to a key that begins elsewhere
}

// finish finds the keys of a paragraph and writes its texts anew.
func (s *story) finish(p *paragraph) {
	for _, key := range s.keysIn(strings.Join(p.codes, "")) {
		s.tell(keyPlace(p.where, key, diag.M("mã của một trường (field)", "the code of a field")))
	}
	var letters []letter
	braces := false
	for i, a := range p.atoms {
		for _, r := range a.text {
			letters = append(letters, letter{r: r, atom: int32(i)})
			braces = braces || (r == '{' || r == '}')
		}
	}
	defer func() { s.spoken(letters) }()
	if !braces {
		s.rewrite(p, letters)
		return
	}
	for i := 0; i < len(letters); i++ {
		switch letters[i].r {
		case '{':
			i = s.brace(p, letters, i)
		case '}':
			s.loose(p, letters, i, i)
		}
	}
	s.rewrite(p, letters)
}

// brace looks at what follows an opening brace and gives the last letter that it
// has taken up.
func (s *story) brace(p *paragraph, letters []letter, from int) int {
	to := from + 1
	for to < len(letters) && letters[to].r != '{' && letters[to].r != '}' && p.atoms[letters[to].atom].run != nil {
		to++
	}
	if to == len(letters) || letters[to].r != '}' {
		s.loose(p, letters, from, from)
		return from
	}
	typed := textBetween(letters, from+1, to)
	key := keyOf(typed)
	atoms := p.atoms[letters[from].atom : letters[to].atom+1]
	known := slices.Contains(s.known, key)
	switch {
	case key == "":
		s.loose(p, letters, from, to)
		return to
	case known && !s.fillable:
		s.tell(keyPlace(p.where, key, diag.M("chú thích, lời bình hoặc mục từ (footnote, comment)", "a footnote, an endnote or a comment")))
		return to
	case known && slices.ContainsFunc(atoms, func(a atom) bool { return a.field }):
		s.tell(keyPlace(p.where, key, diag.M("kết quả của một trường (field), Word sẽ tính lại", "the result of a field, which Word computes again")))
		return to
	case known && slices.ContainsFunc(atoms, func(a atom) bool { return !a.whole }):
		s.tell(keyPlace(p.where, key, diag.M("một nhánh thay thế trong chữ (AlternateContent)", "an alternative inside of text (AlternateContent)")))
		return to
	case !known && s.fillable && s.errors < maxTold:
		near, ok := strictyaml.Nearest(key, s.known)
		if !ok {
			near = ""
		}
		s.tell(keyUnknown(p.where, strings.TrimSpace(typed), near))
		return to
	case !known:
		return to
	}
	s.take(p, letters, from, to, key, typed)
	return to
}

// take makes a key of the letters from from to to.
func (s *story) take(p *paragraph, letters []letter, from, to int, key, typed string) {
	s.keys[key] = true
	if letters[from].atom != letters[to].atom {
		s.tell(keySplit(p.where, key))
	}
	s.taken++
	letters[from].key = int16(1 + slices.Index(s.known, key))
	for i := from + 1; i <= to; i++ {
		letters[i].gone = true
	}
	for c := p.atoms[letters[from].atom].control; c != nil; c = c.above {
		c.keys = true
	}
	if key == doc.BodyKey {
		s.body = append(s.body, p)
		p.alone = !slices.ContainsFunc(letters[:from], isInk) && !slices.ContainsFunc(letters[to+1:], isInk)
	}
}

func isInk(l letter) bool { return !unicode.IsSpace(l.r) }

func textBetween(letters []letter, from, to int) string {
	var b strings.Builder
	for _, l := range letters[from:to] {
		b.WriteRune(l.r)
	}
	return b.String()
}

// loose tells of braces that are no key.
func (s *story) loose(p *paragraph, letters []letter, from, to int) {
	if !s.fillable || s.infos >= maxTold {
		return
	}
	text := []rune(textBetween(letters, from, to+1))
	if len(text) > maxKey {
		text = append(text[:maxKey], '…')
	}
	s.tell(braceLoose(p.where, string(text)))
}

// rewrite writes the texts of a paragraph anew that hold a brace, a key or a
// piece of one: each key alone in a run with the look of the run that it begins
// in, other braces as private characters.
func (s *story) rewrite(p *paragraph, letters []letter) {
	for at := 0; at < len(letters); {
		i, end, touched := letters[at].atom, at, false
		for ; end < len(letters) && letters[end].atom == i; end++ {
			l := letters[end]
			touched = touched || l.gone || l.key > 0 || l.r == '{' || l.r == '}'
		}
		if a := p.atoms[i]; a.run != nil && (touched || a.odd) {
			s.edits = append(s.edits, edit{a.from, a.to, a.parted(letters[at:end], s.known)})
		}
		at = end
	}
}

// parted is the markup in the place of a text.
func (a atom) parted(letters []letter, known []string) string {
	b, plain := &builder{}, strings.Builder{}
	flush := func() {
		if plain.Len() > 0 {
			b.f(`<w:t xml:space="preserve">%s</w:t>`, escape(hideBraces.Replace(plain.String())))
		}
		plain.Reset()
	}
	for _, l := range letters {
		switch {
		case l.key > 0:
			flush()
			b.f(`</w:r><w:r>%s<w:t xml:space="preserve">{%s}</w:t></w:r><w:r>%[1]s`, a.run.look, known[l.key-1])
		case !l.gone:
			plain.WriteRune(l.r)
		}
	}
	flush()
	return b.String()
}
