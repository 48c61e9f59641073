package standard_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/font"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// realMeasure fills with Liberation Serif, whose widths are Times New Roman's.
func realMeasure(t *testing.T) standard.Measure {
	t.Helper()
	fam, err := font.Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	return func(spans []standard.Span, size, measure unit.Length) []unit.Length {
		var pieces []font.Piece
		for _, s := range spans {
			pieces = append(pieces, font.Piece{Text: s.Text, Style: font.Style{Bold: s.Bold, Italic: s.Italic, Size: size}})
		}
		var out []unit.Length
		for _, l := range fam.Fill(pieces, measure, measure) {
			out = append(out, l.Width)
		}
		return out
	}
}

// blockMeasure is a typewriter: every letter is a fifth of its size wide,
// words longer than the measure are cut.
func blockMeasure(spans []standard.Span, size, measure unit.Length) []unit.Length {
	text := ""
	for _, s := range spans {
		text += s.Text
	}
	letter := size / 5
	var out []unit.Length
	for _, line := range strings.Split(text, "\n") {
		used := 0
		for _, word := range strings.Split(line, " ") {
			n := len([]rune(word))
			if used > 0 && unit.Length(used+1+n)*letter > measure {
				out, used = append(out, unit.Length(used)*letter), 0
			}
			if used > 0 {
				used++
			}
			for used += n; unit.Length(used)*letter > measure && measure >= letter; used -= int(measure / letter) {
				out = append(out, measure/letter*letter)
			}
		}
		out = append(out, unit.Length(used)*letter)
	}
	return out
}

func plain(id int, role, table string, right bool, text string) standard.Text {
	return standard.Text{ID: id, Role: role, Table: table, Right: right, Spans: []standard.Span{{Text: text}}}
}

// head is the head of a paper with this date.
func head(date string) []standard.Text {
	return []standard.Text{
		plain(1, "co_quan", "dau_trang", false, "UBND PHƯỜNG BẾN ĐÒ"),
		plain(2, "quoc_hieu", "dau_trang", true, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
		plain(3, "tieu_ngu", "dau_trang", true, "Độc lập - Tự do - Hạnh phúc"),
		plain(4, "so", "dau_trang", false, "Số: 25/KH-UBND"),
		plain(5, "ngay", "dau_trang", true, date),
	}
}

const (
	shortDate = "Hà Nội, ngày 05 tháng 01 năm 2020"
	longDate  = "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026" // 106.3 mm at 14 pt, 98.7 mm at 13 pt
)

// TestSizeSet: set A where its lines have room, else set B, else a narrower
// left column; the date line has its measured room in every case.
func TestSizeSet(t *testing.T) {
	measure := realMeasure(t)
	for _, c := range []struct {
		name, figures, date, set string
		left, dateWidth          float64 // mm
	}{
		{"a short date", "", shortDate, "A", 58, 72.2},
		{"the longest date", "", longDate, "B", 58, 98.7},
		{"right margin 15: set A has room", "page: {right: 15mm}", longDate, "A", 58, 106.3},
		{"only set A is wanted", "size_set: A", longDate, "A", 0, 106.3},
		{"only set B is wanted", "size_set: B", shortDate, "B", 58, 0},
		{"a column of the official file", "columns: {dau_trang: {left: 66mm}}", longDate, "A", 0, 106.3},
		{"nothing has room", "columns: {dau_trang: {left: 80mm, left_min: 80mm}}", longDate, "B", 0, 98.7},
	} {
		fig := get(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\ndefault: false\nfigures: {" + c.figures + "}\n"}, "rieng").Figures
		r := standard.Resolve(&fig, standard.Paper{Texts: head(c.date)}, measure)
		left, right := r.CellWidth("dau_trang", false), r.CellWidth("dau_trang", true)
		if r.Set != c.set || c.left > 0 && math.Abs(left.MM()-c.left) > 0.02 {
			t.Errorf("%s: set %s, left column %v", c.name, r.Set, left)
		}
		if right.MM() < c.dateWidth || left+right != r.Page.TextWidth() || left.Twips()*635 != int64(left) {
			t.Errorf("%s: columns %v | %v", c.name, left, right)
		}
	}
}

// TestNoWrap: each of the four lines of the head alone gets its room, from
// set B or from the other column; a name of a body may take several lines.
func TestNoWrap(t *testing.T) {
	fig := get(t, nil, "nd30").Figures // 58 | 102 mm: 63 | 111 letters of 2.6 pt, 103 of 2.8 pt
	for _, c := range []struct {
		role    string
		right   bool
		letters int
		set     string
		left    float64 // mm
	}{
		{"so", false, 62, "A", 58},
		{"so", false, 70, "A", 64.46}, // 182 pt and a quarter of a millimetre
		{"quoc_hieu", true, 110, "A", 58},
		{"quoc_hieu", true, 112, "B", 58},
		{"quoc_hieu", true, 130, "B", 49.69}, // set A would leave less than the least width
		{"quoc_hieu", true, 150, "B", 32.76}, // no room in either set: the least of evils
		{"tieu_ngu", true, 102, "A", 58},
		{"tieu_ngu", true, 110, "B", 58},
		{"ngay", true, 110, "B", 58},
		{"ngay", true, 115, "A", 46.16},
		{"co_quan", false, 500, "A", 58},
		{"chu_quan", false, 500, "A", 58},
	} {
		r := standard.Resolve(&fig, standard.Paper{Texts: []standard.Text{plain(1, c.role, "dau_trang", c.right, strings.Repeat("a", c.letters))}}, blockMeasure)
		if left := r.CellWidth("dau_trang", false).MM(); r.Set != c.set || math.Abs(left-c.left) > 0.03 {
			t.Errorf("%s of %d letters: set %s, left column %.2f mm; want %s, %.2f", c.role, c.letters, r.Set, left, c.set, c.left)
		}
	}
}

// TestSizesGoTogether: in set B all sizes of the head step down, as the note
// to table V wants; số stays 13 pt, the body is not touched.
func TestSizesGoTogether(t *testing.T) {
	fig := get(t, nil, "nd30").Figures
	for set, want := range map[string]map[string]float64{
		"A": {"quoc_hieu": 13, "chu_quan": 13, "co_quan": 13, "tieu_ngu": 14, "ngay": 14, "so": 13, "than": 14, "trich_yeu": 14, "noi_nhan_item": 11},
		"B": {"quoc_hieu": 12, "chu_quan": 12, "co_quan": 12, "tieu_ngu": 13, "ngay": 13, "so": 13, "than": 14, "trich_yeu": 14, "noi_nhan_item": 11},
	} {
		fig.SizeSet = set
		r := standard.Resolve(&fig, standard.Paper{}, blockMeasure)
		for role, size := range want {
			if got := r.Style(role).Size.Value.Points(); r.Set != set || got != size {
				t.Errorf("set %s: %s is %v pt, want %v", set, role, got, size)
			}
		}
	}
}

// TestRuleOfTieuNgu: as long as its text, in either set (domain.md §1.4).
func TestRuleOfTieuNgu(t *testing.T) {
	fig := get(t, nil, "nd30").Figures
	for set, want := range map[string]float64{"A": 171.4, "B": 159.1} {
		fig.SizeSet = set
		r := standard.Resolve(&fig, standard.Paper{Texts: head(shortDate), Rules: []standard.Drawn{{ID: 9, Of: 3, Role: "tieu_ngu"}}}, realMeasure(t))
		if got := r.Length[9].Points(); math.Abs(got-want) > 0.1 {
			t.Errorf("set %s: %.2f pt, want %.1f", set, got, want)
		}
	}
}

// TestRuleLengths: a rule is its share of the last line above it.
func TestRuleLengths(t *testing.T) {
	fig := get(t, nil, "nd30").Figures // a letter of 13 pt is 2.6 pt wide here, of 14 pt 2.8 pt
	for _, c := range []struct {
		name, role, text string
		want             float64 // pt
	}{
		{"one line", "co_quan", strings.Repeat("A", 20), 0.4 * 20 * 2.6},
		{"typed lines", "co_quan", strings.Repeat("A", 30) + "\n" + strings.Repeat("B", 10), 0.4 * 10 * 2.6},
		{"filled lines", "co_quan", strings.Repeat("A", 50) + " " + strings.Repeat("B", 40), 0.4 * 40 * 2.6},
		{"all of it", "tieu_ngu", strings.Repeat("A", 20), 20 * 2.8},
		{"title", "trich_yeu", strings.Repeat("A", 100) + " " + strings.Repeat("B", 60), 0.4 * 60 * 2.8},
	} {
		table := map[bool]string{true: "dau_trang"}[c.role != "trich_yeu"]
		r := standard.Resolve(&fig, standard.Paper{Texts: []standard.Text{plain(1, c.role, table, c.role == "tieu_ngu", c.text)}, Rules: []standard.Drawn{{ID: 2, Of: 1, Role: c.role}}}, blockMeasure)
		if got := r.Length[2].Points(); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s: %.2f pt, want %.2f", c.name, got, c.want)
		}
	}
}

// TestBalance: balanced lines are of like length: two words of one length and
// a short one do not stand two and one where all three fit two lines better.
func TestBalance(t *testing.T) {
	fig := get(t, nil, "nd30").Figures
	for _, c := range []struct {
		name, role, table, text string
		lines                   []int // letters of each line
	}{
		{"one line stays", "trich_yeu", "", strings.Repeat("a", 40), []int{40}},
		{"two of like length", "trich_yeu", "", words(12, 9) + " " + words(6, 9), []int{89, 89}},
		{"words are not cut", "co_quan", "dau_trang", strings.Repeat("A", 40) + " " + words(8, 3), []int{40, 31}},
		{"typed lines stay", "trich_yeu", "", words(6, 9) + "\n" + words(2, 9), []int{59, 19}},
	} {
		text := plain(1, c.role, c.table, false, c.text)
		r := standard.Resolve(&fig, standard.Paper{Texts: []standard.Text{text}}, blockMeasure)
		size := r.Style(c.role).Size.Value
		var got []int
		for _, w := range blockMeasure(text.Spans, size, width(r, text)) {
			got = append(got, int(w/(size/5)))
		}
		if len(got) != len(c.lines) {
			t.Errorf("%s: %v, want %v", c.name, got, c.lines)
			continue
		}
		for i := range got {
			if got[i] != c.lines[i] {
				t.Errorf("%s: %v, want %v", c.name, got, c.lines)
				break
			}
		}
	}
}

// words gives n words of so many letters.
func words(n, letters int) string {
	return strings.TrimSpace(strings.Repeat(strings.Repeat("a", letters)+" ", n))
}

// width is the measure of a text after Resolve.
func width(r *standard.Resolved, t standard.Text) unit.Length {
	w := r.Page.TextWidth()
	if t.Table != "" {
		w = r.CellWidth(t.Table, t.Right)
	}
	return w - 2*r.Narrow[t.ID]
}

// TestBalanceNeverWorse: for random titles in the real fonts, balancing keeps
// the number of lines, leaves every word whole and stays inside the measure
// of the style.
func TestBalanceNeverWorse(t *testing.T) {
	measure := realMeasure(t)
	st := get(t, nil, "nd30")
	syllables := strings.Fields("thi đua LIÊN ĐOÀN phường\u00a0Bến\u00a0Đò nghiêng chào\u00a0mừng năm\u00a02027 và kỷ niệm ở KHUYẾN-HỌC ngày/đêm Nghĩa")
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 4))
		var parts []string
		for range 1 + rng.IntN(40) {
			parts = append(parts, syllables[rng.IntN(len(syllables))])
		}
		text := strings.Join(parts, " ")
		for _, in := range []standard.Text{plain(1, "trich_yeu", "", false, text), plain(1, "co_quan", "dau_trang", false, text)} {
			r := standard.Resolve(&st.Figures, standard.Paper{Texts: []standard.Text{in}}, measure)
			style := r.Style(in.Role)
			full := width(r, in) + 2*r.Narrow[1]
			if style.Measure.Value > 0 {
				full = min(full, style.Measure.Value)
			}
			spans := []standard.Span{{Text: text, Bold: style.Bold}}
			before, after := measure(spans, style.Size.Value, full), measure(spans, style.Size.Value, width(r, in))
			if len(before) != len(after) || width(r, in) > full+2*unit.Twip {
				t.Fatalf("%s %q: %d lines become %d in %v of %v", in.Role, text, len(before), len(after), width(r, in), full)
			}
			for _, word := range parts {
				if w := measure([]standard.Span{{Text: word, Bold: style.Bold}}, style.Size.Value, 1<<40)[0]; w <= full && w > width(r, in) {
					t.Fatalf("%s: %q is %v wide and must stand in %v", in.Role, word, w, width(r, in))
				}
			}
		}
	}
}

// TestMeasureIsCentred: a style with a measure is narrowed by the same on
// both sides, in whole twips; one without is not narrowed.
func TestMeasureIsCentred(t *testing.T) {
	fig := get(t, nil, "nd30").Figures
	r := standard.Resolve(&fig, standard.Paper{Texts: []standard.Text{plain(1, "trich_yeu", "", false, "ngắn"), plain(2, "than", "", false, "ngắn")}}, blockMeasure)
	if got := r.Narrow[1].MM(); math.Abs(got-10) > 0.02 || r.Narrow[1]%unit.Twip != 0 {
		t.Errorf("trích yếu: %v on each side, want 10 mm: 140 of 160", r.Narrow[1])
	}
	if _, ok := r.Narrow[2]; ok {
		t.Error("running text is narrowed")
	}
}

// TestBlank: open room is no-break blanks, as many as the form says.
func TestBlank(t *testing.T) {
	fig := get(t, nil, "nd30").Figures
	if got := fig.Blank("ngay"); got != strings.Repeat("\u00a0", 5) || fig.Blank("khong_co") != "" {
		t.Errorf("%q", got)
	}
}
