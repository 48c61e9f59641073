package letterhead

import (
	"maps"

	"kehoach.example/internal/diag"
)

// paraLook is the look of a paragraph while it is being resolved, in twips.
type paraLook struct {
	align                                      string
	left, right, first                         int64
	before, after, line                        int64
	rule                                       string
	contextual, keepNext, keepLines, pageBreak bool
	loose                                      bool // no control of widows
	tabs                                       map[int64]string
	top, bottom, leftLine, rightLine, between  Border
	oddities
	numbered bool
}

// oddParas are properties of paragraphs that are not laid out.
var oddParas = map[string]diag.Msg{
	"w:framePr":       diag.M("đoạn nằm trong khung chữ trôi (frame)", "a paragraph in a frame"),
	"w:shd":           diag.M("đoạn được tô nền", "a shaded paragraph"),
	"w:bidi":          diag.M("đoạn viết từ phải sang trái", "a paragraph from right to left"),
	"w:jc":            diag.M("cách canh lề lạ (không phải trái, giữa, phải, đều hai bên)", "an alignment other than left, center, right or justified"),
	"w:textDirection": diag.M("chữ xoay hướng", "turned text"),
	"autospacing":     diag.M("khoảng cách đoạn tự động (kiểu trang web)", "automatic spacing as on web pages"),
	"chars":           diag.M("thụt lề hoặc giãn đoạn tính theo số ký tự, số dòng", "indents or spacing counted in letters or lines"),
	"tab":             diag.M("điểm dừng tab kiểu thập phân hoặc có chấm dẫn", "a decimal tab stop or one with a leader"),
	"joined":          diag.M("dấu đoạn bị ẩn hoặc bị xóa có theo dõi (đoạn nối với đoạn sau)", "the mark of a paragraph hidden, or deleted while changes were tracked (it is one with the next)"),
	"pBdr":            diag.M("viền đoạn khác nét đơn, nét đôi", "a border of a paragraph other than single or double"),
}

// with lays the properties of a paragraph (w:pPr) over a look.
func (l paraLook) with(pPr *node, t *theme) paraLook {
	for i := range pPr.all() {
		k := &pPr.kids[i]
		switch k.name {
		case "w:jc":
			l.align = alignment(k.attr("w:val"))
			l.mark(k.name, l.align == "")
		case "w:ind":
			l.indent(k)
		case "w:spacing":
			l.spacing(k)
		case "w:contextualSpacing":
			l.contextual = k.on()
		case "w:keepNext":
			l.keepNext = k.on()
		case "w:keepLines":
			l.keepLines = k.on()
		case "w:pageBreakBefore":
			l.pageBreak = k.on()
		case "w:widowControl":
			l.loose = !k.on()
		case "w:tabs":
			l.stops(k)
		case "w:pBdr":
			l.lines(k, t)
		case "w:numPr":
			if id := k.kid("w:numId"); id != nil {
				l.numbered = id.int("w:val") != 0
			}
		case "w:shd":
			l.mark(k.name, shaded(k))
		case "w:framePr":
			l.mark(k.name, true)
		case "w:bidi":
			l.mark(k.name, k.on())
		case "w:textDirection":
			l.mark(k.name, k.attr("w:val") != "lrTb")
		default:
			l.mark(k.name, paraOddity(k))
		}
	}
	return l
}

func alignment(v string) string {
	switch v {
	case "left", "start":
		return "left"
	case "right", "end":
		return "right"
	case "center", "both":
		return v
	}
	return ""
}

func (l *paraLook) indent(k *node) {
	set := func(to *int64, names ...string) {
		for _, name := range names {
			if v, ok := k.number(name); ok {
				*to = v
			}
		}
	}
	set(&l.left, "w:start", "w:left")
	set(&l.right, "w:end", "w:right")
	set(&l.first, "w:firstLine")
	if v, ok := k.number("w:hanging"); ok {
		l.first = -v
	}
	for _, name := range []string{"w:leftChars", "w:startChars", "w:rightChars", "w:endChars", "w:firstLineChars", "w:hangingChars"} {
		if v, ok := k.number(name); ok {
			l.mark("chars", v != 0)
		}
	}
}

func (l *paraLook) spacing(k *node) {
	if v, ok := k.number("w:before"); ok {
		l.before = v
	}
	if v, ok := k.number("w:after"); ok {
		l.after = v
	}
	if v, ok := k.number("w:line"); ok {
		l.line, l.rule = v, k.attr("w:lineRule")
	} else if r := k.attr("w:lineRule"); r != "" {
		l.rule = r
	}
	for _, name := range []string{"w:beforeAutospacing", "w:afterAutospacing"} {
		switch k.attr(name) {
		case "1", "true", "on":
			l.mark("autospacing", true)
		case "0", "false", "off":
			l.mark("autospacing", false)
		}
	}
	for _, name := range []string{"w:beforeLines", "w:afterLines"} {
		if v, ok := k.number(name); ok {
			l.mark("chars", v != 0)
		}
	}
}

// stops adds tab stops to those of the styles; "clear" takes one away.
func (l *paraLook) stops(k *node) {
	l.tabs = maps.Clone(l.tabs)
	if l.tabs == nil {
		l.tabs = map[int64]string{}
	}
	for i := range k.kids {
		stop := &k.kids[i]
		at, ok := stop.number("w:pos")
		if !ok || stop.name != "w:tab" || len(l.tabs) > 200 {
			l.mark("tab", true)
			continue
		}
		how := stop.attr("w:val")
		leader := stop.attr("w:leader")
		switch {
		case how == "clear":
			delete(l.tabs, at)
			continue
		case how == "bar":
			l.mark("tab", true)
			continue
		case how == "num" || how == "start" || how == "":
			how = "left"
		case how == "end":
			how = "right"
		}
		if how != "left" && how != "center" && how != "right" || leader != "" && leader != "none" {
			l.mark("tab", true)
			how = "left"
		}
		l.tabs[at] = how
	}
}

func (l *paraLook) lines(k *node, t *theme) {
	for i := range k.all() {
		switch b := &k.kids[i]; b.name {
		case "w:top", "w:bottom", "w:left", "w:right", "w:between":
		default:
			if drawn(b.attr("w:val")) {
				l.mark("pBdr", true)
			}
		}
	}
	for name, to := range map[string]*Border{"w:top": &l.top, "w:bottom": &l.bottom, "w:left": &l.leftLine, "w:right": &l.rightLine, "w:between": &l.between} {
		if b := k.kid(name); b != nil {
			var ok bool
			if *to, ok = border(b, t); !ok {
				l.mark("pBdr", true)
			}
		}
	}
}
