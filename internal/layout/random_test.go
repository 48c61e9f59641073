package layout_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
)

var syllables = strings.Fields("kênh mương nước thôn xã NGHIÊNG nghiêm túc 10/10/1954-10/10/2026 và/hoặc (kể cả) “ruộng”, 2026 – 2030 www.vac.example/kenh?ma=1 ở ạ … KT-XH; Ưỡn")

// randomPaper is a document that nobody writes: headings over paragraphs of
// any length in mixed looks, with a head and a foot.
func randomPaper(seed uint64) *paper {
	rng := rand.New(rand.NewPCG(seed, 8))
	p := &paper{}
	if rng.IntN(2) == 0 {
		p.header()
	}
	for range 5 + rng.IntN(60) {
		role := []doc.Role{doc.Than, doc.Than, doc.Than, doc.CanCu, doc.Muc, doc.KhoanDeMuc, doc.Khoan2DeMuc}[rng.IntN(7)]
		b := p.para(role, "")
		b.Runs = nil
		n := 1 + rng.IntN(12)
		if role == doc.Than {
			n = 1 + rng.IntN(90)
		}
		for range n {
			b.Runs = append(b.Runs, doc.Run{Text: syllables[rng.IntN(len(syllables))] + " ", Bold: rng.IntN(9) == 0, Italic: rng.IntN(9) == 0})
		}
		b.KeepNext = role != doc.Than && role != doc.CanCu
		b.KeepLines = rng.IntN(12) == 0
		p.add(b)
	}
	last := p.text("Trên đây là kế hoạch.")
	last.KeepNext, last.KeepLines = true, true
	p.id++
	p.add(&doc.Columns{ID: p.id, Role: doc.Cuoi, Rows: [][2][]doc.Block{{{p.para(doc.NoiNhan, "Nơi nhận:"), p.para(doc.NoiNhanItem, "- Các thôn;")}, {p.para(doc.QuyenHan, "TRƯỞNG BAN"), p.para(doc.HoTen, "Lò Thị Vạc")}}}})
	return p
}

// TestRandomPapers: every word stands on a page, in order, inside the margins;
// lines go down the page; no heading stands last on a page, no paragraph
// leaves one line alone.
func TestRandomPapers(t *testing.T) {
	for seed := range uint64(300) {
		p := randomPaper(seed)
		all := linesOf(p.lay())
		var body []line
		for _, l := range all {
			if l.role == string(doc.SoTrang) {
				continue
			}
			if l.x < left-0.02 || l.end > right+0.02 || l.y > bottom || l.y < top {
				t.Fatalf("seed %d: %q stands outside the margins of page %d: %.1f-%.1f at %.1f", seed, l.text, l.page, l.x, l.end, l.y)
			}
			body = append(body, l)
		}
		p.Walk(func(b doc.Block) {
			if par, ok := b.(*doc.Paragraph); ok {
				checkParagraph(t, seed, of(body, par), par)
			}
		})
		checkOrder(t, seed, p, body)
	}
}

// checkParagraph: all of its text in order, its lines going down and over the
// pages, two at least on each.
func checkParagraph(t *testing.T, seed uint64, lines []line, par *doc.Paragraph) {
	t.Helper()
	text := ""
	for i, l := range lines {
		text += l.text
		if i > 0 && (l.page < lines[i-1].page || l.page == lines[i-1].page && l.y <= lines[i-1].y) {
			t.Fatalf("seed %d: line %q does not stand below %q", seed, l.text, lines[i-1].text)
		}
	}
	if strings.TrimSpace(text) != strings.TrimSpace(par.Text()) {
		t.Fatalf("seed %d: %q became %q", seed, par.Text(), text)
	}
	parts := pagesOf(lines, par)
	for _, n := range parts {
		if len(parts) > 1 && (n < 2 || par.KeepLines) {
			t.Fatalf("seed %d: %q is split %v", seed, par.Text(), parts)
		}
	}
}

// checkOrder: blocks follow each other down the pages, and the last line of a
// page is no heading.
func checkOrder(t *testing.T, seed uint64, p *paper, body []line) {
	t.Helper()
	keep := map[int]bool{}
	order := map[int]int{}
	for i, b := range p.Sections[0].Blocks {
		if par, ok := b.(*doc.Paragraph); ok {
			keep[par.ID] = par.KeepNext
			order[par.ID] = i
		}
	}
	for i, l := range body[:len(body)-1] {
		next := body[i+1]
		at, known := order[l.block]
		nextAt, nextKnown := order[next.block]
		switch {
		case next.page < l.page:
			t.Fatalf("seed %d: page %d behind page %d", seed, next.page, l.page)
		case known && nextKnown && (nextAt < at || next.page == l.page && next.y <= l.y):
			t.Fatalf("seed %d: %q does not stand below %q", seed, next.text, l.text)
		case next.page > l.page && keep[l.block] && next.block != l.block:
			t.Fatalf("seed %d: %q stands last on page %d", seed, l.text, l.page)
		}
	}
}

// TestSamePages: the same paper gives the same pages, to the EMU.
func TestSamePages(t *testing.T) {
	for seed := range uint64(10) {
		if a, b := randomPaper(seed).lay().Dump(), randomPaper(seed).lay().Dump(); a != b {
			t.Fatalf("seed %d differs", seed)
		}
	}
}
