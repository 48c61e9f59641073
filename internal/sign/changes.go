package sign

import (
	"maps"
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
	fresh, edited    map[cos.Ref]bool    // objects that were not there before; that are other now
	known            map[cos.Ref]bool    // the catalog and pages, whose keys were compared one by one
	parts            map[cos.Ref]bool    // and of the form and the lists of annotations
	needed           map[cos.Ref]bool    // what belongs to signatures and blanks, as long as nothing else leads to it
	idle             map[cos.Ref]bool    // looks from before a signature that nothing led to but its field
	free             map[cos.Ref]bool    // fields and widgets that were signed, filled in or added for a signature
	newFields        map[cos.Ref]bool    // those of them that are new at the top of the form
	newWidgets       map[cos.Ref]bool    // and on pages
	signed           map[cos.Ref]cos.Ref // widgets that were signed, with the appearances that they had
	out              revision
}

// compare tells what a revision did that changed these objects. The rules are
// those of a certification that permits filling in and signing (ISO 32000-1,
// 12.8.2.2, P 2), and closer: only the blanks of our own forms are filled, what
// a page or the catalog leads to is as it was, but for values and appearances of
// fields that were signed or filled in and for data to judge signatures by, and
// what nothing leads to is part of those.
func (c *comparer) compare(changed []cos.Ref) error {
	for _, m := range []*map[cos.Ref]bool{&c.fresh, &c.edited, &c.known, &c.parts, &c.needed, &c.idle, &c.free, &c.newFields, &c.newWidgets} {
		*m = map[cos.Ref]bool{}
	}
	c.signed = map[cos.Ref]cos.Ref{}
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
			c.fresh[ref] = true
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

// tell goes through everything that is new or other.
func (c *comparer) tell() {
	c.trailer()
	c.fields()
	root, before := c.old.root()
	_, after := c.new.root()
	c.known[root] = true
	c.catalog(before, after)
	c.acroForm(before["AcroForm"], after["AcroForm"])
	c.validation(before["DSS"], after["DSS"])
	c.pages()
	if len(c.fresh)+len(c.edited) == 0 {
		return
	}
	c.looks()
	c.reach()
}

// reach names every new or edited object by what leads to it now, else by what
// led to it before, else by that nothing needs it.
func (c *comparer) reach() {
	now, before := c.new.roles(c.free, c.parts), c.old.roles(nil, nil)
	all := maps.Clone(c.fresh)
	maps.Copy(all, c.edited)
	for _, ref := range sorted(all) {
		r, reached := now.roles[ref]
		was, shown := before.roles[ref]
		twice, double := now.twice[ref]
		switch {
		case double:
			c.name(twice)
		case c.known[ref], c.parts[ref]:
		case reached:
			c.name(r)
		case shown && !c.idle[ref]:
			c.name(was)
		case c.needed[ref] || c.idle[ref]:
		case c.fresh[ref]:
			c.name(role{what: diag.M("có phần được thêm mà chữ ký không cần đến", "something was added that no signature needs")})
		default:
			c.name(role{what: diag.M("có phần không hiện trên trang đã bị sửa", "something that no page shows was changed")})
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

// need takes all new objects that a value refers to for part of it.
func (c *comparer) need(v cos.Value) {
	todo := []cos.Value{v}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if ref, ok := v.(cos.Ref); ok {
			if !c.fresh[ref] || c.needed[ref] {
				continue
			}
			c.needed[ref] = true
			v = c.new.Get(ref)
		}
		for _, e := range below(v) {
			todo = append(todo, e.value)
		}
	}
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
