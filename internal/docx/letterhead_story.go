package docx

import (
	"cmp"
	"errors"
	"strings"

	"kehoach.example/internal/diag"
)

// A run is the w:r that a text stands in.
type run struct {
	look string // its w:rPr as it stands, "" without one
}

// A control is a content control (w:sdt): what binds it to data of the file
// would put those data in the place of a value.
type control struct {
	above *control
	binds [][2]int // w:dataBinding and w:showingPlcHdr in the part
	keys  bool
}

// An atom is a text of a paragraph, or without a run something that no key goes
// across: a tab, a break, a drawing, a field.
type atom struct {
	text     string
	from, to int // of the w:t in the part
	run      *run
	whole    bool // the w:t is a child of its run, so the run can be parted
	field    bool
	odd      bool // its tags have to be written anew
	control  *control
}

// barrier is the text of an atom that is neither text nor a blank.
const barrier = "\uFFFC"

// A paragraph is one w:p, with the text boxes in it left out.
type paragraph struct {
	where   string
	atoms   []atom
	inside  string // w:tc, w:sdt or w:txbxContent around it, "" for none
	top     bool   // a child of w:body
	section int
	style   string
	listed  bool
	codes   []string // of fields
	alone   bool     // nothing but the key of the text stands in it
}

// A story is a part with text: the body, a header, a footer, the notes.
type story struct {
	name, label string
	src         string
	fillable    bool // keys may stand in it

	edits    []edit
	paras    int
	tables   int
	cells    []cellAt
	section  int
	fields   int
	tracked  int
	texts    int // and runs
	taken    int // keys
	errors   int
	infos    int
	found    []diag.Finding
	keys     map[string]bool
	words    *strings.Builder  // own ones of all stories that may be filled
	before   map[string]string // key -> those before it
	controls []*control
	body     []*paragraph // those that hold the key of the text
	known    []string
	last     string // where the paragraph is that began last

	// Where the first of each stands, "" for none.
	foreign, equations, objects, signs, comments, trackedAt string
}

// cellAt counts rows and cells of a table.
type cellAt struct{ table, row, cell int }

// markup of tracked changes (ECMA-376 Part 1, 17.13.5).
var trackedMarkup = map[string]bool{
	"w:ins": true, "w:del": true, "w:moveFrom": true, "w:moveTo": true, "w:rPrChange": true, "w:pPrChange": true, "w:sectPrChange": true,
	"w:tblPrChange": true, "w:tblGridChange": true, "w:trPrChange": true, "w:tcPrChange": true, "w:tblPrExChange": true,
	"w:cellIns": true, "w:cellDel": true, "w:cellMerge": true, "w:numberingChange": true,
}

// errCrowded is told of a part with more runs or keys than any letterhead has.
var errCrowded = errors.New("docx: too much text for a letterhead")

// tell keeps a finding, within bounds.
func (s *story) tell(f diag.Finding) {
	n := &s.errors
	if f.Severity != diag.Error {
		n = &s.infos
	}
	if *n++; *n <= maxTold {
		s.found = append(s.found, f)
	}
}

// read scans a story: what stands in the way of filling it is found, and the
// edits that put each key alone into one run.
func (s *story) read() error {
	var chars strings.Builder
	err := scan(s.src, func(stack []node) {
		chars.Reset()
		s.open(stack)
	}, func(stack []node, text string) {
		switch stack[len(stack)-1].name {
		case "w:t", "w:instrText":
			chars.WriteString(text)
		}
	}, func(stack []node, from, to int) {
		s.shut(stack, from, to, chars.String())
	})
	for _, c := range s.controls {
		for _, at := range c.binds {
			if c.keys {
				s.edits = append(s.edits, edit{at[0], at[1], ""})
			}
		}
	}
	s.edits = sorted(s.edits)
	if s.texts > maxTexts || s.taken > maxKeys {
		return errCrowded
	}
	return err
}

func (s *story) open(stack []node) {
	n := &stack[len(stack)-1]
	parent := ""
	if len(stack) > 1 {
		parent = stack[len(stack)-2].name
	}
	s.attributes(n)
	if foreignPrefix(s.src, n) || s.label == "" && len(stack) == 1 && foreignSpace(n) {
		s.first(&s.foreign)
	}
	switch n.name {
	case "w:p":
		s.last = s.where(stack)
		n.run, n.para = nil, &paragraph{where: s.last, top: parent == "w:body", inside: around(stack), section: s.section}
	case "w:r":
		n.run = &run{}
		s.texts++
		s.plain(n)
	case "w:t":
		s.plain(n)
	case "w:sdt":
		n.control = &control{above: n.control}
		s.controls = append(s.controls, n.control)
	case "w:tbl":
		if len(s.cells) == 0 {
			s.tables++
		}
		s.cells = append(s.cells, cellAt{table: s.tables})
	case "w:tr":
		if i := len(s.cells) - 1; i >= 0 {
			s.cells[i].row++
			s.cells[i].cell = 0
		}
	case "w:tc":
		if i := len(s.cells) - 1; i >= 0 {
			s.cells[i].cell++
		}
	case "w:pStyle":
		if n.para != nil {
			n.para.style = n.attr("val")
		}
	case "w:numPr":
		if n.para != nil && parent == "w:pPr" {
			n.para.listed = true
		}
	case "w:sectPr":
		if parent == "w:pPr" {
			s.section++
		}
	case "w:fldChar":
		switch n.attr("fldCharType") {
		case "begin":
			s.fields++
		case "end":
			s.fields = max(s.fields-1, 0)
		}
	case "w:fldSimple":
		s.fields++
	case "m:oMath", "m:oMathPara":
		s.first(&s.equations)
	case "w:commentReference":
		s.first(&s.comments)
	}
	if trackedMarkup[n.name] {
		s.tracked++
		s.first(&s.trackedAt)
	}
	if local := n.name[strings.IndexByte(n.name, ':'):]; (local == ":r" || local == ":t") && !strings.HasPrefix(n.name, "w:") && !strings.HasPrefix(n.name, "m:") {
		s.first(&s.objects)
	}
}

// first notes where something stands for the first time.
func (s *story) first(at *string) {
	if *at == "" {
		*at = cmp.Or(s.last, s.label, " ")
	}
}

// plain writes the tags of runs and texts as the library expects them: on one
// line and never empty in one.
func (s *story) plain(n *node) {
	tag := s.src[n.start:n.end]
	if n.name == "w:r" && strings.HasSuffix(tag, "/>") {
		s.edits = append(s.edits, edit{n.start, n.end, oneLine(strings.TrimSuffix(tag, "/>")) + "></w:r>"})
	} else if strings.ContainsAny(tag, "\r\n") && n.name == "w:r" {
		s.edits = append(s.edits, edit{n.start, n.end, oneLine(tag)})
	}
}

func oneLine(tag string) string { return strings.NewReplacer("\r", " ", "\n", " ").Replace(tag) }

// transparent is what may stand inside of a key.
var transparent = map[string]bool{"w:rPr": true, "w:t": true, "w:lastRenderedPageBreak": true, "w:softHyphen": true, "w:annotationRef": true}

func (s *story) shut(stack []node, from, to int, chars string) {
	n := &stack[len(stack)-1]
	parent := ""
	if len(stack) > 1 {
		parent = stack[len(stack)-2].name
	}
	switch n.name {
	case "w:rPr":
		if parent == "w:r" && n.run != nil {
			n.run.look = s.src[n.start:to]
		}
	case "w:dataBinding", "w:showingPlcHdr":
		if n.control != nil {
			n.control.binds = append(n.control.binds, [2]int{n.start, to})
		}
	case "w:instrText":
		if n.para != nil {
			n.para.codes = append(n.para.codes, chars)
		}
	case "w:t":
		if n.para != nil && n.run != nil {
			s.atom(n, parent, chars, to)
			return
		}
	case "w:r":
		if from != to && s.src[from:to] != "</w:r>" {
			s.edits = append(s.edits, edit{from, to, "</w:r>"})
		}
	case "w:fldSimple":
		s.fields--
	case "w:tbl":
		s.cells = s.cells[:max(len(s.cells)-1, 0)]
	case "w:p":
		s.finish(n.para)
	}
	if parent == "w:r" && n.para != nil && !transparent[n.name] {
		n.para.atoms = append(n.para.atoms, atom{text: blankOf(n)})
	}
}

// blankOf is the text of what stands between texts: a blank for what leaves no
// ink and begins no page.
func blankOf(n *node) string {
	if n.name == "w:tab" || n.name == "w:br" && n.attr("type") == "" {
		return " "
	}
	return barrier
}

// atom takes a text up. Blanks at its ends count only where it says so
// (xml:space, ECMA-376 Part 1, 17.3.3.31).
func (s *story) atom(n *node, parent, chars string, to int) {
	if n.attr("space") != "preserve" {
		chars = strings.Trim(chars, " \t\r\n")
	}
	if strings.ContainsFunc(chars, isSign) {
		s.first(&s.signs)
	}
	if chars == "" { // the library cannot read an empty one
		s.edits = append(s.edits, edit{n.start, to, ""})
		return
	}
	tag, end := s.src[n.start:n.end], s.src[to-len("</w:t>"):to]
	a := atom{text: chars, from: n.start, to: to, run: n.run, whole: parent == "w:r", field: s.fields > 0, control: n.control}
	a.odd = strings.ContainsAny(tag, "\r\n") || end != "</w:t>"
	n.para.atoms = append(n.para.atoms, a)
	s.texts++
}
