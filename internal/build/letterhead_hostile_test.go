package build_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
)

// onPlan is a small plan for letterheads; %s takes lines more.
const onPlan = `the_thuc: nd30
co_quan: ỦY BAN NHÂN DÂN XÃ LÚA
so: 07
ky_hieu: KH-UBND
dia_danh: Lúa
ngay: 10/02/2027
trich_yeu: Trồng cây năm 2027
muc:
  - tieu_de: VIỆC LÀM
    noi_dung: |
      Trồng cây ven đường.
noi_nhan:
  - Các thôn
luu: VT
nguoi_ky:
  chuc_vu: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
  ho_ten: Lý Thị Sen
`

// defaultStarter is the letterhead of the default form.
func defaultStarter(whole bool) *build.Letterhead {
	return ourLetterheads()[starterName(office().Forms.Default().ID, whole)]
}

// TestHostileValues: what stands in a plan cannot bring keys, braces that are
// filled, markup or signs that break the file; as far as it is text, it stands on
// paper as it is.
func TestHostileValues(t *testing.T) {
	valid := map[string][]byte{}
	for name, c := range map[string]struct{ value, want string }{
		"body key":    {`\{noi_dung\}`, "{noi_dung}"},
		"another key": {`\{ho_ten\}`, "{ho_ten}"},
		"no key":      {`\{x\}`, "{x}"},
		"loose":       {`\{ và \}`, "{ và }"},
		"markup":      {`<w:p>&amp;</w:p>`, "<w:p>&amp;</w:p>"},
		"field":       {`=cmd|' /C calc'!A0`, "=cmd|' /C calc'!A0"},
		"folder":      {`../../etc/passwd`, "../../etc/passwd"},
		"long":        {strings.Repeat("rất dài ", 1250), strings.TrimSpace(strings.Repeat("rất dài ", 1250))},
	} {
		t.Run(name, func(t *testing.T) {
			yaml := strings.Replace(onPlan, "ho_ten: Lý Thị Sen", "ho_ten: '"+strings.ReplaceAll(c.value, "'", "''")+"'", 1)
			paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(yaml), Letterhead: defaultStarter(true)})
			if paper.Pages == nil {
				t.Fatal(told(paper.Findings), told(paper.Unpaged))
			}
			docx, err := paper.DOCX()
			if err != nil {
				t.Fatal(err)
			}
			text, err := readback.DocxText(docx)
			if err != nil {
				t.Fatal(err)
			}
			if flat := strings.Join(strings.Fields(text), " "); strings.Count(flat, c.want) != 1 {
				t.Errorf("the DOCX has %.40q %d times", c.want, strings.Count(flat, c.want))
			}
			if strings.Count(text, "Trồng cây ven đường.") != 1 {
				t.Error("the text of the plan does not stand there once")
			}
			if pdf, err := office().PDF(paper, build.Native); err != nil || len(pdf) == 0 {
				t.Errorf("PDF: %v", err)
			}
			valid[name+".docx"] = docx
		})
	}
	readback.Need(t, "ooxml-validator")
	faults, err := readback.Validate(valid)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range faults {
		if len(list) > 0 {
			t.Errorf("%s: %s", name, strings.Join(list, "\n\t"))
		}
	}
}

// TestUnprintableValues: emoji and control characters are refused in reading, as
// in any plan, before a letterhead is filled.
func TestUnprintableValues(t *testing.T) {
	for _, value := range []string{"Sen 👍", "Sen \\u0007"} {
		yaml := strings.Replace(onPlan, "ho_ten: Lý Thị Sen", "ho_ten: \""+value+"\"", 1)
		paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(yaml), Letterhead: defaultStarter(true)})
		if strings.Contains(value, "👍") && paper.Made() {
			t.Errorf("%q is printed", value)
		}
		if paper.Made() {
			if _, err := paper.DOCX(); err != nil {
				t.Errorf("%q: %v", value, err)
			}
		}
	}
}

// TestMau: the letterhead that a plan names is looked for beside it, and what is
// wrong is told at its line.
func TestMau(t *testing.T) {
	data, _ := office().NewLetterhead("", false)
	files := fstest.MapFS{
		"giay.docx":     {Data: data},
		"sau/giay.docx": {Data: data},
		"chu.docx":      {Data: []byte("không phải Word")},
		"to.docx":       {Data: make([]byte, build.MaxLetterhead+1)},
		"thu-muc/a.txt": {Data: nil},
	}
	for mau, want := range map[string]string{
		"giay.docx": "", "./giay.docx": "", "sau/giay.docx": "", `sau\giay.docx`: "", "không": "", "": "",
		"thieu.docx": "LETTERHEAD-MISSING", "../giay.docx": "LETTERHEAD-NAME", "/etc/passwd": "LETTERHEAD-NAME",
		`C:\giay.docx`: "LETTERHEAD-NAME", "chu.docx": "LETTERHEAD-KIND", "to.docx": "LETTERHEAD-READ", "thu-muc": "LETTERHEAD-READ",
		"{ten}.docx": "HOLE-OPEN",
	} {
		in := build.Input{Name: "a.yaml", Data: []byte(onPlan + "mau: '" + mau + "'\n"), Files: files}
		paper := office().Make(in)
		bad := errorsIn(paper.Findings)
		if got := strings.Join(codes(bad), " "); got != want {
			t.Errorf("mau %q: %q, want %q%s", mau, got, want, told(paper.Findings))
		}
		for _, f := range bad {
			if f.At.Line != 18 && f.Code != "LETTERHEAD-KIND" {
				t.Errorf("mau %q: %s is told at line %d", mau, f.Code, f.At.Line)
			}
		}
		if on := paper.Letterhead != nil; on != (want == "" && mau != "" && mau != "không") {
			t.Errorf("mau %q: on a letterhead %v", mau, on)
		}
	}
	in := build.Input{Name: "a.yaml", Data: []byte(onPlan + "mau: giay.docx\n")}
	if got := codes(errorsIn(office().Make(in).Findings)); !slices.Equal(got, []string{"LETTERHEAD-MISSING"}) {
		t.Errorf("a plan without a folder: %v", got)
	}
	in.Letterhead = defaultStarter(true)
	for mau, both := range map[string]bool{"giay.docx": true, "không": true, "": false} {
		in.Data = []byte(onPlan + "mau: '" + mau + "'\n")
		if paper := office().Make(in); paper.Letterhead != in.Letterhead || slices.Contains(codes(paper.Findings), "LETTERHEAD-BOTH") != both {
			t.Errorf("both, mau %q: %s", mau, told(paper.Findings))
		}
	}
}

// TestRichPaperOnLetterhead: a plan with a landscape phụ lục, footnotes and images
// comes out on a letterhead with all of them.
func TestRichPaperOnLetterhead(t *testing.T) {
	text := strings.Replace(onPlan, "Trồng cây ven đường.", "Trồng cây[^1] ven đường, chi tiết tại Phụ lục.\n      {hinh: so-do.png | Sơ đồ | 60mm}", 1) +
		"phu_luc:\n  - tieu_de: DANH SÁCH CÂY\n    kho: ngang\n    noi_dung: |\n      Cây trồng[^2] theo thôn.\nchu_thich:\n  1: Cây bản địa.\n  2: Gồm cả cây ăn quả.\n"
	for _, whole := range []bool{false, true} {
		paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(text), Files: pictureFiles(), Letterhead: defaultStarter(whole)})
		if paper.Pages == nil {
			t.Fatal(told(paper.Findings), told(paper.Unpaged))
		}
		if n := len(paper.Doc.Notes); n != 2 {
			t.Errorf("%d footnotes, want 2", n)
		}
		last := paper.Pages.Pages[len(paper.Pages.Pages)-1]
		if last.W <= last.H {
			t.Errorf("the phụ lục is %v wide and %v high", last.W, last.H)
		}
		images := 0
		for _, p := range paper.Pages.Pages {
			images += len(p.Images)
		}
		if images != 1 {
			t.Errorf("%d images, want 1", images)
		}
		docx, err := paper.DOCX()
		if err != nil {
			t.Fatal(err)
		}
		words, err := readback.DocxWords(docx, wordParts(t, docx)...)
		if err != nil {
			t.Fatal(err)
		}
		if lost, _ := readback.MissingWords([]string{"bản", "địa", "ăn", "quả", "SÁCH", "CÂY"}, words); len(lost) > 0 {
			t.Errorf("the DOCX lacks %q", lost)
		}
	}
}

// TestManyPapersAtOnce: a letterhead serves many papers at once, and each comes
// out as if it were alone.
func TestManyPapersAtOnce(t *testing.T) {
	l := defaultStarter(true)
	one := func(i int) ([32]byte, error) {
		text := strings.Replace(onPlan, "Lý Thị Sen", fmt.Sprintf("Lý Thị Sen %d", i), 1)
		paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(text), Letterhead: l})
		if paper.Pages == nil {
			return [32]byte{}, fmt.Errorf("%s%s", told(paper.Findings), told(paper.Unpaged))
		}
		docx, err := paper.DOCX()
		if err != nil {
			return [32]byte{}, err
		}
		if name := fmt.Sprintf("Sen%d", i); !strings.HasSuffix(lettersOf(paper.Pages.Pages[0]), name) {
			return [32]byte{}, fmt.Errorf("the pages of %d lack %q", i, name)
		}
		return sha256.Sum256(docx), nil
	}
	const papers = 100
	var got [papers][32]byte
	var wait sync.WaitGroup
	for i := range papers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			sum, err := one(i)
			if err != nil {
				t.Error(err)
			}
			got[i] = sum
		}()
	}
	wait.Wait()
	for _, i := range []int{0, 41, papers - 1} {
		if alone, err := one(i); err != nil || alone != got[i] {
			t.Errorf("paper %d alone is another one: %v", i, err)
		}
	}
}

// lettersOf are the letters of a page in their order.
func lettersOf(p page.Page) string {
	var b strings.Builder
	for _, w := range p.Words {
		b.WriteString(strings.Join(strings.Fields(w.Text), ""))
	}
	return b.String()
}

// TestKeysLeftEmpty: marks that a plan does not have leave neither a gap nor a
// row of the table at the head.
func TestKeysLeftEmpty(t *testing.T) {
	plain := office().Make(build.Input{Name: "a.yaml", Data: []byte(onPlan)})
	on := office().Make(build.Input{Name: "a.yaml", Data: []byte(onPlan), Letterhead: defaultStarter(false)})
	if plain.Pages == nil || on.Pages == nil {
		t.Fatal(told(plain.Findings), told(on.Findings), told(on.Unpaged))
	}
	if a, b := bodyLines(plain.Pages), bodyLines(on.Pages); !slices.Equal(a, b) {
		t.Error(firstDifference(a, b))
	}
	urgent := office().Make(build.Input{Name: "a.yaml", Data: []byte(onPlan + "do_khan: KHẨN\n"), Letterhead: defaultStarter(false)})
	if !strings.Contains(lettersOf(urgent.Pages.Pages[0]), "KHẨN") || diag.HasErrors(urgent.Findings) || hasRole(urgent.Doc, doc.DoKhan) {
		t.Errorf("the degree of urgency is not that of the letterhead: %s", told(urgent.Findings))
	}
}
