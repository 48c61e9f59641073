package build

import (
	"kehoach.example/internal/diag"
)

// Import reads a source of any kind and gives the plan as a commented YAML
// file. Findings of severity error mean that there is no file.
func (o *Office) Import(in Input) ([]byte, []diag.Finding) { return nil, nil }

// Fmt gives a plan file in canonical form: its comments, its meaning and its
// blank lines stay.
func (o *Office) Fmt(in Input) ([]byte, []diag.Finding) { return nil, nil }

// Starter gives the starter plan of a form, "" for the default one.
func (o *Office) Starter(form string) ([]byte, []diag.Finding) { return nil, nil }
