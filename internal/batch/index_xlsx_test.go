package batch

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"kehoach.example/internal/readback"
)

// hostile are values that a list may hold.
var hostile = []string{
	"=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", " =1", "\u00a0=1", "=HYPERLINK(\"http://x.example\",\"a\")",
	"{noi_dung}", "a\x00b\x1b", "<&>\"'", "_x0041_", "🏫", "\ufffe\xff", strings.Repeat("ế", 40_000), "", " ", "http://x.example", "1/2", "0012",
}

func hostileIndex() *Index {
	ix := &Index{
		Version: 1, Plan: "=ke-hoach.yaml", List: "=ds.xlsx", Rows: len(hostile),
		Parts:    []Part{{ID: "co_quan", Text: "=1+{ten}"}, {ID: "muc[0]", Line: 7, Text: "- Giao " + strings.Repeat("{ten} ", 60)}},
		Findings: []Finding{{Code: "NUM-PAD", Severity: "warning", Where: "=plan.yaml:7", Message: "=1+1"}},
	}
	for i, v := range hostile {
		ix.Units = append(ix.Units, Unit{
			Row: i + 2, Unit: v, State: Done, Number: v, Pages: 2, Files: []File{{Name: v, SHA256: "ab"}, {Name: "b.pdf", SHA256: "=cd"}},
			Print: &Range{i + 1, i + 2}, Findings: []Finding{{Code: "=X", Severity: v, Where: v, Plan: v, Message: v}}, Texts: []string{v, "chung"},
		})
	}
	ix.Units[1].State, ix.Units[1].Reason = Failed, "=1+1"
	return ix
}

func xlsx(t *testing.T, ix *Index, lang string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLSX(&b, ix, lang); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are the files of an archive by name, in order.
func parts(t *testing.T, data []byte) (names []string, content map[string][]byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	content = map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if content[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
	}
	return names, content
}

// TestNoLiveFormula: no cell is a formula, no link leaves the file, whatever the
// list held; each part is well-formed; and no cell begins like a formula, which
// is what it would be in a CSV file that somebody saves of it.
func TestNoLiveFormula(t *testing.T) {
	data := xlsx(t, hostileIndex(), "vi")
	names, content := parts(t, data)
	for _, name := range names {
		dec := xml.NewDecoder(bytes.NewReader(content[name]))
		for {
			tok, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			e, ok := tok.(xml.StartElement)
			if ok && slices.Contains([]string{"f", "hyperlink", "hyperlinks", "oleObject", "ddeLink", "externalReference"}, e.Name.Local) {
				t.Errorf("%s has an element %s", name, e.Name.Local)
			}
			for _, a := range e.Attr {
				if a.Name.Local == "TargetMode" && a.Value == "External" {
					t.Errorf("%s leads out of the file", name)
				}
			}
		}
	}
	for _, sheet := range sheets(t, data) {
		for name, cell := range sheet.Cells {
			if cell.Formula || cell.Kind != "inlineStr" && cell.Kind != "" {
				t.Errorf("%s!%s is %+v", sheet.Name, name, cell)
			}
			if strings.IndexAny(strings.TrimLeft(cell.Text, " \u00a0"), "=+-@\t\r\n＝＋－＠") == 0 {
				t.Errorf("%s!%s: %.40q", sheet.Name, name, cell.Text)
			}
		}
	}
}

// TestCalcSeesText: LibreOffice opens the index and finds no formula and no link
// in it.
func TestCalcSeesText(t *testing.T) {
	seen := readback.FromXLSX(t, map[string][]byte{"hostile": xlsx(t, hostileIndex(), "vi")})["hostile"]
	for _, live := range []string{"table:formula=", "xlink:href="} {
		if bytes.Contains(seen, []byte(live)) {
			t.Errorf("LibreOffice sees %s", live)
		}
	}
	for _, sheet := range []string{"Mục lục", "Khác nhau", "Phát hiện"} {
		if !bytes.Contains(seen, []byte(`table:name="`+sheet+`"`)) {
			t.Errorf("LibreOffice sees no sheet %q", sheet)
		}
	}
	if !bytes.Contains(seen, []byte("=cmd|")) {
		t.Error("a hostile value was lost")
	}
}

// TestXLSXIsValid: Microsoft's validator takes the file, but for the order in
// which excelize writes what belongs to a font, its own included; Excel reads
// any order.
func TestXLSXIsValid(t *testing.T) {
	readback.Need(t, "ooxml-validator")
	found, err := readback.Validate(map[string][]byte{"hostile.xlsx": xlsx(t, hostileIndex(), "vi"), "empty.xlsx": xlsx(t, &Index{}, "vi")})
	if err != nil {
		t.Fatal(err)
	}
	for name, faults := range found {
		others := slices.DeleteFunc(faults, func(f string) bool { return strings.HasPrefix(f, "/xl/styles.xml /x:styleSheet[1]/x:fonts[1]/") })
		if len(others) > 0 {
			t.Errorf("%s: %q", name, others)
		}
	}
	if len(found) == 0 {
		t.Error("the exception for fonts is no longer needed")
	}
}

func sheets(t *testing.T, data []byte) []readback.Sheet {
	t.Helper()
	out, err := readback.Sheets(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(out) != 3 {
		t.Fatalf("%d sheets", len(out))
	}
	return out
}

// TestSheets: a reader of plain XML sees in the three sheets what the index tells.
func TestSheets(t *testing.T) {
	ix := &Index{
		Version: 1, Plan: "kh.yaml", List: "ds.csv", Rows: 4,
		Parts:    []Part{{"co_quan", 3, "UBND {ten}"}, {"muc[0]", 9, "Thời hạn: {han}"}},
		Findings: []Finding{{Code: "NUM-PAD", Severity: "warning", Where: "kh.yaml:4", Message: "thiếu số 0"}},
		Units: []Unit{
			{
				Row: 2, Unit: "Phường A", State: Done, Number: "01/KH-UBND", Pages: 3, Print: &Range{1, 3}, Texts: []string{"UBND A", "Thời hạn: 05/3"},
				Files: []File{{Name: "Phường A.docx", SHA256: "aa"}, {Name: "Phường A.pdf", SHA256: "bb"}},
			},
			{Row: 3, Unit: "Xã B", State: Bad, Findings: []Finding{{Code: "LIST-EMPTY", Severity: "error", Where: "ds!B3", Message: "ô trống"}}},
			{Row: 5, Unit: "Xã C", State: Failed, Reason: "ổ đĩa đã đầy", Texts: []string{"UBND C", "Thời hạn: 05/3"}},
			{Row: 6, Unit: "Đặc khu D", State: Left, Texts: []string{"UBND D", ""}},
		},
	}
	got := map[string][][]string{}
	for _, sheet := range sheets(t, xlsx(t, ix, "vi")) {
		got[sheet.Name] = sheet.Rows()
	}
	want := map[string][][]string{
		"Mục lục": {
			{"Dòng", "Đơn vị", "Tệp", "Số trang", "Số, ký hiệu", "SHA-256", "Trạng thái", "Trang trong bản in", "Các điều phát hiện"},
			{"2", "Phường A", "Phường A.docx\nPhường A.pdf", "3", "01/KH-UBND", "aa\nbb", "đã lập", "1–3", ""},
			{"3", "Xã B", "", "", "", "", "dòng có lỗi, không lập", "", "LIST-EMPTY: ô trống"},
			{"5", "Xã C", "", "", "", "", "không ghi được: ổ đĩa đã đầy", "", ""},
			{"6", "Đặc khu D", "", "", "", "", "chưa lập", "", ""},
		},
		"Khác nhau": {
			{"Dòng", "Đơn vị", "dòng 3: UBND {ten}", "dòng 9: Thời hạn: {han}"},
			{"2", "Phường A", "UBND A", "Thời hạn: 05/3"},
			{"3", "Xã B", "", ""},
			{"5", "Xã C", "UBND C", "Thời hạn: 05/3"},
			{"6", "Đặc khu D", "UBND D", "—"},
		},
		"Phát hiện": {
			{"Mã", "Mức", "Dòng", "Đơn vị", "Chỗ", "Trong kế hoạch", "Nội dung"},
			{"NUM-PAD", "cảnh báo", "", "", "kh.yaml:4", "", "thiếu số 0"},
			{"LIST-EMPTY", "lỗi", "3", "Xã B", "ds!B3", "", "ô trống"},
		},
	}
	for name, rows := range want {
		if !slices.EqualFunc(got[name], rows, slices.Equal) {
			t.Errorf("%s:\n%q\nwant\n%q", name, got[name], rows)
		}
	}
	_, content := parts(t, xlsx(t, ix, "en"))
	if book := string(content["xl/workbook.xml"]); !strings.Contains(book, `name="Differences"`) || strings.Contains(book, "Sheet1") {
		t.Errorf("the sheets in English: %s", book)
	}
}

// TestGreyCells: what most units have is grey, what differs is not.
func TestGreyCells(t *testing.T) {
	ix := &Index{Parts: []Part{{ID: "a"}, {ID: "b"}}}
	for i, text := range []string{"x", "y", "x", "z", "x"} {
		ix.Units = append(ix.Units, Unit{Row: i + 2, Texts: []string{text, fmt.Sprint(i)}})
	}
	cells := sheets(t, xlsx(t, ix, "vi"))[1].Cells
	grey, plain := cells["C2"].Style, cells["C3"].Style
	for cell, want := range map[string]int{"C2": grey, "C3": plain, "C4": grey, "C5": plain, "C6": grey, "D2": plain, "D6": plain} {
		if cells[cell].Style != want || want == 0 || grey == plain {
			t.Errorf("%s has the look %d, want %d", cell, cells[cell].Style, want)
		}
	}
}

// TestXLSXSameBytes: the same index gives the same bytes, on any number of
// processors, also where sheets wait in files; no part bears a time.
func TestXLSXSameBytes(t *testing.T) {
	large := &Index{Parts: []Part{{ID: "a"}}}
	for i := range 2300 {
		large.Units = append(large.Units, Unit{Row: i, Unit: fmt.Sprint("Xã ", i), State: Done, Texts: []string{strings.Repeat("chữ ", 1500) + fmt.Sprint(i)}})
	}
	for _, ix := range []*Index{hostileIndex(), large, {}} {
		first := xlsx(t, ix, "vi")
		for _, procs := range []int{1, 4} {
			old := runtime.GOMAXPROCS(procs)
			again := xlsx(t, ix, "vi")
			runtime.GOMAXPROCS(old)
			if !bytes.Equal(first, again) {
				t.Errorf("two files of %d units differ", len(ix.Units))
			}
		}
		names, content := parts(t, first)
		if !slices.IsSorted(names) || names[0] != "[Content_Types].xml" {
			t.Errorf("order of parts: %q", names)
		}
		if core := string(content["docProps/core.xml"]); strings.Count(core, "1980-01-01T00:00:00Z") != 2 || strings.Count(core, "T00:00:00Z") != 2 {
			t.Errorf("times: %s", core)
		}
	}
}

func TestCellText(t *testing.T) {
	for in, want := range map[string]string{
		"Phường A": "Phường A", "=1": "'=1", "- Giao": "'- Giao", " +1": "' +1", "\t": "'\t", "＠x": "'＠x", "a=1": "a=1", "'=1": "'=1", "": "",
		"a\x00\x0bb\ufffe\xffc": "abc", "\x00=1": "'=1", "\u200b=1": "'\u200b=1",
		strings.Repeat("a", 32767):  strings.Repeat("a", 32767),
		strings.Repeat("a", 32768):  strings.Repeat("a", 32766) + "…",
		strings.Repeat("🏫", 16384):  strings.Repeat("🏫", 16383) + "…",
		strings.Repeat("ế", 32_767): strings.Repeat("ế", 32_767),
	} {
		got := cellText(in)
		if got != want {
			t.Errorf("cellText(%.20q) = %.40q (%d bytes), want %.40q (%d bytes)", in, got, len(got), want, len(want))
		}
		if n := len(utf16.Encode([]rune(got))); n > 32767 {
			t.Errorf("cellText(%.20q) has %d UTF-16 units", in, n)
		}
	}
}
