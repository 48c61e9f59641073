package ooxml

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// maybe is a property that may be left to what stands above it.
type maybe[T any] struct {
	v  T
	ok bool
}

func set[T any](v T) maybe[T] { return maybe[T]{v, true} }

// or is the property itself, else the one of above.
func (m maybe[T]) or(above maybe[T]) maybe[T] {
	if m.ok {
		return m
	}
	return above
}

// onOff reads a switch (ECMA-376 part 1, 17.17.4): it is on where it stands
// without a value.
func onOff(n node, name string) maybe[bool] {
	k, ok := n.kid(name)
	if !ok {
		return maybe[bool]{}
	}
	return set(isOn(k.val()))
}

func isOn(v string) bool { return !slices.Contains([]string{"0", "false", "off"}, v) }

// look is what run properties say (ECMA-376 part 1, 17.3.2).
type look struct {
	bold, italic, caps, vanish maybe[bool]
	under                      maybe[bool]
	shift                      maybe[int]
	size                       maybe[int]    // half points
	raise                      maybe[int]    // half points above the line
	plain, wide                maybe[string] // faces of letters of ASCII, and of all others
}

// readLook reads w:rPr.
func (t theme) readLook(n node) look {
	l := look{
		bold: onOff(n, "w:b"), italic: onOff(n, "w:i"), caps: onOff(n, "w:caps"), vanish: onOff(n, "w:vanish"),
	}
	if k, ok := n.kid("w:u"); ok {
		l.under = set(k.val() != "none" && k.val() != "")
	}
	if k, ok := n.kid("w:vertAlign"); ok {
		l.shift = set(map[string]int{"superscript": 1, "subscript": -1}[k.val()])
	}
	if v, err := strconv.ParseFloat(n.valOf("w:sz"), 64); err == nil && v > 0 && v < 4000 {
		l.size = set(int(v))
	}
	if v, err := strconv.Atoi(n.valOf("w:position")); err == nil {
		l.raise = set(v)
	}
	if k, ok := n.kid("w:rFonts"); ok {
		l.plain = t.face(k, "ascii")
		l.wide = t.face(k, "hAnsi")
	}
	return l
}

// theme holds the faces of theme1.xml by how rFonts names them.
type theme map[string]string

func (t theme) face(fonts node, slot string) maybe[string] {
	if name, ok := t[fonts.attr("w", slot+"Theme")]; ok {
		return set(name)
	}
	if name := fonts.attr("w", slot); name != "" && len(name) < maxName {
		return set(name)
	}
	return maybe[string]{}
}

// over lays a look over another: what it says counts.
func (l look) over(base look) look {
	return look{
		bold: l.bold.or(base.bold), italic: l.italic.or(base.italic), caps: l.caps.or(base.caps), vanish: l.vanish.or(base.vanish),
		under: l.under.or(base.under), shift: l.shift.or(base.shift), size: l.size.or(base.size), raise: l.raise.or(base.raise),
		plain: l.plain.or(base.plain), wide: l.wide.or(base.wide),
	}
}

// resolved is the look of a run: defaults, paragraph style, character style,
// direct properties. Switches of the two styles cancel each other; the others
// overlay (ECMA-376 part 1, 17.7.2 and 17.7.3).
func resolved(defaults, paragraph, character, direct look) look {
	base := paragraph.over(defaults)
	l := direct.over(character).over(base)
	toggle := func(of func(look) maybe[bool]) maybe[bool] {
		switch d := of(direct); {
		case d.ok:
			return d
		case of(defaults).v:
			return set(true)
		}
		return set(of(paragraph).v != of(character).v)
	}
	l.bold = toggle(func(l look) maybe[bool] { return l.bold })
	l.italic = toggle(func(l look) maybe[bool] { return l.italic })
	l.caps = toggle(func(l look) maybe[bool] { return l.caps })
	l.vanish = toggle(func(l look) maybe[bool] { return l.vanish })
	if small := l.size.ok && base.size.ok && l.size.v < base.size.v; small && l.shift.v == 0 { // some writers raise by hand
		l.shift.v = cmp.Compare(l.raise.v, 0)
	}
	for _, word := range strings.Fields(l.wide.or(l.plain).v) { // a face of its own: "Times New Roman Bold"
		l.bold.v = l.bold.v || word == "Bold"
		l.italic.v = l.italic.v || word == "Italic"
	}
	return l
}

// usualSize is what a run has whose size nobody names (ECMA-376 part 1,
// 17.3.2.38): 10 points.
const usualSize = 20

// run gives the outward look.
func (l look) run() Run {
	size := l.size.v
	if size == 0 {
		size = usualSize
	}
	return Run{Bold: l.bold.v, Italic: l.italic.v, Underline: l.under.v, Shift: l.shift.v, Size: size}
}
