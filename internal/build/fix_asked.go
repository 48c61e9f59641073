package build

import (
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// asked tells whether a finding is mended for somebody who asks for it: in other
// lines than the marked one too, so `check --fix` leaves it alone.
func (o *Office) asked(f diag.Finding) bool {
	return f.Ask && f.Judged && o.rules[f.Code].Fix == check.Asked
}

// ask mends one finding; nil where it cannot.
func (o *Office) ask(in Input, orig *read.Original, f diag.Finding) []byte {
	switch f.Code {
	case "NUMBERING":
		return o.recount(in, orig, f)
	case "NN-LUU":
		return o.moveLine(in, f, "noi_nhan", "luu", func(line, luu string) (string, bool) {
			typed, ok := check.LuuOf(line)
			if !ok {
				return "", false
			}
			return check.OneLuu(typed, luu)
		})
	case "CITE-LEAD":
		return o.moveLine(in, f, "can_cu", "mo_dau", func(line, opening string) (string, bool) {
			return line, check.Leads(line) && strings.TrimSpace(opening) == ""
		})
	}
	return nil
}

// recount counts the numbers of a list anew from a finding on.
func (o *Office) recount(in Input, orig *read.Original, f diag.Finding) []byte {
	p, _ := o.Read(in)
	if p == nil {
		return nil
	}
	text, _ := read.Source(in.Name, []byte(orig.Text))
	lines := strings.Split(text, "\n")
	var edits []write.Edit
	for _, s := range check.Recount(p, f.At) {
		e, ok := editOf(orig, lines, diag.Finding{At: s.At, Fix: s.New})
		if !ok {
			return nil
		}
		edits = append(edits, e)
	}
	out, n := write.Edits(orig.Text, edits)
	if n == 0 || n < len(edits) {
		return nil
	}
	return orig.Encode(out)
}

// moveLine takes the line of a finding out of a field of lines; take gives what
// another field is to hold then, from that line and what it holds.
func (o *Office) moveLine(in Input, f diag.Finding, from, to string, take func(line, value string) (string, bool)) []byte {
	text, _ := read.Source(in.Name, in.Data)
	root, _ := strictyaml.Parse(in.Name, []byte(text))
	fields := write.Fields(root, text)
	path, n := "", 0
	if p, line, _ := write.FieldOf(fields, f.At.Line, f.At.Column); p == from {
		path, n = p, line-1
	}
	source, target := write.FieldAt(fields, from), write.FieldAt(fields, to)
	if path == "" || source == nil || target == nil || source.Locked || target.Locked {
		return nil
	}
	lines := strings.Split(source.Value, "\n")
	if n < 0 || n >= len(lines) {
		return nil
	}
	value, ok := take(lines[n], target.Value)
	if !ok {
		return nil
	}
	out, _ := o.SetField(in, from, strings.Join(append(lines[:n:n], lines[n+1:]...), "\n"))
	if out == nil || value == target.Value {
		return out
	}
	in.Data = out
	out, _ = o.SetField(in, to, value)
	return out
}
