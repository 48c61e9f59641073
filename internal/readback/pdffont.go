package readback

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// pdfFont is a font as a content stream uses it.
type pdfFont struct {
	object  int // number of its object, 0 for one that stands in the resources itself
	dict    pdfDict
	deep    pdfDict // of Type0: the CID font, else dict
	desc    pdfDict // its FontDescriptor
	wide    bool    // two bytes a code
	unicode map[uint32]string
	program *trueType
	broken  error // why the program could not be read
	widths  map[uint32]float64
	missing float64 // width of what widths leaves out
	used    map[uint32]bool
	grey    map[uint32]bool // used in text that has words of its own by ActualText
}

func (p *pdfFont) label() string {
	base, _ := p.dict["BaseFont"].(pdfName)
	return fmt.Sprintf("font %s (object %d)", base, p.object)
}

func (p *pdfFont) subtype() string {
	s, _ := p.dict["Subtype"].(pdfName)
	return string(s)
}

// fontOf reads a font once; the same object is the same font.
func (f *pdfFacts) fontOf(v any) *pdfFont {
	number := 0
	if r, ok := v.(pdfRef); ok {
		number = int(r)
		if p := f.fonts[number]; p != nil {
			return p
		}
	}
	p := &pdfFont{
		object: number, dict: f.dict(v), widths: map[uint32]float64{}, used: map[uint32]bool{}, grey: map[uint32]bool{},
		unicode: map[uint32]string{},
	}
	p.deep = p.dict
	if p.subtype() == "Type0" {
		p.wide = true
		if kids := f.array(p.dict["DescendantFonts"]); len(kids) == 1 {
			p.deep = f.dict(kids[0])
		}
		f.cidWidths(p)
	} else {
		first := f.int(p.dict["FirstChar"])
		for i, w := range f.array(p.dict["Widths"]) {
			p.widths[uint32(first+i)], _ = f.number(w)
		}
	}
	p.desc = f.dict(p.deep["FontDescriptor"])
	if !p.wide {
		p.missing, _ = f.number(p.desc["MissingWidth"])
	}
	if s := f.stream(p.desc["FontFile2"]); s != nil {
		p.program, p.broken = parseTrueType(s.data)
	}
	if s := f.stream(p.dict["ToUnicode"]); s != nil {
		p.unicode = toUnicode(s.data)
	}
	if number != 0 {
		f.fonts[number] = p
	} else {
		f.unnamed = append(f.unnamed, p)
	}
	return p
}

// cidWidths reads /W: first [w w …] and first last w (ISO 32000-1, 9.7.4.3).
func (f *pdfFacts) cidWidths(p *pdfFont) {
	p.missing = 1000
	if n, ok := f.number(p.deep["DW"]); ok {
		p.missing = n
	}
	w := f.array(p.deep["W"])
	for i := 0; i+1 < len(w); {
		first := f.int(w[i])
		if list := f.array(w[i+1]); list != nil {
			for j, v := range list {
				p.widths[uint32(first+j)], _ = f.number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		for c := first; c <= f.int(w[i+1]) && c < 1<<16; c++ {
			p.widths[uint32(c)], _ = f.number(w[i+2])
		}
		i += 3
	}
}

func (p *pdfFont) width(code uint32) float64 {
	if w, ok := p.widths[code]; ok {
		return w
	}
	return p.missing
}

// codes takes a shown string apart.
func (p *pdfFont) codes(s string) []uint32 {
	var out []uint32
	if !p.wide {
		for i := range len(s) {
			out = append(out, uint32(s[i]))
		}
		return out
	}
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, uint32(s[i])<<8|uint32(s[i+1]))
	}
	return out
}

// symbolic says what the flags of the descriptor say (ISO 32000-1, table 123).
func (f *pdfFacts) symbolic(p *pdfFont) bool { return max(f.int(p.desc["Flags"]), 0)&4 != 0 }

// glyph is the glyph that a code leads to, 0 where it leads to none (ISO 32000-1, 9.6.6.4 and 9.7.4.2).
func (f *pdfFacts) glyph(p *pdfFont, code uint32) int {
	if p.wide {
		if s := f.stream(p.deep["CIDToGIDMap"]); s != nil {
			b := &be{data: s.data}
			return b.u16(int(2 * code))
		}
		return int(code)
	}
	if !f.symbolic(p) {
		return p.program.subtable(3, 1)[uint32(windows(byte(code)))]
	}
	for _, high := range []uint32{0xF000, 0, 0xF100, 0xF200} {
		if g := p.program.subtable(3, 0)[high+code]; g != 0 {
			return g
		}
	}
	return p.program.subtable(1, 0)[code]
}

// windows is a letter of WinAnsiEncoding.
func windows(code byte) rune { return charmap.Windows1252.DecodeByte(code) }

// toUnicode reads a CMap that leads from codes to letters: bfchar and bfrange (ISO 32000-1, 9.10.3).
func toUnicode(data []byte) map[uint32]string {
	out := map[uint32]string{}
	l := &pdfLexer{data: data}
	var stack []any
	for t := l.next(); t.kind != 0; t = l.next() {
		if t.kind != 'w' {
			stack = append(stack, l.operand(t))
			continue
		}
		switch t.text {
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				out[codeOf(stack[i])] = utf16Text(stack[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				unicodeRange(out, codeOf(stack[i]), codeOf(stack[i+1]), stack[i+2])
			}
		}
		stack = stack[:0]
	}
	return out
}

// unicodeRange puts the letters of a range, which are counted up in their last byte or listed.
func unicodeRange(out map[uint32]string, from, to uint32, v any) {
	if list, ok := v.([]any); ok {
		for i, e := range list {
			out[from+uint32(i)] = utf16Text(e)
		}
		return
	}
	text, _ := v.(pdfText)
	for c := from; c <= to && c-from < 1<<16 && len(text) > 1; c++ {
		b := []byte(text)
		n := uint32(b[len(b)-2])<<8 + uint32(b[len(b)-1]) + c - from
		b[len(b)-2], b[len(b)-1] = byte(n>>8), byte(n)
		out[c] = utf16Text(pdfText(b))
	}
}

func codeOf(v any) uint32 {
	s, _ := v.(pdfText)
	var n uint32
	for i := range len(s) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// utf16Text reads UTF-16BE.
func utf16Text(v any) string {
	s, _ := v.(pdfText)
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return strings.ToValidUTF8(string(utf16.Decode(units)), "\uFFFD")
}
