// Package doc is the second noun: a composed paper as blocks that name their
// role. It holds words and their order; how big and how far is told by the
// figures of the house form, so no size stands here.
//
// In: nothing. Out: a closed set of blocks (Paragraph, Rule, Image, Columns,
// Signers, Table) and a text dump for tests.
package doc

import (
	"fmt"
	"strings"

	"kehoach.example/internal/diag"
)

// Role names what a block is on the paper. The figures of a form have one
// style for each role.
type Role string

// The roles of a plan, in the terms of Nghị định 30/2020/NĐ-CP, Phụ lục I.
const (
	QuocHieu    Role = "quoc_hieu"
	TieuNgu     Role = "tieu_ngu"
	TieuDe      Role = "tieu_de" // the words of a form without Quốc hiệu
	ChuQuan     Role = "chu_quan"
	CoQuan      Role = "co_quan"
	NhanPhuLuc  Role = "nhan_phu_luc"
	TenPhuLuc   Role = "ten_phu_luc"
	KemTheo     Role = "kem_theo" // line that ties a phụ lục to its plan
	DauSao      Role = "dau_sao"  // mark in letters below the issuing body
	So          Role = "so"
	Ngay        Role = "ngay"
	TenLoai     Role = "ten_loai"
	TrichYeu    Role = "trich_yeu"
	PhuDe       Role = "phu_de"
	CanCu       Role = "can_cu"
	Than        Role = "than"          // running text
	Muc         Role = "muc"           // heading "I."
	KhoanDeMuc  Role = "khoan_de_muc"  // heading "1."
	Khoan2DeMuc Role = "khoan2_de_muc" // heading "1.1."
	Khoan3DeMuc Role = "khoan3_de_muc" // heading "1.1.1."
	NoiNhan     Role = "noi_nhan"      // the words "Nơi nhận:"
	NoiNhanItem Role = "noi_nhan_item" // a recipient, the archive line
	QuyenHan    Role = "quyen_han"     // line of authority, or a title alone
	ChucVu      Role = "chuc_vu"       // title behind a line of authority
	DauTrichYeu Role = "dau_trich_yeu" // mark in letters below the title
	HoTen       Role = "ho_ten"        // name of the signer
	ChuThich    Role = "chu_thich"     // footnote
	SoTrang     Role = "so_trang"      // page number
	DauTrang    Role = "dau_trang"     // the table at the head
	Cuoi        Role = "cuoi"          // the table at the foot
)

// Run is text in one look. Blank names room that stays open on paper; its
// width is a figure of the form. Break is a line break inside the paragraph.
// Note is the number of the footnote that the run calls, 0 for none; its Text is
// that number, raised. It belongs to the word before it. Change is Same in every
// paper but one that shows changes.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Shift  int // -1 below, 1 above the line
	Blank  string
	Break  bool
	Note   int
	Change Change
}

// Block is one of Paragraph, Rule, Image, Columns, Signers, Table.
type Block interface{ block() }

// Paragraph is one paragraph. Level is its outline level, 0 for none. Box names
// the frame of the form's figures that is drawn around it, "" for none. Mark
// tells of the end of the paragraph: where it is inserted or deleted, so are all
// runs, and the paragraph stands in one of two papers only. Item is the rank of
// the sign of an item of a list, from 1 and the higher the deeper, 0 for what is
// none; the sign and the blank behind it are the first Label letters of its text.
type Paragraph struct {
	ID        int
	Role      Role
	Box       string
	Runs      []Run
	Level     int
	Item      int
	Label     int
	KeepNext  bool // on one page with the first lines of what follows
	KeepLines bool // never split across pages
	Mark      Change
	At        diag.Place
}

// Rule is a drawn line under the paragraph before it; its length follows from
// that paragraph's text, or from the width of the page's text.
type Rule struct {
	ID       int
	Role     Role // role of the paragraph that it underlines
	Of       int  // ID of that paragraph, 0 for a line as wide as the text
	KeepNext bool
	Change   Change
}

// Columns is a table without borders, blocks side by side. Its rows are never
// split across pages and stay together; later rows stand on their ground.
// Changes tells of rows that are inserted or deleted whole, nil of none.
type Columns struct {
	ID      int
	Role    Role
	Rows    [][2][]Block
	Changes []Change
}

func (*Paragraph) block() {}
func (*Rule) block()      {}
func (*Columns) block()   {}

// Info is what the files say about themselves.
type Info struct {
	Title   string
	Subject string
	Creator string // the issuing body
	Year    int    // of the document; with Month and Day the date of the files
	Month   int
	Day     int
	Lang    string
	Form    string // id of the house form, for whoever imports the paper again
}

// Section is a part of the paper with pages of its own, numbered from 1: the
// plan itself, then each phụ lục (NĐ 30/2020, PL I, III.1.b). Landscape turns
// its pages. What stands in margins is apart: at the head and the foot of the
// first page, and at the foot of the last.
type Section struct {
	Landscape bool
	Blocks    []Block
	FirstHead []Block
	FirstFoot []Block
	LastFoot  []Block
}

// Document is a composed paper. TwoSided swaps the side margins of even pages.
// Notes are its footnotes: the first is number 1, and so on through all
// sections. Each begins with a run that is its own number, stands at the foot
// of the page of its mark, and may go on on the next page behind any line.
// Signer is the column of titles and name that an office's letterhead has itself:
// it tells who signs and is not drawn, so no walk visits it.
type Document struct {
	Info     Info
	TwoSided bool
	Sections []Section
	Notes    []*Paragraph
	Signer   []Block
}

// Text is the text of a paragraph; open room is a blank, a break a newline.
func (p *Paragraph) Text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		switch {
		case r.Blank != "":
			b.WriteByte(' ')
		case r.Break:
			b.WriteByte('\n')
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// Walk visits every block, those in cells after their table, those in margins
// after the others of their section, footnotes last.
func (d *Document) Walk(visit func(Block)) {
	for _, s := range d.Sections {
		walk(s.Blocks, visit)
		walk(s.margins(), visit)
	}
	for _, n := range d.Notes {
		visit(n)
	}
}

func walk(blocks []Block, visit func(Block)) {
	for _, b := range blocks {
		visit(b)
		switch x := b.(type) {
		case *Columns:
			for _, row := range x.Rows {
				walk(row[0], visit)
				walk(row[1], visit)
			}
		case *Table:
			x.walk(visit)
		case *Signers:
			walk(x.NoiNhan, visit)
			for _, column := range x.Columns {
				walk(column, visit)
			}
		}
	}
}

// Dump prints the document for tests: a line for each block, by role.
func (d *Document) Dump() string {
	var b strings.Builder
	for i, s := range d.Sections {
		if i > 0 || s.Landscape {
			b.WriteString("section" + map[bool]string{true: " landscape"}[s.Landscape] + "\n")
		}
		dump(&b, s.Blocks, "")
		for _, m := range []struct {
			name   string
			blocks []Block
		}{{"first head", s.FirstHead}, {"first foot", s.FirstFoot}, {"last foot", s.LastFoot}} {
			if len(m.blocks) > 0 {
				b.WriteString(m.name + "\n")
				dump(&b, m.blocks, "  ")
			}
		}
	}
	for _, n := range d.Notes {
		dump(&b, []Block{n}, "")
	}
	return b.String()
}

func dump(b *strings.Builder, blocks []Block, indent string) {
	for _, bl := range blocks {
		switch x := bl.(type) {
		case *Paragraph:
			fmt.Fprintf(b, "%s%s%s %s\n", indent, x.Role, flags(x), dumpRuns(x.Runs))
		case *Rule:
			fmt.Fprintf(b, "%srule %s%s\n", indent, x.Role, x.Change.flag())
		case *Table:
			x.dump(b, indent)
		case *Image:
			fmt.Fprintf(b, "%s%s\n", indent, x)
		case *Bar:
			fmt.Fprintf(b, "%s%s\n", indent, x)
		case *Columns:
			for i, row := range x.Rows {
				for j, cell := range row {
					fmt.Fprintf(b, "%s%s[%d,%d]%s\n", indent, x.Role, i, j, x.Change(i).flag())
					dump(b, cell, indent+"  ")
				}
			}
		case *Signers:
			for i, column := range append([][]Block{x.NoiNhan}, x.Columns...) {
				fmt.Fprintf(b, "%s%s signers[%d]%s\n", indent, x.Role, i, x.Change.flag())
				dump(b, column, indent+"  ")
			}
		}
	}
}

func flags(p *Paragraph) string {
	s := ""
	if p.Level > 0 {
		s += fmt.Sprintf(" level=%d", p.Level)
	}
	if p.Box != "" {
		s += " box=" + p.Box
	}
	if p.KeepNext {
		s += " keep-next"
	}
	if p.KeepLines {
		s += " keep-lines"
	}
	return s + p.Mark.flag() + ":"
}

// dumpRuns shows inserted text as [+text+] and deleted text as [-text-].
func dumpRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Change != Same {
			b.WriteString("[" + r.Change.String())
		}
		switch {
		case r.Break:
			b.WriteString(" ⏎ ")
		case r.Blank != "":
			b.WriteString("⟨" + r.Blank + "⟩")
		case r.Note != 0:
			b.WriteString("[^" + r.Text + "]")
		case r.Bold || r.Italic || r.Shift != 0:
			look := map[bool]string{true: "b"}[r.Bold] + map[bool]string{true: "i"}[r.Italic] + map[int]string{-1: "_", 1: "^"}[r.Shift]
			b.WriteString("<" + look + ":" + r.Text + ">")
		default:
			b.WriteString(r.Text)
		}
		if r.Change != Same {
			b.WriteString(r.Change.String() + "]")
		}
	}
	return b.String()
}
