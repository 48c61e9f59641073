package readback

import (
	"math"
	"unicode/utf8"
)

// limitRules are the bounds of ISO 19005-2, 6.1.13, and the spelling of strings and names.
var limitRules = []pdfRule{
	{"hex strings", "6.1.6", func(f *pdfFacts, tell teller) {
		seen("hex strings")(f, tell)
		f.tokens(func(n int, t pdfToken) {
			if t.odd {
				tell("object %d has a string in angle brackets with an odd number of digits, or with something else", n)
			}
		})
	}},
	{"names", "6.1.8", func(f *pdfFacts, tell teller) {
		f.tokens(func(n int, t pdfToken) {
			if t.kind == '/' && !utf8.ValidString(t.text) {
				tell("object %d: name %q is no UTF-8", n, t.text)
			}
		})
	}},
	{"limits", "6.1.13", ruleLimits},
	{"nesting", "6.1.13", seen("nesting")},
}

// tokens calls do for each token of the objects that stand in the file itself, without the bytes of streams.
func (f *pdfFacts) tokens(do func(number int, t pdfToken)) {
	for number, at := range f.offsets {
		if at >= len(f.raw) {
			continue
		}
		l := &pdfLexer{data: f.raw, at: at}
		for t := l.next(); t.kind != 0 && t.text != "stream" && t.text != "endobj"; t = l.next() {
			do(number, t)
		}
	}
}

func ruleLimits(f *pdfFacts, tell teller) {
	seen("limits")(f, tell)
	f.tokens(func(n int, t pdfToken) {
		switch {
		case t.kind == '/' && len(t.text) > 127:
			tell("object %d: a name of %d bytes", n, len(t.text))
		case (t.kind == '(' || t.kind == '<') && len(t.text) > 32767:
			tell("object %d: a string of %d bytes", n, len(t.text))
		case t.kind == 'n' && (math.Abs(t.num) > math.MaxFloat32 || t.num == math.Trunc(t.num) && (t.num > math.MaxInt32 || t.num < math.MinInt32)):
			tell("object %d: number %v", n, t.num)
		}
	})
	if n := len(f.objects); n > 8388607 {
		tell("%d objects", n)
	}
	for i, p := range f.pages {
		if len(p.box) != 4 {
			tell("page %d has no /MediaBox", i+1)
			continue
		}
		for _, side := range []float64{p.box[2] - p.box[0], p.box[3] - p.box[1]} {
			if side < 3 || side > 14400 {
				tell("page %d is %v pt wide or high", i+1, side)
			}
		}
	}
}
