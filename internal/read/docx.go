package read

import (
	"regexp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

// LooksDOCX tells whether a file is a Word file, readable or not.
func LooksDOCX(data []byte) bool { return ooxml.Looks(data) }

// DOCX reads a plan from a Word file, as Text does from plain text: a line of
// its places is a paragraph of the file.
func DOCX(file string, data []byte, opt Options) (*plan.Plan, []diag.Finding) {
	d, found := ooxml.Read(file, data)
	if d == nil {
		return nil, found
	}
	return document(file, d, found, opt)
}

// document reads a plan from the blocks of a Word file.
func document(file string, d *ooxml.Document, found []diag.Finding, opt Options) (*plan.Plan, []diag.Finding) {
	size := 0
	for _, l := range d.Lines {
		size += len(l)
	}
	if size > strictyaml.MaxBytes {
		return nil, append(found, finding("DOCX-TOO-BIG", diag.Place{File: file},
			diag.M("tệp Word có quá nhiều chữ: %d MB, giới hạn %d MB", "the Word file has too much text: %d MB, limit %d MB", size>>20, strictyaml.MaxBytes>>20),
			diag.M("một kế hoạch không dài như vậy; chép phần cần dùng sang một tệp mới", "no plan is as long; copy what is needed into a new file")))
	}
	cleanDocument(d)
	t := &docxReader{textReader: &textReader{words: opt.Words, plan: &plan.Plan{At: diag.Place{File: file}}, findings: found}, doc: d, styles: opt.Styles}
	t.looks = t.runsOf
	t.rows = func(l tline) []plan.Doan { return t.outline([]tline{l}) }
	lines := t.docxLines()
	var p *plan.Plan
	if isPlain(d) {
		p = t.plainText(lines, opt)
	} else {
		p = t.word(lines, opt)
	}
	if p == nil {
		return nil, t.findings
	}
	t.margins()
	t.findings = append(t.findings, checkGlyphs(file, strings.Join(sourceLines(d), "\n"), opt.HasGlyph)...)
	t.report(opt.Told)
	return p, t.findings
}

// word reads the lines of a Word file; nil for one that is no plan.
func (t *docxReader) word(lines []tline, opt Options) *plan.Plan {
	parts, own := t.cut(lines), t.isOwn(lines)
	f, foreign := t.refuse(lines, parts)
	if foreign && !own {
		t.findings = append(t.findings, f)
		if !opt.AnyDocument {
			return nil
		}
		parts = t.cutAny(lines)
	}
	if own {
		t.knowOwn()
		parts.name = t.ownName(parts)
	}
	t.settings()
	t.header(parts.header)
	t.title(parts)
	t.opening(parts.opening)
	t.tellBoxes(parts.opening)
	t.tellBoxes(parts.body)
	t.docxBody(parts.body)
	t.foot(parts.foot)
	t.docxAppendix(parts.appendix)
	t.closing()
	if own {
		t.closeOwn()
	}
	t.attach(parts)
	if own || !foreign {
		t.absent(parts)
	}
	return t.plan
}

// docxReader is the reader of text over the paragraphs of a Word file.
type docxReader struct {
	*textReader
	doc      *ooxml.Document
	styles   map[string]string
	pictures []pictureAt // that no note stands for yet

	underlined bool // words that are underlined were told
}

// tellBoxes tells of text boxes and frames in running text: their words stay
// where they are anchored.
func (t *docxReader) tellBoxes(lines []tline) {
	for _, l := range lines {
		if l.boxed() {
			t.tellUnplaced(squeeze(l.text), l.at)
		}
	}
}

// sourceLines are the lines of a Word file as its places count them.
func sourceLines(d *ooxml.Document) []string {
	out := make([]string, len(d.Lines))
	for i, s := range d.Lines {
		out[i] = strings.ReplaceAll(s, "\n", " ")
	}
	return out
}

// roleOf tells what a paragraph is in a Word file of this program, by the name
// of its style or, where that was changed, by its id; "" in all other files.
func (t *docxReader) roleOf(p *ooxml.Paragraph) string {
	if role := t.styles[p.Style]; role != "" {
		return role
	}
	id, ok := strings.CutPrefix(p.StyleID, "KH")
	if !ok || t.styles == nil {
		return ""
	}
	role := strings.TrimPrefix(strings.ToLower(capital.ReplaceAllString(id, "_$0")), "_")
	for _, known := range t.styles {
		if role == known {
			return role
		}
	}
	return ""
}

var capital = regexp.MustCompile(`[A-Z]`)

// isOwn tells whether a file is of this program: its title has the style of one.
func (t *docxReader) isOwn(lines []tline) bool {
	for _, l := range lines {
		if l.role == "ten_loai" {
			return true
		}
	}
	return false
}

// knowOwn notes that the fields of a file of this program are known by their styles.
func (t *docxReader) knowOwn() {
	why := diag.M("kiểu đoạn do chương trình đặt", "a style that this program gave it")
	for key := range byShape {
		t.know(key, Sure, why)
	}
	t.know("co_quan", Sure, why)
	t.know("nguoi_ky", Sure, why)
}

// styled reads a line of the header of a Word file of this program by its
// style, where its words do not tell it better.
func (t *textReader) styled(l tline) bool {
	switch l.role {
	case "quoc_hieu", "tieu_ngu", "tieu_de", "dau_sao":
		t.plan.DauDe += squeeze(l.text) + "\n" // the form prints it
	case "luu_hanh":
		t.plan.LuuHanh = chuAt(squeeze(l.text), l.at)
	case "do_khan":
		t.plan.DoKhan = chuAt(squeeze(l.text), l.at)
	default:
		return t.blankLine(l)
	}
	return true
}

// margins reads what stands in the margins of the pages: the mark of
// circulation and the address; page numbers do not come here. Other words of
// running heads have no place in a plan: they are told, and kept as a note of
// the drafter at the end, which is not printed.
func (t *docxReader) margins() {
	for _, p := range t.doc.Margins {
		for _, piece := range pieces(p) {
			s, at := squeeze(piece.text), p.At
			at.File = t.plan.At.File
			role := t.roleOf(p)
			switch {
			case s == "" || isRuleLine(s):
			case role == "luu_hanh", role == "luu_hanh_cuoi", startsWith(strings.ToUpper(bare(s)), t.words.LuuHanh):
				if !t.plan.LuuHanh.Given {
					t.plan.LuuHanh = chuAt(s, at)
				}
			case role == "dia_chi", startsWith(s, t.words.LienHe), t.isContact(s):
				t.contact(s, at)
			case t.takeMark(bare(s), tline{at: at}):
			default:
				t.leftover = append(t.leftover, plan.Doan{Loai: plan.GhiChu, Chu: plan.Text(s)})
				t.findings = append(t.findings, note("TEXT-MARGIN", at, diag.M("chữ ở lề trang không có chỗ trong kế hoạch, giữ thành ghi chú không in: %q", "words in the margin of the pages have no place in a plan, kept as a note that is not printed: %q", s),
					diag.M("nếu cần, chuyển vào dia_chi hoặc luu_hanh", "move them to dia_chi or luu_hanh if they are needed")))
			}
		}
	}
}
