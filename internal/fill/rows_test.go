package fill_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// TestOverride: columns named like keys fill them where they are not blank, and
// keys that the plan does not have come where they belong.
func TestOverride(t *testing.T) {
	text := "trich_yeu: a\nky_hieu: KH-UBND\n" + body + "      a\nnguoi_ky:\n  - chuc_vu: [TM. UBND, CHỦ TỊCH]\n    ho_ten: Ông X\n  - ho_ten: Bà Y\n"
	tpl, found := template(t, text, "Tên;Số;Ngày;nguoi_ky.1.chuc_vu;Người ký. 2. Họ tên;muc.1.tieu_de;noi_nhan\nA;07;06/01/2027;KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH;Bà {so};B;x⏎y\nB;;;;;;")
	if tpl == nil || diag.HasErrors(found) || len(tpl.Uses) != 7 || !tpl.Uses[2].Date || tpl.Uses[1].Required {
		t.Fatalf("%v, uses %v", told(found), tpl)
	}
	dumps, problems := filled(t, tpl)
	if len(problems) > 0 {
		t.Error(problems)
	}
	want := `so = 07
ky_hieu = KH-UBND
ngay = 06/01/2027
trich_yeu[] = a
muc[].tieu_de = B
muc[].noi_dung | a
noi_nhan[] = x
noi_nhan[] = y
nguoi_ky[].chuc_vu[] = KT. CHỦ TỊCH
nguoi_ky[].chuc_vu[] = PHÓ CHỦ TỊCH
nguoi_ky[].ho_ten = Ông X
nguoi_ky[].ho_ten = Bà {so}`
	if got := strings.TrimSpace(dumps[0]); !inOrder(got, want) || strings.Count(got, "\n") != strings.Count(want, "\n") {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := dumps[1]; got != plan.Dump(*tpl.Plan) {
		t.Errorf("a row of blanks changes the plan:\n%s", got)
	}
	f, _ := tpl.Fill(&tpl.Book.Sheets[0].Rows[0])
	if got := strings.Join(f.Plan.ThuTu, " "); got != "so ngay trich_yeu ky_hieu muc noi_nhan nguoi_ky" {
		t.Errorf("order of the keys: %s", got)
	}
	if got := strings.Join(f.Plan.NguoiKy[1].ThuTu, " "); got != "ho_ten" {
		t.Errorf("order of a signer's keys: %s", got)
	}
}

// TestOverrideTask: a column may fill a key of a task in a list of tasks; where
// they are typed as a table it has no item.
func TestOverrideTask(t *testing.T) {
	text := "trich_yeu: a\nmuc:\n  - tieu_de: A\n    nhiem_vu:\n      - viec: trồng cây\n        thoi_han: 01/2027\n      - viec: họp\n"
	tpl, found := template(t, text, "Tên;muc.1.nhiem_vu.1.thoi_han;muc.nhiem_vu.2.chu_tri\nA;{x};Ban A⏎Ban B\nB;;")
	if tpl == nil {
		t.Fatal(told(found))
	}
	dumps, problems := filled(t, tpl)
	if want := "muc[].nhiem_vu[].viec = trồng cây\nmuc[].nhiem_vu[].thoi_han = {x}\nmuc[].nhiem_vu[].viec = họp\nmuc[].nhiem_vu[].chu_tri[] = Ban A\nmuc[].nhiem_vu[].chu_tri[] = Ban B"; len(problems) > 0 || !inOrder(dumps[0], want) {
		t.Errorf("%v\n%s", problems, dumps[0])
	}
	f, _ := tpl.Fill(&tpl.Book.Sheets[0].Rows[0])
	if got := strings.Join(f.Plan.Muc[0].NhiemVu.Viec[1].ThuTu, " "); got != "viec chu_tri" {
		t.Errorf("order of a task's keys: %s", got)
	}
	text = "trich_yeu: a\nmuc:\n  - tieu_de: A\n    nhiem_vu: |\n      | Việc | Thời hạn |\n      | họp | 01/2027 |\n"
	tpl, found = template(t, text, "Tên;muc.1.nhiem_vu.1.thoi_han\nA;x")
	if want := []string{`error FILL-PATH 1:1 cột "muc.1.nhiem_vu.1.thoi_han" mang tên một khóa nhưng không rõ là mục nào: nhiem_vu: 0`}; tpl != nil || !slices.Equal(told(found), want) {
		t.Errorf("%v, want %v", told(found), want)
	}
}

// TestDayBringsNoHole: braces of a cell stay words in a key of days that takes
// words, and no other cell comes into them.
func TestDayBringsNoHole(t *testing.T) {
	text := "trich_yeu: a\nmuc:\n  - tieu_de: A\n    dot:\n      - ten: Đợt 1\n        tu: '{tu}'\n        den: hết {tu}\n      - ten: Đợt 2\n        tu: 01/2027\n"
	tpl, found := template(t, text, "x;Từ;muc.1.dot.2.tu\nlộ;{x};{x}\nlộ;{noi_dung};{noi_dung}\nlộ;{{x}};{tu}")
	if tpl == nil {
		t.Fatal(told(found))
	}
	for i, want := range [][3]string{{"{x}", "hết {x}", "{x}"}, {"{noi_dung}", "hết {noi_dung}", "{noi_dung}"}, {"{{x}}", "hết {{x}}", "{tu}"}} {
		f, problems := tpl.Fill(&tpl.Book.Sheets[0].Rows[i])
		dot := f.Plan.Muc[0].Dot
		for k, n := range []plan.Ngay{dot[0].Tu, dot[0].Den, dot[1].Tu} {
			if n.String() != want[k] || len(n.Holes()) > 0 || len(problems) > 0 {
				t.Errorf("row %d: %q, want %q; holes %q, %v", i, n.String(), want[k], n.Holes(), tell(problems))
			}
		}
	}
}

// TestOverrideNoSigner: a plan without a signer gets one of its columns.
func TestOverrideNoSigner(t *testing.T) {
	tpl, found := template(t, "trich_yeu: a\n"+body+"      a\n", "Tên;nguoi_ky.chuc_vu;nguoi_ky.ho_ten\nA;CHỦ TỊCH;Bà Y\nB;;")
	if tpl == nil {
		t.Fatal(told(found))
	}
	dumps, _ := filled(t, tpl)
	if !inOrder(dumps[0], "nguoi_ky[].chuc_vu[] = CHỦ TỊCH\nnguoi_ky[].ho_ten = Bà Y") || strings.Contains(dumps[1], "nguoi_ky") {
		t.Errorf("%s\n%s", dumps[0], dumps[1])
	}
}

// TestLeftOut: parts are numbered by what is left, footnotes that are called only
// in what is left out go with it, and a plan without parts is no plan.
func TestLeftOut(t *testing.T) {
	text := "trich_yeu: a\nmuc:\n  - tieu_de: A\n    khi:\n      cot: loai\n      la: xã\n    noi_dung: |\n      a[^1] {ten}\n  - tieu_de: B\n    khi:\n      cot: ghi\n    noi_dung: |\n      b[^2]\nphu_luc:\n  - tieu_de: C\n    khi:\n      cot: loai\n      la: [Phường , đặc khu]\n    noi_dung: c\nchu_thich:\n  1: một\n  2: hai\n  3: ba\n"
	tpl, found := template(t, text, "Tên;Loại;Ghi\nA;xã;x\nB;XÃ;\nC;phường;x\nD;Đặc  khu;")
	if tpl == nil {
		t.Fatal(told(found))
	}
	dumps, problems := filled(t, tpl)
	var got []string
	for _, d := range dumps {
		row := ""
		for _, what := range []string{"tieu_de = A", "tieu_de = B", "tieu_de[] = C", ".1 = một", ".2 = hai", ".3 = ba", "khi"} {
			if strings.Contains(d, what) {
				row += what[len(what)-1:]
			}
		}
		got = append(got, row)
	}
	if want := []string{"ABtia", "Ata", "BCia", "Ca"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v\n%s", got, want, dumps[2])
	}
	if want := []string{"5 bad FILL-NO-PART dòng 5, cột A"}; !slices.Equal(problems, want) {
		t.Errorf("%v, want %v", problems, want)
	}
}

// TestTexts: what differs between units, and what it is for each of them.
func TestTexts(t *testing.T) {
	text := "co_quan: {ten}\ntrich_yeu: Của xã\n" + body + "      Cố định.\n      - {viec}\n  - tieu_de: B {ten}\n    khi:\n      cot: loai\n    noi_dung: |\n      | {ten} | cố định |\n  - tieu_de: C\n    khi:\n      cot: loai\n    noi_dung: x\n"
	tpl, found := template(t, text, "Tên;Việc;Loại;Số\nA;một⏎hai;x;1\nB;ba;;")
	if tpl == nil {
		t.Fatal(told(found))
	}
	var ids, texts []string
	for _, p := range tpl.Differing() {
		ids, texts = append(ids, p.ID), append(texts, p.Text)
	}
	if want := "co_quan[1] so muc[1].noi_dung[2] muc[2] muc[2].tieu_de muc[2].noi_dung[1][1] muc[3]"; strings.Join(ids, " ") != want {
		t.Errorf("%q, want %q", strings.Join(ids, " "), want)
	}
	if want := []string{"{ten}", "", "{viec}", "B {ten}", "B {ten}", "{ten}", "C"}; !slices.Equal(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
	rows := tpl.Book.Sheets[0].Rows
	for i, want := range [][]string{{"A", "1", "một\nhai", "B A", "B A", "A", "C"}, {"B", "", "ba", "", "", "", ""}} {
		if got := tpl.Texts(&rows[i]); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestShared: rows are filled at the same time, and the template stays as it was.
func TestShared(t *testing.T) {
	text := "trich_yeu: Của {ten}\nso: {so}\n" + body + "      1. **{ten}**\n      a\n    nhiem_vu:\n      - viec: {ten}\nnguoi_ky:\n  ho_ten: x\n"
	tpl, found := template(t, text, "Tên;Số;nguoi_ky.ho_ten\nA;1;y\nB.;2;\nC;3;z")
	if tpl == nil {
		t.Fatal(told(found))
	}
	before := plan.Dump(*tpl.Plan)
	want, _ := filled(t, tpl)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range tpl.Book.Sheets[0].Rows {
				f, _ := tpl.Fill(&tpl.Book.Sheets[0].Rows[i])
				if got := plan.Dump(*f.Plan); got != want[i] {
					t.Errorf("%s\nwant\n%s", got, want[i])
				}
				tpl.Texts(&tpl.Book.Sheets[0].Rows[i])
			}
		})
	}
	wg.Wait()
	if after := plan.Dump(*tpl.Plan); after != before {
		t.Errorf("the template became\n%s", after)
	}
}

// BenchmarkFill is one row of a plan with fifty paragraphs.
func BenchmarkFill(b *testing.B) {
	text := "trich_yeu: Của {ten}\nso: {so}\n" + body + strings.Repeat("      - Giao {ten} trồng cây, chăm sóc cây.\n      - Bảo đảm thiết thực, tiết kiệm.\n", 25)
	tpl, _ := template(b, text, "Tên;Số\nxã A;1\nxã B;2")
	for b.Loop() {
		tpl.Fill(&tpl.Book.Sheets[0].Rows[0])
	}
}

// TestSettleShared: a finding that stands in the plan is the same in every row,
// though the line that it marks was filled in; and so is one at the last line.
func TestSettleShared(t *testing.T) {
	tpl, found := template(t, "trich_yeu: Việc của {ten} và {ten} nữa\n"+body+"      a\nket: Hết {ten}.\n", "Tên\nA\nXã Phật Tích\n")
	if tpl == nil {
		t.Fatal(told(found))
	}
	for i, row := range tpl.Book.Sheets[0].Rows {
		f, _ := tpl.Fill(&row)
		line, name := f.Lines[0], len([]rune(row.Cells[0].Text))
		at := diag.Place{File: tpl.Plan.At.File, Line: 1, Column: 12, EndColumn: 29 + 2*name, Text: line}
		behind := diag.Place{File: tpl.Plan.At.File, Line: 1, Column: 26 + 2*name, EndColumn: 29 + 2*name, Text: line}
		end := diag.Place{File: tpl.Plan.At.File, Line: len(f.Lines) + 1, Column: 1, EndColumn: 1}
		got := f.Settle([]diag.Finding{
			diag.New("A-A", diag.Info, "g", at, diag.M("m", "m"), diag.Msg{}),
			diag.New("B-B", diag.Info, "g", behind, diag.M("m", "m"), diag.Msg{}),
			diag.New("C-C", diag.Info, "g", end, diag.M("m", "m"), diag.Msg{}),
		})
		want := []diag.Place{
			{File: at.File, Line: 1, Column: 12, EndColumn: 39, Text: "trich_yeu: Việc của {ten} và {ten} nữa"},
			{File: at.File, Line: 1, Column: 36, EndColumn: 39, Text: "trich_yeu: Việc của {ten} và {ten} nữa"},
			{File: at.File, Line: 6, Column: 1, EndColumn: 16, Text: "ket: Hết {ten}."},
		}
		for k := range want {
			if got[k].At != want[k] {
				t.Errorf("row %d: %+v, want %+v", i, got[k].At, want[k])
			}
		}
	}
}

// TestUnitColumn: the column that only names the unit is looked over like those
// that are printed, and may not be blank.
func TestUnitColumn(t *testing.T) {
	tpl, found := template(t, "trich_yeu: Của {ten}\n"+body+"      a\n", "Đơn vị;Tên\nA ;a\n;b\nC;c\n")
	if tpl == nil {
		t.Fatal(told(found))
	}
	if want, got := []string{"2 LIST-BLANKS dòng 2, cột A", "3 bad LIST-EMPTY dòng 3, cột A"}, tell(tpl.Judge()); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestSerialAmongDays: a number in a column of days is a day that lost its format.
func TestSerialAmongDays(t *testing.T) {
	tpl, found := template(t, "trich_yeu: Từ ngày {ngay_lam}\n"+body+"      a\n", "Tên;Ngày làm\nA;28/02/2027\nB;46447\nC;4/2027\nD;2027\nE;31/02/2027\n")
	if tpl == nil {
		t.Fatal(told(found))
	}
	if want, got := []string{"3 LIST-SERIAL dòng 3, cột B", "6 bad LIST-DATE dòng 6, cột B"}, tell(tpl.Judge()); !slices.Equal(got[len(got)-2:], want) {
		t.Errorf("%q, want %q", got, want)
	}
	dumps, _ := filled(t, tpl)
	if !strings.Contains(dumps[1], "Từ ngày 01/3/2027") && !strings.Contains(dumps[1], "Từ ngày 01/03/2027") {
		t.Error(dumps[1])
	}
}
