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
	if now == nil && old == nil {
		return
	}
	for _, v := range []cos.Value{before, old["Fields"]} {
		if ref, ok := v.(cos.Ref); ok {
			delete(c.edited, ref)
		}
	}
	for _, key := range differ(old, now) {
		switch key {
		case "SigFlags":
		case "Fields": // below
		default:
			c.name(role{what: diag.M("các ô điền của văn bản bị đổi (AcroForm/%s)", "the form of the file was changed (AcroForm/%s)", string(key))})
		}
	}
	a, b := c.old.array(old["Fields"]), c.new.array(now["Fields"])
	if len(b) < len(a) || !reflect.DeepEqual(a, b[:len(a)]) {
		c.name(role{what: diag.M("có ô điền, ô chữ ký bị bỏ hoặc đổi chỗ", "fields were taken away or changed about")})
	}
	if now != nil {
		c.reason(after)
	}
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
	bad := d.kind != "Sig" || c.new.Get(d.value) == nil || len(d.widgets) != 1 || w.seen(c.new) || c.fresh[d.ref] || !c.isFresh(d.ref) || !c.isFresh(w.ref)
	for _, part := range []cos.Dict{d.dict, w.dict} {
		bad = bad || part["A"] != nil || part["AA"] != nil || part["Parent"] != nil && d.ref == w.ref
	}
	if c.oldForm.field(d.name) != nil {
		bad = true
	}
	if bad {
		c.name(role{w.page, diag.M("có ô mới %q, không phải chỗ đã để sẵn", "there is a new field %q, which is none of the places that were kept", d.name)})
	} else {
		c.out.signed = append(c.out.signed, d.name)
	}
	for _, ref := range []cos.Ref{d.ref, w.ref} {
		if c.isFresh(ref) {
			c.reason(ref)
		}
	}
}

func (c *comparer) isFresh(ref cos.Ref) bool {
	_, ok := c.fresh[ref]
	return ok
}

// field: an empty signature field may get its signature, a blank its value.
func (c *comparer) field(old, now *field) {
	signing := now.kind == "Sig" && old.kind == "Sig" && c.old.Get(old.value) == nil && c.new.Get(now.value) != nil
	filling := now.kind == "Tx" && old.kind == "Tx" && slices.Contains(blanks[:], old.name) && c.old.open(old) && c.new.text(now.value) != ""
	free := signing || filling
	touched := false
	for _, part := range parts(old, now) {
		delete(c.edited, part.ref)
		for _, key := range differ(part.old, part.now) {
			touched = true
			switch {
			case free && (key == "V" || key == "AP"):
			case free && key == "Ff" && c.new.whole(part.now[key])&^readOnly == old.flags&^readOnly:
			case signing && (key == "M" || key == "AS"): // when it was changed; which of several looks
			case free && key == "F" && c.new.whole(part.now[key])|0x80 == c.old.whole(part.old[key])|0x80: // Locked
			default:
				c.name(role{now.place().page, diag.M("ô %q đã bị sửa (%s)", "the field %q was changed (%s)", now.name, string(key))})
				continue
			}
			c.reason(part.now[key])
		}
	}
	if !touched || !free {
		return
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
		if !c.new.shows(c.old, c.new.dict(w.dict["AP"])["N"], c.new.text(now.value)) {
			c.name(role{w.page, diag.M("ô %q hiện trên trang khác với chữ đã điền %q", "the field %q shows something other than what it holds, %q", now.name, c.new.text(now.value))})
		}
	}
}

// looks: the appearance that a field had before it was signed may go or be
// written over, as poppler does, if nothing else leads to it and the field shows
// another now.
func (c *comparer) looks() {
	var others map[cos.Ref]role
	for field, look := range c.signed {
		now, _ := c.new.dict(c.new.dict(field)["AP"])["N"].(cos.Ref)
		if !c.edited[look] || now == look {
			continue
		}
		if others == nil {
			others = c.old.roles(c.signed)
		}
		if _, used := others[look]; used {
			continue
		}
		delete(c.edited, look)
		for ref := range c.fresh {
			if ref.Num == look.Num {
				c.reason(ref)
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
		old, now := c.old.dict(ref), c.new.dict(ref)
		if !kept[ref] {
			continue
		}
		if c.edited[ref] {
			delete(c.edited, ref)
			for _, key := range differ(old, now) {
				if key != "Annots" {
					c.name(pageRole(i+1, key))
				}
			}
		}
		if list, ok := old["Annots"].(cos.Ref); ok {
			delete(c.edited, list)
		}
		c.annots(i+1, c.old.array(old["Annots"]), c.new.array(now["Annots"]))
		if list, ok := now["Annots"].(cos.Ref); ok && c.isFresh(list) {
			c.fresh[list] = true
		}
	}
}

// annots: those that were there are there, and each new one is a field that was
// looked at.
func (c *comparer) annots(page int, old, now cos.Array) {
	ok := len(now) >= len(old) && reflect.DeepEqual(old, now[:min(len(old), len(now))])
	for _, v := range now[min(len(old), len(now)):] {
		ref, isRef := v.(cos.Ref)
		ok = ok && isRef && c.fresh[ref]
	}
	if !ok {
		c.name(pageRole(page, "Annots"))
	}
}
