package build

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// choose finds the form of a plan: the one it names, or by evidence.
func (o *Office) choose(paper *Paper) {
	p := paper.Plan
	if id := p.TheThuc.Plain(); id != "" {
		st, ok := o.Forms.Get(id)
		if !ok {
			paper.Findings = append(paper.Findings, o.UnknownForm(id, p.TheThuc.At))
		}
		paper.Standard = st
		return
	}
	st, why := o.Forms.Choose(Evidence(p))
	paper.Standard = st
	at := p.At
	at.Line, at.Column, at.EndColumn, at.Text = 0, 0, 0, ""
	paper.Findings = append(paper.Findings, diag.New("FORM-CHOSEN", diag.Info, "form", at, why,
		diag.M("ghi khóa the_thuc để chọn thể thức khác", "write the key the_thuc to choose another form").
			OnPage(diag.M("nếu không đúng, chọn thể thức khác khi soạn", "where it is not right choose another one when you write"))))
}

// Evidence gathers the texts of a plan by which a form is known.
func Evidence(p *plan.Plan) map[string]string {
	var body strings.Builder
	add := func(v plan.Van) {
		for _, d := range v.Doan {
			body.WriteString(d.Chu.Plain() + "\n")
		}
	}
	add(p.MoDau)
	for _, m := range p.Muc {
		add(m.NoiDung)
	}
	add(p.Ket)
	sign := ""
	for _, k := range p.NguoiKy {
		sign += k.ChucVu.Plain("\n") + "\n"
	}
	return map[string]string{
		"dau_de":  p.DauDe,
		"co_quan": p.CoQuanChuQuan.Plain("\n") + "\n" + p.CoQuan.Plain("\n"),
		"ky_hieu": p.KyHieu.Plain(),
		"ten":     p.TrichYeu.Plain(" "),
		"chu_ky":  sign,
		"than":    body.String() + p.CanCu.Plain("\n"),
	}
}

// measured gives what standard.Resolve needs to know of a document.
func measured(d *doc.Document, fig *standard.Figures) standard.Paper {
	m := measurer{fig: fig}
	for _, s := range d.Sections {
		where := standard.Text{Wide: s.Landscape}
		m.blocks(s.Blocks, where)
		for _, margin := range [][]doc.Block{s.FirstHead, s.FirstFoot, s.LastFoot} {
			m.blocks(margin, where)
		}
		m.paper.LastFoot = append(m.paper.LastFoot, stacked(s.LastFoot)...)
	}
	m.notes(d)
	return m.paper
}

// notes measures each footnote on the page of its mark.
func (m *measurer) notes(d *doc.Document) {
	wide := map[int]bool{}
	for _, s := range d.Sections {
		section := doc.Document{Sections: []doc.Section{s}}
		section.Walk(func(b doc.Block) {
			if p, ok := b.(*doc.Paragraph); ok {
				for _, r := range p.Runs {
					wide[r.Note] = wide[r.Note] || s.Landscape
				}
			}
		})
	}
	for i, n := range d.Notes {
		m.blocks([]doc.Block{n}, standard.Text{Wide: wide[i+1]})
	}
}

type measurer struct {
	fig   *standard.Figures
	paper standard.Paper
}

// stacked lists blocks one below the other.
func stacked(blocks []doc.Block) []int {
	var out []int
	for _, b := range blocks {
		switch x := b.(type) {
		case *doc.Paragraph:
			out = append(out, x.ID)
		case *doc.Rule:
			out = append(out, x.ID)
		}
	}
	return out
}

// blocks measures blocks that stand in one place: where tells which.
func (m *measurer) blocks(blocks []doc.Block, where standard.Text) {
	for _, b := range blocks {
		switch x := b.(type) {
		case *doc.Paragraph:
			t := where
			t.ID, t.Role, t.Box, t.Spans = x.ID, string(x.Role), x.Box, m.spans(x)
			m.paper.Texts = append(m.paper.Texts, t)
		case *doc.Rule:
			m.paper.Rules = append(m.paper.Rules, standard.Drawn{ID: x.ID, Of: x.Of, Role: string(x.Role)})
		case *doc.Columns:
			for _, row := range x.Rows {
				m.blocks(row[0], standard.Text{Table: string(x.Role)})
				m.blocks(row[1], standard.Text{Table: string(x.Role), Right: true})
			}
		case *doc.Signers:
			for i, cell := range append([][]doc.Block{x.NoiNhan}, x.Columns...) {
				if x.Change == doc.Same { // what goes does not choose how the others stand
					cell = slices.DeleteFunc(slices.Clone(cell), func(b doc.Block) bool { return doc.Changed(b) == doc.Deleted })
				}
				m.blocks(cell, standard.Text{Table: string(x.Role), Group: x.ID, Signer: i})
			}
		case *doc.Table:
			m.table(x, where.Wide)
		}
	}
}

func (m *measurer) table(t *doc.Table, wide bool) {
	m.paper.Grids = append(m.paper.Grids, standard.Grid{ID: t.ID, Role: string(t.Role), Columns: t.Columns(), Head: t.Head, Widths: t.Widths, Wide: wide})
	for i, row := range t.Rows {
		column := 0
		for _, c := range row.Cells {
			m.blocks(c.Blocks, standard.Text{Table: string(t.Role), Wide: wide, Cell: standard.At{Grid: t.ID, Row: i, Column: column, Across: c.Across}})
			column += c.Across
		}
	}
}

// spans are the pieces of a paragraph. Of one that shows changes they are what
// stands when the changes are taken.
func (m *measurer) spans(p *doc.Paragraph) []standard.Span {
	var out []standard.Span
	for _, r := range p.Runs {
		if r.Change == doc.Deleted && p.Mark != doc.Deleted {
			continue
		}
		s := standard.Span{Text: r.Text, Bold: r.Bold, Italic: r.Italic, Shift: r.Shift}
		switch {
		case r.Break:
			s.Text = "\n"
		case r.Blank != "":
			s.Text = m.fig.Blank(r.Blank)
		}
		out = append(out, s)
	}
	return out
}

// measure is the standard.Measure of the office's fonts.
func (o *Office) measure(spans []standard.Span, size, width unit.Length) []unit.Length {
	pieces := make([]font.Piece, 0, len(spans))
	for _, s := range spans {
		pieces = append(pieces, font.Piece{Text: s.Text, Style: font.Style{Bold: s.Bold, Italic: s.Italic, Size: size}})
	}
	var out []unit.Length
	for _, l := range o.Fonts.Fill(pieces, width, width) {
		out = append(out, l.Width)
	}
	return out
}

var year = regexp.MustCompile(`(?:19|20)\d\d`)

// dateOf gives the files of a plan without a year the first day of its period.
func dateOf(in *doc.Info, p *plan.Plan) {
	if in.Year != 0 {
		return
	}
	for _, s := range []string{p.ThoiKy.Plain(), p.TrichYeu.Plain(" ")} {
		if y := year.FindString(s); y != "" {
			in.Year, _ = strconv.Atoi(y)
			in.Month, in.Day = 1, 1
			return
		}
	}
}

// placeOf is where the first text of a table stands in the source.
func placeOf(d *doc.Document, table int) (at diag.Place) {
	d.Walk(func(b doc.Block) {
		t, ok := b.(*doc.Table)
		if !ok || t.ID != table {
			return
		}
		for _, c := range t.Rows[0].Cells {
			for _, in := range c.Blocks {
				if p, ok := in.(*doc.Paragraph); ok && at.Line == 0 {
					at = p.At
				}
			}
		}
	})
	return at
}
