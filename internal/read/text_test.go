package read

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/templates"
)

func options(t testing.TB) Options {
	t.Helper()
	v, fs := LoadVocabulary(templates.FS)
	if len(fs) > 0 {
		t.Fatalf("vocabulary: %v", fs)
	}
	return Options{Words: v}
}

func codes(fs []diag.Finding) []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Code)
	}
	return out
}

// TestNotPlans reads documents of other kinds: each is refused with reasons.
func TestNotPlans(t *testing.T) {
	files, _ := filepath.Glob("testdata/khong-phai/*.txt")
	if len(files) < 20 {
		t.Fatalf("only %d texts", len(files))
	}
	opt := options(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, fs := Text(file, data, opt)
		if p != nil || !contains(codes(fs), "NOT-A-PLAN") {
			t.Errorf("%s: taken for a plan; findings %v", file, codes(fs))
		}
		for _, f := range fs {
			if f.Code == "NOT-A-PLAN" && len(f.Message.Vi) < 60 {
				t.Errorf("%s: no reasons: %s", file, f.Message.Vi)
			}
		}
	}
}

// TestRowsOfText: lines that are written as rows of a table are one, in any text.
func TestRowsOfText(t *testing.T) {
	text := "ỦY BAN NHÂN DÂN XÃ A\nSố: 1/KH-UBND\nA, ngày 06 tháng 01 năm 2027\nKẾ HOẠCH\nTrồng cây năm 2027\nI. MỤC ĐÍCH\nPhủ xanh.\nII. NỘI DUNG\n1. Việc làm\n" +
		"| TT | Việc |\n|-10-|-50-|\n| 1 | Trồng |\nGiao Văn phòng theo dõi | đôn đốc.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nVũ Thị Hà"
	p, fs := Text("a.txt", []byte(text), options(t))
	if p == nil || contains(codes(fs), "TEXT-TABLE") {
		t.Fatal(codes(fs))
	}
	var rows []string
	for _, d := range p.Muc[1].NoiDung.Doan {
		rows = append(rows, strconv.Itoa(len(d.O)))
	}
	if got := strings.Join(rows, " "); got != "0 2 2 2 0" || !p.Muc[1].NoiDung.Doan[2].Rong {
		t.Errorf("cells of the lines: %s", got)
	}
}

// recognised gives the facts of a plan in the notation of the .want files.
func recognised(p *plan.Plan) []string {
	out := []string{
		"co_quan_chu_quan=" + p.CoQuanChuQuan.Plain(" / "), "co_quan=" + p.CoQuan.Plain(" / "),
		"so=" + p.So.Plain(), "ky_hieu=" + p.KyHieu.Plain(), "dia_danh=" + p.DiaDanh.Plain(), "ngay=" + p.Ngay.String(),
		"trich_yeu=" + p.TrichYeu.Plain(" / "), "can_cu=" + strconv.Itoa(len(p.CanCu.Items)), "muc=" + strconv.Itoa(len(p.Muc)),
		"noi_nhan=" + strconv.Itoa(len(p.NoiNhan.Items)), "luu=" + p.Luu.Plain(),
	}
	for _, m := range p.Muc {
		out = append(out, "tieu_de="+m.TieuDe.Plain())
	}
	for _, k := range p.NguoiKy {
		out = append(out, "chuc_vu="+k.ChucVu.Plain(" / "), "ho_ten="+k.HoTen.Plain())
	}
	if len(p.NguoiKy) == 0 {
		out = append(out, "ho_ten=")
	}
	return out
}

// TestPasted reads plans as people paste them: every fact of the .want file is
// recognised in its field.
func TestPasted(t *testing.T) {
	files, _ := filepath.Glob("testdata/dan/*.txt")
	if len(files) < 12 {
		t.Fatalf("only %d texts", len(files))
	}
	opt := options(t)
	for _, file := range files {
		data, _ := os.ReadFile(file)
		want, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".want")
		if err != nil {
			t.Fatal(err)
		}
		p, fs := Text(file, data, opt)
		if p == nil {
			t.Errorf("%s: refused: %v", file, fs)
			continue
		}
		got := recognised(p)
		for _, w := range strings.Split(strings.TrimSpace(string(want)), "\n") {
			if w = strings.TrimSpace(w); !contains(got, w) {
				t.Errorf("%s: want %s\n got %s", file, w, sameKey(got, w))
			}
		}
	}
}

func sameKey(got []string, want string) string {
	key, _, _ := strings.Cut(want, "=")
	var out []string
	for _, g := range got {
		if strings.HasPrefix(g, key+"=") {
			out = append(out, g)
		}
	}
	return strings.Join(out, " | ")
}
