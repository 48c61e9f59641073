package check

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

func totalRules() []Rule {
	return []Rule{{
		Code: "TASK-TOTAL", Group: GroupLogic, Basis: "số học", Fix: Never,
		Title: diag.M("hàng tổng cộng không bằng tổng các hàng", "a total that is not the sum of its rows"),
		Why: diag.M("Sửa một số mà quên hàng cộng là lỗi dễ gặp và dễ bị hỏi lại nhất trong bảng kinh phí, chỉ tiêu.",
			"A figure is changed and the total forgotten: the fault that is found first in tables of costs and targets."),
		Bad:  Sample{Text: "| TT | Thôn | Số cây |\n| 1 | Thượng | 120 |\n| 2 | Hạ | 80 |\n| Tổng cộng | < | 210 |"},
		Good: Sample{Text: "| TT | Thôn | Số cây |\n| 1 | Thượng | 120 |\n| 2 | Hạ | 80 |\n| Tổng cộng | < | 200 |"},
		Run:  totals,
	}}
}

func totals(p *Pass) {
	visit := func(v plan.Van) {
		var rows []plan.Doan
		for _, d := range v.Doan {
			switch {
			case d.Loai == plan.GhiChu:
			case d.Loai == plan.Hang:
				rows = append(rows, d)
			default:
				p.total(rows)
				rows = nil
			}
		}
		p.total(rows)
	}
	eachVan(p.Plan, visit)
	for _, m := range p.Plan.Muc {
		visit(m.NhiemVu.Bang)
	}
	for _, a := range p.Plan.PhuLuc {
		visit(a.NhiemVu.Bang)
	}
}

// total judges a table with one row that sums up, the last or the first of its
// body. Where there are sums of groups or joined cells it does not judge.
func (p *Pass) total(rows []plan.Doan) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(d plan.Doan) bool { return d.Rong || len(d.O) < 2 })
	sums := 0
	for _, d := range rows {
		if p.sumsUp(d) {
			sums++
		}
	}
	if sums != 1 || len(rows) < 4 {
		return
	}
	sum, body := rows[len(rows)-1], rows[1:len(rows)-1]
	if p.sumsUp(rows[1]) {
		sum, body = rows[1], rows[2:]
	}
	if !p.sumsUp(sum) {
		return
	}
	for col := range sum.O {
		want, ok := number(sum.O[col])
		if !ok {
			continue
		}
		got, ok := add(body, col, len(sum.O))
		if ok && got != want {
			p.Report(sum.O[col].At, diag.M("hàng tổng ghi %s, cộng các hàng được %s", "the total says %s, the rows make %s", sum.O[col].Plain(), group(got)),
				diag.M("cột %d: xem lại các số hoặc hàng tổng", "column %d: look at the figures and the total again", col+1))
		}
	}
}

func (p *Pass) sumsUp(d plan.Doan) bool {
	for _, c := range d.O {
		if s := strings.ToLower(strings.TrimSpace(strings.TrimRight(c.Plain(), ": "))); s != "" {
			return slices.Contains(p.Standard.Form.Table.Total, s)
		}
	}
	return false
}

// add sums a column in which each row has a plain number.
func add(body []plan.Doan, col, columns int) (int, bool) {
	sum := 0
	for _, d := range body {
		if len(d.O) != columns {
			return 0, false
		}
		n, ok := number(d.O[col])
		if !ok {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

// number reads "1.250.000" and "80". Fractions and units are not judged.
func number(c plan.Chu) (int, bool) {
	s := strings.TrimSpace(c.Plain())
	if c.Gop != "" || s == "" {
		return 0, false
	}
	if whole := strings.Split(s, "."); len(whole) > 1 {
		for _, g := range whole[1:] {
			if len(g) != 3 {
				return 0, false
			}
		}
		s = strings.Join(whole, "")
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

// group writes a number with dots between thousands.
func group(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}
