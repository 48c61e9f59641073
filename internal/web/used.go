package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// Bounds of what is looked at for lines that were used before.
const (
	mostUsedPlans = 100     // the newest of the folder
	mostUsedBytes = 1 << 20 // of a plan; a larger one is left out
	mostUsedLines = 100     // of a field
	mostUsedLine  = 2000    // bytes of a line
	mostOffered   = 60
)

// lore is what stands in the plans of the folder in fields whose lines come again
// from plan to plan, such as grounds and recipients.
type lore struct {
	server *Server

	mu    sync.Mutex
	plans map[string]lorePlan // by name
}

// A lorePlan holds the lines of one file, by the path of their field without
// numbers, as long as the file has this size and time.
type lorePlan struct {
	size  int64
	mod   time.Time
	lines map[string][]string
}

// used tells the lines of other plans that a field does not have.
func (s *Server) used(w http.ResponseWriter, r *http.Request) {
	path, own, there := r.FormValue("path"), "", false
	s.at(w, r, func(k *desk.Desk) {
		there = true
		if f := k.Paper().Field(path); f != nil && f.Reuse {
			path, own = f.Path, f.Value
			return
		}
		path = ""
	})
	switch {
	case !there: // answered
	case path == "":
		s.fail(w, trouble{http.StatusNotFound, diag.M("không có ô này", "there is no such field"), diag.M("tải lại trang", "load the page anew")})
	default:
		lines, err := s.lore.lines(r.PathValue("name"), plainPath(path), own)
		if err != nil {
			s.fail(w, known(err))
			return
		}
		answer(w, http.StatusOK, lines)
	}
}

// lines are those of a field in other plans than one, without those of a text: what
// stands in most plans first, then what stands in the newest.
func (l *lore) lines(name, path, own string) ([]string, error) {
	plans, err := l.others(name)
	if err != nil {
		return nil, err
	}
	type line struct {
		text  string
		times int
	}
	byKey, out := map[string]*line{}, []*line{}
	for _, p := range plans {
		for _, text := range p.lines[path] {
			key := lineKey(text)
			if byKey[key] == nil {
				byKey[key] = &line{text: text}
				out = append(out, byKey[key])
			}
			byKey[key].times++
		}
	}
	for _, text := range strings.Split(own, "\n") {
		delete(byKey, lineKey(text))
	}
	slices.SortStableFunc(out, func(a, b *line) int { return cmp.Compare(b.times, a.times) })
	texts := []string{}
	for _, one := range out {
		if byKey[lineKey(one.text)] != nil && len(texts) < mostOffered {
			texts = append(texts, one.text)
		}
	}
	return texts, nil
}

// others are the newest plans of the folder but one; what did not change since is
// not read again.
func (l *lore) others(name string) ([]lorePlan, error) {
	files, err := l.server.Folder.Plans()
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(f keep.PlanFile) bool { return f.Name == name || f.Size > mostUsedBytes })
	l.mu.Lock()
	defer l.mu.Unlock()
	now, out := map[string]lorePlan{}, []lorePlan(nil)
	if p, ok := l.plans[name]; ok { // it is another one for the next field that asks
		now[name] = p
	}
	for _, f := range files[:min(len(files), mostUsedPlans)] {
		p, ok := l.plans[f.Name]
		if !ok || p.size != f.Size || !p.mod.Equal(f.ModTime) {
			p = lorePlan{f.Size, f.ModTime, l.read(f.Name)}
		}
		now[f.Name] = p
		out = append(out, p)
	}
	l.plans = now
	return out, nil
}

// read gives the lines of a plan; none where it cannot be read.
func (l *lore) read(name string) map[string][]string {
	out := map[string][]string{}
	data, err := l.server.Folder.Read(name)
	if err != nil {
		return out
	}
	for _, g := range l.server.Office.Form(build.Input{Name: name, Data: data}).Groups {
		collect(g.Fields, out)
	}
	return out
}

// collect takes the lines of fields that come again; one with a place to be filled in
// was never used.
func collect(fields []build.FormField, out map[string][]string) {
	for _, f := range fields {
		collect(f.Kids, out)
		if !f.Reuse {
			continue
		}
		path := plainPath(f.Path)
		for _, text := range strings.Split(f.Value, "\n") {
			text = strings.TrimSpace(text)
			twice := slices.ContainsFunc(out[path], func(s string) bool { return lineKey(s) == lineKey(text) })
			if lineKey(text) != "" && !strings.Contains(text, "…") && len(text) <= mostUsedLine && len(out[path]) < mostUsedLines && !twice {
				out[path] = append(out[path], text)
			}
		}
	}
}

// plainPath is a path without its numbers.
func plainPath(path string) string {
	segs := slices.DeleteFunc(strings.Split(path, "."), func(s string) bool { return strings.Trim(s, "0123456789") == "" })
	return strings.Join(segs, ".")
}

// lineKey is what a line says, without the marks at its ends.
func lineKey(text string) string { return strings.ToLower(strings.Trim(text, " \t-–;,.")) }
