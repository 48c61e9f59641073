package letterhead

import (
	"fmt"

	"kehoach.example/internal/diag"
)

// place tells where in the letterhead the reader is.
type place struct {
	part      string // "đầu trang (header1)"; "" for the body
	para      int    // counted outside of tables
	table     int
	row, cell int // 0 outside of tables
}

func (p place) String() string {
	s := fmt.Sprintf("đoạn %d", p.para)
	if p.row > 0 {
		s = fmt.Sprintf("ô %d hàng %d của bảng %d", p.cell, p.row, p.table)
	}
	if p.para == 0 && p.row == 0 {
		s = "toàn tệp"
	}
	if p.part != "" {
		return p.part + ", " + s
	}
	return s
}

// outside collects what cannot be laid out: each kind once, with its first
// place and the number of the others.
type outside struct {
	file  string
	order []string
	first map[string]*hit
}

type hit struct {
	code       string
	at         place
	what, hint diag.Msg
	places     map[place]bool
}

// maxKinds is how many kinds of things are told of: no letterhead has more, and
// one is enough for there to be no PDF.
const maxKinds = 200

// report names one thing at a place.
func (o *outside) report(code string, at place, what, hint diag.Msg) {
	key := code + "\x00" + what.En
	if h := o.first[key]; h != nil {
		h.places[at] = true
		return
	}
	if len(o.order) == maxKinds {
		return
	}
	if o.first == nil {
		o.first = map[string]*hit{}
	}
	o.order = append(o.order, key)
	o.first[key] = &hit{code, at, what, hint, map[place]bool{at: true}}
}

// findings tells everything that lies outside.
func (o *outside) findings() []diag.Finding {
	var out []diag.Finding
	for _, key := range o.order {
		h := o.first[key]
		what := h.what
		if n := len(h.places) - 1; n > 0 {
			what.Vi += fmt.Sprintf(" (và %d chỗ khác)", n)
			what.En += fmt.Sprintf(" (and %d places more)", n)
		}
		at := diag.Place{File: o.file, Where: h.at.String()}
		out = append(out, diag.New(h.code, diag.Error, "letterhead", at, what, h.hint))
	}
	return out
}

// hint is what to do; the Word file is made all the same.
func hint(vi, en string) diag.Msg {
	return diag.Msg{Vi: vi + "; tệp DOCX vẫn được ghi, chỉ không có PDF", En: en + "; the DOCX is written all the same, only the PDF is not"}
}
