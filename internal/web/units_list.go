package web

import (
	"errors"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/list"
)

// Bounds of what is handed in, besides those of a list.
const (
	mostWords = 4 << 10 // bytes of a name or a pattern
	mostParts = 16
	mostLists = 200 // that are offered
)

// unitsList takes a list and looks it over.
func (s *Server) unitsList(w http.ResponseWriter, r *http.Request) {
	if !s.roster.taking.TryLock() {
		s.showUnits(w, r, http.StatusConflict, &trouble{409, diag.M("đang nhận một danh sách khác", "another list is being received"), diag.M("chờ một lát rồi thử lại", "wait a moment and try again")}, nil)
		return
	}
	defer s.roster.taking.Unlock()
	g, t := s.receiveList(w, r)
	if t == nil {
		t = s.roster.look(g)
	}
	if t != nil {
		s.showUnits(w, r, t.Status, t, nil)
		return
	}
	back(w, r, "work")
}

// receiveList reads what is handed in. Nothing of it is written to a disk.
func (s *Server) receiveList(w http.ResponseWriter, r *http.Request) (given, *trouble) {
	r.Body = http.MaxBytesReader(w, r.Body, list.MaxFile+mostParts*mostWords)
	out := http.NewResponseController(w)
	out.SetReadDeadline(time.Now().Add(s.patience))
	defer out.SetReadDeadline(time.Time{})
	words, file, err := parts(r)
	var g given
	switch {
	case errors.As(err, new(*http.MaxBytesError)) || len(file.data) > list.MaxFile:
		f := list.TooLarge(file.name, int64(max(len(file.data), list.MaxFile+1)))
		return g, &trouble{413, f.Message, f.Hint}
	case err != nil:
		return g, &trouble{400, diag.M("không nhận được danh sách", "the list did not arrive"), diag.M("chọn lại tệp rồi thử lại", "choose the file again and try again")}
	}
	g.Plan, g.Pattern = words["plan"], strings.TrimSpace(words["pattern"])
	text, t := s.planText(g.Plan)
	if t != nil {
		return g, t
	}
	g.plan, g.List, g.list = text, file.name, file.data
	if file.name == "" {
		if g.List = words["file"]; g.List == "" {
			return g, &trouble{422, diag.M("chưa chọn danh sách đơn vị", "no list of units was chosen"), diag.M("thả tệp Excel hoặc CSV vào khung, hoặc chọn một tệp trong thư mục", "drop an Excel or CSV file on the frame, or choose one of the folder")}
		}
		g.list, t = s.readList(g.List)
	}
	return g, t
}

// handed is a file that is handed in.
type handed struct {
	name string
	data []byte
}

// parts reads the parts of a form: its words and its file.
func parts(r *http.Request) (words map[string]string, file handed, err error) {
	words = map[string]string{}
	m, err := r.MultipartReader()
	if err != nil {
		return words, file, err
	}
	for range mostParts {
		p, err := m.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return words, file, nil
		case err != nil:
			return words, file, err
		case p.FormName() == "list":
			err = file.read(p)
		default:
			var data []byte
			data, err = io.ReadAll(io.LimitReader(p, mostWords))
			words[p.FormName()] = string(data)
		}
		if err != nil {
			return words, file, err
		}
	}
	return words, file, errors.New("web: too many parts")
}

// read reads a file; a field in which none was chosen has no name.
func (f *handed) read(p *multipart.Part) (err error) {
	if p.FileName() == "" {
		return nil
	}
	f.name = listName(p.FileName())
	f.data, err = io.ReadAll(p)
	return err
}

// listName is what a list that is handed in is called: as it was, where that is the
// name of a file.
func listName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	ext := path.Ext(name)
	base := strings.TrimSuffix(name, ext)
	if filename.Safe(base) == base && filename.Check(name) == nil {
		return name
	}
	if !isList(name) {
		return filename.Safe(name)
	}
	return filename.Safe(base) + strings.ToLower(ext)
}

func isList(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm", ".csv"}, strings.ToLower(path.Ext(name)))
}

// listFiles are the lists that lie in the folder.
func (s *Server) listFiles() []string {
	root, err := os.OpenRoot(s.Path)
	if err != nil {
		return nil
	}
	defer root.Close()
	entries, _ := fs.ReadDir(root.FS(), ".")
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && isList(e.Name()) && !strings.HasPrefix(e.Name(), "~$") && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, e.Name())
		}
	}
	return out[:min(len(out), mostLists)]
}

// readList reads a list of the folder.
func (s *Server) readList(name string) ([]byte, *trouble) {
	none := &trouble{404, diag.M("trong thư mục không có danh sách %q", "the folder has no list %q", diag.Word(name)), diag.M("chọn một tệp .xlsx hoặc .csv của thư mục", "choose a file .xlsx or .csv of the folder")}
	if !slices.Contains(s.listFiles(), name) {
		return nil, none
	}
	root, err := os.OpenRoot(s.Path)
	if err != nil {
		return nil, mishap(err)
	}
	defer root.Close()
	f, err := root.Open(name)
	if err != nil {
		return nil, none
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, list.MaxFile+1))
	switch {
	case err != nil:
		return nil, none
	case len(data) > list.MaxFile:
		t := list.TooLarge(name, int64(len(data)))
		return nil, &trouble{413, t.Message, t.Hint}
	}
	return data, nil
}
