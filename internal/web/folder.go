package web

import (
	"cmp"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/keep"
)

// Folders are those among which a person may choose. Each is shown by a page of its
// own, at an address of its own: what stands open in another tab stays with its
// folder.
type Folders struct {
	Places []Place                                 // in which to look
	Recent func() []string                         // that were open before, the last one first
	Open   func(dir string) (page string, e error) // makes a page of a folder, or finds it
}

// A Place is a folder below which others are looked for: the user's own, a drive.
type Place struct {
	Name diag.Msg
	Dir  string
}

const mostFolders = 500 // that are shown

// folderRoutes are those of the view in which a folder is chosen.
func (s *Server) folderRoutes() {
	if s.Folders.Open == nil {
		return
	}
	s.mux.HandleFunc("GET /folder", s.folders)
	s.mux.HandleFunc("POST /folder", s.chooseFolder)
}

// folderData is what the view shows.
type folderData struct {
	Places  []Place
	Place   int    // -1 while none is chosen
	Below   string // the folder in it, with slashes
	Here    string // as people call it
	Steps   []folderStep
	Inside  []folderStep
	Recent  []string
	Trouble *trouble
}

// A folderStep leads to a folder of the place.
type folderStep struct{ Name, Below string }

func (s *Server) folders(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	place, err := strconv.Atoi(q.Get("noi"))
	if err != nil {
		place = -1
	}
	s.showFolders(w, place, q.Get("o"), nil)
}

func (s *Server) showFolders(w http.ResponseWriter, place int, below string, t *trouble) {
	d := folderData{Places: s.Folders.Places, Place: -1, Recent: s.Folders.Recent(), Trouble: t}
	root, err := s.below(place, below)
	if err == nil {
		defer root.Close()
		d.Place, d.Here = place, root.Name()
		d.Below, d.Steps = below, steps(below)
		d.Inside, err = inside(root, below)
	}
	if err != nil && place >= 0 && t == nil {
		k := known(err)
		d.Trouble = &k
	}
	status := http.StatusOK
	if d.Trouble != nil {
		status = d.Trouble.Status
	}
	s.show(w, status, "folder", view{Title: diag.M("Chọn thư mục", "Choose a folder").In(s.Lang), Data: d})
}

// below opens a folder of a place; nothing outside of the place can be.
func (s *Server) below(place int, below string) (*os.Root, error) {
	if place < 0 || place >= len(s.Folders.Places) {
		return nil, noFolder(fs.ErrNotExist)
	}
	root, err := os.OpenRoot(s.Folders.Places[place].Dir)
	if err != nil {
		return nil, noFolder(err)
	}
	if below == "" {
		return root, nil
	}
	defer root.Close()
	if !fs.ValidPath(below) {
		return nil, noFolder(fs.ErrInvalid)
	}
	in, err := root.OpenRoot(filepath.FromSlash(below))
	if err != nil {
		return nil, noFolder(err)
	}
	return in, nil
}

func noFolder(err error) error {
	return &keep.Fault{
		Why:  diag.M("thư mục này không có, hoặc không mở được", "there is no such folder, or it cannot be opened"),
		Hint: diag.M("chọn một thư mục trong danh sách", "choose a folder of the list"), Err: cmp.Or(err, fs.ErrNotExist),
	}
}

// steps lead back to the place.
func steps(below string) []folderStep {
	var out []folderStep
	for at := below; at != "" && at != "."; at = path.Dir(at) {
		out = append(out, folderStep{path.Base(at), at})
	}
	slices.Reverse(out)
	return out
}

// inside are the folders of a folder, but for those that the system or a program
// keeps for itself.
func inside(root *os.Root, below string) ([]folderStep, error) {
	dir, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	var out []folderStep
	for len(out) < mostFolders {
		entries, err := dir.ReadDir(mostFolders)
		for _, e := range entries {
			if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "$") {
				out = append(out, folderStep{e.Name(), path.Join(below, e.Name())})
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b folderStep) int { return strings.Compare(filename.Same(a.Name), filename.Same(b.Name)) })
	return out, nil
}

// chooseFolder opens the page of a folder: one that was open before, one of a place,
// or a new one in it.
func (s *Server) chooseFolder(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	place, err := strconv.Atoi(r.PostFormValue("noi"))
	if err != nil {
		place = -1
	}
	below := r.PostFormValue("o")
	dir, err := s.chosenFolder(r, place, below)
	var page string
	if err == nil {
		page, err = s.Folders.Open(dir)
	}
	if err != nil {
		t := known(err)
		s.showFolders(w, place, below, &t)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	onwardTo.Execute(w, page)
}

func (s *Server) chosenFolder(r *http.Request, place int, below string) (string, error) {
	if again := r.PostFormValue("nho"); again != "" {
		if slices.Contains(s.Folders.Recent(), again) { // no other path of a request is opened
			return again, nil
		}
		return "", noFolder(fs.ErrNotExist)
	}
	root, err := s.below(place, below)
	if err != nil {
		return "", err
	}
	defer root.Close()
	name := strings.TrimSpace(r.PostFormValue("moi"))
	if name == "" {
		return root.Name(), nil
	}
	if t := checkFolder(name); t != nil {
		return "", &keep.Fault{Why: t.Why, Hint: t.Hint, Err: keep.ErrName}
	}
	if err := root.Mkdir(name, 0o777); err != nil {
		return "", err
	}
	made, err := root.OpenRoot(name)
	if err != nil {
		return "", err
	}
	defer made.Close()
	return made.Name(), nil
}

// onwardTo goes to a page at another address, which has its own secret.
var onwardTo = template.Must(template.New("").Parse(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>kehoach</title><link rel="icon" href="/static/kehoach.svg" type="image/svg+xml"><meta http-equiv="refresh" content="0;url={{.}}"><a href="{{.}}">kehoach</a></html>`))
