package docx

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
)

// image writes an image alone in a paragraph, in line with the text: so it
// stays where it is when somebody edits around it. gap is the room above the
// first line of a cell, in twips.
func (w *writer) image(im *doc.Image, gap int64) {
	fig, box := w.fig.Images[string(im.Role)], w.fig.Sizes[im.ID]
	w.open(string(im.Role))
	if im.KeepNext {
		w.xml.WriteString("<w:keepNext/>")
	}
	if gap > 0 {
		w.xml.f(`<w:spacing w:before="%d"/>`, gap+fig.Before.Value.Twips())
	}
	w.endMark(im.Change)
	w.endProperties()
	w.begin(im.Change)
	w.shapes++
	size := fmt.Sprintf(`cx="%d" cy="%d"`, box.Width, box.Height)
	w.xml.f(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent %s/>`, size)
	w.xml.f(`<wp:docPr id="%d" name="Hình %d" descr="%s"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`, w.shapes, w.shapes, escape(im.Alt))
	w.xml.f(`<a:graphic><a:graphicData uri="%[1]s"><pic:pic xmlns:pic="%[1]s">`, "http://schemas.openxmlformats.org/drawingml/2006/picture")
	w.xml.f(`<pic:nvPicPr><pic:cNvPr id="%d" name="%s"/><pic:cNvPicPr/></pic:nvPicPr>`, w.shapes, w.media.name(im))
	w.xml.f(`<pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, w.media.id(im))
	w.xml.f(`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %s/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`, size)
	w.xml.WriteString(`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
	w.end(im.Change)
	w.xml.WriteString(`</w:p>`)
}

// imageStyles are the styles of the paragraphs that hold images. Their letters
// are as small as can be, so that a line is as high as its image.
func (w *writer) imageStyles(b *builder) {
	names := map[string]string{string(doc.Hinh): "KH Hình", string(doc.BieuTrung): "KH Biểu trưng"}
	for _, role := range slices.Sorted(maps.Keys(w.fig.Images)) {
		f, name := w.fig.Images[role], names[role]
		if name == "" {
			name = w.styleID(role)
		}
		b.f(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/>`, w.styleID(role), escape(name))
		b.f(`<w:pPr><w:spacing w:before="%d" w:after="%d" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>`, f.Before.Value.Twips(), f.After.Value.Twips())
		b.WriteString(`<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>`)
	}
}

// media are the image files of a DOCX: each once, numbered in the order of
// their first use.
type media struct {
	parts  []part
	number map[string]int // file -> its number
	tag    string         // what the names of files and relationships begin with
}

func (m *media) add(im *doc.Image) int {
	file := string(im.Data)
	n, ok := m.number[file]
	if !ok {
		if m.number == nil {
			m.number = map[string]int{}
		}
		n = len(m.parts) + 1
		m.number[file] = n
		m.parts = append(m.parts, part{fmt.Sprintf("word/media/%simage%d.%s", strings.ToLower(m.tag), n, im.Kind), file})
	}
	return n
}

// id is the relationship of the document to an image.
func (m *media) id(im *doc.Image) string { return m.relID(m.add(im)) }

func (m *media) name(im *doc.Image) string {
	return strings.TrimPrefix(m.parts[m.add(im)-1].name, "word/media/")
}

func (m *media) relID(n int) string { return fmt.Sprintf("%srIdHinh%d", m.tag, n) }

// rels adds the images to the relationships of the document.
func (m *media) rels(rels string) string {
	const end = "</Relationships>"
	out := strings.TrimSuffix(rels, end)
	for i, p := range m.parts {
		out += fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="%s"/>`, m.relID(i+1), strings.TrimPrefix(p.name, "word/"))
	}
	return out + end
}

// types adds the kinds of the images to the types of content.
func (m *media) types(types string) string {
	const before = `<Default Extension="rels"`
	add := ""
	for _, kind := range []string{"jpeg", "png"} {
		if slices.ContainsFunc(m.parts, func(p part) bool { return strings.HasSuffix(p.name, "."+kind) }) {
			add += fmt.Sprintf(`<Default Extension="%[1]s" ContentType="image/%[1]s"/>`, kind)
		}
	}
	return strings.Replace(types, before, add+before, 1)
}
