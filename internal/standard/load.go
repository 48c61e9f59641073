package standard

import (
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// Set is all forms of the program and of the folders laid over it, by id.
type Set struct {
	byID map[string]*Standard
	ids  []string
}

// Load reads all forms of the folder the-thuc, and those of the folders laid
// over it, the topmost last. Findings are errors in the forms' files; a form
// with an error is left out.
func Load(fsys fs.FS, over ...Layer) (*Set, []diag.Finding) {
	s := &Set{byID: map[string]*Standard{}}
	base, err := layerOf(fsys)
	if err != nil || len(base.forms()) == 0 {
		return s, []diag.Finding{diag.New("FORM-MISSING", diag.Error, "form", diag.Place{File: "the-thuc"},
			diag.M("không thấy thể thức nào", "no house form was found"), diag.M("", ""))}
	}
	l := loader{layers: append([]Layer{base}, over...), raw: map[key]*Standard{}, done: map[key]*Standard{}}
	l.readWords(unbrokenFile, &l.unbroken)
	l.readWords(tableFile, &l.tables)
	for depth, layer := range l.layers {
		for _, id := range layer.forms() {
			if st := l.load(key{depth, id}, nil); st != nil {
				s.byID[id] = l.done[key{depth, id}]
			}
		}
		if depth == 0 {
			l.known = knownOf(s.byID)
		}
	}
	s.ids = slices.Sorted(maps.Keys(s.byID))
	s.fillChecks()
	if !diag.HasErrors(l.fs) {
		l.fs = append(l.fs, s.oneDefault()...)
	}
	return s, l.fs
}

// fillChecks gives a form that says nothing of a rule what the program's own
// default form says: a form written from scratch is checked too.
func (s *Set) fillChecks() {
	var base map[string]string
	for _, id := range s.ids {
		if st := s.byID[id]; st.Default && (base == nil || !st.Own) {
			base = st.Checks
		}
	}
	for _, id := range s.ids {
		st := s.byID[id]
		for code, word := range base {
			if _, ok := st.Checks[code]; ok {
				continue
			}
			if st.Checks == nil {
				st.Checks = map[string]string{}
			}
			st.Checks[code] = word
		}
	}
}

// key is one file of a form: its layer, 0 for the program's own, and its id.
type key struct {
	layer int
	id    string
}

type loader struct {
	layers []Layer
	raw    map[key]*Standard // as read, before styles follow those they are like; nil with an error
	done   map[key]*Standard
	known  known
	fs     []diag.Finding

	unbroken Unbroken   // of all forms that do not name their own
	tables   TableWords // likewise
}

// Words that all forms share: phrases that stay on one line, and those by
// which tables are known.
const (
	unbrokenFile = "du-lieu/cum-tu.yaml"
	tableFile    = "du-lieu/bang.yaml"
)

// readWords reads such words from every layer that has them.
func (l *loader) readWords(file string, into any) {
	for _, layer := range l.layers {
		data, ok := layer.Files[file]
		if !ok {
			continue
		}
		n, found := strictyaml.Parse(layer.Path(file), data)
		l.fs = append(l.fs, found...)
		if n != nil {
			dec := strictyaml.Decoder{Hint: hint()}
			dec.Decode(n, into)
			l.fs = append(l.fs, dec.Findings...)
		}
	}
}

// hint is where to see how a form is written.
func hint() diag.Msg {
	return diag.M("viết như trong tệp cùng loại của chương trình (thư mục templates của mã nguồn)", "write it as in the program's file of this kind (folder templates of the source)")
}

// load reads a form once, and before it those that it lies over; nil if it or
// one below it has an error. Open are the forms being read, outermost first.
func (l *loader) load(k key, open []key) *Standard {
	if st, ok := l.raw[k]; ok {
		return st
	}
	l.raw[k] = nil
	l.raw[k] = l.read(k, append(open, k))
	return l.raw[k]
}

func (l *loader) read(k key, open []key) *Standard {
	layer := l.layers[k.layer]
	file := layer.Path(formFile(k.id))
	n, found := strictyaml.Parse(file, layer.Files[formFile(k.id)])
	l.fs = append(l.fs, found...)
	if n == nil || diag.HasErrors(found) {
		return nil
	}
	dec := &strictyaml.Decoder{Convert: converters(), Hint: hint()}
	defer func() { l.fs = append(l.fs, dec.Findings...) }()
	if n.Kind != strictyaml.Map {
		dec.Decode(n, &Standard{}) // tells what is needed
		return nil
	}
	at := placesOf(n)
	raw, below := l.base(dec, n, k, open)
	if raw == nil {
		return nil
	}
	dec.Decode(n, raw)
	raw.ID, raw.File, raw.Own = k.id, file, k.layer > 0
	if raw.Inherits == k.id { // said twice: the file lies over that one already
		raw.Inherits = below.Inherits
	}
	if at.has("default") {
		raw.made = maker{k.layer, at.value("default")}
	}
	done := raw.clone()
	c := checker{dec, at, l.known, k.layer > 0}
	c.likes(raw)
	done.resolveStyles()
	c.form(raw, done, below)
	raw.law, raw.Outside = c.limits(done, below)
	done.law, done.Outside = raw.law, raw.Outside
	if diag.HasErrors(dec.Findings) {
		return nil
	}
	l.done[k] = done
	return raw
}

// base gives a deep copy of the form that this one lies over, and that form as
// it is used; or a new one and nil. A form of an office's own that has the id
// of one below lies over it without saying so.
func (l *loader) base(d *strictyaml.Decoder, n *strictyaml.Node, k key, open []key) (raw, below *Standard) {
	under := key{l.top(k.id, k.layer-1), k.id}
	same := under.layer >= 0
	for _, e := range n.Entries {
		if strictyaml.Fold(e.Key) != "inherits" || same && e.Value.Text == k.id {
			continue
		}
		if same {
			d.Report("FORM-INHERITS", e.Value.At, diag.M("tệp này đã nằm trên thể thức %s, không dựa được trên %q", "this file lies over the form %s already and cannot lie over %q", k.id, e.Value.Text),
				diag.M("bỏ dòng inherits, hoặc đặt tên khác cho tệp", "leave out the line inherits, or give the file another name"))
			return nil, nil
		}
		if under = l.inherited(d, e.Value, k, open); under.layer < 0 {
			return nil, nil
		}
	}
	if under.layer < 0 {
		return &Standard{Form: Form{Unbroken: l.unbroken, Table: l.tables}, Figures: Figures{SizeSet: "auto"}}, nil
	}
	st := l.load(under, open)
	if st == nil {
		return nil, nil
	}
	raw = st.clone()
	if !same { // a name, evidence and being the default are of one form alone
		raw.Name, raw.Evidence, raw.Default, raw.made = "", nil, false, maker{}
	}
	return raw, l.done[under]
}

// inherited finds the form that is named after `inherits`; its layer is -1
// where there is none, or only one that lies over this one.
func (l *loader) inherited(d *strictyaml.Decoder, v *strictyaml.Node, k key, open []key) key {
	under := key{l.top(v.Text, k.layer), v.Text}
	var ids []string
	for depth := 0; depth <= k.layer; depth++ {
		ids = append(ids, l.layers[depth].forms()...)
	}
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return id == k.id })
	choose := diag.M("dùng một trong: %s", "use one of: %s", strings.Join(ids, ", "))
	switch {
	case under.layer < 0:
		d.Report("FORM-INHERITS", v.At, diag.M("không có thể thức %q để dựa trên", "there is no form %q to lie over", v.Text), choose)
	case slices.Contains(open, under):
		d.Report("FORM-INHERITS", v.At, diag.M("thể thức %s dựa vòng tròn lên chính nó", "the form %s lies over itself in a ring", k.id), choose)
		under.layer = -1
	}
	return under
}

// clone is a copy whose figures can be changed without changing the original.
func (s *Standard) clone() *Standard {
	c := *s
	freshMaps(reflect.ValueOf(&c.Figures).Elem())
	c.Checks = maps.Clone(s.Checks)
	return &c
}

// freshMaps gives a value maps of its own, also inside of it. Lists need none:
// they are replaced whole.
func freshMaps(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				freshMaps(f)
			}
		}
	case reflect.Map:
		out := reflect.MakeMap(v.Type())
		for it := v.MapRange(); it.Next(); {
			e := reflect.New(v.Type().Elem()).Elem()
			e.Set(it.Value())
			freshMaps(e)
			out.SetMapIndex(it.Key(), e)
		}
		v.Set(out)
	}
}

// resolveStyles fills every style from the one that it is like, which may be
// like another. Chains that end nowhere are told by checker.likes.
func (s *Standard) resolveStyles() {
	raw := maps.Clone(s.Figures.Styles)
	for role, st := range raw {
		seen := map[string]bool{role: true}
		for like := st.Like; like != "" && !seen[like]; like = raw[like].Like {
			seen[like] = true
			st = st.inherit(raw[like])
		}
		s.Figures.Styles[role] = st
	}
}

// IDs lists the forms in alphabetical order.
func (s *Set) IDs() []string { return slices.Clone(s.ids) }

// Get gives a form by its id.
func (s *Set) Get(id string) (*Standard, bool) {
	st, ok := s.byID[id]
	return st, ok
}

// Default gives the form that says it is the default, in the topmost layer
// that names one, else the first.
func (s *Set) Default() *Standard {
	var best *Standard
	for _, id := range s.ids {
		if st := s.byID[id]; st.Default && (best == nil || st.made.layer > best.made.layer) {
			best = st
		}
	}
	if best == nil && len(s.ids) > 0 {
		return s.byID[s.ids[0]]
	}
	return best
}

// oneDefault refuses two defaults in one layer, and none at all where a form
// that was the default says that it is not.
func (s *Set) oneDefault() []diag.Finding {
	best := s.Default()
	var out []diag.Finding
	tell := func(at diag.Place, msg diag.Msg) {
		out = append(out, diag.New("FORM-DEFAULT", diag.Error, "form", at, msg,
			diag.M("ghi default: true ở đúng một thể thức", "write default: true in exactly one form")))
	}
	for _, id := range s.ids {
		st := s.byID[id]
		switch {
		case best.Default && st != best && st.Default && st.made.layer == best.made.layer:
			tell(st.made.at, diag.M("thể thức %s đã là mặc định", "the form %s is the default already", best.ID))
		case !best.Default && !st.Default && st.made.layer > 0:
			tell(st.made.at, diag.M("không còn thể thức nào là mặc định", "no form is the default any more"))
		}
	}
	return out
}

// leastScore is the evidence that a form of the program must have to be chosen:
// words that several kinds of bodies share, as BAN THƯỜNG VỤ in a signature,
// weigh less, and do not make a plan of the women's union one of the trade
// union. An office knows for its own forms what is enough.
const leastScore = 3

// Choose picks a form for a source that names none, by the evidence in the
// forms: texts by place (co_quan, ky_hieu, chu_ky, ten, than). A tie or too
// little gives the default form. The second result tells the reason.
func (s *Set) Choose(texts map[string]string) (*Standard, diag.Msg) {
	best, bestScore, tie := s.Default(), 0, false
	var why []string
	for _, id := range s.ids {
		score, words := s.byID[id].score(texts)
		switch {
		case score < leastScore && s.byID[id].made.layer == 0:
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
