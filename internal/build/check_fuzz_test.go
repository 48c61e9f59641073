package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/read"
)

// longest is up to which size, in bytes, the place of each word is looked at.
const longest = 4000

// FuzzCheck: no panic, whatever is checked, and every finding has a place
// inside the file: a line of it, and columns of that line or the one
// behind its last. So has every word, because a rule may mark any.
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
	f.Fuzz(func(t *testing.T, data []byte) {
		// Laying out takes most of the time and has a fuzzer of its own.
		got := o.Check(Input{Name: "f", Data: data}, CheckOptions{SkipPages: len(data)%8 != 0})
		text, _ := read.Source("f", data)
		lines := strings.Split(text, "\n")
		for _, x := range got.Findings {
			if x.Message.Vi == "" || x.Message.En == "" {
				t.Fatalf("%s has no message", x.Code)
			}
			if got.Paper != nil {
				inside(t, x.Code, x.At, lines)
			}
		}
		if got.Paper == nil || got.Paper.Plan == nil || len(data) > longest {
			return
		}
		for _, x := range fact.Find(got.Paper.Plan, lines, o.lexicon).Texts {
			for _, w := range x.Tokens {
				inside(t, "a word of the "+x.Key, x.Place(w.Lo, w.Hi), lines)
			}
			if last := len(x.Tokens) - 1; last >= 0 {
				inside(t, "the "+x.Key, x.Place(x.Tokens[0].Lo, x.Tokens[last].Hi), lines)
			}
		}
	})
}

// inside fails where something has no place in the file.
func inside(t *testing.T, what string, at diag.Place, lines []string) {
	t.Helper()
	if at.File != "f" || at.Line < 1 || at.Line > len(lines) {
		t.Fatalf("%s stands on line %d of %q, which has %d", what, at.Line, at.File, len(lines))
	}
	width := utf8.RuneCountInString(lines[at.Line-1]) + 1
	if at.Column < 0 || at.Column > width || at.EndColumn < 0 || at.EndColumn > width {
		t.Fatalf("%s stands in columns %d to %d of line %d, which ends at %d", what, at.Column, at.EndColumn, at.Line, width)
	}
	if at.EndColumn > 0 && at.EndColumn < at.Column {
		t.Fatalf("%s ends at column %d before it begins at %d", what, at.EndColumn, at.Column)
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
