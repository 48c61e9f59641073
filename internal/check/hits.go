package check

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// hits are the places of one thing in a document, told in one finding.
type hits struct {
	t      *fact.Text // the first
	lo, hi int
	n      int
	texts  []*fact.Text // the first few, and where in them
	at     []int
}

const (
	maxTold = 6  // lines that a finding names
	maxKept = 24 // places that are kept to find so many lines
)

// add keeps a place; its line is looked up only if it is told.
func (h *hits) add(t *fact.Text, lo, hi int) {
	if h.n == 0 {
		h.t, h.lo, h.hi = t, lo, hi
	}
	if h.n++; h.n <= maxKept {
		h.texts, h.at = append(h.texts, t), append(h.at, lo)
	}
}

// where names the lines: "3, 7, 9".
func (h *hits) where() string {
	var out []string
	for i, t := range h.texts {
		line := strconv.Itoa(t.Place(h.at[i], h.at[i]+1).Line)
		if slices.Contains(out, line) {
			continue
		}
		if len(out) == maxTold {
			out = append(out, "…")
			break
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}

// times tells how often and where, for the end of a message: nothing where it
// is once.
func (h *hits) times() diag.Msg {
	if h.n < 2 {
		return diag.Msg{}
	}
	return diag.M(" (%d lần, dòng %s)", " (%d times, lines %s)", h.n, h.where())
}

// told puts counted places behind a message.
func told(m, more diag.Msg) diag.Msg { return diag.Msg{Vi: m.Vi + more.Vi, En: m.En + more.En} }

// named are keys that hold names, which no rule of spelling judges.
func named(t *fact.Text) bool {
	switch t.Key {
	case "co_quan", "co_quan_chu_quan", "dia_danh", "ho_ten", "chuc_vu":
		return true
	}
	return false
}

// holed tells whether a text has places that a list fills in, or notes, so
// that what stands beside them is not known.
func holed(t *fact.Text) bool {
	return slices.ContainsFunc(t.Chu.Runs, func(r plan.Run) bool { return r.Hole != "" })
}

// tabular tells whether a paragraph is a row of a pasted table, whose cells run
// together: what stands beside a word belongs to another cell.
func tabular(t *fact.Text) bool {
	line := strings.TrimSpace(t.Chu.At.Text)
	return t.Doan != nil && !t.Cell && (strings.Contains(line, "\t") || strings.Count(line, "   ") > 1)
}

// inCaps tells whether a text of several words is in capitals, as headings are.
func inCaps(t *fact.Text) bool {
	n := 0
	for _, tok := range t.Tokens {
		if tok.Kind != fact.Word {
			continue
		}
		if !tok.Caps() {
			return false
		}
		n++
	}
	return n > 1
}

// functionWord tells whether a word in small letters joins others and is no
// part of a compound: what stands beside it is whole.
func functionWord(s string) bool {
	switch s {
	case "và", "của", "các", "những", "với", "cho", "để", "đã", "sẽ", "đang", "là", "mà", "thì", "vì", "nếu", "hoặc", "hay",
		"trong", "ngoài", "trên", "dưới", "tại", "từ", "đến", "theo", "về", "do", "bằng", "bị", "được", "có", "không", "cùng",
		"qua", "khi", "như", "nên", "rất", "cũng", "đều", "vẫn", "phải", "cần", "nhằm", "gồm", "mỗi", "mọi", "một", "này", "đó",
		"từng", "ở", "vào", "ra", "lên", "nhưng", "còn", "chưa", "chỉ", "nhất", "hơn", "đối":
		return true
	}
	return false
}
