package standard

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// checker looks at one form behind its decoding: what it says must be able to
// stand on paper. Each mistake is told once, where the file makes it; what a
// form takes from the one below was told there.
type checker struct {
	*strictyaml.Decoder
	at    places
	known known
	over  bool // a form of an office's own
}

// form looks at everything but the ranges of figures.
func (c checker) form(raw, done, below *Standard) {
	c.words(done)
	c.evidence(done)
	c.header(done)
	c.looks(raw, done)
	c.logo(done)
	c.marks(done)
	if c.over {
		c.drawn(done)
		c.room(done)
		if below == nil {
			c.complete(done)
		}
	}
}

var hole = regexp.MustCompile(`\{([^{}]*)\}`)

// words refuses braces that are no hole, what stands in them would be lost on
// paper; and words without one of their holes, the plan's own would be lost.
func (c checker) words(st *Standard) {
	for _, w := range st.Form.holes() {
		if !c.at.has(w.path) {
			continue
		}
		may, seen := strings.Fields(w.may), map[string]bool{}
		bad := strings.ContainsAny(hole.ReplaceAllString(w.text, ""), "{}")
		for _, m := range hole.FindAllStringSubmatch(w.text, -1) {
			bad = bad || !slices.Contains(may, m[1]) || seen[m[1]]
			seen[m[1]] = true
		}
		missing := slices.DeleteFunc(strings.Fields(w.must), func(name string) bool { return seen[name] })
		all := "{" + strings.Join(may, "} {") + "}"
		switch {
		case bad:
			c.Report("FORM-VALUE", c.at.value(w.path), diag.M("chỗ điền sai trong %q", "a bad hole in %q", w.text),
				diag.M("ở đây dùng được, mỗi chỗ một lần: %s", "these may stand here, each once: %s", all))
		case len(missing) > 0:
			c.Report("FORM-VALUE", c.at.value(w.path), diag.M("thiếu chỗ điền {%s} trong %q", "the hole {%s} is missing in %q", missing[0], w.text),
				diag.M("chữ của kế hoạch sẽ mất; viết đủ: %s", "words of the plan would be lost; write all of: %s", all))
		}
	}
	if c.at.has("name") && strings.TrimSpace(st.Name) == "" {
		c.Report("FORM-VALUE", c.at.key("name"), diag.M("tên thể thức để trống", "the name of the form is empty"),
			diag.M("viết tên mà kehoach forms sẽ in", "write the name that kehoach forms prints").
				OnPage(diag.M("chọn thể thức trong danh sách", "choose a form of the list")))
	}
}

// places of a plan where evidence is looked for.
var evidencePlaces = []string{"dau_de", "co_quan", "ky_hieu", "chu_ky", "ten", "than"}

func (c checker) evidence(st *Standard) {
	if !c.at.has("evidence") {
		return
	}
	for i, e := range st.Evidence {
		path := fmt.Sprintf("evidence.%d", i)
		if c.at.has(path+".where") && !slices.Contains(evidencePlaces, e.Where) {
			c.Report("FORM-VALUE", c.at.value(path+".where"), diag.M("không tìm dấu hiệu ở %q được", "no evidence is looked for in %q", e.Where),
				diag.M("dùng một trong: %s", "use one of: %s", strings.Join(evidencePlaces, ", ")))
		}
		if c.at.has(path+".has") && strings.TrimSpace(e.Has) == "" {
			c.Report("FORM-VALUE", c.at.value(path+".has"), diag.M("dấu hiệu để trống thì kế hoạch nào cũng có", "every plan has empty evidence"),
				diag.M("viết chữ chỉ có trong văn bản loại này", "write words that only papers of this kind have"))
		}
	}
}

// header looks at the lines of both blocks at the head of page 1.
func (c checker) header(st *Standard) {
	h, lost := st.Form.Header, true // what no line prints is lost, unless a line is misspelt
	for side, lines := range [][]HeaderLine{h.Left, h.Right} {
		path := "form.header." + []string{"left", "right"}[side]
		if !c.at.has(path) {
			continue
		}
		for i, line := range lines {
			path := fmt.Sprintf("%s.%d", path, i)
			c.headerLine(path, line, &st.Figures)
			lost = lost && (line.From == "" || c.known.from[line.From])
		}
	}
	if !c.over || !lost || !c.at.has("form.header") {
		return
	}
	from, _, _ := h.keys()
	for _, name := range slices.Sorted(maps.Keys(c.known.allFrom)) {
		if !from[name] {
			c.Report("FORM-VALUE", c.at.key("form.header"), diag.M("đầu trang không in %s của kế hoạch", "the header does not print %s of the plan", name),
				diag.M("thêm dòng {role: …, from: %s}", "add a line {role: …, from: %s}", name))
		}
	}
}

func (c checker) headerLine(path string, line HeaderLine, fig *Figures) {
	_, ok := fig.Styles[line.Role]
	_, ruled := fig.Rules[line.Role]

	switch {
	case !c.at.has(path + ".role"): // told as missing
	case !ok:
		hint := c.near(line.Role, keysOf(fig.Styles))
		if !c.known.figures["styles"][line.Role] {
			hint.Vi += "; hoặc thêm figures.styles." + line.Role
			hint.En += "; or add figures.styles." + line.Role
		}
		c.Report("FORM-ROLE", c.at.value(path+".role"), diag.M("vai %q chưa có kiểu trong figures.styles", "the role %q has no style in figures.styles", line.Role), hint)
	case line.Rule && !ruled && c.at.has(path+".rule"):
		c.Report("FORM-ROLE", c.at.value(path+".rule"), diag.M("chưa có số đo cho đường kẻ dưới %s", "there are no figures for the rule under %s", line.Role),
			diag.M("thêm figures.rules.%s: {length: 1.0, thickness: 0.75pt, height: 5pt, drop: 2.5pt}", "add figures.rules.%s: {length: 1.0, thickness: 0.75pt, height: 5pt, drop: 2.5pt}", line.Role))
	}
	if !c.over {
		return
	}
	if line.From != "" && !c.known.from[line.From] {
		c.Report("FORM-VALUE", c.at.value(path+".from"), diag.M("đầu trang không lấy được khóa %q của kế hoạch", "the header cannot print the key %q of a plan", line.From), c.near(line.From, c.known.from))
	}
	if line.With != "" && !c.known.with[line.With] {
		c.Report("FORM-VALUE", c.at.value(path+".with"), diag.M("with không xét được khóa %q của kế hoạch", "with cannot look at the key %q of a plan", line.With), c.near(line.With, c.known.with))
	}
	if line.From == "" && strings.TrimSpace(line.Text) == "" {
		c.Report("FORM-VALUE", c.at.key(path), diag.M("dòng đầu trang này không in gì", "this line of the header prints nothing"),
			diag.M("thêm text: chữ cố định, hoặc from: khóa của kế hoạch", "add text: fixed words, or from: a key of the plan"))
	}
}

// near is the hint for a name that is not known.
func (c checker) near(typed string, names map[string]bool) diag.Msg {
	if best, ok := strictyaml.Nearest(typed, slices.Sorted(maps.Keys(names))); ok {
		return diag.M("có phải `%s`?", "do you mean `%s`?", best)
	}
	return diag.M("dùng một trong: %s", "use one of: %s", list(names))
}

var alignments = []string{"left", "center", "right", "both"}

// looks holds the words among the figures to their lists.
func (c checker) looks(raw, done *Standard) {
	const set = "figures.size_set"
	if s := raw.Figures.SizeSet; c.at.has(set) && !slices.Contains([]string{"auto", "A", "B"}, s) {
		c.Report("FORM-VALUE", c.at.value(set), diag.M("size_set %q không có", "there is no size_set %q", s), diag.M("dùng auto, A hoặc B", "use auto, A or B"))
	}
	for _, role := range slices.Sorted(maps.Keys(done.Figures.Styles)) {
		path, st := "figures.styles."+role, done.Figures.Styles[role]
		if !c.at.has(path) {
			continue
		}
		if a := raw.Figures.Styles[role].Align; a != "" && !slices.Contains(alignments, a) {
			c.Report("FORM-VALUE", c.at.value(path+".align"), diag.M("kiểu %s: align %q không có", "style %s: there is no align %q", role, a), diag.M("dùng left, center, right hoặc both", "use left, center, right or both"))
		}
		for other, o := range done.Figures.Styles {
			named := c.at.has("figures.styles." + other + ".name")
			if c.at.has(path+".name") && st.Name != "" && o.Name == st.Name && (other < role || other > role && !named) {
				c.Report("FORM-VALUE", c.at.value(path+".name"), diag.M("kiểu %s đã có tên %q", "the style %s has the name %q already", other, st.Name), diag.M("đặt tên khác: Word giữ mỗi tên một kiểu", "choose another name: Word keeps one style of a name"))
				break
			}
		}
		if st.Size.Value == 0 || st.Line.Value == (Line{}) || st.Align == "" {
			c.unset(path, role, raw)
		}
	}
}

// unset tells of a style that lacks what no text can be without.
func (c checker) unset(path, role string, raw *Standard) {
	if like := raw.Figures.Styles[role].Like; like != "" {
		if _, ok := raw.Figures.Styles[like]; !ok || c.at.has("figures.styles."+like) {
			return // told there
		}
	}
	if c.over && !c.known.figures["styles"][role] && !c.inHeader(raw, role) {
		return // told as unknown
	}
	for _, field := range []string{".size", ".line", ".align"} {
		if c.at.has(path+field) && c.HasErrorAt(c.at.value(path+field)) {
			return // could not be read
		}
	}
	c.Report("FORM-VALUE", c.at.key(path), diag.M("kiểu %s thiếu size, line hoặc align", "the style %s lacks size, line or align", role),
		diag.M("thêm vào, hoặc thêm like: tên một kiểu đã đủ", "add them, or like: a style that has them"))
}

func (c checker) inHeader(st *Standard, role string) bool {
	return slices.ContainsFunc(slices.Concat(st.Form.Header.Left, st.Form.Header.Right), func(l HeaderLine) bool { return l.Role == role })
}

// likes refuses styles that are like one that is missing, or like each other
// in a ring; of a ring one style is told.
func (c checker) likes(raw *Standard) {
	styles, told := raw.Figures.Styles, map[string]bool{}
	for _, role := range slices.Sorted(maps.Keys(styles)) {
		like, path := styles[role].Like, "figures.styles."+role+".like"
		if _, ok := styles[like]; like != "" && !ok && c.at.has(path) {
			c.Report("FORM-ROLE", c.at.value(path), diag.M("kiểu %s dựa trên kiểu %q không có", "the style %s is like %q, which is missing", role, like), c.near(like, keysOf(styles)))
		}
		seen := map[string]bool{role: true}
		for like != "" && !seen[like] {
			seen[like] = true
			like = styles[like].Like
		}
		if like == role && c.at.has(path) && !told[role] {
			addAll(told, seen)
			c.Report("FORM-ROLE", c.at.value(path), diag.M("kiểu %s dựa vòng tròn lên chính nó", "the style %s is like itself in a ring", role),
				diag.M("bỏ like ở một kiểu trong vòng: %s", "leave out like in one style of the ring: %s", list(seen)))
		}
	}
}

var roleName = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// drawn refuses names that nobody draws. A role of the form's own is drawn by
// a line of its header.
func (c checker) drawn(st *Standard) {
	f := &st.Figures
	_, _, ruled := st.Form.Header.keys()
	groups := groupsOf(f)
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		for _, role := range slices.Sorted(maps.Keys(groups[group])) {
			path := "figures." + group + "." + strictyaml.Fold(role)
			own := group == "styles" && c.inHeader(st, role) || group == "rules" && ruled[role] || group == "boxes" && slices.Contains(st.Form.Marks.boxes(), role)
			switch {
			case c.known.figures[group][role] || !c.at.has(path) || own && roleName.MatchString(role):
			case own:
				c.Report("FORM-ROLE", c.at.key(path), diag.M("tên vai %q sai", "the name of the role %q is malformed", role),
					diag.M("chỉ dùng chữ thường không dấu, số và dấu _", "use only small letters without diacritics, digits and _"))
			default:
				c.Report("FORM-ROLE", c.at.key(path), diag.M("figures.%s: không có gì trên giấy mang tên %q", "figures.%s: nothing on paper is called %q", group, role), c.near(role, c.known.figures[group]))
			}
		}
	}
	if rule := "form.title.rule"; c.at.has(rule) && st.Form.Title.Rule {
		missing := maps.Clone(c.known.title)
		maps.DeleteFunc(missing, func(role string, _ bool) bool { _, ok := f.Rules[role]; return ok })
		if len(missing) > 0 {
			c.Report("FORM-ROLE", c.at.value(rule), diag.M("chưa có số đo cho đường kẻ dưới tên văn bản: %s", "there are no figures for the rule below the title: %s", list(missing)),
				diag.M("thêm các tên đó vào figures.rules", "add these names to figures.rules"))
		}
	}
}

// complete asks a form that lies over none for all that every form has.
func (c checker) complete(st *Standard) {
	filled, missing := st.filled(), map[string]bool{}
	for path := range c.known.must {
		if !filled[path] && !c.at.has(path) {
			missing[strings.Join(strings.SplitN(path, ".", 4)[:min(3, strings.Count(path, ".")+1)], ".")] = true
		}
	}
	if len(missing) == 0 {
		return
	}
	names := slices.Sorted(maps.Keys(missing))
	c.Report("FORM-INCOMPLETE", c.at.key("name"), diag.M("thể thức không có inherits nên phải ghi đủ mọi mục; còn thiếu %d mục: %s …", "a form without inherits must say everything; %d things are missing: %s …", len(names), strings.Join(names[:min(4, len(names))], ", ")),
		diag.M("thêm dòng inherits: tên thể thức có sẵn, rồi chỉ ghi những gì khác", "add a line inherits: a form of the program, and write only what differs"))
}
