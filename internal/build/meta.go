package build

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"kehoach.example/internal/page"
	"kehoach.example/internal/plan"
)

// metaOf tells what a document-management system asks of a paper, as it stands
// on it. A plan that is issued with another document has the words of its title
// alone: head and foot are that document's.
func metaOf(p *Paper) page.Meta {
	pl := p.Plan
	m := page.Meta{LoaiVanBan: documentKind(p), TrichYeu: oneLine(pl.TrichYeu, " ")}
	if !pl.KemTheo.Unwished() {
		return m
	}
	m.So, m.KyHieu = trimmed(pl.So), trimmed(pl.KyHieu)
	dayInto(&m, pl.Ngay)
	m.CoQuan = issuer(pl)
	for _, k := range pl.NguoiKy {
		if s := (page.Signer{ChucVu: oneLine(k.ChucVu, ", "), HoTen: trimmed(k.HoTen)}); s != (page.Signer{}) {
			m.NguoiKy = append(m.NguoiKy, s)
		}
	}
	for _, t := range pl.NoiNhan.Items {
		if s := recipient(t); s != "" {
			m.NoiNhan = append(m.NoiNhan, s)
		}
	}
	if !pl.DoKhan.Unwished() {
		m.DoKhan = trimmed(pl.DoKhan)
	}
	m.Draft = !pl.DuThao.Unwished()
	return m
}

// documentKind is the kind of document as a sentence has it: "Kế hoạch" for the
// capitals of the paper.
func documentKind(p *Paper) string {
	s := trimmed(p.Plan.TenLoai)
	if s == "" {
		s = p.Standard.Form.TenLoai
	}
	if s != strings.ToUpper(s) {
		return s
	}
	for i, r := range s {
		return string(unicode.ToUpper(r)) + strings.ToLower(s[i+len(string(r)):])
	}
	return ""
}

// issuer is the body that issues a paper: lines of one name are joined to it, and
// several bodies stand behind each other. Where a paper has but a superior body,
// that is the one.
func issuer(p *plan.Plan) string {
	for _, d := range []plan.Dong{p.CoQuan, p.CoQuanChuQuan} {
		sep := " "
		if d.List {
			sep = "; "
		}
		if s := oneLine(d, sep); s != "" {
			return s
		}
	}
	return ""
}

// dayInto tells the parts of the day that are printed, and the day where all are.
func dayInto(m *page.Meta, n plan.Ngay) {
	m.Day, m.Month, m.Year = numberIn(n.Day), numberIn(n.Month), numberIn(n.Year)
	if m.Day > 0 && m.Month > 0 && m.Year > 0 {
		m.Ngay = fmt.Sprintf("%04d-%02d-%02d", m.Year, m.Month, m.Day)
	}
}

// numberIn reads a number, 0 where there is none.
func numberIn(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// recipient is a line of nơi nhận without the signs of the list. The archive line
// is none: it stands in a key of its own.
func recipient(t plan.Chu) string {
	s := strings.TrimLeft(t.Plain(), "-–+ \u00a0")
	return strings.TrimSpace(strings.TrimRight(s, ";.,: \u00a0"))
}

// oneLine puts the lines that say something behind each other.
func oneLine(d plan.Dong, sep string) string {
	var out []string
	for _, t := range d.Items {
		if s := trimmed(t); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}

// trimmed is a text with single blanks.
func trimmed(t plan.Chu) string { return strings.Join(strings.Fields(t.Plain()), " ") }
