package web

import (
	"net/http"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// broughtBounds are those of what people bring: a Word file as large as build reads,
// or text.
var broughtBounds = map[string]int64{
	"tep": build.MaxWord,
	"chu": 16 << 20, // text; what is too large for a plan is told by build
}

// bringRoutes are those of plans that are made of another text.
func (s *Server) bringRoutes() {
	s.mux.HandleFunc("POST /bring", s.bring)
	s.mux.HandleFunc("GET /import/{id}", s.broughtOr(s.showImport))
	s.mux.HandleFunc("POST /import/{id}", s.broughtOr(s.makeImport))
	s.mux.HandleFunc("GET /roll/{id}", s.broughtOr(s.showRoll))
	s.mux.HandleFunc("POST /roll/{id}", s.broughtOr(s.makeRoll))
	s.mux.HandleFunc("GET /under/{id}", s.broughtOr(s.showUnder))
	s.mux.HandleFunc("POST /under/{id}", s.broughtOr(s.makeUnder))
}

// bring keeps what a person chose, dropped or pasted, and goes on to what is to
// be made of it.
func (s *Server) bring(w http.ResponseWriter, r *http.Request) {
	up, t := s.receive(w, r, broughtBounds)
	var in build.Input
	if t == nil {
		in, t = s.chosen(up)
	}
	if t != nil {
		s.showStarting(w, t.Status, startData{Trouble: t, Bad: badBring})
		return
	}
	use := up.word("viec")
	switch use {
	case "roll", "under":
	default:
		use = "import"
	}
	http.Redirect(w, r, "/"+use+"/"+s.tray.put(in).id, http.StatusSeeOther)
}

// chosen is the source of what was brought: a file, else text, else a plan of the
// folder.
func (s *Server) chosen(up *upload) (build.Input, *trouble) {
	if file, ok := up.files["tep"]; ok {
		return file, nil
	}
	if up.word("chu") != "" {
		return build.Input{Name: pasted, Data: up.words["chu"]}, nil
	}
	if plan := string(up.words["ke_hoach"]); plan != "" {
		return s.inFolder(plan)
	}
	return build.Input{}, &trouble{
		http.StatusBadRequest, diag.M("chưa có văn bản nào", "there is no text yet"),
		diag.M("chọn một tệp, kéo tệp vào ô, dán chữ, hoặc chọn một kế hoạch trong thư mục", "choose a file, drop one, paste a text, or choose a plan of the folder"),
	}
}

// pasted is what a text is called that has no file.
const pasted = "van-ban-dan.txt"

// inFolder is a plan of the folder as a source.
func (s *Server) inFolder(name string) (build.Input, *trouble) {
	data, err := s.desks.Text(name)
	if err != nil {
		t := known(err)
		return build.Input{}, &t
	}
	return build.Input{Name: name, Data: []byte(build.Letters(data)), Files: s.Folder.Files()}, nil
}

// broughtOr finds what was brought, for a page about it.
func (s *Server) broughtOr(do func(http.ResponseWriter, *http.Request, *brought)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b := s.tray.get(r.PathValue("id"))
		if b == nil {
			s.showStart(w, http.StatusGone, &trouble{
				http.StatusGone, diag.M("văn bản đã đưa vào không còn được giữ", "the text that was brought is no longer kept"),
				diag.M("đưa lại: chương trình chỉ giữ ít văn bản gần nhất, và quên khi tắt", "bring it again: only the last few are kept, and none when the program ends"),
			})
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
		do(w, r, b)
	}
}
