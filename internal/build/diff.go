package build

import (
	"io"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/diff"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/picture"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// Two is a plan beside an older one.
type Two struct {
	Changes  []diff.Change
	Findings []diag.Finding // of reading both; with an error there are no changes

	papers [2]*Paper // the older plan, the newer one; nil with an error
	in     [2]Input
}

// Diff reads two sources and tells what became of the first in the second.
func (o *Office) Diff(before, after Input) *Two {
	two := &Two{in: [2]Input{before, after}}
	var plans [2]*plan.Plan
	for i, in := range two.in {
		p, found := o.Read(in)
		plans[i], two.Findings = p, append(two.Findings, found...)
	}
	if plans[0] == nil || plans[1] == nil || diag.HasErrors(two.Findings) {
		return two
	}
	var facts [2]*fact.Facts
	for i, in := range two.in {
		two.papers[i] = &Paper{Plan: plans[i]}
		o.complete(two.papers[i], in)
		facts[i] = o.factsOf(in, two.papers[i])
	}
	two.Changes = diff.Plans(facts[0], facts[1])
	return two
}

// Redline writes one Word file in which every word of both plans stands: those
// of the newer one alone as tracked insertions, those of the older one alone as
// tracked deletions. It has the form of the newer plan; where the older one has
// another form, a finding says so. Nothing is written where a finding of
// severity error stands.
func (o *Office) Redline(two *Two) ([]byte, []diag.Finding, error) {
	before, after := two.papers[0], two.papers[1]
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
		found = append(found, diag.New("DIFF-FORM", diag.Warning, "form", before.Plan.At,
			diag.M("bản cũ theo thể thức %s, bản mới theo %s: bản so sánh trình bày cả hai theo %s", "the old plan is of the form %s, the new one of %s: both are shown in %s", before.Standard.ID, after.Standard.ID, after.Standard.ID),
			diag.M("những chữ do thể thức in (quốc hiệu, tên loại …) không được so sánh; ghi cùng the_thuc ở hai tệp nếu đó là nhầm", "words that a form prints are not told apart; write the same the_thuc in both files if this is a slip")))
		shown := *before
		shown.Standard = after.Standard
		before = &shown
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
	return errorsOf(append(found, bad...))
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
	return o.word.Write(d, measured)
}

// PrintChanges tells changes to people.
func PrintChanges(w io.Writer, two *Two, lang string, paint bool) {
	diff.Print(w, two.Changes, lang, paint)
}

// ToldChanges is what is told of one part of the paper, in pieces.
type ToldChanges = diff.Group

// TellChanges tells changes as PrintChanges does, for whoever shows them in
// colours of his own.
func TellChanges(two *Two, lang string) []ToldChanges { return diff.Tell(two.Changes, lang) }

// WriteChanges writes changes as JSON: a diff.Report.
func WriteChanges(w io.Writer, two *Two) error { return diff.WriteJSON(w, two.Changes) }

// TellLines tells how the text of a file differs from an older one line by line:
// for texts between which there is no difference by meaning, or which cannot be
// read.
func TellLines(before, after string) []diff.Line { return diff.ByLine(before, after) }

// Merge puts into one text what two people made of the same one; false where both
// changed the same words.
func Merge(was, mine, theirs string) (string, bool) { return diff.Merge(was, mine, theirs) }
