package build

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// FormView is a plan file as a form in which people fill in.
type FormView struct {
	ID, Name string // of the house form; "" where none is known
	Groups   []FormGroup
	Findings []diag.Finding // of reading the file

	fields []write.Field
	maker  fieldMaker
}

// FormGroup is a group of fields, in the order of the paper.
type FormGroup struct {
	ID     string
	Label  diag.Msg
	Fields []FormField
}

// ListField is the kind of a field that holds rows.
const ListField = write.List

// FormField is a field with what a page says of it. Kids stand in the place of
// those of the field itself.
type FormField struct {
	write.Field
	Label   diag.Msg
	One     diag.Msg // of a list, what one of its items is called
	Hint    diag.Msg
	Example string   // from the starter plan of the form
	More    bool     // seldom used: under "more", unless it is given
	Choices []Choice // of a closed list, with the value that the field has; none where anything may be typed
	Reuse   bool     // its lines come again from plan to plan
	Kids    []FormField
}

// Choice is a value that a field may have.
type Choice struct{ Value, Name string }

// Form gives the fields of a plan file, with their values and what is told of
// them. A file that breaks the grammar of YAML gives what can be read. Places are
// those of findings.
func (o *Office) Form(in Input) *FormView {
	v, whole := o.fieldsOf(in)
	st := o.Forms.Default()
	if whole {
		p, found := read.YAML(in.Name, in.Data, read.Options{HasGlyph: o.Fonts.Has})
		v.Findings = found
		if paper := (&Paper{Plan: p}); p != nil {
			if o.choose(paper); paper.Standard != nil {
				st = paper.Standard
			}
		}
	}
	o.groupsOf(v, st)
	return v
}

// FormOf is Form for a file that was checked already, and need not be read again.
func (o *Office) FormOf(in Input, c *Checked) *FormView {
	if c.Paper == nil || c.Paper.Standard == nil {
		return o.Form(in)
	}
	v, _ := o.fieldsOf(in)
	v.Findings = c.Paper.Findings
	o.groupsOf(v, c.Paper.Standard)
	return v
}

// fieldsOf is a view with the fields of a file; false where its bytes are no text.
func (o *Office) fieldsOf(in Input) (*FormView, bool) {
	v := &FormView{}
	text, found := read.Source(in.Name, in.Data)
	if diag.HasErrors(found) {
		v.Findings = found
	}
	root, _ := strictyaml.Parse(in.Name, []byte(text))
	v.fields = write.Fields(root, text)
	return v, len(v.Findings) == 0
}

// groupsOf puts the fields of a view into their groups.
func (o *Office) groupsOf(v *FormView, st *standard.Standard) {
	v.ID, v.Name = st.ID, st.Name
	m := fieldMaker{words: o.fields, forms: o.lineage(st), form: wordsIn(st), lists: o.choicesIn(st), examples: o.examplesOf(st.ID)}
	v.maker = m
	for _, g := range o.fields.Nhom {
		group := FormGroup{ID: g.Ma, Label: g.Nhan.msg()}
		for _, key := range g.Khoa {
			if i := slices.IndexFunc(v.fields, func(f write.Field) bool { return f.Key == key }); i >= 0 {
				group.Fields = append(group.Fields, m.field(v.fields[i]))
			}
		}
		v.Groups = append(v.Groups, group)
	}
}

// lineage is the id of a form and those of the forms that it rests on.
func (o *Office) lineage(st *standard.Standard) []string {
	var out []string
	for ok := true; ok && !slices.Contains(out, st.ID); st, ok = o.Forms.Get(st.Inherits) {
		out = append(out, st.ID)
	}
	return out
}

type fieldMaker struct {
	words    *fieldWords
	forms    []string // the form and those that it rests on
	form     *strings.Replacer
	lists    map[string][]Choice // that nhap.yaml names
	examples map[string]string
}

func (m fieldMaker) field(f write.Field) FormField {
	w := m.words.of(m.forms, f.Path)
	hint := diag.Msg{Vi: m.form.Replace(w.GoiY.Vi), En: m.form.Replace(w.GoiY.En)}
	out := FormField{Field: f, Label: w.Nhan.msg(), One: w.Mot.msg(), Hint: hint, More: w.Them, Reuse: w.DungLai, Example: m.examples[strings.Join(withoutNumbers(f.Path), ".")]}
	out.Choices = m.choices(w.Chon, f)
	for _, kid := range f.Kids {
		k := m.field(kid)
		if f.Kind == write.Map { // its code is the label
			k.Label, k.Hint, k.More = diag.Msg{Vi: kid.Key, En: kid.Key}, diag.Msg{}, false
		}
		out.Kids = append(out.Kids, k)
	}
	return out
}

// examplesOf are the examples of a form, read once.
func (o *Office) examplesOf(form string) map[string]string {
	if once, ok := o.exampled[form]; ok {
		return once()
	}
	return o.examples(form)
}

// examples are the first texts of the starter plan of a form, by their keys
// without numbers.
func (o *Office) examples(form string) map[string]string {
	out := map[string]string{}
	data, found := o.Starter(form)
	if diag.HasErrors(found) {
		return out
	}
	text, _ := read.Source("", data)
	root, _ := strictyaml.Parse("", []byte(text))
	var walk func([]write.Field)
	walk = func(fields []write.Field) {
		for _, f := range fields {
			if name := strings.Join(withoutNumbers(f.Path), "."); f.Value != "" && out[name] == "" {
				out[name] = f.Value
			}
			walk(f.Kids)
		}
	}
	walk(write.Fields(root, text))
	return out
}

// Field finds a field by its path; nil where there is none.
func (v *FormView) Field(path string) *FormField {
	for g := range v.Groups {
		if f := fieldIn(v.Groups[g].Fields, path); f != nil {
			return f
		}
	}
	return nil
}

func fieldIn(fields []FormField, path string) *FormField {
	for i := range fields {
		f := &fields[i]
		if f.Path == path {
			return f
		}
		if strings.HasPrefix(path, f.Path+".") {
			return fieldIn(f.Kids, path)
		}
	}
	return nil
}

// FieldOf finds the innermost field that holds a place of the file, such as that
// of a finding, and the line and column of its value, from 1.
func (v *FormView) FieldOf(at diag.Place) (path string, line, column int) {
	return write.FieldOf(v.fields, at.Line, at.Column)
}

// SetField puts a value into a field of a plan file. It gives the new file, and
// nil with a finding where the field was left as it is.
func (o *Office) SetField(in Input, path, value string) ([]byte, []diag.Finding) {
	return changed(in, func(text string) (string, error) { return write.SetField(text, path, value) })
}

// DropField takes a key out of a plan file: what it says is not printed.
func (o *Office) DropField(in Input, path string) ([]byte, []diag.Finding) {
	return changed(in, func(text string) (string, error) { return write.DropField(text, path) })
}

// AddItem puts a new item with blank keys into a list of a plan file.
func (o *Office) AddItem(in Input, path string, at int) ([]byte, []diag.Finding) {
	return changed(in, func(text string) (string, error) { return write.AddItem(text, path, at) })
}

// RemoveItem takes an item out of a list of a plan file.
func (o *Office) RemoveItem(in Input, path string) ([]byte, []diag.Finding) {
	return changed(in, func(text string) (string, error) { return write.RemoveItem(text, path) })
}

// MoveItem moves an item of a list of a plan file by some places.
func (o *Office) MoveItem(in Input, path string, by int) ([]byte, []diag.Finding) {
	return changed(in, func(text string) (string, error) { return write.MoveItem(text, path, by) })
}

// FieldValue is how a value that was typed is kept: see write.FieldValue.
func FieldValue(typed string) string { return write.FieldValue(typed) }
