package web

import (
	"net/http"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/list"
)

// unitsRoutes are those of the view in which papers are made for many units.
func (s *Server) unitsRoutes() {
	s.mux.HandleFunc("GET /units", s.units)
	s.mux.HandleFunc("GET /units/start", s.unitsStart)
	s.mux.HandleFunc("POST /units/list", s.unitsList)
	s.mux.HandleFunc("POST /units/run", s.unitsRun)
	s.mux.HandleFunc("POST /units/resume", s.unitsResume)
	s.mux.HandleFunc("POST /units/stop", s.unitsStop)
	s.mux.HandleFunc("GET /units/events", s.unitsEvents)
	s.mux.HandleFunc("GET /units/archive", s.unitsArchive)
	s.mux.HandleFunc("GET /units/file/{name}", s.unitsFile)
	s.mux.HandleFunc("POST /units/open", s.unitsOpen)
}

// unitsView is what the view shows.
type unitsView struct {
	Plans   []planChoice
	Lists   []string
	Most    int // bytes of a list
	Plan    string
	Trouble *trouble

	ID      int
	Doing   doing
	Given   given
	Looked  bool           // a list was looked over, or could not be used
	Whole   []diag.Finding // of the plan and the list
	Counts  *sorted        // nil where no row can be made
	Table   *tableView
	Order   order
	Formats []formatChoice
	Done    int
	All     int
	Words   diag.Msg // how far it is
	Made    *made
	Besides []fileView
	Told    []diag.Finding // in making
	Reveals bool
}

type planChoice struct {
	Name  string
	Holes string // the columns that it asks for
}

type formatChoice struct {
	ID     build.Format
	Name   diag.Msg
	Chosen bool
}

func (s *Server) units(w http.ResponseWriter, r *http.Request) {
	s.showUnits(w, r, http.StatusOK, nil, nil)
}

// showUnits shows how things stand; with why something was refused, and what was
// asked then.
func (s *Server) showUnits(w http.ResponseWriter, r *http.Request, status int, t *trouble, asked *order) {
	q := r.URL.Query()
	page, _ := strconv.Atoi(q.Get("page"))
	v := s.roster.view(q.Get("show"), page, asked)
	v.Plans, v.Lists, v.Most, v.Reveals = s.planChoices(), s.listFiles(), list.MaxFile, s.Reveal != nil
	if v.Plan = q.Get("plan"); v.Plan == "" {
		v.Plan = v.Given.Plan
	}
	if t != nil {
		v.Trouble = t
	}
	s.show(w, status, "units", view{Title: diag.M("Nhiều đơn vị", "Many units").In(s.Lang), Data: v})
}

// view tells how the work stands.
func (u *roster) view(show string, page int, asked *order) *unitsView {
	u.mu.Lock()
	defer u.mu.Unlock()
	v := &unitsView{ID: u.id, Doing: u.doing, Given: u.given, Trouble: u.wrong, Order: u.order, Made: u.made}
	v.Done, v.All, v.Words = u.at.Done, u.at.All, u.words()
	if l := u.looked; l != nil {
		v.Looked = true
		if v.Whole = l.opt.Found; l.job != nil {
			v.Whole, v.Counts, v.Table = l.job.Whole(), &l.rows, l.table(u.made, show, page)
			v.Table.Choose = u.doing == nothing
		}
		v.Whole = u.server.placed(v.Whole, build.Input{Name: u.given.Plan, Data: u.given.plan})
	}
	if asked != nil {
		v.Order = *asked
	} else if v.Order.Folder == "" {
		v.Order = u.usual()
	}
	v.Formats = formatChoices(v.Order.Formats)
	if u.made != nil && u.made.job != nil {
		v.Besides, v.Told = u.made.besides(), u.server.placed(u.made.result.Findings, build.Input{Name: u.given.Plan, Data: u.given.plan})
	}
	return v
}

// words tell how far the work is.
func (u *roster) words() diag.Msg {
	if u.at.All == 0 {
		return diag.M("đang đọc danh sách …", "reading the list …")
	}
	return forClerks(u.at.Words(u.server.Now().Sub(u.begun).Round(time.Millisecond)))
}

// usual is an order as most are.
func (u *roster) usual() order {
	name := strings.TrimSuffix(u.given.Plan, path.Ext(u.given.Plan))
	return order{
		Which: goodRows, Formats: []build.Format{build.DOCX, build.PDF},
		Folder: filename.Safe(name + diag.M(" - các đơn vị", " - units").In(u.server.Lang)),
	}
}

func formatChoices(chosen []build.Format) []formatChoice {
	names := map[build.Format]diag.Msg{
		build.DOCX: diag.M("Word (.docx)", "Word (.docx)"),
		build.PDF:  diag.M("PDF", "PDF"),
		build.Kyso: diag.M("vị trí ký số (.kyso.json)", "places of signatures (.kyso.json)"),
		build.Meta: diag.M("thông tin văn bản (.meta.json)", "what the paper is (.meta.json)"),
	}
	var out []formatChoice
	for _, f := range build.Formats() {
		c := formatChoice{ID: f, Name: names[f]}
		for _, one := range chosen {
			c.Chosen = c.Chosen || one == f
		}
		out = append(out, c)
	}
	return out
}

// besides are the files of a run that belong to no row.
func (m *made) besides() []fileView {
	var out []fileView
	for _, f := range append([]batch.File{{Name: printName}, {Name: zipName}}, m.job.IndexFiles()...) {
		if m.files[f.Name] && path.Ext(f.Name) != ".json" {
			out = append(out, fileView{Name: f.Name, Label: f.Name})
		}
	}
	return out
}

// mostLookedThrough is how many plans are looked through for a view at most: those that
// remain have their turn the next time.
const mostLookedThrough = 100

// planChoices are the plans of the folder, those with holes first.
func (s *Server) planChoices() []planChoice {
	files, _ := s.Folder.Plans() // the newest first
	known, left := s.roster.seenHoles(nil), mostLookedThrough
	now := map[keep.PlanFile]string{}
	var with, without []planChoice
	for _, f := range files {
		holes, ok := known[f]
		if !ok && left > 0 {
			holes, ok, left = s.holes(f.Name), true, left-1
		}
		if !ok {
			without = append(without, planChoice{f.Name, "…"})
			continue
		}
		if now[f] = holes; holes != "" {
			with = append(with, planChoice{f.Name, holes})
		} else {
			without = append(without, planChoice{Name: f.Name})
		}
	}
	s.roster.seenHoles(now)
	return append(with, without...)
}

// holes are the columns that a plan asks for.
func (s *Server) holes(name string) string {
	data, err := s.Folder.Read(name)
	if err != nil || !strings.Contains(string(data), "{") {
		return ""
	}
	return strings.Join(s.Office.Holes(build.Input{Name: name, Data: data}), ", ")
}

// seenHoles gives the holes of plans as they were seen last, and remembers others.
func (u *roster) seenHoles(now map[keep.PlanFile]string) map[keep.PlanFile]string {
	u.mu.Lock()
	defer u.mu.Unlock()
	if now != nil {
		u.holes = now
	}
	return u.holes
}

// back shows the view anew behind a request that changed something.
func back(w http.ResponseWriter, r *http.Request, at string) {
	http.Redirect(w, r, "/units#"+at, http.StatusSeeOther)
}

// unitsRun makes the papers.
func (s *Server) unitsRun(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	o := order{
		Which: r.PostFormValue("which"), Only: strings.TrimSpace(r.PostFormValue("only")), Folder: strings.TrimSpace(r.PostFormValue("folder")),
		Print: r.PostFormValue("print") != "", TwoSided: r.PostFormValue("two-sided") != "", Zip: r.PostFormValue("zip") != "",
	}
	for _, f := range build.Formats() {
		if r.PostFormValue("format-"+string(f)) != "" {
			o.Formats = append(o.Formats, f)
		}
	}
	id, _ := strconv.Atoi(r.PostFormValue("id"))
	t := checkFolder(o.Folder)
	if t == nil {
		t = s.roster.run(id, o)
	}
	if t != nil {
		s.showUnits(w, r, t.Status, t, &o)
		return
	}
	back(w, r, "work")
}

// unitsResume goes on with a run that was stopped, or whose rows failed.
func (s *Server) unitsResume(w http.ResponseWriter, r *http.Request) {
	id, o := s.roster.last()
	t := checkFolder(o.Folder)
	if t == nil {
		t = s.roster.run(id, o)
	}
	if t != nil {
		s.showUnits(w, r, t.Status, t, nil)
		return
	}
	back(w, r, "work")
}

// last is the last order, and the list that it was of.
func (u *roster) last() (int, order) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.id, u.order
}

func (s *Server) unitsStop(w http.ResponseWriter, r *http.Request) {
	s.roster.halt()
	back(w, r, "work")
}

// unitsOpen shows the folder of the last run in the file manager of the system.
func (s *Server) unitsOpen(w http.ResponseWriter, r *http.Request) {
	m := s.roster.ended()
	if m == nil || s.Reveal == nil {
		s.missing(w, r)
		return
	}
	if err := s.Reveal(filepath.Join(s.Path, m.Order.Folder)); err != nil {
		t := trouble{500, diag.M("không mở được trình quản lý tệp", "the file manager cannot be opened"), diag.M("tự mở thư mục: %s", "open the folder yourself: %s", filepath.Join(s.Path, m.Order.Folder))}
		s.showUnits(w, r, t.Status, &t, nil)
		return
	}
	back(w, r, "work")
}

// ended is how the last run ended, nil where none did.
func (u *roster) ended() *made {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.made == nil || u.made.job == nil {
		return nil
	}
	return u.made
}
