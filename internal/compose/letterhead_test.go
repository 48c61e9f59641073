package compose

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

func chu(s string) plan.Chu { return plan.Text(s) }

func dong(list ...string) plan.Dong {
	d := plan.Dong{Given: true}
	for _, s := range list {
		d.Items = append(d.Items, plan.Text(s))
	}
	return d
}

// lentForm is a form with a header of both kinds of lines.
func lentForm() *standard.Form {
	return &standard.Form{
		Header: standard.Header{
			Left:  []standard.HeaderLine{{Role: "chu_quan", From: "co_quan_chu_quan"}, {Role: "co_quan", From: "co_quan", Rule: true}},
			Right: []standard.HeaderLine{{Role: "quoc_hieu", Text: "CỘNG HÒA"}, {Role: "tieu_ngu", Text: "Độc lập"}},
		},
		So: "Số: {so}/{ky_hieu}", Ngay: "{dia_danh}, ngày {ngay} tháng {thang} năm {nam}", TenLoai: "KẾ HOẠCH",
		Title:     standard.TitleWords{Rule: true},
		NoiNhan:   standard.NoiNhanWord{Title: "Nơi nhận:", Item: "- ", SubItem: "+ ", Sep: ";", Luu: "- Lưu: ", Last: "."},
		Authority: []string{"TM.", "KT."},
	}
}

func lentPlan() *plan.Plan {
	return &plan.Plan{
		CoQuanChuQuan: dong("UBND TỈNH A"), CoQuan: dong("TRƯỜNG", "HỌC B"),
		So: chu("07"), KyHieu: chu("KH-THB"), DiaDanh: chu("Lúa"), Ngay: plan.Ngay{Given: true, Day: "10", Month: "02", Year: "2027"},
		TrichYeu: dong("Trồng cây", "năm 2027"), PhuDe: chu("đợt một"), DoKhan: plan.Chu{},
		MoDau:   plan.Van{Given: true, Doan: []plan.Doan{{Chu: chu("Nội dung.")}}},
		NoiNhan: dong("Các lớp", "Hội phụ huynh"), Luu: chu("VT"),
		NguoiKy: []plan.NguoiKy{{ChucVu: dong("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), HoTen: chu("Lý Thị Sen")}},
	}
}

func keySet(names ...string) map[string]bool {
	out := map[string]bool{doc.BodyKey: true}
	for _, n := range names {
		out[n] = true
	}
	return out
}

// TestLetterheadValues: each key gets the words that the form prints.
func TestLetterheadValues(t *testing.T) {
	var all []string
	for _, k := range Keys() {
		all = append(all, k.Name)
	}
	parts, found := OnLetterhead(lentPlan(), lentForm(), Letterhead{Name: "giay.docx", Keys: keySet(all...)})
	if len(found) > 0 {
		t.Errorf("found: %v", found)
	}
	want := map[string]string{
		"co_quan_chu_quan": "UBND TỈNH A", "co_quan": "TRƯỜNG\nHỌC B", "quoc_hieu": "CỘNG HÒA", "tieu_ngu": "Độc lập",
		"so_ky_hieu": "Số: 07/KH-THB", "so": "07", "ky_hieu": "KH-THB",
		"dia_danh_ngay": "Lúa, ngày 10 tháng 02 năm 2027", "dia_danh": "Lúa", "ngay": "ngày 10 tháng 02 năm 2027",
		"ten_loai": "KẾ HOẠCH", "trich_yeu": "Trồng cây\nnăm 2027", "phu_de": "đợt một", "do_khan": "", "du_thao": "", "luu_hanh": "", "dia_chi": "",
		"noi_nhan": "Nơi nhận:\n- Các lớp;\n- Hội phụ huynh;", "luu": "- Lưu: VT.",
		"nguoi_ky": "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", "quyen_han": "KT. HIỆU TRƯỞNG", "chuc_vu": "PHÓ HIỆU TRƯỞNG", "ho_ten": "Lý Thị Sen",
	}
	for _, name := range all {
		got := strings.ReplaceAll(plain(parts.Values[name]), noBreak, " ")
		if w, ok := want[name]; got != w || !ok && name != doc.BodyKey {
			t.Errorf("{%s} is %q, want %q", name, got, w)
		}
	}
	if got := rolesOf(parts.Document); !slices.Equal(got, []string{"than"}) {
		t.Errorf("the text has %v", got)
	}
}

func rolesOf(d *doc.Document) []string {
	var out []string
	for _, b := range d.Sections[0].Blocks {
		switch x := b.(type) {
		case *doc.Paragraph:
			out = append(out, string(x.Role))
		case *doc.Rule:
			out = append(out, "rule "+string(x.Role))
		case *doc.Columns:
			out = append(out, string(x.Role))
		case *doc.Signers:
			out = append(out, string(x.Role))
		}
	}
	return out
}

// TestLetterheadParts: what stands with the text, by the keys of the letterhead,
// and which words of the plan have no place then.
func TestLetterheadParts(t *testing.T) {
	head := []string{"co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay"}
	whole := append(slices.Clone(head), "ten_loai", "trich_yeu", "phu_de", "noi_nhan", "nguoi_ky", "ho_ten")
	for _, c := range []struct {
		name   string
		on     Letterhead
		change func(*plan.Plan)
		text   string // roles
		lost   string // words
	}{
		{"head alone", Letterhead{Keys: keySet(head...)}, nil, "ten_loai trich_yeu phu_de rule phu_de than cuoi", ""},
		{"whole", Letterhead{Keys: keySet(whole...)}, nil, "than", ""},
		{"type of document alone", Letterhead{Keys: keySet(append(head, "ten_loai")...)}, nil, "trich_yeu phu_de rule phu_de than cuoi", ""},
		{"subject without subtitle", Letterhead{Keys: keySet(append(head, "trich_yeu")...)}, nil, "than cuoi", "đợt một"},
		{
			"name without the rest of the foot",
			Letterhead{Keys: keySet(append(head, "ho_ten")...)},
			nil,
			"ten_loai trich_yeu phu_de rule phu_de than", "Các lớp; Hội phụ huynh|VT|KT. HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG",
		},
		{"nothing", Letterhead{Keys: keySet()}, nil, "ten_loai trich_yeu phu_de rule phu_de than cuoi", "UBND TỈNH A|TRƯỜNG|HỌC B|07|KH-THB|Lúa|10/02/2027"},
		{"fixed words", Letterhead{Keys: keySet("so_ky_hieu", "ngay"), Words: "Ubnd tỉnh  A\nTrường Học B\nLúa, \n"}, nil, "ten_loai trich_yeu phu_de rule phu_de than cuoi", ""},
		{"another body", Letterhead{Keys: keySet("so_ky_hieu", "ngay"), Words: "UBND TỈNH AN\nTRƯỜNG HỌC C\nLúa"}, nil, "ten_loai trich_yeu phu_de rule phu_de than cuoi", "UBND TỈNH A|HỌC B"},
		{"address", Letterhead{Keys: keySet(head...)}, func(p *plan.Plan) { p.DiaChi = dong("phố Sách") }, "ten_loai trich_yeu phu_de rule phu_de than cuoi", "phố Sách"},
		{"fixed address", Letterhead{Keys: keySet(head...), Words: "Số 1, phố Sách"}, func(p *plan.Plan) { p.DiaChi = dong("phố Sách") }, "ten_loai trich_yeu phu_de rule phu_de than cuoi", ""},
		{"issued with a decision", Letterhead{Keys: keySet(head...)}, func(p *plan.Plan) {
			*p = plan.Plan{KemTheo: chu("Quyết định số 5/QĐ-THB"), TrichYeu: p.TrichYeu, MoDau: p.MoDau}
		}, "ten_loai trich_yeu kem_van_ban rule kem_van_ban than", ""},
	} {
		p := lentPlan()
		if c.change != nil {
			c.change(p)
		}
		form := lentForm()
		form.Marks.KemTheo = "(Kèm theo {van_ban})"
		parts, found := OnLetterhead(p, form, c.on)
		if got := strings.Join(rolesOf(parts.Document), " "); got != c.text {
			t.Errorf("%s: the text has %s, want %s", c.name, got, c.text)
		}
		var want []string
		for _, w := range strings.Split(c.lost, "|") {
			if w != "" {
				want = append(want, w)
			}
		}
		if len(found) != len(want) {
			t.Errorf("%s: %d findings, want %d: %v", c.name, len(found), len(want), found)
			continue
		}
		for i, w := range want {
			if f := found[i]; f.Code != "LETTERHEAD-LOST" || f.Severity != diag.Warning || !strings.Contains(f.Message.Vi, `"`+w+`"`) {
				t.Errorf("%s: %s %s, want %q told as lost", c.name, f.Code, f.Message.Vi, w)
			}
		}
	}
}

// TestLetterheadSigners: several signers are refused where the letterhead has a
// key of the foot, and printed with the text where it has none.
func TestLetterheadSigners(t *testing.T) {
	p := lentPlan()
	p.NguoiKy = append(p.NguoiKy, plan.NguoiKy{ChucVu: dong("BÍ THƯ"), HoTen: chu("Lò Thị Mận")})
	_, found := OnLetterhead(p, lentForm(), Letterhead{Keys: keySet("co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay", "ho_ten")})
	if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == "LETTERHEAD-SIGNERS" && f.Severity == diag.Error }) {
		t.Errorf("two signers and {ho_ten}: %v", found)
	}
	parts, found := OnLetterhead(p, lentForm(), Letterhead{Keys: keySet("co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay")})
	if got := rolesOf(parts.Document); len(found) > 0 || got[len(got)-1] != "cuoi" {
		t.Errorf("two signers and no foot: %v, %v", got, found)
	}
}

// TestLetterheadHole: a batch hole has no words that could stand in a letterhead;
// a plan with one is composed all the same.
func TestLetterheadHole(t *testing.T) {
	p := lentPlan()
	p.DiaDanh = plan.Chu{Runs: []plan.Run{{Hole: "dia_danh"}}}
	_, found := OnLetterhead(p, lentForm(), Letterhead{Keys: keySet("co_quan_chu_quan", "co_quan", "so_ky_hieu"), Words: "UBND TỈNH A"})
	for _, f := range found {
		if f.Code == "LETTERHEAD-LOST" && strings.Contains(f.Message.Vi, `""`) {
			t.Errorf("no words are told as lost: %s", f.Message.Vi)
		}
	}
}

// TestLetterheadLeads: words that the letterhead has before a key do not come
// twice.
func TestLetterheadLeads(t *testing.T) {
	for _, c := range []struct{ key, before, words, want string }{
		{"so_ky_hieu", "Số: ", "", "07/KH-THB"},
		{"so_ky_hieu", "Số ", "", "07/KH-THB"},
		{"so_ky_hieu", "SỐ: ", "", "07/KH-THB"},
		{"so_ky_hieu", "", "Số: ", "Số: 07/KH-THB"},
		{"so_ky_hieu", "Hệ số học ", "", "Số: 07/KH-THB"},
		{"luu", "- Lưu: ", "", "VT."},
		{"ngay", "Lúa, ngày ", "", "10 tháng 02 năm 2027"},
		{"ngay", "Lúa, ", "", "ngày 10 tháng 02 năm 2027"},
		{"noi_nhan", "", "Nơi nhận:", "- Các lớp;\n- Hội phụ huynh;\n- Lưu: VT."},
		{"noi_nhan", "", "Nơi làm việc", "Nơi nhận:\n- Các lớp;\n- Hội phụ huynh;\n- Lưu: VT."},
	} {
		parts, _ := OnLetterhead(lentPlan(), lentForm(), Letterhead{Keys: keySet(c.key), Before: map[string]string{c.key: c.before}, Words: c.words})
		if got := strings.ReplaceAll(plain(parts.Values[c.key]), noBreak, " "); got != c.want {
			t.Errorf("{%s} behind %q: %q, want %q", c.key, c.before, got, c.want)
		}
	}
}
