package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// title reads tên loại and trích yếu. The source's line breaks are kept.
func (t *textReader) title(r regions) {
	rest := strings.TrimSpace(strings.TrimPrefix(r.name, t.words.TenLoai))
	if !strings.ContainsFunc(rest, isWordRune) { // "KẾ HOẠCH:"
		rest = ""
	}
	if strings.EqualFold(r.name, t.words.TenLoai) && rest != "" { // not in capitals
		t.plan.TenLoai, rest = chuAt(r.name, r.nameAt), ""
	}
	lines := slices.DeleteFunc(slices.Clone(r.title), func(l tline) bool { return isRuleLine(l.text) || l.role == "dau_trich_yeu" })
	switch {
	case rest == "":
	case len(lines) > 0 && len(strings.Fields(rest)) <= 3:
		t.plan.TenLoai = chuAt(r.name, r.nameAt)
	default:
		lines = append([]tline{{text: rest, at: r.nameAt}}, lines...)
	}
	if t.looks != nil {
		lines = joinBrackets(lines)
	}
	for _, l := range lines {
		s := squeeze(l.text)
		if t.looks == nil {
			s = strings.Trim(squeeze(unbold(l.text)), "# ")
		}
		switch inside := strings.HasPrefix(bare(s), "(") && strings.HasSuffix(bare(s), ")"); {
		case l.role == "kem_van_ban":
			t.plan.KemTheo = chuAt(attachedTo(s), l.at)
		case l.role == "phu_de" && t.plan.PhuDe.Given:
			t.plan.PhuDe = chuAt(t.plan.PhuDe.Plain()+" "+s, t.plan.PhuDe.At)
		case l.role == "phu_de", inside && !t.plan.PhuDe.Given && len(t.plan.TrichYeu.Items) > 0:
			t.plan.PhuDe = chuAt(bare(s), l.at)
		default:
			t.plan.TrichYeu.Items = append(t.plan.TrichYeu.Items, t.titled(t.chu(l, s)))
		}
	}
	t.plan.TrichYeu.Given = len(t.plan.TrichYeu.Items) > 0
}

// joinBrackets puts lines together that stand in one pair of brackets.
func joinBrackets(lines []tline) []tline {
	var out []tline
	for _, l := range lines {
		n := len(out)
		if n > 0 && strings.HasPrefix(out[n-1].text, "(") && !strings.Contains(out[n-1].text, ")") {
			out[n-1].text += " " + l.text
			continue
		}
		out = append(out, l)
	}
	return out
}

// attachedTo takes the document out of "(Kèm theo …)", as the forms word it.
func attachedTo(s string) string {
	if rest, ok := strings.CutPrefix(s, "(Kèm theo "); ok && strings.HasSuffix(rest, ")") {
		return strings.TrimSuffix(rest, ")")
	}
	return s
}

// attach makes of the line "(Kèm theo …)" of a plan without head and foot what
// it is: a plan that is issued with another document.
func (t *textReader) attach(r regions) {
	p := t.plan
	if !attachedLine.MatchString(p.PhuDe.Plain()) || p.KemTheo.Given || p.CoQuan.Given || p.KyHieu.Given || p.So.Given || p.Ngay.Given || len(r.foot) > 0 {
		return
	}
	p.KemTheo, p.PhuDe = p.PhuDe, plan.Chu{}
}

// opening tells căn cứ from mở đầu. A line is a ground if it begins like one
// and ends ";", or begins with Căn cứ and ends ".", or stands directly before
// the paragraph that holds the issuing words; that paragraph never is one.
func (t *textReader) opening(lines []tline) {
	grounds, free := make([]bool, len(lines)), t.looks == nil && t.plan.MoDau.Given
	for i, l := range lines {
		grounds[i] = l.table == nil && t.isGround(lines, i, l.text)
	}
	for i, l := range lines {
		s := squeeze(l.text)
		if grounds[i] && (!free || l.role != "") {
			if free { // a file of this program whose opening stands first
				t.plan.ThuTu = []string{"mo_dau", "can_cu"}
			}
			s = strings.TrimSpace(strings.TrimLeft(s, "-– "))
			t.plan.CanCu.Given = true
			t.plan.CanCu.Items = append(t.plan.CanCu.Items, t.chu(l, s))
			continue
		}
		free = true
		t.plan.MoDau.Given = true
		if l.table != nil {
			t.plan.MoDau.Doan = append(t.plan.MoDau.Doan, t.rows(l)...)
			continue
		}
		t.plan.MoDau.Doan = append(t.plan.MoDau.Doan, t.doan(l, s))
	}
}

func (t *textReader) isGround(lines []tline, i int, text string) bool {
	if lines[i].role != "" {
		return lines[i].role == "can_cu"
	}
	s := strings.TrimLeft(bare(text), "-– ")
	if !startsWith(s, t.words.CanCu) || t.issues(s) {
		return false
	}
	switch mark := plan.FinalMark(s); {
	case mark == ';':
		return true
	case mark == ',':
		return t.looks != nil && i+2 == len(lines) && t.issues(lines[i+1].text) && citation.MatchString(s)
	case mark == '.':
		return strings.HasPrefix(s, t.words.CanCu[0]) || t.behindGround(lines, i)
	}
	return false
}

// behindGround tells whether a line that ends "." closes a list of grounds:
// it names a document or a proposal and a line ending ";" stands above it, or
// the issuing paragraph directly below.
func (t *textReader) behindGround(lines []tline, i int) bool {
	above := i > 0 && plan.FinalMark(lines[i-1].text) == ';'
	below := i+1 < len(lines) && t.issues(lines[i+1].text) && i+2 == len(lines)
	return above && (below || i+1 == len(lines)) || below && i == 0 && citation.MatchString(lines[i].text)
}

var citation = regexp.MustCompile(`số\s*:?\s*\d+[/-]`)

// issues tells whether a paragraph holds the issuing words "… như sau:".
func (t *textReader) issues(s string) bool {
	return plan.FinalMark(s) == ':' && containsAny(s, t.words.BanHanh)
}

// body reads the numbered text into parts.
func (t *textReader) body(lines []tline) {
	var src []line
	for _, l := range lines {
		src = append(src, line{Text: squeeze(l.text), At: l.at})
	}
	ds := textMarkup.outline(src)
	t.tellBroken(ds)
	t.tellTables(lines)
	t.plan.Muc = splitMucs(ds)
	for i := range t.plan.Muc {
		typePurpose(&t.plan.Muc[i])
	}
}

// tellBroken tells of what a stamp has left between paragraphs and of
// paragraphs that seem to be halves of one.
func (t *textReader) tellBroken(ds []plan.Doan) {
	for i, d := range ds {
		if d.Loai != plan.DoanVan || d.Dau != plan.KhongDau {
			continue
		}
		above := i > 0 && ds[i-1].Loai == plan.DoanVan
		switch {
		case plan.Debris(ds, i):
			t.tellUnplaced(d.Chu.Plain(), d.Chu.At)
		case above && unicode.IsLower(firstRune(d.Chu.Plain())) && plan.FinalMark(ds[i-1].Chu.Plain()) == 0:
			t.findings = append(t.findings, warning("SPLIT-PARA", d.Chu.At, diag.M("đoạn này có vẻ là nửa sau của đoạn trên", "this paragraph seems to be the second half of the one above"),
				diag.M("nếu đúng, nối hai dòng làm một trong tệp kế hoạch", "if it is, join the two lines in the plan file")))
		}
	}
}

// tellTables tells of rows of a pasted table: they are kept as paragraphs.
func (t *textReader) tellTables(lines []tline) {
	inside := false
	for _, l := range lines {
		row := (len(cells(l.text)) >= 3 || strings.HasPrefix(l.text, "|")) && !isRow(squeeze(l.text))
		if row && !inside {
			t.findings = append(t.findings, note("TEXT-TABLE", l.at, diag.M("đây có vẻ là bảng; các hàng được giữ thành đoạn chữ", "this seems to be a table; its rows are kept as paragraphs"),
				diag.M("trong tệp kế hoạch, viết mỗi hàng thành | ô | ô |", "in the plan file write each row as | cell | cell |")))
		}
		inside = row
	}
}

// typePurpose turns a part that holds exactly "1. Mục đích" and "2. Yêu cầu"
// into its typed keys, which print the same words.
func typePurpose(m *plan.Muc) {
	ds := m.NoiDung.Doan
	second := -1
	for i, d := range ds {
		if d.Dau != plan.DauKhoan {
			continue
		}
		switch {
		case i == 0 && d.DeMuc && d.Nhan == "1." && d.Chu.Plain() == "Mục đích":
		case i > 1 && second < 0 && d.DeMuc && d.Nhan == "2." && d.Chu.Plain() == "Yêu cầu":
			second = i
		default:
			return
		}
	}
	if second < 0 || second == len(ds)-1 || ds[0].Nhan != "1." {
		return
	}
	m.MucDich = plan.Van{Given: true, Doan: ds[1:second], At: ds[0].Chu.At}
	m.YeuCau = plan.Van{Given: true, Doan: ds[second+1:], At: ds[second].Chu.At}
	m.NoiDung = plan.Van{}
	m.ThuTu = []string{"tieu_de", "muc_dich", "yeu_cau"}
}

// closing moves the last paragraph into ket: unnumbered, last, and begun as
// closings begin, or with the name of the body that signs.
func (t *textReader) closing() {
	if n := len(t.plan.Muc); n > 0 {
		m := &t.plan.Muc[n-1]
		if k := len(m.NoiDung.Doan) - 1; k >= 0 && t.closes(m.NoiDung.Doan[k]) {
			t.plan.Ket = plan.Van{Given: true, Doan: []plan.Doan{m.NoiDung.Doan[k]}, At: m.NoiDung.Doan[k].Chu.At}
			m.NoiDung.Doan = m.NoiDung.Doan[:k]
			m.NoiDung.Given = k > 0
		}
	}
	if len(t.leftover) > 0 {
		t.plan.Ket.Given = true
		t.plan.Ket.Doan = append(t.plan.Ket.Doan, t.leftover...)
	}
}

func (t *textReader) closes(d plan.Doan) bool {
	if d.Loai != plan.DoanVan || d.Dau != plan.KhongDau {
		return false
	}
	s := d.Chu.Plain()
	return startsWith(s, t.words.Ket) || t.startsWithSigner(s)
}

// startsWithSigner tells whether a text begins with the body of the signature
// line "TM. BAN THƯỜNG VỤ" or of the header.
func (t *textReader) startsWithSigner(s string) bool {
	up := strings.ToUpper(s)
	var names []string
	for _, k := range t.plan.NguoiKy {
		for _, c := range k.ChucVu.Items {
			name := c.Plain()
			for _, p := range t.words.QuyenHan {
				name = strings.TrimSpace(strings.TrimPrefix(name, p))
			}
			names = append(names, strings.ToUpper(name))
		}
	}
	names = append(names, strings.ToUpper(t.plan.CoQuan.Plain(" ")))
	return slices.ContainsFunc(names, func(n string) bool { return len(n) > 3 && strings.HasPrefix(up, n) })
}

// appendix keeps what stands behind the signature as phụ lục, one for each label.
func (t *textReader) appendix(lines []tline) {
	for i, l := range lines {
		s := bare(l.text)
		if appendixLabel.MatchString(s) {
			t.plan.PhuLuc = append(t.plan.PhuLuc, plan.PhuLuc{Nhan: chuAt(s, l.at), At: l.at})
			continue
		}
		a := &t.plan.PhuLuc[len(t.plan.PhuLuc)-1]
		if i > 0 && !a.NoiDung.Given && plan.Capitals(s) && len([]rune(s)) < 120 {
			a.TieuDe.Given = true
			a.TieuDe.Items = append(a.TieuDe.Items, chuAt(s, l.at))
			continue
		}
		a.NoiDung.Given = true
		a.NoiDung.Doan = append(a.NoiDung.Doan, textMarkup.outline([]line{{Text: squeeze(l.text), At: l.at}})...)
	}
}
