package sign

import (
	"reflect"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// change is something that a revision did and that neither a signature nor the
// filling of a blank needs.
type change struct {
	revision int
	page     int // from 1; 0: it stands on no page
	what     diag.Msg
}

// on is what was done, with the page before it.
func (c change) on() diag.Msg {
	if c.page == 0 {
		return c.what
	}
	return follow(diag.M("trang %d", "page %d", c.page), c.what)
}

// revision is what a revision did.
type revision struct {
	n       int
	after   string   // a field that was signed before it; "": none
	signed  []string // fields that got their signature
	filled  []string // blanks that were filled in
	valid   bool     // it added data to judge signatures by (/DSS)
	changes []change
}

// comparer compares a file before a revision with the file after it.
type comparer struct {
	old, new         file
	oldForm, newForm *form
	fresh            map[cos.Ref]bool // objects that were not there before; true: they have a reason to be
	edited           map[cos.Ref]bool
	signed           map[cos.Ref]cos.Ref // fields that were signed, with the appearances that they had
	roles            map[cos.Ref]role    // of objects before, looked up where needed
	out              revision
}

// compare tells what a revision did that changed these objects. The rules are
// those of a certification that permits filling in and signing (ISO 32000-1,
// 12.8.2.2, P 2), and closer: only the blanks of our own forms are filled, and
// whatever is new must be part of a signature or of a blank.
func (c *comparer) compare(changed []cos.Ref) error {
	c.fresh, c.edited, c.signed = map[cos.Ref]bool{}, map[cos.Ref]bool{}, map[cos.Ref]cos.Ref{}
	var err error
	if c.newForm, err = c.new.form(); err != nil {
		return err
	}
	for _, d := range c.oldForm.signatures() {
		if c.old.Get(d.value) != nil {
			c.out.after = d.name
		}
	}
	for _, ref := range c.withOld(changed) {
		before, after := c.old.Get(ref), c.new.Get(ref)
		switch {
		case reflect.DeepEqual(before, after):
		case before == nil:
			c.fresh[ref] = table(after)
		default:
			c.edited[ref] = true
		}
	}
	c.tell()
	return nil
}

// withOld adds to objects those that had their numbers before, with another
// generation: what refers to them finds nothing now.
func (c *comparer) withOld(changed []cos.Ref) []cos.Ref {
	numbers, all := map[int]bool{}, map[cos.Ref]bool{}
	for _, ref := range changed {
		numbers[ref.Num], all[ref] = true, true
	}
	for _, ref := range c.old.Refs() {
		if numbers[ref.Num] {
			all[ref] = true
		}
	}
	return sorted(all)
}

// table tells whether an object is a table of objects, which stands for itself.
func table(v cos.Value) bool {
	s, ok := v.(*cos.Stream)
	return ok && (s.Dict["Type"] == cos.Name("XRef") || s.Dict["Type"] == cos.Name("ObjStm"))
}

// tell goes through everything that is new or other.
func (c *comparer) tell() {
	c.trailer()
	c.fields()
	c.looks()
	root, before := c.old.root()
	_, after := c.new.root()
	if c.edited[root] {
		c.catalog(before, after)
		delete(c.edited, root)
	}
	c.acroForm(before["AcroForm"], after["AcroForm"])
	c.validation(before["DSS"], after["DSS"])
	c.pages()
	for _, ref := range sorted(c.edited) {
		c.name(c.roleOf(ref))
	}
	var lost map[cos.Ref]role
	for _, ref := range sorted(c.fresh) {
		if c.fresh[ref] {
			continue
		}
		if lost == nil {
			lost = c.new.roles(nil)
		}
		if r, ok := lost[ref]; ok {
			c.name(r)
		} else {
			c.name(role{what: diag.M("có phần được thêm mà chữ ký không cần đến", "something was added that no signature needs")})
		}
	}
}

// name tells a change, each once.
func (c *comparer) name(r role) {
	for _, old := range c.out.changes {
		if old.page == r.page && old.what == r.what {
			return
		}
	}
	c.out.changes = append(c.out.changes, change{page: r.page, what: r.what})
}

// reason gives all new objects that a value refers to a reason to be.
func (c *comparer) reason(v cos.Value) {
	todo := []cos.Value{v}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if ref, ok := v.(cos.Ref); ok {
			if has, fresh := c.fresh[ref]; !fresh || has {
				continue
			}
			c.fresh[ref] = true
			v = c.new.Get(ref)
		}
		todo = append(todo, below(v)...)
	}
}

// below gives the values that a value holds.
func below(v cos.Value) []cos.Value {
	switch x := v.(type) {
	case cos.Array:
		return x
	case cos.Dict:
		var out []cos.Value
		for _, key := range sortedKeys(x) {
			out = append(out, x[key])
		}
		return out
	case *cos.Stream:
		return below(x.Dict)
	}
	return nil
}

// trailer: the file begins at the same catalog and says the same of itself.
func (c *comparer) trailer() {
	before, after := c.old.Trailer(), c.new.Trailer()
	if !reflect.DeepEqual(before["Root"], after["Root"]) {
		c.name(role{what: diag.M("cả văn bản đã bị thay bằng văn bản khác", "the whole paper was put another in place of")})
	}
	if !reflect.DeepEqual(before["Info"], after["Info"]) {
		c.name(role{what: whatInfo})
	}
}

// differ lists the keys in which two dictionaries differ, sorted.
func differ(a, b cos.Dict) []cos.Name {
	var out []cos.Name
	for key, v := range a {
		if !reflect.DeepEqual(v, b[key]) {
			out = append(out, key)
		}
	}
	for key := range b {
		if _, ok := a[key]; !ok {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// catalog: the first signature is named in /Perms, data to judge signatures by
// may be added.
func (c *comparer) catalog(before, after cos.Dict) {
	for _, key := range differ(before, after) {
		switch key {
		case "AcroForm", "DSS": // looked at on their own
		case "Perms":
			c.perms(before[key], after[key])
		case "Extensions": // ISO 32000-1, 7.12: goes with /DSS, shows nothing
			c.reason(after[key])
		default:
			c.name(catalogRole(key))
		}
	}
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
	c.reason(after)
}

// validation: certificates and answers about them may be added (/DSS, ISO
// 32000-2, 12.8.4.3), in objects that are nothing else.
func (c *comparer) validation(before, after cos.Value) {
	own := map[cos.Ref]bool{}
	dss := c.old.dict(before)
	vri := c.old.dict(dss["VRI"])
	parts := []cos.Value{before, dss["VRI"], dss["Certs"], dss["OCSPs"], dss["CRLs"]}
	for _, v := range vri {
		parts = append(parts, v)
	}
	for _, v := range parts {
		if ref, ok := v.(cos.Ref); ok {
			own[ref] = true
		}
	}
	if !reflect.DeepEqual(before, after) {
		c.out.valid = true
		c.reason(after)
		if after == nil {
			c.name(role{what: diag.M("dữ liệu xác minh chữ ký (DSS) đã bị xóa", "the data to judge signatures by (DSS) were taken away")})
		}
	}
	for ref := range c.edited {
		if _, shows := c.before()[ref]; own[ref] && !shows {
			c.out.valid = true
			c.reason(c.new.Get(ref))
			delete(c.edited, ref)
		}
	}
}

// before gives the roles of all objects before the revision.
func (c *comparer) before() map[cos.Ref]role {
	if c.roles == nil {
		c.roles = c.old.roles(nil)
	}
	return c.roles
}

func (c *comparer) roleOf(ref cos.Ref) role {
	if r, ok := c.before()[ref]; ok {
		return r
	}
	return role{what: diag.M("có phần không hiện trên trang đã bị sửa", "something that no page shows was changed")}
}
