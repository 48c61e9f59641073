package web

import (
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// sorted are the places of rows, by what was seen of them.
type sorted struct {
	All, Bad, Noted []int
	BadCells        int // with errors, in bad rows
}

// Good counts the rows that can be made.
func (s *sorted) Good() int { return len(s.All) - len(s.Bad) }

func sortRows(job *batch.Job) sorted {
	var s sorted
	for i := range job.Len() {
		r := job.Row(i)
		s.All = append(s.All, i)
		some := len(r.Findings) > 0
		for _, c := range r.Cells {
			if r.Bad && diag.HasErrors(c.Findings) {
				s.BadCells++
			}
			some = some || len(c.Findings) > 0
		}
		switch {
		case r.Bad:
			s.Bad = append(s.Bad, i)
		case some:
			s.Noted = append(s.Noted, i)
		}
	}
	return s
}

// settle sorts what a run left behind.
func (m *made) settle() {
	m.index, m.files, m.rows = m.job.Index(), map[string]bool{}, map[batch.State][]int{}
	for i := range m.index.Units {
		u := &m.index.Units[i]
		m.rows[u.State] = append(m.rows[u.State], i)
		if u.State == batch.Done {
			m.take(u.Files)
		}
	}
	m.take(m.index.Beside)
	m.take(m.job.IndexFiles())
	if m.Order.Zip && m.job.IndexFiles() != nil && !m.result.NoZip {
		m.files[zipName] = true
	}
}

func (m *made) take(files []batch.File) {
	for _, f := range files {
		m.files[f.Name] = true
	}
}

// Words tell how it ended.
func (m *made) Words() diag.Msg {
	if m.job == nil {
		return diag.M("đã dừng khi đang soát, chưa ghi tệp nào", "stopped while looking, no file was written")
	}
	w := forClerks(m.result.Words(m.spent.Round(time.Millisecond)))
	if m.Stopped {
		w = diag.Msg{Vi: "đã dừng: " + w.Vi, En: "stopped: " + w.En}
	}
	return w
}

// Begun tells whether a file may have been written.
func (m *made) Begun() bool { return m.job != nil }

// Some tells whether there are papers.
func (m *made) Some() bool { return len(m.rows[batch.Done]) > 0 }

// Resumes tells whether the same order would make more.
func (m *made) Resumes() bool { return m.Stopped || m.result.Failed > 0 }

// rowsOnPage is how many rows of a list are shown at one time.
const rowsOnPage = 100

// What of the rows is shown.
const (
	showAll    = "all"
	showBad    = "bad"
	showNoted  = "noted"
	showMade   = "made"
	showFailed = "failed"
)

// tableView is a piece of the table of rows.
type tableView struct {
	Columns  []batch.Column // the first names the unit
	Rows     []rowView
	Show     string
	Shows    []showView
	Page     int // from 1
	Pages    int
	From, To int // of so many that are shown
	Of       int
	Choose   bool // rows may be chosen
}

// Before and Next are the pages beside this one.
func (t *tableView) Before() int { return t.Page - 1 }

// Next is the page behind this one.
func (t *tableView) Next() int { return t.Page + 1 }

type showView struct {
	ID   string
	Name diag.Msg
	N    int
}

type rowView struct {
	batch.Row
	Unit   cellView
	Others []cellView
	Cells  []cellView // both
	Marks  []string   // ids of all that is told of it
	State  diag.Msg
	Kind   string // of the state: good, bad, failed, made, left
	Reason string
	Files  []fileView
}

type cellView struct {
	ID, Text string
	Short    string // "C17"
	Cut      bool   // the text is longer
	Kind     string
	Findings []diag.Finding
	Column   batch.Column
}

// Wrong tells whether the row cannot be made because of the cell.
func (c cellView) Wrong() bool { return c.Kind == string(diag.Error) }

type fileView struct{ Name, Label string }

// Address is that of the file.
func (f fileView) Address() string { return "/units/file/" + url.PathEscape(f.Name) }

// table shows a page of the rows of one kind.
func (l *looked) table(m *made, show string, page int) *tableView {
	shows := l.shows(m)
	t := &tableView{Columns: l.job.Columns(), Show: showAll}
	at := l.rows.All
	for _, s := range shows {
		t.Shows = append(t.Shows, showView{s.id, s.name, len(s.rows)})
		if s.id == show {
			t.Show, at = show, s.rows
		}
	}
	t.Of, t.Pages = len(at), max(1, (len(at)+rowsOnPage-1)/rowsOnPage)
	t.Page = min(max(page, 1), t.Pages)
	from := (t.Page - 1) * rowsOnPage
	at = at[from:min(from+rowsOnPage, len(at))]
	t.From, t.To = min(from+1, t.Of), from+len(at)
	for _, i := range at {
		t.Rows = append(t.Rows, l.row(m, i))
	}
	return t
}

type shown struct {
	id   string
	name diag.Msg
	rows []int
}

func (l *looked) shows(m *made) []shown {
	out := []shown{
		{showAll, diag.M("Tất cả", "All"), l.rows.All},
		{showBad, diag.M("Dòng hỏng", "Bad rows"), l.rows.Bad},
		{showNoted, diag.M("Dòng nên xem", "Rows to look at"), l.rows.Noted},
	}
	if m != nil && m.Begun() {
		out = append(out, shown{showMade, diag.M("Đã lập", "Made"), m.rows[batch.Done]}, shown{showFailed, diag.M("Không lập được", "Could not be made"), m.rows[batch.Failed]})
	}
	return out
}

func (l *looked) row(m *made, i int) rowView {
	r := rowView{Row: l.job.Row(i), State: diag.M("tốt", "good"), Kind: "good"}
	if r.Bad {
		r.State, r.Kind = diag.M("hỏng", "bad"), "bad"
	}
	if m != nil && m.Begun() {
		r.ended(&m.index.Units[i])
	}
	columns := l.job.Columns()
	for n, c := range r.Row.Cells {
		v := cellView{ID: cellID(r.Number, columns[n].Letter), Short: columns[n].Letter + strconv.Itoa(r.Number), Findings: c.Findings, Kind: kindOf(c.Findings), Column: columns[n]}
		v.Text, v.Cut = short(c.Text)
		if v.Kind != "" {
			r.Marks = append(r.Marks, v.ID)
		}
		r.Cells = append(r.Cells, v)
		if n == 0 {
			r.Unit = v
		} else {
			r.Others = append(r.Others, v)
		}
	}
	if len(r.Findings) > 0 {
		r.Marks = append(r.Marks, cellID(r.Number, "row"))
	}
	return r
}

// ended tells what a run made of a row.
func (r *rowView) ended(u *batch.Unit) {
	switch u.State {
	case batch.Done:
		r.State, r.Kind = diag.M("đã lập", "made"), "made"
	case batch.Failed:
		r.State, r.Kind, r.Reason = diag.M("không lập được", "could not be made"), "failed", u.Reason
	case batch.Left:
		if !r.Bad {
			r.State, r.Kind = diag.M("chưa lập", "not made"), "left"
		}
	}
	for _, f := range u.Files {
		if u.State == batch.Done {
			r.Files = append(r.Files, fileView{f.Name, labelOf(f.Name)})
		}
	}
}

// labelOf is what a link to a file says beside the name of its unit.
func labelOf(name string) string {
	f, _ := build.FormatOf(name)
	return strings.ToUpper(string(f))
}

func cellID(row int, column string) string { return "w-" + column + "-" + strconv.Itoa(row) }

// kindOf is the gravest of findings, "" for none.
func kindOf(found []diag.Finding) string {
	kind := ""
	for _, f := range found {
		switch {
		case f.Severity == diag.Error:
			return string(diag.Error)
		case f.Severity == diag.Warning || kind == "":
			kind = string(f.Severity)
		}
	}
	return kind
}

// mostShown is how much of a cell is shown, in letters.
const mostShown = 200

func short(text string) (string, bool) {
	if utf8.RuneCountInString(text) <= mostShown {
		return text, false
	}
	return string([]rune(text)[:mostShown]), true
}
