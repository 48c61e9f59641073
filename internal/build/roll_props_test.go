package build

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/roll"
)

// rollSource is a plan file and the first and last year of its time, told here
// and not by the code under test.
type rollSource struct {
	name        string
	text        string
	first, last int
}

// rollSources are the old plans of the pairs, and the samples.
func rollSources(t *testing.T) []rollSource {
	t.Helper()
	var out []rollSource
	span := map[string][2]int{
		"truong-nam-hoc": {2026, 2027}, "nam-nam": {2021, 2025}, "ubnd-bang-viec": {2027, 2027}, "nam-nhuan": {2028, 2028},
		"cong-doan-tinh-2026-2030": {2026, 2030}, "truong-tieu-hoc-2027": {2026, 2027}, "lien-doan-quan-2024": {2024, 2024}, "hai-khoi-thi-dua": {2023, 2023},
	}
	add := func(name, text string, year int) {
		s, ok := span[name]
		if !ok {
			s = [2]int{year, year}
		}
		out = append(out, rollSource{name, text, s[0], s[1]})
	}
	for _, c := range rollCases(t) {
		add(strings.TrimSuffix(filepath.Base(c.name), ".txtar"), c.old, 2026)
	}
	for name, in := range cleanPlans(t) {
		add(strings.TrimSuffix(name, ".yaml"), string(in.Data), 2027)
	}
	return out
}

// realSources are the real plans beside the repository, as plan files.
func realSources(t *testing.T, o *Office) []rollSource {
	t.Helper()
	dir := os.Getenv("KEHOACH_TEXTS")
	files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	var out []rollSource
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil || dir == "" {
			continue
		}
		imported := o.Import(Input{Name: f, Data: data}, ImportOptions{})
		text, found := imported.Data, imported.Findings
		title := regexp.MustCompile(`(?s)trich_yeu:.*?\n[a-z]`).FindString(string(text))
		years := regexp.MustCompile(`năm (20\d\d)|(20\d\d) – (20\d\d)`).FindStringSubmatch(title)
		if diag.HasErrors(found) || years == nil {
			continue
		}
		first, _ := strconv.Atoi(years[1] + years[2])
		last := first
		if years[3] != "" {
			last, _ = strconv.Atoi(years[3])
		}
		out = append(out, rollSource{filepath.Base(f), string(text), first, last})
	}
	return out
}

// next is the year to which a source is rolled.
func (s rollSource) next() int {
	if s.last > s.first+1 {
		return s.last + 1
	}
	return s.first + 1
}

var (
	comments  = regexp.MustCompile(`(^|\s)# .*$`)
	widths    = regexp.MustCompile(`^\s*\|-`)
	yearToken = regexp.MustCompile(`\d+`)
	timeLike  = regexp.MustCompile(`(?i)\d{1,2}/\d{1,2}/\d{4}|quý [IV]+\b|năm thứ (?:nhất|hai|ba|tư|năm|\d)|lần thứ (?:\d+|[IVX]+)|nhiệm kỳ \d{4}|Đại hội [IVX]+\b`)
)

// scanned are the pieces of a line that look like a time of the plan, found by
// regular expressions alone: four digits of its years or of those beside them,
// dates, quarters, counted years and events.
func (s rollSource) scanned(line string) []string {
	line = strings.Join(strings.Fields(line), " ")
	var out []string
	for _, m := range yearToken.FindAllStringIndex(line, -1) {
		tok := line[m[0]:m[1]]
		y, _ := strconv.Atoi(tok)
		if len(tok) != 4 || y < s.first-1 || y > s.last+1 || partOfNumber(line, m[0], m[1]) {
			continue
		}
		out = append(out, tok)
	}
	return append(out, timeLike.FindAllString(line, -1)...)
}

// goesOn tells whether a line goes on a paragraph: it is indented deeper than
// the paragraph's first line, and neither a key nor an item begins there.
func goesOn(head, above, line string) bool {
	depth := func(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }
	return depth(line) > depth(head) && !strings.HasSuffix(above, "|") && !strings.HasSuffix(above, ":") && !beginsItem.MatchString(line)
}

var beginsItem = regexp.MustCompile(`^\s*(- |[a-z_]+:|#)`)

// partOfNumber tells whether digits belong to a sum of money, a telephone
// number or a word: "2.026.000", "024 2026 1966", "TK2026".
func partOfNumber(line string, lo, hi int) bool {
	return regexp.MustCompile(`(\d[., ]|\p{L})$`).MatchString(line[:lo]) || regexp.MustCompile(`^([.,]\d| \d{3,}\b)`).MatchString(line[hi:])
}

// TestRollLeavesNothingUntold: whatever looks like a time of the old plan stands
// in exactly one of the lists: on each line the lists tell it as often as it
// stands there. A scanner that knows nothing of facts finds it.
func TestRollLeavesNothingUntold(t *testing.T) {
	o := openOffice(t)
	seen := 0
	for _, s := range append(rollSources(t), realSources(t, o)...) {
		r := rolled(t, o, s.text, RollOptions{Year: s.next()})
		want, got := map[string]int{}, map[string]int{}
		whole := map[int]string{} // by the first line of each paragraph
		first := make([]int, 0, len(s.text)/40)
		lines := strings.Split(s.text, "\n")
		for i, line := range lines {
			at := i
			if i > 0 && goesOn(lines[first[i-1]], lines[i-1], line) {
				at = first[i-1]
			}
			first = append(first, at)
			if widths.MatchString(line) {
				continue
			}
			whole[at] += " " + strings.TrimSpace(strings.ReplaceAll(comments.ReplaceAllString(line, ""), "*", ""))
		}
		for at, text := range whole {
			for _, piece := range s.scanned(text) {
				seen++
				want[strconv.Itoa(at+1)+": "+piece]++
			}
		}
		for _, c := range r.Changes {
			if c.Key == "" {
				continue // what a rule alone asks repeats what a list tells
			}
			for _, piece := range s.scanned(c.Old) {
				got[strconv.Itoa(first[c.At.Line-1]+1)+": "+piece]++
			}
		}
		if !maps.Equal(want, got) {
			for _, k := range slices.Sorted(maps.Keys(want)) {
				if want[k] != got[k] {
					t.Errorf("%s:%s stands there %d times, the lists tell it %d times", s.name, k, want[k], got[k])
				}
			}
			for _, k := range slices.Sorted(maps.Keys(got)) {
				if want[k] == 0 {
					t.Errorf("%s:%s is told and does not stand there", s.name, k)
				}
			}
		}
	}
	if seen < 300 {
		t.Errorf("only %d times were looked at", seen)
	}
}

var (
	quoted = regexp.MustCompile(`“[^”]*”`)
	cited  = regexp.MustCompile(`(?:Nghị định|Quyết định|Kế hoạch|Công văn|Chỉ thị|Nghị quyết|Kết luận|Luật) (?:số:? )?[^\s,;]*/[^\s,;]*,? ngày [\d/]+(?: tháng \d+ năm \d+)?`)
	bygone = regexp.MustCompile(`(?i)(?:ngày \d+/\d+/|năm |\d+/\d+/)1[89]\d\d`)
)

// TestRollTouchesNoWordOfOthers: quotations, citations and history come out of
// the roll-over letter by letter. The plan's own number, and that of the
// decision with which it goes out, are no citations.
func TestRollTouchesNoWordOfOthers(t *testing.T) {
	o := openOffice(t)
	seen := 0
	for _, s := range append(rollSources(t), realSources(t, o)...) {
		r := rolled(t, o, s.text, RollOptions{Year: s.next()})
		now := strings.Split(string(r.Data), "\n")
		for i, line := range strings.Split(s.text, "\n") {
			if strings.Contains(line, "kem_theo:") {
				continue
			}
			for _, re := range []*regexp.Regexp{quoted, cited, bygone} {
				before, after := re.FindAllString(line, -1), re.FindAllString(now[i], -1)
				seen += len(before)
				if !slices.Equal(before, after) {
					t.Errorf("%s:%d: %q became %q", s.name, i+1, before, after)
				}
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d pieces were looked at", seen)
	}
}

// TestRollKeepsTheFile: beside the edits that are told nothing changes: lines,
// comments, blank lines, and every line of which no list says that it changed.
func TestRollKeepsTheFile(t *testing.T) {
	o := openOffice(t)
	for _, s := range rollSources(t) {
		r := rolled(t, o, s.text, RollOptions{Year: s.next()})
		changed := map[int]bool{}
		for _, c := range r.Changes {
			for _, e := range c.Edits {
				changed[e.At.Line] = true
			}
		}
		before, after := strings.Split(s.text, "\n"), strings.Split(string(r.Data), "\n")
		if len(before) != len(after) {
			t.Fatalf("%s: %d lines became %d", s.name, len(before), len(after))
		}
		for i := range before {
			if (before[i] != after[i]) != changed[i+1] {
				t.Errorf("%s:%d: %q, %q; told as changed: %v", s.name, i+1, before[i], after[i], changed[i+1])
			}
		}
	}
}

// TestRollTwice: one year and another year give the same lines as two years at
// once, where nothing was asked: what is asked waits for a person, and what was
// kept as the result of a year before is history a year later.
func TestRollTwice(t *testing.T) {
	o := openOffice(t)
	same := 0
	for _, s := range rollSources(t) {
		step := s.next() - s.first
		first := rolled(t, o, s.text, RollOptions{Year: s.first + step})
		second := rolled(t, o, string(first.Data), RollOptions{Year: s.first + 2*step})
		once := rolled(t, o, s.text, RollOptions{Year: s.first + 2*step})
		open := map[int]bool{}
		for _, r := range []*Rolled{first, second, once} {
			for _, c := range r.Changes {
				open[c.At.Line] = open[c.At.Line] || c.Kind == roll.Ask
			}
		}
		x, y := strings.Split(string(second.Data), "\n"), strings.Split(string(once.Data), "\n")
		for i := range x {
			switch {
			case x[i] == y[i]:
				same++
			case !open[i+1]:
				t.Errorf("%s:%d: twice %q, at once %q", s.name, i+1, x[i], y[i])
			}
		}
	}
	if same < 500 {
		t.Errorf("only %d lines agree", same)
	}
}

// TestRollMarks: a marked file says the same, tells every entry at its line, and
// rolls as if it had no marks.
func TestRollMarks(t *testing.T) {
	o := openOffice(t)
	for _, s := range rollSources(t) {
		plain := rolled(t, o, s.text, RollOptions{Year: s.next()})
		marked := rolled(t, o, s.text, RollOptions{Year: s.next(), Mark: true})
		if string(withoutMarks(marked.Data)) != string(plain.Data) {
			t.Errorf("%s: without its notes the marked file is another one:\n%s", s.name, marked.Data)
		}
		a, found := o.Read(Input{Name: "a.yaml", Data: plain.Data})
		b, again := o.Read(Input{Name: "a.yaml", Data: marked.Data})
		if diag.HasErrors(found) || diag.HasErrors(again) || o.meaning(a) != o.meaning(b) {
			t.Errorf("%s: the marked file says something else", s.name)
		}
		if n := strings.Count(string(marked.Data), "# ĐÃ ĐỔI: "); n == 0 || strings.Contains(string(plain.Data), "# ĐÃ ĐỔI: ") {
			t.Errorf("%s: %d notes", s.name, n)
		}
		lines := strings.Split(string(marked.Data), "\n")
		for _, c := range marked.Changes {
			if c.At.Line < 1 || c.At.Line > len(lines) || lines[c.At.Line-1] != c.At.Text {
				t.Errorf("%s: line %d of %q is not where it says", s.name, c.At.Line, c.Old)
			}
		}
	}
}

var (
	dated      = regexp.MustCompile(`(?i)(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? (?:ngày )?\(?(\d{2})/(\d{1,2})/(\d{4})`)
	celebrated = regexp.MustCompile(`(\d+) năm [^(;,]{3,}\((?:\d+/\d+/)?(\d{4}) ?- ?(?:\d+/\d+/)?(\d{4})\)`)
	dayNames   = map[string]time.Weekday{
		"chủ nhật": time.Sunday, "thứ hai": time.Monday, "thứ 2": time.Monday, "thứ ba": time.Tuesday, "thứ 3": time.Tuesday, "thứ tư": time.Wednesday, "thứ 4": time.Wednesday,
		"thứ năm": time.Thursday, "thứ 5": time.Thursday, "thứ sáu": time.Friday, "thứ 6": time.Friday, "thứ bảy": time.Saturday, "thứ 7": time.Saturday,
	}
)

// TestRollAgreesWithItself: in the new plan each weekday is that of its date by
// the calendar, each anniversary counts from its first year to its last, and
// the grounds stand letter by letter as they stood.
func TestRollAgreesWithItself(t *testing.T) {
	o := openOffice(t)
	days, years, grounds := 0, 0, 0
	for _, s := range append(rollSources(t), realSources(t, o)...) {
		text := string(rolled(t, o, s.text, RollOptions{Year: s.next()}).Data)
		for _, m := range dated.FindAllStringSubmatch(text, -1) {
			at, err := time.Parse("2/1/2006", strings.TrimPrefix(m[2], "0")+"/"+m[3]+"/"+m[4])
			if err != nil || at.Weekday() != dayNames[strings.ToLower(m[1])] {
				t.Errorf("%s: %q is a %s", s.name, m[0], at.Weekday())
			}
			days++
		}
		for _, m := range celebrated.FindAllStringSubmatch(quoted.ReplaceAllString(text, ""), -1) {
			n, _ := strconv.Atoi(m[1])
			from, _ := strconv.Atoi(m[2])
			to, _ := strconv.Atoi(m[3])
			if to-from != n {
				t.Errorf("%s: %q", s.name, m[0])
			}
			years++
		}
		for _, line := range groundsOf(s.text) {
			grounds++
			if !strings.Contains(text, "\n"+line+"\n") {
				t.Errorf("%s: the ground %q was changed", s.name, line)
			}
		}
	}
	if days < 8 || years < 12 || grounds < 20 {
		t.Errorf("only %d days, %d anniversaries, %d grounds", days, years, grounds)
	}
}

// groundsOf are the lines under the key can_cu.
func groundsOf(text string) []string {
	_, rest, ok := strings.Cut(text, "\ncan_cu:")
	if !ok {
		return nil
	}
	var out []string
	for _, line := range strings.Split(rest, "\n")[1:] {
		if !strings.HasPrefix(line, " ") {
			break
		}
		out = append(out, line)
	}
	return out
}
