package docx

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
)

// body writes the main part: the paper in the place of the mark.
func (t *target) body(w *writer, d *doc.Document) string {
	last := len(t.blocks) - 1
	section, end := "", strings.LastIndex(t.src, "</") // of the body's end tag, where no section tells of itself
	end = strings.LastIndex(t.src[:end], "</")
	to := end
	if t.blocks[last].name == "w:sectPr" {
		section, end, to = t.src[t.blocks[last].from:t.blocks[last].to], t.blocks[last].from, t.blocks[last].to
		last--
	}
	for last > t.mark && t.blocks[last].unseen() {
		last--
	}
	if section == "" {
		section = "<w:sectPr/>"
	}
	edits := []edit{{t.rootEnd - 1, t.rootEnd - 1, t.missing()}}
	if first := t.after(0); len(d.Notes) > 0 && t.mark > first && t.blocks[first].name != "w:p" {
		edits = append(edits, edit{t.blocks[0].from, t.blocks[0].from, w.taken(func() { w.lowest() })})
	}
	mark := t.blocks[t.mark]
	if len(d.Sections) == 1 {
		return apply(t.src, append(edits, edit{mark.from, mark.to, t.text(w, d, "")}))
	}
	behind := ""
	switch b := t.blocks[last]; {
	case t.mark == last:
		edits = append(edits, edit{mark.from, mark.to, t.text(w, d, section)})
	case b.name == "w:p" && b.props > 0:
		edits = append(edits, edit{mark.from, mark.to, t.text(w, d, "")}, edit{b.props, b.props, section})
	default:
		edits = append(edits, edit{mark.from, mark.to, t.text(w, d, "")})
		behind = w.taken(func() { w.carried = section; w.hidden() })
	}
	behind += w.taken(func() { w.appendices(d.Sections[1:]) })
	return apply(t.src, append(edits, edit{end, to, behind}))
}

// text writes the first section of a paper, which ends a section of the file if
// properties are given.
func (t *target) text(w *writer, d *doc.Document, properties string) string {
	return strings.Join(t.blocks[t.mark].markers, "") + w.taken(func() {
		blocks := d.Sections[0].Blocks
		switch {
		case t.mark == t.after(0) && len(d.Notes) > 0:
			w.beforeTable(blocks)
		case t.behindTable() && len(blocks) > 0 && isTable(blocks[0]):
			w.empty() // tables that touch would become one
		}
		if len(blocks) == 0 {
			w.carried = properties
			w.hidden()
			return
		}
		w.section(d.Sections[0], properties)
	})
}

// unseen tells whether a block is a mere marker between paragraphs.
func (b block) unseen() bool { return markers[b.name] || b.name == "w:proofErr" }

// after is the first block from one on that is no marker: that of the mark is
// none.
func (t *target) after(i int) int {
	for t.blocks[i].unseen() {
		i++
	}
	return i
}

// behindTable tells whether nothing but markers stands between a table and the
// place of the text.
func (t *target) behindTable() bool {
	for i := t.mark - 1; i >= 0; i-- {
		if !t.blocks[i].unseen() {
			return t.blocks[i].name == "w:tbl"
		}
	}
	return false
}

// appendices writes the sections behind the first: the last tells of itself at
// the end of the body.
func (w *writer) appendices(sections []doc.Section) {
	for i, s := range sections {
		if i < len(sections)-1 {
			w.section(s, w.taken(func() { w.properties(s) }))
			continue
		}
		w.section(s, "")
		w.properties(s)
	}
}

// taken gives what is written meanwhile.
func (w *writer) taken(write func()) string {
	from := len(w.xml.buf)
	write()
	inner := string(w.xml.buf[from:])
	w.xml.buf = w.xml.buf[:from]
	return inner
}

// missing are the declarations that the paper needs and the root has not.
func (t *target) missing() string {
	b := &builder{}
	for _, prefix := range slices.Sorted(maps.Keys(spaces)) {
		if prefix != "m" && t.bound[prefix] != spaces[prefix] {
			b.f(` xmlns:%s="%s"`, prefix, spaces[prefix])
		}
	}
	return b.String()
}
