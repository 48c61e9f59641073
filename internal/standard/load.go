package standard

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// Set is all forms of a folder, by id.
type Set struct {
	byID map[string]*Standard
	ids  []string
}

// Load reads all forms of the folder the-thuc. Findings are errors in the
// forms' files; a form with an error is left out.
func Load(fsys fs.FS) (*Set, []diag.Finding) {
	s := &Set{byID: map[string]*Standard{}}
	names, err := fs.Glob(fsys, "the-thuc/*.yaml")
	if err != nil || len(names) == 0 {
		return s, []diag.Finding{diag.New("FORM-MISSING", diag.Error, "form", diag.Place{File: "the-thuc"},
			diag.M("không thấy thể thức nào", "no house form was found"), diag.M("", ""))}
	}
	l := loader{fsys: fsys, set: s, raw: map[string]*Standard{}, open: map[string]bool{}}
	l.readWords()
	for _, name := range names {
		l.load(strings.TrimSuffix(path.Base(name), ".yaml"))
	}
	slices.Sort(s.ids)
	return s, l.fs
}

type loader struct {
	fsys fs.FS
	set  *Set
	raw  map[string]*Standard // as read, before styles follow those they are like
	open map[string]bool      // forms being read: a ring of `inherits` is an error
	fs   []diag.Finding

	unbroken Unbroken   // of all forms that do not name their own
	tables   TableWords // likewise
}

// readWords reads words that all forms share: phrases that stay on one line,
// and those by which tables are known. A folder may lack the files.
func (l *loader) readWords() {
	for file, into := range map[string]any{"du-lieu/cum-tu.yaml": &l.unbroken, "du-lieu/bang.yaml": &l.tables} {
		data, err := fs.ReadFile(l.fsys, file)
		if err != nil {
			continue
		}
		n, found := strictyaml.Parse(file, data)
		l.fs = append(l.fs, found...)
		if n != nil {
			dec := strictyaml.Decoder{}
			dec.Decode(n, into)
			l.fs = append(l.fs, dec.Findings...)
		}
	}
}

func (l *loader) fail(file string, err error) *Standard {
	l.fs = append(l.fs, diag.New("FORM-FILE", diag.Error, "form", diag.Place{File: file},
		diag.M("không đọc được thể thức: %v", "the form cannot be read: %v", err), diag.M("", "")))
	return nil
}

// load reads a form once; nil if it or one below it has an error.
func (l *loader) load(id string) *Standard {
	if st, ok := l.raw[id]; ok {
		return st
	}
	file := "the-thuc/" + id + ".yaml"
	if l.open[id] {
		return l.fail(file, fmt.Errorf("kế thừa vòng tròn"))
	}
	l.open[id] = true
	l.raw[id] = l.read(id, file)
	delete(l.open, id)
	return l.raw[id]
}

func (l *loader) read(id, file string) *Standard {
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		return l.fail(file, err)
	}
	n, found := strictyaml.Parse(file, data)
	if n == nil || diag.HasErrors(found) {
		l.fs = append(l.fs, found...)
		return nil
	}
	raw := l.base(n)
	if raw == nil {
		return nil
	}
	dec := strictyaml.Decoder{Convert: converters()}
	dec.Decode(n, raw)
	raw.ID = id
	done := raw.clone()
	done.resolveStyles(&dec, n.At)
	done.validate(&dec, n.At)
	l.fs = append(l.fs, dec.Findings...)
	if diag.HasErrors(dec.Findings) {
		return nil
	}
	l.set.byID[id] = done
	l.set.ids = append(l.set.ids, id)
	return raw
}

// base gives a deep copy of the form that this one lies over, or a new one.
func (l *loader) base(n *strictyaml.Node) *Standard {
	for _, e := range n.Entries {
		if e.Key != "inherits" {
			continue
		}
		under := l.load(e.Value.Text)
		if under == nil {
			return nil
		}
		return under.clone()
	}
	return &Standard{Form: Form{Unbroken: l.unbroken, Table: l.tables}, Figures: Figures{SizeSet: "auto"}}
}

func (s *Standard) clone() *Standard {
	c := *s
	c.Figures.Columns = cloneMap(s.Figures.Columns)
	c.Figures.Rules = cloneMap(s.Figures.Rules)
	c.Figures.Tables = cloneMap(s.Figures.Tables)
	c.Figures.Blanks = cloneMap(s.Figures.Blanks)
	c.Figures.Styles = cloneMap(s.Figures.Styles)
	return &c
}

func cloneMap[V any](m map[string]V) map[string]V {
	out := make(map[string]V, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

// resolveStyles fills every style from the one that it is like, which may be
// like another.
func (s *Standard) resolveStyles(d *strictyaml.Decoder, at diag.Place) {
	raw := cloneMap(s.Figures.Styles)
	for _, role := range slices.Sorted(maps.Keys(raw)) {
		st, chain := raw[role], map[string]bool{role: true}
		for like := st.Like; like != ""; {
			base, ok := raw[like]
			if !ok || chain[like] {
				d.Report("FORM-VALUE", at, diag.M("kiểu %s dựa trên kiểu %s không có hoặc dựa lẫn nhau", "the style %s is like %s, which is missing or like it again", role, like),
					diag.M("chọn một kiểu có trong styles", "name a style of styles"))
				break
			}
			chain[like] = true
			st = st.inherit(base)
			like = base.Like
		}
		s.Figures.Styles[role] = st
	}
}

// validate holds the words among the figures to their lists.
func (s *Standard) validate(d *strictyaml.Decoder, at diag.Place) {
	if !slices.Contains([]string{"auto", "A", "B"}, s.Figures.SizeSet) {
		d.Report("FORM-VALUE", at, diag.M("size_set %q không có", "there is no size_set %q", s.Figures.SizeSet), diag.M("dùng auto, A hoặc B", "use auto, A or B"))
	}
	for _, role := range slices.Sorted(maps.Keys(s.Figures.Styles)) {
		if a := s.Figures.Styles[role].Align; !slices.Contains([]string{"left", "center", "right", "both"}, a) {
			d.Report("FORM-VALUE", at, diag.M("kiểu %s: align %q không có", "style %s: there is no align %q", role, a), diag.M("dùng left, center, right hoặc both", "use left, center, right or both"))
		}
	}
	s.Form.validate(d, at)
}

// IDs lists the forms in alphabetical order.
func (s *Set) IDs() []string { return slices.Clone(s.ids) }

// Get gives a form by its id.
func (s *Set) Get(id string) (*Standard, bool) {
	st, ok := s.byID[id]
	return st, ok
}

// Default gives the form that says it is the default, else the first.
func (s *Set) Default() *Standard {
	for _, id := range s.ids {
		if s.byID[id].Default {
			return s.byID[id]
		}
	}
	if len(s.ids) == 0 {
		return nil
	}
	return s.byID[s.ids[0]]
}

// Choose picks a form for a source that names none, by the evidence in the
// forms: texts by place (co_quan, ky_hieu, chu_ky, ten, than). A tie or
// nothing gives the default form. The second result tells the reason.
func (s *Set) Choose(texts map[string]string) (*Standard, diag.Msg) {
	best, bestScore, tie := s.Default(), 0, false
	var why []string
	for _, id := range s.ids {
		score, words := s.byID[id].score(texts)
		switch {
		case score > bestScore:
			best, bestScore, tie, why = s.byID[id], score, false, words
		case score == bestScore && score > 0:
			tie = true
		}
	}
	if bestScore == 0 || tie {
		d := s.Default()
		return d, diag.M("không đủ dấu hiệu, dùng thể thức mặc định %s", "not enough evidence, the default form %s is used", d.ID)
	}
	return best, diag.M("thể thức %s, nhận biết qua: %s", "form %s, known by: %s", best.ID, strings.Join(why, ", "))
}

func (s *Standard) score(texts map[string]string) (int, []string) {
	sum := 0
	var words []string
	for _, e := range s.Evidence {
		if strings.Contains(texts[e.Where], e.Has) {
			sum += e.Weight
			words = append(words, "“"+strings.TrimSpace(e.Has)+"”")
		}
	}
	return sum, words
}
