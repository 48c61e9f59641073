package compose_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/readback"
)

// lines gives the paragraphs of a role as text.
func lines(d *doc.Document, role doc.Role) []string {
	var out []string
	d.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok && p.Role == role {
			out = append(out, p.Text())
		}
	})
	return out
}

func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

// part is a plan of one part, whose keys begin in the fifth column.
func part(body string) []byte {
	return []byte("the_thuc: nd30\ntrich_yeu: Dọn kênh\nmuc:\n  - tieu_de: VIỆC LÀM\n" + body)
}

// TestEndMark: the last paragraph of the text ends "./.": a full stop is
// completed, a missing one is added, what is typed otherwise is kept.
func TestEndMark(t *testing.T) {
	for in, want := range map[string]string{
		"Các thôn thực hiện":          "Các thôn thực hiện./.",
		"Các thôn thực hiện.":         "Các thôn thực hiện./.",
		"Các thôn thực hiện./.":       "Các thôn thực hiện./.",
		"Các thôn thực hiện. ":        "Các thôn thực hiện./.",
		"Theo “*Quy ước*”":            "Theo “Quy ước”./.",
		"Các thôn gồm:":               "Các thôn gồm:",
		"Các thôn thực hiện;":         "Các thôn thực hiện;",
		"Các thôn thực hiện!":         "Các thôn thực hiện!",
		"Các thôn *thực hiện.*":       "Các thôn thực hiện./.",
		"Kèm biểu số 1/":              "Kèm biểu số 1/",
		"Dòng một.\n  Dòng cuối cùng": "Dòng cuối cùng./.",
	} {
		_, d, found := paper(t, "f", append(part("    noi_dung: |\n      Nạo vét.\n"), "ket: |\n  "+in+"\n"...))
		if len(found) > 0 {
			t.Fatal(found)
		}
		if got := last(lines(d, doc.Than)); got != want {
			t.Errorf("%q ends %q, want %q", in, got, want)
		}
		if got := lines(d, doc.Than)[0]; got != "Nạo vét." {
			t.Errorf("%q: another paragraph was changed: %q", in, got)
		}
	}
}

// TestSlipOfEndMark: a slip for "./." is kept or mended, never doubled.
func TestSlipOfEndMark(t *testing.T) {
	for _, in := range []string{"Các thôn thực hiện /.", "Các thôn thực hiện/.", "Các thôn thực hiện. /.", "Các thôn thực hiện./", "Các thôn thực hiện ./."} {
		_, d, found := paper(t, "f", append(part(""), "ket: |\n  "+in+"\n"...))
		if got := last(lines(d, doc.Than)); len(found) > 0 || strings.Count(got, "/") != 1 {
			t.Errorf("%q ends %q", in, got)
		}
	}
}

// TestEndMarkOfForm: a form whose end mark is a full stop gets no "./.".
func TestEndMarkOfForm(t *testing.T) {
	f := form(t, "nd30")
	f.EndMark = "."
	for in, want := range map[string]string{"Xong": "Xong.", "Xong.": "Xong.", "Xong./.": "Xong./.", "Xong;": "Xong;"} {
		p := &plan.Plan{TrichYeu: plan.Lines("A"), Ket: plan.Van{Given: true, Doan: []plan.Doan{{Chu: plan.Text(in)}}}}
		d, found := compose.Compose(p, f)
		if got := last(lines(d, doc.Than)); len(found) > 0 || got != want {
			t.Errorf("%q ends %q, want %q", in, got, want)
		}
	}
}

// TestLastParagraphKeepsWithSignature: it is never alone on a page: it stays
// whole and with what follows; no other running text does.
func TestLastParagraphKeepsWithSignature(t *testing.T) {
	_, d, _ := paper(t, "f", append(part("    noi_dung: |\n      Một.\n      Hai.\n      Ba.\n"), "luu: VT\n"...))
	var keep []string
	d.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok && p.Role == doc.Than && (p.KeepNext || p.KeepLines) {
			keep = append(keep, fmt.Sprintf("%s %v %v", p.Text(), p.KeepNext, p.KeepLines))
		}
	})
	if strings.Join(keep, ", ") != "Ba./. true true" {
		t.Error(keep)
	}
}

// anniversary composes a đợt with one anniversary.
func anniversary(t *testing.T, tu, den, line string) string {
	t.Helper()
	_, d, found := paper(t, "f", part(fmt.Sprintf("    dot:\n      - ten: Đợt 1\n        tu: %s\n        den: %s\n        ky_niem: [%s]\n", tu, den, line)))
	if len(found) > 0 {
		t.Fatal(found)
	}
	return last(lines(d, doc.Than))
}

// TestAnniversaries: the number of years and the second day are those of the
// table of domain.md §7.
func TestAnniversaries(t *testing.T) {
	years := []int{2021, 2022, 2024, 2026, 2027}
	for _, c := range []struct {
		day, name string
		base      int
		n         [5]int
	}{
		{"09/01/", "Ngày truyền thống học sinh, sinh viên", 1950, [5]int{71, 72, 74, 76, 77}},
		{"03/02/", "Ngày thành lập Đảng Cộng sản Việt Nam", 1930, [5]int{91, 92, 94, 96, 97}},
		{"27/02/", "Ngày Thầy thuốc Việt Nam", 1955, [5]int{66, 67, 69, 71, 72}},
		{"26/3/", "Ngày thành lập Đoàn TNCS Hồ Chí Minh", 1931, [5]int{90, 91, 93, 95, 96}},
		{"30/4/", "Ngày Giải phóng miền Nam, thống nhất đất nước", 1975, [5]int{46, 47, 49, 51, 52}},
		{"01/5/", "Ngày Quốc tế Lao động", 1886, [5]int{135, 136, 138, 140, 141}},
		{"07/5/", "Chiến thắng Điện Biên Phủ", 1954, [5]int{67, 68, 70, 72, 73}},
		{"19/5/", "Ngày sinh Chủ tịch Hồ Chí Minh", 1890, [5]int{131, 132, 134, 136, 137}},
		{"28/6/", "Ngày Gia đình Việt Nam", 2001, [5]int{20, 21, 23, 25, 26}},
		{"27/7/", "Ngày Thương binh - Liệt sĩ", 1947, [5]int{74, 75, 77, 79, 80}},
		{"28/7/", "Ngày thành lập Công đoàn Việt Nam", 1929, [5]int{92, 93, 95, 97, 98}},
		{"02/9/", "Quốc khánh nước CHXHCN Việt Nam", 1945, [5]int{76, 77, 79, 81, 82}},
		{"20/11/", "Ngày Nhà giáo Việt Nam", 1982, [5]int{39, 40, 42, 44, 45}},
		{"22/12/", "Ngày thành lập QĐND Việt Nam", 1944, [5]int{77, 78, 80, 82, 83}},
	} {
		for i, year := range years {
			got := anniversary(t, fmt.Sprintf("01/01/%d", year), fmt.Sprintf("31/12/%d", year), fmt.Sprintf("'%s%d %s'", c.day, c.base, c.name))
			want := fmt.Sprintf("kỷ niệm %d năm %s (%s%d - %s%d)", c.n[i], c.name, c.day, c.base, c.day, year)
			if !strings.Contains(got, want) {
				t.Errorf("%d: %s\nwant %s", year, got, want)
			}
		}
	}
}

// TestAnniversaryNotations: signs between day and name are taken; what has no
// full base day, or no year to count to, is printed as typed.
func TestAnniversaryNotations(t *testing.T) {
	for _, c := range []struct{ tu, den, line, want string }{
		{"01/01/2027", "31/12/2027", "'28/7/1929: Ngày A'", "kỷ niệm 98 năm Ngày A (28/7/1929 - 28/7/2027)"},
		{"01/01/2027", "31/12/2027", "'28/7/1929 - Ngày A'", "kỷ niệm 98 năm Ngày A (28/7/1929 - 28/7/2027)"},
		{"2027", "", "28/7/1929 Ngày A", "kỷ niệm 98 năm Ngày A"},
		{"", "12/2027", "28/7/1929 Ngày A", "kỷ niệm 98 năm Ngày A"},
		{"", "", "28/7/1929 Ngày A", "hướng tới 28/7/1929 Ngày A."},
		{"01/01/2027", "31/12/2027", "12/1972 Ngày B", "hướng tới 12/1972 Ngày B."},
		{"01/01/2027", "31/12/2027", "ngày hội làng", "hướng tới ngày hội làng."},
	} {
		if got := anniversary(t, c.tu, c.den, c.line); !strings.Contains(got, c.want) {
			t.Errorf("%s - %s, %s: %s", c.tu, c.den, c.line, got)
		}
	}
}

// TestAnniversaryOverNewYear: in a phase over two years the anniversary is the
// one inside the phase: a school year from September to May has its Teachers'
// Day in the first year.
func TestAnniversaryOverNewYear(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"20/11/1982 Ngày Nhà giáo Việt Nam", "kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)"},
		{"26/3/1931 Ngày thành lập Đoàn", "kỷ niệm 96 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2027)"},
	} {
		if got := anniversary(t, "05/9/2026", "31/5/2027", c.line); !strings.Contains(got, c.want) {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

// TestSigns: at the sign of its place the first đợt stands, numbers count on.
func TestSigns(t *testing.T) {
	for sign, want := range map[string]string{
		"":      "Đợt A. | Đợt B. | Đợt C./.",
		"- ":    "- Đợt A. | - Đợt B. | - Đợt C./.",
		"+ ":    "+ Đợt A. | + Đợt B. | + Đợt C./.",
		"1. ":   "1. Đợt A. | 2. Đợt B. | 3. Đợt C./.",
		"9. ":   "9. Đợt A. | 10. Đợt B. | 11. Đợt C./.",
		"2.1. ": "2.1. Đợt A. | 2.2. Đợt B. | 2.3. Đợt C./.",
		"a) ":   "a) Đợt A. | b) Đợt B. | c) Đợt C./.",
		"(1) ":  "(1) Đợt A. | (2) Đợt B. | (3) Đợt C./.",
	} {
		_, d, found := paper(t, "f", part("    noi_dung: |\n      "+sign+"{dot}\n    dot: [{ten: Đợt A}, {ten: Đợt B}, {ten: Đợt C}]\n"))
		if len(found) > 0 {
			t.Fatal(found)
		}
		if got := strings.Join(lines(d, doc.Than), " | "); got != want {
			t.Errorf("%q: %s", sign, got)
		}
	}
}

// TestPhasesOnce: phases are printed once wherever they are placed, and a
// place without phases, or a second one, is told.
func TestPhasesOnce(t *testing.T) {
	for _, c := range []struct{ name, body string }{
		{"two places", "    noi_dung: |\n      - {dot}\n      + {dot}\n    dot: [{ten: Đợt A}]\n"},
		{"a place without phases", "    noi_dung: |\n      Xem:\n      - {dot}\n"},
		{"a place where none can stand", "    muc_dich: |\n      Có:\n      - {dot}\n    dot: [{ten: Đợt A}]\n"},
	} {
		_, d, found := paper(t, "f", part(c.body))
		if len(found) > 0 {
			continue // told
		}
		t.Errorf("%s: nothing is told and the paper has %q", c.name, lines(d, doc.Than))
	}
}

// TestRefused: each thing that cannot be drawn yet is refused by its name, at
// its place; a key that says no or nothing is not.
func TestRefused(t *testing.T) {
	head := "the_thuc: nd30\ntrich_yeu: Dọn kênh\n"
	muc := "muc:\n  - tieu_de: A\n    noi_dung: |\n      Nạo vét.\n"
	for _, c := range []struct{ name, text, want string }{
		{"plain", head + muc, ""},
		{"blank keys", head + "kem_theo:\ndo_khan:\nluu_hanh:\nbieu_trung:\nmau:\ndia_chi:\nphu_luc:\nchu_thich:\n" + muc, ""},
		{"bieu_trung", head + "bieu_trung: a.png\n" + muc, "LOGO-FORM "},
		{"bieu_trung: không", head + "bieu_trung: không\n" + muc, ""},
		{"mau is the matter of whoever finds the file", head + "mau: a.docx\n" + muc, ""},
		{"khi", head + muc + "    khi: {cot: loai, la: trường}\n", "BATCH-ONLY khi"},
		{"picture", head + muc + "      {hinh: a.png | A}\n", ""},
		{"picture behind a sign", head + muc + "      - {hinh: a.png | A}\n", "IMAGE-PLACE {hinh: …}"},
		{"picture in a line", head + muc + "      Xem {hinh: a.png} này.\n", "IMAGE-PLACE {hinh: …}"},
		{"picture in a recipient", head + muc + "noi_nhan: ['A {hinh: a.png}']\n", "IMAGE-PLACE {hinh: …}"},
		{"tien_do", head + muc + "      {tien_do}\n", "SCHEDULE-EMPTY {tien_do}"},
		{"a note without a text", head + muc + "      Xem[^1].\n", "NOTE-MISSING [^1]"},
		{"a note with a blank text", head + muc + "      Xem[^1].\nchu_thich:\n  1:\n", "NOTE-MISSING [^1]"},
		{"a note in the title", "the_thuc: nd30\ntrich_yeu: Dọn[^1]\n" + muc + "chu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in a body", head + "co_quan: Xã[^1]\n" + muc + "chu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in a number", head + "so: 1[^a]\n" + muc + "chu_thich: {a: a}\n", "NOTE-PLACE [^a]"},
		{"a note in a symbol", head + "ky_hieu: KH[^a]\n" + muc + "chu_thich: {a: a}\n", "NOTE-PLACE [^a]"},
		{"a note in a part's number", head + "muc:\n  - tieu_de: A\n    so: II[^a]\nchu_thich: {a: a}\n", "NOTE-PLACE [^a]"},
		{"a note in a recipient", head + muc + "noi_nhan: ['Xã[^1]']\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in the archive line", head + muc + "luu: VT[^1]\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in a name", head + muc + "nguoi_ky: {chuc_vu: A, ho_ten: 'B[^1]'}\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in an anniversary", head + muc + "    dot: [{ten: A, ky_niem: '1/1/1990 mở chợ[^1]'}]\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in a table", head + muc + "      | a[^1] |\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in a task", head + muc + "    nhiem_vu: [{viec: 'a[^1]'}]\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in the title of a phụ lục", head + muc + "      Xem Phụ lục.\nphu_luc:\n  - tieu_de: 'A[^1]'\n    noi_dung: b\nchu_thich: {1: a}\n", "NOTE-PLACE [^1]"},
		{"a note in a note", head + muc + "      Xem[^1].\nchu_thich: {1: 'a[^2]', 2: b}\n", "NOTE-PLACE [^2]"},
		{"hole in the title", "the_thuc: nd30\ntrich_yeu: Của {don_vi}\n" + muc, "HOLE-OPEN {don_vi}"},
		{"hole in a body", head + "co_quan: '{don_vi}'\n" + muc, "HOLE-OPEN {don_vi}"},
		{"hole in a heading", head + "muc:\n  - tieu_de: A {b}\n", "HOLE-OPEN {b}"},
		{"hole in text", head + muc + "      Giao {nguoi_nhan} làm.\n", "HOLE-OPEN {nguoi_nhan}"},
		{"hole in a recipient", head + muc + "noi_nhan: ['{ten}']\n", "HOLE-OPEN {ten}"},
		{"hole in a name", head + muc + "nguoi_ky: {chuc_vu: A, ho_ten: '{ten}'}\n", "HOLE-OPEN {ten}"},
		{"hole in a phase", head + muc + "    dot: [{ten: '{dot_nao}'}]\n", "HOLE-OPEN {dot_nao}"},
		{"hole for the day of a phase", head + muc + "    dot: [{ten: A, tu: '{tu_ngay}'}]\n", "HOLE-OPEN {tu_ngay}"},
		{"braces that are text", head + muc + "      Ghi \\{ten\\} vào ô.\n", ""},
		{"a note is not printed", head + muc + "      # {ten} [^1]\n", ""},
	} {
		_, d, found := paper(t, "f", []byte(c.text))
		code, name, _ := strings.Cut(c.want, " ")
		switch {
		case c.want == "":
			if d == nil || len(found) > 0 {
				t.Errorf("%s: refused: %v", c.name, found)
			}
		case d != nil || len(found) == 0:
			t.Errorf("%s: not refused", c.name)
		default:
			for _, f := range found {
				if f.Code != code || !strings.Contains(f.Message.Vi, name) || !strings.Contains(f.Message.En, name) || f.Severity != diag.Error || f.At.Line == 0 {
					t.Errorf("%s: %s at line %d: %s", c.name, f.Code, f.At.Line, f.Message.Vi)
				}
			}
		}
	}
}

var (
	yamlComment = regexp.MustCompile(`(?m)^\s*#.*$|\s# .*$`)
	unprinted   = regexp.MustCompile(`(?m)^ *(the_thuc|thoi_ky|bieu_trung|kho):.*$`)
	yamlKey     = regexp.MustCompile(`(?m)^\s*(- )?[a-z_]+:( |$)`)
	yamlPlace   = regexp.MustCompile(`\{(dot|nhiem_vu|tien_do|hinh:[^{}]*)\}|\|-[-0-9.|]*\|`)
)

// formWords are what the form and the numbering may add to a plan's words.
var formWords = regexp.MustCompile(`^(CỘNG|HÒA|XÃ|HỘI|CHỦ|NGHĨA|VIỆT|NAM|ĐẢNG|SẢN|ĐOÀN|TNCS|HỒ|CHÍ|MINH|Độc|lập|Tự|do|Hạnh|phúc|Số|ngày|tháng|năm|KẾ|HOẠCH|[IVX]+|[12]|Mục|đích|Yêu|cầu|Nơi|nhận|Lưu|` +
	`DỰ|THẢO|LẦN|Dự|thảo|lần|Từ|đến|với|chủ|đề|Các|hoạt|động|hướng|tới|kỷ|niệm|\d{1,3}|20\d\d)$`)

// TestNoWordChanges: every word of a sample stands on its paper, letter by
// letter and as often; what is more comes from the form.
func TestNoWordChanges(t *testing.T) {
	files, _ := readback.PlanFiles("../../samples/*/*.yaml")
	if len(files) < 7 {
		t.Fatalf("only %d samples", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, d, found := paper(t, file, data)
		if len(found) > 0 {
			t.Fatalf("%s: %v", file, found)
		}
		var onPaper, again strings.Builder // a schedule and a Kèm theo line say again what stands elsewhere
		d.Walk(func(b doc.Block) {
			p, ok := b.(*doc.Paragraph)
			if !ok {
				return
			}
			for _, r := range p.Runs {
				if r.Note != 0 { // a footnote's number touches the word before it
					r.Text = " " + r.Text + " "
				}
				onPaper.WriteString((&doc.Paragraph{Runs: []doc.Run{r}}).Text())
			}
			onPaper.WriteString("\n")
			switch p.Role {
			case doc.OTienDo, doc.ODau, doc.KemTheo, doc.NhanPhuLuc:
				again.WriteString(p.Text() + "\n")
			}
		})
		text := yamlComment.ReplaceAllString(string(data), "")
		for _, drop := range []*regexp.Regexp{unprinted, yamlKey, yamlPlace} {
			text = drop.ReplaceAllString(text, " ")
		}
		missing, extra := readback.MissingWords(readback.Tokens(text), readback.Tokens(onPaper.String()))
		if len(missing) > 0 {
			t.Errorf("%s: lost %q", file, missing)
		}
		extra, _ = readback.MissingWords(extra, readback.Tokens(again.String()))
		for _, w := range extra {
			if !formWords.MatchString(w) {
				t.Errorf("%s: added %q", file, w)
			}
		}
	}
}

// TestTabs: a tab between two words is a blank on paper, or is told: the fonts
// have no letter for it.
func TestTabs(t *testing.T) {
	_, d, found := paper(t, "f", part("    noi_dung: |\n      1. Giao\tPhòng A\n      làm\t\tviệc.\n"))
	if len(found) > 0 {
		return // told
	}
	d.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok && strings.Contains(p.Text(), "\t") {
			t.Errorf("%q has a tab", p.Text())
		}
	})
}

// TestIDs: every block has its own number, every rule points to the paragraph
// above it.
func TestIDs(t *testing.T) {
	_, d, _ := paper(t, "f", part("    noi_dung: |\n      Một.\n"))
	seen := map[int]doc.Role{}
	d.Walk(func(b doc.Block) {
		id, role := 0, doc.Role("")
		switch x := b.(type) {
		case *doc.Paragraph:
			id, role = x.ID, x.Role
		case *doc.Rule:
			id = x.ID
			if seen[x.Of] != x.Role {
				t.Errorf("the rule of %s points to %q", x.Role, seen[x.Of])
			}
		case *doc.Columns:
			id, role = x.ID, x.Role
		}
		if _, twice := seen[id]; twice || id == 0 {
			t.Errorf("%T: the number %d is taken", b, id)
		}
		seen[id] = role
	})
}

// TestInfo: the files tell title, subject, body and day of the plan.
func TestInfo(t *testing.T) {
	_, d, _ := paper(t, "f", []byte("the_thuc: nd30\nco_quan: |\n  UBND\n  XÃ VẠC\nngay: 06/3/2027\ntrich_yeu: |\n  Dọn *kênh*\n  mùa khô\nmuc: [{tieu_de: A}]\n"))
	want := doc.Info{Title: "KẾ HOẠCH Dọn kênh mùa khô", Subject: "Dọn kênh mùa khô", Creator: "UBND XÃ VẠC", Year: 2027, Month: 3, Day: 6, Lang: "vi-VN"}
	if d.Info != want {
		t.Errorf("%+v", d.Info)
	}
}
