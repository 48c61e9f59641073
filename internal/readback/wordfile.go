package readback

import (
	"fmt"
	"strings"
)

// Maker is a program whose way of writing Word files is followed. They differ in what stands round the text: Word
// writes revision numbers, marks of the spelling checker and pieces of words; Word 2007 has smart tags and VML; WPS
// names fonts by hint and has a prefix of its own; LibreOffice writes empty properties and no theme.
type Maker int

// The four makers.
const (
	ByWord365 Maker = iota
	ByWord2007
	ByWPS
	ByLibreOffice
)

func (m Maker) String() string {
	return [...]string{"Word 365", "Word 2007", "WPS", "LibreOffice"}[m]
}

// A WordPiece is a piece of the markup of a Word file, and what a reader of the paper sees of it: its paragraphs end
// with a newline, automatic numbers stand before them, what is deleted or hidden is not there.
type WordPiece struct {
	XML  string
	Says string
}

// WordPieces joins pieces in their order.
func WordPieces(pieces ...WordPiece) WordPiece {
	var all WordPiece
	for _, p := range pieces {
		all.XML += p.XML
		all.Says += p.Says
	}
	return all
}

// A WordFile makes a Word file of somebody else for tests: markup in the shapes that a maker writes, and beside it the
// visible text. It knows nothing of our own writer and reader. The same calls give the same bytes.
type WordFile struct {
	Maker    Maker
	Letter   bool   // paper of US Letter instead of A4
	Mirror   bool   // mirror margins
	Strict   bool   // namespaces of ISO 29500 strict
	UTF16    bool   // the main part is in UTF-16
	Main     string // name of the main part; "" is word/document.xml
	Prefix   string // prefix of the main namespace; "" is w
	Custom   string // text of a custom XML part
	TypeMain string // content type of the main part; "" is that of a document

	n         int // counts what needs an id
	styles    strings.Builder
	abstracts []string
	lists     []string
	footnotes strings.Builder
	endnotes  strings.Builder
	comments  strings.Builder
	rels      []string
	parts     map[string]string
	overrides []string
	margins   string // references to headers and footers
	notes     strings.Builder
	marginal  strings.Builder
}

// NewWordFile begins a file.
func NewWordFile(by Maker) *WordFile {
	return &WordFile{Maker: by, parts: map[string]string{}}
}

// Notes gives the text of footnotes and endnotes, Margins that of headers and footers without page numbers.
func (w *WordFile) Notes() string { return w.notes.String() }

// Margins gives the text of headers and footers, without page numbers.
func (w *WordFile) Margins() string { return w.marginal.String() }

func (w *WordFile) next() int {
	w.n++
	return w.n
}

func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// Para makes a paragraph of text in one look; see [WordFile.Text] for the signs in it. A look is words with blanks
// between:
//
//	of the paragraph: center right both indent hang break top bottom left=TWIPS tabs=TWIPS,TWIPS style=ID num=LIST/LEVEL frame
//	of its runs:      b i u caps hide sup sub font=NAME (blanks as _), a number for the size in points
func (w *WordFile) Para(look, text string) WordPiece { return w.ParaOf(look, w.Text(look, text)) }

// ParaOf makes a paragraph of pieces that stand in a line.
func (w *WordFile) ParaOf(look string, inline ...WordPiece) WordPiece {
	in := WordPieces(inline...)
	id := w.next()
	attrs := ""
	switch w.Maker {
	case ByWord365:
		attrs = fmt.Sprintf(` w14:paraId="%08X" w14:textId="77777777" w:rsidR="00%06X" w:rsidRPr="00A51B2C" w:rsidRDefault="00%06X" w:rsidP="00C04D11"`, 0x1A2B0000+id*37, 0x4A1000+id%7, 0x4A1000+id%5)
	case ByWord2007:
		attrs = fmt.Sprintf(` w:rsidR="00%06X" w:rsidRDefault="00%06X"`, 0x2B0000+id%9, 0x2B0000+id%4)
	}
	xml := in.XML
	if w.Maker == ByWord365 && id%5 == 0 {
		xml = fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="_Hlk%d"/>`, 500+id, 90000+id) + xml + fmt.Sprintf(`<w:bookmarkEnd w:id="%d"/>`, 500+id)
	}
	return WordPiece{"<w:p" + attrs + ">" + w.paraProps(look) + xml + "</w:p>", in.Says + "\n"}
}

// Paras makes paragraphs of one look.
func (w *WordFile) Paras(look string, texts ...string) WordPiece {
	var all []WordPiece
	for _, t := range texts {
		all = append(all, w.Para(look, t))
	}
	return WordPieces(all...)
}

// Empty makes empty paragraphs, with which people make room.
func (w *WordFile) Empty(n int) WordPiece {
	var all WordPiece
	for range n {
		all.XML += w.ParaOf("").XML
	}
	return all
}

// Numbered makes a paragraph with an automatic number, which is told as it would be printed.
func (w *WordFile) Numbered(look, printed, text string) WordPiece {
	p := w.Para(look, text)
	p.Says = printed + " " + p.Says
	return p
}

// words of a look that stand alone, and the markup that each is.
var paraWords = []struct{ word, xml string }{
	{"break", `<w:pageBreakBefore/>`},
	{"frame", `<w:framePr w:w="3000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1500" w:y="1"/>`},
	{"top", `<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`},
	{"bottom", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`},
}

var paraLast = []struct{ word, xml string }{
	{"indent", `<w:ind w:firstLine="720"/>`},
	{"hang", `<w:ind w:left="720" w:hanging="360"/>`},
	{"center", `<w:jc w:val="center"/>`},
	{"right", `<w:jc w:val="right"/>`},
	{"both", `<w:jc w:val="both"/>`},
}

// paraProps writes w:pPr in the order of its schema.
func (w *WordFile) paraProps(look string) string {
	words := lookWords(look)
	var b strings.Builder
	if id := words["style="]; id != "" {
		b.WriteString(`<w:pStyle w:val="` + id + `"/>`)
	} else if w.Maker == ByLibreOffice {
		b.WriteString(`<w:pStyle w:val="Normal"/>`)
	}
	for _, x := range paraWords {
		if _, ok := words[x.word]; !ok {
			continue
		}
		b.WriteString(x.xml)
	}
	if list, level, ok := strings.Cut(words["num="], "/"); ok {
		num := `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr>`
		if at := strings.Index(b.String(), "<w:pBdr>"); at >= 0 {
			s := b.String()
			b.Reset()
			b.WriteString(s[:at] + num + s[at:])
		} else {
			b.WriteString(num)
		}
	}
	if stops := words["tabs="]; stops != "" {
		b.WriteString("<w:tabs>")
		for _, stop := range strings.Split(stops, ",") {
			b.WriteString(`<w:tab w:val="center" w:pos="` + stop + `"/>`)
		}
		b.WriteString("</w:tabs>")
	}
	if w.Maker != ByLibreOffice {
		b.WriteString(`<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/>`)
	}
	if left := words["left="]; left != "" {
		b.WriteString(`<w:ind w:left="` + left + `"/>`)
	}
	for _, x := range paraLast {
		if _, ok := words[x.word]; ok {
			b.WriteString(x.xml)
		}
	}
	switch {
	case w.Maker == ByLibreOffice:
		b.WriteString("<w:rPr></w:rPr>")
	default:
		b.WriteString(w.runProps(look))
	}
	return "<w:pPr>" + b.String() + "</w:pPr>"
}

// lookWords takes a look apart: "b" gives "b", "style=X" gives "style=" with X.
func lookWords(look string) map[string]string {
	words := map[string]string{}
	for _, word := range strings.Fields(look) {
		key, value, ok := strings.Cut(word, "=")
		if ok {
			key += "="
		}
		words[key] = value
	}
	return words
}
