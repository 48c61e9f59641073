package diff

import (
	"strings"
	"testing"

	"kehoach.example/internal/doc"
)

// paper makes a document of lines: "role: text", a rule for "---", a table for
// lines of "| a | b |", a new section for "===", "=== ngang" for one on
// landscape pages. [^n] calls note n, whose text stands in notes.
func paper(text string, notes ...string) *doc.Document {
	d := &doc.Document{Sections: make([]doc.Section, 1)}
	id := 0
	next := func() int { id++; return id }
	last := 0
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		s := &d.Sections[len(d.Sections)-1]
		role, rest, _ := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "==="):
			d.Sections = append(d.Sections, doc.Section{Landscape: line != "==="})
		case line == "---":
			s.Blocks = append(s.Blocks, &doc.Rule{ID: next(), Role: doc.TrichYeu, Of: last})
		case strings.HasPrefix(line, "|"):
			t, ok := doc.Block(nil), false
			if n := len(s.Blocks); n > 0 {
				t = s.Blocks[n-1]
				_, ok = t.(*doc.Table)
			}
			if !ok {
				t = &doc.Table{ID: next(), Role: doc.Bang, Head: 1}
				s.Blocks = append(s.Blocks, t)
			}
			var row doc.Row
			for _, c := range strings.Split(strings.Trim(line, "| "), " | ") {
				cell := doc.Cell{Across: 1, Down: 1, Blocks: []doc.Block{&doc.Paragraph{ID: next(), Role: doc.O, Runs: []doc.Run{{Text: c}}}}}
				switch {
				case c == "^":
					cell = doc.Cell{Across: 1}
				case strings.HasSuffix(c, "↓"):
					cell.Down = 2
				}
				row.Cells = append(row.Cells, cell)
			}
			t.(*doc.Table).Rows = append(t.(*doc.Table).Rows, row)
		default:
			p := &doc.Paragraph{ID: next(), Role: doc.Role(role)}
			for rest != "" {
				i := strings.Index(rest, "[^")
				if i < 0 {
					p.Runs, rest = append(p.Runs, doc.Run{Text: rest}), ""
					continue
				}
				n := int(rest[i+2] - '0')
				p.Runs = append(p.Runs, doc.Run{Text: rest[:i]}, doc.Run{Text: rest[i+2 : i+3], Shift: 1, Note: n})
				rest = rest[i+4:]
			}
			last = p.ID
			s.Blocks = append(s.Blocks, p)
		}
	}
	for i, n := range notes {
		number := string(rune('1' + i))
		d.Notes = append(d.Notes, &doc.Paragraph{ID: next(), Role: doc.ChuThich, Runs: []doc.Run{{Text: number, Shift: 1, Note: i + 1}, {Text: " " + n}}})
	}
	return d
}

// TestRedline: one paper of two, as its dump shows it.
func TestRedline(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after *doc.Document
		want          string
	}{
		{
			"words",
			paper("than: Xong trước ngày 30/6/2026."), paper("than: Xong trước ngày 30/6/2027."),
			"than: Xong trước ngày [-30/6/2026-][+30/6/2027+].",
		},
		{
			"paragraphs",
			paper("than: Dọn kênh đầu làng.\nthan: Sơn lại cửa cống.\nthan: Hết."), paper("than: Dọn kênh đầu làng.\nthan: Trồng hai hàng tra.\nthan: Hết."),
			"than: Dọn kênh đầu làng.\nthan -: [-Sơn lại cửa cống.-]\nthan +: [+Trồng hai hàng tra.+]\nthan: Hết.",
		},
		{
			"the title is one, whatever it says",
			paper("trich_yeu: Dọn kênh\n---"), paper("trich_yeu: Trồng cây\n---"),
			"trich_yeu: [-Dọn kênh-][+Trồng cây+]\nrule trich_yeu",
		},
		{
			"a rule goes",
			paper("than: Một.\n---\nthan: Hai."), paper("than: Một.\nthan: Hai."),
			"than: Một.\nrule trich_yeu -\nthan: Hai.",
		},
		{
			"running text becomes a heading",
			paper("than: 1. Công tác kiểm tra"), paper("khoan_de_muc: 1. Công tác kiểm tra"),
			"khoan_de_muc: 1. Công tác kiểm tra",
		},
		{
			"rows and cells",
			paper("| Xã | Số |\n| Bắc | 5 |\n| Nam | 7 |\n| Đông | 9 |"), paper("| Xã | Số |\n| Bắc | 6 |\n| Đông | 9 |\n| Tây | 1 |"),
			`bang head=1
  [0,0]
    o: Xã
  [0,1]
    o: Số
  [1,0]
    o: Bắc
  [1,1]
    o: [-5-][+6+]
  [2,0] -
    o -: [-Nam-]
  [2,1] -
    o -: [-7-]
  [3,0]
    o: Đông
  [3,1]
    o: 9
  [4,0] +
    o +: [+Tây+]
  [4,1] +
    o +: [+1+]`,
		},
		{
			"another number of columns",
			paper("| Xã | Số |\n| Bắc | 5 |"), paper("| Xã |\n| Bắc |"),
			`bang head=1
  [0,0] -
    o -: [-Xã-]
  [0,1] -
    o -: [-Số-]
  [1,0] -
    o -: [-Bắc-]
  [1,1] -
    o -: [-5-]
bang head=1
  [0,0] +
    o +: [+Xã+]
  [1,0] +
    o +: [+Bắc+]`,
		},
		{
			"rows that a joined cell holds go together",
			paper("| Xã | Việc |\n| Bắc↓ | dọn kênh |\n| ^ | trồng cây |"), paper("| Xã | Việc |\n| Bắc | dọn kênh |"),
			`bang head=1
  [0,0]
    o: Xã
  [0,1]
    o: Việc
  [1,0] - down=2
    o -: [-Bắc↓-]
  [1,1] -
    o -: [-dọn kênh-]
  [2,0] - down=0
  [2,1] -
    o -: [-trồng cây-]
  [3,0] +
    o +: [+Bắc+]
  [3,1] +
    o +: [+dọn kênh+]`,
		},
		{
			"a phụ lục goes: its text stands before the next one",
			paper("than: Hết.\n===\ntenphuluc: BẢNG A\nthan: Kê cống đầu làng.\n===\ntenphuluc: BẢNG B\nthan: Người trực đê."),
			paper("than: Hết.\n===\ntenphuluc: BẢNG B\nthan: Người trực đê."),
			"than: Hết.\ntenphuluc -: [-BẢNG A-]\nthan -: [-Kê cống đầu làng.-]\nsection\ntenphuluc: BẢNG B\nthan: Người trực đê.",
		},
		{
			"a phụ lục comes",
			paper("than: Hết."), paper("than: Hết.\n=== ngang\nthan: Kê cống."),
			"than: Hết.\nsection landscape\nthan +: [+Kê cống.+]",
		},
		{
			"notes: one stays with other words, one goes, one comes",
			paper("than: Một[^1] hai.\nthan: Bốn[^2] năm.", "Số liệu năm 2026", "Theo báo cáo quý"), paper("than: Một[^1] hai.\nthan: Bốn năm[^2].", "Số liệu năm 2027", "Do Trạm đo lại"),
			`than: Một[^1] hai.
than: Bốn[-[^2]-] năm[+[^2]+].
chu_thich: [^1] Số liệu năm [-2026-][+2027+]
chu_thich: [-[^2]-][- Theo báo cáo quý-]
chu_thich: [+[^2]+][+ Do Trạm đo lại+]`,
		},
	} {
		before, after := c.before.Dump(), c.after.Dump()
		got := strings.TrimSpace(Redline(c.before, c.after, func(_, _ *doc.Signers) bool { return true }).Dump())
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if c.before.Dump() != before || c.after.Dump() != after {
			t.Errorf("%s: a paper was changed", c.name)
		}
	}
}

// TestRedlineIDs: every block has a number of its own, those of the new paper
// keep theirs, and a rule names the paragraph that stands for its own.
func TestRedlineIDs(t *testing.T) {
	after := paper("trich_yeu: Dọn kênh năm 2027\nthan: Một.")
	red := Redline(paper("than: Cũ.\ntrich_yeu: Dọn kênh năm 2026\n---\nthan: Hai ba."), after, nil)
	seen := map[int]bool{}
	red.Walk(func(b doc.Block) {
		if seen[idOf(b)] {
			t.Errorf("two blocks have the number %d", idOf(b))
		}
		seen[idOf(b)] = true
		if r, ok := b.(*doc.Rule); ok && r.Of != 1 {
			t.Errorf("the rule names %d, want 1", r.Of)
		}
	})
	for id := 1; id <= 2; id++ {
		if !seen[id] {
			t.Errorf("block %d of the new paper is not there", id)
		}
	}
	if want := 5; len(seen) != want {
		t.Errorf("%d blocks, want %d: %s", len(seen), want, red.Dump())
	}
}

// TestRedlineSigners: feet that are written in another order are not one.
func TestRedlineSigners(t *testing.T) {
	foot := func(name string) *doc.Document {
		p := func(id int, s string) []doc.Block {
			return []doc.Block{&doc.Paragraph{ID: id, Role: doc.HoTen, Runs: []doc.Run{{Text: s}}}}
		}
		return &doc.Document{Sections: []doc.Section{{Blocks: []doc.Block{&doc.Signers{ID: 9, Role: doc.Cuoi, Columns: [][]doc.Block{p(1, "An"), p(2, name)}}}}}}
	}
	for order, want := range map[bool]string{
		true:  "cuoi signers[0]\ncuoi signers[1]\n  ho_ten: An\ncuoi signers[2]\n  ho_ten: [-Bình-][+Chi+]\n",
		false: "cuoi signers[0] -\ncuoi signers[1] -\n  ho_ten -: [-An-]\ncuoi signers[2] -\n  ho_ten -: [-Bình-]\ncuoi signers[0] +\ncuoi signers[1] +\n  ho_ten +: [+An+]\ncuoi signers[2] +\n  ho_ten +: [+Chi+]\n",
	} {
		got := Redline(foot("Bình"), foot("Chi"), func(_, _ *doc.Signers) bool { return order }).Dump()
		if got != want {
			t.Errorf("one order %v:\n%s\nwant\n%s", order, got, want)
		}
	}
}
