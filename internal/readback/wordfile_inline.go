package readback

import (
	"fmt"
	"strings"
)

// Page gives the number of the page, as a field.
func (w *WordFile) Page() WordPiece {
	f := w.Field(" PAGE   \\* MERGEFORMAT ", w.Text("", "2"))
	return WordPiece{f.XML, ""}
}

// Field makes a field of its code and its result, in the shape of five runs; the result is what is seen.
func (w *WordFile) Field(code string, result WordPiece) WordPiece {
	return WordPiece{
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">` + escapeXML(code) + `</w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result.XML + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		result.Says,
	}
}

// NestedField makes a field whose code holds another field, of whose result nothing is seen.
func (w *WordFile) NestedField(code string, inner, result WordPiece) WordPiece {
	return WordPiece{
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">` + escapeXML(code) + `</w:instrText></w:r>` + inner.XML +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result.XML + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		result.Says,
	}
}

// SimpleField makes a field in one element.
func (w *WordFile) SimpleField(code string, result WordPiece) WordPiece {
	return WordPiece{`<w:fldSimple w:instr="` + escapeXML(code) + `">` + result.XML + `</w:fldSimple>`, result.Says}
}

// Link makes a hyperlink to an address outside.
func (w *WordFile) Link(url string, text WordPiece) WordPiece {
	id := w.rel("hyperlink", url, true)
	return WordPiece{`<w:hyperlink r:id="` + id + `" w:history="1">` + text.XML + `</w:hyperlink>`, text.Says}
}

// Inserted makes a tracked insertion, Deleted a tracked deletion, MovedTo and MovedFrom the two ends of a move.
func (w *WordFile) Inserted(in WordPiece) WordPiece {
	return WordPiece{w.change("ins", in.XML), in.Says}
}

// MovedTo makes the end of a tracked move that stays.
func (w *WordFile) MovedTo(in WordPiece) WordPiece {
	return WordPiece{w.change("moveTo", in.XML), in.Says}
}

// Deleted makes a tracked deletion, of which nothing is seen.
func (w *WordFile) Deleted(in WordPiece) WordPiece {
	gone := strings.NewReplacer("<w:t>", "<w:delText>", "<w:t ", "<w:delText ", "</w:t>", "</w:delText>").Replace(in.XML)
	return WordPiece{w.change("del", gone), ""}
}

// MovedFrom makes the end of a tracked move that goes.
func (w *WordFile) MovedFrom(in WordPiece) WordPiece {
	return WordPiece{w.change("moveFrom", in.XML), ""}
}

func (w *WordFile) change(kind, xml string) string {
	return fmt.Sprintf(`<w:%s w:id="%d" w:author="Người soạn" w:date="2026-02-03T08:00:00Z">%s</w:%s>`, kind, 9000+w.next(), xml, kind)
}

// MarkDeleted makes the mark at the end of a paragraph a deleted one: it is one with the paragraph below.
func (w *WordFile) MarkDeleted(p WordPiece) WordPiece {
	mark := fmt.Sprintf(`<w:del w:id="%d" w:author="Người soạn" w:date="2026-02-03T08:00:00Z"/>`, 9000+w.next())
	at := strings.Index(p.XML, "</w:pPr>")
	props := p.XML[:at]
	if i := strings.Index(props, "<w:rPr>"); i >= 0 {
		props = props[:i+len("<w:rPr>")] + mark + props[i+len("<w:rPr>"):]
	} else {
		props += "<w:rPr>" + mark + "</w:rPr>"
	}
	return WordPiece{props + p.XML[at:], strings.TrimSuffix(p.Says, "\n")}
}

// RowDeleted marks the row of a table (from 0) as deleted; what was seen of it must be told.
func (w *WordFile) RowDeleted(table WordPiece, row int, seen string) WordPiece {
	parts := strings.SplitAfter(table.XML, "<w:tr>")
	mark := fmt.Sprintf(`<w:trPr><w:del w:id="%d" w:author="Người soạn" w:date="2026-02-03T08:00:00Z"/></w:trPr>`, 9000+w.next())
	parts[row+1] = mark + strings.NewReplacer("<w:t>", "<w:delText>", "<w:t ", "<w:delText ", "</w:t>", "</w:delText>").Replace(parts[row+1])
	return WordPiece{strings.Join(parts, ""), strings.Replace(table.Says, seen, "", 1)}
}

// Footnote makes the mark of a footnote and the note; Endnote the same at the end.
func (w *WordFile) Footnote(text string) WordPiece { return w.noteAt("footnote", &w.footnotes, text) }

// Endnote makes the mark of an endnote and the note.
func (w *WordFile) Endnote(text string) WordPiece { return w.noteAt("endnote", &w.endnotes, text) }

func (w *WordFile) noteAt(kind string, into *strings.Builder, text string) WordPiece {
	id := 1 + strings.Count(into.String(), "</w:"+kind+">")
	p := w.ParaOf("", WordPiece{XML: `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:` + kind + `Ref/></w:r>`}, w.Text("10", " "+text))
	fmt.Fprintf(into, `<w:%s w:id="%d">%s</w:%s>`, kind, id, p.XML, kind)
	w.notes.WriteString(p.Says)
	return WordPiece{XML: fmt.Sprintf(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:%sReference w:id="%d"/></w:r>`, kind, id)}
}

// Commented puts a comment on pieces of a paragraph; it is not printed.
func (w *WordFile) Commented(in WordPiece, comment string) WordPiece {
	id := strings.Count(w.comments.String(), "</w:comment>")
	p := w.Para("10", comment)
	fmt.Fprintf(&w.comments, `<w:comment w:id="%d" w:author="Lãnh đạo" w:date="2026-02-03T08:00:00Z" w:initials="LĐ">%s</w:comment>`, id, p.XML)
	return WordPiece{
		fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>%s<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`, id, in.XML, id, id),
		in.Says,
	}
}

// Control puts pieces into a content control, Tagged into a smart tag of Word 2007.
func (w *WordFile) Control(in WordPiece) WordPiece {
	return WordPiece{fmt.Sprintf(`<w:sdt><w:sdtPr><w:alias w:val="Ô nhập"/><w:id w:val="%d"/><w:text/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`, 70000+w.next(), in.XML), in.Says}
}

// Tagged puts pieces of a paragraph into a smart tag.
func (w *WordFile) Tagged(in WordPiece) WordPiece {
	return WordPiece{`<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>` + in.XML + `</w:smartTag>`, in.Says}
}

// Raw is markup as given, of which the text is seen.
func Raw(xml, says string) WordPiece { return WordPiece{xml, says} }
