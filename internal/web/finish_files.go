package web

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/output"
)

// paperShown is a file in the folder, and what is known of it.
type paperShown struct {
	output.Paper
	Edited bool // by somebody, or never written by this program
	Stale  bool // the plan was changed since
	Signed bool
	Link   string
}

// Date is when the file was written.
func (p paperShown) Date() string { return p.ModTime.Format("02/01/2006 15:04") }

// Time is the same for machines.
func (p paperShown) Time() string { return p.ModTime.Format(time.RFC3339) }

// IsPDF tells that a browser can show it.
func (p paperShown) IsPDF() bool { return p.Format == build.PDF }

// Bounds of the list.
const (
	mostOthers = 200
	mostLooked = 32 << 20 // bytes of a file that is looked into
)

// files lists the papers of a plan, and those of others.
func (s *Server) files(d *finishData, f *finishing, paper *build.Paper) error {
	all, err := f.dir.Papers()
	if err != nil {
		return err
	}
	for _, p := range all {
		shown := paperShown{Paper: p, Link: d.At + "/file/" + url.PathEscape(p.Name)}
		switch {
		case p.Base == f.base || strings.HasPrefix(p.Base, f.base+"-"):
			s.lookInto(&shown, f, paper)
			d.Files = append(d.Files, shown)
		case len(d.Others) < mostOthers:
			d.Others = append(d.Others, shown)
		}
		if p.Format == build.PDF {
			d.PDFs = append(d.PDFs, shown)
		}
	}
	d.ToSign = slices.DeleteFunc(slices.Clone(d.PDFs), func(p paperShown) bool {
		return p.Edited || !slices.ContainsFunc(d.Files, func(of paperShown) bool { return of.Name == p.Name })
	})
	return nil
}

// lookInto tells what became of a file since it was written.
func (s *Server) lookInto(p *paperShown, f *finishing, paper *build.Paper) {
	if p.Size > mostLooked {
		return
	}
	data, err := f.dir.Read(p.Name, mostLooked)
	if err != nil {
		return
	}
	p.Edited = !build.Unchanged(p.Format, data)
	switch {
	case !p.Edited && p.Base == f.base:
		now, err := s.fresh(paper, p.Format, p.Base)
		p.Stale = err != nil || !bytes.Equal(now, data)
	case p.Edited && p.Format == build.PDF:
		if r := signedPaper(p.Name, data); r != nil {
			p.Edited, p.Signed = false, len(r.Signatures) > 0
		}
	}
}

// signedPaper is the report of a PDF that this program made and to which nothing
// was done but signing and filling in; nil for others.
func signedPaper(name string, data []byte) *build.Verified {
	r, _ := build.Verify(build.Input{Name: name, Data: data}, build.VerifyOptions{})
	if r == nil || r.Broken() || r.UnchangedSinceBuild == nil {
		return nil
	}
	return r
}

// fresh makes a file of a paper.
func (s *Server) fresh(p *build.Paper, f build.Format, base string) ([]byte, error) {
	if !p.Made() || f.Paged() && p.Pages == nil {
		return nil, errNoPaper
	}
	return s.Office.Write(p, f, build.Native, base)
}

var errNoPaper = errors.New("web: no paper of this format")

// writePapers writes papers beside the plan, as `kehoach build` does: all of them
// or none, and never over one that somebody edited.
func (s *Server) writePapers(w http.ResponseWriter, r *http.Request) {
	f := s.finishing(w, r)
	if f == nil {
		return
	}
	t := &outcome{Part: "ghi"}
	r.Body = http.MaxBytesReader(w, r.Body, maxWords)
	if err := r.ParseForm(); err != nil {
		t.refuse(diag.M("trang gửi yêu cầu không đọc được", "the page sent a request that cannot be read"), diag.M("tải lại trang", "load the page anew"))
	} else {
		s.putPapers(r, f, t)
	}
	s.showFinish(w, f, t)
}

func (s *Server) putPapers(r *http.Request, f *finishing, t *outcome) {
	base := strings.TrimSpace(r.PostForm.Get("base"))
	if base == "" {
		base = f.base
	}
	formats := slices.DeleteFunc(build.Formats(), func(of build.Format) bool { return !slices.Contains(r.PostForm["format"], string(of)) })
	if len(formats) == 0 {
		t.refuse(diag.M("chưa chọn dạng tệp", "no kind of file was chosen"), diag.M("chọn DOCX, PDF hoặc cả hai", "choose DOCX, PDF or both"))
		return
	}
	paper := s.Office.Make(f.in)
	t.findings(slices.DeleteFunc(slices.Concat(paper.Findings, paper.Unpaged), func(found diag.Finding) bool { return found.Severity == diag.Info }))
	if !paper.Made() {
		return
	}
	if paper.Pages == nil {
		if !slices.Contains(formats, build.DOCX) {
			return
		}
		formats = []build.Format{build.DOCX}
		for i := range t.Bad {
			t.Bad[i].Severity = diag.Warning // the Word file can be made
		}
	}
	targets := s.weigh(f, paper, base, formats, t)
	if t.refused() {
		return
	}
	if err := output.Write(r.Context(), targets); err != nil {
		t.fault(err)
		return
	}
	for _, one := range targets {
		t.Done = append(t.Done, diag.M("đã ghi %s", "written: %s", one.Path()))
	}
}

// weigh makes the files, and looks at what stands in their places.
func (s *Server) weigh(f *finishing, paper *build.Paper, base string, formats []build.Format, t *outcome) []*output.Target {
	var targets []*output.Target
	for _, format := range formats {
		one := s.target(f, base+format.Ending(), t)
		if one == nil {
			continue
		}
		var err error
		if one.Data, err = s.fresh(paper, format, base); err != nil {
			t.fault(err)
			continue
		}
		s.spare(f, one, format, paper, t)
		targets = append(targets, one)
	}
	return targets
}

// target is a file to write, nil where none can be written there.
func (s *Server) target(f *finishing, name string, t *outcome) *output.Target {
	if bad := (*filename.Fault)(nil); errors.As(filename.Check(name), &bad) {
		t.refuse(bad.Why, bad.Hint)
		return nil
	}
	one, err := output.NewTarget(f.dir, name)
	if err != nil {
		t.fault(err)
		return nil
	}
	return one
}

// spare refuses to write over what somebody edited, and over the letterhead.
func (s *Server) spare(f *finishing, one *output.Target, format build.Format, paper *build.Paper, t *outcome) {
	why := diag.M("%s đã có người sửa hoặc không do chương trình này ghi; tệp được giữ nguyên", "%s was edited, or not written by this program; it is left as it is", one.Path())
	switch {
	case paper != nil && one.HasLetterhead(paper):
		why = diag.M("%s là giấy tiêu đề, không ghi đè", "%s is the letterhead and is not overwritten", one.Path())
	case !one.Edited(format):
		return
	}
	var endings []string
	for _, format := range build.Formats() {
		endings = append(endings, format.Ending())
	}
	t.Base = f.dir.Free(f.base, endings...)
	t.refuse(why, diag.M("ghi bằng tên khác (ví dụ %s), hoặc đổi tên tệp kia rồi ghi lại", "write under another name (such as %s), or rename that file and write again", t.Base))
}
