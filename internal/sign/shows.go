package sign

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/cos"
)

// maxLook bounds the operators of the appearance of a text field.
const maxLook = 64 << 10

// blank is a field that is filled in, as it was before, and one of its widgets.
type blank struct {
	form   *form
	field  *field
	widget widget
}

// shows tells whether the appearance of a widget shows a text and nothing else,
// all of it within the widget, with the font, the size and the ink that the file
// had for it before: so that what people see is what the field says.
func (f file) shows(before file, b blank, text string) bool {
	s, ok := f.Get(f.dict(b.widget.dict["AP"])["N"]).(*cos.Stream)
	k, usual := before.fieldLook(b.form, b.field)
	if !ok || !usual || f.name(s.Dict["Subtype"]) != "Form" {
		return false
	}
	for key := range s.Dict {
		if !slices.Contains([]cos.Name{"Type", "Subtype", "FormType", "BBox", "Resources", "Length", "Filter", "DecodeParms"}, key) {
			return false
		}
	}
	box, area := f.rect(s.Dict["BBox"]), rect{0, 0, b.widget.rect.width(), b.widget.rect.height()}
	if box.empty() || !box.within(area) || !area.within(box) {
		return false
	}
	resources := f.dict(s.Dict["Resources"])
	for key := range resources {
		if key != "Font" && key != "ProcSet" {
			return false
		}
	}
	data, err := f.Decode(s, maxLook)
	if err != nil {
		return false
	}
	l := lookReader{look: k, box: box, fonts: f.dict(resources["Font"])}
	return l.read(string(data)) && strings.TrimSpace(l.shown) == strings.TrimSpace(text)
}

// slack is how far an appearance may be off, in points.
const slack = 0.5

// within tells whether a rectangle lies in another.
func (r rect) within(o rect) bool {
	return r.x0 >= o.x0-slack && r.y0 >= o.y0-slack && r.x1 <= o.x1+slack && r.y1 <= o.y1+slack
}

// lookReader reads the appearance of a text field: the operators that place one
// string, and none that draw something else, hide it or turn it about.
type lookReader struct {
	look
	fonts cos.Dict
	set   bool // the font
	box   rect // what is not clipped away
	path  rect // that stands ready for clipping
	clip  bool
	stage int
	x, y  float64
	shown string
}

// Stages of an appearance.
const (
	stageBefore = iota
	stageText   // behind BT
	stagePlaced // behind Td or Tm
	stageShown  // behind Tj
)

func (l *lookReader) read(ops string) bool {
	var operands []string
	for {
		word, rest, ok := operand(ops)
		if !ok || len(operands) > 64 {
			return false
		}
		ops = rest
		switch {
		case word == "":
			return l.stage == stageShown && len(operands) == 0
		case strings.Contains("(/+-.0123456789", word[:1]):
			operands = append(operands, word)
			continue
		}
		if !l.do(word, operands) {
			return false
		}
		operands = operands[:0]
	}
}

// do takes an operator with its operands; false: it has no place there.
func (l *lookReader) do(op string, operands []string) bool {
	n, plain := numbers(operands)
	switch op {
	case "BMC":
		return len(operands) == 1
	case "EMC", "q":
		return len(operands) == 0
	case "Q", "ET": // before the string they would take back what was set
		return len(operands) == 0 && l.stage == stageShown
	case "g", "rg", "k", "G", "RG", "K":
		return plain && l.sameInk(strings.ToLower(op), n)
	case "re", "W", "W*", "n":
		return plain && l.clips(op, n)
	case "BT":
		ok := len(operands) == 0 && l.stage == stageBefore
		l.stage = stageText
		return ok
	case "Tf":
		return l.stage < stageShown && l.sameFont(operands)
	case "Td", "Tm":
		ok := plain && l.stage == stageText && (op == "Td" && len(n) == 2 || op == "Tm" && len(n) == 6 && slices.Equal(n[:4], []float64{1, 0, 0, 1}))
		if ok {
			l.x, l.y, l.stage = n[len(n)-2], n[len(n)-1], stagePlaced
		}
		return ok
	case "Tj":
		return (l.stage == stageText || l.stage == stagePlaced) && l.show(operands)
	}
	return false
}

// numbers reads operands that are all numbers.
func numbers(operands []string) ([]float64, bool) {
	var out []float64
	for _, word := range operands {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil || strings.Trim(word, "+-.0123456789") != "" {
			return nil, false
		}
		out = append(out, n)
	}
	return out, true
}

// sameInk tells whether a colour is that of the field or black, and can be read
// on paper.
func (l *lookReader) sameInk(op string, n []float64) bool {
	words := strings.Fields(l.ink)
	usual, _ := numbers(words[:len(words)-1])
	want := []float64{0}
	switch op {
	case "rg":
		want = []float64{0, 0, 0}
	case "k":
		want = []float64{0, 0, 0, 1}
	}
	return slices.Equal(n, want) || words[len(words)-1] == op && slices.Equal(n, usual) && dark(op, n)
}

// dark tells whether a colour stands out from white paper.
func dark(op string, n []float64) bool {
	switch {
	case op == "g" && len(n) == 1:
		return n[0] <= 0.5
	case op == "rg" && len(n) == 3:
		return 0.3*n[0]+0.59*n[1]+0.11*n[2] <= 0.5
	case op == "k" && len(n) == 4:
		return n[3] >= 0.5 || 0.3*n[0]+0.59*n[1]+0.11*n[2] >= 0.5
	}
	return false
}

// clips takes the operators of a clipping path: one rectangle at a time.
func (l *lookReader) clips(op string, n []float64) bool {
	switch {
	case op == "re" && len(n) == 4 && l.path == (rect{}):
		l.path = rect{min(n[0], n[0]+n[2]), min(n[1], n[1]+n[3]), max(n[0], n[0]+n[2]), max(n[1], n[1]+n[3])}
		return !l.path.empty()
	case op == "W" && len(n) == 0, op == "W*" && len(n) == 0:
		l.clip = true
		return l.path != rect{}
	case op == "n" && len(n) == 0 && l.path != rect{}:
		if l.clip {
			l.box = rect{max(l.box.x0, l.path.x0), max(l.box.y0, l.path.y0), min(l.box.x1, l.path.x1), min(l.box.y1, l.path.y1)}
		}
		l.path, l.clip = rect{}, false
		return true
	}
	return false
}

// sameFont tells whether the font and the size are those of the field.
func (l *lookReader) sameFont(operands []string) bool {
	if len(operands) != 2 || strings.Contains(operands[0], "#") {
		return false
	}
	name, font := strings.CutPrefix(operands[0], "/")
	n, plain := numbers(operands[1:])
	same := font && plain && l.fonts[cos.Name(name)] == cos.Value(l.font.ref) && math.Abs(n[0]-l.size) < 0.01
	once := !l.set
	l.set = true
	return same && once
}

// show takes the string: it stands within what is not clipped away.
func (l *lookReader) show(operands []string) bool {
	if !l.set || l.path != (rect{}) || len(operands) != 1 || operands[0][0] != '(' {
		return false
	}
	l.stage = stageShown
	var out strings.Builder
	l.font.read(operands, &out)
	l.shown = out.String()
	width := 0.0
	for _, code := range []byte(operands[0][1:]) {
		width += l.font.advance[code] * l.size / 1000
	}
	const capitals = 0.6 // how high digits are at least
	return rect{l.x, l.y, l.x + width, l.y + capitals*l.size}.within(l.box)
}

// read adds the letters of strings, which begin with their parenthesis.
func (l *letters) read(operands []string, out *strings.Builder) {
	for _, s := range operands {
		if s[0] != '(' {
			continue
		}
		for _, code := range []byte(s[1:]) {
			letter := '\ufffd'
			for r, c := range l.codes {
				if c == code && (letter == '\ufffd' || r < letter) {
					letter = r
				}
			}
			out.WriteRune(letter)
		}
	}
}
