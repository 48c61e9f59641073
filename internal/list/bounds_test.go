package list_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/readback"
)

// mostMemory is what a process may take that reads a list, whatever it holds.
const mostMemory = 300 << 20

// askedFile names the file that a process of its own reads, see apart.
const askedFile = "LIST_TEST_FILE"

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
	b, fs := list.Read("f", data, list.Options{Known: []string{"xa", "cot_2"}})
	code, said, rows := "", "", 0
	if b == nil {
		why := fs[slices.IndexFunc(fs, func(f diag.Finding) bool { return f.Severity == diag.Error })]
		code, said = why.Code, why.Message.Vi+" "+why.At.Where
	} else {
		uses := map[int]list.Use{}
		for i := range b.Sheets[0].Columns {
			uses[i] = list.Use{Required: true, Date: i == 1}
		}
		b.Judge(&b.Sheets[0], uses)
		rows = len(b.Sheets[0].Rows)
	}
	runtime.KeepAlive(b)
	fmt.Printf("%d\n%s\n%s\n%d\n", peak(), code, said, rows)
}

// peak is the most memory that this process has had, in bytes: of the system's
// counter, or where there is none, what the runtime asked for.
func peak() int64 {
	status, _ := os.ReadFile("/proc/self/status") // elsewhere there is none
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			if kb, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64); err == nil {
				return kb << 10
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}

// outcome is what a process of its own told.
type outcome struct {
	peak       int64
	code, said string
	rows       string
}

// apart reads a file in a process of its own.
func apart(t testing.TB, data []byte) outcome {
	t.Helper()
	lines := readback.Apart(t, askedFile, data, 4)
	n, err := strconv.ParseInt(lines[0], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return outcome{n, lines[1], lines[2], lines[3]}
}

// with gives the files with one part more.
func (f files) with(name, content string) files {
	f[name] = content
	return f
}

// bestPacked asks streamed for the true size and for as few bytes as can be.
const bestPacked = -2

// streamed packs a file whose part of that name is a stream; declared is what
// the zip says of its size, -1 for the truth.
func streamed(t testing.TB, f files, name string, declared int64, content io.Reader) []byte {
	t.Helper()
	var packed bytes.Buffer
	level := flate.BestSpeed
	if declared == bestPacked {
		level, declared = flate.BestCompression, -1
	}
	fw, err := flate.NewWriter(&packed, level)
	if err != nil {
		t.Fatal(err)
	}
	size, err := io.Copy(fw, content)
	if err != nil || fw.Close() != nil {
		t.Fatal(err)
	}
	if declared >= 0 {
		size = declared
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	p, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(size)})
	if err != nil {
		t.Fatal(err)
	}
	_, _ = p.Write(packed.Bytes())
	for n, text := range f {
		if n == name {
			continue
		}
		p, err := w.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = p.Write([]byte(text))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// many is what a function writes for 0 to n-1, as a stream between two texts.
func many(before string, n int, write func(w io.Writer, i int), after string) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, _ = io.WriteString(w, before)
		var b bytes.Buffer
		for i := range n {
			write(&b, i)
			if b.Len() > 1<<16 {
				if _, err := w.Write(b.Bytes()); err != nil {
					return
				}
				b.Reset()
			}
		}
		_, _ = w.Write(b.Bytes())
		_, _ = io.WriteString(w, after)
		w.Close()
	}()
	return r
}

const (
	sheetHead = xmlHead + `<worksheet xmlns="` + mainSpace + `"><sheetData>`
	sheetTail = `</sheetData></worksheet>`
)

// noise is text that hardly packs.
func noise(n int) string {
	var b strings.Builder
	for x := uint32(1); b.Len() < n; x = x*1664525 + 1013904223 {
		b.WriteByte("abcdefghijklmnopqrstuvwxyz0123456789"[x>>16%36])
	}
	return b.String()
}

// ole is an old Office file that names such a stream.
func ole(stream string) []byte {
	out := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1024)...)
	for _, u := range utf16.Encode([]rune(stream + "\x00")) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// TestRefused: what is no list, or too large, or hostile is refused in words and
// with bounded memory.
func TestRefused(t *testing.T) {
	text := noise(1 << 20)
	simple := func() files {
		return book("", [2]string{"S", `<sheetData>` + row(1, str("A1", "Xã")) + row(2, str("A2", "a")) + `</sheetData>`})
	}
	cut := func(by int) []byte { d := simple().zip(t); return d[:len(d)-by] }
	sheet1 := "xl/worksheets/sheet1.xml"
	long := func(head string, repeat string, n int, tail string) []byte {
		return streamed(t, simple(), sheet1, -1, many(sheetHead+head, n, func(w io.Writer, _ int) { _, _ = io.WriteString(w, repeat) }, tail+sheetTail))
	}
	for _, c := range []struct {
		name string
		data func() []byte
		code string
		word string
	}{
		{"nothing", func() []byte { return nil }, "LIST-EMPTY-FILE", "trống"},
		{"blanks", func() []byte { return []byte(" \r\n\t\n") }, "LIST-EMPTY-FILE", "trống"},
		{"commas", func() []byte { return []byte(",,,\n,,\n") }, "LIST-EMPTY-FILE", "không có ô nào"},
		{"headers alone", func() []byte { return []byte("Xã,Ngày\n") }, "LIST-EMPTY-FILE", "dòng tên cột"},
		{"xls", func() []byte { return ole("Workbook") }, "LIST-FORMAT", ".xls"},
		{"xls of Excel 5", func() []byte { return ole("Book") }, "LIST-FORMAT", ".xls"},
		{"doc", func() []byte { return ole("WordDocument") }, "LIST-FORMAT", ".doc"},
		{"encrypted", func() []byte { return ole("EncryptedPackage") }, "LIST-ENCRYPTED", "mật khẩu"},
		{"PDF", func() []byte { return []byte("%PDF-1.7\n...") }, "LIST-FORMAT", "PDF"},
		{"RTF", func() []byte { return []byte(`{\rtf1 abc}`) }, "LIST-FORMAT", "RTF"},
		{"web page called xls", func() []byte { return []byte("<html><table><tr><td>a</td></tr></table></html>") }, "LIST-FORMAT", "trang web"},
		{"XML of Excel 2003", func() []byte { return []byte(`<?xml version="1.0"?><Workbook/>`) }, "LIST-FORMAT", "XML"},
		{"docx", func() []byte { return files{"word/document.xml": "<x/>", "[Content_Types].xml": ""}.zip(t) }, "LIST-FORMAT", "Word"},
		{"pptx", func() []byte { return files{"ppt/presentation.xml": "<x/>"}.zip(t) }, "LIST-FORMAT", "PowerPoint"},
		{"ods", func() []byte {
			return files{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}.zip(t)
		}, "LIST-FORMAT", "OpenDocument"},
		{"xlsb", func() []byte { return files{"xl/workbook.bin": "x"}.zip(t) }, "LIST-FORMAT", ".xlsb"},
		{"a zip", func() []byte { return files{"a.xlsx": "x"}.zip(t) }, "LIST-FORMAT", "tệp nén"},
		{"an empty zip", func() []byte { return files{}.zip(t) }, "LIST-FORMAT", "tệp nén"},
		{"cut by a byte", func() []byte { return cut(1) }, "LIST-BROKEN", "không đầy đủ"},
		{"cut in half", func() []byte { return cut(900) }, "LIST-BROKEN", "không đầy đủ"},
		{"four bytes", func() []byte { return []byte("PK\x03\x04") }, "LIST-BROKEN", "không đầy đủ"},
		{"bytes", func() []byte { return []byte("\x89PNG\r\n\x1a\n\x00\x00abc") }, "LIST-FORMAT", "NUL"},
		{"bytes of no encoding", func() []byte { return []byte("a,b\n\x8d\xd2\xff,\x01") }, "LIST-FORMAT", "mã"},
		{"a part is missing", func() []byte { f := simple(); delete(f, sheet1); return f.zip(t) }, "LIST-BROKEN", "thiếu"},
		{"no sheets", func() []byte {
			return simple().with("xl/workbook.xml", `<workbook xmlns="`+mainSpace+`"><sheets/></workbook>`).zip(t)
		}, "LIST-BROKEN", "không có trang tính"},
		{"XML cut", func() []byte { return simple().with(sheet1, sheetHead+`<row><c>`).zip(t) }, "LIST-BROKEN", "đúng cú pháp"},
		{"a text that is not there", func() []byte {
			return simple().with(sheet1, sheetHead+`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`+sheetTail).zip(t)
		}, "LIST-BROKEN", "chỉ tới chữ"},
		{"rows out of order", func() []byte {
			return simple().with(sheet1, sheetHead+row(2, str("A2", "a"))+row(1, str("A1", "a"))+sheetTail).zip(t)
		}, "LIST-BROKEN", "thứ tự"},
		{"a thousand million laughs", func() []byte {
			return simple().with("xl/sharedStrings.xml", "").with("xl/workbook.xml", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>`).zip(t)
		}, "LIST-BROKEN", "DTD"},
		{"an entity of its own", func() []byte {
			return simple().with(sheet1, sheetHead+row(1, `<c r="A1" t="inlineStr"><is><t>&b;</t></is></c>`)+sheetTail).zip(t)
		}, "LIST-BROKEN", "đúng cú pháp"},
		{"deep XML", func() []byte { return simple().with(sheet1, strings.Repeat("<x>", 100_000)).zip(t) }, "LIST-TOO-LARGE", "lồng nhau"},
		{"a bomb that tells its size", func() []byte {
			return long("<row><c t='inlineStr'><is>", "<t>aaaaaaaa</t>", 40<<20/15, "</is></c></row>")
		}, "LIST-TOO-LARGE", ""},
		{"a bomb that lies about its size", func() []byte {
			return streamed(t, simple(), sheet1, 100, many(sheetHead, 40<<20/8, func(w io.Writer, _ int) { _, _ = io.WriteString(w, "<row/>  ") }, sheetTail))
		}, "LIST-BROKEN", "hỏng"},
		{"elements", func() []byte {
			return streamed(t, simple(), sheet1, -1, many(sheetHead, 6_100_000, func(w io.Writer, i int) {
				_, _ = io.WriteString(w, "<x/>")
				if i%20 == 0 {
					_, _ = io.WriteString(w, text[i%(1<<19):i%(1<<19)+7])
				}
			}, sheetTail))
		}, "LIST-TOO-LARGE", "phần tử"},
		{"one long text", func() []byte { return long("<row><c><v>", text, 3, "</v></c></row>") }, "LIST-TOO-LARGE", "đoạn liền"},
		{"one long comment", func() []byte { return long("<!--", text, 3, "-->") }, "LIST-TOO-LARGE", "đoạn liền"},
		{"one long tag", func() []byte { return long("<row ", ` a="b" c="d"`, 1<<18, "/>") }, "LIST-TOO-LARGE", "đoạn liền"},
		{"much text", func() []byte {
			return streamed(t, simple(), sheet1, -1, many(sheetHead, 2000, func(w io.Writer, i int) {
				fmt.Fprintf(w, `<row><c t="inlineStr"><is><t>%s</t></is></c></row>`, text[i*300:i*300+30_000])
			}, sheetTail))
		}, "LIST-TOO-LARGE", "chữ trong các ô"},
		{"one text in many cells", func() []byte {
			f := shapes()["Excel"].with("xl/sharedStrings.xml", `<sst xmlns="`+mainSpace+`"><si><t>`+text[:30_000]+`</t></si></sst>`)
			return streamed(t, f, sheet1, -1, many(sheetHead, 10_000, func(w io.Writer, i int) { _, _ = io.WriteString(w, `<row><c t="s"><v>0</v></c></row>`) }, sheetTail))
		}, "LIST-TOO-LARGE", "128 MB"},
		{"one long format in many cells", func() []byte {
			f := book(`<numFmts><numFmt numFmtId="200" formatCode="`+strings.Repeat("0", 250)+`"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`, [2]string{"S", ""})
			return streamed(t, f, sheet1, -1, many(sheetHead, 40_000, func(w io.Writer, i int) { _, _ = io.WriteString(w, `<row><c><v>7</v></c></row>`) }, sheetTail))
		}, "LIST-TOO-LARGE", "định dạng số"},
		{"UTF-8 with a broken letter", func() []byte { return []byte("Xã,Ngày\nXã Bình An,Đợt một\nX\xe1,b\n") }, "LIST-BROKEN", "dòng 3"},
		{"rows", func() []byte {
			return streamed(t, simple(), sheet1, -1, many(sheetHead, 100_001, func(w io.Writer, i int) { fmt.Fprintf(w, `<row><c><v>%d</v></c></row>`, i) }, sheetTail))
		}, "LIST-TOO-LARGE", "100000 dòng"},
		{"columns", func() []byte {
			return simple().with(sheet1, sheetHead+row(1, str("A1", "Xã"), str("XFD1", "a"))+sheetTail).zip(t)
		}, "LIST-TOO-LARGE", "200 cột đầu S!XFD1"},
		{"cells", func() []byte {
			return streamed(t, simple(), sheet1, -1, many(sheetHead, 5_100, func(w io.Writer, i int) {
				fmt.Fprintf(w, `<row r="%d"><c r="GR%d"><v>%d</v></c></row>`, i+1, i+1, i)
			}, sheetTail))
		}, "LIST-TOO-LARGE", "1000000 ô"},
		{"letters", func() []byte {
			return simple().with(sheet1, sheetHead+row(1, str("A1", "Xã"))+row(2, str("A2", strings.Repeat("ệ", 32_768)))+sheetTail).zip(t)
		}, "LIST-TOO-LARGE", "32767 chữ S!A2"},
		{"merged areas", func() []byte {
			return simple().with(sheet1, sheetHead+row(1, str("A1", "Xã"))+row(100_000, str("A100000", "a"))+`</sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A2:XFD1048576"/>`, 99_999)+`</mergeCells></worksheet>`).zip(t)
		}, "LIST-TOO-LARGE", "ô trộn"},
		{"sheets", func() []byte {
			var all [][2]string
			for i := range 201 {
				all = append(all, [2]string{fmt.Sprint("S", i), ""})
			}
			return book("", all...).zip(t)
		}, "LIST-TOO-LARGE", "trang tính"},
		{"parts", func() []byte {
			f := simple()
			for i := range 5_001 {
				f[fmt.Sprint("xl/media/", i)] = ""
			}
			return f.zip(t)
		}, "LIST-TOO-LARGE", "tệp con"},
		{"a long directory", func() []byte {
			f := simple()
			for i := range 60 {
				f[text[i*9:i*9+60_000]] = ""
			}
			return f.zip(t)
		}, "LIST-TOO-LARGE", "mục lục"},
		{"33 MB", func() []byte { return append([]byte("PK\x03\x04"), make([]byte, 33<<20)...) }, "LIST-TOO-LARGE", "32 MB"},
		{"CSV: quote", func() []byte { return []byte("Xã,b\na,\"b\nc,d\n") }, "LIST-QUOTE", "dòng 2"},
		{"CSV: NUL", func() []byte { return []byte("Xã,Ngày họp\na,b\nc\x00,d\n") }, "LIST-FORMAT", "NUL"},
		{"CSV: rows", func() []byte { return []byte(strings.Repeat("a,b\n", 100_001)) }, "LIST-TOO-LARGE", "100000 dòng"},
		{"CSV: columns", func() []byte { return []byte("Xã\n" + strings.Repeat(",", 200) + "x\n") }, "LIST-TOO-LARGE", "200 cột đầu dòng 2, cột GS"},
		{"CSV: letters", func() []byte { return []byte("Xã\n\"" + strings.Repeat("a,b\n", 9000) + "\"\n") }, "LIST-TOO-LARGE", "32767 chữ"},
		{"CSV: many commas", func() []byte { return []byte("Xã\n" + strings.Repeat(",", 30<<20) + "\n") }, "LIST-TOO-LARGE", "dòng có hơn"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := apart(t, c.data())
			if got.peak > mostMemory {
				t.Errorf("%d MB", got.peak>>20)
			}
			if got.code != c.code || !strings.Contains(got.said, c.word) {
				t.Errorf("got %s %s, want %s with %q", got.code, got.said, c.code, c.word)
			}
			t.Logf("%d MB: %s", got.peak>>20, got.said)
		})
	}
}

// TestAsLargeAsMayBe: the largest lists that are read stay within the memory.
func TestAsLargeAsMayBe(t *testing.T) {
	text := noise(1 << 20)
	cells := func(rows, columns int, cell func(w io.Writer, ref string, k int)) io.Reader {
		return many(sheetHead, rows, func(w io.Writer, i int) {
			fmt.Fprintf(w, `<row r="%d">`, i+1)
			for j := range columns {
				ref := string(rune('A'+j%26)) + fmt.Sprint(i+1)
				if j >= 26 {
					ref = string(rune('A'+j/26-1)) + ref
				}
				switch {
				case i == 0 && j == 0:
					_, _ = io.WriteString(w, str(ref, "Xã"))
				case i == 0:
					_, _ = io.WriteString(w, str(ref, fmt.Sprint("Cột ", j+1)))
				default:
					cell(w, ref, i*columns+j)
				}
			}
			_, _ = io.WriteString(w, `</row>`)
		}, sheetTail)
	}
	texts := func(n int) func(w io.Writer, ref string, k int) {
		return func(w io.Writer, ref string, k int) {
			fmt.Fprintf(w, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, text[k%1_000_000:k%1_000_000+n])
		}
	}
	sheet1 := "xl/worksheets/sheet1.xml"
	var csv strings.Builder
	csv.WriteString("Xã" + strings.Repeat(",Cột", 1) + " 2" + "\n")
	for i := range 99_000 {
		fmt.Fprintf(&csv, "%s,%s\n", text[i:i+150], text[i+7:i+157])
	}
	for name, c := range map[string]struct {
		data []byte
		rows string
	}{
		"20,000 rows of 50 numbers": {streamed(t, book(dateStyles, [2]string{"S", ""}), sheet1, -1, cells(20_000, 50, func(w io.Writer, ref string, k int) { _, _ = io.WriteString(w, num(ref, fmt.Sprint(k), k%3)) })), "19999"},
		"20,000 rows of 50 texts":   {streamed(t, book("", [2]string{"S", ""}), sheet1, -1, cells(20_000, 50, texts(20))), "19999"},
		"few long texts":            {streamed(t, book("", [2]string{"S", ""}), sheet1, -1, cells(1_000, 1, texts(32_000))), "999"},
		"CSV":                       {[]byte(csv.String()), "99000"},
	} {
		got := apart(t, c.data)
		if got.peak > mostMemory || got.code != "" || got.rows != c.rows {
			t.Errorf("%s: %d MB, %s rows, %s %s", name, got.peak>>20, got.rows, got.code, got.said)
		}
		t.Logf("%s: %d MB of %d MB", name, got.peak>>20, len(c.data)>>20)
	}
}
