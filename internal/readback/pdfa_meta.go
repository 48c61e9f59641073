package readback

import (
	"encoding/xml"
	"regexp"
	"strings"
	"time"
)

// metadataRules are about XMP and Info (ISO 19005-2, 6.6).
var metadataRules = []pdfRule{
	{"metadata", "6.6.2.1", func(f *pdfFacts, tell teller) {
		if f.xmpFault != nil {
			tell("%v", f.xmpFault)
		}
		d := f.stream(f.root()["Metadata"])
		if d != nil && (f.name(d.dict["Type"]) != "Metadata" || f.name(d.dict["Subtype"]) != "XML" || f.has(d.dict, "Filter")) {
			tell("the stream is packed, or not of type Metadata, XML")
		}
	}},
	{"packet", "6.6.2.1", rulePacket},
	{"properties", "6.6.2.3", ruleProperties},
	{"extension schemas", "6.6.2.3", ruleSchemas},
	{"info", "6.6.3", ruleInfo},
	{"identification", "6.6.4", func(f *pdfFacts, tell teller) {
		part, _ := f.xmp.get(pdfaidSpace, "part")
		level, _ := f.xmp.get(pdfaidSpace, "conformance")
		if part != "2" || level != "A" {
			tell("pdfaid says part %q, conformance %q", part, level)
		}
		if f.xmp != nil && f.xmp.prefixes[pdfaidSpace] != "pdfaid" {
			tell("the prefix of PDF/A is %q", f.xmp.prefixes[pdfaidSpace])
		}
	}},
}

func rulePacket(f *pdfFacts, tell teller) {
	if f.xmp == nil {
		return
	}
	if h := f.xmp.header; !strings.Contains(h, "begin=") || !strings.Contains(h, "W5M0MpCehiHzreSzNTczkc9d") {
		tell("the packet begins with %q", h)
	} else if strings.Contains(h, "bytes=") || strings.Contains(h, "encoding=") {
		tell("the head of the packet has bytes or encoding: %q", h)
	}
	if !strings.HasPrefix(f.xmp.footer, "end=") {
		tell("the packet ends with %q", f.xmp.footer)
	}
	for _, name := range f.xmp.twice {
		tell("property %s stands twice", name)
	}
}

// knownProperties are those of XMP that may stand without a description, and their shapes, as far as they are known
// here (XMP specification of 2005, chapter 4).
var knownProperties = map[string]map[string]string{
	dcSpace: {
		"title": "Alt", "creator": "Seq", "description": "Alt", "subject": "Bag", "date": "Seq", "language": "Bag", "format": "", "identifier": "",
		"publisher": "Bag", "contributor": "Bag", "rights": "Alt", "type": "Bag", "source": "", "relation": "Bag", "coverage": "",
	},
	xmpSpace: {
		"CreateDate": "", "ModifyDate": "", "MetadataDate": "", "CreatorTool": "", "Identifier": "Bag", "Label": "", "Nickname": "", "BaseURL": "",
	},
	pdfSpace:    {"Keywords": "", "Producer": "", "PDFVersion": ""},
	pdfaidSpace: {"part": "", "conformance": "", "amd": "", "corr": ""},
	extendSpace: {"schemas": "Bag"},

	"http://ns.adobe.com/xap/1.0/mm/":     {"DocumentID": "", "InstanceID": "", "VersionID": "", "RenditionClass": ""},
	"http://ns.adobe.com/xap/1.0/rights/": {"Marked": "", "WebStatement": "", "Owner": "Bag", "UsageTerms": "Alt", "Certificate": ""},
}

// schema is a description of properties by pdfaExtension:schemas.
type schema struct {
	prefix string
	shapes map[string]string // of each property
}

var arrayType = regexp.MustCompile(`^(?i:(seq|bag|alt)\s+)(.+)$`)

// shapeOf is the shape of a value type: "Seq Text" is a Seq.
func shapeOf(valueType string) string {
	if m := arrayType.FindStringSubmatch(valueType); m != nil {
		return strings.ToUpper(m[1][:1]) + strings.ToLower(m[1][1:])
	}
	if valueType == "Lang Alt" {
		return "Alt"
	}
	return ""
}

// valueTypes are the types of single values that are predefined (ISO 19005-2, 6.6.2.3.3; XMP specification).
var valueTypes = setOf("Text", "ProperName", "Boolean", "Integer", "Real", "Rational", "Date", "URI", "URL", "MIMEType", "Locale", "AgentName",
	"GUID", "RenditionClass", "XPath", "Lang Alt")

// schemas are the descriptions that a packet has; what is wrong with them is told.
func (f *pdfFacts) schemas(tell teller) map[string]schema {
	out := map[string]schema{}
	if f.xmp == nil {
		return out
	}
	prop := f.xmp.property(extendSpace, "schemas")
	if prop == nil {
		return out
	}
	if prop.shape != "Bag" {
		tell("pdfaExtension:schemas is no Bag")
		return out
	}
	for _, li := range prop.elem.kids[0].kids {
		s := schema{prefix: li.value(schemaSpace, "prefix"), shapes: map[string]string{}}
		space := li.value(schemaSpace, "namespaceURI")
		if space == "" || s.prefix == "" || li.value(schemaSpace, "schema") == "" {
			tell("a schema lacks its name, namespace or prefix: %q %q", space, s.prefix)
		}
		list := li.kid(schemaSpace, "property").kid(rdfSpace, "Seq")
		if list == nil {
			tell("the schema of %s describes no Seq of properties", space)
			continue
		}
		for _, p := range list.kids {
			name, kind := p.value(fieldSpace, "name"), p.value(fieldSpace, "valueType")
			category := p.value(fieldSpace, "category")
			single := kind
			if m := arrayType.FindStringSubmatch(kind); m != nil {
				single = m[2]
			}
			if name == "" || !valueTypes[single] || category != "internal" && category != "external" || p.value(fieldSpace, "description") == "" {
				tell("property %q of %s: type %q, category %q, or no description", name, space, kind, category)
			}
			s.shapes[name] = shapeOf(kind)
		}
		out[space] = s
	}
	return out
}

func ruleSchemas(f *pdfFacts, tell teller) {
	for space, s := range f.schemas(tell) {
		if used, ok := f.xmp.prefixes[space]; ok && used != s.prefix {
			tell("the schema of %s says prefix %q, used is %q", space, s.prefix, used)
		}
	}
	if f.xmp == nil || f.xmp.property(extendSpace, "schemas") == nil {
		return
	}
	for space, prefix := range map[string]string{extendSpace: "pdfaExtension", schemaSpace: "pdfaSchema", fieldSpace: "pdfaProperty"} {
		if f.xmp.prefixes[space] != prefix {
			tell("the prefix of %s is %q", space, f.xmp.prefixes[space])
		}
	}
}

// ruleProperties wants each property to be predefined or described, and to have the shape that was told.
func ruleProperties(f *pdfFacts, tell teller) {
	if f.xmp == nil {
		return
	}
	own := f.schemas(func(string, ...any) {})
	for _, p := range f.xmp.properties {
		shape, known := knownProperties[p.name.Space][p.name.Local]
		if s, ok := own[p.name.Space]; ok && !known {
			shape, known = s.shapes[p.name.Local]
		}
		if !known {
			tell("%s of %s is not described", p.name.Local, p.name.Space)
		} else if p.shape != shape {
			tell("%s is %q, not %q", p.name.Local, p.shape, shape)
		}
	}
}

// infoNames leads from the entries of Info to the properties that say the same.
var infoNames = map[string]xml.Name{
	"Title": {Space: dcSpace, Local: "title"}, "Author": {Space: dcSpace, Local: "creator"}, "Subject": {Space: dcSpace, Local: "description"},
	"Keywords": {Space: pdfSpace, Local: "Keywords"}, "Creator": {Space: xmpSpace, Local: "CreatorTool"}, "Producer": {Space: pdfSpace, Local: "Producer"},
	"CreationDate": {Space: xmpSpace, Local: "CreateDate"}, "ModDate": {Space: xmpSpace, Local: "ModifyDate"},
}

func ruleInfo(f *pdfFacts, tell teller) {
	info := f.dict(f.trailer["Info"])
	for key, name := range infoNames {
		said, _ := f.xmp.get(name.Space, name.Local)
		own := f.text(info[key])
		same := said == own
		if strings.HasSuffix(key, "Date") && own != "" {
			a, errA := pdfDate(own)
			b, errB := xmpDate(said)
			same = errA == nil && errB == nil && a.Equal(b)
		}
		if !same {
			tell("Info has /%s %q, XMP %s %q", key, own, name.Local, said)
		}
	}
}

// pdfDate reads D:20270106000000+07'00', or with Z or without a zone (ISO 32000-1, 7.9.4).
func pdfDate(s string) (time.Time, error) {
	s = strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(s, "D:"), "'", ""), "Z")
	if len(s) > 14 {
		return time.Parse("20060102150405-0700", s)
	}
	return time.Parse("20060102150405"[:len(s)], s)
}

// xmpDate reads a date of ISO 8601, to the second or to the day.
func xmpDate(s string) (time.Time, error) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, nil
		}
	}
	return time.Parse(time.RFC3339, s)
}
