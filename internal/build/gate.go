package build

import (
	"maps"
	"slices"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
)

// Gate is what is known of a plan before it goes to be signed: by group, with the
// groups in which nothing was found.
type Gate struct {
	Groups   []GateGroup
	Errors   int
	Warnings int
	Silenced []check.Silenced
	Self     []diag.Msg // what only a person can judge
}

// GateGroup is what was found in a group. Fine tells that it was judged and that
// neither an error nor a warning stands in it.
type GateGroup struct {
	ID       string
	Name     diag.Msg
	Findings []diag.Finding
	Fine     bool
}

// Gate judges a plan as one that is to be signed: number and day may be blank.
// What a rule could not decide stands among what a person has to judge.
func (o *Office) Gate(in Input) *Gate {
	c := o.Check(in, CheckOptions{Stage: Signing})
	g := &Gate{Silenced: slices.DeleteFunc(slices.Clone(c.Silenced), func(s check.Silenced) bool { return s.Count == 0 })}
	by := map[string][]diag.Finding{}
	for _, f := range diag.Sort(c.Findings) {
		if !f.Judged && f.Severity == diag.Info {
			g.Self = append(g.Self, ofPlace(f))
			continue
		}
		by[f.Group] = append(by[f.Group], f)
		switch f.Severity {
		case diag.Error:
			g.Errors++
		case diag.Warning:
			g.Warnings++
		}
	}
	g.Self = append(g.Self, forPeople()...)
	judged := judgedGroups(c.Paper)
	for _, named := range Groups() {
		found := by[named.ID]
		if found == nil && !judged[named.ID] {
			continue
		}
		fine := judged[named.ID] && !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Severity != diag.Info })
		g.Groups = append(g.Groups, GateGroup{named.ID, named.Name, found, fine})
		delete(by, named.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(by)) {
		g.Groups = append(g.Groups, GateGroup{ID: id, Name: diag.M("khác", "other"), Findings: by[id]})
	}
	return g
}

// Ready tells whether nothing stands in the way of signing.
func (g *Gate) Ready() bool { return g.Errors == 0 }

// ofPlace is a finding with the line in which it stands.
func ofPlace(f diag.Finding) diag.Msg {
	if f.At.Line < 1 {
		return f.Message
	}
	line := diag.M("dòng %d: ", "line %d: ", f.At.Line)
	return diag.Msg{Vi: line.Vi + f.Message.Vi, En: line.En + f.Message.En}
}

// judgedGroups are the groups of which something can be said, for a paper as far
// as it came: one that could not be read was judged by no rule.
func judgedGroups(p *Paper) map[string]bool {
	out := map[string]bool{}
	if p == nil || p.Standard == nil {
		return out
	}
	for _, id := range []string{"read", "yaml", "form", "font"} {
		out[id] = true
	}
	for _, g := range check.GroupNames() {
		out[g.ID] = true
	}
	paged := p.Pages != nil
	for _, id := range []string{"compose", "image", "layout", check.GroupPage} {
		out[id] = paged
	}
	out["letterhead"] = paged && p.Letterhead != nil
	return out
}

// forPeople is what no program can judge.
func forPeople() []diag.Msg {
	return []diag.Msg{
		diag.M("nội dung đúng với ý kiến chỉ đạo và với việc đơn vị sẽ làm", "the content is what was decided and what will be done"),
		diag.M("họ tên, chức vụ và thẩm quyền của người ký đúng với hiện nay", "name, office and authority of the signer are those of today"),
		diag.M("các văn bản làm căn cứ còn hiệu lực", "the documents that are cited are in force"),
		diag.M("số liệu, kinh phí, thời hạn đã đối chiếu với đơn vị thực hiện", "figures, money and deadlines were compared with those who do the work"),
		diag.M("nơi nhận đủ và đúng", "the recipients are complete and right"),
	}
}
