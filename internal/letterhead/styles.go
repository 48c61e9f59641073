package letterhead

import (
	"slices"
	"strings"

	"kehoach.example/internal/unit"
)

// theme is what properties may refer to instead of telling it (ECMA-376 Part 1,
// 20.1.6.9).
type theme struct {
	minor, major string
	colors       map[string]string // "text1" and "tx1" alike
	lines        []int64           // widths of drawn lines, by their number in the theme, EMU
}

// readTheme reads a theme; without one there are the faces and colours that no
// letterhead can do without.
func readTheme(root *node) *theme {
	t := &theme{colors: map[string]string{}}
	parts := root.kid("a:themeElements")
	t.minor = parts.at("a:fontScheme", "a:minorFont", "a:latin").attr("typeface")
	t.major = parts.at("a:fontScheme", "a:majorFont", "a:latin").attr("typeface")
	other := map[string][]string{
		"dk1": {"text1", "tx1", "dark1"}, "lt1": {"background1", "bg1", "light1"},
		"dk2": {"text2", "tx2", "dark2"}, "lt2": {"background2", "bg2", "light2"},
		"hlink": {"hyperlink"}, "folHlink": {"followedHyperlink"},
	}
	for _, k := range parts.kid("a:clrScheme").all() {
		c := k.kid("a:srgbClr").attr("val")
		if s := k.kid("a:sysClr"); s != nil {
			c = s.attr("lastClr")
		}
		name := strings.TrimPrefix(k.name, "a:")
		for _, n := range append(other[name], name) {
			t.colors[n] = strings.ToUpper(c)
		}
	}
	for _, k := range parts.at("a:fmtScheme", "a:lnStyleLst").all() {
		t.lines = append(t.lines, k.int("w"))
	}
	return t
}

// font is the face that w:rFonts gives to letters of the Latin alphabet, "" for
// none. A face of the theme goes before a named one.
func (t *theme) font(k *node) string {
	for _, name := range []string{"w:asciiTheme", "w:hAnsiTheme"} {
		switch v := k.attr(name); {
		case strings.HasPrefix(v, "minor") && t.minor != "":
			return t.minor
		case strings.HasPrefix(v, "major") && t.major != "":
			return t.major
		}
	}
	if f := k.attr("w:ascii"); f != "" && otherFace(f) {
		return f // the one that is told of, where the two differ
	}
	if f := k.attr("w:hAnsi"); f != "" {
		return f
	}
	return k.attr("w:ascii")
}

// otherFace tells whether a face is another than the one that is drawn with.
func otherFace(name string) bool {
	switch strings.ToLower(strings.Join(strings.Fields(name), "")) {
	case "timesnewroman", "timesnewromanps", "timesnewromanpsmt", "times", "liberationserif", "":
		return false
	}
	return true
}

// styles are the style sheet of a letterhead.
type styles struct {
	byID     map[string]*node
	run, par *node // of all text
	paraID   string
	tableID  string
}

func readStyles(root *node) *styles {
	s := &styles{byID: map[string]*node{}}
	s.run = root.at("w:docDefaults", "w:rPrDefault", "w:rPr")
	s.par = root.at("w:docDefaults", "w:pPrDefault", "w:pPr")
	for i := range root.all() {
		k := &root.kids[i]
		if k.name != "w:style" {
			continue
		}
		id := k.attr("w:styleId")
		s.byID[id] = k
		if d := k.attr("w:default"); d == "1" || d == "true" || d == "on" {
			switch k.attr("w:type") {
			case "paragraph":
				s.paraID = id
			case "table":
				s.tableID = id
			}
		}
	}
	return s
}

// chain gives a style and those that it is based on, the farthest first; a
// circle ends where it closes.
func (s *styles) chain(id, kind string) []*node {
	var out []*node
	for len(out) < 40 {
		k := s.byID[id]
		if k == nil || k.attr("w:type") != kind || slices.Contains(out, k) {
			break
		}
		out = append(out, k)
		id = k.val("w:basedOn")
	}
	slices.Reverse(out)
	return out
}

// border reads a border; ok is false where its line is none that is drawn.
func border(k *node, t *theme) (b Border, ok bool) {
	v := k.attr("w:val")
	if !drawn(v) {
		return Border{}, true
	}
	b = Border{Thickness: eighths(k.int("w:sz")), Space: unit.Length(clamp(k.int("w:space"), 0, 100)) * unit.PT, Color: color(k, "w:color", t)}
	switch v {
	case "single", "thick":
	case "double":
		b.Double = true
	default:
		return b, false
	}
	return b, true
}

func drawn(v string) bool { return v != "" && v != "none" && v != "nil" }

// eighths turns eighths of a point into a length, as thick as a line may be
// (ECMA-376 Part 1, 17.3.4: 2 to 96).
func eighths(n int64) unit.Length { return unit.Length(clamp(n, 2, 96)) * unit.PT / 8 }

func clamp(n, low, high int64) int64 { return max(low, min(n, high)) }
