package sign

import (
	"reflect"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// catalog: the first signature is named in /Perms, data to judge signatures by
// may be added.
func (c *comparer) catalog(before, after cos.Dict) {
	for _, key := range differ(before, after) {
		switch key {
		case "AcroForm", "DSS": // looked at on their own
		case "Perms":
			c.perms(before[key], after[key])
		case "Extensions":
			if !extensions(after[key]) {
				c.name(catalogRole(key))
			}
		default:
			c.name(catalogRole(key))
		}
	}
}

// extensions tells whether a value does nothing but name extensions of the
// format (ISO 32000-1, 7.12), as goes with /DSS. They stand in one piece.
func extensions(v cos.Value) bool {
	d, ok := v.(cos.Dict)
	for key, v := range d {
		if key == "Type" && v == cos.Value(cos.Name("Extensions")) {
			continue
		}
		list, many := v.(cos.Array)
		if !many {
			list = cos.Array{v}
		}
		for _, v := range list {
			ok = ok && closed(v, "Type", "BaseVersion", "ExtensionLevel", "ExtensionRevision", "URL")
		}
	}
	return ok
}

// closed tells whether a value is a dictionary of plain values that has no other
// keys.
func closed(v cos.Value, keys ...cos.Name) bool {
	d, ok := v.(cos.Dict)
	for key, v := range d {
		switch v.(type) {
		case int64, cos.Name, cos.String:
			ok = ok && slices.Contains(keys, key)
		default:
			return false
		}
	}
	return ok
}

// perms: a certification is named by the revision that makes it, and no other
// signature may stand before it.
func (c *comparer) perms(before, after cos.Value) {
	keys := differ(c.old.dict(before), c.new.dict(after))
	certified := c.new.dict(after)["DocMDP"]
	ok := len(keys) == 1 && keys[0] == "DocMDP" && c.out.after == ""
	if ok {
		ok = false
		for _, d := range c.newForm.signatures() {
			_, ref := d.value.(cos.Ref)
			ok = ok || ref && reflect.DeepEqual(d.value, certified)
		}
	}
	if !ok {
		c.name(role{what: diag.M("quyền sửa văn bản (Perms) đã bị đổi", "the permissions of the file were changed")})
		return
	}
	c.need(after)
}

// validation: certificates and answers about them may be added (/DSS, ISO
// 32000-2, 12.8.4.3), in objects that are nothing else and hold nothing else.
func (c *comparer) validation(before, after cos.Value) {
	old, now := dataOf(c.old, before), dataOf(c.new, after)
	changed := !reflect.DeepEqual(before, after)
	for _, parts := range []map[cos.Ref]bool{old.parts, now.parts} {
		for ref := range parts {
			changed = changed || c.fresh[ref] || c.edited[ref]
			c.needed[ref] = true
		}
	}
	if !changed {
		return
	}
	c.out.valid = true
	switch {
	case after == nil:
		c.name(role{what: diag.M("dữ liệu xác minh chữ ký (DSS) đã bị xóa", "the data to judge signatures by (DSS) were taken away")})
	case now.odd:
		c.name(role{what: diag.M("dữ liệu xác minh chữ ký (DSS) có thứ khác lẫn vào", "the data to judge signatures by (DSS) hold something else")})
	}
}

// validationData are the objects that data to judge signatures by stand in; odd where
// there is something else among them.
type validationData struct {
	file
	parts map[cos.Ref]bool
	odd   bool
}

// dataOf reads a /DSS.
func dataOf(f file, v cos.Value) *validationData {
	d := &validationData{file: f, parts: map[cos.Ref]bool{}}
	if v == nil {
		return d
	}
	for key, v := range d.entries(v) {
		switch key {
		case "Type":
			d.odd = d.odd || v != cos.Value(cos.Name("DSS"))
		case "Certs", "OCSPs", "CRLs":
			d.list(v)
		case "VRI":
			for key, v := range d.entries(v) {
				if key != "Type" || v != cos.Value(cos.Name("VRI")) {
					d.one(v)
				}
			}
		default:
			d.odd = true
		}
	}
	return d
}

// one reads what stands there about one signature.
func (d *validationData) one(v cos.Value) {
	for key, v := range d.entries(v) {
		switch key {
		case "Type":
			d.odd = d.odd || v != cos.Value(cos.Name("VRI"))
		case "Cert", "OCSP", "CRL":
			d.list(v)
		case "TU":
			_, ok := v.(cos.String)
			d.odd = d.odd || !ok
		case "TS":
			d.stream(v)
		default:
			d.odd = true
		}
	}
}

// part takes a value in, and its object.
func (d *validationData) part(v cos.Value) cos.Value {
	if ref, ok := v.(cos.Ref); ok {
		d.parts[ref] = true
	}
	return d.Get(v)
}

func (d *validationData) entries(v cos.Value) cos.Dict {
	x, ok := d.part(v).(cos.Dict)
	d.odd = d.odd || !ok
	return x
}

func (d *validationData) list(v cos.Value) {
	x, ok := d.part(v).(cos.Array)
	d.odd = d.odd || !ok
	for _, v := range x {
		if ref, ok := v.(cos.Ref); !ok || !d.parts[ref] {
			d.stream(v)
		}
	}
}

// stream: bytes that lead to nothing but their length.
func (d *validationData) stream(v cos.Value) {
	s, ok := d.part(v).(*cos.Stream)
	if !ok {
		d.odd = true
		return
	}
	for key, v := range s.Dict {
		switch key {
		case "Length":
			_, whole := d.part(v).(int64)
			d.odd = d.odd || !whole
		case "Filter", "DecodeParms":
			d.odd = d.odd || refers(v)
		case "Type":
			_, name := v.(cos.Name)
			d.odd = d.odd || !name
		default:
			d.odd = true
		}
	}
}

// refers tells whether a value refers to objects.
func refers(v cos.Value) bool {
	if _, ok := v.(cos.Ref); ok {
		return true
	}
	return slices.ContainsFunc(below(v), func(e entry) bool { return refers(e.value) })
}
