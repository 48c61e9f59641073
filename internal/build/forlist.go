package build

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fill"
)

// onPages takes a plan whose form is known to pages: one for many units with its
// holes as they stand, and one finding that tells of them. As an error this
// leaves no pages.
func (o *Office) onPages(paper *Paper, in Input, holes diag.Severity) {
	whole := paper.Plan
	shown, asks, at := fill.Shown(whole)
	paper.Plan = shown
	o.finish(paper, in)
	paper.Plan = whole
	if len(asks) == 0 {
		return
	}
	paper.forList = true
	paper.Findings = append(paper.Findings, forList(asks, at, holes))
	if holes == diag.Error {
		paper.Doc, paper.Pages, paper.Figures = nil, nil, nil
	}
}

const maxAsked = 8 // names in a finding

func forList(asks []string, at diag.Place, severity diag.Severity) diag.Finding {
	names := strings.Join(asks, ", ")
	if len(asks) > maxAsked {
		names = strings.Join(asks[:maxAsked], ", ") + " …"
	}
	return diag.New("HOLE-OPEN", severity, "compose", at,
		diag.M("kế hoạch này dành cho nhiều đơn vị: %s lấy từ danh sách đơn vị", "this plan is for many units: %s are taken from a list of units", names),
		diag.M("làm cho từng đơn vị: kehoach batch KẾ-HOẠCH.yaml --list DANH-SÁCH.xlsx -o THƯ-MỤC; chỉ làm một bản thì thay {…} bằng chữ, muốn in dấu ngoặc thì viết \\{…\\}",
			"make a paper for each unit: kehoach batch PLAN.yaml --list UNITS.xlsx -o DIR; for a single paper write text in the place of {…}, or \\{…\\} to print the braces").
			OnPage(diag.M("làm cho từng đơn vị ở trang Nhiều đơn vị; chỉ làm một bản thì thay {…} bằng chữ, muốn in dấu ngoặc thì viết \\{…\\}",
				"make a paper for each unit under “Many units”; for a single paper write text in the place of {…}, or \\{…\\} to print the braces")))
}
