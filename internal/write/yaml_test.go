package write

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
)

// readBack reads a plan file that the program wrote; anything wrong is fatal.
func readBack(t *testing.T, data []byte) *plan.Plan {
	t.Helper()
	p, found := read.YAML("f.yaml", data, read.Options{})
	if p == nil || len(found) > 0 {
		t.Fatalf("the file does not read: %v\n%s", found, data)
	}
	return p
}

func para(s string) plan.Doan { return plan.Doan{Chu: plan.Text(s)} }

func van(lines ...string) plan.Van {
	v := plan.Van{Given: true}
	for _, s := range lines {
		v.Doan = append(v.Doan, para(s))
	}
	return v
}

// tricky are texts that YAML or the marks of running text would read as
// something else.
var tricky = []string{
	"*", "**", "***", "* sao", "*sao*", "**đậm**", "a * b * c", "a*b", "2*3*4", "****", "x**", "**x", "*a **b* c**",
	`\`, `\\`, `\*`, `a\`, `C:\thu\muc`, `\{ten}`, `\- x`, `x \# y`,
	"{", "}", "{ten}", "{dot}", "{ten", "ten}", "{{ten}}", "{hinh: a.png}", "{1}", "{}", "{ten} của {nam}",
	"|", "| a | b |", "a | b", "|-10-|",
	"#", "# ghi chú", "#1", "chủ đề #1", "a # b", "a #", "a#b",
	"- gạch", "-gạch", "– gạch", "— gạch", "–5 độ C", "+ cộng", "+1", "-", "--", "---", "- + x", "• chấm",
	"1. Một", "1.Một", "1.1. Hai", "1.1 Hai", "1.", "12", "012", "2027", "1a", "100% số", "1/2", "1,5",
	"a) Điểm", "a)Điểm", "a. Điểm", "đ) Điểm", "(1) Một", "(một)", "I. PHẦN", "I.PHẦN", "IV", "V- x", "X.",
	"a: b", "a:", ":", ": a", "a:b", "a : b", "Sở: Nội vụ, Y tế", "http://vạc.example/a?b=1&c#d", "8:30", "khóa: |", "a: 'b'",
	"'", `"`, "'a'", `"a"`, `'a`, `a'`, `"a`, `a"`, "''", `""`, "l'a", `nói "có" rồi`, "“có”", `'a': b`,
	"null", "Null", "NULL", "~", "true", "yes", "No", "off", ".inf", ".", "..", "...", "... và", "…", "0x1F", "1e3", "2027-01-06", "12:30:45",
	"[a]", "[", "]", "[^1]", "[^", "a[^x]b", "[a, b]", "(a)", "a, b", ",", ", a",
	"&a", "*a", "!a", "@a", "%a", "`a`", "> a", "< a", "? a", "?", "= a", "$a", "^a^", "~a~", "H~2~O", "m^2^", "a ^ b", "a ~ b", "~", "^",
	"~hai chữ~", "^hai chữ^", "^]", "[^a^]", "a~b~c", "_a_", "<b>", "& < >", "a\u00a0b", "¶ § ° ±",
	"Lưu: VT", "- Lưu: VT", "Nơi nhận:", "KẾ HOẠCH", "Trên đây là", "tieu_de: A", "muc:", "- tieu_de: A",
}

// TestTrickyText: whatever a text looks like, in every kind of place the file
// gives the same text back, without looks, signs, holes and notes.
func TestTrickyText(t *testing.T) {
	for _, s := range tricky {
		p := &plan.Plan{
			TrichYeu: plan.Lines("A", s), CoQuan: plan.Lines(s), CoQuanChuQuan: plan.Lines(s, "B"), PhuDe: plan.Text(s), ThoiKy: plan.Text(s),
			CanCu: plan.Lines(s, s+" và", "x "+s), MoDau: van(s, "x "+s, s+" x", "x"), NoiNhan: plan.Lines(s, "cuối"), Luu: plan.Text(s),
			Muc:     []plan.Muc{{TieuDe: plan.Text("PHẦN " + s), NoiDung: van(s), Dot: []plan.Dot{{Ten: plan.Text(s), ChuDe: plan.Text(s), KyNiem: plan.Lines(s), NoiDung: van(s)}}}},
			NguoiKy: []plan.NguoiKy{{ChucVu: plan.Lines(s, "CHỦ TỊCH"), HoTen: plan.Text(s)}},
			BoQua:   []plan.MaChu{{Ma: "MA-THU", Chu: plan.Text(s)}},
		}
		file := YAML(p)
		got, found := read.YAML("f.yaml", file, read.Options{})
		if got == nil || diag.HasErrors(found) {
			t.Errorf("%q: the file does not read: %v\n%s", s, found, file)
			continue
		}
		for _, c := range []struct {
			name, want string
			got        plan.Chu
		}{
			{"trich_yeu", s, at(got.TrichYeu.Items, 1)},
			{"co_quan", s, at(got.CoQuan.Items, 0)},
			{"co_quan_chu_quan", s, at(got.CoQuanChuQuan.Items, 0)},
			{"phu_de", s, got.PhuDe},
			{"can_cu", s, at(got.CanCu.Items, 0)},
			{"can_cu, more behind", s + " và", at(got.CanCu.Items, 1)},
			{"can_cu, more before", "x " + s, at(got.CanCu.Items, 2)},
			{"mo_dau", s, chuOf(got.MoDau, 0)},
			{"mo_dau, more before", "x " + s, chuOf(got.MoDau, 1)},
			{"mo_dau, more behind", s + " x", chuOf(got.MoDau, 2)},
			{"noi_nhan", s, at(got.NoiNhan.Items, 0)},
			{"luu", s, got.Luu},
			{"tieu_de", "PHẦN " + s, got.Muc[0].TieuDe},
			{"dot.ten", s, got.Muc[0].Dot[0].Ten},
			{"dot.ky_niem", s, at(got.Muc[0].Dot[0].KyNiem.Items, 0)},
			{"dot.noi_dung", s, chuOf(got.Muc[0].Dot[0].NoiDung, 0)},
			{"chuc_vu", s, at(got.NguoiKy[0].ChucVu.Items, 0)},
			{"ho_ten", s, got.NguoiKy[0].HoTen},
			{"bo_qua", s, got.BoQua[0].Chu},
		} {
			if want := strings.Join(strings.Fields(strings.ReplaceAll(c.want, "\u00a0", " ")), " "); c.got.Plain() != want || len(c.got.Runs) != 1 {
				t.Errorf("%s: %q comes back as %q, %d runs\n%s", c.name, want, c.got.Plain(), len(c.got.Runs), lineWith(file, strings.SplitN(c.name, ",", 2)[0]))
			}
		}
		if len(got.MoDau.Doan) != 4 || len(got.NoiNhan.Items) != 2 || len(got.CanCu.Items) != 3 {
			t.Errorf("%q: %d paragraphs, %d recipients, %d grounds", s, len(got.MoDau.Doan), len(got.NoiNhan.Items), len(got.CanCu.Items))
		}
	}
}

func at(items []plan.Chu, i int) plan.Chu {
	if i >= len(items) {
		return plan.Chu{}
	}
	return items[i]
}

func chuOf(v plan.Van, i int) plan.Chu {
	if i >= len(v.Doan) || v.Doan[i].Loai != plan.DoanVan || v.Doan[i].Nhan != "" {
		return plan.Chu{}
	}
	return v.Doan[i].Chu
}

// lineWith gives the lines of a file from the one of a key on.
func lineWith(file []byte, key string) string {
	lines := strings.Split(string(file), "\n")
	for i, l := range lines {
		if strings.Contains(l, key[strings.LastIndex(key, ".")+1:]+":") {
			return strings.Join(lines[i:min(i+4, len(lines))], "\n")
		}
	}
	return ""
}

// TestLooks: looks, shifts, notes and holes come back as they were.
func TestLooks(t *testing.T) {
	runs := []plan.Run{
		{Text: "thường "},
		{Text: "nghiêng", Italic: true},
		{Text: " "},
		{Text: "đậm", Bold: true},
		{Text: ", "},
		{Text: "cả hai", Bold: true, Italic: true},
		{Text: " H"},
		{Text: "2", Shift: plan.Sub},
		{Text: "O, m"},
		{Text: "2", Shift: plan.Sup},
		{Text: " của "},
		{Hole: "don_vi"},
		{Note: "1"},
		{Text: "."},
		{Text: "Công an ", Bold: true},
		{Hole: "ten", Bold: true},
		{Text: ":", Bold: true},
		{Text: " "},
		{Hole: "viec", Italic: true},
		{Text: ", "},
		{Hole: "ten", Shift: plan.Sub},
	}
	c := plan.Chu{Given: true, Runs: runs}
	p := &plan.Plan{TrichYeu: plan.Dong{Given: true, Items: []plan.Chu{c}}, Luu: c, MoDau: plan.Van{Given: true, Doan: []plan.Doan{{Chu: c}}}, Muc: []plan.Muc{{TieuDe: c}}}
	got := readBack(t, YAML(p))
	for name, back := range map[string]plan.Chu{"dòng": got.TrichYeu.Items[0], "chữ": got.Luu, "văn": got.MoDau.Doan[0].Chu, "đề mục": got.Muc[0].TieuDe} {
		if len(back.Runs) != len(runs) {
			t.Fatalf("%s: %+v", name, back.Runs)
		}
		for i := range runs {
			if back.Runs[i] != runs[i] {
				t.Errorf("%s: run %d is %+v, want %+v", name, i, back.Runs[i], runs[i])
			}
		}
	}
}

// TestFixedPoint: writing a plan that was read changes nothing, twice.
func TestFixedPoint(t *testing.T) {
	for _, file := range plans(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := readBack(t, data)
		first := YAML(p)
		again := readBack(t, first)
		if a, b := plan.Dump(*p), plan.Dump(*again); a != b {
			t.Errorf("%s: the plan changes:\n%s\n---\n%s", file, a, b)
		}
		if second := YAML(again); string(second) != string(first) {
			t.Errorf("%s: the file changes", file)
		}
	}
}

// plans are the samples and starter plans.
func plans(t *testing.T) []string {
	t.Helper()
	samples, _ := filepath.Glob("../../samples/*/*.yaml")
	starters, _ := filepath.Glob("../../templates/khoi-dau/*.yaml")
	if len(samples) < 7 || len(starters) < 2 {
		t.Fatalf("%d samples, %d starters", len(samples), len(starters))
	}
	return append(samples, starters...)
}

// TestBlankAndMissing: a blank key stays blank, a missing one missing; usual
// keys that are missing stand as comments to fill in.
func TestBlankAndMissing(t *testing.T) {
	file := string(YAML(&plan.Plan{So: plan.Text(""), Ngay: plan.Ngay{Given: true}, TrichYeu: plan.Lines("A"), NguoiKy: []plan.NguoiKy{{HoTen: plan.Text("")}}}))
	got := readBack(t, []byte(file+"muc: [{tieu_de: B}]\n"))
	if !got.So.Given || !got.Ngay.Given || got.KyHieu.Given || got.CanCu.Given || len(got.NguoiKy) != 1 || !got.NguoiKy[0].HoTen.Given || got.NguoiKy[0].ChucVu.Given {
		t.Errorf("%s", file)
	}
	for _, key := range []string{"co_quan", "ky_hieu", "can_cu", "noi_nhan", "luu", "ket"} {
		if !strings.Contains(file, "\n# "+key+":") {
			t.Errorf("%s is not shown:\n%s", key, file)
		}
	}
	for _, key := range []string{"do_khan", "kem_theo", "phu_luc", "in_hai_mat"} {
		if strings.Contains(file, key) {
			t.Errorf("%s is shown", key)
		}
	}
}

// TestOrderOfKeys: the opening and the inside of a part keep the order of the
// source; everything else is in the order of the paper.
func TestOrderOfKeys(t *testing.T) {
	p := readBack(t, []byte("muc:\n  - noi_dung: |\n      a.\n    yeu_cau: |\n      b.\n    tieu_de: A\n    muc_dich: |\n      c.\nluu: VT\nmo_dau: |\n  x:\ncan_cu: [y]\nso: 1\ntrich_yeu: z\n"))
	file := string(YAML(p))
	pos := -1
	for _, key := range []string{"\nso:", "\ntrich_yeu:", "\nmo_dau:", "\ncan_cu:", "\nmuc:", "- tieu_de:", " noi_dung:", " yeu_cau:", " muc_dich:", "\nluu:"} {
		i := strings.Index(file, key)
		if i <= pos {
			t.Fatalf("%q stands in the wrong place:\n%s", key, file)
		}
		pos = i
	}
}

// TestWriter: the whole file, as a clerk sees it.
func TestWriter(t *testing.T) {
	p := &plan.Plan{
		TheThuc: plan.Text("nd30"), CoQuan: plan.Lines("ỦY BAN NHÂN DÂN", "XÃ VẠC"), So: plan.Text(""), Ngay: plan.Ngay{Given: true, Month: "01", Year: "2027"},
		TrichYeu: plan.Lines("Dọn kênh: mùa khô"), CanCu: plan.Lines("Căn cứ Luật Thủy lợi", "- Theo: đề nghị"),
		MoDau:   van("Xã Vạc dọn kênh như sau:"),
		Muc:     []plan.Muc{{TieuDe: plan.Text("VIỆC LÀM"), NoiDung: plan.Van{Given: true, Doan: []plan.Doan{{Dau: plan.DauKhoan, Nhan: "1.", Chu: plan.Text("Nạo vét")}, {Loai: plan.GhiChu, Chu: plan.Text("hỏi thêm")}, para("# không phải ghi chú")}}}},
		NguoiKy: []plan.NguoiKy{{ChucVu: plan.Lines("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), HoTen: plan.Text("")}},
	}
	const want = `# KẾ HOẠCH: bỏ trống một khóa = để chỗ trên giấy; xóa khóa = không in.
# Một dòng chữ = một đoạn; dòng thụt vào = viết tiếp; dòng bắt đầu bằng # = ghi chú, không in.
# Dấu đầu dòng: I. 1. 1.1. a) - +   *nghiêng*  **đậm**
the_thuc: nd30
co_quan: |
  ỦY BAN NHÂN DÂN
  XÃ VẠC
so:
ngay: 01/2027
trich_yeu: 'Dọn kênh: mùa khô'
can_cu:
  - Căn cứ Luật Thủy lợi
  - '- Theo: đề nghị'
mo_dau: |
  Xã Vạc dọn kênh như sau:
muc:
  - tieu_de: VIỆC LÀM
    noi_dung: |
      1. Nạo vét
      # hỏi thêm
      \# không phải ghi chú
nguoi_ky:
  chuc_vu: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
  ho_ten:
`
	var got []string
	for i, l := range strings.Split(string(YAML(p)), "\n") {
		if i > 2 && strings.HasPrefix(l, "# ") {
			continue // keys that may be filled in
		}
		if cut := strings.Index(l, "  # "); i > 2 && cut >= 0 && strings.TrimSpace(l[:cut]) != "" {
			l = strings.TrimRight(l[:cut], " ")
		}
		got = append(got, l)
	}
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s", s)
	}
}

// TestRareKeys: tables, tasks, conditions, appendices, footnotes and several
// signers come back as they were.
func TestRareKeys(t *testing.T) {
	p := readBack(t, []byte(`trich_yeu: Dọn kênh
co_quan: [UBND XÃ VẠC, ĐOÀN XÃ VẠC]
phu_de: (nháp)
thoi_ky: năm 2027
do_khan: KHẨN
dia_chi: Số 1, thôn Đầu
can_cu:
mo_dau: |
  Xem[^1]:
muc:
  - tieu_de: VIỆC
    so: IV
    khi: {cot: loai, la: [xã, phường]}
    noi_dung: |
      Bảng:
      | TT | Việc |
      |-10-|-100-|
      | 1 | nạo \| vét |
        | | tiếp |
      | Cả hàng |
      1.1. {dot}
      {hinh: so do.png}
      # hỏi lại
    dot:
      - ten: Đợt 1
        tu: sau Tết
        den: 5/2027
        chu_de: "*Mở lối*"
        ky_niem: [26/3/1931 Ngày thành lập Đoàn, ngày hội]
        noi_dung: |
          - một
    nhiem_vu:
      - {tt: 1, nhom: A, viec: "nạo: vét", chu_tri: [Thôn 1, Thôn 2], ghi_chu: }
      - viec: ^
        thoi_han: 31/12/2027
  - tieu_de: BẢNG
    nhiem_vu: |
      | Việc | Chủ trì |
      | a | b |
nguoi_ky:
  - {chuc_vu: A, ho_ten: B}
  - {chuc_vu: C, ho_ten: }
phu_luc:
  - tieu_de: |
      BẢNG
      HAI DÒNG
    kho: ngang
    nhan: không
    noi_dung: |
      I. Một
    khi: {cot: loai, la: xã}
  - trang_tinh: Trang 1
chu_thich: {1: "của: xã", hai: x}
bo_qua: {NN-ABBR: vì sao}
`))
	file := YAML(p)
	if a, b := plan.Dump(*p), plan.Dump(*readBack(t, file)); a != b {
		t.Errorf("the plan changes:\n%s\n---\n%s\n--- file\n%s", a, b, file)
	}
	for _, want := range []string{"place 1.1. dot", "row tiep", "row rong", "khi.la[] = phường", "co_quan[] = ĐOÀN XÃ VẠC", "nhiem_vu[].chu_tri[] = Thôn 2", "nguoi_ky[].ho_ten = \n", "chu_thich[].1 = của: xã"} {
		if !strings.Contains(plan.Dump(*p), want) {
			t.Errorf("the plan lacks %q: the test tests less than it says", want)
		}
	}
	if out := format(t, string(file)); out != string(file) {
		t.Errorf("the written file is not canonical: %s", firstChange(string(file), out))
	}
}
