// Package compose turns a plan into a paper: numbering, header, title, parts
// and foot, in the words of the house form.
//
// In: a plan and the words of a form. Out: a document of blocks by role, and
// errors for what cannot be drawn yet. It promises never to change a letter
// or its case; it completes the form's own punctuation (";" and "." of lists,
// leading dashes, the end mark) and numbers headings that carry no number. It
// is handed no figures, so it cannot know how big anything is.
package compose

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// Compose makes the document. Findings of severity error name what cannot be
// drawn as it stands: then the document serves only to find what else is wrong.
func Compose(p *plan.Plan, form *standard.Form) (*doc.Document, []diag.Finding) {
	c := &composer{plan: p, form: form}
	return c.document(), c.findings
}

// document composes the whole paper.
func (c *composer) document() *doc.Document {
	c.refuse()
	c.notPrinted()
	if !c.attached() {
		c.header()
	}
	c.title()
	c.opening()
	c.parts()
	c.closing()
	if !c.attached() {
		c.foot()
	}
	main := doc.Section{Blocks: c.blocks}
	c.margins(&main)
	d := &doc.Document{Info: c.info(), TwoSided: strings.EqualFold(c.plan.InHaiMat.Plain(), "có")}
	d.Sections = append([]doc.Section{main}, c.appendices()...)
	if !diag.HasErrors(c.findings) {
		c.notes(d)
	}
	return d
}

type composer struct {
	plan   *plan.Plan
	form   *standard.Form
	on     Letterhead // the office's own, if there is one
	blocks []doc.Block
	lastID int

	longestFirst []string // the phrases of the form that are not broken

	findings []diag.Finding
}

func (c *composer) id() int {
	c.lastID++
	return c.lastID
}

func (c *composer) para(role doc.Role, runs []doc.Run, at diag.Place) *doc.Paragraph {
	return &doc.Paragraph{ID: c.id(), Role: role, Runs: runs, At: at}
}

func (c *composer) add(b doc.Block) { c.blocks = append(c.blocks, b) }

// rule makes a drawn line under a paragraph.
func (c *composer) rule(under *doc.Paragraph) *doc.Rule {
	return &doc.Rule{ID: c.id(), Role: under.Role, Of: under.ID}
}

func (c *composer) info() doc.Info {
	p := c.plan
	in := doc.Info{Title: c.tenLoai() + " " + p.TrichYeu.Plain(" "), Subject: p.TrichYeu.Plain(" "), Creator: p.CoQuan.Plain(" "), Lang: "vi-VN"}
	in.Day, in.Month, in.Year = number(p.Ngay.Day), number(p.Ngay.Month), number(p.Ngay.Year)
	return in
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
