package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fill"
	"kehoach.example/internal/list"
)

// Units is a plan with holes held against a list: one paper for each row. It is
// safe for concurrent use.
type Units struct {
	Template *fill.Template

	office *Office
	plan   Input
	book   *list.Book
}

// Units reads a plan with holes and a list. The findings are of the plan, of the
// list as a whole and of how the two go together; with an error among them no
// row can be made and there are no Units.
func (o *Office) Units(plan, units Input) (*Units, []diag.Finding) { return nil, nil }

// Rows are the rows of the list, in its order.
func (u *Units) Rows() []list.Row { return nil }

// Problems are those of the cells that are used, of all rows.
func (u *Units) Problems() []list.Problem { return nil }

// Name is what a row calls its unit.
func (u *Units) Name(row *list.Row) string { return "" }

// Make makes the paper of a row. Its findings that come from words of the row
// stand at their cells, the others in the plan.
func (u *Units) Make(row *list.Row) *Paper { return nil }

// Judge judges the paper of a row as `check` does, with findings placed as in Make.
func (u *Units) Judge(row *list.Row, paper *Paper, opt CheckOptions) []diag.Finding { return nil }
