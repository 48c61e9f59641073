package letterhead

import "maps"

// oddities are what of a look lies outside of what can be laid out, by the name
// of its element. Looks are laid over one another, so a change is a copy.
type oddities struct{ odd map[string]bool }

// mark tells whether something odd is on.
func (o *oddities) mark(name string, on bool) {
	if o.odd[name] == on {
		return
	}
	o.odd = maps.Clone(o.odd)
	if o.odd == nil {
		o.odd = map[string]bool{}
	}
	o.odd[name] = on
}
