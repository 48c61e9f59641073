package compose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
)

// TestItems: what stands behind a sign and is no heading is an item of a list,
// the deeper the lower its sign ranks; grounds and plain text are none.
func TestItems(t *testing.T) {
	_, d, found := paper(t, "f", []byte(`the_thuc: nd30
trich_yeu: Dọn kênh
can_cu:
  - "- Căn cứ quy ước của thôn"
muc:
  - tieu_de: VIỆC LÀM
    noi_dung: |
      1. Nạo vét
      Cả thôn cùng làm.
      - Đoạn đầu nguồn:
      + Từ 7 giờ;
      - + Hai dấu.
      đ) Đoạn cuối.
      2. Đắp bờ, trồng cây.
      1.1. Trồng chuối:
      (1) Hàng ngoài.
      {dot}
    dot:
      - ten: Đợt 1
ket: |
  Các thôn thực hiện.
noi_nhan:
  - Các thôn
  - + Thôn Thượng
luu: VT
`))
	if len(found) > 0 {
		t.Fatal(found)
	}
	var got []string
	d.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok && p.Role != doc.TenLoai && p.Role != doc.TrichYeu {
			text := []rune(p.Text())
			got = append(got, fmt.Sprintf("%d[%s]%s", p.Item, string(text[:p.Label]), string(text[p.Label:])))
		}
	})
	at := slices.IndexFunc(got, func(s string) bool { return strings.Contains(s, "Căn cứ") })
	want := []string{
		"0[]- Căn cứ quy ước của thôn.", "0[]I. VIỆC LÀM", "0[]1. Nạo vét", "0[]Cả thôn cùng làm.",
		"6[- ]Đoạn đầu nguồn:", "7[+ ]Từ 7 giờ;", "7[- + ]Hai dấu.", "5[đ) ]Đoạn cuối.", "2[2. ]Đắp bờ, trồng cây.",
		"0[]1.1. Trồng chuối:", "6[(1) ]Hàng ngoài.", "0[]Đợt 1.", "0[]Các thôn thực hiện./.",
		"0[]Nơi nhận:", "1[- ]Các thôn;", "2[+ ]Thôn Thượng;", "1[- ]Lưu: VT.",
	}
	if at < 0 || !slices.Equal(got[at:], want) {
		t.Errorf("items are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestPastedSigns: bullets and tabs as Word pastes them are taken off recipients
// and grounds, like a dash; a word is never cut.
func TestPastedSigns(t *testing.T) {
	_, d, found := paper(t, "f", []byte("the_thuc: nd30\ntrich_yeu: A\ncan_cu:\n  - \"•\\tLuật A\"\nmuc:\n  - tieu_de: B\nnoi_nhan:\n"+
		"  - \"•\\tTrạm Y tế\"\n  - \"·Thôn A\"\n  - \"–\\tThôn B\"\n  - \"•\\t+ Thôn C\"\n  - \"•\u00a0**Thôn D**\"\n  - -Thôn E\nluu: VT\n"))
	if len(found) > 0 {
		t.Fatal(found)
	}
	var got []string
	d.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok && (p.Role == doc.CanCu || p.Role == doc.NoiNhanItem) {
			got = append(got, p.Text())
		}
	})
	want := []string{"Luật A.", "- Trạm Y tế;", "- Thôn A;", "- Thôn B;", "+ Thôn C;", "- Thôn D;", "- -Thôn E;", "- Lưu: VT."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
