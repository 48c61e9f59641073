package check

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/fact"
)

// TestEmbeddedData: every file of the program loads clean, tells its source and
// a day, and has something in it.
func TestEmbeddedData(t *testing.T) {
	d := embedded(t)
	if len(d.Sources) != 10 {
		t.Errorf("%d sources: %+v", len(d.Sources), d.Sources)
	}
	for _, s := range d.Sources {
		if s.Nguon == "" || s.KiemTra.Before(fact.Date{Y: 2026, M: 11, D: 21}) {
			t.Errorf("%+v", s)
		}
	}
	for what, n := range map[string]int{
		"texts": len(d.Texts), "laws": len(d.Laws), "events": len(d.Events), "anniversaries": len(d.Anniversaries), "holidays": len(d.Holidays),
		"slips": len(d.Slips), "doubles": len(d.Doubles), "variants": len(d.Variants), "lower": len(d.Caps.Lower), "upper": len(d.Caps.Upper),
		"forms": len(d.Caps.Forms), "levels": len(d.Caps.Levels), "abbreviations": len(d.Abbrs), "kinds": len(d.Kinds), "mail": len(d.Mail),
	} {
		if n < 5 {
			t.Errorf("%d %s", n, what)
		}
	}
}

// TestDataOfTheLaw: some facts that are told elsewhere too, so that a slip in
// the files shows.
func TestDataOfTheLaw(t *testing.T) {
	d := embedded(t)
	texts := map[string]KnownText{}
	for _, x := range d.Texts {
		texts[x.So] = x
	}
	for so, want := range map[string]string{
		"91/2017/NĐ-CP": "31/7/2017 01/01/2024 98/2023/NĐ-CP", "98/2023/NĐ-CP": "31/12/2023 01/7/2025 152/2025/NĐ-CP", "66-QĐ/TW": "06/02/2017 09/01/2026 399-QĐ/TW",
		"36-HD/VPTW": "03/4/2018 27/5/2026 05-HD/VPTW", "12/2012/QH13": "20/6/2012 01/7/2025 50/2024/QH15", "1014/QĐ-TLĐ": "19/8/2011 14/5/2024 933/QĐ-TLĐ",
	} {
		x := texts[so]
		f := strings.Fields(want)
		if x.Ngay.String() != f[0] || x.Het.String() != f[1] || !strings.HasSuffix(x.Thay, f[2]) || !x.Chac {
			t.Errorf("%+v, want %s", x, want)
		}
		if now, ok := texts[f[2]]; !ok || !now.Het.Zero() && f[2] != "98/2023/NĐ-CP" {
			t.Errorf("%s is replaced by %s, of which the file says %+v", so, f[2], now)
		}
	}
	years := map[Day]int{}
	for _, a := range d.Anniversaries {
		if years[a.Ngay] == 0 {
			years[a.Ngay] = a.Goc
		}
	}
	for day, year := range map[Day]int{{3, 2}: 1930, {28, 7}: 1929, {19, 5}: 1890, {20, 11}: 1982, {22, 12}: 1944, {0, 12}: 1972, {1, 5}: 1886} {
		if years[day] != year {
			t.Errorf("%v: %d, want %d", day, years[day], year)
		}
	}
}

// TestSlipsAreNoWords: a wrong form stands in no right text of the program: not
// in the plans, not among the right forms.
func TestSlipsAreNoWords(t *testing.T) {
	d := embedded(t)
	var right [][]string
	for _, s := range d.Slips {
		right = append(right, fact.Phrase(s.Dung))
	}
	for _, v := range d.Texts {
		right = append(right, fact.Phrase(v.Ten))
	}
	files, _ := filepath.Glob("../../samples/*/*.yaml")
	more, _ := filepath.Glob("../../templates/khoi-dau/*.yaml")
	for _, f := range append(files, more...) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			right = append(right, fact.Phrase(line))
		}
	}
	first := map[string][]Slip{}
	for _, s := range d.Slips {
		w, _, _ := strings.Cut(s.Sai, " ")
		first[w] = append(first[w], s)
	}
	for _, words := range right {
		for i, w := range words {
			for _, s := range first[w] {
				sai := strings.Fields(s.Sai)
				if i+len(sai) <= len(words) && strings.Join(words[i:i+len(sai)], " ") == s.Sai && len(s.Truoc)+len(s.Sau) == 0 &&
					!has(s.KhongTruoc, words, i-1) && !has(s.KhongSau, words, i+len(sai)) {
					t.Errorf("%s stands in %q", s.Sai, strings.Join(words, " "))
				}
			}
		}
	}
}

func has(list, words []string, i int) bool {
	for _, w := range list {
		if i >= 0 && i < len(words) && words[i] == w {
			return true
		}
	}
	return false
}

// TestFaultyData: what is wrong in a file is told at its line and column.
func TestFaultyData(t *testing.T) {
	const head = "nguon: a\nkiem_tra: 22/11/2026\n"
	for _, c := range []struct {
		name, file, text string
		want             string // code:line:column
	}{
		{"clean", annivFile, head + "ky_niem: [{ngay: 28/7, goc: 1929, ten: A, nhan: [a], chac: có}]\n", ""},
		{"no head", annivFile, "ky_niem: []\n", "DATA-SOURCE:1:1"},
		{"half a head", annivFile, "nguon: a\nky_niem: []\n", "DATA-SOURCE:1:1"},
		{"a blank source", annivFile, "nguon:\nkiem_tra: 22/11/2026\nky_niem: []\n", "DATA-SOURCE:1:1"},
		{"a wrong day of the head", annivFile, "nguon: a\nkiem_tra: 31/11/2026\n", "DATA-DATE:2:11"},
		{"an unknown key", annivFile, head + "ky_niem: []\nngay_nghi: []\n", "YAML-KEY:4:1"},
		{"an unknown key inside", annivFile, head + "ky_niem:\n  - {ngay: 28/7, goc: 1929, ten: A, nhan: [a], chac: có, nam: 1}\n", "YAML-KEY:4:58"},
		{"a key is missing", annivFile, head + "ky_niem:\n  - {ngay: 28/7, ten: A, nhan: [a], chac: có}\n", "YAML-MISSING:4:5 DATA-YEAR:4:5"},
		{"an impossible day", annivFile, head + "ky_niem:\n  - {ngay: 31/6, goc: 1929, ten: A, nhan: [a], chac: có}\n", "DATA-DATE:4:12"},
		{"a day with its year", annivFile, head + "ky_niem:\n  - {ngay: 28/7/1929, goc: 1929, ten: A, nhan: [a], chac: có}\n", "DATA-DATE:4:12"},
		{"only a month", annivFile, head + "ky_niem: [{ngay: tháng 12, goc: 1972, ten: A, nhan: [a], chac: có}]\n", ""},
		{"a month that is none", annivFile, head + "ky_niem: [{ngay: tháng 13, goc: 1972, ten: A, nhan: [a], chac: có}]\n", "DATA-DATE:3:18"},
		{"a year in words", annivFile, head + "ky_niem:\n  - {ngay: 28/7, goc: xưa, ten: A, nhan: [a], chac: có}\n", "YAML-TYPE:4:23 DATA-YEAR:4:5"},
		{"a holiday", annivFile, head + "nghi: [{ten: A, ngay: 02/9}, {ten: B, ngay: 06/02/2027}]\n", ""},
		{"a holiday without a day", annivFile, head + "nghi: [{ten: A, ngay: tháng 9}]\n", "DATA-DATE:3:23"},
		{"a text that ends before it begins", textFile, head + "van_ban:\n  - {so: 1/NĐ-CP, loai: Nghị định, ten: a, ngay: 05/3/2020, het: 05/3/2019, chac: có}\n", "DATA-ORDER:4:5"},
		{"sure or not", textFile, head + "van_ban:\n  - {so: 1/NĐ-CP, loai: Nghị định, ten: a}\n", "YAML-MISSING:4:5"},
		{"an American date", textFile, head + "van_ban:\n  - {so: 1/NĐ-CP, loai: Nghị định, ten: a, ngay: 2020-03-05, chac: có}\n", "DATA-DATE:4:50"},
		{"two of one abbreviation", abbrFile, head + "viet_tat:\n  - {ngan: A, day: a}\n  - {ngan: A, day: b}\n", "DATA-DUP:5:5"},
		{"a slip that is right", slipFile, head + "go_sai:\n  - {sai: a b, dung: a b}\n", "DATA-SAME:4:5"},
		{"a doubled word that is none", slipFile, head + "lap_dung: [luôn luôn, luôn lung]\n", "DATA-DOUBLE:3:23"},
		{"broken grammar", slipFile, head + "go_sai:\n  - {sai: a b, dung: a c\n", "YAML-START:4:5 YAML-TYPE:4:5"},
		{"a list without its header", unitList, "01,Thành phố A,00001,Phường B\n", "DATA-CSV:1:1"},
		{"a row too short", unitList, unitColumns + "\n01,Thành phố A,00001,Phường B\n01,Thành phố A,Phường C\n", "DATA-CSV:3:1"},
		{"a unit without its level", unitList, unitColumns + "\r\n01,Thành phố A,00001,B\r\n", "DATA-CSV:2:1"},
	} {
		_, found := LoadData(func(name string) ([]byte, error) {
			if name == c.file {
				return []byte(c.text), nil
			}
			return os.ReadFile(filepath.Join("../../templates", name))
		})
		var got []string
		for _, f := range found {
			got = append(got, fmt.Sprintf("%s:%d:%d", f.Code, f.At.Line, f.At.Column))
			if f.At.File != c.file || f.Hint.Vi == "" || f.Message.En == "" {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
	d, found := LoadData(func(string) ([]byte, error) { return nil, errors.New("gone") })
	if len(found) != 11 || d == nil || found[0].Code != "DATA-MISSING" {
		t.Errorf("no files: %+v", found)
	}
}
