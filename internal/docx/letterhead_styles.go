package docx

import (
	"maps"
	"slices"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
)

// What a letterhead could change in a line: its defaults (w:docDefaults) reach
// every style, also one that is based on none. So each style of the paper tells
// everything (ECMA-376 Part 1, 17.3.1, 17.3.2), in the order of the schema.
const (
	resetRun = `<w:caps w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/><w:dstrike w:val="0"/><w:outline w:val="0"/><w:shadow w:val="0"/><w:emboss w:val="0"/><w:imprint w:val="0"/>` +
		`<w:snapToGrid w:val="0"/><w:vanish w:val="0"/>`
	resetSpacing = `<w:spacing w:val="0"/><w:w w:val="100"/><w:kern w:val="0"/><w:position w:val="0"/>`
	fonts        = `<w:rFonts w:ascii="` + fontName + `" w:hAnsi="` + fontName + `" w:eastAsia="` + fontName + `" w:cs="` + fontName + `"/>`
)

// A guestStyle is a paragraph style of the paper in a letterhead.
type guestStyle struct {
	id, name      string
	widow         bool
	before, after int64
	line          string
	first         int64
	align         string
	outline       int // 0 for none
	bold, italic  bool
	underline     bool
	color         string
	size          int64 // in half points
}

func (s guestStyle) write(b *builder) {
	b.f(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:qFormat/><w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:pageBreakBefore w:val="0"/>%s`, s.id, escape(s.name), flag("widowControl", s.widow))
	b.WriteString(`<w:suppressLineNumbers w:val="0"/><w:suppressAutoHyphens/><w:bidi w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>`)
	b.f(`<w:spacing w:before="%d" w:beforeAutospacing="0" w:after="%d" w:afterAutospacing="0" %s/>`, s.before, s.after, s.line)
	b.f(`<w:ind w:left="0" w:right="0" w:firstLine="%d"/><w:contextualSpacing w:val="0"/><w:mirrorIndents w:val="0"/><w:jc w:val="%s"/><w:textAlignment w:val="auto"/>`, s.first, s.align)
	if s.outline > 0 {
		b.f(`<w:outlineLvl w:val="%d"/>`, s.outline-1)
	}
	b.f(`</w:pPr><w:rPr>%s%s%s%s%s%s<w:color w:val="%s"/>`, fonts, flag("b", s.bold), flag("bCs", s.bold), flag("i", s.italic), flag("iCs", s.italic), resetRun, s.color)
	b.f(`%s<w:sz w:val="%d"/><w:szCs w:val="%[2]d"/><w:u w:val="%s"/>`, resetSpacing, s.size, map[bool]string{true: "single", false: "none"}[s.underline])
	b.WriteString(`<w:vertAlign w:val="baseline"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:style>`)
}

func flag(name string, on bool) string {
	if on {
		return `<w:` + name + `/>`
	}
	return `<w:` + name + ` w:val="0"/>`
}

// guestStyles are the styles that the paper uses, each complete in itself.
func (w *writer) guestStyles() string {
	b := &builder{}
	for _, role := range slices.Sorted(maps.Keys(w.guest.used)) {
		image, isImage := w.fig.Images[role]
		s := w.bare(role, 2)
		switch {
		case role == emptyRole:
			s.line = `w:line="20" w:lineRule="exact"`
		case role == ruleRole:
			s.size = 4
		case isImage:
			s.before, s.after, s.align = image.Before.Value.Twips(), image.After.Value.Twips(), "center"
		default:
			s = w.guestStyle(role, w.fig.Style(role))
		}
		s.write(b)
	}
	w.guestNoteStyle(b)
	return b.String()
}

// guestNoteStyle is the style of a footnote's number. Word processors know it by
// the name that it has in Word; where the letterhead has that style of its own,
// ours has another.
func (w *writer) guestNoteStyle(b *builder) {
	custom, name := "", "footnote reference"
	if w.guest.ownNoteStyle {
		custom, name = ` w:customStyle="1"`, w.guest.tag+" footnote reference"
	}
	b.f(`<w:style w:type="character"%s w:styleId="%s"><w:name w:val="%s"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`, custom, w.guest.tag+noteStyle, name)
}

// bare is a style for what has no text.
func (w *writer) bare(role string, size int64) guestStyle {
	return guestStyle{id: w.styleID(role), name: w.styleID(role), widow: true, line: `w:line="240" w:lineRule="auto"`, align: "left", color: "000000", size: size}
}

func (w *writer) guestStyle(role string, st standard.Style) guestStyle {
	s := w.bare(role, int64(st.Size.Value.HalfPoints()))
	if st.Name != "" {
		s.name = w.guest.tag + " " + st.Name
	}
	s.widow = !cells[role] && role != string(doc.ChuThich)
	s.before, s.after, s.line = st.Before.Value.Twips(), st.After.Value.Twips(), lineSpacing(st)
	s.first, s.align = max(st.Indent.Value.Twips(), 0), st.Align
	s.bold, s.italic, s.underline = st.Bold, st.Italic, st.Underline
	if st.Color != "" {
		s.color = st.Color
	}
	if level, ok := outline[role]; ok {
		s.outline = level + 1
	}
	return s
}
