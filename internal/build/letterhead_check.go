package build

import (
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/standard"
)

// CheckedLetterhead is what can be told of a letterhead without a plan.
type CheckedLetterhead struct {
	Keys     []LetterheadKey // those that stand in it, in the order of a paper
	Findings []diag.Finding
	DOCX     bool // Word files can be made on it
	PDF      bool // PDFs too
}

// CheckLetterhead looks a letterhead over: whether it can be filled, and whether
// a PDF can be made of it.
func (o *Office) CheckLetterhead(name string, data []byte) *CheckedLetterhead {
	l, found := o.Letterhead(name, data)
	c := &CheckedLetterhead{Findings: found}
	if l == nil {
		c.Findings = append(c.Findings, besides(name, data, found)...)
		return c
	}
	for _, k := range LetterheadKeys() {
		if l.Keys[k.Name] {
			c.Keys = append(c.Keys, k)
		}
	}
	c.DOCX, c.PDF = true, !diag.HasErrors(l.Outside)
	c.Findings = append(c.Findings, l.Outside...)
	blank, err := untouched(l)
	if err != nil {
		c.Findings = append(c.Findings, unfilled(name, err))
		return c
	}
	sheet, _ := letterhead.Read(name, blank.Bytes())
	if sheet.Page.Width > 0 {
		c.Findings = append(c.Findings, o.outsideAll(name, edges(sheet.Page))...)
	}
	return c
}

// besides tells what no PDF can show of a letterhead that cannot be filled yet, so
// that the office mends all at once. told are the findings of the filling: where
// the file as a whole is refused, there is nothing to add, and equations are
// named already.
func besides(name string, data []byte, told []diag.Finding) []diag.Finding {
	equation := map[string]bool{}
	for _, f := range told {
		if f.Severity == diag.Error && f.At.Where == "" && f.Code != "LETTERHEAD-NO-BODY" {
			return nil
		}
		if f.Code == "LETTERHEAD-EQUATION" {
			equation[f.At.Where] = true
		}
	}
	_, outside := letterhead.Read(name, data)
	return slices.DeleteFunc(outside, func(f diag.Finding) bool {
		return f.Code == "LETTERHEAD-PDF-MARK" || f.Code == "LETTERHEAD-PDF-OBJECT" && equation[f.At.Where]
	})
}

// outsideAll tells of measures that no form allows, by the range of the default
// one: which form a plan will have is not known yet.
func (o *Office) outsideAll(name string, e standard.Edges) []diag.Finding {
	forms := map[string]int{}
	for _, id := range o.Forms.IDs() {
		st, _ := o.Forms.Get(id)
		_, far := st.Figures.OnPaper(e)
		for _, f := range far {
			forms[f.Path]++
		}
	}
	var found []diag.Finding
	_, far := o.Forms.Default().Figures.OnPaper(e)
	for _, f := range far {
		if forms[f.Path] == len(o.Forms.IDs()) {
			found = append(found, outsideLaw(name, f))
		}
	}
	return found
}
