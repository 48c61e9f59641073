package letterhead

import (
	"strings"

	"kehoach.example/internal/diag"
)

// inline reads what stands in a paragraph, fields through several runs too.
type inline struct {
	*reader
	base  runLook
	para  *Paragraph
	field []field // open ones, the innermost last
}

// field is a complex field that is open (ECMA-376 Part 1, 17.16.18).
type field struct {
	code   strings.Builder
	result bool // its result has begun
	page   bool
}

func (t *inline) children(n *node) {
	for i := range n.all() {
		k := &n.kids[i]
		switch k.name {
		case "w:r":
			t.run(k)
		case "w:hyperlink", "w:smartTag", "w:customXml", "w:ins", "w:moveTo", "w:dir", "w:bdo":
			t.children(k)
		case "w:sdt":
			t.children(k.kid("w:sdtContent"))
		case "w:fldSimple":
			t.simple(k)
		case "m:oMath", "m:oMathPara":
			t.object(diag.M("công thức toán", "an equation"))
		default:
			t.unread(k, marks)
		}
	}
}

// simple reads a field in one element.
func (t *inline) simple(k *node) {
	if !t.knows(k.attr("w:instr")) {
		return
	}
	if kind(k.attr("w:instr")) != "PAGE" {
		t.children(k)
		return
	}
	t.add(t.runLook(t.base, k.kid("w:r").kid("w:rPr")), Run{Page: true})
}

// plainPage tells whether the code of PAGE shows plain figures: no switches but
// those of plain figures and of a kept look (17.16.4.3).
func plainPage(code string) bool {
	rest := strings.Fields(strings.ToUpper(strings.ReplaceAll(code, `\*`, ` \* `)))
	for rest = rest[1:]; len(rest) > 0; rest = rest[2:] {
		if len(rest) < 2 || rest[0] != `\*` || rest[1] != "MERGEFORMAT" && rest[1] != "ARABIC" {
			return false
		}
	}
	return true
}

func kind(code string) string {
	words := strings.Fields(code)
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(words[0])
}

// knows tells whether what a field shows can be told from the file, and names
// it if not.
func (t *inline) knows(code string) bool {
	switch kind(code) {
	case "HYPERLINK", "":
		return true
	case "PAGE":
		if !plainPage(code) {
			t.out.report("LETTERHEAD-PDF-FIELD", t.at, diag.M("số trang có định dạng riêng (%s)", "a page number in a form of its own (%s)", strings.Join(strings.Fields(code), " ")),
				hint("chèn lại số trang dạng 1, 2, 3…", "put the page number in again as 1, 2, 3…"))
		}
		return true
	}
	t.out.report("LETTERHEAD-PDF-FIELD", t.at, diag.M("trường tự động %q của Word", "the field %q of Word", kind(code)),
		hint("chỉ trường số trang (PAGE) được dùng; thay trường khác bằng chữ thường (Ctrl+Shift+F9)", "only the page number (PAGE) is used; turn others into text (Ctrl+Shift+F9)"))
	return false
}

// run reads a run.
func (t *inline) run(n *node) {
	look := t.runLook(t.base, n.kid("w:rPr"))
	for i := range n.kids {
		k := &n.kids[i]
		if k.name == "w:fldChar" || k.name == "w:instrText" {
			t.fieldPart(k, look)
			continue
		}
		if f := len(t.field); f > 0 && (!t.field[f-1].result || t.field[f-1].page) {
			continue
		}
		t.content(k, look)
	}
}

func (t *inline) fieldPart(k *node, look runLook) {
	if k.attr("w:fldCharType") == "begin" && len(t.field) < 20 {
		t.field = append(t.field, field{})
		return
	}
	if len(t.field) == 0 {
		return
	}
	f := &t.field[len(t.field)-1]
	switch {
	case k.name == "w:instrText":
		if !f.result && f.code.Len() < 1000 {
			f.code.WriteString(k.text)
		}
	case k.attr("w:fldCharType") == "separate":
		f.result = true
		f.page = t.knows(f.code.String()) && kind(f.code.String()) == "PAGE"
		if f.page {
			t.add(look, Run{Page: true})
		}
	case k.attr("w:fldCharType") == "end":
		if code := f.code.String(); !f.result && t.knows(code) && kind(code) == "PAGE" {
			t.add(look, Run{Page: true})
		}
		t.field = t.field[:len(t.field)-1]
	}
}

// content reads one thing in a run.
func (t *inline) content(k *node, look runLook) {
	switch k.name {
	case "w:t":
		if k.attr("xml:space") == "preserve" {
			t.text(k.text, look)
		} else if s := strings.Trim(k.text, " \t\r\n"); s != "" { // blanks at its ends do not count (17.3.3.31)
			t.text(s, look)
		}
	case "w:tab":
		t.add(look, Run{Tab: true})
	case "w:br", "w:cr":
		if v := k.attr("w:type"); v == "page" || v == "column" {
			t.out.report("LETTERHEAD-PDF-PARAGRAPH", t.at, diag.M("ngắt trang hoặc ngắt cột giữa đoạn", "a break of the page or column within a paragraph"),
				hint("xóa dấu ngắt; cần sang trang thì đặt Page break before cho đoạn", "take the break away; where a new page is needed set Page break before"))
			return
		}
		t.add(look, Run{Break: true})
	case "w:noBreakHyphen":
		t.add(look, Run{Text: "-", Tied: true})
	case "w:softHyphen":
		t.optional()
	case "w:sym":
		t.out.report("LETTERHEAD-PDF-TEXT", t.at, diag.M("ký hiệu từ phông ký hiệu (Insert → Symbol)", "a sign out of a face of signs (Insert → Symbol)"),
			hint("thay bằng ký tự thường có trong Times New Roman", "put a letter of Times New Roman in its place"))
	case "w:ptab":
		t.out.report("LETTERHEAD-PDF-PARAGRAPH", t.at, diag.M("tab canh lề (alignment tab)", "an alignment tab"), hint("thay bằng điểm dừng tab thường", "put an ordinary tab stop in its place"))
	case "w:footnoteReference", "w:endnoteReference":
		t.object(diag.M("chú thích chân trang", "a footnote"))
	case "w:object", "w:control":
		t.object(diag.M("đối tượng nhúng (OLE)", "an embedded object (OLE)"))
	case "w:drawing":
		if !look.hidden {
			t.drawing(k, look)
		}
	case "w:pict":
		if !look.hidden {
			t.vml(k, look)
		}
	case "w:ruby":
		t.object(diag.M("chữ có chú âm (ruby)", "text with a phonetic guide (ruby)"))
	default:
		t.unread(k, plainContent)
	}
}

// optional names a place where a line may end with a hyphen: ours never do.
func (r *reader) optional() {
	r.out.report("LETTERHEAD-PDF-TEXT", r.at, diag.M("dấu gạch nối tùy chọn (optional hyphen)", "an optional hyphen"), hint("xóa dấu đó (tìm ^- trong hộp Find)", "take it away (look for ^- in the box Find)"))
}

// text adds letters. A line feed in a text is a blank, as in XML. No-break
// hyphens go as hyphens at which no line ends.
func (t *inline) text(s string, look runLook) {
	if strings.TrimSpace(s) == Mark { // never drawn, so its look does not matter
		t.para.Runs = append(t.para.Runs, Run{Text: Mark})
		return
	}
	if strings.Contains(s, "\u00ad") {
		t.optional()
	}
	s = strings.NewReplacer("\u00ad", "", "\n", " ", "\r", " ", "\t", " ").Replace(s)
	if look.caps {
		s = strings.ToUpper(s)
	}
	for i, part := range strings.Split(s, "\u2011") {
		if i > 0 {
			t.add(look, Run{Text: "-", Tied: true})
		}
		if part != "" {
			t.add(look, Run{Text: part})
		}
	}
}

// add puts something into the paragraph in a look; hidden text is dropped.
func (t *inline) add(l runLook, r Run) {
	if l.hidden {
		return
	}
	if r.Page && t.at.part == "" {
		t.out.report("LETTERHEAD-PDF-FIELD", t.at, diag.M("số trang nằm ngoài đầu trang và chân trang", "a page number outside of headers and footers"),
			hint("chuyển số trang vào đầu trang hoặc chân trang", "put it into a header or a footer"))
	}
	if r.Image == nil { // letters alone have a face
		t.oddRun(l)
	}
	r.Bold, r.Italic, r.Underline = l.bold, l.italic, l.underline
	r.Size, r.Color, r.Shift = halfPoints(l.size), l.color, l.shift
	t.para.Runs = append(t.para.Runs, r)
}
