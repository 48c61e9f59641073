package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/output"
	"kehoach.example/internal/web/desk"
)

// finishRoutes are those of what is done with a plan that is written: look it
// over, write its papers, compare it, sign it.
func (s *Server) finishRoutes() {
	s.mux.HandleFunc("GET /plan/{name}/finish", s.finish)
	s.mux.HandleFunc("POST /plan/{name}/finish/write", s.writePapers)
	s.mux.HandleFunc("GET /plan/{name}/finish/new/{format}", s.freshPaper)
	s.mux.HandleFunc("GET /plan/{name}/finish/file/{file}", s.paperFile)
	s.mux.HandleFunc("POST /plan/{name}/finish/redline", s.redline)
	s.mux.HandleFunc("POST /plan/{name}/finish/sign", s.sign)
	s.mux.HandleFunc("POST /plan/{name}/finish/verify", s.verify)
}

// A finishing is a plan as it stands when something is done with it.
type finishing struct {
	server *Server
	name   string
	base   string // of its papers
	in     build.Input
	form   *build.FormView
	key    func(path string) string // how tabs name a field of the form
	dir    *output.Folder
	others []keep.PlanFile // of the folder

	made    *build.Paper
	written map[string][]byte // files of it, by format and name
}

// finishing takes the plan that a request names; nil where there is none, which is
// answered.
func (s *Server) finishing(w http.ResponseWriter, r *http.Request) (f *finishing) {
	s.viewOf(w, r, func(k *desk.Desk) {
		f = &finishing{
			server: s, name: k.Name(), base: stem(k.Name()), in: k.Input(), form: k.Paper().Form, key: k.Paper().Key,
			dir: &output.Folder{Root: s.Folder.Root()}, written: map[string][]byte{},
		}
	})
	if f != nil {
		plans, _ := s.Folder.Plans()
		f.others = slices.DeleteFunc(plans, func(p keep.PlanFile) bool { return p.Name == f.name })
	}
	return f
}

// An outcome is what is told of what was just asked for, in the part of the view where it was.
type outcome struct {
	Part     string // ghi, so-sanh, ky, kiem
	Done     []diag.Msg
	Bad      []said
	Base     string // a free name for papers
	Compared *compared
	Verified *build.VerifiedWords
	File     string            // that was made or judged
	Link     string            // where it is
	Kept     map[string]string // what was filled in, where it has to be filled in again
	Field    string            // the field that was refused, "" for none
	Only     []build.Format    // what can be written where the rest is spared
	Asked    string            // name of the papers that was asked for
	Held     *heldOne          // what was compared with, where it came from this machine
}

// A heldOne is a file of the machine that was handed in before.
type heldOne struct{ ID, Name string }

// said is a trouble or a finding, in the words of the page.
type said struct {
	Severity  diag.Severity
	Why, Hint diag.Msg
}

func (t *outcome) refuse(why, hint diag.Msg) {
	t.Bad = append(t.Bad, said{diag.Error, why, hint})
}

// fault takes in an error of the folder.
func (t *outcome) fault(err error) {
	if fs, ok := err.(output.Faults); ok {
		for _, f := range fs {
			t.refuse(f.Why, f.Hint)
		}
		return
	}
	k := known(err)
	t.refuse(k.Why, k.Hint)
}

// findings takes in what a job found.
func (t *outcome) findings(found []diag.Finding) {
	for _, f := range diag.Sort(found) {
		t.Bad = append(t.Bad, said{f.Severity, placedWords(f), f.Hint})
	}
}

func (t *outcome) refused() bool {
	return slices.ContainsFunc(t.Bad, func(s said) bool { return s.Severity == diag.Error })
}

// placedWords is a finding behind its place.
func placedWords(f diag.Finding) diag.Msg {
	told := f.Message.Page()
	if f.At.Line < 1 {
		return told
	}
	at := diag.M("%s, dòng %d: ", "%s, line %d: ", f.At.File, f.At.Line)
	return diag.Msg{Vi: at.Vi + told.Vi, En: at.En + told.En}
}

// finishData is what the view shows.
type finishData struct {
	At      string // the address of the view
	Write   string // of the view in which the plan is written
	Base    string
	Gate    gateData
	Formats []build.Format
	Paged   bool // there are pages, so all formats can be made
	Files   []paperShown
	Others  []paperShown // papers of other plans
	Plans   []string     // to compare with: plans, and Word files
	Card    []cardRow
	Places  []signPlace
	ToSign  []paperShown
	PDFs    []paperShown
	Part    func(string) *outcome
	Kept    map[string]string
}

func (s *Server) finish(w http.ResponseWriter, r *http.Request) {
	if f := s.finishing(w, r); f != nil {
		s.showFinish(w, f, &outcome{})
	}
}

// showFinish shows the view with what is told.
func (s *Server) showFinish(w http.ResponseWriter, f *finishing, t *outcome) {
	d := &finishData{At: address(f.name) + "/finish", Write: address(f.name), Base: f.base, Formats: build.Formats(), Kept: t.Kept}
	if t.Base != "" {
		d.Base = t.Base
	}
	d.Part = func(part string) *outcome {
		if t.Part == part {
			return t
		}
		return nil
	}
	if err := s.files(d, f); err != nil && t.Part == "" {
		t.Part = "ghi"
		t.fault(err)
	}
	d.Gate = s.gate(f, d.ToSign)
	paper := f.paper()
	d.Paged = paper.Made() && paper.Pages != nil
	if d.Paged {
		d.Card = card(paper, f.base)
		d.Places = signPlaces(paper, f.base)
	}
	for _, p := range f.others {
		d.Plans = append(d.Plans, p.Name)
	}
	for _, p := range slices.Concat(d.Others, d.Files) {
		if p.Format == build.DOCX {
			d.Plans = append(d.Plans, p.Name)
		}
	}
	status := http.StatusOK
	if t.refused() && t.Verified == nil {
		status = http.StatusUnprocessableEntity
	}
	s.show(w, status, "finish", view{Title: stem(f.name), Name: f.name, Data: d})
}

// cardRow is a field of a document-management system.
type cardRow struct {
	ID    string
	Label diag.Msg
	Value string
}

// card is what such a system asks for, as NAME.meta.json has it.
func card(p *build.Paper, base string) []cardRow {
	var m build.MetaFile
	if data, err := p.MetaFile(base + build.PDF.Ending()); err != nil || json.Unmarshal(data, &m) != nil {
		return nil
	}
	var signers, titles []string
	for _, k := range m.Signers {
		signers, titles = append(signers, k.Name), append(titles, k.Title)
	}
	day := m.Date
	if at, err := time.Parse(time.DateOnly, m.Date); err == nil {
		day = at.Format("02/01/2006")
	}
	pages := ""
	if m.Pages > 0 {
		pages = strconv.Itoa(m.Pages)
	}
	return []cardRow{
		{"loai", diag.M("Loại văn bản", "Kind"), m.Type},
		{"so", diag.M("Số", "Number"), m.Number},
		{"ky-hieu", diag.M("Ký hiệu", "Symbol"), m.Symbol},
		{"so-ky-hieu", diag.M("Số, ký hiệu", "Number and symbol"), m.NumberAndSymbol},
		{"ngay", diag.M("Ngày ban hành", "Day of issue"), day},
		{"co-quan", diag.M("Cơ quan ban hành", "Issued by"), m.Issuer},
		{"trich-yeu", diag.M("Trích yếu", "Subject"), m.Subject},
		{"nguoi-ky", diag.M("Người ký", "Signed by"), strings.Join(signers, "; ")},
		{"chuc-vu", diag.M("Chức vụ người ký", "Office of the signer"), strings.Join(titles, "; ")},
		{"noi-nhan", diag.M("Nơi nhận", "Recipients"), strings.Join(m.Recipients, "; ")},
		{"so-trang", diag.M("Số trang", "Pages"), pages},
		{"do-khan", diag.M("Độ khẩn", "Urgency"), m.Urgency},
		{"tep", diag.M("Tên tệp", "File"), m.File},
	}
}
