package web

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// rollData is what the page shows on a plan that is taken to another year.
type rollData struct {
	making
	Title     string // of the old plan
	Year, Old int
	Lists     []rollList
	Ask       bool      // for a year: the old plan can be read
	Read      *readData // what was read in a source that is no plan file
	Proposed  string    // name of the new plan
	Moved     bool      // the year was changed, and the lists with it
}

// A rollList is one of the three lists.
type rollList struct {
	ID         string
	Name, What diag.Msg
	Entries    []rollEntry
	Moved      bool     // some of its times were changed: they can all be kept
	Said       diag.Msg // what was just done with all of them
}

// A rollEntry is a time, with the words of its line around it and with what the
// person has chosen.
type rollEntry struct {
	build.RollEntry
	Where         diag.Msg
	Before, After string // of its line
	Was, Is       string // the old and the new words as they are named: in quotation marks
	Choice, Text  string
	Same          string // names it in the lists of other years too
}

// Choices of a person about an entry.
const (
	takeNew = "nhan"
	keepOld = "giu"
	another = "khac"
)

func (s *Server) showRoll(w http.ResponseWriter, r *http.Request, b *brought) {
	s.tellRoll(w, r, b, r.URL.Query().Get("nam"), http.StatusOK, nil)
}

// roll makes the plan of another year, which may be as anybody writes it; "" is the
// one that follows. It tells of the source, too.
func (s *Server) roll(b *brought, year string) (in build.Input, out *build.Rolled, d rollData) {
	in = b.in
	got := b.imported(s.Office, false)
	d.making = s.making(b, got.Findings, "")
	if got.Data == nil {
		return in, nil, d
	}
	in.Data = planIn(b.in, got)
	if isPlanFile(got) {
		d.Findings = nil // they are told of the new plan
	} else {
		d.Read = s.readOf(got)
	}
	var found []diag.Finding
	var err error
	if d.Year, err = strconv.Atoi(strings.TrimSpace(year)); err != nil {
		d.Year, found = s.Office.NextYear(in)
	}
	form := in
	if d.Year != 0 || !diag.HasErrors(found) {
		if out, found = s.Office.Roll(in, build.RollOptions{Year: d.Year}); out != nil {
			form.Data = out.Data
		}
	}
	d.Findings = append(d.Findings, s.toldIn(s.Office.Form(form), found)...)
	d.Ask = out != nil || slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == "ROLL-YEAR" })
	return in, out, d
}

// tellRoll shows the lists, with what was chosen already.
func (s *Server) tellRoll(w http.ResponseWriter, r *http.Request, b *brought, year string, status int, t *trouble) {
	kept := b.rollKept()
	in, rolled, d := s.roll(b, cmp.Or(year, kept.year))
	d.Trouble, d.Moved = t, r.URL.Query().Has("doi")
	if rolled != nil {
		d.Title, _ = s.title(in)
		d.Old = rolled.Old
		d.Proposed = stem(s.Folder.Free(inYear(s.rollName(b.in, d.Title), rolled.Old, rolled.New)))
		d.Name = cmp.Or(kept.name, d.Proposed)
		d.Lists = s.lists(r, kept, rolled)
	}
	s.show(w, status, "roll", view{Title: diag.M("Kế hoạch năm mới", "The plan of a new year").In(s.Lang), Data: d})
}

// rollName is what the old plan is called.
func (s *Server) rollName(in build.Input, title string) string {
	if sourceName(in) != "" {
		return stem(in.Name)
	}
	return cmp.Or(title, diag.M("Kế hoạch", "Plan").In(s.Lang))
}

func (s *Server) lists(r *http.Request, kept rollKept, rolled *build.Rolled) []rollList {
	report, names := rolled.Report("", s.Lang), rollNames(rolled)
	form := s.Office.Form(build.Input{Name: "ke-hoach.yaml", Data: rolled.Data})
	list := func(id string, name, what diag.Msg, entries []build.RollEntry) rollList {
		l := rollList{ID: id, Name: name, What: what}
		for _, e := range entries {
			l.Entries = append(l.Entries, entryOf(e, form, names[e.Index], kept))
			l.Moved = l.Moved || e.Changed
		}
		switch allOf(r, id) {
		case takeNew:
			l.Said = diag.M("đã nhận tất cả", "all were accepted")
		case keepOld:
			l.Said = diag.M("đã giữ chữ cũ ở tất cả", "the old text was kept in all")
		}
		return l
	}
	return []rollList{
		list(rollReview, diag.M("Cần xem lại", "To be looked at"), diag.M("chương trình không tự quyết được, hoặc có điều cần để ý", "what the program cannot decide, or what there is to mind"), report.Review),
		list(rollChanged, diag.M("Đã đổi", "Changed"), diag.M("mốc thời gian của kế hoạch, đã dời sang năm mới", "times of the plan, moved to the new year"), report.Changed),
		list(rollSame, diag.M("Giữ nguyên có chủ ý", "Kept on purpose"), diag.M("căn cứ, lịch sử, kỷ niệm …: không dời theo năm", "grounds, history, anniversaries …: they do not move"), report.Kept),
	}
}

// The three lists, as the page names them.
const (
	rollReview  = "can-xem"
	rollChanged = "da-doi"
	rollSame    = "giu-nguyen"
)

// allOf is what was chosen for a whole list, "" for nothing: "giu:da-doi".
func allOf(r *http.Request, list string) string {
	choice, of, _ := strings.Cut(r.PostForm.Get("tat_ca"), ":")
	if of != list {
		return ""
	}
	return choice
}

// around is how many letters of its line are shown beside an entry.
const around = 70

func entryOf(e build.RollEntry, form *build.FormView, name string, kept rollKept) rollEntry {
	at := diag.Place{Line: e.Line, Column: e.Column}
	where := placeIn(form, at)
	if f := fieldNamed(form, e.Key); f != nil && where == build.LineWords(at) { // nothing stands there any more
		where = f.Label
	}
	out := rollEntry{RollEntry: e, Where: where, Choice: takeNew, Text: e.Suggestion, Was: quoted(e.Old), Is: quoted(e.New), Same: name}
	if line := []rune(e.Text); e.Typed {
		before, after := string(line[:min(e.Column-1, len(line))]), string(line[min(e.EndColumn-1, len(line)):])
		after, _, _ = strings.Cut(after, " # ") // a comment of the file
		out.Before, out.After = tail([]rune(plainWords(keyBefore.ReplaceAllString(before, "")))), head([]rune(plainWords(after)))
	}
	if c, ok := kept.chosen[name]; ok {
		out.Choice, out.Text = c.choice, c.text
	}
	return out
}

// quoted puts words into quotation marks, unless they have their own.
func quoted(s string) string {
	if s == "" || strings.HasPrefix(s, "“") {
		return s
	}
	return "“" + s + "”"
}

func tail(s []rune) string {
	if len(s) > around {
		return "… " + string(s[len(s)-around:])
	}
	return strings.TrimLeft(string(s), " ")
}

func head(s []rune) string {
	if len(s) > around {
		return string(s[:around]) + " …"
	}
	return string(s)
}
