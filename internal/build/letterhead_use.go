package build

import (
	"slices"
	"strings"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
)

// composed makes the document of a paper, and the words for the keys of its
// letterhead if it has one.
func (o *Office) composed(paper *Paper, in Input) (*doc.Document, map[string][]doc.Run) {
	l, found := o.letterheadOf(paper.Plan, in)
	paper.Findings = append(paper.Findings, found...)
	if l == nil {
		d, found := compose.Compose(paper.Plan, &paper.Standard.Form)
		paper.Findings = append(paper.Findings, found...)
		return d, nil
	}
	paper.Letterhead = l
	parts, found := compose.OnLetterhead(paper.Plan, &paper.Standard.Form, compose.Letterhead{Name: l.Name, Keys: l.Keys, Words: l.Words, Before: l.Before})
	paper.Findings = append(paper.Findings, found...)
	return parts.Document, parts.Values
}

// fillIn fills the letterhead of a paper and reads how it looks then. It gives
// the figures of the form on that paper; nil where our own filling failed.
func (o *Office) fillIn(paper *Paper, values map[string][]doc.Run) (*letterhead.Sheet, *standard.Figures) {
	own := &paper.Standard.Figures
	texts := map[string]string{}
	for key, runs := range values {
		texts[key] = keyText(runs, own)
	}
	filled, err := paper.Letterhead.Fill(texts)
	if err != nil {
		paper.Findings = append(paper.Findings, unfilled(paper.Letterhead.Name, err))
		return nil, nil
	}
	paper.filled = filled
	sheet, found := o.looks(paper.Letterhead.Name, filled)
	for _, f := range outsideOf(paper.Letterhead, found) {
		if f.Severity == diag.Error {
			paper.Unpaged = append(paper.Unpaged, f)
		} else {
			paper.Findings = append(paper.Findings, f)
		}
	}
	if sheet.Page.Width == 0 { // it cannot be read, which is told
		return sheet, own
	}
	fig, outside := own.OnPaper(edges(sheet.Page))
	for _, out := range outside {
		paper.Findings = append(paper.Findings, outsideLaw(paper.Letterhead.Name, out))
	}
	return sheet, fig
}

// untouched fills a letterhead with its own keys: then no paragraph goes, and
// places in it are those of the office's file.
func untouched(l *Letterhead) (*docx.Filled, error) {
	values := map[string]string{}
	for key := range l.Keys {
		values[key] = "{" + key + "}"
	}
	return l.Fill(values)
}

// outsideOf is what no PDF can show of a filled letterhead. What the letterhead
// has of itself is told with its places there, so it is the same for all papers;
// what else was found comes from the words of the plan.
func outsideOf(l *Letterhead, found []diag.Finding) []diag.Finding {
	out := slices.Clone(l.Outside)
	for _, f := range found {
		own := func(g diag.Finding) bool { return g.Code == f.Code }
		if f.Code == "LETTERHEAD-GLYPH" {
			own = func(g diag.Finding) bool { return g.Message == f.Message }
		}
		if !slices.ContainsFunc(l.Outside, own) {
			out = append(out, f)
		}
	}
	return out
}

// unfilled tells of a failure of our own.
func unfilled(name string, err error) diag.Finding {
	return diag.New("LETTERHEAD-FILL", diag.Error, "letterhead", diag.Place{File: name},
		diag.M("không điền được giấy tiêu đề: %v", "the letterhead cannot be filled: %v", err),
		diag.M("soát giấy tiêu đề bằng kehoach letterhead check, hoặc gửi tệp cho người phát triển", "look it over with kehoach letterhead check, or send the file to the developers").
			OnPage(diag.M("mở giấy tiêu đề bằng Word xem lại, hoặc gửi tệp cho người phát triển", "look at the letterhead in Word, or send the file to the developers")))
}

// looks reads how a filled letterhead looks, and what of it no PDF can show.
func (o *Office) looks(name string, filled *docx.Filled) (*letterhead.Sheet, []diag.Finding) {
	sheet, found := letterhead.Read(name, filled.Bytes())
	eachParagraph(sheet, func(p *letterhead.Paragraph) {
		for i := range p.Runs {
			p.Runs[i].Text = read.Compose(p.Runs[i].Text)
		}
	})
	return sheet, append(found, o.drawable(name, sheet)...)
}

// keyText is the text of a key: open room in no-break spaces, as wide as the form
// has it.
func keyText(runs []doc.Run, fig *standard.Figures) string {
	var b strings.Builder
	for _, r := range runs {
		switch {
		case r.Break:
			b.WriteByte('\n')
		case r.Blank != "":
			b.WriteString(fig.Blank(r.Blank))
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func edges(p letterhead.Page) standard.Edges {
	return standard.Edges{
		Width: p.Width, Height: p.Height, Top: p.Top, Bottom: p.Bottom, Left: p.Left, Right: p.Right,
		Header: p.Header, Footer: p.Footer,
	}
}

// outsideLaw tells of a measure of the letterhead that the law does not allow.
// The office may have its reasons, so the paper is made.
func outsideLaw(name string, out standard.Outside) diag.Finding {
	what := edgeNames[out.Path]
	f := diag.New("LETTERHEAD-PAGE", diag.Warning, "letterhead", diag.Place{File: name},
		diag.Msg{
			Vi: what.Vi + " của giấy tiêu đề là " + out.Value + ", quy định là " + out.Allow,
			En: what.En + " of the letterhead is " + out.Value + ", the law says " + out.Allow,
		},
		diag.M("sửa trong Word, thẻ Layout: Margins, Size; số trang: Header from Top", "change it in Word, tab Layout: Margins, Size; page numbers: Header from Top"))
	f.Basis = out.Basis
	return f
}

var edgeNames = map[string]diag.Msg{
	"page.width":  diag.M("bề rộng trang", "the width of the page"),
	"page.height": diag.M("chiều cao trang", "the height of the page"),
	"page.top":    diag.M("lề trên", "the top margin"),
	"page.bottom": diag.M("lề dưới", "the bottom margin"),
	"page.left":   diag.M("lề trái", "the left margin"),
	"page.right":  diag.M("lề phải", "the right margin"),
	"page.header": diag.M("khoảng cách từ mép trên đến số trang", "the distance of the page number from the top edge"),
	"page.footer": diag.M("khoảng cách của chân trang", "the distance of the foot from the bottom edge"),
}
