package build

import (
	"strings"
	"testing"
)

// TestCorpusOracleCanFail: the judge of the corpus sees a word that is lost, one
// that comes twice, lines that change places, and a line that is torn.
func TestCorpusOracleCanFail(t *testing.T) {
	o := openOffice(t)
	s := newSheet(0)
	imported := o.Import(Input{Name: "cu.docx", Data: s.bytes()}, ImportOptions{})
	judge := func(src source) string {
		return strings.Join(lostOrTwice(o, imported.Data, src, imported.Findings), "\n")
	}
	if got := judge(s.source()); got != "" {
		t.Fatalf("the plain file: %s", got)
	}
	for _, c := range []struct {
		what   string
		change func(src *source)
		want   string
	}{
		{"a word that the plan lacks", func(src *source) { src.text += "Thêm\n" }, "lost [Thêm]"},
		{"a word that the plan has too often", func(src *source) { src.foot = strings.Replace(src.foot, "Đảng ủy xã", "Đảng ủy", 1) }, "twice or new [xã]"},
		{"items in another order", func(src *source) {
			src.text = strings.Replace(src.text, "a) Mỗi điểm trường cử một đội năm em;\nb) Giám khảo do nhà trường mời.", "b) Giám khảo do nhà trường mời.\na) Mỗi điểm trường cử một đội năm em;", 1)
		}, "out of order"},
		{"a line of the foot cut elsewhere", func(src *source) { src.foot = strings.Replace(src.foot, "Lò Thị Mận", "Mận Lò Thị", 1) }, "torn"},
		{"words of a footer that nobody tells", func(src *source) { src.margins = "Máy lẻ 204\n" }, "nothing is told"},
	} {
		src := s.source()
		c.change(&src)
		if got := judge(src); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
	if lost, twice := differentLetters("Góp sách mỗi tuần", "Góp sáchmỗi"); lost != "tuần" || twice != "" {
		t.Errorf("letters: lost %q, twice %q", lost, twice)
	}
	if lost, twice := differentLetters("Góp sách", "Góp sách sách"); lost != "" || twice != "sách" {
		t.Errorf("letters: lost %q, twice %q", lost, twice)
	}
}
