package compose

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// uncalled is the Note of a mark before the notes are numbered: its Text is
// still the key that the clerk typed.
const uncalled = -1

// markOf makes the run of a footnote's mark. It stands at the word before it,
// whether a blank was typed between them or not.
func markOf(key string, runs []doc.Run) []doc.Run {
	if n := len(runs); n > 0 {
		runs[n-1].Text = strings.TrimRight(runs[n-1].Text, " ")
	}
	return append(runs, doc.Run{Text: key, Shift: 1, Note: uncalled})
}

// notes numbers the footnotes of the whole paper in the order of their first
// marks, 1, 2, 3, whatever keys the clerk used, and gives them their texts. The
// numbers run on through all sections: a phụ lục may call a note of the plan
// again. A mark used again repeats the number and calls nothing.
func (c *composer) notes(d *doc.Document) {
	texts, numbers := map[string]plan.Chu{}, map[string]int{}
	for _, n := range c.plan.ChuThich {
		texts[n.Ma] = n.Chu
	}
	d.Walk(func(b doc.Block) {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			return
		}
		for i := range p.Runs {
			r := &p.Runs[i]
			if r.Note != uncalled {
				continue
			}
			key, again := r.Text, numbers[r.Text]
			if r.Note = 0; again == 0 {
				r.Note = len(d.Notes) + 1
				numbers[key] = r.Note
				d.Notes = append(d.Notes, c.note(r.Note, texts[key]))
			}
			r.Text = strconv.Itoa(numbers[key])
		}
	})
}

// note makes the paragraph of a footnote: its number, a blank, its text.
func (c *composer) note(number int, text plan.Chu) *doc.Paragraph {
	runs := []doc.Run{{Text: strconv.Itoa(number), Shift: 1, Note: number}, {Text: " "}}
	return c.para(doc.ChuThich, merge(append(runs, runsOf(text)...)), text.At)
}

// refuseNotes tells of marks and texts of footnotes that do not find each
// other, and of marks where no footnote can be called.
func (c *composer) refuseNotes() {
	texts := map[string]bool{}
	for _, n := range c.plan.ChuThich {
		texts[n.Ma] = true
	}
	running := sync.OnceValue(c.runningTexts)
	called := map[string]bool{}
	visitTexts(reflect.ValueOf(c.plan).Elem(), func(v any) {
		t, ok := v.(*plan.Chu)
		if !ok {
			return
		}
		for _, r := range t.Runs {
			switch {
			case r.Note == "":
				continue
			case !running()[t.At]:
				c.found("NOTE-PLACE", diag.Error, t.At,
					diag.M("[^%s] đứng ở chỗ không gọi được chú thích", "no footnote can be called by [^%s] here", r.Note),
					diag.M("chuyển dấu này vào căn cứ, mở đầu, đề mục hoặc đoạn văn ngoài bảng", "move the mark to the grounds, the opening, a heading or a paragraph outside tables"))
			case !texts[r.Note] && !called[r.Note]:
				c.found("NOTE-MISSING", diag.Error, t.At,
					diag.M("chú thích [^%s] không có lời", "the footnote [^%s] has no text", r.Note),
					diag.M("thêm dòng \"%s: lời chú thích\" dưới khóa chu_thich", "add a line \"%s: text\" under the key chu_thich", r.Note))
			}
			called[r.Note] = true
		}
	})
	c.refuseTexts(called)
}

// refuseTexts looks at the texts of footnotes. One that nobody calls would be
// lost on paper.
func (c *composer) refuseTexts(called map[string]bool) {
	for _, n := range c.plan.ChuThich {
		switch {
		case !called[n.Ma]:
			c.found("NOTE-UNUSED", diag.Warning, n.At,
				diag.M("chú thích %s không được gọi ở đâu, nên không được in", "the footnote %s is called nowhere and so is not printed", n.Ma),
				diag.M("viết [^%s] sau chữ cần chú thích", "write [^%s] behind the words that it belongs to", n.Ma))
		case n.Chu.Blank():
			c.found("NOTE-MISSING", diag.Error, n.At,
				diag.M("chú thích [^%s] không có lời", "the footnote [^%s] has no text", n.Ma),
				diag.M("viết lời chú thích sau dấu hai chấm", "write its text behind the colon"))
		}
	}
}

func (c *composer) found(code string, s diag.Severity, at diag.Place, msg, hint diag.Msg) {
	c.findings = append(c.findings, diag.New(code, s, "compose", at, msg, hint))
}

// runningTexts are the places of those texts of the plan that may call a footnote: paragraphs
// of the body and of phụ lục, headings and grounds. Those of the head, the
// title and the foot would carry the number into the name of the file or into a
// table that is never split; a table's rows do not know of notes yet.
func (c *composer) runningTexts() map[diag.Place]bool {
	p := c.plan
	out := append(slices.Clone(p.CanCu.Items), lines(p.MoDau)...)
	for _, m := range p.Muc {
		out = append(out, m.TieuDe)
		out = append(out, slices.Concat(lines(m.MucDich), lines(m.YeuCau), lines(m.NoiDung))...)
		for _, d := range m.Dot {
			out = append(append(out, d.Ten, d.ChuDe), lines(d.NoiDung)...)
		}
	}
	for _, a := range p.PhuLuc {
		out = append(out, lines(a.NoiDung)...)
	}
	running := map[diag.Place]bool{}
	for _, t := range append(out, lines(p.Ket)...) {
		running[t.At] = true
	}
	return running
}

// lines are the paragraphs of running text, without tables and notes to
// oneself.
func lines(v plan.Van) []plan.Chu {
	var out []plan.Chu
	for _, d := range v.Doan {
		if d.Loai == plan.DoanVan {
			out = append(out, d.Chu)
		}
	}
	return out
}
