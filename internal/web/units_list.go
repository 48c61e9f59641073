package web

import (
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/list"
)

const mostLists = 200 // that are offered

// unitsList takes a list and looks it over.
func (s *Server) unitsList(w http.ResponseWriter, r *http.Request) {
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
func (s *Server) receiveList(w http.ResponseWriter, r *http.Request) (g given, t *trouble) {
	up, t := s.receive(w, r, map[string]int64{"list": list.MaxFile})
	if t != nil {
		return g, t
	}
	g.Plan, g.Pattern = string(up.words["plan"]), up.word("pattern")
	var err error
	if g.plan, err = s.desks.Text(g.Plan); err != nil {
		no := known(err)
		return g, &no
	}
	if file, ok := up.files["list"]; ok {
		g.List, g.list = listName(file.Name), file.Data
		return g, nil
	}
	if g.List = string(up.words["file"]); g.List == "" {
		return g, &trouble{422, diag.M("chưa chọn danh sách đơn vị", "no list of units was chosen"), diag.M("thả tệp Excel hoặc CSV vào khung, hoặc chọn một tệp trong thư mục", "drop an Excel or CSV file on the frame, or choose one of the folder")}
	}
	g.list, t = s.readList(g.List)
	return g, t
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
	entries, _ := fs.ReadDir(s.Folder.Root().FS(), ".")
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
	f, err := s.Folder.Root().Open(name)
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
