package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// buildFlags are the options of `kehoach build`.
type buildFlags struct {
	dir     string
	formats []string
	engine  string
	strict  bool
	force   bool
	fonts   string
	forms   string // folder of templates

	letterhead string // file
}

func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   a.text("build TỆP… [tùy chọn]", "build FILE… [options]"),
		Short: a.text("lập văn bản DOCX, PDF từ tệp YAML hoặc văn bản thường", "make DOCX and PDF from YAML or plain text"),
		Long: a.text(`Lập văn bản đúng thể thức từ tệp kế hoạch YAML hoặc văn bản thường (.txt).
Tệp ra mang tên tệp nguồn: ke-hoach.yaml cho ke-hoach.docx, ke-hoach.pdf và hai
tệp cho chương trình khác: ke-hoach.kyso.json (vị trí từng chỗ ký, số, ngày, tính
bằng mm), ke-hoach.meta.json (số, ký hiệu, trích yếu, người ký … cho phần mềm quản
lý văn bản). Bản do chương trình ghi và chưa ai sửa thì được thay bằng bản mới;
bản đã sửa trong Word thì giữ nguyên, trừ khi có --force. Lỗi, cảnh báo mà
kehoach check thấy chỉ được đếm; có --strict thì lỗi làm dừng. Giấy tiêu đề của
cơ quan: xem kehoach letterhead --help.`,
			`Makes the papers from a plan in YAML or plain text (.txt). The outputs have the
name of the source: plan.yaml gives plan.docx, plan.pdf and two files for other
programs: plan.kyso.json (where signatures, number and day go, in mm) and
plan.meta.json (number, subject, signers … for document management). Outputs that the
program wrote and nobody has edited are replaced; edited ones only with --force.
What kehoach check finds is counted; with --strict its errors stop the build.
The office's own letterhead: see kehoach letterhead --help.`),
		Example: a.text(`  kehoach build ke-hoach.yaml              ghi ke-hoach.docx, ke-hoach.pdf vào đây
  kehoach build "Kế hoạch 2027.txt" -o ra  ghi vào thư mục ra
  kehoach build *.yaml --format pdf        chỉ ghi PDF, nhiều kế hoạch một lần
  kehoach build ke-hoach.yaml --strict     còn lỗi của check thì không ghi
  kehoach build ke-hoach.yaml --templates mau-co-quan
                                           theo thể thức riêng của cơ quan
  kehoach build ke-hoach.yaml --letterhead giay-tieu-de.docx
                                           trên giấy tiêu đề của cơ quan`,
			`  kehoach build plan.yaml                  write plan.docx and plan.pdf here
  kehoach build "Plan 2027.txt" -o out     write into the folder out
  kehoach build *.yaml --format pdf        only PDF, many plans at once
  kehoach build plan.yaml --strict         write nothing while check finds errors
  kehoach build plan.yaml --templates our-forms
                                           in a form of the office's own
  kehoach build plan.yaml --letterhead letterhead.docx
                                           on the office's own letterhead`),
		Args: needFiles(math.MaxInt),
		RunE: func(_ *cobra.Command, args []string) error { return a.build(expand(args), f) },
	}
	fl := cmd.Flags()
	fl.StringVarP(&f.dir, "output", "o", ".", a.text("ghi vào `THƯ-MỤC`, chưa có thì tạo (mặc định: thư mục hiện tại)", "write into the folder `DIR`, made if missing (default: the current one)"))
	fl.StringSliceVar(&f.formats, "format", formatNames(), a.text("các `DẠNG` cần ghi: docx,pdf,kyso,meta (mặc định: cả bốn)", "the `FORMATS` to write: docx,pdf,kyso,meta (default: all four)"))
	a.engineFlag(fl, &f.engine)
	fl.BoolVar(&f.strict, "strict", false, a.text("không ghi tệp nếu kehoach check thấy lỗi hoặc khi đọc có cảnh báo", "write nothing if kehoach check finds an error or reading a warning"))
	fl.BoolVar(&f.force, "force", false, a.text("thay cả tệp đã có người sửa (bản sửa sẽ mất)", "replace edited files too (the edits are lost)"))
	fl.StringVar(&f.fonts, "fonts", "", a.text("dùng phông trong `THƯ-MỤC` (times*.ttf)", "use the fonts of the folder `DIR` (times*.ttf)"))
	a.letterheadFlag(fl, &f.letterhead)
	a.templatesFlag(fl, &f.forms)
	return cmd
}

// build makes the papers of all inputs, or of none.
func (a *app) build(paths []string, f buildFlags) error {
	formats, err := pickFormats(f.formats)
	rs := refusals(nil).add(err)
	engine, err := pickEngine(f.engine)
	rs = rs.add(err)
	bases, err := outputBases(paths)
	if rs = rs.add(err); rs != nil {
		return rs
	}
	inputs, err := readSources(paths)
	rs = rs.add(err)
	dir, err := openFolder(f.dir)
	if rs = rs.add(err); rs != nil {
		return rs
	}
	done := false
	defer func() { dir.Close(!done) }()
	targets, err := outputs(dir, bases, formats, inputs, f.force)
	if err != nil {
		return err
	}
	office, err := a.open(f.fonts, f.forms)
	if err != nil {
		return err
	}
	if err := a.onLetterhead(office, f.letterhead, inputs); err != nil {
		return err
	}
	papers, err := a.makeAll(office, inputs, f.strict, formats)
	if err != nil {
		return err
	}
	if err := sparesLetterheads(papers, targets); err != nil {
		return err
	}
	if err := render(office, papers, making{formats, engine, bases}, targets); err != nil {
		return err
	}
	made := slices.DeleteFunc(slices.Clone(targets), func(t *target) bool { return t.Data == nil })
	if err := write(made); err != nil {
		return err
	}
	done = true
	a.written(made)
	if len(made) < len(targets) { // which has been told
		a.stale(targets)
		return errFindings
	}
	return nil
}

// outputs weighs every place that would be written: targets stand in the order
// of the inputs, and for each in the order of the formats.
func outputs(dir *folder, bases []string, formats []build.Format, inputs []source, force bool) ([]*target, error) {
	var (
		out []*target
		rs  refusals
	)
	for _, base := range bases {
		for _, f := range formats {
			t, err := newTarget(dir, base+f.Ending())
			rs = rs.add(err)
			if err == nil {
				rs = rs.add(overwrites(t, inputs))
				rs = rs.add(edited(t, f, force))
			}
			out = append(out, t)
		}
	}
	return out, rs.orNil()
}

// edited refuses to replace somebody's work.
func edited(t *target, f build.Format, force bool) error {
	if force || !t.Edited(f) {
		return nil
	}
	return refuse(diag.M("%s đã có người sửa hoặc không do chương trình này ghi", "%s was edited, or not written by this program", t.Path()),
		diag.M("đổi tên tệp đó hoặc chọn thư mục khác bằng -o; thêm --force nếu chịu mất bản đó", "rename it or choose another folder with -o; add --force to lose it"))
}

// makeAll takes every input to a paper and reports what was found.
func (a *app) makeAll(office *build.Office, inputs []source, strict bool, formats []build.Format) ([]*build.Paper, error) {
	var (
		papers  []*build.Paper
		found   []diag.Finding
		unpaged []diag.Finding // what stops a PDF alone
		judged  []*build.Checked
		wrong   []diag.Finding // by the rules of check
	)
	paged := slices.ContainsFunc(formats, build.Format.Paged)
	for _, in := range inputs {
		p := office.Make(in.Input)
		papers = append(papers, p)
		found = append(found, p.Findings...)
		if paged {
			unpaged = append(unpaged, p.Unpaged...)
		} else {
			found = append(found, p.WithoutPDF()...)
		}
		if p.Made() {
			c := office.Judge(in.Input, p, build.CheckOptions{})
			judged = append(judged, c)
			wrong = append(wrong, office.RuleErrors(c.Findings)...)
		}
	}
	if strict || !slices.Contains(formats, build.DOCX) {
		found, unpaged = append(found, unpaged...), nil
	}
	if strict && len(wrong) > 0 && !diag.HasErrors(found) {
		return nil, a.strictly(append(found, wrong...))
	}
	if err := a.verdictOf(found, unpaged, strict); err != nil {
		return nil, err
	}
	a.sayJudged(office, inputs, judged)
	for i, p := range papers {
		if !p.Made() {
			return nil, fmt.Errorf("%s: no paper and no finding", inputs[i].Name)
		}
	}
	return papers, nil
}

// sayJudged tells in a line how many errors and warnings kehoach check would
// tell of each input, where any of them is of a rule.
func (a *app) sayJudged(office *build.Office, inputs []source, judged []*build.Checked) {
	for i, c := range judged {
		if !office.RulesSpeak(c.Findings) {
			continue
		}
		t := tallyOf(diag.Sort(c.Findings))
		n := tally{errors: t.errors, warnings: t.warnings}.words()
		name := inputs[i].Name
		if strings.ContainsAny(name, " ()&;'") {
			name = `"` + name + `"`
		}
		a.say(diag.Msg{
			Vi: n.Vi + ": xem kehoach check " + name,
			En: n.En + ": see kehoach check " + name,
		})
	}
}

// making is what is made of every paper, and how.
type making struct {
	formats []build.Format
	engine  build.Engine
	bases   []string // of the papers
}

// render fills the targets with the bytes of their papers. What cannot be made
// of a paper without pages stays empty.
func render(office *build.Office, papers []*build.Paper, m making, targets []*target) error {
	for i, p := range papers {
		for j, f := range m.formats {
			if f.Paged() && p.Pages == nil {
				continue
			}
			t := targets[i*len(m.formats)+j]
			data, err := office.Write(p, f, m.engine, m.bases[i])
			if err != nil {
				return fmt.Errorf("%s: %w", t.Path(), err)
			}
			t.Data, t.Done = data, diag.M("đã ghi %s", "written: %s", t.Path())
			if p.Pages != nil && (f == build.DOCX || f == build.PDF) {
				t.Done = diag.M("đã ghi %s: %d trang", "written: %s, pages: %d", t.Path(), len(p.Pages.Pages))
			}
		}
	}
	return nil
}
