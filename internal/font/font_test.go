package font_test

import (
	"errors"
	"io/fs"
	"math"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kehoach.example/fonts"
	"kehoach.example/internal/font"
	"kehoach.example/internal/unit"
)

var family = sync.OnceValues(func() (*font.Family, error) { return font.Load(fonts.FS) })

func load(t testing.TB) *font.Family {
	t.Helper()
	f, err := family()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func style(pt float64, look string) font.Style {
	return font.Style{Bold: strings.Contains(look, "b"), Italic: strings.Contains(look, "i"), Size: unit.FromPoints(pt)}
}

// TestWidths: the widths that were measured with Times New Roman (domain.md
// §1.4), in points.
func TestWidths(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		text string
		pt   float64
		look string
		want float64
	}{
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "b", 250.3},
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b", 271.2},
		{"Độc lập - Tự do - Hạnh phúc", 13, "b", 159.1},
		{"Độc lập - Tự do - Hạnh phúc", 14, "b", 171.4},
		{"ĐẢNG CỘNG SẢN VIỆT NAM", 15, "b", 206.7},
		{"ĐOÀN TNCS HỒ CHÍ MINH", 15, "b", 193.3},
		{"LIÊN ĐOÀN LAO ĐỘNG QUẬN LONG BIÊN", 13, "b", 265.1},
		{"LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI", 13, "", 267.6},
		{"Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", 14, "i", 301.4},
		{"Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", 13, "i", 279.9},
		{"Hà Nội, ngày 05 tháng 01 năm 2020", 14, "i", 204.6},
	} {
		if got := f.Width(c.text, style(c.pt, c.look)).Points(); math.Abs(got-c.want) > 0.1 {
			t.Errorf("%s, %v %s: %.2f pt, want %.1f", c.text, c.pt, c.look, got, c.want)
		}
	}
}

// TestWidthIsSum: no kerning: a text is as wide as its letters one by one, and
// twice the size is twice the width.
func TestWidthIsSum(t *testing.T) {
	f := load(t)
	for _, look := range []string{"", "b", "i", "bi"} {
		st := style(20.48, look) // a font unit is a hundredth of a point: nothing is rounded
		text := "AVATA To. LY “Tự” Ưỷ 11/7 f)"
		var sum unit.Length
		for _, r := range text {
			sum += f.Width(string(r), st)
		}
		if got := f.Width(text, st); got != sum || sum == 0 {
			t.Errorf("%q: %v, letters %v", look, got, sum)
		}
		if one, two := f.Width(text, st), f.Width(text, style(40.96, look)); two != 2*one {
			t.Errorf("%q: %v at twice the size of %v", look, two, one)
		}
	}
	if f.Width("", style(14, "")) != 0 {
		t.Error("nothing is wide")
	}
}

// TestLineHeight: the heights of lines that LibreOffice 7.4 prints, measured over
// thirty lines of each size.
func TestLineHeight(t *testing.T) {
	f := load(t)
	for pt, twips := range map[float64]int64{
		7: 161, 7.5: 172, 8: 184, 8.5: 195, 9: 207, 9.5: 219, 10: 231, 10.5: 242, 11: 253, 11.5: 265,
		12: 276, 12.5: 288, 13: 299, 13.5: 311, 14: 322, 14.5: 333, 15: 345, 15.5: 356, 16: 368,
	} {
		if got := f.LineHeight(unit.FromPoints(pt)); got != unit.FromTwips(twips) {
			t.Errorf("%v pt: %d twips, want %d", pt, got.Twips(), twips)
		}
	}
	// 1825 + 87 above the baseline, 443 below it.
	size := unit.FromPoints(20.48)
	if a, d := f.Ascent(size).Points(), f.Descent(size).Points(); math.Abs(a-19.12) > 1e-3 || math.Abs(d-4.43) > 1e-3 {
		t.Errorf("ascent %.3f, descent %.3f", a, d)
	}
}

// TestHas: every letter of Vietnamese in all four faces; what is missing is
// missing.
func TestHas(t *testing.T) {
	f := load(t)
	letters := "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcdghklmnpqrstvx"
	for _, r := range letters + strings.ToUpper(letters) + "0123456789 \u00a0.,;:!?…-–—“”‘’\"'()[]{}/&@%+*#§°²³×÷±≤≥€" {
		if !f.Has(r) {
			t.Errorf("no %q", r)
		}
	}
	for _, r := range []rune{'\u2011', '☐', '✓', '漢', '\U0001F600', -1, '\t'} {
		if f.Has(r) {
			t.Errorf("has %U", r)
		}
	}
}

// TestFaces: four styles, four files, unchanged.
func TestFaces(t *testing.T) {
	f := load(t)
	for i, c := range []struct{ look, file string }{
		{"", "LiberationSerif-Regular.ttf"}, {"b", "LiberationSerif-Bold.ttf"}, {"i", "LiberationSerif-Italic.ttf"}, {"bi", "LiberationSerif-BoldItalic.ttf"},
	} {
		want, err := fs.ReadFile(fonts.FS, c.file)
		if err != nil {
			t.Fatal(err)
		}
		if face := style(12, c.look).Face(); face != i || string(f.Bytes(face)) != string(want) {
			t.Errorf("%q: face %d is not %s", c.look, face, c.file)
		}
	}
}

// TestLoad: the office's own Times New Roman goes first; a missing or broken
// file is named.
func TestLoad(t *testing.T) {
	read := func(name string) *fstest.MapFile {
		data, err := fs.ReadFile(fonts.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: data}
	}
	regular, bold := read("LiberationSerif-Regular.ttf"), read("LiberationSerif-Bold.ttf")
	own := fstest.MapFS{
		"times.ttf": bold, "timesbd.ttf": regular, "timesi.ttf": regular, "timesbi.ttf": regular,
		"LiberationSerif-Regular.ttf": regular,
	}
	f, err := font.Load(own)
	if err != nil || string(f.Bytes(0)) != string(bold.Data) {
		t.Errorf("the office's own file is not taken: %v", err)
	}
	delete(own, "timesi.ttf")
	if _, err := font.Load(own); err == nil || !strings.Contains(err.Error(), "timesi.ttf") || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	own["timesi.ttf"] = &fstest.MapFile{Data: []byte("not a font")}
	if _, err := font.Load(own); err == nil || !strings.Contains(err.Error(), "timesi.ttf") {
		t.Errorf("broken: %v", err)
	}
	if _, err := font.Load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "LiberationSerif-Regular.ttf") {
		t.Errorf("empty: %v", err)
	}
}
