package docx

import (
	"strings"

	"kehoach.example/internal/doc"
)

// behindCompat are the settings that come behind w:compat in the order of the
// schema (ECMA-376 Part 1, 17.15.1.78, A.1).
var behindCompat = map[string]bool{
	"docVars": true, "rsids": true, "mathPr": true, "attachedSchema": true, "themeFontLang": true, "clrSchemeMapping": true,
	"doNotIncludeSubdocsInStats": true, "doNotAutoCompressPictures": true, "forceUpgrade": true, "captions": true, "readModeInkLockDown": true,
	"smartTagType": true, "schemaLibrary": true, "shapeDefaults": true, "doNotEmbedSmartTags": true, "decimalSymbol": true, "listSeparator": true,
	"docId": true, "conflictMode": true, "discardImageEditingData": true, "defaultImageDpi": true, "chartTrackingRefBased": true,
}

const modeSetting = `<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/>`

// settle sets what decides about lines, and the house form for whoever imports
// the paper again; all other settings stay.
func (t *target) settle(d *doc.Document) {
	name := t.related(t.main, "settings")
	if name == "" {
		name = t.freeName("word/settings.xml")
		t.add(name, settings(d), "rIdKHSettings", relPrefix+"settings", wordType+"settings+xml")
		return
	}
	s := &settingsEdit{src: t.get(name), form: d.Info.Form, notes: len(d.Notes) > 0}
	_ = scan(s.src, s.opened, nil, s.closed) // read before, so it is XML
	t.set(name, apply(s.src, s.finish()))
}

// settingsEdit gathers the edits of a part of settings.
type settingsEdit struct {
	src, form string
	notes     bool

	edits   []edit
	compat  bool
	mode    bool
	vars    bool
	noted   bool
	endNote int // where w:endnotePr begins, 0 without it
	behind  int // where the first setting behind w:compat begins, 0 without one
	root    int // where the root ends
	compats int // where w:compat begins
}

func (s *settingsEdit) opened(stack []node) {
	n := &stack[len(stack)-1]
	if len(stack) != 2 {
		return
	}
	local := n.name[strings.IndexByte(n.name, ':')+1:]
	switch {
	case local == "compat":
		s.compat, s.compats = true, n.start
	case local == "footnotePr":
		s.noted = true
	case local == "endnotePr":
		s.endNote = n.start
	case behindCompat[local] && s.behind == 0:
		s.behind = n.start
	}
}

func (s *settingsEdit) closed(stack []node, from, to int) {
	n := &stack[len(stack)-1]
	switch {
	case len(stack) == 1:
		s.root = from
	case n.name == "w:autoHyphenation":
		s.edits = append(s.edits, edit{n.start, to, ""})
	case n.name == "w:compatSetting" && n.attr("name") == "compatibilityMode":
		s.mode = true
		s.edits = append(s.edits, edit{n.start, to, modeSetting})
	case n.name == "w:compat" && !s.mode:
		s.edits = append(s.edits, closing(n, from, to, "w:compat", modeSetting))
	case n.name == "w:docVar" && n.attr("name") == formVariable:
		s.edits = append(s.edits, edit{n.start, to, ""})
	case n.name == "w:docVars":
		s.vars = true
		if s.form != "" {
			s.edits = append(s.edits, closing(n, from, to, "w:docVars", s.variable()))
		}
	}
}

// closing puts text in at the end of an element, which may be empty in one tag.
func closing(n *node, from, to int, tag, text string) edit {
	if from == to {
		return edit{n.start, to, "<" + tag + ">" + text + "</" + tag + ">"}
	}
	return edit{from, from, text}
}

func (s *settingsEdit) variable() string {
	return `<w:docVar w:name="` + formVariable + `" w:val="` + escape(s.form) + `"/>`
}

// finish adds what no element was there for, in the order of the schema.
func (s *settingsEdit) finish() []edit {
	place := s.behind
	if place == 0 {
		place = s.root
	}
	notes, compats, vars := "", "", ""
	if s.notes && !s.noted {
		notes = noteSettings
	}
	if !s.compat {
		compats = compat
	}
	if s.form != "" && !s.vars {
		vars = `<w:docVars>` + s.variable() + `</w:docVars>`
	}
	before := place
	switch {
	case s.endNote > 0:
		before = s.endNote
	case s.compat:
		before = s.compats
	}
	return sorted(append(s.edits, edit{before, before, notes}, edit{place, place, compats + vars}))
}
