package letterhead

import (
	"maps"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

// blocks reads the paragraphs and tables of a part or of a cell. In is the
// style of the table around them.
func (r *reader) blocks(n *node, in []*node) []Block {
	var out []Block
	for i := range n.all() {
		k := &n.kids[i]
		switch k.name {
		case "w:p":
			if r.at.row == 0 {
				r.paras++
				r.at.para = r.paras
			}
			if p := r.paragraph(k, in); p != nil {
				out = append(out, p)
			}
		case "w:tbl":
			if t := r.table(k); t != nil {
				out = append(out, t)
			}
		case "w:sdt":
			out = append(out, r.blocks(k.kid("w:sdtContent"), in)...)
		case "w:customXml", "w:smartTag", "w:ins", "w:moveTo":
			out = append(out, r.blocks(k, in)...)
		case "w:altChunk":
			r.object(diag.M("đoạn nhúng từ tệp khác", "text taken in from another file"))
		case "m:oMathPara", "m:oMath":
			r.object(diag.M("công thức toán", "an equation"))
		default:
			r.unread(k, marks)
		}
	}
	return out
}

func (r *reader) object(what diag.Msg) {
	r.out.report("LETTERHEAD-PDF-OBJECT", r.at, what, hint("xóa khỏi giấy tiêu đề, hoặc thay bằng chữ hay ảnh PNG", "take it out of the letterhead, or put text or a PNG image in its place"))
}

// unread names an element that is neither read nor harmless: nothing is lost in
// silence.
func (r *reader) unread(n *node, known map[string]bool) {
	if !known[n.name] {
		r.object(diag.M("nội dung trong cấu trúc lạ (%s)", "content in a structure that is not read (%s)", n.name))
	}
}

// paragraph reads a paragraph; nil for one that is hidden as a whole.
func (r *reader) paragraph(n *node, in []*node) *Paragraph {
	pPr := n.kid("w:pPr")
	if pPr.kid("w:sectPr") != nil {
		r.out.report("LETTERHEAD-PDF-PAGE", r.at, diag.M("giấy tiêu đề chia nhiều phần (section break)", "the letterhead has several sections"),
			hint("xóa dấu ngắt section trong Word", "take the section break away in Word"))
	}
	id := pPr.val("w:pStyle")
	chain := r.styles.chain(id, "paragraph")
	if len(chain) == 0 {
		chain = r.styles.chain(r.styles.paraID, "paragraph")
		id = r.styles.paraID
	}
	look := paraLook{align: "left", line: 240}.with(r.styles.par, r.theme)
	text := runLook{size: 20, font: "Times New Roman"}.with(r.styles.run, r.theme)
	for _, s := range slices.Concat(in, chain) {
		look = look.with(s.kid("w:pPr"), r.theme)
		text = text.with(s.kid("w:rPr"), r.theme)
	}
	look = look.with(pPr, r.theme)
	mark := r.runLook(text, pPr.kid("w:rPr"))

	t := inline{reader: r, base: text, para: &Paragraph{}}
	t.children(n)
	p := t.para
	if mark.hidden && len(p.Runs) == 0 && len(p.Drawn) == 0 {
		return nil
	}
	if rPr := pPr.kid("w:rPr"); mark.hidden || rPr.kid("w:del") != nil || rPr.kid("w:moveFrom") != nil {
		look.mark("joined", true)
	}
	look.give(p)
	p.Style, p.Size, p.StyleSize = id, halfPoints(mark.size), halfPoints(text.size)
	if len(p.Runs) == 0 && len(p.Drawn) == 0 {
		r.face(mark)
	}
	r.oddParagraph(look)
	return p
}

// runLook lays the properties of a run over the look of its paragraph.
func (r *reader) runLook(base runLook, rPr *node) runLook {
	for _, s := range r.styles.chain(rPr.val("w:rStyle"), "character") {
		base = base.with(s.kid("w:rPr"), r.theme)
	}
	return base.with(rPr, r.theme)
}

func halfPoints(n int64) unit.Length { return unit.Length(n) * unit.PT / 2 }

// give fills what a look tells into a paragraph.
func (l paraLook) give(p *Paragraph) {
	p.Align = l.align
	p.Left, p.Right, p.First = length(l.left), length(l.right), length(l.first)
	p.Before, p.After = length(max(l.before, 0)), length(max(l.after, 0))
	p.Contextual, p.Loose = l.contextual, l.loose
	p.KeepNext, p.KeepLines, p.PageBreak = l.keepNext, l.keepLines, l.pageBreak
	switch {
	case l.rule == "exact" && l.line > 0:
		p.Line.Exact = length(l.line)
	case l.rule == "atLeast" && l.line > 0:
		p.Line.Least = length(l.line)
	default:
		p.Line.Multiple = float64(clamp(l.line, 1, 24000)) / 240
		if l.line <= 0 {
			p.Line.Multiple = 1
		}
	}
	for at, how := range l.tabs {
		p.Tabs = append(p.Tabs, Tab{length(at), how})
	}
	slices.SortFunc(p.Tabs, func(a, b Tab) int { return int(a.At/unit.Twip - b.At/unit.Twip) })
	p.Borders = Borders{Top: l.top, Bottom: l.bottom, Left: l.leftLine, Right: l.rightLine}
	p.Between = l.between
}

// length turns twips of a file into a length no longer than a page can be.
func length(twips int64) unit.Length { return unit.FromTwips(clamp(twips, -31680, 31680)) }

// oddParagraph names what of a paragraph is not laid out.
func (r *reader) oddParagraph(l paraLook) {
	if l.numbered {
		r.out.report("LETTERHEAD-PDF-NUMBERING", r.at, diag.M("đoạn đánh số hoặc gạch đầu dòng tự động của Word", "a paragraph numbered or bulleted by Word"),
			hint("bỏ đánh số tự động, gõ số hoặc dấu gạch trực tiếp", "take the numbering away and type the number or the dash"))
	}
	for _, name := range slices.Sorted(maps.Keys(l.odd)) {
		if l.odd[name] {
			r.out.report("LETTERHEAD-PDF-PARAGRAPH", r.at, strange(oddParas, name), hint("bỏ định dạng đó của đoạn trong Word", "take that look of the paragraph away in Word"))
		}
	}
}

// oddRun names what of a run is not drawn.
func (r *reader) oddRun(l runLook) {
	for _, name := range slices.Sorted(maps.Keys(l.odd)) {
		if l.odd[name] {
			r.out.report("LETTERHEAD-PDF-TEXT", r.at, strange(oddRuns, name), hint("chọn chữ đó rồi bỏ định dạng này trong Word", "select the text and take that look away in Word"))
		}
	}
	if l.underline && l.ruled != "" && l.ruled != "AUTO" && plainColor(l.ruled) != l.color {
		r.out.report("LETTERHEAD-PDF-TEXT", r.at, diag.M("gạch chân khác màu với chữ", "an underline of another colour than the text"), hint("chọn màu gạch chân là Automatic", "choose Automatic as the colour of the underline"))
	}
	r.face(l)
}

// face names a face that is not drawn with.
func (r *reader) face(l runLook) {
	if !otherFace(l.font) {
		return
	}
	r.out.report("LETTERHEAD-PDF-FONT", r.at, diag.M("phông chữ %q, không phải Times New Roman", "the face %q, not Times New Roman", l.font),
		hint("chọn cả giấy tiêu đề (Ctrl+A) rồi chọn phông Times New Roman; đầu trang, chân trang thì nháy đúp vào đó rồi làm lại như vậy", "select the whole letterhead (Ctrl+A) and choose Times New Roman; for headers and footers double-click there and do the same"))
}
