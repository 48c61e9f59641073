package readback

import (
	"fmt"
	"strings"
)

// pdfMark is a piece of marked content with an MCID: of a page, or of a form XObject that is painted there.
type pdfMark struct{ page, stream, mcid int }

// painted is something that a content stream paints.
type painted struct {
	kind     string // "text", "path", "image", "shading"
	page     int    // from 1
	annot    bool   // in the appearance of an annotation
	mark     pdfMark
	tagged   bool // mark is one
	artifact bool

	// Of text: the letters in the order of the codes, where their baseline begins and ends, and how high they are.
	text        string
	x0, x1, y   float64
	size        float64
	replacement bool // text is an /ActualText
}

// frame is an open marked-content sequence.
type frame struct {
	tag      string
	mcid     int // -1: none
	artifact bool
	actual   *string
	told     bool // actual has been given out
}

// drawing is the part of the graphics state that matters here.
type drawing struct {
	ctm                              matrix
	font                             *pdfFont
	size, char, blank, wide, leading float64
	rise                             float64
}

// walker runs a content stream.
type walker struct {
	*pdfFacts
	page, form int
	annot      bool
	where      string
	resources  pdfDict
	now        drawing
	saved      []drawing
	frames     []frame
	outer      int // so many frames were open when this stream began
	inText     bool
	tm, line   matrix
	depth      int // forms in forms
}

// then is the matrix that does m first and n after it.
func (m matrix) then(n matrix) matrix {
	var out matrix
	for i := 0; i < 6; i += 2 {
		out[i], out[i+1] = n.turn(m[i], m[i+1])
	}
	out[4], out[5] = n.apply(m[4], m[5])
	return out
}

var unmoved = matrix{1, 0, 0, 1, 0, 0}

// fault keeps what a rule of this name will tell.
func (w *walker) fault(rule, format string, args ...any) {
	w.faults[rule] = append(w.faults[rule], w.where+": "+fmt.Sprintf(format, args...))
}

// paintPages runs the contents of all pages and the appearances of their annotations.
func (f *pdfFacts) paintPages() {
	for i, p := range f.pages {
		w := &walker{pdfFacts: f, page: i + 1, where: fmt.Sprintf("page %d", i+1), resources: p.resources}
		w.now = drawing{ctm: unmoved, wide: 1}
		w.run(f.contents(p.dict["Contents"]))
		for _, a := range f.array(p.dict["Annots"]) {
			for _, v := range f.dict(f.dict(a)["AP"]) {
				f.paintAppearance(i+1, v)
			}
		}
	}
}

// paintAppearance runs a stream of an appearance, or those of its states.
func (f *pdfFacts) paintAppearance(page int, v any) {
	states := []any{v}
	if d, ok := f.get(v).(pdfDict); ok {
		states = nil
		for _, s := range d {
			states = append(states, s)
		}
	}
	for _, v := range states {
		w := &walker{pdfFacts: f, page: page, annot: true, where: fmt.Sprintf("page %d", page)}
		w.now = drawing{ctm: unmoved, wide: 1}
		w.paintForm(v)
	}
}

// contents joins the streams of a page.
func (f *pdfFacts) contents(v any) []byte {
	if s := f.stream(v); s != nil {
		return s.data
	}
	var out []byte
	for _, v := range f.array(v) {
		if s := f.stream(v); s != nil {
			out = append(append(out, s.data...), '\n')
		}
	}
	return out
}

// run goes through the operators of a stream.
func (w *walker) run(data []byte) {
	w.outer = len(w.frames)
	l := &pdfLexer{data: data}
	var args []any
	for t := l.next(); t.kind != 0; t = l.next() {
		if t.odd {
			w.fault("hex strings", "a string in angle brackets is none")
		}
		if t.kind != 'w' || t.text == "true" || t.text == "false" || t.text == "null" {
			args = append(args, l.operand(t))
			continue
		}
		if t.text == "BI" {
			w.inlineImage(l)
		} else if w.operands(t.text, args) {
			w.operate(t.text, args)
		}
		args = nil
	}
	if len(w.saved) > 0 {
		w.fault("nesting", "%d q without Q", len(w.saved))
	}
	if w.inText {
		w.fault("nesting", "BT without ET")
	}
	if len(w.frames) > w.outer {
		w.fault("nesting", "%d marked contents without EMC", len(w.frames)-w.outer)
	}
}

// operands says whether an operator exists and has what it wants.
func (w *walker) operands(op string, args []any) bool {
	want, known := pdfOperators[op]
	if !known {
		w.fault("operators", "unknown operator %q", op)
		return false
	}
	if want == "*" {
		return true
	}
	ok := len(args) == len(want)
	for i := 0; ok && i < len(args); i++ {
		_, number := args[i].(float64)
		_, text := args[i].(pdfText)
		_, name := args[i].(pdfName)
		_, list := args[i].([]any)
		_, dict := args[i].(pdfDict)
		switch want[i] {
		case 'n':
			ok = number
		case 's':
			ok = text
		case '/':
			ok = name
		case 'a':
			ok = list
		case 'p':
			ok = name || dict
		}
	}
	if !ok {
		w.fault("operators", "operator %s with %v", op, args)
	}
	return ok
}

// pdfOperators has the operators of ISO 32000-1, table A.1, and what they take: numbers, strings, names, arrays,
// properties, or what depends on something else (*).
var pdfOperators = operatorTable(`b B b* B* BT BX EMC ET EX f F f* h n q Q s S T* W W*`, "",
	`g G i j J M Tc TL Tr Ts Tw Tz w`, "n", `l m Td TD d0`, "nn", `rg RG`, "nnn", `k K re v y`, "nnnn",
	`c cm d1 Tm`, "nnnnnn", `BMC cs CS Do gs MP ri sh`, "/", `BDC DP`, "/p", `d`, "an", `Tf`, "/n", `Tj '`, "s",
	`TJ`, "a", `"`, "nns", `sc SC scn SCN`, "*")

func operatorTable(rows ...string) map[string]string {
	out := map[string]string{}
	for i := 0; i < len(rows); i += 2 {
		for _, op := range strings.Fields(rows[i]) {
			out[op] = rows[i+1]
		}
	}
	return out
}

// inlineImage goes behind EI and looks at the keys of the image (ISO 32000-1, 8.9.7).
func (w *walker) inlineImage(l *pdfLexer) {
	keys := pdfDict{}
	for {
		t := l.next()
		if t.kind != '/' {
			break
		}
		keys[t.text] = l.operand(l.next())
	}
	for ; l.at < len(l.data); l.at++ {
		rest := l.data[l.at:]
		if len(rest) > 3 && isSpace(rest[0]) && rest[1] == 'E' && rest[2] == 'I' && isSpace(rest[3]) {
			l.at += 3
			break
		}
	}
	for _, key := range []string{"F", "Filter"} {
		if n := fmt.Sprint(keys[key]); strings.Contains(n, "LZW") || strings.Contains(n, "Crypt") {
			w.fault("filters", "an inline image is packed by %s", n)
		}
	}
	for _, key := range []string{"I", "Interpolate"} {
		if keys[key] == true {
			w.fault("images", "an inline image is interpolated")
		}
	}
	for _, key := range []string{"CS", "ColorSpace"} {
		w.useSpace(keys[key])
	}
	w.paint("image")
}

// paint keeps that something was painted, with the marks that are open.
func (w *walker) paint(kind string) *painted {
	p := painted{kind: kind, page: w.page, annot: w.annot}
	for _, m := range w.frames {
		p.artifact = p.artifact || m.artifact
	}
	for i := len(w.frames) - 1; i >= 0 && !p.tagged; i-- {
		if m := w.frames[i]; m.mcid >= 0 {
			p.mark, p.tagged = w.markOf(i), true
		}
	}
	w.paintings = append(w.paintings, p)
	return &w.paintings[len(w.paintings)-1]
}

// markOf is the mark of an open frame: of this stream, or of the page that paints it.
func (w *walker) markOf(i int) pdfMark {
	form := w.form
	if i < w.outer {
		form = 0
	}
	return pdfMark{w.page, form, w.frames[i].mcid}
}
