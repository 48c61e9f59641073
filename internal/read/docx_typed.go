package read

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/plan"
)

// Typed keys are another way to write the same outline. Whoever calls Tasks and
// Phases must hold what comes out to what went in: the words of a form decide
// whether composing gives the same text again.

// Tasks takes the first table of tasks out of running text: one whose head names
// who is in charge and by when (schema of the plan file, §5), or loosely only
// when. heads gives the key of a column by its head in small letters. A table
// that is not the last of the text leaves {nhiem_vu} at its place.
func Tasks(v plan.Van, heads map[string]string, loosely bool) (plan.Van, plan.NhiemVu, bool) {
	for from := 0; from < len(v.Doan); from++ {
		n := plan.TableLines(v.Doan[from:])
		if n == 0 {
			continue
		}
		to := from + n
		rows := v.Doan[from:to]
		if !isTaskTable(rows, heads, loosely) {
			from = to - 1
			continue
		}
		at := rows[0].Chu.At
		out := plan.NhiemVu{Given: true, At: at, Bang: plan.Van{Given: true, At: at, Doan: slices.Clone(rows)}}
		rest := slices.Clone(v.Doan[:from])
		if to < len(v.Doan) {
			rest = append(append(rest, plan.Doan{Loai: plan.Cho, ChoTen: "nhiem_vu", Chu: plan.Chu{At: at}}), v.Doan[to:]...)
		}
		v.Doan, v.Given = rest, len(rest) > 0
		return v, out, true
	}
	return v, plan.NhiemVu{}, false
}

// isTaskTable looks at the head of a table: the first row of more than one cell.
func isTaskTable(rows []plan.Doan, heads map[string]string, loosely bool) bool {
	for _, d := range rows {
		if d.Rong || len(d.O) < 2 {
			continue
		}
		keys := map[string]bool{}
		for _, o := range d.O {
			keys[heads[strings.ToLower(squeeze(o.Plain()))]] = true
		}
		return keys["viec"] && keys["thoi_han"] && (keys["chu_tri"] || loosely)
	}
	return false
}

// PhaseWords is how a form words a đợt: see standard.DotWords.
type PhaseWords struct {
	Range, From, Until         string
	Theme                      string
	Anniversaries, Anniversary string
	Between                    string
}

// Phases takes a chain of đợt out of the running text of a part, where their
// lines read as the form words them: "Đợt 1: Từ 01/01/2027 đến 30/6/2027, với
// chủ đề “…”." What stands below a đợt goes with it; {dot} stays at its place.
// A part with a đợt in other words stays as it is.
func Phases(m plan.Muc, words PhaseWords) (plan.Muc, bool) {
	patterns := phasePatterns(words)
	ds := m.NoiDung.Doan
	from := slices.IndexFunc(ds, func(d plan.Doan) bool { _, ok := patterns.phase(d); return ok })
	stray := slices.ContainsFunc(ds, func(d plan.Doan) bool { _, ok := patterns.phase(d); return !ok && namesPhase(d) })
	if from < 0 || len(m.Dot) > 0 || stray {
		return m, false
	}
	first := ds[from]
	var dots []plan.Dot
	end := from // behind the last đợt and what is below it
	for i := from; i < len(ds); i++ {
		d := ds[i]
		dot, ok := patterns.phase(d)
		switch {
		case ok && d.Dau == first.Dau:
			if n := len(dots); n > 0 {
				below(&dots[n-1], ds[end:i])
			}
			dots, end = append(dots, dot), i+1
		case d.Loai != plan.DoanVan && d.Loai != plan.GhiChu || d.Dau != plan.KhongDau && d.Dau <= max(first.Dau, plan.DauKhoan3):
			i = len(ds) // a heading or a table ends the chain
		}
	}
	tail := end
	for tail < len(ds) && ds[tail].Loai == plan.DoanVan && ds[tail].Dau > max(first.Dau, plan.DauKhoan3) {
		tail++
	}
	below(&dots[len(dots)-1], ds[end:tail])
	place := plan.Doan{Loai: plan.Cho, ChoTen: "dot", Dau: first.Dau, Nhan: first.Nhan, Chu: plan.Chu{At: first.Chu.At}}
	m.NoiDung.Doan = slices.Concat(ds[:from], []plan.Doan{place}, ds[tail:])
	m.Dot = dots
	m.ThuTu = append(slices.Clone(m.ThuTu), "dot")
	return m, true
}

func below(dot *plan.Dot, ds []plan.Doan) {
	if len(ds) > 0 {
		dot.NoiDung.Given = true
		dot.NoiDung.Doan = append(dot.NoiDung.Doan, ds...)
	}
}

type phaseReader struct {
	heads       []*regexp.Regexp
	anniversary *regexp.Regexp
	before      string // what stands before and behind the anniversaries
	behind      string
	between     string
}

// phasePatterns turns the words of a form round. The words of a theme and of
// anniversaries may be missing in a line.
func phasePatterns(w PhaseWords) phaseReader {
	r := phaseReader{between: w.Between}
	theme := ""
	if w.Theme != "" {
		theme = "(?:" + inverse(w.Theme) + ")?"
	}
	for _, words := range []string{w.Range, w.From, w.Until} {
		if words != "" {
			r.heads = append(r.heads, regexp.MustCompile(`^`+inverse(words)+theme+`(?:([.;])(?:\s(.*))?)?$`))
		}
	}
	r.before, r.behind, _ = strings.Cut(w.Anniversaries, "{ky_niem}")
	r.before = strings.TrimLeft(r.before, " ")
	r.anniversary = regexp.MustCompile(`^` + inverse(w.Anniversary) + `$`)
	return r
}

var wordHole = regexp.MustCompile(`\\\{([a-z_]+)\\\}`)

// inverse makes a pattern of words with holes: each hole a group of its name.
func inverse(words string) string {
	s := regexp.QuoteMeta(strings.ReplaceAll(words, "*", ""))
	return wordHole.ReplaceAllStringFunc(s, func(h string) string {
		name := wordHole.FindStringSubmatch(h)[1]
		switch name {
		case "tu", "den":
			return `(?P<` + name + `>` + dayInWords + `)`
		case "goc", "nay":
			return `(?P<` + name + `>\d{1,2}/\d{1,2}/\d{4})`
		}
		return `(?P<` + name + `>.+?)`
	})
}

// dayInWords is a day, a month, a year, or an event in words.
const dayInWords = `\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}/\d{4}|năm \d{4}|[^,.;]{1,80}?`

// phase reads the line of a đợt. Its looks are those that the form gives: a
// line with others, or with a footnote, stays as it is.
func (r phaseReader) phase(d plan.Doan) (plan.Dot, bool) {
	s := d.Chu.Plain()
	if !namesPhase(d) || slices.ContainsFunc(d.Chu.Runs, func(r plan.Run) bool { return r.Note != "" || r.Bold || r.Shift != 0 }) {
		return plan.Dot{}, false
	}
	for _, head := range r.heads {
		m := head.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		dot := plan.Dot{At: d.Chu.At}
		for i, name := range head.SubexpNames() {
			text := chuAt(m[i], d.Chu.At)
			switch {
			case name == "" || m[i] == "":
			case name == "ten":
				dot.Ten = text
			case name == "chu_de":
				dot.ChuDe = text
			case name == "tu":
				dot.Tu = phaseDay(m[i], text)
			case name == "den":
				dot.Den = phaseDay(m[i], text)
			}
		}
		r.rest(&dot, m[len(m)-1], d)
		return dot, true
	}
	return plan.Dot{}, false
}

// namesPhase tells whether a paragraph begins with the name of a đợt.
func namesPhase(d plan.Doan) bool {
	return d.Loai == plan.DoanVan && strings.HasPrefix(strings.ToLower(d.Chu.Plain()), "đợt ")
}

func phaseDay(s string, at plan.Chu) plan.Ngay {
	n, isDay := plan.ParseNgay(strings.TrimPrefix(strings.TrimPrefix(s, "tháng "), "năm "))
	if !isDay {
		n = plan.Ngay{Text: s}
	}
	n.Given, n.At = true, at.At
	return n
}

// rest reads what stands behind the first sentence of a đợt: anniversaries that
// are computed, then text.
func (r phaseReader) rest(dot *plan.Dot, s string, d plan.Doan) {
	if list, after, ok := r.anniversaries(s); ok {
		dot.KyNiem = plan.Dong{Given: true, At: d.Chu.At, List: true}
		for _, item := range list {
			dot.KyNiem.Items = append(dot.KyNiem.Items, chuAt(item, d.Chu.At))
		}
		s = after
	}
	if s = strings.TrimSpace(s); s != "" {
		dot.NoiDung = plan.Van{Given: true, At: d.Chu.At, Doan: []plan.Doan{{Chu: chuAt(s, d.Chu.At)}}}
	}
}

// anniversaries reads "kỷ niệm 97 năm Ngày … (03/02/1930 - 03/02/2027); …" as
// base days and events.
func (r phaseReader) anniversaries(s string) (list []string, after string, ok bool) {
	s, ok = strings.CutPrefix(s, r.before)
	if !ok || r.before == "" {
		return nil, "", false
	}
	all, after, ok := strings.Cut(s, r.behind)
	if !ok || r.behind == "" {
		return nil, "", false
	}
	for _, item := range strings.Split(all, r.between) {
		m := r.anniversary.FindStringSubmatch(item)
		if m == nil {
			return nil, "", false
		}
		group := func(name string) string { return m[r.anniversary.SubexpIndex(name)] }
		list = append(list, group("goc")+" "+group("su_kien"))
	}
	return list, after, true
}
