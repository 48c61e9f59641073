package read

import (
	"reflect"
	"regexp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

var fileMarkup = markup{holes: true}

// YAML reads a plan file. Findings hold every mistake of the file at once; the
// plan is nil only if nothing could be read.
func YAML(file string, data []byte, opt Options) (*plan.Plan, []diag.Finding) {
	text, fs := Source(file, data)
	if diag.HasErrors(fs) {
		return nil, fs
	}
	root, found := strictyaml.Parse(file, []byte(text))
	fs = append(fs, found...)
	if root == nil {
		return nil, fs
	}
	fs = append(fs, cleanValues(root, opt.HasGlyph)...)
	d := strictyaml.Decoder{Convert: planConverters(), Refused: map[string]diag.Msg{
		"do_mat": diag.M("văn bản mật không soạn bằng chương trình này: pháp luật về bảo vệ bí mật nhà nước đòi hỏi máy và quy trình riêng",
			"classified papers are not made with this program: the law on state secrets asks for a machine and a procedure of its own"),
	}}
	p := &plan.Plan{}
	d.Decode(root, p)
	p.At = root.At
	moveLuu(p)
	fs = append(fs, d.Findings...)
	fs = append(fs, checkPlan(p, diag.HasErrors(d.Findings))...)
	fs = append(fs, checkGlyphs(file, text, opt.HasGlyph)...)
	return p, fs
}

// cleanValues brings values to NFC and takes out what cannot be printed. The
// source was cleaned before it was parsed; this is for escapes in quotation
// marks ("\u200b"), which only the parser resolves.
func cleanValues(n *strictyaml.Node, has func(rune) bool) []diag.Finding {
	var fs []diag.Finding
	if n.Kind == strictyaml.Scalar && strings.Contains(n.Source, `\`) && !n.Block {
		text, found := clean(n.At.File, n.Text)
		if len(found) > 0 {
			found[0].At = n.At
		}
		fs = append(fs, found...)
		for _, f := range checkGlyphs(n.At.File, text, has) {
			f.At = n.At
			fs = append(fs, f)
		}
		n.Text, n.Lines = text, []line{{Text: text, At: n.At}}
	}
	for _, item := range n.Items {
		fs = append(fs, cleanValues(item, has)...)
	}
	for _, e := range n.Entries {
		fs = append(fs, cleanValues(e.Value, has)...)
	}
	return fs
}

func planConverters() map[reflect.Type]strictyaml.Converter {
	return map[reflect.Type]strictyaml.Converter{
		reflect.TypeFor[plan.Chu]():       convert(chu),
		reflect.TypeFor[plan.Dong]():      convert(dong),
		reflect.TypeFor[plan.Ngay]():      convert(ngay),
		reflect.TypeFor[plan.Van]():       convert(van),
		reflect.TypeFor[plan.NhiemVu]():   convert(nhiemVu),
		reflect.TypeFor[[]plan.Muc]():     convert(mucs),
		reflect.TypeFor[[]plan.NguoiKy](): convert(nguoiKy),
		reflect.TypeFor[[]plan.MaChu]():   convert(maChu),
	}
}

func convert[T any](f func(*strictyaml.Decoder, *strictyaml.Node) T) strictyaml.Converter {
	return func(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) { out.Set(reflect.ValueOf(f(d, n))) }
}

// typed gives the text of a node in a place for text. A one-pair map ("- Sở:
// Nội vụ") and {ten} are read back as the line that was typed.
func typed(n *strictyaml.Node) (string, bool) {
	switch {
	case n.Kind == strictyaml.Null:
		return "", true
	case n.Kind == strictyaml.Scalar:
		return n.Text, true
	case n.Kind == strictyaml.Map && n.Flow:
		one := len(n.Entries) == 1 && n.Entries[0].Value.Kind == strictyaml.Null
		return cutComment(n.Source), one && strings.HasPrefix(n.Source, "{")
	case n.Kind == strictyaml.Map && len(n.Entries) == 1 && n.Entries[0].Value.Kind <= strictyaml.Scalar && len(n.Entries[0].Value.Lines) <= 1:
		return cutComment(n.Source), true
	}
	return "", false
}

func cutComment(s string) string {
	if i := strings.Index(s, " # "); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

func chu(d *strictyaml.Decoder, n *strictyaml.Node) plan.Chu {
	s, ok := typed(n)
	if !ok {
		d.WrongType(n, "chữ trên một dòng", "text on one line")
		return plan.Chu{}
	}
	return fileMarkup.inline(squeeze(s), n.At)
}

func dong(d *strictyaml.Decoder, n *strictyaml.Node) plan.Dong {
	out := plan.Dong{Given: true, At: n.At}
	if n.Kind == strictyaml.List {
		out.List = true
		for _, item := range n.Items {
			if item.Kind != strictyaml.Null {
				out.Items = append(out.Items, chu(d, item))
			}
		}
		return out
	}
	if n.Kind == strictyaml.Scalar && n.Block {
		for _, l := range joinIndented(n.Lines) {
			if s := squeeze(l.Text); s != "" && s != "#" && !strings.HasPrefix(s, "# ") {
				out.Items = append(out.Items, fileMarkup.inline(s, l.At))
			}
		}
		return out
	}
	s, ok := typed(n)
	switch {
	case !ok:
		d.WrongType(n, "một hoặc nhiều dòng chữ", "one or more lines of text")
		out.Given = false
	case strings.TrimSpace(s) != "":
		out.Items = append(out.Items, fileMarkup.inline(squeeze(s), n.At))
	}
	return out
}

func ngay(d *strictyaml.Decoder, n *strictyaml.Node) plan.Ngay {
	s, ok := typed(n)
	if !ok {
		d.WrongType(n, "một ngày: 06/01/2027, 01/2027 hoặc 2027", "a day: 06/01/2027, 01/2027 or 2027")
		return plan.Ngay{}
	}
	out, isDate := plan.ParseNgay(s)
	out.At = n.At
	if isDate && !out.Possible() {
		d.Report("DATE-IMPOSSIBLE", n.At, diag.M("không có ngày %s trong lịch", "there is no day %s in the calendar", out.String()),
			diag.M("viết ngày/tháng/năm, ví dụ 06/01/2027; ngày chưa có thì để trống: 01/2027", "write day/month/year, such as 06/01/2027; leave the day open: 01/2027"))
	}
	return out
}

func van(d *strictyaml.Decoder, n *strictyaml.Node) plan.Van {
	out := plan.Van{Given: true, At: n.At}
	if n.Kind == strictyaml.Scalar && n.Block {
		out.Doan = fileMarkup.outline(n.Lines)
		return out
	}
	s, ok := typed(n)
	if !ok {
		d.Report("YAML-TYPE", n.At, diag.M("ở đây cần chữ: viết \"khóa: |\" rồi thụt các dòng vào", "text is needed here: write \"key: |\" and indent the lines"),
			diag.M("danh sách YAML làm hỏng dấu - và dấu hai chấm của văn", "a YAML list spoils the dashes and colons of running text"))
		return out
	}
	if s != "" {
		out.Doan = fileMarkup.outline([]line{{Text: squeeze(s), At: n.At}})
	}
	return out
}

func nhiemVu(d *strictyaml.Decoder, n *strictyaml.Node) plan.NhiemVu {
	out := plan.NhiemVu{Given: true, At: n.At}
	if n.Kind == strictyaml.List {
		d.Value(n, reflect.ValueOf(&out.Viec).Elem())
		for i := range out.Viec {
			joinedCells(&out.Viec[i])
		}
		return out
	}
	out.Bang = van(d, n)
	return out
}

// joinedCells marks the values of a task that are joined to a neighbour in its table.
func joinedCells(v *plan.Viec) {
	all := []*plan.Chu{&v.TT, &v.Nhom, &v.Viec, &v.SanPham, &v.ThoiHan, &v.GhiChu}
	for _, d := range []*plan.Dong{&v.ChuTri, &v.PhoiHop, &v.TheoDoi} {
		if len(d.Items) == 1 {
			all = append(all, &d.Items[0])
		}
	}
	for _, c := range all {
		if g := plan.Gop(c.Plain()); g == plan.GopTren || g == plan.GopTrai {
			c.Gop = g
		}
	}
}

// mucs reads the parts: a list, or one text with I. lines.
func mucs(d *strictyaml.Decoder, n *strictyaml.Node) []plan.Muc {
	if n.Kind == strictyaml.Scalar {
		return splitMucs(van(d, n).Doan)
	}
	var out []plan.Muc
	if n.Kind != strictyaml.List {
		d.WrongType(n, "danh sách các phần: mỗi phần \"- tieu_de: …\"", "a list of parts: each \"- tieu_de: …\"")
		return nil
	}
	number := 0
	for _, item := range n.Items {
		var m plan.Muc
		d.Value(item, reflect.ValueOf(&m).Elem())
		if m.TieuDe.Given { // only those are numbered
			number++
		}
		dropNumber(&m, number)
		out = append(out, m)
	}
	return out
}

// dropNumber takes a typed number off a heading: the form numbers it. One that
// is not the automatic number goes to so.
func dropNumber(m *plan.Muc, n int) {
	if len(m.TieuDe.Runs) == 0 {
		return
	}
	dau, nhan, rest := splitSign(m.TieuDe.Runs[0].Text)
	if r := m.TieuDe.Runs; len(r) > 1 && r[1].Hole != "" && dau == plan.KhongDau { // "I. {ten}"
		dau, nhan, rest = splitSign(r[0].Text + "X")
		rest = strings.TrimSuffix(rest, "X")
	}
	if dau != plan.DauMuc {
		return
	}
	m.TieuDe.Runs[0].Text = rest
	if so := strings.TrimRight(nhan, ".-– "); so != plan.Roman(n) && !m.So.Given {
		m.So = plan.Text(so)
	}
}

// splitMucs cuts an outline at its I. headings. Text before the first one
// becomes a part without a heading.
func splitMucs(ds []plan.Doan) []plan.Muc {
	var out []plan.Muc
	number := 0
	for _, x := range ds {
		if x.Dau == plan.DauMuc {
			number++
			m := plan.Muc{TieuDe: x.Chu, At: x.Chu.At, ThuTu: []string{"tieu_de", "noi_dung"}}
			if nhan := strings.TrimRight(x.Nhan, ".-– "); nhan != plan.Roman(number) {
				m.So = plan.Text(nhan)
			}
			out = append(out, m)
			continue
		}
		if len(out) == 0 {
			out = append(out, plan.Muc{ThuTu: []string{"noi_dung"}, At: x.Chu.At})
		}
		last := &out[len(out)-1]
		last.NoiDung.Given = true
		last.NoiDung.Doan = append(last.NoiDung.Doan, x)
	}
	return out
}

func nguoiKy(d *strictyaml.Decoder, n *strictyaml.Node) []plan.NguoiKy {
	items := n.Items
	if n.Kind != strictyaml.List {
		items = []*strictyaml.Node{n}
	}
	var out []plan.NguoiKy
	for _, item := range items {
		var k plan.NguoiKy
		d.Value(item, reflect.ValueOf(&k).Elem())
		out = append(out, k)
	}
	return out
}

func maChu(d *strictyaml.Decoder, n *strictyaml.Node) []plan.MaChu {
	if n.Kind != strictyaml.Map && n.Kind != strictyaml.Null {
		d.WrongType(n, "các dòng \"mã: chữ\"", "lines \"code: text\"")
	}
	var out []plan.MaChu
	for _, e := range n.Entries {
		out = append(out, plan.MaChu{Ma: e.Key, Chu: chu(d, e.Value), At: e.At})
	}
	return out
}

// moveLuu takes a line "Lưu: …" typed among the recipients to its own key.
func moveLuu(p *plan.Plan) {
	n := len(p.NoiNhan.Items)
	if n == 0 || p.Luu.Given {
		return
	}
	last := p.NoiNhan.Items[n-1]
	m := luuItem.FindString(last.Plain())
	if m == "" || len(last.Runs) == 0 || len(last.Runs[0].Text) < len(m) {
		return
	}
	p.Luu = last
	p.Luu.Runs = append([]plan.Run(nil), last.Runs...)
	p.Luu.Runs[0].Text = p.Luu.Runs[0].Text[len(m):]
	p.NoiNhan.Items = p.NoiNhan.Items[:n-1]
}

var luuItem = regexp.MustCompile(`^[-–•·\s]*Lưu\s*:\s*`)

// checkPlan finds what cannot be told from one value alone. Behind other
// errors it does not count parts: they may be missing because of those.
func checkPlan(p *plan.Plan, broken bool) []diag.Finding {
	var fs []diag.Finding
	if p.Ngay.Text != "" && len(p.Ngay.Holes()) == 0 {
		fs = append(fs, finding("DATE-FORM", p.Ngay.At, diag.M("không đọc được ngày %q", "the day %q cannot be read", p.Ngay.Text),
			diag.M("viết 06/01/2027, 01/2027 (trống ngày), 2027 (trống ngày, tháng) hoặc để trống", "write 06/01/2027, 01/2027 (open day), 2027 (open day and month) or leave it blank")))
	}
	if len(p.TrichYeu.Items) == 0 && p.TrichYeu.Given {
		fs = append(fs, finding("YAML-MISSING", p.TrichYeu.At, diag.M("trích yếu để trống", "the subject is blank"), diag.M("ghi kế hoạch về việc gì", "write what the plan is about")))
	}
	for _, m := range p.Muc {
		if len(p.Muc) > 1 && m.TieuDe.Blank() {
			fs = append(fs, warning("PART-HEADING", m.At, diag.M("phần này không có đề mục, nên không được đánh số", "this part has no heading and so no number"),
				diag.M("thêm dòng \"tieu_de: …\"", "add a line \"tieu_de: …\"")))
		}
	}
	if !broken && len(p.Muc) == 0 && contains(p.ThuTu, "muc") {
		fs = append(fs, finding("YAML-MISSING", p.At, diag.M("kế hoạch chưa có phần nào", "the plan has no part"), diag.M("thêm ít nhất một phần dưới muc:", "add at least one part under muc:")))
	}
	return fs
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
