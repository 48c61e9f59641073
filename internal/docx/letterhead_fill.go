package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	filler "github.com/lukasjarosch/go-docx"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/letterhead"
)

// opening is held while the library reads a file: it numbers runs and fragments
// in variables of its own package (run.go, placeholder_fragment.go of v0.5.0)
// and resets them for every file. Replacing touches none of them.
//
// It also writes to the standard logger where tags or braces are not as it
// expects (parse.go, placeholder.go). That logger belongs to the whole process,
// so it is not silenced: the pre-pass leaves nothing of that kind, neither a
// brace outside of a key nor a tag in another shape, and the first run of the
// library over a letterhead is a part of reading it.
var opening sync.Mutex

// prepare applies the pre-pass and makes the file for the library.
func (r *reading) prepare(keys map[string]bool, known []string) *Letterhead {
	l := &Letterhead{Keys: keys, bundle: r.bundle, main: r.main, known: known}
	for _, s := range r.stories {
		if s.fillable {
			l.bundle.set(s.name, apply(s.src, s.edits))
			l.stories = append(l.stories, s.name)
		}
	}
	l.carrier = l.carry()
	if _, err := l.Fill(nil); err != nil {
		r.found = append(r.found, *brokenFile(diag.M("không điền thử được giấy tiêu đề này", "a trial of filling this letterhead failed")))
		return nil
	}
	return l
}

// carry makes the file that the library fills: the parts with keys under the
// names that it knows, and nothing else. It would read pictures as XML, knows no
// other names of parts, and would copy everything once more.
func (l *Letterhead) carry() []byte {
	var parts []part
	for i, name := range l.stories {
		parts = append(parts, part{carried(i), l.bundle.get(name)})
	}
	return store(parts)
}

// carried is the name of a part in the file for the library.
func carried(i int) string {
	if i == 0 {
		return filler.DocumentXml
	}
	return fmt.Sprintf("word/header%d.xml", i)
}

// Fill puts values into the keys: text, "\n" for a line break. A key without a
// value becomes nothing, and with it a paragraph or a row of a table in which
// nothing else stands. Control characters are left out, a tab becomes a blank;
// braces in a value are text, and no value becomes a key.
func (l *Letterhead) Fill(values map[string]string) (*Filled, error) {
	texts := filler.PlaceholderMap{}
	for _, key := range l.known {
		if texts[key] = plainValue(values[key]); texts[key] == "" {
			texts[key] = string(vacantSign)
		}
	}
	texts[doc.BodyKey] = letterhead.Mark
	opening.Lock()
	d, err := filler.OpenBytes(l.carrier)
	opening.Unlock()
	if err != nil {
		return nil, fmt.Errorf("docx: the letterhead: %w", err)
	}
	if err := d.ReplaceAll(texts); err != nil {
		return nil, fmt.Errorf("docx: the letterhead: %w", err)
	}
	out, marks := l.bundle.clone(), 0
	for i, name := range l.stories {
		filled, err := vacate(string(d.GetFile(carried(i))))
		if err != nil {
			return nil, fmt.Errorf("docx: the letterhead, %s: %w", name, err)
		}
		filled, n, err := settle(filled)
		if err != nil {
			return nil, fmt.Errorf("docx: the letterhead, %s: %w", name, err)
		}
		out.set(name, filled)
		marks += n
	}
	if marks != 1 {
		return nil, fmt.Errorf("docx: the letterhead: %d places for the text, want 1", marks)
	}
	return &Filled{bundle: out, lent: l.bundle, main: l.main}, nil
}

// plainValue is a value without what XML or the library would take for more than
// text.
func plainValue(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return breakSign
		case r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case isSign(r), r == utf8.RuneError, r == '\uFFFE', r == '\uFFFF', unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	return hideBraces.Replace(s)
}

// settle looks over what the library wrote: it is XML, and no key is left. The
// braces of values and of the letterhead come back, line breaks become elements.
// It counts the marks of the text.
func settle(src string) (string, int, error) {
	var edits []edit
	var chars strings.Builder
	marks, left := 0, ""
	err := scan(src, func([]node) { chars.Reset() }, func(stack []node, text string) {
		if stack[len(stack)-1].name == "w:t" {
			chars.WriteString(text)
		}
	}, func(stack []node, _, to int) {
		n := &stack[len(stack)-1]
		if n.name != "w:t" {
			return
		}
		text := chars.String()
		if strings.ContainsAny(text, "{}") {
			left = text
		}
		marks += strings.Count(text, letterhead.Mark)
		if strings.ContainsFunc(text, func(r rune) bool { return isSign(r) && string(r) != letterhead.Mark }) {
			edits = append(edits, edit{n.start, to, lines(text)})
		}
	})
	if err == nil && left != "" {
		err = fmt.Errorf("a key is left: %q", left)
	}
	if err != nil {
		return "", 0, err
	}
	return apply(src, edits), marks, nil
}

// lines writes a text with its line breaks and braces.
func lines(text string) string {
	b := &builder{}
	for i, line := range strings.Split(text, string(breakSign)) {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		b.f(`<w:t xml:space="preserve">%s</w:t>`, escape(showBraces.Replace(line)))
	}
	return b.String()
}

// store makes a zip of parts without packing them: it is read again at once.
func store(parts []part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(w, p.data)
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
