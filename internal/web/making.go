package web

import (
	"errors"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/keep"
)

// A making is what all pages show on which a plan is made of another text.
type making struct {
	ID       string // of what was brought
	Source   string // its name
	Name     string // of the new plan
	Findings []told
	Trouble  *trouble
}

// told is a finding as a page tells it.
type told struct {
	diag.Record
	Where diag.Msg
	Hint  diag.Msg
}

func (s *Server) making(b *brought, found []diag.Finding, name string) making {
	return making{ID: b.id, Source: sourceName(b.in), Name: name, Findings: s.told(found)}
}

// sourceName is what a source is called on a page.
func sourceName(in build.Input) string {
	if in.Name == pasted {
		return ""
	}
	return in.Name
}

// told tells findings, with hints for people who have no command line.
func (s *Server) told(found []diag.Finding) []told { return s.toldIn(nil, found) }

// toldIn tells findings of a plan whose form stands on the page: they stand in its
// fields.
func (s *Server) toldIn(form *build.FormView, found []diag.Finding) []told {
	var out []told
	found = diag.ForPage(found)
	records := diag.Records(found, s.Lang)
	for i, f := range diag.Sort(found) {
		t := told{Record: records[i], Hint: f.Hint}
		t.Text = plainWords(t.Text)
		switch {
		case f.At.Line > 0 && form != nil:
			t.Where, t.Text = placeIn(form, f.At), strings.TrimSpace(keyBefore.ReplaceAllString(t.Text, ""))
		case f.At.Line > 0:
			t.Where = build.LineWords(f.At)
		}
		out = append(out, t)
	}
	return out
}

// create makes the plan file and goes to where it is written; else it gives why
// it cannot be.
func (s *Server) create(w http.ResponseWriter, r *http.Request, name string, data []byte) *trouble {
	if strings.TrimSpace(name) == "" {
		return &trouble{http.StatusBadRequest, diag.M("chưa đặt tên cho kế hoạch mới", "the new plan has no name yet"), diag.M("ghi một tên, ví dụ: %s", "write a name, such as: %s", stem(s.Folder.Free("Kế hoạch")))}
	}
	made, err := s.Folder.Create(fileName(strings.TrimSpace(name)), data)
	if err != nil {
		t := unnamed(err, name)
		t.Hint = diag.M("đặt tên khác, ví dụ: %s", "choose another name, such as: %s", stem(s.Folder.Free(name)))
		return &t
	}
	http.Redirect(w, r, address(made), http.StatusSeeOther)
	return nil
}

// unnamed is why a plan cannot have a name; that it is too long is told by itself.
func unnamed(err error, name string) trouble {
	t := known(err)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
	if safe := filename.Safe(name); errors.Is(err, keep.ErrName) && safe != name && strings.HasPrefix(name, safe) && utf8.RuneCountInString(name) > mostName {
		t.Why = diag.M("tên dài %d chữ, dài nhất là %d", "the name has %d letters, at most %d are allowed", utf8.RuneCountInString(name), mostName)
	}
	return t
}

// mostName is how many letters a name of a plan may have; filename allows a few
// more where they take few bytes.
const mostName = 100

// suggested is a free name for a plan that is made of a source.
func (s *Server) suggested(in build.Input, title string) string {
	name := stem(in.Name)
	if sourceName(in) == "" {
		name = title
	}
	if strings.TrimSpace(name) == "" {
		name = "Kế hoạch"
	}
	return stem(s.Folder.Free(name))
}

// inYear puts a year in the place of another in the name of a plan.
func inYear(name string, old, year int) string {
	if re := regexp.MustCompile(`\b` + strconv.Itoa(old) + `\b`); re.MatchString(name) {
		return re.ReplaceAllString(name, strconv.Itoa(year))
	}
	return name + " " + strconv.Itoa(year)
}

// title is what a plan calls itself and the form that it names; "" where it does
// not tell.
func (s *Server) title(in build.Input) (title, form string) {
	p, _ := s.Office.Read(in)
	if p == nil {
		return "", ""
	}
	var b strings.Builder
	for i, line := range p.TrichYeu.Items {
		if i > 0 {
			b.WriteString(" ")
		}
		for _, r := range line.Runs {
			if r.Hole != "" { // a list fills it in
				b.WriteString("…")
			}
			b.WriteString(r.Text)
		}
	}
	return b.String(), p.TheThuc.Plain()
}
