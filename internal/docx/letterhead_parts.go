package docx

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"kehoach.example/internal/doc"
)

// freeTag is the first name of the kind KHG1 that nothing in the file is called
// by: a letterhead may be a paper that was written on a letterhead.
func (t *target) freeTag() string {
	all := strings.ToLower(t.get(t.related(t.main, "styles")) + t.get(relsOf(t.main)))
	for _, p := range t.parts {
		all += strings.ToLower(p.name) + "\n"
	}
	n := 1
	for strings.Contains(all, fmt.Sprintf("khg%d", n)) {
		n++
	}
	return fmt.Sprintf("KHG%d", n)
}

// inRoot puts text in before the end tag of the root of a part.
func (t *target) inRoot(name, text string) {
	src := t.get(name)
	at := strings.LastIndex(src, "</")
	if at < 0 { // <root/>
		at = strings.LastIndex(src, "/>")
		tag := strings.Fields(src[strings.LastIndexByte(src[:at], '<')+1 : at])[0]
		t.set(name, src[:at]+">"+text+"</"+tag+">"+src[at+2:])
		return
	}
	t.set(name, src[:at]+text+src[at:])
}

const (
	emptyTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`
	emptyRels  = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
	relPrefix  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// add adds a part to the file, with its type and its relationship to the main
// part.
func (t *target) add(name, data, id, relType, contentType string) {
	t.set(name, data)
	t.relate(t.main, name, id, relType)
	t.typed(name, contentType)
}

func (t *target) relate(from, to, id, relType string) {
	rels := relsOf(from)
	if !t.has(rels) {
		t.set(rels, emptyRels)
	}
	target := "/" + to
	if dir := path.Dir(from); from == "" || dir != "." && path.Dir(to) == dir {
		target = strings.TrimPrefix(to, dir+"/")
	}
	t.inRoot(rels, fmt.Sprintf(`<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="%s" Type="%s" Target="%s"/>`, id, relType, target))
}

func (t *target) typed(name, contentType string) {
	t.inRoot(typesPart, fmt.Sprintf(`<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/%s" ContentType="%s"/>`, name, contentType))
}

// addMedia adds the images of the paper.
func (t *target) addMedia(w *writer) {
	for i, p := range w.media.parts {
		t.add(p.name, p.data, w.media.relID(i+1), relPrefix+"image", "image/"+strings.TrimPrefix(path.Ext(p.name), "."))
	}
}

// addMargins adds the headers and footers of the phụ lục.
func (t *target) addMargins(w *writer, d *doc.Document) {
	tag := w.guest.tag
	for _, x := range []struct{ id, kind, data string }{
		{"So", "header", w.pageHeader()},
		{"Trong", "header", w.firstHeader()},
		{"ChanTrong", "footer", w.marginPart("ftr", doc.Section{}, nil)},
	} {
		t.addMargin(tag, x.id, x.kind, x.data)
	}
	for _, s := range d.Sections[1:] {
		if len(s.FirstHead) > 0 {
			t.addMargin(tag, "Dau", "header", w.marginPart("hdr", s, s.FirstHead))
		}
		if len(s.FirstFoot) > 0 {
			t.addMargin(tag, "Chan", "footer", w.marginPart("ftr", s, s.FirstFoot))
		}
	}
}

func (t *target) addMargin(tag, id, kind, data string) {
	name := "word/" + strings.ToLower(tag+id) + ".xml"
	if t.has(name) { // one paper has one head and one foot of a first page
		t.set(name, data)
		return
	}
	t.add(name, data, tag+id, relPrefix+kind, wordType+kind+"+xml")
}

// addNotes adds the footnotes of the paper, behind those of the letterhead.
func (t *target) addNotes(w *writer, notes []*doc.Paragraph) {
	name := t.related(t.main, "footnotes")
	if name == "" {
		t.separators = noteSettings
		t.add("word/"+strings.ToLower(w.guest.tag)+"notes.xml", w.footnotes(notes), w.guest.tag+"Notes", relPrefix+"footnotes", wordType+"footnotes+xml")
		return
	}
	if len(t.lines) > 0 {
		t.separators = `<w:footnotePr><w:footnote w:id="` + strings.Join(t.lines, `"/><w:footnote w:id="`) + `"/></w:footnotePr>`
	}
	w.inNotes = true
	t.inRoot(name, strings.ReplaceAll(w.taken(func() { w.notes(notes) }), "<w:footnote ", "<w:footnote"+namespaces+" "))
}

// addStyles adds the styles of the paper, before anything else that the file has
// no part for.
func (t *target) addStyles(w *writer) {
	if name := t.related(t.main, "styles"); name != "" {
		w.guest.ownNoteStyle = strings.Contains(strings.ToLower(t.get(name)), `"footnote reference"`)
		t.inRoot(name, w.guestStyles())
		return
	}
	t.add(cmp.Or(t.freeName("word/styles.xml"), "word/styles.xml"), xmlHead+`<w:styles xmlns:w="`+spaces["w"]+`">`+w.guestStyles()+`</w:styles>`, w.guest.tag+"Styles", relPrefix+"styles", wordType+"styles+xml")
}

// freeName is a name of a part that is not taken yet.
func (t *target) freeName(name string) string {
	for t.has(name) {
		dir, base := path.Split(name)
		name = dir + "kh" + base
	}
	return name
}

// seal tells in the properties of the file what the paper says of itself, and
// makes room for the seal behind the office's own custom properties.
func (t *target) seal(d *doc.Document) {
	const metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	custom := t.related("", "custom-properties")
	others := t.properties(custom)
	t.drop(custom, "custom-properties")
	for _, p := range t.parts {
		if strings.HasPrefix(strings.ToLower(p.name), "_xmlsignatures/") { // of another text
			t.drop(p.name, "origin")
		}
	}
	var props builder
	props.coreProps(d.Info, fileDay(d.Info))
	if name := t.related("", "core-properties"); name != "" {
		t.set(name, props.String())
	} else {
		name = t.freeName("docProps/core.xml")
		t.set(name, props.String())
		t.relate("", name, "rIdKHCore", metadata)
		t.typed(name, "application/vnd.openxmlformats-package.core-properties+xml")
	}
	t.relate("", sealPart, "rIdKHCustom", relPrefix+"custom-properties")
	t.typed(sealPart, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
	if others != "" {
		t.set(sealPart, others)
	}
}

// properties are the custom properties of the letterhead without a seal of ours,
// "" for none.
func (t *target) properties(name string) string {
	if name == "" {
		return ""
	}
	t.without(name, func(n *node) bool { return n.attr("name") == sealName })
	left := 0
	_ = scan(t.get(name), func(stack []node) {
		if len(stack) == 2 {
			left++
		}
	}, nil, nil)
	if left == 0 {
		return ""
	}
	return t.get(name)
}

// drop takes a part out of the file, and the relationships of the file of a kind.
func (t *target) drop(name, kind string) {
	out := &bundle{at: map[string]int{}}
	for _, p := range t.parts {
		if !strings.EqualFold(p.name, name) {
			out.set(p.name, p.data)
		}
	}
	t.bundle = out
	t.without(relsOf(""), func(n *node) bool { return strings.HasSuffix(n.attr("Type"), "/"+kind) })
	t.without(typesPart, func(n *node) bool { return strings.EqualFold(n.attr("PartName"), "/"+name) })
}

// without takes children of the root out of a part.
func (t *target) without(name string, gone func(*node) bool) {
	if !t.has(name) {
		return
	}
	var edits []edit
	src := t.get(name)
	_ = scan(src, nil, nil, func(stack []node, _, to int) {
		if n := &stack[len(stack)-1]; len(stack) == 2 && gone(n) {
			edits = append(edits, edit{n.start, to, ""})
		}
	})
	t.set(name, apply(src, edits))
}
