package readback

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// fileRules are about the bytes of the file and what its catalog must not have.
var fileRules = []pdfRule{
	{"readable", "6.1", func(f *pdfFacts, tell teller) {
		for _, w := range f.warnings {
			tell("%s", w)
		}
	}},
	{"header", "6.1.2", ruleHeader},
	{"trailer", "6.1.3", ruleTrailer},
	{"end", "6.1.3", func(f *pdfFacts, tell teller) {
		if i := bytes.LastIndex(f.raw, []byte("%%EOF")); i < 0 || strings.Trim(string(f.raw[i+5:]), "\r\n") != "" || len(f.raw)-i-5 > 2 {
			tell("something stands behind the last end-of-file marker")
		}
	}},
	{"xref", "6.1.4", func(f *pdfFacts, tell teller) {
		for _, m := range xrefHead.FindAllSubmatch(f.raw, -1) {
			if s := string(m[1]); s != "\n" && s != "\r" && s != "\r\n" {
				tell("between xref and its first row stands %q", s)
			}
		}
	}},
	{"objects", "6.1.9", ruleObjects},
	{"streams", "6.1.7.1", ruleStreams},
	{"filters", "6.1.7.2", ruleFilters},
	{"permissions", "6.1.12", rulePermissions},
	{"forbidden keys", "6.11", ruleForbidden},
	{"embedded files", "6.8", func(f *pdfFacts, tell teller) {
		f.each(func(n int, d pdfDict) {
			if f.has(d, "EF") {
				tell("object %d holds an embedded file", n)
			}
		})
		if f.has(f.dict(f.root()["Names"]), "EmbeddedFiles") {
			tell("the catalog has /Names /EmbeddedFiles")
		}
	}},
	{"optional content", "6.9", ruleOptional},
}

var (
	headerLine = regexp.MustCompile(`^%PDF-1\.7(\r\n|\r|\n)%([\x80-\xff]{4})`)
	xrefHead   = regexp.MustCompile(`[\r\n]xref(\s*)\d+\s+\d+\s`)
)

func ruleHeader(f *pdfFacts, tell teller) {
	// A string of Go matches bytes above 127 only as letters of UTF-8, so each byte becomes a letter.
	var b strings.Builder
	for _, c := range f.raw[:min(len(f.raw), 64)] {
		b.WriteRune(rune(c))
	}
	if !headerLine.MatchString(b.String()) {
		tell("the file begins with %q", f.raw[:min(len(f.raw), 20)])
	}
}

func ruleTrailer(f *pdfFacts, tell teller) {
	id := f.array(f.trailer["ID"])
	if len(id) != 2 || f.text(id[0]) == "" || f.text(id[1]) == "" {
		tell("no /ID of two strings")
	}
	if _, ok := f.trailer["Encrypt"]; ok {
		tell("the file is encrypted")
	}
}

var objectHead = regexp.MustCompile(`^\d+ \d+ obj(\r\n|\r|\n)`)

// ruleObjects looks at the blanks around obj and endobj.
func ruleObjects(f *pdfFacts, tell teller) {
	for number, at := range f.offsets {
		if at >= len(f.raw) || !objectHead.Match(f.raw[at:]) || at > 0 && !isEnd(f.raw[at-1]) {
			tell("object %d does not stand on its own line", number)
			continue
		}
		end := f.objectEnd(number)
		if end < 0 || !isEnd(f.raw[end-1]) || end+6 >= len(f.raw) || !isEnd(f.raw[end+6]) {
			tell("endobj of object %d does not stand on its own line", number)
		}
	}
}

func isEnd(c byte) bool { return c == '\n' || c == '\r' }

// objectEnd is where the endobj of an object begins, behind its stream; -1 where none is.
func (f *pdfFacts) objectEnd(number int) int {
	from := f.offsets[number]
	if s, ok := f.objects[number].(*pdfStream); ok {
		if begin := f.streamBegin(number); begin >= 0 {
			from = min(begin+max(f.int(s.dict["Length"]), 0), len(f.raw))
		}
	}
	i := bytes.Index(f.raw[from:], []byte("endobj"))
	if i <= 0 {
		return -1
	}
	return from + i
}

var streamHead = regexp.MustCompile(`>>\s*stream(\r\n|\n)`)

// streamBegin is where the bytes of a stream begin; -1 where the keyword is not followed by a line's end.
func (f *pdfFacts) streamBegin(number int) int {
	from, ok := f.offsets[number]
	if !ok || from > len(f.raw) {
		return -1
	}
	m := streamHead.FindIndex(f.raw[from:])
	if m == nil || bytes.Contains(f.raw[from:from+m[0]], []byte("endobj")) {
		return -1
	}
	return from + m[1]
}

var streamTail = regexp.MustCompile(`^(\r\n|\n|\r)endstream\s`)

func ruleStreams(f *pdfFacts, tell teller) {
	for number, v := range f.objects {
		s, ok := v.(*pdfStream)
		if !ok {
			continue
		}
		for _, key := range []string{"F", "FFilter", "FDecodeParms"} {
			if f.has(s.dict, key) {
				tell("stream %d has /%s", number, key)
			}
		}
		if _, plain := f.offsets[number]; !plain {
			continue
		}
		begin, size := f.streamBegin(number), f.int(s.dict["Length"])
		if begin < 0 {
			tell("keyword stream of object %d is not followed by a line's end", number)
		} else if size < 0 || begin+size > len(f.raw) || !streamTail.Match(f.raw[begin+size:]) {
			tell("/Length of stream %d does not lead to endstream on a line of its own", number)
		}
	}
}

// filtersAllowed are those of ISO 32000-1, table 6, without LZWDecode.
var filtersAllowed = setOf("ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode")

func ruleFilters(f *pdfFacts, tell teller) {
	seen("filters")(f, tell)
	for number, v := range f.objects {
		if s, ok := v.(*pdfStream); ok {
			for _, filter := range f.list(s.dict["Filter"]) {
				if !filtersAllowed[f.name(filter)] {
					tell("stream %d is packed by %s", number, f.name(filter))
				}
			}
		}
	}
}

func rulePermissions(f *pdfFacts, tell teller) {
	for key := range f.dict(f.root()["Perms"]) {
		if key != "DocMDP" && key != "UR3" {
			tell("/Perms has /%s", key)
		}
	}
	f.each(func(n int, d pdfDict) {
		if f.name(d["Type"]) == "SigRef" && (f.has(d, "DigestValue") || f.has(d, "DigestMethod") || f.has(d, "DigestLocation")) {
			if f.has(f.dict(f.root()["Perms"]), "DocMDP") {
				tell("a signature reference in object %d has a digest of its own", n)
			}
		}
	})
}

// ruleForbidden looks for what changes the look of a file or asks for more than it has (6.4.2, 6.10, 6.11).
func ruleForbidden(f *pdfFacts, tell teller) {
	for _, key := range []string{"Requirements", "NeedsRendering", "Collection"} {
		if f.has(f.root(), key) {
			tell("the catalog has /%s", key)
		}
	}
	if f.has(f.dict(f.root()["Names"]), "AlternatePresentations") {
		tell("the catalog has /Names /AlternatePresentations")
	}
	for i, p := range f.pages {
		if f.has(p.dict, "PresSteps") {
			tell("page %d has /PresSteps", i+1)
		}
	}
}

// ruleOptional looks at the layers: each configuration has a name of its own and nothing that switches by itself.
func ruleOptional(f *pdfFacts, tell teller) {
	d := f.dict(f.root()["OCProperties"])
	if len(d) == 0 {
		return
	}
	var names []string
	for _, v := range append([]any{d["D"]}, f.array(d["Configs"])...) {
		c := f.dict(v)
		name := f.text(c["Name"])
		if name == "" || slices.Contains(names, name) {
			tell("a configuration of layers has no name of its own: %q", name)
		}
		names = append(names, name)
		if f.has(c, "AS") {
			tell("configuration %q has /AS", name)
		}
	}
}
