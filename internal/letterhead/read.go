package letterhead

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

// reader reads one letterhead.
type reader struct {
	file   string
	pack   *pack
	styles *styles
	theme  *theme
	out    outside
	at     place
	sheet  *Sheet
	rels   map[string]relation // of the part that is being read
	tables int                 // counted through a part
	paras  int
}

// Read reads the looks of a filled letterhead. The findings name what lies
// outside of what can be laid out, each with its place: where one is an error
// there is no PDF. The page is told in any case that it can be read.
//
// The looks are those at compatibility mode 14, whatever the letterhead asks
// for itself: that is the mode of the file that is made on it.
func Read(name string, data []byte) (*Sheet, []diag.Finding) {
	r := &reader{file: name, sheet: &Sheet{DefaultTab: 720 * unit.Twip}}
	r.out.file = name
	if err := r.read(data); err != nil {
		r.broken(err)
	}
	return r.sheet, r.out.findings()
}

func (r *reader) broken(err error) {
	what := diag.M("không đọc được giấy tiêu đề: tệp Word không đầy đủ hoặc đã hỏng", "the letterhead cannot be read: the Word file is cut short or broken")
	if errors.Is(err, errBounds) {
		what = diag.M("giấy tiêu đề lớn hoặc lồng nhau quá mức một giấy tiêu đề bình thường", "the letterhead is larger or deeper than any ordinary one")
	}
	r.out.report("LETTERHEAD-PDF-BROKEN", place{}, what, diag.M("mở bằng Word, chỉ giữ phần tiêu đề, chọn Lưu dưới dạng → .docx", "open it in Word, keep the letterhead alone and choose Save As → .docx"))
}

func (r *reader) read(data []byte) error {
	var err error
	if r.pack, err = openPack(data); err != nil {
		return err
	}
	top, err := r.pack.relations("")
	if err != nil {
		return err
	}
	main := target(top, "officeDocument")
	if r.rels, err = r.pack.relations(main); err != nil {
		return err
	}
	root, err := r.pack.part(main)
	if err != nil {
		return err
	}
	settings, err := r.shared()
	if err != nil {
		return err
	}
	body := root.kid("w:body")
	section := body.kid("w:sectPr")
	r.page(section, settings)
	r.ground(root.kid("w:background"), settings)
	blocks := r.body(body)
	r.split(blocks)
	return r.margins(section)
}

// shared reads the parts that all others refer to and gives the settings.
func (r *reader) shared() (*node, error) {
	parts := map[string]*node{}
	for _, kind := range []string{"styles", "theme", "settings"} {
		name := target(r.rels, kind)
		if name == "" {
			continue
		}
		root, err := r.pack.part(name)
		if err != nil && !errors.Is(err, errAbsent) {
			return nil, err
		}
		parts[kind] = root
	}
	r.styles, r.theme = readStyles(parts["styles"]), readTheme(parts["theme"])
	return parts["settings"], nil
}

// target is the part that the first relationship of a kind leads to.
func target(rels map[string]relation, kind string) string {
	var first relation
	for _, rel := range rels {
		if rel.kind == kind && rel.part != "" && (first.part == "" || rel.order < first.order) {
			first = rel
		}
	}
	return first.part
}

// body reads the blocks of the main part.
func (r *reader) body(body *node) []Block {
	blocks := r.blocks(body, nil)
	r.at = place{}
	return blocks
}

// split parts the blocks at the mark.
func (r *reader) split(blocks []Block) {
	for i, b := range blocks {
		if p, ok := b.(*Paragraph); ok && p.text() == Mark {
			r.sheet.Above, r.sheet.Below = blocks[:i:i], blocks[i+1:]
			return
		}
	}
	r.sheet.Above = blocks
	r.out.report("LETTERHEAD-PDF-MARK", place{}, diag.M("giấy tiêu đề không có chỗ cho nội dung nằm riêng một đoạn, ngoài bảng", "the letterhead has no place for the text in a paragraph of its own, outside of tables"),
		hint("viết {noi_dung} riêng một đoạn, không đặt trong bảng hay khung", "write {noi_dung} in a paragraph of its own, in no table and no box"))
}

// text is what a paragraph says.
func (p *Paragraph) text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return strings.TrimSpace(b.String())
}

// page reads the paper of the section.
func (r *reader) page(s, settings *node) {
	size, mar := s.kid("w:pgSz"), s.kid("w:pgMar")
	or := func(k *node, name string, usual int64) unit.Length {
		if v, ok := k.number(name); ok {
			return unit.FromTwips(clamp(v, 0, 31680)) // 22 inches, the largest page of Word
		}
		return unit.FromTwips(usual)
	}
	p := &r.sheet.Page
	p.Width, p.Height = or(size, "w:w", 11906), or(size, "w:h", 16838)
	p.Top, p.Bottom = or(mar, "w:top", 1440), or(mar, "w:bottom", 1440)
	p.Left, p.Right = or(mar, "w:left", 1440)+or(mar, "w:gutter", 0), or(mar, "w:right", 1440)
	p.Header, p.Footer = or(mar, "w:header", 720), or(mar, "w:footer", 720)
	p.FirstDiffers = s.kid("w:titlePg").on()
	p.EvenDiffers = settings.kid("w:evenAndOddHeaders").on()
	if v, ok := settings.kid("w:defaultTabStop").number("w:val"); ok && v > 0 {
		r.sheet.DefaultTab = unit.FromTwips(v)
	}
	r.sheet.StretchBroken = !settings.at("w:compat", "w:doNotExpandShiftReturn").on()
	r.oddPage(s, settings)
	r.oddSection(s)
}

// ground names a colour or a picture behind the page (17.2.1), where it is shown.
func (r *reader) ground(n, settings *node) {
	c := strings.ToUpper(n.attr("w:color"))
	if settings.kid("w:displayBackgroundShape").on() && (c != "" && c != "AUTO" && c != "FFFFFF" || len(n.all()) > 0) {
		r.out.report("LETTERHEAD-PDF-PAGE", place{}, diag.M("trang có màu nền", "a page with a ground of its own"), hint("vào Design → Page Color → No Color", "choose Design → Page Color → No Color"))
	}
}

func (r *reader) oddSetting(vi, en string) {
	r.out.report("LETTERHEAD-PDF-PAGE", place{}, diag.Msg{Vi: vi, En: en}, hint("bỏ thiết lập đó trong Page Layout của Word", "take that setting away in Word's Page Layout"))
}

// oddSection names what of a section is not known.
func (r *reader) oddSection(s *node) {
	for i := range s.all() {
		if k := &s.kids[i]; !plainSection[k.name] && k.name != "w:bidi" && k.name != "w:rtlGutter" && k.on() {
			r.oddSetting("trang có thiết lập lạ ("+k.name+")", "a page with a setting that is not known ("+k.name+")")
		}
	}
}

// oddPage names what of a section is not laid out.
func (r *reader) oddPage(s, settings *node) {
	odd := func(on bool, vi, en string) {
		if on {
			r.oddSetting(vi, en)
		}
	}
	p := r.sheet.Page
	odd(p.Width < p.Left+p.Right+10*unit.MM || p.Height < p.Top+p.Bottom+20*unit.MM, "lề trang không chừa chỗ cho chữ", "the margins leave no room for text")
	odd(s.kid("w:cols").int("w:num") > 1, "trang chia cột", "a page in columns")
	odd(s.kid("w:pgBorders") != nil && len(s.kid("w:pgBorders").kids) > 0, "trang có khung viền", "a page with borders")
	kind := s.kid("w:docGrid").attr("w:type")
	odd(kind != "" && kind != "default", "trang kẻ lưới dòng (document grid)", "a page with a grid of lines")
	odd(s.kid("w:lnNumType") != nil, "trang đánh số dòng", "a page with numbered lines")
	v := s.val("w:vAlign")
	odd(v != "" && v != "top", "chữ canh giữa hoặc canh đáy theo chiều cao trang", "text that stands in the middle or on the ground of the page")
	d := s.val("w:textDirection")
	odd(d != "" && d != "lrTb", "trang có chữ xoay hướng", "a page with turned text")
	num := s.kid("w:pgNumType")
	start, has := num.number("w:start")
	odd(has && start != 1, "số trang không bắt đầu từ 1", "page numbers that do not begin at 1")
	f := num.attr("w:fmt")
	odd(num.attr("w:chapStyle") != "", "số trang kèm số chương", "page numbers with those of chapters")
	odd(s.kid("w:bidi").on(), "trang viết từ phải sang trái", "a page from right to left")
	odd(s.kid("w:rtlGutter").on() && s.kid("w:pgMar").int("w:gutter") != 0, "lề đóng gáy ở bên phải", "a gutter at the right")
	odd(s.kid("w:pgMar").int("w:top") < 0 || s.kid("w:pgMar").int("w:bottom") < 0, "lề trang âm (đầu trang, chân trang đè lên chữ)", "margins below nothing (headers and footers lie over the text)")
	odd(f != "" && f != "decimal", "số trang không phải chữ số thường", "page numbers other than plain figures")
	odd(settings.kid("w:mirrorMargins").on(), "lề đối xứng hai mặt (mirror margins)", "mirrored margins")
	odd(settings.kid("w:gutterAtTop").on(), "lề đóng gáy ở cạnh trên", "a gutter at the top")
}

// margins reads what stands at the heads and feet of pages.
func (r *reader) margins(s *node) error {
	rels := r.rels
	var err error
	for i := range s.all() {
		k := &s.kids[i]
		to, name := &r.sheet.Heads, "đầu trang"
		switch k.name {
		case "w:headerReference":
		case "w:footerReference":
			to, name = &r.sheet.Feet, "chân trang"
		default:
			continue
		}
		part := rels[k.attr("r:id")].part
		var blocks []Block
		if blocks, err = r.margin(part, name); err != nil {
			return err
		}
		r.tallMargin(blocks, to == &r.sheet.Feet)
		switch k.attr("w:type") {
		case "first":
			to.First = blocks
		case "even":
			to.Even = blocks
		default:
			to.Other = blocks
		}
	}
	return nil
}

func (r *reader) margin(part, name string) ([]Block, error) {
	root, err := r.pack.part(part)
	if err != nil {
		return nil, err
	}
	if r.rels, err = r.pack.relations(part); err != nil {
		return nil, err
	}
	base := strings.TrimSuffix(path.Base(part), path.Ext(part))
	r.at, r.tables, r.paras = place{part: fmt.Sprintf("%s (%s)", name, base)}, 0, 0
	return r.blocks(root, nil), nil
}
