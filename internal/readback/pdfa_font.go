package readback

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// fontRules are the rules of ISO 19005-2, 6.2.11, for TrueType fonts, alone or below a Type0 font.
var fontRules = []pdfRule{
	{"fonts embedded", "6.2.11.4", ruleEmbedded},
	{"font names", "6.2.11.4", ruleFontNames},
	{"font dictionaries", "6.2.11.2", ruleFontDict},
	{"font widths", "6.2.11.5", ruleWidths},
	{"font encodings", "6.2.11.6", ruleEncoding},
	{"letters of fonts", "6.2.11.7", ruleUnicode},
	{"missing glyphs", "6.2.11.8", ruleNotdef},
}

// allFonts are the fonts of the file, those that nothing uses too.
func (f *pdfFacts) allFonts() []*pdfFont {
	out := slices.Clone(f.unnamed)
	for _, n := range f.numbers() {
		if p := f.fonts[n]; p != nil {
			out = append(out, p)
		}
	}
	return out
}

func ruleEmbedded(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		switch {
		case p.subtype() != "TrueType" && p.subtype() != "Type0":
			tell("%s is of type %s, which this judge does not know", p.label(), p.subtype())
		case f.stream(p.desc["FontFile2"]) == nil:
			tell("%s has no /FontFile2", p.label())
		case p.broken != nil:
			tell("%s: %v", p.label(), p.broken)
		case f.int(f.stream(p.desc["FontFile2"]).dict["Length1"]) != len(f.stream(p.desc["FontFile2"]).data):
			tell("%s: /Length1 is not how long the program is", p.label())
		}
	}
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+[^+]+$`)

// ruleFontNames wants subsets, as all fonts here are, to say so, and to have one name everywhere.
func ruleFontNames(f *pdfFacts, tell teller) {
	names := map[string]int{}
	for _, p := range f.allFonts() {
		base := f.name(p.deep["BaseFont"])
		if !subsetName.MatchString(base) {
			tell("%s is not named as a subset", p.label())
		}
		if f.name(p.desc["FontName"]) != base {
			tell("%s: its descriptor calls it %s", p.label(), f.name(p.desc["FontName"]))
		}
		program, _ := p.desc["FontFile2"].(pdfRef)
		if other, ok := names[base]; ok && other != int(program) {
			tell("%s: two subsets have this name", p.label())
		}
		names[base] = int(program)
	}
}

func ruleFontDict(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		if len(f.floats(p.desc["FontBBox"])) != 4 || !f.has(p.desc, "Flags") || !f.has(p.desc, "ItalicAngle") || !f.has(p.desc, "Ascent") ||
			!f.has(p.desc, "Descent") || !f.has(p.desc, "CapHeight") || !f.has(p.desc, "StemV") {
			tell("%s: its descriptor lacks something", p.label())
		}
		if flags := f.int(p.desc["Flags"]); (flags&4 != 0) == (flags&32 != 0) {
			tell("%s is symbolic and not, or neither", p.label())
		}
		if p.wide {
			ruleType0(f, p, tell)
			continue
		}
		first, last := f.int(p.dict["FirstChar"]), f.int(p.dict["LastChar"])
		if n := len(f.array(p.dict["Widths"])); first < 0 || last > 255 || n != last-first+1 {
			tell("%s has %d widths from %d to %d", p.label(), n, first, last)
		}
	}
}

// ruleType0 looks at a font of two bytes a code (6.2.11.3).
func ruleType0(f *pdfFacts, p *pdfFont, tell teller) {
	info := f.dict(p.deep["CIDSystemInfo"])
	if f.name(p.dict["Encoding"]) != "Identity-H" || f.text(info["Registry"]) != "Adobe" || f.text(info["Ordering"]) != "Identity" {
		tell("%s: this judge knows Identity-H alone", p.label())
	}
	if f.name(p.deep["Subtype"]) != "CIDFontType2" || f.stream(p.deep["CIDToGIDMap"]) == nil && f.name(p.deep["CIDToGIDMap"]) != "Identity" {
		tell("%s has no /CIDToGIDMap", p.label())
	}
}

// ruleWidths compares the widths of the dictionary with those of the program, within a thousandth of an em.
func ruleWidths(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		if p.program == nil {
			continue
		}
		codes := p.used
		if !p.wide { // all that it lists
			codes = map[uint32]bool{}
			for c := range p.widths {
				codes[c] = f.glyph(p, c) != 0
			}
			for c := range p.used {
				codes[c] = true
			}
		}
		for c, real := range codes {
			if g := f.glyph(p, c); real && math.Abs(p.width(c)-p.program.advance(g)) > 1 {
				tell("%s: code %d is %v wide, its glyph %v", p.label(), c, p.width(c), p.program.advance(g))
			}
		}
	}
}

func ruleEncoding(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		if p.wide || p.program == nil {
			continue
		}
		if f.symbolic(p) {
			if f.has(p.dict, "Encoding") {
				tell("%s is symbolic and has /Encoding", p.label())
			}
			if len(p.program.cmaps) != 1 {
				tell("%s is symbolic, its program has %d tables of codes", p.label(), len(p.program.cmaps))
			}
			continue
		}
		if n := f.name(p.dict["Encoding"]); n != "WinAnsiEncoding" {
			tell("%s has the encoding %q; this judge knows WinAnsiEncoding alone", p.label(), n)
		}
		if p.program.subtable(3, 1) == nil {
			tell("%s is not symbolic, its program has no table of Unicode", p.label())
		}
	}
}

// ruleUnicode wants letters for every code that is used, the appearances of fields included.
func ruleUnicode(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		for c := range p.used {
			if s, ok := p.unicode[c]; !ok || s == "" || strings.ContainsAny(s, "\x00\ufeff\ufffe\ufffd") {
				tell("%s: code %d stands for %q", p.label(), c, s)
			}
		}
	}
}

// rulePrivate lets letters of the private area stand only where /ActualText says what they mean.
func rulePrivate(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		for c := range p.used {
			if i := strings.IndexFunc(p.unicode[c], isPrivate); i >= 0 && !p.grey[c] {
				tell("%s: code %d stands for %q", p.label(), c, p.unicode[c])
			}
		}
	}
}

func isPrivate(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }

func ruleNotdef(f *pdfFacts, tell teller) {
	for _, p := range f.allFonts() {
		if p.program == nil {
			continue
		}
		for c := range p.used {
			if g := f.glyph(p, c); g == 0 || g >= p.program.glyphs {
				tell("%s: code %d has no glyph", p.label(), c)
			} else if s := strings.TrimSpace(p.unicode[c]); s != "" && p.program.outlines[g] == p.program.outlines[g+1] {
				tell("%s: the glyph of code %d, %q, is empty", p.label(), c, s)
			}
		}
	}
}
