package letterhead

import (
	"strings"

	"kehoach.example/internal/diag"
)

// runLook is the look of text while it is being resolved.
type runLook struct {
	bold, italic, underline, caps, hidden bool
	size                                  int64 // half points
	color                                 string
	shift                                 int
	ruled                                 string // the colour of the underline, if it has one of its own
	font                                  string
	oddities
}

// oddRuns are properties of runs that are not drawn, by their elements.
var oddRuns = map[string]diag.Msg{
	"w:smallCaps": diag.M("chữ hoa nhỏ (small caps)", "small capitals"),
	"w:highlight": diag.M("chữ được tô nền (highlight)", "highlighted text"),
	"w:shd":       diag.M("chữ được tô nền (shading)", "shaded text"),
	"w:spacing":   diag.M("chữ giãn hoặc co khoảng cách (character spacing)", "text with character spacing"),
	"w:w":         diag.M("chữ kéo giãn hoặc bóp hẹp (scale)", "text that is stretched or squeezed"),
	"w:position":  diag.M("chữ nâng lên hoặc hạ xuống (position)", "raised or lowered text"),
	"w:u":         diag.M("gạch chân khác nét đơn", "underlining other than a single line"),
	"w:sz":        diag.M("cỡ chữ trên 200 hoặc không phải số", "a size above 200 points or none at all"),
	"w:strike":    diag.M("chữ gạch ngang", "struck text"),
	"w:dstrike":   diag.M("chữ gạch ngang hai nét", "text struck twice"),
	"w:outline":   diag.M("chữ rỗng (outline)", "outlined text"),
	"w:shadow":    diag.M("chữ có bóng", "text with a shadow"),
	"w:emboss":    diag.M("chữ nổi", "embossed text"),
	"w:imprint":   diag.M("chữ chìm", "engraved text"),
	"w:bdr":       diag.M("chữ có khung viền", "text with a border"),
	"w:em":        diag.M("chữ có dấu nhấn", "text with emphasis marks"),
	"w:rtl":       diag.M("chữ viết từ phải sang trái", "text from right to left"),
	"w:effect":    diag.M("chữ có hiệu ứng chuyển động", "animated text"),
	"w:fitText":   diag.M("chữ ép vừa bề rộng (Fit Text)", "text fitted into a width"),

	"w14:glow":        diag.M("chữ có quầng sáng (Text Effects)", "text with a glow"),
	"w14:shadow":      diag.M("chữ có bóng (Text Effects)", "text with a shadow of Text Effects"),
	"w14:reflection":  diag.M("chữ có bóng soi (Text Effects)", "text with a reflection"),
	"w14:textOutline": diag.M("chữ có nét viền (Text Effects)", "text with an outline of Text Effects"),
	"w14:textFill":    diag.M("chữ tô màu chuyển hoặc trong suốt (Text Effects)", "text filled by Text Effects"),
}

// with lays the properties of a run (w:rPr) over a look.
func (l runLook) with(rPr *node, t *theme) runLook {
	for i := range rPr.all() {
		k := &rPr.kids[i]
		switch k.name {
		case "w:b":
			l.bold = k.on()
		case "w:i":
			l.italic = k.on()
		case "w:caps":
			l.caps = k.on()
		case "w:vanish":
			l.hidden = k.on()
		case "w:u":
			v := k.attr("w:val")
			l.underline, l.ruled = v == "single", strings.ToUpper(k.attr("w:color"))
			l.mark(k.name, v != "single" && v != "none" && v != "")
		case "w:sz":
			v, ok := k.number("w:val")
			fits := ok && v > 0 && v <= 400
			if fits {
				l.size = v
			}
			l.mark(k.name, !fits)
		case "w:color":
			l.color = color(k, "w:val", t)
		case "w:vertAlign":
			l.shift = map[string]int{"superscript": 1, "subscript": -1}[k.attr("w:val")]
		case "w:rFonts":
			if f := t.font(k); f != "" {
				l.font = f
			}
		case "w:shd":
			l.mark(k.name, shaded(k))
		case "w:highlight", "w:em":
			v := k.attr("w:val")
			l.mark(k.name, v != "none" && v != "")
		case "w:spacing", "w:position":
			l.mark(k.name, k.int("w:val") != 0)
		case "w:w":
			v, ok := whole(strings.TrimSuffix(k.attr("w:val"), "%"))
			l.mark(k.name, ok && v != 100)
		case "w:bdr":
			l.mark(k.name, drawn(k.attr("w:val")))
		case "w:fitText":
			l.mark(k.name, k.int("w:val") > 0)
		case "w14:glow", "w14:shadow", "w14:reflection":
			l.mark(k.name, true)
		case "w14:textOutline":
			l.mark(k.name, k.kid("w14:noFill") == nil)
		case "w14:textFill":
			l.mark(k.name, k.kid("w14:solidFill") == nil || k.holds("w14:alpha"))
		default:
			l.mark(k.name, runOddity(k))
		}
	}
	return l
}

// shaded tells whether a ground has a colour: white is none.
func shaded(k *node) bool {
	fill, val := strings.ToUpper(k.attr("w:fill")), k.attr("w:val")
	plain := fill == "" || fill == "AUTO" || fill == "FFFFFF"
	return !plain || val != "clear" && val != "nil" && val != ""
}

// color is that of an attribute of an element; "" is black, as the automatic one
// is on paper.
func color(k *node, name string, t *theme) string {
	c := strings.ToUpper(k.attr(name))
	if c == "AUTO" && k.attr("w:themeColor") != "" {
		c = t.colors[k.attr("w:themeColor")]
	}
	return plainColor(c)
}

func plainColor(c string) string {
	if len(c) != 6 || strings.Trim(c, "0123456789ABCDEF") != "" || c == "000000" {
		return ""
	}
	return c
}
