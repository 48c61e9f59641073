package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// FormView is provisional.
type FormView struct {
	Groups []FormGroup
	fields []write.Field
}

// FormGroup is provisional.
type FormGroup struct {
	ID     string
	Name   diag.Msg
	Fields []FormField
}

// FormField is provisional.
type FormField struct {
	write.Field
	Label, Hint diag.Msg
	Example     string
	More        bool
	Kids        []FormField
}

// Form is provisional.
func (o *Office) Form(in Input) *FormView {
	root, _ := strictyaml.Parse(in.Name, in.Data)
	v := &FormView{fields: write.Fields(root, string(in.Data))}
	v.Groups = []FormGroup{{ID: "tat-ca", Name: diag.M("Kế hoạch", "Plan"), Fields: wrapFields(v.fields)}}
	return v
}

func wrapFields(fs []write.Field) []FormField {
	var out []FormField
	for _, f := range fs {
		out = append(out, FormField{Field: f, Label: diag.Msg{Vi: f.Key, En: f.Key}, Hint: diag.Msg{Vi: f.Doc, En: f.En}, More: !f.Usual, Kids: wrapFields(f.Kids)})
	}
	return out
}

// FieldOf is provisional.
func (v *FormView) FieldOf(line, column int) (string, int, int) {
	return write.FieldOf(v.fields, line, column)
}

// FieldValue is provisional.
func FieldValue(s string) string { return write.FieldValue(s) }

// SetField is provisional.
func (o *Office) SetField(in Input, path, value string) ([]byte, []diag.Finding) {
	out, err := write.SetField(string(in.Data), path, value)
	if err != nil {
		return nil, []diag.Finding{diag.New("X", diag.Error, "x", diag.Place{}, diag.M("%v", "%v", err), diag.M("x", "x"))}
	}
	return []byte(out), nil
}

func edited(out string, err error) ([]byte, []diag.Finding) {
	if err != nil {
		return nil, []diag.Finding{diag.New("X", diag.Error, "x", diag.Place{}, diag.M("%v", "%v", err), diag.M("x", "x"))}
	}
	return []byte(out), nil
}

// AddItem is provisional.
func (o *Office) AddItem(in Input, path string, at int) ([]byte, []diag.Finding) {
	return edited(write.AddItem(string(in.Data), path, at))
}

// RemoveItem is provisional.
func (o *Office) RemoveItem(in Input, path string) ([]byte, []diag.Finding) {
	return edited(write.RemoveItem(string(in.Data), path))
}

// MoveItem is provisional.
func (o *Office) MoveItem(in Input, path string, by int) ([]byte, []diag.Finding) {
	return edited(write.MoveItem(string(in.Data), path, by))
}

// DropField is provisional.
func (o *Office) DropField(in Input, path string) ([]byte, []diag.Finding) {
	return edited(write.DropField(string(in.Data), path))
}
