package check

import (
	"strings"

	"kehoach.example/internal/diag"
)

// wholeNumber takes "Số: 15/KH-UBND" apart: the word before, the number, the symbol.
var wholeNumber = re(`^((?:[Ss]ố|SỐ)\s*[:.]?\s*)?([^/\-–]*?)\s*(?:[/\-–]\s*(\S*\pL.*))?$`)

// numWhole tells of a number with what the form prints beside it. Where the
// symbol is the plan's own, nothing is lost by keeping the number alone.
func numWhole(p *Pass) {
	so := strings.TrimSpace(p.Plan.So.Plain())
	m := wholeNumber.FindStringSubmatch(so)
	if m == nil || m[1] == "" && m[3] == "" {
		return
	}
	hint := diag.M("chỉ ghi phần số: %s", "write the number alone: %s", m[2])
	if m[2] == "" {
		hint = diag.M("chưa có số thì để trống", "leave it blank where there is no number yet")
	}
	agrees := m[3] == "" || joined(m[3]) == joined(p.Plan.KyHieu.Plain())
	if !agrees {
		hint = diag.M("so chỉ ghi phần số; ký hiệu %s thì ghi ở ky_hieu", "so holds the number alone; write the symbol %s to ky_hieu", m[3])
	}
	line, from := valueOf(p.Plan.So)
	i := strings.Index(line[from:], so)
	at := p.placeOr(true, p.Plan.So.At)
	if i >= 0 {
		at = span(p.Plan.So.At, line, from+i, from+i+len(so))
	}
	f := p.Report(at, diag.M("số ghi cả %s: %q", "the number holds %s: %q", surplus(m), so), hint)
	if i >= 0 && agrees && !p.Plan.So.Holed() {
		f.Fix = m[2]
	}
}

// surplus names what stands beside the number.
func surplus(m []string) string {
	switch {
	case m[3] == "":
		return "“Số:”"
	case m[1] == "":
		return "“" + m[3] + "”"
	}
	return "“Số:”, “" + m[3] + "”"
}

// joined brings a symbol to what is compared.
func joined(symbol string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "–", "-").Replace(symbol))
}
