package ooxml

import (
	"strconv"
	"strings"
)

// shape is what paragraph properties say (ECMA-376 part 1, 17.3.1).
type shape struct {
	align       maybe[Align]
	left, first maybe[int64]
	chars       maybe[int64] // first line in hundredths of a letter, as WPS writes it
	pageBreak   maybe[bool]
	ruled       maybe[bool] // a line at its upper or lower border
	frame       maybe[bool]
	numID       maybe[string]
	level       maybe[int]
	owner       string // the style that names the list
}

var alignments = map[string]Align{
	"left": Start, "start": Start, "center": Center, "right": End, "end": End,
	"both": Both, "distribute": Both, "thaiDistribute": Both, "lowKashida": Both, "mediumKashida": Both, "highKashida": Both,
}

// readShape reads w:pPr.
func readShape(n node) shape {
	s := shape{pageBreak: onOff(n, "w:pageBreakBefore")}
	if a, ok := alignments[n.valOf("w:jc")]; ok {
		s.align = set(a)
	}
	if k, ok := n.kid("w:ind"); ok {
		s.indent(k)
	}
	if k, ok := n.kid("w:pBdr"); ok {
		s.ruled = set(visible(k, "w:top").v || visible(k, "w:bottom").v)
	}
	if k, ok := n.kid("w:framePr"); ok {
		s.frame = set(k.attr("w", "dropCap") == "" || k.attr("w", "dropCap") == "none")
	}
	if k, ok := n.kid("w:numPr"); ok {
		if id, ok := k.kid("w:numId"); ok {
			s.numID = set(id.val())
		}
		if v, err := strconv.Atoi(k.valOf("w:ilvl")); err == nil && v >= 0 && v < levels {
			s.level = set(v)
		}
	}
	return s
}

func (s *shape) indent(k node) {
	for _, name := range []string{"left", "start"} {
		if v, ok := twips(k.attr("w", name)); ok {
			s.left = set(v)
		}
	}
	if v, ok := twips(k.attr("w", "firstLine")); ok {
		s.first = set(v)
	}
	if v, ok := twips(k.attr("w", "hanging")); ok {
		s.first = set(-v)
	}
	if v, err := strconv.ParseInt(k.attr("w", "firstLineChars"), 10, 32); err == nil {
		s.chars = set(v)
	}
}

// over lays a shape over another.
func (s shape) over(base shape) shape {
	out := shape{
		align: s.align.or(base.align), left: s.left.or(base.left), first: s.first.or(base.first), chars: s.chars.or(base.chars),
		pageBreak: s.pageBreak.or(base.pageBreak), ruled: s.ruled.or(base.ruled), frame: s.frame.or(base.frame),
		numID: s.numID.or(base.numID), level: s.level.or(base.level),
	}
	if out.owner = s.owner; !s.numID.ok {
		out.owner = base.owner
	}
	if s.first.ok && !s.chars.ok {
		out.chars = maybe[int64]{} // of the style below: twips that stand above it count
	}
	return out
}

// firstLine is the indent of the first line in twips; size in half points.
func (s shape) firstLine(size int) int64 {
	if s.first.v == 0 && s.chars.v > 0 {
		return s.chars.v * int64(size) / 10 // a letter is as wide as it is high
	}
	return s.first.v
}

// perTwip are the units of strict measures, in twips (ECMA-376 part 1, 22.9.2.15).
var perTwip = map[string]float64{"pt": 20, "in": 1440, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240, "pi": 240}

// twips reads a measure: twips, or a number with a unit. What no page holds is
// none.
func twips(s string) (int64, bool) {
	factor := 1.0
	if len(s) > 2 && perTwip[s[len(s)-2:]] > 0 {
		factor, s = perTwip[s[len(s)-2:]], s[:len(s)-2]
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if v *= factor; err != nil || !(v > -100_000 && v < 100_000) {
		return 0, false
	}
	return int64(v), true
}

// visible tells whether a border is drawn, where the properties name it.
func visible(n node, name string) maybe[bool] {
	k, ok := n.kid(name)
	if !ok {
		return maybe[bool]{}
	}
	return set(k.val() != "none" && k.val() != "nil")
}

// borders are the lines of a table or a cell; the inner ones last.
type borders struct{ top, left, bottom, right, across, down maybe[bool] }

// readBorders reads w:tblBorders or w:tcBorders.
func readBorders(n node) borders {
	side := func(a, b string) maybe[bool] { return visible(n, a).or(visible(n, b)) }
	return borders{
		top: visible(n, "w:top"), bottom: visible(n, "w:bottom"), left: side("w:left", "w:start"), right: side("w:right", "w:end"),
		across: visible(n, "w:insideH"), down: visible(n, "w:insideV"),
	}
}

func (b borders) over(base borders) borders {
	return borders{
		top: b.top.or(base.top), left: b.left.or(base.left), bottom: b.bottom.or(base.bottom), right: b.right.or(base.right),
		across: b.across.or(base.across), down: b.down.or(base.down),
	}
}
