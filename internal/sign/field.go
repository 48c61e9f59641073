package sign

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/cos"
)

// Bounds on the fields of a file.
const (
	maxFields = 10_000
	maxDepth  = 32
)

var errFields = errors.New("sign: the fields of the file are too many or too deep")

// Flags of fields and widgets (ISO 32000-1, 12.7.3.1 and 12.5.3).
const (
	readOnly = 1
	hidden   = 1 << 1 // what is only NoView is printed
)

// signedFlags are the flags of a form with signatures: there are some, and the
// file may only be added to (12.7.2).
const signedFlags = 1 | 1<<1

// widget is a place on a page where a field shows.
type widget struct {
	ref  cos.Ref
	dict cos.Dict
	rect rect
	page int // from 1; 0 where no page names it
}

// seen tells whether anything of the widget can be seen.
func (w widget) seen(f file) bool {
	return !w.rect.empty() && f.whole(w.dict["F"])&hidden == 0
}

// field is a field of a form with what it inherits (ISO 32000-1, 12.7.3).
type field struct {
	name    string // fully qualified
	kind    string // "Sig", "Tx" …
	ref     cos.Ref
	dict    cos.Dict
	flags   int
	value   cos.Value // not looked up
	look    string    // its /DA
	align   int       // 0 left, 1 centred, 2 right
	widgets []widget
}

// place is the widget of a field; a field without any has an empty one.
func (d *field) place() widget {
	if len(d.widgets) == 0 {
		return widget{}
	}
	return d.widgets[0]
}

// form is the interactive form of a file. ref is zero where it stands within
// the catalog.
type form struct {
	ref    cos.Ref
	dict   cos.Dict
	fields []*field
}

// field gives the field of a name; nil: none.
func (m *form) field(name string) *field {
	for _, d := range m.fields {
		if d.name == name {
			return d
		}
	}
	return nil
}

// signatures gives the fields that wait for a signature or have one.
func (m *form) signatures() []*field {
	var out []*field
	for _, d := range m.fields {
		if d.kind == "Sig" {
			out = append(out, d)
		}
	}
	return out
}

// form reads the form of a file; one without fields is empty.
func (f file) form() (*form, error) {
	_, root := f.root()
	m := &form{dict: f.dict(root["AcroForm"])}
	m.ref, _ = root["AcroForm"].(cos.Ref)
	pages, err := f.widgetPages()
	if err != nil {
		return nil, err
	}
	r := fieldReader{file: f, form: m, pages: pages, seen: map[cos.Ref]bool{}}
	top := field{look: f.text(m.dict["DA"]), align: f.whole(m.dict["Q"])}
	for _, v := range f.array(m.dict["Fields"]) {
		if err := r.read(v, top, 0); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// widgetPages tells on which page an annotation stands.
func (f file) widgetPages() (map[cos.Ref]int, error) {
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	out := map[cos.Ref]int{}
	for i, page := range pages {
		for _, v := range f.array(f.dict(page)["Annots"]) {
			if ref, ok := v.(cos.Ref); ok && out[ref] == 0 {
				out[ref] = i + 1
			}
		}
	}
	return out, nil
}

type fieldReader struct {
	file
	form    *form
	pages   map[cos.Ref]int
	seen    map[cos.Ref]bool
	widgets int // of fields that stand apart from them
}

// read reads a field and what stands below it; above is what it inherits.
func (r *fieldReader) read(v cos.Value, above field, depth int) error {
	ref, ok := v.(cos.Ref)
	if !ok {
		return nil // a field must be an object of its own
	}
	if depth > maxDepth || len(r.seen) >= maxFields {
		return errFields
	}
	if r.seen[ref] {
		return nil
	}
	r.seen[ref] = true
	if r.dict(ref) == nil {
		return nil // as is whatever is no dictionary
	}
	d := r.inherit(ref, above)
	kids := r.array(d.dict["Kids"])
	if len(kids) == 0 {
		d.widgets = []widget{r.widget(ref, d.dict)}
		r.form.fields = append(r.form.fields, &d)
		return nil
	}
	fields := false
	for _, kid := range kids {
		dict := r.dict(kid)
		if _, named := dict["T"]; named {
			fields = true
			if err := r.read(kid, d, depth+1); err != nil {
				return err
			}
		} else if ref, ok := kid.(cos.Ref); ok && dict != nil {
			if r.widgets++; r.widgets > maxFields {
				return errFields
			}
			d.widgets = append(d.widgets, r.widget(ref, dict))
		}
	}
	if !fields {
		r.form.fields = append(r.form.fields, &d)
	}
	return nil
}

// inherit makes a field of its dictionary and what stands above it.
func (r *fieldReader) inherit(ref cos.Ref, above field) field {
	d := above
	d.ref, d.dict, d.widgets = ref, r.dict(ref), nil
	if part := r.text(d.dict["T"]); part != "" {
		d.name = strings.TrimPrefix(above.name+"."+part, ".")
	}
	if kind := r.name(d.dict["FT"]); kind != "" {
		d.kind = kind
	}
	if _, ok := d.dict["Ff"]; ok {
		d.flags = r.whole(d.dict["Ff"])
	}
	if v, ok := d.dict["V"]; ok {
		d.value = v
	}
	if look, ok := r.Get(d.dict["DA"]).(cos.String); ok {
		d.look = string(look)
	}
	if _, ok := d.dict["Q"]; ok {
		d.align = r.whole(d.dict["Q"])
	}
	return d
}

func (r *fieldReader) widget(ref cos.Ref, dict cos.Dict) widget {
	return widget{ref: ref, dict: dict, rect: r.rect(dict["Rect"]), page: r.pages[ref]}
}

// Kinds of place, by the name of the field.
const (
	kindPerson   = "person"   // ky_1 …: a person's signature
	kindSeal     = "seal"     // dau_1 …: the signature of the body, with its seal
	kindAttached = "attached" // kem_tep: the body's, on a file that goes with another
	kindOther    = "other"    // whatever another program called it
	kindTime     = "time"     // no signature but a time stamp over the file
)

// Names of fields that our own files have.
const (
	nameSo     = "so"
	nameNgay   = "ngay"
	nameThang  = "thang"
	nameNam    = "nam"
	nameKemTep = "kem_tep"
)

// blanks are the fields that are filled in on the way to the signature, in the
// order of the paper.
var blanks = [...]string{nameSo, nameNgay, nameThang, nameNam}

// kindOf gives the kind of a signature field and, of those of our own, its
// number.
func kindOf(name string) (kind string, n int) {
	if name == nameKemTep {
		return kindAttached, 0
	}
	for prefix, kind := range map[string]string{"ky_": kindPerson, "dau_": kindSeal} {
		if digits, ok := strings.CutPrefix(name, prefix); ok {
			if n, err := strconv.Atoi(digits); err == nil && n > 0 {
				return kind, n
			}
		}
	}
	return kindOther, 0
}

// inOrder sorts signature fields as they are signed: ky_1, dau_1, ky_2 …, then
// those of others, then kem_tep.
func inOrder(fields []*field) []*field {
	rank := func(d *field) int {
		switch kind, n := kindOf(d.name); kind {
		case kindPerson:
			return 2 * min(n, maxFields)
		case kindSeal:
			return 2*min(n, maxFields) + 1
		case kindAttached:
			return 2*maxFields + 3
		}
		return 2*maxFields + 2
	}
	out := slices.Clone(fields)
	slices.SortStableFunc(out, func(a, b *field) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}
