package ooxml

import (
	"path"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// relation is one relationship of a part (ECMA-376 part 2, 9.3).
type relation struct {
	id       string
	kind     string // the last word of its type: "styles", "header"
	target   string // the part; "" for what lies outside of the file
	external bool
}

// maxRelations is how many relationships one part may have.
const maxRelations = 5000

// relations reads the relationships of a part; of the whole file for "".
func (p *pack) relations(part string) ([]relation, error) {
	dir, base := path.Split(strings.ReplaceAll(part, "\\", "/"))
	x, _, err := p.read(dir + "_rels/" + base + ".rels")
	if x == nil {
		return nil, err
	}
	var out []relation
	x.each(func(e element) {
		if e.name != "rel:Relationship" {
			return
		}
		kind := e.attr("", "Type")
		r := relation{id: e.attr("", "Id"), kind: kind[strings.LastIndex(kind, "/")+1:], external: strings.EqualFold(e.attr("", "TargetMode"), "External")}
		if !r.external {
			r.target = opc.Resolve(dir, e.attr("", "Target"))
		}
		if out = append(out, r); len(out) > maxRelations {
			x.fail(tooBig("một phần có hơn %d quan hệ", "one part has more than %d relationships", maxRelations))
		}
	}, nil)
	return out, x.close()
}

// byID is how a part looks its relationships up; what lies outside is not there.
func byID(rels []relation) map[string]string {
	out := map[string]string{}
	for _, r := range rels {
		if !r.external {
			out[r.id] = r.target
		}
	}
	return out
}

// contentTypes reads what the parts are, by name as opc.Name gives it.
func (p *pack) contentTypes() (map[string]string, error) {
	x, _, err := p.read("[Content_Types].xml")
	if x == nil {
		return nil, err
	}
	types := map[string]string{}
	x.each(func(e element) {
		if e.name == "ct:Override" && len(types) < maxEntries {
			types[opc.Name(e.attr("", "PartName"))] = e.attr("", "ContentType")
		}
	}, nil)
	return types, x.close()
}

// mainKinds are the main parts of Office files by a piece of their content type.
// An empty name is what is read.
var mainKinds = []struct {
	piece string
	macro bool
	what  diag.Msg
}{
	{"wordprocessingml.document.main+xml", false, diag.Msg{}},
	{"ms-word.document.macroenabled.main+xml", true, diag.Msg{}},
	{"wordprocessingml.template.main+xml", false, diag.M("tệp mẫu Word (.dotx)", "a Word template (.dotx)")},
	{"ms-word.template.macroenabled", false, diag.M("tệp mẫu Word có macro (.dotm)", "a Word template with macros (.dotm)")},
	{"spreadsheetml", false, diag.M("tệp Excel (.xlsx)", "an Excel file (.xlsx)")},
	{"ms-excel", false, diag.M("tệp Excel (.xlsx)", "an Excel file (.xlsx)")},
	{"presentationml", false, diag.M("tệp PowerPoint (.pptx)", "a PowerPoint file (.pptx)")},
	{"ms-powerpoint", false, diag.M("tệp PowerPoint (.pptx)", "a PowerPoint file (.pptx)")},
}

// mainPart finds the part with the text, and tells whether the file has macros.
func (p *pack) mainPart() (part string, macros bool, err error) {
	if !p.Has("[Content_Types].xml") {
		return "", false, p.otherZip()
	}
	types, err := p.contentTypes()
	if err != nil {
		return "", false, err
	}
	rels, err := p.relations("")
	if err != nil {
		return "", false, err
	}
	for _, r := range rels {
		if r.kind == "officeDocument" && p.Has(r.target) {
			part = r.target
			break
		}
	}
	if part == "" {
		return "", false, broken("tệp không có phần văn bản chính", "the file has no main part")
	}
	kind := strings.ToLower(types[opc.Name(part)])
	for _, k := range mainKinds {
		if strings.Contains(kind, k.piece) {
			if k.what.Vi != "" {
				return "", false, otherKind(k.what)
			}
			macros = k.macro
			break
		}
	}
	for _, name := range p.Names() {
		macros = macros || path.Base(name) == "vbaproject.bin"
	}
	return part, macros, nil
}

// otherZip refuses a zip that is no Office file of this format.
func (p *pack) otherZip() error {
	in, err := p.Open("mimetype")
	if err != nil {
		return err
	}
	if in != nil {
		defer in.Close()
		head := make([]byte, 64)
		n, _ := in.Read(head) // what is not read is not named
		if strings.HasPrefix(string(head[:n]), "application/vnd.oasis.opendocument") {
			return otherKind(diag.M("tệp OpenDocument (.odt của LibreOffice)", "an OpenDocument file (.odt of LibreOffice)"))
		}
	}
	return refuse("DOCX-KIND", diag.M("đây là tệp nén không chứa văn bản Word", "this is a zip without a Word document"),
		diag.M("nếu là tệp .zip thì giải nén ra và nhập tệp .docx bên trong", "where it is a .zip, unpack it and import the .docx in it"))
}
