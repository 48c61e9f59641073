package build

import (
	"io/fs"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// fieldsFile is where the words of the fields stand in a templates folder.
const fieldsFile = "du-lieu/nhap.yaml"

// fieldWords are the labels and hints of the fields of a plan file.
type fieldWords struct {
	Nguon   string                          `key:"nguon" need:"true"`
	KiemTra string                          `key:"kiem_tra" need:"true"`
	Nhom    []groupWords                    `key:"nhom" need:"true"`
	O       map[string]fieldWord            `key:"o" need:"true"`
	TheThuc map[string]map[string]fieldWord `key:"the_thuc"`
}

// groupWords is a group of fields as it is shown.
type groupWords struct {
	Ma   string   `key:"ma" need:"true"`
	Nhan twoWords `key:"nhan" need:"true"`
	Khoa []string `key:"khoa" need:"true"`
}

// fieldWord is what is told of one field.
type fieldWord struct {
	Nhan    twoWords `key:"nhan"`
	Mot     twoWords `key:"mot"` // one item of a list
	GoiY    twoWords `key:"goi_y"`
	Them    bool     `key:"them"`
	DungLai bool     `key:"dung_lai"` // its lines come again from plan to plan
	Chon    []string `key:"chon"`     // the values that it may have; {do_khan} and {the_thuc} are those of the forms
}

// twoWords is a text in both languages.
type twoWords struct {
	Vi string `key:"vi" need:"true"`
	En string `key:"en" need:"true"`
}

func (w twoWords) msg() diag.Msg { return diag.Msg{Vi: w.Vi, En: w.En} }

// loadFieldWords reads the words of the program, and over them those of an
// office's own: what its files do not name stays.
func loadFieldWords(templates fs.FS, own []Layer) (*fieldWords, []diag.Finding) {
	w := &fieldWords{}
	data, err := fs.ReadFile(templates, fieldsFile)
	if err != nil {
		return w, []diag.Finding{diag.New("DATA-MISSING", diag.Error, "du-lieu", diag.Place{File: fieldsFile},
			diag.M("không đọc được tệp dữ liệu: %v", "the file of data cannot be read: %v", err),
			diag.M("đặt lại tệp vào thư mục du-lieu", "put the file back into the folder du-lieu"))}
	}
	found := w.lay(fieldsFile, data)
	for _, layer := range own {
		if data, ok := layer.Files[fieldsFile]; ok {
			found = append(found, w.lay(layer.Path(fieldsFile), data)...)
		}
	}
	return w, found
}

func (w *fieldWords) lay(file string, data []byte) []diag.Finding {
	n, found := strictyaml.Parse(file, data)
	if n != nil {
		d := strictyaml.Decoder{Hint: diag.M("viết như trong tệp cùng tên của chương trình", "write it as in the program's file of this name")}
		d.Decode(n, w)
		found = append(found, d.Findings...)
	}
	return found
}

// of finds the words for a field in one of several forms, the first that has
// some: those of the longest end of its path without numbers, of
// "phu_luc.0.nhiem_vu.1.viec" those of "nhiem_vu.viec".
func (w *fieldWords) of(forms []string, path string) fieldWord {
	keys := withoutNumbers(path)
	for i := range keys {
		name := strings.Join(keys[i:], ".")
		word, ok := w.O[name]
		if !ok {
			continue
		}
		for _, form := range slices.Backward(forms) {
			own := w.TheThuc[form][name]
			if own.Nhan.Vi != "" {
				word.Nhan = own.Nhan
			}
			if own.GoiY.Vi != "" {
				word.GoiY = own.GoiY
			}
		}
		return word
	}
	return fieldWord{}
}

func withoutNumbers(path string) []string {
	var out []string
	for _, seg := range strings.Split(path, ".") {
		if strings.Trim(seg, "0123456789") != "" {
			out = append(out, seg)
		}
	}
	return out
}

// wordsIn puts the words of a form into hints.
func wordsIn(st *standard.Standard) *strings.Replacer {
	var urgent []string
	for _, m := range st.Form.Marks.DoKhan {
		urgent = append(urgent, m.Text)
	}
	return strings.NewReplacer(
		"{so}", strings.NewReplacer("{so}", "…", "{ky_hieu}", "…").Replace(st.Form.So),
		"{ket}", st.Form.EndMark,
		"{luu}", strings.TrimSpace(strings.TrimPrefix(st.Form.NoiNhan.Luu, st.Form.NoiNhan.Item)),
		"{quyen_han}", strings.Join(st.Form.Authority, ", "),
		"{muc_dich}", st.Form.MucDich,
		"{yeu_cau}", st.Form.YeuCau,
		"{ten_loai}", st.Form.TenLoai,
		"{do_khan}", strings.Join(urgent, ", "),
	)
}

// choicesIn are the lists of values that a form has, and the forms themselves.
func (o *Office) choicesIn(st *standard.Standard) map[string][]Choice {
	out := map[string][]Choice{}
	for _, m := range st.Form.Marks.DoKhan {
		out["{do_khan}"] = append(out["{do_khan}"], Choice{m.Text, m.Text})
	}
	for _, id := range o.Forms.IDs() {
		if st, ok := o.Forms.Get(id); ok {
			out["{the_thuc}"] = append(out["{the_thuc}"], Choice{id, st.Name})
		}
	}
	return out
}

// choices are the values that a field may have, and the one that it has.
func (m fieldMaker) choices(names []string, f write.Field) []Choice {
	var out []Choice
	for _, name := range names {
		if list, ok := m.lists[name]; ok {
			out = append(out, list...)
		} else if !strings.HasPrefix(name, "{") {
			out = append(out, Choice{name, name})
		}
	}
	known := slices.ContainsFunc(out, func(c Choice) bool { return c.Value == f.Value })
	if len(out) > 0 && f.Value != "" && !known {
		out = append(out, Choice{f.Value, f.Value})
	}
	return out
}
