package web

import (
	"net/http"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/output"
)

// compared is what became of an older plan.
type compared struct {
	Before string
	Groups []build.ToldChanges
	Count  int
}

// redline tells what became of another plan in this one, and writes it as tracked
// changes.
func (s *Server) redline(w http.ResponseWriter, r *http.Request) {
	f := s.finishing(w, r)
	if f == nil {
		return
	}
	t := &outcome{Part: "so-sanh"}
	data, name := s.heldAgainst(w, r, f, t)
	if data != nil && !t.refused() {
		send(w, name, build.DOCX, data, false)
		return
	}
	s.showFinish(w, f, t)
}

// heldAgainst holds the plan against another one; it gives the file of changes where that
// is to be sent.
func (s *Server) heldAgainst(w http.ResponseWriter, r *http.Request, f *finishing, t *outcome) (data []byte, name string) {
	up := s.uploaded(w, r, map[string]int64{"old": build.MaxWord}, t)
	if up == nil {
		return nil, ""
	}
	before, ok := s.older(f, up, t)
	if !ok {
		return nil, ""
	}
	two := s.Office.Diff(before, f.in)
	t.findings(worth(two.Findings))
	if t.refused() {
		return nil, ""
	}
	t.Compared = &compared{Before: before.Name, Groups: build.TellChanges(two, s.Lang), Count: len(two.Changes)}
	if up.word("do") == "tell" {
		return nil, ""
	}
	data, found, err := s.Office.Redline(two)
	t.findings(worth(found))
	if err != nil {
		t.fault(err)
	}
	name = f.base + "-so-sanh" + build.DOCX.Ending()
	if up.word("do") == "docx" || t.refused() {
		return data, name
	}
	s.putRedline(r, f, name, data, t)
	return nil, ""
}

// worth leaves out what is only remarked.
func worth(found []diag.Finding) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f diag.Finding) bool { return f.Severity == diag.Info })
}

// heldBefore stands before what a file of the machine is called that was handed in.
const heldBefore = "may:"

// older is the plan to compare with: handed in, or one of the folder.
func (s *Server) older(f *finishing, up *upload, t *outcome) (build.Input, bool) {
	if in, ok := up.files["old"]; ok {
		t.Held = &heldOne{s.tray.put(in).id, in.Name}
		return in, true
	}
	name := up.word("against")
	if name == "" || name == f.name {
		t.Field = "against"
		t.refuse(diag.M("chưa chọn kế hoạch để so", "no plan to compare with was chosen"), diag.M("chọn một kế hoạch trong thư mục, hoặc đưa tệp từ máy", "choose a plan of the folder, or a file of this machine"))
		return build.Input{}, false
	}
	t.Kept = map[string]string{"against": name}
	if id, held := strings.CutPrefix(name, heldBefore); held {
		if b := s.tray.get(id); b != nil {
			t.Held = &heldOne{id, b.in.Name}
			return b.in, true
		}
	}
	read := s.desks.Text // as it stands, like the plan itself
	if format, _ := build.FormatOf(name); format == build.DOCX {
		read = func(name string) ([]byte, error) { return f.dir.Read(name, build.MaxWord) }
	}
	data, err := read(name)
	if err != nil {
		t.fault(err)
		return build.Input{}, false
	}
	return build.Input{Name: name, Data: data, Files: s.Folder.Files()}, true
}

// putRedline writes the file of changes into the folder.
func (s *Server) putRedline(r *http.Request, f *finishing, name string, data []byte, t *outcome) {
	one := f.target(name, t)
	if one == nil {
		return
	}
	one.Data = data
	if why := spare(one, build.DOCX, nil); why != (diag.Msg{}) {
		t.refuse(why, diag.M("đổi tên tệp đó rồi ghi lại, hoặc tải bản so sánh về", "rename that file and write again, or download the comparison"))
		return
	}
	if err := output.Write(r.Context(), []*output.Target{one}); err != nil {
		t.fault(err)
		return
	}
	t.Done = append(t.Done, diag.M("đã ghi %s", "written: %s", one.Path()))
}
