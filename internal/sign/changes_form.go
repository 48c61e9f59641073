package sign

import (
	"reflect"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// acroForm: the flags of signatures may be set, and fields that show nothing may
// be added for a signature.
func (c *comparer) acroForm(before, after cos.Value) {
	old, now := c.old.dict(before), c.new.dict(after)
	c.part(after, now != nil)
	a, b := c.old.array(old["Fields"]), c.new.array(now["Fields"])
	c.part(now["Fields"], b != nil)
	for _, key := range differ(old, now) {
		if key == "Fields" || key == "SigFlags" && c.flags(old[key], now[key]) {
			continue
		}
		c.name(role{what: diag.M("các ô điền của văn bản bị đổi (AcroForm/%s)", "the form of the file was changed (AcroForm/%s)", string(key))})
	}
	if !extended(a, b, c.newFields) {
		c.name(role{what: diag.M("có ô điền, ô chữ ký bị bỏ hoặc đổi chỗ", "fields were taken away or changed about")})
	}
}

// part takes an object for a part of the form, if it is of the type that it must
// be.
func (c *comparer) part(v cos.Value, right bool) {
	if ref, ok := v.(cos.Ref); ok && right {
		c.parts[ref] = true
	}
}

// flags: that there are signatures, and that the file may only be added to, may
// be said and not be taken back (ISO 32000-1, 12.7.2).
func (c *comparer) flags(before, after cos.Value) bool {
	now, ok := after.(int64)
	old := int64(c.old.whole(before))
	return ok && now&^signedFlags == old&^signedFlags && now&old == old
}

// extended tells whether a list is what it was, and behind that things that may be
// added, each once.
func extended(old, now cos.Array, may map[cos.Ref]bool) bool {
	if len(now) < len(old) || !reflect.DeepEqual(old, now[:len(old):len(old)]) && len(old) > 0 {
		return false
	}
	seen := map[cos.Ref]bool{}
	for _, v := range now[len(old):] {
		ref, ok := v.(cos.Ref)
		if !ok || !may[ref] || seen[ref] {
			return false
		}
		seen[ref] = true
	}
	return true
}

// fields goes through the fields of both forms.
func (c *comparer) fields() {
	before := map[cos.Ref]*field{}
	for _, d := range c.oldForm.fields {
		before[d.ref] = d
	}
	for _, d := range c.newForm.fields {
		if old := before[d.ref]; old != nil {
			c.field(old, d)
		} else {
			c.added(d)
		}
	}
}

// added: a new field may hold a signature that shows nothing.
func (c *comparer) added(d *field) {
	w := d.place()
	bad := d.kind != "Sig" || !c.isSignature(d.value) || len(d.widgets) != 1 || w.seen(c.new) || !c.fresh[d.ref] || !c.fresh[w.ref] || c.parts[d.ref]
	bad = bad || len(c.new.array(d.dict["Kids"])) > 1 || c.oldForm.field(d.name) != nil
	for _, part := range []cos.Dict{d.dict, w.dict} {
		bad = bad || part["A"] != nil || part["AA"] != nil || part["Parent"] != nil && d.ref == w.ref
	}
	if bad {
		c.name(role{w.page, diag.M("có ô mới %q, không phải chỗ đã để sẵn", "there is a new field %q, which is none of the places that were kept", d.name)})
		return
	}
	c.out.signed = append(c.out.signed, d.name)
	c.newFields[d.ref], c.newWidgets[w.ref] = true, true
	for ref, dict := range map[cos.Ref]cos.Dict{d.ref: d.dict, w.ref: w.dict} {
		c.parts[ref], c.free[ref] = true, true
		c.need(dict["V"])
		c.need(dict["AP"])
		c.lock(dict["Lock"])
	}
}

// isSignature tells whether a value is a dictionary, as a signature is.
func (c *comparer) isSignature(v cos.Value) bool { return c.new.dict(v) != nil }

// lock: a new field may tell what its signature locks (ISO 32000-1, 12.7.4.5),
// in an object of its own.
func (c *comparer) lock(v cos.Value) {
	ref, ok := v.(cos.Ref)
	d := c.new.dict(v)
	if !ok || !c.fresh[ref] || d == nil {
		return
	}
	for key, v := range d {
		if !slices.Contains([]cos.Name{"Type", "Action", "Fields", "P"}, key) || refers(v) {
			return
		}
	}
	c.known[ref] = true
}

// field: an empty signature field may get its signature, a blank its value.
func (c *comparer) field(old, now *field) {
	signing := now.kind == "Sig" && old.kind == "Sig" && c.old.Get(old.value) == nil && c.isSignature(now.value)
	filling := now.kind == "Tx" && old.kind == "Tx" && slices.Contains(blanks[:], old.name) && c.old.open(old) && c.new.text(now.value) != ""
	touched := false
	for _, part := range parts(old, now) {
		c.parts[part.ref] = true
		for _, key := range differ(part.old, part.now) {
			touched = true
			if !c.mayDiffer(key, part, old, signing, filling) {
				c.name(role{now.place().page, diag.M("ô %q đã bị sửa (%s)", "the field %q was changed (%s)", now.name, string(key))})
			}
		}
	}
	if !touched || !signing && !filling {
		return
	}
	for _, part := range parts(old, now) {
		c.free[part.ref] = true
		c.need(part.now["V"])
		c.need(part.now["AP"])
	}
	if signing {
		c.out.signed = append(c.out.signed, now.name)
		for _, w := range old.widgets {
			if look, ok := c.old.dict(w.dict["AP"])["N"].(cos.Ref); ok {
				c.signed[w.ref] = look
			}
		}
		return
	}
	c.out.filled = append(c.out.filled, now.name)
	for _, w := range now.widgets {
		if !c.new.shows(c.old, blank{c.oldForm, old, w}, c.new.text(now.value)) {
			c.name(role{w.page, diag.M("ô %q hiện trên trang khác với chữ đã điền %q", "the field %q shows something other than what it holds, %q", now.name, c.new.text(now.value))})
		}
	}
}

// mayDiffer tells whether a key of a field may be what it is now.
func (c *comparer) mayDiffer(key cos.Name, part side, old *field, signing, filling bool) bool {
	v := part.now[key]
	switch {
	case !signing && !filling:
		return false
	case key == "V":
		return true
	case key == "AP":
		return v == nil || c.plainLook(v)
	case key == "Ff":
		return c.new.whole(v)&^readOnly == old.flags&^readOnly && !refers(v)
	case key == "F": // Locked
		return c.new.whole(v)|0x80 == c.old.whole(part.old[key])|0x80 && !refers(v)
	case key == "M": // when it was changed
		_, ok := v.(cos.String)
		return signing && ok
	case key == "AS": // which of several looks
		_, ok := v.(cos.Name)
		return signing && ok
	}
	return false
}

// plainLook tells whether a widget has one look and no other for when somebody
// points at it (ISO 32000-1, 12.5.5).
func (c *comparer) plainLook(v cos.Value) bool {
	looks := c.new.dict(v)
	_, ok := c.new.Get(looks["N"]).(*cos.Stream)
	return ok && len(looks) == 1
}

// looks: the appearance that a field had before it was signed may go or be
// written over, as poppler does, if nothing else led to it and the field shows
// another now.
func (c *comparer) looks() {
	if len(c.signed) == 0 {
		return
	}
	widgets := map[cos.Ref]bool{}
	for ref := range c.signed {
		widgets[ref] = true
	}
	others := c.old.roles(widgets, nil).roles
	for widget, look := range c.signed {
		now, _ := c.new.dict(c.new.dict(widget)["AP"])["N"].(cos.Ref)
		if _, used := others[look]; used || now == look {
			continue
		}
		c.idle[look] = true
		for ref := range c.fresh {
			if ref.Num == look.Num {
				c.needed[ref] = true
			}
		}
	}
}

// open tells whether a blank is still to be filled in.
func (f file) open(d *field) bool {
	return f.text(d.value) == "" && d.flags&readOnly == 0
}

// side is an object of a field, before and after.
type side struct {
	ref      cos.Ref
	old, now cos.Dict
}

// parts gives the objects of a field that stand in both revisions: its own and
// those of its widgets.
func parts(old, now *field) []side {
	out := []side{{now.ref, old.dict, now.dict}}
	for _, w := range now.widgets {
		for _, before := range old.widgets {
			if before.ref == w.ref && w.ref != now.ref {
				out = append(out, side{w.ref, before.dict, w.dict})
			}
		}
	}
	return out
}

// pages: a page may get annotations that are new fields without a look.
func (c *comparer) pages() {
	before, err := c.old.Pages()
	after, errAfter := c.new.Pages()
	if err != nil || errAfter != nil || !slices.Equal(before, after) {
		c.name(role{what: diag.M("số trang hoặc thứ tự trang bị đổi: trước %d trang, nay %d", "the number or the order of the pages was changed: %d before, %d now", len(before), len(after))})
	}
	kept := map[cos.Ref]bool{}
	for _, ref := range before {
		kept[ref] = true
	}
	for i, ref := range after {
		if !kept[ref] {
			continue
		}
		old, now := c.old.dict(ref), c.new.dict(ref)
		c.known[ref] = true
		for _, key := range differ(old, now) {
			if key != "Annots" {
				c.name(pageRole(i+1, key))
			}
		}
		list := c.new.array(now["Annots"])
		c.part(now["Annots"], list != nil)
		if !extended(c.old.array(old["Annots"]), list, c.newWidgets) {
			c.name(pageRole(i+1, "Annots"))
		}
	}
}
