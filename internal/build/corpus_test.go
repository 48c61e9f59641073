package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/readback"
)

// foreign is one Word file of somebody else: how it differs from the plain one
// and what its plan must hold. Expected fields are written by hand; a key with
// the value absent must not be there.
type foreign struct {
	name  string
	by    readback.Maker
	make  func(s *sheet)
	want  fields
	added string   // to the plan file by the clerk
	pages int      // that the paper has at least
	codes []string // findings that must come, in the order of the alphabet; those of usual stay out
}

type fields map[string]string

const absent = "(không có)"

// sheet is a foreign file in the making: pieces by their place on the paper,
// whose visible text is the source that nothing may be lost of.
type sheet struct {
	*readback.WordFile
	head, title, body, ket, foot, tail readback.WordPiece
	order                              func(s *sheet) readback.WordPiece // of the file; nil: head to tail
	last                               string                            // look of the last section
}

// bytes writes the file.
func (s *sheet) bytes() []byte {
	if s.order != nil {
		return s.Bytes(s.last, s.order(s))
	}
	return s.Bytes(s.last, s.head, s.title, s.body, s.ket, s.foot, s.tail)
}

// source is what a reader of the paper sees, by region.
type source struct{ head, text, foot, tail, notes, margins string }

func (s *sheet) source() source {
	return source{s.head.Says, s.title.Says + s.body.Says + s.ket.Says, s.foot.Says, s.tail.Says, s.Notes(), s.Margins()}
}

func (s source) words() []string {
	return readback.Tokens(s.head + s.text + s.foot + s.tail + s.notes)
}

// newSheet makes the plain file that the cases change.
func newSheet(by readback.Maker) *sheet {
	s := &sheet{WordFile: readback.NewWordFile(by)}
	s.head = s.header22(communeName, "Số: 37/KH-UBND", "Suối Khe, ngày 09 tháng 3 năm 2026")
	s.title = readback.WordPieces(
		s.Empty(1),
		s.Para("center b 14", "KẾ HOẠCH"),
		s.Para("center b 14", "Tổ chức Ngày hội đọc sách"),
		s.Para("center b 14", "trên địa bàn xã Suối Khe năm 2026"),
		s.ParaOf("center", s.Rule(40)),
		s.Empty(1),
	)
	s.body = s.plainBody()
	s.ket = s.Para("both indent", plainKet)
	s.foot = readback.WordPieces(s.Empty(1), s.foot12())
	return s
}

const (
	quocHieu = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	tieuNgu  = "Độc lập - Tự do - Hạnh phúc"
	plainKet = "Trên đây là Kế hoạch tổ chức Ngày hội đọc sách năm 2026; vướng mắc gửi về Phòng Văn hóa - Xã hội để được giúp đỡ./."
)

var communeName = []string{"ỦY BAN NHÂN DÂN", "XÃ SUỐI KHE"}

// header22 is the commonest head: a table of two rows and two columns.
func (s *sheet) header22(names []string, number, date string) readback.WordPiece {
	return s.Table("", []int{3600, 6000},
		[]readback.WordCell{
			readback.CellOf(s.Paras("center b 13", names...), s.ParaOf("center", s.Rule(18))),
			readback.CellOf(s.Para("center b 13", quocHieu), s.Para("center b 14", tieuNgu), s.ParaOf("center", s.Rule(57))),
		},
		[]readback.WordCell{s.Cell("center 13", number), s.Cell("center i 14", date)})
}

// plainOpening and plainParts are the text of the plain file.
func (s *sheet) plainBody() readback.WordPiece {
	return readback.WordPieces(
		s.Para("both indent", "Căn cứ Nghị quyết số 08/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã Suối Khe về nhiệm vụ năm 2026;"),
		s.Para("both indent", plainIssuing),
		s.plainParts(),
	)
}

const plainIssuing = "Ủy ban nhân dân xã Suối Khe ban hành Kế hoạch tổ chức Ngày hội đọc sách năm 2026 như sau:"

func (s *sheet) plainParts() readback.WordPiece {
	return readback.WordPieces(
		s.Para("both indent b", "I. MỤC ĐÍCH, YÊU CẦU"),
		s.Para("both indent b", "1. Mục đích"),
		s.Para("both indent", "- Khơi lại thói quen đọc sách trong học sinh và bà con các thôn."),
		s.Para("both indent b", "2. Yêu cầu"),
		s.Para("both indent", "- Gọn nhẹ, ít tốn kém, thôn nào cũng có người dự."),
		s.Para("both indent b", "II. NỘI DUNG"),
		s.Para("both indent", "1. Đổi sách cũ lấy sách mới tại nhà văn hóa các thôn từ ngày 18/4/2026."),
		s.Para("both indent", "2. Thi kể chuyện theo sách giữa ba điểm trường:"),
		s.Para("both indent", "a) Mỗi điểm trường cử một đội năm em;"),
		s.Para("both indent", "b) Giám khảo do nhà trường mời."),
		s.Para("both indent b", "III. TỔ CHỨC THỰC HIỆN"),
		s.Para("both indent b", "1. Phòng Văn hóa - Xã hội"),
		s.Para("both indent", "Chủ trì, theo dõi, tổng hợp kết quả trước ngày 30/4/2026."),
		s.Para("both indent", "2. Các thôn vận động bà con góp sách."),
	)
}

// foot12 is the commonest foot: one row, nơi nhận and signature.
func (s *sheet) foot12() readback.WordPiece {
	return s.Table("", []int{4600, 5000}, []readback.WordCell{
		readback.CellOf(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH.")),
		readback.CellOf(s.Paras("center b 14", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), s.Empty(5), s.Para("center b 14", "Lò Thị Mận")),
	})
}

const plainMuc = `[MỤC ĐÍCH, YÊU CẦU]
muc_dich:
- Khơi lại thói quen đọc sách trong học sinh và bà con các thôn.
yeu_cau:
- Gọn nhẹ, ít tốn kém, thôn nào cũng có người dự.
[NỘI DUNG]
1. Đổi sách cũ lấy sách mới tại nhà văn hóa các thôn từ ngày 18/4/2026.
2. Thi kể chuyện theo sách giữa ba điểm trường:
a) Mỗi điểm trường cử một đội năm em;
b) Giám khảo do nhà trường mời.
[TỔ CHỨC THỰC HIỆN]
1. Phòng Văn hóa - Xã hội
Chủ trì, theo dõi, tổng hợp kết quả trước ngày 30/4/2026.
2. Các thôn vận động bà con góp sách.`

// plain are the fields of the plain file.
var plain = fields{
	"the_thuc":  "nd30",
	"co_quan":   "ỦY BAN NHÂN DÂN\nXÃ SUỐI KHE",
	"so":        "37",
	"ky_hieu":   "KH-UBND",
	"dia_danh":  "Suối Khe",
	"ngay":      "09/3/2026",
	"trich_yeu": "Tổ chức Ngày hội đọc sách\ntrên địa bàn xã Suối Khe năm 2026",
	"can_cu":    "Căn cứ Nghị quyết số 08/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã Suối Khe về nhiệm vụ năm 2026;",
	"mo_dau":    plainIssuing,
	"muc":       plainMuc,
	"ket":       plainKet,
	"noi_nhan":  "Đảng ủy xã\nCác thôn",
	"luu":       "VT, VHXH",
	"nguoi_ky":  "TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH: Lò Thị Mận",
}

// with gives the fields of the plain file but for some.
func (f fields) with(other fields) fields {
	out := maps.Clone(f)
	maps.Copy(out, other)
	maps.DeleteFunc(out, func(_, v string) bool { return v == absent })
	return out
}

// corpus is all files that are plans.
func corpus() []foreign {
	return slices.Concat(headCases(), titleCases(), bodyCases(), markCases(), tableCases(), footCases(), kindCases(), fontCases())
}

// TestCorpus imports every file of the corpus: its fields and findings are as
// expected, no word is lost and none is doubled, and the order is kept.
func TestCorpus(t *testing.T) {
	o := openOffice(t)
	seen := map[string]bool{}
	for _, c := range corpus() {
		if seen[c.name] {
			t.Errorf("two files are called %s", c.name)
		}
		seen[c.name] = true
		t.Run(c.name, func(t *testing.T) {
			s := newSheet(c.by)
			if c.make != nil {
				c.make(s)
			}
			faults := tryForeign(o, s.bytes(), s.source(), plain.with(c.want), c.codes, c.added)
			if c.pages > 0 {
				faults = append(faults, tooShort(o, s.bytes(), c.pages)...)
			}
			report(t, c.name, faults)
		})
	}
	if len(seen) < 45 {
		t.Errorf("%d files, want at least 45", len(seen))
	}
}

// tooShort tells where the paper of an imported plan has fewer pages.
func tooShort(o *Office, file []byte, pages int) []string {
	paper := o.Make(Input{Name: "cu.docx", Data: file})
	if paper.Pages == nil || len(paper.Pages.Pages) < pages {
		return []string{fmt.Sprintf("the paper has fewer than %d pages: %s", pages, toldCodes(paper.Findings))}
	}
	return nil
}

// known are files that the importer does not yet read as expected, each with
// the reason; the test fails where one of them is no longer at fault.
var known = map[string]string{}

// report fails the test for faults that are not known, and for known ones that
// are gone.
func report(t *testing.T, name string, faults []string) {
	t.Helper()
	reason, isKnown := known[name]
	switch {
	case len(faults) == 0 && isKnown:
		t.Errorf("%s is named as a known fault (%s), and is none any more", name, reason)
	case isKnown:
		t.Logf("known fault: %s\n%s", reason, strings.Join(faults, "\n"))
	case len(faults) > 0:
		t.Error(strings.Join(faults, "\n"))
	default:
		t.Log("imported, nothing lost, nothing twice")
	}
}

// tryForeign imports a file and gives what is wrong with the plan.
func tryForeign(o *Office, file []byte, src source, want fields, codes []string, added string) []string {
	imported := o.Import(Input{Name: "cu.docx", Data: file}, ImportOptions{})
	yaml, found := imported.Data, imported.Findings
	faults := unplacedFindings(found)
	if yaml == nil {
		return append(faults, "refused: "+toldCodes(found))
	}
	yaml = append(yaml, added...)
	p, again := o.Read(Input{Name: "ke-hoach.yaml", Data: yaml})
	if p == nil || diag.HasErrors(again) {
		return append(faults, fmt.Sprintf("the plan file does not read: %s\n%s", toldCodes(again), yaml))
	}
	if want != nil {
		faults = append(faults, differences(want, fieldsOf(p))...)
		faults = append(faults, differentCodes(codes, found)...)
	}
	return append(faults, lostOrTwice(o, yaml, src, found)...)
}

// unplacedFindings gives a fault for each finding that does not tell where it stands or
// what is wrong.
func unplacedFindings(fs []diag.Finding) []string {
	var out []string
	for _, f := range fs {
		if f.At.File != "cu.docx" || f.Message.Vi == "" || f.Message.En == "" {
			out = append(out, fmt.Sprintf("the finding %s has no place or no text: %+v", f.Code, f.At))
		}
	}
	return out
}

func toldCodes(fs []diag.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %s: %s [%s]", f.Severity, f.Code, f.Message.Vi, f.At.Where))
	}
	return strings.Join(out, "\n  ")
}

// usual are findings that come with any file and are held elsewhere.
var usual = []string{"FORM-CHOSEN"}

func differentCodes(want []string, fs []diag.Finding) []string {
	got := map[string]bool{}
	for _, f := range fs {
		if !slices.Contains(usual, f.Code) {
			got[f.Code] = true
		}
	}
	have := slices.Sorted(maps.Keys(got))
	if slices.Equal(have, want) {
		return nil
	}
	return []string{fmt.Sprintf("findings %v, want %v:\n  %s", have, want, toldCodes(fs))}
}

func differences(want, got fields) []string {
	all := map[string]bool{}
	for k := range want {
		all[k] = true
	}
	for k := range got {
		all[k] = true
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(all)) {
		w, inWant := want[k]
		g, inGot := got[k]
		switch {
		case !inGot:
			out = append(out, fmt.Sprintf("%s is absent, want %q", k, w))
		case !inWant:
			out = append(out, fmt.Sprintf("%s: %q, want none", k, g))
		case w != g:
			out = append(out, fmt.Sprintf("%s: got\n%s\nwant\n%s", k, g, w))
		}
	}
	return out
}

// fieldsOf puts a plan into text, key by key.
func fieldsOf(p *plan.Plan) fields {
	f := fields{}
	chu := func(key string, c plan.Chu) {
		if c.Given {
			f[key] = inLooks(c.Runs)
		}
	}
	dong := func(key string, d plan.Dong) {
		if d.Given {
			f[key] = strings.Join(items(d), "\n")
		}
	}
	chu("the_thuc", p.TheThuc)
	dong("co_quan_chu_quan", p.CoQuanChuQuan)
	dong("co_quan", p.CoQuan)
	chu("so", p.So)
	chu("ky_hieu", p.KyHieu)
	chu("dia_danh", p.DiaDanh)
	if p.Ngay.Given {
		f["ngay"] = p.Ngay.String()
	}
	chu("ten_loai", p.TenLoai)
	dong("trich_yeu", p.TrichYeu)
	chu("phu_de", p.PhuDe)
	chu("kem_theo", p.KemTheo)
	chu("do_khan", p.DoKhan)
	chu("luu_hanh", p.LuuHanh)
	chu("du_thao", p.DuThao)
	dong("dia_chi", p.DiaChi)
	chu("in_hai_mat", p.InHaiMat)
	dong("can_cu", p.CanCu)
	if p.MoDau.Given {
		f["mo_dau"] = strings.Join(doans(p.MoDau), "\n")
	}
	f["muc"] = mucs(p.Muc)
	if p.Ket.Given {
		f["ket"] = strings.Join(doans(p.Ket), "\n")
	}
	dong("noi_nhan", p.NoiNhan)
	chu("luu", p.Luu)
	if len(p.NguoiKy) > 0 {
		var all []string
		for _, k := range p.NguoiKy {
			all = append(all, strings.Join(items(k.ChucVu), " | ")+": "+inLooks(k.HoTen.Runs))
		}
		f["nguoi_ky"] = strings.Join(all, "\n")
	}
	for i, a := range p.PhuLuc {
		f[fmt.Sprintf("phu_luc %d", i+1)] = phuLuc(a)
	}
	for _, c := range p.ChuThich {
		f["chu_thich "+c.Ma] = inLooks(c.Chu.Runs)
	}
	return f
}

func items(d plan.Dong) []string {
	var out []string
	for _, c := range d.Items {
		out = append(out, inLooks(c.Runs))
	}
	return out
}

// inLooks puts runs into text with their looks.
func inLooks(runs []plan.Run) string {
	var b strings.Builder
	for _, r := range runs {
		s := r.Text
		switch {
		case r.Note != "":
			s = "[^" + r.Note + "]"
		case r.Hole != "":
			s = "{" + r.Hole + "}"
		}
		if r.Shift == plan.Sup {
			s = "^" + s + "^"
		}
		if r.Shift == plan.Sub {
			s = "~" + s + "~"
		}
		if r.Italic {
			s = "*" + s + "*"
		}
		if r.Bold {
			s = "**" + s + "**"
		}
		b.WriteString(s)
	}
	return b.String()
}

func doans(v plan.Van) []string {
	var out []string
	for _, d := range v.Doan {
		switch d.Loai {
		case plan.Hang:
			row := "|"
			for _, c := range d.O {
				row += " " + strings.TrimSpace(string(c.Gop)+inLooks(c.Runs)) + " |"
			}
			if d.Rong {
				row = "|--|"
			}
			if d.Tiep {
				row = "  " + row
			}
			out = append(out, row)
		case plan.GhiChu:
			out = append(out, "# "+inLooks(d.Chu.Runs))
		case plan.Cho:
			out = append(out, "{"+d.ChoTen+"}")
		default:
			out = append(out, strings.TrimSpace(d.Nhan+" "+inLooks(d.Chu.Runs)))
		}
	}
	return out
}

func mucs(ms []plan.Muc) string {
	var out []string
	for _, m := range ms {
		title := inLooks(m.TieuDe.Runs)
		if m.So.Given {
			title = m.So.Plain() + ": " + title
		}
		if m.TieuDe.Given {
			out = append(out, "["+title+"]")
		}
		for _, part := range []struct {
			name string
			van  plan.Van
		}{{"muc_dich:", m.MucDich}, {"yeu_cau:", m.YeuCau}, {"", m.NoiDung}, {"nhiem_vu:", m.NhiemVu.Bang}} {
			if part.van.Given && part.name != "" {
				out = append(out, part.name)
			}
			out = append(out, doans(part.van)...)
		}
	}
	return strings.Join(out, "\n")
}

func phuLuc(a plan.PhuLuc) string {
	var out []string
	for _, x := range []struct {
		key string
		chu plan.Chu
	}{{"nhan", a.Nhan}, {"phu_de", a.PhuDe}, {"kem_theo", a.KemTheo}, {"kho", a.Kho}} {
		if x.chu.Given {
			out = append(out, x.key+": "+inLooks(x.chu.Runs))
		}
	}
	if a.TieuDe.Given {
		out = append(out, "tieu_de: "+strings.Join(items(a.TieuDe), " | "))
	}
	out = append(out, doans(a.NoiDung)...)
	if a.NhiemVu.Given {
		out = append(out, "nhiem_vu:")
		out = append(out, doans(a.NhiemVu.Bang)...)
	}
	return strings.Join(out, "\n")
}
