package build

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
)

// A tally is a line of the table of precision and recall.
type tally struct {
	want, got, apart       int // rows; apart: no finding serves two of them
	all, right, wrong, new int // findings; new: nobody has judged them
}

func (a *tally) add(b tally) {
	a.want, a.got, a.apart = a.want+b.want, a.got+b.got, a.apart+b.apart
	a.all, a.right, a.wrong, a.new = a.all+b.all, a.right+b.right, a.wrong+b.wrong, a.new+b.new
}

func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d %%", 100*part/whole)
}

func (a *tally) line(name string) string {
	return fmt.Sprintf("| %s | %d | %d | %d | %s | %d | %d | %d | %s | %d |\n", name, a.want, a.got, a.apart, percent(a.got, a.want),
		a.all, a.right, a.wrong, percent(a.right, a.right+a.wrong), a.new)
}

// catalogue is every code that a form knows.
func catalogue(o *Office) map[string]bool {
	out := map[string]bool{}
	for _, id := range o.Forms.IDs() {
		st, _ := o.Forms.Get(id)
		for code := range st.Checks {
			out[code] = true
		}
	}
	return out
}

// precision prints the table, and what no row asks for and nobody has judged.
func precision(t *testing.T, codes map[string]bool, rows []wanted, found map[string][]diag.Finding) {
	t.Helper()
	group := map[string]string{}
	for _, r := range check.Rules() {
		group[r.Code] = r.Group
	}
	groupOf := func(codes ...string) string {
		for _, c := range codes {
			if g := group[c]; g != "" {
				return g
			}
		}
		return "?"
	}
	of := map[string]*tally{}
	at := func(g string) *tally {
		if of[g] == nil {
			of[g] = &tally{}
		}
		return of[g]
	}
	served := matched(rows)
	for i, w := range rows {
		if w.mechanical() {
			a := at(groupOf(w.codes...))
			a.want++
			a.got += min(len(w.by), 1)
			a.apart += served[i]
		}
	}
	verdicts := judgements(t)
	var open strings.Builder
	for _, text := range slices.Sorted(maps.Keys(found)) {
		for k, f := range found[text] {
			if !codes[f.Code] || !f.Judged {
				continue
			}
			a := at(groupOf(f.Code))
			a.all++
			switch verdict := verdicts.of(text, f, asked(rows, text, k)); verdict {
			case "dung":
				a.right++
			case "sai":
				a.wrong++
			default:
				a.new++
				fmt.Fprintf(&open, "%s,%d,%d,%s,?,  %s\n", text, f.At.Line, f.At.Column, f.Code, f.Severity)
				if *tellMessages {
					fmt.Fprintf(&open, "    %s\n", f.Message.Vi)
				}
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(verdicts)) {
		if !verdicts[key].used {
			t.Errorf("phat-hien-them.csv: nothing is found at %s", key)
		}
	}
	sum := &tally{}
	out := "| Nhóm | Cần | Thấy | Thấy riêng | Độ phủ | Phát hiện | Đúng | Sai | Độ đúng | Chưa xét |\n|---|---|---|---|---|---|---|---|---|---|\n"
	names := check.GroupNames()
	for _, g := range names {
		if a := of[g.ID]; a != nil {
			out += a.line(g.Name.Vi)
			sum.add(*a)
		}
	}
	if a := of["?"]; a != nil {
		out += a.line("không có quy tắc")
		sum.add(*a)
	}
	t.Log("\n" + out + sum.line("**cả thảy**"))
	if open.Len() > 0 {
		t.Log("findings that no row asks for and nobody has judged, as lines of phat-hien-them.csv:\n" + open.String())
	}
}

// asked tells whether a row asks for a finding.
func asked(rows []wanted, text string, k int) bool {
	return slices.ContainsFunc(rows, func(w wanted) bool { return w.text == text && slices.Contains(w.by, k) })
}

// A judgement is a line of phat-hien-them.csv.
type judgement struct {
	verdict string
	used    bool
}

type judged map[string]*judgement

// judgements reads phat-hien-them.csv.
func judgements(t *testing.T) judged {
	t.Helper()
	out := judged{}
	for _, r := range table(t, "phat-hien-them.csv", "van_ban,dong,cot,ma,phan_xet,ghi_chu") {
		if r[4] != "dung" && r[4] != "sai" {
			t.Errorf("phat-hien-them.csv: verdict %q of %s", r[4], r[0])
		}
		out[strings.Join(r[:4], ",")] = &judgement{verdict: r[4]}
	}
	return out
}

// of judges a finding: by its column before all, then by the rows, then by its
// line.
func (j judged) of(text string, f diag.Finding, asked bool) string {
	if v := j[fmt.Sprintf("%s,%d,%d,%s", text, f.At.Line, f.At.Column, f.Code)]; v != nil {
		v.used = true
		return v.verdict
	}
	if asked {
		return "dung"
	}
	if v := j[fmt.Sprintf("%s,%d,,%s", text, f.At.Line, f.Code)]; v != nil {
		v.used = true
		return v.verdict
	}
	return ""
}

// matched gives rows findings of their own, as many rows as can be: 1 for a row
// that has one. It is the stricter count, because a finding of one code on a
// line may be another than the one that a row means.
func matched(rows []wanted) []int {
	out := make([]int, len(rows))
	taken := map[string]int{}
	var place func(i int, seen map[string]bool) bool
	place = func(i int, seen map[string]bool) bool {
		for _, k := range rows[i].by {
			key := rows[i].text + strconv.Itoa(k)
			if seen[key] {
				continue
			}
			seen[key] = true
			if other, is := taken[key]; !is || place(other, seen) {
				taken[key] = i
				return true
			}
		}
		return false
	}
	for i := range rows {
		if place(i, map[string]bool{}) {
			out[i] = 1
		}
	}
	return out
}

// TestCountsOfPrecision: rows share findings or have their own, and a judgement
// of a column goes before a row, that of a line behind it.
func TestCountsOfPrecision(t *testing.T) {
	rows := []wanted{{by: []int{3, 4}}, {by: []int{3}}, {by: []int{4}}, {}, {text: "x", by: []int{3}}}
	if got, want := matched(rows), []int{1, 1, 0, 0, 1}; !slices.Equal(got, want) {
		t.Errorf("rows with a finding of their own: %v, want %v", got, want)
	}
	j := judged{"000,7,5,TYPO": {verdict: "sai"}, "000,7,,TYPO": {verdict: "dung"}}
	for _, c := range []struct {
		line, column int
		asked        bool
		want         string
	}{{7, 5, true, "sai"}, {7, 6, true, "dung"}, {7, 6, false, "dung"}, {8, 5, true, "dung"}, {8, 5, false, ""}} {
		f := diag.Finding{Code: "TYPO", At: diag.Place{Line: c.line, Column: c.column}}
		if got := j.of("000", f, c.asked); got != c.want {
			t.Errorf("line %d, column %d, asked %v: %q, want %q", c.line, c.column, c.asked, got, c.want)
		}
	}
	if got := percent(9, 10) + percent(0, 0); got != "90 %–" {
		t.Errorf("percent gives %q", got)
	}
}
