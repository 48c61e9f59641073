package check

import (
	"slices"
	"sync"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// Fix tells what may be done with a finding of a rule.
type Fix string

// The classes of mending. A safe one changes neither words nor meaning, and
// `check --fix` applies it; an asked one changes other lines too and is made
// for somebody who asks for it; a suggested one is shown; where a person must
// decide (names, numbers in citations, quotations) nothing is proposed.
const (
	Never     Fix = "never"
	Suggested Fix = "suggested"
	Asked     Fix = "asked"
	Safe      Fix = "safe"
)

// Rule is one check.
type Rule struct {
	Code  string
	Group string // of groups, below
	Title diag.Msg
	Why   diag.Msg // the reason, for `kehoach explain`
	Basis string   // clause of the law, or what else it rests on

	// A document is judged by the rules of its day: From is the first day on
	// which the rule holds, Until the first on which it no longer does.
	From, Until fact.Date

	// OfPlans rules ask for what a plan must have, and say nothing of a text
	// that is none.
	OfPlans bool

	Fix  Fix
	Bad  Sample
	Good Sample
	Run  func(*Pass)
}

// Sample is a piece of a plan. Key "" is text that is put into the running text
// of a plan, a paragraph a line; else it is the value of a key of the plan file,
// written as in the file, "-" for a plan without that key.
type Sample struct {
	Key  string
	Text string
	// With are further keys that must stand so beside it.
	With []Sample
}

// The groups of rules, in the order of the summary.
const (
	GroupNumber  = "so"
	GroupDate    = "ngay"
	GroupPlace   = "dia-danh"
	GroupCite    = "can-cu"
	GroupPhase   = "dot"
	GroupAnniv   = "ky-niem"
	GroupUnit    = "don-vi"
	GroupAbbr    = "viet-tat"
	GroupTyping  = "go-chu"
	GroupCapital = "viet-hoa"
	GroupShape   = "bo-cuc"
	GroupLogic   = "logic"
	GroupNoiNhan = "noi-nhan"
	GroupSign    = "ky"
	GroupPage    = "trang"
)

// GroupNames are the groups and what they are called, in order.
func GroupNames() []struct {
	ID   string
	Name diag.Msg
} {
	type g = struct {
		ID   string
		Name diag.Msg
	}
	return []g{
		{GroupNumber, diag.M("số, ký hiệu", "number and symbol")},
		{GroupDate, diag.M("ngày tháng", "dates")},
		{GroupPlace, diag.M("địa danh", "place")},
		{GroupCite, diag.M("căn cứ, viện dẫn", "citations")},
		{GroupPhase, diag.M("đợt, thời hạn", "phases and deadlines")},
		{GroupAnniv, diag.M("kỷ niệm", "anniversaries")},
		{GroupUnit, diag.M("tên đơn vị", "names of units")},
		{GroupAbbr, diag.M("viết tắt", "abbreviations")},
		{GroupTyping, diag.M("gõ chữ", "typing")},
		{GroupCapital, diag.M("viết hoa", "capitals")},
		{GroupShape, diag.M("bố cục", "structure")},
		{GroupLogic, diag.M("phân công", "tasks")},
		{GroupNoiNhan, diag.M("nơi nhận", "recipients")},
		{GroupSign, diag.M("ký", "signature")},
		{GroupPage, diag.M("trang giấy", "pages")},
	}
}

// Rules lists all rules, by code.
func Rules() []Rule { return slices.Clone(catalogue()) }

// catalogue is all rules, by code, made once.
var catalogue = sync.OnceValue(func() []Rule {
	out := slices.Concat(
		numberRules(), dateRules(), yearLeftRules(), placeRules(), citeRules(), phaseRules(), annivRules(),
		unitRules(), abbrRules(), typingRules(), punctRules(), figureRules(), placeholderRules(), quoteRules(), termRules(),
		capitalRules(), isPlanRules(), shapeRules(), logicRules(), noiNhanRules(), signRules(), pageRules(),
	)
	slices.SortFunc(out, func(a, b Rule) int {
		if a.Code < b.Code {
			return -1
		}
		return 1
	})
	return out
})
