package build

import (
	"io"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/diff"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/picture"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
)

// Two is a plan beside an older one.
type Two struct {
	Before, After *plan.Plan
	Changes       []diff.Change
	Findings      []diag.Finding // of reading both; with an error there are no changes
	in            [2]Input
}

// Diff reads two sources and tells what became of the first in the second.
func (o *Office) Diff(before, after Input) *Two {
	two := &Two{in: [2]Input{before, after}}
	var found [2][]diag.Finding
	two.Before, found[0] = o.Read(before)
	two.After, found[1] = o.Read(after)
	two.Findings = append(found[0], found[1]...)
	if two.Before != nil && two.After != nil && !diag.HasErrors(two.Findings) {
		o.complete(two.Before, before)
		o.complete(two.After, after)
		two.Changes = diff.Plans(o.facts(two.Before, before), o.facts(two.After, after))
	}
	return two
}

// complete writes into a plan what import writes into the file of one: its form,
// and the typed keys of a Word file. What only one of two sources can say is no
// difference between the plans.
func (o *Office) complete(p *plan.Plan, in Input) {
	paper := &Paper{Plan: p}
	o.choose(paper)
	if paper.Standard == nil {
		return
	}
	if !p.TheThuc.Given {
		p.TheThuc = plan.Text(paper.Standard.ID)
	}
	if read.LooksDOCX(in.Data) {
		o.settle(p, paper.Standard)
	}
}

// facts recognises what stands in a plan, with the words of its form.
func (o *Office) facts(p *plan.Plan, in Input) *fact.Facts {
	paper := &Paper{Plan: p}
	o.choose(paper)
	lexicon := o.lexicon
	if paper.Standard != nil {
		lexicon = o.lexiconOf(paper.Standard)
	}
	return fact.Find(p, read.See(in.Name, in.Data).Lines, lexicon)
}

// Redline writes one Word file in which every word of both plans stands: those
// of the newer one alone as tracked insertions, those of the older one alone as
// tracked deletions. It has the form of the newer plan; where the older one has
// another form, a finding says so. Nothing is written where a finding of
// severity error stands.
func (o *Office) Redline(two *Two) ([]byte, []diag.Finding, error) {
	before, after := &Paper{Plan: two.Before}, &Paper{Plan: two.After}
	o.choose(before)
	o.choose(after)
	var found []diag.Finding
	for _, p := range []*Paper{before, after} {
		if p.Standard == nil {
			found = append(found, p.Findings...)
		}
	}
	if len(found) > 0 {
		return nil, found, nil
	}
	if before.Standard.ID != after.Standard.ID {
		found = append(found, diag.New("DIFF-FORM", diag.Warning, "form", two.Before.At,
			diag.M("bản cũ theo thể thức %s, bản mới theo %s: bản so sánh trình bày cả hai theo %s", "the old plan is of the form %s, the new one of %s: both are shown in %s", before.Standard.ID, after.Standard.ID, after.Standard.ID),
			diag.M("những chữ do thể thức in (quốc hiệu, tên loại …) không được so sánh; ghi cùng the_thuc ở hai tệp nếu đó là nhầm", "words that a form prints are not told apart; write the same the_thuc in both files if this is a slip")))
		before.Standard = after.Standard
	}
	pictures := map[string]*picture.Picture{}
	for i, p := range []*Paper{before, after} {
		found = append(found, o.blocks(p, two.in[i], pictures)...)
	}
	if diag.HasErrors(found) {
		return nil, found, nil
	}
	fig := &after.Standard.Figures
	under := func(d *doc.Document, s *doc.Signers) bool {
		return standard.Resolve(fig, measured(d, fig), o.measure).Signers[s.ID].Under
	}
	both := diff.Redline(before.Doc, after.Doc, func(a, b *doc.Signers) bool { return under(before.Doc, a) == under(after.Doc, b) })
	data, err := o.redline(both, fig, pictures)
	return data, found, err
}

// blocks composes a plan, and gives the errors of that.
func (o *Office) blocks(p *Paper, in Input, pictures map[string]*picture.Picture) []diag.Finding {
	d, found := compose.Compose(p.Plan, &p.Standard.Form)
	images, bad := loadImages(d, in.Files)
	dateOf(&d.Info, p.Plan)
	d.Info.Form = p.Standard.ID
	p.Doc = d
	for _, im := range images.read {
		if im != nil {
			pictures[string(im.Data)] = im
		}
	}
	var errors []diag.Finding
	for _, f := range append(found, bad...) {
		if f.Severity == diag.Error {
			errors = append(errors, f)
		}
	}
	return errors
}

// redline measures a paper with changes and writes it.
func (o *Office) redline(d *doc.Document, fig *standard.Figures, pictures map[string]*picture.Picture) ([]byte, error) {
	measured := standard.Resolve(fig, measured(d, fig), o.measure)
	images := &album{of: map[int]*picture.Picture{}}
	d.Walk(func(b doc.Block) {
		if im, ok := b.(*doc.Image); ok {
			images.of[im.ID] = pictures[string(im.Data)]
		}
	})
	images.place(d, measured)
	return docx.Write(d, measured)
}

// PrintChanges tells changes to people.
func PrintChanges(w io.Writer, two *Two, lang string, paint bool) {
	diff.Print(w, two.Changes, lang, paint)
}

// WriteChanges writes changes as JSON: a diff.Report.
func WriteChanges(w io.Writer, two *Two) error { return diff.WriteJSON(w, two.Changes) }
