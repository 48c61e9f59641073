package read

import (
	"math/rand/v2"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
)

func wordReader(notes ...ooxml.Note) *docxReader {
	return &docxReader{textReader: &textReader{words: &Vocabulary{TenLoai: "KẾ HOẠCH"}, plan: &plan.Plan{}}, doc: &ooxml.Document{Notes: notes}}
}

// wordLine is a paragraph of runs: "b:đậm", "i:nghiêng", "bi:cả hai", "_:dưới",
// "^:trên", "n:1" for a footnote, "-:thường".
func wordLine(runs ...string) tline {
	p := &ooxml.Paragraph{}
	for _, s := range runs {
		look, text, _ := strings.Cut(s, ":")
		r := ooxml.Run{Text: text, Bold: strings.Contains(look, "b"), Italic: strings.Contains(look, "i")}
		switch look {
		case "_":
			r.Shift = -1
		case "^":
			r.Shift = 1
		case "n":
			r = ooxml.Run{Note: int(text[0] - '0')}
		}
		p.Runs = append(p.Runs, r)
	}
	return tline{text: strings.TrimSpace(p.Text()), para: p}
}

func dumped(runs []plan.Run) string {
	s := plan.Dump(plan.Plan{PhuDe: plan.Chu{Given: true, Runs: runs}})
	return strings.TrimSuffix(strings.TrimPrefix(s, "phu_de = "), "\n")
}

func TestRunsOf(t *testing.T) {
	for _, c := range []struct {
		name  string
		line  tline
		piece string
		want  string // of keptRuns
		form  string // of runsOf, where it differs
	}{
		{"plain", wordLine("-:Giữ gìn đường làng"), "Giữ gìn đường làng", "Giữ gìn đường làng", ""},
		{"run-in lead", wordLine("b:5. Tổ bảo vệ:", "-: mở cửa kho."), "Tổ bảo vệ: mở cửa kho.", "<b:Tổ bảo vệ:> mở cửa kho.", ""},
		{"bold number", wordLine("b:1. ", "-:Giao tổ bảo vệ."), "Giao tổ bảo vệ.", "Giao tổ bảo vệ.", ""},
		{"whole bold", wordLine("b:MỞ KHO"), "MỞ KHO", "<b:MỞ KHO>", "MỞ KHO"},
		{"whole italic but a mark", wordLine("i:Theo đơn xin mở kho", "-:;"), "Theo đơn xin mở kho", "<i:Theo đơn xin mở kho>", "Theo đơn xin mở kho"},
		{"bold in italic", wordLine("i:Theo ", "bi:đơn", "i: xin"), "Theo đơn xin", "<i:Theo> <bi:đơn> <i:xin>", "Theo <b:đơn> xin"},
		{"split words", wordLine("b:Mở", "b: k", "b:ho", "-: ngay"), "Mở kho ngay", "<b:Mở kho> ngay", ""},
		{"blank without a look", wordLine("b:Mở", "-: ", "b:kho"), "Mở kho", "<b:Mở kho>", "Mở kho"},
		{"blank at the border", wordLine("b:Mở ", "-:kho"), "Mở kho", "<b:Mở> kho", ""},
		{"squeezed", wordLine("-:Mở \t kho", "i:  lúa "), "Mở kho lúa", "Mở kho <i:lúa>", ""},
		{"shifts", wordLine("-:10 m", "^:2", "-: và CO", "_:2"), "10 m2 và CO2", "10 m<^:2> và CO<_:2>", ""},
		{"a shift too long for a mark", wordLine("-:Lưu ", "_:a.b.c.d.e.f.g.h.i.k.l.m.n.o.p"), "Lưu a.b.c.d.e.f.g.h.i.k.l.m.n.o.p", "Lưu a.b.c.d.e.f.g.h.i.k.l.m.n.o.p", ""},
		{"shifted words", wordLine("-:Lưu", "_: tổ hành chính"), "Lưu tổ hành chính", "Lưu <_:tổ> <_:hành> <_:chính>", ""},
		{"footnote", wordLine("-:Mở kho", "n:1", "-: lúa.", "n:2"), "Mở kho lúa.", "Mở kho[^1] lúa.[^2]", ""},
		{"footnote behind a mark", wordLine("-:Mở kho;", "n:1"), "Mở kho", "Mở kho[^1]", ""},
		{"footnote of the next piece", wordLine("-:Mở kho; đóng cửa", "n:1"), "Mở kho", "Mở kho", ""},
		{"footnote before a sign", wordLine("n:1", "-:- Mở kho"), "Mở kho", "[^1]Mở kho", ""},
		{"marks of the plan file", wordLine("-:a*b* {ten} [^1] ~x~ #1 | y"), "a*b* {ten} [^1] ~x~ #1 | y", "a*b* {ten} [^1] ~x~ #1 | y", ""},
		{"elsewhere", wordLine("-:Mở kho"), "Đóng  kho", "Đóng kho", ""},
		{"a piece of a piece", wordLine("b:Mở", "-: kho và ", "b:mở", "-: cửa"), "kho", "kho", ""},
		{"nothing", wordLine("-:Mở"), "", "", ""},
	} {
		r := wordReader()
		if got := dumped(r.keptRuns(c.line, c.piece)); got != c.want {
			t.Errorf("%s: kept %q, want %q", c.name, got, c.want)
		}
		want := c.form
		if want == "" {
			want = c.want
		}
		if got := dumped(r.runsOf(c.line, c.piece)); got != want {
			t.Errorf("%s: of the form %q, want %q", c.name, got, want)
		}
	}
}

// TestWordTextComesBack: a paragraph in any looks, with any signs in its text,
// stands in the plan file so that reading the file gives the same again.
func TestWordTextComesBack(t *testing.T) {
	parts := []string{"*", "**", "a*", "~", "^", "{ten}", "{dot}", "[^1]", "|", "| a |", "#", "# x", `\`, `\*`, "-", "- ", "+", "1.", "a)", "(1)", "I.", "mở", "kho ", " lúa", ":", ";", ".", "“", "”", " ", "H2O", "<", "'", `"`, "&", "!", "@", "2027", "Ngày"}
	looks := []string{"-", "-", "-", "b", "i", "bi", "_", "^"}
	g := rand.New(rand.NewPCG(5, 1))
	for range 1500 {
		var runs []string
		for range 1 + g.IntN(6) {
			runs = append(runs, looks[g.IntN(len(looks))]+":"+parts[g.IntN(len(parts))]+parts[g.IntN(len(parts))])
		}
		l := wordLine(runs...)
		if l.text == "" {
			continue
		}
		r := wordReader()
		d := r.paragraph(l)
		if want, got := readback.Tokens(l.text), readback.Tokens(d.Nhan+" "+d.Chu.Plain()); strings.Join(want, " ") != strings.Join(got, " ") {
			t.Fatalf("%q: words %q, want %q", runs, got, want)
		}
		if d.Dau == plan.DauMuc {
			continue // the heading of a part has a key of its own
		}
		cell := plan.Chu{Given: true, Runs: r.keptRuns(l, l.text)}
		row := plan.Doan{Loai: plan.Hang, O: []plan.Chu{cell, {Given: true}}}
		ds := []plan.Doan{{Chu: plan.Text("Mở đầu.")}, d, row}
		plan.MarkHeadings(ds)
		p := &plan.Plan{TrichYeu: plan.Lines("A"), Muc: []plan.Muc{{TieuDe: plan.Text("B"), NoiDung: plan.Van{Given: true, Doan: ds}}}}
		file := write.YAML(p)
		q, found := YAML("f.yaml", file, Options{})
		if q == nil || diag.HasErrors(found) {
			t.Fatalf("%q: the file does not read: %v\n%s", runs, found, file)
		}
		if want, got := plan.Dump(*p), plan.Dump(*q); want != got {
			t.Fatalf("%q comes back as\n%s, want\n%s\n%s", runs, got, want, file)
		}
	}
}
