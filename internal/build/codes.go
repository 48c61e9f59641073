package build

import (
	"cmp"
	"slices"
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/sign"
	"kehoach.example/internal/under"
)

// Explained tells what a code means. Rule is set for codes of rules.
type Explained struct {
	Code  string
	Title diag.Msg
	Why   diag.Msg // the reason, or what to do
	Rule  *check.Rule
}

// meaning of a code that is no rule.
type meaning struct {
	code       string
	title, why diag.Msg
}

// meanings lists the codes that are no rules.
func meanings() []meaning {
	return slices.Concat(
		fileCodes(),
		yamlCodes(),
		planCodes(),
		pastedCodes(),
		paperCodes(),
		imageCodes(),
		formCodes(),
		dataCodes(),
		recognitionCodes(),
		wordCodes(),
		wordBodyCodes(),
		diffCodes(),
		underCodes(),
		rollCodes(),
		letterheadCodes(),
		letterheadUseCodes(),
		letterheadPDFCodes(),
		listCodes(),
		batchCodes(),
		fillCodes(),
		fieldCodes(),
		joinCodes(),
		signKeyCodes(),
		signCodes(),
		pdfCodes(),
		verifyCodes(),
	)
}

// Explain looks a code up, in capitals or not.
func (o *Office) Explain(code string) (Explained, bool) {
	code = strings.ToUpper(code)
	if r, ok := o.rules[code]; ok {
		return Explained{code, r.Title, r.Why, &r}, true
	}
	for _, m := range meanings() {
		if m.code == code {
			return Explained{Code: code, Title: m.title, Why: m.why}, true
		}
	}
	return Explained{}, false
}

// Codes lists all codes that the program can tell, sorted.
func (o *Office) Codes() []string {
	var out []string
	for code := range o.rules {
		out = append(out, code)
	}
	for _, m := range meanings() {
		if !o.isRule(m.code) {
			out = append(out, m.code)
		}
	}
	slices.Sort(out)
	return out
}

// Near gives the codes that somebody may have meant: of the fewest changed
// letters, or that begin so.
func (o *Office) Near(code string) []string {
	code = strings.ToUpper(code)
	type near struct {
		code string
		far  int
	}
	var all []near
	for _, c := range o.Codes() {
		far := distance(code, c)
		if len(code) >= 3 && strings.HasPrefix(c, code) {
			far = 1
		}
		if far <= max(1, len(code)/3) {
			all = append(all, near{c, far})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.far, b.far) })
	var out []string
	for _, n := range all[:min(len(all), 3)] {
		out = append(out, n.code)
	}
	return out
}

// distance counts the letters to change, add or take out (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		above := row[0]
		row[0] = i + 1
		for j := range len(b) {
			step := 1
			if a[i] == b[j] {
				step = 0
			}
			above, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, above+step)
		}
	}
	return row[len(b)]
}

// Rules lists the rules, by code.
func (o *Office) Rules() []check.Rule { return check.Rules() }

// Fixable tells what may be done with a finding: "safe" if Fix would do it,
// "asked" if FixOne would do it for somebody who asks, "suggested" if a person
// must agree, "" if there is nothing to put there.
func (o *Office) Fixable(f diag.Finding) string {
	switch {
	case o.safe(f):
		return string(check.Safe)
	case o.asked(f):
		return string(check.Asked)
	case f.Fix != "" && o.rules[f.Code].Fix == check.Suggested:
		return string(check.Suggested)
	}
	return ""
}

// RuleErrors gives the errors that rules found.
func (o *Office) RuleErrors(found []diag.Finding) []diag.Finding {
	var out []diag.Finding
	for _, f := range found {
		if f.Severity == diag.Error && o.isRule(f.Code) {
			out = append(out, f)
		}
	}
	return out
}

// RulesSpeak tells whether a rule found an error or a warning.
func (o *Office) RulesSpeak(found []diag.Finding) bool {
	return slices.ContainsFunc(found, func(f diag.Finding) bool {
		return f.Severity != diag.Info && o.isRule(f.Code)
	})
}

// Groups gives the name of every group of findings, in the order of a summary:
// those of reading and making first, then those of the rules.
func Groups() []struct {
	ID   string
	Name diag.Msg
} {
	type g = struct {
		ID   string
		Name diag.Msg
	}
	return append([]g{
		{"read", diag.M("đọc nguồn", "reading the source")},
		{"yaml", diag.M("tệp kế hoạch", "plan file")},
		{"form", diag.M("thể thức", "house form")},
		{"compose", diag.M("dựng văn bản", "composing")},
		{"image", diag.M("hình ảnh", "images")},
		{"layout", diag.M("dàn trang", "layout")},
		{"font", diag.M("phông chữ", "fonts")},
		{"letterhead", diag.M("giấy tiêu đề", "letterhead")},
		{sign.GroupID, diag.M("chữ ký số", "digital signatures")},
		{"fmt", diag.M("sắp lại tệp", "formatting")},
		{"sign", diag.M("ký số", "signing")},
		{"list", diag.M("danh sách đơn vị", "list of units")},
		{under.GroupID, diag.M("so với kế hoạch cấp trên", "against the superior's plan")},
	}, check.GroupNames()...)
}

// Verified gives the days on which the data of the checks were last verified,
// of the oldest and the newest file; "" where that is not known.
func (o *Office) Verified() (oldest, newest string) {
	var first, last check.Source
	for _, s := range o.data.Sources {
		if s.KiemTra.Zero() {
			continue
		}
		if first.KiemTra.Zero() || s.KiemTra.Before(first.KiemTra) {
			first = s
		}
		if last.KiemTra.Before(s.KiemTra) {
			last = s
		}
	}
	if first.KiemTra.Zero() {
		return "", ""
	}
	return first.KiemTra.String(), last.KiemTra.String()
}
