package fill

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// Holes are the names of all columns that a plan asks for, folded, each once, in
// the order of the paper: in holes, in conditions.
func Holes(p *plan.Plan) []string { return nil }

// Template is a plan that is held against the columns of a list.
type Template struct {
	Plan *plan.Plan
	Book *list.Book

	// Uses tells for each column of the first sheet, by index, what it is for;
	// a column without a use is not there.
	Uses map[int]list.Use
}

// New holds a plan against a list. Findings: holes without a column, columns
// that override a key (told), columns without any use (told), sheets that are
// missing. Its errors stop every row.
func New(p *plan.Plan, book *list.Book) (*Template, []diag.Finding) { return nil, nil }

// Fill makes the plan of a row. Problems are cells that cannot stand where they
// are to stand.
func (t *Template) Fill(row *list.Row) (*plan.Plan, []list.Problem) { return nil, nil }

// Differing are the paragraphs and keys of the plan whose words can differ
// between units, in the order of the paper: what a matrix has as its columns.
func (t *Template) Differing() []Part { return nil }

// Part is a paragraph or key of a plan that holds a hole, is overridden, depends
// on a condition or comes from a sheet.
type Part struct {
	ID   string     // stable within a plan: "co_quan", "muc[2].noi_dung[4]"
	At   diag.Place // in the plan
	Text string     // as it stands in the plan, with its holes
}

// Texts gives the words of each Part in the plan of a row, in the order of
// Differing; "" where the part is left out.
func (t *Template) Texts(row *list.Row) []string { return nil }
