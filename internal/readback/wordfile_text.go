package readback

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Text makes runs of a text. Signs in it: **bold**, *italic*, a newline is a line break, a tab a tab, \* a star. Word
// cuts runs in the middle of words where somebody has typed twice or the spelling checker has marked something: so do
// the runs made here.
func (w *WordFile) Text(look, text string) WordPiece {
	var out WordPiece
	bold, italic := false, false
	piece := ""
	flush := func() {
		if piece == "" {
			return
		}
		l := look
		if bold {
			l += " b"
		}
		if italic {
			l += " i"
		}
		out = WordPieces(out, w.run(l, piece))
		piece = ""
	}
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], `\*`):
			piece += "*"
			i++
		case strings.HasPrefix(text[i:], "**"):
			flush()
			bold = !bold
			i++
		case text[i] == '*':
			flush()
			italic = !italic
		default:
			piece += text[i : i+1]
		}
	}
	flush()
	return out
}

// run writes one look of text as the maker would: in one run or in several.
func (w *WordFile) run(look, text string) WordPiece {
	font := lookWords(look)["font="]
	says, stored := text, text
	switch {
	case strings.HasPrefix(font, ".Vn"):
		stored = TCVN3(font, text)
		if strings.HasSuffix(font, "H") {
			says = strings.ToUpper(text)
		}
	case strings.HasPrefix(font, "VNI-"):
		stored = VNI(text)
	}
	if _, hidden := lookWords(look)["hide"]; hidden {
		says = ""
	}
	props := w.runProps(look)
	var b strings.Builder
	for i, part := range w.pieces(stored) {
		if i > 0 && w.Maker == ByWord365 {
			b.WriteString(`<w:proofErr w:type="spellEnd"/>`)
		}
		turned := ""
		if w.Maker != ByLibreOffice && w.n%11 == 0 {
			turned = "<w:lastRenderedPageBreak/>"
		}
		b.WriteString(w.openRun() + props + turned + runText(part) + "</w:r>")
		if i == 0 && w.Maker == ByWord365 && len(part) < len(stored) {
			b.WriteString(`<w:proofErr w:type="spellStart"/>`)
		}
	}
	return WordPiece{b.String(), says}
}

// pieces cuts a text as Word would: by turns not at all, in the middle of a word, and before its last letter.
func (w *WordFile) pieces(s string) []string {
	n := utf8.RuneCountInString(s)
	if w.Maker == ByLibreOffice || n < 6 || strings.ContainsAny(s, "\n\t") {
		return []string{s}
	}
	rs := []rune(s)
	switch w.next() % 3 {
	case 0:
		return []string{string(rs[:n/2]), string(rs[n/2:])}
	case 1:
		return []string{string(rs[:n/3]), string(rs[n/3 : n-1]), string(rs[n-1:])}
	}
	return []string{s}
}

func (w *WordFile) openRun() string {
	switch w.Maker {
	case ByWord365:
		return `<w:r w:rsidR="00B12C0D" w:rsidRPr="00A51B2C">`
	case ByWord2007:
		return `<w:r w:rsidR="00217F3A">`
	}
	return "<w:r>"
}

// runText writes the children of a run: text, tabs and breaks.
func runText(s string) string {
	var b strings.Builder
	text := ""
	flush := func() {
		if text == "" {
			return
		}
		space := ""
		if strings.TrimSpace(text) != text || strings.Contains(text, "  ") {
			space = ` xml:space="preserve"`
		}
		b.WriteString("<w:t" + space + ">" + escapeXML(text) + "</w:t>")
		text = ""
	}
	for _, r := range s {
		switch r {
		case '\n':
			flush()
			b.WriteString("<w:br/>")
		case '\t':
			flush()
			b.WriteString("<w:tab/>")
		default:
			text += string(r)
		}
	}
	flush()
	return b.String()
}

// runProps writes w:rPr in the order of its schema.
func (w *WordFile) runProps(look string) string {
	words := lookWords(look)
	has := func(word string) bool { _, ok := words[word]; return ok }
	var b strings.Builder
	font := strings.ReplaceAll(words["font="], "_", " ")
	switch {
	case font != "":
		f := escapeXML(font)
		b.WriteString(`<w:rFonts w:ascii="` + f + `" w:hAnsi="` + f + `" w:cs="` + f + `"/>`)
	case w.Maker == ByWord365:
		b.WriteString(`<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:cstheme="majorHAnsi"/>`)
	case w.Maker == ByWPS:
		b.WriteString(`<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>`)
	case w.Maker == ByWord2007:
		b.WriteString(`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>`)
	}
	for _, x := range []struct{ word, xml string }{
		{"b", "<w:b/><w:bCs/>"},
		{"i", "<w:i/><w:iCs/>"},
		{"caps", "<w:caps/>"},
		{"hide", "<w:vanish/>"},
	} {
		if has(x.word) {
			b.WriteString(x.xml)
		}
	}
	for word := range words {
		if n, err := strconv.Atoi(word); err == nil {
			b.WriteString(`<w:sz w:val="` + strconv.Itoa(2*n) + `"/><w:szCs w:val="` + strconv.Itoa(2*n) + `"/>`)
		}
	}
	for _, x := range []struct{ word, xml string }{
		{"u", `<w:u w:val="single"/>`},
		{"sup", `<w:vertAlign w:val="superscript"/>`},
		{"sub", `<w:vertAlign w:val="subscript"/>`},
	} {
		if has(x.word) {
			b.WriteString(x.xml)
		}
	}
	if w.Maker != ByLibreOffice {
		b.WriteString(`<w:lang w:val="vi-VN"/>`)
	}
	return "<w:rPr>" + b.String() + "</w:rPr>"
}
