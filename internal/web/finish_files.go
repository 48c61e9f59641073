package web

import (
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/output"
)

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
	t.Asked = base
	formats := slices.DeleteFunc(build.Formats(), func(of build.Format) bool { return !slices.Contains(r.PostForm["format"], string(of)) })
	if len(formats) == 0 {
		t.refuse(diag.M("chưa chọn dạng tệp", "no kind of file was chosen"), diag.M("chọn DOCX, PDF hoặc cả hai", "choose DOCX, PDF or both"))
		return
	}
	if !f.mayBeCalled(base, t) {
		return
	}
	paper := f.paper()
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
	targets := s.weigh(f, base, formats, t)
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
func (s *Server) weigh(f *finishing, base string, formats []build.Format, t *outcome) []*output.Target {
	var targets []*output.Target
	var spared []build.Format
	for _, format := range formats {
		one := f.target(base+format.Ending(), t)
		if one == nil {
			continue
		}
		var err error
		if one.Data, err = f.fresh(format, base); err != nil {
			t.fault(err)
			continue
		}
		if why := spare(one, format, f.paper()); why != (diag.Msg{}) {
			t.Base, t.Field = f.free(), "base"
			t.refuse(why, diag.M("bỏ dấu chọn dạng tệp này, hoặc ghi bằng tên khác (ví dụ %s), hoặc đổi tên tệp kia rồi ghi lại", "leave this kind of file out, or write under another name (such as %s), or rename that file and write again", t.Base))
			spared = append(spared, format)
		}
		targets = append(targets, one)
	}
	if spared != nil {
		t.Only = slices.DeleteFunc(slices.Clone(formats), func(of build.Format) bool { return slices.Contains(spared, of) })
	}
	return targets
}

// target is a file to write, nil where none can be written there.
func (f *finishing) target(name string, t *outcome) *output.Target {
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

// spare tells why a file must not be replaced: somebody edited it, or it is the
// letterhead; "" where it may be.
func spare(one *output.Target, format build.Format, paper *build.Paper) diag.Msg {
	switch {
	case paper != nil && one.HasLetterhead(paper):
		return diag.M("%s là giấy tiêu đề, không ghi đè", "%s is the letterhead and is not overwritten", one.Path())
	case one.Edited(format):
		return diag.M("%s đã có người sửa hoặc không do chương trình này ghi; tệp được giữ nguyên", "%s was edited, or not written by this program; it is left as it is", one.Path())
	}
	return diag.Msg{}
}

// mayBeCalled refuses a name of papers that some disk could not hold, that does not
// look like what it is, or that belongs to the papers of another plan.
func (f *finishing) mayBeCalled(base string, t *outcome) bool {
	if safe := filename.Safe(base); safe != base {
		why := diag.M("không đặt được tên %q cho văn bản", "papers cannot be called %q", diag.Word(base))
		if bad := (*filename.Fault)(nil); errors.As(filename.Check(base), &bad) {
			why = bad.Why
		}
		t.Field = "base"
		t.refuse(why, diag.M("ghi một tên, không ghi đường dẫn, ví dụ: %s", "write one name and no path, such as: %s", safe))
		return false
	}
	for _, other := range f.plansOf(base) {
		if other != f.name && (!f.owns(base) || filename.Same(base) == filename.Same(f.base)) {
			t.Base, t.Field = f.free(), "base"
			t.refuse(diag.M("%s là tên văn bản của kế hoạch %s", "%s is what papers of the plan %s are called", base, other), diag.M("ghi bằng tên khác (ví dụ %s)", "write under another name (such as %s)", t.Base))
			return false
		}
	}
	return true
}

// free is a name for papers of the plan at which nothing stands.
func (f *finishing) free() string {
	var endings []string
	for _, format := range build.Formats() {
		endings = append(endings, format.Ending())
	}
	base := f.base
	for _, name := range f.plans() { // of two plans that differ in their endings alone each may write under another name
		if name != f.name && filename.Same(stem(name)) == filename.Same(f.base) {
			base += "-" + strings.TrimPrefix(path.Ext(f.name), ".")
			break
		}
	}
	return f.dir.Free(base, endings...)
}
