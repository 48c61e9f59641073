package build

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/under"
	"kehoach.example/internal/write"
)

// Superior is a superior's plan, read and recognised.
type Superior struct {
	plan  *plan.Plan
	facts *fact.Facts
	paper *Paper
}

// Superior reads a superior's plan. A text that is no plan is refused. Findings
// of severity error mean that there is none; others are the superior's matter,
// but for the form that was chosen, and are left out.
func (o *Office) Superior(in Input) (*Superior, []diag.Finding) {
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil, errorsOf(found)
	}
	paper := &Paper{Plan: p}
	o.choose(paper)
	if paper.Standard == nil {
		return nil, errorsOf(paper.Findings)
	}
	return &Superior{plan: p, facts: o.factsOf(in, paper), paper: paper}, nil
}

func errorsOf(found []diag.Finding) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f diag.Finding) bool { return f.Severity != diag.Error })
}

// factsOf recognises what stands in a plan, with the words of its form.
func (o *Office) factsOf(in Input, paper *Paper) *fact.Facts {
	return o.factsIn(read.See(in.Name, in.Data), paper)
}

// factsIn does so in what was seen of a source already.
func (o *Office) factsIn(seen read.Seen, paper *Paper) *fact.Facts {
	return fact.Find(paper.Plan, seen.Lines, o.lexiconOf(paper.Standard))
}

// UnderOptions is what is told of the unit below.
type UnderOptions struct {
	Unit string // its name in running text: "Công đoàn phường Hạnh Thông"
	Form string // house form; "" is chosen by evidence
}

// UnderReport is what `new --under` tells beside the draft, in the shape of its
// JSON: every task of lower units that was found in the superior's plan and the
// line of the draft that is to answer it, what of the superior's plan the draft
// keeps, and what a person must look at.
type UnderReport struct {
	Version int           `json:"version"` // 1
	Tasks   []UnderTask   `json:"tasks"`
	Kept    []UnderKept   `json:"kept"`
	Review  []UnderReview `json:"review"`
}

// UnderTask is one task of lower units.
type UnderTask struct {
	Place      UnderPlace `json:"place"`       // in the superior's plan
	Owner      string     `json:"owner"`       // as the superior names whom it is for
	Ours       string     `json:"for_unit"`    // yes, maybe, other: whether the unit is one of them
	Text       string     `json:"text"`        // in the superior's words
	Deadline   string     `json:"deadline"`    // in the superior's words, "" where none is told
	Due        string     `json:"due"`         // the last day, 15/11/2027; "" where it comes again or is not told
	Product    string     `json:"product"`     // what is waited for, "" where it is not told
	AnsweredAt int        `json:"answered_at"` // line of the draft that is to be filled in, from 1
}

// UnderPlace is where a task stands in the superior's plan.
type UnderPlace struct {
	File  string `json:"file"`
	Line  int    `json:"line"` // from 1; 0 where the source has no lines
	Where string `json:"where"`
}

// UnderKept is a piece of the superior's plan that the draft keeps.
type UnderKept struct {
	What string `json:"what"`
	Text string `json:"text"`
}

// UnderReview is something to look at in the draft.
type UnderReview struct {
	Key     string `json:"key"` // key of the draft
	Message string `json:"message"`
}

var ours = map[under.Ours]string{under.Yes: "yes", under.Maybe: "maybe", under.Other: "other"}

// Under drafts the plan of a unit below out of its superior's plan, as a plan
// file. lang is the language of the words of the report. Findings of severity
// error mean that there is no draft.
func (o *Office) Under(sup *Superior, opt UnderOptions, lang string) ([]byte, *UnderReport, []diag.Finding) {
	s := o.under.Read(sup.facts, opt.Unit)
	form := plan.Plan{TheThuc: plan.Text(opt.Form), CoQuan: plan.Lines(strings.ToUpper(opt.Unit)), CoQuanChuQuan: sup.plan.CoQuan}
	paper := &Paper{Plan: &form}
	o.choose(paper)
	if paper.Standard == nil {
		return nil, nil, paper.Findings
	}
	draft := o.under.Draft(s, o.underForms(sup, paper, opt))
	data := write.YAML(draft.Plan)
	again, found := o.Read(Input{Name: "nháp.yaml", Data: data})
	if diag.HasErrors(found) {
		return nil, nil, found
	}
	return data, reportOf(draft, again, lang), nil
}

// underForms gives what the two forms tell: how the superior's number is
// written, and how the unit's symbol is made.
func (o *Office) underForms(sup *Superior, paper *Paper, opt UnderOptions) under.Options {
	form := paper.Standard.Form
	out := under.Options{Unit: opt.Unit, Form: paper.Standard.ID, Kind: kindOf(sup), Short: form.KyHieu, Stroke: "-", Archive: form.NoiNhan.VanThu}
	if strings.Contains(form.So, "-{ky_hieu}") {
		out.Stroke = "/"
	}
	out.Comma = paper.Standard.Checks["CITE-COMMA"] == "off"
	number := sup.plan.So.Plain()
	if number == "" {
		number = o.under.Wording.Blank
	}
	symbol := sup.plan.KyHieu.Plain()
	if symbol == "" {
		symbol = o.under.Wording.Blank
	}
	join := "/"
	if strings.Contains(sup.paper.Standard.Form.So, "-{ky_hieu}") {
		join = "-"
	}
	out.Number = number + join + symbol
	return out
}

// kindOf is the name of the superior's document with one capital: "Kế hoạch".
func kindOf(sup *Superior) string {
	kind := sup.plan.TenLoai.Plain()
	if kind == "" {
		kind = sup.paper.Standard.Form.TenLoai
	}
	r := []rune(strings.ToLower(kind))
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// reportOf tells what was drafted, with the lines of the written file.
func reportOf(d *under.Draft, written *plan.Plan, lang string) *UnderReport {
	r := &UnderReport{Version: 1, Tasks: []UnderTask{}, Kept: []UnderKept{}, Review: []UnderReview{}}
	for _, item := range d.Items {
		t := item.Task
		due := ""
		if !t.Due.Zero() {
			due = t.Due.String()
		}
		r.Tasks = append(r.Tasks, UnderTask{
			Place: UnderPlace{t.At.File, t.At.Line, t.Where.In(lang)}, Owner: t.Owner, Ours: ours[t.Ours], Text: t.Text,
			Deadline: t.Deadline, Due: due, Product: t.Product, AnsweredAt: lineOf(written, item),
		})
	}
	for _, k := range d.Kept {
		r.Kept = append(r.Kept, UnderKept{k.What.In(lang), k.Text})
	}
	for _, v := range d.Review {
		r.Review = append(r.Review, UnderReview{v.Key, v.Msg.In(lang)})
	}
	return r
}

// lineOf is the line of the written file at which an item stands.
func lineOf(p *plan.Plan, item under.Item) int {
	if item.Part >= len(p.Muc) {
		return 0
	}
	m := p.Muc[item.Part]
	text := map[string]plan.Van{"muc_dich": m.MucDich, "yeu_cau": m.YeuCau, "noi_dung": m.NoiDung}[item.Key]
	if item.Line >= len(text.Doan) {
		return 0
	}
	return text.Doan[item.Line].Chu.At.Line
}

// against compares a plan with its superior's.
func (o *Office) against(sup *Superior, f *fact.Facts) []diag.Finding {
	return o.under.Check(o.under.Read(sup.facts, strings.Join(strings.Fields(f.Plan.CoQuan.Plain(" ")), " ")), f)
}
