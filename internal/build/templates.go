package build

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
	"kehoach.example/internal/strictyaml"
)

const starterFolder = "khoi-dau/"

// readable brings the files of an office's own folders to plain UTF-8 text, as
// it is done with plans: they too come out of Notepad.
func readable(own []Layer) ([]Layer, []diag.Finding) {
	var (
		out   []Layer
		found []diag.Finding
	)
	for _, layer := range own {
		files := map[string][]byte{}
		for _, file := range slices.Sorted(maps.Keys(layer.Files)) {
			text, fs := read.Source(layer.Path(file), layer.Files[file])
			for i := range fs {
				if fs[i].Code == "FILE-EMPTY" {
					fs[i].Hint = diag.M("viết nội dung vào tệp, hoặc xóa tệp", "write something into the file, or delete it")
				}
			}
			files[file], found = []byte(text), append(found, fs...)
		}
		out = append(out, Layer{Name: layer.Name, Files: files})
	}
	return out, found
}

// lay takes from an office's own folder what is no form: words of recognition
// and starter plans; and holds its forms to what the fonts can print.
func (o *Office) lay(own Layer) []diag.Finding {
	var found []diag.Finding
	for _, file := range slices.Sorted(maps.Keys(own.Files)) {
		folder, name := path.Split(file)
		switch id := strings.TrimSuffix(name, path.Ext(name)); {
		case file == read.VocabularyFile:
			found = append(found, o.words.Lay(own.Path(file), own.Files[file])...)
		case folder == starterFolder && !o.hasForm(id):
			found = append(found, diag.New("STARTER-STRAY", diag.Error, "form", diag.Place{File: own.Path(file)},
				diag.M("kế hoạch mẫu này không thuộc thể thức nào: không có thể thức %q", "this starter plan belongs to no form: there is no form %q", id),
				diag.M("đặt tên tệp theo thể thức: %s", "name the file after its form: %s", strings.Join(o.Forms.IDs(), ", "))))
		case strings.HasPrefix(file, "the-thuc/") && o.Fonts != nil:
			found = append(found, o.printable(own, file)...)
			found = append(found, o.ruleWords(own, file)...)
		}
	}
	return found
}

// overlay reads files of data that are taken whole: from the topmost folder
// that has one. It remembers where each came from.
type overlay struct {
	templates fs.FS
	own       []Layer
	from      map[string]string
}

func (o overlay) read(file string) ([]byte, error) {
	for _, layer := range slices.Backward(o.own) {
		if data, ok := layer.Files[file]; ok {
			o.from[file] = layer.Path(file)
			return data, nil
		}
	}
	return fs.ReadFile(o.templates, file)
}

// placed names the files of findings as people name them.
func (o overlay) placed(found []diag.Finding) []diag.Finding {
	for i, f := range found {
		if p, ok := o.from[f.At.File]; ok {
			found[i].At.File = p
		}
	}
	return found
}

// hasForm tells whether a form is there or was left out for a mistake.
func (o *Office) hasForm(id string) bool {
	_, ok := o.Forms.Get(id)
	for _, own := range o.own {
		_, left := own.Files["the-thuc/"+id+".yaml"]
		ok = ok || left
	}
	return ok
}

// printable refuses words of a form with signs that the fonts do not have:
// they would be missing on paper.
func (o *Office) printable(own Layer, file string) []diag.Finding {
	var found []diag.Finding
	var walk func(n *strictyaml.Node)
	walk = func(n *strictyaml.Node) {
		for _, e := range n.Entries {
			walk(e.Value)
		}
		for _, item := range n.Items {
			walk(item)
		}
		for _, r := range n.Text {
			if r != '\n' && !o.Fonts.Has(r) {
				found = append(found, diag.New("FORM-GLYPH", diag.Error, "form", n.At,
					diag.M("phông chữ không có ký tự %q (U+%04X)", "the fonts do not have the sign %q (U+%04X)", r, r),
					diag.M("thay bằng ký tự khác", "use another sign")))
				return
			}
		}
	}
	root, _ := strictyaml.Parse(own.Path(file), own.Files[file])
	if root == nil {
		return nil
	}
	for _, e := range root.Entries {
		if strictyaml.Fold(e.Key) == "form" {
			walk(e.Value)
		}
	}
	return found
}

// ruleWords refuses what a form says of a rule that is not there, or in another
// word than those that tell how severe a rule is.
func (o *Office) ruleWords(own Layer, file string) []diag.Finding {
	var found []diag.Finding
	root, _ := strictyaml.Parse(own.Path(file), own.Files[file])
	if root == nil {
		return nil
	}
	for _, e := range root.Entries {
		if strictyaml.Fold(e.Key) != "kiem_tra" {
			continue
		}
		for _, rule := range e.Value.Entries {
			if !o.isRule(rule.Key) {
				found = append(found, diag.New("FORM-RULE", diag.Error, "form", rule.At,
					diag.M("không có quy tắc %q", "there is no rule %q", rule.Key), diag.M("xem kehoach rules", "see kehoach rules").
						OnPage(diag.M("xem tài liệu của chương trình", "see the documentation of the program"))))
			} else if w := rule.Value.Text; !slices.Contains(severities, w) {
				found = append(found, diag.New("FORM-RULE", diag.Error, "form", rule.Value.At,
					diag.M("%q không phải một mức của quy tắc", "%q is no severity of a rule", w),
					diag.M("ghi một trong: %s", "write one of: %s", strings.Join(severities, ", "))))
			}
		}
	}
	return found
}

// severities are the words in which a form tells how severe a rule is.
var severities = []string{string(diag.Error), string(diag.Warning), string(diag.Info), check.Off}

// Starter gives the starter plan of a form, "" for the default one. A form of
// an office's own without one gets that of the form it lies over.
func (o *Office) Starter(form string) ([]byte, []diag.Finding) {
	if form == "" {
		form = o.Forms.Default().ID
	}
	st, ok := o.Forms.Get(form)
	if !ok {
		return nil, []diag.Finding{o.UnknownForm(form, diag.Place{})}
	}
	for seen := map[string]bool{}; ok && !seen[st.ID]; st, ok = o.Forms.Get(st.Inherits) {
		seen[st.ID] = true
		if data, found, ok := o.starterOf(st.ID); ok {
			if diag.HasErrors(found) {
				return nil, found
			}
			if st.ID != form {
				data = inForm(data, form)
			}
			return data, nil
		}
	}
	return nil, []diag.Finding{diag.New("STARTER-MISSING", diag.Error, "form", diag.Place{},
		diag.M("thể thức %s chưa có kế hoạch mẫu", "the form %s has no starter plan", form),
		diag.M("đặt tệp khoi-dau/%s.yaml vào thư mục mẫu", "put a file khoi-dau/%s.yaml into the templates folder", form))}
}

// starterOf looks for a starter plan from the topmost folder down. One of an
// office's own must be a plan, else it is told.
func (o *Office) starterOf(form string) ([]byte, []diag.Finding, bool) {
	file := starterFolder + form + ".yaml"
	for i := len(o.own) - 1; i >= 0; i-- {
		if data, ok := o.own[i].Files[file]; ok {
			_, found := read.YAML(o.own[i].Path(file), data, read.Options{HasGlyph: o.Fonts.Has})
			return data, found, true
		}
	}
	data, err := fs.ReadFile(o.templates, file)
	return data, nil, err == nil
}

var plainName = regexp.MustCompile(`^\p{L}[\p{L}\d _-]*$`)

// inForm gives a starter plan of another form the name of this one.
func inForm(data []byte, form string) []byte {
	name := form
	if !plainName.MatchString(form) {
		name = "'" + strings.ReplaceAll(form, "'", "''") + "'"
	}
	root, _ := strictyaml.Parse("", data)
	if root == nil {
		return data
	}
	rows := strings.SplitAfter(string(data), "\n")
	for _, e := range root.Entries {
		v := e.Value
		switch {
		case strictyaml.Fold(e.Key) != "the_thuc":
		case v.Kind != strictyaml.Scalar || !v.Plain: // left to its writer
			return data
		default:
			row := []rune(rows[v.At.Line-1])
			rows[v.At.Line-1] = string(row[:v.At.Column-1]) + name + string(row[v.At.EndColumn-1:])
			return []byte(strings.Join(rows, ""))
		}
	}
	if len(root.Entries) == 0 {
		return data
	}
	first := root.Entries[0].At.Line - 1
	return []byte(strings.Join(rows[:first], "") + "the_thuc: " + name + "\n" + strings.Join(rows[first:], ""))
}

// UnknownForm tells of a form that is not there, and of those that are.
func (o *Office) UnknownForm(id string, at diag.Place) diag.Finding {
	ids := strings.Join(o.Forms.IDs(), ", ")
	hint := diag.M("dùng một trong: %s", "use one of: %s", ids)
	if len(o.own) == 0 {
		hint = diag.M("dùng một trong: %s; thể thức riêng của cơ quan thì thêm --templates THƯ-MỤC", "use one of: %s; for a form of your office's own add --templates DIR", ids).
			OnPage(diag.M("chọn thể thức trong danh sách: %s", "choose a form of the list: %s", ids))
	}
	return diag.New("FORM-UNKNOWN", diag.Error, "form", at, diag.M("không có thể thức %q", "there is no form %q", id), hint)
}

// Layers are the folders of templates of an office's own, as they were read.
func (o *Office) Layers() []Layer { return o.own }
