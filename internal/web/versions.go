package web

import (
	"cmp"
	"fmt"
	"net/http"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// versionsRoutes are those of what a plan was before.
func (s *Server) versionsRoutes() {
	s.mux.HandleFunc("GET /plan/{name}/versions", s.showVersions)
	s.mux.HandleFunc("POST /plan/{name}/versions", s.changeVersions)
}

// What a text of a plan is called that is no version.
const (
	ofNow  = "nay" // as it is being written
	ofDisk = "dia" // as the file on the disk has it, where that is another
)

// versionsData is what the page shows of a plan.
type versionsData struct {
	Versions []versionRow
	Now      versionRow
	Disk     *versionRow // where another program changed the file
	Gone     bool        // the file is gone from the disk
	Undo     bool        // a restoring can be undone
	From, To string      // what is compared
	Compared *comparison
	Said     diag.Msg // what was done
	Trouble  *trouble
}

type versionRow struct {
	ID    string
	Time  time.Time
	Why   diag.Msg
	Note  string
	Bytes int
}

// A pickedRow is a row of the list, which may be chosen to be compared.
type pickedRow struct {
	versionRow
	IsFrom, IsTo, IsVersion bool
}

// pick tells whether a row is chosen.
func pick(row any, from, to string) pickedRow {
	var v versionRow
	switch x := row.(type) {
	case versionRow:
		v = x
	case *versionRow:
		v = *x
	}
	return pickedRow{v, v.ID == from, v.ID == to, v.ID != ofNow && v.ID != ofDisk}
}

// Size is how much text it is, in words.
func (v versionRow) Size() string { return fmt.Sprintf("%.1f KB", float64(v.Bytes)/1024) }

// A comparison is what became of one text in another.
type comparison struct {
	From, To versionRow
	Groups   []build.ToldChanges
	Findings []told            // why the two cannot be compared by meaning
	Lines    build.ToldChanges // line by line, where meaning does not tell
}

func (s *Server) showVersions(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	s.viewOf(w, r, func(k *desk.Desk) { s.tellVersions(w, r, k, nil) })
}

func (s *Server) tellVersions(w http.ResponseWriter, r *http.Request, k *desk.Desk, t *trouble) {
	d := versionsData{Said: doneWords[r.URL.Query().Get("da")], Trouble: t, From: r.Form.Get("a"), To: cmp.Or(r.Form.Get("b"), ofNow)}
	d.Now = versionRow{ID: ofNow, Time: s.Now(), Why: diag.M("bản đang soạn", "what is being written"), Bytes: len(k.Input().Data)}
	all, err := k.Plan().Versions()
	for _, v := range all {
		d.Versions = append(d.Versions, versionRow{v.ID, v.Time.In(s.Now().Location()), v.Why.Msg(), v.Note, v.Bytes})
	}
	state, data, diskErr := k.Plan().Disk()
	switch err = cmp.Or(err, diskErr); state {
	case keep.Changed:
		d.Disk = &versionRow{ID: ofDisk, Why: diag.M("tệp trên đĩa", "the file on the disk"), Bytes: len(data)}
	case keep.Gone:
		d.Gone = true
	}
	if err != nil && d.Trouble == nil {
		t := known(err)
		d.Trouble = &t
	}
	d.Undo = k.CanUndoRestore()
	if d.From != "" {
		d.Compared = s.compare(k, &d)
	} else if len(d.Versions) > 0 {
		d.From = d.Versions[0].ID
	}
	status := http.StatusOK
	if d.Trouble != nil {
		status = d.Trouble.Status
	}
	s.show(w, status, "versions", view{Title: diag.M("Các bản", "Versions").In(s.Lang), Name: k.Name(), Data: d})
}

// compare tells what became of one text in another.
func (s *Server) compare(k *desk.Desk, d *versionsData) *comparison {
	var rows [2]versionRow
	var in [2]build.Input
	for i, id := range []string{d.From, d.To} {
		text, row, t := d.textOf(k, id)
		if t != nil {
			d.Trouble = t
			return nil
		}
		rows[i], in[i] = row, k.Input()
		in[i].Data = text
	}
	two := s.Office.Diff(in[0], in[1])
	c := &comparison{From: rows[0], To: rows[1], Groups: build.TellChanges(two, s.Lang)}
	if diag.HasErrors(two.Findings) {
		c.Findings = s.errorsIn(two.Findings, in[0], in[1])
		c.Groups = s.fieldChanges(two.Findings, in[0], in[1])
	}
	if len(c.Groups) == 0 {
		if a, b := string(in[0].Data), string(in[1].Data); a != b {
			c.Lines = build.ToldChanges{Lines: build.TellLines(a, b)}
		}
	}
	return c
}

// textOf is a text of the plan: what is being written, the file, or a version.
func (d *versionsData) textOf(k *desk.Desk, id string) ([]byte, versionRow, *trouble) {
	switch {
	case id == ofNow:
		return k.Input().Data, d.Now, nil
	case id == ofDisk && d.Disk != nil:
		_, data, _ := k.Plan().Disk()
		return data, *d.Disk, nil
	}
	data, err := k.Plan().Version(id)
	if err != nil {
		t := known(err)
		return nil, versionRow{}, &t
	}
	for _, row := range d.Versions {
		if row.ID == id {
			return data, row, nil
		}
	}
	return data, versionRow{ID: id}, nil
}

// What the buttons of the page ask for.
const (
	doMark    = "danh-dau"
	doRestore = "khoi-phuc"
	doUndo    = "hoan-tac"
	doDisk    = "lay-dia"
	doOurs    = "giu-ban"
)

// doneWords are what is told behind each of them.
var doneWords = map[string]diag.Msg{
	doMark:    diag.M("Đã ghi lại bản đang soạn.", "What is being written is a version now."),
	doRestore: diag.M("Đã khôi phục. Bản trước đó nằm trong danh sách.", "Restored. What stood before is in the list."),
	doUndo:    diag.M("Đã hoàn tác việc khôi phục.", "The restoring is undone."),
	doDisk:    diag.M("Đã lấy bản trên đĩa. Bản của bạn nằm trong danh sách.", "The file's text was taken. Yours is in the list."),
	doOurs:    diag.M("Đã ghi bản đang soạn ra đĩa. Bản kia nằm trong danh sách.", "What is being written was put on the disk. The other one is in the list."),
}

// changeVersions does what a button of the page asks for.
func (s *Server) changeVersions(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	_ = r.ParseForm() // here: nobody waits for it
	what := r.PostForm.Get("lam")
	s.viewOf(w, r, func(k *desk.Desk) {
		if t := changeVersions(k, what, r); t != nil {
			s.tellVersions(w, r, k, t)
			return
		}
		http.Redirect(w, r, address(k.Name())+"/versions?da="+what, http.StatusSeeOther)
	})
}

func changeVersions(k *desk.Desk, what string, r *http.Request) *trouble {
	var err error
	switch what {
	case doMark:
		_, err = k.Plan().MarkAs(r.PostForm.Get("ghi_chu"))
	case doRestore:
		err = k.Restore(r.PostForm.Get("ban"))
	case doUndo:
		err = k.UndoRestore()
	case doDisk:
		err = k.Settle(false)
	case doOurs:
		err = k.Settle(true)
	default:
		return &trouble{http.StatusBadRequest, diag.M("không rõ phải làm gì", "it is not clear what to do"), diag.M("tải lại trang", "load the page anew")}
	}
	if err != nil {
		t := known(err)
		return &t
	}
	return nil
}
