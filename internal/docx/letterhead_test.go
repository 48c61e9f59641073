package docx_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/readback"
)

// keys are those that a letterhead may hold here.
func keys() []docx.LetterheadKey {
	var out []docx.LetterheadKey
	for _, name := range []string{"chu_quan", "co_quan", "dia_danh_ngay", "noi_dung", "so_ky_hieu", "ten_loai", "trich_yeu"} {
		out = append(out, docx.LetterheadKey{Name: name, Doc: diag.Msg{Vi: name, En: name}})
	}
	return out
}

// values are one for each key; none of their words stands in a letterhead.
func values() map[string]string {
	return map[string]string{
		"co_quan": "HỢP TÁC XÃ LÒ THỊ", "dia_danh_ngay": "Bản Mường, ngày 05 tháng 3 năm 2027", "so_ky_hieu": "12/KH-HTX",
		"trich_yeu": "Nạo vét mương\nvà sửa cầu", "noi_dung": "never",
	}
}

func letterheadOf(t testing.TB, name string, data []byte) *docx.Letterhead {
	t.Helper()
	l, found := docx.ReadLetterhead(name, data, keys())
	if l == nil {
		t.Fatalf("%s: %v", name, found)
	}
	return l
}

func codesOf(found []diag.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

// TestLetterheadKeys: in the shapes of all makers the keys are found, and a key
// that Word has cut is told.
func TestLetterheadKeys(t *testing.T) {
	for _, in := range readback.Letterheads() {
		l, found := docx.ReadLetterhead(in.Name, in.Data, keys())
		if l == nil {
			t.Errorf("%s: %v", in.Name, found)
			continue
		}
		var got []string
		for key := range l.Keys {
			got = append(got, key)
		}
		slices.Sort(got)
		if !slices.Equal(got, in.Keys) {
			t.Errorf("%s: keys %v, want %v", in.Name, got, in.Keys)
		}
		if split := strings.Contains(codesOf(found), "LETTERHEAD-KEY-SPLIT"); split != in.Split {
			t.Errorf("%s: a cut key is told: %v, want %v", in.Name, split, in.Split)
		}
	}
}

// spoken are the keys as the letterheads of tests write them.
var spoken = map[string]string{
	"CƠ QUAN": "co_quan", "Số ký hiệu": "so_ky_hieu", "Trích yếu": "trich_yeu", "Nội dung": "noi_dung", "Đi\u0323a danh nga\u0300y": "dia_danh_ngay", "Địa danh ngày": "dia_danh_ngay",
}

var braces = regexp.MustCompile(`\{[^{}]*\}`)

// filledText is a text with values in the place of its keys.
func filledText(text string, values map[string]string) string {
	return braces.ReplaceAllStringFunc(text, func(typed string) string {
		key := strings.TrimSpace(strings.Trim(typed, "{}"))
		if ascii, ok := spoken[key]; ok {
			key = ascii
		}
		if key == "noi_dung" {
			return letterhead.Mark
		}
		if v, ok := values[key]; ok || key == "chu_quan" {
			return v
		}
		return typed
	})
}

// TestFillKeepsText: a filled letterhead has the text that it had, in its order,
// with each value where its key stood; in the branches that Word does not show
// no key is left either.
func TestFillKeepsText(t *testing.T) {
	for _, in := range readback.Letterheads() {
		f, err := letterheadOf(t, in.Name, in.Data).Fill(values())
		if err != nil {
			t.Errorf("%s: %v", in.Name, err)
			continue
		}
		before, after := parts(t, in.Data), parts(t, f.Bytes())
		for name := range before {
			if strings.HasPrefix(name, "word/media/") && before[name] != after[name] {
				t.Errorf("%s: %s differs", in.Name, name)
			}
			if !strings.HasPrefix(name, "word/document") && !strings.HasPrefix(name, "word/header") && !strings.HasPrefix(name, "word/footer") {
				continue
			}
			got, want := shown(t, after[name]), filledText(shown(t, before[name]), values())
			if got != want {
				t.Errorf("%s: %s:\n%s\nwant\n%s", in.Name, name, got, want)
			}
			if strings.Contains(after[name], "w:dataBinding") {
				t.Errorf("%s: Word would put other data in the place of a value", in.Name)
			}
			for _, key := range in.Keys {
				if strings.Contains(after[name], ">{"+key+"}") {
					t.Errorf("%s: %s: {%s} is left", in.Name, name, key)
				}
			}
		}
	}
}

// shown is the text of a part.
func shown(t testing.TB, part string) string {
	t.Helper()
	text, err := readback.DocxText(readback.Zip(readback.ZipEntry{Name: "word/document.xml", Content: []byte(part)}))
	if err != nil {
		t.Fatal(err)
	}
	return text
}
