package web

import (
	"cmp"
	"net/http"
	"regexp"
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
	Ask       bool // for a year: the old plan can be read
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
	Label         diag.Msg
	Before, After string // of its line
	Was, Is       string // the old and the new words as they are named: in quotation marks
	Choice, Text  string
}

// Choices of a person about an entry.
const (
	takeNew = "nhan"
	keepOld = "giu"
	another = "khac"
)

func (s *Server) showRoll(w http.ResponseWriter, r *http.Request, b *brought) {
	s.tellRoll(w, r, b, http.StatusOK, nil)
}

// roll makes the plan of another year. year is what was asked for, as written;
// "" is the one that follows.
func (s *Server) roll(b *brought, year string) (in build.Input, out *build.Rolled, y int, found []diag.Finding) {
	in = b.in
	got := b.imported(s.Office, false)
	if got.Data == nil {
		return in, nil, 0, got.Findings
	}
	in.Data = planIn(b.in, got)
	y, err := strconv.Atoi(strings.TrimSpace(year))
	if err != nil {
		if y, found = s.Office.NextYear(in); y == 0 && diag.HasErrors(found) {
			return in, nil, 0, found
		}
	}
	out, found = s.Office.Roll(in, build.RollOptions{Year: y})
	if !isPlanFile(got) {
		found = append(got.Findings[:len(got.Findings):len(got.Findings)], found...)
	}
	return in, out, y, found
}

// tellRoll shows the lists; what was chosen already stands in the form of the
// request.
func (s *Server) tellRoll(w http.ResponseWriter, r *http.Request, b *brought, status int, t *trouble) {
	in, rolled, year, found := s.roll(b, r.FormValue("nam"))
	d := rollData{making: s.making(b, found, r.PostFormValue("name")), Year: year}
	d.Trouble = t
	if rolled != nil {
		d.Title, _ = s.title(in)
		d.Old = rolled.Old
		if d.Name == "" {
			d.Name = stem(s.Folder.Free(inYear(s.rollName(b.in, d.Title), rolled.Old, rolled.New)))
		}
		d.Lists = s.lists(r, rolled)
	}
	d.Ask = rolled != nil || slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == "ROLL-YEAR" })
	s.show(w, status, "roll", view{Title: diag.M("Kế hoạch năm mới", "The plan of a new year").In(s.Lang), Data: d})
}

// rollName is what the old plan is called.
func (s *Server) rollName(in build.Input, title string) string {
	if sourceName(in) != "" {
		return stem(in.Name)
	}
	return cmp.Or(title, diag.M("Kế hoạch", "Plan").In(s.Lang))
}

func (s *Server) lists(r *http.Request, rolled *build.Rolled) []rollList {
	report := rolled.Report("", s.Lang)
	labels := s.labels(build.Input{Name: "ke-hoach.yaml", Data: rolled.Data})
	list := func(id string, name, what diag.Msg, entries []build.RollEntry) rollList {
		l := rollList{ID: id, Name: name, What: what}
		all := allOf(r, id)
		for _, e := range entries {
			l.Entries = append(l.Entries, entryOf(r, e, labels, all))
			l.Moved = l.Moved || e.Changed
		}
		switch all {
		case takeNew:
			l.Said = diag.M("đã nhận tất cả", "all were accepted")
		case keepOld:
			l.Said = diag.M("đã giữ chữ cũ ở tất cả", "the old text was kept in all")
		}
		return l
	}
	return []rollList{
		list("can-xem", diag.M("Cần xem lại", "To be looked at"), diag.M("chương trình không tự quyết được, hoặc có điều cần để ý", "what the program cannot decide, or what there is to mind"), report.Review),
		list("da-doi", diag.M("Đã đổi", "Changed"), diag.M("mốc thời gian của kế hoạch, đã dời sang năm mới", "times of the plan, moved to the new year"), report.Changed),
		list("giu-nguyen", diag.M("Giữ nguyên có chủ ý", "Kept on purpose"), diag.M("căn cứ, lịch sử, kỷ niệm …: không dời theo năm", "grounds, history, anniversaries …: they do not move"), report.Kept),
	}
}

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

func entryOf(r *http.Request, e build.RollEntry, labels map[string]diag.Msg, all string) rollEntry {
	out := rollEntry{RollEntry: e, Label: labels[e.Key], Choice: takeNew, Text: e.Suggestion, Was: quoted(e.Old), Is: quoted(e.New)}
	if line := []rune(e.Text); e.Typed {
		before, after := string(line[:min(e.Column-1, len(line))]), string(line[min(e.EndColumn-1, len(line)):])
		after, _, _ = strings.Cut(after, " # ") // a comment of the file
		out.Before, out.After = tail([]rune(keyBefore.ReplaceAllString(before, ""))), head([]rune(after))
	}
	no := strconv.Itoa(e.Index)
	if c := r.PostForm.Get("c" + no); c != "" {
		out.Choice, out.Text = c, r.PostForm.Get("t"+no)
	}
	if all == takeNew || all == keepOld && e.Changed {
		out.Choice = all
	}
	return out
}

// keyBefore is the key of a line of the file, whose name is told otherwise.
var keyBefore = regexp.MustCompile(`^\s*(- )?[a-z_]+: +`)

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

// makeRoll makes the plan with what was chosen.
func (s *Server) makeRoll(w http.ResponseWriter, r *http.Request, b *brought) {
	if err := r.ParseForm(); err != nil {
		s.tellRoll(w, r, b, http.StatusBadRequest, unreceived(err))
		return
	}
	if r.PostForm.Has("tat_ca") {
		s.tellRoll(w, r, b, http.StatusOK, nil)
		return
	}
	in, rolled, _, _ := s.roll(b, r.PostForm.Get("nam"))
	if rolled == nil {
		s.tellRoll(w, r, b, http.StatusUnprocessableEntity, nil)
		return
	}
	data, found := s.Office.Choose(in, rolled, choices(r, len(rolled.Changes)))
	if data == nil {
		t := trouble{Status: http.StatusUnprocessableEntity, Why: diag.M("không làm được kế hoạch với các chữ đã gõ", "the plan cannot be made with what was typed")}
		for _, f := range diag.Sort(found) {
			if f.Severity == diag.Error {
				at := build.LineWords(f.At)
				t.Why, t.Hint = diag.Msg{Vi: at.Vi + ": " + f.Message.Vi, En: at.En + ": " + f.Message.En}, f.Hint
				break
			}
		}
		s.tellRoll(w, r, b, t.Status, &t)
		return
	}
	if t := s.create(w, r, r.PostForm.Get("name"), data); t != nil {
		s.tellRoll(w, r, b, t.Status, t)
	}
}

// choices are those that differ from what the lists tell.
func choices(r *http.Request, n int) map[int]build.RollChoice {
	out := map[int]build.RollChoice{}
	for i := range n {
		no := strconv.Itoa(i)
		switch r.PostForm.Get("c" + no) {
		case keepOld:
			out[i] = build.RollChoice{Keep: true}
		case another:
			out[i] = build.RollChoice{Text: r.PostForm.Get("t" + no)}
		}
	}
	return out
}
