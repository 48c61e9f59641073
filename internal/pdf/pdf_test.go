package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

var family = sync.OnceValues(func() (*font.Family, error) { return font.Load(fonts.FS) })

func write(t *testing.T, d *page.Document) []byte {
	t.Helper()
	fam, err := family()
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.New(fam).Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sample is so many pages with a word in each face and a stroke.
func sample(pages int) *page.Document {
	d := &page.Document{Info: page.Info{Title: "KẾ HOẠCH dọn kênh", Subject: "Dọn (kênh) \\ mương", Creator: "UBND XÃ VẠC", Year: 2027, Month: 3, Day: 6, Lang: "vi-VN"}}
	for range pages {
		p := page.Page{W: 210 * unit.MM, H: 297 * unit.MM}
		for i, text := range []string{"Nghiêm ", "ĐẬM ", "nghiêng ", "(cả\\hai)"} {
			p.Words = append(p.Words, page.Word{X: unit.Length(30+30*i) * unit.MM, Y: 40 * unit.MM, Text: text, Bold: i&1 > 0, Italic: i&2 > 0, Size: 14 * unit.PT})
		}
		p.Strokes = append(p.Strokes, page.Stroke{X0: 30 * unit.MM, X1: 90 * unit.MM, Y0: 45 * unit.MM, Y1: 45 * unit.MM, Thickness: 9525})
		d.Pages = append(d.Pages, p)
	}
	return d
}

var pageObject = regexp.MustCompile(`/Type/Page/`)

// TestFile: a PDF from its first to its last line, with as many pages as given,
// of A4 each.
func TestFile(t *testing.T) {
	for _, n := range []int{1, 2, 17} {
		data := write(t, sample(n))
		if !bytes.HasPrefix(data, []byte("%PDF-1.")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
			t.Errorf("%.10q … %.10q", data, data[len(data)-10:])
		}
		if got := len(pageObject.FindAll(data, -1)); got != n {
			t.Errorf("%d pages, want %d", got, n)
		}
		if !bytes.Contains(data, []byte("[0 0 595.276 841.89]")) {
			t.Error("not A4")
		}
	}
}

// TestLandscape: a page lies as it is given.
func TestLandscape(t *testing.T) {
	d := sample(2)
	d.Pages[1].W, d.Pages[1].H = d.Pages[1].H, d.Pages[1].W
	if data := write(t, d); !bytes.Contains(data, []byte("[0 0 841.89 595.276]")) {
		t.Error("the second page is not landscape")
	}
}

// TestSameBytes: the same pages give the same bytes, and the caller's fonts
// are not written into.
func TestSameBytes(t *testing.T) {
	fam, err := family()
	if err != nil {
		t.Fatal(err)
	}
	before := bytes.Clone(fam.Bytes(0))
	first := write(t, sample(3))
	if !bytes.Equal(first, write(t, sample(3))) {
		t.Error("two files of the same pages differ")
	}
	if !bytes.Equal(before, fam.Bytes(0)) {
		t.Error("the font was changed")
	}
	var wg sync.WaitGroup
	other := pictures(t)
	want := [2][]byte{first, write(t, other)}
	broken := &page.Document{Pages: []page.Page{{W: unit.MM, H: unit.MM, Images: []page.Image{{W: unit.MM, H: unit.MM, Kind: "png", Data: []byte("?")}}}}}
	out := make([][2][]byte, 4)
	w := pdf.New(fam)
	for i := range out {
		wg.Go(func() {
			for range 3 { // what one paper leaves behind is in no other
				out[i][0], _ = w.Write(sample(3))
				_, _ = w.Write(broken)
				out[i][1], _ = w.Write(other)
			}
		})
	}
	wg.Wait()
	for _, data := range out {
		if !bytes.Equal(want[0], data[0]) || !bytes.Equal(want[1], data[1]) {
			t.Error("a file that was written beside others differs")
		}
	}
}

// TestDates: the day of the file is that of the paper, never that of the
// machine; open parts count as the first.
func TestDates(t *testing.T) {
	for want, in := range map[string]page.Info{
		"D:20270306000000": {Year: 2027, Month: 3, Day: 6},
		"D:20270301000000": {Year: 2027, Month: 3},
		"D:20270101000000": {Year: 2027},
		"D:19800101000000": {},
	} {
		d := sample(1)
		d.Info = in
		data := string(write(t, d))
		if strings.Count(data, want) != 2 || strings.Count(data, "(D:") != 2 {
			t.Errorf("%+v: no %s", in, want)
		}
	}
}

// TestInfo: what the file says of itself is Unicode.
func TestInfo(t *testing.T) {
	d := sample(1)
	d.Info = page.Info{Title: "Kênh", Subject: "Mương", Creator: "Xã Vạc", Year: 2027}
	data := write(t, d)
	for key, text := range map[string]string{"/Title": d.Info.Title, "/Subject": d.Info.Subject, "/Author": d.Info.Creator} {
		want := key + "<FEFF"
		for _, r := range text {
			want += fmt.Sprintf("%04x", r)
		}
		if !bytes.Contains(data, []byte(want+">")) {
			t.Errorf("no %s %s", key, text)
		}
	}
}

// TestHostileInfo: what a plan may not hold, and what is too long, is told alike
// in both places, and the file stays whole.
func TestHostileInfo(t *testing.T) {
	readback.Need(t, "qpdf")
	d := sample(1)
	d.Info = page.Info{Title: "Kênh\x01)" + strings.Repeat("ơ", 20_000), Lang: "vi)VN", Year: 1975, Month: 4, Day: 30}
	d.Pages[0].Words[0].Size = 0
	data := write(t, d)
	faults, err := readback.PDFA(data)
	if err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
	if !bytes.Contains(data, []byte("(D:19750430")) {
		t.Error("not the day of the paper")
	}
}

// TestFontsAreEmbedded: the four faces that are used, no more, each as a file
// of its own, cut to the letters in use.
func TestFontsAreEmbedded(t *testing.T) {
	data := write(t, sample(2))
	if got := bytes.Count(data, []byte("/FontFile2")); got != 4 {
		t.Errorf("%d embedded faces, want 4", got)
	}
	d := sample(2)
	for i := range d.Pages {
		d.Pages[i].Words = d.Pages[i].Words[:1]
	}
	one := write(t, d)
	if got := bytes.Count(one, []byte("/FontFile2")); got != 1 || len(one) > 80_000 {
		t.Errorf("%d embedded faces in %d bytes, want 1 cut face", got, len(one))
	}
}

// TestUnchanged: a file that the program wrote is known; after any change of
// a byte it is not.
func TestUnchanged(t *testing.T) {
	data := write(t, sample(1))
	if !pdf.Unchanged(data) {
		t.Fatal("our own file is not known")
	}
	for i := 0; i < len(data); i += max(len(data)/400, 1) {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		if pdf.Unchanged(changed) {
			t.Fatalf("byte %d changed: taken for our own file", i)
		}
	}
	seal := bytes.Index(data, []byte("kehoach-sha256:"))
	for name, other := range map[string][]byte{
		"nothing": nil, "text": []byte("%PDF-1.3"), "an update behind it": append(bytes.Clone(data), "\n1 0 obj\n"...), "half": data[:len(data)/2],
		"cut in the seal": data[:seal+30], "only the mark": []byte("kehoach-sha256:"), "the mark and zeros": []byte("kehoach-sha256:" + strings.Repeat("0", 64)),
	} {
		if pdf.Unchanged(other) {
			t.Errorf("%s: taken for our own file", name)
		}
	}
}

// TestReadBack: another program reads the words at their places and the marks
// that PDF itself uses.
func TestReadBack(t *testing.T) {
	readback.Need(t, "pdftotext")
	data := write(t, sample(2))
	text, err := readback.RawText(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(text), " "); got != strings.TrimSpace(strings.Repeat("Nghiêm ĐẬM nghiêng (cả\\hai) ", 2)) {
		t.Errorf("read back: %s", got)
	}
}

// TestNoPages: a paper without pages is still a file.
func TestNoPages(t *testing.T) {
	data := write(t, &page.Document{})
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !pdf.Unchanged(data) {
		t.Errorf("%.20q", data)
	}
}
