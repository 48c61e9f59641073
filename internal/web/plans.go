package web

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"

	"kehoach.example/internal/diag"
)

// plansRoutes are those of what is done to plans as files, from the first view.
func (s *Server) plansRoutes() {
	s.mux.HandleFunc("POST /plans/rename", s.renamePlan)
	s.mux.HandleFunc("POST /plans/copy", s.copyPlan)
	s.mux.HandleFunc("POST /plans/aside", s.putAside)
	s.mux.HandleFunc("POST /plans/back", s.takeBack)
	s.mux.HandleFunc("POST /plans/open", s.openFolder)
	s.mux.HandleFunc("POST /left/drop", s.dropLeft)
}

// What was done to a plan, as the first view tells it.
const (
	didRename = "doi-ten"
	didCopy   = "nhan-ban"
	didAside  = "bo"
	didBack   = "lay-lai"
	didDrop   = "bo-chu"
)

// doneToPlan tells what was done to a plan of a name.
func doneToPlan(what, name string) diag.Msg {
	name = diag.Word(stem(name))
	switch what {
	case didRename:
		return diag.M("Đã đổi tên thành “%s”. Tệp DOCX, PDF đã ghi giữ tên cũ.", "Renamed to “%s”. Papers that were written keep their names.", name)
	case didCopy:
		return diag.M("Đã nhân bản thành “%s”.", "Duplicated as “%s”.", name)
	case didAside:
		return diag.M("Đã bỏ “%s” vào thùng rác; không mất gì, lấy lại được ở cuối trang.", "“%s” was put into the bin; nothing is lost, it can be taken back at the foot of the page.", name)
	case didBack:
		return diag.M("Đã lấy lại “%s”.", "“%s” is back.", name)
	case didDrop:
		return diag.M("Đã bỏ chữ chưa lưu của “%s” vào thùng rác.", "The unsaved words of “%s” were put into the bin.", name)
	}
	return diag.Msg{}
}

// after shows the first view behind something that was done, or why it was not.
func (s *Server) after(w http.ResponseWriter, r *http.Request, what, name string, err error) {
	if err != nil {
		t := known(err)
		s.showStart(w, t.Status, &t)
		return
	}
	http.Redirect(w, r, "/?"+url.Values{"da": {what}, "ten": {name}}.Encode(), http.StatusSeeOther)
}

// words gives small fields of a form.
func words(w http.ResponseWriter, r *http.Request, names ...string) []string {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	var out []string
	for _, name := range names {
		out = append(out, strings.TrimSpace(r.PostFormValue(name)))
	}
	return out
}

func (s *Server) renamePlan(w http.ResponseWriter, r *http.Request) {
	in := words(w, r, "plan", "name")
	to := sameEnding(in[0], in[1])
	s.desks.LetGo(in[0])
	s.desks.LetGo(to) // one of that name, whose file somebody has deleted
	name, err := s.Folder.Rename(in[0], to)
	if err == nil {
		s.desks.Moved(in[0], name)
	}
	s.after(w, r, didRename, name, err)
}

// sameEnding is a name with the ending of another plan file.
func sameEnding(old, name string) string {
	switch ext := filepath.Ext(old); strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return name
	default:
		return name + ext
	}
}

// copyPlan makes another plan of a plan as it is being written.
func (s *Server) copyPlan(w http.ResponseWriter, r *http.Request) {
	in := words(w, r, "plan", "name")
	data, err := s.desks.Text(in[0])
	name := ""
	if err == nil {
		name, err = s.Folder.Create(fileName(in[1]), data)
	}
	s.after(w, r, didCopy, name, err)
}

func (s *Server) putAside(w http.ResponseWriter, r *http.Request) {
	name := words(w, r, "plan")[0]
	s.desks.LetGo(name)
	s.after(w, r, didAside, name, s.Folder.PutAside(name))
}

func (s *Server) takeBack(w http.ResponseWriter, r *http.Request) {
	id := words(w, r, "id")[0]
	all, _ := s.Folder.Aside() // what is wrong with it, TakeBack tells
	for _, one := range all {
		if one.ID == id {
			s.desks.LetGo(one.Name) // another one of that name, whose file somebody has deleted
		}
	}
	name, err := s.Folder.TakeBack(id)
	if err == nil {
		s.desks.Moved("", name)
	}
	s.after(w, r, didBack, name, err)
}

func (s *Server) dropLeft(w http.ResponseWriter, r *http.Request) {
	name := words(w, r, "left")[0]
	s.desks.LetGo(name)
	s.after(w, r, didDrop, name, s.Folder.PutLeftAside(name))
}

// openFolder shows the folder in the file manager of the system.
func (s *Server) openFolder(w http.ResponseWriter, r *http.Request) {
	if s.Reveal == nil {
		s.missing(w, r)
		return
	}
	if err := s.Reveal(s.Path); err != nil {
		s.showStart(w, http.StatusInternalServerError, &trouble{http.StatusInternalServerError, diag.M("không mở được trình quản lý tệp", "the file manager cannot be opened"), diag.M("tự mở thư mục: %s", "open the folder yourself: %s", s.Path)})
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
