package build

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fill"
	"kehoach.example/internal/list"
	"kehoach.example/internal/read"
)

// Units is a plan with holes held against a list: one paper for each row. It is
// safe for concurrent use.
type Units struct {
	Template *fill.Template

	office *Office
	plan   Input
	book   *list.Book
	found  []diag.Finding // in reading the plan
	cells  []list.Problem // of the cells that are used
	seen   read.Seen
}

// Units reads a plan with holes and a list. The findings are of the plan, of the
// list as a whole and of how the two go together; with an error among them no
// row can be made and there are no Units.
func (o *Office) Units(plan, units Input) (*Units, []diag.Finding) {
	p, ofPlan := o.Read(plan)
	if p == nil || diag.HasErrors(ofPlan) {
		return nil, ofPlan
	}
	if !isYAML(plan) {
		return nil, append(ofPlan, diag.New("FILL-YAML", diag.Error, "fill", diag.Place{File: plan.Name},
			diag.M("làm hàng loạt cần tệp kế hoạch YAML: chỉ ở đó mới có chỗ trống {…}", "a batch needs a plan file in YAML: only there holes {…} can stand"),
			diag.M("đưa về YAML trước: kehoach import TỆP -o ke-hoach.yaml, rồi viết {tên cột} vào chỗ cần điền", "bring it to YAML first: kehoach import FILE -o plan.yaml, and write {name of a column} where it is to stand").
				OnPage(diag.M("làm kế hoạch từ tệp này trước (Nhập văn bản có sẵn), rồi viết {tên cột} vào chỗ cần điền", "make a plan of this file first, and write {name of a column} where it is to stand"))))
	}
	book, ofList := list.Read(units.Name, units.Data, list.Options{Known: slices.Concat(fill.Holes(p), fill.Keys())})
	found := slices.Concat(ofPlan, ofList)
	if book == nil || diag.HasErrors(ofList) {
		return nil, found
	}
	u := &Units{office: o, plan: plan, book: book, found: ofPlan, seen: read.See(plan.Name, plan.Data)}
	var together []diag.Finding
	u.Template, together = fill.New(p, u.seen.Lines, book)
	found = append(found, together...)
	if u.Template == nil {
		return nil, found
	}
	u.cells = u.Template.Judge() // once, before a cell is used: it reads the days of all rows
	return u, found
}

// Holes are the columns that a plan asks a list for, in the order of the paper;
// none of a plan that cannot be read.
func (o *Office) Holes(in Input) []string {
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil
	}
	return fill.Holes(p)
}

// Rows are the rows of the list, in its order.
func (u *Units) Rows() []list.Row { return u.book.Sheets[0].Rows }

// Glance is what a row tells before its paper is made.
type Glance struct {
	So, Symbol string         // number and symbol of its plan, "" where one is left open
	Problems   []list.Problem // of its cells that are used
}

// Glance looks at a row. Its paper is not made.
func (u *Units) Glance(row *list.Row) Glance {
	filled, problems := u.Template.Fill(row)
	p := filled.Plan
	return Glance{strings.TrimSpace(p.So.Plain()), strings.TrimSpace(p.KyHieu.Plain()), append(problems, u.unprintable(row, filled)...)}
}

// Problems are those of the cells that are used: of rows that were looked at, and
// what the list tells of all rows.
func (u *Units) Problems(rows []Glance) []list.Problem {
	out := slices.Clone(u.cells)
	for _, r := range rows {
		out = append(out, r.Problems...)
	}
	slices.SortStableFunc(out, func(a, b list.Problem) int { return a.Row - b.Row })
	return out
}

// unprintable tells of characters that the fonts do not have, and of what is no
// text, in the cells of a row: errors of reading, as in a plan.
func (u *Units) unprintable(row *list.Row, filled *fill.Filled) []list.Problem {
	var out []list.Problem
	for _, at := range filled.Cells() {
		for _, f := range read.Unprintable(at, at.Text, u.office.Fonts.Has) {
			out = append(out, list.Problem{Row: row.Number, Bad: true, Finding: f})
		}
	}
	return out
}

// Name is what a row calls its unit; by its number where it calls it nothing.
func (u *Units) Name(row *list.Row) string {
	if name := u.Template.Unit(row); name != "" {
		return name
	}
	return "dòng " + strconv.Itoa(row.Number)
}

// Make makes the paper of a row. Its findings that come from words of the row
// stand at their cells, the others in the plan. A row with a bad cell has no
// pages.
func (u *Units) Make(row *list.Row) *Paper {
	filled, found := u.fill(row)
	paper := u.office.MakePlan(filled.Plan, found, u.plan)
	return u.settle(paper, filled)
}

// Texts are the words of the parts that differ between units, in the order of
// Template.Differing; of the paper of a unit only.
func (p *Paper) Texts() []string { return p.unit.Texts() }

// fill fills in a row; what was found in reading the plan stands among the
// findings.
func (u *Units) fill(row *list.Row) (*fill.Filled, []diag.Finding) {
	filled, problems := u.Template.Fill(row)
	found := slices.Clone(u.found)
	for _, p := range append(problems, u.unprintable(row, filled)...) {
		found = append(found, p.Finding)
	}
	return filled, found
}

// settle puts the findings of a paper to where people look for them; those by
// which it is judged are kept as they were.
func (u *Units) settle(paper *Paper, filled *fill.Filled) *Paper {
	paper.unit, paper.unsettled = filled, paper.Findings
	paper.Findings = filled.Settle(paper.Findings)
	return paper
}

// Judge judges the paper of a row as `check` does, with findings placed as in
// Make. Without a paper (nil) nothing is laid out: the rules over finished pages
// are left out, as with SkipPages.
func (u *Units) Judge(row *list.Row, paper *Paper, opt CheckOptions) []diag.Finding {
	var raw Paper
	if paper == nil {
		filled, found := u.fill(row)
		raw = Paper{Plan: filled.Plan, Findings: found, unit: filled}
	} else {
		raw = *paper
		raw.Findings = paper.unsettled
	}
	if slices.ContainsFunc(raw.Findings, stopsCheck) {
		return raw.unit.Settle(u.office.silence(&Checked{Findings: raw.Findings}, raw.Plan, opt).Findings)
	}
	if raw.Standard == nil {
		u.office.choose(&raw)
	}
	if raw.Standard == nil {
		return raw.unit.Settle(raw.Findings)
	}
	seen := u.seen
	seen.Lines = raw.unit.Lines
	return raw.unit.Settle(u.office.judge(sight{seen: seen}, &raw, opt).Findings)
}
