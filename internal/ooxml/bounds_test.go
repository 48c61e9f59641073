package ooxml_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/readback"
)

// again is n times a text, given as a stream.
type again struct {
	text string
	n    int
	left string
}

func (a *again) Read(b []byte) (int, error) {
	if a.left == "" {
		if a.n == 0 {
			return 0, io.EOF
		}
		a.n--
		a.left = a.text
	}
	n := copy(b, a.left)
	a.left = a.left[n:]
	return n, nil
}

// times is a text of n repetitions, as a stream.
func times(n int, text string) io.Reader {
	many := max(1, 4096/len(text))
	return io.MultiReader(&again{text: strings.Repeat(text, many), n: n / many}, strings.NewReader(strings.Repeat(text, n%many)))
}

// big packs a file whose part of that name is a stream.
func big(t testing.TB, part string, f parts, content ...io.Reader) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
	for name, text := range f {
		if name == part {
			continue
		}
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = p.Write([]byte(text))
	}
	p, err := w.Create(part)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(p, io.MultiReader(content...)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const bodyMark = "@@@"

// bomb is a file whose body is a stream.
func bomb(t testing.TB, content ...io.Reader) []byte {
	head, tail, _ := strings.Cut(document(bodyMark), bodyMark)
	all := append([]io.Reader{strings.NewReader(head)}, content...)
	return big(t, mainPart, usual(""), append(all, strings.NewReader(tail))...)
}

// TestBounds: what is too big ends in a refusal that says so, or is read, and the
// heap never grows by more than MaxMemory. HeapSys is the largest size that the
// heap has had.
func TestBounds(t *testing.T) {
	str := func(s string) io.Reader { return strings.NewReader(s) }
	noise := func(n int) string { // hardly packable, so that no ratio stops it
		var b strings.Builder
		for x := uint32(1); b.Len() < n; x = x*1664525 + 1013904223 {
			b.WriteByte("abcdefghijklmnopqrstuvwxyz0123456789"[x>>16%36])
		}
		return b.String()
	}(1 << 20)
	nested := func(n int) string {
		return strings.Repeat(`<w:tbl><w:tr><w:tc>`, n) + p("a") + strings.Repeat(`</w:tc></w:tr></w:tbl>`, n)
	}
	styleBomb := usual(p("a")).with("styles", "")
	headerBomb := usual(p("a")+`<w:sectPr><w:headerReference r:id="rel-header"/></w:sectPr>`).with("header", "")
	twoLooks := `<w:r><w:t>` + noise[:7] + `</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>` + noise[9:16] + `</w:t></w:r>`
	for _, c := range []struct {
		name string
		data func() []byte
		word string // of the refusal; "" for a file that is read
	}{
		{"4 GB of one letter", func() []byte { return ratioBomb(t, 4096, "aaaaaaaa") }, "đoạn liền"},
		{"4 GB of elements", func() []byte { return ratioBomb(t, 4096, "<w:x></w:x><w:x/>") }, "phần tử"},
		{"4 GB of text", func() []byte {
			return ratioBomb(t, 4096, `<w:p><w:r><w:t>`+strings.Repeat("một ", 5000)+`</w:t></w:r></w:p>`)
		}, "64 MB"},
		{"8 MB of text", func() []byte {
			return ratioBomb(t, 8, `<w:p><w:r><w:t>`+strings.Repeat("một ", 5000)+`</w:t></w:r></w:p>`)
		}, "bom nén"},
		{"text without a border", func() []byte { return bomb(t, str(`<w:p><w:r><w:t>`), times(6, noise), str(`</w:t></w:r></w:p>`)) }, "đoạn liền"},
		{"a tag of attributes", func() []byte { return bomb(t, str(`<w:p `), times(3, strings.Repeat(` a="" b="c"`, 1<<17)), str(`/>`)) }, "đoạn liền"},
		{"a tag of attributes that hardly packs", func() []byte { return bomb(t, str(`<w:p `), attributes(5), str(`/>`)) }, "đoạn liền"},
		{"long text", func() []byte { return bomb(t, times(20, `<w:p><w:r><w:t>`+noise+`</w:t></w:r></w:p>`)) }, "chữ trong tệp"},
		{"comment", func() []byte { return bomb(t, str(`<!--`), times(5, noise), str(`-->`)) }, "đoạn liền"},
		{"a thousand nested tables", func() []byte { return usual(nested(1000)).zip(t) }, "lồng nhau sâu"},
		{"tables as deep as may be", func() []byte { return usual(nested(20)).zip(t) }, ""},
		{"tables one deeper", func() []byte { return usual(nested(21)).zip(t) }, "bảng lồng nhau"},
		{"deep XML", func() []byte {
			return usual(strings.Repeat(`<w:sdt>`, 100000) + strings.Repeat(`</w:sdt>`, 100000)).zip(t)
		}, "lồng nhau sâu"},
		{"deep fields", func() []byte { return usual(`<w:p>` + strings.Repeat(begin, 1000) + `</w:p>`).zip(t) }, "trường"},
		{"paragraphs", func() []byte { return bomb(t, times(150_001, `<w:p/>`)) }, "đoạn"},
		{"cells", func() []byte {
			return bomb(t, str(`<w:tbl>`), times(200_001/10+1, `<w:tr>`+strings.Repeat(`<w:tc/>`, 10)+`</w:tr>`), str(`</w:tbl>`))
		}, "ô bảng"},
		{"columns", func() []byte {
			return usual(`<w:tbl>` + tr(tc(`<w:gridSpan w:val="999999999"/>`, ""), tc("", "")) + `</w:tbl>`).zip(t)
		}, "cột"},
		{"runs", func() []byte { return bomb(t, str(`<w:p>`), times(150_002/2, twoLooks), str(`</w:p>`)) }, "mẩu chữ"},
		{"as much as may be", func() []byte {
			cell := `<w:tc>` + `<w:p>` + twoLooks + `</w:p></w:tc>`
			return bomb(t, str(`<w:tbl>`), times(7_450, `<w:tr>`+strings.Repeat(cell, 5)+noise[:99]+strings.Repeat(cell, 5)+`</w:tr>`), str(`</w:tbl>`))
		}, ""},
		{"as many paragraphs as may be", func() []byte {
			long := strings.Repeat(`<w:p><w:r><w:t>`+noise[:99]+`</w:t></w:r></w:p>`, 9) + `<w:p><w:r><w:t>` + noise[999:1100] + `</w:t></w:r></w:p>`
			return bomb(t, times(14_900, long))
		}, ""},
		{"read twice for its fonts", func() []byte {
			old := `<w:r><w:rPr>%s<w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:t>§` + noise[:5] + `</w:t></w:r>`
			two := fmt.Sprintf(old+old+old, "", "<w:b/>", "<w:i/>")
			return bomb(t, str(strings.Repeat(para("", r(`<w:rFonts w:hAnsi=".VnTime"/>`, "Đảng")), 9)+`<w:p>`), times(40_000, two), str(`</w:p>`))
		}, ""},
		{"elements", func() []byte {
			return bomb(t, str(`<w:p>`), times(60_000, strings.Repeat(`<w:x/>`, 30)+noise[:7]), times(210_000, `<w:x/>`), str(`</w:p>`))
		}, "phần tử"},
		{"properties", func() []byte { return bomb(t, str(`<w:p><w:pPr>`), times(30_000, `<w:x/>`), str(`</w:pPr></w:p>`)) }, "thuộc tính"},
		{"styles", func() []byte {
			return big(t, "word/styles.xml", styleBomb, str(`<w:styles `+spaces+`>`), styleStream(30_000), str(`</w:styles>`))
		}, "kiểu"},
		{"as many lists as may be", func() []byte {
			var lists strings.Builder
			for i := range 10_000 {
				own, all := "", ""
				for l := range 9 {
					level := fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:lvlText w:val="%s%%1"/></w:lvl>`, l, i, noise[i:i+7])
					all += level
					own += fmt.Sprintf(`<w:lvlOverride w:ilvl="%d">%s</w:lvlOverride>`, l, level)
				}
				lists.WriteString(abstract(i, all) + num(i+1, i, own))
			}
			return usual(item(1, 0, "a")).with("numbering", lists.String()).zip(t)
		}, ""},
		{"header", func() []byte {
			return big(t, "word/header.xml", headerBomb, str(`<w:hdr `+spaces+`>`), times(1<<13, strings.Repeat("a", 1024)), str(`</w:hdr>`))
		}, "header.xml"},
		{"parts together", func() []byte {
			f := usual(p("a")).with("footnotes", strings.Repeat("<w:x>"+noise+"</w:x>", 33)).with("styles", strings.Repeat("<w:x>"+noise+"</w:x>", 33)).with("numbering", strings.Repeat("<w:x>"+noise+"</w:x>", 33))
			f[mainPart] = document(`<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`)
			return stored(t, f)
		}, "giải nén ra hơn 96 MB"},
		{"entries", func() []byte {
			f := usual(p("a"))
			for i := range 10_001 {
				f["word/media/"+strings.Repeat("a", i%7)+noise[i:i+9]] = ""
			}
			return f.zip(t)
		}, "tệp con"},
		{"directory", func() []byte {
			f := usual(p("a"))
			for i := range 100 {
				f[noise[i*9:i*9+60_000]] = ""
			}
			return f.zip(t)
		}, "mục lục"},
		{"200 MB", func() []byte { return append([]byte("PK\x03\x04"), make([]byte, 200<<20)...) }, "200 MB"},
		{"200 MB of an old file", func() []byte { return append(ole("WordDocument"), make([]byte, 200<<20)...) }, "200 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, said, grown := apart(t, c.data())
			t.Logf("the heap grew by %d MB", grown>>20)
			if grown > ooxml.MaxMemory {
				t.Errorf("the heap grew by %d MB", grown>>20)
			}
			if c.word == "" && code == "" {
				return
			}
			if code != "DOCX-TOO-BIG" || c.word == "" || !strings.Contains(said, c.word) {
				t.Errorf("got %s %s, want a word of %q", code, said, c.word)
			}
		})
	}
}

// askedFile names the file that a process of its own reads, see apart.
const askedFile = "OOXML_TEST_FILE"

// TestMain reads one file and tells what came of it, where that is asked for.
func TestMain(m *testing.M) {
	name := os.Getenv(askedFile)
	if name == "" {
		os.Exit(m.Run())
	}
	data, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, fs := ooxml.Read("f", data)
	runtime.ReadMemStats(&after)
	code, said := "", ""
	if d == nil {
		code, said = fs[0].Code, fs[0].Message.Vi
	}
	fmt.Printf("%d\n%s\n%s\n", int64(after.HeapSys)-int64(before.HeapSys), code, said)
}

// apart reads a file in a process of its own, whose heap has never been larger:
// HeapSys is the largest size that a heap has had. It gives why the file was
// refused, and by how many bytes the heap grew.
func apart(t *testing.T, data []byte) (code, said string, grown int64) {
	t.Helper()
	lines := readback.Apart(t, askedFile, data, 3)
	var err error
	if grown, err = strconv.ParseInt(lines[0], 10, 64); err != nil {
		t.Fatal(err)
	}
	return lines[1], lines[2], grown
}

// ratioBomb is a file whose main part holds so many MB of one text:
// packed blocks that need nothing of the ones before can stand many times.
func ratioBomb(t testing.TB, megabytes int, text string) []byte {
	t.Helper()
	block := strings.Repeat(text, 1<<20/len(text))
	packed := func(s string) []byte {
		var out bytes.Buffer
		w, err := flate.NewWriter(&out, flate.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(s))
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	head, _, _ := strings.Cut(document(bodyMark), bodyMark)
	all := append(packed(head+"<w:p><w:r><w:t>"), bytes.Repeat(packed(block), megabytes)...)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, part := range usual("") {
		if name == mainPart {
			f, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(all)), UncompressedSize64: 0xfffffffe})
			if err != nil {
				t.Fatal(err)
			}
			_, _ = f.Write(all)
			continue
		}
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(part))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// attributes are so many MB of attributes with values that hardly pack.
func attributes(n int) io.Reader {
	var b strings.Builder
	for x := uint32(1); b.Len() < n<<20; x = x*1664525 + 1013904223 {
		fmt.Fprintf(&b, "%c='%c%c'", 'a'+x>>20%26, 'a'+x>>10%26, 'a'+x>>15%26)
	}
	return strings.NewReader(b.String())
}

func styleStream(n int) io.Reader {
	var b strings.Builder
	for i := range n {
		b.WriteString(`<w:style w:type="paragraph" w:styleId="s` + string(rune('a'+i%26)) + strings.Repeat("x", i%97) + string(rune(0x4e00+i%20000)) + string(rune('a'+i/20000)) + `"/>`)
	}
	return strings.NewReader(b.String())
}
