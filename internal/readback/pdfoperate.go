package readback

import "strings"

// operate does what an operator says, as far as the rules care.
func (w *walker) operate(op string, args []any) {
	switch op {
	case "q":
		if w.saved = append(w.saved, w.now); len(w.saved) == 29 {
			w.fault("limits", "more than 28 q inside each other")
		}
	case "Q":
		if len(w.saved) == 0 {
			w.fault("nesting", "Q without q")
			return
		}
		w.now, w.saved = w.saved[len(w.saved)-1], w.saved[:len(w.saved)-1]
	case "cm":
		w.now.ctm = matrixOf(args).then(w.now.ctm)
	case "BT", "ET":
		if w.inText == (op == "BT") {
			w.fault("nesting", "%s out of place", op)
		}
		w.inText, w.tm, w.line = op == "BT", unmoved, unmoved
	case "BMC", "BDC", "EMC":
		w.mark(op, args)
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
		w.paint("path")
	case "sh":
		w.use("Shading", args[0])
		w.paint("shading")
	case "gs":
		w.use("ExtGState", args[0])
	case "Do":
		w.do(args[0])
	case "ri":
		if n, _ := args[0].(pdfName); !renderingIntents[string(n)] {
			w.fault("rendering intents", "%s is none", n)
		}
	case "g", "G", "rg", "RG", "k", "K":
		w.useSpace(pdfName(map[string]string{"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}[strings.ToLower(op)]))
	case "cs", "CS":
		w.useNamedSpace(args[0])
	case "scn", "SCN":
		if n, ok := args[len(args)-1].(pdfName); ok {
			w.use("Pattern", n)
		}
	default:
		w.operateText(op, args)
	}
}

var renderingIntents = map[string]bool{"RelativeColorimetric": true, "AbsoluteColorimetric": true, "Perceptual": true, "Saturation": true}

func matrixOf(args []any) matrix {
	var m matrix
	for i := range m {
		m[i], _ = args[i].(float64)
	}
	return m
}

// use looks a name up in the resources; nil where it stands in none.
func (w *walker) use(kind string, v any) any {
	name, _ := v.(pdfName)
	found, ok := w.dict(w.resources[kind])[string(name)]
	if !ok {
		w.fault("resources", "no %s /%s", kind, name)
		return nil
	}
	return found
}

// do paints an XObject.
func (w *walker) do(v any) {
	x := w.use("XObject", v)
	switch s := w.stream(x); {
	case s == nil:
	case w.name(s.dict["Subtype"]) == "Image":
		w.paint("image")
	case w.name(s.dict["Subtype"]) == "Form":
		w.paintForm(x)
	}
}

// paintForm runs a form XObject inside of what is open.
func (w *walker) paintForm(v any) {
	s := w.stream(v)
	number, _ := v.(pdfRef)
	if s == nil || w.depth > 12 {
		return
	}
	inner := &walker{
		pdfFacts: w.pdfFacts, page: w.page, form: int(number), annot: w.annot, where: w.where + ", form",
		resources: w.dict(s.dict["Resources"]), now: w.now, frames: w.frames[:len(w.frames):len(w.frames)], depth: w.depth + 1,
	}
	if m := w.floats(s.dict["Matrix"]); len(m) == 6 {
		inner.now.ctm = matrix(m).then(w.now.ctm)
	}
	inner.run(s.data)
}

// mark opens or closes a marked-content sequence (ISO 32000-1, 14.6).
func (w *walker) mark(op string, args []any) {
	if op == "EMC" {
		if len(w.frames) <= w.outer {
			w.fault("nesting", "EMC without BMC or BDC")
			return
		}
		w.frames = w.frames[:len(w.frames)-1]
		return
	}
	tag, _ := args[0].(pdfName)
	m := frame{tag: string(tag), mcid: -1, artifact: tag == "Artifact"}
	if op == "BDC" {
		props := w.dict(args[1])
		if n, ok := args[1].(pdfName); ok {
			props = w.dict(w.use("Properties", n))
		}
		m.mcid = w.int(props["MCID"])
		if w.has(props, "ActualText") {
			s := w.text(props["ActualText"])
			if strings.HasPrefix(s, "\xfe\xff") {
				s = utf16Text(pdfText(s[2:]))
			}
			m.actual = &s
		}
	}
	w.nested(m)
	w.frames = append(w.frames, m)
	if m.mcid >= 0 {
		w.marks[w.markOf(len(w.frames)-1)]++
		w.markTags[w.markOf(len(w.frames)-1)] = m.tag
	}
}

// nested tells of content that is both text and artifact (ISO 14289-1, 7.1).
func (w *walker) nested(m frame) {
	for _, out := range w.frames {
		if out.artifact && m.mcid >= 0 {
			w.fault("artifacts", "MCID %d inside of an artifact", m.mcid)
		}
		if out.mcid >= 0 && m.artifact {
			w.fault("artifacts", "an artifact inside of MCID %d", out.mcid)
		}
	}
}

// operateText moves the pen of text and shows strings (ISO 32000-1, 9.3 and 9.4).
func (w *walker) operateText(op string, args []any) {
	n := func(i int) float64 { v, _ := args[i].(float64); return v }
	switch op {
	case "Tc":
		w.now.char = n(0)
	case "Tw":
		w.now.blank = n(0)
	case "Tz":
		w.now.wide = n(0) / 100
	case "TL":
		w.now.leading = n(0)
	case "Ts":
		w.now.rise = n(0)
	case "Tf":
		w.now.size = n(1)
		if v := w.use("Font", args[0]); v != nil {
			w.now.font = w.fontOf(v)
		}
	case "Td":
		w.move(n(0), n(1))
	case "TD":
		w.now.leading = -n(1)
		w.move(n(0), n(1))
	case "Tm":
		w.tm = matrixOf(args)
		w.line = w.tm
	case "T*":
		w.move(0, -w.now.leading)
	case "Tj":
		w.show(args[0])
	case "'":
		w.move(0, -w.now.leading)
		w.show(args[0])
	case `"`:
		w.now.blank, w.now.char = n(0), n(1)
		w.move(0, -w.now.leading)
		w.show(args[2])
	case "TJ":
		for _, v := range args[0].([]any) {
			if back, ok := v.(float64); ok {
				w.tm = matrix{1, 0, 0, 1, -back / 1000 * w.now.size * w.now.wide, 0}.then(w.tm)
			} else {
				w.show(v)
			}
		}
	}
}

func (w *walker) move(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.then(w.line)
	w.tm = w.line
}

// show keeps a shown string as text, with where it stands, and which codes of the font it took.
func (w *walker) show(v any) {
	s, ok := v.(pdfText)
	font := w.now.font
	if !ok || font == nil || !w.inText {
		w.fault("operators", "text without font, outside of BT and ET, or no string: %v", v)
		return
	}
	at := w.tm.then(w.now.ctm)
	actual := w.actual()
	var text strings.Builder
	for _, c := range font.codes(string(s)) {
		if actual != nil {
			font.grey[c] = true
		}
		font.used[c] = true
		text.WriteString(font.unicode[c])
		step := font.width(c)/1000*w.now.size + w.now.char
		if c == ' ' && !font.wide {
			step += w.now.blank
		}
		w.tm = matrix{1, 0, 0, 1, step * w.now.wide, 0}.then(w.tm)
	}
	p := w.paint("text")
	p.text, p.size = text.String(), w.now.size*at.scale()
	p.x0, p.y = at.apply(0, w.now.rise)
	p.x1, _ = w.tm.then(w.now.ctm).apply(0, w.now.rise)
	if actual != nil {
		p.text, p.replacement = "", true
		if !actual.told {
			p.text, actual.told = *actual.actual, true
		}
	}
}

// actual is the innermost open sequence with words of its own; nil where none is.
func (w *walker) actual() *frame {
	for i := len(w.frames) - 1; i >= 0; i-- {
		if w.frames[i].actual != nil {
			return &w.frames[i]
		}
	}
	return nil
}
