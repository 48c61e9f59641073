// Package build is the order of the phases: one function for each job.
//
// In: bytes of a source and the files of the program as fs.FS. Out: bytes and
// findings. It knows no files, no flags and no clock; the command, the batch
// and the local page are its front ends. It is the only package that knows
// which phase follows which.
package build

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/fill"
	"kehoach.example/internal/font"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/under"
)

// Office is what all jobs share: forms, words and fonts, loaded once. It is
// safe for concurrent use.
type Office struct {
	Forms *standard.Set
	Fonts *font.Family

	words     *read.Vocabulary
	data      *check.Data
	lexicon   *fact.Lexicon
	lexicons  map[*standard.Standard]*fact.Lexicon // the same, with the words of a form
	under     *under.Words
	fields    *fieldWords
	exampled  map[string]func() map[string]string // what stands in fields of a form's starter plan
	rules     map[string]check.Rule
	styles    map[string]string // names of styles in Word files, and their roles
	templates fs.FS
	own       []Layer

	letterheads *letterheads // that plans name
	layouts     *layout.Press
	pdf         *pdf.Writer
	word        *docx.Press
}

// Layer is a folder of templates of an office's own.
type Layer = standard.Layer

// Open loads the forms and data of a templates folder and of the folders that
// lie over it, and the fonts.
func Open(templates, fonts fs.FS, own ...Layer) (*Office, []diag.Finding) {
	own, unread := readable(own)
	if diag.HasErrors(unread) {
		own = nil // told before anything that would only follow from it
	}
	forms, fs1 := standard.Load(templates, own...)
	fam, err := font.Load(fonts)
	if err != nil {
		fs1 = append(fs1, diag.New("FONT-MISSING", diag.Error, "font", diag.Place{},
			diag.M("không đọc được phông chữ: %v", "the fonts cannot be read: %v", err),
			diag.M("thư mục phông cần bốn tệp times*.ttf hoặc LiberationSerif-*.ttf", "the folder needs four files times*.ttf or LiberationSerif-*.ttf")))
	}
	words, fs2 := read.LoadVocabulary(templates)
	files := overlay{templates: templates, own: own, from: map[string]string{}}
	data, fs3 := check.LoadData(files.read)
	lexicon, fs4 := check.LoadLexicon(files.read)
	below, fs5 := under.LoadWords(files.read)
	fields, fs6 := loadFieldWords(templates, own)
	o := &Office{Forms: forms, Fonts: fam, words: words, templates: templates, own: own, data: data, lexicon: lexicon, under: below, fields: fields, rules: map[string]check.Rule{}, letterheads: &letterheads{}, layouts: layout.New(fam), pdf: pdf.New(fam), word: docx.New()}
	for _, r := range check.Rules() {
		o.rules[r.Code] = r
	}
	o.styles = stylesOf(forms)
	o.lexicons, o.exampled = map[*standard.Standard]*fact.Lexicon{}, map[string]func() map[string]string{}
	for _, id := range forms.IDs() {
		st, _ := forms.Get(id)
		o.lexicons[st] = withHeads(lexicon, st)
		o.exampled[id] = sync.OnceValue(func() map[string]string { return o.examples(id) })
	}
	found := slices.Concat(unread, fs1, fs2, files.placed(fs3), files.placed(fs4), files.placed(fs5), fs6)
	for _, layer := range own {
		found = append(found, o.lay(layer)...)
	}
	return o, found
}

// Input is one source.
type Input struct {
	Name string // for places in findings, and its ending
	Data []byte

	// Size is set for a Word file that is too large to be read, in bytes; Data is
	// its head then.
	Size int64

	// Files is the folder of the source, from which images and a letterhead are
	// read by names with slashes; nil where there is none.
	Files fs.FS

	// Letterhead is the office's own letterhead; nil for the form's own head, or
	// for the one that the plan names.
	Letterhead *Letterhead
}

// Paper is one plan on paper, between its phases.
type Paper struct {
	Plan     *plan.Plan
	Standard *standard.Standard
	Figures  *standard.Resolved
	Doc      *doc.Document
	Pages    *page.Document
	Findings []diag.Finding

	// Letterhead is the office's own, nil for the form's head. Unpaged are errors
	// that tell why a paper on it has no Pages and so no PDF; its Word file can be
	// made all the same.
	Letterhead *Letterhead
	Unpaged    []diag.Finding

	filled  *docx.Filled
	word    *docx.Press
	forList bool // it has holes, and shows them as they stand

	// Of a unit in a batch: its plan with the lines by which it is judged, and the
	// findings as they stand in those.
	unit      *fill.Filled
	unsettled []diag.Finding
}

// WithoutPDF gives what stops the PDF of the paper, as notes: for whoever asks
// for its Word file alone.
func (p *Paper) WithoutPDF() []diag.Finding { return as(diag.Info, p.Unpaged) }

// Made tells whether the paper can be written, as a Word file at least: no error
// stands among its findings, and it has no holes for a list to fill in.
func (p *Paper) Made() bool { return p.Figures != nil && !p.forList }

// Read reads a source by its content, then by the ending of its name.
func (o *Office) Read(in Input) (*plan.Plan, []diag.Finding) { return o.read(in, read.Options{}) }

// read reads a source; what reading needs is added to the options.
func (o *Office) read(in Input, opt read.Options) (*plan.Plan, []diag.Finding) {
	opt.HasGlyph, opt.Words, opt.Styles = o.Fonts.Has, o.words, o.styles
	switch {
	case in.Size > 0:
		return nil, []diag.Finding{read.TooBig(in.Name, in.Size)}
	case read.LooksDOCX(in.Data):
		p, found := read.DOCX(in.Name, in.Data, opt)
		if p != nil && p.TheThuc.Given {
			if _, ok := o.Forms.Get(p.TheThuc.Plain()); !ok { // the form of another office
				p.TheThuc = plan.Chu{}
			}
		}
		return p, found
	case isYAML(in):
		return read.YAML(in.Name, in.Data, opt)
	}
	return read.Text(in.Name, in.Data, opt)
}

// MaxWord is the largest Word file that is read, in bytes.
const MaxWord = read.MaxWord

// IsWord tells whether the head of a file is that of a Word file, or of
// something that is taken for one.
func IsWord(data []byte) bool { return read.LooksDOCX(data) }

// isYAML tells a plan file from text: by its keys, then by its ending, unless
// a plan in plain text stands in the file.
func isYAML(in Input) bool {
	if read.LooksDOCX(in.Data) {
		return false
	}
	if read.LooksYAML(in.Data) {
		return true
	}
	if read.LooksText(in.Data) {
		return false
	}
	switch strings.ToLower(filepath.Ext(in.Name)) {
	case ".yaml", ".yml":
		return true
	}
	return false
}

// Make takes a source to finished pages. Paper.Pages is nil where a finding of
// severity error stands, or where a letterhead cannot be laid out (Unpaged).
func (o *Office) Make(in Input) *Paper {
	p, found := o.Read(in)
	return o.MakePlan(p, found, in)
}

// MakePlan takes a plan that was read, with what was found then, to finished
// pages; nil where it could not be read. in is the source that it came from.
func (o *Office) MakePlan(p *plan.Plan, found []diag.Finding, in Input) *Paper {
	paper := &Paper{Plan: p, Findings: found}
	if p == nil || diag.HasErrors(found) {
		return paper
	}
	o.choose(paper)
	if paper.Standard != nil {
		o.onPages(paper, in, diag.Error)
	}
	return paper
}

// finish takes a plan whose form is known to pages.
func (o *Office) finish(paper *Paper, in Input) {
	for _, out := range paper.Standard.Outside {
		paper.Findings = append(paper.Findings, out.Finding())
	}
	if !diag.HasErrors(paper.Findings) {
		o.compose(paper, in)
	}
}

func (o *Office) compose(paper *Paper, in Input) {
	d, values := o.composed(paper, in)
	if found, ok := tooLong(d); ok {
		paper.Findings = append(paper.Findings, found)
		return
	}
	images, bad := loadImages(d, in.Files)
	paper.Findings = append(paper.Findings, bad...)
	if diag.HasErrors(paper.Findings) {
		return
	}
	dateOf(&d.Info, paper.Plan)
	d.Info.Form = paper.Standard.ID
	paper.Doc, paper.word = d, o.word
	fig := &paper.Standard.Figures
	var sheet *letterhead.Sheet
	if paper.Letterhead != nil {
		if sheet, fig = o.fillIn(paper, values); sheet == nil {
			return
		}
	}
	paper.Figures = standard.Resolve(fig, measured(d, fig), o.measure)
	o.fits(paper, images)
	switch {
	case sheet == nil:
		paper.Pages = o.layouts.Layout(d, paper.Figures)
	case len(paper.Unpaged) == 0:
		paper.Pages = layout.OnLetterhead(sheet, d, paper.Figures, o.Fonts)
	}
	if paper.Pages != nil {
		paper.Pages.Meta = metaOf(paper)
	}
}

// fits sizes the images and tells of what has no room.
func (o *Office) fits(paper *Paper, images *album) {
	d := paper.Doc
	if id := paper.Figures.Crowded; id != 0 {
		paper.Findings = append(paper.Findings, diag.New("TABLE-CROWDED", diag.Warning, "layout", placeOf(d, id),
			diag.M("bảng có quá nhiều cột: có chữ dài hơn cột và bị cắt giữa chừng", "the table has too many columns: a word is wider than its column and is cut"),
			diag.M("bớt cột, đưa bảng vào phụ lục có kho: ngang, hoặc viết ngắn các chữ dài (địa chỉ mạng)", "use fewer columns, put the table into a phụ lục with kho: ngang, or shorten long words such as addresses")))
	}
	paper.Findings = append(paper.Findings, images.place(d, paper.Figures)...)
	if paper.Figures.Tight {
		paper.Findings = append(paper.Findings, diag.New("HEAD-TIGHT", diag.Warning, "layout", paper.Plan.DiaDanh.At,
			diag.M("số, ký hiệu và địa danh, ngày tháng quá dài để đứng cùng một dòng", "number, symbol, place and date are too long to stand on one line"),
			diag.M("rút gọn địa danh (chỉ ghi tên riêng) hoặc ký hiệu", "shorten the place (the proper name alone) or the symbol")))
	}
}

// DOCX writes the paper as a Word file.
func (p *Paper) DOCX() ([]byte, error) {
	if p.filled != nil {
		return p.word.WriteOn(p.filled, p.Doc, p.Figures)
	}
	return p.word.Write(p.Doc, p.Figures)
}
