package check

import (
	"cmp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// Silenced is a code that somebody does not want to hear of, and why: from
// bo_qua of the plan, or from a flag.
type Silenced struct {
	Code   string
	Reason string
	At     diag.Place // where that is written
	Count  int        // how many findings it kept quiet
}

// Silences are those of a plan.
func Silences(p *plan.Plan) []Silenced {
	var out []Silenced
	for _, m := range p.BoQua {
		out = append(out, Silenced{Code: strings.ToUpper(m.Ma), Reason: strings.TrimSpace(m.Chu.Plain()), At: m.At})
	}
	return out
}

// Silence leaves out findings by their codes and counts them. Errors stay:
// a draft with an error is not done by saying why it is there. A code without a
// reason has no effect; both are told.
func Silence(quiet []Silenced, found []diag.Finding) ([]diag.Finding, []Silenced) {
	var out []diag.Finding
	on := map[string]int{} // index in done, from 1
	var done []Silenced
	for _, q := range quiet {
		if q.Reason == "" {
			out = append(out, diag.New("SILENCE-REASON", diag.Warning, GroupShape, q.At,
				diag.M("bo_qua %s không có lý do nên không có hiệu lực", "bo_qua %s has no reason and no effect", q.Code),
				diag.M("ghi lý do sau dấu hai chấm", "write the reason behind the colon")))
			continue
		}
		if on[q.Code] == 0 {
			done = append(done, q)
			on[q.Code] = len(done)
		}
	}
	loud := map[string]bool{}
	for _, f := range found {
		i := on[f.Code]
		switch {
		case i == 0:
			out = append(out, f)
			continue
		case f.Severity != diag.Error:
			done[i-1].Count++
			continue
		case !loud[f.Code]:
			loud[f.Code] = true
			q := done[i-1]
			q.At.File = cmp.Or(q.At.File, f.At.File)
			out = append(out, diag.New("SILENCE-ERROR", diag.Warning, GroupShape, q.At,
				diag.M("%s là lỗi, không bỏ qua được; chỉ bỏ qua được cảnh báo và lưu ý", "%s is an error and cannot be silenced, only warnings and notes can", q.Code),
				diag.M("sửa lỗi đó rồi bỏ dòng này", "mend the error and leave this out")))
		}
		out = append(out, f)
	}
	return out, done
}
