package web

import (
	"net/http"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// uploaded reads a form with files; nil where that is refused.
func (s *Server) uploaded(w http.ResponseWriter, r *http.Request, bounds map[string]int64, t *outcome) *upload {
	up, wrong := s.receive(w, r, bounds)
	if wrong != nil {
		t.refuse(wrong.Why, wrong.Hint)
	}
	return up
}

// either is a file of a form: the one that was handed in, else the one of the
// folder that was chosen by its name.
func (s *Server) either(f *finishing, up *upload, file, choice string, t *outcome) (in build.Input, ofFolder bool) {
	if in, ok := up.files[file]; ok {
		return in, false
	}
	name := string(up.words[choice])
	all, err := f.dir.Papers()
	if err != nil {
		t.fault(err)
		return in, false
	}
	for _, p := range all {
		if p.Name != name {
			continue
		}
		data, err := f.dir.Read(name, build.MaxPDF)
		if err != nil {
			t.fault(err)
			return in, false
		}
		return build.Input{Name: name, Data: data}, true
	}
	t.refuse(diag.M("chưa chọn tệp PDF", "no PDF was chosen"), diag.M("chọn một tệp trong thư mục, hoặc đưa tệp từ máy", "choose a file of the folder, or one of this machine"))
	return in, false
}
