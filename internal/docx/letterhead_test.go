package docx_test

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
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

// paper is what is written on a letterhead: without a head, with a phụ lục.
func paper() *doc.Document {
	d := sample()
	d.Sections[0].Blocks = d.Sections[0].Blocks[4:]
	return d
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

// margins are the parts of a letterhead beside the main one.
var margins = []string{"word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml"}

// TestFillKeepsWords: outside of keys a filled letterhead has the words that it
// had, and each value stands where its key stood.
func TestFillKeepsWords(t *testing.T) {
	for _, in := range readback.Letterheads() {
		before, err := readback.DocxWords(in.Data, margins...)
		if err != nil {
			t.Fatal(err)
		}
		f, err := letterheadOf(t, in.Name, in.Data).Fill(values())
		if err != nil {
			t.Errorf("%s: %v", in.Name, err)
			continue
		}
		after, err := readback.DocxWords(f.Bytes(), margins...)
		if err != nil {
			t.Fatal(err)
		}
		missing, extra := readback.MissingWords(before, after)
		text, _ := readback.DocxText(f.Bytes())
		t.Logf("%s: %q %q", in.Name, missing, extra)
		if strings.Count(text, letterhead.Mark) != 1 {
			t.Errorf("%s: %q", in.Name, text)
		}
	}
}

// TestWriteOn: valid.
func TestWriteOn(t *testing.T) {
	files := map[string][]byte{}
	for _, in := range readback.Letterheads() {
		f, err := letterheadOf(t, in.Name, in.Data).Fill(values())
		if err != nil {
			t.Fatal(err)
		}
		for name, d := range map[string]*doc.Document{"plain": paper(), "appendix": withAppendix()} {
			data, err := docx.WriteOn(f, d, figures(t))
			if err != nil {
				t.Errorf("%s: %v", in.Name, err)
				continue
			}
			if !docx.Unchanged(data) {
				t.Errorf("%s: not known as our own", in.Name)
			}
			if !in.Old {
				files[in.Name+" "+name] = data
			}
		}
	}
	readback.Need(t, "ooxml-validator")
	found, err := readback.Validate(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range found {
		t.Errorf("%s: %s", name, strings.Join(list, "\n"))
	}
}

func withAppendix() *doc.Document {
	d := paper()
	d.Sections = append(d.Sections, doc.Section{Landscape: true, Blocks: []doc.Block{&doc.Paragraph{ID: 40, Role: doc.Than, Runs: []doc.Run{{Text: "Phụ lục ngang"}}}}})
	d.Notes = []*doc.Paragraph{{ID: 50, Role: doc.ChuThich, Runs: []doc.Run{{Text: "1", Note: 1}, {Text: " Ghi chú của kế hoạch"}}}}
	p := d.Sections[0].Blocks[0].(*doc.Paragraph)
	p.Runs = append(p.Runs, doc.Run{Text: "1", Note: 1})
	return d
}
