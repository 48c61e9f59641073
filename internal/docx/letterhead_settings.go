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

// beforeMirror are the settings that come before w:mirrorMargins in that order.
var beforeMirror = map[string]bool{
	"writeProtection": true, "view": true, "zoom": true, "removePersonalInformation": true, "removeDateAndTime": true,
	"doNotDisplayPageBoundaries": true, "displayBackgroundShape": true, "printPostScriptOverText": true,
	"printFractionalCharacterWidth": true, "printFormsData": true, "embedTrueTypeFonts": true, "embedSystemFonts": true,
	"saveSubsetFonts": true, "saveFormsData": true,
}

// ofOffice are the settings that serve an office while it makes its letterhead
// and that no paper on it takes over: its list of addresses, its tracking of
// changes, its template (17.14.20, 17.15.1.90, 17.15.1.6).
var ofOffice = map[string]bool{"w:mailMerge": true, "w:trackRevisions": true, "w:attachedTemplate": true}

const modeSetting = `<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/>`

const mirrorMargins = `<w:mirrorMargins/>`

// settle sets what decides about lines and margins, and the house form for
// whoever imports the paper again; what serves the office alone goes, all other
// settings stay.
func (t *target) settle(d *doc.Document) {
	name := t.related(t.main, "settings")
	if name == "" {
		name = t.freeName("word/settings.xml")
		t.add(name, strings.Replace(settings(d), noteSettings, t.separators, 1), "rIdKHSettings", relPrefix+"settings", wordType+"settings+xml")
		return
	}
	t.inRoot(name, "") // a root of one tag gets two
	s := &settingsEdit{src: t.get(name), form: d.Info.Form, notes: t.separators, mirror: d.TwoSided}
	_ = scan(s.src, s.opened, nil, s.closed) // read before, so it is XML
	t.set(name, apply(s.src, s.finish()))
	for _, rel := range t.relations(name) {
		if rel.kind == "recipientData" && rel.target != "" {
			t.drop(rel.target, rel.kind)
		}
	}
	t.without(relsOf(name), func(n *node) bool {
		kind := n.attr("Type")
		switch kind[strings.LastIndexByte(kind, '/')+1:] {
		case "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData":
			return true
		}
		return false
	})
}

// settingsEdit gathers the edits of a part of settings.
type settingsEdit struct {
	src, form string
	notes     string // w:footnotePr for the footnotes of the paper, "" for none
	mirror    bool   // the margins of even pages are swapped

	edits   []edit
	compat  bool
	mode    bool
	vars    bool
	noted   bool
	endNote int // where w:endnotePr begins, 0 without it
	behind  int // where the first setting behind w:compat begins, 0 without one
	root    int // where the root ends
	compats int // where w:compat begins
	front   int // where w:mirrorMargins may stand
	mirrors bool
}

func (s *settingsEdit) opened(stack []node) {
	n := &stack[len(stack)-1]
	if len(stack) == 1 {
		s.front = n.end
	}
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
	parent := ""
	if len(stack) == 3 {
		parent = stack[1].name
	}
	switch {
	case len(stack) == 1:
		s.root = from
	case parent == "w:compat" && n.name == "w:compatSetting" && n.attr("name") == "compatibilityMode":
		s.mode = true
		s.edits = append(s.edits, edit{n.start, to, modeSetting})
	case parent == "w:docVars" && n.name == "w:docVar" && n.attr("name") == formVariable:
		s.edits = append(s.edits, edit{n.start, to, ""})
	case len(stack) > 2:
	case ofOffice[n.name], n.name == "w:autoHyphenation":
		s.edits = append(s.edits, edit{n.start, to, ""})
	case beforeMirror[strings.TrimPrefix(n.name, "w:")]:
		s.front = to
	case n.name == "w:mirrorMargins" && s.mirror:
		s.mirrors = true
		s.edits = append(s.edits, edit{n.start, to, mirrorMargins})
	case n.name == "w:compat" && !s.mode:
		s.edits = append(s.edits, closing(n, from, to, "w:compat", modeSetting))
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
	mirror, notes, compats, vars := "", "", "", ""
	if s.mirror && !s.mirrors {
		mirror = mirrorMargins
	}
	if !s.noted {
		notes = s.notes
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
	return sorted(append(s.edits, edit{s.front, s.front, mirror}, edit{before, before, notes}, edit{place, place, compats + vars}))
}
