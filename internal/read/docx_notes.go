package read

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// docxNotes gives the texts of the footnotes. They are called where a plan can
// call them: in căn cứ and running text. In a table or at head and foot the mark
// becomes "(*)" and the text a paragraph: below the table, else at the end. A
// footnote that is called nowhere stands at the end too.
func (t *docxReader) docxNotes() {
	n := noter{t: t, called: map[string]bool{}}
	p := t.plan
	for i := range p.CanCu.Items {
		n.call(p.CanCu.Items[i].Runs)
	}
	n.text(&p.MoDau)
	for i := range p.Muc {
		n.call(p.Muc[i].TieuDe.Runs)
		n.text(&p.Muc[i].MucDich)
		n.text(&p.Muc[i].YeuCau)
		n.text(&p.Muc[i].NoiDung)
	}
	for i := range p.PhuLuc {
		n.text(&p.PhuLuc[i].NoiDung)
	}
	for i := range t.leftover {
		n.call(t.leftover[i].Chu.Runs)
	}
	end := n.elsewhere()
	for i := range t.doc.Notes {
		if key := strconv.Itoa(i + 1); !n.called[key] {
			if text := t.noteText(key); !text.Blank() {
				end = append(end, plan.Doan{Chu: text})
				t.tellUnplaced(text.Plain(), text.At)
			}
		}
	}
	t.leftover = append(t.leftover, end...)
}

// noter gathers the footnotes that are called.
type noter struct {
	t      *docxReader
	called map[string]bool
	stars  int // of the last mark in a table
}

// call gives the footnotes of a text theirs.
func (n *noter) call(runs []plan.Run) {
	for _, r := range runs {
		if r.Note != "" && !n.called[r.Note] {
			n.called[r.Note] = true
			text := n.t.noteText(r.Note)
			n.t.plan.ChuThich = append(n.t.plan.ChuThich, plan.MaChu{Ma: r.Note, Chu: text, At: text.At})
		}
	}
}

// text reads running text; footnotes of a table become paragraphs below it.
func (n *noter) text(v *plan.Van) {
	var out, below []plan.Doan
	for _, d := range v.Doan {
		if d.Loai != plan.Hang {
			out = append(out, below...)
			below = nil
			n.call(d.Chu.Runs)
		}
		for i := range d.O {
			var texts []plan.Doan
			d.O[i].Runs, texts = n.starred(d.O[i].Runs)
			below = append(below, texts...)
		}
		out = append(out, d)
	}
	v.Doan = append(out, below...)
}

// starred turns the marks of footnotes in a text into stars, and gives the
// footnotes as paragraphs behind their stars.
func (n *noter) starred(runs []plan.Run) ([]plan.Run, []plan.Doan) {
	var below []plan.Doan
	var out []plan.Run
	for _, r := range runs {
		if r.Note == "" {
			out = append(out, r)
			continue
		}
		n.stars++
		sign := "(" + strings.Repeat("*", n.stars) + ")"
		out = append(out, plan.Run{Text: " " + sign})
		if n.called[r.Note] {
			continue
		}
		n.called[r.Note] = true
		text := n.t.noteText(r.Note)
		text.Runs = append([]plan.Run{{Text: sign + " "}}, text.Runs...)
		below = append(below, plan.Doan{Chu: text})
		n.t.findings = append(n.t.findings, note("DOCX-NOTE", text.At, diag.M("chú thích gọi ở chỗ không có chú thích cuối trang (bảng, phần đầu, phần cuối): thành dấu %s và một đoạn chữ", "a footnote is called where none can stand (a table, the head or the foot): it became the mark %s and a paragraph", sign),
			diag.M("chuyển đoạn này tới chỗ phù hợp", "move the paragraph to where it belongs")))
	}
	return plan.MergeRuns(out), below
}

// elsewhere finds the marks that are left, at head and foot, and gives their
// footnotes as paragraphs.
func (n *noter) elsewhere() []plan.Doan {
	var out []plan.Doan
	p := n.t.plan
	lines := func(d *plan.Dong) {
		for i := range d.Items {
			var below []plan.Doan
			d.Items[i].Runs, below = n.starred(d.Items[i].Runs)
			out = append(out, below...)
		}
	}
	one := func(c *plan.Chu) {
		var below []plan.Doan
		c.Runs, below = n.starred(c.Runs)
		out = append(out, below...)
	}
	lines(&p.CoQuanChuQuan)
	lines(&p.CoQuan)
	lines(&p.TrichYeu)
	one(&p.PhuDe)
	lines(&p.NoiNhan)
	one(&p.Luu)
	for i := range p.NguoiKy {
		lines(&p.NguoiKy[i].ChucVu)
		one(&p.NguoiKy[i].HoTen)
	}
	for i := range p.PhuLuc {
		lines(&p.PhuLuc[i].TieuDe)
		one(&p.PhuLuc[i].PhuDe)
		one(&p.PhuLuc[i].KemTheo)
	}
	return out
}

// noteText is the text of a footnote: its paragraphs, joined.
func (t *docxReader) noteText(key string) plan.Chu {
	i, _ := strconv.Atoi(key)
	out := plan.Chu{Given: true}
	if i < 1 || i > len(t.doc.Notes) {
		return out
	}
	for k, p := range t.doc.Notes[i-1].Text {
		if k == 0 {
			out.At = p.At
		} else {
			out.Runs = append(out.Runs, plan.Run{Text: " "})
		}
		out.Runs = append(out.Runs, t.keptRuns(tline{para: p}, numbered(p))...)
	}
	out.Runs = plan.MergeRuns(out.Runs)
	return out
}
