package read

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// name is a line of the names of the bodies at the head.
type name struct {
	plan.Chu
	line tline
}

// splitNames tells superior body and issuing body apart: by their looks, where
// the upper lines are not bold and the lower ones are, else by their words: a
// line that begins like a body's name starts a new one, other lines continue
// the one above. Bodies in columns of their own issue together.
func (t *textReader) splitNames(lines []name) {
	if len(lines) == 0 {
		return
	}
	if t.jointNames(lines) {
		return
	}
	k := slices.IndexFunc(lines, func(n name) bool { return n.line.role == "co_quan" })
	if k < 0 {
		k = boldFrom(lines)
	}
	if k < 0 {
		k = t.lastName(lines)
		t.know("co_quan", t.namesSure(lines), diag.M("theo chữ mở đầu tên cơ quan", "by the words that names of bodies begin with"))
	} else {
		t.know("co_quan", Sure, diag.M("chữ đậm, dưới tên cơ quan cấp trên", "bold, below the superior body"))
		t.know("co_quan_chu_quan", Sure, diag.M("chữ không đậm, trên tên cơ quan ban hành", "not bold, above the issuing body"))
	}
	t.plan.CoQuan = dongOf(lines[k:])
	if k > 0 {
		t.plan.CoQuanChuQuan = dongOf(lines[:k])
	}
}

// namesSure tells how sure names are that are known by their words alone.
func (t *textReader) namesSure(lines []name) Sureness {
	if startsWith(strings.ToUpper(lines[0].Plain()), t.words.CoQuan) {
		return Likely
	}
	return Doubt
}

// boldFrom gives the first of the bold lines where the lines above are not; -1
// where looks do not tell.
func boldFrom(lines []name) int {
	k := slices.IndexFunc(lines, func(n name) bool { return n.line.bold })
	if k <= 0 || slices.ContainsFunc(lines[k:], func(n name) bool { return !n.line.bold }) {
		return -1
	}
	return k
}

// lastName gives the line at which the last of the names begins.
func (t *textReader) lastName(lines []name) int {
	last := 0
	for i, n := range lines {
		s := strings.ToUpper(n.Plain())
		if i > 0 && startsWith(s, t.words.CoQuan) && !startsWith(s, t.words.DonVi) {
			last = i
		}
	}
	return last
}

// jointNames reads bodies that stand side by side in columns of their own, or
// one below the other with a dash between them: the last name of each issues,
// what is above it is superior.
func (t *textReader) jointNames(lines []name) bool {
	var groups [][]name
	byDash := false
	for i, n := range lines {
		goesOn := i > 0 && t.joins(lines[i-1], n)
		byDash = byDash || goesOn
		if k := len(groups); k == 0 || groups[k-1][0].line.cell != n.line.cell || goesOn {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], n)
	}
	if len(groups) < 2 {
		return false
	}
	for _, g := range groups {
		if g[0].line.cell == 0 && !byDash || !startsWith(strings.ToUpper(g[0].Plain()), t.words.CoQuan) {
			return false
		}
	}
	own, upper := plan.Dong{Given: true, List: true}, plan.Dong{Given: true, List: true}
	for _, g := range groups {
		k := max(boldFrom(g), 0)
		if k == 0 {
			k = t.lastName(g)
		}
		own.Items = append(own.Items, joinNames(g[k:]))
		if k > 0 {
			upper.Items = append(upper.Items, joinNames(g[:k]))
		}
	}
	own.At = own.Items[0].At
	t.plan.CoQuan = own
	if len(upper.Items) > 0 {
		upper.At = upper.Items[0].At
		t.plan.CoQuanChuQuan = upper
	}
	t.know("co_quan", Likely, diag.M("tên các cơ quan đứng cạnh nhau, hoặc nối nhau bằng gạch", "names of bodies stand side by side, or with a dash between them"))
	return true
}

// joins tells whether a dash at the end of a name joins it to the body that
// begins with the line below: "SỞ TÀI CHÍNH -" above "SỞ NỘI VỤ".
func (t *textReader) joins(above, below name) bool {
	return jointDash.MatchString(above.Plain()) && startsWith(strings.ToUpper(below.Plain()), t.words.CoQuan)
}

var jointDash = regexp.MustCompile(`\s*[-–—]$`)

// joinNames makes one name of its lines, without the dash that joins it to another.
func joinNames(lines []name) plan.Chu {
	var parts []string
	for _, n := range lines {
		parts = append(parts, n.Plain())
	}
	return chuAt(jointDash.ReplaceAllString(strings.Join(parts, " "), ""), lines[0].At)
}

func dongOf(lines []name) plan.Dong {
	d := plan.Dong{Given: true, At: lines[0].At}
	for _, n := range lines {
		d.Items = append(d.Items, n.Chu)
	}
	return d
}
