package check

import (
	"strings"

	"kehoach.example/internal/diag"
)

func citeLeadRule() Rule {
	return Rule{
		Code: "CITE-LEAD", Group: GroupCite, Basis: basisBody, Fix: Asked,
		Title: diag.M("câu mở đầu đứng trong căn cứ", "the opening among the grounds"),
		Why: diag.M("Câu “… ban hành Kế hoạch như sau:” là mở đầu, không phải căn cứ: để trong can_cu thì in nghiêng và kết thúc như một căn cứ.",
			"The sentence “… ban hành Kế hoạch như sau:” is the opening and no ground: in can_cu it is printed and ended like one."),
		Bad:  Sample{Key: "can_cu", Text: "\n  - Căn cứ Luật Trẻ em;\n  - \"Ủy ban nhân dân xã ban hành Kế hoạch như sau:\""},
		Good: Sample{Key: "can_cu", Text: "\n  - Căn cứ Luật Trẻ em"},
		Run:  citeLead,
	}
}

// Leads tells whether a line typed among the grounds opens what follows.
func Leads(line string) bool {
	s := strings.ToLower(strings.TrimRight(line, " \u00a0:.;,"))
	return strings.HasSuffix(s, "như sau") || strings.HasSuffix(s, "sau đây")
}

func citeLead(p *Pass) {
	list := p.Of("can_cu")
	for i, t := range list {
		if !Leads(t.S) {
			continue
		}
		f := p.At(t, 0, len(t.S), diag.M("câu mở đầu ghi trong can_cu, trên giấy sẽ in như một căn cứ", "the opening stands in can_cu and is printed like a ground"),
			diag.M("chuyển câu này sang mo_dau", "move this sentence to mo_dau"))
		if i == len(list)-1 && !p.Plan.MoDau.Printed() && !p.Pasted {
			f.Ask = true
		}
	}
}
