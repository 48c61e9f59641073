package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// shown writes pieces as people would mark them: [-old-] and [+new+].
func shown(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch {
		case p.Same():
			b.WriteString(p.New)
		default:
			if p.Old != "" {
				b.WriteString("[-" + p.Old + "-]")
			}
			if p.New != "" {
				b.WriteString("[+" + p.New + "+]")
			}
		}
	}
	return b.String()
}

// TestWords: what differs is told in whole words; days, numbers and symbols are
// one word.
func TestWords(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"", "mới", "[+mới+]"},
		{"cũ", "", "[-cũ-]"},
		{"như cũ", "như cũ", "như cũ"},
		{"xong trước ngày 30/6/2026.", "xong trước ngày 30/6/2027.", "xong trước ngày [-30/6/2026-][+30/6/2027+]."},
		{"số hóa 60.000 trang", "số hóa 65.000 trang", "số hóa [-60.000-][+65.000+] trang"},
		{"Kế hoạch số 12/KH-UBND ngày 06/01/2026", "Kế hoạch số 15/KH-UBND ngày 06/01/2026", "Kế hoạch số [-12/KH-UBND-][+15/KH-UBND+] ngày 06/01/2026"},
		{"tăng 5,5% so với năm trước", "tăng 6,5% so với năm trước", "tăng [-5,5-][+6,5+]% so với năm trước"},
		{"Sở Nội vụ chủ trì", "Sở Nội vụ, Sở Tài chính chủ trì", "Sở Nội vụ[+, Sở Tài chính+] chủ trì"},
		{"báo cáo hằng tháng, hằng quý", "báo cáo hằng quý", "báo cáo hằng [-tháng, hằng -]quý"},
		{"mối mọt mỗi quý", "mối mọt, ẩm mốc mỗi tháng", "mối mọt[+, ẩm mốc+] mỗi [-quý-][+tháng+]"},
		{"Hoàn", "hoàn", "[-Hoàn-][+hoàn+]"},
		{"Hòa", "Hoà", "[-Hòa-][+Hoà+]"},
		// Words that a new sentence shares by chance are not told as kept.
		{
			"Rà soát và lập danh sách của thôn", "Tổ chức và công khai tiền của quỹ",
			"[-Rà soát và lập danh sách-][+Tổ chức và công khai tiền+] của [-thôn-][+quỹ+]",
		},
		{"Quyết định số 14/QĐ-UBND ngày 02/01/2026", "Quyết định số 21/QĐ-UBND ngày 04/01/2027", "Quyết định số [-14/QĐ-UBND-][+21/QĐ-UBND+] ngày [-02/01/2026-][+04/01/2027+]"},
		{"từ 01/6/2026 - 30/11/2026", "từ 01/6/2027 - 30/11/2027", "từ [-01/6/2026 - 30/11/2026-][+01/6/2027 - 30/11/2027+]"},
	} {
		if got := shown(Words(c.before, c.after)); got != c.want {
			t.Errorf("%q, %q:\n got %s\nwant %s", c.before, c.after, got, c.want)
		}
	}
}

// TestWordsAreWhole: the pieces are both texts, whatever these are.
func TestWordsAreWhole(t *testing.T) {
	g := rand.New(rand.NewPCG(1, 2))
	draw := func() string {
		var b strings.Builder
		for range g.IntN(40) {
			b.WriteString([]string{"a", "b", "c", " ", ", ", "1/2", "đ", "̣", "-", "\n", "  ", "\xff"}[g.IntN(12)])
		}
		return b.String()
	}
	for range 3000 {
		a, b := draw(), draw()
		var x, y strings.Builder
		for i, p := range Words(a, b) {
			x.WriteString(p.Old)
			y.WriteString(p.New)
			if p.Old == "" && p.New == "" {
				t.Fatalf("%q, %q: piece %d is empty", a, b, i)
			}
		}
		if x.String() != a || y.String() != b {
			t.Fatalf("%q, %q became %q, %q", a, b, x.String(), y.String())
		}
	}
}

// least is how many of two sequences can be shared at most: the table of the
// textbook, which needs no diagonal.
func least(a, b []int) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}

// TestEditsAreFewest: what is shared is shared, in order, and no more could be.
func TestEditsAreFewest(t *testing.T) {
	g := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		a, b := make([]int, g.IntN(30)), make([]int, g.IntN(30))
		for _, s := range [][]int{a, b} {
			for i := range s {
				s[i] = g.IntN(5)
			}
		}
		kept, i, j := 0, 0, 0
		for n, e := range edits(a, b) {
			if e.a0 != i || e.b0 != j || n > 0 && e.a0 == e.a1 && e.b0 == e.b1 {
				t.Fatalf("%v, %v: %+v does not follow", a, b, e)
			}
			i, j = e.a1, e.b1
			if !e.same {
				continue
			}
			kept += e.a1 - e.a0
			if fmt.Sprint(a[e.a0:e.a1]) != fmt.Sprint(b[e.b0:e.b1]) {
				t.Fatalf("%v, %v: %+v is not shared", a, b, e)
			}
		}
		if i != len(a) || j != len(b) || kept != least(a, b) {
			t.Fatalf("%v, %v: to %d, %d, shared %d, want %d", a, b, i, j, kept, least(a, b))
		}
	}
}

// TestEditsOfManyChanges: sequences that differ in too much share their ends.
func TestEditsOfManyChanges(t *testing.T) {
	a, b := make([]int, 3000), make([]int, 3000)
	for i := range a {
		a[i], b[i] = i, -i
	}
	a[2999], b[2999] = 7, 7
	got := fmt.Sprint(edits(a, b))
	if want := "[{true 0 1 0 1} {false 1 2999 1 2999} {true 2999 3000 2999 3000}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestAlign: equal lines are pairs, then those that are most alike; no pair
// crosses another.
func TestAlign(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"", "", "[]"},
		{"một", "một", "[[0 0]]"},
		{"một|hai|ba", "một|ba", "[[0 0] [2 1]]"},
		{"một|hai", "hai|một", "[[1 0]]"},
		{"dọn kênh năm 2026|trồng cây năm 2026", "trồng cây năm 2027", "[[1 0]]"},
		{"mở lớp ở xã Bắc|mở lớp ở xã Nam", "mở lớp ở xã Nam mới|đóng lớp", "[[1 0]]"},
		{"dọn kênh một|dọn kênh hai", "dọn kênh ba|dọn kênh bốn", "[[0 0] [1 1]]"},
		{"khác hẳn", "chẳng giống", "[]"},
	} {
		a, b := strings.FieldsFunc(c.a, bar), strings.FieldsFunc(c.b, bar)
		got := fmt.Sprint(align(a, b, func(i, j int) float64 { return likeness(bagOf(a[i]), bagOf(b[j]), leastText) }))
		if got != c.want {
			t.Errorf("%q, %q: got %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func bar(r rune) bool { return r == '|' }

// TestLike: the share of words, in small letters, wherever they stand.
func TestLike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"", "", 1}, {"một", "", 0}, {"Một hai", "hai MỘT", 1}, {"một hai", "hai ba", 0.5}, {"một một", "một", 2.0 / 3},
	} {
		if got := bagOf(c.a).like(bagOf(c.b)); got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestMoves: a line that is gone is the one with its words elsewhere, else the
// one that is most alike; of short lines only an equal one.
func TestMoves(t *testing.T) {
	line := func(kind Kind, text string) *told {
		c := Change{Kind: kind, New: text}
		if kind == Removed {
			c.Old, c.New = text, ""
		}
		return &told{Change: c, bag: bagOf(text), line: true}
	}
	for _, c := range []struct{ gone, come, want string }{
		{"Dọn kênh đầu làng trước mùa mưa", "Dọn kênh cuối làng trước mùa mưa|Dọn kênh đầu làng trước mùa mưa", "added, moved"},
		{"Dọn kênh đầu làng trước mùa mưa", "Trồng cây|Dọn kênh đầu làng sau mùa mưa", "added, moved"},
		{"Dọn kênh", "Dọn mương|Dọn kênh", "added, moved"},
		{"Dọn kênh", "Dọn mương", "removed, added"},
		{"Dọn kênh|Dọn kênh", "Dọn kênh", "removed, moved"},
		{"Dọn kênh đầu làng trước mùa mưa", "Trồng cây ven đê cho kịp vụ", "removed, added"},
	} {
		d := &differ{}
		for _, s := range strings.Split(c.gone, "|") {
			d.out = append(d.out, line(Removed, s))
		}
		for _, s := range strings.Split(c.come, "|") {
			d.out = append(d.out, line(Added, s))
		}
		var got []string
		for _, x := range d.moves() {
			got = append(got, string(x.Kind))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%q, %q: got %v, want %s", c.gone, c.come, got, c.want)
		}
	}
}

// TestByLine: the lines that are told are those of both files, and far from a
// change none is.
func TestByLine(t *testing.T) {
	text := func(lines []Line) string {
		var b strings.Builder
		for _, l := range lines {
			b.WriteString(map[[2]bool]string{{true, false}: "-", {false, true}: "+"}[[2]bool{l[0].Gone, l[0].New}] + l[0].Text + "|")
		}
		return b.String()
	}
	long := strings.Repeat("x\n", 3*maxSteps)
	for _, c := range []struct{ before, after, want string }{
		{"a\nb", "a\nb", "…|"},
		{"", "a", "-|+a|"},
		{"1\n2\n3\n4\n5\n6", "1\n2\n3\n4\nnăm\n6", "…|3|4|-5|+năm|6|"},
		{"1\n2\n3\n4\n5\n6\n7", "0\n1\n2\n3\n4\n5\n6\n8", "+0|1|2|…|5|6|-7|+8|"},
		{"a\r\nb", "a\nb", "-a|+a|b|"},
		{"đầu\n" + long + "cuối", "đầu\ncuối", "đầu|" + strings.Repeat("-x|", 3*maxSteps) + "cuối|"},
	} {
		if got := text(ByLine(c.before, c.after)); got != c.want {
			t.Errorf("%.40q, %.40q: %.100q, want %.100q", c.before, c.after, got, c.want)
		}
	}
}
