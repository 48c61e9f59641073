package build_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// figurePlans show every role and mark, both size sets, open room and a narrow column.
var figurePlans = []string{"moi-kieu", "de-trong", "bo-co-chu-b", "cot-trai-hep", "ten-dai", "hinh-anh", "dau-nd30", "dau-doan", "dau-hoa-toc", "dau-bo-b", "kem-theo"}

// ownPlans are more plans for one form: marks that no other has.
var ownPlans = map[string][]string{"dang": {"dau-dang"}}

// lookParts are the parts of a DOCX that carry its look: metadata do not count.
var lookParts = []string{"word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml", "word/header3.xml", "word/footer1.xml", "word/settings.xml", "word/footnotes.xml"}

// silent are the figures that do not change both files, by path, or by form
// and path, with what they do change and why. What changes both fails here.
var silent = map[string]struct{ changes, why string }{
	"dang: styles.so.balance":      {"docx", "the long number of one plan wraps after the same word"},
	"dang: styles.so.measure":      {"docx", "the column of that plan is narrower already"},
	"styles.dau_sao.measure":       {"docx", "a mark is narrower than any measure"},
	"styles.dau_sao.balance":       {"none", "a mark does not wrap"},
	"styles.dau_trich_yeu.measure": {"docx", "a mark is narrower than any measure"},
	"styles.dau_trich_yeu.balance": {"none", "a mark does not wrap"},
	"styles.tieu_de.balance":       {"none", "never wraps"},

	"styles.nhan_phu_luc.measure": {"docx", "a label is narrower than any measure"},
	"styles.nhan_phu_luc.balance": {"none", "a label does not wrap"},
	"styles.o_dau.measure":        {"docx", "the heads that wrap stand in narrower columns"},
	"styles.o_giua.measure":       {"docx", "columns of numbers are narrower"},
	"styles.o_giua.balance":       {"none", "numbers do not wrap"},

	"styles.quoc_hieu.balance": {"none", "never wraps"},
	"styles.tieu_ngu.balance":  {"none", "never wraps"},
	"styles.so.balance":        {"none", "never wraps"},
	"styles.ngay.balance":      {"none", "never wraps"},
	"styles.noi_nhan.balance":  {"none", "two words of the form on one line"},
	"styles.so_trang.balance":  {"none", "one short number"},
	"styles.so_trang.measure":  {"none", "one short number"},
	"styles.so_trang.after":    {"docx", "nothing stands below the number in the margin"},
	"styles.so_trang.line":     {"docx", "a multiple of the line adds below it; nothing stands there"},

	"styles.do_khan.balance":          {"none", "one line"},
	"styles.du_thao.balance":          {"none", "one line"},
	"styles.luu_hanh.balance":         {"none", "one line"},
	"styles.luu_hanh_cuoi.balance":    {"none", "one line"},
	"dang: styles.do_khan.measure":    {"docx", "one line in the middle"},
	"dang: styles.du_thao.measure":    {"docx", "one line in the middle"},
	"dang: styles.luu_hanh.indent":    {"docx", "one line at the right edge"},
	"doan: styles.do_khan.measure":    {"none", "a frame in the middle"},
	"doan: styles.du_thao.measure":    {"none", "a frame in the middle"},
	"slots.ky.width":                  {"pages", "only a PDF is signed"},
	"slots.ky.height":                 {"pages", "only a PDF is signed"},
	"slots.dau.width":                 {"pages", "only a PDF is signed"},
	"slots.dau.cover":                 {"pages", "only a PDF is signed"},
	"slots.kem_tep.reach":             {"pages", "only a PDF is signed"},
	"slots.kem_tep.width":             {"pages", "only a PDF is signed"},
	"slots.kem_tep.height":            {"pages", "only a PDF is signed"},
	"nd30: styles.kem_van_ban.size_b": {"docx", "such a plan has no header, which the sets are for"},
}

// TestEveryFigureCounts changes the figures of each form one by one and asks
// that the pages and the look of the DOCX change, in one plan at least: that
// is how one source of truth for two writers is proved.
func TestEveryFigureCounts(t *testing.T) {
	t.Parallel()
	unseen := maps.Clone(silent)
	for _, id := range office().Forms.IDs() {
		o := openOffice()
		form, _ := o.Forms.Get(id)
		original := form.Figures
		plans := append(slices.Clone(figurePlans), ownPlans[id]...)
		inputs := plansOf(t, id, plans)
		before := map[string]outcome{}
		for name, in := range inputs {
			before[name] = outcomeOf(t, o, in)
		}
		all := ownChanges(o, form)
		for _, c := range all {
			form.Figures = c.apply(original)
			o.Forget()
			var pages, docx, both bool
			for _, name := range likelyFirst(plans, c.path) {
				after := outcomeOf(t, o, inputs[name])
				p, d := after.pages != before[name].pages, after.look != before[name].look
				pages, docx, both = pages || p, docx || d, both || p && d
				if both {
					break
				}
			}
			got := map[[2]bool]string{{true, true}: "both", {true, false}: "pages", {false, true}: "docx"}[[2]bool{pages, docx}]
			if got == "" {
				got = "none"
			}
			exception, listed := silent[c.path]
			if fixed, ok := oneSet(original, c.path); ok && !listed {
				exception, listed = fixed, true
			}
			if mark, ok := framed(form, c.path); ok {
				exception, listed = mark, true
			}
			if own, ok := silent[id+": "+c.path]; ok {
				exception, listed = own, true
			}
			delete(unseen, id+": "+c.path)
			delete(unseen, c.path)
			switch {
			case !listed && !both:
				t.Errorf("%s: %s changes %s, want both files", id, c, got)
			case listed && exception.changes != got:
				t.Errorf("%s: %s changes %s; its exception says %s (%s)", id, c, got, exception.changes, exception.why)
			}
		}
		form.Figures = original
		t.Logf("%s: %d changes of figures", id, len(all))
	}
	for path := range unseen {
		t.Errorf("the exception %s names no figure", path)
	}
}

// ownChanges are the changes of the figures that a form does not have from the
// one that it lies over: those are tried there.
func ownChanges(o *build.Office, form *standard.Standard) []change {
	all := changesOf(form.Figures)
	base, ok := o.Forms.Get(form.Inherits)
	if !ok {
		return all
	}
	inherited := map[string]string{}
	for _, c := range changesOf(base.Figures) {
		inherited[c.path] = fmt.Sprint(c.value)
	}
	return slices.DeleteFunc(all, func(c change) bool {
		v, same := inherited[c.path]
		return same && v == fmt.Sprint(c.value)
	})
}

// likelyFirst puts the plans first that show what a figure is for.
func likelyFirst(plans []string, path string) []string {
	out := slices.Clone(plans)
	slices.SortStableFunc(out, func(a, b string) int { return unlikely(a, path) - unlikely(b, path) })
	return out
}

func unlikely(plan, path string) int {
	images := strings.HasPrefix(plan, "hinh-")
	switch {
	case strings.HasPrefix(path, "images.") && images, strings.HasPrefix(path, "boxes.") && strings.HasPrefix(plan, "dau-"):
		return 0
	case images: // its files take time
		return 2
	}
	return 1
}

// oneSet are the figures that have nothing to choose in a form with a single
// set of sizes: the other set, and how far the columns give way before it.
func oneSet(f standard.Figures, path string) (exception struct{ changes, why string }, ok bool) {
	for _, end := range []string{"size_set", ".size_b", "dau_trang.left_min"} {
		if f.SizeSet != "auto" && strings.HasSuffix(path, end) {
			return struct{ changes, why string }{"none", "the form has one set of sizes"}, true
		}
	}
	return exception, false
}

// framed are the figures that cannot move a mark in its frame: the one line
// stands in the middle of the frame, and the frame where its middle or the
// alignment tells.
func framed(form *standard.Standard, path string) (exception struct{ changes, why string }, ok bool) {
	m := form.Form.Marks
	for role, box := range map[string]string{"do_khan": m.DoKhan[0].Box, "luu_hanh": m.LuuHanh.Box, "du_thao": m.DuThao.Box} {
		figure, mark := strings.CutPrefix(path, "styles."+role+".")
		if !mark || box == "" {
			continue
		}
		middle, align := form.Figures.Boxes[box].Middle.Value > 0, form.Figures.Styles[role].Align
		if figure == "line" || middle && (figure == "align" || figure == "indent") || figure == "indent" && align == "center" {
			return struct{ changes, why string }{"docx", "the frame holds its line in the middle"}, true
		}
	}
	return exception, false
}

// outcome is what a change can change.
type outcome struct{ pages, look string }

func outcomeOf(t *testing.T, o *build.Office, in build.Input) outcome {
	t.Helper()
	paper := o.Make(in)
	if paper.Pages == nil {
		t.Fatalf("%s is refused: %v", in.Name, paper.Findings)
	}
	docx, err := paper.DOCX()
	if err != nil {
		t.Fatal(err)
	}
	out := outcome{pages: paper.Pages.Dump()}
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range lookParts {
		f, err := z.Open(name)
		if errors.Is(err, fs.ErrNotExist) { // a paper without marks or footnotes
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		out.look += string(part)
	}
	return out
}

// plansOf gives plans of testdata in a form of our choice.
func plansOf(t *testing.T, form string, names []string) map[string]build.Input {
	t.Helper()
	out := map[string]build.Input{}
	for _, name := range names {
		data, err := os.ReadFile("testdata/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for _, row := range strings.Split(string(data), "\n") {
			if !strings.HasPrefix(row, "the_thuc:") && (!strings.HasPrefix(row, "bieu_trung:") || hasLogo(t, form)) {
				rows = append(rows, authority(t, form, row))
			}
		}
		out[name] = build.Input{Name: name + ".yaml", Data: []byte("the_thuc: " + form + "\n" + strings.Join(rows, "\n")), Files: pictureFiles()}
	}
	return out
}

// A change gives one figure another value.
type change struct {
	path  string // styles.than.size
	value any
	set   func(*standard.Figures)
}

func (c change) String() string { return fmt.Sprintf("%s = %v", c.path, c.value) }

// apply gives the figures with the change; the original stays as it is.
func (c change) apply(f standard.Figures) standard.Figures {
	c.set(&f)
	return f
}

// changesOf walks all figures and makes a change of each.
func changesOf(f standard.Figures) []change {
	w := walker{}
	w.walk("", reflect.ValueOf(f), func(f *standard.Figures, v reflect.Value) { reflect.ValueOf(f).Elem().Set(v) })
	return w.changes
}

type walker struct{ changes []change }

// walk visits a value of the figures; put stores another value in its place,
// copying the maps and structs around it.
func (w *walker) walk(path string, v reflect.Value, put func(*standard.Figures, reflect.Value)) {
	if f, ok := v.Interface().(standard.Figure[float64]); ok && f.Value == 0 {
		return // this rule or table does not use it
	}
	if other := otherValue(path, v.Interface()); other != nil {
		w.changes = append(w.changes, change{strings.TrimPrefix(path, "."), shown(other), func(f *standard.Figures) { put(f, reflect.ValueOf(other)) }})
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(path+"."+v.Type().Field(i).Tag.Get("key"), v.Field(i), func(f *standard.Figures, in reflect.Value) {
				all := reflect.New(v.Type()).Elem()
				all.Set(v)
				all.Field(i).Set(in)
				put(f, all)
			})
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			w.walk(path+"."+k.String(), v.MapIndex(k), func(f *standard.Figures, in reflect.Value) {
				all := reflect.MakeMap(v.Type())
				for _, key := range v.MapKeys() {
					all.SetMapIndex(key, v.MapIndex(key))
				}
				all.SetMapIndex(k, in)
				put(f, all)
			})
		}
	}
}

// otherValue is a value that differs enough from a figure to be seen, nil for
// what is no figure. Names of styles and what a style is like are none.
func otherValue(path string, v any) any {
	last := path[strings.LastIndex(path, ".")+1:]
	switch x := v.(type) {
	case standard.Figure[unit.Length]:
		x.Value = otherLength(last, x.Value)
		return x
	case standard.Figure[float64]:
		if x.Value *= 0.9; x.Value == 0 {
			x.Value = 0.5
		}
		return x
	case standard.Figure[int]:
		x.Value += 2
		return x
	case standard.Figure[standard.Line]:
		x.Value = standard.Line{Multiple: 1.3}
		return x
	case bool:
		return !x
	case string:
		switch {
		case last == "size_set":
			return "B"
		case last == "color" && x == "":
			return "0000FF"
		case last == "color":
			return ""
		case last == "align" && x == "right":
			return "left"
		case last == "align":
			return "right"
		}
	}
	return nil
}

func otherLength(name string, v unit.Length) unit.Length {
	switch {
	case name == "measure":
		return 50 * unit.MM
	case name == "size_b":
		return 9 * unit.PT
	case name == "left_min", name == "bottom":
		return v + 25*unit.MM
	case name == "height":
		return v + 30*unit.PT
	case name == "after":
		return v + 90*unit.PT // more than what stands before the next one
	case v > 100*unit.MM:
		return v - 6*unit.MM
	}
	return v + 4*unit.PT
}

func shown(v any) any {
	if f := reflect.ValueOf(v); f.Kind() == reflect.Struct {
		return f.FieldByName("Value")
	}
	return v
}

// TestFiguresMeanTheSame changes the figures of each role in two ways and
// asks LibreOffice whether they mean the same in the DOCX as in the pages.
func TestFiguresMeanTheSame(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	o := openOffice()
	form := o.Forms.Default()
	original := form.Figures
	inputs := plansOf(t, form.ID, figurePlans)
	var all []*made
	addTo := func(plan, name string, set func(*standard.Figures)) {
		f := original
		f.Styles, f.Columns, f.Rules, f.Boxes = maps.Clone(f.Styles), maps.Clone(f.Columns), maps.Clone(f.Rules), maps.Clone(f.Boxes)
		set(&f)
		form.Figures = f
		o.Forget()
		m, err := makeOf(o, name, inputs[plan].Data)
		if err != nil {
			t.Fatal(err)
		}
		m.own = true
		m.paper.Figures.Figures = &f // the form gets its own figures back
		all = append(all, m)
	}
	add := func(name string, set func(*standard.Figures)) { addTo("moi-kieu", name, set) }
	for _, role := range slices.Sorted(maps.Keys(original.Styles)) {
		for name, set := range looks() {
			addTo(planOfRole(role), role+": "+name, func(f *standard.Figures) {
				s := f.Styles[role]
				set(&s)
				f.Styles[role] = s
			})
		}
	}
	// The law lets the text have any size from 13 to 14 pt.
	for _, half := range []unit.Length{26, 27, 28} {
		size := half * unit.PT / 2
		add(fmt.Sprintf("than: %.1f pt", size.Points()), func(f *standard.Figures) {
			s := f.Styles[string(doc.Than)]
			s.Size.Value = size
			f.Styles[string(doc.Than)] = s
		})
	}
	add("page", func(f *standard.Figures) {
		f.Page.Top.Value, f.Page.Bottom.Value = 25*unit.MM, 25*unit.MM
		f.Page.Left.Value, f.Page.Right.Value, f.Page.Header.Value = 35*unit.MM, 15*unit.MM, 12*unit.MM
	})
	add("columns", func(f *standard.Figures) {
		f.Columns["dau_trang"] = columnsOf(f.Columns["dau_trang"], 62*unit.MM, 7*unit.PT, 21*unit.PT)
		f.Columns["cuoi"] = columnsOf(f.Columns["cuoi"], 70*unit.MM, 19*unit.PT, 5*unit.PT)
	})
	add("rules", func(f *standard.Figures) {
		for role, r := range f.Rules {
			r.Length.Value, r.Thickness.Value = r.Length.Value*0.9, 3*unit.PT/2
			r.Height.Value, r.Drop.Value = 15*unit.PT, 7*unit.PT
			f.Rules[role] = r
		}
	})
	for plan, high := range map[string]unit.Length{"dau-nd30": 26 * unit.PT, "dau-doan": 40 * unit.PT} {
		addTo(plan, plan+": marks", func(f *standard.Figures) {
			for name, b := range f.Boxes {
				b.Width.Value, b.Fit, b.Height.Value, b.Thickness.Value, b.Middle.Value = b.Width.Value+9*unit.PT, !b.Fit, high, 3*unit.PT/2, 0.6-b.Middle.Value
				f.Boxes[name] = b
			}
			f.Page.Header.Value, f.Page.Footer.Value = 12*unit.MM, 14*unit.MM
			f.Columns["cuoi"] = columnsOf(f.Columns["cuoi"], 70*unit.MM, 19*unit.PT, 25*unit.PT)
		})
	}
	form.Figures = original

	rendered := renderAll(t, all)
	for _, m := range all {
		other, err := look(rendered[m.name])
		if err != nil {
			t.Fatal(err)
		}
		_, diffs := compare(t, m, see(t, m), other)
		diffs = slices.DeleteFunc(diffs, func(d difference) bool { return d.cause != "" })
		if len(diffs) > 0 {
			t.Errorf("%s: %d differences, first on page %d, line %d: %s", m.name, len(diffs), diffs[0].page, diffs[0].line, diffs[0].what)
		}
	}
	t.Logf("%d changes compared", len(all))
}

// looks are two ways in which a style is changed at once.
func looks() map[string]func(*standard.Style) {
	return map[string]func(*standard.Style){
		"size, weight, indent, room, 1.3 lines": func(s *standard.Style) {
			s.Size.Value, s.SizeB.Value = 12*unit.PT, 0
			s.Bold, s.Italic = !s.Bold, !s.Italic
			s.Indent.Value, s.Before.Value, s.After.Value = 5*unit.MM, 7*unit.PT, 3*unit.PT
			s.Line.Value = standard.Line{Multiple: 1.3}
		},
		"20 pt lines, right": func(s *standard.Style) {
			s.Line.Value, s.Align = standard.Line{Exact: 20 * unit.PT}, "right"
		},
	}
}

func columnsOf(c standard.Columns, left, before, gap unit.Length) standard.Columns {
	c.Left.Value, c.Before.Value, c.Gap.Value = left, before, gap
	return c
}
