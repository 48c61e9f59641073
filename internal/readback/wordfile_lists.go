package readback

import (
	"fmt"
	"strconv"
	"strings"
)

// A WordLevel is one level of an automatic list: its number format ("decimal", "upperRoman", "lowerLetter", "bullet"),
// the text round the number ("%1.", "%1.%2."), and the first number (0 is 1).
type WordLevel struct {
	Format string
	Text   string
	Start  int
	Style  string // paragraph style whose number this is
	Font   string // of a bullet
}

// List defines an automatic list and gives its id for a look, num=ID/LEVEL.
func (w *WordFile) List(levels ...WordLevel) string {
	id := len(w.abstracts)
	var b strings.Builder
	fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:nsid w:val="0A1B2C%02X"/><w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="1F2E3D4C"/>`, id, id)
	for i, l := range levels {
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d" w:tplc="04090011"><w:start w:val="%d"/><w:numFmt w:val="%s"/>`, i, max(l.Start, 1), l.Format)
		if l.Style != "" {
			b.WriteString(`<w:pStyle w:val="` + l.Style + `"/>`)
		}
		fmt.Fprintf(&b, `<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="360"/></w:pPr>`, escapeXML(l.Text), 720*(i+1))
		if l.Font != "" {
			b.WriteString(`<w:rPr><w:rFonts w:ascii="` + l.Font + `" w:hAnsi="` + l.Font + `" w:hint="default"/></w:rPr>`)
		}
		b.WriteString("</w:lvl>")
	}
	b.WriteString("</w:abstractNum>")
	w.abstracts = append(w.abstracts, b.String())
	return w.num(id, "")
}

// Restart gives a second list of the same definition, whose level begins anew at a number.
func (w *WordFile) Restart(list string, level, at int) string {
	n, _ := strconv.Atoi(list)
	_, rest, _ := strings.Cut(w.lists[n-1], `<w:abstractNumId w:val="`)
	abstract, _ := strconv.Atoi(rest[:strings.IndexByte(rest, '"')])
	return w.num(abstract, fmt.Sprintf(`<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, level, at))
}

func (w *WordFile) num(abstract int, override string) string {
	id := len(w.lists) + 1
	w.lists = append(w.lists, fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, abstract, override))
	return strconv.Itoa(id)
}

// Style defines a paragraph style with properties of the paragraph and of its runs in markup.
func (w *WordFile) Style(id, name, based, paraProps, runProps string) {
	fmt.Fprintf(&w.styles, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/>`, id, escapeXML(name))
	if based != "" {
		w.styles.WriteString(`<w:basedOn w:val="` + based + `"/>`)
	}
	w.styles.WriteString(`<w:qFormat/><w:pPr>` + paraProps + `</w:pPr><w:rPr>` + runProps + `</w:rPr></w:style>`)
}
