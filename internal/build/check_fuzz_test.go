package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
)

// FuzzCheck: no panic, whatever is checked, and every finding of a rule has a
// place inside the file: a line of it, and columns of that line or the one
// behind its last.
func FuzzCheck(f *testing.F) {
	for _, pattern := range []string{"../../samples/*/*.yaml", "testdata/*.yaml", "../read/testdata/dan/*.txt", "../read/testdata/khong-phai/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("%s: no files, %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	for _, r := range check.Rules() {
		for _, s := range []check.Sample{r.Bad, r.Good} {
			f.Add([]byte(plant(smallPlan, s)))
			if s.Key == "" {
				f.Add([]byte(strings.Replace(smallText, "Nội dung.", s.Text, 1)))
			}
		}
	}
	o := openOffice(f)
	rules := map[string]bool{}
	for _, r := range check.Rules() {
		rules[r.Code] = true
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := o.Check(Input{Name: "f", Data: data}, CheckOptions{})
		text, _ := read.Source("f", data)
		lines := strings.Split(text, "\n")
		for _, x := range got.Findings {
			if x.Message.Vi == "" || x.Message.En == "" {
				t.Fatalf("%s has no message", x.Code)
			}
			if rules[x.Code] {
				inside(t, x, lines)
			}
		}
	})
}

// inside fails where a finding has no place in the file.
func inside(t *testing.T, f diag.Finding, lines []string) {
	t.Helper()
	if f.At.File != "f" || f.At.Line < 1 || f.At.Line > len(lines) {
		t.Fatalf("%s stands on line %d of %q, which has %d", f.Code, f.At.Line, f.At.File, len(lines))
	}
	width := utf8.RuneCountInString(lines[f.At.Line-1]) + 1
	if f.At.Column < 0 || f.At.Column > width || f.At.EndColumn < 0 || f.At.EndColumn > width {
		t.Fatalf("%s stands in columns %d to %d of line %d, which ends at %d", f.Code, f.At.Column, f.At.EndColumn, f.At.Line, width)
	}
	if f.At.EndColumn > 0 && f.At.EndColumn < f.At.Column {
		t.Fatalf("%s ends at column %d before it begins at %d", f.Code, f.At.EndColumn, f.At.Column)
	}
}

// smallPlan and smallText are plans that rules' samples are put into.
const smallPlan = `the_thuc: nd30
co_quan: ỦY BAN NHÂN DÂN PHƯỜNG MẪU
so: 12
ky_hieu: KH-UBND
dia_danh: Phường Mẫu
ngay: 06/3/2026
trich_yeu: Tổ chức Ngày hội đọc sách năm 2026
muc:
  - tieu_de: NỘI DUNG
    noi_dung: |
      1. Nội dung.
ket: |
  Trên đây là Kế hoạch tổ chức Ngày hội đọc sách năm 2026.
noi_nhan:
  - Các tổ dân phố
luu: VT
nguoi_ky:
  chuc_vu: CHỦ TỊCH
  ho_ten: Người Ký Mẫu
`

const smallText = `Số: 12/KH-UBND
Phường Mẫu, ngày 06 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức Ngày hội đọc sách năm 2026
I. NỘI DUNG
Nội dung.
Nơi nhận:
- Các tổ dân phố;
- Lưu: VT.
CHỦ TỊCH
Người Ký Mẫu
`
