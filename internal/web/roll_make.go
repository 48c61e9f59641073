package web

import (
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// rollKept is what a person chose in the lists, wherever she goes on: in another
// year, or when the page is loaded anew.
type rollKept struct {
	year, name string
	chosen     map[string]rollChosen // by rollEntry.Same; what is not there is accepted
}

type rollChosen struct{ choice, text string }

// rollNames name the entries: by what stood there in the old plan, and the how
// manyeth of those it is. Other years have other lists, of the same old plan.
func rollNames(rolled *build.Rolled) []string {
	seen := map[string]int{}
	out := make([]string, len(rolled.Changes))
	for i, c := range rolled.Changes {
		name := c.Key + " " + c.Old
		out[i] = name + " " + strconv.Itoa(seen[name])
		seen[name]++
	}
	return out
}

func (b *brought) rollKept() rollKept {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.kept
}

// keepRoll keeps the choices of a form. Its entries name themselves; one that does
// not is the one of its number.
func (b *brought) keepRoll(form url.Values, names []string) {
	kept := rollKept{year: strings.TrimSpace(form.Get("nam_moi")), chosen: map[string]rollChosen{}}
	if name := form.Get("name"); name != form.Get("goi_y") {
		kept.name = name
	}
	for key := range form {
		no, is := strings.CutPrefix(key, "c")
		n, err := strconv.Atoi(no)
		choice := form.Get(key)
		if !is || err != nil || choice != keepOld && choice != another {
			continue
		}
		name := form.Get("g" + no)
		if name == "" && n >= 0 && n < len(names) {
			name = names[n]
		}
		kept.chosen[name] = rollChosen{choice, form.Get("t" + no)}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.kept = kept
}

// keepAll keeps what was chosen for a whole list.
func (b *brought) keepAll(r *http.Request, rolled *build.Rolled) {
	report, names := rolled.Report("", ""), rollNames(rolled)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.kept.chosen = maps.Clone(b.kept.chosen) // others may be reading it
	for id, entries := range map[string][]build.RollEntry{rollReview: report.Review, rollChanged: report.Changed, rollSame: report.Kept} {
		all := allOf(r, id)
		for _, e := range entries {
			switch {
			case all == takeNew:
				delete(b.kept.chosen, names[e.Index])
			case all == keepOld && e.Changed:
				b.kept.chosen[names[e.Index]] = rollChosen{keepOld, e.Suggestion}
			}
		}
	}
}

// What the form of the lists asks for, but for the plan.
const (
	doCount = "tinh" // the lists of another year
	doKeep  = "giu"  // only to remember what is chosen
)

// makeRoll makes the plan with what was chosen. Where the year is another than that
// of the lists, they are shown first.
func (s *Server) makeRoll(w http.ResponseWriter, r *http.Request, b *brought) {
	if err := r.ParseForm(); err != nil {
		s.tellRoll(w, r, b, "", http.StatusBadRequest, unreceived(err))
		return
	}
	year, what := r.PostForm.Get("nam"), r.PostForm.Get("lam")
	in, rolled, _ := s.roll(b, year)
	var names []string
	if rolled != nil {
		names = rollNames(rolled)
	}
	b.keepRoll(r.PostForm, names)
	wanted := strings.TrimSpace(r.PostForm.Get("nam_moi"))
	switch {
	case what == doKeep:
		w.WriteHeader(http.StatusNoContent)
	case r.PostForm.Has("tat_ca") && rolled != nil:
		b.keepAll(r, rolled)
		s.tellRoll(w, r, b, year, http.StatusOK, nil)
	case what == doCount:
		http.Redirect(w, r, "/roll/"+b.id+"?nam="+url.QueryEscape(wanted), http.StatusSeeOther)
	case wanted != "" && wanted != year:
		http.Redirect(w, r, "/roll/"+b.id+"?doi&nam="+url.QueryEscape(wanted), http.StatusSeeOther)
	case rolled == nil:
		s.tellRoll(w, r, b, year, http.StatusUnprocessableEntity, nil)
	default:
		if t := s.createRoll(w, r, b, in, rolled); t != nil {
			s.tellRoll(w, r, b, year, t.Status, t)
		}
	}
}

func (s *Server) createRoll(w http.ResponseWriter, r *http.Request, b *brought, in build.Input, rolled *build.Rolled) *trouble {
	data, found := s.Office.Choose(in, rolled, b.rollKept().choices(rolled))
	if data != nil {
		return s.create(w, r, r.PostForm.Get("name"), data)
	}
	t := &trouble{Status: http.StatusUnprocessableEntity, Why: diag.M("không làm được kế hoạch với các chữ đã gõ", "the plan cannot be made with what was typed")}
	form := s.Office.Form(build.Input{Name: "ke-hoach.yaml", Data: rolled.Data})
	for _, f := range diag.Sort(found) {
		if f.Severity == diag.Error {
			at := placeIn(form, f.At)
			t.Why, t.Hint = diag.Msg{Vi: at.Vi + ": " + f.Message.Vi, En: at.En + ": " + f.Message.En}, f.Hint
			break
		}
	}
	return t
}

// choices are those that differ from what the lists tell.
func (k rollKept) choices(rolled *build.Rolled) map[int]build.RollChoice {
	out := map[int]build.RollChoice{}
	for i, name := range rollNames(rolled) {
		switch c := k.chosen[name]; c.choice {
		case keepOld:
			out[i] = build.RollChoice{Keep: true}
		case another:
			out[i] = build.RollChoice{Text: c.text}
		}
	}
	return out
}
